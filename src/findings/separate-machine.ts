/** More room for service and generator, for the plainest reason that was found. */
import { isOpen } from '../domain/executor.ts';
import { type Advice, finding, named } from './evidence.ts';

/** Fires once: a generator at its limit before competition before loopback. */
export const separateMachine: Advice = ({ run, loads, verdict }, findings) => {
  const because = (['generator-bound', 'competition', 'loopback'] as const).find(
    (name) => named(findings, name).length > 0,
  );
  // Where a limit is broken, production's numbers are not the next thing to ask for.
  const settled = verdict.outcome === 'pass' || verdict.outcome === 'no-baseline';
  if (run.machine === null || because === undefined || (because === 'loopback' && !settled)) return [];
  // On a machine of its own already, the generator competes with strangers only.
  if (because === 'competition' && run.target?.loopback === false) return [];
  // An open loop has no users that could be fewer: its most is only a bound.
  const closed = loads.filter(({ plan }) => !isOpen(plan.load.executor));
  const users = Math.max(1, ...closed.map(({ summary }) => summary.users ?? 1));
  const evidence = { because, cores: run.machine.cores, users };
  return [finding('separate-machine', 'recommendation', 'likely', evidence)];
};
