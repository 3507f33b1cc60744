/** Where, when and how often probes look. */
import type { KernelRoot } from '../platform/kernel-files.ts';
import type { openBeat } from './beat.ts';
import { type Millis, millis } from '../domain/units.ts';

/** By default this machine, now. */
export interface LookSources {
  /** What stands for `/`. */
  readonly root: KernelRoot;
  /** Monotonic clock. */
  readonly now: () => Millis;
  /** Strikes when there is something new to look at; by default at regular moments. */
  readonly beat?: typeof openBeat;
}

/** This machine. */
export const thisMoment: LookSources = { root: '/', now: () => millis(performance.now()) };

/** A tree of more processes is large: to look at all of it takes a share of a core that counts… */
export const LARGE_TREE = 100;
/** …so that it is done the less often the more there are of them. Milliseconds from look to look, for each. */
const PROCESS_EVERY = 10;

/** Whether a tree of so many processes is to be looked at again, so long after the last look. */
export const isLookDue = (processes: number, since: number): boolean =>
  processes <= LARGE_TREE || since >= PROCESS_EVERY * processes;
