/** How much blocks differ from each other: by metric and way of reading them, and by design. */
import type { MetricName } from '../../src/domain/metric.ts';
import type { Turn } from '../../src/domain/measurement.ts';
import { worseInATurn } from '../../src/judge/honesty.ts';
import { deviationOf, meanOf } from '../../src/stats/estimate.ts';
import { type Pair, quietDifference } from '../../src/stats/quiet.ts';
import { median, robustSigma } from '../../src/stats/robust.ts';
import type { KeptDesignBlock } from '../gate/designs.ts';
import { turnsOf } from '../gate/turns.ts';

/** A way to read one number off the pairs of turns of a block. */
export interface Reading {
  readonly name: string;
  readonly read: (pairs: readonly Pair[]) => number;
}

const differences = (pairs: readonly Pair[]): readonly number[] => pairs.map(([base, head]) => head - base);

const QUIETER = 0.1;
const LESS_QUIET = 0.5;

/** The best share of pairs, as `quietDifference` does with a quarter. */
const best =
  (share: number) =>
  (pairs: readonly Pair[]): number => {
    const sorted = pairs.toSorted((left, right) => Math.max(...left) - Math.max(...right));
    return meanOf(differences(sorted.slice(0, Math.max(1, Math.round(share * pairs.length)))));
  };

/** All ways that were tried. */
export const READINGS: readonly Reading[] = [
  { name: 'mean of all pairs', read: (pairs) => meanOf(differences(pairs)) },
  { name: 'median of all pairs', read: (pairs) => median(differences(pairs)) },
  { name: 'best half', read: best(LESS_QUIET) },
  { name: 'best quarter', read: (pairs) => quietDifference(pairs) ?? Number.NaN },
  { name: 'best tenth', read: best(QUIETER) },
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
  const values = blocks.map((block) => reading.read(pairsOf(block, metric, seconds)));
  return { deviation: deviationOf(values), robust: robustSigma(values) };
}

function pairsOf({ base, head }: KeptDesignBlock, metric: MetricName, seconds: number): readonly Pair[] {
  const read = worseInATurn(metric);
  if (read === null) return [];
  const at = new Map(turnsOf(base).map((turn) => [turn.place, turn]));
  const neighbour = ({ place }: Turn): Turn | undefined => at.get(place % 2 === 0 ? place + 1 : place - 1);
  const all = turnsOf(head);
  const count = Math.max(2, Math.round((1_000 * seconds) / (all[0]?.elapsed ?? 1)));
  return all.slice(0, count).flatMap((turn): readonly Pair[] => {
    const other = neighbour(turn);
    const [before, now] = [other === undefined ? null : read(other), read(turn)];
    return before === null || now === null ? [] : [[before, now]];
  });
}
