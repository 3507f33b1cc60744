/** What a Prometheus tells of a target: its API is asked for real, on this machine. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import type { DeployedService, MonitoringPlan } from '../../../src/domain/plan.ts';
import type { MonitoringReading } from '../../../src/domain/resources.ts';
import { millis } from '../../../src/domain/units.ts';
import { addressesOf } from '../../../src/platform/contact.ts';
import { openMonitoring } from '../../../src/probes/monitoring.ts';
import { openTestWorld } from '../../services/worlds.ts';

type Respond = (query: string) => { readonly status: number; readonly body: unknown };

async function openPrometheus(respond: Respond) {
  const asked: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://prometheus');
    asked.push(url.searchParams);
    const { status, body } =
      url.pathname === '/api/v1/query_range'
        ? respond(url.searchParams.get('query') ?? '')
        : { status: 404, body: 'not here' };
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    asked,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.closeAllConnections();
      server.close();
      await closed;
    },
  };
}

/** As its documentation has it (HTTP API, range queries). */
const matrix = (...series: readonly (readonly string[])[]) => ({
  status: 200,
  body: {
    status: 'success',
    data: {
      resultType: 'matrix',
      result: series.map((values) => ({
        metric: {},
        values: values.map((value, index) => [1_700_000_000.781 + index, value]),
      })),
    },
  },
});

async function read(
  monitoring: MonitoringPlan,
  {
    stretches = 1,
    resolve = addressesOf,
  }: { readonly stretches?: number; readonly resolve?: typeof addressesOf } = {},
): Promise<MonitoringReading | null> {
  using world = openTestWorld();
  const service: DeployedService = {
    kind: 'deployed',
    url: 'http://127.0.0.1',
    tls: null,
    ready: { kind: 'tcp' },
    readyTimeout: millis(1_000),
    allowed: [],
    allowedBy: 'configuration',
    monitoring,
  };
  const watch = (await openMonitoring(service, world, resolve)).watch();
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    await watch.begin();
    await watch.end();
  }
  return watch.read();
}

test('means and maxima are of all stretches of load, and it is asked after each', async () => {
  await using prometheus = await openPrometheus((query) =>
    query === 'cpu' ? matrix(['0.5', '1.5', 'NaN']) : matrix(['1000', '3000']),
  );
  const reading = await read({ prometheus: prometheus.url, cpu: 'cpu', memory: 'memory' }, { stretches: 2 });
  expect(reading).toEqual({
    source: 'prometheus',
    cpu: { mean: 1, most: 1.5, samples: 4 },
    memory: { mean: 2000, most: 3000, samples: 4 },
    gap: null,
    said: null,
  });
  expect(prometheus.asked.map((parameters) => parameters.get('query'))).toEqual([
    'cpu',
    'memory',
    'cpu',
    'memory',
  ]);
  const [first] = prometheus.asked;
  const [start, end] = [Number(first?.get('start')), Number(first?.get('end'))];
  expect(Math.abs(Date.now() / 1_000 - start)).toBeLessThan(60);
  expect(end).toBeGreaterThanOrEqual(start);
  expect(first?.get('step')).toBe('1');
});

test.each<[string, Respond, string]>([
  [
    'several series',
    () => matrix(['1'], ['2']),
    'the query gave 2 series where one is needed; let it sum them',
  ],
  ['no series', () => matrix(), 'the query for cpu gave no value'],
  [
    'an error',
    () => ({ status: 400, body: { status: 'error', errorType: 'bad_data', error: 'parse error' } }),
    'answered with status 400: parse error',
  ],
  ['something else', () => ({ status: 200, body: '<html>' }), 'did not answer as Prometheus does'],
  ['a redirect', () => ({ status: 302, body: '' }), 'answered with status 302'],
])('%s is a gap that is told', async (_, respond, gap) => {
  await using prometheus = await openPrometheus(respond);
  const reading = await read({ prometheus: prometheus.url, cpu: 'cpu', memory: null });
  expect(reading).toMatchObject({ cpu: null, memory: null, gap: expect.stringContaining(gap) });
  expect(prometheus.asked).toHaveLength(1);
});

test.each([
  ['8.8.8.8', 'does not have its address'],
  ['169.254.169.254', 'is never asked'],
  ['::ffff:127.0.0.1', 'is never asked'],
])('S24: at %s it is not asked', async (address, why) => {
  await using prometheus = await openPrometheus(() => matrix(['1']));
  const elsewhere = prometheus.url.replace('127.0.0.1', 'prometheus.example');
  const reading = await read(
    { prometheus: elsewhere, cpu: 'cpu', memory: null },
    { resolve: () => Promise.resolve(['127.0.0.1', address]) },
  );
  expect(reading).toMatchObject({ cpu: null, gap: expect.stringContaining(why) });
  expect(prometheus.asked).toEqual([]);
});

test('one that does not answer is a gap, and nothing worse', async () => {
  const reading = await read({ prometheus: 'http://127.0.0.1:1', cpu: 'cpu', memory: null });
  expect(reading?.gap).toContain('127.0.0.1:1: ');
});
