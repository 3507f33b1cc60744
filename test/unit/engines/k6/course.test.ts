/** What k6 writes, read as an engine's own account: what fits is measured, and what cannot be is not believed. */
import { english } from '../../../../src/domain/phrase.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { Failure } from '../../../../src/domain/failure.ts';
import { addUses, type K6Use } from '../../../../src/domain/k6.ts';
import { micros, millis } from '../../../../src/domain/units.ts';
import { openCourse } from '../../../../src/engines/k6/course.ts';
import { EXIT_CODES } from '../../../../src/engines/k6/exit-codes.ts';
import { argumentsOf } from '../../../../src/engines/k6/child.ts';
import { readPoints } from '../../../../src/engines/k6/k6.ts';
import { summaryIn } from '../../../../src/engines/k6/summary.ts';
import { Untrue } from '../../../../src/engines/programs/untrue.ts';
import type { GeneratorJob } from '../../../../src/engines/load-job.ts';
import { fromRecord } from '../../../../src/stats/histogram.ts';
import { plainLoad } from '../../../fixtures/loads.ts';

const BEGAN = Date.parse('2026-05-01T12:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'loadgate-k6-course-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const JOB: GeneratorJob = {
  scenario: 'shop',
  load: plainLoad({
    warmUp: millis(1_000),
    executor: { kind: 'constant-users', users: 2, thinkTime: null, duration: millis(2_000) },
  }),
  url: 'http://127.0.0.1:1',
  address: '127.0.0.1',
  tls: null,
  seed: 1,
  waits: false,
  secrets: {},
  workspace: '/',
};

const time = (after: number): string => new Date(BEGAN + after).toISOString().replace('Z', '123456Z');
const point = (metric: string, after: number, value: unknown, tags: object | null = null): string =>
  JSON.stringify({ metric, type: 'Point', data: { time: time(after), value, tags } });

/** A request that ended so long after the beginning. */
function request(after: number, latency: number, tags: object = {}): readonly string[] {
  const all = {
    expected_response: 'true',
    group: '',
    method: 'GET',
    name: '/books',
    scenario: 'default',
    status: '200',
    ...tags,
  };
  return [
    point('http_reqs', after, 1, all),
    point('http_req_duration', after, latency, all),
    point('http_req_waiting', after, latency, all),
  ];
}

/** Reads lines as k6 would have written them, and ends the course with its window. */
async function courseOf(lines: readonly string[], end = '\n') {
  const path = join(folder, 'points.json');
  writeFileSync(path, `${lines.join('\n')}${end}`);
  let now = BEGAN;
  const course = openCourse(JOB, () => now);
  now += 4_000;
  await readPoints(path, course, {
    written: Promise.resolve(),
    signal: new AbortController().signal,
  });
  return course;
}

/** The first of them at half a second: the measured time is from 1,500 to 3,500. */
const RUN = [
  JSON.stringify({
    type: 'Metric',
    data: { type: 'trend', contains: 'time', tainted: null, thresholds: ['avg<1000'], submetrics: null },
    metric: 'http_req_duration',
  }),
  ...request(400, 100, { group: '::setup' }),
  point('vus', 1_000, 2),
  ...request(510, 10),
  ...request(1_499, 10),
  point('vus', 2_000, 3),
  ...request(1_600, 20.5, { name: 'http://127.0.0.1:1/books' }),
  ...request(2_000, 30, { status: '404', expected_response: 'false' }),
  ...request(3_000, 300, { status: '0', expected_response: 'false', error: 'timed out', error_code: '1050' }),
  ...request(3_100, 0, { status: '0', expected_response: 'false', error: 'refused', error_code: '1212' }),
  ...request(3_600, 400),
  ...request(3_700, 10),
  point('checks', 1_600, 1, { check: 'ok' }),
  point('checks', 2_000, 0, { check: 'ok' }),
  point('checks', 600, 0, { check: 'ok' }),
  point('iterations', 2_000, 1),
  point('dropped_iterations', 2_000, 4),
];

describe('points of k6', () => {
  it('are measured between the end of the warm-up and the end of the time', async () => {
    const course = await courseOf(RUN);
    course.check(9);
    expect(course.account()?.window).toEqual({
      begin: micros(1_000 * (BEGAN + 1_500)),
      end: micros(1_000 * (BEGAN + 3_500)),
    });
    const { counts, latency, timeline, errors, requests } = course.close(micros(1_000 * (BEGAN + 3_500)));
    expect(counts).toMatchObject({ sent: 4, ok: 1, httpError: 1, timeout: 1, refused: 1, inFlight: 1 });
    expect(requests.map(({ name }) => name)).toEqual(['GET /books']);
    expect(errors.map(({ message }) => message).toSorted()).toEqual(['HTTP 404', 'refused', 'timed out']);
    expect(fromRecord(latency.toRecord()).count).toBe(2);
    expect(latency.quantile(0.1)).toBeGreaterThan(20_000);
    expect(timeline.map(({ users }) => users)).toEqual([3, 3]);
    expect(course.use(null)).toEqual({
      thresholds: [
        { metric: 'http_req_duration', expression: 'avg<1000', value: null, unit: 'ms', crossed: null },
      ],
      checks: { passed: 1, failed: 1 },
      iterations: 1,
      dropped: 4,
    });
  });

  it('that are fewer than its summary says are not believed', async () => {
    const course = await courseOf(RUN);
    expect(() => course.check(10)).toThrow(/its summary counts 10 requests, and 9 were written/);
    const lost = await courseOf(RUN.filter((_line, index) => index !== 8));
    expect(() => lost.check(null)).toThrow(/durations/);
  });

  it.each<[string, readonly string[], string, RegExp]>([
    ['cut', RUN, '\n{"metric":"http_reqs","type":"Po', /cut off/],
    [
      'a line that ends too early, of a metric that is not read',
      ['{"metric":"vus_max","type":"Point","data":{"ti'],
      '\n',
      /JSON/,
    ],
    ['no number', [request(600, 1)[1]?.replace(':1,', ':NaN,') ?? ''], '\n', /no JSON/],
    [
      'a negative time',
      [point('http_req_duration', 600, -1, { expected_response: 'true' })],
      '\n',
      /no number from 0/,
    ],
    [
      'infinity',
      [point('http_req_duration', 600, '1e999', { expected_response: 'true' })],
      '\n',
      /no number from 0/,
    ],
    ['a line without end', ['x'.repeat(5 * 2 ** 20)], '\n', /longer than 4 MiB/],
    ['tags switched off', [point('http_req_duration', 600, 1, { status: '200' })], '\n', /expected_response/],
    ['no date', ['{"metric":"vus","type":"Point","data":{"time":"soon","value":1}}'], '\n', /no date/],
    ['another program', ['{"level":"info"}'], '\n', /neither a Metric nor a Point/],
    ['a later time', request(3_600_000, 1), '\n', /not of this run/],
    ['an earlier time', request(-3_600_000, 1), '\n', /not of this run/],
  ])('that cannot be are told: %s', async (_name, lines, end, message) => {
    const error: unknown = await courseOf(lines, end).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error instanceof Failure || error instanceof Untrue).toBe(true);
    expect(error instanceof Error ? error.message : '').toMatch(message);
  });

  it('of any kind are read, or refused with a reason', async () => {
    const mangled = fc
      .tuple(fc.nat(RUN.length - 1), fc.nat(400), fc.string({ maxLength: 20 }))
      .map(([index, at, text]) =>
        RUN.map((line, each) => (each === index ? line.slice(0, at) + text + line.slice(at + 3) : line)),
      );
    await fc.assert(
      fc.asyncProperty(mangled, async (lines) => {
        const error: unknown = await courseOf(lines).then(
          () => null,
          (reason: unknown) => reason,
        );
        return error === null || error instanceof Failure || error instanceof Untrue;
      }),
      { numRuns: 200 },
    );
  });
});

