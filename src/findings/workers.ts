/** Workers on other machines sent the load: who they were, and whether they stayed. */
import type { Finding } from '../domain/finding.ts';
import { unsteady, workerName, type WorkersUse } from '../domain/workers.ts';
import { finding, type Rule } from './evidence.ts';

/** A clock that is further off than this misleads whoever looks something up by it, in milliseconds. */
const CLOCK_OFF = 100;
/** Names that a sentence has room for. */
const NAMES_MAX = 12;

/** Fires once a scenario with workers; again when some were lost or late; and once for the clock that is furthest off. */
export const workers: Rule = ({ scenarios }) =>
  scenarios.flatMap(({ name, summary }) => {
    const uses = summary.slices.flatMap(({ engine }) =>
      engine.workers === undefined ? [] : [engine.workers],
    );
    const [first] = uses;
    if (first === undefined) return [];
    const all: WorkersUse = { mayLose: first.mayLose, workers: uses.flatMap((each) => each.workers) };
    const error = Math.max(0, ...all.workers.map(({ clock }) => clock.error));
    const names = [...new Set(all.workers.map(workerName))];
    const evidence = {
      scenario: name,
      workers: names.slice(0, NAMES_MAX),
      count: Math.max(...uses.map((each) => each.workers.length)),
      error,
    };
    return [
      finding('workers', 'limitation', 'certain', evidence),
      ...unsteadyOf(name, all),
      ...clocksOf(name, all),
    ];
  });

function unsteadyOf(scenario: string, use: WorkersUse): readonly Finding[] {
  const all = unsteady(use);
  if (all.length === 0) return [];
  const lost = all.flatMap((each) =>
    each.lostAt === null ? [] : [{ worker: workerName(each), at: each.lostAt / 1_000 }],
  );
  const late = all.flatMap((each) => (each.lostAt === null ? [workerName(each)] : []));
  const shown = { lost: lost.slice(0, NAMES_MAX), late: late.slice(0, NAMES_MAX) };
  const evidence = { scenario, ...shown, of: use.workers.length, allowed: all.length <= use.mayLose };
  return [finding('workers-unsteady', 'limitation', 'certain', evidence)];
}

function clocksOf(scenario: string, { workers: all }: WorkersUse): readonly Finding[] {
  const [worst] = all.toSorted((one, other) => Math.abs(other.clock.offset) - Math.abs(one.clock.offset));
  if (worst === undefined || Math.abs(worst.clock.offset) - worst.clock.error < CLOCK_OFF) return [];
  const evidence = { scenario, worker: workerName(worst), ...worst.clock };
  return [finding('worker-clocks', 'limitation', 'certain', evidence)];
}
