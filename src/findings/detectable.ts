/** The smallest changes for the worse that this run would have caught. */
import { finding, type Rule } from './evidence.ts';

/** Fires for each scenario that was compared, with the metrics that have a relative limit. */
export const detectable: Rule = ({ scenarios }) =>
  scenarios
    .filter(({ believable }) => believable)
    .flatMap(({ name, verdict }) => {
      const changes = verdict.judgements.flatMap(({ metric, comparison }) =>
        comparison === null || comparison.limit === null ? [] : [{ metric, change: comparison.detectable }],
      );
      return changes.length === 0
        ? []
        : [finding('detectable', 'limitation', 'certain', { scenario: name, changes })];
    });
