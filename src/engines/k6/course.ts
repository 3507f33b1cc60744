/** What the points of k6 come to: an account of the measured time, and what only k6 knows. */
import { phrase } from '../../domain/phrase.ts';
import type { K6Threshold, K6Use } from '../../domain/k6.ts';
import { type Micros, micros, type Millis, millis } from '../../domain/units.ts';
import type { K6Point } from '../../imported/k6-points.ts';
import { declaredThreshold } from '../../imported/k6-thresholds.ts';
import type { Ended } from '../../imported/tally.ts';
import type { GeneratorJob } from '../load-job.ts';
import { type Account, openAccount, type Request, windowOf } from '../programs/account.ts';
import { Untrue } from '../programs/untrue.ts';
import type { Tallied } from '../tally.ts';

/** k6 with all its users, and `setup()`, on a busy machine. */
export const START_MS = 120_000;
/** Requests under way, `teardown()` and the summary. */
export const END_MS = 90_000;
/** Both. */
export const K6_AROUND: Millis = millis(START_MS + END_MS);

/** Points of k6, added up. */
export interface Course {
  /** @throws Untrue for a point that cannot be */
  take(point: K6Point): void;
  /** Null before the first request that is none of `setup()`. */
  readonly account: () => Account | null;
  /** End of the last request of the load, by the clock of its points. */
  readonly last: () => Micros;
  /** All points so far. */
  readonly points: () => number;
  /** Every request, those before and after the measured time among them. @throws Untrue where they do not fit */
  check(summary: number | null): void;
  /** Ends it: the measured time was over at `until`. */
  close(until: Micros): Tallied;
  /** What only k6 knows; `told` is what its summary said of thresholds, null where it said nothing. */
  use(told: readonly K6Threshold[] | null): K6Use;
}

/** The clock of k6's points is this machine's; so much may lie between two looks at it. */
const AHEAD_MS = 2_000;
/** Some hours of users by the second. */
const USERS_MAX = 100_000;
const THRESHOLDS_MAX = 200;

/** Opens it. `now` is milliseconds since 1970. */
export function openCourse(job: GeneratorJob, now: () => number): Course {
  const began = now();
  const base = new URL(job.url).origin;
  let account: Account | null = null;
  let last = micros(0);
  const seen = { points: 0, requests: 0, durations: 0 };
  const inTime = { iterations: 0, dropped: 0, passed: 0, failed: 0 };
  const users: { readonly at: number; readonly count: number }[] = [];
  const declared: K6Threshold[] = [];
  const usersAt = (at: Micros): number =>
    (users.findLast((each) => 1_000 * each.at <= at) ?? users[0])?.count ?? 0;
  const isMeasured = (at: number): boolean =>
    account !== null && 1_000 * at >= account.window.begin && 1_000 * at < account.window.end;
  const request = (ended: Ended): void => {
    const end = micros(1_000 * (ended.startedAt + ended.latency));
    if (end > 1_000 * (now() + AHEAD_MS) || end < 1_000 * (began - AHEAD_MS))
      throw new Untrue(phrase('k6-other-time'));
    account ??= openAccount(windowOf(micros(1_000 * ended.startedAt), job), usersAt);
    last = micros(Math.max(last, end));
    account.take([{ ...requestOf(ended, end), name: nameOf(ended.name, base) }]);
  };
  return {
    take(point) {
      seen.points += 1;
      if (point.kind === 'sent') seen.requests += point.count;
      else if (point.kind === 'users') {
        if (users.length < USERS_MAX) users.push(point);
      } else if (point.kind === 'request') {
        seen.durations += 1;
        if (!point.around) request(point.request);
      } else if (point.kind === 'check') {
        if (isMeasured(point.at)) inTime[point.passed ? 'passed' : 'failed'] += 1;
      } else if (point.kind === 'iterations' || point.kind === 'dropped') {
        if (isMeasured(point.at)) inTime[point.kind] += point.count;
      } else if (point.kind === 'metric') {
        const { metric } = point;
        const more = point.thresholds.map((expression) => declaredThreshold(metric, expression));
        if (declared.length < THRESHOLDS_MAX) declared.push(...more);
      }
    },
    account: () => account,
    last: () => last,
    points: () => seen.points,
    check(summary) {
      if (seen.requests !== seen.durations)
        throw new Untrue(phrase('k6-durations', { requests: seen.requests, durations: seen.durations }));
      if (summary !== null && summary !== seen.requests)
        throw new Untrue(phrase('k6-summary', { summary, written: seen.requests }));
    },
    close(until) {
      if (account === null) throw new RangeError('nothing was sent');
      return account.close(until);
    },
    use: (told) => ({
      thresholds: told ?? declared,
      checks: { passed: inTime.passed, failed: inTime.failed },
      iterations: inTime.iterations,
      dropped: inTime.dropped,
    }),
  };
}

/** Without the service's own address, whose port is another one at each start. */
function nameOf(name: string, base: string): string {
  const [method = '', ...rest] = name.split(' ');
  const of = rest.join(' ');
  const path = of.startsWith(`${base}/`) ? of.slice(base.length) : of === base ? '/' : of;
  return `${method} ${path}`.trim();
}

/** Ways as they are called in the account. */
const WAYS = {
  ok: 'ok',
  httpError: 'http',
  connectionError: 'broken',
  timeout: 'timeout',
  refused: 'refused',
  inFlight: 'broken',
} as const;

function requestOf({ name, latency, place, status, message }: Ended, end: Micros): Request {
  const error = place === 'ok' ? null : (message ?? `HTTP ${status}`);
  return { name, end, latency: 1_000 * latency, status, bytes: 0, way: WAYS[place], error };
}
