/** What people wrote in a pull request on GitHub, and who of them may write to the repository. Nothing is written here; refusals are values, as in the conversation. */
import { z } from 'zod';
import { openOctokit, type Reply, reply } from './github.ts';
import { type Push, type Pushed, readPushed } from './github-pushed.ts';
import type { Patience } from './patience.ts';

/** Somebody on GitHub. */
export interface Person {
  readonly login: string;
  /** False for apps and bots, whose logins may be those of people. */
  readonly isUser: boolean;
}

/** A text of a pull request. */
export interface Wording {
  readonly text: string;
  /** Who wrote it first; null for a deleted account. */
  readonly by: Person | null;
  /** Who changed it last; null when nobody did. */
  readonly edited: { readonly by: Person | null } | null;
  /** When it got these words: ISO 8601, UTC. */
  readonly at: string;
}

/** A label of a pull request. */
export interface LabelSet {
  readonly name: string;
  readonly description: string;
  /** Who set it, when it is known. */
  readonly by: Person | null;
  readonly at: string;
}

/** Everything in a pull request that people say in words. */
export interface PullRequestWords {
  readonly description: Wording;
  /** Oldest first, those of Loadgate included. */
  readonly comments: readonly Wording[];
  readonly labels: readonly LabelSet[];
}

/** The pull requests of a repository, to be read. */
export interface Review {
  words(pullRequest: number): Promise<Reply<PullRequestWords>>;
  /** Whether a person may write to the repository now: roles of write, maintain and admin. */
  mayWrite(login: string): Promise<Reply<boolean>>;
  /** The commits that a push brought to its branch, without those of what it merged. */
  pushed(push: Push): Promise<Reply<Pushed>>;
  /** The pull requests whose merge made this commit. */
  mergedBy(sha: string): Promise<Reply<readonly number[]>>;
}

/** Where the pull requests are, and who asks. */
export interface ReviewOptions {
  readonly token: string;
  /** Base URL of the REST API (`GITHUB_API_URL`). */
  readonly apiUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  /** Ends every call. */
  readonly signal: AbortSignal;
  readonly patience?: Patience;
}

/** Reading may take a part of the time that publishing has: without it, nothing is accepted. */
export const READING_PATIENCE: Patience = {
  call: 10_000,
  total: 30_000,
  pauses: [1_000],
  retryAfterMax: 5_000,
};

/** A push of many pull requests takes a few calls for each. */
export const MERGED_PATIENCE: Patience = { ...READING_PATIENCE, total: 90_000 };

/** Most pages of 100 comments that are read. */
const PAGES_MAX = 20;

const QUERY = `query($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      body createdAt lastEditedAt author { __typename login } editor { __typename login }
      labels(first: 100) { nodes { name description } }
      timelineItems(last: 100, itemTypes: [LABELED_EVENT]) {
        nodes { ... on LabeledEvent { createdAt actor { __typename login } label { name } } }
      }
      comments(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { body createdAt lastEditedAt author { __typename login } editor { __typename login } }
      }
    }
  }
}`;

const person = z
  .object({ __typename: z.string(), login: z.string().min(1).max(100) })
  .nullish()
  .transform((known): Person | null =>
    known == null ? null : { login: known.login, isUser: known.__typename === 'User' },
  );
const moment = z.iso.datetime();
const wording = {
  body: z.string().nullish(),
  createdAt: moment,
  lastEditedAt: moment.nullish(),
  author: person,
  editor: person,
};
const labelled = z.object({ createdAt: moment, actor: person, label: z.object({ name: z.string() }) });
const answerSchema = z.object({
  repository: z.object({
    pullRequest: z.object({
      ...wording,
      labels: z
        .object({ nodes: z.array(z.object({ name: z.string(), description: z.string().nullish() })) })
        .nullish(),
      timelineItems: z.object({ nodes: z.array(labelled) }),
      comments: z.object({
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
        nodes: z.array(z.object(wording)),
      }),
    }),
  }),
});
type Answer = z.output<typeof answerSchema>['repository']['pullRequest'];

const permissionSchema = z.object({ permission: z.string() });
const pullsSchema = z.array(
  z.object({
    number: z.int().positive(),
    merged_at: z.string().nullish(),
    merge_commit_sha: z.string().nullish(),
  }),
);

/** GitHub's words for the rights to write: `maintain` is told as `write`, and by some servers as itself. */
const WRITING = new Set(['admin', 'maintain', 'write']);

/** Opens the pull requests; calls nothing yet. */
export async function openReview(options: ReviewOptions): Promise<Review> {
  const octokit = await openOctokit({ ...options, patience: options.patience ?? READING_PATIENCE });
  const [owner = '', repo = ''] = options.repository.split('/');
  const page = async (number: number, after: string | null): Promise<Answer> =>
    answerSchema.parse(await octokit.graphql(QUERY, { owner, repo, number, after })).repository.pullRequest;
  return {
    words: (number) =>
      reply(async () => {
        const first = await page(number, null);
        const comments = [...first.comments.nodes];
        let { pageInfo } = first.comments;
        for (let pages = 1; pageInfo.hasNextPage && pages < PAGES_MAX; pages += 1) {
          const { comments: more } = await page(number, pageInfo.endCursor ?? null);
          comments.push(...more.nodes);
          ({ pageInfo } = more);
        }
        return { description: wordingOf(first), comments: comments.map(wordingOf), labels: labelsOf(first) };
      }),
    mayWrite: async (username) => {
      const asked = await reply(async () => {
        const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username });
        return WRITING.has(permissionSchema.parse(data).permission);
      });
      // Whom the repository does not know may not write to it.
      return 'refusal' in asked && asked.refusal.kind === 'missing' ? { value: false } : asked;
    },
    pushed: (push) => reply(() => readPushed({ octokit, owner, repo }, push)),
    mergedBy: (sha) =>
      reply(async () => {
        const wanted = { owner, repo, commit_sha: sha, per_page: 100 };
        const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit(wanted);
        return pullsSchema
          .parse(data)
          .flatMap(({ number, merged_at, merge_commit_sha }) =>
            merged_at != null && merge_commit_sha === sha ? [number] : [],
          );
      }),
  };
}

/** An edit that GitHub knows of, but not who made it, is one by nobody who may. */
function wordingOf({
  body,
  createdAt,
  lastEditedAt,
  author,
  editor,
}: Omit<Answer, 'labels' | 'comments' | 'timelineItems'>): Wording {
  const isEdited = lastEditedAt != null || editor !== null;
  return {
    text: body ?? '',
    by: author,
    edited: isEdited ? { by: editor } : null,
    at: lastEditedAt ?? createdAt,
  };
}

/** Each with who set it last: the newest event of its name. */
function labelsOf({ labels, timelineItems, createdAt }: Answer): readonly LabelSet[] {
  return (labels?.nodes ?? []).map(({ name, description }) => {
    const event = timelineItems.nodes.findLast(({ label }) => label.name === name);
    return {
      name,
      description: description ?? '',
      by: event?.actor ?? null,
      at: event?.createdAt ?? createdAt,
    };
  });
}
