/** Pure: what a run means, given its references and its limits. */
import { Failure } from '../domain/failure.ts';
import type { Run } from '../domain/measurement.ts';
import { METRIC_NAMES, METRICS, type MetricName } from '../domain/metric.ts';
import type { Limit, Plan, Scenario } from '../domain/plan.ts';
import type { AcceptedRun, Reference } from '../domain/reference.ts';
import {
  type Comparison,
  type Judgement,
  type ScenarioVerdict,
  VERDICT_SCHEMA,
  type Verdict,
} from '../domain/verdict.ts';
import { type ScenarioSummary, summarise } from '../stats/summary.ts';
import { checkBounds } from './bounds.ts';
import { compareWithHistory } from './comparison.ts';
import { compareErrorRate } from './error-rate.ts';
import { exitCodeOf, outcomeOfScenario, worstOutcome } from './outcome.ts';
import { refuseLostCount, refuseNonFinite } from './soundness.ts';
import { runsBySameEngine } from './same-engine.ts';
import { findVoids } from './voids.ts';

/**
 * Judges every scenario of the plan by the limits of the plan. The head's slices are judged; `references` holds one reference a scenario.
 * @throws Failure kind `not-measured` when a scenario or its reference is missing, a number is not finite, or counts do not add up: never a pass
 */
export function judge(run: Run, plan: Plan, references: Readonly<Record<string, Reference>>): Verdict {
  refuseNonFinite(run, 'run');
  refuseNonFinite(references, 'references');
  refuseNonFinite(
    plan.scenarios.map((scenario) => scenario.limits),
    'limits',
  );
  refuseLostCount(run);
  const scenarios = plan.scenarios.map((scenario) =>
    judgeScenario(summarise(run, scenario.name, 'head'), scenario, referenceOf(references, scenario.name)),
  );
  const outcomes = scenarios.map((scenario) => scenario.outcome);
  const verdict: Verdict = {
    schema: VERDICT_SCHEMA,
    suite: plan.suite,
    outcome: worstOutcome(outcomes),
    exitCode: exitCodeOf(outcomes, plan.policy),
    scenarios,
  };
  refuseNonFinite(verdict, 'verdict');
  return verdict;
}

/** Own members only: no name may find something of the prototype's. */
function referenceOf(references: Readonly<Record<string, Reference>>, scenario: string): Reference {
  const reference = Object.hasOwn(references, scenario) ? references[scenario] : undefined;
  if (reference !== undefined) return reference;
  throw new Failure({
    kind: 'not-measured',
    code: 'reference-missing',
    message: `Nobody looked up the baseline of the scenario ${JSON.stringify(scenario)}.`,
    advice: 'Judge with the references of the same plan; please report this if you used the command line.',
  });
}

function judgeScenario(summary: ScenarioSummary, scenario: Scenario, reference: Reference): ScenarioVerdict {
  const runs = reference.kind === 'baseline' ? runsBySameEngine(reference.runs, summary) : [];
  const judgements = METRIC_NAMES.map((metric) => judgeMetric(metric, summary, scenario.limits, runs));
  const voids = findVoids(summary, scenario, runs);
  return {
    scenario: scenario.name,
    outcome: outcomeOfScenario(judgements, voids, scenario.limits),
    reference: reference.kind === 'baseline' ? { ...reference, runs } : reference,
    users: summary.users,
    elapsed: summary.elapsed,
    counts: summary.counts,
    metrics: summary.metrics,
    judgements,
    voids,
  };
}

function judgeMetric(
  metric: MetricName,
  summary: ScenarioSummary,
  limits: readonly Limit[],
  runs: readonly AcceptedRun[],
): Judgement {
  const value = summary.metrics[metric];
  const limit = relativeLimit(metric, limits);
  const comparison = compare(metric, summary, limit, runs);
  const bounds = checkBounds(metric, value, limits);
  const regressed = limit !== null && comparison?.outcome === 'regression';
  return { metric, value, comparison, bounds, failed: regressed || bounds.some(({ broken }) => broken) };
}

/** The strictest relative limit of a metric, or null. */
function relativeLimit(metric: MetricName, limits: readonly Limit[]): number | null {
  const changes = limits.flatMap((limit) =>
    limit.kind === 'relative' && limit.metric === metric ? [limit.change] : [],
  );
  return changes.length === 0 ? null : Math.min(...changes);
}

function compare(
  metric: MetricName,
  summary: ScenarioSummary,
  limit: number | null,
  runs: readonly AcceptedRun[],
): Comparison | null {
  return METRICS[metric].change === 'points'
    ? compareErrorRate(summary.counts, runs, limit)
    : compareWithHistory(metric, summary.metrics[metric], runs, limit);
}
