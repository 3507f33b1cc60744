/** How much longer a run takes, as far as its plan and what it measured so far tell. Pure. */
import type { Scenario } from '../domain/plan.ts';
import type { BlocksAhead, TimeLeft } from '../domain/progress.ts';
import { type Millis, millis } from '../domain/units.ts';
import { stepTime } from './step.ts';

/** How far the head alone is. */
export interface AloneSoFar {
  readonly scenarios: readonly Scenario[];
  /** The scenario under load, by its index. */
  readonly index: number;
  /** Time of its load that has passed, warm-up included. */
  readonly done: Millis;
  /** Most time under load in all, where a comparison with the base commit may follow; else null. */
  readonly budget: Millis | null;
}

/** What is left while the head is measured alone: the scenarios from this one on, and a comparison that may follow. */
export function leftAlone({ scenarios, index, done, budget }: AloneSoFar): TimeLeft {
  const times = scenarios.map(scenarioTime);
  const before = sumOf(times.slice(0, index));
  const alone = sumOf(times);
  const whole = Math.max(alone, budget ?? 0);
  const passed = before + Math.min(done, times[index] ?? 0);
  const isSearching = scenarios.slice(index).some(({ search }) => search !== null);
  return {
    time: millis(whole - passed),
    whole: millis(whole),
    basis: whole > alone ? 'load-at-most' : isSearching ? 'at-most' : 'planned',
  };
}

/** Time under load that a scenario takes on one build: of a search the most that it may, which is one step at least. */
export function scenarioTime({ load, search }: Scenario): Millis {
  if (search === null) return millis(load.warmUp + load.executor.duration);
  return millis(load.warmUp + Math.max(search.budget, stepTime('raise', load)));
}

/** How far a comparison is. Times by the wall clock, but for `load` and `budget`. */
export interface BesideSoFar {
  /** Null before the first block has been measured. */
  readonly ahead: BlocksAhead | null;
  /** How long blocks like this one took, on average; null before there was one. */
  readonly blockTime: Millis | null;
  /** Since this block began. */
  readonly intoBlock: Millis;
  /** Since the first block began. */
  readonly passed: Millis;
  /** Time under load of all blocks before this one. */
  readonly load: Millis;
  /** Most time under load; null where the number of blocks is given instead. */
  readonly budget: Millis | null;
}

/** What is left while builds are measured beside each other; null where nothing bounds it yet. */
export function leftBeside({
  ahead,
  blockTime,
  intoBlock,
  passed,
  load,
  budget,
}: BesideSoFar): TimeLeft | null {
  if (ahead !== null && blockTime !== null) {
    const time = Math.max(0, blockTime - intoBlock) + (ahead.inAll - 1) * blockTime;
    return {
      time: millis(time),
      whole: millis(passed + time),
      basis: ahead.isExact ? 'planned' : 'at-most',
    };
  }
  if (budget === null) return null;
  return {
    time: millis(Math.max(0, budget - load - intoBlock)),
    whole: millis(Math.max(budget, load + intoBlock)),
    basis: 'load-at-most',
  };
}

const sumOf = (times: readonly Millis[]): number => times.reduce((sum, time) => sum + time, 0);
