/** Limits on what cannot be measured of what is configured are refused before any load, each with its place and a way out. */
import { describe, expect, it } from 'vitest';
import { GROWTH_SECONDS } from '../../../src/config/metric-checks.ts';
import { GROWTH_SECONDS_MIN } from '../../../src/stats/growth.ts';
import { load, problemsIn } from './loading.ts';

const STARTED = 'service: { start: node server.js }';
const RUNNING = 'service: { url: "http://127.0.0.1:8080" }';
const WATCHED = 'databases: { books: { url-from: BOOKS_URL } }';
const env = { BOOKS_URL: 'redis://127.0.0.1:6379' };

const file = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;
const limited = (limits: string, ...lines: readonly string[]): string =>
  file(...lines, 'scenarios:', '  main:', `    limits: { ${limits} }`);

const NO_DATABASE =
  '`queries-per-request` is counted by databases, and there is no `databases`; say `databases: { shop: { url-from: SHOP_URL } }` with the variable that holds the URL, or `off`';
const notStarted = (metric: string): string =>
  `\`${metric}\` is read from the processes of the service, which are not known without \`service.start\`; say how to start it, or \`off\``;
const IN_TURNS =
  '`memory-growth` is judged where the service is loaded in one go, which `compare: base` never does; say `compare: auto`, or `off`';
const tooShort = (name: string, seconds: number): string =>
  `\`memory-growth\` is not judged in the ${seconds}s of \`${name}\`; give it a \`duration\` of 18s at least (\`executor: soak\` lasts 10m), or say \`off\``;

describe('a limit that nothing could be held against', () => {
  it.each<[string, string, string]>([
    [
      'queries without a database',
      limited('queries-per-request: { max-increase: 0 }', STARTED),
      `4:15: ${NO_DATABASE}`,
    ],
    [
      'queries with no database among `databases`',
      limited('queries-per-request: { max: 3 }', STARTED, 'databases: {}'),
      `5:15: ${NO_DATABASE}`,
    ],
    [
      'queries of all scenarios',
      file('defaults: { limits: { queries-per-request: { max: 3 } } }', STARTED, 'scenarios: { main: {} }'),
      `1:23: ${NO_DATABASE}`,
    ],
    [
      'CPU time of a service that already runs',
      limited('cpu-per-request: { max: 2ms }', RUNNING),
      `4:15: ${notStarted('cpu-per-request')}`,
    ],
    [
      'memory of a service that already runs',
      limited('memory-growth: { max: 1MB/min }', RUNNING),
      `4:15: ${notStarted('memory-growth')}`,
    ],
    [
      'memory where builds take turns',
      limited('memory-growth: { max: 1MB/min }', STARTED, 'compare: base'),
      `5:15: ${IN_TURNS}`,
    ],
    [
      'memory in a short time',
      limited('memory-growth: { max: 1MB/min }', STARTED, 'defaults: { duration: 17s }'),
      `5:15: ${tooShort('main', 17)}`,
    ],
    [
      'memory in short stages',
      file(
        STARTED,
        'defaults: { limits: { memory-growth: { max: 1MB/min } } }',
        'scenarios:',
        '  long: { executor: soak }',
        '  ramp: { executor: ramping-users, stages: [{ duration: 4s, target: 9 }, { duration: 8s, target: 1 }] }',
        '  free: { duration: 2s, limits: { memory-growth: off } }',
        '  search: { executor: stress }',
      ),
      `2:23: ${tooShort('ramp', 12)}`,
    ],
  ])('%s', async (_, text, problem) => {
    expect(await problemsIn({ text, env })).toEqual([problem]);
  });

  it('has the length from which on growth is judged', () => {
    expect(GROWTH_SECONDS).toBe(GROWTH_SECONDS_MIN);
  });

  it('is found in what inputs say, too', async () => {
    const text = limited('memory-growth: { max: 1MB/min }', STARTED);
    expect(await problemsIn({ text, inputs: { duration: '5s' } })).toEqual([`4:15: ${tooShort('main', 5)}`]);
  });
});

describe('a limit that something can be held against', () => {
  it.each<[string, string]>([
    ['queries with a database', limited('queries-per-request: { max: 3 }', STARTED, WATCHED)],
    ['no queries', limited('queries-per-request: off', STARTED)],
    ['no CPU time of a service that already runs', limited('cpu-per-request: off', RUNNING)],
    [
      'the standard CPU time of a service that already runs',
      limited('cpu-per-request: { max-increase: standard }', RUNNING),
    ],
    ['sizes of a service that already runs', limited('answer-size: { max: 9kB }', RUNNING)],
    ['memory for long enough', limited('memory-growth: { max: 1MB/min }', STARTED)],
  ])('%s', async (_, text) => {
    expect((await load({ text, env })).plan.scenarios).toHaveLength(1);
  });

  it('is the base commit’s where its file has one that is refused today', async () => {
    const base = limited('queries-per-request: { max: 3 }', STARTED);
    const { baseProblem } = await load({ text: limited('p95: off', STARTED), base });
    expect(baseProblem).toBeNull();
  });
});
