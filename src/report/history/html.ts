/** HTML that can only be written with everything escaped: text becomes text, whatever is in it. */

/** A piece of HTML. What `html` makes is the only source of one. */
export interface Html {
  readonly markup: string;
}

/** What can stand between tags, or in a quoted attribute: text, which is escaped; HTML, which is not; several of them; or nothing. */
export type Part = string | number | Html | null | readonly Part[];

/** A template of HTML. Whatever is put into it is escaped unless it is {@link Html} itself; attributes must be quoted. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const pieces = texts.map(
    (text, index) => `${text}${index < parts.length ? written(parts[index] ?? null) : ''}`,
  );
  return { markup: pieces.join('') };
}

function written(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'markup' in part ? part.markup : part.map(written).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
