/** The centre of few replicates, against an independent library and in simulation. */
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import * as fc from 'fast-check';
import { mean, sampleStandardDeviation } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import {
  estimateOf,
  lowerBound,
  probabilityAbove,
  spreadOf,
  TRIMMED_FROM,
  upperBound,
} from '../../../src/stats/estimate.ts';
import { holm } from '../../../src/stats/holm.ts';
import { tProbability } from '../../../src/stats/student.ts';
import { normal, seeded } from '../../fixtures/random.ts';

const finite = fc.double({ min: -1, max: 1, noNaN: true });

describe('estimateOf', () => {
  it('is the mean and its standard error while values are few', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 2, maxLength: TRIMMED_FROM - 1 }), (values) => {
        const estimate = estimateOf(values);
        expect(estimate.centre).toBeCloseTo(mean(values), 12);
        expect(estimate.standardError).toBeCloseTo(
          sampleStandardDeviation(values) / Math.sqrt(values.length),
          12,
        );
        expect(estimate.degrees).toBe(values.length - 1);
      }),
    );
  });

  it('is the trimmed mean with Yuen’s standard error when they are many', () => {
    // Wilcox's example of §4.3 by hand: 20 values, 4 cut off either end.
    const values = Array.from({ length: 20 }, (_, index) => (index + 1) ** 2);
    const kept = values.slice(4, 16);
    const winsorised = values.map((value) => Math.min(Math.max(value, 25), 256));
    const estimate = estimateOf(values);
    expect(estimate.centre).toBeCloseTo(mean(kept), 9);
    expect(estimate.standardError).toBeCloseTo(
      sampleStandardDeviation(winsorised) / (0.6 * Math.sqrt(20)),
      9,
    );
    expect(estimate.degrees).toBe(11);
  });

  it('is not moved by a few wild values among many', () => {
    const values = Array.from({ length: 24 }, (_, index) => 0.01 * Math.sin(index));
    const wild = values.map((value, index) => (index < 3 ? 5 : value));
    expect(Math.abs(estimateOf(wild).centre - estimateOf(values).centre)).toBeLessThan(0.01);
  });

  it('knows nothing of the noise from one value', () => {
    const single = estimateOf([0.2]);
    expect(upperBound(single, 0.95)).toBe(Infinity);
    expect(lowerBound(single, 0.95)).toBe(-Infinity);
    expect(probabilityAbove(single, 0)).toBe(1);
  });

  it('has no doubt without any spread', () => {
    const same = estimateOf([0.02, 0.02, 0.02]);
    expect(probabilityAbove(same, 0.01)).toBe(0);
    expect(probabilityAbove(same, 0.02)).toBe(1);
  });

  it.each([[[]], [[1, Number.NaN]], [[Infinity]]])('refuses %j', (values) => {
    expect(() => estimateOf(values)).toThrow(RangeError);
  });
});

describe('bounds', () => {
  it('are mirrors of each other, and agree with the probability', () => {
    fc.assert(
      fc.property(
        fc.array(finite, { minLength: 3, maxLength: 30 }),
        fc.double({ min: 0.6, max: 0.999, noNaN: true }),
        (values, confidence) => {
          const estimate = estimateOf(values);
          fc.pre(estimate.standardError > 1e-9);
          const low = lowerBound(estimate, confidence);
          expect(-upperBound(estimateOf(values.map((value) => -value)), confidence)).toBeCloseTo(low, 9);
          expect(probabilityAbove(estimate, low)).toBeCloseTo(1 - confidence, 6);
        },
      ),
    );
  });

  it('hold the truth as often as they say, for few blocks and many', () => {
    const draw = normal(seeded(11));
    for (const count of [6, 14, 22]) {
      const outside = Array.from({ length: 20_000 }, () =>
        upperBound(estimateOf(Array.from({ length: count }, () => 0.01 * draw())), 0.95),
      ).filter((bound) => bound < 0).length;
      // 5 % of 20,000, give or take four standard errors.
      expect(outside / 20_000).toBeGreaterThan(0.043);
      expect(outside / 20_000).toBeLessThan(0.057);
    }
  });
});

describe('spreadOf', () => {
  it('is the standard deviation, with an interval that holds the truth as often as it says', () => {
    const draw = normal(seeded(17));
    for (const count of [4, 12, 40]) {
      const outside = Array.from({ length: 10_000 }, () => {
        const values = Array.from({ length: count }, () => 0.01 * draw());
        const { deviation, interval } = spreadOf(values, 0.95);
        expect(deviation).toBeCloseTo(sampleStandardDeviation(values), 12);
        return interval;
      }).filter(([low, high]) => low > 0.01 || high < 0.01).length;
      // 10 % of 10,000, give or take four standard errors.
      expect(outside / 10_000).toBeGreaterThan(0.088);
      expect(outside / 10_000).toBeLessThan(0.112);
    }
  });

  it.each([[[]], [[1]]])('refuses %j', (values) => {
    expect(() => spreadOf(values, 0.95)).toThrow(RangeError);
  });
});

describe('tProbability', () => {
  it('undoes the quantile of an independent library, far into the tail', () => {
    for (const degrees of [1, 5, 8, 13, 21]) {
      for (const probability of [1e-5, 1e-3, 0.1, 0.5, 0.95]) {
        const there = tProbability(tQuantile(probability, degrees), degrees);
        expect(Math.abs(there / probability - 1)).toBeLessThan(1e-5);
      }
    }
  });
});

describe('holm', () => {
  it('holds the smallest to the whole family, the next to the rest', () => {
    expect(holm([0.02, 0.001, 0.2], 0.05)).toEqual([true, true, false]);
    expect(holm([0.03, 0.03, 0.001], 0.05)).toEqual([false, false, true]);
    expect(holm([0.04], 0.05)).toEqual([true]);
    expect(holm([], 0.05)).toEqual([]);
    expect(holm([0.02, 0.02], 0.03)).toEqual([false, false]);
  });

  it('is never bolder than each by itself, nor shyer than Bonferroni', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }),
        (all) => {
          const rejected = holm(all, 0.05);
          const bold = all.filter((each, index) => rejected[index] === true && each > 0.05);
          const shy = all.filter((each, index) => rejected[index] === false && each <= 0.05 / all.length);
          expect([bold, shy]).toEqual([[], []]);
        },
      ),
    );
  });
});
