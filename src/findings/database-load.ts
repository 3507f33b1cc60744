/** One database's work, held against the requests that it was done for. */
import type { DatabaseReading, StatementReading } from '../domain/resources.ts';
import { LATENCY_FLOOR_MS, type Watched } from './watched.ts';

/** What a database did for one scenario. Times are in milliseconds, `perAnswer` is for one request. */
export interface DatabaseLoad {
  readonly watched: Watched;
  readonly reading: DatabaseReading;
  /** Calls and time of all statements. */
  readonly calls: number;
  readonly time: number;
  /** Executing statements. */
  readonly perAnswer: number;
  /** Mean number of sessions that executed something. */
  readonly busy: number;
  /** Mean number of sessions that waited for a lock, and for a disk. */
  readonly locked: number;
  readonly onDisk: number;
}

/** With fewer requests a statement of somebody's clock or of a start counts too much. */
const ANSWERS_MIN = 20;
/** From half of the latency on there is more to gain in the database than anywhere else. */
const DATABASE_SHARE = 0.5;

/** The databases of a scenario, that with the most time a request first. */
export function loadsOf(watched: Watched): readonly DatabaseLoad[] {
  const { resources, answers, mean } = watched;
  if (answers < ANSWERS_MIN || mean <= 0) return [];
  const loads = resources.databases.map((reading) => loadOf(watched, reading));
  return loads.toSorted((left, right) => right.perAnswer - left.perAnswer);
}

function loadOf(watched: Watched, reading: DatabaseReading): DatabaseLoad {
  const { resources, answers } = watched;
  const { statements, rest, connections, waits } = reading;
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const listed = rest.time + sum(statements.map(({ time }) => time));
  // Where time is not counted, it is sessions at work (Little 1961).
  const time = reading.time ?? (listed > 0 ? listed : (connections?.active ?? 0) * resources.watched);
  const waiting = (kind: 'lock' | 'disk'): number =>
    sum(waits.filter((wait) => wait.kind === kind).map(({ sessions }) => sessions));
  return {
    watched,
    reading,
    calls: rest.calls + sum(statements.map(({ calls }) => calls)),
    time,
    perAnswer: time / answers,
    busy: time / resources.watched,
    locked: waiting('lock'),
    onDisk: waiting('disk'),
  };
}

/** What so many sessions come to for one request, in milliseconds (Little 1961). */
export const timeOf = ({ watched: { resources, answers } }: DatabaseLoad, sessions: number): number =>
  (sessions * resources.watched) / answers;

/** Mean time of one call in milliseconds. */
export const perCall = ({ calls, time }: StatementReading): number => (calls === 0 ? 0 : time / calls);

/** The statement that took the most time, and its share of the database's time; null without any. */
export function dominantOf({
  reading,
  time,
}: DatabaseLoad): { readonly statement: StatementReading; readonly share: number } | null {
  const [statement] = reading.statements.toSorted((left, right) => right.time - left.time);
  if (statement === undefined || statement.calls === 0 || time <= 0) return null;
  return { statement, share: Math.min(1, statement.time / time) };
}

/** Whether requests spend most of their time in it, and long enough to matter. */
export const isMostOfLatency = ({ watched: { mean }, perAnswer }: DatabaseLoad): boolean =>
  mean >= LATENCY_FLOOR_MS && perAnswer >= DATABASE_SHARE * mean;

/** Redis and Valkey execute one command at a time. */
export const isSingleThreaded = ({ reading: { kind } }: DatabaseLoad): boolean =>
  kind === 'redis' || kind === 'valkey';
