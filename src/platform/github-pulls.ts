/** Finds the pull request that a commit is the head of. Its number is asked of GitHub, never taken from what a run of strangers left. */
import { z } from 'zod';
import { type ConversationOptions, openOctokit, type Reply, reply } from './github.ts';

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
    const paths: string[] = [];
    const wanted = { owner, repo, pull_number: pull, per_page: 100 };
    let pages = 0;
    for await (const page of octokit.paginate.iterator(octokit.rest.pulls.listFiles, wanted)) {
      for (const { filename, previous_filename: before } of filesSchema.parse(page.data))
        paths.push(filename, ...(before == null ? [] : [before]));
      pages += 1;
      if (pages === FILE_PAGES_MAX) break;
    }
    return paths;
  });
}
