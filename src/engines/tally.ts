/** The account of one stretch of load: every request in exactly one place, latencies in histograms, a row for each second. */
import type { Arrivals, Counts, RequestCounts, TimelineSecond } from '../domain/measurement.ts';
import {
  bytes,
  type Bytes,
  type Micros,
  micros,
  type Millis,
  millis,
  perSecond,
  toMillis,
} from '../domain/units.ts';
import { createHistogram, type Histogram } from '../stats/histogram.ts';

/** How a request can fail without an answer. `refused`: it never reached a connection. */
export type FailureWay = 'connectionError' | 'timeout' | 'lost' | 'refused';

/** What a stretch of load came to. */
export interface Tallied {
  readonly elapsed: Millis;
  readonly counts: Counts;
  readonly arrivals: Arrivals | null;
  readonly latency: Histogram;
  readonly requests: readonly RequestCounts[];
  readonly statuses: readonly { readonly status: number; readonly count: number }[];
  readonly errors: readonly { readonly message: string; readonly count: number }[];
  readonly bodyBytes: Bytes;
  readonly timeline: readonly TimelineSecond[];
}

/** An answer that was received to its end. */
export interface Answer {
  readonly status: number;
  /** Why it is not as expected, as a message for people; null when it is. */
  readonly wrong: string | null;
  readonly latency: Micros;
  readonly bodyBytes: number;
}

