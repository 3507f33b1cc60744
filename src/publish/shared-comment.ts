/**
 * The comment that several suites or jobs of a matrix share. GitHub has no conditional update, so two jobs may write at the same moment and one of them lose its part:
 * each reads the comment again after it wrote, and writes once more where its part is gone.
 */
import type { Comment, Conversation } from '../platform/github.ts';
import { authorOf, COMMENT_CHARACTERS_MAX, type Commented, findOurs } from './comment.ts';
import {
  type CommentPart,
  mergeParts,
  readParts,
  roomOf,
  withoutMarkers,
  writeParts,
} from './comment-parts.ts';
import { isNewer, type RunNumber } from './run-number.ts';

/** What to say, and in which comment. */
export interface PartText {
  /** First line of the comment. */
  readonly marker: string;
  readonly key: string;
  readonly run: RunNumber | null;
  /** The report in at most `limit` characters, masked. */
  readonly report: (limit: number) => string;
  /** True: brings a part up to date, and adds none. */
  readonly onlyUpdate: boolean;
}

/** How patiently a part is looked after. */
export interface Settling {
  /** Waits: the longest time between reading and writing of another job, and a little by chance, so that two do not keep in step. Rejects when it is all over. */
  readonly pause: () => Promise<void>;
  /** How often it is written at most. */
  readonly rounds: number;
}

/** First line of the comment of all suites of a pull request. */
export const SHARED_MARKER = '<!-- loadgate -->';

/** Puts the part into the comment, or creates it. Never throws for what GitHub refuses. @throws RangeError when it does not fit */
export async function publishPart(
  text: PartText,
  conversation: Conversation,
  { pause, rounds }: Settling,
): Promise<Commented> {
  const author = await authorOf(conversation);
  let done: Written | null = null;
  for (let round = 0; round < rounds; round += 1) {
    const found = await findOurs(conversation, author, text.marker);
    if ('refusal' in found) return done ?? { kind: 'refused', refusal: found.refusal };
    const state = stateOf(found.comments, text);
    if (state.kind === 'there' && done !== null) return done;
    if (state.kind === 'newer') return { kind: 'outdated', url: state.url };
    if (state.kind === 'none' && text.onlyUpdate && done === null) return { kind: 'quiet' };
    const written = await write(found.comments, text, conversation);
    // What may be a failure of this moment only is looked into by the next round.
    const last = round === rounds - 1;
    if (written.kind === 'refused' && (last || !isPassing(written))) return done ?? written;
    if (written.kind !== 'refused') done ??= written;
    await pause();
  }
  return done ?? { kind: 'quiet' };
}

/** It was written at least once. */
type Written = Extract<Commented, { readonly kind: 'created' | 'updated' }>;
type Refused = Extract<Commented, { readonly kind: 'refused' }>;

/** What the comments have of our part. */
type State = { readonly kind: 'there' | 'none' | 'older' } | { readonly kind: 'newer'; readonly url: string };

/** It is there only when the comment that stays has it: others of ours are about to go. */
function stateOf(comments: readonly Comment[], { key, run }: PartText): State {
  for (const { body, url } of comments) {
    const part = readParts(body).find((each) => each.key === key);
    if (part !== undefined && isNewer(part.run, run)) return { kind: 'newer', url };
  }
  const [kept, ...others] = comments;
  const mine = kept === undefined ? undefined : readParts(kept.body).find((part) => part.key === key);
  if (mine === undefined) {
    const elsewhere = others.some(({ body }) => readParts(body).some((part) => part.key === key));
    return { kind: elsewhere ? 'older' : 'none' };
  }
  const same = mine.run?.id === run?.id && mine.run?.attempt === run?.attempt;
  return { kind: same && others.length === 0 ? 'there' : 'older' };
}

/** Our part among all others: those of every comment of ours, since several may have been created at once. The oldest stays. */
async function write(
  comments: readonly Comment[],
  text: PartText,
  conversation: Conversation,
): Promise<Written | Refused> {
  const theirs = comments.flatMap(({ body }) => readParts(body)).filter(({ key }) => key !== text.key);
  const others = mergeParts(theirs);
  const room = roomOf(COMMENT_CHARACTERS_MAX, others.length + 1);
  const mine: CommentPart = { key: text.key, run: text.run, text: withoutMarkers(text.report(room)) };
  const body = writeParts(text.marker, mergeParts([...others, mine]), COMMENT_CHARACTERS_MAX);
  const [kept, ...spare] = comments;
  const reply = await (kept === undefined ? conversation.create(body) : conversation.update(kept.id, body));
  if ('refusal' in reply) return { kind: 'refused', refusal: reply.refusal };
  for (const { id } of spare) await conversation.remove(id);
  return { kind: kept === undefined ? 'created' : 'updated', url: reply.value.url };
}

/** Deleted between the list and now, or an answer that did not arrive: the next round finds out. */
const isPassing = ({ refusal }: Refused): boolean => refusal.kind === 'missing' || refusal.kind === 'unknown';
