/** Latency and errors that rise under a load that stays the same, and such that do not. */
import { describe, expect, it } from 'vitest';
import { perSecond } from '../../../src/domain/units.ts';
import { errorDrift, latencyDrift } from '../../../src/stats/soak.ts';
import { sliceOf } from '../../fixtures/measured.ts';
import { seeded } from '../../fixtures/random.ts';

const SECONDS = 180;
const soak = (pace: (second: number) => number, seed = 7) =>
  sliceOf({ seed, seconds: SECONDS, rate: 60, pace });

/** A slice in which so large a share of the attempts fails; drawn one by one. */
function failing(share: (second: number) => number, seed = 3): ReturnType<typeof soak> {
  const random = seeded(seed);
  const slice = soak(() => 1);
  const timeline = slice.timeline.map((row) => {
    const failed = Array.from({ length: 60 }, random).filter((drawn) => drawn < share(row.second)).length;
    return { ...row, errors: perSecond(failed), throughput: perSecond(60 - failed) };
  });
  return { ...slice, timeline };
}

describe('latencyDrift', () => {
  it('finds a rise that goes on, and tells its ends', () => {
    const drifted = latencyDrift(
      soak((second) => 1 + second / SECONDS),
      'p50',
    );
    expect(drifted?.seconds).toBe(120);
    expect((drifted?.to ?? 0) / (drifted?.from ?? 1)).toBeCloseTo(2 / (4 / 3), 1);
  });

  it.each<[string, (second: number) => number]>([
    ['a service that is warm after a minute', (second) => 1 + Math.max(0, 50 - second) / 50],
    ['a slow minute in the middle', (second) => (second > 80 && second < 140 ? 1.5 : 1)],
    ['a rise that is over', (second) => 1 + Math.min(second, 110) / SECONDS],
    ['a rise of a twentieth', (second) => 1 + (0.05 * second) / SECONDS],
    ['a day like any other', () => 1],
  ])('is silent about %s', (_, pace) => {
    expect(latencyDrift(soak(pace), 'p50')).toBeNull();
    expect(latencyDrift(soak(pace), 'p95')).toBeNull();
  });

  it('is silent about a hundred services that do not change', () => {
    const alarms = Array.from({ length: 100 }, (_, seed) => soak(() => 1, seed + 1)).filter(
      (slice) => latencyDrift(slice, 'p95') !== null || latencyDrift(slice, 'p50') !== null,
    );
    expect(alarms).toHaveLength(0);
  });
});

describe('errorDrift', () => {
  it('finds a share that rises', () => {
    const drifted = errorDrift(failing((second) => 0.1 * (second / SECONDS)));
    expect(drifted?.from).toBeCloseTo(0.033, 1);
    expect(drifted?.to).toBeGreaterThan(0.08);
  });

  it('is silent about errors that come as they came before, and about none', () => {
    const alarms = Array.from({ length: 300 }, (_, seed) => failing(() => 0.02, seed + 1)).filter(
      (slice) => errorDrift(slice) !== null,
    );
    expect(alarms.length).toBeLessThanOrEqual(1);
    expect(errorDrift(failing(() => 0))).toBeNull();
  });
});
