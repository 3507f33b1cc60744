/** Good configurations and the plans they make. */
import { describe, expect, it } from 'vitest';
import type { Load, Plan } from '../../../src/domain/plan.ts';
import { load, scenario } from './loading.ts';

/** Where accepted runs are kept when nobody says. */
const KEPT = { store: 'auto', branch: 'loadgate', publish: 'auto' } as const;

const full = `# yaml-language-server: $schema=x
suite: book shop 1.0
language: ru
service:
  build: npm ci
  start: |
    npm run prepare
    node server.js --port {port}
  working-directory: ./api/
  env: { NODE_ENV: production, VERSION: 1.10, DEBUG: true, PORT_TOO: "{port}", EMPTY: "" }
  url: http://localhost:{port}/v1/
  port: 8000
  ready: { http: { path: /health, status: [200, 204], body: ok } }
  build-timeout: 5m
  ready-timeout: 1m30s
  stop-timeout: 1.5s
  show-log: always
defaults: { users: 7, duration: 1m, limits: { p95: off, p99: { max: 1s } } }
scenarios:
  browse:
    engine: undici
    users: 20
    warm-up: 0
    timeout: 250ms
    requests:
      - GET /books
      - "DELETE /books/{{ id }}"
      - /plain?q=1
      - name: buy
        method: POST
        path: /orders
        headers: { X-Trace: "{{n}}", x-version: 1.10 }
        json: { book: "{{id}}", note: "no {{id}}", "{{l}}": [true, null, "{{l}}"] }
        weight: 2
        expect: [201, 2xx, 300-304]
      - { path: "/cells/{{row.isbn}}", method: PUT, body: "{{row.title}}", expect: 404 }
    variables:
      id: { range: [1, 500] }
      l: { list: [a, 2, true], pick: random }
      n: { counter: { start: 5 } }
      row: { file: data/books.csv }
    limits:
      p95: { max-increase: 10%, max: 200ms }
      throughput: { max-decrease: 0.2, min: 100/s }
      error-rate: { max: 1%, max-increase: 0.5% }
  order-7:
    order: sequence
    requests: ["HEAD /{{dice}}"]
    variables: { dice: { random: [-3, 6] } }
compare: baseline
baseline: { path: perf/baseline.json, keep: 5 }
policy: { on-inconclusive: fail }
report: { comment: never, directory: out/report, formats: [csv, junit, csv] }
`;

