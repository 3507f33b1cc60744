/** A longer history makes the limits sharp. */
import { type Advice, finding } from './evidence.ts';
import { keptIn } from './kept.ts';
import { RUNS_ENOUGH } from './thin-history.ts';

/** Fires when few accepted runs widened a limit or left a metric inconclusive, with the shortest history among them. */
export const moreBaselineRuns: Advice = ({ plan, scenarios, verdict: whole }) => {
  const thin = scenarios.flatMap(({ believable, verdict }) =>
    verdict.judgements.flatMap(({ comparison, advisory }) => {
      if (!believable || comparison === null || comparison.limit === null) return [];
      if (comparison.against === 'base') return [];
      const blurred = comparison.widened || advisory || comparison.outcome === 'inconclusive';
      return blurred && comparison.replicates < RUNS_ENOUGH ? [comparison.replicates] : [];
    }),
  );
  if (thin.length === 0) return [];
  const evidence = { runs: Math.min(...thin), wanted: RUNS_ENOUGH, ...keptIn(plan, whole) };
  return [finding('more-baseline-runs', 'recommendation', 'certain', evidence)];
};
