/** The cases of the golden reports: each a pretended measurement that a reader could meet. */
import { unwatched } from '../../../src/domain/resources.ts';
import { phrase } from '../../../src/domain/phrase.ts';
import { FAILED_BASE } from './failures.ts';
import { bytes, millis, ratio, seconds } from '../../../src/domain/units.ts';
import { besideRun } from '../../fixtures/beside.ts';
import { baselineOf, HOSTED, LAPTOP, OTHER_CONFIG, OTHER_MACHINE, SHOP, sliceOf } from '../../fixtures/measured.ts';
import { databaseOf, resourcesOf, serviceOf, statementOf } from '../../fixtures/resources.ts';
import { NO_LATENCY, scaling, searchedSlice, searchOn, workers } from '../../fixtures/searches.ts';
import type { Story } from '../../fixtures/told.ts';
import { k6Engine } from '../../fixtures/k6.ts';
import { distributed } from '../../fixtures/workers.ts';
import { ACCEPTANCE_STORIES } from './stories-acceptance.ts';
import { COMMENT_STORIES } from './stories-comment.ts';

const TWENTY = { browse: baselineOf(20) };
const ORDER = { scenario: 'order', users: 4, rate: 310, requests: [{ name: 'POST /orders', weight: 1, median: 12, spread: 0.25 }] };

const LOCUST = { name: 'locust', version: '2.47.0', why: 'asked' } as const;
const OWN_ENGINE = { name: 'undici', version: '8.12.4', why: 'closing-connections' } as const;

const EXECUTOR_ENGINE = { name: 'undici', version: '8.12.4', why: 'executor' } as const;

const GROWTH_LIMITS = [
  { kind: 'absolute', metric: 'error-rate', bound: 0.01 },
  { kind: 'absolute', metric: 'memory-growth', bound: 500_000 },
] as const;

/** A soak of ten minutes of a service with a sawtooth of 4 MB that takes its size in the first minute, and keeps so many MB a second. */
const soaked = (kept: number) =>
  sliceOf({
    seed: 7,
    seconds: 600,
    rate: 60,
    users: 30,
    engine: EXECUTOR_ENGINE,
    memory: Array.from({ length: 600 }, (_, second) =>
      bytes(Math.round(1e6 * (60 + 20 * Math.min(1, second / 60) + (4 * (second % 23)) / 23 + kept * second))),
    ),
  });

const QUERY_LIMITS = [
  { kind: 'relative', metric: 'p95', change: 0.1, beside: 0.03 },
  { kind: 'relative', metric: 'queries-per-request', change: 0, beside: 0, asked: true },
  { kind: 'absolute', metric: 'queries-per-request', bound: 3 },
] as const;

const UNREACHABLE = {
  name: 'shop',
  probe: 'database',
  part: 'all',
  ...unwatched(
    phrase('database-refused', { error: 'connect ECONNREFUSED 127.0.0.1:5432' }),
    phrase('database-runs', { variable: 'SHOP_URL' }),
  ),
} as const;

/** A block of a build on one full thread, whose database is asked so many times for each answer. */
const watchedBeside = (answers: number, queries: number) => {
  const look = statementOf({ calls: answers * queries, time: millis(0.1 * answers * queries) });
  return resourcesOf({
    watched: millis(3_000),
    service: serviceOf({ busiestThread: 0.95 }),
    databases: [databaseOf({ queries: look.calls, time: look.time, statements: [look] })],
  });
};

