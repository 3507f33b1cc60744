/** Where the time went by which an answer takes longer. Plain JSON. */

/**
 * A part of a request's latency that can be told apart. `computing`: CPU time without `collection`, which is that of garbage. `disk`: stopped in the kernel for one.
 * `core`: ready to run, and without a core.
 */
export type CostPart = 'computing' | 'collection' | 'database' | 'disk' | 'core';

/** The added latency of a request, taken apart. Times are milliseconds a request. */
export interface Attribution {
  /** By how much the mean latency grew; above zero. */
  readonly added: number;
  /** What grew, the most first. Shares are of `added`: these and that of `unexplained` come to 1. */
  readonly parts: readonly Portion[];
  /** What no part accounts for; 0 when they account for all of it. */
  readonly unexplained: { readonly time: number; readonly share: number };
  /** What got cheaper, and by how much, the most first. No part of the shares. */
  readonly saved: readonly { readonly part: CostPart; readonly time: number }[];
  /** What was not measured on both builds: it may be in `unexplained`. */
  readonly unread: readonly CostPart[];
  /** The statement whose cost grew most; null when none did. */
  readonly statement: GrownStatement | null;
}

/** What one part adds. */
export interface Portion {
  readonly part: CostPart;
  readonly time: number;
  readonly share: number;
}

/** A statement that runs more often, or takes longer. Calls and milliseconds a request. */
export interface GrownStatement {
  readonly database: string;
  /** Normalised by the server; never holds a parameter. */
  readonly text: string;
  /** Null when the base was not seen to run it, and may have among those that took least. */
  readonly before: { readonly calls: number; readonly time: number } | null;
  readonly now: { readonly calls: number; readonly time: number };
}
