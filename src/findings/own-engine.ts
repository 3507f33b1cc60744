/** autocannon could not measure this service truthfully, so the engine of our own did. */
import { finding, type Rule } from './evidence.ts';

/** Fires once a scenario that was measured by another engine than the default for a reason that was seen. */
export const ownEngine: Rule = ({ scenarios }) =>
  scenarios.flatMap(({ name, summary }) => {
    const whys = summary.slices.flatMap(({ engine: { why } }) =>
      why === 'closing-connections' || why === 'lost-answers' ? [why] : [],
    );
    const [why] = whys;
    return why === undefined ? [] : [finding('own-engine', 'limitation', 'certain', { scenario: name, why })];
  });
