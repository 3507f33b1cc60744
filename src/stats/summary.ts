/** One scenario's slices as one: counts and histograms are added, percentiles are read from the whole and never averaged. */
import { phrase } from '../domain/phrase.ts';
import { Failure } from '../domain/failure.ts';
import type {
  Arrivals,
  Block,
  ComparingPhase,
  Counts,
  HistogramRecord,
  Phase,
  Run,
  Side,
  Slice,
  TimelineSecond,
} from '../domain/measurement.ts';
import type { ToldLatency } from '../domain/imported.ts';
import { forEveryMetric, METRICS, type MetricValues } from '../domain/metric.ts';
import {
  type Bytes,
  bytes,
  type Millis,
  micros,
  millis,
  type Nanos,
  nanos,
  nanosToMillis,
  ratio,
  toMillis,
  toSeconds,
} from '../domain/units.ts';
import { createHistogram, fromRecord, type Histogram } from './histogram.ts';
import { queriesPerRequest } from './queries.ts';
import { median } from './robust.ts';
import { capacityOf } from './search.ts';
import { addStatuses, sharesByClass, type StatusCount } from './statuses.ts';
import { bodyBytesOf, toldAt, toldOf, usersOf } from './told.ts';
import { memoryGrowth } from './soak.ts';

export { addStatuses, sharesByClass, statusClass, type StatusCount } from './statuses.ts';

/** What one side's slices of a scenario come to. */
export interface ScenarioSummary {
  readonly scenario: string;
  readonly side: Side;
  readonly slices: readonly Slice[];
  /** Null where an imported result does not tell. */
  readonly users: number | null;
  /** Measured time of all slices together. */
  readonly elapsed: Millis;
  readonly counts: Counts;
  /** Latency of all slices: answers as expected, and timeouts. */
  readonly histogram: Histogram;
  /** How many answers the latencies are of: those of the histogram, or those that an imported result tells quantiles of. */
  readonly answers: number;
  /** The quantiles that an imported result tells; null where the histogram has every latency. */
  readonly told: ToldLatency | null;
  /** The same, as it is stored. */
  readonly latency: HistogramRecord;
  readonly metrics: MetricValues;
  /** Answers by status, lowest first. */
  readonly statuses: readonly StatusCount[];
  /** Answers by class (`2xx`, …) as shares of all answers, lowest first; empty without answers. */
  readonly statusShares: Readonly<Record<string, number>>;
  /** Mean size of an answer's body; 0 without answers. */
  readonly meanBodyBytes: Bytes;
  /** Seconds of all slices, one slice after the other. */
  readonly timeline: readonly TimelineSecond[];
}

/** True when both builds were measured beside each other: what is alone was then only a screening. */
export const isBeside = (run: Pick<Run, 'blocks'>): boolean => run.blocks.some(isComparing);

/** A block by which builds are compared. */
export type ComparingBlock = Block & { readonly phase: ComparingPhase };

/** True for a block by which builds are compared. */
export const isComparing = (block: Block): block is ComparingBlock =>
  block.phase === 'main' || block.phase === 'confirm';

/** The blocks that a run is judged by: those of both builds where there are any, else the head's alone. */
export function decidingBlocks(run: Pick<Run, 'blocks'>): readonly Block[] {
  return isBeside(run) ? run.blocks.filter(isComparing) : run.blocks;
}

/** A run never changes, and is summed up again by every room that looks at it. */
const summaries = new WeakMap<object, Map<string, ScenarioSummary>>();

/**
 * Sums a scenario up, over the deciding blocks or over those of some phases.
 * @throws Failure kind `not-measured`, code `scenario-missing`, when they hold no slice of it
 */
export function summarise(
  run: Pick<Run, 'blocks'>,
  scenario: string,
  side: Side,
  phases: readonly Phase[] | null = null,
): ScenarioSummary {
  const of = summaries.get(run) ?? new Map<string, ScenarioSummary>();
  summaries.set(run, of);
  const key = JSON.stringify([scenario, side, phases]);
  const summary = of.get(key) ?? sumUp(run, scenario, side, phases);
  of.set(key, summary);
  return summary;
}

