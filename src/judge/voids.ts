/** Why a measurement cannot be believed: its numbers are then neither green nor red. */
import { isForeign } from '../domain/engine-plan.ts';
import { METRIC_NAMES, METRICS, type MetricName } from '../domain/metric.ts';
import type { Slice } from '../domain/measurement.ts';
import type { Scenario, StatusSet } from '../domain/plan.ts';
import type { AcceptedRun } from '../domain/reference.ts';
import type { VoidReason } from '../domain/verdict.ts';
import { newcombeInterval } from '../stats/newcombe.ts';
import { median } from '../stats/robust.ts';
import {
  addArrivals,
  type ScenarioSummary,
  type StatusCount,
  sharesByClass,
  statusClass,
} from '../stats/summary.ts';
import { ALARM_CONFIDENCE } from './comparison.ts';
import { isAsked } from './limits.ts';
import { searchVoids } from './search-voids.ts';
import { workerVoids } from './worker-voids.ts';
import { engineNames, enginesOf } from './same-engine.ts';

/**
 * A generator busier than this, by its CPU time or by its event loop, measures its own queue: at 85 % an answer waits on average for almost six others
 * (ρ/(1−ρ)) before the generator even looks at it. The event loop is looked at too because a generator that is ready but has no core is as late
 * as one that computes.
 */
export const GENERATOR_BUSY = 0.85;
/** Answers that must lie beyond a quantile before it is judged: the number of 10 is known to about a third (1/√10). */
export const ANSWERS_BEYOND = 10;
/** A status class whose share of the expected answers moved by more than this means that other work was measured. */
export const MIX_POINTS = 0.05;
/** Answers that grew or shrank by more than this share are other answers… */
export const SIZE_CHANGE = 0.2;
/** …if it is more than a counter's or a date's few digits. */
export const SIZE_FLOOR_BYTES = 16;

/** What must be known of runs that answers are held against: accepted ones, or the base's. */
export type KnownRun = Pick<AcceptedRun, 'engine' | 'counts' | 'statusShares' | 'meanBodyBytes'>;

/** All reasons for which a scenario's measurement is void, the plainest first. What was measured is the head, and the base where it was measured beside. */
export function findVoids(
  measured: readonly [head: ScenarioSummary, base?: ScenarioSummary],
  scenario: Scenario,
  runs: readonly KnownRun[],
): readonly VoidReason[] {
  const [summary] = measured;
  const slices = measured.flatMap((each) => each?.slices ?? []);
  if (measured.some((each) => each?.counts.ok === 0 || each?.answers === 0)) return [{ kind: 'no-answers' }];
  if (scenario.search !== null)
    return [...searchVoids(slices, GENERATOR_BUSY), ...(runs.length === 0 ? [] : otherEngine(summary, runs))];
  return [
    ...workerVoids(slices),
    ...generatorBound(slices),
    ...arrivalsMissed(slices),
    ...lostAnswers(summary),
    ...tooFewAnswers(summary, scenario),
    ...unread(measured, scenario),
    ...(runs.length === 0
      ? []
      : [
          ...otherEngine(summary, runs),
          ...statusMix(summary, scenario, runs),
          ...answerSize(summary, scenario, runs),
        ]),
  ];
}

function generatorBound(slices: readonly Slice[]): readonly VoidReason[] {
  const cpu = Math.max(...slices.map((slice) => slice.generator?.cpu ?? 0));
  const eventLoop = Math.max(...slices.map((slice) => slice.generator?.eventLoop ?? 0));
  if (cpu <= GENERATOR_BUSY && eventLoop <= GENERATOR_BUSY) return [];
  return [{ kind: 'generator-bound', cpu, eventLoop }];
}

/** More arrivals than this share that were not sent mean that the rate was not the one that was asked for… */
export const MISSED_SHARE = 0.005;
/** …if they are more than those that had just arrived when the time was over. */
const MISSED_FEW = 2;

function arrivalsMissed(slices: readonly Slice[]): readonly VoidReason[] {
  const arrivals = addArrivals(slices);
  if (arrivals === null) return [];
  const { planned, dropped, waiting } = arrivals;
  const missed = dropped + waiting;
  const allowed = Math.max(MISSED_FEW * slices.length, MISSED_SHARE * planned);
  return missed > allowed ? [{ kind: 'arrivals-missed', planned, missed }] : [];
}

/** autocannon sends on a connection that the service has said it will close, where other clients open a new one: it loses what they would not. */
function lostAnswers(summary: ScenarioSummary): readonly VoidReason[] {
  const poisoned = summary.slices.some(
    (slice) => slice.engine.name === 'autocannon' && slice.counts.lost > 0,
  );
  return poisoned ? [{ kind: 'lost-answers', lost: summary.counts.lost, sent: summary.counts.sent }] : [];
}

/** `runs` are those by the same engine where there are any. */
function otherEngine(summary: ScenarioSummary, runs: readonly KnownRun[]): readonly VoidReason[] {
  const now = enginesOf(summary);
  const before = [...new Set(runs.map(({ engine }) => engineNames(engine)))];
  return before.includes(now) ? [] : [{ kind: 'engine-changed', before: before.join(', '), now }];
}

