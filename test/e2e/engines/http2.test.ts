/** Over HTTP/2, too, every request is in exactly one place, whatever the server does, and the number sent is the server's own count. */
import { once } from 'node:events';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { constants } from 'node:http2';
import { describe, expect, test } from 'vitest';
import type { Counts } from '../../../src/domain/measurement.ts';
import type { Load, Tls } from '../../../src/domain/plan.ts';
import { millis } from '../../../src/domain/units.ts';
import type { LoadResult } from '../../../src/engines/load-job.ts';
import { runLoad } from '../../../src/engines/run-load.ts';
import { identity, pem } from '../../fixtures/tls/pem.ts';
import { openTestWorld } from '../../services/worlds.ts';
import { type Http2Exchange, openHttp2Server } from './http2-server.ts';
import { GENERATOR, GET, jobOf, loadOf, measured, quantile, settled } from './measure.ts';
import { openWireServer } from './wire-server.ts';

const PRIVATE: Tls = { kind: 'verified', ca: pem('ca.pem') };

const http2 = (changes: Parameters<typeof loadOf>[0] = {}): Load => loadOf({ http: 2, ...changes });
const byHttp2 = (url: string, changes: Parameters<typeof loadOf>[0] = {}) =>
  measured(url, http2(changes), { tls: url.startsWith('https:') ? PRIVATE : null });

const after = (milliseconds: number, act: () => void): void => void setTimeout(act, milliseconds);

/** What a server does, and what a truthful measurement of it says. */
interface Fault {
  readonly name: string;
  readonly behave: (exchange: Http2Exchange) => void;
  readonly load?: Parameters<typeof loadOf>[0];
  /** Connections are reset, so a request that was written may never have been read. */
  readonly resets?: boolean;
  /** Users keep their connection for all of it. */
  readonly keeps?: boolean;
  readonly truth: (result: LoadResult) => void;
}

/** All that ended did so in one way, and said so. */
const only = (way: keyof Counts, message?: string) => (result: LoadResult) => {
  expect(result.counts[way]).toBeGreaterThan(0);
  expect(result.counts[way]).toBe(settled(result.counts));
  expect(result.errors[0]?.message).toBe(message);
};

const begin = ({ stream }: Http2Exchange): void => {
  stream.respond({ ':status': 200, 'content-length': 100 });
  stream.write('0123456789');
};

