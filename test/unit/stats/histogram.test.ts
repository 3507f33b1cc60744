/** The histogram: exact counts, values within a thousandth, merging the same as recording together. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { micros } from '../../../src/domain/units.ts';
import { createHistogram, fromRecord, type Histogram } from '../../../src/stats/histogram.ts';

const values = fc.array(fc.integer({ min: 1, max: 60_000_000 }), { minLength: 1, maxLength: 300 });

function histogramOf(numbers: readonly number[]): Histogram {
  const histogram = createHistogram();
  for (const number of numbers) histogram.record(micros(number));
  return histogram;
}

/** The value at rank ⌈q·n⌉: what a share q of all values does not exceed. */
function exact(numbers: readonly number[], q: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.max(Math.ceil(q * sorted.length - 1e-9), 1) - 1] ?? Number.NaN;
}

describe('a histogram', () => {
  test('has no numbers without values', () => {
    const empty = createHistogram();
    expect([empty.count, empty.mean, empty.max, empty.quantile(0.5)]).toEqual([0, null, null, null]);
    expect(fromRecord(empty.toRecord()).count).toBe(0);
  });

  test('gives quantiles within a thousandth of the exact ones', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(0.5, 0.75, 0.9, 0.95, 0.99, 1), (numbers, q) => {
        const truth = exact(numbers, q);
        const seen = histogramOf(numbers).quantile(q) ?? 0;
        expect(Math.abs(seen - truth)).toBeLessThanOrEqual(Math.max(1, truth / 1_000));
      }),
    );
  });

  test('merged is what recording together would have been', () => {
    fc.assert(
      fc.property(values, values, (some, others) => {
        const merged = histogramOf(some);
        merged.add(histogramOf(others));
        expect(merged.toRecord()).toEqual(histogramOf([...some, ...others]).toRecord());
      }),
    );
  });

  test('comes back from its record', () => {
    fc.assert(
      fc.property(values, (numbers) => {
        const record = histogramOf(numbers).toRecord();
        expect(record.count).toBe(numbers.length);
        expect(fromRecord(structuredClone(record)).toRecord()).toEqual(record);
      }),
    );
  });

  test('rounds fractions, and keeps what lies beyond its ends at the nearer one', () => {
    const histogram = createHistogram();
    for (const value of [0, 0.2, 1e12]) histogram.record(micros(value));
    expect(histogram.count).toBe(3);
    expect(histogram.quantile(0.5)).toBe(1);
    expect((histogram.max ?? 0) / 3_600_000_000).toBeCloseTo(1, 2);
  });

  test('forgets on reset', () => {
    const histogram = histogramOf([1, 2, 3]);
    histogram.reset();
    expect([histogram.count, histogram.max]).toEqual([0, null]);
  });

  test('takes no value that is no number', () => {
    const histogram = createHistogram();
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      // As a caller could who goes round the unit's own check.
      expect(() => histogram.record(value as ReturnType<typeof micros>)).toThrow(RangeError);
    }
    expect(histogram.count).toBe(0);
  });

  test('refuses a record that is broken, or that holds another number of values', () => {
    const record = histogramOf([5, 6]).toRecord();
    expect(() => fromRecord({ ...record, count: 3 })).toThrow('holds 2');
    expect(() => fromRecord({ ...record, encoded: 'HISTFAAAABvnonsense' })).toThrow('cannot be decoded');
  });
});
