/** A ladder of load, measured step by step with more and more users in a closed loop, and how well a curve describes it. */
import type { Goodness } from '../domain/search.ts';

/** One step of a ladder. */
export interface LoadStep {
  /** Users at the same time, at least 1. */
  readonly users: number;
  /** Answers a second. */
  readonly throughput: number;
  /** Mean response time in milliseconds, without think time. */
  readonly response: number;
}

/** True when there was at least one user and were answers, with finite numbers. */
export const hasThroughput = ({ users, throughput }: LoadStep): boolean =>
  users >= 1 && throughput > 0 && Number.isFinite(users) && Number.isFinite(throughput);

/** True when {@link hasThroughput}, and the answers took a finite time. */
export const hasAnswers = (step: LoadStep): boolean =>
  hasThroughput(step) && step.response > 0 && Number.isFinite(step.response);

/** One step a level of users, fewest first. Steps of one level become their mean; response times weigh by the answers that they are the mean of. */
export function levelsOf(steps: readonly LoadStep[]): readonly LoadStep[] {
  const levels = [...new Set(steps.map(({ users }) => users))].toSorted((left, right) => left - right);
  return levels.map((users) => {
    const same = steps.filter((step) => step.users === users);
    const throughput = sum(same.map((step) => step.throughput));
    const response = sum(same.map((step) => step.throughput * step.response)) / throughput;
    return { users, throughput: throughput / same.length, response };
  });
}

/** Bounds of {@link FitQuality}: the residual standard deviation as a log ratio, and the largest relative distance. */
const GOOD = { deviation: 0.05, worst: 0.1 } as const;
const FAIR = { deviation: 0.12, worst: 0.25 } as const;

/**
 * How far the measured throughputs lie from those of a curve with so many `parameters`, all of them positive. The residual standard deviation is
 * √(Σ ln² / (n − parameters)).
 */
export function goodnessOf(
  measured: readonly number[],
  curve: readonly number[],
  parameters: number,
): Goodness {
  const logs = measured.map(Math.log);
  const mean = sum(logs) / logs.length;
  const total = sum(logs.map((log) => (log - mean) ** 2));
  const ratios = measured.map((value, index) => value / (curve[index] ?? value));
  const left = sum(ratios.map((ratio) => Math.log(ratio) ** 2));
  const worst = Math.max(...ratios.map((ratio) => Math.abs(ratio - 1)));
  const deviation = Math.sqrt(left / Math.max(1, measured.length - parameters));
  const within = (bound: typeof GOOD | typeof FAIR): boolean =>
    deviation <= bound.deviation && worst <= bound.worst;
  const quality = within(GOOD) ? 'good' : within(FAIR) ? 'fair' : 'poor';
  return { r2: total > ROUNDING ? 1 - left / total : 1, worst, quality };
}

/** Sums of squares of logarithms below this are what is left of equal numbers. */
const ROUNDING = 1e-12;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
