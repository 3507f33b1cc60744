/** Recorded requests that differ only in an id or a query, as one: with a weight, and a variable for what differs. */
import { type DraftRequest, isSafe } from './draft.ts';
import { contentOf, type Recorded, SECRET_REMARK } from './har-content.ts';
import { urlLiteral } from './inert.ts';
import type { VariableBook } from './names.ts';
import { isSecretName, isSecretText, REPLACED } from './secrets.ts';

/** One recorded address, taken apart where others may differ from it. */
interface Address {
  readonly recorded: Recorded;
  readonly before: string;
  /** The last part of the path that looks like an id, or null. */
  readonly id: string | null;
  readonly after: string;
  /** Without the question mark. */
  readonly query: string;
}

/** Addresses of one form, of which at most the id or the query differs. */
export type Row = readonly [Address, ...Address[]];

/** Heaviest weight that a configuration takes. */
const WEIGHT_MAX = 1000;

/** Rows in the order in which they were first recorded. */
export function rowsOf(recorded: readonly Recorded[]): readonly Row[] {
  const shapes = grouped(recorded.map(addressOf), shapeOf);
  return shapes.flatMap((shape) => {
    const ids = new Set(shape.map(({ id }) => id));
    const queries = new Set(shape.map(({ query }) => query));
    // Ids and queries that belong together must not be mixed: then only one of the two may vary.
    return ids.size > 1 && queries.size > 1 ? grouped(shape, ({ query }) => query) : [shape];
  });
}

function grouped(addresses: readonly Address[], keyOf: (address: Address) => string): readonly Row[] {
  const groups = new Map<string, [Address, ...Address[]]>();
  for (const address of addresses) {
    const key = keyOf(address);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [address]);
    else group.push(address);
  }
  return [...groups.values()];
}

function shapeOf({ recorded, before, id, after, query }: Address): string {
  const names = query.split('&').map((pair) => pair.split('=', 1)[0] ?? '');
  return [recorded.method, before, id === null ? '' : '{}', after, ...names].join('\0');
}

function addressOf(recorded: Recorded): Address {
  const segments = recorded.url.pathname
    .split('/')
    .map((segment) => (isSecretText(segment) ? REPLACED : segment));
  const at = segments.findLastIndex(isId);
  const query = cleanQuery(recorded.url.search);
  if (at < 0) return { recorded, before: segments.join('/'), id: null, after: '', query };
  const before = segments
    .slice(0, at)
    .map((segment) => `${segment}/`)
    .join('');
  const after = segments
    .slice(at + 1)
    .map((segment) => `/${segment}`)
    .join('');
  return { recorded, before, id: segments[at] ?? '', after, query };
}

/** Numbers, UUIDs, long hexadecimal numbers, and long mixtures of letters and digits. */
function isId(segment: string): boolean {
  if (segment === REPLACED || segment.length > 100) return false;
  return (
    /^\d+$|^[0-9a-f]{16,}$|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(segment) ||
    (/^[\w-]{16,}$/u.test(segment) && /\d/u.test(segment) && /[a-z]/iu.test(segment))
  );
}

/** The query without the values of secrets. */
function cleanQuery(search: string): string {
  return search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...rest] = pair.split('=');
      const isSecret = isSecretName(decodedOr(name)) || isSecretText(decodedOr(rest.join('=')));
      return isSecret ? `${name}=${REPLACED}` : pair;
    })
    .join('&');
}

function decodedOr(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** A row as a request: weighted by how often it was recorded. */
export function requestOf(row: Row, book: VariableBook): DraftRequest {
  const [{ recorded }] = row;
  const { headers, body, remarks } = contentOf(recorded);
  return {
    name: null,
    method: recorded.method,
    path: `${pathOf(row, book)}${queryOf(row, book)}`,
    headers,
    body,
    weight: Math.min(row.length, WEIGHT_MAX),
    expect: expectedOf(row),
    remarks: [...remarks, ...remarksOf(row)],
  };
}

function remarksOf(row: Row): readonly string[] {
  const hasSecret = row.some(({ before, after, query }) =>
    [before, after, query].join(' ').includes(REPLACED),
  );
  const isFirst = row.length > 1 && !isSafe(row[0].recorded.method);
  return [
    ...(hasSecret ? [`${SECRET_REMARK} in the path`] : []),
    ...(isFirst ? [`sent ${row.length} times: this is the first`] : []),
  ];
}

function pathOf(row: Row, book: VariableBook): string {
  const [{ before, id, after }] = row;
  const ids = new Set(row.flatMap((address) => (address.id === null ? [] : [address.id])));
  const part =
    ids.size < 2
      ? urlLiteral(id ?? '')
      : `{{${book.nameFor(`${lastWord(before)}id`, [...ids].map(urlLiteral), null)}}}`;
  const path = `${urlLiteral(before)}${part}${urlLiteral(after)}`;
  return path.replace(/^\/+/u, '/');
}

/** `books_` of `/api/books/`; nothing where there is no word. */
function lastWord(path: string): string {
  const word = path.split('/').findLast((segment) => /^[a-z]/iu.test(segment));
  return word === undefined ? '' : `${word.slice(0, 28)}_`;
}

/** One parameter that differs is a variable; where several do, they belong together, and the whole query is one. */
function queryOf(row: Row, book: VariableBook): string {
  const [{ before, query }] = row;
  const queries = [...new Set(row.map((address) => address.query))];
  if (queries.length < 2) return query === '' ? '' : `?${urlLiteral(query)}`;
  const pairs = queries.map((each) => each.split('&'));
  const first = pairs[0] ?? [];
  const differing = first.flatMap((pair, at) => (pairs.every((each) => each[at] === pair) ? [] : [at]));
  const [at = 0] = differing;
  const [name = ''] = (first[at] ?? '').split('=', 1);
  if (differing.length > 1 || name === '')
    return `?{{${book.nameFor(`${lastWord(before)}query`, queries.map(urlLiteral), null)}}}`;
  const values = pairs.map((each) => each[at]?.split('=').slice(1).join('=') ?? '');
  const variable = `{{${book.nameFor(decodedOr(name), values.map(urlLiteral), null)}}}`;
  return `?${first.map((pair, index) => (index === at ? `${urlLiteral(name)}=${variable}` : urlLiteral(pair))).join('&')}`;
}

/** Redirects that were recorded. An answer "not modified" was to a condition that is not sent again. */
function expectedOf(row: Row): readonly string[] {
  const statuses = [...new Set(row.map(({ recorded }) => recorded.status))];
  const redirects = statuses.filter((status) => status >= 300 && status !== 304 && Number.isInteger(status));
  if (redirects.length === 0) return [];
  return [...(redirects.length === statuses.length ? [] : ['2xx']), ...redirects.slice(0, 20).map(String)];
}
