/** Nothing could be read about the machine's use, so nothing can be said about bottlenecks. */
import { finding, type Rule } from './evidence.ts';

/** Fires once, with the scenarios that have no reading. */
export const notWatched: Rule = ({ scenarios }) => {
  const blind = scenarios.filter(({ here }) => here === null).map(({ name }) => name);
  return blind.length === 0 ? [] : [finding('not-watched', 'limitation', 'certain', { scenarios: blind })];
};
