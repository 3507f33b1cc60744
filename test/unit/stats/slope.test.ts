/** Slopes whose truth is known, and how often a series without one is said to have it. */
import { describe, expect, it } from 'vitest';
import { slopeOf, VALUES_MAX } from '../../../src/stats/slope.ts';
import { normal, seeded } from '../../fixtures/random.ts';

const CONFIDENCE = 0.95;
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** Values of which each resembles the one before: an AR(1) process. */
function alike(count: number, share: number, draw: () => number): readonly number[] {
  let value = draw() / Math.sqrt(1 - share ** 2);
  return upTo(count).map(() => (value = share * value + draw()));
}

/** Share of 2,000 series beyond a score of 1.96, either way: 5 % by right. */
function alarms(series: (draw: () => number) => readonly number[]): number {
  const draw = normal(seeded(11));
  const runs = 2_000;
  return upTo(runs).filter(() => Math.abs(slopeOf(series(draw), CONFIDENCE).z) > 1.96).length / runs;
}

describe('slopeOf', () => {
  it('reads a line off exactly', () => {
    const { slope, interval, z } = slopeOf(
      upTo(20).map((index) => 5 + 3 * index),
      CONFIDENCE,
    );
    expect(slope).toBe(3);
    expect(interval).toEqual([3, 3]);
    // 190 pairs rise; the variance is 20·19·45 / 18.
    expect(z).toBeCloseTo(189 / Math.sqrt(950), 10);
  });

  it('agrees with a worked example', () => {
    // Gilbert, Statistical Methods for Environmental Pollution Monitoring, 1987, chapter 16: three values rise, the median of the slopes is between.
    const { slope, z } = slopeOf([10, 15, 14, 20], CONFIDENCE);
    // Slopes 5, 2, 10/3, −1, 2.5, 6; five rise and one falls.
    expect(slope).toBeCloseTo((2.5 + 10 / 3) / 2, 10);
    expect(z).toBeCloseTo(3 / Math.sqrt((4 * 3 * 13) / 18), 10);
  });

  it('is not moved by a few odd values', () => {
    const values = upTo(30).map((index) => (index % 7 === 3 ? 900 : 2 * index));
    expect(slopeOf(values, CONFIDENCE).slope).toBeCloseTo(2, 1);
  });

  it('has nothing to say of a series that stands still', () => {
    expect(slopeOf([4, 4, 4, 4, 4], CONFIDENCE)).toEqual({ slope: 0, interval: [0, 0], z: 0 });
  });

  it('is as seldom wrong as it says where values are independent', () => {
    expect(alarms((draw) => upTo(30).map(draw))).toBeLessThan(0.06);
  });

  it('is not much more often wrong where they resemble each other', () => {
    // Without the correction for autocorrelation it is a third; no correction makes it 5 % from so few values, which is why callers ask for a high z.
    expect(alarms((draw) => alike(60, 0.6, draw))).toBeLessThan(0.2);
  });

  it('holds the true slope in its interval', () => {
    const draw = normal(seeded(3));
    const held = upTo(500).filter(() => {
      const [low, high] = slopeOf(
        upTo(20).map((index) => 0.5 * index + draw()),
        CONFIDENCE,
      ).interval;
      return low <= 0.5 && high >= 0.5;
    });
    expect(held.length / 500).toBeGreaterThan(0.93);
  });

  it('refuses too few values, and too many', () => {
    expect(() => slopeOf([1, 2, 3], CONFIDENCE)).toThrow(RangeError);
    expect(() => slopeOf(upTo(VALUES_MAX + 1), CONFIDENCE)).toThrow(RangeError);
  });
});
