/** The results of one scenario as series and tables of numbers. */
import type { ReleaseValues } from '../domain/acceptance.ts';
import { isOpen, isPlain } from '../domain/executor.ts';
import type { Counts, HistogramRecord, HostReading, Run, Slice } from '../domain/measurement.ts';
import type { Imported } from '../domain/imported.ts';
import type { K6Threshold } from '../domain/k6.ts';
import type { MetricName } from '../domain/metric.ts';
import type { Executor, Limit, Scenario } from '../domain/plan.ts';
import type { Reference } from '../domain/reference.ts';
import { toMillis, toSeconds } from '../domain/units.ts';
import type { Judgement, Outcome, ScenarioVerdict } from '../domain/verdict.ts';
import { createHistogram, fromRecord, type Histogram } from '../stats/histogram.ts';
import { median } from '../stats/robust.ts';
import { historyOf, type MetricHistory } from './recent-runs.ts';
import { type LoadCurve, loadCurveOf } from './load-curve.ts';
import { byFate } from './thresholds.ts';
import { toldAt } from '../stats/told.ts';
import { type SearchReport, searchReportOf } from './search-results.ts';
import {
  addArrivals,
  rowsOf,
  failuresOf,
  type ScenarioSummary,
  sliceAlone,
  summarise,
} from '../stats/summary.ts';

/** Points of a series over time: each stands for `width` seconds. Latencies in milliseconds. */
export interface Series {
  readonly seconds: number;
  readonly width: number;
  /** Mean of the seconds. */
  readonly throughput: readonly number[];
  /** Mean of the seconds: users, or requests under way where requests arrive by themselves. */
  readonly users: readonly number[];
  /** Mean of the seconds, of failures of any kind. */
  readonly errors: readonly number[];
  /** The highest of the seconds; 0 where nothing was answered. */
  readonly p50: readonly number[];
  readonly p95: readonly number[];
  /** False where an imported result tells nothing by the second: there is then nothing to draw. */
  readonly told: boolean;
  /** True when some point stands for seconds without any answer. */
  readonly silent: boolean;
}

/** Memory of the service during a soak: points of the least anonymous memory of `width` seconds each. */
export interface MemoryCurve {
  readonly seconds: number;
  readonly width: number;
  /** Of 10⁶ bytes. */
  readonly megabytes: readonly number[];
}

/** One line of the distribution: milliseconds now, and as the median of the accepted runs. */
export interface QuantileRow {
  /** 1 is the maximum; `baseline`: of the base, where that is what it was compared with. */
  readonly quantile: number;
  readonly now: number | null;
  readonly baseline: number | null;
}

/** One named request of a scenario. Latencies in milliseconds. */
export interface RequestRow {
  readonly name: string;
  readonly sent: number;
  readonly throughput: number;
  readonly failed: number;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
}

/** Everything a report shows of one scenario. */
export interface ScenarioReport {
  readonly name: string;
  readonly outcome: Outcome;
  /** True when the measurement is void: its timings are then not judged. */
  readonly voided: boolean;
  /** Null where an imported result does not tell. */
  readonly users: number | null;
  /** As configured; null when the configuration does not know the scenario, or another tool sent. */
  readonly executor: Executor | null;
  /** What a search found; null for a load that is what it says. Counts, series and requests are then of all its steps together. */
  readonly search: SearchReport | null;
  /** Of an open loop, all slices together. */
  readonly arrivals: Slice['arrivals'];
  readonly seconds: number;
  readonly warmUp: number;
  readonly counts: Counts;
  readonly failed: number;
  readonly attempts: number;
  /** What it was compared with: accepted runs, or blocks of the base commit beside it. */
  readonly against: { readonly kind: 'baseline' | 'base' | 'nothing'; readonly replicates: number };
  readonly judgements: readonly Judgement[];
  /** Those of a script of k6; crossed ones first. */
  readonly thresholds: readonly K6Threshold[];
  /** The last release on this machine; null where none is known. */
  readonly release: ReleaseValues | null;
  /** As configured, for metrics that could not be compared. */
  readonly limits: readonly Limit[];
  readonly series: Series;
  /** Null unless it is a soak whose memory was read. */
  readonly memory: MemoryCurve | null;
  /** Latency by level of a ramp; null for other loads. */
  readonly loadCurve: LoadCurve | null;
  /** Of metrics with comparable accepted runs enough to show a course. */
  readonly history: readonly MetricHistory[];
  readonly quantiles: readonly QuantileRow[];
  readonly requests: readonly RequestRow[];
  /** Null for what was measured here. */
  readonly imported: Imported | null;
  readonly engine: Slice['engine'];
  readonly generator: Slice['generator'];
  readonly host: HostReading | null;
  readonly configHash: string | null;
}

