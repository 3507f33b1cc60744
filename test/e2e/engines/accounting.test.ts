/** Every request is in exactly one place, whatever the server does, and the number sent is the server's own count. */
import { describe, expect, test } from 'vitest';
import type { Counts, EngineUse } from '../../../src/domain/measurement.ts';
import type { Load } from '../../../src/domain/plan.ts';
import { millis } from '../../../src/domain/units.ts';
import type { LoadResult } from '../../../src/engines/load-job.ts';
import { GET, loadOf, measured, quantile, settled } from './measure.ts';
import { type Exchange, openWireServer } from './wire-server.ts';

/** What a server does, and what a truthful measurement of it says. */
interface Fault {
  readonly name: string;
  readonly behave: (exchange: Exchange) => void;
  readonly load?: Parameters<typeof loadOf>[0];
  /** The engine that `auto` must end with. */
  readonly auto: Pick<EngineUse, 'name' | 'why'>;
  /** Connections are reset, so a request that was written may never have been read. */
  readonly resets?: boolean;
  readonly truth: (result: LoadResult) => void;
}

const AUTOCANNON = { name: 'autocannon', why: 'default' } as const;
const CLOSING = { name: 'undici', why: 'closing-connections' } as const;
const INTERIM = { name: 'undici', why: 'lost-answers' } as const;
const UNSUPPORTED = { name: 'undici', why: 'unsupported' } as const;

const after = (milliseconds: number, act: () => void): void => void setTimeout(act, milliseconds);

/** All that ended did so in one way. */
const only = (way: keyof Counts) => (result: LoadResult) => {
  expect(result.counts[way]).toBeGreaterThan(0);
  expect(result.counts[way]).toBe(settled(result.counts));
};

const message = (text: string) => (result: LoadResult) => expect(result.errors[0]?.message).toBe(text);

const all =
  (...checks: readonly ((result: LoadResult) => void)[]) =>
  (result: LoadResult): void => {
    for (const check of checks) check(result);
  };

const between = (q: number, least: number, most: number) => (result: LoadResult) => {
  expect(quantile(result, q)).toBeGreaterThanOrEqual(least);
  expect(quantile(result, q)).toBeLessThanOrEqual(most);
};

/** Timers may fire a little early by the wall's clock. */
const JUST_UNDER_20 = 19;

