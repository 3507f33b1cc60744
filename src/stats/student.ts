/** Quantiles of the distributions that judging stands on: Student's t, the standard normal, chi-square. The only file that knows the library. */
import jStat from 'jstat';

/**
 * The value that Student's t with `degrees` degrees of freedom stays below with `probability`.
 * @throws RangeError unless 0 < probability < 1 and degrees > 0
 */
export function tQuantile(probability: number, degrees: number): number {
  const key = `${probability} ${degrees}`;
  const known = tQuantiles.get(key);
  if (known !== undefined) return known;
  refuseOutside(probability);
  refuseDegrees(degrees);
  const quantile = jStat.studentt.inv(probability, degrees);
  if (tQuantiles.size < KNOWN_MAX) tQuantiles.set(key, quantile);
  return quantile;
}

/** The same few are asked for again and again, and each is an iteration: without them the search for a sufficient budget takes most of the time of judging. */
const tQuantiles = new Map<string, number>();
const KNOWN_MAX = 10_000;

/**
 * The probability that Student's t with `degrees` degrees of freedom lies below a value.
 * @throws RangeError unless degrees > 0
 */
export function tProbability(value: number, degrees: number): number {
  refuseDegrees(degrees);
  return jStat.studentt.cdf(value, degrees);
}

/**
 * The value that the standard normal stays below with `probability`.
 * @throws RangeError unless 0 < probability < 1
 */
export function normalQuantile(probability: number): number {
  refuseOutside(probability);
  return jStat.normal.inv(probability, 0, 1);
}

/**
 * The value that chi-square with `degrees` degrees of freedom stays below with `probability`.
 * @throws RangeError unless 0 < probability < 1 and degrees > 0
 */
export function chiSquareQuantile(probability: number, degrees: number): number {
  refuseOutside(probability);
  refuseDegrees(degrees);
  return jStat.chisquare.inv(probability, degrees);
}

/**
 * The value that the beta distribution stays below with `probability`.
 * @throws RangeError unless 0 < probability < 1
 */
export function betaQuantile(probability: number, alpha: number, beta: number): number {
  refuseOutside(probability);
  return jStat.beta.inv(probability, alpha, beta);
}

function refuseDegrees(degrees: number): void {
  if (degrees > 0 && Number.isFinite(degrees)) return;
  throw new RangeError(`degrees of freedom must be positive, got ${degrees}`);
}

function refuseOutside(probability: number): void {
  if (probability > 0 && probability < 1) return;
  throw new RangeError(`a probability must lie between 0 and 1, got ${probability}`);
}
