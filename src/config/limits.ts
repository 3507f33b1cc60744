/** The limits of scenarios as the plan holds them: what a configuration says, over what holds by itself. */
import { METRIC_NAMES, type MetricName, metricsOf } from '../domain/metric.ts';
import type { Limit, Sensitivity } from '../domain/plan.ts';
import { DEFAULT_BESIDE, DEFAULT_LIMITS, DEFAULTS } from './defaults.ts';
import {
  boundKey,
  changeKey,
  limits as limitsSchema,
  type MetricLimits,
  standardLimits,
} from './limit-schema.ts';
import { parseShare } from './quantities.ts';
import type { Config, ScenarioConfig } from './schema.ts';
import { searchOf } from './search.ts';

/** The limits of a scenario: its own, else those of `defaults`, else the standard ones; each metric by itself. */
export function limitsOf(config: Config, scenario: ScenarioConfig): readonly Limit[] {
  const standard = limitsSchema.parse(
    Object.fromEntries(METRIC_NAMES.flatMap((metric) => asRow(metric, standardLimits(metric)))),
  );
  const searches = searchOf(scenario, config.defaults ?? {}) !== null;
  return metricsOf(searches).flatMap((metric) => {
    const limits = scenario.limits?.[metric] ?? config.defaults?.limits?.[metric] ?? standard[metric];
    if (limits === undefined || limits === 'off') return [];
    return limitsOfMetric(metric, limits, standardOf(metric, config.sensitivity ?? DEFAULTS.sensitivity));
  });
}

const asRow = <Value>(metric: MetricName, value: Value | null): readonly (readonly [MetricName, Value])[] =>
  value === null ? [] : [[metric, value]];

/** The standard change for the worse of a metric, against the stored baseline and against the base commit; null for a metric without one. */
function standardOf(
  metric: MetricName,
  sensitivity: Sensitivity,
): { readonly change: number; readonly beside: number } | null {
  const change = parseShare(DEFAULT_LIMITS[metric]?.[changeKey(metric)] ?? '');
  const beside = parseShare(DEFAULT_BESIDE[sensitivity][metric] ?? '');
  return change === null || beside === null ? null : { change, beside };
}

/** The standard limits against the base commit as shares; a metric without one is missing. */
export function standardsBeside(sensitivity: Sensitivity): Readonly<Partial<Record<MetricName, number>>> {
  return Object.fromEntries(
    METRIC_NAMES.flatMap((metric) => asRow(metric, standardOf(metric, sensitivity)?.beside ?? null)),
  );
}

function limitsOfMetric(
  metric: MetricName,
  limits: MetricLimits,
  standard: ReturnType<typeof standardOf>,
): readonly Limit[] {
  const asked = limits[changeKey(metric)];
  const bound = limits[boundKey(metric)];
  // What somebody asks for in numbers holds for both comparisons.
  const change =
    typeof asked === 'number'
      ? ({ change: asked, beside: asked, asked: true } as const)
      : asked === undefined
        ? null
        : standard;
  return [
    ...(change === null ? [] : [{ kind: 'relative', metric, ...change } as const]),
    ...(typeof bound === 'number' ? [{ kind: 'absolute', metric, bound } as const] : []),
  ];
}
