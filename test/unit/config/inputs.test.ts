/** Inputs alone, and inputs over a file. */
import { describe, expect, it } from 'vitest';
import { INPUTS } from '../../../src/config/inputs.ts';
import { failureOf, load, scenario } from './loading.ts';

describe('inputs alone', () => {
  it('make a whole plan', async () => {
    const { plan, configPath } = await load({
      inputs: {
        build: 'npm ci',
        start: ' node server.js --port {port} ',
        port: '8000',
        'working-directory': '.',
        ready: '/health',
        users: '5',
        duration: '10s',
        'warm-up': '0',
        requests: '\n  GET /books\n# nothing\n/plain\n\n  POST /orders\n',
        'p95-max-increase': '0.15',
        'p95-max': '250ms',
        'throughput-max-decrease': 'off',
        'throughput-min': '50/s',
        'error-rate-max': '0.5%',
        suite: 'api',
        'baseline-path': 'perf/b.json',
        'report-directory': 'out',
        comment: 'never',
        'github-token': 'not ours',
      },
    });
    expect(configPath).toBeNull();
    expect(plan).toMatchObject({
      suite: 'api',
      service: {
        kind: 'booted',
        build: 'npm ci',
        start: 'node server.js --port {port}',
        port: 8000,
        ready: { kind: 'http', path: '/health' },
      },
      baseline: { path: 'perf/b.json' },
      report: { directory: 'out', comment: 'never' },
    });
    expect(plan.scenarios).toHaveLength(1);
    expect(plan.scenarios[0]).toMatchObject({
      name: 'default',
      load: {
        executor: { users: 5, duration: 10_000 },
        warmUp: 0,
        requests: [{ name: 'GET /books' }, { name: 'GET /plain' }, { method: 'POST' }],
      },
      limits: [
        { kind: 'relative', metric: 'p95', change: 0.15, beside: 0.15, asked: true },
        { kind: 'absolute', metric: 'p95', bound: 250 },
        { kind: 'absolute', metric: 'throughput', bound: 50 },
        { kind: 'absolute', metric: 'error-rate', bound: 0.005 },
        { kind: 'relative', metric: 'cpu-per-request', change: 0.1, beside: 0.02 },
      ],
    });
  });

  it('need only a URL, and blanks are not given', async () => {
    const { plan } = await load({ inputs: { url: 'http://localhost:3000', start: ' ', users: '' } });
    expect(plan.service).toMatchObject({ kind: 'running', url: 'http://localhost:3000' });
    expect(plan.scenarios[0]?.load.executor).toMatchObject({ users: 10 });
  });

  it('keep the standard limit beside a bound', async () => {
    const { plan } = await load({ inputs: { start: 'x', 'p95-max': '1s' } });
    expect(plan.scenarios[0]?.limits.filter(({ metric }) => metric === 'p95')).toEqual([
      { kind: 'relative', metric: 'p95', change: 0.1, beside: 0.03 },
      { kind: 'absolute', metric: 'p95', bound: 1000 },
    ]);
  });

  it('take off as no limit', async () => {
    const { plan } = await load({
      inputs: {
        start: 'x',
        'p95-max-increase': 'off',
        'throughput-max-decrease': 'off',
        'error-rate-max': 'off',
      },
    });
    expect(plan.scenarios[0]?.limits.map(({ metric }) => metric)).toEqual(['cpu-per-request']);
  });

  it('are told apart by name in complaints', async () => {
    const { detail, exitCode } = await failureOf({
      inputs: {
        start: 'x',
        users: '0',
        duration: '20',
        'p95-max': '200',
        'error-rate-max': '2',
        port: 'any',
        comment: 'yes',
        requests: 'GET /\nbooks',
        url: 'http://example.com',
        suite: '-',
      },
    });
    expect(exitCode).toBe(3);
    expect(detail.message).toBe('The configuration is not valid: 9 problems in the inputs.');
    expect([...detail.lines].sort()).toEqual([
      'input "comment": must be one of `auto`, `changes`, `failure`, `never` (got "yes")',
      'input "duration": must be a duration from 1s to 6h (got "20"); say 20s or 20ms',
      'input "error-rate-max": must be a share from 0% to 100% (got "2"); say 2% or 0.02',
      'input "p95-max": must be a duration from 1us to 10m (got "200"); say 200s or 200ms',
      'input "port": must be a port from 1 to 65535, or `free` (got "any")',
      'input "requests": must be a method and a path, like `GET /books` or `POST /orders` (got "books")',
      'input "suite": must be 1 to 60 letters, digits, dots, dashes, underscores or spaces, beginning with a letter or digit (got "-")',
      'input "url": must be an http or https URL of this machine, like http://127.0.0.1:{port} (got "http://example.com"); only addresses of this machine are loaded here (localhost, 127.0.0.1, [::1]); a service on another machine is a `target`',
      'input "users": must be a whole number from 1 to 10000 (got 0)',
    ]);
  });
});

