/** A latency or the throughput against its history: changes as log ratios, judged by the noise between runs. */
import { METRICS, type Metric, type MetricName } from '../domain/metric.ts';
import type { AcceptedRun } from '../domain/reference.ts';
import type { Comparison, ComparisonOutcome } from '../domain/verdict.ts';
import { COUNTED, noiseBetweenRuns, predictionHalfWidth, type RunNoise, TIMED } from '../stats/prediction.ts';
import { median } from '../stats/robust.ts';
import { absoluteFloors, asChange, asLog, comparable, exactFloor } from './scale.ts';

/** A run of unchanged code is called a regression once in a thousand times, metric by metric. */
export const ALARM_CONFIDENCE = 0.999;
/** One side of the interval that is shown, and of "no change": both sides together hold 90 %. */
export const INTERVAL_CONFIDENCE = 0.95;
/** Power of the smallest detectable change: caught nine times of ten. */
export const POWER = 0.9;
/** A change for the worse below this is "no change" for a metric that has no limit of its own: the limit that a metric has by default. */
export const RELEVANT_CHANGE = 0.1;

/** What only a comparison with the base commit knows. */
export const OF_A_BASELINE = { sufficient: null, confirmation: null } as const;

/** Log ratios, positive for the worse, and where the lines between the outcomes run. */
interface Scale {
  /** The change. */
  readonly worse: number;
  /** Half of the interval. */
  readonly half: number;
  /** Beyond it lies a regression. */
  readonly tolerance: number;
  /** Beyond it, downwards, lies an improvement. */
  readonly better: number;
  /** Below it a change does not matter. */
  readonly relevant: number;
}

/**
 * One run's value against accepted runs; null when either has nothing to compare: no value, or none above zero, where ratios have no meaning.
 * `limit` is the user's largest change for the worse as a share (0.1: 10 %), or null;
 * `edge` the share of requests that the edges of the measured time cut.
 */
export function compareWithHistory(
  name: MetricName,
  value: number | null,
  runs: readonly AcceptedRun[],
  limit: number | null,
  edge = 0,
): Comparison | null {
  const metric: Metric = METRICS[name];
  const history = runs.flatMap((run) => comparable(metric, run.metrics[name]) ?? []);
  const now = comparable(metric, value);
  if (now === null || history.length === 0) return null;
  const noise = noiseBetweenRuns(history, metric.exact ? COUNTED : TIMED);
  const scale = scaleOf(metric, now, noise, {
    limit,
    floor: Math.max(Math.log1p(metric.noiseFloor), exactFloor(metric, edge)),
  });
  const ratio = Math.log(now / noise.centre);
  const reach = predictionHalfWidth(noise, POWER);
  return {
    against: 'baseline',
    reference: metric.exact ? median(runs.flatMap((run) => run.metrics[name] ?? [])) : noise.centre,
    replicates: noise.runs,
    change: now / noise.centre - 1,
    interval: [Math.expm1(ratio - scale.half), Math.expm1(ratio + scale.half)],
    limit,
    tolerance: asChange(metric, scale.tolerance),
    widened: limit !== null && scale.tolerance > asLog(metric, limit),
    detectable: asChange(metric, scale.tolerance + reach),
    outcome: outcomeOf(scale),
    ...OF_A_BASELINE,
  };
}

function scaleOf(
  metric: Metric,
  value: number,
  noise: RunNoise,
  { limit, floor }: { readonly limit: number | null; readonly floor: number },
): Scale {
  const reference = noise.centre;
  const alarm = Math.max(predictionHalfWidth(noise, ALARM_CONFIDENCE), floor);
  const floors = absoluteFloors(metric, reference);
  return {
    worse: (metric.better === 'lower' ? 1 : -1) * Math.log(value / reference),
    half: predictionHalfWidth(noise, INTERVAL_CONFIDENCE),
    tolerance: Math.max(limit === null ? 0 : asLog(metric, limit), alarm, floors.worse),
    better: Math.max(alarm, floors.better),
    relevant: Math.max(asLog(metric, limit ?? RELEVANT_CHANGE), floors.worse, metric.exact ? floor : 0),
  };
}

function outcomeOf(scale: Scale): ComparisonOutcome {
  if (scale.worse > scale.tolerance) return 'regression';
  if (scale.worse < -scale.better) return 'improvement';
  return scale.worse + scale.half < scale.relevant ? 'no-change' : 'inconclusive';
}
