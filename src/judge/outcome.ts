/** From judgements to one word and an exit code. */
import { EXIT } from '../domain/failure.ts';
import type { Limit, Policy } from '../domain/plan.ts';
import type { Judgement, Outcome, VoidReason } from '../domain/verdict.ts';

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
  if (compared.some(({ comparison }) => comparison?.outcome === 'inconclusive')) return 'inconclusive';
  return compared.some(({ comparison }) => comparison === null) ? 'no-baseline' : 'pass';
}

/** The worst of several outcomes; nothing measured is void, never a pass. */
export function worstOutcome(outcomes: readonly Outcome[]): Outcome {
  return OUTCOMES.find((outcome) => outcomes.includes(outcome)) ?? 'void';
}

/**
 * The exit code of all scenarios together. Each is asked by itself, so that a milder policy for one outcome cannot hide a stricter one for another.
 */
export function exitCodeOf(outcomes: readonly Outcome[], policy: Policy): 0 | 1 | 2 {
  if (outcomes.includes('fail')) return EXIT.failed;
  if (outcomes.includes('void') || outcomes.length === 0) return EXIT.notMeasured;
  const refused =
    (policy.onInconclusive === 'fail' && outcomes.includes('inconclusive')) ||
    (policy.onNoBaseline === 'fail' && outcomes.includes('no-baseline'));
  return refused ? EXIT.failed : EXIT.pass;
}
