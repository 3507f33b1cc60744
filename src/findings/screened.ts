/** The stored baseline had its doubts, and the base commit was asked. */
import { finding, type Rule } from './evidence.ts';

/** Fires for each scenario that both judged, with the metrics in which the baseline saw a change for the worse or could not decide. */
export const screened: Rule = ({ scenarios }) =>
  scenarios.flatMap(({ name, verdict: { screen } }) => {
    if (screen === null) return [];
    const changes = screen.judgements.flatMap(({ metric, comparison }) =>
      comparison?.limit != null &&
      (comparison.outcome === 'regression' || comparison.outcome === 'inconclusive')
        ? [{ metric, change: comparison.change }]
        : [],
    );
    return [
      finding('screened', 'limitation', 'certain', { scenario: name, outcome: screen.outcome, changes }),
    ];
  });