/** A service that asks for the reviews of each of 30 books by themselves. */
const ASKING = resourcesOf({
  service: serviceOf({ cores: 0.42, busiestThread: 0.36, processCores: [0.42] }),
  databases: [
    databaseOf({
      queries: 310_000,
      time: millis(14_400),
      statements: [
        statementOf({
          text: 'SELECT id, stars, words FROM reviews WHERE book = $1 ORDER BY written DESC LIMIT $2',
          calls: 300_000,
          time: millis(12_600),
        }),
        statementOf({ id: '1002', text: 'SELECT * FROM books ORDER BY title LIMIT $1', calls: 10_000, time: millis(1_800) }),
      ],
      connections: { most: 10, active: 0.72, idleInTransaction: 0, limit: 100 },
    }),
  ],
  unread: [
    {
      name: null,
      probe: 'cgroup',
      part: 'all',
      reason: 'no control group of this process can be read',
      remedy: null,
      said: null,
    },
  ],
});

/** By the name of their folder. */
export const STORIES: Readonly<Record<string, Story>> = {
  'base-pass': { slices: [], beside: besideRun({ noise: 0.006 }) },
  'base-regression': { slices: [], beside: besideRun({ cpu: 0.05, main: 9, confirm: 5 }) },
  'base-attribution': {
    slices: [],
    beside: besideRun({ cpu: 0.09, main: 9, confirm: 5, resources: (_, answers) => watchedBeside(answers, 1) }),
  },
  'base-queries': {
    slices: [],
    beside: besideRun({
      wait: 0.16,
      main: 9,
      confirm: 5,
      resources: (side, answers) => watchedBeside(answers, side === 'head' ? 11 : 1),
    }),
    plan: { limits: QUERY_LIMITS },
  },
  'base-waiting': { slices: [], beside: besideRun({ wait: 0.09, main: 9, confirm: 5 }) },
  'base-inconclusive': { slices: [], beside: besideRun({ noise: 0.06, main: 34 }) },
  'base-luck': { slices: [], beside: besideRun({ luck: 0.06, main: 9, confirm: 16 }) },
  'base-void': { slices: [], beside: besideRun({ outside: 0.9, disturbed: 0.5 }) },
  'base-second-opinion': {
    slices: [sliceOf({ seed: 7, pace: () => 1.3 })],
    references: TWENTY,
    beside: besideRun({ noise: 0.006 }),
    plan: { compare: 'auto' },
  },
  'base-failed': {
    slices: [sliceOf({ seed: 7 })],
    plan: { compare: 'base' },
    baseFailure: FAILED_BASE,
  },
  stress: { slices: [searchedSlice(searchOn(workers(20, 50), { noise: 0.01 }))] },
  'stress-objective': {
    slices: [
      searchedSlice(
        searchOn(scaling(20, 0.05, 0.0005), { objective: { ...NO_LATENCY, p95: millis(50) }, recovery: 0.3 }),
      ),
    ],
  },
  'stress-beyond': { slices: [searchedSlice(searchOn(workers(1_000, 50), { max: 64 }))] },
  capacity: {
    slices: [
      searchedSlice(
        searchOn(workers(20, 50), {
          kind: 'capacity',
          first: 10,
          objective: { ...NO_LATENCY, p95: millis(100) },
          max: 5_000,
        }),
      ),
    ],
  },
  'void-no-capacity': {
    slices: [searchedSlice(searchOn(workers(8, 50), { objective: { ...NO_LATENCY, p95: millis(10) } }))],
  },
  'soak-leak': { slices: [soaked(1 / 60)], plan: { soak: true, limits: GROWTH_LIMITS } },
  'soak-level': { slices: [soaked(0)], plan: { soak: true, limits: GROWTH_LIMITS } },
  'queries-unread': {
    slices: [sliceOf({ seed: 7, resources: resourcesOf({ unread: [UNREACHABLE] }) })],
    references: TWENTY,
    plan: { limits: QUERY_LIMITS },
  },
  pass: { slices: [sliceOf({ seed: 7 })], references: TWENTY },
  'first-run': { slices: [sliceOf({ seed: 7 })] },
  regression: {
    slices: [sliceOf({ seed: 7, pace: () => 1.38, host: { serviceCores: 0.98, busyCores: 1.4 } })],
    references: TWENTY,
  },
  'regression-tail': {
    slices: [
      sliceOf({
        seed: 7,
        requests: [...SHOP.slice(0, 2), { name: 'search', weight: 1, median: 44, spread: 0.5 }],
      }),
    ],
    references: TWENTY,
  },
  improvement: { slices: [sliceOf({ seed: 7, pace: () => 0.76 })], references: TWENTY },
  inconclusive: {
    slices: [sliceOf({ seed: 7, pace: () => 1.07, seconds: 8 })],
    references: { browse: baselineOf(2, { seconds: 8 }) },
  },
  'inconclusive-strict': {
    slices: [sliceOf({ seed: 7, pace: () => 1.07 })],
    references: { browse: baselineOf(2) },
    plan: { policy: { onInconclusive: 'fail', onNoBaseline: 'fail' } },
  },
  'void-generator-bound': {
    slices: [
      sliceOf({
        seed: 7,
        users: 200,
        rate: 9_000,
        generator: { cpu: ratio(0.97), eventLoop: ratio(0.99), runQueueDelay: ratio(0.08) },
        host: { cores: 2, busyCores: 1.96, serviceCores: 0.9, generatorCores: 0.97, cpuPressure: ratio(0.61) },
      }),
    ],
    references: { browse: baselineOf(20, { rate: 9_000 }) },
    machine: { ...HOSTED, cores: 2, memory: bytes(8.3e9) },
  },
  'void-arrivals-missed': {
    slices: [
      sliceOf({
        seed: 7,
        users: 200,
        rate: 830,
        engine: EXECUTOR_ENGINE,
        arrivals: { planned: 20_000, late: 19_104, dropped: 2_811, waiting: 597, lagP99: millis(9_870) },
      }),
    ],
    plan: { executor: { kind: 'constant-arrival-rate', rate: 1_000, maxUsers: 200, duration: seconds(20) } },
    references: { browse: baselineOf(20, { rate: 830, engine: EXECUTOR_ENGINE }) },
  },
  'think-time': {
    slices: [
      sliceOf({
        seed: 7,
        users: 50,
        rate: 40,
        engine: EXECUTOR_ENGINE,
      }),
    ],
    plan: {
      executor: {
        kind: 'constant-users',
        users: 50,
        thinkTime: { kind: 'uniform', from: millis(500), to: millis(2_000) },
        duration: seconds(20),
      },
    },
    references: { browse: baselineOf(20, { rate: 40, engine: EXECUTOR_ENGINE }) },
  },
  ramp: {
    slices: [sliceOf({ seed: 7, users: 40, rate: 300, engine: EXECUTOR_ENGINE, pace: (second) => 1 + 4 / (second + 1) })],
    plan: {
      executor: {
        kind: 'ramping-users',
        startUsers: 1,
        stages: [{ duration: seconds(20), target: 40 }],
        thinkTime: null,
        duration: seconds(20),
      },
    },
  },
  breach: {
    slices: [sliceOf({ seed: 7, pace: () => 20, rate: 1_000, host: { serviceCores: 0.11 } })],
    plan: {
      suite: 'default',
      limits: [
        { kind: 'absolute', metric: 'p95', bound: 250 },
        { kind: 'absolute', metric: 'throughput', bound: 100 },
        { kind: 'absolute', metric: 'error-rate', bound: 0.01 },
      ],
    },
  },
  errors: {
    slices: [
      sliceOf({
        seed: 7,
        failures: { httpError: 831, timeout: 12, connectionError: 3 },
        errors: [
          { message: 'status 503 instead of 2xx', count: 800 },
          { message: 'status 500 instead of 2xx', count: 31 },
          { message: 'no answer within 10 s', count: 12 },
          { message: 'read ECONNRESET', count: 3 },
        ],
      }),
    ],
    references: TWENTY,
  },
  'two-scenarios': {
    slices: [sliceOf({ seed: 7 }), sliceOf({ ...ORDER, seed: 8, pace: () => 1.5 })],
    references: { ...TWENTY, order: baselineOf(20, ORDER) },
  },
  'other-machine': { slices: [sliceOf({ seed: 7 })], references: { browse: OTHER_MACHINE } },
  'other-config': { slices: [sliceOf({ seed: 7 })], references: { browse: OTHER_CONFIG } },
  'database-finding': {
    slices: [
      sliceOf({
        seed: 7,
        rate: 500,
        requests: [{ name: 'GET /books', weight: 1, median: 19, spread: 0.25 }],
        host: { serviceCores: 0.42, otherCores: 0.8, busyCores: 1.6, others: [{ name: 'postgres', cores: 0.72 }] },
        resources: ASKING,
      }),
    ],
    references: { browse: baselineOf(20, { rate: 500, requests: [{ name: 'GET /books', weight: 1, median: 19, spread: 0.25 }] }) },
  },
  locust: {
    slices: [sliceOf({ seed: 7, engine: LOCUST })],
    references: { browse: baselineOf(12, { engine: LOCUST }) },
  },
  k6: {
    slices: [sliceOf({ seed: 7, engine: k6Engine() })],
    references: { browse: baselineOf(12, { engine: k6Engine() }) },
  },
  'workers-lost': {
    slices: [sliceOf({ seed: 7, engine: distributed({ lostAt: millis(7_300), clock: { offset: millis(-3_200), error: millis(1.2) } }) })],
    references: { browse: baselineOf(12, { engine: LOCUST }) },
  },
  'own-engine': {
    slices: [
      sliceOf({
        seed: 7,
        engine: OWN_ENGINE,
        rate: 240,
        requests: [{ name: 'GET /', weight: 1, median: 38, spread: 0.2 }],
        host: { serviceCores: 0.21, busyCores: 0.8 },
      }),
    ],
    references: {
      browse: baselineOf(12, { engine: OWN_ENGINE, rate: 240, requests: [{ name: 'GET /', weight: 1, median: 38, spread: 0.2 }] }),
    },
  },
  'void-engine-changed': {
    slices: [sliceOf({ seed: 7, engine: OWN_ENGINE })],
    references: TWENTY,
  },
  'laptop-events': {
    slices: [
      sliceOf({
        seed: 7,
        seconds: 90,
        pace: (second) => (second === 41 || second === 42 ? 6 : 1 + second / 300),
        host: { cores: 8, busyCores: 3.2, serviceCores: 0.99, otherCores: 1.7 },
      }),
    ],
    references: { browse: baselineOf(3) },
    machine: LAPTOP,
    occasion: { kind: 'local', pullRequest: null, runUrl: null, baseSha: null },
  },
  'hostile-names': {
    slices: [
      sliceOf({
        seed: 7,
        scenario: '@octocat <img src=x onerror=alert(1)> [x](javascript:alert(1)) | `#1` https://evil.example',
        requests: [
          { name: '</code></td></details><script>alert(1)</script>', weight: 1, median: 8, spread: 0.3 },
          { name: '![](https://evil.example/p.png) www.evil.example me@evil.example', weight: 1, median: 8, spread: 0.3 },
          { name: '\u202egnp.exe\u200b \u001b[31mred\u001b[0m\n## heading', weight: 1, median: 8, spread: 0.3 },
        ],
        failures: { httpError: 900 },
        errors: [{ message: '```\n> [!CAUTION]\n> @everyone merge this | now', count: 900 }],
      }),
    ],
    plan: { suite: '</summary>**bold** $x$ :tada:' },
  },
  ...ACCEPTANCE_STORIES,
  ...COMMENT_STORIES,
};

/** A story by its name. @throws Error when there is none */
export function storyOf(name: string): Story {
  const story = STORIES[name];
  if (story === undefined) throw new Error(`there is no story ${name}`);
  return story;
}
