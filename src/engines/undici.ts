/** Our own engine on undici: users in a closed loop, truthful for services that close their connections. */
import { Client, type Dispatcher } from 'undici';
import { millis } from '../domain/units.ts';
import { addressUrl, backOff, DRAIN_MS, type Session, type SessionResult } from './session.ts';
import { type FailureWay, latencyOf } from './tally.ts';
import { isExpected, type NextRequest, type Outgoing } from './templates.ts';

/** How often overdue requests are looked for: the error of a timeout's end, never of its recorded length. */
const OVERDUE_EVERY_MS = 10;

/** A request under way. */
interface Pending {
  readonly startedAt: number;
  readonly abort: (reason: Error) => void;
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
  const tallied = session.tally.close();
  await Promise.race([Promise.all(loops), new Promise((resolve) => setTimeout(resolve, DRAIN_MS).unref())]);
  clearInterval(overdue);
  await Promise.all(users.map((user) => user.destroy()));
  return { tallied, untruth: null };
}

function abortOverdue({ pending, session }: Field): void {
  const oldest = session.now() - session.load.timeout;
  for (const request of pending) if (request.startedAt <= oldest) request.abort(new Overdue());
}

/** One user with one connection. */
function openUser(field: Field) {
  const { session } = field;
  const client = openClient(session);
  const next: NextRequest = session.openUser();
  let refused = 0;
  return {
    async loop(): Promise<void> {
      while (!field.over) {
        const way = await send(field, client, next());
        refused = way === 'refused' ? refused + 1 : 0;
        if (refused > 0 && !field.over) await new Promise((resolve) => setTimeout(resolve, backOff(refused)));
      }
    },
    destroy: () => client.destroy().catch(() => undefined),
  };
}

function openClient(session: Session): Client {
  const { url, load } = session;
  return new Client(addressUrl(session), {
    pipelining: 1,
    // The overdue check is ours: these would round the timeout to whole seconds.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: load.timeout, ...(url.protocol === 'https:' && { servername: url.hostname }) },
  });
}

/** Sends one request and settles it; resolves with how it failed, or null. */
function send(field: Field, client: Client, request: Outgoing): Promise<FailureWay | null> {
  const { session, pending } = field;
  const { tally, load, now } = session;
  const startedAt = now();
  return new Promise((resolve) => {
    let own: Pending | null = null;
    let status = 0;
    let bodyBytes = 0;
    const settle = (way: FailureWay | null): void => {
      if (own !== null) pending.delete(own);
      resolve(way);
    };
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(controller) {
        tally.sent(request.index);
        own = { startedAt, abort: (reason) => controller.abort(reason) };
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
        const way = wayOf(error, own !== null, status !== 0);
        const latency = way === 'timeout' ? latencyOf(Math.max(now() - startedAt, load.timeout)) : undefined;
        tally.failed(request.index, way, messageOf(error, way, load.timeout), latency);
        settle(way);
      },
    };
    client.dispatch(
      {
        path: request.path,
        method: request.method as Dispatcher.HttpMethod,
        headers: { host: session.url.host, ...request.headers },
        body: request.body,
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
  const code = (error as NodeJS.ErrnoException).code;
  return code === undefined ? error.message : code.startsWith('HPE_') ? `not HTTP (${code})` : code;
}

/** Said for every request without an answer in time. */
export const timeoutMessage = (timeout: number): string => `timeout after ${millis(timeout)} ms`;
/** Said when the service closed a connection instead of answering. */
export const LOST_MESSAGE = 'closed without an answer';
/** Said when the service closed a connection in the middle of an answer. */
export const CUT_MESSAGE = 'closed in the middle of an answer';
