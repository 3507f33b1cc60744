/** HTML as it is written here: text becomes markup by being escaped, and in no other way. */
import { clean, COMMAND_MAX, PROSE_MAX } from '../inert.ts';
import type { Marks } from '../pen.ts';
import { isPage } from '../markdown.ts';

/** Nobody else has it, so that no text is taken for markup. */
const trusted = Symbol('markup');

/** A piece of HTML that is whole and safe. Only this file makes one. */
export interface Markup {
  readonly [trusted]: true;
  readonly html: string;
}

/** What can be written into a piece: text is escaped, lists are written one after the other, null and false are nothing. */
export type Piece = Markup | string | number | null | false | readonly Piece[];

/** Longest name, statement or message on the page: what databases tell of a statement is not longer. */
const NAME_MAX = 500;

/** Nothing. */
export const NOTHING: Markup = made('');

/** Writes HTML: the template is ours, what is put into it is escaped unless it is {@link Markup}. Attribute values stand in double quotes. */
export function html(template: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  const parts = template.map(
    (part, index) => `${part}${index < pieces.length ? write(pieces[index] ?? null) : ''}`,
  );
  return made(parts.join(''));
}

function write(piece: Piece): string {
  if (piece === null || piece === false) return '';
  if (typeof piece === 'string') return escapeHtml(piece);
  if (typeof piece === 'number') return String(piece);
  return 'html' in piece ? piece.html : piece.map(write).join('');
}

/** The one place where text becomes HTML: as element content and inside double quotes it is only text. */
export function escapeHtml(text: string): string {
  return text.toWellFormed().replaceAll(UNSAFE, (character) => ENTITIES[character] ?? '');
}

/** Characters that could be markup, and controls that no document may hold. */
const UNSAFE = /[&<>"'`]|(?![\t\n\r])\p{Cc}/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

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
  return made(tagged(escapeHtml(text), TAGS));
}

/** The squares of captions, in the colours of the page's lines. */
const KEYS: readonly (readonly [mark: string, tag: string])[] = [
  ['🟦', '<i class="key key-1"></i>'],
  ['🟧', '<i class="key key-2"></i>'],
  ['🟩', '<i class="key key-3"></i>'],
];

/** The caption of a chart: fixed words and numbers, with squares for its lines. */
export function caption(text: string): Markup {
  return made(tagged(escapeHtml(text), KEYS));
}

const tagged = (text: string, tags: readonly (readonly [mark: string, tag: string])[]): string =>
  tags.reduce((written, [mark, tag]) => written.replaceAll(mark, tag), text);

/** The same without its marks: for titles and labels, which hold no tags. */
export function plain(text: string): string {
  return text.replaceAll(/\ue004[^\ue005]*\ue005/gu, '').replaceAll(/[\ue000-\ue006]|[🟦🟧🟩] ?/gu, '');
}

/** Foreign text outside of a sentence, as visible characters on one line. */
export const foreign = (text: string): string => clean(text, NAME_MAX);

/** A value as JSON inside a `script` element: nothing in it can end the element, open a comment, or break a line. */
export function json(value: unknown): Markup {
  return made(
    JSON.stringify(value).replaceAll(
      /[<>&\u2028\u2029]/gu,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
}

/** Text of our own that is HTML as it stands: the program of the page, its style, a drawing. @throws RangeError when it could end the element that it stands in */
export function ours(text: string): Markup {
  if (/<\/(?:script|style)|<!--/iu.test(text))
    throw new RangeError('text for a script or style element must not be able to end it');
  return made(text);
}

function made(text: string): Markup {
  return { [trusted]: true, html: text };
}
