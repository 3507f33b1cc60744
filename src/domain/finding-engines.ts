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
}
