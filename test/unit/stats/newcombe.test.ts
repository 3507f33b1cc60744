/** Intervals for shares, against published values. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newcombeInterval, overdispersion, pooled, wilsonInterval } from '../../../src/stats/newcombe.ts';

describe('wilsonInterval', () => {
  it('gives the values of Newcombe (1998), table I', () => {
    const [low, high] = wilsonInterval({ hits: 81, total: 263 }, 0.975);
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
    const [none, some] = wilsonInterval({ hits: 0, total: 20 }, 0.975);
    expect(none).toBe(0);
    expect(some).toBeCloseTo(0.1611, 4);
  });

  it.each([
    [1, 0],
    [-1, 5],
    [6, 5],
    [Number.NaN, 5],
  ])('refuses %d of %d', (hits, total) => {
    expect(() => wilsonInterval({ hits, total }, 0.95)).toThrow(RangeError);
  });
});

describe('newcombeInterval', () => {
  it('gives the values of Newcombe (1998), method 10', () => {
    const [low, high] = newcombeInterval({ hits: 48, total: 80 }, { hits: 56, total: 70 }, 0.975);
    expect(low).toBeCloseTo(0.0524, 4);
    expect(high).toBeCloseTo(0.3339, 4);
  });

  it('holds the difference, turns with the sides, and widens with the confidence', () => {
    const share = fc.tuple(fc.nat(1_000), fc.integer({ min: 1, max: 1_000 })).map(([hits, total]) => ({
      hits: Math.min(hits, total),
      total,
    }));
    fc.assert(
      fc.property(share, share, (before, now) => {
        const difference = now.hits / now.total - before.hits / before.total;
        const [low, high] = newcombeInterval(before, now, 0.95);
        const [reversedLow, reversedHigh] = newcombeInterval(now, before, 0.95);
        const [lower, higher] = newcombeInterval(before, now, 0.999);
        expect(low).toBeLessThanOrEqual(difference + 1e-12);
        expect(high).toBeGreaterThanOrEqual(difference - 1e-12);
        expect([reversedLow, reversedHigh].map((end) => -end)).toEqual([
          expect.closeTo(high, 10),
          expect.closeTo(low, 10),
        ]);
        expect(lower).toBeLessThanOrEqual(low + 1e-12);
        expect(higher).toBeGreaterThanOrEqual(high - 1e-12);
      }),
    );
  });
});

describe('overdispersion', () => {
  it('is 1 for a history that counting explains, and for a single run', () => {
    expect(overdispersion([{ hits: 5, total: 100 }])).toBe(1);
    expect(
      overdispersion([
        { hits: 0, total: 100 },
        { hits: 0, total: 100 },
      ]),
    ).toBe(1);
    expect(
      overdispersion([
        { hits: 10, total: 1_000 },
        { hits: 11, total: 1_000 },
      ]),
    ).toBe(1);
  });

  it('sees that errors come in bursts', () => {
    const bursts = [
      { hits: 0, total: 1_000 },
      { hits: 60, total: 1_000 },
      { hits: 0, total: 1_000 },
    ];
    expect(pooled(bursts)).toEqual({ hits: 60, total: 3_000 });
    // chi-square = (20² + 40² + 20²) / (1000 · 0.02 · 0.98) over 2 degrees of freedom
    expect(overdispersion(bursts)).toBeCloseTo(2_400 / 19.6 / 2, 8);
  });
});