const FAULTS: readonly Fault[] = [
  { name: 'a sound server', behave: ({ answer }) => answer(), keeps: true, truth: only('ok') },
  {
    name: 'a sound server that takes 20 ms',
    behave: ({ answer }) => after(20, answer),
    keeps: true,
    truth: (result) => {
      only('ok')(result);
      expect(quantile(result, 0.5)).toBeGreaterThanOrEqual(19);
      expect(quantile(result, 0.5)).toBeLessThan(200);
    },
  },
  {
    name: 'closes its connection (FIN) without an answer',
    behave: ({ socket }) => socket.end(),
    truth: only('lost', 'closed without an answer'),
  },
  {
    name: 'says goodbye (GOAWAY) and closes without an answer',
    behave: ({ session }) => session.destroy(),
    truth: only('lost', 'closed without an answer'),
  },
  {
    name: 'refuses each stream with its goodbye: nothing is sent twice',
    behave: ({ session }) => {
      session.goaway(constants.NGHTTP2_NO_ERROR, 0);
      after(5, () => session.destroy());
    },
    truth: only('lost', 'closed without an answer'),
  },
  {
    name: 'says goodbye with each answer',
    behave: ({ session, answer }) => {
      session.goaway(constants.NGHTTP2_NO_ERROR);
      after(5, answer);
    },
    truth: only('ok'),
  },
  {
    name: 'says goodbye for a reason',
    behave: ({ session }) => session.goaway(constants.NGHTTP2_ENHANCE_YOUR_CALM),
    truth: only('connectionError', 'GOAWAY ENHANCE_YOUR_CALM'),
  },
  {
    name: 'cuts every answer short with its connection',
    behave: (exchange) => {
      begin(exchange);
      after(20, () => exchange.socket.end());
    },
    truth: only('connectionError', 'closed in the middle of an answer'),
  },
  {
    name: 'resets a stream instead of an answer',
    behave: ({ stream }) => stream.close(constants.NGHTTP2_INTERNAL_ERROR),
    keeps: true,
    truth: only('connectionError', 'stream reset: INTERNAL_ERROR'),
  },
  {
    name: 'refuses each stream: nothing is sent twice',
    behave: ({ stream }) => stream.close(constants.NGHTTP2_REFUSED_STREAM),
    keeps: true,
    truth: only('connectionError', 'stream reset: REFUSED_STREAM'),
  },
  {
    name: 'resets a stream in the middle of its answer',
    behave: (exchange) => {
      begin(exchange);
      after(5, () => exchange.stream.destroy(new Error('out of order')));
    },
    keeps: true,
    truth: only('connectionError', 'stream reset: INTERNAL_ERROR'),
  },
  {
    name: 'ends every answer before its announced length',
    behave: (exchange) => {
      begin(exchange);
      // A server that has many streams reset in no time takes it for an attack.
      after(10, () => exchange.stream.end());
    },
    keeps: true,
    truth: only('connectionError', 'stream reset: PROTOCOL_ERROR'),
  },
  {
    name: 'hangs one request in ten: the connection lives on',
    behave: ({ number, answer }) => {
      if (number % 10 !== 0) after(20, answer);
    },
    load: { timeout: millis(300), duration: 1_500 },
    keeps: true,
    truth: (result) => {
      expect(result.counts.timeout).toBeGreaterThan(2);
      expect(result.counts.ok).toBeGreaterThan(result.counts.timeout);
      expect(quantile(result, 0.95)).toBeGreaterThanOrEqual(300);
      expect(result.errors[0]?.message).toBe('timeout after 300 ms');
    },
  },
  {
    name: 'never answers',
    behave: () => undefined,
    load: { timeout: millis(200) },
    keeps: true,
    truth: only('timeout', 'timeout after 200 ms'),
  },
  {
    name: 'resets every connection',
    behave: ({ socket }) => socket.resetAndDestroy(),
    resets: true,
    truth: only('connectionError', 'ECONNRESET'),
  },
  {
    name: 'every answer is a fast 503',
    behave: ({ answer }) => answer(503, 'no'),
    keeps: true,
    truth: only('httpError', 'HTTP 503'),
  },
  {
    name: 'a body that comes slowly, and trailers behind it',
    behave: ({ stream }) => {
      stream.respond({ ':status': 200 }, { waitForTrailers: true });
      stream.on('wantTrailers', () => stream.sendTrailers({ 'x-sum': '5' }));
      for (let byte = 0; byte < 5; byte += 1) after(10 * byte, () => stream.write('x'));
      after(50, () => stream.end());
    },
    keeps: true,
    truth: (result) => {
      only('ok')(result);
      expect(result.bodyBytes).toBe(5 * result.counts.ok);
      expect(quantile(result, 0.5)).toBeGreaterThan(40);
    },
  },
  {
    name: 'answers of a mebibyte and a half',
    behave: ({ answer }) => answer(200, 'x'.repeat(1_500_000)),
    keeps: true,
    truth: (result) => {
      only('ok')(result);
      expect(result.bodyBytes).toBeGreaterThanOrEqual(1_500_000 * result.counts.ok);
    },
  },
  {
    name: '204 without a body, after early hints',
    behave: ({ stream, answer }) => {
      stream.additionalHeaders({ ':status': 103, link: '</style.css>' });
      answer(204);
    },
    keeps: true,
    truth: (result) => {
      only('ok')(result);
      expect(result.statuses.map(({ status }) => status)).toEqual([204]);
      expect(result.bodyBytes).toBe(0);
    },
  },
  {
    name: 'HEAD, whose answer has a length and no body',
    behave: ({ stream }) => stream.respond({ ':status': 200, 'content-length': 1_000 }, { endStream: true }),
    load: { requests: [{ ...GET, method: 'HEAD' }] },
    keeps: true,
    truth: only('ok'),
  },
];

describe.each(FAULTS)('$name', ({ behave, load, resets = false, keeps = false, truth }) => {
  test.each([true, false])('is measured truthfully (TLS: %s)', async (tls) => {
    await using server = await openHttp2Server(behave, { tls });
    const result = await byHttp2(server.url, load);
    const { counts, requests, latency, users } = result;
    expect(result.engine).toMatchObject({ name: 'node:http2', why: 'http-2' });
    expect(counts.sent).toBe(settled(counts) + counts.inFlight);
    expect(requests[0]?.counts).toEqual(counts);
    expect(latency.count).toBe(counts.ok + counts.timeout);
    expect(counts.inFlight).toBeLessThanOrEqual(users);
    truth(result);
    const unread = counts.sent - server.received();
    expect(unread).toBeGreaterThanOrEqual(0);
    expect(unread).toBeLessThanOrEqual(resets ? settled(counts) : 0);
    expect(server.connections()).toBeGreaterThanOrEqual(users);
    expect(server.connections()).toBeLessThanOrEqual(keeps ? users : Infinity);
  });
});

