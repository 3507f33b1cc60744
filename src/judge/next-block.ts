/** What is to be measured next when two builds stand beside each other: pure, asked after every block. */
import type { ComparingPhase, Phase, Run } from '../domain/measurement.ts';
import type { Plan } from '../domain/plan.ts';
import type { BlocksAhead } from '../domain/progress.ts';
import { blockLoadOf, compareRun } from './compare-run.ts';
import { besideLimit } from './limits.ts';
import { CONFIRM_BLOCKS, CONFIRM_BLOCKS_MIN, CONFIRM_LOOKS, isLook, LAST } from './looks.ts';
import type { Comparison } from '../domain/verdict.ts';
import { METRIC_NAMES } from '../domain/metric.ts';

/** How far a measurement has come, in blocks. */
export interface BlocksSoFar {
  readonly main: number;
  readonly confirming: number;
  /** How many more the budget pays for. */
  readonly affordable: number;
}

/** {@link nextPhase} of a run. */
export function nextBlock(run: Run, plan: Plan): ComparingPhase | null {
  return nextPhase(soFar(run, plan), () => limitedComparisons(run, plan));
}

/** What the judge has to say of a plan's blocks: which one is next, and how many may still follow. */
export const blockJudge = (plan: Plan) => ({
  next: (run: Run): ComparingPhase | null => nextBlock(run, plan),
  ahead: (run: Run, phase: ComparingPhase): BlocksAhead | null => mostBlocks(soFar(run, plan), phase),
});

function soFar(run: Run, plan: Plan): BlocksSoFar {
  const count = (phase: Phase): number => run.blocks.filter((block) => block.phase === phase).length;
  return { main: count('main'), confirming: count('confirm'), affordable: affordableBlocks(run, plan) };
}

/** How many blocks may follow at most, where one of this phase is the next; null before the first block has shown what one costs. */
export function mostBlocks(
  { main, confirming, affordable }: BlocksSoFar,
  phase: ComparingPhase,
): BlocksAhead | null {
  if (!Number.isFinite(affordable)) return null;
  const within = (blocks: number): number => Math.max(1, Math.min(blocks, affordable));
  const confirm = CONFIRM_BLOCKS - confirming;
  if (phase === 'confirm') return { inPhase: within(confirm), inAll: within(confirm), isExact: false };
  const rest = LAST.blocks - main;
  const inPhase = Math.max(1, Math.min(rest, affordable - CONFIRM_BLOCKS_MIN));
  return { inPhase, inAll: within(rest + confirm), isExact: false };
}

/**
 * At every look: confirms an alarm, stops when every limited metric has its answer, else goes on; within the budget, of which the time for confirming is kept
 * back. Null: nothing more. `compare` is asked at looks only.
 */
export function nextPhase(
  { main, confirming, affordable }: BlocksSoFar,
  compare: () => readonly Comparison[],
): ComparingPhase | null {
  if (confirming > 0) {
    const isOpen = !CONFIRM_LOOKS.includes(confirming) || compare().some(isUnconfirmed);
    return confirming < CONFIRM_BLOCKS && affordable >= 1 && isOpen ? 'confirm' : null;
  }
  const goesOn = main < LAST.blocks && affordable >= 1 + CONFIRM_BLOCKS_MIN;
  if (goesOn && !isLook(main)) return 'main';
  const limited = compare();
  if (limited.some(({ confirmation }) => confirmation !== null))
    return affordable >= CONFIRM_BLOCKS_MIN ? 'confirm' : null;
  if (limited.every(({ outcome }) => outcome !== 'inconclusive')) return null;
  return goesOn ? 'main' : null;
}

const isUnconfirmed = ({ confirmation }: Comparison): boolean =>
  confirmation !== null && confirmation !== 'confirmed';

/** How many more blocks like those so far the budget pays for. */
function affordableBlocks(run: Run, { budget }: Plan): number {
  const spent = run.blocks.reduce((sum, { load }) => sum + load, 0);
  const each = blockLoadOf(run);
  return each > 0 ? Math.floor((budget - spent) / each) : Infinity;
}

function limitedComparisons(run: Run, plan: Plan): readonly Comparison[] {
  const compared = compareRun(run, plan);
  return plan.scenarios.flatMap(({ name, limits }) => {
    const { comparisons = {} } = compared.get(name) ?? {};
    return METRIC_NAMES.flatMap((metric) =>
      besideLimit(metric, limits) === null ? [] : (comparisons[metric] ?? []),
    );
  });
}
