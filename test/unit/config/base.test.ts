/** Limits, policy and baseline come from the base commit (S15). */
import { describe, expect, it } from 'vitest';
import { allowsItself } from '../../../src/config/base.ts';
import { load } from './loading.ts';

/** Where accepted runs are kept when nobody says. */
const KEPT = { store: 'auto', branch: 'loadgate', publish: 'auto' } as const;

const file = (limits: string, rest = '') =>
  `service: { start: x }\nscenarios:\n  a: { limits: ${limits} }\n  b: {}\n${rest}`;
const strict = file('{ p95: { max: 100ms, max-increase: 5% } }');

describe('S15: the base commit', () => {
  it('keeps a change from loosening its own limits', async () => {
    const loose = file(
      '{ p95: off, throughput: off, error-rate: { max: 100% } }',
      'policy: { on-no-baseline: pass }',
    );
    const { plan, changedLimits } = await load({ text: loose, base: strict });
    const alone = await load({ text: strict });
    expect(plan.scenarios.map(({ limits }) => limits)).toEqual(
      alone.plan.scenarios.map(({ limits }) => limits),
    );
    expect(changedLimits).toEqual(['a']);
  });

  it('decides policy and baseline', async () => {
    const base = file('{}', 'policy: { on-inconclusive: fail }\nbaseline: { path: real.json, keep: 9 }\n');
    const head = file('{}', 'baseline: { path: planted.json }\n');
    const { plan, changedLimits, changedSettings } = await load({ text: head, base });
    expect(plan.policy).toEqual({ onInconclusive: 'fail', onNoBaseline: 'pass' });
    expect(plan.baseline).toEqual({
      ...KEPT,
      path: 'real.json',
      keep: 9,
      minRuns: 10,
    });
    expect(changedLimits).toEqual([]);
    expect(changedSettings).toEqual(['policy', 'baseline']);
  });

  it('decides what is compared with, for how long and how sharply', async () => {
    const base = file('{}', 'compare: base\nbudget: 9m\nsensitivity: strict\n');
    const { plan, changedSettings } = await load({ text: file('{}', 'compare: baseline\n'), base });
    expect(plan).toMatchObject({ compare: 'base', budget: 540_000, sensitivity: 'strict' });
    expect(plan.scenarios[0]?.limits[0]).toMatchObject({ metric: 'p95', beside: 0.02 });
    expect(changedSettings).toEqual(['compare', 'budget', 'sensitivity']);
  });

  it('decides through `defaults` too', async () => {
    const head = 'service: { start: x }\ndefaults: { limits: { p95: off } }\nscenarios: { a: {} }';
    const { plan, changedLimits } = await load({
      text: head,
      base: 'service: { start: x }\nscenarios: { a: {} }',
    });
    expect(plan.scenarios[0]?.limits[0]).toEqual({
      kind: 'relative',
      metric: 'p95',
      change: 0.1,
      beside: 0.03,
    });
    expect(changedLimits).toEqual(['a']);
  });

  it('leaves the load to the change, and new scenarios their limits', async () => {
    const head =
      'service: { start: y }\nscenarios: { a: { users: 99 }, c: { limits: { p95: { max: 1s } } } }';
    const { plan, changedLimits, removedScenarios } = await load({ text: head, base: file('{}') });
    expect(plan.service).toMatchObject({ start: 'y' });
    expect(plan.scenarios[0]?.load.executor).toMatchObject({ users: 99 });
    expect(plan.scenarios[1]?.limits[0]).toEqual({ kind: 'absolute', metric: 'p95', bound: 1000 });
    expect(changedLimits).toEqual([]);
    expect(removedScenarios).toEqual(['b']);
  });

  it('says nothing where nothing differs, however it is written', async () => {
    const base = file('{ p95: { max: 0.1s, max-increase: 0.05 } }');
    expect(await load({ text: strict, base })).toMatchObject({
      changedLimits: [],
      changedSettings: [],
      removedScenarios: [],
      baseProblem: null,
    });
    expect(await load({ text: strict })).toMatchObject({
      changedLimits: [],
      changedSettings: [],
      removedScenarios: [],
      baseProblem: null,
    });
  });

  it('lies under inputs, which apply as they are', async () => {
    const { plan, changedLimits } = await load({
      text: file('{ p95: { max: 9s } }'),
      base: strict,
      inputs: { 'p95-max': '300ms' },
    });
    expect(plan.scenarios[0]?.limits.slice(0, 2)).toEqual([
      { kind: 'relative', metric: 'p95', change: 0.05, beside: 0.05, asked: true },
      { kind: 'absolute', metric: 'p95', bound: 300 },
    ]);
    expect(changedLimits).toEqual(['a']);
  });

  it.each([
    ['not YAML', 'a: [', 'the base commit:1:5: not valid YAML'],
    ['a bomb', '['.repeat(1000), 'nested more than 32 levels'],
    [
      'another schema',
      'service: { start: x }\nscenarios: { a: { limitz: 1 } }',
      'the base commit:2:19: unknown key `limitz`',
    ],
  ])('that cannot be read (%s) leaves the limits of the change, and says why', async (_, base, why) => {
    const { plan, changedLimits, baseProblem } = await load({ text: strict, base });
    expect(plan.scenarios[0]?.limits).toContainEqual({ kind: 'absolute', metric: 'p95', bound: 100 });
    expect(changedLimits).toEqual([]);
    expect(baseProblem).toContain(why);
  });

  it('does not read data files of the base', async () => {
    const base =
      'service: { start: x }\nscenarios: { a: { limits: { p95: off }, requests: ["GET /{{f.x}}"], variables: { f: { file: gone.csv } } } }';
    const { plan, changedLimits, baseProblem } = await load({ text: file('{}'), base });
    expect(baseProblem).toBeNull();
    expect(changedLimits).toEqual(['a']);
    expect(plan.scenarios[0]?.limits.map(({ metric }) => metric)).toEqual([
      'throughput',
      'error-rate',
      'cpu-per-request',
    ]);
  });
});

describe('which secrets may be used', () => {
  const commit = 'a'.repeat(40);
  it.each([
    ['pull-request', commit, false],
    ['pull-request', null, false],
    ['merge-group', commit, false],
    ['push', commit, true],
    ['push', null, true],
    ['local', null, true],
    ['local', commit, false],
    ['schedule', null, true],
  ] as const)('is said by the configuration itself: %s on %s, %s', (kind, baseSha, itself) => {
    const rest = { repository: null, headSha: null, pullRequest: null, runUrl: null };
    expect(allowsItself({ kind, baseSha, ...rest })).toBe(itself);
  });
});
