/** How fast a series rises or falls from beginning to end, and whether more than chance is in it, when neighbouring values resemble each other. */
import { median } from './robust.ts';
import { normalQuantile } from './student.ts';

/** A straight line through a series, with how well its steepness is known. All per step from one value to the next. */
export interface Slope {
  /** Median of the slopes of all pairs. */
  readonly slope: number;
  /** Where the true slope lies with the confidence that was asked for. */
  readonly interval: readonly [low: number, high: number];
  /** Standard normal score of "later values are larger" (positive) or smaller (negative). */
  readonly z: number;
}

/** The work grows with the square of the values. */
export const VALUES_MAX = 400;

/**
 * Slope by Theil and Sen (the median of the slopes of all pairs: Sen, JASA 63, 1968), its interval from the same pairs (ibid.; Hollander & Wolfe,
 * Nonparametric Statistical Methods, §9.3), and its significance by Mann (Econometrica 13, 1945) and Kendall (Rank Correlation Methods, 1975), with the
 * variance corrected for ties (ibid.) and for autocorrelation (Hamed & Rao, J. Hydrology 204, 1998). The correction only ever widens: alternating values must
 * not make a trend out of nothing. A z within half a step of zero is 0.
 * @throws RangeError for fewer than four or more than {@link VALUES_MAX} values
 */
export function slopeOf(values: readonly number[], confidence: number): Slope {
  const count = values.length;
  if (count < 4 || count > VALUES_MAX)
    throw new RangeError(`a slope needs 4 to ${VALUES_MAX} values, got ${count}`);
  const pairs: number[] = [];
  let score = 0;
  for (const [left, before] of values.entries()) {
    for (let right = left + 1; right < count; right += 1) {
      const rise = (values[right] ?? before) - before;
      pairs.push(rise / (right - left));
      score += Math.sign(rise);
    }
  }
  const slope = median(pairs);
  const deviation = Math.sqrt(variance(values) * inflation(values, slope));
  return {
    slope,
    interval: intervalOf(pairs, normalQuantile((1 + confidence) / 2) * deviation),
    z: deviation === 0 ? 0 : (score - Math.sign(score)) / deviation,
  };
}

/** Pairs so many ranks from either end; `reach` in units of the score. */
function intervalOf(pairs: readonly number[], reach: number): Slope['interval'] {
  const sorted = pairs.toSorted((left, right) => left - right);
  const at = (rank: number): number => sorted[Math.min(sorted.length - 1, Math.max(0, rank))] ?? 0;
  return [at(Math.floor((sorted.length - reach) / 2) - 1), at(Math.ceil((sorted.length + reach) / 2))];
}

/** Of Kendall's score if the order were chance. */
function variance(values: readonly number[]): number {
  const weight = (count: number): number => count * (count - 1) * (2 * count + 5);
  const ties = Map.groupBy(values, (value) => value)
    .values()
    .map((equal) => weight(equal.length))
    .reduce((sum, tied) => sum + tied, 0);
  return (weight(values.length) - ties) / 18;
}

/** A correlation beyond this many standard errors is one. */
const LAG_Z = 1.96;

/** By how much autocorrelation widens the variance: Hamed & Rao's n/n*, from the ranks of what is left without the trend; at least 1. */
function inflation(values: readonly number[], slope: number): number {
  const count = values.length;
  const ranks = ranksOf(values.map((value, index) => value - slope * index));
  const mean = (count + 1) / 2;
  const power = ranks.reduce((sum, rank) => sum + (rank - mean) ** 2, 0);
  if (power === 0) return 1;
  let sum = 0;
  for (let lag = 1; lag < count - 2; lag += 1) {
    let product = 0;
    for (let index = lag; index < count; index += 1)
      product += ((ranks[index] ?? mean) - mean) * ((ranks[index - lag] ?? mean) - mean);
    const correlation = product / power;
    if (Math.abs(correlation) > LAG_Z / Math.sqrt(count))
      sum += (count - lag) * (count - lag - 1) * (count - lag - 2) * correlation;
  }
  return Math.max(1, 1 + (2 * sum) / (count * (count - 1) * (count - 2)));
}

/** From 1; equal values share the mean of their ranks. */
function ranksOf(values: readonly number[]): readonly number[] {
  const order = values
    .map((value, index) => ({ value, index }))
    .toSorted((left, right) => left.value - right.value);
  const ranks = Array.from({ length: values.length }, () => 0);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && order[to]?.value === order[from]?.value) to += 1;
    for (const { index } of order.slice(from, to)) ranks[index] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}
