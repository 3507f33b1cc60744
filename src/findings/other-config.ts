/** The baseline is of another load: not comparable. */
import { finding, type Rule } from './evidence.ts';

/** Fires once for all scenarios whose configuration is not the one of their accepted runs. */
export const otherConfig: Rule = ({ verdict }) => {
  const scenarios = verdict.scenarios
    .filter(({ reference }) => reference.kind === 'other-config')
    .map(({ scenario }) => scenario);
  return scenarios.length === 0 ? [] : [finding('other-config', 'limitation', 'certain', { scenarios })];
};
