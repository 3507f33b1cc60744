/** What words are written with in one medium: its marks, and the numbers of the language. */
import { numbersOf } from './numbers.ts';
import type { Report } from './report.ts';
import { en } from './words/en.ts';
import type { Pen, Words } from './words/words.ts';

/** The marks of a medium. */
export type Marks = Pick<Pen, 'name' | 'code' | 'strong' | 'link'>;

/** Every language there is. */
export const LANGUAGES = { en } as const satisfies Record<string, Words>;

/** Name of a language. */
export type Language = keyof typeof LANGUAGES;

/** A pen for a report: scenarios are named where there are several. */
export function penOf(words: Words, marks: Marks, scenarios: Report['headline']['scenarios']): Pen {
  return {
    ...numbersOf(words.locale, words.units),
    ...marks,
    inScenario: (name) => (scenarios === 1 ? '' : words.inScenario(marks.name(name))),
  };
}
