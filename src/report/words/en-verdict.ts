/** English: the verdict, its reasons, and what to do about it. */
import { METRICS, type MetricName } from '../../domain/metric.ts';
import type { Comparison, Judgement } from '../../domain/verdict.ts';
import { isBoundless } from '../../stats/boundless.ts';
import type { Reason } from '../reasons.ts';
import type { Headline } from '../report.ts';
import { isBeyondLimit, isWidened } from '../worth-telling.ts';
import { acceptance as accepted, beyondAccepted, withinAccepted } from './en-acceptance.ts';
import { between, isRange, moved as movedBy } from './en-change.ts';
import { METRIC_STARTS, METRIC_WORDS } from './en-metrics.ts';
import { remedy, voidPhrase, voidSentence } from './en-voids.ts';
import type { JudgementPhrases, LimitPhrases } from './judgement-words.ts';
import type { Pen, ReasonWords } from './words.ts';

/** The verdict in one line. */
export function headline(verdict: Headline, n: Pen): string {
  const suite = verdict.suite === 'default' ? '' : `${n.name(verdict.suite)} · `;
  return `${suite}${verdictOf(verdict, n)}${moreOf(verdict, n)}`;
}

function verdictOf(verdict: Headline, n: Pen): string {
  const { outcome, reasons, scenarios } = verdict;
  const [lead] = reasons;
  switch (outcome) {
    case 'fail':
      return `${lead?.kind === 'regression' ? 'Regression' : 'Limit broken'}: ${phrases(reasons, n)}`;
    case 'void':
      return lead?.kind === 'void'
        ? `Measurement void: ${voidPhrase(lead.reason, n)}${n.inScenario(lead.scenario)}`
        : 'Measurement void: nothing was measured';
    case 'inconclusive':
      return `Inconclusive: ${phrases(reasons, n)}`;
    case 'no-baseline':
      return `${lead?.kind === 'no-baseline' ? NOT_COMPARED[lead.why] : 'Not compared'}${values(verdict, n)}`;
    case 'pass':
      if (lead?.kind === 'accepted') return `Accepted on purpose: ${phrases(reasons, n)}`;
      if (lead?.kind === 'improvement') return `Improvement: ${phrases(reasons, n)}`;
      return scenarios === 1
        ? `No regression${values(verdict, n)}`
        : `No regression in ${n.count(scenarios)} scenarios`;
  }
}

const NOT_COMPARED = {
  'first-run': 'First run, nothing to compare with yet',
  'other-machine': 'Not compared, the baseline is from another machine',
  'other-config': 'Not compared, the baseline is for another configuration',
  'base-failed': 'Not compared, the base commit could not be measured',
  'no-value': 'Not compared, the baseline has no value for a limited metric',
} as const;

