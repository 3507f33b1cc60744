/** What rules find about the engine that sent the load. */

/** Evidence of these rules, by their names. */
export interface EngineEvidence {
  'generator-bound': {
    readonly scenario: string;
    readonly cpu: number;
    readonly eventLoop: number;
    /** True when the measurement is void for it; false when it came close. */
    readonly beyond: boolean;
  };
  'own-engine': { readonly scenario: string; readonly why: 'closing-connections' | 'lost-answers' };
  /** A locustfile was the load. `rounded`: response times are those of Locust's own statistics. */
  locust: { readonly scenario: string; readonly version: string; readonly rounded: boolean };
  /** A script of k6 was the load. */
  k6: {
    readonly scenario: string;
    /** Empty where it is not known. */
    readonly version: string;
    readonly checks: { readonly passed: number; readonly failed: number };
    readonly iterations: number;
    /** Iterations that were due and had no user free. */
    readonly dropped: number;
  };
  /** Of `of` thresholds of that script k6 found `count` crossed; the first of those: `http_req_duration: p(95)<500`. */
  'k6-thresholds': {
    readonly scenario: string;
    readonly of: number;
    readonly count: number;
    readonly crossed: readonly string[];
  };
  /** Workers on other machines sent the load. `workers`: names of the first `count`. `error`: the most by which a request may lie beside its true time. */
  workers: {
    readonly scenario: string;
    readonly workers: readonly string[];
    readonly count: number;
    readonly error: number;
  };
  /** Some were lost, or came late. `at`: seconds into the measured time. */
  'workers-unsteady': {
    readonly scenario: string;
    readonly lost: readonly { readonly worker: string; readonly at: number }[];
    readonly late: readonly string[];
    readonly of: number;
    /** The configuration allows for so many. */
    readonly allowed: boolean;
  };
  /** The clock of the world that is furthest off. */
  'worker-clocks': {
    readonly scenario: string;
    readonly worker: string;
    readonly offset: number;
    readonly error: number;
  };
}
