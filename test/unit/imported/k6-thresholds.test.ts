/** Thresholds in a summary of k6: what was measured is found where k6 puts it, and nothing is made up where it does not. */
import { describe, expect, it } from 'vitest';
import { declaredThreshold, thresholdsIn } from '../../../src/imported/k6-thresholds.ts';

const TREND = { avg: 20, min: 1, med: 19, max: 99, 'p(90)': 40, 'p(95)': 50, 'p(99.9)': 90 };

/** The value of one threshold, by its expression. */
const valueOf = (expression: string, values: Readonly<Record<string, unknown>>) =>
  thresholdsIn({ waits: { values, thresholds: { [expression]: { ok: true } } } })[0]?.value;

describe('a threshold of k6', () => {
  it.each<[string, number | null]>([
    ['p(95)<200', 50],
    ['p(95.0) < 200', 50],
    ['p(99.9)<=200', 90],
    ['p(50)<200', 19],
    ['med<200', 19],
    ['avg>=1', 20],
    ['max!=3', 99],
    // Not among summaryTrendStats.
    ['p(99)<200', null],
    ['count>3', null],
    ['constructor<3', null],
    ['p(95)', null],
    ['anything at all', null],
  ])('%s has its value', (expression, value) => {
    expect(valueOf(expression, TREND)).toBe(value);
  });

  it('of a rate, a counter and a gauge has its value, in both forms of the summary', () => {
    expect(valueOf('rate<0.01', { rate: 0.002, passes: 2, fails: 998 })).toBe(0.002);
    expect(valueOf('rate>100', { count: 900, rate: 90 })).toBe(90);
    expect(valueOf('count>100', { count: 900, rate: 90 })).toBe(900);
    expect(valueOf('value<3', { value: 2, min: 1, max: 4 })).toBe(2);
    const exported = { passes: 2, fails: 998, value: 0.002, thresholds: { 'rate<0.01': true } };
    expect(thresholdsIn({ http_req_failed: exported })).toEqual([
      { metric: 'http_req_failed', expression: 'rate<0.01', value: 0.002, unit: null, crossed: true },
    ]);
  });

  it('of a time is in milliseconds, where k6 says so and where it is known', () => {
    const unitOf = (name: string, more = {}) =>
      thresholdsIn({ [name]: { ...more, thresholds: { 'max<1': {} } } })[0]?.unit;
    expect(unitOf('http_req_duration{name:search}')).toBe('ms');
    expect(unitOf('iteration_duration')).toBe('ms');
    expect(unitOf('waits', { contains: 'time' })).toBe('ms');
    expect(unitOf('waits')).toBeNull();
    expect(unitOf('http_req_durations')).toBeNull();
    expect(declaredThreshold('http_req_waiting', 'max<1').unit).toBe('ms');
  });

  it('that is none is passed over, and what is told of it wrongly is not known', () => {
    expect(thresholdsIn({ a: null, b: 3, c: { thresholds: [] }, d: { thresholds: 'x' } })).toEqual([]);
    const told = thresholdsIn({
      a: { max: Number.NaN, thresholds: { 'max<1': { ok: 'yes' }, 'min<1': null } },
    });
    expect(told.map(({ value, crossed }) => [value, crossed])).toEqual([
      [null, null],
      [null, null],
    ]);
    const many = Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`max<${index}`, true]));
    const kept = thresholdsIn({ ['x'.repeat(900)]: { thresholds: many } });
    expect(kept).toHaveLength(200);
    expect(kept[0]?.metric).toHaveLength(300);
  });
});
