/** A GitHub on this machine: the comments of one pull request, branches, tokens with their rights, pages, and faults on demand. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Answer, refusal, send } from './answers.ts';
import { type Branches, createBranches } from './branches.ts';
import { answerChecks, type StoredCheck, type StoredPull } from './checks.ts';
import { openContract } from './contract.ts';
import { injure, type Injury } from './injuries.ts';
import { commentJson } from './objects.ts';
import { pageOf } from './pages.ts';
import { fill } from './fill.ts';
import {
  comparedCommits,
  type FakeReview,
  ofPull,
  permissionJson,
  pullsJson,
  silentReview,
  wordsJson,
} from './review.ts';

/** Who a token belongs to and what it may do. */
export interface TokenRights {
  readonly login: string;
  readonly mayWrite: boolean;
}

/** A comment in the store. */
export interface StoredComment {
  readonly id: number;
  readonly author: string;
  body: string;
}

/** A call as it came in. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
  readonly token: string;
}

/** What goes wrong with the next matching calls. */
export interface Fault {
  readonly method: string;
  /** Part of the path and query. */
  readonly path: string;
  /** How many calls it hits; 1 when absent. */
  readonly times?: number;
  /** How many matching calls are spared before; none when absent. */
  readonly after?: number;
  readonly fault:
    | Injury
    /** Something happens just before the call is looked at. */
    | { readonly kind: 'before'; readonly act: (github: FakeGitHub) => void };
}

/** The running fake. */
export interface FakeGitHub extends AsyncDisposable {
  readonly url: string;
  readonly comments: StoredComment[];
  readonly pulls: StoredPull[];
  readonly checks: StoredCheck[];
  /** What people say in the pull request beside these comments. */
  readonly review: FakeReview;
  readonly branches: Branches;
  readonly calls: readonly Call[];
  /** @throws Error when an exchange broke GitHub's own description, by a request of ours or by an answer of the fake */
  verify(): void;
  locked: boolean;
  plan(fault: Fault): void;
  /** Nothing goes wrong from now on. */
  heal(): void;
  /** Forgets comments, calls and faults, as if nothing had happened. */
  reset(): void;
  add(author: string, body: string): StoredComment;
}

/** What the fake knows at the start. */
export interface FakeOptions {
  readonly repository: string;
  readonly pullRequest: number;
  readonly tokens: Readonly<Record<string, TokenRights>>;
  /** Told whenever a caller is kept waiting; it may let its clock go on. */
  readonly onStall?: () => void;
}

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
  readonly rights: TokenRights | null;
}

const BODY_MAX = 65_536;

