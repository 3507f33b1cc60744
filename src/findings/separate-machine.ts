/** More room for service and generator, for the plainest reason that was found. */
import { type Advice, finding, named } from './evidence.ts';

/** Fires once: a generator at its limit before competition before loopback. */
export const separateMachine: Advice = ({ run, scenarios, verdict }, findings) => {
  const because = (['generator-bound', 'competition', 'loopback'] as const).find(
    (name) => named(findings, name).length > 0,
  );
  // Where a limit is broken, production's numbers are not the next thing to ask for.
  const settled = verdict.outcome === 'pass' || verdict.outcome === 'no-baseline';
  if (because === undefined || (because === 'loopback' && !settled)) return [];
  const users = Math.max(...scenarios.map(({ summary }) => summary.users));
  const evidence = { because, cores: run.machine.cores, users };
  return [finding('separate-machine', 'recommendation', 'likely', evidence)];
};
