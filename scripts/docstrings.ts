/** The docstrings of the types in src/domain, for the schemas that are made of these types: what a field means is written once. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a type, its fields and its arms are, in words; those without a docstring are not there. */
export interface TypeWords {
  readonly words: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Of a union, by the word in `kind`. */
  readonly arms: Readonly<Record<string, string>>;
}

const DOMAIN = join(import.meta.dirname, '..', 'src', 'domain');

const COMMENT = String.raw`/\*\*(?<comment>(?:(?!\*/)[\s\S])*?)\*/\n`;

/** By the name of the type, with the fields of those that it extends. */
export function docstrings(): Readonly<Record<string, TypeWords>> {
  const sources = globSync('*.ts', { cwd: DOMAIN }).map((name) => readFileSync(join(DOMAIN, name), 'utf8'));
  const types = sources.flatMap((text) => [...text.matchAll(TYPE)].map((match) => typeOf(text, match)));
  const own = new Map(types.map((each) => [each.name, each]));
  return Object.fromEntries(
    types.map(({ name, parent, words, fields, arms }) => [
      name,
      { words, arms, fields: { ...own.get(parent)?.fields, ...fields } },
    ]),
  );
}

const TYPE = new RegExp(
  String.raw`${COMMENT}export (?:interface|type) (?<name>\w+)(?: extends (?<parent>\w+))?(?<rest>[^\n]*)\n`,
  'gu',
);
/** Only of the type itself: those of an object inside of it are indented by more. */
const FIELD = new RegExp(String.raw`^  ${COMMENT}  readonly (?<name>\w+):`, 'gmu');

const ARM = new RegExp(String.raw`^  ${COMMENT}  \| \{\s+readonly kind: '(?<name>[^']+)'`, 'gmu');

function typeOf(text: string, match: RegExpExecArray) {
  const { name = '', parent = '', comment = '' } = match.groups ?? {};
  const start = match.index + match[0].length;
  const body = text.slice(start, start + text.slice(start).search(/^[}\n]/mu));
  const told = (pattern: RegExp): Readonly<Record<string, string>> =>
    Object.fromEntries(
      [...body.matchAll(pattern)].map(({ groups }) => [
        groups?.['name'] ?? '',
        sentence(groups?.['comment'] ?? ''),
      ]),
    );
  const isObject = match[0].trimEnd().endsWith('{');
  return {
    name,
    parent,
    words: sentence(comment),
    fields: isObject ? told(FIELD) : {},
    arms: isObject ? {} : told(ARM),
  };
}

/** On one line, with the names of links in their place. */
const sentence = (comment: string): string =>
  comment
    .replaceAll(/\n\s*\*(?: |(?=\n))/gu, ' ')
    .replaceAll(/\{@link (?<name>[^}]+)\}/gu, '$<name>')
    .replaceAll(/\s+/gu, ' ')
    .trim();
