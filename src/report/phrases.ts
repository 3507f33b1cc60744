/** Phrases put into a language's words: the words are ours, what fills them is code. */
import { type Fact, isPhraseName, type Phrase, SLOT } from '../domain/phrase.ts';
import { clean, PROSE_MAX } from './inert.ts';
import type { Pen, Words } from './words/words.ts';
import type { PhraseWords } from './words/phrase-words.ts';

/** How a medium shows what fills a phrase. */
export interface PhraseMarks extends Pick<Pen, 'count' | 'fixed'> {
  /** Untrusted text among words. */
  readonly fact: (text: string) => string;
  /** What is typed as it stands; it may hold untrusted text. */
  readonly typed: (text: string) => string;
}

/** Marks of a pen: all that is foreign or typed is code. */
export const marksOf = (n: Pen): PhraseMarks => ({
  count: n.count,
  fixed: n.fixed,
  fact: (text) => n.command(clean(text, PROSE_MAX)),
  typed: (text) => n.command(clean(text, PROSE_MAX)),
});

/** Marks inside a block of code, where foreign text is not marked once more. */
export const plainMarksOf = (n: Pen): PhraseMarks => ({
  count: n.count,
  fixed: n.fixed,
  fact: (text) => clean(text, PROSE_MAX),
  typed: (text) => `\`${clean(text, PROSE_MAX)}\``,
});

/** Phrases inside phrases: deeper ones are none of ours. */
const DEPTH_MAX = 8;

/** A phrase in the words of a language; null for one of another version, which has other phrases or slots. */
export function tellPhrase(
  { phrase, facts }: Phrase,
  words: PhraseWords,
  marks: PhraseMarks,
  depth: number = 0,
): string | null {
  if (!isPhraseName(phrase) || depth > DEPTH_MAX) return null;
  let isWhole = true;
  const fill = (text: string, show: (fact: Fact) => string | null): string =>
    text.replaceAll(SLOT, (_, slot: string) => {
      const fact = Object.hasOwn(facts, slot) ? facts[slot] : undefined;
      const shown = fact === undefined ? null : show(fact);
      isWhole &&= shown !== null;
      return shown ?? '';
    });
  const told = words[phrase].split(/(`[^`]*`)/).map((part, at) =>
    at % 2 === 1
      ? marks.typed(fill(part.slice(1, -1), (fact) => (typeof fact === 'object' ? null : String(fact))))
      : fill(part, (fact) => {
          if (typeof fact === 'object') return tellPhrase(fact, words, marks, depth + 1);
          return typeof fact === 'number' ? numeral(fact, marks) : marks.fact(fact);
        }),
  );
  return isWhole ? told.join('') : null;
}

const numeral = (value: number, { count, fixed }: PhraseMarks): string =>
  Number.isInteger(value) ? count(value) : fixed(value, 1);

/** A phrase in a report; English, and what has none or is of another version, stands as it was recorded, as code. */
export const toldIn = (words: Words, said: Phrase | null, recorded: string, n: Pen): string => {
  const { phrases } = words;
  const told = said === null || phrases === 'recorded' ? null : tellPhrase(said, phrases, marksOf(n));
  return told ?? n.name(recorded);
};
