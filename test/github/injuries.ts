/** How the GitHub of the tests spoils an answer. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, refusal, send } from './answers.ts';

/** What is done to an answer. */
export type Injury =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly message?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The headers never come. */
  | { readonly kind: 'stall' }
  /** The headers come, the body never ends. */
  | { readonly kind: 'stall-body' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'html' }
  | { readonly kind: 'truncated' }
  /** 200, and nothing. */
  | { readonly kind: 'empty' }
  /** Less comes than the headers say. */
  | { readonly kind: 'early-end' }
  /** The body comes byte by byte, for ever. */
  | { readonly kind: 'trickle' }
  /** The headers tell of a gigabyte. */
  | { readonly kind: 'huge' }
  /** Nobody says how much there is, and there is no end. */
  | { readonly kind: 'endless' }
  /** 200 with errors, as the GraphQL API tells them. */
  | { readonly kind: 'graphql-errors' }
  /** Sent on to another place; to the same one again when `to` is absent. */
  | { readonly kind: 'redirect'; readonly status: 301 | 302 | 307 | 308; readonly to?: string }
  /** It is done, but the answer is lost. */
  | { readonly kind: 'done-then-lost' }
  /** It is done, but a gateway gave up before it heard of it. */
  | { readonly kind: 'done-then-502' }
  /** It is done, but a page comes instead of the answer. */
  | { readonly kind: 'done-then-html' };

/** The call that goes wrong. */
export interface Injured {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly onStall: () => void;
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

/** Plays a fault. Returns the status as the caller saw it: 0 when no whole answer came. `carryOut` does what was asked. */
export async function injure(fault: Injury, injured: Injured, carryOut: () => Answer): Promise<number> {
  const { request, response } = injured;
  switch (fault.kind) {
    case 'status':
      send(
        response,
        fault.status,
        refusal(fault.status, fault.message ?? 'A planned refusal').body,
        fault.headers,
      );
      return fault.status;
    case 'html':
      return page(response);
    case 'truncated':
      response.writeHead(200, JSON_TYPE).end('[{"id": 1, "bo');
      return 200;
    case 'empty':
      response.writeHead(200, JSON_TYPE).end();
      return 200;
    case 'graphql-errors':
      send(response, 200, { data: null, errors: [{ type: 'FORBIDDEN', message: 'Something went wrong' }] });
      return 200;
    case 'redirect':
      response.writeHead(fault.status, { location: fault.to ?? request.url ?? '/' }).end();
      return fault.status;
    case 'huge':
      response.writeHead(200, { ...JSON_TYPE, 'content-length': String(2 ** 30) }).write('[');
      return 0;
    case 'early-end':
      response.writeHead(200, { ...JSON_TYPE, 'content-length': '1000' }).write('[', () => {
        response.socket?.destroy();
      });
      return 0;
    case 'reset':
      response.socket?.resetAndDestroy();
      return 0;
    case 'done-then-lost':
      carryOut();
      response.socket?.resetAndDestroy();
      return 0;
    case 'done-then-502':
      carryOut();
      send(response, 502, refusal(502, 'Bad Gateway').body);
      return 502;
    case 'done-then-html':
      carryOut();
      return page(response);
    case 'endless':
      return endless(response);
    case 'trickle':
      return trickle(injured);
    case 'stall-body':
      response.writeHead(200, { ...JSON_TYPE, 'content-length': '1000' }).write('[');
      return stall(injured);
    default:
      return stall(injured);
  }
}

function page(response: ServerResponse): number {
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end('<html><body>Unicorn!</body></html>');
  return 200;
}

/** Until the caller gives up, 60 s at most. */
async function stall({ response, onStall }: Injured): Promise<number> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  onStall();
  await sleep(60_000, undefined, { signal: gone.signal, ref: false }).catch(() => undefined);
  return 0;
}

/** Some bytes, and then the wait for the next one. */
async function trickle(injured: Injured): Promise<number> {
  const { response } = injured;
  response.writeHead(200, JSON_TYPE);
  for (const byte of ['[', '{', '"']) {
    response.write(byte);
    await sleep(1);
  }
  return stall(injured);
}

/** As fast as the caller reads, until it leaves. */
async function endless(response: ServerResponse): Promise<number> {
  const chunk = ' '.repeat(2 ** 20);
  response.writeHead(200, JSON_TYPE);
  while (!response.destroyed && !response.closed) {
    if (response.write(chunk)) await sleep(0);
    else await new Promise((resolve) => response.once('drain', resolve).once('close', resolve));
  }
  return 0;
}
