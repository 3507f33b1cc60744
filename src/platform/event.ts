/** Why this run happens, read from the runner's variables and the event's payload. Refuses the events that run strangers' code with our rights. */
import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { Failure } from '../domain/failure.ts';
import type { Occasion, OwnBranch, PullRequest } from '../domain/occasion.ts';

type Env = Readonly<Record<string, string | undefined>>;
type Payload = z.infer<typeof payloadSchema>;
type Named = z.infer<typeof repository>;
/** What an event says about commits and pull request. */
type Told = Pick<Occasion, 'kind' | 'headSha' | 'baseSha' | 'pullRequest'>;

/** GitHub caps payloads of webhooks at 25 MB. */
const PAYLOAD_BYTES_MAX = 25 * 1024 * 1024;
/** A full object name of SHA-1 or SHA-256. */
const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** GitHub's word for "no commit": a created or deleted ref. */
const ZEROS = /^0+$/;
/** Its pull requests get a read-only token, as a fork's do. */
const DEPENDABOT = 'dependabot[bot]';

const sha = z.string().regex(SHA);
const repository = z.object({ full_name: z.string(), default_branch: z.string().nullish() });
const payloadSchema = z.object({
  repository: repository.nullish(),
  before: sha.nullish(),
  after: sha.nullish(),
  pull_request: z
    .object({
      number: z.int().positive(),
      head: z.object({ sha, repo: repository.nullish() }),
      base: z.object({ sha, repo: repository }),
    })
    .nullish(),
  merge_group: z.object({ head_sha: sha, base_sha: sha }).nullish(),
  workflow_run: z.object({ head_repository: repository.nullish() }).nullish(),
  issue: z.object({ pull_request: z.object({}).nullish() }).nullish(),
});

/**
 * The occasion of this run.
 * @throws Failure kind `usage`: the event cannot be read (`event-unreadable`), or would run a fork's code with rights it must not get (`unsafe-event`)
 */
export async function readOccasion(env: Env): Promise<Occasion> {
  const name = env.GITHUB_EVENT_NAME ?? '';
  if (name === '')
    throw unreadable('GITHUB_EVENT_NAME is not set', 'so this does not run on a GitHub runner');
  const payload = await readPayload(env);
  refuseUnsafe(name, payload);
  return {
    repository: env.GITHUB_REPOSITORY ?? null,
    runUrl: runUrl(env),
    ...branchOf(name, payload, env),
    ...tell(name, payload, env),
  };
}

/** What is on a schedule runs on the default branch, whether the event says so or not. */
function branchOf(name: string, payload: Payload, env: Env): { readonly branch?: OwnBranch } {
  const ref = env.GITHUB_REF ?? '';
  if (!ref.startsWith(HEADS)) return {};
  const branch = ref.slice(HEADS.length);
  const standard = payload.repository?.default_branch ?? null;
  const isDefault = standard === null ? name === 'schedule' : branch === standard;
  return { branch: { name: branch, isDefault } };
}

const HEADS = 'refs/heads/';

async function readPayload(env: Env): Promise<Payload> {
  const path = env.GITHUB_EVENT_PATH ?? '';
  if (path === '') throw unreadable('GITHUB_EVENT_PATH is not set', 'so the event is unknown');
  const parsed = payloadSchema.safeParse(await parseJson(path));
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.slice(0, 10).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw unreadable(`The event file ${path}`, 'is not what GitHub writes', places);
}

async function parseJson(path: string): Promise<unknown> {
  try {
    const { size } = await stat(path);
    if (size > PAYLOAD_BYTES_MAX) throw new Error(`it has ${size} bytes`);
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw unreadable(`The event file ${path}`, 'cannot be read', [why], error);
  }
}

function unreadable(what: string, why: string, lines: readonly string[] = [], cause?: unknown): Failure {
  return new Failure(
    {
      kind: 'usage',
      code: 'event-unreadable',
      message: `${what} ${why}.`,
      advice: 'Run the Action on a GitHub runner, or use the command line: npx loadgate run.',
      lines,
    },
    { cause },
  );
}

/** Events that run with the base repository's secrets and a token that may write, whoever caused them. */
function refuseUnsafe(name: string, payload: Payload): void {
  const risk = riskOf(name, payload);
  if (risk === null) return;
  throw new Failure({
    kind: 'usage',
    code: 'unsafe-event',
    message: `Refused to boot code under "${name}": ${risk}.`,
    advice:
      'Use the event "pull_request": it runs a fork\'s code without secrets and with a read-only token, and the report goes to the job summary.',
  });
}

function riskOf(name: string, payload: Payload): string | null {
  switch (name) {
    case 'pull_request_target':
      return isFork(payload) ? 'the pull request comes from a fork, and this event has secrets' : null;
    case 'workflow_run':
      return isElsewhere(payload.workflow_run?.head_repository, payload.repository)
        ? 'the run behind it comes from a fork, and this event has secrets'
        : null;
    case 'issue_comment':
      return payload.issue?.pull_request == null
        ? null
        : 'the pull request may come from a fork (the event does not say), and this event has secrets';
    default:
      return null;
  }
}

const isFork = ({ pull_request: pull }: Payload): boolean => isElsewhere(pull?.head.repo, pull?.base.repo);

/** A deleted fork has no repository left, and is a fork nevertheless; so is what the event does not say. */
function isElsewhere(head: Named | null | undefined, here: Named | null | undefined): boolean {
  return head == null || here == null || head.full_name !== here.full_name;
}

/** Events that are about a pull request: one without it is not what GitHub sends. */
const PULL_REQUEST_EVENTS = /^pull_request(?:_target|_review|_review_comment)?$/;

function tell(name: string, payload: Payload, env: Env): Told {
  const here = commit(env.GITHUB_SHA);
  if (PULL_REQUEST_EVENTS.test(name) && payload.pull_request == null) {
    throw unreadable('The event file', `tells of no pull request, but the event is "${name}"`);
  }
  if (payload.pull_request != null) return tellPullRequest(payload.pull_request, payload, env);
  switch (name) {
    case 'push':
      return told('push', commit(payload.after) ?? here, commit(payload.before));
    case 'merge_group':
      return told(
        'merge-group',
        payload.merge_group?.head_sha ?? here,
        payload.merge_group?.base_sha ?? null,
      );
    case 'workflow_dispatch':
      return told('manual', here, null);
    case 'schedule':
      return told('schedule', here, null);
    default:
      return told('other', here, null);
  }
}

function tellPullRequest(pull: NonNullable<Payload['pull_request']>, payload: Payload, env: Env): Told {
  const fromFork = isFork(payload) || env.GITHUB_ACTOR === DEPENDABOT;
  return told('pull-request', pull.head.sha, pull.base.sha, { number: pull.number, fromFork });
}

const told = (
  kind: Occasion['kind'],
  headSha: string | null,
  baseSha: string | null,
  pullRequest: PullRequest | null = null,
): Told => ({ kind, headSha, baseSha, pullRequest });

/** A commit, or null where GitHub writes zeros or nothing. */
const commit = (text: string | null | undefined): string | null =>
  text == null || ZEROS.test(text) || !SHA.test(text) ? null : text;

function runUrl(env: Env): string | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, GITHUB_RUN_ID: id } = env;
  return server === undefined || name === undefined || id === undefined
    ? null
    : `${server}/${name}/actions/runs/${id}`;
}
