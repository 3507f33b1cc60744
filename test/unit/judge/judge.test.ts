/** Verdicts on whole runs: limits, voids, outcomes, exit codes, and what is never a pass. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/domain/failure.ts';
import type { Arrivals, Run } from '../../../src/domain/measurement.ts';
import { metricsOf } from '../../../src/domain/metric.ts';
import type { Limit, Plan } from '../../../src/domain/plan.ts';
import type { Reference } from '../../../src/domain/reference.ts';
import { bytes, millis } from '../../../src/domain/units.ts';
import type { Outcome, ScenarioVerdict } from '../../../src/domain/verdict.ts';
import { judge } from '../../../src/judge/judge.ts';
import { exitCodeOf, worstOutcome } from '../../../src/judge/outcome.ts';
import { answersNeeded } from '../../../src/judge/voids.ts';
import {
  acceptedOf,
  baselineOf,
  firstRun,
  planOf,
  quietHistory,
  runOf,
  type SliceShape,
  sliceOf,
  spread,
  usualLimits,
} from './sample-run.ts';

const quiet = baselineOf(quietHistory());

/** The verdict on one slice of the scenario `browse`. */
function judgeSlice(
  shape: Partial<SliceShape>,
  reference: Reference = quiet,
  plan: Plan = planOf(),
): ScenarioVerdict {
  const verdict = judge(runOf(sliceOf(shape)), plan, { browse: reference });
  const [scenario] = verdict.scenarios;
  if (scenario === undefined) throw new Error('no scenario');
  expect(verdict.outcome).toBe(scenario.outcome);
  return scenario;
}

/** The code of the Failure that judging ends with. */
function codeOf(run: Run, plan: Plan, references: Readonly<Record<string, Reference>>): string | null {
  try {
    judge(run, plan, references);
    return null;
  } catch (error) {
    if (error instanceof Failure) return error.detail.code;
    throw error;
  }
}

/** A relative and an absolute limit of p95. */
const limitsWithBound = (bound: number): readonly Limit[] => [
  { kind: 'relative', metric: 'p95', change: 0.1, beside: 0.03 },
  { kind: 'absolute', metric: 'p95', bound },
];

/** A plan with one absolute limit. */
const withBound = (metric: 'p95' | 'throughput', bound: number): Plan =>
  planOf([{ kind: 'absolute', metric, bound }]);

/** Answers of which some are redirects. */
const redirectsIn = (answers: number, redirects: number): Partial<SliceShape> => ({
  latencies: spread(10, answers),
  statuses: [
    { status: 200, count: answers - redirects },
    { status: 302, count: redirects },
  ],
});

const judgementOf = (verdict: ScenarioVerdict, metric: string) =>
  verdict.judgements.find((judgement) => judgement.metric === metric);

