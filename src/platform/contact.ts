/** One attempt to reach an address: a connection, or one request and its answer. Always with a deadline; redirects are never followed. */
import { lookup } from 'node:dns/promises';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { connect, isIP, isIPv4 } from 'node:net';
import type { Readable } from 'node:stream';

/** What an attempt needs. */
export interface Attempt {
  /** An IP address; names are resolved before. */
  readonly address: string;
  readonly url: URL;
  /** Milliseconds until it is given up. */
  readonly timeout: number;
  readonly signal: AbortSignal;
}

/** An answer; the body as far as it was read. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Bytes of a body that are looked at. */
const BODY_MAX = 256 * 1024;

/** The IP addresses a host name means; `localhost` is both loopback addresses, whatever the resolver says. @throws Error when there are none */
export async function addressesOf(hostname: string): Promise<readonly string[]> {
  const host = bare(hostname);
  if (host.toLowerCase() === 'localhost') return ['127.0.0.1', '::1'];
  const found = await lookup(host, { all: true });
  return [...new Set(found.map(({ address }) => address))];
}

/** 127.0.0.0/8 and ::1. */
export const isLoopback = (address: string): boolean =>
  isIPv4(address) ? address.startsWith('127.') : address === '::1';

/** The port of a URL, also when it is the scheme's own. */
export const portOf = (url: URL): number =>
  url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);

/** Opens a connection and closes it. @throws Error saying why there is none */
export async function tryConnection({ address, url, timeout, signal }: Attempt): Promise<void> {
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
  await new Promise<void>((resolve, reject) => {
    const socket = connect({ host: address, port: portOf(url) });
    const stop = (): void => void socket.destroy(new Error(`no connection within ${timeout} ms`));
    bounded.addEventListener('abort', stop, { once: true });
    if (bounded.aborted) stop();
    socket.once('connect', () => resolve());
    socket.once('error', reject);
    socket.once('close', () => bounded.removeEventListener('abort', stop));
    socket.once('connect', () => socket.destroy());
  });
}

/** Sends one GET and reads the answer whole (256 KiB of it at most). @throws Error saying why there is none */
export async function tryRequest({ address, url, timeout, signal }: Attempt): Promise<Answer> {
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const outgoing = send({
      host: address,
      port: portOf(url),
      path: url.pathname + url.search,
      headers: { host: url.host, accept: '*/*', 'user-agent': 'loadgate', connection: 'close' },
      agent: false,
      signal: bounded,
      // A certificate of a development server vouches for nobody; what matters here is who listens.
      rejectUnauthorized: false,
      servername: isIP(bare(url.hostname)) !== 0 ? '' : url.hostname,
    });
    outgoing.once('error', (error) =>
      reject(bounded.aborted ? new Error(`no complete answer within ${timeout} ms`) : error),
    );
    outgoing.once('response', (answer) => {
      readStart(answer).then((body) => resolve({ status: answer.statusCode ?? 0, body }), reject);
    });
    outgoing.end();
  });
}

/** `[::1]` in a URL is `::1`. */
const bare = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1');

/** The whole text, or its start when it is long. @throws Error when it ends too early */
async function readStart(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= BODY_MAX) break;
  }
  return Buffer.concat(chunks).toString('utf8', 0, BODY_MAX);
}
