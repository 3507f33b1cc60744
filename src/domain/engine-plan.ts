/** Which engine sends, and for Locust what it is beside users and times: the user's own locustfile, and how it is run. */

/** Which engine sends. `auto` takes autocannon and falls back to undici where autocannon cannot measure this service truthfully. */
export type EngineChoice = 'auto' | 'autocannon' | 'undici' | 'locust';

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
  /** Added to the allow-listed environment of Locust. */
  readonly env: Readonly<Record<string, string>>;
  /** Hashes of the locustfile and of the files named beside it, by path: other ones are another load. */
  readonly hashes: Readonly<Record<string, string>>;
}
