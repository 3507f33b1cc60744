/** Quantiles as a tool tells them: what is told, and nothing between. */
import type { ToldLatency } from '../domain/imported.ts';
import { type Millis, millis } from '../domain/units.ts';
import { inconsistent, type Place } from './refuse.ts';

/** A quantile with its latency. */
export type Told = readonly [quantile: number, value: number];

/** From quantiles in milliseconds. @throws Failure code `import-inconsistent` when a higher quantile is lower, or one is told twice */
export function toldLatency(answers: number, quantiles: readonly Told[], place: Place): ToldLatency {
  const sorted = quantiles
    .map(([quantile, value]): { quantile: number; value: Millis } => ({
      quantile,
      // To the nanosecond: a factor of ten leaves dust.
      value: millis(Number(value.toFixed(6))),
    }))
    .toSorted((left, right) => left.quantile - right.quantile);
  for (const [index, each] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before === undefined || (before.quantile < each.quantile && before.value <= each.value)) continue;
    throw inconsistent(
      place,
      `p${100 * each.quantile} is ${each.value} ms, and p${100 * before.quantile} is ${before.value} ms`,
    );
  }
  return { answers, quantiles: sorted };
}

/** `p95`, `95%`, `p97_5`, `p(99)`, `99.9%` as a share; null for what is none. */
export function quantileOf(name: string): number | null {
  const digits = /^p?\(?(\d{1,3}(?:[._]\d{1,6})?)\)?%?$/.exec(name)?.[1]?.replace('_', '.');
  if (digits === undefined) return null;
  const share = Number((Number(digits) / 100).toFixed(8));
  return share > 0 && share <= 1 ? share : null;
}
