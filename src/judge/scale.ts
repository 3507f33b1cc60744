/** Between changes as people tell them (+10 % latency, −10 % throughput) and log ratios that are positive for the worse. */
import type { Metric } from '../domain/metric.ts';

/** A change for the worse as a log ratio: +10 % latency is ln 1.1, −10 % throughput is −ln 0.9; losing everything is infinite. */
export function asLog(metric: Metric, change: number): number {
  return metric.better === 'lower' ? Math.log1p(change) : -Math.log1p(-Math.min(change, 1));
}

/** The way back from {@link asLog}; always finite for throughput, where no loss exceeds 100 %. */
export function asChange(metric: Metric, log: number): number {
  return metric.better === 'lower' ? Math.expm1(log) : -Math.expm1(-log);
}

/** A value that ratios can be taken of, or null: of an exact count, less than its absolute floor counts as that floor, so that something can be more than nothing. */
export function comparable(metric: Metric, value: number | null): number | null {
  if (value === null) return null;
  if (metric.exact) return Math.max(value, metric.absoluteFloor);
  return value > 0 ? value : null;
}

/** The ratio behind a log ratio that is positive for the worse, as a change of the value itself. */
export const asValueChange = (metric: Metric, worse: number): number =>
  Math.expm1(metric.better === 'lower' ? worse : -worse);

/** The absolute floor as log ratios from this reference, for the worse and for the better; where it reaches zero, no change is large enough. */
export function absoluteFloors(
  metric: Metric,
  reference: number,
): { readonly worse: number; readonly better: number } {
  const up = Math.log1p(metric.absoluteFloor / reference);
  const down = metric.absoluteFloor < reference ? -Math.log1p(-metric.absoluteFloor / reference) : Infinity;
  return metric.better === 'lower' ? { worse: up, better: down } : { worse: down, better: up };
}

/**
 * What a change must reach, whatever its limit, as a log ratio: of an exact count, more than the edges of the measured time can make. `edge`: the share of requests that
 * they cut.
 */
export const exactFloor = (metric: Metric, edge = 0): number =>
  metric.exact ? Math.log1p(Math.max(metric.noiseFloor, edge)) : 0;

/** More than e^5 times is as good as infinite, and can be written down. */
const LOG_MAX = 5;

/** A log ratio that can be written down, however little was known. */
export const bounded = (log: number): number => Math.min(Math.max(log, -LOG_MAX), LOG_MAX);
