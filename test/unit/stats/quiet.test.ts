/** The undisturbed end of many turns. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quietMean } from '../../../src/stats/quiet.ts';
import { normal, seeded } from '../../fixtures/random.ts';

describe('quietMean', () => {
  it('is the mean of the lowest quarter', () => {
    expect(quietMean([8, 1, 7, 3, 6, 5, 4, 9])).toBe(2);
    expect(quietMean([5])).toBe(5);
    expect(quietMean([])).toBeNull();
  });

  it('moves with all values and grows with their scale', () => {
    const values = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.double({ min: -100, max: 100, noNaN: true }), (list, shift) => {
        expect(quietMean(list.map((value) => value + shift))).toBeCloseTo((quietMean(list) ?? 0) + shift, 6);
        expect(quietMean(list.map((value) => 3 * value))).toBeCloseTo(3 * (quietMean(list) ?? 0), 6);
        expect(quietMean(list.toReversed())).toBe(quietMean(list));
      }),
    );
  });
});

describe('of two builds', () => {
  const random = seeded(3);
  const draw = normal(random);
  /** Turns of a build, half of which are disturbed. */
  const turns = (level: number): readonly number[] =>
    Array.from({ length: 20 }, () => level + 0.01 * draw() + (random() < 0.5 ? 0.3 * random() : 0));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const differences = (measure: (values: readonly number[]) => number): readonly number[] =>
    Array.from({ length: 400 }, () => measure(turns(0.03)) - measure(turns(0)));
  const quiet = differences((values) => quietMean(values) ?? Number.NaN);
  const deviation = (values: readonly number[]) =>
    Math.sqrt(mean(values.map((value) => (value - 0.03) ** 2)));

  it('tells 3 % apart through disturbances of up to 30 % in half of all turns, where the mean does not', () => {
    expect(deviation(quiet)).toBeLessThan(0.012);
    expect(deviation(quiet)).toBeLessThan(deviation(differences(mean)) / 3);
  });

  it('tells no change too small', () => {
    expect(mean(quiet)).toBeGreaterThan(0.028);
    expect(mean(quiet)).toBeLessThan(0.032);
  });
});
