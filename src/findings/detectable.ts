/** The smallest changes for the worse that this run would have caught. */
import { toSeconds } from '../domain/units.ts';
import { finding, type Rule } from './evidence.ts';

/** Fires for each scenario that was compared, with the metrics that have a relative limit. */
export const detectable: Rule = ({ scenarios }) =>
  scenarios
    .filter(({ believable }) => believable)
    .flatMap(({ name, verdict }) => {
      const changes = verdict.judgements.flatMap(({ metric, comparison }) =>
        comparison === null || comparison.limit === null ? [] : [{ metric, change: comparison.detectable }],
      );
      const blind = verdict.judgements.flatMap(({ metric, comparison }) =>
        comparison?.limit == null || comparison.sufficient === null
          ? []
          : [{ metric, limit: comparison.limit, seconds: toSeconds(comparison.sufficient) }],
      );
      return changes.length === 0
        ? []
        : [finding('detectable', 'limitation', 'certain', { scenario: name, changes, blind })];
    });