describe('a full file', async () => {
  const { plan, configPath } = await load({
    text: full,
    files: { 'api/x': '', 'data/books.csv': 'isbn,title\n1-1,"A, ""B"""\n2-2,C\n' },
  });
  const [browse, order] = plan.scenarios;

  it('fills in the service', () => {
    expect(configPath).toBe('.github/loadgate.yml');
    expect(plan.suite).toBe('book shop 1.0');
    expect(plan.service).toEqual({
      kind: 'booted',
      build: 'npm ci',
      start: 'npm run prepare\nnode server.js --port {port}\n',
      workingDirectory: 'api',
      env: { NODE_ENV: 'production', VERSION: '1.10', DEBUG: 'true', PORT_TOO: '{port}', EMPTY: '' },
      url: 'http://localhost:{port}/v1',
      tls: null,
      port: 8000,
      ready: {
        kind: 'http',
        path: '/health',
        status: [
          { from: 200, to: 200 },
          { from: 204, to: 204 },
        ],
        body: 'ok',
      },
      buildTimeout: 300_000,
      readyTimeout: 90_000,
      stopTimeout: 1500,
      showLog: 'always',
      observe: 'auto',
    });
  });

  it('fills in loads, from the scenario, from `defaults`, from the standard', () => {
    expect(browse?.load).toMatchObject({
      engine: 'undici',
      executor: { kind: 'constant-users', users: 20, duration: 60_000 },
      warmUp: 0,
      timeout: 250,
      order: 'weighted',
    });
    expect(order?.load).toMatchObject({
      engine: 'auto',
      executor: { kind: 'constant-users', users: 7, duration: 60_000 },
      warmUp: 3000,
      timeout: 10_000,
      order: 'sequence',
    });
  });

  it('reads requests', () => {
    const ok = [{ from: 200, to: 299 }];
    const plain = { headers: {}, body: null, weight: 1, expect: ok, checks: [], captures: [] };
    expect(browse?.load.requests).toEqual([
      { name: 'GET /books', method: 'GET', path: '/books', ...plain },
      { name: 'DELETE /books/{{id}}', method: 'DELETE', path: '/books/{{id}}', ...plain },
      { name: 'GET /plain?q=1', method: 'GET', path: '/plain?q=1', ...plain },
      {
        name: 'buy',
        method: 'POST',
        path: '/orders',
        headers: { 'content-type': 'application/json', 'x-trace': '{{n}}', 'x-version': '1.10' },
        body: '{"book":{{id}},"note":"no {{id}}","{{l}}":[true,null,"{{l}}"]}',
        weight: 2,
        expect: [
          { from: 201, to: 201 },
          { from: 200, to: 299 },
          { from: 300, to: 304 },
        ],
        checks: [],
        captures: [],
      },
      {
        name: 'PUT /cells/{{row.isbn}}',
        method: 'PUT',
        path: '/cells/{{row.isbn}}',
        headers: {},
        body: '{{row.title}}',
        weight: 1,
        expect: [{ from: 404, to: 404 }],
        checks: [],
        captures: [],
      },
    ]);
  });

  it('reads variables', () => {
    expect(browse?.load.variables).toEqual({
      id: { kind: 'range', from: 1, to: 500 },
      l: { kind: 'list', values: ['a', '2', 'true'], pick: 'random' },
      n: { kind: 'counter', start: 5, step: 1 },
      row: {
        kind: 'file',
        path: 'data/books.csv',
        rows: [
          { isbn: '1-1', title: 'A, "B"' },
          { isbn: '2-2', title: 'C' },
        ],
        pick: 'sequential',
      },
    });
    expect(order?.load.variables).toEqual({ dice: { kind: 'random', from: -3, to: 6 } });
  });

  it('merges limits by metric', () => {
    expect(browse?.limits).toEqual([
      { kind: 'relative', metric: 'p95', change: 0.1, beside: 0.1, asked: true },
      { kind: 'absolute', metric: 'p95', bound: 200 },
      { kind: 'relative', metric: 'throughput', change: 0.2, beside: 0.2, asked: true },
      { kind: 'absolute', metric: 'throughput', bound: 100 },
      { kind: 'relative', metric: 'error-rate', change: 0.005, beside: 0.005, asked: true },
      { kind: 'absolute', metric: 'error-rate', bound: 0.01 },
      { kind: 'relative', metric: 'cpu-per-request', change: 0.1, beside: 0.02 },
      { kind: 'absolute', metric: 'p99', bound: 1000 },
    ]);
    expect(order?.limits).toEqual([
      { kind: 'relative', metric: 'throughput', change: 0.1, beside: 0.02 },
      { kind: 'absolute', metric: 'error-rate', bound: 0.01 },
      { kind: 'relative', metric: 'cpu-per-request', change: 0.1, beside: 0.02 },
      { kind: 'absolute', metric: 'p99', bound: 1000 },
    ]);
  });

  it('reads the rest', () => {
    expect(plan).toMatchObject({
      compare: 'baseline',
      baseline: { ...KEPT, path: 'perf/baseline.json', keep: 5, minRuns: 10 },
      policy: { onInconclusive: 'fail', onNoBaseline: 'pass' },
      report: { language: 'ru', comment: 'never', formats: ['junit', 'csv'], directory: 'out/report' },
    });
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    expect(Object.getPrototypeOf(plan.service)).toBe(Object.prototype);
  });
});

describe('the smallest file', async () => {
  const { plan } = await load({ text: 'service: { start: node server.js }\nscenarios: { main: {} }\n' });

  it('takes every default', () => {
    expect(plan).toEqual({
      suite: 'default',
      service: {
        kind: 'booted',
        build: null,
        start: 'node server.js',
        workingDirectory: '.',
        env: {},
        url: 'http://127.0.0.1:{port}',
        tls: null,
        port: 'free',
        ready: { kind: 'http', path: '/', status: [{ from: 100, to: 499 }], body: null },
        buildTimeout: 600_000,
        readyTimeout: 30_000,
        stopTimeout: 3000,
        showLog: 'on-failure',
        observe: 'auto',
      },
      scenarios: [
        {
          name: 'main',
          search: null,
          soak: false,
          load: {
            engine: 'auto',
            http: 1.1,
            executor: { kind: 'constant-users', users: 10, thinkTime: null, duration: 20_000 },
            warmUp: 3000,
            timeout: 10_000,
            order: 'weighted',
            cookies: false,
            requests: [
              {
                name: 'GET /',
                method: 'GET',
                path: '/',
                headers: {},
                body: null,
                weight: 1,
                expect: [{ from: 200, to: 299 }],
                checks: [],
                captures: [],
              },
            ],
            flows: [],
            variables: {},
            secrets: [],
          },
          limits: [
            { kind: 'relative', metric: 'p95', change: 0.1, beside: 0.03 },
            { kind: 'relative', metric: 'throughput', change: 0.1, beside: 0.02 },
            { kind: 'absolute', metric: 'error-rate', bound: 0.01 },
            { kind: 'relative', metric: 'cpu-per-request', change: 0.1, beside: 0.02 },
          ],
        },
      ],
      databases: [],
      containers: null,
      compare: 'auto',
      budget: 360_000,
      sensitivity: 'standard',
      baseline: { ...KEPT, path: '.loadgate/baseline.json', keep: 30, minRuns: 10 },
      policy: { onInconclusive: 'pass', onNoBaseline: 'pass' },
      secrets: [],
      report: {
        language: 'en',
        comment: 'auto',
        formats: ['junit', 'openmetrics', 'csv'],
        directory: 'loadgate-report',
        chartFiles: 'none',
      },
    } satisfies Record<Exclude<keyof Plan, 'origin'>, unknown>);
  });
});

