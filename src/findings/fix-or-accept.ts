/** A regression is mended, or accepted on purpose. */
import { dayOf } from '../domain/acceptance.ts';
import { METRICS, type MetricName } from '../domain/metric.ts';
import type { Comparison, ScenarioVerdict } from '../domain/verdict.ts';
import { acceptCommand } from './accept-command.ts';
import { type Advice, finding } from './evidence.ts';
import { keptIn } from './kept.ts';

/** Fires when a relative limit failed the gate. */
export const fixOrAccept: Advice = ({ plan, run, verdict, occasion }) => {
  const regressions = verdict.scenarios.flatMap(regressionsOf);
  if (regressions.length === 0) return [];
  const isBeside = regressions.some(({ comparison }) => comparison.against === 'base');
  const kept = keptIn(plan, verdict);
  const evidence = {
    command: acceptCommand(plan, kept),
    ...kept,
    against: isBeside ? ('base' as const) : ('baseline' as const),
    lines: occasion.pullRequest === null ? [] : linesFor(regressions, run.startedAt),
  };
  return [finding('fix-or-accept', 'recommendation', 'certain', evidence)];
};

/** A regression that failed the gate. */
interface Regression {
  readonly scenario: string;
  readonly metric: MetricName;
  readonly comparison: Comparison;
}

/** Those of a scenario that are beyond whatever was accepted. */
const regressionsOf = ({ scenario, outcome, judgements }: ScenarioVerdict): readonly Regression[] =>
  judgements.flatMap(({ metric, comparison, acceptance }) =>
    outcome === 'fail' &&
    comparison?.outcome === 'regression' &&
    comparison.limit !== null &&
    acceptance?.within !== true
      ? [{ scenario, metric, comparison }]
      : [],
  );

/** More lines are no advice. */
const LINES_MAX = 3;
/** Time to mend what it costs, or to make the limit another one. */
const DAYS = 30;

/** `loadgate accept p95 of "browse" +45% until 2026-12-28:`; none for names that such a line cannot hold. */
function linesFor(regressions: readonly Regression[], moment: string): readonly string[] {
  const until = dayOf(new Date(Date.parse(moment) + DAYS * 86_400_000).toISOString());
  return regressions
    .filter(({ scenario }) => scenario !== '' && !/["\p{Cc}]/u.test(scenario))
    .slice(0, LINES_MAX)
    .map(
      ({ scenario, metric, comparison }) =>
        `loadgate accept ${metric} of "${scenario}" ${amountFor(metric, comparison)} until ${until}:`,
    );
}

/** The end of the interval for the worse, rounded up, so that the same change measured again is within it: `+45%`; of points to a tenth. */
function amountFor(metric: MetricName, { interval: [low, high] }: Comparison): string {
  const { better, change } = METRICS[metric];
  const percent = 100 * Math.abs(better === 'lower' ? high : low);
  const rounded = change === 'points' ? Math.ceil(percent * 10) / 10 : Math.ceil(percent);
  return `${better === 'lower' ? '+' : '-'}${rounded}%`;
}
