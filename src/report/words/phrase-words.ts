/** What a language says in the place of each phrase of `domain/phrases`. */
import type { PhraseName } from '../../domain/phrase.ts';

/** A text for each phrase, with the slots of the English one (`‹url›`), each once; backquotes around what is typed. */
export type PhraseWords = Readonly<Record<PhraseName, string>>;
