/** HTML as it is written here: text becomes markup by being escaped, and in no other way. */

/** Nobody else has it, so that no text is taken for markup. */
const trusted = Symbol('markup');

/** A piece of HTML that is whole and safe. Only this file makes one. */
export interface Markup {
  readonly [trusted]: true;
  readonly html: string;
}

/** What can be written into a piece: text is escaped, lists are written one after the other, null and false are nothing. */
export type Piece = Markup | string | number | null | false | readonly Piece[];

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

/** A value as JSON inside a `script` element: nothing in it can end the element, open a comment, or break a line. */
export function json(value: unknown): Markup {
  return made(
    JSON.stringify(value).replaceAll(
      /[<>&\u2028\u2029]/gu,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
}

/** Text in which marks of ours stand for tags of ours: escaped first, so that no tag comes out of the text. */
export function tagged(text: string, tags: readonly (readonly [mark: string, tag: string])[]): Markup {
  return made(tags.reduce((written, [mark, tag]) => written.replaceAll(mark, tag), escapeHtml(text)));
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
