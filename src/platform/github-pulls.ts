/** The pull request that brings accepted runs into a file: its branch, and whether it is open. */
import { z } from 'zod';
import type { Written } from './branch.ts';
import { attempting, type GitHubBranchOptions, type GitHubPlace, openPlace, tipOf } from './github-branch.ts';
import { callError } from './patience.ts';

/** A pull request that is open. */
export interface OpenPull {
  readonly number: number;
  readonly url: string;
}

/** The repository, and the pull request from a branch, if there is one that is open. */
export interface FoundPull {
  /** Of GitHub's objects, for a new one. */
  readonly repositoryId: string;
  readonly pull: OpenPull | null;
}

/** One branch with its pull request. Every call throws what octokit throws. */
export interface PullBranch {
  find(): Promise<FoundPull>;
  /** Puts the branch where `target` is now. One that is somewhere else, of a pull request that is no longer open, is removed first. */
  restart(target: string): Promise<Written>;
  open(found: FoundPull, target: string, title: string, body: string): Promise<OpenPull>;
}

const FIND = `query ($owner: String!, $repo: String!, $head: String!) {
  repository(owner: $owner, name: $repo) {
    id
    pullRequests(headRefName: $head, states: OPEN, first: 1) { nodes { number url } }
  }
}`;
const OPEN = `mutation ($input: CreatePullRequestInput!) {
  createPullRequest(input: $input) { pullRequest { number url } }
}`;

const pull = z.object({ number: z.int(), url: z.string() });
const foundSchema = z.object({
  repository: z.object({ id: z.string(), pullRequests: z.object({ nodes: z.array(pull) }) }),
});
const openedSchema = z.object({ createPullRequest: z.object({ pullRequest: pull }) });

/** Opens the branch; calls nothing yet. */
export async function openPullBranch(options: GitHubBranchOptions): Promise<PullBranch> {
  const place = await openPlace(options);
  const { octokit, owner, repo, branch } = place;
  return {
    async find() {
      const answer = foundSchema.parse(await octokit.graphql(FIND, { owner, repo, head: branch }));
      return { repositoryId: answer.repository.id, pull: answer.repository.pullRequests.nodes[0] ?? null };
    },
    restart: (target) => attempting(() => restart(place, target)),
    async open({ repositoryId }, target, title, body) {
      const input = { repositoryId, baseRefName: target, headRefName: branch, title, body };
      return openedSchema.parse(await octokit.graphql(OPEN, { input })).createPullRequest.pullRequest;
    },
  };
}

async function restart(place: GitHubPlace, target: string): Promise<Written> {
  const { octokit, owner, repo, branch } = place;
  const commit = await tipOf({ ...place, branch: target });
  if (commit === null) return { kind: 'refused', why: 'missing', message: `There is no branch ${target}.` };
  if ((await tipOf(place)) !== null) {
    await octokit.rest.git.deleteRef({ owner, repo, ref: `heads/${branch}` }).catch((error: unknown) => {
      // Another run was quicker.
      if (callError(error).status !== 422) throw error;
    });
  }
  await octokit.rest.git.createRef({ owner, repo, ref: `refs/heads/${branch}`, sha: commit });
  return { kind: 'written', commit };
}
