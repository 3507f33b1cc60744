/** What is to be measured next when two builds stand beside each other: pure, asked after every block. */
import type { ComparingPhase, Phase, Run } from '../domain/measurement.ts';
import type { Plan } from '../domain/plan.ts';
import { blockLoadOf, compareRun } from './compare-run.ts';
import { besideLimit } from './limits.ts';
import { CONFIRM_BLOCKS, CONFIRM_BLOCKS_MIN, CONFIRM_LOOKS, isLook, LAST } from './looks.ts';
import type { Comparison } from '../domain/verdict.ts';
import { METRIC_NAMES } from '../domain/metric.ts';

/** How far a measurement has come, in blocks. */
export interface Progress {
  readonly main: number;
  readonly confirming: number;
  /** How many more the budget pays for. */
  readonly affordable: number;
}

/** {@link nextPhase} of a run. */
export function nextBlock(run: Run, plan: Plan): ComparingPhase | null {
  const count = (phase: Phase): number => run.blocks.filter((block) => block.phase === phase).length;
  const progress = {
    main: count('main'),
    confirming: count('confirm'),
    affordable: affordableBlocks(run, plan),
  };
  return nextPhase(progress, () => limitedComparisons(run, plan));
}

/**
 * At every look: confirms an alarm, stops when every limited metric has its answer, else goes on; within the budget, of which the time for confirming is kept
 * back. Null: nothing more. `compare` is asked at looks only.
 */
export function nextPhase(
  { main, confirming, affordable }: Progress,
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