/** More points than this make a chart unreadable and a comment long. */
export const POINTS_MAX = 60;

const QUANTILES = [0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1] as const;

/** Whether users over time are worth a picture: a number of users that never changes, and never rests, is not. */
export const hasUsersCurve = ({ executor, series }: Pick<ScenarioReport, 'executor' | 'series'>): boolean =>
  // Only a locustfile with a load shape has users that come and go without an executor that says so.
  executor !== null && (!isPlain(executor) || new Set(series.users).size > 1);

/** Whether its users are requests under way. */
export const isOpenLoop = ({ executor }: Pick<ScenarioReport, 'executor'>): boolean =>
  executor !== null && isOpen(executor);

/** The results of a judged scenario. @throws Failure when the run holds no slice of it */
export function resultsOf(
  run: Run,
  verdict: ScenarioVerdict,
  plan: Scenario | undefined,
): ScenarioReport | null {
  const summary = summarise(run, verdict.scenario, 'head');
  const [first] = summary.slices;
  if (first === undefined) return null;
  const { hits, total } = failuresOf(summary.counts);
  const before = beforeOf(run, verdict);
  return {
    name: verdict.scenario,
    outcome: verdict.outcome,
    voided: verdict.voids.length > 0,
    users: summary.users,
    // What another tool sent was not this configuration's load.
    executor: first.imported === undefined ? (plan?.load.executor ?? null) : null,
    search: searchReportOf(run, verdict.scenario, verdict.reference.kind === 'base'),
    arrivals: addArrivals(summary.slices),
    seconds: toSeconds(summary.elapsed),
    warmUp: toSeconds(first.warmUp),
    counts: summary.counts,
    failed: hits,
    attempts: total,
    against: againstOf(verdict.reference),
    judgements: verdict.judgements.filter(isTold),
    thresholds: byFate(verdict.thresholds),
    release: verdict.release,
    limits: plan?.limits ?? [],
    series: seriesOf(summary),
    memory: plan?.soak === true ? memoryOf(sliceAlone(run, verdict.scenario, 'head')) : null,
    loadCurve: plan === undefined || plan.search !== null ? null : loadCurveOf(summary, plan.load.executor),
    history: verdict.voids.length > 0 ? [] : historyOf(verdict.reference, verdict.judgements),
    quantiles: quantilesOf(summary, before),
    imported: first.imported ?? null,
    requests: requestsOf(summary, plan),
    engine: first.engine,
    generator: first.generator,
    host: first.host,
    configHash: Object.hasOwn(run.configHashes, verdict.scenario)
      ? (run.configHashes[verdict.scenario] ?? null)
      : null,
  };
}

/** Not of every service: no row where they were not measured, are not compared and have no limit. */
const RARE: readonly MetricName[] = ['queries-per-request', 'memory-growth'];

const isTold = ({ metric, value, comparison, bounds }: Judgement): boolean =>
  !RARE.includes(metric) || value !== null || comparison !== null || bounds.length > 0;

/** Thins the timeline to at most so many points of equal width. */
export function seriesOf(
  {
    timeline,
    elapsed,
    slices = [],
  }: Pick<ScenarioSummary, 'timeline' | 'elapsed'> & Partial<Pick<ScenarioSummary, 'slices'>>,
  pointsMax: number = POINTS_MAX,
): Series {
  // Of several slices each has its own last second: their fractions do not add up to one more.
  const seconds = Math.max(
    1,
    slices.length > 0
      ? slices.reduce((rows, slice) => rows + rowsOf(slice), 0)
      : rowsOf({ timeline, elapsed }),
  );
  const width = Math.ceil(seconds / pointsMax);
  const groups = Map.groupBy(timeline, ({ second }) => Math.floor(second / width));
  const points = Array.from({ length: Math.ceil(seconds / width) }, (_, index) => groups.get(index) ?? []);
  const mean = (values: readonly number[]): number =>
    values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    seconds,
    width,
    throughput: points.map((part) => mean(part.map(({ throughput }) => throughput))),
    users: points.map((part) => mean(part.map(({ users }) => users))),
    errors: points.map((part) => mean(part.map(({ errors }) => errors))),
    p50: points.map((part) => Math.max(0, ...part.map(({ p50 }) => p50 ?? 0))),
    p95: points.map((part) => Math.max(0, ...part.map(({ p95 }) => p95 ?? 0))),
    told: timeline.length > 0 || slices.every(({ imported }) => imported === undefined),
    silent: points.some((part) => part.every(({ p95 }) => p95 === null)),
  };
}

