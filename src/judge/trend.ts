/** What a line of accepted runs comes to: where a run is expected, and whether the last ones are still where the first ones were. */
import type { Band, KeptRun, RunLine, Trend, TrendChange } from '../domain/history.ts';
import { METRICS, type Metric, type MetricName, metricsOf } from '../domain/metric.ts';
import { driftOf, EWMA_FIRST } from '../stats/ewma.ts';
import { COUNTED, noiseBetweenRuns, predictionHalfWidth, TIMED } from '../stats/prediction.ts';
import { median } from '../stats/robust.ts';
import { INTERVAL_CONFIDENCE } from './comparison.ts';
import { comparable } from './scale.ts';

/** So many of the last runs are one value: a single one is as likely noise. */
const LAST_RUNS = 5;

/**
 * The trends of a line, for each metric that one of its runs has a value of. A scenario that searches for a limit has that one alone, since its load is
 * meant to be too much.
 */
export function trendsOf({ runs }: RunLine): readonly Trend[] {
  const searches = runs.some(({ metrics }) => metrics.capacity !== null);
  return metricsOf(searches).flatMap((metric) => trendOf(metric, runs) ?? []);
}

function trendOf(name: MetricName, runs: readonly KeptRun[]): Trend | null {
  const metric: Metric = METRICS[name];
  const values = runs.map(({ metrics }) => metrics[name]);
  const known = values.filter((value) => value !== null);
  const last = known.at(-1);
  if (last === undefined) return null;
  return {
    metric: name,
    values,
    last,
    band: bandOf(
      metric,
      runs.filter(({ inBaseline }) => inBaseline).map(({ metrics }) => metrics[name]),
    ),
    change: metric.change === 'points' ? changeInPoints(metric, known) : changeInShares(metric, known),
    drift: driftIn(metric, known),
  };
}

/** The prediction interval by which the judge tells a change from noise (see `stats/prediction.ts`), both sides together 90 %. */
function bandOf(metric: Metric, values: readonly (number | null)[]): Band | null {
  if (metric.change === 'points') return null;
  const history = values.flatMap((value) => comparable(metric, value) ?? []);
  if (history.length === 0) return null;
  const { noise, half } = expected(metric, history);
  return {
    low: noise.centre * Math.exp(-half),
    centre: noise.centre,
    high: noise.centre * Math.exp(half),
    runs: history.length,
  };
}

function expected(metric: Metric, history: readonly number[]) {
  const noise = noiseBetweenRuns(history, metric.exact ? COUNTED : TIMED);
  return { noise, half: predictionHalfWidth(noise, INTERVAL_CONFIDENCE) };
}

/**
 * The noise is taken from the first runs alone: over all of them, a change that lasts would look like noise itself. What is below the metric's floors is
 * never called a change, as in a comparison.
 */
function changeInShares(metric: Metric, values: readonly number[]): TrendChange | null {
  const history = values.flatMap((value) => comparable(metric, value) ?? []);
  const ends = endsOf(history);
  if (ends === null || history.length < values.length) return null;
  const { noise, half } = expected(metric, ends.first);
  const [first, last] = [noise.centre, median(ends.last)];
  const change = last / first - 1;
  const isBeyond =
    Math.abs(Math.log(last / first)) > Math.max(half, Math.log1p(metric.noiseFloor)) &&
    Math.abs(last - first) > metric.absoluteFloor;
  return { first, last, ...countsOf(ends), change, direction: directionOf(metric, change, isBeyond) };
}

function changeInPoints(metric: Metric, values: readonly number[]): TrendChange | null {
  const ends = endsOf(values);
  if (ends === null) return null;
  const [first, last] = [median(ends.first), median(ends.last)];
  const change = last - first;
  const isBeyond = Math.abs(change) > metric.absoluteFloor;
  return { first, last, ...countsOf(ends), change, direction: directionOf(metric, change, isBeyond) };
}

interface Ends {
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/** The first runs, as many as tell what is usual elsewhere too, and the last; no run is in both. */
function endsOf(values: readonly number[]): Ends | null {
  if (values.length < 2) return null;
  const count = Math.min(LAST_RUNS, Math.floor(values.length / 2));
  return { first: values.slice(0, Math.min(EWMA_FIRST, values.length - count)), last: values.slice(-count) };
}

const countsOf = ({ first, last }: Ends): Pick<TrendChange, 'firstRuns' | 'lastRuns'> => ({
  firstRuns: first.length,
  lastRuns: last.length,
});

function directionOf(metric: Metric, change: number, isBeyond: boolean): TrendChange['direction'] {
  if (!isBeyond) return 'steady';
  return change > 0 === (metric.better === 'higher') ? 'better' : 'worse';
}

function driftIn(metric: Metric, values: readonly number[]): number | null {
  if (metric.change === 'points' || values.some((value) => value <= 0)) return null;
  const change = driftOf(values.map((value) => Math.log(value)));
  return change === null ? null : Math.expm1(change);
}