function sumUp(
  run: Pick<Run, 'blocks'>,
  scenario: string,
  side: Side,
  phases: readonly Phase[] | null,
): ScenarioSummary {
  const blocks =
    phases === null ? decidingBlocks(run) : run.blocks.filter(({ phase }) => phases.includes(phase));
  const slices = blocks
    .flatMap((block) => block.slices)
    .filter((slice) => slice.scenario === scenario && slice.side === side);
  if (slices.length === 0) throw missing(scenario, side);
  const counts = addCounts(slices.map((slice) => slice.counts));
  const elapsed = millis(sum(slices.map((slice) => slice.elapsed)));
  const statuses = addStatuses(slices.flatMap((slice) => slice.statuses));
  const answers = sum(statuses.map((status) => status.count));
  const bodyBytes = bodyBytesOf(slices);
  const told = toldOf(slices);
  const histogram = createHistogram();
  for (const slice of slices) histogram.add(fromRecord(slice.latency));
  return {
    scenario,
    side,
    slices,
    users: usersOf(slices),
    elapsed,
    counts,
    histogram,
    answers: told?.answers ?? histogram.count,
    told,
    latency: histogram.toRecord(micros(Math.max(...slices.map((slice) => slice.latency.resolution)))),
    metrics: slices.some(({ search }) => search !== null)
      ? capacityAlone(medianCapacity(slices))
      : {
          ...metricsOfLoad({ slices, counts, elapsed, cpu: cpuOf(slices), statuses, bodyBytes }, histogram),
          'memory-growth': growthOfMemory(sliceAlone(run, scenario, side)),
        },
    statuses,
    statusShares: sharesByClass(statuses),
    meanBodyBytes: bytes(answers === 0 || bodyBytes === null ? 0 : bodyBytes / answers),
    timeline: joinTimelines(slices),
  };
}

function missing(scenario: string, side: Side): Failure {
  return new Failure({
    kind: 'not-measured',
    code: 'scenario-missing',
    message: phrase('scenario-missing', { scenario, side }),
    advice: phrase('scenario-missing-advice'),
  });
}

/** Counts of several slices as one. */
export function addCounts(all: readonly Counts[]): Counts {
  const total = (name: keyof Counts): number => sum(all.map((counts) => counts[name]));
  return {
    sent: total('sent'),
    ok: total('ok'),
    httpError: total('httpError'),
    connectionError: total('connectionError'),
    timeout: total('timeout'),
    lost: total('lost'),
    inFlight: total('inFlight'),
    refused: total('refused'),
  };
}

/** Arrivals of several stretches as one, null without any: counts are added, the lag is the worst of them. */
export function addArrivals(stretches: readonly Pick<Slice, 'arrivals'>[]): Arrivals | null {
  const all = stretches.flatMap(({ arrivals }) => arrivals ?? []);
  if (all.length === 0) return null;
  const total = (name: Exclude<keyof Arrivals, 'lagP99'>): number => sum(all.map((each) => each[name]));
  const lags = all.flatMap(({ lagP99 }) => lagP99 ?? []);
  return {
    planned: total('planned'),
    late: total('late'),
    dropped: total('dropped'),
    waiting: total('waiting'),
    lagP99: lags.length === 0 ? null : millis(Math.max(...lags)),
  };
}

/** Attempts whose outcome is known, and those of them that failed: the error rate's two numbers. */
export function failuresOf(counts: Counts): { readonly hits: number; readonly total: number } {
  const { httpError, connectionError, timeout, lost, refused, sent, inFlight } = counts;
  return {
    hits: httpError + connectionError + timeout + lost + refused,
    total: sent - inFlight + refused,
  };
}

/** Known only where it is known of every slice. */
function cpuOf(slices: readonly Slice[]): Nanos | null {
  const known = slices.flatMap(({ cpu }) => (cpu === null ? [] : [cpu]));
  return known.length === slices.length ? nanos(sum(known)) : null;
}

