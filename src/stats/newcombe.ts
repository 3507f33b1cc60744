/** Intervals for shares of counted things: Wilson's for one share, Newcombe's for the difference of two. */
import { normalQuantile } from './student.ts';

/** A share of something counted: `hits` of `total`. `total` may be an effective number, so neither needs to be whole. */
export interface Proportion {
  readonly hits: number;
  readonly total: number;
}

/** Two ends of an interval, low first. */
export type Interval = readonly [low: number, high: number];

/**
 * Wilson's score interval (Wilson 1927): both ends hold with probability `confidence` each.
 * @throws RangeError unless 0 <= hits <= total and total > 0
 */
export function wilsonInterval(share: Proportion, confidence: number): Interval {
  const { hits, total } = share;
  if (!(total > 0) || !(hits >= 0) || !(hits <= total)) {
    throw new RangeError(`${hits} of ${total} is not a share`);
  }
  const z = normalQuantile(confidence);
  const rate = hits / total;
  const centre = rate + z ** 2 / (2 * total);
  const half = z * Math.sqrt((rate * (1 - rate)) / total + z ** 2 / (4 * total ** 2));
  const scale = 1 + z ** 2 / total;
  return [
    hits === 0 ? 0 : Math.max(0, (centre - half) / scale),
    hits === total ? 1 : Math.min(1, (centre + half) / scale),
  ];
}

/**
 * The difference `now` − `before` of two shares, by Newcombe's hybrid score method (Newcombe 1998, method 10); both ends hold with probability
 * `confidence` each.
 * @throws RangeError as {@link wilsonInterval}
 */
export function newcombeInterval(before: Proportion, now: Proportion, confidence: number): Interval {
  const [lowBefore, highBefore] = wilsonInterval(before, confidence);
  const [lowNow, highNow] = wilsonInterval(now, confidence);
  const rateBefore = before.hits / before.total;
  const rateNow = now.hits / now.total;
  const difference = rateNow - rateBefore;
  return [
    difference - Math.hypot(rateNow - lowNow, highBefore - rateBefore),
    difference + Math.hypot(highNow - rateNow, rateBefore - lowBefore),
  ];
}

/** Many shares of the same thing as one. */
export function pooled(shares: readonly Proportion[]): Proportion {
  return {
    hits: shares.reduce((sum, share) => sum + share.hits, 0),
    total: shares.reduce((sum, share) => sum + share.total, 0),
  };
}

/**
 * How many times more the shares vary than counting alone explains (Pearson's chi-square over its degrees of freedom), at least 1: errors come in bursts,
 * and dividing a total by this gives the number of independent observations it is worth.
 */
export function overdispersion(shares: readonly Proportion[]): number {
  const all = pooled(shares);
  const rate = all.hits / all.total;
  if (shares.length < 2 || !(rate > 0) || !(rate < 1)) return 1;
  const chiSquare = shares
    .filter((share) => share.total > 0)
    .reduce((sum, { hits, total }) => sum + (hits - total * rate) ** 2 / (total * rate * (1 - rate)), 0);
  return Math.max(1, chiSquare / (shares.length - 1));
}
