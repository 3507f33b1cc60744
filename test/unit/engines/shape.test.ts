/** Levels and arrivals of executors. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArrivalRate, Executor, RampingArrivalRate, RampingUsers } from '../../../src/domain/plan.ts';
import { millis } from '../../../src/domain/units.ts';
import { arrivalsOf, heldAt, peakOf, rateAllowed, usersOf } from '../../../src/engines/shape.ts';
import { levelAt } from '../../../src/stats/levels.ts';

const RAMP: RampingUsers = {
  kind: 'ramping-users',
  startUsers: 0,
  stages: [
    { duration: millis(10_000), target: 50 },
    { duration: millis(20_000), target: 50 },
    { duration: millis(0), target: 20 },
    { duration: millis(10_000), target: 0 },
  ],
  thinkTime: { kind: 'uniform', from: millis(500), to: millis(1_500) },
  duration: millis(40_000),
};

const rising = (changes: Partial<RampingArrivalRate> = {}): RampingArrivalRate => ({
  kind: 'ramping-arrival-rate',
  startRate: 0,
  stages: [{ duration: millis(10_000), target: 100 }],
  maxUsers: 200,
  duration: millis(10_000),
  ...changes,
});

function timesOf(executor: ArrivalRate): readonly number[] {
  const next = arrivalsOf(executor);
  const times: number[] = [];
  for (let at = next(); at !== null; at = next()) times.push(at);
  return times;
}

describe('the level', () => {
  it('goes in straight lines from target to target, and steps where a stage takes no time', () => {
    const at = [0, 5_000, 10_000, 29_999, 30_000, 35_000, 40_000, 90_000];
    expect(at.map((elapsed) => Math.round(levelAt(RAMP, elapsed)))).toEqual([0, 25, 50, 50, 20, 10, 0, 0]);
    expect(peakOf(RAMP)).toBe(50);
    expect(usersOf(RAMP)).toBe(50);
    expect(usersOf(rising())).toBe(200);
  });

  it('is held at its first for a warm-up, and at its highest for short turns', () => {
    expect(heldAt('peak', RAMP, millis(100))).toEqual({
      kind: 'constant-users',
      users: 50,
      thinkTime: RAMP.thinkTime,
      duration: 100,
    });
    expect(heldAt('first', rising({ startRate: 20 }), millis(3_000))).toEqual({
      kind: 'constant-arrival-rate',
      rate: 20,
      maxUsers: 200,
      duration: 3_000,
    });
  });

  it('allows for so many answers a second', () => {
    expect(rateAllowed(RAMP, millis(250))).toBe(40);
    expect(rateAllowed(rising(), null)).toBe(100);
    const plain: Executor = {
      kind: 'constant-users',
      users: 10,
      thinkTime: null,
      duration: millis(1_000),
    };
    expect(rateAllowed(plain, millis(5))).toBeNull();
  });
});

describe('arrivals', () => {
  it('of a constant rate come at equal distances, and as many as asked for', () => {
    const executor = {
      kind: 'constant-arrival-rate',
      rate: 40,
      maxUsers: 10,
      duration: millis(20_000),
    } as const;
    const times = timesOf(executor);
    expect(times).toHaveLength(800);
    expect(times.every((at, index) => Math.abs(at - 25 * index) < 1e-6)).toBe(true);
  });

  it('of a ramp come when the area under the rate reaches the next whole number', () => {
    const times = timesOf(rising());
    // Half of 10 s times 100/s.
    expect(times).toHaveLength(500);
    // 5t² arrivals after t seconds.
    for (const [number, at] of times.entries()) {
      expect(5 * (at / 1_000) ** 2).toBeCloseTo(number, 6);
    }
  });

  it('leave out stretches without any rate', () => {
    const stages = [
      { duration: millis(1_000), target: 0 },
      { duration: millis(0), target: 10 },
      { duration: millis(1_000), target: 10 },
    ];
    const times = timesOf(rising({ stages, duration: millis(2_000) }));
    expect(times).toHaveLength(10);
    expect(times[0]).toBe(1_000);
  });

  it('are in order and within the duration for any stages, and as many as the area says', () => {
    const stage = fc.record({
      duration: fc.integer({ min: 0, max: 4_000 }).map(millis),
      target: fc.integer({ min: 0, max: 300 }),
    });
    fc.assert(
      fc.property(
        fc.array(stage, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 300 }),
        (stages, startRate) => {
          const duration = stages.reduce((sum, each) => sum + each.duration, 0);
          const times = timesOf(rising({ stages, startRate, duration: millis(duration) }));
          let [from, area] = [startRate, 0];
          for (const each of stages) {
            area += ((from + each.target) / 2) * (each.duration / 1_000);
            from = each.target;
          }
          expect(Math.abs(times.length - area)).toBeLessThanOrEqual(1 + 1e-6);
          expect(times.every((at, index) => at >= (times[index - 1] ?? 0) && at <= duration + 1e-6)).toBe(
            true,
          );
        },
      ),
    );
  });
});
