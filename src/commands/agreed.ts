/** What the Action asks its pull request: which changes for the worse people accept there. */
import { readPullRequest, withPullRequest } from '../baseline/pull-request.ts';
import type { Standing } from '../domain/acceptance.ts';
import type { Occasion } from '../domain/occasion.ts';
import type { Plan } from '../domain/plan.ts';
import { openReview } from '../platform/github-review.ts';

/** By which GitHub is asked. */
export interface Access {
  /** Empty: there is none. */
  readonly token: string;
  readonly apiUrl: string;
  readonly signal: AbortSignal;
}

/** Adds what the pull request accepts to what stands; nothing where there is none, or no token to ask with. Never throws for what GitHub refuses. */
export async function agreedIn(
  { repository, pullRequest }: Occasion,
  access: Access,
  { scenarios }: Plan,
  standing: Standing,
): Promise<Standing> {
  if (repository === null || pullRequest === null || access.token === '') return standing;
  const review = await openReview({ ...access, repository });
  const names = scenarios.map(({ name }) => name);
  return withPullRequest(standing, await readPullRequest(review, pullRequest.number, names));
}
