/** Connections, one request at a time each: what both loops of our own engine send by. HTTP/1.1 is spoken by undici. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, errors } from 'undici';
import { certificateFlaw, certificateRefused, trustOptions } from '../platform/certificates.ts';
import { type Connection, type Exchange, openExchange, Overdue, type Pending } from './exchange.ts';
import type { Outgoing } from './flow.ts';
import { openHttp2 } from './http2.ts';
import { addressUrl, CUT_MESSAGE, LOST_MESSAGE, NONSENSE_MESSAGE, type Session } from './session.ts';
import type { FailureWay } from './tally.ts';

export type { Connection } from './exchange.ts';

/** How often overdue requests are looked for: the error of a timeout's end, never of its recorded length. */
const OVERDUE_EVERY_MS = 10;

/** All connections of a session; disposing ends the watch over their timeouts. */
export interface Connections extends Disposable {
  open(): Connection;
}

/** Begins a session's connections, of the version of HTTP that its load asks for. */
export function openConnections(session: Session): Connections {
  const pending = new Set<Pending>();
  const overdue = setInterval(() => abortOverdue(pending, session), OVERDUE_EVERY_MS);
  const open = session.load.http === 2 ? openHttp2(session, pending) : () => openHttp1(session, pending);
  return { open, [Symbol.dispose]: () => clearInterval(overdue) };
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

function openHttp1(session: Session, pending: Set<Pending>): Connection {
  const client = openClient(session);
  let current: Pending | null = null;
  return {
    async send(flow, from) {
      const request = flow.next();
      const own: Pending = { from, startedAt: session.now(), abort: null };
      current = own;
      const way = await new Promise<FailureWay | null>((resolve) => {
        const exchange = openExchange({ session, pending, flow }, request, own, resolve);
        dispatch(client, session, request, exchange);
      });
      current = null;
      return way;
    },
    isConnecting: () => current !== null && current.abort === null,
    destroy: () => client.destroy().catch(() => undefined),
  };
}

function openClient(session: Session): Client {
  const { url, tls, load } = session;
  return new Client(addressUrl(session), {
    pipelining: 1,
    allowH2: false,
    // A service that keeps connections for a second would get a new one for each request: the next one comes at once here.
    keepAliveTimeoutThreshold: 0,
    // The overdue check is ours: these would round the timeout to whole seconds.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: load.timeout, ...(url.protocol === 'https:' && trustOptions(url, tls)) },
  });
}

function dispatch(client: Client, session: Session, request: Outgoing, exchange: Exchange): void {
  let wasSent = false;
  client.dispatch(
    {
      path: request.path,
      method: request.method,
      headers: { host: session.url.host, ...request.headers },
      body: request.body,
      // undici would open a new connection after each HEAD, in case a service sends a body with its answer.
      ...(request.method === 'HEAD' && { reset: false }),
    },
    {
      onRequestStart(controller) {
        wasSent = true;
        exchange.sent((reason) => controller.abort(reason));
      },
      onResponseStart: (_controller, status, headers) => exchange.begin(status, headers),
      onResponseData: (_controller, chunk) => exchange.take(chunk),
      onResponseEnd: () => exchange.end(),
      onResponseError(_controller, error) {
        const flaw = wasSent ? null : certificateFlaw(error);
        if (flaw !== null) session.giveUp(certificateRefused(session.url, flaw, session.tls));
        exchange.fail(wayOf(error, wasSent, exchange.hasBegun()), messageOf(error, exchange.hasBegun()));
      },
    },
  );
}

function wayOf(error: Error, wasSent: boolean, hadStarted: boolean): FailureWay {
  if (error instanceof Overdue) return 'timeout';
  if (!wasSent) return 'refused';
  return isOrderlyEnd(error) && !hadStarted ? 'lost' : 'connectionError';
}

/** The other side closed its end in order (FIN), which undici tells from a reset. */
const isOrderlyEnd = (error: Error): boolean => error.message === 'other side closed';

function messageOf(error: Error, hadStarted: boolean): string {
  if (isOrderlyEnd(error)) return hadStarted ? CUT_MESSAGE : LOST_MESSAGE;
  if (error instanceof errors.HTTPParserError) return NONSENSE_MESSAGE;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