/** Takes events while it is open; what comes later is part of no measurement. Index: of the request's plan. */
export interface Tally {
  /** A request was written to a connection. */
  sent(index: number): void;
  /** A complete answer. */
  answered(index: number, answer: Answer): void;
  /** A request failed without an answer; a timeout's latency counts as at least the timeout. */
  failed(index: number, way: FailureWay, message: string, latency?: Micros): void;
  /** An arrival's time has come. */
  arrived(): void;
  /** An arrival is sent so long after its time. */
  lag(after: Millis): void;
  /** An arrival has given up. */
  dropped(): void;
  /** So many arrivals have not been sent at the end. */
  stillWaiting(count: number): void;
  /** So far: answers as expected, failures, the p95, and the last whole second (null before its end). */
  soFar(): {
    readonly ok: number;
    readonly errors: number;
    readonly p95: Millis | null;
    readonly second: TimelineSecond | null;
  };
  /** Ends the stretch, now or (`settle`, if nothing is under way) with the last answer: what is sent and not settled is in flight. */
  close(ending?: 'cut' | 'settle'): Tallied;
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** Kinds of messages kept apart; further ones are counted together. */
const MESSAGES_MAX = 200;
const MESSAGES_SHOWN = 20;

/** Users after so many milliseconds; null where they are those that wait for an answer: an open loop. */
export type UsersAt = ((elapsed: number) => number) | null;

/** Opens the account of a stretch that begins now. `names` may grow meanwhile. `now` is monotonic milliseconds. */
export function openTally(names: readonly string[], usersAt: UsersAt, now: () => number): Tally {
  const start = now();
  const { rows, rowOf } = openRows(names);
  const statuses = new Map<number, number>();
  const messages = messageCount();
  const arrivals = countArrivals();
  const underWay = (): number => rows.reduce((sum, { counts }) => sum + counts.sent - settledOf(counts), 0);
  const seconds = secondBySecond((elapsed) => usersAt?.(elapsed) ?? underWay(), start);
  let bodyBytes = 0;
  let isOpen = true;
  let settledAt = start;
  const fail = (message: string): void => {
    messages.add(message);
    seconds.at(now()).errors += 1;
  };
  const record = (index: number, latency: Micros): void => {
    rowOf(index).latency.record(latency);
    seconds.at(now()).latency.record(latency);
  };
  return {
    sent(index) {
      if (isOpen) rowOf(index).counts.sent += 1;
    },
    answered(index, { status, wrong, latency, bodyBytes: size }) {
      if (!isOpen) return;
      settledAt = now();
      rowOf(index).counts[wrong === null ? 'ok' : 'httpError'] += 1;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      bodyBytes += size;
      if (wrong !== null) return fail(wrong);
      record(index, latency);
      seconds.at(now()).ok += 1;
    },
    failed(index, way, message, latency) {
      if (!isOpen) return;
      settledAt = now();
      rowOf(index).counts[way] += 1;
      fail(message);
      if (latency !== undefined) record(index, latency);
    },
    ...arrivals,
    soFar: () => ({
      ok: rows.reduce((sum, { counts }) => sum + counts.ok, 0),
      errors: rows.reduce((sum, { counts }) => sum + failuresOf(counts), 0),
      ...seconds.soFar(now()),
    }),
    close(ending = 'cut') {
      isOpen = false;
      for (const { counts } of rows) counts.inFlight = counts.sent - settledOf(counts);
      const hasSettled = ending === 'settle' && rows.every(({ counts }) => counts.inFlight === 0);
      const elapsed = millis(Math.max((hasSettled ? settledAt : now()) - start, 1e-3));
      return {
        elapsed,
        counts: addCounts(rows.map(({ counts }) => counts)),
        arrivals: usersAt === null ? arrivals.close() : null,
        latency: seconds.total,
        requests: rows.map(requestOf),
        statuses: statusesOf(statuses),
        errors: messages.mostFrequent(),
        bodyBytes: bytes(bodyBytes),
        timeline: seconds.close(start + elapsed),
      };
    },
  };
}

/** A row for each name; further ones when they are asked for. */
function openRows(names: readonly string[]) {
  const rowCalled = (name: string) => ({ name, counts: emptyCounts(), latency: createHistogram() });
  const rows = names.map(rowCalled);
  const rowOf = (index: number): (typeof rows)[number] => {
    while (rows.length <= Math.min(index, names.length - 1)) rows.push(rowCalled(names[rows.length] ?? ''));
    const row = rows[index];
    if (row === undefined) throw new RangeError(`no request ${index}`);
    return row;
  };
  return { rows, rowOf };
}

/** An arrival sent later than this was late: milliseconds. */
const LATE_MS = 1;

/** Counts what becomes of an open loop's arrivals. */
function countArrivals() {
  const lags = createHistogram();
  const counts = { planned: 0, late: 0, dropped: 0, waiting: 0 };
  return {
    arrived(): void {
      counts.planned += 1;
    },
    lag(after: Millis): void {
      lags.record(latencyOf(Math.max(0, after)));
      if (after > LATE_MS) counts.late += 1;
    },
    dropped(): void {
      counts.dropped += 1;
    },
    stillWaiting(count: number): void {
      counts.waiting = count;
    },
    close: (): Arrivals => ({ ...counts, lagP99: inMillis(lags.quantile(0.99)) }),
  };
}

function requestOf(row: {
  readonly name: string;
  readonly counts: Counts;
  readonly latency: Histogram;
}): RequestCounts {
  return { name: row.name, counts: { ...row.counts }, latency: row.latency.toRecord() };
}

function statusesOf(counts: ReadonlyMap<number, number>): Tallied['statuses'] {
  return [...counts].map(([status, count]) => ({ status, count })).sort((a, b) => a.status - b.status);
}

/** Counts messages, of which a service can invent as many as it likes. */
function messageCount() {
  const counts = new Map<string, number>();
  return {
    add(message: string): void {
      const known = counts.has(message) || counts.size < MESSAGES_MAX ? message : 'other errors';
      counts.set(known, (counts.get(known) ?? 0) + 1);
    },
    mostFrequent: (): Tallied['errors'] =>
      [...counts]
        .map(([message, count]) => ({ message, count }))
        .sort((a, b) => b.count - a.count)
        .slice(0, MESSAGES_SHOWN),
  };
}

function emptyCounts(): Mutable<Counts> {
  return { sent: 0, ok: 0, httpError: 0, connectionError: 0, timeout: 0, lost: 0, inFlight: 0, refused: 0 };
}

function addCounts(all: readonly Counts[]): Counts {
  const total = emptyCounts();
  for (const counts of all) {
    for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += counts[key];
  }
  return total;
}

const settledOf = (counts: Counts): number =>
  counts.ok + counts.httpError + counts.connectionError + counts.timeout + counts.lost;

const failuresOf = (counts: Counts): number =>
  counts.httpError + counts.connectionError + counts.timeout + counts.lost + counts.refused;

const inMillis = (value: Micros | null): Millis | null => (value === null ? null : toMillis(value));

/** The second under way; one histogram serves all seconds, so that memory does not grow with the duration, and each is added to the total at its end. */
function secondBySecond(usersAt: (elapsed: number) => number, start: number) {
  const total = createHistogram();
  const done: TimelineSecond[] = [];
  const current = { second: 0, ok: 0, errors: 0, latency: createHistogram() };
  const finish = (length: number): void => {
    done.push({
      second: current.second,
      throughput: perSecond(current.ok / length),
      p50: inMillis(current.latency.quantile(0.5)),
      p95: inMillis(current.latency.quantile(0.95)),
      errors: perSecond(current.errors / length),
      users: Math.round(usersAt(1_000 * (current.second + length / 2))),
    });
    current.second += 1;
    current.ok = 0;
    current.errors = 0;
    total.add(current.latency);
    current.latency.reset();
  };
  const at = (time: number): typeof current => {
    while (time - start >= (current.second + 1) * 1000) finish(1);
    return current;
  };
  return {
    at,
    /** Complete when closed. */
    total,
    /** The p95 to the last whole second, in the first one of that; and the last whole second. */
    soFar(time: number): { readonly p95: Millis | null; readonly second: TimelineSecond | null } {
      // First, since it may end a second and add it to the total.
      const { latency } = at(time);
      const p95 = inMillis((total.count > 0 ? total : latency).quantile(0.95));
      return { p95, second: done.at(-1) ?? null };
    },
    /** A last second shorter than a tenth says nothing about a rate and is left out. */
    close(end: number): readonly TimelineSecond[] {
      at(end);
      const rest = (end - start) / 1000 - current.second;
      if (rest >= 0.1) finish(rest);
      else total.add(current.latency);
      return done;
    },
  };
}

/** Milliseconds as a clock gave them, in whole-microsecond terms. */
export const latencyOf = (milliseconds: number): Micros => micros(milliseconds * 1000);
