/** An absolute limit is kept, and how much room is left. */
import { finding, type Rule } from './evidence.ts';

/** Fires for each kept bound of a believable measurement that has a value. */
export const objectiveMet: Rule = ({ scenarios }) =>
  scenarios
    .filter(({ believable }) => believable)
    .flatMap(({ name, verdict }) =>
      verdict.judgements.flatMap(({ metric, value, bounds }) =>
        bounds.flatMap(({ bound, direction, broken }) => {
          if (broken || value === null || bound <= 0) return [];
          const headroom = Math.max(0, direction === 'max' ? 1 - value / bound : value / bound - 1);
          const evidence = { scenario: name, metric, value, bound, headroom };
          return [finding('objective-met', 'strength', 'certain', evidence)];
        }),
      ),
    );
