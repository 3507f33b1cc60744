/** What a build does when nobody disturbs it: disturbances only ever make a turn slower, so the best of many short turns are the undisturbed ones. */
import { meanOf } from './estimate.ts';

/** The best quarter (docs/evidence.md compares other shares). */
export const QUIET_SHARE = 0.25;

/**
 * Mean of the lowest quarter of values of which lower is better; null without values. Neighbours on a shared machine take caches and half a core for some tenths of a second, in
 * up to half of all turns: no middle of the turns is safe from that, their best end is. Each build has its own best turns: choosing pairs of which both members are good
 * would choose lucky turns of the slower build and any of the faster one, and tell changes too small by a third.
 */
export function quietMean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((left, right) => left - right);
  return meanOf(sorted.slice(0, Math.max(1, Math.round(QUIET_SHARE * sorted.length))));
}
