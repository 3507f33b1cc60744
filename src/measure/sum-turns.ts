/** The turns of one build in one block as one slice: counts and histograms are added, nothing is averaged that cannot be. */
import { addUses } from '../domain/k6.ts';
import type {
  EngineUse,
  GeneratorReading,
  HistogramRecord,
  HostReading,
  Side,
  Slice,
  TimelineSecond,
  Turn,
} from '../domain/measurement.ts';
import type { Resources } from '../domain/resources.ts';
import {
  bytes,
  type Millis,
  micros,
  millis,
  nanos,
  perSecond,
  type Ratio,
  ratio,
  toMillis,
  toSeconds,
} from '../domain/units.ts';
import type { LoadResult } from '../engines/load-job.ts';
import { createHistogram, fromRecord, type Histogram } from '../stats/histogram.ts';
import { unsteady } from '../domain/workers.ts';
import { median } from '../stats/robust.ts';
import { addArrivals, addCounts, addStatuses, failuresOf } from '../stats/summary.ts';
import type { MeasuredTurn } from './turn.ts';

/** What the turns do not know of themselves. */
export interface SliceContext {
  readonly scenario: string;
  readonly side: Side;
  readonly engine: EngineUse;
  readonly warmUp: Millis;
  readonly host: HostReading | null;
  readonly resources: Resources | null;
}

/** Adds turns up. @throws RangeError without turns */
export function sumTurns(turns: readonly MeasuredTurn[], context: SliceContext): Slice {
  const results = turns.map(({ result }) => result);
  const [first] = results;
  if (first === undefined) throw new RangeError('a slice needs turns');
  const cpu = turns.flatMap((turn) => (turn.cpu === null ? [] : [turn.cpu]));
  return {
    ...context,
    engine: withK6(withWorkers(context.engine, results), results),
    startedAt: first.startedAt,
    elapsed: millis(total(results.map(({ elapsed }) => elapsed))),
    users: first.users,
    cpu: cpu.length === turns.length ? nanos(total(cpu)) : null,
    turns: turns.map(withoutResult),
    search: null,
    counts: addCounts(results.map(({ counts }) => counts)),
    arrivals: addArrivals(results),
    latency: merged(results.map(({ latency }) => latency)),
    requests: namesOf(results).map((name) => requestOf(name, results)),
    statuses: addStatuses(results.flatMap(({ statuses }) => statuses)),
    errors: addErrors(results),
    bodyBytes: addBytes(results),
    timeline: timelineOf(results),
    // A build rests between its turns, and both take the same minutes: the seconds of a slice are not seconds on end.
    memory: null,
    generator: generatorOf(results),
  };
}

function withoutResult({ place, elapsed, ok, p50, p95, level, cpu, outside }: MeasuredTurn): Turn {
  return { place, elapsed, ok, p50, p95, level, cpu, outside };
}

/** Of a distributed load, the workers of the first turn, and those of others that did not do all of their work. */
function withWorkers(engine: EngineUse, results: readonly LoadResult[]): EngineUse {
  const { workers: first } = engine;
  if (first === undefined) return engine;
  const [begin, ...more] = results.flatMap((result) => result.engine.workers ?? []);
  const workers = [...(begin?.workers ?? []), ...more.flatMap(unsteady)];
  return { ...engine, workers: { ...first, workers } };
}

/** Null where an engine does not tell. */
function addBytes(results: readonly LoadResult[]): Slice['bodyBytes'] {
  const known = results.flatMap(({ bodyBytes }) => bodyBytes ?? []);
  return known.length === results.length ? bytes(total(known)) : null;
}

/** Of a load by k6, what it told in all turns. */
function withK6(engine: EngineUse, results: readonly LoadResult[]): EngineUse {
  const uses = results.flatMap((result) => (result.engine.k6 === undefined ? [] : [result.engine.k6]));
  return uses.length === 0 ? engine : { ...engine, k6: addUses(uses) };
}

/** Of a load by Locust or k6, some requests come in some turns only. */
const namesOf = (results: readonly LoadResult[]): readonly string[] => [
  ...new Set(results.flatMap(({ requests }) => requests.map(({ name }) => name))),
];

