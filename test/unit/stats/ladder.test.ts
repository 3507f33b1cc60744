/** Steps of a ladder: levels, and how well a curve describes them. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goodnessOf, levelsOf } from '../../../src/stats/ladder.ts';
import { normal, seeded } from '../../fixtures/random.ts';

describe('levelsOf', () => {
  it('sorts by users, and makes one step of those with as many', () => {
    const levels = levelsOf([
      { users: 8, throughput: 100, response: 10 },
      { users: 2, throughput: 40, response: 5 },
      { users: 8, throughput: 300, response: 30 },
    ]);
    expect(levels).toEqual([
      { users: 2, throughput: 40, response: 5 },
      { users: 8, throughput: 200, response: 25 },
    ]);
  });
});

describe('goodnessOf', () => {
  it('is perfect for the same numbers, and for equal ones', () => {
    expect(goodnessOf([1, 2, 4], [1, 2, 4], 2)).toEqual({ r2: 1, worst: 0, quality: 'good' });
    expect(goodnessOf([3, 3, 3], [3, 3, 3], 1)).toEqual({ r2: 1, worst: 0, quality: 'good' });
  });

  it('explains nothing with a constant, and less than nothing with a worse one', () => {
    const measured = [1, 2, 4, 8];
    expect(
      goodnessOf(
        measured,
        measured.map(() => Math.sqrt(8)),
        1,
      ).r2,
    ).toBeCloseTo(0, 12);
    expect(
      goodnessOf(
        measured,
        measured.map(() => 100),
        1,
      ).r2,
    ).toBeLessThan(0);
  });

  it('tells the largest distance as a share of the curve', () => {
    expect(goodnessOf([110, 200, 270], [100, 200, 300], 1).worst).toBeCloseTo(0.1, 12);
  });

  it('is good for usual noise, fair for much of it, poor for what is no noise any more', () => {
    const draw = normal(seeded(9));
    const curve = Array.from({ length: 12 }, (_, index) => 2 ** index);
    const share = (sigma: number, quality: string): number => {
      const qualities = Array.from(
        { length: 500 },
        () =>
          goodnessOf(
            curve.map((value) => value * Math.exp(sigma * draw())),
            curve,
            3,
          ).quality,
      );
      return qualities.filter((each) => each === quality).length / 500;
    };
    expect(share(0.02, 'good')).toBeGreaterThan(0.99);
    expect(share(0.07, 'fair')).toBeGreaterThan(0.9);
    expect(share(0.25, 'poor')).toBeGreaterThan(0.95);
  });

  it('does not depend on the unit', () => {
    const values = fc.array(fc.double({ min: 0.1, max: 1e4, noNaN: true }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(
        values,
        values,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (measured, curve, unit) => {
          const scaled = (all: readonly number[]): readonly number[] => all.map((value) => unit * value);
          const [plain, other] = [
            goodnessOf(measured, curve, 2),
            goodnessOf(scaled(measured), scaled(curve), 2),
          ];
          expect(other.worst / (plain.worst || 1)).toBeCloseTo(plain.worst > 0 ? 1 : 0, 6);
          expect(other.r2 / plain.r2).toBeCloseTo(1, 4);
        },
      ),
    );
  });
});
