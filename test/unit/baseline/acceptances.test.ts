/** Acceptances and releases in the baseline: read strictly, recorded once, few. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withRunOf } from '../../../src/baseline/accept.ts';
import { standingOf, withAcceptances } from '../../../src/baseline/acceptances.ts';
import {
  type Baseline,
  emptyBaseline,
  RELEASE_RUNS_MAX,
  RELEASES_MAX,
  releasesOf,
} from '../../../src/baseline/baseline.ts';
import { decodeBaseline, encodeBaseline } from '../../../src/baseline/codec.ts';
import { lineOf } from '../../../src/baseline/json-lines.ts';
import { withReleaseRun } from '../../../src/baseline/releases.ts';
import { type Acceptance, isAmountOf, worseBy } from '../../../src/domain/acceptance.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { METRIC_NAMES, METRICS } from '../../../src/domain/metric.ts';
import { HOSTED, planOf, runOf, sliceOf } from '../../fixtures/measured.ts';
import { acceptance, acceptedRun, sampleBaseline } from './sample-baseline.ts';

const withOne = (changes: object): string =>
  JSON.stringify({ ...sampleBaseline, accepted: [{ ...acceptance(), ...changes }] }, null, 2);

/** The lines of the refusal; null when it is read. */
function refusalOf(content: string): readonly string[] | null {
  try {
    decodeBaseline(content, 'baseline.json');
    return null;
  } catch (error) {
    if (error instanceof Failure) return error.detail.lines;
    throw error;
  }
}

describe('a recorded acceptance', () => {
  it('is read as it was written', () => {
    expect(refusalOf(withOne({}))).toBeNull();
    expect(refusalOf(withOne({ commit: null, upTo: { kind: 'unit', amount: 20 } }))).toBeNull();
  });

  it.each([
    ['a metric that there is not', { metric: 'p96' }, 'metric'],
    ['an inherited name for a metric', { metric: 'toString' }, 'metric'],
    ['no amount', { upTo: { kind: 'share', amount: 0 } }, 'upTo.amount'],
    ['an amount for the better', { upTo: { kind: 'share', amount: -0.1 } }, 'upTo.amount'],
    ['an amount as text', { upTo: { kind: 'share', amount: '12%' } }, 'upTo.amount'],
    ['an amount of another kind', { upTo: { kind: 'all', amount: 1 } }, 'upTo.kind'],
    ['all throughput', { metric: 'throughput', upTo: { kind: 'share', amount: 1 } }, 'upTo.amount'],
    ['a day that there is not', { until: '2026-11-31' }, 'until'],
    ['a moment for a day', { until: '2026-12-31T00:00:00Z' }, 'until'],
    ['an end before its beginning', { until: '2026-11-19' }, 'until'],
    ['an end that is too far', { until: '2027-11-22' }, 'until'],
    ['no reason', { reason: ' ' }, 'reason'],
    ['a reason of two lines', { reason: 'one\ntwo' }, 'reason'],
    ['a long reason', { reason: 'x'.repeat(301) }, 'reason'],
    ['a change from before it was accepted', { since: '2026-11-20T11:59:59.999Z' }, 'since'],
    ['nobody', { by: '' }, 'by'],
    ['a strange commit', { commit: 'HEAD' }, 'commit'],
    ['a member too many', { force: true }, 'accepted.0'],
  ])('is refused with its place: %s', (_, changes, where) => {
    const [line = ''] = refusalOf(withOne(changes)) ?? ['read'];
    expect(line).toMatch(/^line \d+, accepted\.0/);
    expect(line).toContain(where);
  });

  it('is refused at the line on which it stands', () => {
    const content = withOne({ until: '2026-02-30' });
    const [, number = ''] = /^line (\d+),/.exec(refusalOf(content)?.[0] ?? '') ?? [];
    expect(content.split('\n')[Number(number) - 1]).toContain('"until": "2026-02-30"');
  });

  it('comes back from any text as it was, or is refused', () => {
    const some = fc.record({
      scenario: fc.string({ maxLength: 40 }),
      metric: fc.constantFrom(...METRIC_NAMES, 'p96', '__proto__'),
      upTo: fc.record({
        kind: fc.constantFrom('share', 'unit'),
        amount: fc.oneof(fc.double(), fc.constantFrom(0.12, 20, 1)),
      }),
      reason: fc.string({ maxLength: 320, unit: 'binary' }),
      by: fc.string({ maxLength: 20 }),
      at: fc.constant('2026-11-20T12:00:00.000Z'),
      since: fc.constantFrom('2026-11-20T12:00:00.000Z', '2026-11-19T12:00:00.000Z'),
      until: fc.constantFrom('2026-12-31', '2027-11-21', '2027-12-01', '2026-1-1', ''),
      commit: fc.constantFrom(null, 'c'.repeat(40), 'c'.repeat(39)),
    });
    let read = 0;
    fc.assert(
      fc.property(some, (each) => {
        const content = JSON.stringify({ ...sampleBaseline, accepted: [each] });
        const lines = refusalOf(content);
        if (lines !== null) return;
        read += 1;
        const [back] = decodeBaseline(content, 'baseline.json').accepted;
        expect(back).toEqual(JSON.parse(JSON.stringify(each)));
        expect(isAmountOf(back!.metric, back!.upTo)).toBe(true);
      }),
      { numRuns: 400 },
    );
    expect(read).toBeGreaterThan(0);
  });
});

