/** How a metric went over the accepted runs up to now, as a line of bars in a table. */
import { METRICS, type MetricName } from '../domain/metric.ts';
import type { Reference } from '../domain/reference.ts';
import type { Judgement } from '../domain/verdict.ts';
import { median } from '../stats/robust.ts';

/** Values of one metric, the oldest first, this run's last; in the metric's unit. */
export interface MetricHistory {
  readonly metric: MetricName;
  readonly values: readonly number[];
  /** How far apart two values must lie for the difference to be more than noise, in the metric's unit. */
  readonly noise: number;
}

/** With fewer runs there is no course to see. */
const RUNS_MIN = 3;
/** The latest runs that are shown; this one comes on top. */
export const RUNS_SHOWN = 15;

/** Of every judged metric that enough comparable accepted runs have; nothing where the base commit decided, which has no history. */
export function historyOf(reference: Reference, judgements: readonly Judgement[]): readonly MetricHistory[] {
  if (reference.kind !== 'baseline') return [];
  return judgements.flatMap(({ metric, value, comparison }) => {
    const known = reference.runs.flatMap(({ metrics }) => metrics[metric] ?? []).slice(-RUNS_SHOWN);
    if (value === null || comparison === null || known.length < RUNS_MIN) return [];
    const { tolerance } = comparison;
    const noise = METRICS[metric].change === 'points' ? tolerance : tolerance * median(known);
    return [{ metric, values: [...known, value], noise }];
  });
}

const BARS = [...'▁▂▃▄▅▆▇█'];

/**
 * One bar a value. From the lowest bar to the highest it is twice the noise at least, around the middle of what was seen, so that values which differ by chance alone look
 * alike. Nothing where everything is zero.
 */
export function barsOf({ values, noise }: MetricHistory): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low === 0 && high === 0) return '';
  const span = Math.max(high - low, 2 * noise);
  const bottom = Math.max(0, (low + high - span) / 2);
  const bar = (value: number): number =>
    span > 0 ? Math.round(((BARS.length - 1) * (value - bottom)) / span) : BARS.length / 2;
  return values.map((value) => BARS[Math.min(BARS.length - 1, bar(value))]).join('');
}
