/** Writers that race for one branch: how many runs came in, and what became of the branch and of everybody's checkout. */
import { enterBranch } from '../../src/baseline/enter-branch.ts';
import { branchFileOf } from '../../src/baseline/branch-store.ts';
import { decodeBaseline } from '../../src/baseline/codec.ts';
import type { Retrying } from '../../src/baseline/write-onto.ts';
import type { Run } from '../../src/domain/measurement.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { millis } from '../../src/domain/units.ts';
import type { Branch } from '../../src/platform/branch.ts';
import type { World } from '../../src/platform/world.ts';
import { planOf, runOf, sliceOf, spread } from '../unit/judge/sample-run.ts';

/** One writer: its world, and the branch as it reaches it. */
export interface Writer {
  readonly world: World;
  readonly open: () => Promise<Branch>;
}

/** Commits of a branch, from its tip to its beginning, with their parents. */
export interface Counted {
  /** Runs that were entered, and are not on the branch. */
  readonly lost: number;
  /** Runs that are there more than once. */
  readonly duplicated: number;
  readonly kept: number;
}

/** A plan that keeps every run of three rounds of twenty. */
export const racePlan: Plan = { ...planOf(), baseline: { ...planOf().baseline, store: 'branch', keep: 60 } };

/** A busy machine gets as long as it needs. */
const PATIENT: Retrying = {
  deadline: millis(900_000),
  pauseFirst: millis(50),
  pauseMax: millis(1_000),
  random: Math.random,
};

/** The run of one writer in one round: each at a moment of its own. */
export function raceRun(writer: number, round: number): Run {
  const seconds = String(writer).padStart(2, '0');
  const day = new Date(Date.UTC(2026, 0, 1 + round)).toISOString().slice(0, 10);
  return { ...runOf(sliceOf({ latencies: spread(10) })), startedAt: `${day}T10:00:${seconds}.000Z` };
}

/** One round: every writer enters its run of this round, all at once. */
export async function raceOnce(writers: readonly Writer[], round: number): Promise<void> {
  await Promise.all(
    writers.map(async ({ world, open }, index) =>
      enterBranch(await open(), { plan: racePlan, run: raceRun(index, round), page: null }, world, PATIENT),
    ),
  );
}

/** Compares the dates on the branch with those that were entered; of these the newest `keep` are kept. */
export function count(text: string, writers: number, rounds: number): Counted {
  const [history] = decodeBaseline(text, branchFileOf(racePlan.suite)).scenarios['browse']?.histories ?? [];
  const dates = (history?.runs ?? []).map(({ date }) => date);
  const entered = Array.from({ length: rounds }, (_, round) =>
    Array.from({ length: writers }, (__, writer) => raceRun(writer, round).startedAt),
  ).flat();
  const wanted = entered.sort().slice(-racePlan.baseline.keep);
  return {
    lost: wanted.filter((date) => !dates.includes(date)).length,
    duplicated: dates.length - new Set(dates).size,
    kept: dates.length,
  };
}
