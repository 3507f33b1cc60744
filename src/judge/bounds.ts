/** Metrics against absolute limits: judged whatever the reference. */
import { METRICS, type Metric, type MetricName } from '../domain/metric.ts';
import type { AbsoluteLimit, Limit } from '../domain/plan.ts';
import type { BoundCheck } from '../domain/verdict.ts';

/**
 * Every absolute limit of a metric, checked. A value that lies on the bound keeps it, and so does an exact count that exceeds it by no more than the edges of the
 * measured time, which cut a share `edge` of all requests, can make. Without a value nothing is broken here: a scenario whose limited
 * metric has no value is void.
 */
export function checkBounds(
  metric: MetricName,
  value: number | null,
  limits: readonly Limit[],
  edge = 0,
): readonly BoundCheck[] {
  const row: Metric = METRICS[metric];
  const direction = row.better === 'lower' ? 'max' : 'min';
  return limits
    .filter((limit): limit is AbsoluteLimit => limit.kind === 'absolute' && limit.metric === metric)
    .map(({ bound }) => ({
      bound,
      direction,
      broken: value !== null && isBroken(value, bound, { direction, slack: slackOf(row, bound, edge) }),
    }));
}

/** Written so that a number that is none breaks the bound. */
function isBroken(
  value: number,
  bound: number,
  { direction, slack }: { readonly direction: 'max' | 'min'; readonly slack: number },
): boolean {
  return direction === 'max' ? !(value <= bound + slack) : !(value >= bound - slack);
}

const slackOf = ({ exact, absoluteFloor, noiseFloor }: Metric, bound: number, edge: number): number =>
  exact ? Math.max(absoluteFloor, noiseFloor * bound, edge * bound) : 0;
