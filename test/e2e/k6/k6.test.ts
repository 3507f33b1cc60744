/** A load by k6's command line: what is measured is what the service saw, and what is no measurement is never one. The stand-in sends; a real k6 does where LOADGATE_K6 names one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromRecord } from '../../../src/stats/histogram.ts';
import { quantile, settled } from '../engines/measure.ts';
import { openWireServer } from '../engines/wire-server.ts';
import { failureOf } from '../locust/rig.ts';
import { describeWithK6, K6, k6On } from './rig.ts';

const EXAMPLE = readFileSync(
  join(import.meta.dirname, '..', '..', '..', 'examples', 'k6', 'books.js'),
  'utf8',
);

/** Each user gets one path, again and again. */
const one = (path: string, more = ''): string =>
  `import http from 'k6/http';\n${more}\nexport default function () {\n  http.get(\`\${__ENV.BASE_URL}${path}\`);\n  sleep(0.02);\n}\n`;

describe('a script of k6', () => {
  it('is measured: requests, checks, thresholds, users', async () => {
    await using server = await openWireServer(({ answer }) => answer());
    const phases: string[] = [];
    const result = await k6On(server.url, EXAMPLE, {
      users: 3,
      duration: 3_000,
      warmUp: 1_000,
      onProgress: ({ phase }) => void phases.push(phase),
    });
    expect(result.engine).toMatchObject({ name: 'k6', version: '1.4.0', why: 'asked' });
    const kept = { value: expect.any(Number) as number, crossed: false };
    expect(result.engine.k6?.thresholds).toEqual([
      { metric: 'http_req_duration', expression: 'p(95)<500', unit: 'ms', ...kept },
      { metric: 'http_req_failed', expression: 'rate<0.01', unit: null, ...kept, value: 0 },
    ]);
    expect(result.elapsed).toBe(3_000);
    expect(result.requests.map(({ name }) => name).toSorted()).toEqual([
      'GET /books/42',
      'GET /books?page=1',
    ]);
    const { counts } = result;
    expect(counts.ok).toBe(counts.sent - counts.inFlight);
    expect(fromRecord(result.latency).count).toBe(counts.ok);
    expect(counts.sent).toBeLessThan(server.received());
    expect(result.engine.k6?.checks).toMatchObject({ failed: 0 });
    expect(result.engine.k6?.checks.passed).toBeGreaterThan(counts.ok / 2 - 5);
    expect(result.engine.k6?.iterations).toBeGreaterThan(10);
    expect(result.timeline.map(({ users }) => users)).toEqual([3, 3, 3]);
    expect([...new Set(phases)]).toEqual(['warm-up', 'load', 'over']);
    expect(result.generator.memory).toBeGreaterThan(0);
  });

  it('with options of its own ends by itself; every request is one that the service counted, but for setup()', async () => {
    await using server = await openWireServer(({ answer }) => answer());
    const script = one('/', "export const options = { vus: 2, duration: '2s' };\nexport function setup() {}");
    const result = await k6On(server.url, script, { shape: 'script', users: 9 });
    expect(server.received()).toBe(result.counts.sent + 1);
    expect(settled(result.counts) + result.counts.inFlight).toBe(result.counts.sent);
  });

  it('puts every failure in its place', async () => {
    await using server = await openWireServer(({ path, socket, answer }) => {
      if (path === '/404') answer(404);
      else if (path === '/reset') socket.resetAndDestroy();
      else if (path !== '/late') answer();
    });
    const script = `const late = { timeout: '0.3s' };\n${['/404', '/reset', '/late', '/']
      .map((path) => `http.get(\`\${__ENV.BASE_URL}${path}\`);`)
      .join('\n')}`;
    const { counts, errors, statuses, ...result } = await k6On(server.url, script);
    for (const way of ['ok', 'httpError', 'connectionError', 'timeout'] as const)
      expect(counts[way], way).toBeGreaterThan(0);
    expect(settled(counts) + counts.inFlight).toBe(counts.sent);
    expect(errors.map(({ message }) => message)).toContain('HTTP 404');
    expect(statuses.map(({ status }) => status)).toEqual([200, 404]);
    expect(quantile({ ...result, counts, errors, statuses }, 0.99)).toBeGreaterThan(299);
  });

  it('tells which of its thresholds were crossed, by the form that the documentation has, too', async () => {
    await using server = await openWireServer(({ answer }) => answer(500));
    const script = one('/', "export const options = { thresholds: { http_req_failed: ['rate<0.01'] } };");
    const { engine, counts } = await k6On(server.url, script, { duration: 1_000, fault: 'documented' });
    expect(engine.k6?.thresholds).toEqual([
      { metric: 'http_req_failed', expression: 'rate<0.01', value: 1, unit: null, crossed: true },
    ]);
    expect(counts.ok).toBe(0);
    expect(counts.httpError).toBeGreaterThan(5);
  });

  it.each<[string, string, RegExp]>([
    ['summary-lies', 'k6-untrue', /its summary counts/],
    ['exit:104', 'k6-exit-code', /104: its configuration is wrong/],
    ['exit:99', 'k6-ended', /99: thresholds of the script were crossed/],
  ])('is no measurement: %s', async (fault, code, message) => {
    await using server = await openWireServer(({ answer }) => answer());
    const failure = await failureOf(k6On(server.url, one('/'), { duration: 1_000, fault }));
    expect(failure).toMatchObject({ code, kind: 'not-measured' });
    expect(failure.message).toMatch(message);
  });

  it('needs k6', async () => {
    const failure = await failureOf(k6On('http://127.0.0.1:1', one('/'), { command: 'no-such-k6' }));
    expect(failure).toMatchObject({ code: 'k6-missing', kind: 'usage' });
  });
});

describeWithK6()('a real k6', () => {
  it('runs the example unchanged', async () => {
    await using server = await openWireServer(({ answer }) => answer());
    const result = await k6On(server.url, EXAMPLE, {
      command: K6 ?? '',
      users: 3,
      duration: 3_000,
      warmUp: 1_000,
    });
    expect(result.engine.k6?.thresholds).toHaveLength(2);
    expect(result.engine.k6?.thresholds.every(({ crossed }) => crossed === false)).toBe(true);
    expect(result.counts.ok).toBe(result.counts.sent - result.counts.inFlight);
    expect(result.counts.sent).toBeLessThanOrEqual(server.received());
    expect(result.timeline).toHaveLength(3);
  });

  it('counts what the service counts', async () => {
    await using server = await openWireServer(({ answer }) => answer());
    const script = one(
      '/',
      "import { sleep } from 'k6';\nexport const options = { vus: 2, duration: '2s' };",
    );
    const result = await k6On(server.url, script, {
      command: K6 ?? '',
      shape: 'script',
    });
    expect(server.received()).toBe(result.counts.sent);
  });
});
