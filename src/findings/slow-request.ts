/** One named request is much slower than the others of its scenario. */
import type { Slice } from '../domain/measurement.ts';
import { METRICS } from '../domain/metric.ts';
import { toMillis } from '../domain/units.ts';
import { createHistogram, fromRecord, type Histogram } from '../stats/histogram.ts';
import { finding, type Rule } from './evidence.ts';

/** Three times the others' p95: requests of one service differ by a factor of two as a rule. */
export const SLOW_RATIO = 3;
/** Below this many milliseconds nobody gains by looking at it. */
export const SLOW_FLOOR_MS = 2;
/** A p95 needs ten answers beyond it. */
const ANSWERS_MIN = 200;

/** Fires once a scenario, for the slowest request. */
export const slowRequest: Rule = ({ loads }) =>
  loads
    .filter(({ believable }) => believable)
    .flatMap(({ name, summary }) => {
      const histograms = byRequest(summary.slices);
      const judged = [...histograms]
        .filter(([, { count }]) => count >= ANSWERS_MIN)
        .map(([request, histogram]) => ({ request, p95: p95Of([histogram]) ?? 0 }))
        .sort((left, right) => right.p95 - left.p95);
      const [slowest] = judged;
      if (slowest === undefined) return [];
      const others = p95Of([...histograms].flatMap(([key, each]) => (key === slowest.request ? [] : [each])));
      if (others === null || slowest.p95 <= SLOW_RATIO * others || slowest.p95 - others <= SLOW_FLOOR_MS)
        return [];
      return [finding('slow-request', 'weakness', 'certain', { scenario: name, ...slowest, others })];
    });

function byRequest(slices: readonly Slice[]): ReadonlyMap<string, Histogram> {
  const histograms = new Map<string, Histogram>();
  for (const { name, latency } of slices.flatMap((slice) => slice.requests)) {
    const histogram = histograms.get(name) ?? createHistogram();
    histogram.add(fromRecord(latency));
    histograms.set(name, histogram);
  }
  return histograms;
}

/** In milliseconds; null without an answer. */
function p95Of(histograms: readonly Histogram[]): number | null {
  const all = createHistogram();
  for (const histogram of histograms) all.add(histogram);
  const value = all.quantile(METRICS.p95.quantile);
  return value === null ? null : toMillis(value);
}
