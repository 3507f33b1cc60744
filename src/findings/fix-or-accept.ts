/** A regression is mended, or accepted on purpose. */
import { acceptCommand } from './accept-command.ts';
import { type Advice, finding } from './evidence.ts';
import { keptIn } from './kept.ts';

/** Fires when a relative limit failed the gate. */
export const fixOrAccept: Advice = ({ plan, verdict }) => {
  const regressions = verdict.scenarios.flatMap(({ outcome, judgements }) =>
    judgements.flatMap(({ comparison }) =>
      outcome === 'fail' && comparison?.outcome === 'regression' && comparison.limit !== null
        ? [comparison.against]
        : [],
    ),
  );
  if (regressions.length === 0) return [];
  const against = regressions.includes('base') ? ('base' as const) : ('baseline' as const);
  const kept = keptIn(plan, verdict);
  const evidence = { command: acceptCommand(plan, kept), ...kept, against };
  return [finding('fix-or-accept', 'recommendation', 'certain', evidence)];
};
