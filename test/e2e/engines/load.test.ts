/** What the generator sends, when it stops, and what it says on the way. */
import { phrase } from '../../../src/domain/phrase.ts';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/domain/failure.ts';
import type { Load, RequestPlan } from '../../../src/domain/plan.ts';
import { millis } from '../../../src/domain/units.ts';
import type { LoadProgress } from '../../../src/engines/load-job.ts';
import { openGenerator, runLoad } from '../../../src/engines/run-load.ts';
import { openTestWorld } from '../../services/worlds.ts';
import { GENERATOR, GET, jobOf, loadOf, measured, quantile } from './measure.ts';
import { type Exchange, openWireServer } from './wire-server.ts';

const ENGINES = ['autocannon', 'undici'] as const satisfies readonly Load['engine'][];

/** Loads a server that answers at once, and gives what it received. */
async function received(load: Load): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = [];
  await using server = await openWireServer((exchange) => {
    exchanges.push(exchange);
    setTimeout(() => exchange.answer(), 2);
  });
  await measured(server.url, load);
  return exchanges;
}

test('begins its measured time when it is told to, with nothing under way', async () => {
  let asked = 0;
  let inWarmUp = 0;
  let underWay = 0;
  await using server = await openWireServer((exchange) => {
    asked += 1;
    underWay += 1;
    setTimeout(() => {
      underWay -= 1;
      exchange.answer();
    }, 5);
  });
  using world = openTestWorld();
  const beforeLoad = async ([generatorPid = 0]: readonly number[]): Promise<void> => {
    inWarmUp = asked;
    expect(underWay).toBe(0);
    // It belongs to a process that lives, and that sends nothing while it waits.
    expect(generatorPid).toBeGreaterThan(0);
    process.kill(generatorPid, 0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(asked).toBe(inWarmUp);
  };
  const job = { ...jobOf(server.url, loadOf({ warmUp: millis(200) })), beforeLoad };
  const { counts } = await runLoad(job, { ...world, generator: GENERATOR }, () => undefined);
  expect(inWarmUp).toBeGreaterThan(0);
  expect(asked - inWarmUp).toBe(counts.sent);
});

test('that fails before it begins is no result', async () => {
  await using server = await openWireServer((exchange) => exchange.answer());
  using world = openTestWorld();
  const beforeLoad = (): Promise<void> => Promise.reject(new Error('nobody can watch'));
  const job = { ...jobOf(server.url, loadOf()), beforeLoad };
  const run = runLoad(job, { ...world, generator: GENERATOR }, () => undefined);
  await expect(run).rejects.toThrow(/nobody can watch/u);
});

const POST: RequestPlan = {
  ...GET,
  name: 'order',
  method: 'POST',
  path: '/orders?from={{shop}}',
  headers: { 'content-type': 'application/json', 'x-number': '{{order}}' },
  body: '{"book":{{book}},"title":"{{books.title}}","author":"{{books.author}} ü"}',
};

const VARIABLES: Load['variables'] = {
  shop: { kind: 'list', values: ['north', 'south'], pick: 'sequential' },
  order: { kind: 'counter', start: 100, step: 5 },
  book: { kind: 'range', from: 1, to: 3 },
  books: {
    kind: 'file',
    path: 'books.csv',
    rows: [
      { title: 'Emma', author: 'Austen' },
      { title: 'Ulysses', author: 'Joyce' },
    ],
    pick: 'sequential',
  },
};

// The servers wait, and so does whoever has asked them: one engine beside the other.
describe.concurrent.each(ENGINES)('requests by %s', (engine) => {
  test('have the method, headers, body and values of the plan', async () => {
    const exchanges = await received(
      loadOf({ engine, users: 1, duration: 300, requests: [POST], variables: VARIABLES }),
    );
    const [first, second, third, fourth] = exchanges;
    expect(first).toMatchObject({ method: 'POST', path: '/orders?from=north' });
    expect(first?.headers).toMatchObject({ 'content-type': 'application/json', 'x-number': '100' });
    expect(first?.headers['host']).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(JSON.parse(first?.body ?? '')).toEqual({ book: 1, title: 'Emma', author: 'Austen ü' });
    expect(second?.path).toBe('/orders?from=south');
    expect(second?.headers['x-number']).toBe('105');
    expect(JSON.parse(second?.body ?? '')).toEqual({ book: 2, title: 'Ulysses', author: 'Joyce ü' });
    expect(JSON.parse(third?.body ?? '')).toEqual({ book: 3, title: 'Emma', author: 'Austen ü' });
    expect(JSON.parse(fourth?.body ?? '')).toMatchObject({ book: 1 });
  });

  test('in sequence come in the order of the list, for each user', async () => {
    const requests = ['/a', '/b', '/c'].map((path) => ({ ...GET, name: path, path }));
    const exchanges = await received(loadOf({ engine, users: 2, duration: 300, requests }));
    const byUser = Map.groupBy(exchanges, ({ socket }) => socket);
    expect(byUser.size).toBe(2);
    for (const own of byUser.values()) {
      const paths = own.map(({ path }) => path);
      expect(paths.length).toBeGreaterThan(3);
      expect(paths).toEqual(paths.map((_path, at) => ['/a', '/b', '/c'][at % 3]));
    }
  });

  test('by weight come in proportion, and the same for the same seed', async () => {
    const requests = [
      { ...GET, name: 'often', path: '/often', weight: 9 },
      { ...GET, name: 'seldom', path: '/seldom', weight: 1 },
    ];
    const load = loadOf({ engine, users: 1, duration: 700, order: 'weighted', requests });
    const [once_, again] = [await received(load), await received(load)].map((exchanges) =>
      exchanges.map(({ path }) => path),
    );
    const length = Math.min(once_?.length ?? 0, again?.length ?? 0);
    expect(length).toBeGreaterThan(50);
    expect(once_?.slice(0, length)).toEqual(again?.slice(0, length));
    const share = (once_ ?? []).filter((path) => path === '/seldom').length / (once_?.length ?? 1);
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.3);
  });

  test('never exceed the users: one under way for each', async () => {
    let underWay = 0;
    let most = 0;
    await using server = await openWireServer(({ answer }) => {
      underWay += 1;
      most = Math.max(most, underWay);
      setTimeout(() => {
        underWay -= 1;
        answer();
      }, 10);
    });
    const { users, counts } = await measured(server.url, loadOf({ engine, users: 7 }));
    expect(users).toBe(7);
    expect(counts.ok).toBeGreaterThan(7);
    expect(most).toBe(7);
  });
});