describe('inputs over a file', () => {
  const text = `suite: file
service: { start: node a.js, ready: tcp }
defaults: { limits: { throughput: { max-decrease: 20% } } }
scenarios:
  one: { users: 3, limits: { p95: { max: 1s } } }
  two: { duration: 5s, limits: { p95: off } }
`;

  it('win in every scenario, one number at a time', async () => {
    const { plan } = await load({
      text,
      inputs: {
        users: '8',
        'p95-max-increase': '30%',
        'throughput-min': '9',
        suite: 'input',
        start: 'node b.js',
      },
    });
    expect(plan.suite).toBe('input');
    expect(plan.service).toMatchObject({ start: 'node b.js', ready: { kind: 'tcp' } });
    expect(plan.scenarios.map(({ load: { executor } }) => executor)).toMatchObject([
      { users: 8, duration: 20_000 },
      { users: 8, duration: 5000 },
    ]);
    const limits = plan.scenarios.map((one) =>
      one.limits.map(
        (limit) => `${limit.metric} ${limit.kind} ${limit.kind === 'relative' ? limit.change : limit.bound}`,
      ),
    );
    expect(limits).toEqual([
      [
        'p95 relative 0.3',
        'p95 absolute 1000',
        'throughput relative 0.2',
        'throughput absolute 9',
        'error-rate absolute 0.01',
        'cpu-per-request relative 0.1',
      ],
      [
        'p95 relative 0.3',
        'throughput relative 0.2',
        'throughput absolute 9',
        'error-rate absolute 0.01',
        'cpu-per-request relative 0.1',
      ],
    ]);
  });

  it('leave requests to the file', async () => {
    const { detail } = await failureOf({ text, inputs: { requests: 'GET /x' } });
    expect(detail.lines).toEqual([
      'input "requests": cannot be used beside a configuration file; write the requests into the file',
    ]);
  });

  it('name the input or the line, whichever is wrong, and hide nothing', async () => {
    const { detail } = await failureOf({ text: scenario('users: 0', 'duration: 5'), inputs: { users: 'x' } });
    expect(detail.lines).toEqual([
      'input "users": must be a whole number from 1 to 10000 (got "x")',
      '.github/loadgate.yml:5:15: `scenarios.main.duration` must be a duration from 1s to 6h (got 5); say 5s or 5ms',
      '    5 |     duration: 5',
      '      |               ^',
    ]);
    const broken = await failureOf({
      text: 'service: { start: x }\nscenarios: { a: 5 }',
      inputs: { users: '3', 'p95-max': '1s' },
    });
    expect(broken.detail.lines[0]).toBe('.github/loadgate.yml:2:17: `scenarios.a` must be a mapping (got 5)');
  });
});

/** Inputs whose value here is what holds without them, or that name the file. */
const SAME = ['config', 'working-directory', 'url'];

describe('the table of inputs', () => {
  it('has each name once, with a description and a kind of value', () => {
    const names = INPUTS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, description, value } of INPUTS) {
      expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(description).toMatch(/^[A-Z`].*\.$/);
      expect(value).toMatch(/^[a-z]+$/);
    }
  });

  it('names no key that the schema does not know: each input alone is understood', async () => {
    const values: Readonly<Record<string, string>> = {
      build: 'a',
      start: 'b',
      url: 'http://127.0.0.1:{port}',
      port: '81',
      'working-directory': '.',
      ready: 'tcp',
      users: '2',
      'think-time': '1s',
      executor: 'spike',
      rate: '40/s',
      duration: '2s',
      'warm-up': '1s',
      requests: 'GET /z',
      compare: 'baseline',
      budget: '7m',
      sensitivity: 'strict',
      'p95-max-increase': '7%',
      'p95-max': '7ms',
      'throughput-max-decrease': '7%',
      'throughput-min': '7',
      'error-rate-max': '7%',
      suite: 's',
      language: 'ru',
      'baseline-store': 'branch',
      'baseline-path': 'p',
      'report-directory': 'd',
      comment: 'never',
    };
    const without = JSON.stringify((await load({ inputs: { start: 'x' } })).plan);
    const names = INPUTS.map(({ name }) => name).filter((name) => !SAME.includes(name));
    const plans = await Promise.all(
      names.map(async (name) => ({
        name,
        plan: JSON.stringify((await load({ inputs: { start: 'x', [name]: values[name] ?? '' } })).plan),
      })),
    );
    expect(plans.filter(({ plan }) => plan === without)).toEqual([]);
  });
});
