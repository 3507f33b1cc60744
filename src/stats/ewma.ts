/** Slow drifts that no single step shows: an exponentially weighted moving average with control limits (Roberts 1959; Lucas & Saccucci 1990). */
import { median, robustSigma } from './robust.ts';

/** Weight of the newest value, and width of the limits in standard deviations of the average. */
export const EWMA_WEIGHT = 0.2;
export const EWMA_LIMIT = 3;
/** The first values, which tell what is usual. */
export const EWMA_FIRST = 10;
/** So many more are needed before anything is said. */
const MORE = 5;
/** As for the noise between runs: a few equal values are luck, not silence. */
const SIGMA_FLOOR = 0.02;

/** How far the average of values in their order has left what is usual; null when it has not, or there are too few. The unit is the values' own. */
export function driftOf(values: readonly number[]): number | null {
  if (values.length < EWMA_FIRST + MORE) return null;
  const first = values.slice(0, EWMA_FIRST);
  const usual = median(first);
  const sigma = Math.max(robustSigma(first), SIGMA_FLOOR);
  const average = values
    .slice(EWMA_FIRST)
    .reduce((mean, value) => EWMA_WEIGHT * value + (1 - EWMA_WEIGHT) * mean, usual);
  const limit = EWMA_LIMIT * sigma * Math.sqrt(EWMA_WEIGHT / (2 - EWMA_WEIGHT));
  return Math.abs(average - usual) > limit ? average - usual : null;
}
