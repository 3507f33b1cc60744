/**
 * How far the next run of unchanged code may lie from a history of runs: the noise between runs, on the log scale.
 *
 * Runs are taken as log-normal around their median m. The spread of k runs is s_k = max(1.4826 · MAD, 0.02). Because k may be as small as 1, it is
 * blended with what is known before any run, a spread of σ0 = 5 % that weighs as much as ν0 = 4 degrees of freedom:
 *
 *     s² = (ν0·σ0² + (k−1)·s_k²) / (ν0 + k − 1),   df = ν0 + k − 1
 *
 * which is the posterior scale of the normal model with a scaled-inverse-chi-square prior (Gelman et al., Bayesian Data Analysis, 3rd ed., §3.3). The next
 * run is then Student's t around m with df degrees of freedom and scale s·sqrt(1 + 1/k): its own noise, and that of m. The mean's factor 1/k is kept for the
 * median, which is a little optimistic for large k and matters least there.
 *
 * Why 5 %: published spreads of identical code on hosted runners of one kind are 2.7 % (CodSpeed 2025) and 7 % (Quansight 2021), and this lies between. A
 * single run says nothing about its own spread; without the prior the first comparison would have to be refused or believed blindly.
 */
import { median, robustSigma } from './robust.ts';
import { tQuantile } from './student.ts';

/** Spread of runs assumed before any history, as a log ratio. */
export const PRIOR_SIGMA = 0.05;
/** How many runs' worth of spread the assumption weighs. */
export const PRIOR_DEGREES = 4;
/** A history never claims less noise than this, as a log ratio: a few equal runs are luck, not silence. */
export const SIGMA_FLOOR = 0.02;

/** What is known of the spread of runs before any history, as log ratios. */
export interface Assumption {
  readonly prior: number;
  readonly floor: number;
}

/** Of what is timed. */
export const TIMED: Assumption = { prior: PRIOR_SIGMA, floor: SIGMA_FLOOR };
/** Of what is counted: the edges of the measured time. What requests drawn at random add to it, the history shows. */
export const COUNTED: Assumption = { prior: 0.001, floor: 0 };

/** The noise between runs of one metric. */
export interface RunNoise {
  /** Number of runs. */
  readonly runs: number;
  /** Median of the values, in the metric's unit. */
  readonly centre: number;
  /** Spread of one run, as a log ratio. */
  readonly sigma: number;
  /** Spread of the difference between the next run and the centre, as a log ratio. */
  readonly spread: number;
  readonly degrees: number;
}

/**
 * The noise that a history of positive values shows.
 * @throws RangeError without values, or with one that is not a positive finite number
 */
export function noiseBetweenRuns(values: readonly number[], { prior, floor }: Assumption = TIMED): RunNoise {
  const odd = values.find((value) => !(value > 0) || !Number.isFinite(value));
  if (odd !== undefined) throw new RangeError(`a history needs positive finite values, got ${odd}`);
  const logs = values.map((value) => Math.log(value));
  const runs = logs.length;
  const seen = Math.max(robustSigma(logs), floor);
  const degrees = PRIOR_DEGREES + runs - 1;
  const sigma = Math.sqrt((PRIOR_DEGREES * prior ** 2 + (runs - 1) * seen ** 2) / degrees);
  return { runs, centre: centreOf(values, logs), sigma, spread: sigma * Math.sqrt(1 + 1 / runs), degrees };
}

/** An odd number of runs has a middle one: taken as it is, so that no digit changes on the way through the logarithm. */
function centreOf(values: readonly number[], logs: readonly number[]): number {
  return values.length % 2 === 1 ? median(values) : Math.exp(median(logs));
}

/** The log ratio that the next run of unchanged code stays below with probability `confidence` (one side). */
export function predictionHalfWidth(noise: RunNoise, confidence: number): number {
  return tQuantile(confidence, noise.degrees) * noise.spread;
}
