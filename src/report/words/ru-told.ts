/** Phrases of other rooms inside Russian sentences. */
import type { Phrase } from '../../domain/phrase.ts';
import { marksOf, tellPhrase } from '../phrases.ts';
import { phrases } from './ru-failures.ts';
import type { Pen } from './words.ts';

/** A phrase in Russian; what has none, or is of another version, is English and stands as code. */
export const toldOr = (said: Phrase | null, english: string, n: Pen): string =>
  (said === null ? null : tellPhrase(said, phrases, marksOf(n))) ?? n.name(english);
