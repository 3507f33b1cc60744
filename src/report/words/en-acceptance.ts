/** English: what was accepted on purpose, and the last release. */
import { type Acceptance, type AcceptanceProblem, dayOf } from '../../domain/acceptance.ts';
import { METRICS, type Metric, type MetricName } from '../../domain/metric.ts';
import type { JudgedAcceptance, StandingAcceptance } from '../../domain/verdict.ts';
import type { AcceptanceWords } from './acceptance-words.ts';
import { moved } from './en-change.ts';
import { METRIC_STARTS } from './en-metrics.ts';
import type { FindingWords, Pen } from './words.ts';

/** Words of acceptances and releases. */
export const acceptance: AcceptanceWords = {
  releaseColumn: (tag, n) => `Release ${n.name(tag)}`,
  releaseCaption: ({ tag, runs, date }, n) =>
    `Release ${n.name(tag)}: ${runs === 1 ? 'one run' : `the median of ${n.count(runs)} runs`} of this machine, the last on ${dayOf(date)}. It decides nothing.`,
  limitCell: (metric, { upTo }, n) => `accepted to ${n.change(metric, upTo)}`,
  history: {
    mark: (metric) => `accepted: ${metric} worse`,
    releases: 'Releases',
    accepted: 'Accepted changes',
    columns: {
      release: 'Release',
      commit: 'Commit',
      runs: 'Runs',
      metric: 'Metric',
      upTo: 'Worse by up to',
      until: 'Until',
      by: 'Accepted by',
      reason: 'Reason',
    },
  },
};

/** `12 %`, `20 ms`. */
export const amountOf = ({ metric, upTo }: Pick<Acceptance, 'metric' | 'upTo'>, n: Pen): string => {
  const row: Metric = METRICS[metric];
  return upTo.kind === 'share' || row.change === 'points'
    ? n.extent(metric, upTo.amount)
    : n.bound(metric, upTo.amount);
};

const whoOf = ({ accepted }: JudgedAcceptance, n: Pen): string =>
  n.list(accepted.map(({ by, until }) => `${n.name(by)} until ${until}`));

/** Why a regression within what was accepted does not fail. */
export const withinAccepted = (metric: MetricName, judged: JudgedAcceptance, n: Pen): string =>
  `Against ${n.value(metric, judged.reference)}, as it was before that was accepted, it is ${moved(metric, judged.change, n)}; up to ${n.change(metric, judged.upTo)} was accepted (by ${whoOf(judged, n)}), so it does not fail.`;

/** Why one beyond it does. */
export const beyondAccepted = (metric: MetricName, judged: JudgedAcceptance, n: Pen): string =>
  `Up to ${n.change(metric, judged.upTo)} of ${n.value(metric, judged.reference)} was accepted (by ${whoOf(judged, n)}); this is ${n.change(metric, judged.change)}.`;

const STANDINGS: Readonly<Record<StandingAcceptance['standing'], string>> = {
  needed: 'Without that, this run would have failed.',
  exceeded: 'This run is beyond it.',
  unused: 'This run did not need it.',
  'in-reference': 'What this run was compared with has the change already.',
  expired: 'That is over, and does not count any more.',
};

const PROBLEMS: Readonly<Record<AcceptanceProblem, string>> = {
  form: 'it does not have the form metric, scenario, amount, date and reason',
  metric: 'there is no such metric',
  scenario: 'there is no such scenario, or it is not said which one is meant',
  amount: 'the amount is none of that metric',
  direction: 'that would be an improvement',
  date: 'the last day is no day of the calendar',
  past: 'the last day was over when it was written',
  'too-far': 'the last day is more than a year away',
  reason: 'the reason is missing, or too long',
};

const FORM = 'loadgate accept p95 of "scenario" +12% until 2026-12-31: reason';

/** Titles of these findings. */
export const acceptanceTitles = {
  'accepted-change': 'Accepted on purpose',
  'acceptance-refused': 'Not accepted',
} as const;

/** Sentences of these findings. */
export const acceptanceFindings: Pick<FindingWords, keyof typeof acceptanceTitles> = {
  'accepted-change': (given, n) => {
    const { scenario, metric, by, at, until, reason, standing, commit } = given;
    const where = commit === null ? '' : ` with ${n.name(commit.slice(0, 12))}`;
    const mend = standing === 'expired' ? ` ${n.command('npx loadgate baseline prune')} takes it out.` : '';
    return `${METRIC_STARTS[metric]}${n.inScenario(scenario)} may be worse by up to ${amountOf(given, n)} until ${until}: ${n.name(by)} accepted that on ${dayOf(at)}${where} (${n.name(reason)}). ${STANDINGS[standing]}${mend}`;
  },
  'acceptance-refused': ({ refused }, n) => {
    switch (refused.kind) {
      case 'not-understood':
        return `This line was not understood: ${n.name(refused.text)}, since ${PROBLEMS[refused.problem]}. It reads ${n.code(FORM)}.`;
      case 'not-allowed':
        return `${refused.by === null ? 'Nobody knows who wrote' : `${n.name(refused.by)} may not accept changes here, which takes the right to write to this repository:`} ${n.name(refused.text)}.`;
      case 'edited':
        return `Somebody else (${refused.editor === null ? 'nobody knows who' : n.name(refused.editor)}) edited the comment that says ${n.name(refused.text)}, so it does not count. Write it in a comment of your own.`;
      case 'not-read':
        return `What a pull request accepts could not be read from GitHub, so nothing of it counts: ${n.name(refused.message)}.`;
    }
  },
};
