/** The smallest changes for the worse that this run would have caught. */
import { METRICS } from '../domain/metric.ts';
import { toSeconds } from '../domain/units.ts';
import { isBlind } from '../stats/boundless.ts';
import { finding, type Rule } from './evidence.ts';

/** Fires for each scenario that was compared, with the metrics that have a relative limit; of those of which no change could have been told from noise, nothing is promised. */
export const detectable: Rule = ({ scenarios }) =>
  scenarios
    .filter(({ believable }) => believable)
    .flatMap(({ name, verdict }) => {
      const changes = verdict.judgements.flatMap(({ metric, comparison }) =>
        comparison === null || comparison.limit === null || isBlind(METRICS[metric], comparison.detectable)
          ? []
          : [{ metric, change: comparison.detectable }],
      );
      const blind = verdict.judgements.flatMap(({ metric, comparison }) =>
        comparison?.limit == null || comparison.sufficient === null
          ? []
          : [{ metric, limit: comparison.limit, seconds: toSeconds(comparison.sufficient) }],
      );
      const isCompared = verdict.judgements.some(({ comparison }) => comparison?.limit != null);
      return !isCompared
        ? []
        : [finding('detectable', 'limitation', 'certain', { scenario: name, changes, blind })];
    });
