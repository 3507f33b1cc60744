/** One attempt to reach an address: a connection, or one request and its answer. Always with a deadline; redirects are never followed. */
import { lookup } from 'node:dns/promises';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { connect, isIPv4, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Readable } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import type { Tls } from '../domain/plan.ts';
import { trustOptions } from './certificates.ts';

/** What an attempt needs. */
export interface Attempt {
  /** An IP address; names are resolved before. */
  readonly address: string;
  readonly url: URL;
  /** What its certificate is held to, for an `https:` URL. */
  readonly tls: Tls | null;
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
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  if (host.toLowerCase() === 'localhost') return ['127.0.0.1', '::1'];
  const found = await lookup(host, { all: true });
  return [...new Set(found.map(({ address }) => address))];
}

/** 127.0.0.0/8 and ::1. */
export const isLoopback = (address: string): boolean =>
  isIPv4(address) ? address.startsWith('127.') : address === '::1';

/** True for an address that one of this machine's interfaces has now. */
export const isOwnAddress = (own: string): boolean =>
  Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ address }) => address === own));

/** The port of a URL, also when it is the scheme's own. */
export const portOf = (url: URL): number =>
  url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);

/** Opens a connection, with TLS for an `https:` URL, and closes it. @throws Error saying why there is none */
export async function tryConnection(attempt: Attempt): Promise<void> {
  const { timeout, signal } = attempt;
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
  await new Promise<void>((resolve, reject) => {
    const { socket, open } = begin(attempt);
    const stop = (): void => void socket.destroy(new Error(`no connection within ${timeout} ms`));
    bounded.addEventListener('abort', stop, { once: true });
    if (bounded.aborted) stop();
    socket.once(open, () => resolve());
    socket.once('error', reject);
    socket.once('close', () => {
      bounded.removeEventListener('abort', stop);
      reject(new Error('it closed the connection at once'));
    });
    socket.once(open, () => socket.destroy());
  });
}

/** A connection that is being opened, and the event that it then tells. */
function begin({ address, url, tls }: Attempt): { readonly socket: Socket; readonly open: string } {
  const place = { host: address, port: portOf(url) };
  return url.protocol === 'https:'
    ? { socket: connectTls({ ...place, ...trustOptions(url, tls) }), open: 'secureConnect' }
    : { socket: connect(place), open: 'connect' };
}

/** Sends one GET and reads the answer whole (256 KiB of it at most). @throws Error saying why there is none */
export async function tryRequest({ address, url, tls, timeout, signal }: Attempt): Promise<Answer> {
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
      ...trustOptions(url, tls),
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
