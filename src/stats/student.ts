/** Quantiles of the distributions that judging stands on: Student's t and the standard normal. The only file that knows the library. */
import jStat from 'jstat';

/**
 * The value that Student's t with `degrees` degrees of freedom stays below with `probability`.
 * @throws RangeError unless 0 < probability < 1 and degrees > 0
 */
export function tQuantile(probability: number, degrees: number): number {
  refuseOutside(probability);
  refuseDegrees(degrees);
  return jStat.studentt.inv(probability, degrees);
}

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

function refuseDegrees(degrees: number): void {
  if (degrees > 0 && Number.isFinite(degrees)) return;
  throw new RangeError(`degrees of freedom must be positive, got ${degrees}`);
}

function refuseOutside(probability: number): void {
  if (probability > 0 && probability < 1) return;
  throw new RangeError(`a probability must lie between 0 and 1, got ${probability}`);
}
