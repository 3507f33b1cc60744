/** The accepted runs themselves drift: each step too small to fail, all of them together not. */
import { METRIC_NAMES, METRICS, type MetricName } from '../domain/metric.ts';
import type { AcceptedRun } from '../domain/reference.ts';
import { driftOf } from '../stats/ewma.ts';
import { finding, type Rule } from './evidence.ts';

/** Fires for each limited metric whose accepted runs went one way for the worse. */
export const baselineDrift: Rule = ({ scenarios }) =>
  scenarios.flatMap(({ name, plan, verdict: { reference } }) => {
    if (reference.kind !== 'baseline') return [];
    return METRIC_NAMES.flatMap((metric) => {
      const isLimited = plan.limits.some((limit) => limit.metric === metric);
      const drift = isLimited ? worseDrift(metric, reference.runs) : null;
      return drift === null
        ? []
        : [finding('baseline-drift', 'weakness', 'likely', { scenario: name, metric, ...drift })];
    });
  });

function worseDrift(
  metric: MetricName,
  runs: readonly AcceptedRun[],
): { readonly change: number; readonly runs: number } | null {
  if (METRICS[metric].change === 'points') return null;
  const values = runs.flatMap(({ metrics }) => metrics[metric] ?? []).filter((value) => value > 0);
  const change = driftOf(values.map((value) => Math.log(value)));
  if (change === null) return null;
  const isWorse = METRICS[metric].better === 'lower' ? change > 0 : change < 0;
  return isWorse ? { change: Math.expm1(change), runs: values.length } : null;
}
