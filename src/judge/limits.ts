/** The limits of a metric as they apply to what it is compared with. */
import type { MetricName } from '../domain/metric.ts';
import type { Limit, RelativeLimit } from '../domain/plan.ts';

/** The strictest relative limit of a metric against the stored baseline, or null. */
export const baselineLimit = (metric: MetricName, limits: readonly Limit[]): number | null =>
  strictest(metric, limits, ({ change }) => change);

/** The strictest relative limit of a metric against the base commit, or null. */
export const besideLimit = (metric: MetricName, limits: readonly Limit[]): number | null =>
  strictest(metric, limits, ({ beside }) => beside);

/** True for a limit of this metric that somebody wrote down, and that therefore needs a value. */
export const isAsked = (limit: Limit, metric: MetricName): boolean =>
  limit.metric === metric && (limit.kind === 'absolute' || limit.asked === true);

function strictest(
  metric: MetricName,
  limits: readonly Limit[],
  read: (limit: RelativeLimit) => number,
): number | null {
  const changes = limits.flatMap((limit) =>
    limit.kind === 'relative' && limit.metric === metric ? [read(limit)] : [],
  );
  return changes.length === 0 ? null : Math.min(...changes);
}