function requestOf(name: string, results: readonly LoadResult[]): Slice['requests'][number] {
  const parts = results.flatMap(({ requests }) => requests.filter((request) => request.name === name));
  return {
    name,
    counts: addCounts(parts.map(({ counts }) => counts)),
    latency: merged(parts.map(({ latency }) => latency)),
  };
}

/** As many as one stretch of load keeps. */
const ERRORS_MAX = 20;

function addErrors(results: readonly LoadResult[]): Slice['errors'] {
  const counts = new Map<string, number>();
  for (const { message, count } of results.flatMap(({ errors }) => errors)) {
    counts.set(message, (counts.get(message) ?? 0) + count);
  }
  return [...counts]
    .map(([message, count]) => ({ message, count }))
    .toSorted((left, right) => right.count - left.count)
    .slice(0, ERRORS_MAX);
}

function merged(records: readonly HistogramRecord[]): HistogramRecord {
  return histogramOf(records).toRecord(micros(Math.max(...records.map(({ resolution }) => resolution))));
}

function histogramOf(records: readonly HistogramRecord[]): Histogram {
  const whole = createHistogram();
  for (const record of records) whole.add(fromRecord(record));
  return whole;
}

/** A turn this long has seconds of its own. */
const LONG: Millis = millis(1_500);

/** Rows of a second of load each, of as many turns as that takes. */
function timelineOf(results: readonly LoadResult[]): readonly TimelineSecond[] {
  if (results.every(({ elapsed }) => elapsed >= LONG))
    return results.flatMap(({ timeline }) => timeline).map((row, second) => ({ ...row, second }));
  const rows: LoadResult[][] = [[]];
  for (const result of results) {
    const row = rows.at(-1) ?? [];
    if (
      toSeconds(millis(total(row.map(({ elapsed }) => elapsed)))) + toSeconds(result.elapsed) / 2 > 1 &&
      row.length > 0
    ) {
      rows.push([result]);
    } else row.push(result);
  }
  return rows.map((row, second) => rowOf(row, second));
}

function rowOf(results: readonly LoadResult[], second: number): TimelineSecond {
  const seconds = Math.max(toSeconds(millis(total(results.map(({ elapsed }) => elapsed)))), 1e-3);
  const counts = addCounts(results.map((result) => result.counts));
  const latency = histogramOf(results.map((result) => result.latency));
  const at = (quantile: number): Millis | null => {
    const value = latency.quantile(quantile);
    return value === null ? null : toMillis(value);
  };
  return {
    second,
    throughput: perSecond(counts.ok / seconds),
    p50: at(0.5),
    p95: at(0.95),
    errors: perSecond(failuresOf(counts).hits / seconds),
    users: usersOf(results),
  };
}

/** The middle of the turns' own rows, since those of an open loop are not known before; a turn too short for a row has the users that it was given. */
function usersOf(results: readonly LoadResult[]): number {
  const seen = results.flatMap(({ timeline }) => timeline.map(({ users }) => users));
  return Math.round(seen.length > 0 ? median(seen) : (results[0]?.users ?? 0));
}

/** Shares by time; the worst delay and the most memory of any turn. */
function generatorOf(results: readonly LoadResult[]): GeneratorReading {
  const whole = total(results.map(({ elapsed }) => elapsed));
  const mean = (read: (reading: GeneratorReading) => number): Ratio =>
    ratio(total(results.map((result) => read(result.generator) * result.elapsed)) / Math.max(whole, 1e-3));
  const delays = results.map(({ generator }) => generator.runQueueDelay);
  return {
    cpu: mean(({ cpu }) => cpu),
    eventLoop: mean(({ eventLoop }) => eventLoop),
    eventLoopDelayP99: millis(Math.max(...results.map(({ generator }) => generator.eventLoopDelayP99))),
    runQueueDelay: delays.includes(null) ? null : mean(({ runQueueDelay }) => runQueueDelay ?? 0),
    memory: bytes(Math.max(...results.map(({ generator }) => generator.memory))),
  };
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
