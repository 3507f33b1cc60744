/** What kind of failure a message of another tool tells of, as far as its words say. */
import type { Counts, Slice } from '../domain/measurement.ts';

/** Where such a failure is counted. */
export type ErrorPlace = keyof Pick<Counts, 'timeout' | 'refused' | 'connectionError' | 'inFlight'>;

/** Most messages that are kept. */
const MESSAGES_MAX = 20;
const MESSAGE_MAX = 500;
/** So many different messages are told apart. */
const DIFFERENT_MAX = 1_000;

/** By the words of operating systems, Go, Node.js, Java and Rust. */
export function placeOf(message: string): ErrorPlace {
  if (/aborted due to deadline/i.test(message)) return 'inFlight';
  if (/refused/i.test(message)) return 'refused';
  return /time[d ]?-?\s?out|deadline exceeded/i.test(message) ? 'timeout' : 'connectionError';
}

/** Messages with their counts, the most frequent first, as many as a run keeps. */
export function frequent(messages: ReadonlyMap<string, number>): Slice['errors'] {
  return [...messages]
    .map(([message, count]) => ({ message: message.slice(0, MESSAGE_MAX), count }))
    .toSorted((left, right) => right.count - left.count)
    .slice(0, MESSAGES_MAX);
}

/** Counts a message. A flood of different ones is counted together. */
export function note(messages: Map<string, number>, message: string, count = 1): void {
  const short = message.slice(0, MESSAGE_MAX);
  const key = messages.has(short) || messages.size < DIFFERENT_MAX ? short : 'other errors';
  messages.set(key, (messages.get(key) ?? 0) + count);
}