/** Thins the readings as {@link seriesOf} does; null without any. A point without a reading repeats the one before. */
export function memoryOf(
  slice: Pick<Slice, 'memory'> | null,
  pointsMax: number = POINTS_MAX,
): MemoryCurve | null {
  const readings = slice?.memory ?? null;
  const first = readings?.find((reading) => reading !== null);
  if (readings === null || first === undefined || first === null) return null;
  const width = Math.ceil(readings.length / pointsMax);
  const megabytes: number[] = [];
  for (let from = 0; from < readings.length; from += width) {
    const known = readings.slice(from, from + width).filter((reading) => reading !== null);
    megabytes.push(known.length === 0 ? (megabytes.at(-1) ?? first / 1e6) : Math.min(...known) / 1e6);
  }
  return { seconds: readings.length, width, megabytes };
}

function againstOf(reference: Reference): ScenarioReport['against'] {
  if (reference.kind === 'baseline') return { kind: 'baseline', replicates: reference.runs.length };
  if (reference.kind === 'base') return { kind: 'base', replicates: reference.blocks };
  return { kind: 'nothing', replicates: 0 };
}

/** Latencies of what it was compared with: of each accepted run, or of the base. */
function beforeOf(run: Run, { scenario, reference }: ScenarioVerdict): readonly HistogramRecord[] {
  if (reference.kind === 'baseline') return reference.runs.map(({ latency }) => latency);
  return reference.kind === 'base' ? [summarise(run, scenario, 'base').latency] : [];
}

function quantilesOf(
  { histogram, told }: Pick<ScenarioSummary, 'histogram' | 'told'>,
  before: readonly HistogramRecord[],
): readonly QuantileRow[] {
  const known = before.map((latency) => fromRecord(latency)).filter(({ count }) => count > 0);
  return QUANTILES.map((quantile) => {
    const values = known.flatMap((each) => latencyAt(each, quantile) ?? []);
    return {
      quantile,
      now: told === null ? latencyAt(histogram, quantile) : toldAt(told, quantile),
      baseline: values.length === 0 ? null : median(values),
    };
  });
}

function latencyAt(histogram: Histogram, quantile: number): number | null {
  // A quantile beyond which no answer lies is not known; the maximum stands in its own column.
  if (histogram.count === 0 || (quantile < 1 && histogram.count * (1 - quantile) < 1)) return null;
  const value = quantile === 1 ? histogram.max : histogram.quantile(quantile);
  return value === null ? null : toMillis(value);
}

/** In the plan's order; requests that the plan does not know come last. */
function requestsOf({ slices, elapsed }: ScenarioSummary, plan: Scenario | undefined): readonly RequestRow[] {
  const parts = Map.groupBy(
    slices.flatMap(({ requests }) => requests),
    ({ name }) => name,
  );
  const known = (plan?.load.requests ?? []).map(({ name }) => name).filter((name) => parts.has(name));
  const names = new Set([...known, ...parts.keys()]);
  return [...names].map((name) => requestOf(name, parts.get(name) ?? [], toSeconds(elapsed)));
}

function requestOf(name: string, parts: readonly Slice['requests'][number][], seconds: number): RequestRow {
  const histogram = createHistogram();
  const [first] = parts;
  const told = parts.length === 1 ? first?.told : undefined;
  const at = (quantile: number): number | null =>
    told === undefined ? latencyAt(histogram, quantile) : toldAt(told, quantile);
  for (const { latency } of parts) histogram.add(fromRecord(latency));
  const total = (count: (counts: Counts) => number): number =>
    parts.reduce((sum, { counts }) => sum + count(counts), 0);
  return {
    name,
    sent: total(({ sent }) => sent),
    throughput: seconds > 0 ? total(({ ok }) => ok) / seconds : 0,
    failed: total((counts) => failuresOf(counts).hits),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
  };
}