const FAULTS: readonly Fault[] = [
  { name: 'a sound server', behave: ({ answer }) => answer(), auto: AUTOCANNON, truth: only('ok') },
  {
    name: 'a sound server that takes 20 ms',
    behave: ({ answer }) => after(20, answer),
    auto: AUTOCANNON,
    truth: all(only('ok'), between(0.5, JUST_UNDER_20, 200)),
  },
  {
    name: 'F10: accepts, then closes in order without an answer',
    behave: ({ socket }) => socket.end(),
    auto: CLOSING,
    truth: all(only('lost'), message('closed without an answer')),
  },
  {
    name: 'F11: drops every second answer',
    behave: ({ number, socket, answer }) => after(20, () => (number % 2 === 0 ? socket.end() : answer())),
    auto: CLOSING,
    truth: (result) => {
      const { ok, lost } = result.counts;
      expect(ok).toBeGreaterThan(5);
      expect(Math.abs(ok - lost)).toBeLessThanOrEqual(3);
      expect(ok + lost).toBe(settled(result.counts));
      between(0.5, JUST_UNDER_20, 200)(result);
    },
  },
  {
    name: 'F12: cuts every answer short',
    behave: ({ socket }) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n0123456789');
      after(20, () => socket.end());
    },
    auto: CLOSING,
    truth: all(only('connectionError'), message('closed in the middle of an answer')),
  },
  {
    name: 'F13: hangs one request in ten',
    behave: ({ number, answer }) => {
      if (number % 10 !== 0) after(20, answer);
    },
    load: { timeout: millis(300), duration: 1_500 },
    auto: AUTOCANNON,
    truth: (result) => {
      expect(result.counts.timeout).toBeGreaterThan(2);
      expect(result.counts.ok).toBeGreaterThan(result.counts.timeout);
      between(0.5, JUST_UNDER_20, 200)(result);
      between(0.95, 300, 2_000)(result);
      message('timeout after 300 ms')(result);
    },
  },
  {
    name: 'F13: never answers',
    behave: () => undefined,
    load: { timeout: millis(200) },
    auto: AUTOCANNON,
    truth: all(only('timeout'), between(0, 199.9, 2_000)),
  },
  {
    name: 'F14: every answer is a fast 503',
    behave: ({ answer }) => answer(503, 'no'),
    auto: AUTOCANNON,
    truth: all(only('httpError'), message('HTTP 503'), ({ latency, statuses, counts }) => {
      expect(latency.count).toBe(0);
      expect(statuses).toEqual([{ status: 503, count: counts.httpError }]);
    }),
  },
  {
    name: 'F15: resets every connection',
    behave: ({ socket }) => socket.resetAndDestroy(),
    auto: CLOSING,
    resets: true,
    truth: all(only('connectionError'), message('ECONNRESET')),
  },
  {
    name: 'F16: a body byte by byte',
    behave: ({ socket }) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n');
      for (let byte = 0; byte < 5; byte += 1) after(20 * (byte + 1), () => socket.write('x'));
    },
    auto: AUTOCANNON,
    truth: all(only('ok'), between(0.5, 90, 500)),
  },
  {
    name: 'F17: answers that are no HTTP',
    behave: ({ socket }) => socket.write('HELLO, who is there?\r\n\r\n'),
    auto: CLOSING,
    truth: all(only('connectionError'), message('not HTTP')),
  },
  {
    name: 'F18: 204 without a body',
    behave: ({ answer }) => answer(204),
    auto: AUTOCANNON,
    truth: all(only('ok'), ({ bodyBytes }) => expect(bodyBytes).toBe(0)),
  },
  {
    name: 'F18: HEAD, whose answer has a length and no body',
    behave: ({ socket }) => after(5, () => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n')),
    load: { requests: [{ ...GET, method: 'HEAD' }] },
    auto: UNSUPPORTED,
    truth: all(only('ok'), between(0.5, 4, 200)),
  },
  {
    name: 'F18: an interim answer before each whole one',
    behave: ({ socket, answer }) => {
      socket.write('HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n');
      after(20, answer);
    },
    auto: INTERIM,
    truth: all(only('ok'), between(0.5, JUST_UNDER_20, 200), ({ statuses }) =>
      expect(statuses.map(({ status }) => status)).toEqual([200]),
    ),
  },
  {
    name: 'two answers to each request',
    behave: ({ socket }) =>
      after(20, () => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'.repeat(2))),
    auto: INTERIM,
    truth: ({ counts }) => expect(counts.ok + counts.connectionError).toBe(settled(counts)),
  },
  {
    name: 'a redirect, which is not followed',
    behave: ({ answer }) => answer(302, '', 'Location: /elsewhere'),
    auto: AUTOCANNON,
    truth: all(only('httpError'), message('HTTP 302')),
  },
  {
    name: 'a redirect that is expected',
    behave: ({ answer }) => answer(302, '', 'Location: /elsewhere'),
    load: { requests: [{ ...GET, expect: [{ from: 300, to: 399 }] }] },
    auto: AUTOCANNON,
    truth: only('ok'),
  },
  {
    name: 'chunked answers',
    behave: ({ socket }) =>
      socket.write(
        'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n',
      ),
    auto: AUTOCANNON,
    truth: all(only('ok'), ({ bodyBytes, counts }) => expect(bodyBytes).toBe(11 * counts.ok)),
  },
  {
    name: 'an everyday development server: Connection: close after each answer',
    behave: ({ answer, socket }) =>
      after(20, () => {
        answer(200, 'ok', 'Connection: close');
        socket.end();
      }),
    auto: CLOSING,
    truth: all(only('ok'), between(0.5, JUST_UNDER_20, 200)),
  },
  {
    name: 'HTTP/1.0, whose answer ends with its connection',
    behave: ({ socket }) =>
      after(20, () => socket.end('HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nhello')),
    auto: CLOSING,
    truth: all(only('ok'), between(0.5, JUST_UNDER_20, 200), ({ bodyBytes, counts }) =>
      expect(bodyBytes).toBe(5 * counts.ok),
    ),
  },
  {
    name: 'keep-alive for five requests, as announced',
    behave: ({ onConnection, answer, socket }) =>
      after(5, () => {
        if (onConnection < 5) return answer();
        answer(200, 'ok', 'Connection: close');
        socket.end();
      }),
    auto: CLOSING,
    truth: all(only('ok'), between(0.5, 4, 200)),
  },
  {
    name: 'a server that closes now and then, unannounced, after an answer',
    behave: ({ number, answer, socket }) =>
      after(5, () => {
        answer();
        if (number % 20 === 0) socket.end();
      }),
    auto: CLOSING,
    truth: (result) => {
      const { ok, lost, connectionError } = result.counts;
      expect(ok).toBeGreaterThan(5 * (lost + connectionError));
      between(0.5, 4, 200)(result);
    },
  },
  {
    name: 'a server that resets now and then, after an answer',
    behave: ({ number, answer, socket }) =>
      after(5, () => {
        answer();
        if (number % 20 === 0) after(1, () => socket.resetAndDestroy());
      }),
    auto: CLOSING,
    resets: true,
    truth: (result) => {
      const { ok, lost, connectionError } = result.counts;
      expect(connectionError).toBeGreaterThan(0);
      expect(ok).toBeGreaterThan(5 * (lost + connectionError));
      between(0.5, 4, 200)(result);
    },
  },
];

const addUp = (result: LoadResult): void => {
  const { counts, requests, latency, statuses, timeline } = result;
  expect(counts.sent).toBe(settled(counts) + counts.inFlight);
  for (const way of Object.keys(counts) as (keyof Counts)[]) {
    expect(requests.reduce((sum, request) => sum + request.counts[way], 0)).toBe(counts[way]);
  }
  expect(latency.count).toBe(counts.ok + counts.timeout);
  expect(statuses.reduce((sum, { count }) => sum + count, 0)).toBe(counts.ok + counts.httpError);
  expect(counts.inFlight).toBeLessThanOrEqual(result.users);
  expect(timeline.length).toBe(Math.round(result.elapsed / 1000 + 0.399));
};

describe.each(FAULTS)('$name', ({ behave, load, auto, resets = false, truth }) => {
  test('is measured truthfully, by the engine that can', async () => {
    await using server = await openWireServer(behave);
    const result = await measured(server.url, loadOf({ ...load, warmUp: millis(200) }));
    expect(result.engine).toMatchObject(auto);
    addUp(result);
    truth(result);
  });

  const engines: readonly Load['engine'][] = auto === UNSUPPORTED ? ['undici'] : ['autocannon', 'undici'];
  test.each(engines)('by %s, what was sent is what the server received', async (engine) => {
    await using server = await openWireServer(behave);
    const result = await measured(server.url, loadOf({ ...load, engine }));
    expect(result.engine).toMatchObject({ name: engine });
    addUp(result);
    expect(result.counts.sent).toBeGreaterThan(0);
    const unread = result.counts.sent - server.received();
    expect(unread).toBeGreaterThanOrEqual(0);
    expect(unread).toBeLessThanOrEqual(resets ? settled(result.counts) : 0);
  });
});
