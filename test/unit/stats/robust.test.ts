/** Centre and spread. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, robustSigma } from '../../../src/stats/robust.ts';

describe('median', () => {
  it('takes the middle, or the mean of the two middle values, in any order', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([1, 9, 5, 7])).toBe(6);
  });

  it('does not sort the caller’s values', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it.each([[[]], [[1, Number.NaN]], [[Number.POSITIVE_INFINITY]]])('refuses %j', (values) => {
    expect(() => median(values)).toThrow(RangeError);
    expect(() => robustSigma(values)).toThrow(RangeError);
  });
});

describe('robustSigma', () => {
  it('is 1.4826 times the median distance from the median', () => {
    expect(robustSigma([1, 2, 3, 4, 100])).toBeCloseTo(1.4826, 10);
  });

  it('scales with the values and ignores where they lie', () => {
    const values = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, fc.double({ min: 0.1, max: 10, noNaN: true }), (list, factor) => {
        const moved = list.map((value) => value * factor + 7);
        expect(robustSigma(moved)).toBeCloseTo(robustSigma(list) * factor, 6);
      }),
    );
  });
});
