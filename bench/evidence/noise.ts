/** How much blocks differ from each other: by metric and way of reading them, and by design. */
import type { MetricName } from '../../src/domain/metric.ts';
import type { Turn } from '../../src/domain/measurement.ts';
import { worseInATurn } from '../../src/judge/honesty.ts';
import { deviationOf, meanOf } from '../../src/stats/estimate.ts';
import { quietMean } from '../../src/stats/quiet.ts';
import { median, robustSigma } from '../../src/stats/robust.ts';
import type { KeptDesignBlock } from '../gate/designs.ts';
import { turnsOf } from '../gate/turns.ts';

/** A way to read one number off the turns of a build: logarithms, higher for the worse. */
export interface Reading {
  readonly name: string;
  readonly read: (turns: readonly number[]) => number;
}

const TENTH = 0.1;
const HALF = 0.5;

/** The mean of the best share of turns, as `quietMean` does with a quarter. */
const best =
  (share: number) =>
  (turns: readonly number[]): number => {
    const sorted = turns.toSorted((left, right) => left - right);
    return meanOf(sorted.slice(0, Math.max(1, Math.round(share * turns.length))));
  };

/** All ways that were tried. */
export const READINGS: readonly Reading[] = [
  { name: 'mean of all turns', read: meanOf },
  { name: 'median of all turns', read: median },
  { name: 'best half', read: best(HALF) },
  { name: 'best quarter', read: (turns) => quietMean(turns) ?? Number.NaN },
  { name: 'best tenth', read: best(TENTH) },
];

/** Standard deviation of blocks of equal builds: as it is, and as the middle of them tells it. Log ratios. */
export interface Spread {
  readonly deviation: number;
  readonly robust: number;
}

/** The spread of blocks in one way of reading, of their first `seconds` under load a build. */
export function spreadOf(
  blocks: readonly KeptDesignBlock[],
  metric: MetricName,
  reading: Reading,
  seconds: number,
): Spread {
  const read = (turns: readonly Turn[]): number => reading.read(valuesOf(turns, metric, seconds));
  const values = blocks.map(({ base, head }) => read(turnsOf(head)) - read(turnsOf(base)));
  return { deviation: deviationOf(values), robust: robustSigma(values) };
}

/** The values of a build's first turns, of so many seconds. */
function valuesOf(turns: readonly Turn[], metric: MetricName, seconds: number): readonly number[] {
  const read = worseInATurn(metric);
  const count = Math.max(2, Math.round((1_000 * seconds) / (turns[0]?.elapsed ?? 1)));
  return turns.slice(0, count).flatMap((turn) => read?.(turn) ?? []);
}
