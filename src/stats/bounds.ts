/** The bounds that no closed loop can pass, as a ladder shows them: how fast a service is when nobody waits, and how much it does when everybody does. */
import type { Goodness } from '../domain/search.ts';
import { goodnessOf, hasAnswers, type LoadStep, levelsOf } from './ladder.ts';
import { median } from './robust.ts';

/**
 * The bounds of asymptotic analysis: X(N) ≤ min(N / (R₀ + Z), C) (Denning & Buzen, Computing Surveys 10, 1978; Lazowska et al., Quantitative System Performance, 1984, ch. 5). They ask for no model of the
 * service, and are met where it has so many workers and nothing else to wait for.
 */
export interface LoadBounds extends Goodness {
  /** R₀: response time in milliseconds when nobody waits; null when the ladder began beyond the knee. */
  readonly response: number | null;
  /** C: answers a second that more users do not raise; null when the ladder ended before. */
  readonly ceiling: number | null;
  /** N*: users from which on some must wait, C·(R₀ + Z); null where either is. */
  readonly knee: number | null;
}

const LEVELS_MIN = 3;
/** Responses that are this much above the smallest are of the same kind: nobody waits yet. */
const SAME_RESPONSE = 1.05;
/** Throughputs that are at least this share of the highest are the ceiling. */
const SAME_THROUGHPUT = 0.9;
/** So many times more users without more throughput have reached the ceiling. */
const REACHED = 1.5;

/**
 * Reads the bounds off a ladder; `thinkTime` Z in milliseconds. R₀ is the middle of the smallest responses in the lower half of the levels (fast failures under load are not how fast a service is), C the middle of the
 * highest throughputs. Quality says how well min() describes the throughputs: well for workers that share nothing, less well the rounder the corner. Null with fewer than three levels of users, or with a step that is nonsense or
 * had no answers.
 */
export function fitBounds(steps: readonly LoadStep[], thinkTime: number): LoadBounds | null {
  const levels = levelsOf(steps);
  if (levels.length < LEVELS_MIN || !steps.every(hasAnswers) || !(thinkTime >= 0)) return null;
  const bounds = boundsOf(levels, thinkTime);
  return {
    ...bounds,
    ...goodnessOf(
      levels.map(({ throughput }) => throughput),
      levels.map(({ users }) => boundAt(bounds, thinkTime, users)),
      bounds.knee === null ? 1 : 2,
    ),
  };
}

/** Answers a second that the bounds allow so many users; `thinkTime` in milliseconds. */
export function boundAt(
  { response, ceiling }: Pick<LoadBounds, 'response' | 'ceiling'>,
  thinkTime: number,
  users: number,
): number {
  const alone = response === null ? Infinity : (1000 * users) / (response + thinkTime);
  return Math.min(alone, ceiling ?? Infinity);
}

function boundsOf(levels: readonly LoadStep[], thinkTime: number): Omit<LoadBounds, keyof Goodness> {
  const response = responseOf(levels);
  const ceiling = ceilingOf(levels);
  if (ceiling === null) return { response, ceiling, knee: null };
  const knee = (ceiling * (response + thinkTime)) / 1000;
  const fewest = levels[0]?.users ?? 1;
  // A single user waits for nobody; of more, all may have waited from the first step on.
  const beyond = fewest > 1 && knee <= fewest * SAME_RESPONSE;
  return beyond ? { response: null, ceiling, knee: null } : { response, ceiling, knee };
}

function responseOf(levels: readonly LoadStep[]): number {
  const lower = levels.slice(0, Math.ceil(levels.length / 2)).map(({ response }) => response);
  const smallest = Math.min(...lower);
  return median(lower.filter((response) => response <= SAME_RESPONSE * smallest));
}

function ceilingOf(levels: readonly LoadStep[]): number | null {
  const highest = Math.max(...levels.map(({ throughput }) => throughput));
  const near = levels.filter(({ throughput }) => throughput >= SAME_THROUGHPUT * highest);
  const first = near[0]?.users ?? Infinity;
  const reached = (levels.at(-1)?.users ?? 0) >= REACHED * first;
  return reached ? median(near.map(({ throughput }) => throughput)) : null;
}