/** Starts the fake on a free port of 127.0.0.1. */
export async function startFakeGitHub(options: FakeOptions): Promise<FakeGitHub> {
  const contract = openContract();
  const faults: { fault: Fault; spared: number; left: number }[] = [];
  const calls: Call[] = [];
  const violations: string[] = [];
  let nextId = 1_000;

  const takeFault = (method: string, path: string): Fault['fault'] | null => {
    const found = faults.find(
      ({ fault, left }) => left > 0 && fault.method === method && path.includes(fault.path),
    );
    if (found === undefined) return null;
    found.spared -= 1;
    if (found.spared >= 0) return null;
    found.left -= 1;
    return found.fault.fault;
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', github.url);
    const method = request.method ?? 'GET';
    const body = await readBody(request);
    const token = (request.headers.authorization ?? '').replace(/^(token|bearer) /i, '');
    const rights = Object.hasOwn(options.tokens, token) ? (options.tokens[token] ?? null) : null;
    const fault = takeFault(method, url.pathname + url.search);
    if (fault?.kind === 'before') fault.act(github);
    const planned =
      fault === null || fault.kind === 'before'
        ? null
        : await injure(fault, { request, response, onStall: options.onStall ?? (() => undefined) }, () =>
            answer({ method, url, body, rights }),
          );
    if (planned !== null) {
      calls.push({ method, path: url.pathname + url.search, status: planned, body, token });
      return;
    }
    const { status, body: json, headers } = answer({ method, url, body, rights });
    calls.push({ method, path: url.pathname + url.search, status, body, token });
    if (url.pathname !== '/graphql') {
      violations.push(
        ...contract({
          method,
          url: url.pathname + url.search,
          requestBody: body,
          status,
          responseBody: json,
        }),
      );
    }
    send(response, status, json, headers);
  };

  const answer = (asked: Asked): Answer => {
    const { method, url, rights } = asked;
    if (rights === null) return refusal(401, 'Bad credentials');
    const ofBranch = github.branches.answer({ ...asked, mayWrite: rights.mayWrite });
    if (ofBranch !== null) return ofBranch;
    if (url.pathname === '/graphql')
      return property(asked.body, 'variables') === undefined ? viewer(asked) : words(asked);
    const others = answerChecks(
      { method, url, body: asked.body, mayWrite: rights.mayWrite },
      { repository: options.repository, pulls: github.pulls, checks: github.checks },
    );
    if (others !== null) return others;
    const repository = `/repos/${options.repository}`;
    const thread = `${repository}/issues/${options.pullRequest}/comments`;
    if (url.pathname === thread && method === 'GET') return list(url);
    if (method === 'GET') return read(url, repository);
    if (!rights.mayWrite) return refusal(403, 'Resource not accessible by integration');
    const text = property(asked.body, 'body');
    if (method !== 'DELETE' && typeof text === 'string' && Array.from(text).length > BODY_MAX)
      return tooLong();
    if (url.pathname === thread && method === 'POST') {
      if (github.locked) return refusal(403, 'Unable to create comment because issue is locked.');
      return {
        status: 201,
        body: json(github.add(rights.login, String(text))),
        headers: { location: `${github.url}/x` },
      };
    }
    const [, id] = /\/issues\/comments\/(\d+)$/.exec(url.pathname) ?? [];
    const index = github.comments.findIndex((comment) => comment.id === Number(id));
    const comment = github.comments[index];
    if (comment === undefined || !url.pathname.startsWith(repository)) return refusal(404, 'Not Found');
    if (method === 'DELETE') github.comments.splice(index, 1);
    if (method === 'DELETE') return { status: 204, body: null };
    comment.body = String(text);
    return { status: 200, body: json(comment) };
  };

  const words = ({ body }: Asked): Answer => {
    const variables = property(body, 'variables');
    const after = property(variables, 'after');
    const review = ofPull(github.review, property(variables, 'number'));
    const comments = review === github.review ? github.comments : [];
    const data = wordsJson(review, comments, typeof after === 'string' ? after : null);
    return { status: 200, body: { data } };
  };

  const read = (url: URL, repository: string): Answer => {
    const [, login] = /\/collaborators\/([^/]+)\/permission$/.exec(url.pathname) ?? [];
    const [, sha] = /\/commits\/([0-9a-f]+)\/pulls$/.exec(url.pathname) ?? [];
    const known =
      login === undefined || !url.pathname.startsWith(repository)
        ? null
        : permissionJson(github.review, decodeURIComponent(login), github.url);
    if (known !== null) return { status: 200, body: known };
    if (sha !== undefined) return { status: 200, body: pullsJson(github.review, options.pullRequest, sha) };
    const [, before = '', end = ''] = /\/compare\/([0-9a-f]+)\.\.\.([0-9a-f]+)$/.exec(url.pathname) ?? [];
    const compared = end === '' ? null : comparedCommits(github.review, before, end);
    if (compared !== null)
      return pageOf(url, compared, (commits) => comparisonJson(commits, compared.length));
    return refusal(404, 'Not Found');
  };

  const list = (url: URL): Answer =>
    pageOf(url, github.comments.toSorted((left, right) => left.id - right.id).map(json));

  const json = (comment: StoredComment): unknown => commentJson(comment, { ...options, url: github.url });

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      violations.push(`the fake itself failed: ${String(error)}`);
      response.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the fake has no port');

  const github: FakeGitHub = {
    url: `http://127.0.0.1:${address.port}`,
    comments: [],
    pulls: [],
    checks: [],
    review: silentReview(),
    branches: createBranches(options.repository, () => github.url),
    calls,
    locked: false,
    plan: (fault) => void faults.push({ fault, spared: fault.after ?? 0, left: fault.times ?? 1 }),
    heal: () => void faults.splice(0),
    reset() {
      for (const each of [github.comments, github.pulls, github.checks, calls, faults]) each.splice(0);
    },
    add(author, body) {
      nextId += 1;
      const comment = { id: nextId, author, body };
      github.comments.push(comment);
      return comment;
    },
    verify() {
      if (violations.length > 0) throw new Error(violations.join('\n'));
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return github;
}

const comparisonJson = (commits: readonly unknown[], total: number): unknown =>
  fill('commit-comparison', { status: 'ahead', total_commits: total, commits });

function viewer({ body, rights }: Asked): Answer {
  const query = property(body, 'query');
  if (query !== 'query { viewer { login } }')
    return { status: 200, body: { errors: [{ message: `unknown query ${String(query)}` }] } };
  return { status: 200, body: { data: { viewer: { login: rights?.login } } } };
}

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

function tooLong(): Answer {
  const errors = [
    {
      resource: 'IssueComment',
      code: 'custom',
      field: 'data',
      message: 'body is too long (maximum is 65536 characters)',
    },
  ];
  return {
    status: 422,
    body: { message: 'Validation Failed', errors, documentation_url: 'https://docs.github.com/rest' },
  };
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? null : JSON.parse(text);
}
