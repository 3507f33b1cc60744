/** Latency against load is drawn where the load ramps, and nowhere else. */
import { describe, expect, it } from 'vitest';
import type { Executor } from '../../../src/domain/plan.ts';
import { seconds } from '../../../src/domain/units.ts';
import { loadCurveOf } from '../../../src/report/load-curve.ts';
import { summarise } from '../../../src/stats/summary.ts';
import { runOf, sliceOf } from '../../fixtures/measured.ts';
import { tell } from '../../fixtures/told.ts';
import { STORIES } from '../../golden/report/stories.ts';

const users: Executor = {
  kind: 'ramping-users',
  startUsers: 0,
  stages: [{ duration: seconds(40), target: 40 }],
  thinkTime: null,
  duration: seconds(40),
};
const rate: Executor = {
  kind: 'ramping-arrival-rate',
  startRate: 10,
  stages: [
    { duration: seconds(20), target: 110 },
    { duration: seconds(20), target: 10 },
  ],
  maxUsers: 50,
  duration: seconds(40),
};

/** Twice as slow from 20 users on. */
const slice = sliceOf({
  seconds: 40,
  users: 40,
  rate: 800,
  usersAt: (second) => second + 1,
  pace: (second) => (second < 20 ? 1 : 2),
});
const summaryOf = (...slices: readonly (typeof slice)[]) => summarise(runOf(slices), 'browse', 'head');

describe('the curve of a ramp', () => {
  it('has latency by the number of users, the fewest first', () => {
    const curve = loadCurveOf(summaryOf(slice), users)!;
    expect(curve.of).toBe('users');
    expect(curve.points).toHaveLength(12);
    const levels = curve.points.map(({ level }) => level);
    expect(levels).toEqual(levels.toSorted((left, right) => left - right));
    expect(curve.points.at(-1)!.p50 / curve.points[0]!.p50).toBeGreaterThan(1.7);
    for (const { p50, p95 } of curve.points) expect(p95).toBeGreaterThan(p50);
  });

  it('has it by the rate that was asked for, up and down together', () => {
    const curve = loadCurveOf(summaryOf(slice), rate)!;
    expect(curve.of).toBe('rate');
    const levels = curve.points.map(({ level }) => level);
    expect(Math.max(...levels)).toBeLessThanOrEqual(110);
    expect(Math.min(...levels)).toBeGreaterThanOrEqual(10);
  });

  it.each([
    ['a constant load', summaryOf(slice), { ...users, kind: 'constant-users', users: 4 } as const],
    ['an unknown load', summaryOf(slice), null],
    ['two slices', summaryOf(slice, slice), users],
    ['a level that hardly moves', summaryOf(sliceOf({ seconds: 10 })), users],
  ])('is not there for %s', (_, summary, executor) => {
    expect(loadCurveOf(summary, executor)).toBeNull();
  });

  it('leaves out levels at which nothing was answered', () => {
    const silent = { ...slice, timeline: slice.timeline.map((row) => ({ ...row, p50: null, p95: null })) };
    expect(loadCurveOf(summaryOf(silent), users)).toBeNull();
  });

  it('is in the report of a ramp and not in that of constant users', () => {
    expect(tell(STORIES['ramp-knee']!).report.scenarios[0]!.loadCurve).not.toBeNull();
    expect(tell(STORIES['pass']!).report.scenarios[0]!.loadCurve).toBeNull();
  });
});