test('requests have the method, headers, body, cookies and captured values of the plan', async () => {
  const seen: Pick<Http2Exchange, 'headers' | 'body'>[] = [];
  await using server = await openHttp2Server(({ headers, body, number, answer }) => {
    seen.push({ headers, body });
    answer(200, JSON.stringify({ id: number }), { 'set-cookie': `session=${number}` });
  });
  const requests = [
    {
      ...GET,
      name: 'order',
      method: 'POST',
      path: '/orders?of=today',
      headers: { 'x-shop': 'north' },
      body: '{"book":"ü"}',
      checks: [{ kind: 'json', pointer: '/id' } as const],
      captures: [{ name: 'order', from: { kind: 'json', pointer: '/id' } } as const],
    },
    { ...GET, name: 'look', path: '/orders/{{order}}' },
  ];
  const { counts } = await byHttp2(server.url, { requests, cookies: true, users: 1, duration: 300 });
  expect(counts.ok).toBe(settled(counts));
  const [order, look] = seen;
  expect(order?.headers).toMatchObject({
    ':method': 'POST',
    ':path': '/orders?of=today',
    ':scheme': 'https',
    ':authority': server.url.slice('https://'.length),
    'x-shop': 'north',
    'content-length': '13',
  });
  expect(order?.body).toBe('{"book":"ü"}');
  expect(look?.headers).toMatchObject({ ':method': 'GET', ':path': '/orders/1', cookie: 'session=1' });
});

test('a load that settles waits for the answers under way', async () => {
  await using server = await openHttp2Server(({ answer }) => after(150, answer));
  using world = openTestWorld();
  const job = {
    ...jobOf(server.url, http2({ users: 2, duration: 400 })),
    tls: PRIVATE,
    ending: 'settle',
  } as const;
  const { counts } = await runLoad(job, { ...world, generator: GENERATOR }, () => undefined);
  expect(counts).toMatchObject({ ok: 6, inFlight: 0 });
});

test('an arrival rate is sent at its times', async () => {
  await using server = await openHttp2Server(({ answer }) => after(20, answer));
  const executor = {
    kind: 'constant-arrival-rate',
    rate: 50,
    maxUsers: 20,
    duration: millis(1_000),
  } as const;
  const { counts, arrivals } = await byHttp2(server.url, { executor });
  expect(arrivals).toMatchObject({ planned: 50, dropped: 0 });
  expect(counts.sent).toBe(server.received());
});

describe('a service that goes away', () => {
  test('where nobody listens, every attempt is refused, and they are few', async () => {
    const url = await openHttp2Server(({ answer }) => answer()).then(async (server) => {
      await server[Symbol.asyncDispose]();
      return server.url;
    });
    const { counts, errors } = await byHttp2(url);
    expect(counts.sent).toBe(0);
    expect(counts.refused).toBeGreaterThan(0);
    expect(counts.refused).toBeLessThan(100);
    expect(errors[0]?.message).toBe('ECONNREFUSED');
  });

  test('that dies in the middle is seen in the account', async () => {
    let asked = 0;
    const server = await openHttp2Server(({ answer }) => {
      asked += 1;
      after(5, answer);
      if (asked === 200) after(20, () => server.die());
    });
    const { counts } = await byHttp2(server.url, { duration: 3_000 });
    expect(counts.ok).toBeGreaterThan(0);
    expect(counts.refused).toBeGreaterThan(0);
    expect(counts.refused).toBeLessThan(300);
    expect(counts.sent).toBe(settled(counts) + counts.inFlight);
  });
});

describe('a service that speaks no HTTP/2 is a failure that says so, soon', () => {
  const failing = async (url: string) => {
    const started = performance.now();
    const error = await byHttp2(url, { duration: 60_000 }).catch((reason: unknown) => reason);
    expect(performance.now() - started).toBeLessThan(15_000);
    return error;
  };
  const failure = (why: string) => ({
    detail: {
      kind: 'not-measured',
      code: 'http2-not-spoken',
      message: expect.stringContaining(`does not speak HTTP/2: ${why}`),
      advice: expect.stringContaining('remove `http: 2`'),
    },
  });

  test('over TLS', async () => {
    const server = createTlsServer(identity('service'), (_request, response) => response.end('1.1'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    try {
      // What OpenSSL calls a handshake without a protocol in common.
      expect(await failing(`https://127.0.0.1:${port}`)).toMatchObject(failure('it '));
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  test('without TLS, and answers', async () => {
    await using server = await openWireServer(({ answer }) => answer(400));
    expect(await failing(server.url)).toMatchObject(failure('it answers in something else'));
  });

  test('without TLS, and closes', async () => {
    const server = createTcpServer((socket) => socket.end());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    try {
      expect(await failing(`http://127.0.0.1:${port}`)).toMatchObject(failure('it closes the connection'));
    } finally {
      server.close();
    }
  });
});
