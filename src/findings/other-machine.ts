/** The baseline is of another machine: not comparable. */
import { finding, type Rule } from './evidence.ts';

/** Fires once for all scenarios whose accepted runs are all of other machines. */
export const otherMachine: Rule = ({ verdict }) => {
  const others = verdict.scenarios.flatMap(({ scenario, reference }) =>
    reference.kind === 'other-machine' ? [{ scenario, reference }] : [],
  );
  const [first] = others;
  if (first === undefined) return [];
  const known = [...new Set(others.flatMap(({ reference }) => reference.known))];
  const scenarios = others.map(({ scenario }) => scenario);
  return [
    finding('other-machine', 'limitation', 'certain', { scenarios, known, here: first.reference.here }),
  ];
};
