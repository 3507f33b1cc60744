/** A regression, held against what was accepted on purpose: from the reference as it was before, and never beyond what was said. */
import { type GivenAcceptance, isExpired, worseBy } from '../domain/acceptance.ts';
import { METRICS, type Metric, type MetricName } from '../domain/metric.ts';
import type { AcceptedRun } from '../domain/reference.ts';
import type { Comparison, JudgedAcceptance, ScenarioVerdict, StandingAcceptance } from '../domain/verdict.ts';
import { comparable } from './scale.ts';

/** So many runs from before an acceptance are enough to know what there was before. */
const BEFORE_MIN = 3;

/** A regression, and what may excuse it. */
export interface RegressionCase {
  readonly metric: MetricName;
  readonly comparison: Comparison;
  /** Those of the scenario and metric that have not expired. */
  readonly acceptances: readonly GivenAcceptance[];
  /** Accepted runs of the line; of a comparison with the base commit none. */
  readonly runs: readonly AcceptedRun[];
  /** The same run compared with these accepted runs. */
  readonly compareWith: (runs: readonly AcceptedRun[]) => Comparison | null;
}

/**
 * What the acceptances of a metric say of its regression; null where none counts.
 *
 * Against accepted runs, those of the baseline count from the runs that were measured before the first of them, since the line's median moves on to what was accepted. Each
 * further one, and those that the pull request itself gives, comes on top of what was accepted before it. Beside the base commit only those of the pull request count, recorded or not:
 * what the baseline's others were given for is in the base commit already.
 */
export function judgeAcceptance(regression: RegressionCase): JudgedAcceptance | null {
  const { metric, comparison, acceptances, runs, compareWith } = regression;
  const isBeside = comparison.against === 'base';
  const own = acceptances.filter(({ from }) => from === 'pull-request' || (isBeside && from === 'both'));
  const recorded = isBeside
    ? []
    : acceptances
        .filter((each) => each.from !== 'pull-request' && !isInReference(each, runs))
        .toSorted((left, right) => Date.parse(left.since) - Date.parse(right.since));
  const accepted = [...recorded, ...own];
  const [first] = recorded;
  const before = first === undefined ? comparison : compareWith(runsBefore(first, runs));
  if (before === null || accepted.length === 0) return null;
  const row: Metric = METRICS[metric];
  const reference = row.change === 'points' ? before.reference : comparable(row, before.reference);
  if (reference === null) return null;
  const allowed = accepted.reduce((value, { upTo }) => worseBy(metric, value, upTo), reference);
  const upTo = row.change === 'points' ? allowed - reference : allowed / reference - 1;
  const { change } = before;
  return {
    accepted,
    reference,
    change,
    upTo,
    within: row.better === 'lower' ? change <= upTo : change >= upTo,
  };
}

/** The accepted runs that do not have the change yet. */
const runsBefore = ({ since }: GivenAcceptance, runs: readonly AcceptedRun[]): readonly AcceptedRun[] =>
  runs.filter(({ date }) => Date.parse(date) < Date.parse(since));

/** True once so few of a line's runs are from before an acceptance that the reference has moved on to what was accepted. */
function isInReference(acceptance: GivenAcceptance, runs: readonly AcceptedRun[]): boolean {
  const before = runsBefore(acceptance, runs).length;
  return before < BEFORE_MIN && before < runs.length / 2;
}

/** Those of a scenario and metric that count at a moment (ISO 8601, UTC). */
export const acceptancesOf = (
  all: readonly GivenAcceptance[],
  {
    scenario,
    metric,
    moment,
  }: { readonly scenario: string; readonly metric: MetricName; readonly moment: string },
): readonly GivenAcceptance[] =>
  all.filter((each) => each.scenario === scenario && each.metric === metric && !isExpired(each, moment));

/** What became of every acceptance in a judged run, in the order given. `moment`: when it was measured. */
export function standOf(
  all: readonly GivenAcceptance[],
  scenarios: readonly ScenarioVerdict[],
  moment: string,
): readonly StandingAcceptance[] {
  return all.flatMap((acceptance): readonly StandingAcceptance[] => {
    const scenario = scenarios.find((each) => each.scenario === acceptance.scenario);
    if (scenario === undefined) return [];
    return [{ ...acceptance, standing: standingIn(scenario, acceptance, moment) }];
  });
}

function standingIn(
  { judgements, reference }: ScenarioVerdict,
  acceptance: GivenAcceptance,
  moment: string,
): StandingAcceptance['standing'] {
  if (isExpired(acceptance, moment)) return 'expired';
  const judged = judgements.find(({ metric }) => metric === acceptance.metric)?.acceptance ?? null;
  if (judged?.accepted.includes(acceptance)) return judged.within ? 'needed' : 'exceeded';
  const { from } = acceptance;
  const moved =
    reference.kind === 'base'
      ? from === 'baseline'
      : reference.kind === 'baseline' && from !== 'pull-request' && isInReference(acceptance, reference.runs);
  return moved ? 'in-reference' : 'unused';
}