const service = async (yaml: string) =>
  (await load({ text: `service: ${yaml}\nscenarios: { main: {} }\n` })).plan.service;

describe('service', () => {
  it.each([
    ['/health', { kind: 'http', path: '/health', status: [{ from: 200, to: 299 }], body: null }],
    ['tcp', { kind: 'tcp' }],
    ['{ tcp: true }', { kind: 'tcp' }],
    ['{ log: "listening on" }', { kind: 'log', text: 'listening on' }],
    ['{ command: "test -e up" }', { kind: 'command', command: 'test -e up' }],
    ['{ http: {} }', { kind: 'http', path: '/', status: [{ from: 200, to: 299 }], body: null }],
    ['{ http: { status: 2XX } }', { kind: 'http', path: '/', status: [{ from: 200, to: 299 }], body: null }],
  ])('is ready by %s', async (ready, expected) => {
    expect((await service(`{ start: x, ready: ${ready} }`)).ready).toEqual(expected);
  });

  it('may already run', async () => {
    expect(await service('{ url: "http://[::1]:8080/api/", ready: tcp, ready-timeout: 100ms }')).toEqual({
      kind: 'running',
      url: 'http://[::1]:8080/api',
      tls: null,
      ready: { kind: 'tcp' },
      readyTimeout: 100,
    });
  });

  it('takes its port from a URL that names one', async () => {
    expect(await service('{ start: x, url: "http://localhost:9000" }')).toMatchObject({
      url: 'http://localhost:9000',
      port: 9000,
    });
    expect(await service('{ start: x, url: "http://localhost:9000", port: 9000 }')).toMatchObject({
      port: 9000,
    });
    expect(await service('{ start: x, url: "http://localhost" }')).toMatchObject({
      url: 'http://localhost',
      port: 80,
    });
    expect(await service('{ start: x, port: free }')).toMatchObject({ port: 'free' });
  });
});

const loadOf = async (...lines: string[]): Promise<Load> => {
  const { plan } = await load({ text: scenario(...lines) });
  const [only] = plan.scenarios;
  if (only === undefined) throw new Error('no scenario');
  return only.load;
};

describe('values as people write them', () => {
  it.each([
    ['30s', 30_000],
    ['1.5m', 90_000],
    ['1h', 3_600_000],
    ['2500ms', 2500],
    ['1m30s', 90_000],
    ['1 m 30 s', 90_000],
    ['6h', 21_600_000],
  ])('duration %s', async (text, ms) => {
    expect((await loadOf(`duration: ${text}`)).executor.duration).toBe(ms);
  });

  it('keeps quotes, keys and other texts of JSON as they are', async () => {
    const { requests } = await loadOf(
      'requests:',
      `  - { method: POST, path: /, json: { a: 'say "{{n}}"', "{{n}}": "{{n}}", b: ["{{n}}", "{{n}} "] } }`,
      'variables: { n: { counter: {} } }',
    );
    expect(requests[0]?.body).toBe(String.raw`{"a":"say \"{{n}}\"","{{n}}":{{n}},"b":[{{n}},"{{n}} "]}`);
  });

  it('sends json: null, false and 0 as bodies', async () => {
    const { requests } = await loadOf(
      'requests:',
      '  - { method: POST, path: /a, json: null }',
      '  - { method: POST, path: /b, json: false }',
      '  - { method: POST, path: /c, json: 0, headers: { Content-Type: application/vnd.x+json } }',
    );
    expect(requests.map(({ body, headers }) => [body, headers['content-type']])).toEqual([
      ['null', 'application/json'],
      ['false', 'application/json'],
      ['0', 'application/vnd.x+json'],
    ]);
  });

  it('keeps the order of scenarios, and numbers as names', async () => {
    const { plan } = await load({ text: 'service: { start: x }\nscenarios:\n  b: {}\n  a: {}\n  1.0: {}\n' });
    expect(plan.scenarios.map(({ name }) => name)).toEqual(['b', 'a', '1.0']);
  });
});

describe('the file itself', () => {
  it.each([['perf.yml'], ['./perf.yml'], ['nested/../perf.yml']])('may be named %s', async (configPath) => {
    const { configPath: found } = await load({
      configPath,
      files: { 'perf.yml': scenario('users: 3'), 'nested/x': '' },
    });
    expect(found).toBe('perf.yml');
  });

  it('may be named by the input `config`', async () => {
    const { configPath } = await load({
      inputs: { config: 'perf.yml' },
      files: { 'perf.yml': scenario('users: 3') },
    });
    expect(configPath).toBe('perf.yml');
  });
});