describe('withAcceptances', () => {
  it('records each once, in the order in which they were given', () => {
    const [first, second] = [
      acceptance(),
      acceptance({
        at: '2026-11-21T12:00:00.000Z',
        since: '2026-11-22T12:00:00.000Z',
        until: '2026-12-01',
        commit: null,
      }),
    ];
    const once = withAcceptances(emptyBaseline('default'), [second, first]);
    expect(once.accepted).toEqual([first, second]);
    expect(withAcceptances(once, [first])).toEqual(once);
    const landed = { ...first, commit: 'd'.repeat(40) };
    expect(withAcceptances(once, [landed]).accepted).toEqual([landed, second]);
    // Another run of what brought the change: it was there from the first one on.
    const again = { ...landed, since: '2026-11-25T09:00:00.000Z' };
    expect(withAcceptances(once, [again]).accepted).toEqual([landed, second]);
  });

  it('keeps to what was first recorded with a commit, whoever edits the words afterwards', () => {
    const once = withAcceptances(emptyBaseline('default'), [acceptance()]);
    const edited = acceptance({
      at: '2026-11-23T12:00:00.000Z',
      since: '2026-11-24T12:00:00.000Z',
      by: 'mona',
      upTo: { kind: 'share', amount: 0.9 },
    });
    expect(withAcceptances(once, [edited])).toEqual(once);
    expect(withAcceptances(once, [{ ...edited, metric: 'p99' }]).accepted).toHaveLength(2);
    expect(withAcceptances(once, [{ ...edited, commit: 'd'.repeat(40) }]).accepted).toHaveLength(2);
  });

  it('counts from the run that was measured with it, not from the moment of the words', () => {
    const slice = sliceOf();
    const run = runOf([slice]);
    const { scenario } = slice;
    const since = '2020-01-01T12:00:00.000Z';
    const words = acceptance({ scenario, at: since, since, until: '2020-12-31' });
    const beside = { release: null, acceptances: [words] };
    const { accepted } = withRunOf(planOf([slice]), run, null, beside);
    expect(accepted.map((each) => each.since)).toEqual([run.startedAt]);
  });
});

