/** Where accepted runs are kept, as findings tell it. Plain JSON. */

/** A file, or a file of the branch that holds accepted runs. */
export interface Kept {
  readonly path: string;
  /** Absent: a file of the repository, to be committed. */
  readonly branch?: string;
}
