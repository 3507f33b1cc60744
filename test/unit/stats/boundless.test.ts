import { describe, expect, it } from 'vitest';
import { METRICS } from '../../../src/domain/metric.ts';
import { MARKDOWN_MARKS } from '../../../src/report/markdown.ts';
import { LANGUAGES, penOf } from '../../../src/report/pen.ts';
import { isBlind, isBoundless } from '../../../src/stats/boundless.ts';

/** What the judge says of one block: e^±5. */
const ONE_BLOCK = [Math.expm1(-5), Math.expm1(5)] as const;

describe('isBoundless', () => {
  it.each([
    { what: 'of one block', interval: ONE_BLOCK, expected: true },
    {
      what: 'of a service a hundred times slower, which is known well',
      interval: [98, 103],
      expected: false,
    },
    { what: 'from half to twice', interval: [-0.5, 1], expected: false },
    { what: 'down to nothing', interval: [-1, 0], expected: true },
  ] as const)('$what', ({ interval, expected }) => {
    expect(isBoundless(METRICS.p95, interval)).toBe(expected);
  });

  it('is never so of points', () => {
    expect(isBoundless(METRICS['error-rate'], [-0.99, 0.99])).toBe(false);
  });

  it.each(['en', 'ru'] as const)('is told without numbers (%s)', (language) => {
    const words = LANGUAGES[language];
    const told = words.changes.between('p95', ONE_BLOCK, penOf(words, MARKDOWN_MARKS, 1));
    expect(told).not.toMatch(/\d/u);
    expect(told).toContain(language === 'en' ? 'much slower' : 'намного медленнее');
  });
});

it('is blind to a change that is missed although it is fifty times', () => {
  expect(isBlind(METRICS.p95, 49.1)).toBe(true);
  expect(isBlind(METRICS.p95, 2)).toBe(false);
  expect(isBlind(METRICS.throughput, 0.99)).toBe(true);
  expect(isBlind(METRICS.throughput, 0.9)).toBe(false);
  expect(isBlind(METRICS['error-rate'], 0.99)).toBe(false);
});
