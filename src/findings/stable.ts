/** Throughput was the same from beginning to end. */
import { finding, type Rule } from './evidence.ts';
import { SECONDS_MIN, wholeSeconds } from './timeline.ts';

/** A curve whose seconds spread by at most a tenth of their mean looks like a line; a dip to half would stand out of it by five standard deviations. */
export const STABLE_VARIATION = 0.1;

/** Fires by the coefficient of variation of throughput over the seconds. Where spikes, dips or drift were found, it does not appear. */
export const stable: Rule = ({ loads }) =>
  loads
    .filter(({ believable, constant }) => believable && constant)
    .flatMap(({ name, summary }) => {
      const rates = wholeSeconds(summary).map(({ throughput }) => throughput);
      if (rates.length < SECONDS_MIN) return [];
      const variation = variationOf(rates);
      return variation <= STABLE_VARIATION
        ? [finding('stable', 'strength', 'certain', { scenario: name, variation, seconds: rates.length })]
        : [];
    });

/** Standard deviation over mean; infinite for a mean of nothing. */
function variationOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return mean > 0 ? Math.sqrt(squares / (values.length - 1)) / mean : Infinity;
}
