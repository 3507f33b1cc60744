/** Whether a series rises or falls from beginning to end, in a way that a few odd values cannot fake. */
import { median } from '../stats/robust.ts';

/** A trend. */
export interface Trend {
  /** Typical step from one value to the next, in the values' unit. */
  readonly slope: number;
  /** Standard normal score of "later values are larger" (positive) or smaller (negative). */
  readonly z: number;
}

/** Longer series are looked at in this many means, so that the work stays bounded. */
const VALUES_MAX = 300;

/**
 * Slope by Theil and Sen (the median of the slopes of all pairs: Sen 1968) and its significance by Mann and Kendall, with the variance corrected for ties
 * (Kendall 1975). Successive values are taken as independent, so ask for a high z.
 * @throws RangeError for fewer than two values
 */
export function trendOf(values: readonly number[]): Trend {
  if (values.length < 2) throw new RangeError('a trend needs two values');
  const width = Math.ceil(values.length / VALUES_MAX);
  const means = inMeans(values, width);
  const slopes: number[] = [];
  let score = 0;
  for (const [left, before] of means.entries()) {
    for (let right = left + 1; right < means.length; right += 1) {
      const rise = (means[right] ?? before) - before;
      slopes.push(rise / (right - left));
      score += Math.sign(rise);
    }
  }
  return { slope: median(slopes) / width, z: zOf(score, means) };
}

function inMeans(values: readonly number[], width: number): readonly number[] {
  return Array.from({ length: Math.ceil(values.length / width) }, (_, index) => {
    const part = values.slice(index * width, (index + 1) * width);
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  });
}

function zOf(score: number, values: readonly number[]): number {
  const weight = (count: number): number => count * (count - 1) * (2 * count + 5);
  const ties = Map.groupBy(values, (value) => value)
    .values()
    .map((equal) => weight(equal.length))
    .reduce((sum, tied) => sum + tied, 0);
  const variance = (weight(values.length) - ties) / 18;
  return variance === 0 ? 0 : (score - Math.sign(score)) / Math.sqrt(variance);
}