/** `: p95 12.4 ms (−1.2 %), throughput 1,250/s (+0.8 %)`. */
function values({ metrics }: Headline, n: Pen): string {
  const parts = metrics.map(({ metric, value, change }) => {
    const moved = change === null || METRICS[metric].unit === 'ratio' ? '' : ` (${n.change(metric, change)})`;
    return `${METRIC_WORDS[metric]} ${n.value(metric, value)}${moved}`;
  });
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`;
}

/** Each with its scenario, which is named once where it is the same. */
function phrases(reasons: readonly Reason[], n: Pen): string {
  const [first] = reasons;
  if (first !== undefined && reasons.every(({ scenario }) => scenario === first.scenario)) {
    return `${n.list(reasons.map((reason) => phrase(reason, n)))}${n.inScenario(first.scenario)}`;
  }
  return n.list(reasons.map((reason) => `${phrase(reason, n)}${n.inScenario(reason.scenario)}`));
}

function phrase(reason: Reason, n: Pen): string {
  switch (reason.kind) {
    case 'regression': {
      const { metric, comparison } = reason;
      return `${METRIC_WORDS[metric]} ${movedBy(metric, comparison.change, n)} (limit ${n.extent(metric, comparison.limit ?? 0)})`;
    }
    case 'accepted': {
      const { metric, acceptance } = reason;
      return `${METRIC_WORDS[metric]} ${movedBy(metric, acceptance.change, n)} (${accepted.limitCell(metric, acceptance, n)})`;
    }
    case 'improvement':
      return `${METRIC_WORDS[reason.metric]} ${movedBy(reason.metric, reason.comparison.change, n)}`;
    case 'inconclusive': {
      const { metric, comparison } = reason;
      return `${METRIC_WORDS[metric]} ${between(metric, comparison.interval, n)} (limit ${n.extent(metric, comparison.limit ?? 0)})`;
    }
    case 'breach':
      return `${METRIC_WORDS[reason.metric]} ${n.value(reason.metric, reason.value)} (${reason.direction} ${n.bound(reason.metric, reason.bound)})`;
    case 'void':
      return voidPhrase(reason.reason, n);
    case 'no-baseline':
      return NOT_COMPARED[reason.why];
  }
}

const moreOf = ({ more, outcome }: Headline, n: Pen): string =>
  more === 0 || outcome === 'no-baseline' ? '' : `, and ${n.count(more)} more`;

/** What to do about it, in one sentence. */
export function action(verdict: Headline, n: Pen): string {
  const [lead] = verdict.reasons;
  switch (verdict.outcome) {
    case 'fail':
      if (lead?.kind === 'regression')
        return 'Do not merge yet: find the cause, or accept the cost on purpose.';
      return lead?.kind === 'breach' && lead.metric === 'error-rate'
        ? 'Do not merge yet: see to the errors first.'
        : 'Do not merge yet: make the service keep its limit, or change the limit on purpose.';
    case 'void':
      return `Neither green nor red. ${lead?.kind === 'void' ? remedy(lead.reason, n) : 'Measure again.'}`;
    case 'inconclusive': {
      const beside = lead?.kind === 'inconclusive' && lead.comparison.against === 'base';
      const sharper = beside
        ? `give the comparison more time (${n.code('budget')})`
        : 'accept more runs into the baseline';
      return `${gateOf(verdict, 'on-inconclusive', n)} Measure again, or ${sharper} to see more sharply.`;
    }
    case 'no-baseline': {
      const next =
        lead?.kind === 'no-baseline' && lead.why === 'base-failed'
          ? 'Let the base commit be built and started from a fresh checkout; what went wrong is below.'
          : 'Accept a run of this machine as baseline, and changes are compared from then on.';
      return `${gateOf(verdict, 'on-no-baseline', n)} ${next}`;
    }
    case 'pass':
      if (lead?.kind === 'accepted')
        return 'Nothing to do: what it costs was accepted on purpose, and for a time.';
      return lead?.kind === 'improvement'
        ? 'Nothing to do. Accept this run into the baseline to hold the gain.'
        : 'Nothing to do.';
  }
}

const gateOf = ({ exitCode }: Headline, policy: string, n: Pen): string =>
  exitCode === 0 ? 'The gate stays open.' : `The policy ${n.code(`${policy}: fail`)} closes the gate.`;

const confidenceOf = (metric: MetricName, comparison: Comparison, n: Pen): string =>
  isRange({ metric, comparison }, n)
    ? `, with 90 % confidence ${between(metric, comparison.interval, n)}`
    : '';

/** A sentence for each kind of reason. */
export const reasons: ReasonWords = {
  regression: ({ scenario, metric, value, comparison, acceptance }, n) => {
    const limit = n.extent(metric, comparison.limit ?? 0);
    const line = isWidened(metric, comparison, n)
      ? `the limit of ${limit}, widened to ${n.extent(metric, comparison.tolerance)}`
      : `the limit of ${limit}`;
    return `${METRIC_STARTS[metric]}${n.inScenario(scenario)} went from ${n.value(metric, comparison.reference)} to ${n.value(metric, value)}: ${n.strong(movedBy(metric, comparison.change, n))}${confidenceOf(metric, comparison, n)}. That is beyond the noise (significant) and beyond ${line} (relevant).${acceptance === null ? '' : ` ${beyondAccepted(metric, acceptance, n)}`}`;
  },
  accepted: ({ scenario, metric, value, comparison, acceptance }, n) =>
    `${METRIC_STARTS[metric]}${n.inScenario(scenario)} went from ${n.value(metric, comparison.reference)} to ${n.value(metric, value)}: ${n.strong(movedBy(metric, comparison.change, n))}${confidenceOf(metric, comparison, n)}. ${withinAccepted(metric, acceptance, n)}`,
  improvement: ({ scenario, metric, value, comparison }, n) =>
    `${METRIC_STARTS[metric]}${n.inScenario(scenario)} went from ${n.value(metric, comparison.reference)} to ${n.value(metric, value)}: ${n.strong(movedBy(metric, comparison.change, n))}${confidenceOf(metric, comparison, n)}. That is a significant improvement.`,
  inconclusive: ({ scenario, metric, comparison }, n) => {
    const limit = n.extent(metric, comparison.limit ?? 0);
    const where = isBeyondLimit(metric, comparison)
      ? `That is beyond the limit of ${limit}, but not as certain as a regression has to be: noise would raise false alarms otherwise. It is likely, and not proven.`
      : `The limit of ${limit} lies inside that range or too close to it: neither a regression nor its absence can be concluded.`;
    return `${METRIC_STARTS[metric]}${n.inScenario(scenario)} is ${between(metric, comparison.interval, n)}, with 90 % confidence. ${where}`;
  },
  breach: ({ scenario, metric, value, bound, direction }, n) =>
    `${METRIC_STARTS[metric]}${n.inScenario(scenario)} is ${n.strong(n.value(metric, value))}; the limit is ${direction === 'max' ? 'at most' : 'at least'} ${n.bound(metric, bound)}, whatever the baseline.`,
  void: ({ scenario, reason }, n) =>
    `${voidSentence(reason, n).replace(/\.$/, '')}${n.inScenario(scenario)}.`,
  'no-baseline': ({ scenario, why }, n) => `${NOT_COMPARED[why]}${n.inScenario(scenario)}.`,
};

/** What a run without reasons comes to. */
export function nothingWrong({ outcome, reasons: known, scenarios }: Headline, n: Pen): string | null {
  if (outcome !== 'pass' || known.length > 0) return null;
  const where = scenarios === 1 ? '' : ` in any of the ${n.count(scenarios)} scenarios`;
  return `No limited metric got worse${where} by more than its limit and the noise allow.`;
}

/** The last sentence. */
export function closing({ outcome, reasons: known }: Headline): string {
  switch (outcome) {
    case 'pass':
      if (known[0]?.kind === 'accepted')
        return 'As far as this load and this machine can tell, it costs no more performance than was accepted.';
      return 'As far as this load and this machine can tell, the change costs no performance.';
    case 'fail':
      return 'At this load and on this machine, the service is not as good as it has to be.';
    case 'inconclusive':
      return 'This run neither clears the change nor blames it.';
    case 'no-baseline':
      return 'From the first accepted run on, every change is compared with it.';
    case 'void':
      return 'No timing of this run says anything about the change.';
  }
}

/** A judgement in a table. */
export const judgements: JudgementPhrases = {
  noValue: 'no value',
  void: 'void',
  accepted: 'accepted',
  breach: 'breach',
  withinLimit: 'within limit',
  notCompared: 'not compared',
  regression: 'regression',
  worse: 'worse, no limit',
  improvement: 'improvement',
  'no-change': 'no change',
  inconclusive: 'inconclusive',
};

/** A limit in a table. */
export const limits: LimitPhrases = {
  max: 'max',
  min: 'min',
  none: 'none',
  widened: (limit, tolerance) => `${limit}, widened to ${tolerance}`,
  accepted: accepted.limitCell,
};

/** `+4.8 % (+1.2 % to +8.5 %)`. */
export function changeCell({ metric, comparison }: Judgement, n: Pen): string {
  if (comparison === null) return '–';
  const [low, high] = comparison.interval;
  if (isBoundless(METRICS[metric], comparison.interval))
    return `${n.change(metric, comparison.change)} (not bounded)`;
  return `${n.change(metric, comparison.change)} (${n.range(metric, low, high)})`;
}
