/** Pull requests on GitHub: those that a commit is the head of, and the one that brings accepted runs into a file. Numbers come from GitHub, never from what a run of strangers left. */
import { z } from 'zod';
import { phrase } from '../domain/phrase.ts';
import type { Written } from './branch.ts';
import { type ConversationOptions, openOctokit, type Reply, reply } from './github.ts';
import { everyPage, PAGE_SIZE } from './github-pages.ts';
import { attempting, type GitHubBranchOptions, type GitHubPlace, openPlace, tipOf } from './github-branch.ts';
import { callError } from './patience.ts';

/** An open pull request as GitHub has it. */
export interface OpenPull {
  readonly number: number;
  readonly headSha: string;
  /** `owner/name` of the head; null: the repository is gone. */
  readonly headRepository: string | null;
  readonly baseSha: string;
}

/** Where a head lies. */
export interface HeadPlace {
  readonly sha: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly branch: string;
}

/** Branches have few pull requests: one for each branch that they may be merged into. */
const PULLS_MAX = 100;

/** GitHub lists no more than 3,000 files of a pull request. */
const FILE_PAGES_MAX = 30;
const filesSchema = z.array(z.object({ filename: z.string(), previous_filename: z.string().nullish() }));

const sha = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const pullsSchema = z.array(
  z.object({
    number: z.int().positive(),
    state: z.string(),
    head: z.object({ sha, repo: z.object({ full_name: z.string() }).nullish() }),
    base: z.object({ sha }),
  }),
);

/** The open pull requests whose head is this very commit of this very repository. Not by the commit alone: GitHub does not find those of forks by it. */
export async function findPulls(
  head: HeadPlace,
  options: Omit<ConversationOptions, 'pullRequest'>,
): Promise<Reply<readonly OpenPull[]>> {
  const octokit = await openOctokit(options);
  const [owner = '', repo = ''] = options.repository.split('/');
  const [user = ''] = head.repository.split('/');
  return reply(async () => {
    const wanted = { owner, repo, state: 'open' as const, head: `${user}:${head.branch}` };
    const { data } = await octokit.rest.pulls.list({ ...wanted, per_page: PULLS_MAX });
    return pullsSchema
      .parse(data)
      .map((pull) => ({
        number: pull.number,
        headSha: pull.head.sha,
        headRepository: pull.head.repo?.full_name ?? null,
        baseSha: pull.base.sha,
      }))
      .filter((pull) => pull.headSha === head.sha && pull.headRepository === head.repository);
  });
}

/** Paths of the files that a pull request changes, relative to the repository, with those that it renames. They are a stranger's words. */
export async function listChangedFiles(
  pull: number,
  options: Omit<ConversationOptions, 'pullRequest'>,
): Promise<Reply<readonly string[]>> {
  const octokit = await openOctokit(options);
  const [owner = '', repo = ''] = options.repository.split('/');
  return reply(async () => {
    const wanted = { owner, repo, pull_number: pull, per_page: PAGE_SIZE };
    return everyPage(
      FILE_PAGES_MAX,
      (page) => octokit.rest.pulls.listFiles({ ...wanted, page }),
      (data) =>
        filesSchema
          .parse(data)
          .flatMap(({ filename, previous_filename: before }) =>
            before == null ? [filename] : [filename, before],
          ),
    );
  });
}

/** An open pull request of our own, into which accepted runs are written. */
export interface UpdatePull {
  readonly number: number;
  readonly url: string;
}

/** The repository, and the pull request from a branch, if there is one that is open. */
export interface FoundPull {
  /** Of GitHub's objects, for a new one. */
  readonly repositoryId: string;
  readonly pull: UpdatePull | null;
}

/** One branch with its pull request. Every call throws what octokit throws. */
export interface PullBranch {
  find(): Promise<FoundPull>;
  /** Puts the branch where `target` is now. One that is somewhere else, of a pull request that is no longer open, is removed first. */
  restart(target: string): Promise<Written>;
  open(found: FoundPull, target: string, title: string, body: string): Promise<UpdatePull>;
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
  if (commit === null)
    return { kind: 'refused', why: 'missing', message: phrase('no-branch', { branch: target }) };
  if ((await tipOf(place)) !== null) {
    await octokit.rest.git.deleteRef({ owner, repo, ref: `heads/${branch}` }).catch((error: unknown) => {
      // Another run was quicker.
      if (callError(error).status !== 422) throw error;
    });
  }
  await octokit.rest.git.createRef({ owner, repo, ref: `refs/heads/${branch}`, sha: commit });
  return { kind: 'written', commit };
}
