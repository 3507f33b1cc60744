/** XML as text: elements, attributes, and the escaping of whatever stands in them. */

/** An element: its attributes in their order, and what it holds, text or elements. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly Element[];
}

/** An element, for short. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  content: string | readonly Element[] = [],
): Element => ({ name, attributes, content });

/** What XML 1.0 (production 2, `Char`) has no place for, not even escaped. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  // Everywhere, so that no text can hold the end of a section, `]]>`.
  '>': '&gt;',
  '"': '&quot;',
  // As numbers: a reader makes spaces or line feeds of the characters themselves.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** A document in UTF-8 with a declaration, two spaces a level, and a line feed at its end. */
export function renderXml(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`;
}

function written({ name, attributes, content }: Element, indent: string): string {
  const open = [
    name,
    ...Object.entries(attributes).map(([key, value]) => `${key}="${attributeText(value)}"`),
  ].join(' ');
  if (content.length === 0) return `${indent}<${open}/>`;
  // White space around text would be part of it.
  if (typeof content === 'string') return `${indent}<${open}>${contentText(content)}</${name}>`;
  const inner = content.map((each) => written(each, `${indent}  `)).join('\n');
  return `${indent}<${open}>\n${inner}\n${indent}</${name}>`;
}

/** Text inside an attribute's double quotes. What XML cannot hold becomes U+FFFD. */
const attributeText = (text: string): string => escaped(text, /[&<>"\t\n\r]/g);

/** Text between tags, on as many lines as it has. */
const contentText = (text: string): string => escaped(text, /[&<>\r]/g);

const escaped = (text: string, special: RegExp): string =>
  text
    .toWellFormed()
    .replaceAll(FORBIDDEN, '\ufffd')
    .replaceAll(special, (character) => ENTITIES[character] ?? character);
