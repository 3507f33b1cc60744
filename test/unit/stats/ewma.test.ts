/** Slow drifts. */
import { describe, expect, it } from 'vitest';
import { driftOf } from '../../../src/stats/ewma.ts';
import { normal, seeded } from '../../fixtures/random.ts';

const noisy = (count: number, step: number, seed: number): readonly number[] => {
  const draw = normal(seeded(seed));
  return Array.from({ length: count }, (_, index) => step * Math.max(0, index - 10) + 0.02 * draw());
};

describe('driftOf', () => {
  it('sees what no single step shows', () => {
    const change = driftOf(noisy(30, 0.01, 3));
    expect(change).toBeGreaterThan(0.08);
    expect(driftOf(noisy(30, -0.01, 3))).toBeLessThan(-0.08);
  });

  it('says nothing of steady values, or of few', () => {
    expect(driftOf(noisy(14, 0.05, 3))).toBeNull();
    expect(driftOf(Array.from({ length: 30 }, () => 1))).toBeNull();
    const alarms = Array.from({ length: 400 }, (_, seed) => driftOf(noisy(30, 0, seed + 1))).filter(
      (change) => change !== null,
    );
    // The usual of ten runs is itself uncertain; one history in ten is too many, one in a hundred is fine.
    expect(alarms.length / 400).toBeLessThan(0.06);
  });
});
