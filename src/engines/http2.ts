/**
 * Connections that speak HTTP/2, one stream at a time each. On node:http2, since undici sends a request that a service refused (GOAWAY, REFUSED_STREAM)
 * once more by itself: the service would receive more than was counted.
 */
import { type ClientHttp2Session, type ClientHttp2Stream, constants } from 'node:http2';
import { type Connection, type Exchange, openExchange, Overdue, type Pending } from './exchange.ts';
import type { Outgoing } from './flow.ts';
import { type Greeted, greeter, type Greeter, type Known } from './http2-greeting.ts';
import { CUT_MESSAGE, LOST_MESSAGE, NONSENSE_MESSAGE, type Session } from './session.ts';
import type { FailureWay } from './tally.ts';

/** Opens connections of a session: the first that finds that the service does not speak HTTP/2 gives the session up. */
export function openHttp2(session: Session, pending: Set<Pending>): () => Connection {
  const known: Known = { isSpoken: false };
  return () => openConnection(session, pending, greeter(session, known));
}

function openConnection(session: Session, pending: Set<Pending>, greet: Greeter): Connection {
  const over = new AbortController();
  let greeted: Greeted | null = null;
  let current: Pending | null = null;
  const send = async (request: Outgoing, exchange: Exchange): Promise<void> => {
    try {
      if (greeted === null || !isUsable(greeted)) greeted = await greet(over.signal);
      follow(greeted, openStream(greeted.http2, session.url, request), exchange);
    } catch (error) {
      exchange.fail('refused', error instanceof Error ? codeOf(error) : String(error));
    }
  };
  return {
    async send(flow, from) {
      const request = flow.next();
      const own: Pending = { from, startedAt: session.now(), abort: null };
      current = own;
      const way = await new Promise<FailureWay | null>((resolve) => {
        void send(request, openExchange({ session, pending, flow }, request, own, resolve));
      });
      current = null;
      return way;
    },
    isConnecting: () => current !== null && current.abort === null,
    async destroy() {
      over.abort();
      await greeted?.close();
    },
  };
}

/** A service that says goodbye (GOAWAY) takes no more streams, also while it still answers. */
const isUsable = ({ http2, goodbye }: Greeted): boolean =>
  goodbye() === null && !http2.closed && !http2.destroyed;

/** Settles the request of a stream at the stream's end. */
function follow(greeted: Greeted, stream: ClientHttp2Stream, exchange: Exchange): void {
  let failure: Error | null = null;
  let isSettled = false;
  const once = (settle: () => void): void => {
    if (isSettled) return;
    isSettled = true;
    settle();
  };
  exchange.sent((reason) => {
    once(() => exchange.fail(reason instanceof Overdue ? 'timeout' : 'connectionError', reason.message));
    // The connection lives on, as those of other clients do.
    stream.close(constants.NGHTTP2_CANCEL);
  });
  stream.on('response', (headers) => exchange.begin(Number(headers[':status']), headers));
  stream.on('data', (chunk: Buffer) => exchange.take(chunk));
  stream.on('end', () => {
    // A stream that was reset ends, too.
    if (stream.rstCode === constants.NGHTTP2_NO_ERROR && exchange.hasBegun() && failure === null)
      once(() => exchange.end());
  });
  stream.on('error', (error) => {
    failure = error;
  });
  stream.on('close', () => {
    once(() => {
      const { way, message } = endOf(greeted, stream, failure, exchange.hasBegun());
      exchange.fail(way, message);
    });
  });
}

/** Sends a request on a stream of its own. @throws Error when it is not sent */
function openStream(
  http2: ClientHttp2Session,
  url: URL,
  { method, path, headers, body }: Outgoing,
): ClientHttp2Stream {
  const { host = url.host, ...rest } = headers;
  const length = body === null ? {} : { 'content-length': Buffer.byteLength(body) };
  const pseudo = {
    ':method': method,
    ':path': path,
    ':scheme': url.protocol.slice(0, -1),
    ':authority': host,
  };
  const stream = http2.request({ ...pseudo, ...rest, ...length }, { endStream: body === null });
  if (body !== null) stream.end(body);
  return stream;
}

/** How a stream without a complete answer ended: by itself, with its connection in disorder, or with its connection in order. */
function endOf(
  { http2, goodbye, failure }: Greeted,
  { rstCode }: ClientHttp2Stream,
  own: Error | null,
  hasBegun: boolean,
): { readonly way: FailureWay; readonly message: string } {
  const said = goodbye();
  if (said !== null && said !== constants.NGHTTP2_NO_ERROR)
    return { way: 'connectionError', message: `GOAWAY ${nameOf(said)}` };
  // A stream is told before its connection.
  const broken = failure() ?? (own === null || isOfStream(own) ? null : own);
  if (broken !== null) return { way: 'connectionError', message: codeOf(broken) };
  if (said === null && !http2.closed && !http2.destroyed)
    return { way: 'connectionError', message: `stream reset: ${nameOf(rstCode)}` };
  return hasBegun ? { way: 'connectionError', message: CUT_MESSAGE } : { way: 'lost', message: LOST_MESSAGE };
}

const isOfStream = (error: Error): boolean => 'code' in error && error.code === 'ERR_HTTP2_STREAM_ERROR';

/** Error codes by their number (RFC 9113, section 7). */
const NAMES = [
  'NO_ERROR',
  'PROTOCOL_ERROR',
  'INTERNAL_ERROR',
  'FLOW_CONTROL_ERROR',
  'SETTINGS_TIMEOUT',
  'STREAM_CLOSED',
  'FRAME_SIZE_ERROR',
  'REFUSED_STREAM',
  'CANCEL',
  'COMPRESSION_ERROR',
  'CONNECT_ERROR',
  'ENHANCE_YOUR_CALM',
  'INADEQUATE_SECURITY',
  'HTTP_1_1_REQUIRED',
];

/** `INTERNAL_ERROR`. */
const nameOf = (code: number): string => NAMES[code] ?? `error ${code}`;

function codeOf(error: Error): string {
  if (!('code' in error) || typeof error.code !== 'string') return error.message;
  return error.code === 'ERR_HTTP2_ERROR' ? NONSENSE_MESSAGE : error.code;
}
