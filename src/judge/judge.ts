/** Pure: what a run means, given its references and its limits. */
import { phrase } from '../domain/phrase.ts';
import { NO_STANDING, type ReleaseValues, type Standing } from '../domain/acceptance.ts';
import { Failure } from '../domain/failure.ts';
import type { Run } from '../domain/measurement.ts';
import { METRIC_NAMES, METRICS, type MetricName, metricsOf } from '../domain/metric.ts';
import type { Limit, Plan, Scenario } from '../domain/plan.ts';
import type { AcceptedRun, Reference } from '../domain/reference.ts';
import { millis } from '../domain/units.ts';
import {
  type Comparison,
  type JudgedAcceptance,
  type Judgement,
  type ScenarioVerdict,
  type Screen,
  VERDICT_SCHEMA,
  type Verdict,
  type VoidReason,
} from '../domain/verdict.ts';
import { edgeOf } from '../stats/queries.ts';
import { isBeside, isComparing, type ScenarioSummary, summarise } from '../stats/summary.ts';
import { thresholdsOf } from './thresholds.ts';
import { acceptancesOf, judgeAcceptance, type RegressionCase, standOf } from './acceptance.ts';
import { checkBounds } from './bounds.ts';
import { besideVoids } from './beside-voids.ts';
import { type BesideScenario, compareRun } from './compare-run.ts';
import { compareWithHistory } from './comparison.ts';
import { compareErrorRate } from './error-rate.ts';
import { effectsOf } from './effects.ts';
import { baselineLimit, besideLimit } from './limits.ts';
import { exitCodeOf, outcomeOfScenario, worstOutcome } from './outcome.ts';
import { refuseLostCount, refuseNonFinite } from './soundness.ts';
import { enginesOf, runsBySameEngine } from './same-engine.ts';
import { asLog } from './scale.ts';
import { findVoids, type KnownRun } from './voids.ts';

/**
 * Judges every scenario of the plan by the limits of the plan. The head's slices are judged; `references` holds one reference a scenario, `standing` what was accepted and released
 * before. What has expired is told by the date of the run.
 * @throws Failure kind `not-measured` when a scenario or its reference is missing, a number is not finite, or counts do not add up: never a pass
 */
export function judge(
  run: Run,
  plan: Plan,
  references: Readonly<Record<string, Reference>>,
  standing: Standing = NO_STANDING,
): Verdict {
  refuseNonFinite(run, 'run');
  refuseNonFinite(references, 'references');
  refuseNonFinite(standing, 'standing');
  refuseNonFinite(
    plan.scenarios.map((scenario) => scenario.limits),
    'limits',
  );
  refuseLostCount(run);
  const beside = isBeside(run) ? compareRun(run, plan) : null;
  const scenarios = plan.scenarios.map((scenario) => {
    const compared = beside?.get(scenario.name);
    if (compared !== undefined) return judgeBeside({ run, plan, scenario, compared, references, standing });
    const summary = summarise(run, scenario.name, 'head');
    return judgeAlone({
      run,
      standing,
      summary,
      scenario,
      plan,
      reference: referenceIn(run, plan, references, scenario.name),
    });
  });
  const outcomes = scenarios.map((scenario) => scenario.outcome);
  const verdict: Verdict = {
    schema: VERDICT_SCHEMA,
    suite: plan.suite,
    outcome: worstOutcome(outcomes),
    exitCode: exitCodeOf(outcomes, plan.policy),
    scenarios,
    acceptances: standOf(standing.acceptances, scenarios, run.startedAt),
    refusedAcceptances: standing.refused,
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
    message: phrase('reference-missing', { scenario }),
    advice: phrase('reference-missing-advice'),
  });
}

/** A base commit that was asked for and could not be measured leaves nothing to compare with. */
function referenceIn(
  { baseFailure }: Run,
  plan: Plan,
  references: Readonly<Record<string, Reference>>,
  scenario: string,
): Reference {
  if (plan.compare === 'base' && baseFailure !== null) return { kind: 'base-failed', failure: baseFailure };
  return referenceOf(references, scenario);
}

/** The head by itself, judged by the stored baseline. */
interface Alone {
  readonly run: Run;
  readonly standing: Standing;
  readonly summary: ScenarioSummary;
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly reference: Reference;
}

function judgeAlone({ run, standing, summary, scenario, plan, reference }: Alone): ScenarioVerdict {
  const { limits } = scenario;
  const runs = reference.kind === 'baseline' ? runsBySameEngine(reference.runs, summary) : [];
  const judgements = metricsOf(scenario.search !== null).map((metric) => {
    const compareWith = (known: readonly AcceptedRun[]): Comparison | null =>
      compare(metric, summary, baselineLimit(metric, limits), known);
    const comparison = compareWith(runs);
    const acceptance = accepting({ run, standing, scenario }, { metric, comparison, runs, compareWith });
    return judgeMetric(metric, summary, limits, { comparison, acceptance, minimum: plan.baseline.minRuns });
  });
  const voids = findVoids([summary], scenario, runs);
  return {
    ...ofSummary(summary),
    outcome: outcomeOfScenario(judgements, voids, limits),
    reference: reference.kind === 'baseline' ? { ...reference, runs } : reference,
    judgements,
    shift: null,
    screen: null,
    release: releaseOf(standing, scenario),
    voids,
  };
}

