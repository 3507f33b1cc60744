/** Queries a request: an exact count is held to no noise but its floors, and a limit on what was not counted is never green. */
import { describe, expect, it } from 'vitest';
import type { Run, Slice } from '../../../src/domain/measurement.ts';
import type { Limit, Plan } from '../../../src/domain/plan.ts';
import type { Reference } from '../../../src/domain/reference.ts';
import type { Judgement, ScenarioVerdict } from '../../../src/domain/verdict.ts';
import { calibrate } from '../../../src/judge/calibration.ts';
import { judge } from '../../../src/judge/judge.ts';
import { nextBlock } from '../../../src/judge/next-block.ts';
import { settles } from '../../../src/judge/outcome.ts';
import { besideRun } from '../../fixtures/beside.ts';
import { databaseOf, resourcesOf } from '../../fixtures/resources.ts';
import { acceptedOf, baselineOf, firstRun, planOf, runOf, sliceOf, spread } from './sample-run.ts';

const ERRORS: Limit = { kind: 'absolute', metric: 'error-rate', bound: 0.01 };
const increase = (change: number): Limit => ({
  kind: 'relative',
  metric: 'queries-per-request',
  change,
  beside: change,
  asked: true,
});
const most = (bound: number): Limit => ({ kind: 'absolute', metric: 'queries-per-request', bound });
const NO_INCREASE = planOf([ERRORS, increase(0)]);

/** A slice of 2,000 answers that took so many queries each; null: nobody counted. */
const asking = (queries: number | null): Slice => ({
  ...sliceOf(),
  resources:
    queries === null
      ? null
      : resourcesOf({ databases: [databaseOf({ queries: Math.round(2_000 * queries) })] }),
});
const history = (...queries: readonly (number | null)[]): Reference =>
  baselineOf(queries.map((each, index) => acceptedOf(asking(each), index + 1)));

/** The verdict on a run of one scenario, and what it says of queries. */
function judged(
  run: Run,
  plan: Plan,
  reference: Reference = firstRun,
): ScenarioVerdict & { readonly queries: Judgement } {
  const [scenario] = judge(run, plan, { browse: reference }).scenarios;
  const queries = scenario?.judgements.find(({ metric }) => metric === 'queries-per-request');
  if (scenario === undefined || queries === undefined) throw new Error('not judged');
  return { ...scenario, queries };
}
const alone = (queries: number | null, reference: Reference, plan = NO_INCREASE) =>
  judged(runOf(asking(queries)), plan, reference);

describe('against accepted runs', () => {
  it.each([
    [3, [3], 'pass'],
    [3.003, [3], 'pass'],
    [3.05, [3], 'fail'],
    [4, [3, 3, 3, 3, 3], 'fail'],
    [51, [50, 50, 50, 50, 50, 50, 50, 50, 50, 50], 'fail'],
    [2, [3], 'pass'],
    // What requests drawn at random add is no regression: the accepted runs show it.
    [3.05, [3.04, 2.96, 3.03, 2.97, 3.05, 2.95, 3, 3.02, 2.98, 3], 'inconclusive'],
  ])('%d queries a request after %j: %s', (queries, before, outcome) => {
    expect(alone(queries, history(...before)).outcome).toBe(outcome);
  });

  it('knows 0 as a value like any other', () => {
    expect(alone(0, history(0)).outcome).toBe('pass');
    const first = alone(1, history(0));
    expect(first.outcome).toBe('fail');
    expect(first.queries.comparison).toMatchObject({ reference: 0, outcome: 'regression' });
    expect(alone(0, history(1)).queries.comparison?.outcome).toBe('improvement');
  });

  it('has no baseline where the accepted runs did not count, and says so', () => {
    expect(alone(3, history(null)).outcome).toBe('no-baseline');
    expect(alone(0, firstRun).queries.comparison).toBeNull();
    expect(alone(3, history(null), planOf([ERRORS])).outcome).toBe('pass');
  });
});

describe('a bound', () => {
  it.each([
    [3, 3, 'pass'],
    [3.012, 3, 'pass'],
    [3.02, 3, 'fail'],
    [0, 0, 'pass'],
    [0.02, 0, 'fail'],
    [50.2, 50, 'pass'],
    [50.3, 50, 'fail'],
  ])('%d queries a request, at most %d: %s', (queries, bound, outcome) => {
    expect(alone(queries, firstRun, planOf([ERRORS, most(bound)])).outcome).toBe(outcome);
  });
});

