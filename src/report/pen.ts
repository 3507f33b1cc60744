/** What words are written with in one medium: its marks, and the numbers of the language. */
import type { Language } from '../domain/language.ts';
import { numbersOf } from './numbers.ts';
import type { Report } from './report.ts';
import { en } from './words/en.ts';
import { ru } from './words/ru.ts';
import type { Pen, Words } from './words/words.ts';

/** The marks of a medium. */
export type Marks = Pick<Pen, 'name' | 'prose' | 'command' | 'code' | 'strong' | 'link'>;

/** Every language there is, each complete: the compiler asks for one that has no words, and for a word that a language lacks. */
export const LANGUAGES: Readonly<Record<Language, Words>> = { en, ru };

/** A pen for a report: scenarios are named where there are several. */
export function penOf(words: Words, marks: Marks, scenarios: Report['headline']['scenarios']): Pen {
  return {
    ...numbersOf(words.locale, words.units),
    ...marks,
    inScenario: (name) => (scenarios === 1 ? '' : words.inScenario(marks.name(name))),
  };
}