/** Both builds, judged by their blocks. */
interface Beside {
  readonly run: Run;
  readonly plan: Plan;
  readonly scenario: Scenario;
  readonly compared: BesideScenario;
  readonly standing: Standing;
  readonly references: Readonly<Record<string, Reference>>;
}

function judgeBeside({ run, plan, scenario, compared, references, standing }: Beside): ScenarioVerdict {
  const { limits, name } = scenario;
  const head = summarise(run, name, 'head');
  const base = summarise(run, name, 'base');
  const judgements = metricsOf(scenario.search !== null).map((metric) => {
    const comparison = compared.comparisons[metric] ?? null;
    const acceptance = accepting(
      { run, standing, scenario },
      { metric, comparison, runs: [], compareWith: () => null },
    );
    return judgeMetric(metric, head, limits, { comparison, acceptance, minimum: 0 });
  });
  const voids = [...findVoids([head, base], scenario, [asAccepted(base)]), ...honestyOf(run, scenario)];
  return {
    ...ofSummary(head),
    outcome: outcomeOfScenario(judgements, voids, limits),
    reference: baseReference(run),
    judgements,
    shift: compared.shift,
    screen: screenOf({ run, plan, scenario, references, standing }),
    release: releaseOf(standing, scenario),
    voids,
  };
}

const ofSummary = ({ scenario, users, elapsed, counts, metrics, slices }: ScenarioSummary) => ({
  scenario,
  users,
  elapsed,
  counts,
  metrics,
  thresholds: thresholdsOf(slices),
});

function honestyOf(run: Run, { name, limits }: Scenario): readonly VoidReason[] {
  const asked = METRIC_NAMES.flatMap((metric) => {
    const limit = besideLimit(metric, limits);
    return limit === null ? [] : [[metric, asLog(METRICS[metric], limit)] as const];
  });
  return besideVoids(effectsOf(run, name), { limits: Object.fromEntries(asked) });
}

function baseReference(run: Run): Reference {
  const blocks = run.blocks.filter(isComparing);
  return {
    kind: 'base',
    commit: run.builds.find(({ side }) => side === 'base')?.commit ?? null,
    blocks: blocks.length,
    confirmBlocks: blocks.filter(({ phase }) => phase === 'confirm').length,
    load: millis(blocks.reduce((sum, { load }) => sum + load, 0)),
  };
}

/** What the stored baseline said of the head alone, before the base commit was asked. */
function screenOf({ run, plan, scenario, references, standing }: Omit<Beside, 'compared'>): Screen | null {
  if (!run.blocks.some(({ phase }) => phase === 'alone')) return null;
  const summary = summarise(run, scenario.name, 'head', ['alone']);
  const reference = referenceOf(references, scenario.name);
  const { outcome, judgements } = judgeAlone({ run, standing, summary, scenario, plan, reference });
  return { outcome, judgements };
}

/** The base as a run that answers can be held against. */
const asAccepted = (base: ScenarioSummary): KnownRun => ({
  engine: enginesOf(base),
  counts: base.counts,
  statusShares: base.statusShares,
  meanBodyBytes: base.meanBodyBytes,
});

/** Own members only: no name may find something of the prototype's. */
const releaseOf = ({ releases }: Standing, { name }: Scenario): ReleaseValues | null =>
  Object.hasOwn(releases, name) ? (releases[name] ?? null) : null;

/** What was accepted of a regression; null where nothing regressed that has a limit. */
function accepting(
  { run, standing, scenario }: Pick<Alone, 'run' | 'standing' | 'scenario'>,
  {
    comparison,
    ...rest
  }: Omit<RegressionCase, 'comparison' | 'acceptances'> & {
    readonly comparison: Comparison | null;
  },
): JudgedAcceptance | null {
  if (comparison === null || comparison.limit === null || comparison.outcome !== 'regression') return null;
  const which = { scenario: scenario.name, metric: rest.metric, moment: run.startedAt };
  return judgeAcceptance({ ...rest, comparison, acceptances: acceptancesOf(standing.acceptances, which) });
}

/** What a metric's value was compared with, and what that was held against. */
interface Compared {
  readonly comparison: Comparison | null;
  readonly acceptance: JudgedAcceptance | null;
  /** With fewer accepted runs a regression is only advice. */
  readonly minimum: number;
}

function judgeMetric(
  metric: MetricName,
  summary: ScenarioSummary,
  limits: readonly Limit[],
  { comparison, acceptance, minimum }: Compared,
): Judgement {
  const value = summary.metrics[metric];
  const bounds = checkBounds(metric, value, limits, edgeOf(summary.counts));
  const advisory = comparison !== null && comparison.replicates < minimum;
  const regressed =
    !advisory && comparison !== null && comparison.limit !== null && comparison.outcome === 'regression';
  return {
    metric,
    value,
    comparison,
    bounds,
    advisory,
    acceptance,
    failed: (regressed && acceptance?.within !== true) || bounds.some(({ broken }) => broken),
  };
}

function compare(
  metric: MetricName,
  summary: ScenarioSummary,
  limit: number | null,
  runs: readonly AcceptedRun[],
): Comparison | null {
  return METRICS[metric].change === 'points'
    ? compareErrorRate(summary.counts, runs, limit)
    : compareWithHistory(metric, summary.metrics[metric], runs, limit, edgeOf(summary.counts));
}
