/**
 * Why a build measured beside itself cannot be calibrated by: where nothing differs, whatever is found is a
 * fault of the measurement.
 */
import type { Run } from '../domain/measurement.ts';
import type { MetricName } from '../domain/metric.ts';
import type { Plan } from '../domain/plan.ts';
import type { Judgement, VoidReason } from '../domain/verdict.ts';
import { judge } from './judge.ts';

/** One such reason. */
export type Doubt =
  /** It would be void. */
  | { readonly kind: 'void'; readonly scenario: string; readonly reason: VoidReason }
  /** A metric of the same build got worse, or better, by more than its limit and the noise allow. */
  | {
      readonly kind: 'alarm';
      readonly scenario: string;
      readonly metric: MetricName;
      /** A share of the value; positive is higher. */
      readonly change: number;
      readonly limit: number;
    }
  /** The error rate breaks an absolute limit: this is no healthy service. */
  | { readonly kind: 'errors'; readonly scenario: string; readonly rate: number };

/** Judges the run by the limits of the plan. @throws Failure as `judge` */
export function doubtsOf(run: Run, plan: Plan): readonly Doubt[] {
  return judge(run, plan, {}).scenarios.flatMap(({ scenario, voids, judgements }): readonly Doubt[] => [
    ...voids.map((reason) => ({ kind: 'void', scenario, reason }) as const),
    ...judgements.flatMap((judgement) => [...alarmOf(scenario, judgement), ...errorsOf(scenario, judgement)]),
  ]);
}

/** Either way: a gain where nothing was gained is as wrong as a loss. */
function alarmOf(scenario: string, { metric, comparison }: Judgement): readonly Doubt[] {
  if (comparison === null || comparison.limit === null) return [];
  const { outcome, confirmation, change, limit } = comparison;
  const crossed = confirmation !== null || outcome === 'regression' || outcome === 'improvement';
  return crossed ? [{ kind: 'alarm', scenario, metric, change, limit }] : [];
}

function errorsOf(scenario: string, { metric, value, bounds }: Judgement): readonly Doubt[] {
  const broken = metric === 'error-rate' && bounds.some((bound) => bound.broken);
  return broken && value !== null ? [{ kind: 'errors', scenario, rate: value }] : [];
}
