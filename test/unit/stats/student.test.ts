/** Quantiles against a second library, and a printed table. */
import oracle from '@stdlib/stats-base-dists-t-quantile';
import { chiSquaredDistributionTable } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { chiSquareQuantile, normalQuantile, tQuantile } from '../../../src/stats/student.ts';

const degrees = [1, 2, 3, 4, 5, 8, 9, 13, 20, 33, 100, 1000];
const probabilities = [0.001, 0.05, 0.3, 0.5, 0.9, 0.95, 0.975, 0.99, 0.995, 0.999];

describe('tQuantile', () => {
  it.each(degrees)('agrees with the oracle for %d degrees of freedom', (df) => {
    for (const probability of probabilities) {
      const expected = oracle(probability, df);
      expect(Math.abs(tQuantile(probability, df) - expected)).toBeLessThan(
        1e-7 * Math.max(1, Math.abs(expected)),
      );
    }
  });

  it('approaches the normal quantile', () => {
    expect(tQuantile(0.999, 1e6)).toBeCloseTo(normalQuantile(0.999), 4);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959_964, 6);
  });

  it.each([
    [0, 4],
    [1, 4],
    [Number.NaN, 4],
    [0.9, 0],
    [0.9, Number.POSITIVE_INFINITY],
    [0.9, Number.NaN],
  ])('refuses probability %d with %d degrees', (probability, df) => {
    expect(() => tQuantile(probability, df)).toThrow(RangeError);
  });
});

describe('chiSquareQuantile', () => {
  // Hines & Montgomery (1980), to two decimals; the column names the probability above.
  const table = Object.entries(chiSquaredDistributionTable).filter(([df]) => Number(df) <= 60);

  it.each(table)('agrees with the printed table for %s degrees of freedom', (df, row) => {
    const wrong = Object.entries(row).filter(
      ([above, printed]) => Math.abs(chiSquareQuantile(1 - Number(above), Number(df)) - printed) > 0.011,
    );
    expect(wrong).toEqual([]);
  });

  it('is what it can be written as for one and for two degrees of freedom', () => {
    for (const probability of probabilities) {
      expect(chiSquareQuantile(probability, 2)).toBeCloseTo(-2 * Math.log(1 - probability), 7);
      expect(chiSquareQuantile(probability, 1)).toBeCloseTo(normalQuantile((1 + probability) / 2) ** 2, 7);
    }
  });

  it.each([
    [0, 4],
    [1, 4],
    [0.9, 0],
  ])('refuses probability %d with %d degrees', (probability, df) => {
    expect(() => chiSquareQuantile(probability, df)).toThrow(RangeError);
  });
});
