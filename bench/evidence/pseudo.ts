/** Pseudo-runs of a group, counted. */
import { METRIC_NAMES } from '../../src/domain/metric.ts';
import { type Group, planOf, pseudoRuns, tally } from './facts.ts';
import type { PseudoRow } from './tables.ts';

/** Draws so many pseudo-runs of a group. */
export function pseudoRow(group: Group, count: number, seed: number): PseudoRow {
  const runs = pseudoRuns(group, count, seed, planOf(group.sensitivity));
  const alone = pseudoRuns(group, count, seed, planOf(group.sensitivity, 'p95'));
  const hits = METRIC_NAMES.map(
    (metric) => [metric, runs.filter(({ regressed }) => regressed.includes(metric)).length] as const,
  );
  return {
    group,
    blocks: group.runs.reduce((sum, { samples }) => sum + samples.length, 0),
    tally: tally(runs),
    p95Alone: tally(alone),
    byMetric: Object.fromEntries(hits),
  };
}