describe('the summary of k6', () => {
  it('has thresholds in two forms: true is crossed in one, and ok in the other', () => {
    expect(
      summaryIn({
        metrics: { http_reqs: { count: 3, rate: 1 }, checks: { thresholds: { 'rate>0.9': true } } },
      }),
    ).toEqual({
      requests: 3,
      thresholds: [{ metric: 'checks', expression: 'rate>0.9', value: null, unit: null, crossed: true }],
    });
    expect(
      summaryIn({
        metrics: {
          http_reqs: { values: { count: 3 } },
          checks: { thresholds: { 'rate>0.9': { ok: true }, 'rate>0.8': {} } },
        },
      }),
    ).toEqual({
      requests: 3,
      thresholds: [
        { metric: 'checks', expression: 'rate>0.9', value: null, unit: null, crossed: false },
        { metric: 'checks', expression: 'rate>0.8', value: null, unit: null, crossed: null },
      ],
    });
  });

  it('of the new form says how many requests there were, and nothing of thresholds', () => {
    const metrics = [
      { name: 'http_reqs', type: 'counter', contains: 'default', values: { count: 3 } },
      { name: 'checks', type: 'rate', contains: 'default', values: { matches: 1, total: 2, rate: 0.5 } },
    ];
    const whole = { version: '1.0.0', config: { duration: 2 }, metadata: {}, results: { metrics } };
    expect(summaryIn(whole)).toEqual({ requests: 3, thresholds: null });
    expect(() => summaryIn({ ...whole, results: { metrics: [...metrics, metrics[0]] } })).toThrow(
      /told twice/,
    );
    expect(() => summaryIn({ ...whole, results: {} })).toThrow(/no list/);
  });

  it('of a form that is newer than that says nothing, and one that is none is told', () => {
    expect(summaryIn({ results: {} })).toBeNull();
    expect(summaryIn({ version: '2.0.0', results: {} })).toBeNull();
    expect(() => summaryIn({ metrics: { http_reqs: { count: -1 } } })).toThrow(/no number from 0/);
    expect(() => summaryIn([])).toThrow(/no object/);
  });

  it('of several turns has a threshold crossed where it was in one of them, with the worst value', () => {
    const use = (crossed: boolean | null, value: number | null, expression = 'rate>0.9'): K6Use => ({
      thresholds: [{ metric: 'checks', expression, value, unit: null, crossed }],
      checks: { passed: 2, failed: 1 },
      iterations: 3,
      dropped: 1,
    });
    expect(addUses([use(false, 0.95), use(true, 0.8)])).toEqual({
      thresholds: [{ metric: 'checks', expression: 'rate>0.9', value: 0.8, unit: null, crossed: true }],
      checks: { passed: 4, failed: 2 },
      iterations: 6,
      dropped: 2,
    });
    const only = (...uses: readonly K6Use[]) => addUses(uses).thresholds[0];
    expect(only(use(false, 1), use(null, 1))?.crossed).toBeNull();
    expect(only(use(false, 1), use(null, null))?.value).toBeNull();
    expect(only(use(false, 1, 'max<=9'), use(false, 7, 'max<=9'))?.value).toBe(7);
    expect(only(use(false, 1, 'count!=9'), use(false, 7, 'count!=9'))?.value).toBeNull();
    expect(only(use(false, 7, 'count!=9'), use(false, 7, 'count!=9'))?.value).toBe(7);
  });
});

