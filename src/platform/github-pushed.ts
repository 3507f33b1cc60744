/** The commits that a push brought to the line of its branch, by GitHub's comparison of what was there before and after. */
import { z } from 'zod';
import type { openOctokit } from './github.ts';
import { everyPage, PAGE_SIZE } from './github-pages.ts';

/** What a push moved a branch from and to. */
export interface Push {
  /** Null: there was no branch, or nobody says. */
  readonly before: string | null;
  readonly after: string;
}

/** The commits of a push that are on the branch's own line: what merging made, and not what was merged. */
export interface Pushed {
  /** Oldest first. Never empty: the last is `after`. */
  readonly commits: readonly string[];
  /** False: there are more than are read. */
  readonly isWhole: boolean;
}

/** Where it is asked. */
interface Place {
  readonly octokit: Awaited<ReturnType<typeof openOctokit>>;
  readonly owner: string;
  readonly repo: string;
}

/** Five hundred commits: a merge queue brings far fewer. */
const PAGES_MAX = 5;

const sha = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
const comparison = z.object({
  total_commits: z.int().nonnegative(),
  commits: z.array(z.object({ sha, parents: z.array(z.object({ sha })) })),
});
type Compared = z.output<typeof comparison>['commits'][number];

/** Asks GitHub. Throws what octokit throws, and ZodError. */
export async function readPushed({ octokit, owner, repo }: Place, { before, after }: Push): Promise<Pushed> {
  if (before === null) return { commits: [after], isWhole: true };
  let total = 0;
  const compared = await everyPage(
    PAGES_MAX,
    (page) => {
      const wanted = { owner, repo, basehead: `${before}...${after}`, per_page: PAGE_SIZE, page };
      return octokit.rest.repos.compareCommitsWithBasehead(wanted);
    },
    (data) => {
      const { commits, total_commits } = comparison.parse(data);
      total = total_commits;
      return commits;
    },
  );
  return { commits: lineTo(after, compared), isWhole: compared.length >= total };
}

/**
 * From a commit back along first parents, as far as the commits are of the push: what a merge brought in is on the other side of it. A push that brought nothing (to an older commit) is
 * its last commit alone.
 */
export function lineTo(after: string, compared: readonly Compared[]): readonly string[] {
  const parents = new Map(compared.map((each) => [each.sha, each.parents[0]?.sha ?? '']));
  const line = [after];
  // Whatever GitHub answers, this ends.
  while (line.length < compared.length) {
    const next = parents.get(line.at(-1) ?? '');
    if (next === undefined || !parents.has(next)) break;
    line.push(next);
  }
  return line.toReversed();
}
