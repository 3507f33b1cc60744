/** From judgements to one word and an exit code. */
import { EXIT } from '../domain/failure.ts';
import { METRICS } from '../domain/metric.ts';
import type { Limit, Policy } from '../domain/plan.ts';
import type { Judgement, Outcome, Verdict, VoidReason } from '../domain/verdict.ts';
import { isAsked } from './limits.ts';

/** Outcomes, worst first. */
export const OUTCOMES = [
  'fail',
  'void',
  'inconclusive',
  'no-baseline',
  'pass',
] as const satisfies readonly Outcome[];

/**
 * What a scenario's judgements come to. A void measurement can only fail by the error rate, since errors are the service's own and timings are not to be
 * believed. A metric with a relative limit that has nothing to be compared with leaves the scenario without a baseline; a scenario that has only absolute
 * limits needs none.
 */
export function outcomeOfScenario(
  judgements: readonly Judgement[],
  voids: readonly VoidReason[],
  limits: readonly Limit[],
): Outcome {
  const failed = judgements.filter((judgement) => judgement.failed);
  if (voids.length > 0) return failed.some(({ metric }) => metric === 'error-rate') ? 'fail' : 'void';
  if (failed.length > 0) return 'fail';
  const compared = judgements.filter(({ metric }) =>
    limits.some((limit) => limit.kind === 'relative' && limit.metric === metric),
  );
  if (compared.some(isUndecided)) return 'inconclusive';
  return compared.some((judgement) => lacksReference(judgement, limits)) ? 'no-baseline' : 'pass';
}

/** An alarm that is only advice decides nothing, unless it was accepted. */
const isUndecided = ({ comparison, advisory, acceptance }: Judgement): boolean =>
  comparison?.outcome === 'inconclusive' ||
  (advisory && comparison?.outcome === 'regression' && acceptance?.within !== true);

/** What cannot be measured of every service, or was not when the baseline was taken, is missed by those only who asked for it. Of 0 there is no ratio. */
function lacksReference({ metric, value, comparison }: Judgement, limits: readonly Limit[]): boolean {
  if (comparison !== null) return false;
  return !METRICS[metric].optional || (value !== 0 && limits.some((limit) => isAsked(limit, metric)));
}

/** The worst of several outcomes; nothing measured is void, never a pass. */
export function worstOutcome(outcomes: readonly Outcome[]): Outcome {
  return OUTCOMES.find((outcome) => outcomes.includes(outcome)) ?? 'void';
}

/**
 * The exit code of all scenarios together. Each is asked by itself, so that a milder policy for one outcome cannot hide a stricter one for another.
 * `warn-only` asks none of them.
 */
export function exitCodeOf(outcomes: readonly Outcome[], policy: Policy): 0 | 1 | 2 {
  if (policy.mode === 'warn-only' && outcomes.length > 0) return EXIT.pass;
  if (outcomes.includes('fail')) return EXIT.failed;
  if (outcomes.includes('void') || outcomes.length === 0) return EXIT.notMeasured;
  const refused =
    (policy.onInconclusive === 'fail' && outcomes.includes('inconclusive')) ||
    (policy.onNoBaseline === 'fail' && outcomes.includes('no-baseline'));
  return refused ? EXIT.failed : EXIT.pass;
}

/** A measurement that is void for these reasons would be so beside the base commit too. */
const HOPELESS: readonly VoidReason['kind'][] = [
  'generator-bound',
  'too-few-answers',
  'no-answers',
  'lost-answers',
  'arrivals-missed',
  'no-capacity',
  'little',
  'memory-unread',
  'metric-unread',
  'metric-untold',
];

/**
 * True when a verdict by the stored baseline needs no second opinion of the base commit: everything passes by enough accepted runs, a limit is broken that
 * knows no reference, or the service cannot be measured like this at all.
 */
export function settles({ scenarios }: Verdict): boolean {
  return (
    scenarios.every(({ outcome, judgements }) => outcome === 'pass' && !judgements.some(isThin)) ||
    scenarios.some(({ judgements }) =>
      judgements.some(({ bounds }) => bounds.some(({ broken }) => broken)),
    ) ||
    scenarios.some(({ voids }) => voids.some(({ kind }) => HOPELESS.includes(kind)))
  );
}

/** Compared, by a limit, with fewer accepted runs than needed. */
const isThin = ({ advisory, comparison }: Judgement): boolean => advisory && comparison?.limit != null;