describe('the command line of k6', () => {
  const given = {
    plan: {
      script: 'load/shop.js',
      command: 'k6',
      shape: 'scenario',
      tags: { team: 'a b' },
      env: {},
      hashes: {},
    },
    workspace: '/shop',
    tls: null,
    users: 20,
    duration: millis(31_500),
    points: '/t/p',
  } as const;

  it('has users and times of the scenario, and the script last', () => {
    expect(argumentsOf(given)).toEqual([
      'run',
      '--quiet',
      '--out=json=/t/p',
      '--vus=20',
      '--duration=92s',
      '--tag=team=a b',
      '/shop/load/shop.js',
    ]);
  });

  it('leaves a script its own options', () => {
    const own = argumentsOf({ ...given, plan: { ...given.plan, shape: 'script' } });
    expect(own.filter((each) => /vus|duration/.test(each))).toEqual([]);
  });

  it('ends with a code that is known, each with a remedy', () => {
    expect(Object.keys(EXIT_CODES).map(Number)).toEqual(
      Array.from({ length: 14 }, (_none, index) => 97 + index),
    );
    for (const { meaning, remedy } of Object.values(EXIT_CODES)) {
      expect(english(meaning)).not.toMatch(/\.$/);
      expect(english(remedy).length).toBeGreaterThan(20);
    }
  });
});
