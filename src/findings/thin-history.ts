/** Few accepted runs: their noise is partly assumed, and the limit was widened for it. */
import { METRICS } from '../domain/metric.ts';
import { finding, type Rule } from './evidence.ts';

/** From ten runs on, what they show outweighs what is assumed (four runs' worth), and more of them change little. */
export const RUNS_ENOUGH = 10;

/** Fires once a scenario, for the metric whose limit was widened most. */
export const thinHistory: Rule = ({ scenarios }) =>
  scenarios.flatMap(({ name, verdict }) => {
    const widened = verdict.judgements.flatMap(({ metric, comparison, advisory }) => {
      if (comparison === null || comparison.limit === null || comparison.against === 'base') return [];
      const { limit, replicates: runs } = comparison;
      // The floors of an exact count have nothing to do with how many runs there are.
      const tolerance = METRICS[metric].exact ? limit : comparison.tolerance;
      return (tolerance > limit || advisory) && runs < RUNS_ENOUGH
        ? [{ metric, runs, limit, tolerance, advisory }]
        : [];
    });
    const factor = (each: { readonly tolerance: number; readonly limit: number }): number =>
      each.tolerance - each.limit;
    const widest = widened.toSorted((left, right) => factor(right) - factor(left))[0];
    return widest === undefined
      ? []
      : [finding('thin-history', 'limitation', 'certain', { scenario: name, ...widest })];
  });
