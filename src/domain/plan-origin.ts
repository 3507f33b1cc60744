/** Where a plan comes from, and what a change altered of what it is judged by itself. Plain JSON. */

/** What a change edits and the base commit decides. */
export interface OwnEdits {
  /** Scenarios whose limits it edits. */
  readonly limits: readonly string[];
  /** Keys of the configuration that it edits. */
  readonly settings: readonly string[];
  /** Scenarios that it removes: their limits judge nothing any more. */
  readonly removed: readonly string[];
  /** Configuration file that it edits where the edits themselves were not read; else null. */
  readonly config: string | null;
  /** File of accepted runs that it edits; null: it does not. */
  readonly baseline: string | null;
}

/** The configuration file behind a plan. */
export interface PlanOrigin {
  /** Relative to the workspace; null: inputs alone made the plan. */
  readonly path: string | null;
  /** Line of each scenario in it, from 1. */
  readonly lines: Readonly<Record<string, number>>;
  /** Null without a base commit whose configuration could be used. */
  readonly edits: OwnEdits | null;
}
