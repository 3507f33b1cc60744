/** Where each block of a comparison is in the run: its number, and how much longer the run takes. */
import type { Block, Phase, Run } from '../domain/measurement.ts';
import type { Plan } from '../domain/plan.ts';
import type { BlocksAhead } from '../domain/progress.ts';
import { type Millis, millis } from '../domain/units.ts';
import type { World } from '../platform/world.ts';
import type { Position } from './progress.ts';
import { leftBeside } from './time-left.ts';

/** What blocks of a comparison are for. */
type BlockPhase = Exclude<Phase, 'alone'>;

/** How many blocks may still follow when one of this phase is the next, given the run so far (null: before the first that compares); null when nobody knows. */
export type Ahead = (run: Run | null, phase: BlockPhase) => BlocksAhead | null;

/** Positions of the blocks of one comparison; remembers how long they took. */
export interface Positions {
  /** The position of a block that begins now. `blocks`: those before it; `run`: what they are to the judge. */
  begin(phase: BlockPhase, blocks: readonly Block[], run: Run | null): Position;
  /** The block that was begun is complete. */
  complete(): void;
}

/** Opens them when the first block is about to begin. */
export function openPositions({ budget }: Plan, ahead: Ahead, { now }: Pick<World, 'now'>): Positions {
  const start = now();
  const times: Millis[] = [];
  let begun: { readonly phase: Phase; readonly at: Millis } | null = null;
  return {
    begin(phase, blocks, run) {
      const at = now();
      begun = { phase, at };
      const following = ahead(run, phase);
      const number = 1 + blocks.filter((block) => block.phase === phase).length;
      const most = following === null || phase === 'explore' ? null : number - 1 + following.inPhase;
      const load = millis(blocks.reduce((sum, block) => sum + block.load, 0));
      const left: Position['left'] = () =>
        leftBeside({
          ahead: following,
          blockTime: meanOf(times),
          intoBlock: millis(now() - at),
          passed: millis(now() - start),
          load,
          budget: following?.isExact === true ? null : budget,
        });
      return { phase, block: { number, most }, left };
    },
    complete() {
      // A search for levels takes much longer than the blocks that repeat some of them.
      if (begun !== null && begun.phase !== 'explore') times.push(millis(now() - begun.at));
      begun = null;
    },
  };
}

const meanOf = (times: readonly Millis[]): Millis | null =>
  times.length === 0 ? null : millis(times.reduce((sum, time) => sum + time, 0) / times.length);
