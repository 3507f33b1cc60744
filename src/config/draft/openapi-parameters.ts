/** Parameters of an operation: those of its path and those it cannot do without, with values to begin with. */
import { entriesOf, entryOf, isTreeMap, itemsOf, type Tree } from '../tree.ts';
import { PATH_MAX, VALUES_MAX } from './draft.ts';
import { inertText, isHeaderName, oneLine, urlLiteral, urlValue } from './inert.ts';
import type { VariableBook } from './names.ts';
import type { References } from './references.ts';
import { givenValues, sampleOf } from './sample.ts';
import { isSecretName } from './secrets.ts';

/** A parameter as the document has it, its reference followed. */
export interface Parameter {
  readonly name: string;
  readonly place: string;
  readonly isRequired: boolean;
  readonly written: Tree;
}

/** Parameters of one operation that are looked at. */
const PARAMETERS_MAX = 60;

/** Those of the operation, and those of its path that it does not replace. */
export function parametersOf(item: Tree, operation: Tree, references: References): readonly Parameter[] {
  const written = [...itemsOf(entryOf(operation, 'parameters')), ...itemsOf(entryOf(item, 'parameters'))];
  const found = new Map<string, Parameter>();
  for (const each of written.slice(0, PARAMETERS_MAX)) {
    const parameter = references.follow(each);
    const [name, place] = [entryOf(parameter, 'name'), entryOf(parameter, 'in')];
    if (parameter === undefined || typeof name !== 'string' || typeof place !== 'string' || name === '')
      continue;
    const key = `${place} ${name}`;
    const isRequired = entryOf(parameter, 'required') === true;
    if (!found.has(key)) found.set(key, { name, place, isRequired, written: parameter });
  }
  return [...found.values()];
}

/** What a path is made of. */
export interface Templated {
  readonly base: string;
  /** `/books/{id}` */
  readonly template: string;
  readonly parameters: readonly Parameter[];
}