/** The metrics of a slice, whose histogram is this. */
export const metricsOf = (slice: Slice, histogram: Histogram): MetricValues =>
  slice.search === null
    ? metricsOfLoad({ ...slice, slices: [slice] }, histogram)
    : capacityAlone(capacityOf(slice.search));

/** Nothing else can be said of a load that was meant to be too much. */
const capacityAlone = (capacity: number | null): MetricValues => ({
  ...forEveryMetric(() => null),
  capacity,
});

/** Of several boots the middle one; null when any of them carried nothing. */
function medianCapacity(slices: readonly Slice[]): number | null {
  const all = slices.map(({ search }) => (search === null ? null : capacityOf(search)));
  const known = all.filter((capacity) => capacity !== null);
  return known.length < all.length || known.length === 0 ? null : median(known);
}

/** A scenario's one stretch of load on a build by itself; null when it was only measured in turns. */
export function sliceAlone({ blocks }: Pick<Run, 'blocks'>, scenario: string, side: Side): Slice | null {
  const alone = blocks.filter(({ phase }) => phase === 'alone').flatMap(({ slices }) => slices);
  return alone.find((slice) => slice.scenario === scenario && slice.side === side) ?? null;
}

const MINUTE = 60;

/**
 * Growth of memory in bytes a minute that is certain: the lower end of its 95 % interval, and 0 when it did not go on growing. Null when it was not read for
 * long enough in one go.
 */
function growthOfMemory(slice: Slice | null): number | null {
  const growth = slice === null ? null : memoryGrowth(slice);
  if (growth === null) return null;
  return growth.grows ? MINUTE * growth.interval[0] : 0;
}

/** The metrics of an amount of load; growth in time is none of them. */
function metricsOfLoad(
  load: Pick<Slice, 'counts' | 'elapsed' | 'cpu' | 'statuses' | 'bodyBytes'> & {
    readonly slices: readonly Slice[];
  },
  histogram: Histogram,
): MetricValues {
  const { slices, counts, elapsed, cpu, statuses, bodyBytes } = load;
  const { hits, total } = failuresOf(counts);
  const ended = counts.sent - counts.inFlight;
  const answers = sum(statuses.map(({ count }) => count));
  const told = toldOf(slices);
  const latencyOf = (quantile: number): Millis | null =>
    told === null ? latencyAt(histogram, quantile) : toldAt(told, quantile);
  return {
    p95: latencyOf(METRICS.p95.quantile),
    throughput: elapsed > 0 ? counts.ok / toSeconds(elapsed) : null,
    'error-rate': total > 0 ? ratio(hits / total) : null,
    capacity: null,
    'cpu-per-request': cpu !== null && ended > 0 ? nanosToMillis(nanos(cpu / ended)) : null,
    'answer-size': answers > 0 && bodyBytes !== null ? bodyBytes / answers : null,
    'queries-per-request': queriesPerRequest(slices),
    'memory-growth': null,
    p50: latencyOf(METRICS.p50.quantile),
    p99: latencyOf(METRICS.p99.quantile),
  };
}

function latencyAt(histogram: Histogram, quantile: number): Millis | null {
  const value = histogram.quantile(quantile);
  return value === null ? null : toMillis(value);
}

/** What is left of a second below this is too short to have a rate, and no row of a timeline. */
const REST_MIN = 0.1;

/** Seconds that a slice's timeline covers, silent ones at its end included. */
export function rowsOf({ timeline, elapsed }: Pick<Slice, 'timeline' | 'elapsed'>): number {
  return Math.max((timeline.at(-1)?.second ?? -1) + 1, Math.ceil(toSeconds(elapsed) - REST_MIN));
}

function joinTimelines(slices: readonly Slice[]): readonly TimelineSecond[] {
  let offset = 0;
  return slices.flatMap((slice) => {
    const start = offset;
    offset += rowsOf(slice);
    return slice.timeline.map((second) => ({ ...second, second: second.second + start }));
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