describe.concurrent.each(ENGINES)('a service that goes away, by %s', (engine) => {
  test('where nobody listens, every attempt is refused, and they are few', async () => {
    const { counts, errors } = await measured(`http://127.0.0.1:${await closedPort()}`, loadOf({ engine }));
    expect(counts.sent).toBe(0);
    expect(counts.refused).toBeGreaterThan(0);
    expect(counts.refused).toBeLessThan(100);
    expect(errors[0]?.message).toBe('ECONNREFUSED');
  });

  test('F9: that dies in the middle, without anybody watching it, is seen in the account', async () => {
    const server = await openWireServer(({ answer }) => setTimeout(answer, 5));
    setTimeout(() => server.die(), 1_500).unref();
    const result = await measured(server.url, loadOf({ engine, duration: 3_000 }));
    expect(result.counts.ok).toBeGreaterThan(0);
    expect(result.counts.refused).toBeGreaterThan(0);
    expect(result.counts.refused).toBeLessThan(300);
    expect(quantile(result, 0.95)).toBeLessThan(300);
  });
});

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('the generator', () => {
  test('F9: stops when the service is reported dead, with its reason', async () => {
    await using server = await openWireServer(({ answer }) => answer());
    const died = new AbortController();
    const reason = new Failure({
      kind: 'not-measured',
      code: 'service-died',
      message: phrase('foreign', { text: 'It died.' }),
      advice: phrase('foreign', { text: 'Look.' }),
    });
    setTimeout(() => died.abort(reason), 1_000).unref();
    const ended = measured(server.url, loadOf({ duration: 60_000 }), { died: died.signal });
    await expect(ended).rejects.toBe(reason);
    const before = server.received();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(server.received()).toBe(before);
  });

  test('stops when the run is cancelled', async () => {
    await using server = await openWireServer(({ answer }) => answer());
    using world = openTestWorld();
    const stop = new AbortController();
    const reason = new Failure({
      kind: 'cancelled',
      code: 'cancelled',
      message: phrase('foreign', { text: 'Stopped.' }),
      advice: phrase('foreign', { text: 'Go on.' }),
    });
    const ended = runLoad(
      jobOf(server.url, loadOf({ duration: 60_000 })),
      { ...world, signal: stop.signal, generator: GENERATOR },
      () => stop.abort(reason),
    );
    await expect(ended).rejects.toBe(reason);
  });

  test('F22: that cannot work is a failure that says so', async () => {
    using world = openTestWorld();
    const job = jobOf('http://127.0.0.1:9', loadOf());
    const broken = {
      ...world,
      generator: [process.execPath, '-e', 'console.error("no engine here"); process.exit(9)'] as const,
    };
    await expect(runLoad(job, broken, () => undefined)).rejects.toMatchObject({
      detail: {
        code: 'generator-failed',
        lines: ['It ended with exit code 9 before its result.', 'no engine here'],
      },
    });
  });

  test('tells how far it is, by phase', async () => {
    await using server = await openWireServer(({ answer }) => setTimeout(answer, 5));
    const told: LoadProgress[] = [];
    const load = loadOf({ warmUp: millis(600), duration: 1_200 });
    const result = await measured(server.url, load, { onProgress: (progress) => told.push(progress) });
    expect(new Set(told.map(({ phase }) => phase))).toEqual(new Set(['warm-up', 'load']));
    const last = told.at(-1);
    expect(last?.throughput).toBeGreaterThan(0);
    expect(last?.p95).toBeGreaterThan(0);
    expect(last?.total).toBe(1_200);
    expect(result.warmUp).toBe(600);
    expect(result.elapsed).toBeGreaterThanOrEqual(1_199);
    // The warm-up's answers are in no count.
    expect(result.counts.sent).toBeLessThan(server.received());
  });

  test('knows what it used itself', async () => {
    await using server = await openWireServer(({ answer }) => answer());
    const { generator } = await measured(server.url, loadOf({ users: 10 }));
    expect(generator.cpu).toBeGreaterThan(0.05);
    expect(generator.cpu).toBeLessThan(4);
    expect(generator.eventLoop).toBeGreaterThan(0.02);
    expect(generator.eventLoop).toBeLessThanOrEqual(1);
    expect(generator.memory).toBeGreaterThan(20e6);
    expect(generator.eventLoopDelayP99).toBeGreaterThanOrEqual(0);
  });
});