/** Path and query, each parameter a variable; null where it would be too long. Variables are entered only for a path that is kept. */
export function pathOf(
  { base, template, parameters }: Templated,
  references: References,
  book: VariableBook,
): string | null {
  const [plain = ''] = template.slice(0, PATH_MAX + 1).split('#', 1);
  const query = parameters.filter(({ place, isRequired }) => place === 'query' && isRequired);
  // Encoded and with names of variables it can only grow: what is too long already is not worth the work.
  const isLong = [plain, base, ...query.map(({ name }) => name)].join('').length > PATH_MAX / 4;
  if (isLong) return null;
  const pieces = plain.split(/(\{[^{}]*\})/u).map((piece, index, all) => {
    if (!/^\{[^{}]+\}$/u.test(piece)) return urlLiteral(piece);
    const name = piece.slice(1, -1);
    const parameter = parameters.find((each) => each.place === 'path' && each.name === name);
    const { values, isMadeUp } = valuesOf(parameter?.written, name, references);
    const remark = isMadeUp ? 'put values here that the service has' : null;
    return `{{${book.nameFor(ownName(name, all.slice(0, index)), values.map(urlValue), remark)}}}`;
  });
  const asked = query.map((parameter) => {
    const { values, isMadeUp } = isSecretName(parameter.name)
      ? { values: ['REPLACE_ME'], isMadeUp: true }
      : valuesOf(parameter.written, parameter.name, references);
    const remark = isMadeUp ? 'put values here that the service takes' : null;
    return `${urlValue(parameter.name)}={{${book.nameFor(parameter.name, values.map(urlValue), remark)}}}`;
  });
  const path = `${base}${pieces.join('')}`.replace(/^\/+/u, '/');
  if (asked.length === 0) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${asked.join('&')}`;
}

/** Names that say nothing by themselves: `/books/{id}` and `/authors/{id}` want different values. */
const GENERIC = new Set(['id', 'uuid', 'guid', 'slug', 'key', 'name', 'code', 'number']);

function ownName(name: string, before: readonly string[]): string {
  if (!GENERIC.has(name.toLowerCase())) return name;
  const segments = before
    .join('')
    .split('/')
    .filter((segment) => segment !== '' && !segment.includes('{'));
  const last = segments.at(-1);
  return last === undefined ? name : `${last}_${name}`;
}

interface Values {
  readonly values: readonly string[];
  /** True when the document says nothing about values, but for their form. */
  readonly isMadeUp: boolean;
}

/** Examples, then what the schema gives, then something of the right form. */
function valuesOf(parameter: Tree | undefined, name: string, references: References): Values {
  const [, media] = entriesOf(entryOf(parameter, 'content'))[0] ?? [];
  const holder = media ?? parameter;
  // Swagger 2.0 has no schema inside a parameter: the parameter is one.
  const schema = references.follow(entryOf(holder, 'schema')) ?? holder;
  const items = references.follow(entryOf(schema, 'items'));
  const sources = [examplesOf(holder, references), givenValues(schema), givenValues(items)];
  const given = sources
    .map((values) =>
      values
        .slice(0, VALUES_MAX)
        .map(textOf)
        .filter((text) => text !== ''),
    )
    .find((texts) => texts.length > 0);
  if (given !== undefined) return { values: given, isMadeUp: false };
  const sampled = textOf(sampleOf(schema, references));
  const isTruth = sampled === 'true';
  if (isTruth) return { values: ['true', 'false'], isMadeUp: false };
  const fallback = /id$/iu.test(name) ? '1' : 'example';
  return { values: [sampled === '' || sampled === 'example' ? fallback : sampled], isMadeUp: true };
}

/** `example`, `x-example` and the named `examples` of a parameter or a body. */
export function examplesOf(holder: Tree | undefined, references: References): readonly Tree[] {
  const single = entryOf(holder, 'example') ?? entryOf(holder, 'x-example');
  if (single !== undefined && single !== null) return [single];
  const named = entryOf(holder, 'examples');
  if (!isTreeMap(named)) return [];
  return entriesOf(named)
    .slice(0, 20)
    .flatMap(([, example]) => {
      const value = entryOf(references.follow(example), 'value');
      return value === undefined || value === null ? [] : [value];
    });
}

/** A value as text for a URL or a header; lists with commas, which is what most services read. */
function textOf(value: Tree | undefined): string {
  if (typeof value === 'string') return value.slice(0, 200).trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!Array.isArray(value)) return '';
  const scalars = itemsOf(value)
    .slice(0, 20)
    .filter((item) => typeof item === 'string' || typeof item === 'number');
  return scalars.map(String).join(',').slice(0, 200);
}

/** Headers that requests do not take from parameters: the specification says so of the first three, the engines set the others. */
const NOT_PARAMETERS = new Set([
  'accept',
  'content-type',
  'authorization',
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Required headers, and a remark on those that are left to the person: secrets, and cookies. */
export function headersOf(
  parameters: readonly Parameter[],
  references: References,
): { readonly headers: readonly (readonly [string, string])[]; readonly remarks: readonly string[] } {
  const needed = parameters.filter(
    ({ place, isRequired }) => isRequired && (place === 'header' || place === 'cookie'),
  );
  const headers = new Map<string, readonly [string, string]>();
  const left: string[] = [];
  for (const { name, place, written } of needed) {
    const key = name.toLowerCase();
    if (place === 'header' && (NOT_PARAMETERS.has(key) || headers.has(key))) continue;
    if (place === 'cookie' || isSecretName(name) || !isHeaderName(name)) left.push(oneLine(name, 60));
    else {
      const [value = ''] = valuesOf(written, name, references).values;
      headers.set(key, [name, inertText(oneLine(value, 200))]);
    }
  }
  const remarks = left.length === 0 ? [] : [`also needs: ${left.slice(0, 10).join(', ')}`];
  return { headers: [...headers.values()], remarks };
}
