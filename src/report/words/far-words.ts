/** Words of what was read of another machine over SSH. */

/** What every language says of it. */
export interface FarWords {
  /** The caption of a table, in plain text. */
  readonly over: (title: string, host: string) => string;
  /** Title of the table of that machine. */
  readonly machine: string;
  /** Least of all its memory that was available. */
  readonly available: string;
}
