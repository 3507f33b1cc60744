/** Our own engine on undici: users in a closed loop, truthful for services that close their connections. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type Dispatcher, errors } from 'undici';
import {
  addressUrl,
  backOff,
  CUT_MESSAGE,
  DRAIN_MS,
  LOST_MESSAGE,
  NONSENSE_MESSAGE,
  type Session,
  type SessionResult,
  timeoutMessage,
} from './session.ts';
import { type FailureWay, latencyOf } from './tally.ts';
import { isExpected, type NextRequest, type Outgoing } from './templates.ts';

/** How often overdue requests are looked for: the error of a timeout's end, never of its recorded length. */
const OVERDUE_EVERY_MS = 10;

/** A request under way. */
interface Pending {
  readonly startedAt: number;
  /** Set when it is written to a connection. */
  abort: ((reason: Error) => void) | null;
}

/** State of one session. */
interface Field {
  readonly session: Session;
  /** Requests under way, for their timeouts. */
  readonly pending: Set<Pending>;
  over: boolean;
}

class Overdue extends Error {
  override readonly name = 'Overdue';
}

/**
 * Runs a session. A user's latency goes from the moment it decides to send to the last byte of the answer: where a new connection is needed,
 * opening it is part of what the user waits for.
 */
export async function runUndici(session: Session): Promise<SessionResult> {
  const field: Field = { session, pending: new Set(), over: false };
  const overdue = setInterval(() => abortOverdue(field), OVERDUE_EVERY_MS);
  const users = Array.from({ length: session.load.executor.users }, () => openUser(field));
  const loops = users.map((user) => user.loop());
  await new Promise((resolve) => setTimeout(resolve, session.duration));
  field.over = true;
  const done = Promise.all(loops);
  if (session.ending === 'settle') await within(session.load.timeout, done);
  const tallied = session.tally.close(session.ending);
  // Requests that wait for a connection would be sent after the end.
  for (const user of users) if (user.isConnecting()) void user.destroy();
  await within(DRAIN_MS, done);
  clearInterval(overdue);
  await Promise.all(users.map((user) => user.destroy()));
  return { tallied, untruth: null };
}

/** Waits for a promise, but no longer than this. */
async function within(patience: number, promise: Promise<unknown>): Promise<void> {
  const over = new AbortController();
  await Promise.race([promise, sleep(patience, undefined, { signal: over.signal }).catch(() => undefined)]);
  over.abort();
}

function abortOverdue({ pending, session }: Field): void {
  const oldest = session.now() - session.load.timeout;
  for (const request of pending) if (request.startedAt <= oldest) request.abort?.(new Overdue());
}

/** One user with one connection. */
function openUser(field: Field) {
  const { session } = field;
  const client = openClient(session);
  const next: NextRequest = session.openUser();
  let refused = 0;
  let current: Pending | null = null;
  return {
    async loop(): Promise<void> {
      while (!field.over) {
        current = { startedAt: session.now(), abort: null };
        const way = await send(field, client, next(), current);
        current = null;
        refused = way === 'refused' ? refused + 1 : 0;
        if (refused > 0 && !field.over) await new Promise((resolve) => setTimeout(resolve, backOff(refused)));
      }
    },
    isConnecting: () => current !== null && current.abort === null,
    destroy: () => client.destroy().catch(() => undefined),
  };
}

function openClient(session: Session): Client {
  const { url, load } = session;
  return new Client(addressUrl(session), {
    pipelining: 1,
    allowH2: false,
    // A service that keeps connections for a second would get a new one for each request: the next one comes at once here.
    keepAliveTimeoutThreshold: 0,
    // The overdue check is ours: these would round the timeout to whole seconds.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: load.timeout, ...(url.protocol === 'https:' && { servername: url.hostname }) },
  });
}

/** Sends one request and settles it; resolves with how it failed, or null. */
function send(field: Field, client: Client, request: Outgoing, own: Pending): Promise<FailureWay | null> {
  const { session, pending } = field;
  const { tally, load, now } = session;
  const { startedAt } = own;
  return new Promise((resolve) => {
    let status = 0;
    let bodyBytes = 0;
    const settle = (way: FailureWay | null): void => {
      pending.delete(own);
      resolve(way);
    };
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(controller) {
        tally.sent(request.index);
        own.abort = (reason) => controller.abort(reason);
        pending.add(own);
      },
      onResponseStart(_controller, statusCode) {
        status = statusCode;
      },
      onResponseData(_controller, chunk) {
        bodyBytes += chunk.length;
      },
      onResponseEnd() {
        const expected = isExpected(status, load.requests[request.index]?.expect ?? []);
        tally.answered(request.index, { status, expected, latency: latencyOf(now() - startedAt), bodyBytes });
        settle(null);
      },
      onResponseError(_controller, error) {
        const way = wayOf(error, own.abort !== null, status !== 0);
        const latency = way === 'timeout' ? latencyOf(Math.max(now() - startedAt, load.timeout)) : undefined;
        tally.failed(request.index, way, messageOf(error, way, load.timeout), latency);
        settle(way);
      },
    };
    client.dispatch(
      {
        path: request.path,
        method: request.method,
        headers: { host: session.url.host, ...request.headers },
        body: request.body,
        // undici would open a new connection after each HEAD, in case a service sends a body with its answer.
        ...(request.method === 'HEAD' && { reset: false }),
      },
      handler,
    );
  });
}

function wayOf(error: Error, wasSent: boolean, hadStarted: boolean): FailureWay {
  if (error instanceof Overdue) return 'timeout';
  if (!wasSent) return 'refused';
  return isOrderlyEnd(error) && !hadStarted ? 'lost' : 'connectionError';
}

/** The other side closed its end in order (FIN), which undici tells from a reset. */
const isOrderlyEnd = (error: Error): boolean => error.message === 'other side closed';

function messageOf(error: Error, way: FailureWay, timeout: number): string {
  if (way === 'timeout') return timeoutMessage(timeout);
  if (way === 'lost') return LOST_MESSAGE;
  if (isOrderlyEnd(error)) return CUT_MESSAGE;
  if (error instanceof errors.HTTPParserError) return NONSENSE_MESSAGE;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
