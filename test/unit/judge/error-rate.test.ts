/** The error rate against its history: its lines, and how often it is wrong. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Counts } from '../../../src/domain/measurement.ts';
import { compareErrorRate } from '../../../src/judge/error-rate.ts';
import { newcombeInterval } from '../../../src/stats/newcombe.ts';
import { historyOf, noFailures } from './sample-run.ts';

const counts = (failed: number, total: number): Counts => ({
  ...noFailures,
  sent: total,
  ok: total - failed,
  httpError: failed,
});

function compare(
  failed: number,
  total: number,
  history: readonly (readonly [number, number])[],
  limit: number | null,
) {
  const runs = historyOf(
    'p95',
    history.map(() => 1),
  ).map((run, index) => ({
    ...run,
    counts: counts(...(history[index] ?? [0, 0])),
  }));
  return compareErrorRate(counts(failed, total), runs, limit);
}

describe('compareErrorRate', () => {
  it('regresses when the rise is above the limit and counting cannot explain it', () => {
    expect(compare(300, 10_000, [[10, 10_000]], 0.01)).toMatchObject({
      outcome: 'regression',
      reference: 0.001,
      change: expect.closeTo(0.029, 12),
    });
    // Three of a hundred may be chance.
    expect(compare(3, 100, [[1, 1_000]], 0.01)?.outcome).toBe('inconclusive');
    // Certain, but within the limit.
    expect(compare(300, 10_000, [[10, 10_000]], 0.05)?.outcome).toBe('no-change');
  });

  it('pools the runs of the history', () => {
    expect(
      compare(
        0,
        1_000,
        [
          [10, 1_000],
          [20, 9_000],
        ],
        null,
      )?.reference,
    ).toBeCloseTo(0.003, 12);
  });

  it('calls fewer errors an improvement, and none against none no change', () => {
    expect(compare(0, 10_000, [[300, 10_000]], null)?.outcome).toBe('improvement');
    expect(compare(0, 10_000, [[0, 10_000]], null)).toMatchObject({
      outcome: 'no-change',
      change: 0,
      reference: 0,
    });
  });

  it('counts bursts for what they are', () => {
    const steady = compare(
      80,
      2_000,
      [
        [40, 2_000],
        [40, 2_000],
        [40, 2_000],
      ],
      0.005,
    );
    const bursts = compare(
      80,
      2_000,
      [
        [0, 2_000],
        [120, 2_000],
        [0, 2_000],
      ],
      0.005,
    );
    expect(steady?.outcome).toBe('regression');
    expect(bursts?.outcome).toBe('inconclusive');
    expect(bursts?.widened).toBe(true);
  });

  it('counts attempts that found no connection, and leaves out what was in flight', () => {
    const refused: Counts = { ...noFailures, sent: 110, ok: 100, inFlight: 10, refused: 100 };
    expect(compareErrorRate(refused, historyOf('p95', [1]), null)?.change).toBeCloseTo(0.5, 12);
  });

  it('has nothing to compare without attempts', () => {
    expect(compare(0, 0, [[0, 10]], null)).toBeNull();
    expect(compare(0, 10, [], null)).toBeNull();
    expect(compare(0, 10, [[0, 0]], null)).toBeNull();
  });

  it('is a regression exactly when the rise is above limit and floor, and the lower end of its interval above zero', () => {
    const share = fc
      .tuple(fc.nat(400), fc.integer({ min: 1, max: 20_000 }))
      .map(([failed, total]) => [Math.min(failed, total), total] as const);
    fc.assert(
      fc.property(
        share,
        share,
        fc.constantFrom(0, 0.001, 0.01, 0.1),
        ([failed, total], [failedBefore, totalBefore], limit) => {
          const comparison = compare(failed, total, [[failedBefore, totalBefore]], limit);
          const rise = failed / total - failedBefore / totalBefore;
          const worth = Math.min(1, total / totalBefore);
          const before = { hits: failedBefore * worth, total: totalBefore * worth };
          const [low] = newcombeInterval(before, { hits: failed, total }, 0.999);
          expect(comparison?.outcome === 'regression').toBe(rise > Math.max(limit, 0.001) && low > 0);
          expect(comparison?.tolerance).toBeGreaterThanOrEqual(limit);
          expect(comparison?.detectable).toBeGreaterThanOrEqual(comparison?.tolerance ?? 0);
        },
      ),
    );
  });
});

describe('enumerated runs of a service whose error rate did not change', () => {
  it.each([
    [200, 200],
    [1_000, 100],
    [10_000, 1_000],
    [30_000, 300],
    [5_000, 5_000],
  ])('a history of %d attempts and a run of %d alarm at most once in 500', (known, total) => {
    for (const rate of [0.0005, 0.003, 0.03]) {
      const likely = binomial(total, rate);
      let alarms = 0;
      for (const [failedBefore, chance] of binomial(known, rate)) {
        // The more failures, the surer the alarm: everything from the first alarming number on counts.
        const first = firstTrue(likely.length, (index) => {
          const [failed] = likely[index] ?? [0];
          return compare(failed, total, [[failedBefore, known]], 0)?.outcome === 'regression';
        });
        alarms += chance * likely.slice(first).reduce((sum, [, probability]) => sum + probability, 0);
      }
      expect([rate, alarms <= 0.002]).toEqual([rate, true]);
    }
  });
});

/** Numbers of failures that are likely enough to matter, with their probabilities. */
function binomial(total: number, rate: number): readonly (readonly [failed: number, probability: number])[] {
  const spread = Math.sqrt(total * rate * (1 - rate));
  const rows: (readonly [number, number])[] = [];
  let log = total * Math.log1p(-rate);
  for (let failed = 0; failed <= Math.min(total, total * rate + 7 * spread + 8); failed += 1) {
    if (log > Math.log(1e-7)) rows.push([failed, Math.exp(log)]);
    log += Math.log((total - failed) / (failed + 1)) + Math.log(rate / (1 - rate));
  }
  return rows;
}

/** The first index below `length` for which a test holds that, once true, stays true; `length` when there is none. */
function firstTrue(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
