/** What people wrote in the pull request of the fake GitHub, and who of them may write: its answers to those who ask. */
import { described } from './described.ts';
import { fill } from './fill.ts';
import { userJson } from './objects.ts';

/** A text of the pull request. Names that end with `[bot]` are apps'. */
export interface FakeWording {
  body: string;
  author: string | null;
  /** Who edited it last; absent when nobody did. Null: a deleted account. */
  editor?: string | null;
  at?: string;
}

/** What people wrote. Comments are those of the conversation and these. */
export interface FakeReview {
  description: FakeWording;
  readonly remarks: FakeWording[];
  /** `by` null: the event of setting it is not among those that are told. */
  readonly labels: { name: string; description?: string; by: string | null; at?: string }[];
  /** `none` for those who are not listed; a login that no account has is listed as null. */
  readonly people: Record<string, 'admin' | 'maintain' | 'write' | 'triage' | 'read' | null>;
  /** The commit that merging made; null before. */
  merged: string | null;
  /** Other pull requests that were merged, with what people say in them. */
  readonly others: { readonly number: number; readonly merged: string; readonly remarks: FakeWording[] }[];
  /** Commits of the repository with their parents, oldest first. */
  readonly history: { readonly sha: string; readonly parents: readonly string[] }[];
}

/** A pull request in which nobody says anything. */
export const silentReview = (): FakeReview => ({
  description: { body: '', author: 'octocat' },
  remarks: [],
  labels: [],
  people: {},
  merged: null,
  others: [],
  history: [],
});

const AT = '2026-01-02T03:04:05Z';
/** GraphQL gives the logins of apps without their ending. */
const actor = (name: string | null) =>
  name === null
    ? null
    : { __typename: name.endsWith('[bot]') ? 'Bot' : 'User', login: name.replace(/\[bot\]$/, '') };

const wording = ({ body, author, editor, at }: FakeWording) => ({
  body,
  createdAt: AT,
  lastEditedAt: editor === undefined ? null : (at ?? AT),
  author: actor(author),
  editor: editor === undefined ? null : actor(editor),
  ...(editor === undefined && at !== undefined && { createdAt: at }),
});

const PAGE = 100;

/** The same review as it is in another of its pull requests; itself where that is none of the others. */
export function ofPull(review: FakeReview, number: unknown): FakeReview {
  const other = review.others.find((each) => each.number === number);
  return other === undefined ? review : { ...silentReview(), people: review.people, remarks: other.remarks };
}

/** The answer to the query for the words of a pull request. `after`: where the page before ended. */
export function wordsJson(
  review: FakeReview,
  comments: readonly FakeWording[],
  after: string | null,
): unknown {
  const start = after === null ? 0 : Number(after);
  const all = [...comments, ...review.remarks];
  const end = Math.min(all.length, start + PAGE);
  return {
    repository: {
      pullRequest: {
        ...wording(review.description),
        labels: {
          nodes: review.labels.map(({ name, description }) => ({ name, description: description ?? null })),
        },
        timelineItems: {
          nodes: review.labels.flatMap(({ name, by, at }) =>
            by === null ? [] : [{ createdAt: at ?? AT, actor: actor(by), label: { name } }],
          ),
        },
        comments: {
          pageInfo: { hasNextPage: end < all.length, endCursor: String(end) },
          nodes: all.slice(start, end).map(wording),
        },
      },
    },
  };
}

/** The answer to the question for somebody's rights; null for an account that there is not. */
export function permissionJson(review: FakeReview, login: string, server: string): unknown {
  const role = Object.hasOwn(review.people, login) ? review.people[login] : 'read';
  if (role == null) return null;
  // As GitHub tells them: the finer roles by the one that they are most like.
  const permission = role === 'maintain' ? 'write' : role === 'triage' ? 'read' : role;
  return {
    permission,
    role_name: role,
    user: described('nullable-collaborator', { ...userJson(login, server), role_name: role }),
  };
}

/** The answer to the question for a commit's pull requests. */
export function pullsJson({ merged, others }: FakeReview, number: number, sha: string): readonly unknown[] {
  const open = described('pull-request-simple', {
    number: number + 1_000,
    merged_at: null,
    merge_commit_sha: sha,
  });
  const here = [...(merged === null ? [] : [{ number, merged }]), ...others].filter(
    (each) => each.merged === sha,
  );
  return [
    open,
    ...here.map((each) =>
      described('pull-request-simple', { number: each.number, merged_at: AT, merge_commit_sha: each.merged }),
    ),
  ];
}

/** The commits that one commit has and another has not, oldest first; null where one of them is not there. */
export function comparedCommits(
  { history }: FakeReview,
  before: string,
  after: string,
): readonly unknown[] | null {
  const known = new Map(history.map((each) => [each.sha, each.parents]));
  if (!known.has(before) || !known.has(after)) return null;
  const reach = (from: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    for (const open = [from]; open.length > 0; ) {
      const next = open.pop() ?? '';
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(known.get(next) ?? []));
    }
    return seen;
  };
  const [old, fresh] = [reach(before), reach(after)];
  return history
    .filter(({ sha }) => fresh.has(sha) && !old.has(sha))
    .map(({ sha, parents }) =>
      fill('commit', {
        sha,
        parents: parents.map((parent) => ({ sha: parent, url: `https://github.test/${parent}` })),
      }),
    );
}
