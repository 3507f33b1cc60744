/** Centre and spread that a few odd runs cannot move. */
import { medianAbsoluteDeviation, median as middle } from 'simple-statistics';

/** Makes the MAD of normally distributed values an estimate of their standard deviation: 1 / Φ⁻¹(3/4). */
const MAD_TO_SIGMA = 1.4826;

/** The middle value, or the mean of the two middle ones. @throws RangeError without values, or with one that is not finite */
export function median(values: readonly number[]): number {
  refuseUnusable(values);
  return middle([...values]);
}

/**
 * Standard deviation as the median absolute deviation from the median tells it (Rousseeuw & Croux 1993), in the values' own unit.
 * @throws RangeError without values, or with one that is not finite
 */
export function robustSigma(values: readonly number[]): number {
  refuseUnusable(values);
  return MAD_TO_SIGMA * medianAbsoluteDeviation([...values]);
}

function refuseUnusable(values: readonly number[]): void {
  if (values.length === 0) throw new RangeError('there is no median of no values');
  const odd = values.find((value) => !Number.isFinite(value));
  if (odd !== undefined) throw new RangeError(`a median needs finite values, got ${odd}`);
}
