/** S15: whatever a change edits of limits, policy, baseline and lists in its own configuration, its verdict is the base commit's. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { type LoadedPlan, loadPlan } from '../../../src/config/load.ts';
import { Failure } from '../../../src/domain/failure.ts';
import type { Verdict } from '../../../src/domain/verdict.ts';
import { judge } from '../../../src/judge/judge.ts';
import { baselineOf, runOf, sliceOf } from '../../fixtures/measured.ts';
import { worldIn } from './loading.ts';

/** Some hundred in CI; `LOADGATE_EDITS=10000` for as many as anybody wants. */
const EDITS = Number(process.env['LOADGATE_EDITS'] ?? 300);

const workspace = realpathSync(mkdtempSync(join(tmpdir(), 'loadgate-edits-')));
mkdirSync(join(workspace, '.github'));
afterAll(() => rmSync(workspace, { recursive: true }));

const BASE = {
  suite: 'bookshop',
  compare: 'baseline',
  service: { start: 'node server.js --port {port}' },
  baseline: { 'min-runs': 5 },
  policy: { 'on-inconclusive': 'fail' },
  scenarios: {
    browse: { users: 10, requests: ['GET /'], limits: { p95: { 'max-increase': '10%', max: '500ms' } } },
  },
};

/** Mostly what is valid: odd values are refused, and prove less. */
const mostly = <Value>(...valid: readonly Value[]) => ({
  or: (odd: Value) => fc.oneof({ weight: 29, arbitrary: fc.constantFrom(...valid) }, fc.constant(odd)),
});
const change = mostly('1%', '10%', '100%').or('99999%');
const limit = fc.oneof(
  fc.constant('off'),
  change.map((share) => ({ 'max-increase': share })),
  fc.constantFrom('1ms', '500ms', '9m').map((max) => ({ max })),
);
const rate = fc.oneof(
  fc.constant('off'),
  fc.constantFrom('0%', '1%', '100%').map((max) => ({ max })),
);
const limits = fc.record(
  {
    p95: limit,
    p50: limit,
    throughput: fc.oneof(
      fc.constant('off'),
      change.map((share) => ({ 'max-decrease': share })),
    ),
    'error-rate': rate,
    'cpu-per-request': limit,
  },
  { requiredKeys: [] },
);
const outcome = fc.constantFrom('pass', 'fail');
/** What a change may try. Odd values are among it: they may be refused, and must not pass. */
const edit = fc.record(
  {
    policy: fc.record(
      {
        mode: fc.constantFrom('gate', 'warn-only'),
        'on-inconclusive': outcome,
        'on-no-baseline': outcome,
      },
      { requiredKeys: [] },
    ),
    baseline: fc.record(
      {
        path: fc.constantFrom('.loadgate/mine.json', 'x.json', '../x.json'),
        keep: fc.integer({ min: 1, max: 200 }),
        'min-runs': fc.integer({ min: 1, max: 200 }),
      },
      { requiredKeys: [] },
    ),
    compare: fc.constantFrom('auto', 'base', 'baseline'),
    budget: fc.constantFrom('1m', '60m', 'never'),
    sensitivity: fc.constantFrom('standard', 'strict'),
    secrets: fc.array(mostly('AWS_SECRET_ACCESS_KEY', 'SHOP_KEY').or('GITHUB_TOKEN'), { maxLength: 3 }),
    databases: fc.constantFrom({}, { shop: { 'url-from': 'DATABASE_URL' } }),
    defaults: limits.map((each) => ({ limits: each })),
    report: fc.record({ comment: fc.constantFrom('never', 'failure') }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);

const SLOWER = runOf([sliceOf({ seed: 3, pace: () => 2 })]);
const SAME = runOf([sliceOf({ seed: 3 })]);
const REFERENCES = { browse: baselineOf(20) };

async function load(config: unknown): Promise<LoadedPlan | null> {
  writeFileSync(join(workspace, '.github', 'loadgate.yml'), stringify(config));
  try {
    const source = {
      configPath: null,
      inputs: {},
      base: stringify(BASE),
      ownSecrets: false,
      sendsNothing: true,
    };
    return await loadPlan(source, worldIn(workspace));
  } catch (error) {
    if (error instanceof Failure && error.exitCode === 3) return null;
    throw error;
  }
}

const verdictsOf = ({ plan }: LoadedPlan): readonly Verdict[] =>
  [SLOWER, SAME].map((run) => judge(run, plan, REFERENCES));

it('gets the verdict of the base commit, or is refused', { timeout: 600_000 }, async () => {
  const unedited = await load(BASE);
  if (unedited === null) throw new Error('the base is a configuration');
  const wanted = verdictsOf(unedited);
  expect(wanted.map(({ outcome: word }) => word)).toEqual(['fail', 'pass']);
  let judged = 0;
  await fc.assert(
    fc.asyncProperty(edit, fc.option(limits), async (some, own) => {
      const browse = { ...BASE.scenarios.browse, ...(own !== null && { limits: own }) };
      const loaded = await load({ ...BASE, ...some, scenarios: { browse } });
      if (loaded === null) return;
      judged += 1;
      expect(verdictsOf(loaded)).toEqual(wanted);
      expect(loaded.plan.baseline).toEqual(unedited.plan.baseline);
      expect(loaded.plan.secrets).toEqual([]);
      expect(loaded.plan.databases).toEqual([]);
    }),
    { numRuns: EDITS },
  );
  expect(judged).toBeGreaterThan(EDITS / 4);
});