describe('judge', () => {
  it('passes unchanged code, and judges every metric in report order', () => {
    const verdict = judgeSlice({});
    expect(verdict.outcome).toBe('pass');
    expect(verdict.voids).toEqual([]);
    expect(verdict.judgements.map(({ metric }) => metric)).toEqual(metricsOf(false));
    expect(judgementOf(verdict, 'p95')?.comparison).toMatchObject({
      outcome: 'no-change',
      replicates: 10,
      limit: 0.1,
    });
    expect(verdict).toMatchObject({ users: 10, elapsed: 10_000, counts: { sent: 2_000, ok: 2_000 } });
  });

  it('fails a slower service', () => {
    const verdict = judgeSlice({ latencies: spread(15) });
    expect(verdict.outcome).toBe('fail');
    expect(judgementOf(verdict, 'p95')).toMatchObject({
      failed: true,
      comparison: { outcome: 'regression' },
    });
    // Without a limit of its own p50 is told, and fails nothing.
    expect(judgementOf(verdict, 'p50')).toMatchObject({
      failed: false,
      comparison: { outcome: 'regression', limit: null },
    });
  });

  it('fails a lower throughput', () => {
    const verdict = judgeSlice({ elapsed: 15_000 });
    expect(verdict.outcome).toBe('fail');
    expect(judgementOf(verdict, 'throughput')).toMatchObject({
      failed: true,
      comparison: { outcome: 'regression' },
    });
    expect(judgementOf(verdict, 'p95')?.failed).toBe(false);
  });

  it('passes a faster service and says so', () => {
    const verdict = judgeSlice({ latencies: spread(6), elapsed: 6_000 });
    expect(verdict.outcome).toBe('pass');
    expect(judgementOf(verdict, 'p95')?.comparison?.outcome).toBe('improvement');
    expect(judgementOf(verdict, 'throughput')?.comparison?.outcome).toBe('improvement');
  });

  it('is inconclusive between the lines, and after a single accepted run', () => {
    expect(judgeSlice({ latencies: spread(10.8) }).outcome).toBe('inconclusive');
    expect(judgeSlice({}, baselineOf(quietHistory(1))).outcome).toBe('inconclusive');
    expect(judgeSlice({}, baselineOf(quietHistory(4))).outcome).toBe('pass');
  });

  it('does not call a scenario inconclusive for a metric without a relative limit', () => {
    const limits: readonly Limit[] = [
      { kind: 'relative', metric: 'throughput', change: 0.1, beside: 0.1 },
      { kind: 'absolute', metric: 'p95', bound: 1_000 },
    ];
    const verdict = judgeSlice({ latencies: spread(10.8) }, quiet, planOf(limits));
    expect(judgementOf(verdict, 'p95')?.comparison?.outcome).toBe('inconclusive');
    expect(verdict.outcome).toBe('pass');
  });

  it('judges absolute limits with and without a baseline; on the bound is within it', () => {
    expect(judgeSlice({}, firstRun, withBound('throughput', 200)).outcome).toBe('pass');
    expect(judgeSlice({}, firstRun, withBound('throughput', 200.01)).outcome).toBe('fail');
    expect(judgeSlice({}, quiet, withBound('p95', 5)).outcome).toBe('fail');
    expect(judgeSlice({}, firstRun, withBound('p95', 5))).toMatchObject({
      outcome: 'fail',
      reference: { kind: 'first-run' },
    });
    const broken = judgementOf(judgeSlice({}, quiet, withBound('p95', 5)), 'p95');
    expect(broken?.bounds).toEqual([{ bound: 5, direction: 'max', broken: true }]);
  });

  it('fails when any limit of a metric is broken, whatever the other says', () => {
    expect(judgeSlice({}, quiet, planOf(limitsWithBound(5))).outcome).toBe('fail');
    expect(judgeSlice({ latencies: spread(15) }, quiet, planOf(limitsWithBound(500))).outcome).toBe('fail');
  });

  it.each(['first-run', 'other-machine', 'other-config'] as const)(
    'F34 F37 says "no baseline" for %s',
    (kind) => {
      const source = { path: '.loadgate/baseline.json', commit: null };
      const reference: Reference =
        kind === 'first-run' ? { kind, source } : { kind, source, known: ['x'], here: 'y' };
      expect(judgeSlice({ latencies: spread(500) }, reference).outcome).toBe('no-baseline');
    },
  );

  it('S15 judges by the references alone, the same each time', () => {
    const run = runOf(sliceOf({ latencies: spread(15) }));
    expect(judge(run, planOf(), { browse: quiet })).toEqual(
      judge(structuredClone(run), planOf(), { browse: structuredClone(quiet) }),
    );
  });

  it('takes all slices of the head together, and none of the base', () => {
    const run = runOf(
      sliceOf({ latencies: spread(10, 1_000), elapsed: 5_000 }),
      sliceOf({ latencies: spread(10, 1_000), elapsed: 5_000 }),
      sliceOf({ latencies: spread(90), side: 'base' }),
    );
    const [scenario] = judge(run, planOf(), { browse: quiet }).scenarios;
    expect(scenario).toMatchObject({ outcome: 'pass', elapsed: 10_000, counts: { ok: 2_000 } });
  });
});

/** Of two thousand. */
const arrivals = (changes: Partial<Arrivals>): Arrivals => ({
  planned: 2_000,
  late: 0,
  dropped: 0,
  waiting: 0,
  lagP99: millis(0.3),
  ...changes,
});

