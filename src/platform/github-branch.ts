/** A branch on GitHub by its API: read by its objects, written by commits that GitHub signs, with the tip that each was made from as the lock. */
import { z } from 'zod';
import { Failure } from '../domain/failure.ts';
import { type Phrase, phrase } from '../domain/phrase.ts';
import type { Branch, Change, CommitMessage, Look, Written } from './branch.ts';
import { openOctokit } from './github.ts';
import { refusedWrite } from './github-refusal.ts';
import { callError, PATIENCE, type Patience } from './patience.ts';

/** Where the branch is, and who asks. */
export interface GitHubBranchOptions {
  readonly token: string;
  /** Base URL of the REST API (`GITHUB_API_URL`). */
  readonly apiUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  /** Without `refs/heads/`. */
  readonly branch: string;
  /** Ends every call. */
  readonly signal: AbortSignal;
  readonly patience?: Patience;
}

/** A client, and where it asks. */
export interface GitHubPlace {
  readonly octokit: Awaited<ReturnType<typeof openOctokit>>;
  readonly owner: string;
  readonly repo: string;
  readonly branch: string;
}

/** Many writers wait for each other: longer than a comment does. */
const WRITING: Patience = { ...PATIENCE, total: 180_000 };
/** Both input and answer by GitHub's public schema (docs.github.com/graphql/reference/mutations#createcommitonbranch). */
const COMMIT = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;

const sha = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
const refsSchema = z.array(z.object({ ref: z.string(), object: z.object({ sha }) }));
const treeSchema = z.object({
  truncated: z.boolean(),
  tree: z.array(z.object({ path: z.string(), mode: z.string(), sha })),
});
const blobSchema = z.object({ content: z.string(), encoding: z.literal('base64') });
const shaSchema = z.object({ sha });
const committedSchema = z.object({ createCommitOnBranch: z.object({ commit: z.object({ oid: sha }) }) });

/** Opens the branch; calls nothing yet. */
export async function openGitHubBranch(options: GitHubBranchOptions): Promise<Branch> {
  const place = await openPlace(options);
  return {
    name: options.branch,
    look: (path, bytesMax) => reaching(place, () => look(place, path, bytesMax)),
    create: (path, text, message) => attempting(() => create(place, path, text, message)),
    write: (change) => attempting(() => write(place, change)),
  };
}

/** The client for a branch. */
export async function openPlace(options: GitHubBranchOptions): Promise<GitHubPlace> {
  const octokit = await openOctokit({ ...options, patience: options.patience ?? WRITING });
  const [owner = '', repo = ''] = options.repository.split('/');
  return { octokit, owner, repo, branch: options.branch };
}

/** Does what may be refused; a refusal is the answer. */
export async function attempting(work: () => Promise<Written>): Promise<Written> {
  try {
    return await work();
  } catch (error) {
    return refusedWrite(error);
  }
}

/**
 * The commit at the tip; null: there is no such branch. The list of refs says so without doubt: a single ref that is not found may as well be one that the token
 * must not see.
 */
export async function tipOf({ octokit, owner, repo, branch }: GitHubPlace): Promise<string | null> {
  const listed = await octokit.rest.git.listMatchingRefs({ owner, repo, ref: `heads/${branch}` });
  const found = refsSchema.parse(listed.data).find(({ ref }) => ref === `refs/heads/${branch}`);
  return found?.object.sha ?? null;
}

async function look(place: GitHubPlace, path: string, bytesMax: number): Promise<Look> {
  const tip = await tipOf(place);
  if (tip === null) return { tip, text: null };
  const { octokit, owner, repo } = place;
  let tree = tip;
  const steps = path.split('/');
  for (const [index, step] of steps.entries()) {
    const listed = treeSchema.parse((await octokit.rest.git.getTree({ owner, repo, tree_sha: tree })).data);
    const entry = listed.tree.find((each) => each.path === step);
    if (entry === undefined && listed.truncated) throw invalid(place, path, phrase('branch-file-crowded'));
    if (entry === undefined) return { tip, text: null };
    const isLast = index === steps.length - 1;
    if (!(isLast ? /^100(?:644|755)$/ : /^040000$/).test(entry.mode))
      throw invalid(place, path, phrase('branch-file-not-plain'));
    tree = entry.sha;
  }
  const blob = blobSchema.parse((await octokit.rest.git.getBlob({ owner, repo, file_sha: tree })).data);
  const bytes = Buffer.from(blob.content, 'base64');
  if (bytes.length > bytesMax)
    throw invalid(place, path, phrase('branch-file-large', { bytes: bytes.length }));
  return { tip, text: bytes.toString('utf8') };
}

async function create(
  { octokit, owner, repo, branch }: GitHubPlace,
  path: string,
  text: string,
  message: CommitMessage,
): Promise<Written> {
  const files = [{ path, mode: '100644', type: 'blob', content: text }] as const;
  const tree = shaSchema.parse((await octokit.rest.git.createTree({ owner, repo, tree: [...files] })).data);
  const made = await octokit.rest.git.createCommit({
    owner,
    repo,
    message: `${message.subject}\n\n${message.body}`.trim(),
    tree: tree.sha,
    parents: [],
  });
  const commit = shaSchema.parse(made.data).sha;
  await octokit.rest.git.createRef({ owner, repo, ref: `refs/heads/${branch}`, sha: commit });
  return { kind: 'written', commit };
}

async function write({ octokit, owner, repo, branch }: GitHubPlace, change: Change): Promise<Written> {
  const input = {
    branch: { repositoryNameWithOwner: `${owner}/${repo}`, branchName: branch },
    message: { headline: change.message.subject, body: change.message.body },
    fileChanges: {
      additions: [{ path: change.path, contents: Buffer.from(change.text).toString('base64') }],
    },
    expectedHeadOid: change.onto,
  };
  const answer = committedSchema.parse(await octokit.graphql(COMMIT, { input }));
  return { kind: 'written', commit: answer.createCommitOnBranch.commit.oid };
}

/** @throws Failure `branch-unreachable` for whatever GitHub does not let us read */
async function reaching<Value>({ branch }: GitHubPlace, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(
      {
        kind: 'not-measured',
        code: 'branch-unreachable',
        message: phrase('branch-unread', { branch }),
        advice: phrase('branch-unread-advice'),
        lines: [lineOf(error)],
      },
      { cause: error },
    );
  }
}

/** What GitHub answered, in a line. */
function lineOf(error: unknown): Phrase | string {
  if (error instanceof z.ZodError) return phrase('not-of-github');
  const { status, message } = callError(error);
  const line = message.split('\n', 1)[0]?.slice(0, 300) ?? '';
  return status === null ? line : `${status}: ${line}`;
}

function invalid({ branch }: GitHubPlace, path: string, why: Phrase): Failure {
  return new Failure({
    kind: 'not-measured',
    code: 'branch-file-invalid',
    message: phrase('branch-file-invalid', { path, branch, why }),
    advice: phrase('branch-file-invalid-advice'),
  });
}
