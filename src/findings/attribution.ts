/** Where the time went by which an answer takes longer than on the base: which part of the change to look at. */
import type { MetricName } from '../domain/metric.ts';
import type { Run } from '../domain/measurement.ts';
import { attribute, COST_PARTS, requestCost } from '../stats/attribution.ts';
import { summarise } from '../stats/summary.ts';
import { finding, type Rule, type ScenarioEvidence } from './evidence.ts';

/** What can get worse about a request's time. */
const TIMED: readonly MetricName[] = ['p50', 'p95', 'p99', 'throughput', 'cpu-per-request'];

/** Fires beside the base commit, when something about time got worse beyond doubt, answers take longer, and some part of their costs was measured on both builds. */
export const attribution: Rule = ({ loads, run }) =>
  loads.filter(isSlower).flatMap((scenario) => {
    const taken = takenApart(scenario, run);
    if (taken === null || taken.unread.length === COST_PARTS.length) return [];
    return [
      finding('attribution', 'weakness', 'likely', { scenario: scenario.name, ...taken, namedBelow: false }),
    ];
  });

const isSlower = ({ believable, verdict }: ScenarioEvidence): boolean =>
  believable &&
  verdict.reference.kind === 'base' &&
  verdict.judgements.some(
    ({ metric, comparison }) => TIMED.includes(metric) && comparison?.outcome === 'regression',
  );

function takenApart({ name, summary }: ScenarioEvidence, run: Run) {
  const before = summarise(run, name, 'base');
  const base = requestCost(before.slices, before.histogram);
  const head = requestCost(summary.slices, summary.histogram);
  return base === null || head === null ? null : attribute(base, head);
}