describe('requests that the edges of the measured time cut', () => {
  /** 200 slow requests of 3 queries, of which ten were cut off at the end; ten of the warm-up asked for as many again. */
  const slow = (queries: number): Slice => ({
    ...sliceOf({ latencies: spread(1_000, 190), failures: { inFlight: 10 } }),
    resources: resourcesOf({ databases: [databaseOf({ queries: 200 * queries })] }),
  });

  it.each([
    [3.1, 'pass'],
    [3.2, 'fail'],
  ])('%d queries a request, at most 3 and no more than before: %s', (queries, outcome) => {
    const plan = planOf([ERRORS, increase(0), most(3)]);
    expect(judged(runOf(slow(queries)), plan, baselineOf([acceptedOf(slow(3))])).outcome).toBe(outcome);
  });
});

describe('a limit on what was not counted', () => {
  it.each([
    ['a bound', most(3)],
    ['a change', increase(0)],
  ])('is void, and not green: %s', (_, limit) => {
    const run = runOf(asking(null));
    const verdict = judge(run, planOf([ERRORS, limit]), { browse: history(3) });
    expect(verdict).toMatchObject({ outcome: 'void', exitCode: 2 });
    expect(verdict.scenarios[0]?.voids).toEqual([{ kind: 'metric-unread', metric: 'queries-per-request' }]);
    expect(settles(verdict)).toBe(true);
  });

  it('is void for the CPU time of a service that is not ours, unless it is only the standard limit', () => {
    const standard: Limit = { kind: 'relative', metric: 'cpu-per-request', change: 0.1, beside: 0.02 };
    const reference = history(null);
    const run = runOf(asking(null));
    const outcome = (limit: Limit) => judge(run, planOf([ERRORS, limit]), { browse: reference }).outcome;
    expect(outcome(standard)).toBe('pass');
    expect(outcome({ ...standard, asked: true })).toBe('void');
    expect(outcome({ kind: 'absolute', metric: 'cpu-per-request', bound: 5 })).toBe('void');
  });
});

/** Both builds, whose database is asked so many times for each answer; null: nobody counted. */
const both = (base: number | null, head: number | null, confirm = 0): Run =>
  besideRun({
    main: 6,
    confirm,
    resources: (side, answers) => {
      const queries = side === 'head' ? head : base;
      return queries === null
        ? null
        : resourcesOf({ databases: [databaseOf({ queries: Math.round(queries * answers) })] });
    },
  });

describe('beside the base commit', () => {
  const plan: Plan = { ...NO_INCREASE, compare: 'base' };

  it.each([
    [3, 3, 'pass'],
    [3, 3.01, 'pass'],
    [3, 3.05, 'fail'],
    [3, 4, 'fail'],
    [50, 51, 'fail'],
    [0, 0, 'pass'],
    [0, 1, 'fail'],
    [4, 3, 'pass'],
    [null, 3, 'void'],
    [3, null, 'void'],
  ])('%j queries a request, now %j: %s', (base, head, outcome) => {
    expect(judged(both(base, head, 5), plan).outcome).toBe(outcome);
  });

  it('is confirmed by fresh blocks like any other regression, and sure of no change at the first look', () => {
    expect(judged(both(3, 4), plan).outcome).toBe('inconclusive');
    expect(nextBlock(both(3, 4), plan)).toBe('confirm');
    expect(nextBlock(both(3, 3), plan)).toBeNull();
  });

  it('is told by how much', () => {
    const { comparison, value } = judged(both(3, 4, 5), plan).queries;
    expect(value).toBeCloseTo(4, 3);
    expect(comparison).toMatchObject({ limit: 0, outcome: 'regression', confirmation: 'confirmed' });
    expect(comparison?.change).toBeCloseTo(1 / 3, 2);
    expect(comparison?.tolerance).toBeCloseTo(0.005, 6);
  });

  it('does not spoil a calibration, of 0 queries either', () => {
    for (const queries of [0, 3]) {
      const [browse] = calibrate(both(queries, queries), plan, {}).scenarios;
      const row = browse?.metrics.find(({ metric }) => metric === 'queries-per-request');
      expect(row?.proposal).toEqual({ kind: 'none', why: 'no-standard' });
      expect(row?.floor).toBeCloseTo(queries === 0 ? 1 : 0.005, 6);
    }
  });
});
