/** What the Action asks its pull request, that of a merge group, or those that a push merged: which changes for the worse people accept there. */
import { readMerged } from '../baseline/merged.ts';
import { type Found, readPullRequest, withPullRequest } from '../baseline/pull-request.ts';
import type { Standing } from '../domain/acceptance.ts';
import type { Occasion } from '../domain/occasion.ts';
import type { Plan } from '../domain/plan.ts';
import { MERGED_PATIENCE, openReview } from '../platform/github-review.ts';

/** By which GitHub is asked. */
export interface Access {
  /** Empty: there is none. */
  readonly token: string;
  readonly apiUrl: string;
  readonly signal: AbortSignal;
}

/**
 * Adds to what stands what the pull request accepts, be it one in a merge queue, or, on a push to the default branch, the pull requests that it merged: what they accepted is not in the baseline yet. Nothing where
 * there is neither, or no token to ask with. Never throws for what GitHub refuses.
 */
export async function agreedIn(
  occasion: Occasion,
  access: Access,
  { scenarios }: Plan,
  standing: Standing,
): Promise<Standing> {
  if (access.token === '') return standing;
  const names = scenarios.map(({ name }) => name);
  const found = await foundIn(occasion, access, names);
  return found === null ? standing : withPullRequest(standing, found);
}

async function foundIn(
  { kind, repository, pullRequest, queued, headSha, baseSha, branch }: Occasion,
  access: Access,
  names: readonly string[],
): Promise<Found | null> {
  if (repository === null) return null;
  const number = pullRequest?.number ?? queued;
  if (number !== undefined)
    return readPullRequest(await openReview({ ...access, repository }), number, names);
  if (kind !== 'push' || branch?.isDefault !== true || headSha === null) return null;
  const review = await openReview({ ...access, repository, patience: MERGED_PATIENCE });
  return readMerged(review, { before: baseSha, after: headSha }, names);
}