/** Three minutes of memory that grows by so many MB a minute. */
const growing = (perMinute: number): Partial<SliceShape> => ({
  memory: Array.from({ length: 180 }, (_, second) =>
    bytes(Math.round(60e6 + (perMinute / 60) * 1e6 * second + 5_000 * (second % 3))),
  ),
});

describe('a limit of memory growth', () => {
  const limited = planOf([{ kind: 'absolute', metric: 'memory-growth', bound: 800_000 }]);

  it.each<[Outcome, string, Partial<SliceShape>]>([
    ['fail', 'broken by growth that is certain', growing(1)],
    ['pass', 'kept by less', growing(0.7)],
    ['pass', 'kept by memory that stays level', growing(0)],
    ['void', 'not judged without readings', {}],
  ])('comes to %s: %s', (outcome, _, shape) => {
    const verdict = judgeSlice(shape, firstRun, limited);
    expect(verdict.outcome).toBe(outcome);
    expect(verdict.voids).toEqual(outcome === 'void' ? [{ kind: 'memory-unread' }] : []);
  });

  it('is held against the lower end of the interval', () => {
    const value = judgeSlice(growing(1), firstRun, limited).metrics['memory-growth'] ?? 0;
    expect(value).toBeGreaterThan(950_000);
    expect(value).toBeLessThanOrEqual(1_005_000);
  });
});

