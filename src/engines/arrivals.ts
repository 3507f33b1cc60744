/** The open loop of our own engine: requests arrive at their times, and their latency counts from then, so that a service that stalls cannot hide it. */
import type { ArrivalRate } from '../domain/plan.ts';
import { type Millis, millis } from '../domain/units.ts';
import { type Connection, type Connections, openConnections, within } from './connections.ts';
import type { Flow } from './flow.ts';
import { DRAIN_MS, type Session, type SessionResult } from './session.ts';
import { arrivalsOf } from './shape.ts';

/** State of one session. */
interface Field {
  readonly session: Session;
  readonly executor: ArrivalRate;
  readonly connections: Connections;
  readonly flow: Flow;
  readonly all: Connection[];
  /** Free ones, the last used last: it is the likeliest to be open still. */
  readonly free: Connection[];
  /** Times of arrivals that found no free connection, the oldest first. */
  readonly waiting: Queue;
  /** Called when the last request under way has ended. */
  quiet: (() => void) | null;
  over: boolean;
}

/**
 * Runs a session. An arrival takes a free connection, or opens one, up to the most that are allowed; beyond, it waits for one to be free, and is dropped
 * when that takes as long as a request may.
 */
export async function runArrivals(session: Session, executor: ArrivalRate): Promise<SessionResult> {
  using connections = openConnections(session);
  const field: Field = {
    session,
    executor,
    connections,
    flow: session.openUser(),
    all: [],
    free: [],
    waiting: openQueue(),
    quiet: null,
    over: false,
  };
  const start = session.now();
  const arriveUpTo = taker(executor, (at) => arrive(field, start + at));
  const stop = session.pace(executor, () => arriveUpTo(session.now() - start));
  await new Promise((resolve) => setTimeout(resolve, session.duration));
  stop();
  arriveUpTo(session.duration);
  field.over = true;
  if (session.ending === 'settle') await within(session.load.timeout, allFree(field));
  const unsent = field.all.filter((connection) => connection.isConnecting());
  session.tally.stillWaiting(field.waiting.length + unsent.length);
  const tallied = session.tally.close(session.ending);
  // Requests that wait for a connection would be sent after the end.
  for (const connection of unsent) void connection.destroy();
  await within(DRAIN_MS, allFree(field));
  await within(DRAIN_MS, Promise.all(field.all.map((connection) => connection.destroy())));
  return { tallied, untruth: null };
}

/** Takes arrivals in their order: all whose time has come, and none twice. */
function taker(executor: ArrivalRate, take: (at: Millis) => void): (elapsed: number) => void {
  const following = arrivalsOf(executor);
  let next = following();
  return (elapsed) => {
    for (; next !== null && next <= elapsed; next = following()) take(next);
  };
}

function arrive(field: Field, at: number): void {
  const { session, waiting, free, all, executor } = field;
  session.tally.arrived();
  dropOverdue(field);
  const connection = free.pop() ?? (all.length < executor.maxUsers ? newConnection(field) : undefined);
  if (connection === undefined) waiting.push(at);
  else void serve(field, connection, at);
}

function newConnection({ all, connections }: Field): Connection {
  const connection = connections.open();
  all.push(connection);
  return connection;
}

/** Sends what arrived, and then what waits, for as long as anything does. */
async function serve(field: Field, connection: Connection, first: number): Promise<void> {
  const { session, waiting, free } = field;
  for (let at: number | null = first; at !== null; at = field.over ? null : waiting.shift()) {
    session.tally.lag(millis(session.now() - at));
    await connection.send(field.flow, at);
    dropOverdue(field);
  }
  free.push(connection);
  if (free.length === field.all.length) field.quiet?.();
}

/** Who has waited for as long as a request may take gives up. */
function dropOverdue({ session, waiting }: Field): void {
  const oldest = session.now() - session.load.timeout;
  for (let at = waiting.first(); at !== null && at <= oldest; at = waiting.first()) {
    waiting.shift();
    session.tally.dropped();
  }
}

/** Resolves when no request is under way. */
function allFree(field: Field): Promise<void> {
  return new Promise((resolve) => {
    if (field.free.length === field.all.length) resolve();
    else field.quiet = resolve;
  });
}

/** First in, first out. */
interface Queue {
  readonly length: number;
  push(at: number): void;
  first(): number | null;
  shift(): number | null;
}

/** How many taken entries are kept before they are cut off: an array's own `shift` moves all that follow. */
const CUT_AT = 1_024;

function openQueue(): Queue {
  const entries: number[] = [];
  let head = 0;
  const first = (): number | null => entries[head] ?? null;
  return {
    get length() {
      return entries.length - head;
    },
    push: (at) => void entries.push(at),
    first,
    shift() {
      const entry = first();
      if (entry !== null) head += 1;
      if (head >= CUT_AT) {
        entries.splice(0, head);
        head = 0;
      }
      return entry;
    },
  };
}
