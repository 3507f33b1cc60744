/** What is worth telling, how much of it, and how roughly: the same in every language. */
import { METRICS, type MetricName } from '../domain/metric.ts';
import type { Comparison } from '../domain/verdict.ts';
import type { Pen } from './words/words.ts';

/** A smaller share of added latency rounds to nothing and is not told. */
export const TOLD_MIN = 0.005;

/** What was saved is told from this share of what was added on. */
export const SAVED_MIN = 0.05;

/** More things that could not be watched would be a log. */
export const UNREAD_MAX = 5;

/** Calls a request that differ by less, as a share, are as many. */
const SAME_CALLS = 0.02;

/** Two opinions on a knee that are no further apart, as a share, are one. */
const SAME_KNEE = 0.25;

/** So much of a statement tells which one it is. */
const EXCERPT_MAX = 160;
const STATEMENT_MAX = 120;

/** Shares in whole per cents (as shares: 0.86) that still come to 1: those that lose most by rounding down are rounded up. */
export function wholePercents(shares: readonly number[]): readonly number[] {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const exact = shares.map((share) => (100 * share) / all);
  const left = 100 - exact.reduce((sum, percent) => sum + Math.floor(percent), 0);
  const first = exact
    .map((percent, index) => ({ index, lost: percent - Math.floor(percent) }))
    .toSorted((a, b) => b.lost - a.lost)
    .slice(0, left)
    .map(({ index }) => index);
  return exact.map((percent, index) => (Math.floor(percent) + (first.includes(index) ? 1 : 0)) / 100);
}

/** Whether a statement runs no more often a request than before. */
export const isAsOften = (before: number, now: number): boolean => now - before <= SAME_CALLS * now;

/** Calls a request, as a whole number where the edges of the measured time make the difference. */
export function callsOf(calls: number): number {
  const whole = Math.round(calls);
  return Math.abs(calls - whole) <= SAME_CALLS * whole ? whole : calls;
}

/** Whether a second opinion on a knee says something else. */
export const isOtherKnee = (second: number, users: number): boolean =>
  Math.abs(second - users) > SAME_KNEE * users;

/** A statement, shortened in its middle where it is long: its end has the conditions. */
export function excerptOf(statement: string, n: Pen): string {
  const half = EXCERPT_MAX / 2;
  const text =
    statement.length <= EXCERPT_MAX ? statement : `${statement.slice(0, half)} … ${statement.slice(-half)}`;
  return n.name(text);
}

/** A statement's beginning. */
export const beginningOf = (text: string, n: Pen): string =>
  n.name(text.length <= STATEMENT_MAX ? text : `${text.slice(0, STATEMENT_MAX - 1)}…`);

/** Connections for the requests that were under way, in moderation: a pool is no queue. */
export const poolFor = (connections: number, concurrency: number): number =>
  Math.ceil(Math.min(Math.max(2 * connections, connections + 1), Math.max(concurrency, connections + 1)));

/** A limit with the sign of the worse. */
export const limitOf = (metric: MetricName, limit: number, n: Pen): string =>
  n.change(metric, METRICS[metric].better === 'lower' ? limit : -limit);

/** Widened by more than its digits show. */
export const isWidened = (metric: MetricName, { widened, limit, tolerance }: Comparison, n: Pen): boolean =>
  widened && limit !== null && limitOf(metric, limit, n) !== limitOf(metric, tolerance, n);

/** All of the interval is worse than the limit: what is not concluded then is not where the change lies, but whether that is sure enough. */
export const isBeyondLimit = (metric: MetricName, { limit, interval }: Comparison): boolean =>
  limit !== null && (METRICS[metric].better === 'lower' ? interval[0] > limit : -interval[1] > limit);
