/** The branches of the local GitHub: its objects, refs, signed commits by GraphQL and pull requests, as far as Loadgate asks for them. */
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What lies on a commit, by path. */
type Files = ReadonlyMap<string, string>;

/** A commit of the local GitHub. */
export interface StoredCommit {
  readonly sha: string;
  readonly files: Files;
  readonly parents: readonly string[];
  readonly message: string;
  /** By GitHub itself: what GraphQL writes. */
  readonly signed: boolean;
}

/** An open or closed pull request from one branch into another. */
export interface StoredPull {
  readonly number: number;
  readonly head: string;
  readonly base: string;
  readonly title: string;
  state: 'OPEN' | 'MERGED';
}

/** The branches, to be looked at and set up by tests. */
export interface Branches {
  /** Commits by branch name. */
  readonly refs: Map<string, string>;
  readonly pulls: StoredPull[];
  /** Every value that a branch ever had, in order; null: deleted. */
  readonly moves: readonly {
    readonly branch: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly commit: (sha: string) => StoredCommit;
  /** The files at the tip of a branch. */
  files(branch: string): Files;
  /** What GraphQL answers to a commit instead of making it, while it is set. */
  rule: { readonly type: string; readonly message: string } | null;
  /** What REST answers to a new ref instead of making it, while it is set. */
  refRule: string | null;
  /** Puts a commit at the tip of a branch, as somebody else would. */
  put(branch: string, files: Readonly<Record<string, string>>): string;
  /** Answers a call, or null when it is about something else. */
  answer(call: BranchCall): BranchAnswer | null;
}

/** A call that may be about branches. */
export interface BranchCall {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
  readonly mayWrite: boolean;
}

/** An answer with its status. */
export interface BranchAnswer {
  readonly status: number;
  readonly body: unknown;
}

const sha = z.string().regex(/^[0-9a-f]{40}$/);
/** `CreateCommitOnBranchInput` of GitHub's public schema, without what Loadgate does not send: an unknown field is refused there, too. */
const commitInput = z.strictObject({
  branch: z.strictObject({ repositoryNameWithOwner: z.string(), branchName: z.string().min(1) }),
  message: z.strictObject({ headline: z.string().min(1), body: z.string().optional() }),
  fileChanges: z.strictObject({
    additions: z.array(z.strictObject({ path: z.string().min(1), contents: z.base64() })),
  }),
  expectedHeadOid: sha,
});
/** `CreatePullRequestInput`, in the same way. */
const pullInput = z.strictObject({
  repositoryId: z.literal('R_1'),
  baseRefName: z.string(),
  headRefName: z.string(),
  title: z.string(),
  body: z.string(),
});
const graphqlBody = z.object({ query: z.string(), variables: z.unknown().optional() });

const idOf = (value: unknown): string => createHash('sha1').update(JSON.stringify(value)).digest('hex');
const refusal = (status: number, message: string): BranchAnswer => ({
  status,
  body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
});
const graphqlError = (type: string, path: string, message: string): BranchAnswer => ({
  status: 200,
  body: { data: { [path]: null }, errors: [{ type, path: [path], locations: [], message }] },
});

/** Branches of a repository with nothing but a default branch. */
export function createBranches(repository: string, server: () => string): Branches {
  const commits = new Map<string, StoredCommit>();
  const trees = new Map<string, Files>();
  const blobs = new Map<string, string>();
  const moves: { branch: string; before: string | null; after: string | null }[] = [];

  const store = (files: Files, parents: readonly string[], message: string, signed: boolean): string => {
    const id = idOf([[...files], parents, message, commits.size]);
    commits.set(id, { sha: id, files, parents, message, signed });
    return id;
  };
  const move = (branch: string, after: string | null): void => {
    moves.push({ branch, before: branches.refs.get(branch) ?? null, after });
    if (after === null) branches.refs.delete(branch);
    else branches.refs.set(branch, after);
  };
  const api = (path: string): string => `${server()}/repos/${repository}/git/${path}`;
  const refJson = (branch: string, commit: string) => ({
    ref: `refs/heads/${branch}`,
    node_id: `REF_${branch}`,
    url: api(`refs/heads/${branch}`),
    object: { type: 'commit', sha: commit, url: api(`commits/${commit}`) },
  });

  const treeJson = (id: string, files: Files) => {
    const entries = new Map<string, { path: string; mode: string; type: string; sha: string }>();
    for (const [path, text] of files) {
      const [first = '', ...rest] = path.split('/');
      const inside = [...files].flatMap(([other, its]) =>
        other.startsWith(`${first}/`) ? [[other.slice(first.length + 1), its] as const] : [],
      );
      const object = rest.length === 0 ? idOf(['blob', text]) : idOf(['tree', inside]);
      if (rest.length === 0) blobs.set(object, text);
      else trees.set(object, new Map(inside));
      entries.set(first, {
        path: first,
        mode: rest.length === 0 ? '100644' : '040000',
        type: rest.length === 0 ? 'blob' : 'tree',
        sha: object,
      });
    }
    return { sha: id, url: api(`trees/${id}`), truncated: false, tree: [...entries.values()] };
  };

  const commitJson = ({ sha: id, message, parents, files }: StoredCommit) => {
    const by = { name: 'A', email: 'a@example.test', date: '2026-01-02T03:04:05Z' };
    return {
      sha: id,
      node_id: `C_${id}`,
      url: api(`commits/${id}`),
      html_url: `${server()}/${repository}/commit/${id}`,
      author: by,
      committer: by,
      tree: { sha: idOf(['tree', [...files]]), url: api('trees/x') },
      message,
      parents: parents.map((parent) => ({
        sha: parent,
        url: api(`commits/${parent}`),
        html_url: api(parent),
      })),
      verification: {
        verified: false,
        reason: 'unsigned',
        signature: null,
        payload: null,
        verified_at: null,
      },
    };
  };

  const get = (path: string): BranchAnswer => {
    const [kind = '', ...rest] = path.split('/');
    const name = decodeURIComponent(rest.join('/'));
    if (kind === 'matching-refs') {
      const found = [...branches.refs].filter(([branch]) => `heads/${branch}`.startsWith(name));
      return { status: 200, body: found.map(([branch, commit]) => refJson(branch, commit)) };
    }
    if (kind === 'trees') {
      const files = commits.get(name)?.files ?? trees.get(name);
      return files === undefined ? refusal(404, 'Not Found') : { status: 200, body: treeJson(name, files) };
    }
    const text = kind === 'blobs' ? blobs.get(name) : undefined;
    if (text === undefined) return refusal(404, 'Not Found');
    const content = Buffer.from(text).toString('base64');
    const size = Buffer.byteLength(text);
    return {
      status: 200,
      body: { sha: name, node_id: `B_${name}`, url: api(`blobs/${name}`), size, content, encoding: 'base64' },
    };
  };

  const post = (path: string, body: unknown): BranchAnswer => {
    if (path === 'trees') {
      const { tree } = z
        .object({ tree: z.array(z.object({ path: z.string(), content: z.string() })) })
        .parse(body);
      const files = new Map(tree.map(({ path: file, content }) => [file, content]));
      const id = idOf(['tree', [...files]]);
      trees.set(id, files);
      return { status: 201, body: treeJson(id, files) };
    }
    if (path === 'commits') {
      const asked = z.object({ message: z.string(), tree: sha, parents: z.array(sha) }).parse(body);
      const files = trees.get(asked.tree);
      if (files === undefined) return refusal(404, 'Not Found');
      const id = store(files, asked.parents, asked.message, false);
      return { status: 201, body: commitJson(branches.commit(id)) };
    }
    const { ref, sha: commit } = z.object({ ref: z.string(), sha }).parse(body);
    const branch = ref.replace('refs/heads/', '');
    if (branches.refRule !== null) return refusal(422, branches.refRule);
    if (branches.refs.has(branch)) return refusal(422, 'Reference already exists');
    if (!commits.has(commit)) return refusal(422, 'Object does not exist');
    move(branch, commit);
    return { status: 201, body: refJson(branch, commit) };
  };

  const commitOn = (variables: unknown, mayWrite: boolean): BranchAnswer => {
    const where = 'createCommitOnBranch';
    const { input } = z.object({ input: commitInput }).parse(variables);
    if (input.branch.repositoryNameWithOwner !== repository)
      return graphqlError('NOT_FOUND', where, 'Not found');
    if (!mayWrite) return graphqlError('FORBIDDEN', where, 'Resource not accessible by integration');
    if (branches.rule !== null) return graphqlError(branches.rule.type, where, branches.rule.message);
    const tip = branches.refs.get(input.branch.branchName);
    if (tip === undefined) return graphqlError('NOT_FOUND', where, 'No ref exists for the given name');
    if (tip !== input.expectedHeadOid) {
      const words = `Expected branch to point to "${input.expectedHeadOid}" but it did not.  Pull and try again.`;
      return graphqlError('STALE_DATA', where, words);
    }
    const added = input.fileChanges.additions.map(
      ({ path, contents }) => [path, Buffer.from(contents, 'base64').toString('utf8')] as const,
    );
    const files = new Map([...branches.commit(tip).files, ...added]);
    const message = `${input.message.headline}\n\n${input.message.body ?? ''}`.trim();
    const id = store(files, [tip], message, true);
    move(input.branch.branchName, id);
    return { status: 200, body: { data: { createCommitOnBranch: { commit: { oid: id } } } } };
  };

  const pullOn = (variables: unknown, mayWrite: boolean): BranchAnswer => {
    const where = 'createPullRequest';
    const { input } = z.object({ input: pullInput }).parse(variables);
    if (!mayWrite) return graphqlError('FORBIDDEN', where, 'Resource not accessible by integration');
    const { headRefName: head, baseRefName: base, title } = input;
    if (branches.pulls.some((pull) => pull.state === 'OPEN' && pull.head === head)) {
      return graphqlError('UNPROCESSABLE', where, `A pull request already exists for octo:${head}.`);
    }
    const pull: StoredPull = { number: 90 + branches.pulls.length, head, base, title, state: 'OPEN' };
    branches.pulls.push(pull);
    const url = `${server()}/${repository}/pull/${pull.number}`;
    return {
      status: 200,
      body: { data: { createPullRequest: { pullRequest: { number: pull.number, url } } } },
    };
  };

  const listPulls = (variables: unknown): BranchAnswer => {
    const asked = z.strictObject({ owner: z.string(), repo: z.string(), head: z.string() }).parse(variables);
    const nodes = branches.pulls
      .filter(({ head, state }) => head === asked.head && state === 'OPEN')
      .map(({ number }) => ({ number, url: `${server()}/${repository}/pull/${number}` }));
    return { status: 200, body: { data: { repository: { id: 'R_1', pullRequests: { nodes } } } } };
  };

  const graphql = (body: unknown, mayWrite: boolean): BranchAnswer | null => {
    const { query, variables } = graphqlBody.parse(body);
    if (query.includes('createCommitOnBranch(')) return commitOn(variables, mayWrite);
    if (query.includes('createPullRequest(')) return pullOn(variables, mayWrite);
    return query.includes('pullRequests(') ? listPulls(variables) : null;
  };

  const branches: Branches = {
    refs: new Map(),
    pulls: [],
    moves,
    rule: null,
    refRule: null,
    commit: (id) => {
      const found = commits.get(id);
      if (found === undefined) throw new Error(`there is no commit ${id}`);
      return found;
    },
    files: (branch) => branches.commit(branches.refs.get(branch) ?? '').files,
    put(branch, files) {
      const tip = branches.refs.get(branch);
      const before = tip === undefined ? [] : [...branches.commit(tip).files];
      const all = new Map([...before, ...Object.entries(files)]);
      move(branch, store(all, tip === undefined ? [] : [tip], 'by hand', false));
      return branches.refs.get(branch) ?? '';
    },
    answer({ method, url, body, mayWrite }) {
      if (url.pathname === '/graphql') return graphql(body, mayWrite);
      const prefix = `/repos/${repository}/git/`;
      if (!url.pathname.startsWith(prefix)) return null;
      const path = url.pathname.slice(prefix.length);
      if (method === 'GET') return get(path);
      if (!mayWrite) return refusal(403, 'Resource not accessible by integration');
      if (method === 'POST') return post(path, body);
      const branch = decodeURIComponent(path).replace('refs/heads/', '');
      if (!branches.refs.has(branch)) return refusal(422, 'Reference does not exist');
      move(branch, null);
      return { status: 204, body: null };
    },
  };
  return branches;
}
