/** Metrics against absolute limits: judged whatever the reference. */
import { METRICS, type MetricName } from '../domain/metric.ts';
import type { AbsoluteLimit, Limit } from '../domain/plan.ts';
import type { BoundCheck } from '../domain/verdict.ts';

/**
 * Every absolute limit of a metric, checked. A value that lies on the bound keeps it. Without a value nothing is broken here: a scenario whose limited
 * metric has no value is void.
 */
export function checkBounds(
  metric: MetricName,
  value: number | null,
  limits: readonly Limit[],
): readonly BoundCheck[] {
  const direction = METRICS[metric].better === 'lower' ? 'max' : 'min';
  return limits
    .filter((limit): limit is AbsoluteLimit => limit.kind === 'absolute' && limit.metric === metric)
    .map(({ bound }) => ({ bound, direction, broken: value !== null && isBroken(value, bound, direction) }));
}

/** Written so that a number that is none breaks the bound. */
function isBroken(value: number, bound: number, direction: 'max' | 'min'): boolean {
  return direction === 'max' ? !(value <= bound) : !(value >= bound);
}