describe('a generator', () => {
  test('takes one load after another, each with connections of its own', async () => {
    let connections = 0;
    await using server = await openWireServer((exchange) => {
      if (exchange.onConnection === 1) connections += 1;
      exchange.answer();
    });
    using world = openTestWorld();
    await using generator = await openGenerator({ ...world, generator: GENERATOR });
    const loads = [];
    for (const engine of [...ENGINES, ...ENGINES]) {
      loads.push(
        await generator.load(jobOf(server.url, loadOf({ engine, users: 2, duration: 200 })), () => undefined),
      );
    }
    expect(loads.map(({ engine }) => engine.name)).toEqual([...ENGINES, ...ENGINES]);
    expect(loads.reduce((sum, { counts }) => sum + counts.sent, 0)).toBe(server.received());
    expect(connections).toBe(2 * loads.length);
  });

  test('is of no more use after its end, and says so', async () => {
    await using server = await openWireServer((exchange) => exchange.answer());
    using world = openTestWorld();
    await using generator = await openGenerator({ ...world, generator: GENERATOR });
    process.kill(generator.pid, 'SIGKILL');
    const job = jobOf(server.url, loadOf({ duration: 200 }));
    await expect(generator.load(job, () => undefined)).rejects.toThrow(/generator/);
    await expect(generator.load(job, () => undefined)).rejects.toThrow(/generator/);
  });
});

describe.each(ENGINES)('a load by %s that settles', (engine) => {
  test('waits for the answers under way, and lasts until the last of them', async () => {
    await using server = await openWireServer((exchange) => {
      setTimeout(() => exchange.answer(), 150);
    });
    using world = openTestWorld();
    const job = {
      ...jobOf(server.url, loadOf({ engine, users: 2, duration: 400 })),
      ending: 'settle',
    } as const;
    const { counts, elapsed } = await runLoad(job, { ...world, generator: GENERATOR }, () => undefined);
    expect(counts.inFlight).toBe(0);
    expect(counts.ok).toBe(6);
    expect(elapsed).toBeGreaterThan(440);
  });
});
