/** An absolute limit is broken. */
import { finding, type Rule } from './evidence.ts';

/** Fires for each broken bound. Errors are the service's own even where timings are void. */
export const objectiveMissed: Rule = ({ scenarios }) =>
  scenarios.flatMap(({ name, verdict, believable }) =>
    verdict.judgements
      .filter(({ metric }) => believable || metric === 'error-rate')
      .flatMap(({ metric, value, bounds }) =>
        bounds.flatMap(({ bound, broken }) =>
          broken && value !== null
            ? [finding('objective-missed', 'weakness', 'certain', { scenario: name, metric, value, bound })]
            : [],
        ),
      ),
  );
