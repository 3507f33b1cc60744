/** How a connection comes to speak HTTP/2: over TLS by negotiation (ALPN), without TLS at once; never anything else in its place. */
import { english, type Phrase, phrase } from '../domain/phrase.ts';
import { type ClientHttp2Session, connect as connectHttp2 } from 'node:http2';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { Failure } from '../domain/failure.ts';
import { certificateFlaw, certificateRefused, trustOptions } from '../platform/certificates.ts';
import { addressUrl, LOST_MESSAGE, portOf, type Session } from './session.ts';

/** A connection on which the service has begun to speak HTTP/2. */
export interface Greeted {
  readonly http2: ClientHttp2Session;
  /** The error code of the service's GOAWAY; null before it comes. */
  readonly goodbye: () => number | null;
  /** Ends it at once, and resolves when it is closed. */
  readonly close: () => Promise<void>;
  /** Why the connection broke; null while it is there, and when it was closed in order. */
  readonly failure: () => Error | null;
}

/** Opens a connection. @throws Error why there is none; a service that speaks no HTTP/2 or whose certificate is refused gives the session up, too */
export type Greeter = (signal: AbortSignal) => Promise<Greeted>;

/** What the connections of a session know together. */
export interface Known {
  /** One of them was greeted: what fails now is no longer the version of HTTP. */
  isSpoken: boolean;
}

/** Bytes under way on a stream and on a connection: of 64 KiB, the default, large answers would wait for permission again and again. */
const WINDOW = 1024 * 1024;

/** The service answers in something else than HTTP/2. */
class NotSpoken extends Error {
  override readonly name = 'NotSpoken';
  readonly why: Phrase;

  constructor(why: Phrase) {
    super(english(why));
    this.why = why;
  }
}

/** Greets for one user, who resumes its TLS session where the service lets it. */
export function greeter(session: Session, known: Known): Greeter {
  let ticket: Buffer | undefined;
  return async (signal) => {
    try {
      const socket = openSocket(session, ticket);
      socket.on('session', (given: Buffer) => {
        ticket = given;
      });
      return await greet(socket, session, known, signal);
    } catch (error) {
      const failure = signal.aborted ? null : failureOf(error, session);
      if (failure !== null) session.giveUp(failure);
      throw error;
    }
  };
}

function openSocket({ url, address, tls }: Session, ticket: Buffer | undefined): Socket {
  const place = { host: address, port: portOf(url), noDelay: true };
  if (url.protocol !== 'https:') return connect(place);
  const resumed = ticket === undefined ? {} : { session: ticket };
  return connectTls({ ...place, ...trustOptions(url, tls), ...resumed, ALPNProtocols: ['h2'] });
}

/** Waits until the service has told its settings: only HTTP/2 begins so. */
function greet(socket: Socket, session: Session, known: Known, signal: AbortSignal): Promise<Greeted> {
  return new Promise((resolve, reject) => {
    let isConnected = false;
    const { timeout } = session.load;
    const silent = (what: Phrase): Error =>
      isConnected && !known.isSpoken ? new NotSpoken(what) : new Error(LOST_MESSAGE);
    const forget = bounded(timeout, signal, () => {
      const why = isConnected ? silent(phrase('http2-silent', { ms: timeout })) : new Error('no connection');
      fail(why);
      socket.destroy();
    });
    const fail = (error: Error): void => {
      forget();
      reject(isConnected && isNonsense(error) ? new NotSpoken(phrase('http2-nonsense')) : error);
    };
    socket.on('error', fail);
    socket.once('close', () => fail(silent(phrase('http2-closes'))));
    socket.once(session.url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
      isConnected = true;
      if ('alpnProtocol' in socket && socket.alpnProtocol !== 'h2') {
        fail(new NotSpoken(phrase('http2-not-offered')));
        socket.destroy();
        return;
      }
      const greeted = begin(socket, session, fail);
      greeted.http2.once('remoteSettings', () => {
        forget();
        known.isSpoken = true;
        resolve(greeted);
      });
    });
  });
}

/** Speaks HTTP/2 on a connection, from now on. */
function begin(socket: Socket, session: Session, onError: (error: Error) => void): Greeted {
  let said: number | null = null;
  let failure: Error | null = null;
  const http2 = connectHttp2(addressUrl(session), {
    createConnection: () => socket,
    settings: { enablePush: false, initialWindowSize: WINDOW },
  });
  http2.once('connect', () => http2.setLocalWindowSize(WINDOW));
  http2.on('goaway', (code: number) => {
    said ??= code;
  });
  http2.on('error', (error) => {
    failure = error;
    onError(error);
  });
  return { http2, goodbye: () => said, failure: () => failure, close: () => close(http2, socket) };
}

/** After a goodbye node:http2 ends only its own half, and waits for a service that may never end the other: the socket is taken from under it. */
function close(http2: ClientHttp2Session, socket: Socket): Promise<void> {
  if (socket.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    socket.once('close', () => resolve());
    http2.destroy();
    socket.destroy();
  });
}

/** What came cannot be read as HTTP/2. */
const isNonsense = (error: Error): boolean => 'code' in error && error.code === 'ERR_HTTP2_ERROR';

/** Calls `stop` when it has taken too long, or nobody waits any more; the returned function forgets that. */
function bounded(patience: number, signal: AbortSignal, stop: () => void): () => void {
  const timer = setTimeout(stop, patience);
  signal.addEventListener('abort', stop, { once: true });
  return () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  };
}

/** What no further attempt would change; null for what one may. */
function failureOf(error: unknown, { url, tls }: Session): Failure | null {
  const flaw = certificateFlaw(error);
  if (flaw !== null) return certificateRefused(url, flaw, tls);
  if (error instanceof NotSpoken) return notSpoken(url, error.why);
  return error instanceof Error && 'code' in error && error.code === NO_PROTOCOL
    ? notSpoken(url, phrase('http2-refused'))
    : null;
}

/** The service ends the handshake because it has no protocol in common with us. */
const NO_PROTOCOL = 'ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL';

function notSpoken(url: URL, why: Phrase): Failure {
  return new Failure({
    kind: 'not-measured',
    code: 'http2-not-spoken',
    message: phrase('http2-not-spoken', { url: url.origin, why }),
    advice: phrase(url.protocol === 'https:' ? 'http2-tls-advice' : 'http2-plain-advice'),
  });
}
