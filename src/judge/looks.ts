/**
 * When the blocks are looked at, and how much of the error budget each look may spend. All looks together are wrong about an unchanged service once in two
 * hundred times at most (Bonferroni spending: it holds however the looks depend on each other), before an alarm has even been confirmed.
 */

/** One look. */
export interface Look {
  /** Blocks of the main phase at which it happens. */
  readonly blocks: number;
  /** Its share of the error budget, one side. */
  readonly alpha: number;
}

/** The looks of a run, in their order. The first clears most unchanged services, and sees nothing but large changes: with four blocks Student's t asks for 20 standard errors. */
export const LOOKS: readonly Look[] = [
  { blocks: 4, alpha: 0.0005 },
  { blocks: 6, alpha: 0.0005 },
  { blocks: 9, alpha: 0.001 },
  { blocks: 14, alpha: 0.001 },
  { blocks: 22, alpha: 0.001 },
  { blocks: 34, alpha: 0.001 },
];

/** Fresh blocks after which an alarm is confirmed or goes on waiting; after the last number it is refuted. */
export const CONFIRM_LOOKS: readonly number[] = [4, 8, 16];
/** With fewer fresh blocks it stays unconfirmed. */
export const CONFIRM_BLOCKS_MIN = Math.min(...CONFIRM_LOOKS);
/** More are not measured. */
export const CONFIRM_BLOCKS = Math.max(...CONFIRM_LOOKS);
/** Probability of confirming what is not there, at each of these looks, one side. */
export const CONFIRM_ALPHA = 0.025;

/** The look that so many blocks are judged by: the next one, of which they take the place when the budget ends before it. */
export function lookAt(blocks: number): Look {
  return LOOKS.find((look) => blocks <= look.blocks) ?? LAST;
}

/** The last look: nothing is measured beyond it. */
export const LAST: Look = LOOKS.at(-1) ?? { blocks: 0, alpha: 0 };

/** True when a look is due. */
export const isLook = (blocks: number): boolean => LOOKS.some((look) => look.blocks === blocks);
