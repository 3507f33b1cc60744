/** Why the verdict is what it is: the reasons behind the headline and the conclusions, worst first. */
import type { MetricName } from '../domain/metric.ts';
import type { Reference } from '../domain/reference.ts';
import type {
  Comparison,
  ComparisonOutcome,
  JudgedAcceptance,
  Judgement,
  ScenarioVerdict,
  Verdict,
  VoidReason,
} from '../domain/verdict.ts';

/** A metric that moved, or may have. */
interface Moved<Kind extends ComparisonOutcome | 'accepted'> {
  readonly kind: Kind;
  readonly scenario: string;
  readonly metric: MetricName;
  readonly value: number;
  readonly comparison: Comparison;
}

/** One reason. A comparison's changes are told as there: shares of the reference, or points for the error rate. */
export type Reason =
  /** `acceptance`: what was accepted of it, and is not enough; null where nothing was. */
  | (Moved<'regression'> & { readonly acceptance: JudgedAcceptance | null })
  /** A regression within what was accepted on purpose. */
  | (Moved<'accepted'> & { readonly acceptance: JudgedAcceptance })
  | Moved<'improvement'>
  | Moved<'inconclusive'>
  | {
      readonly kind: 'breach';
      readonly scenario: string;
      readonly metric: MetricName;
      readonly value: number;
      readonly bound: number;
      readonly direction: 'max' | 'min';
    }
  | { readonly kind: 'void'; readonly scenario: string; readonly reason: VoidReason }
  | {
      readonly kind: 'no-baseline';
      readonly scenario: string;
      readonly why: 'first-run' | 'other-machine' | 'other-config' | 'base-failed' | 'no-value';
    };

const WORST_FIRST: readonly Reason['kind'][] = [
  'regression',
  'breach',
  'void',
  'inconclusive',
  'no-baseline',
  'accepted',
  'improvement',
];

/** All reasons of a verdict, worst kind first, scenarios and metrics in their order. A metric without a limit gives none. */
export function reasonsOf(verdict: Verdict): readonly Reason[] {
  const reasons = verdict.scenarios.flatMap(reasonsOfScenario);
  return WORST_FIRST.flatMap((kind) => reasons.filter((reason) => reason.kind === kind));
}

function reasonsOfScenario(verdict: ScenarioVerdict): readonly Reason[] {
  const { scenario, voids, judgements } = verdict;
  // Timings of a void measurement are no reasons; errors are the service's own.
  const judged = judgements.filter(({ metric }) => voids.length === 0 || metric === 'error-rate');
  return [
    ...judged.flatMap((judgement) => compared(scenario, judgement)),
    ...judged.flatMap((judgement) => breaches(scenario, judgement)),
    ...voids.map((reason): Reason => ({ kind: 'void', scenario, reason })),
    ...withoutBaseline(verdict),
  ];
}

function compared(scenario: string, { metric, value, comparison, acceptance }: Judgement): readonly Reason[] {
  if (value === null || comparison === null || comparison.limit === null) return [];
  const { outcome } = comparison;
  const moved = { scenario, metric, value, comparison };
  switch (outcome) {
    case 'no-change':
      return [];
    case 'regression':
      return acceptance?.within === true
        ? [{ kind: 'accepted', ...moved, acceptance }]
        : [{ kind: 'regression', ...moved, acceptance }];
    default:
      return [{ kind: outcome, ...moved }];
  }
}

function breaches(scenario: string, { metric, value, bounds }: Judgement): readonly Reason[] {
  if (value === null) return [];
  return bounds
    .filter(({ broken }) => broken)
    .map(({ bound, direction }) => ({ kind: 'breach', scenario, metric, value, bound, direction }));
}

/** Only where the lack of it decided: a scenario with absolute limits alone misses nothing. */
function withoutBaseline({ scenario, outcome, reference }: ScenarioVerdict): readonly Reason[] {
  if (outcome !== 'no-baseline') return [];
  return [{ kind: 'no-baseline', scenario, why: hasReference(reference) ? 'no-value' : reference.kind }];
}

const hasReference = (
  reference: Reference,
): reference is Extract<Reference, { readonly kind: 'baseline' | 'base' }> =>
  reference.kind === 'baseline' || reference.kind === 'base';
