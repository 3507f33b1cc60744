/** The noise between runs: its formula, and how often unchanged code would alarm. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  noiseBetweenRuns,
  PRIOR_DEGREES,
  PRIOR_SIGMA,
  predictionHalfWidth,
  SIGMA_FLOOR,
} from '../../../src/stats/prediction.ts';
import { normalSource } from './normal-source.ts';

describe('noiseBetweenRuns', () => {
  it('knows the prior alone after one run', () => {
    const noise = noiseBetweenRuns([42]);
    expect(noise).toMatchObject({ runs: 1, centre: 42, sigma: PRIOR_SIGMA, degrees: PRIOR_DEGREES });
    expect(noise.spread).toBeCloseTo(PRIOR_SIGMA * Math.SQRT2, 12);
  });

  it('blends the spread of the runs with the prior by degrees of freedom', () => {
    const noise = noiseBetweenRuns([Math.exp(-0.1), 1, Math.exp(0.1)]);
    const seen = 1.4826 * 0.1;
    expect(noise.degrees).toBe(6);
    expect(noise.sigma).toBeCloseTo(Math.sqrt((4 * 0.05 ** 2 + 2 * seen ** 2) / 6), 10);
    expect(noise.spread).toBeCloseTo(noise.sigma * Math.sqrt(4 / 3), 10);
  });

  it('never believes a history to be quieter than the floor', () => {
    const noise = noiseBetweenRuns(Array.from({ length: 30 }, () => 7));
    expect(noise.sigma).toBeGreaterThan(SIGMA_FLOOR);
    expect(noise.centre).toBeCloseTo(7, 12);
  });

  it('does not depend on the unit', () => {
    const histories = fc.array(fc.double({ min: 0.01, max: 1e5, noNaN: true }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(histories, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (values, unit) => {
        const plain = noiseBetweenRuns(values);
        const scaled = noiseBetweenRuns(values.map((value) => value * unit));
        expect(scaled.spread).toBeCloseTo(plain.spread, 8);
        expect(scaled.centre / (plain.centre * unit)).toBeCloseTo(1, 8);
      }),
    );
  });

  it.each([[[]], [[0]], [[-1, 2]], [[Number.NaN]], [[Number.POSITIVE_INFINITY]]])('refuses %j', (values) => {
    expect(() => noiseBetweenRuns(values)).toThrow(RangeError);
  });
});

describe('predictionHalfWidth', () => {
  it('shrinks as the history grows and widens with the confidence', () => {
    const widths = [1, 3, 10, 30].map((runs) =>
      predictionHalfWidth(noiseBetweenRuns(Array.from({ length: runs }, () => 5)), 0.999),
    );
    expect([...widths].sort((left, right) => right - left)).toEqual(widths);
    const noise = noiseBetweenRuns([5]);
    expect(predictionHalfWidth(noise, 0.999)).toBeGreaterThan(predictionHalfWidth(noise, 0.95));
  });

  it.each([1, 5, 10, 30])('covers the next of %d noisy runs nearly always', (runs) => {
    for (const sigma of [0.02, 0.03, 0.05]) {
      const normal = normalSource(1_000 * runs + sigma * 100);
      const draws = 3_000;
      let beyond = 0;
      for (let draw = 0; draw < draws; draw += 1) {
        const value = (): number => 10 * Math.exp(sigma * normal());
        const noise = noiseBetweenRuns(Array.from({ length: runs }, value));
        if (Math.log(value() / noise.centre) > predictionHalfWidth(noise, 0.999)) beyond += 1;
      }
      expect(beyond / draws).toBeLessThan(0.01);
    }
  });
});
