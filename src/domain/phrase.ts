/** Sentences for people as values: a name and what fills it, so that every language can say them. English is made here, for errors and records. */
import { PHRASES } from './phrases/phrases.ts';

/** Every sentence, or piece of one, that is told by its name. */
export type PhraseName = keyof typeof PHRASES;

/** What fills a slot: untrusted text, a number, or a phrase inside the phrase. */
export type Fact = string | number | Phrase;

/** A sentence or a piece of one. It comes from {@link phrase}, or from a record that another version wrote, whose name may be unknown here. */
export interface Phrase {
  readonly phrase: string;
  readonly facts: Readonly<Record<string, Fact>>;
}

type SlotsOf<Text extends string> = Text extends `${string}‹${infer Slot}›${infer Rest}`
  ? Slot | SlotsOf<Rest>
  : never;

/** The facts that a phrase asks for: one for each slot of its English text. */
export type FactsOf<Name extends PhraseName> = {
  readonly [Slot in SlotsOf<(typeof PHRASES)[Name]>]: Fact;
};

/** Phrases without slots: words of ours that stand for a thing. */
export type PlainPhraseName = {
  [Name in PhraseName]: [SlotsOf<(typeof PHRASES)[Name]>] extends [never] ? Name : never;
}[PhraseName];

/** A phrase with its facts; the compiler asks for each of them. */
export function phrase<Name extends PhraseName>(
  name: Name,
  ...[facts]: [keyof FactsOf<Name>] extends [never] ? [] : [facts: FactsOf<Name>]
): Phrase {
  return { phrase: name, facts: facts ?? {} };
}

/** A slot of a phrase's text: `‹url›`. */
export const SLOT = /‹([a-z]+)›/gi;

/** True for the name of a phrase of this version. */
export const isPhraseName = (name: string): name is PhraseName => Object.hasOwn(PHRASES, name);

/** A phrase in plain English, its facts as they are. */
export function english({ phrase: name, facts }: Phrase): string {
  if (!isPhraseName(name)) return name;
  return PHRASES[name].replaceAll(SLOT, (_, slot: string) => {
    const fact = Object.hasOwn(facts, slot) ? facts[slot] : undefined;
    return typeof fact === 'object' ? english(fact) : String(fact ?? '');
  });
}
