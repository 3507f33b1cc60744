/** Something comparable is to be stored. */
import { acceptCommand } from './accept-command.ts';
import { type Advice, finding, named } from './evidence.ts';

/** Fires when a scenario had nothing to be compared with, and the run is fit to be accepted. */
export const takeBaseline: Advice = ({ plan, scenarios }, findings) => {
  const missing = (['first-run', 'other-machine', 'other-config'] as const).some(
    (name) => named(findings, name).length > 0,
  );
  const fit = scenarios.every(({ believable, verdict }) => believable && verdict.outcome !== 'fail');
  const evidence = { command: acceptCommand(plan), path: plan.baseline.path };
  return missing && fit ? [finding('take-baseline', 'recommendation', 'certain', evidence)] : [];
};