describe('a void measurement', () => {
  it.each([
    ['generator-bound', { cpu: 0.86 }],
    ['generator-bound', { eventLoop: 0.9 }],
    ['no-answers', { latencies: [], failures: { lost: 0, connectionError: 0 } }],
    ['too-few-answers', { latencies: spread(10, 199) }],
    ['answer-size-changed', { bodyBytes: 2_000 * 601 }],
    ['answer-size-changed', { bodyBytes: 2_000 * 399 }],
    ['lost-answers', { failures: { lost: 1 } }],
    ['arrivals-missed', { arrivals: arrivals({ dropped: 8, waiting: 3 }) }],
    ['engine-changed', { engine: { name: 'undici', version: '8', why: 'closing-connections' } }],
  ] as const)('F19, F20: is %s', (kind, shape) => {
    const verdict = judgeSlice(shape);
    expect(verdict.voids.map((reason) => reason.kind)).toEqual([kind]);
    expect(verdict.outcome).toBe('void');
  });

  it.each([
    ['a busy generator', { cpu: 0.85, eventLoop: 0.85 }],
    ['answers just enough', { latencies: spread(10, 200), elapsed: 1_000 }],
    ['few arrivals that still wait', { arrivals: arrivals({ waiting: 2, late: 900 }) }],
    ['one arrival in two hundred', { arrivals: arrivals({ dropped: 10 }) }],
    ['answers a fifth larger', { bodyBytes: 2_000 * 600 }],
    ['another version of the engine', { engine: { name: 'autocannon', version: '10.1.0', why: 'default' } }],
  ] as const)('is not made by %s', (_, shape) => {
    expect(judgeSlice(shape).voids).toEqual([]);
  });

  it('is not made by lost answers that our own engine saw', () => {
    const engine = { name: 'undici', version: '8', why: 'lost-answers' } as const;
    const same = baselineOf(quietHistory(10, { engine }));
    expect(judgeSlice({ failures: { lost: 1 }, engine }, same).voids).toEqual([]);
  });

  it('is not made by runs of another engine beside those of the same', () => {
    const engine = { name: 'undici', version: '8', why: 'asked' } as const;
    const mixed = baselineOf([...quietHistory(6), ...quietHistory(4, { engine })]);
    const verdict = judgeSlice({ engine }, mixed);
    expect(verdict.voids).toEqual([]);
    expect(verdict.reference).toMatchObject({ runs: { length: 4 } });
    expect(judgementOf(verdict, 'p95')?.comparison?.replicates).toBe(4);
  });

  it('asks for answers only on behalf of limited metrics', () => {
    expect([answersNeeded('p50'), answersNeeded('p95'), answersNeeded('p99')]).toEqual([20, 200, 1_000]);
    expect(answersNeeded('throughput')).toBeNull();
    const p99 = planOf([...usualLimits, { kind: 'absolute', metric: 'p99', bound: 500 }]);
    const few: Partial<SliceShape> = { latencies: spread(10, 900), elapsed: 4_500 };
    expect(judgeSlice(few, quiet, p99).voids).toEqual([
      { kind: 'too-few-answers', metric: 'p99', answers: 900, needed: 1_000 },
    ]);
    expect(judgeSlice(few).voids).toEqual([]);
  });

  it('notices that other statuses were measured, but leaves errors to the error rate', () => {
    const expectAny = planOf(usualLimits, ['browse'], undefined, [{ from: 200, to: 399 }]);
    expect(judgeSlice(redirectsIn(2_000, 400), quiet, expectAny).voids).toContainEqual({
      kind: 'status-mix-changed',
      status: '3xx',
      before: 0,
      now: 0.2,
    });
    expect(judgeSlice(redirectsIn(2_000, 90), quiet, expectAny).voids).toEqual([]);
    const errors = judgeSlice({ failures: { httpError: 500 } });
    expect(errors.voids).toEqual([]);
    expect(errors.outcome).toBe('fail');
  });

  it('does not take a few requests drawn at random for another mix', () => {
    const expectAny = planOf([], ['browse'], undefined, [{ from: 200, to: 399 }]);
    const half = baselineOf([
      acceptedOf(
        sliceOf({
          statuses: [
            { status: 200, count: 1_000 },
            { status: 302, count: 1_000 },
          ],
        }),
      ),
    ]);
    expect(judgeSlice(redirectsIn(30, 18), half, expectAny).voids).toEqual([]);
    expect(judgeSlice(redirectsIn(30, 29), half, expectAny).voids.map((reason) => reason.kind)).toContain(
      'status-mix-changed',
    );
  });

  it('says nothing about answers of a few bytes more', () => {
    const small = baselineOf([acceptedOf(sliceOf({ bodyBytes: 2_000 * 4 }))]);
    expect(judgeSlice({ bodyBytes: 2_000 * 15 }, small).voids).toEqual([]);
    expect(judgeSlice({ bodyBytes: 2_000 * 25 }, small).voids.map((reason) => reason.kind)).toEqual([
      'answer-size-changed',
    ]);
  });

  it('fails by the error rate alone', () => {
    const slowAndBusy = judgeSlice({ latencies: spread(100), cpu: 0.99 });
    expect(judgementOf(slowAndBusy, 'p95')?.failed).toBe(true);
    expect(slowAndBusy.outcome).toBe('void');
    expect(judgeSlice({ cpu: 0.99, failures: { connectionError: 500 } }).outcome).toBe('fail');
    const dead = judgeSlice({ latencies: [], failures: { refused: 500 } });
    expect(dead).toMatchObject({ outcome: 'fail', voids: [{ kind: 'no-answers' }] });
  });

  it('is what a service comes to that only times out, unless its errors are limited', () => {
    const timeouts: Partial<SliceShape> = {
      latencies: Array.from({ length: 300 }, () => 10_000),
      failures: { timeout: 300 },
    };
    expect(judgeSlice(timeouts).outcome).toBe('fail');
    expect(
      judgeSlice(timeouts, quiet, planOf([{ kind: 'relative', metric: 'p95', change: 0.1, beside: 0.03 }]))
        .outcome,
    ).toBe('void');
  });
});

