/** The centre of a few replicates with its standard error: what a comparison of two builds stands on. */
import { chiSquareQuantile, tProbability, tQuantile } from './student.ts';

/** A centre and how well it is known, on the scale of the values. */
export interface Estimate {
  /** Number of replicates. */
  readonly count: number;
  readonly centre: number;
  /** Infinite for a single value: one replicate says nothing about the noise. */
  readonly standardError: number;
  /** Degrees of freedom of Student's t; at least 1. */
  readonly degrees: number;
}

/** From so many values on a fifth is cut off either end: of fewer, so few would be left that Student's t asks for more than the trimming gains. */
export const TRIMMED_FROM = 14;
const TRIM = 0.2;

/**
 * The mean with its standard error; from fourteen values on the 20 % trimmed mean with the winsorised one (Yuen 1974; Wilcox, Introduction to Robust Estimation, 4th ed.,
 * §4.3): SE = s_w / ((1 − 2γ)·√n), df = h − 1, with h values left, so that a disturbed block or two neither move the centre nor widen the interval.
 * @throws RangeError without values, or with one that is not finite
 */
export function estimateOf(values: readonly number[]): Estimate {
  const count = values.length;
  if (count === 0) throw new RangeError('there is nothing to estimate from');
  const odd = values.find((value) => !Number.isFinite(value));
  if (odd !== undefined) throw new RangeError(`an estimate needs finite values, got ${odd}`);
  const cut = count < TRIMMED_FROM ? 0 : Math.floor(TRIM * count);
  const sorted = values.toSorted((left, right) => left - right);
  const kept = sorted.slice(cut, count - cut);
  const low = kept[0] ?? 0;
  const high = kept.at(-1) ?? 0;
  const winsorised = sorted.map((value) => Math.min(Math.max(value, low), high));
  const share = kept.length / count;
  return {
    count,
    centre: meanOf(kept),
    standardError: count === 1 ? Infinity : deviationOf(winsorised) / (share * Math.sqrt(count)),
    degrees: Math.max(1, kept.length - 1),
  };
}

/** The value below which the truth lies with this probability (one side); infinite when the noise is unknown. */
export function upperBound({ centre, standardError, degrees }: Estimate, confidence: number): number {
  return standardError === Infinity ? Infinity : centre + tQuantile(confidence, degrees) * standardError;
}

/** The value above which the truth lies with this probability (one side). */
export function lowerBound(estimate: Estimate, confidence: number): number {
  return -upperBound({ ...estimate, centre: -estimate.centre }, confidence);
}

/** How probable a centre at least this high would be if the truth were `truth` (one side); 1 when the noise is unknown. */
export function probabilityAbove({ centre, standardError, degrees }: Estimate, truth: number): number {
  if (standardError === Infinity) return 1;
  // Without any spread there is no doubt either way.
  if (standardError === 0) return centre > truth ? 0 : 1;
  return tProbability((truth - centre) / standardError, degrees);
}

/** Arithmetic mean. */
export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Standard deviation of a sample (n − 1); 0 for a single value. */
export function deviationOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

/** How far values lie apart, on their own scale. */
export interface Spread {
  /** Standard deviation of the sample (n − 1). */
  readonly deviation: number;
  /** Where the standard deviation of all such values lies. */
  readonly interval: readonly [low: number, high: number];
}

/**
 * The standard deviation with its interval, if the values are normally distributed: s·√((n − 1) / χ²). `confidence`
 * is that of one side, so that both together hold `2·confidence − 1`.
 * @throws RangeError with fewer than two values, or unless 0 < confidence < 1
 */
export function spreadOf(values: readonly number[], confidence: number): Spread {
  const degrees = values.length - 1;
  if (degrees < 1) throw new RangeError('a spread needs two values');
  const deviation = deviationOf(values);
  const end = (probability: number): number =>
    deviation * Math.sqrt(degrees / chiSquareQuantile(probability, degrees));
  return { deviation, interval: [end(confidence), end(1 - confidence)] };
}
