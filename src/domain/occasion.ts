/** Why and on what this run happens: a pull request, a push, somebody's laptop. Plain JSON. */

/** The event behind a run. */
export interface Occasion {
  readonly kind:
    | 'pull-request'
    | 'push'
    | 'merge-group'
    | 'tag'
    | 'release'
    | 'manual'
    | 'schedule'
    | 'local'
    | 'other';
  /** `owner/name`, or null outside GitHub. */
  readonly repository: string | null;
  /** The commit that is measured, where known. */
  readonly headSha: string | null;
  /** The commit that the reference, limits and allow-lists are read from; null: the working tree (a local run without `--base`). */
  readonly baseSha: string | null;
  readonly pullRequest: PullRequest | null;
  /** Page of the workflow run, or null. */
  readonly runUrl: string | null;
  /** The branch whose commit is measured; absent where there is none, as on a pull request or a tag, or nobody says. */
  readonly branch?: OwnBranch;
  /** The pull request that a merge group is to merge; absent where there is none. It has no comment from here. */
  readonly queued?: number;
}

/** A branch of the repository. */
export interface OwnBranch {
  /** Without `refs/heads/`. */
  readonly name: string;
  /** Of the repository. */
  readonly isDefault: boolean;
}

/** The pull request behind a run. */
export interface PullRequest {
  readonly number: number;
  /** From a fork or by a bot whose token is read-only by design. */
  readonly fromFork: boolean;
}
