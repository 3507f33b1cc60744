/** Quantiles against a second library. */
import oracle from '@stdlib/stats-base-dists-t-quantile';
import { describe, expect, it } from 'vitest';
import { normalQuantile, tQuantile } from '../../../src/stats/student.ts';

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
