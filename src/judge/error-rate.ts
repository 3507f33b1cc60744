/** The error rate against its history: a difference of shares in points, judged by what counting alone can explain. */

import type { Counts } from '../domain/measurement.ts';
import { METRICS } from '../domain/metric.ts';
import type { Comparison, ComparisonOutcome } from '../domain/verdict.ts';
import { newcombeInterval, overdispersion, type Proportion, pooled } from '../stats/newcombe.ts';
import { failuresOf } from '../stats/summary.ts';
import { ALARM_CONFIDENCE, INTERVAL_CONFIDENCE, OF_A_BASELINE, POWER } from './comparison.ts';

/** A rise below this many points is "no change" for an error rate without a relative limit: the share of errors allowed by default. */
export const RELEVANT_POINTS = 0.01;

/** Two shares and how far their difference may stray. */
interface Difference {
  readonly points: number;
  readonly interval: readonly [low: number, high: number];
  /** By how much the difference exceeds its lower end at the alarm's confidence. */
  readonly below: number;
  /** By how much the upper end exceeds it. */
  readonly above: number;
}

/**
 * One run's error rate against the pooled accepted runs, or the head's against the blocks of the base; null when either has no attempts. `limit` is the user's largest rise in points (0.01: one
 * point), or null.
 *
 * Errors that come in bursts count for less: both totals are divided by the overdispersion of the history. And the history counts for no more attempts than
 * the run: Newcombe's interval keeps its promise of 1 false alarm in 1000 for groups of one size, but with a history a hundred times the run and rare errors
 * it alarms up to 13 times in 1000 (enumerated over both binomial distributions).
 */
export function compareErrorRate(
  counts: Counts,
  runs: readonly { readonly counts: Counts }[],
  limit: number | null,
  against: Comparison['against'] = 'baseline',
): Comparison | null {
  const history = runs.map((run) => failuresOf(run.counts)).filter((share) => share.total > 0);
  const now = failuresOf(counts);
  if (now.total <= 0 || history.length === 0) return null;
  const bursts = overdispersion(history);
  const all = pooled(history);
  const before = scaled(all, Math.min(1, now.total / all.total) / bursts);
  const worth = scaled(now, 1 / bursts);
  const difference = differenceOf(before, worth);
  const floor = Math.max(METRICS['error-rate'].noiseFloor, METRICS['error-rate'].absoluteFloor);
  const tolerance = Math.max(limit ?? 0, floor, difference.below);
  return {
    against,
    reference: all.hits / all.total,
    replicates: history.length,
    change: difference.points,
    interval: difference.interval,
    limit,
    tolerance,
    widened: limit !== null && tolerance > limit,
    detectable: tolerance + reachBeyond(before, worth, tolerance),
    outcome: outcomeOf(difference, { tolerance, floor, relevant: Math.max(limit ?? RELEVANT_POINTS, floor) }),
    ...OF_A_BASELINE,
  };
}

const scaled = ({ hits, total }: Proportion, factor: number): Proportion => ({
  hits: hits * factor,
  // Rounding must not make a share of more than all.
  total: Math.max(total * factor, hits * factor),
});

function differenceOf(before: Proportion, now: Proportion): Difference {
  const points = now.hits / now.total - before.hits / before.total;
  const [low, high] = newcombeInterval(before, now, ALARM_CONFIDENCE);
  return {
    points,
    interval: newcombeInterval(before, now, INTERVAL_CONFIDENCE),
    below: points - low,
    above: high - points,
  };
}

/** What must be added to the tolerance so that a rise by both is caught with the power promised. */
function reachBeyond(before: Proportion, now: Proportion, tolerance: number): number {
  const rate = Math.min(1, before.hits / before.total + tolerance);
  const there = { hits: rate * now.total, total: now.total };
  const [low] = newcombeInterval(before, there, POWER);
  return rate - before.hits / before.total - low;
}

function outcomeOf(
  difference: Difference,
  lines: { readonly tolerance: number; readonly floor: number; readonly relevant: number },
): ComparisonOutcome {
  if (difference.points > lines.tolerance) return 'regression';
  if (difference.points < -Math.max(lines.floor, difference.above)) return 'improvement';
  return difference.interval[1] < lines.relevant ? 'no-change' : 'inconclusive';
}
