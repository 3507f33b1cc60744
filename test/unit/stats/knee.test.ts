/** Knees of curves whose knee is known. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kneedle, powerKnee } from '../../../src/stats/knee.ts';
import type { LoadStep } from '../../../src/stats/ladder.ts';
import { normal, seeded } from '../../fixtures/random.ts';
import { levelsUpTo } from './closed-loop.ts';

/** A closed loop without think time: the response time follows from the throughput. */
const stepsOf = (levels: readonly number[], throughput: (users: number) => number): readonly LoadStep[] =>
  levels.map((users) => ({
    users,
    throughput: throughput(users),
    response: (1000 * users) / throughput(users),
  }));

const workers = (count: number) => (users: number) => 10 * Math.min(users, count);

describe('powerKnee', () => {
  it('is the number of workers when they share nothing', () => {
    for (const count of [2, 3, 4, 5, 6, 7, 8, 11, 16, 24, 48]) {
      const knee = powerKnee(stepsOf(levelsUpTo(4 * count), workers(count)))!;
      expect(knee.end).toBeNull();
      expect(Math.abs(knee.users / count - 1)).toBeLessThan(0.1);
    }
  });

  it('lies between the steps, where the power of the whole curve is greatest', () => {
    // X / R of Amdahl's law is λ²N / (1 + σ(N − 1))², greatest at N = 1 / σ − 1.
    for (const sigma of [0.03, 0.07, 0.15]) {
      const steps = stepsOf(levelsUpTo(256), (users) => (40 * users) / (1 + sigma * (users - 1)));
      expect(Math.abs(powerKnee(steps)!.users / (1 / sigma - 1) - 1)).toBeLessThan(0.05);
    }
  });

  it('says when it is an end of the ladder, beyond which it may lie', () => {
    expect(powerKnee(stepsOf([1, 2, 4, 8], workers(64)))).toEqual({ users: 8, end: 'highest' });
    expect(powerKnee(stepsOf([8, 16, 32], workers(4)))).toEqual({ users: 8, end: 'lowest' });
    expect(powerKnee(stepsOf([5], workers(4)))).toEqual({ users: 5, end: 'lowest' });
  });

  it('leaves out steps without answers, and has nothing to say without any', () => {
    const dead = { users: 64, throughput: 0, response: Number.NaN };
    const steps = stepsOf([1, 2, 4, 8, 16], workers(4));
    expect(powerKnee([dead, ...steps])).toEqual(powerKnee(steps));
    expect(powerKnee([dead])).toBeNull();
    expect(powerKnee([])).toBeNull();
  });

  it('is within the ladder, and depends neither on the order nor on the unit', () => {
    const step = fc.record({
      users: fc.integer({ min: 1, max: 500 }),
      throughput: fc.integer({ min: 1, max: 10_000 }),
      response: fc.integer({ min: 1, max: 10_000 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(step, { minLength: 1, selector: ({ users }) => users }), (steps) => {
        const knee = powerKnee(steps)!;
        const users = steps.map((each) => each.users);
        expect(knee.users).toBeGreaterThanOrEqual(Math.min(...users));
        expect(knee.users).toBeLessThanOrEqual(Math.max(...users));
        expect(powerKnee(steps.toReversed())).toEqual(knee);
        const doubled = powerKnee(steps.map((each) => ({ ...each, throughput: 2 * each.throughput })))!;
        expect(doubled.users).toBeCloseTo(knee.users, 6);
      }),
    );
  });
});

describe('kneedle', () => {
  const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

  it('finds the corner of a broken line', () => {
    expect(
      kneedle(
        range(20),
        range(20).map((x) => Math.min(x, 6)),
      ),
    ).toBe(6);
  });

  it('finds the knee of the authors’ first figure: y = −1 / (x + 0.1) + 5, at 0.22', () => {
    const xs = range(10).map((index) => index / 9);
    expect(
      kneedle(
        xs,
        xs.map((x) => -1 / (x + 0.1) + 5),
      ),
    ).toBeCloseTo(0.22, 2);
  });

  it('finds the knee of a normal distribution’s distribution function near the mean and a deviation, as the authors do', () => {
    const draw = normal(seeded(8));
    const values = Array.from({ length: 2_000 }, () => 50 + 10 * draw()).sort((left, right) => left - right);
    const xs = range(101);
    const knee = kneedle(
      xs,
      xs.map((x) => values.filter((value) => value <= x).length),
    );
    expect(knee).toBeGreaterThan(55);
    expect(knee).toBeLessThan(72);
  });

  it.each([
    ['a line', range(10), range(10)],
    ['a flat line', range(10), range(10).map(() => 4)],
    ['a curve that bends up', range(10), range(10).map((x) => x ** 2)],
    ['a falling line', range(10), range(10).map((x) => -x)],
    ['two points', [1, 2], [1, 5]],
    ['one x', [3, 3, 3], [1, 2, 3]],
    ['nothing', [], []],
    ['NaN', [1, 2, Number.NaN, 4], [1, 2, 3, 4]],
    ['too few ys', [1, 2, 3, 4], [1, 3]],
    ['infinity', [1, 2, 3, 4], [1, 3, Infinity, 4]],
  ])('has none for %s', (_, xs, ys) => {
    expect(kneedle(xs, ys)).toBeNull();
  });

  it('is one of the xs, and depends neither on order nor on units', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 1000 }));
    fc.assert(
      fc.property(fc.uniqueArray(point, { maxLength: 15, selector: ([x]) => x }), (points) => {
        const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
        const knee = kneedle(xs, ys);
        expect([null, ...xs]).toContain(knee);
        expect(kneedle(xs.toReversed(), ys.toReversed())).toBe(knee);
        expect(
          kneedle(
            xs.map((x) => 4 * x),
            ys.map((y) => 8 * y),
          ),
        ).toBe(knee === null ? null : 4 * knee);
      }),
    );
  });
});
