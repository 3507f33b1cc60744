/** Something comparable is to be stored. */
import { acceptCommand } from './accept-command.ts';
import { type Advice, finding, named } from './evidence.ts';
import { keptIn } from './kept.ts';

/** Fires when a scenario had nothing to be compared with, and the run is fit to be accepted. */
export const takeBaseline: Advice = ({ plan, scenarios, verdict: whole }, findings) => {
  const missing = (['first-run', 'other-machine', 'other-config'] as const).some(
    (name) => named(findings, name).length > 0,
  );
  const fit = scenarios.every(({ believable, verdict }) => believable && verdict.outcome !== 'fail');
  const evidence = { command: acceptCommand(plan), ...keptIn(plan, whole) };
  return missing && fit ? [finding('take-baseline', 'recommendation', 'certain', evidence)] : [];
};
