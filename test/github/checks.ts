/** Check runs and pull requests of the GitHub on this machine. */
import type { Answer } from './answers.ts';
import { fill } from './fill.ts';
import { pageOf } from './pages.ts';

/** An open pull request. */
export interface StoredPull {
  readonly number: number;
  readonly head: { readonly repository: string; readonly branch: string; readonly sha: string };
  readonly baseSha: string;
  /** What it changes. */
  readonly files?: readonly string[];
}

/** A check run with all its annotations. */
export interface StoredCheck {
  readonly id: number;
  readonly name: string;
  readonly headSha: string;
  readonly externalId: string | null;
  readonly conclusion: string;
  readonly title: string;
  readonly summary: string;
  readonly annotations: unknown[];
}

/** What is kept. */
export interface CheckStore {
  readonly repository: string;
  readonly pulls: StoredPull[];
  readonly checks: StoredCheck[];
}

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
  readonly mayWrite: boolean;
}

/** Answers a call about checks or pull requests; null for any other. */
export function answerChecks({ method, url, body, mayWrite }: Asked, store: CheckStore): Answer | null {
  const { repository, pulls, checks } = store;
  const path = url.pathname.replace(`/repos/${repository}`, '');
  if (method === 'GET' && path === '/pulls')
    return { status: 200, body: pulls.filter(asked(url)).map(pullJson) };
  const [, number] = /^\/pulls\/(\d+)\/files$/.exec(path) ?? [];
  if (method === 'GET' && number !== undefined) {
    const files = pulls.find((pull) => String(pull.number) === number)?.files ?? [];
    return pageOf(
      url,
      files.map((filename) => fill('diff-entry', { filename, status: 'modified' })),
    );
  }
  const [, ref] = /^\/commits\/(\w+)\/check-runs$/.exec(path) ?? [];
  if (method === 'GET' && ref !== undefined) {
    const name = url.searchParams.get('check_name');
    const found = checks.filter((check) => check.headSha === ref && (name === null || check.name === name));
    return pageOf(url, found.map(checkJson), (check_runs) => ({ total_count: found.length, check_runs }));
  }
  if (!path.startsWith('/check-runs')) return null;
  if (!mayWrite) return { status: 403, body: { message: 'Resource not accessible by integration' } };
  const given = body as Readonly<Record<string, string>> & {
    readonly output?: {
      readonly title: string;
      readonly summary: string;
      readonly annotations?: readonly unknown[];
    };
  };
  if (method === 'POST') {
    const check: StoredCheck = {
      id: 500 + checks.length,
      name: given['name'] ?? '',
      headSha: given['head_sha'] ?? '',
      externalId: given['external_id'] ?? null,
      conclusion: given['conclusion'] ?? '',
      title: given.output?.title ?? '',
      summary: given.output?.summary ?? '',
      annotations: [...(given.output?.annotations ?? [])],
    };
    if (Buffer.byteLength(check.summary) > 65_535)
      return { status: 422, body: { message: 'exceeds a maximum bytesize of 65535' } };
    checks.push(check);
    return { status: 201, body: checkJson(check) };
  }
  const check = checks.find(({ id }) => path === `/check-runs/${id}`);
  if (method !== 'PATCH' || check === undefined) return { status: 404, body: { message: 'Not Found' } };
  check.annotations.push(...(given.output?.annotations ?? []));
  return { status: 200, body: checkJson(check) };
}

/** As GitHub filters: `head` is `owner:branch`, whatever the fork is called. */
function asked({ searchParams }: URL): (pull: StoredPull) => boolean {
  const head = searchParams.get('head');
  return ({ head: { repository, branch } }) =>
    head === null || head === `${repository.split('/')[0]}:${branch}`;
}

const pullJson = ({ number, head, baseSha }: StoredPull): unknown =>
  fill('pull-request-simple', {
    number,
    state: 'open',
    head: { sha: head.sha, ref: head.branch, repo: { full_name: head.repository } },
    base: { sha: baseSha, ref: 'main' },
  });

const checkJson = ({
  id,
  name,
  headSha,
  externalId,
  conclusion,
  title,
  summary,
  annotations,
}: StoredCheck): unknown =>
  fill('check-run', {
    id,
    name,
    head_sha: headSha,
    external_id: externalId,
    status: 'completed',
    conclusion,
    html_url: `https://github.test/runs/${id}`,
    output: { title, summary, annotations_count: annotations.length },
  });
