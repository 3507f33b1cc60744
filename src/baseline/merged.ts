/** What the pull requests accepted that a push merged, be it one or, from a merge queue, several: to be judged with, and recorded with their commits. */
import type { RefusedAcceptance } from '../domain/acceptance.ts';
import type { Review } from '../platform/github-review.ts';
import type { Push } from '../platform/github-pushed.ts';
import { type Found, readPullRequest } from './pull-request.ts';

/** Most commits of a push whose pull requests are asked for: half of the largest merge queue. The newest count. */
const COMMITS_MAX = 50;
/** More refusals are noise. */
const REFUSED_MAX = 10;

/**
 * The acceptances of the pull requests that a push merged, oldest first, each with the commit that its merge made; and what kept others from it. One that cannot be read does not lose the
 * others. Never throws for what GitHub refuses.
 */
export async function readMerged(review: Review, push: Push, scenarios: readonly string[]): Promise<Found> {
  const { commits, refused } = await commitsOf(review, push);
  const found: Found[] = [{ acceptances: [], refused }];
  const read = new Set<number>();
  for (const sha of commits) {
    const merged = await review.mergedBy(sha);
    if ('refusal' in merged) {
      found.push({ acceptances: [], refused: [notRead(sha.slice(0, 12), merged.refusal.message)] });
      continue;
    }
    for (const number of merged.value.filter((each) => !read.has(each))) {
      read.add(number);
      found.push(mergedAs(sha, number, await readPullRequest(review, number, scenarios)));
    }
  }
  const all = found.flatMap((each) => each.refused);
  return {
    acceptances: found.flatMap(({ acceptances }) => acceptances),
    // What was lost for want of an answer comes before what does not count anyway.
    refused: all
      .toSorted((left, right) => Number(right.kind === 'not-read') - Number(left.kind === 'not-read'))
      .slice(0, REFUSED_MAX),
  };
}

/** The commits to ask about, and what is left out of them. */
async function commitsOf(
  review: Review,
  push: Push,
): Promise<{ readonly commits: readonly string[]; readonly refused: readonly RefusedAcceptance[] }> {
  const { before, after } = push;
  const range = `${before?.slice(0, 12) ?? ''}...${after.slice(0, 12)}`;
  const pushed = await review.pushed(push);
  // The last one is known without an answer.
  if ('refusal' in pushed) return { commits: [after], refused: [notRead(range, pushed.refusal.message)] };
  const { commits, isWhole } = pushed.value;
  const asked = commits.slice(-COMMITS_MAX);
  const isAll = isWhole && asked.length === commits.length;
  return { commits: asked, refused: isAll ? [] : [notRead(range, `> ${asked.length} commits`)] };
}

const notRead = (what: string, message: string): RefusedAcceptance => ({
  kind: 'not-read',
  message: `${what}: ${message}`,
});

const mergedAs = (commit: string, number: number, { acceptances, refused }: Found): Found => ({
  acceptances: acceptances.map((each) => ({ ...each, commit })),
  refused: refused.map((each) => (each.kind === 'not-read' ? notRead(`#${number}`, each.message) : each)),
});
