/** What builds do when nobody disturbs them: disturbances only ever make a turn slower, so the best of many short turns are the undisturbed ones. */
import { meanOf } from './estimate.ts';

/** The best quarter (docs/evidence.md compares other shares). */
export const QUIET_SHARE = 0.25;

/** Values of two neighbours, of which lower is better. */
export type Pair = readonly [base: number, head: number];

/** Mean of the lowest quarter of values of which lower is better; null without values. */
export function quietMean(values: readonly number[]): number | null {
  return values.length === 0 ? null : meanOf(lowest(values, (value) => value));
}

/**
 * Mean difference, head less base, over the quietest quarter of pairs: those whose worse member is lowest; null without pairs. Neighbours on a shared machine take caches and
 * half a core for some tenths of a second, in up to half of all turns: no middle of the turns is safe from that, their best end is. Exchanging base and head turns
 * the sign and nothing else, so of a build with itself the difference is as often above zero as below.
 */
export function quietDifference(pairs: readonly Pair[]): number | null {
  if (pairs.length === 0) return null;
  return meanOf(lowest(pairs, (pair) => Math.max(...pair)).map(([base, head]) => head - base));
}

/** Values of two builds that never were neighbours, the best with the best and so on; as many as both have. */
export function pairedByRank(base: readonly number[], head: readonly number[]): readonly Pair[] {
  const others = ascending(head);
  return ascending(base)
    .slice(0, head.length)
    .map((value, rank): Pair => [value, others[rank] ?? value]);
}

function lowest<Item>(items: readonly Item[], value: (item: Item) => number): readonly Item[] {
  const sorted = items.toSorted((left, right) => value(left) - value(right));
  return sorted.slice(0, Math.max(1, Math.round(QUIET_SHARE * items.length)));
}

const ascending = (values: readonly number[]): readonly number[] =>
  values.toSorted((left, right) => left - right);
