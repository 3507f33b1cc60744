/** Connections on undici, one request at a time each: what both loops of our own engine send by. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type Dispatcher, errors } from 'undici';
import type { Flow, Outgoing } from './flow.ts';
import { openHearing } from './hearing.ts';
import {
  addressUrl,
  CUT_MESSAGE,
  LOST_MESSAGE,
  NONSENSE_MESSAGE,
  type Session,
  timeoutMessage,
} from './session.ts';
import { type FailureWay, latencyOf } from './tally.ts';

/** How often overdue requests are looked for: the error of a timeout's end, never of its recorded length. */
const OVERDUE_EVERY_MS = 10;

/** One user's connection: opened by its first request, and anew when the service has closed it. */
export interface Connection {
  /**
   * Sends a flow's next request and settles it in the tally; resolves with how it failed without an answer, or null. Its latency counts from `from`, on the
   * session's clock; its timeout from now, since the service is given that long to answer. One at a time.
   */
  send(flow: Flow, from: number): Promise<FailureWay | null>;
  /** True while a request waits for the connection to be there: it has not been sent. */
  readonly isConnecting: () => boolean;
  destroy(): Promise<void>;
}

/** All connections of a session; disposing ends the watch over their timeouts. */
export interface Connections extends Disposable {
  open(): Connection;
}

/** A request under way. */
interface Pending {
  /** What its latency counts from. */
  readonly from: number;
  readonly startedAt: number;
  /** Set when it is written to a connection. */
  abort: ((reason: Error) => void) | null;
}

class Overdue extends Error {
  override readonly name = 'Overdue';
}

/** Begins a session's connections. */
export function openConnections(session: Session): Connections {
  const pending = new Set<Pending>();
  const overdue = setInterval(() => abortOverdue(pending, session), OVERDUE_EVERY_MS);
  return {
    open: () => openConnection(session, pending),
    [Symbol.dispose]: () => clearInterval(overdue),
  };
}

/** Waits for a promise, but no longer than this. */
export async function within(patience: number, promise: Promise<unknown>): Promise<void> {
  const over = new AbortController();
  await Promise.race([promise, sleep(patience, undefined, { signal: over.signal }).catch(() => undefined)]);
  over.abort();
}

function abortOverdue(pending: ReadonlySet<Pending>, session: Session): void {
  const oldest = session.now() - session.load.timeout;
  for (const request of pending) if (request.startedAt <= oldest) request.abort?.(new Overdue());
}

function openConnection(session: Session, pending: Set<Pending>): Connection {
  const client = openClient(session);
  let current: Pending | null = null;
  return {
    async send(flow, from) {
      const request = flow.next();
      current = { from, startedAt: session.now(), abort: null };
      const way = await send({ session, pending, client, flow }, request, current);
      current = null;
      return way;
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

/** What a request is sent by, and for whom. */
interface Sender {
  readonly session: Session;
  readonly pending: Set<Pending>;
  readonly client: Client;
  readonly flow: Flow;
}

function send(
  { session, pending, client, flow }: Sender,
  request: Outgoing,
  own: Pending,
): Promise<FailureWay | null> {
  const { tally, load, now } = session;
  const { from } = own;
  return new Promise((resolve) => {
    let status = 0;
    let bodyBytes = 0;
    const hearing = openHearing(load, request.index);
    const settle = (way: FailureWay | null, failed: boolean): void => {
      pending.delete(own);
      if (failed) flow.fail(request.index);
      resolve(way);
    };
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(controller) {
        tally.sent(request.index);
        own.abort = (reason) => controller.abort(reason);
        pending.add(own);
      },
      onResponseStart(_controller, statusCode, headers) {
        status = statusCode;
        hearing.begin(headers);
      },
      onResponseData(_controller, chunk) {
        bodyBytes += chunk.length;
        hearing.take(chunk);
      },
      onResponseEnd() {
        const latency = latencyOf(now() - from);
        const wrong = hearing.end(status, flow);
        tally.answered(request.index, { status, wrong, latency, bodyBytes });
        settle(null, wrong !== null);
      },
      onResponseError(_controller, error) {
        const way = wayOf(error, own.abort !== null, status !== 0);
        const latency = way === 'timeout' ? latencyOf(Math.max(now() - from, load.timeout)) : undefined;
        tally.failed(request.index, way, messageOf(error, way, load.timeout), latency);
        settle(way, true);
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
