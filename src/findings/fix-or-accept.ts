/** A regression is mended, or accepted on purpose. */
import { acceptCommand } from './accept-command.ts';
import { type Advice, finding } from './evidence.ts';

/** Fires when a relative limit failed the gate. */
export const fixOrAccept: Advice = ({ plan, verdict }) => {
  const regressed = verdict.scenarios.some(
    ({ outcome, judgements }) =>
      outcome === 'fail' &&
      judgements.some(({ comparison }) => comparison?.outcome === 'regression' && comparison.limit !== null),
  );
  const evidence = { command: acceptCommand(plan), path: plan.baseline.path };
  return regressed ? [finding('fix-or-accept', 'recommendation', 'certain', evidence)] : [];
};
