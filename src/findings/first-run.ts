/** There is nothing to compare with yet. */
import { finding, type Rule } from './evidence.ts';

/** Fires once for all scenarios that no run was ever accepted for. */
export const firstRun: Rule = ({ verdict }) => {
  const firsts = verdict.scenarios.flatMap(({ scenario, reference }) =>
    reference.kind === 'first-run' ? [{ scenario, path: reference.source.path }] : [],
  );
  const [first] = firsts;
  if (first === undefined) return [];
  const scenarios = firsts.map(({ scenario }) => scenario);
  return [finding('first-run', 'limitation', 'certain', { scenarios, path: first.path })];
};
