/** What a program that sends told, and what cannot be true of it. */
import { english, type Phrase } from '../../domain/phrase.ts';

/** Says why what was told cannot be true. */
export class Untrue extends Error {
  override readonly name = 'Untrue';
  readonly why: Phrase;

  /** Made of a piece of a sentence, which ends "cannot be believed: …". */
  constructor(why: Phrase) {
    super(english(why));
    this.why = why;
  }
}
