/** How throughput grows with users, as the Universal Scalability Law has it, and where it stops growing. */
import type { Fitted, Goodness } from '../domain/search.ts';
import { goodnessOf, hasThroughput, type LoadStep } from './ladder.ts';
import { nonNegativeSolver } from './least-squares.ts';
import type { Random } from './random.ts';
import { normalQuantile, tQuantile } from './student.ts';

/** The Universal Scalability Law: X(N) = λN / (1 + σ(N − 1) + κN(N − 1)) (Gunther, Guerrilla Capacity Planning, 2007, ch. 4–6). */
export interface UslCurve {
  /** λ: throughput of one user, in answers a second. */
  readonly lambda: number;
  /** σ, contention: the share of the work that has to wait its turn, from 0 to 1. */
  readonly sigma: number;
  /** κ, coherency: what each pair of users costs, as a share of the work of one; 0 or above. */
  readonly kappa: number;
}

/** The law, fitted to a ladder. */
export interface UslFit extends Goodness {
  readonly lambda: Fitted;
  readonly sigma: Fitted;
  readonly kappa: Fitted;
  /** Users at the maximum, √((1 − σ) / κ) and at least 1; null when κ is 0, since there is no maximum. Its high end is infinite when κ may be 0. */
  readonly peakUsers: Fitted | null;
  /** Answers a second there; where κ is 0 the asymptote λ / σ, and null when σ is 0 too. Its high end is infinite when both may be 0. */
  readonly peakThroughput: Fitted | null;
}

/** Fewer levels than twice the parameters say nothing about how well they fit. */
const LEVELS_MIN = 6;
const PARAMETERS = 3;
/** More of them no longer show in the third digit of the residuals. */
const REWEIGHTINGS = 3;
const RESAMPLES = 500;
/** Probability beyond either end of an interval. */
const TAIL = 0.05;

/**
 * Fits the law to the throughputs of a ladder, by their relative errors; response times do not enter, and the order of the steps does not matter. Null with fewer than six different levels of users, with a step that is
 * nonsense or had no answers, or when the ladder does not tell λ (all its levels lie far beyond the maximum).
 *
 * Written as N / X = p + q·N + r·N(N − 1) with p = (1 − σ) / λ, q = σ / λ, r = κ / λ, the law is linear, and σ between 0 and 1 with κ ≥ 0 is the same as p, q, r ≥ 0. A relative error of X is to first
 * order one of N / X, so that least squares with the weights 1 / fitted² are those of the relative errors: an exact solution without starting values, iterations that may end elsewhere, or a library, and σ or κ is exactly
 * 0 where the data ask for no more. The weights begin with the measured values and follow the curve from then on.
 *
 * The intervals are those of a bootstrap of the residuals on the log scale (Davison & Hinkley, Bootstrap Methods and their Application, 1997, §6.2–6.3). The residuals of n steps are made larger by √(n / (n − 3)), and by
 * t / z at the interval's ends for n − 3 degrees of freedom, because so few of them do not know the noise any better. They take the noise to be alike at all steps: where it grows five times along the ladder they hold σ, κ and the
 * peak in 70 to 90 of 100 cases instead of 90, and the asymptote of a service without coherency in about 80 even where it is alike.
 */
export function fitUsl(steps: readonly LoadStep[], random: Random): UslFit | null {
  const sorted = steps.toSorted(
    (left, right) => left.users - right.users || left.throughput - right.throughput,
  );
  if (!areUsable(sorted)) return null;
  const terms = sorted.map(({ users }) => [1, users, users * (users - 1)]);
  const costs = sorted.map(({ users, throughput }) => users / throughput);
  const fitted = costsFitted(terms, costs);
  const curve = curveOf(fitted.parts);
  if (curve === null) return null;
  const resampled = curvesAround({ terms, costs, curve: fitted.costs }, random);
  return {
    ...intervalsOf(curve, [curve, ...resampled]),
    ...goodnessOf(
      sorted.map(({ throughput }) => throughput),
      sorted.map(({ users }) => uslThroughput(curve, users)),
      PARAMETERS,
    ),
  };
}

/** Answers a second that the law expects with so many users. */
export function uslThroughput({ lambda, sigma, kappa }: UslCurve, users: number): number {
  return (lambda * users) / (1 + sigma * (users - 1) + kappa * users * (users - 1));
}

