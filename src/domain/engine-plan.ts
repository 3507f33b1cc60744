/** Which engine sends, and for Locust what it is beside users and times: the user's own locustfile, and how it is run. */
import type { Millis } from './units.ts';

/** Which engine sends. `auto` takes autocannon and falls back to undici where autocannon cannot measure this service truthfully. */
export type EngineChoice = 'auto' | 'autocannon' | 'undici' | 'locust';

/** Workers of Locust on other machines, as a scenario asks for them. */
export interface LocustWorkers {
  /** So many must have joined before the load begins. */
  readonly count: number;
  readonly joinWithin: Millis;
  /** Address and port on which the master waits for them; the address is one of this machine's, or `*`. */
  readonly bind: string;
  readonly port: number;
  /** Shell commands that start workers; `{host}` and `{port}` are replaced. Without any they are started by somebody else. */
  readonly start: readonly string[];
  /** So many may be lost, or come late, before the measurement is void. */
  readonly mayLose: number;
}

/** Locust, as a scenario asks for it. */
export interface LocustPlan {
  /** The locustfile, relative to the workspace. */
  readonly file: string;
  /** Name or path of the executable; with a slash in it, relative to the workspace. */
  readonly command: string;
  /** Users that start in a second. */
  readonly spawnRate: number;
  /** Tasks with any of these tags are run, all when empty… */
  readonly tags: readonly string[];
  /** …but none with any of these. */
  readonly excludeTags: readonly string[];
  /** Processes that users are spread over: one thread and so one core each. */
  readonly processes: number;
  /** Null: all of it runs on this machine. */
  readonly workers: LocustWorkers | null;
  /** Added to the allow-listed environment of Locust. */
  readonly env: Readonly<Record<string, string>>;
  /** Hashes of the locustfile and of the files named beside it, by path: other ones are another load. */
  readonly hashes: Readonly<Record<string, string>>;
}