describe('releases', () => {
  const run = (changes = {}) => acceptedRun({ commit: 'e'.repeat(40), ...changes });
  const place = { scenario: 'home', fingerprint: 'f1', configHash: 'c1' };
  const day = (index: number): string => new Date(Date.UTC(2026, 0, 1 + index)).toISOString();
  const add = (baseline: Baseline, index: number, tag: string, more: Partial<typeof place> = {}): Baseline =>
    withReleaseRun(baseline, { ...place, ...more, tag, run: run({ date: day(index) }) });

  it('keeps the last ones of each machine and configuration, and few runs of each', () => {
    let baseline = emptyBaseline('default');
    for (let index = 0; index < 40; index += 1) baseline = add(baseline, index, `v${Math.floor(index / 10)}`);
    baseline = add(baseline, 3, 'v0', { fingerprint: 'f2' });
    const releases = releasesOf(baseline, 'home');
    const names = releases.map(({ tag, fingerprint }) => `${fingerprint} ${tag}`);
    expect(names.toSorted()).toEqual(['f1 v1', 'f1 v2', 'f1 v3', 'f2 v0']);
    expect(releases.filter(({ fingerprint }) => fingerprint === 'f1')).toHaveLength(RELEASES_MAX);
    expect(Math.max(...releases.map(({ runs }) => runs.length))).toBe(RELEASE_RUNS_MAX);
    expect(JSON.stringify(baseline)).not.toContain('encoded');
    expect(decodeBaseline(encodeBaseline(baseline), 'baseline.json').scenarios).toEqual(baseline.scenarios);
  });

  it('counts the same run once, and begins anew where a tag was moved', () => {
    const once = add(add(emptyBaseline('default'), 1, 'v1'), 1, 'v1');
    expect(releasesOf(once, 'home')[0]?.runs).toHaveLength(1);
    const moved = withReleaseRun(once, {
      ...place,
      tag: 'v1',
      run: run({ date: day(2), commit: '1'.repeat(40) }),
    });
    expect(releasesOf(moved, 'home').map(({ commit, runs }) => [commit, runs.length])).toEqual([
      ['1'.repeat(40), 1],
    ]);
  });

  it('are known to a run on the same machine with the same configuration, as medians', () => {
    const plan = planOf([sliceOf({ seed: 1, scenario: 'home' })]);
    let baseline = emptyBaseline('default');
    for (const [index, p95] of [10, 14, 12].entries()) {
      const metrics = { ...acceptedRun().metrics, p95 };
      const measured = run({ date: day(index), metrics });
      baseline = withReleaseRun(baseline, {
        ...place,
        fingerprint: HOSTED.fingerprint,
        tag: 'v1',
        run: measured,
      });
    }
    const known = (configHash: string) =>
      standingOf(baseline, plan, { machine: HOSTED, configHashes: { home: configHash } }).releases;
    expect(known('c1').home).toMatchObject({ tag: 'v1', runs: 3, date: day(2), metrics: { p95: 12 } });
    expect(known('c2')).toEqual({});
  });
});

describe('standingOf', () => {
  it('says what is accepted of the scenarios of the plan, and nothing without a baseline', () => {
    const plan = planOf([sliceOf({ seed: 1, scenario: 'browse · списки' })]);
    const here = { machine: HOSTED, configHashes: {} };
    const other: Acceptance = acceptance({ scenario: 'gone' });
    const baseline = { ...sampleBaseline, accepted: [acceptance(), other] };
    expect(standingOf(baseline, plan, here).acceptances).toEqual([{ ...acceptance(), from: 'baseline' }]);
    expect(standingOf(null, plan, here)).toEqual({ acceptances: [], refused: [], releases: {} });
  });
});

describe('worseBy', () => {
  it('is worse, and never by more than the amount', () => {
    const value = fc.double({ min: 0, max: 1e6, noNaN: true });
    const amount = fc.double({ min: 1e-6, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...METRIC_NAMES), value, amount, (metric, before, share) => {
        const after = worseBy(metric, before, { kind: 'share', amount: share });
        const { better, change } = METRICS[metric];
        const most = change === 'points' ? share : share * before;
        expect(better === 'lower' ? after : -after).toBeGreaterThanOrEqual(
          better === 'lower' ? before : -before,
        );
        expect(Math.abs(after - before)).toBeLessThanOrEqual(most * (1 + 1e-9) + 1e-9);
      }),
    );
  });
});

describe('lineOf', () => {
  it('finds the line of every member of any JSON text', () => {
    const names = fc.string().filter((name) => name !== '__proto__');
    const values = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.integer(),
        fc.string(),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(names, tie('value'), { maxKeys: 3 }),
      ),
    })).value;
    fc.assert(
      fc.property(fc.dictionary(names, values, { minKeys: 1, maxKeys: 3 }), (whole) => {
        for (const path of pathsOf(whole)) {
          const marked = JSON.stringify(marking(whole, path), null, 1);
          const at = marked.split('\n').findIndex((line) => line.includes(MARK));
          expect(lineOf(marked, path)).toBe(at + 1);
        }
      }),
      { numRuns: 60 },
    );
  });

  const MARK = 'the one that is looked for';

  function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
    if (typeof value !== 'object' || value === null) return path.length === 0 ? [] : [path];
    return Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, [...path, name]));
  }

  function marking(value: unknown, [name, ...rest]: readonly string[]): unknown {
    if (name === undefined) return MARK;
    const put = (key: string, inner: unknown) => (key === name ? marking(inner, rest) : inner);
    if (Array.isArray(value)) return value.map((inner: unknown, index) => put(String(index), inner));
    return Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, put(key, inner)]));
  }
});
