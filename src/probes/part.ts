/** What every probe of a build looks like: it watches between a begin and an end, as often as it is told, and reads what all of them came to. */
import type { Plan } from '../domain/plan.ts';
import type { RuntimeChannel } from '../platform/runtime-socket.ts';

/** One probe of one build. None of its methods throws: what cannot be watched is part of the reading. */
export interface Part<Reading> {
  /** The load is about to begin, or has just begun. */
  begin(): Promise<void>;
  /** The load has ended. Without effect when it was not begun. */
  end(): Promise<void>;
  /** Everything between the begins and the ends so far. */
  read(): Reading;
}

/** What of a plan decides what is watched. */
export type WatchPlan = Pick<Plan, 'containers' | 'databases' | 'service'>;

/** The build that is watched. */
export interface Watched {
  /** Base URL with its port, which tells the boot's own containers from those of the other build. */
  readonly url: string;
  /** The service's live process tree; empty when it is not ours. */
  readonly pids: () => readonly number[];
  /** Processes of the generator; none while there is none. */
  readonly generatorPids: () => readonly number[];
  /** What its Node.js processes are asked through; null when they are not observed. */
  readonly runtime: RuntimeChannel | null;
}
