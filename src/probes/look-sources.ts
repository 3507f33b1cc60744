/** Where and when probes look. */
import { type Millis, millis } from '../domain/units.ts';

/** By default this machine, now. */
export interface LookSources {
  /** Folder that stands for `/`. */
  readonly root: string;
  /** Monotonic clock. */
  readonly now: () => Millis;
}

/** This machine. */
export const thisMoment: LookSources = { root: '/', now: () => millis(performance.now()) };
