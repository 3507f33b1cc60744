/** Sentences on their way into a page: a pen's marks become tags after everything else was escaped. */
import { clean, COMMAND_MAX, PROSE_MAX } from '../inert.ts';
import { isPage } from '../markdown.ts';
import type { Marks } from '../pen.ts';
import { type Markup, tagged } from '../markup/html.ts';

/** Longest name, statement or message on the page: what databases tell of a statement is not longer. */
const NAME_MAX = 500;

/**
 * The marks of a pen for this page. They stand for tags as private characters, which no foreign text can hold: `clean` takes them out of names.
 * {@link prose} makes tags of them after everything has been escaped.
 */
export const MARKS: Marks = {
  name: (text) => `\ue000${clean(text, NAME_MAX)}\ue001`,
  // Backquotes stay: what stands between two of them may be a stranger's choice, and would be an element more.
  prose: (text) => clean(text, PROSE_MAX),
  command: (text) => `\ue000${clean(text, COMMAND_MAX)}\ue001`,
  code: (text) => `\ue000${text}\ue001`,
  strong: (text) => `\ue002${text}\ue003`,
  link: (text, url) => (isPage(url) ? `\ue004${url}\ue005${text}\ue006` : text),
};

const TAGS: readonly (readonly [mark: string, tag: string])[] = [
  ['\ue000', '<code>'],
  ['\ue001', '</code>'],
  ['\ue002', '<strong>'],
  ['\ue003', '</strong>'],
  ['\ue004', '<a href="'],
  ['\ue005', '" rel="noreferrer">'],
  ['\ue006', '</a>'],
];

/** What was written with {@link MARKS}. */
export function prose(text: string): Markup {
  return tagged(text, TAGS);
}

/** The squares of captions, in the colours of the page's lines. */
const KEYS: readonly (readonly [mark: string, tag: string])[] = [
  ['🟦', '<i class="key key-1"></i>'],
  ['🟧', '<i class="key key-2"></i>'],
  ['🟩', '<i class="key key-3"></i>'],
];

/** The caption of a chart: fixed words and numbers, with squares for its lines. */
export function caption(text: string): Markup {
  return tagged(text, KEYS);
}

/** The same without its marks: for titles and labels, which hold no tags. */
export function plain(text: string): string {
  return text.replaceAll(/\ue004[^\ue005]*\ue005/gu, '').replaceAll(/[\ue000-\ue006]|[🟦🟧🟩] ?/gu, '');
}

/** Foreign text outside of a sentence, as visible characters on one line. */
export const foreign = (text: string): string => clean(text, NAME_MAX);
