/** Mann and Whitney's test from two histograms, as rivals apply it to pooled requests. */
import type { Histogram } from '../../src/stats/histogram.ts';

/** Points at which both distributions are read: as fine as the test needs. */
const POINTS = 400;

/**
 * Standard score of `head` against `base` (positive: slower), by the probability that a request of the head is slower than one of the base,
 * which is read at equally probable points of either distribution. The variance is that of two samples without ties.
 */
export function rankSum(base: Histogram, head: Histogram): number {
  const at = (histogram: Histogram): readonly number[] =>
    Array.from({ length: POINTS }, (_, index) => histogram.quantile((index + 0.5) / POINTS) ?? 0);
  const before = at(base);
  const now = at(head);
  let above = 0;
  for (const value of now) for (const other of before) above += value > other ? 1 : value === other ? 0.5 : 0;
  const share = above / POINTS ** 2;
  const [m, n] = [base.count, head.count];
  return (share - 0.5) / Math.sqrt((m + n + 1) / (12 * m * n));
}