describe('never a pass', () => {
  it('S18 with any number of the run, the references or the limits not finite', () => {
    const whole = {
      run: runOf(sliceOf({})),
      references: { browse: baselineOf(quietHistory(2)) },
      plan: planOf(),
    };
    const places = numberPlaces(whole).filter((place) => place[0] !== 'plan' || place.includes('limits'));
    expect(places.length).toBeGreaterThan(60);
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom(Number.NaN, Infinity, -Infinity),
        (place, odd) => {
          const broken = structuredClone(whole);
          replaceAt(broken, place, odd);
          expect(codeOf(broken.run, broken.plan, broken.references)).toBe('not-finite');
        },
      ),
      { numRuns: 400 },
    );
  });

  it('without a reference looked up, without the scenario, with counts that do not add up', () => {
    const run = runOf(sliceOf({}));
    expect(codeOf(run, planOf(), {})).toBe('reference-missing');
    expect(codeOf(run, planOf(usualLimits, ['toString']), { toString: quiet })).toBe('scenario-missing');
    expect(codeOf(runOf(sliceOf({ scenario: 'toString' })), planOf(usualLimits, ['toString']), {})).toBe(
      'reference-missing',
    );
    expect(codeOf(run, planOf(usualLimits, ['other']), { other: quiet })).toBe('scenario-missing');
    const slice = sliceOf({});
    const short = { ...slice, counts: { ...slice.counts, sent: slice.counts.sent + 1 } };
    expect(codeOf(runOf(short), planOf(), { browse: quiet })).toBe('counts-inconsistent');
    const negative = { ...slice, counts: { ...slice.counts, ok: slice.counts.ok + 5, httpError: -5 } };
    expect(codeOf(runOf(negative), planOf(), { browse: quiet })).toBe('counts-inconsistent');
  });

  it('F19: without any measured time', () => {
    const slice = { ...sliceOf({}), elapsed: millis(0) };
    expect(judge(runOf(slice), planOf(), { browse: quiet }).outcome).not.toBe('pass');
  });

  it('when the history has no value for a limited metric', () => {
    const blind = quietHistory().map((run) => ({ ...run, metrics: { ...run.metrics, p95: null } }));
    expect(judgeSlice({}, baselineOf(blind)).outcome).toBe('no-baseline');
  });

  it('with nothing to judge', () => {
    const verdict = judge(runOf(), planOf(usualLimits, []), {});
    expect(verdict).toMatchObject({ outcome: 'void', exitCode: 2 });
  });
});

describe('the outcome of all scenarios', () => {
  const order: readonly Outcome[] = ['fail', 'void', 'inconclusive', 'no-baseline', 'pass'];
  const outcomes = fc.array(fc.constantFrom(...order), { minLength: 1, maxLength: 6 });
  const policies = fc.record({
    onInconclusive: fc.constantFrom('pass', 'fail'),
    onNoBaseline: fc.constantFrom('pass', 'fail'),
  } as const);

  it('is the worst of them', () => {
    fc.assert(
      fc.property(outcomes, (all) => {
        expect(order.indexOf(worstOutcome(all))).toBe(
          Math.min(...all.map((outcome) => order.indexOf(outcome))),
        );
      }),
    );
  });

  it('ends with the exit code that the policy asks for, of each scenario by itself', () => {
    fc.assert(
      fc.property(outcomes, policies, (all, policy) => {
        const refused = all.some(
          (outcome) =>
            (outcome === 'inconclusive' && policy.onInconclusive === 'fail') ||
            (outcome === 'no-baseline' && policy.onNoBaseline === 'fail'),
        );
        const expected = all.includes('fail') ? 1 : all.includes('void') ? 2 : refused ? 1 : 0;
        expect(exitCodeOf(all, policy)).toBe(expected);
        // Nothing that was measured fails then; nothing at all still does.
        expect(exitCodeOf(all, { ...policy, mode: 'warn-only' })).toBe(all.length === 0 ? 2 : 0);
      }),
    );
  });

  it('reaches the verdict', () => {
    const run = runOf(sliceOf({}), sliceOf({ scenario: 'buy', latencies: spread(15) }));
    const plan = planOf(usualLimits, ['browse', 'buy']);
    const verdict = judge(run, plan, { browse: quiet, buy: quiet });
    expect(verdict).toMatchObject({ suite: 'default', outcome: 'fail', exitCode: 1 });
    expect(verdict.scenarios.map(({ outcome }) => outcome)).toEqual(['pass', 'fail']);
    const strict = planOf(usualLimits, ['browse'], { onInconclusive: 'pass', onNoBaseline: 'fail' });
    expect(judge(run, strict, { browse: firstRun })).toMatchObject({ outcome: 'no-baseline', exitCode: 1 });
  });
});

/** Paths to every number in a plain value. */
function numberPlaces(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => numberPlaces(member, [...path, key]));
}

/** Puts a number at a place of a value. */
function replaceAt(value: object, [key = '', ...rest]: readonly string[], put: number): void {
  const member: unknown = Reflect.get(value, key);
  if (rest.length > 0 && typeof member === 'object' && member !== null) replaceAt(member, rest, put);
  else Reflect.set(value, key, put);
}
