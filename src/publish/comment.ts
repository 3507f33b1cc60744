/** The sticky comment: one a suite in a pull request, found by its marker and by being ours, updated in place. */
import type { Comment, Conversation, Refusal } from '../platform/github.ts';
import { isNewer, isSame, parseRunNumber, type RunNumber, showRunNumber } from './run-number.ts';

/** GitHub refuses longer bodies, on update as on creation. */
export const COMMENT_CHARACTERS_MAX = 65_536;

/** Who our comments are by when GitHub does not say: the token every workflow has. */
const DEFAULT_AUTHOR = 'github-actions[bot]';

export type { RunNumber } from './run-number.ts';

/** What became of the comment. */
export type Commented =
  | { readonly kind: 'created' | 'updated'; readonly url: string }
  /** Another job of the same run had written it: its words are gone. */
  | { readonly kind: 'overwritten'; readonly url: string }
  /** A newer run has reported already: its words stay. */
  | { readonly kind: 'outdated'; readonly url: string }
  /** There is none, and for this none was wanted. */
  | { readonly kind: 'quiet' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** What to say, and in which comment. */
export interface CommentText {
  readonly suite: string;
  readonly run: RunNumber | null;
  /** The report in at most `limit` characters, masked. */
  readonly report: (limit: number) => string;
  /** True: brings a comment up to date, and makes none. */
  readonly onlyUpdate?: boolean;
}

/** Creates or updates the comment. Never throws for what GitHub refuses. @throws RangeError when the report does not keep to its limit */
export async function publishComment(text: CommentText, conversation: Conversation): Promise<Commented> {
  const body = composeBody(text);
  const author = await authorOf(conversation);
  const find: Find = (by) => findOurs(conversation, by, markerOf(text.suite));
  const thread = { conversation, find, author, body, run: text.run };
  const found = await find(author);
  if ('refusal' in found) return refused(found.refusal);
  const [kept, ...others] = found.comments;
  if (kept === undefined) return text.onlyUpdate === true ? { kind: 'quiet' } : create(thread);
  if (isNewer(runOf(kept.body), text.run)) return { kind: 'outdated', url: kept.url };
  const updated = await conversation.update(kept.id, body);
  // Deleted between the list and now: somebody tidied up, and this report is new.
  if ('refusal' in updated && updated.refusal.kind === 'missing') return create(thread);
  if ('refusal' in updated) return refused(updated.refusal);
  await removeAll(others, conversation);
  const kind = isSame(runOf(kept.body), text.run) ? 'overwritten' : 'updated';
  return { kind, url: updated.value.url };
}

/** The first line of the comment of a suite. A suite's name cannot end it early. */
export const markerOf = (suite: string): string =>
  `<!-- loadgate:${encodeURIComponent(suite.toWellFormed()).replaceAll('--', '%2D%2D')} -->`;

/** @throws RangeError when the report does not keep to its limit */
function composeBody({ suite, run, report }: CommentText): string {
  const number = run === null ? '' : `<!-- loadgate-run:${showRunNumber(run)} -->\n`;
  const head = `${markerOf(suite)}\n${number}`;
  const body = head + report(COMMENT_CHARACTERS_MAX - head.length);
  if (body.length <= COMMENT_CHARACTERS_MAX) return body;
  throw new RangeError(`the comment has ${body.length} characters, ${COMMENT_CHARACTERS_MAX} at most`);
}

/** Login that our comments are by. */
export async function authorOf(conversation: Conversation): Promise<string> {
  const identity = await conversation.whoAmI();
  return 'value' in identity ? identity.value : DEFAULT_AUTHOR;
}

type Found = { readonly comments: readonly Comment[] } | { readonly refusal: Refusal };
type Find = (author: string) => Promise<Found>;

/** What a creation needs. */
interface Thread {
  readonly conversation: Conversation;
  readonly find: Find;
  /** Who we are, as far as GitHub has said. */
  readonly author: string;
  readonly body: string;
  readonly run: RunNumber | null;
}

/** Our comments with this marker, the oldest first. A marker that somebody else wrote is somebody else's comment. */
export async function findOurs(conversation: Conversation, author: string, marker: string): Promise<Found> {
  const listed = await conversation.list();
  if ('refusal' in listed) return listed;
  const ours = listed.value.filter(
    ({ author: by, body }) => by === author && body.split(/\r?\n/, 1)[0] === marker,
  );
  return { comments: ours.toSorted((left, right) => left.id - right.id) };
}

/** The run number in a comment's second line. */
function runOf(body: string): RunNumber | null {
  const [, number] = /^<!-- loadgate-run:([\d.]{1,30}) -->$/m.exec(body) ?? [];
  return number === undefined ? null : parseRunNumber(number);
}

/**
 * Creates the comment exactly once. A creation whose result is unknown may have been carried out, so the list is read before a second
 * one. The list is read after it, too: another job of ours may have created one at the same moment, or GitHub did not say before who we
 * are, and says so now by the comment's author. The lowest number stays.
 */
async function create(thread: Thread): Promise<Commented> {
  const { conversation, find, author, body } = thread;
  let created = await conversation.create(body);
  if ('refusal' in created && created.refusal.kind === 'unknown') {
    const found = await find(author);
    if ('refusal' in found) return refused(created.refusal);
    if (found.comments.length === 0) created = await conversation.create(body);
    else return settle(found.comments, thread);
  }
  if ('refusal' in created) return refused(created.refusal);
  const found = await find(created.value.author ?? author);
  const comments = 'refusal' in found ? [] : found.comments;
  return comments.length > 1 ? settle(comments, thread) : { kind: 'created', url: created.value.url };
}

/** Several of ours: the first says what we have to say, or what a newer run had to; the others go. */
async function settle(comments: readonly Comment[], { conversation, body, run }: Thread): Promise<Commented> {
  const [first, ...others] = comments;
  if (first === undefined) throw new RangeError('settle needs a comment');
  if (isNewer(runOf(first.body), run)) {
    await removeAll(
      others.filter((other) => other.body === body),
      conversation,
    );
    return { kind: 'outdated', url: first.url };
  }
  const updated = first.body === body ? { value: first } : await conversation.update(first.id, body);
  if ('value' in updated) return keep(first, comments, conversation);
  // Rather a later comment with these words than the first with old ones.
  const said = others.find((other) => other.body === body);
  return said === undefined ? refused(updated.refusal) : keep(said, comments, conversation);
}

/** Leaves one of them. */
async function keep(
  kept: Comment,
  comments: readonly Comment[],
  conversation: Conversation,
): Promise<Commented> {
  await removeAll(
    comments.filter(({ id }) => id !== kept.id),
    conversation,
  );
  return { kind: 'created', url: kept.url };
}

/** Best effort: what cannot be removed now is removed by the next run. */
async function removeAll(comments: readonly Comment[], conversation: Conversation): Promise<void> {
  for (const { id } of comments) await conversation.remove(id);
}

const refused = (refusal: Refusal): Commented => ({ kind: 'refused', refusal });