function areUsable(steps: readonly LoadStep[]): boolean {
  return steps.every(hasThroughput) && new Set(steps.map(({ users }) => users)).size >= LEVELS_MIN;
}

/** p, q and r of the law's linear form. */
type Parts = readonly number[];
type Terms = readonly (readonly number[])[];

/** The parts that fit best, and N / X on their curve. */
function costsFitted(
  terms: Terms,
  measured: readonly number[],
): { readonly parts: Parts; readonly costs: readonly number[] } {
  let costs = measured;
  let parts: Parts = [];
  // A curve that starts at 0 has no relative errors there, and no λ.
  for (let round = 0; round <= REWEIGHTINGS && costs.every((cost) => cost > 0); round += 1) {
    parts = relativeSolver(terms, costs)(measured);
    costs = terms.map((row) => row.reduce((sum, term, index) => sum + term * (parts[index] ?? 0), 0));
  }
  return { parts, costs };
}

const relativeSolver = (terms: Terms, costs: readonly number[]): ((values: readonly number[]) => Parts) =>
  nonNegativeSolver(
    terms,
    costs.map((cost) => 1 / cost ** 2),
  );

/** Null when λ would be infinite. */
function curveOf([apart = 0, together = 0, pairs = 0]: Parts): UslCurve | null {
  const cost = apart + together;
  return cost > 0 ? { lambda: 1 / cost, sigma: together / cost, kappa: pairs / cost } : null;
}

/** What the same ladder might have come to. The weights stay those of the curve, since it is the truth that these resamples are drawn from. */
function curvesAround(
  fit: { readonly terms: Terms; readonly costs: readonly number[]; readonly curve: readonly number[] },
  random: Random,
): readonly UslCurve[] {
  const residuals = residualsOf(fit.costs, fit.curve);
  const solve = relativeSolver(fit.terms, fit.curve);
  return Array.from({ length: RESAMPLES }, () => {
    const drawn = fit.curve.map(
      (cost) => cost * Math.exp(residuals[random.between(0, residuals.length - 1)] ?? 0),
    );
    return curveOf(solve(drawn));
  }).filter((curve) => curve !== null);
}

/** Log residuals around their mean, as large as those of all such steps. */
function residualsOf(costs: readonly number[], curve: readonly number[]): readonly number[] {
  const count = costs.length;
  const logs = costs.map((cost, index) => Math.log(cost / (curve[index] ?? cost)));
  const mean = logs.reduce((sum, log) => sum + log, 0) / count;
  const degrees = count - PARAMETERS;
  const inflation = (Math.sqrt(count / degrees) * tQuantile(1 - TAIL, degrees)) / normalQuantile(1 - TAIL);
  return logs.map((log) => (log - mean) * inflation);
}

function intervalsOf(curve: UslCurve, curves: readonly UslCurve[]): Omit<UslFit, keyof Goodness> {
  const fitted = (quantity: (of: UslCurve) => number): Fitted =>
    intervalOf(quantity(curve), curves.map(quantity));
  return {
    lambda: fitted(({ lambda }) => lambda),
    sigma: fitted(({ sigma }) => sigma),
    kappa: fitted(({ kappa }) => kappa),
    peakUsers: peakUsersOf(curve) === Infinity ? null : fitted(peakUsersOf),
    peakThroughput: peakThroughputOf(curve) === Infinity ? null : fitted(peakThroughputOf),
  };
}

/** Infinite without a maximum. */
const peakUsersOf = ({ sigma, kappa }: UslCurve): number =>
  kappa > 0 ? Math.max(1, Math.sqrt((1 - sigma) / kappa)) : Infinity;

function peakThroughputOf(curve: UslCurve): number {
  if (curve.kappa > 0) return uslThroughput(curve, peakUsersOf(curve));
  return curve.sigma > 0 ? curve.lambda / curve.sigma : Infinity;
}

/** The ends cut off a twentieth of what was drawn on either side, and never the value itself. */
function intervalOf(value: number, drawn: readonly number[]): Fitted {
  const sorted = drawn.toSorted((left, right) => left - right);
  const cut = Math.floor(TAIL * sorted.length);
  return {
    value,
    low: Math.min(value, sorted[cut] ?? value),
    high: Math.max(value, sorted[sorted.length - 1 - cut] ?? value),
  };
}