/** Number of answers that back a quantile, or null for metrics that are none: 20 for p50, 200 for p95, 1000 for p99. */
export function answersNeeded(metric: MetricName): number | null {
  const { quantile } = METRICS[metric];
  return quantile === null ? null : Math.round(ANSWERS_BEYOND / (1 - quantile));
}

function tooFewAnswers(summary: ScenarioSummary, scenario: Scenario): readonly VoidReason[] {
  const answers = summary.answers;
  return METRIC_NAMES.filter((metric) => scenario.limits.some((limit) => limit.metric === metric)).flatMap(
    (metric): readonly VoidReason[] => {
      const needed = answersNeeded(metric);
      return needed === null || answers >= needed
        ? []
        : [{ kind: 'too-few-answers', metric, answers, needed }];
    },
  );
}

/** A limit on what was not measured would be kept by every service. A bound is the head's; a change needs both builds. */
function unread(
  [head, base]: readonly [head: ScenarioSummary, base?: ScenarioSummary],
  { limits }: Scenario,
): readonly VoidReason[] {
  return METRIC_NAMES.flatMap((metric): readonly VoidReason[] => {
    const asked = limits.filter((limit) => isAsked(limit, metric));
    const missing = asked.some(
      ({ kind }) => head.metrics[metric] === null || (kind === 'relative' && base?.metrics[metric] === null),
    );
    if (!missing) return [];
    if (head.slices.some(({ imported }) => imported !== undefined))
      return [{ kind: 'metric-untold', metric }];
    return metric === 'memory-growth' ? [{ kind: 'memory-unread' }] : [{ kind: 'metric-unread', metric }];
  });
}

/**
 * Status classes among expected answers, then and now. Unexpected answers are left out: they are errors, and the error rate judges them. A stored run
 * knows classes only, so a class counts when any of its statuses is expected.
 */
function statusMix(
  summary: ScenarioSummary,
  scenario: Scenario,
  runs: readonly KnownRun[],
): readonly VoidReason[] {
  const { load } = scenario;
  // Locust and k6 expect every status below 400, unless the user's own code says otherwise.
  const expected = isForeign(load)
    ? [{ from: 100, to: 399 }]
    : load.requests.flatMap((request) => request.expect);
  const answers = summary.statuses.filter(({ status }) => isExpected(status, expected));
  const now = sharesByClass(answers);
  const before = usualShares(runs, expected);
  const total = countOf(answers);
  const known = runs.reduce((sum, run) => sum + run.counts.ok, 0);
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .map((status) => ({ status, before: before[status] ?? 0, now: now[status] ?? 0 }))
    .filter((mix) => hasMoved(mix.before, known, mix.now, total))
    .map((mix) => ({ kind: 'status-mix-changed', ...mix }));
}

const isExpected = (status: number, expected: StatusSet): boolean =>
  expected.some(({ from, to }) => status >= from && status <= to);

const countOf = (answers: readonly StatusCount[]): number =>
  answers.reduce((total, { count }) => total + count, 0);

/** Median share of each expected class over the accepted runs, the classes of pure errors left out. */
function usualShares(runs: readonly KnownRun[], expected: StatusSet): Readonly<Record<string, number>> {
  const isPossible = (name: string): boolean =>
    expected.some(({ from, to }) => name >= statusClass(from) && name <= statusClass(to));
  const shares = runs.map((run) => {
    const possible = Object.entries(run.statusShares).filter(([name]) => isPossible(name));
    const whole = possible.reduce((sum, [, share]) => sum + share, 0);
    return new Map(possible.map(([name, share]) => [name, whole > 0 ? share / whole : 0]));
  });
  const names = new Set(shares.flatMap((share) => [...share.keys()]));
  return Object.fromEntries(
    [...names].map((name) => [name, median(shares.map((share) => share.get(name) ?? 0))]),
  );
}

/** More than the points allowed, and more than drawing requests at random explains. */
function hasMoved(before: number, known: number, now: number, total: number): boolean {
  if (Math.abs(now - before) <= MIX_POINTS || known === 0 || total === 0) return false;
  const [low, high] = newcombeInterval(
    { hits: before * known, total: known },
    { hits: now * total, total },
    ALARM_CONFIDENCE,
  );
  return low > 0 || high < 0;
}

/** A size that has a limit of its own is judged by that, and no veto. */
function answerSize(
  summary: ScenarioSummary,
  { limits }: Scenario,
  runs: readonly KnownRun[],
): readonly VoidReason[] {
  if (limits.some(({ metric }) => metric === 'answer-size')) return [];
  const before = median(runs.map((run) => run.meanBodyBytes));
  const now = summary.meanBodyBytes;
  const change = Math.abs(now - before);
  if (change <= SIZE_FLOOR_BYTES || change <= SIZE_CHANGE * before) return [];
  return [{ kind: 'answer-size-changed', before, now }];
}
