/** Which part of the answers moved against the baseline: all of them, or only the slow ones. */
import type { LatencyShift } from '../domain/finding.ts';
import type { MetricName } from '../domain/metric.ts';
import type { Comparison } from '../domain/verdict.ts';
import { finding, type Rule, type ScenarioEvidence } from './evidence.ts';

/** When the median moved by less than a third of what p95 moved, half of the answers hardly took part: the tail did it. */
export const TAIL_SHARE = 1 / 3;

/** Fires as `slower` or `faster` when p50, p95 or p99 left the noise, and all three can be compared. */
export const shift: Rule = ({ loads }) =>
  loads
    .filter(({ believable }) => believable)
    .flatMap((scenario) => {
      const [p50, p95, p99] = (['p50', 'p95', 'p99'] as const).map((name) => comparisonOf(scenario, name));
      if (p50 == null || p95 == null || p99 == null) return [];
      const moves = { p50: p50.change, p95: p95.change, p99: p99.change };
      const outcomes = [p50, p95, p99].map(({ outcome }) => outcome);
      const slower = outcomes.includes('regression');
      const faster = outcomes.includes('improvement');
      // Both at once is another distribution, which no word of ours describes.
      if (slower === faster) return [];
      const evidence = { scenario: scenario.name, shape: shapeOf(moves), shift: moves };
      return slower
        ? [finding('slower', 'weakness', 'certain', evidence)]
        : [finding('faster', 'strength', 'certain', evidence)];
    });

const comparisonOf = ({ verdict }: ScenarioEvidence, name: MetricName): Comparison | null =>
  verdict.judgements.find(({ metric }) => metric === name)?.comparison ?? null;

function shapeOf({ p50, p95, p99 }: LatencyShift): 'whole' | 'tail' {
  const farthest = Math.max(Math.abs(Math.log1p(p95)), Math.abs(Math.log1p(p99)));
  return Math.abs(Math.log1p(p50)) < TAIL_SHARE * farthest ? 'tail' : 'whole';
}
