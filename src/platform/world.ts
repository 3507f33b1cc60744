/** The outside world as a parameter: where we are, what time it is, who may stop us, and where words go. */
import type { Millis } from '../domain/units.ts';
import type { Log } from './log.ts';
import type { Vault } from './vault.ts';

/** Everything the rooms below the doors may know of the process they run in. */
export interface World {
  /** The workspace: an absolute path that relative paths of the config start from. */
  readonly workspace: string;
  /** A folder of this run's own for logs and exchange files; absolute; outside the workspace where possible. */
  readonly temporary: string;
  /** The environment as it was at start, tokens already removed. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What was taken out of the environment, by name. */
  readonly vault: Vault;
  /** Aborted on SIGINT or SIGTERM. Every wait listens to it. */
  readonly signal: AbortSignal;
  readonly log: Log;
  /** Monotonic clock. */
  readonly now: () => Millis;
  /** Wall clock, for records only, never for durations. */
  readonly date: () => Date;
  /** How to start the generator process: an executable and its arguments (`generator.js` of dist, or the source in development). */
  readonly generator: readonly [command: string, ...args: string[]];
}
