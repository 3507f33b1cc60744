/** What people wrote in the pull request of the fake GitHub, and who of them may write: its answers to those who ask. */
import { described } from './described.ts';
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
}

/** A pull request in which nobody says anything. */
export const silentReview = (): FakeReview => ({
  description: { body: '', author: 'octocat' },
  remarks: [],
  labels: [],
  people: {},
  merged: null,
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
export function pullsJson({ merged }: FakeReview, number: number, sha: string): readonly unknown[] {
  const open = described('pull-request-simple', {
    number: number + 1,
    merged_at: null,
    merge_commit_sha: sha,
  });
  if (merged !== sha) return [open];
  return [open, described('pull-request-simple', { number, merged_at: AT, merge_commit_sha: merged })];
}
