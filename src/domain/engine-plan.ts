/** Which engine sends, and for Locust and k6 what it is beside users and times: code of the user's own, and how it is run. */
import type { Millis } from './units.ts';

/** Which engine sends. `auto` takes autocannon and falls back to undici where autocannon cannot measure this service truthfully. */
export type EngineChoice = 'auto' | 'autocannon' | 'undici' | 'locust' | 'k6';

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

/** k6, as a scenario asks for it. */
export interface K6Plan {
  /** The script, relative to the workspace. */
  readonly script: string;
  /** Name or path of the executable; with a slash in it, relative to the workspace. */
  readonly command: string;
  /** `scenario`: users and times are the scenario's, in the place of the script's own options. `script`: the script's own. */
  readonly shape: 'scenario' | 'script';
  /** Tags of every point, by name. */
  readonly tags: Readonly<Record<string, string>>;
  /** Added to the allow-listed environment of k6; the script reads all of it in `__ENV`. */
  readonly env: Readonly<Record<string, string>>;
  /** Hashes of the script and of the files named beside it, by path: other ones are another load. */
  readonly hashes: Readonly<Record<string, string>>;
}

/** Whether a program of its own sends, by code of the user's: what is sent, and with which pauses, nobody but that code knows. */
export const isForeign = (load: { readonly locust?: LocustPlan; readonly k6?: K6Plan }): boolean =>
  load.locust !== undefined || load.k6 !== undefined;
