/** A draft from an OpenAPI document: 3.x, and Swagger 2.0, of which the same parts are read. */
import type { Method } from '../request-schema.ts';
import { entriesOf, entryOf, isTreeMap, itemsOf, type Tree } from '../tree.ts';
import { invalid } from './document.ts';
import { counted, type Draft, type DraftRequest, isSafe } from './draft.ts';
import { oneLine, urlLiteral } from './inert.ts';
import { NAME_MAX, type VariableBook, variableBook } from './names.ts';
import { bodyOf } from './openapi-body.ts';
import { headersOf, type Parameter, parametersOf, pathOf } from './openapi-parameters.ts';
import { type References, referencesOf } from './references.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Operations that are looked at: more than a scenario takes, so that some may turn out not to fit. */
const OPERATIONS_MAX = 400;

/** One operation of the document. */
interface Operation {
  readonly method: Method;
  /** Its path as the document has it, `/books/{id}`. */
  readonly template: string;
  readonly item: Tree;
  readonly operation: Tree;
}

/**
 * The requests that a document describes. `file` is what messages and the draft's first note call it.
 * @throws Failure kind `usage`, codes `document-kind`, `document-empty`
 */
export function draftFromOpenApi(document: Tree, file: string): Draft {
  const version = versionOf(document, file);
  const references = referencesOf(document);
  const operations = operationsOf(document, references);
  if (operations.length === 0)
    throw invalid(
      file,
      'describes no operation',
      'Give a document with `paths`; only what is in it is read.',
      [],
      'document-empty',
    );
  const base = baseOf(document);
  const names = namesOf(operations);
  const book = variableBook();
  const chosen = chosenOf(operations);
  const requests = chosen.flatMap((operation) => {
    const request = requestOf(operation, { base, references, book });
    return request === null ? [] : [{ ...request, name: names.get(operation) ?? null }];
  });
  const left = operations.length - requests.length;
  return {
    notes: notesOf(document, { file, version, base, left, operations, references }),
    requests,
    variables: book.all(),
  };
}

/** `3.1.0`, or `2.0`. @throws Failure for everything else */
function versionOf(document: Tree, file: string): string {
  const kind = (what: string, advice: string) => invalid(file, what, advice, [], 'document-kind');
  if (entryOf(entryOf(document, 'log'), 'entries') !== undefined)
    throw kind('is a HAR file, not an OpenAPI document', `Say \`--har\` instead of \`--openapi\`.`);
  const swagger = entryOf(document, 'swagger');
  const version = entryOf(document, 'openapi') ?? swagger;
  if (typeof version !== 'string' && typeof version !== 'number')
    throw kind(
      'is no OpenAPI document: it has neither `openapi` nor `swagger` at its top',
      'Give an OpenAPI document of version 3, or Swagger 2.0.',
    );
  const shown = oneLine(String(version), 20);
  const isKnown = version === swagger ? /^2(?:\.|$)/u.test(shown) : /^3(?:\.|$)/u.test(shown);
  if (!isKnown)
    throw kind(
      `is written for version "${shown}" of the OpenAPI specification, which is not read`,
      'Convert it to OpenAPI 3 first.',
    );
  return version === swagger ? '2.0' : shown;
}

/** Every operation, in the order of the document. */
function operationsOf(document: Tree, references: References): readonly Operation[] {
  return entriesOf(entryOf(document, 'paths')).flatMap(([template, written]) => {
    const item = references.follow(written);
    if (!template.startsWith('/') || !isTreeMap(item)) return [];
    return METHODS.flatMap((method) => {
      const operation = entryOf(item, method.toLowerCase());
      return isTreeMap(operation) ? [{ method, template, item, operation }] : [];
    });
  });
}

/** Those that only read first, and as many as are looked at; in the order of the document again. */
function chosenOf(operations: readonly Operation[]): readonly Operation[] {
  const safe = operations.filter(({ method }) => isSafe(method)).slice(0, OPERATIONS_MAX);
  const unsafe = operations.filter(({ method }) => !isSafe(method)).slice(0, OPERATIONS_MAX - safe.length);
  const chosen = new Set([...safe, ...unsafe]);
  return operations.filter((operation) => chosen.has(operation));
}

/** `operationId`, else `summary`, else method and path: whichever is the operation's alone. */
function namesOf(operations: readonly Operation[]): ReadonlyMap<Operation, string> {
  const wordsOf = ({ operation, method, template }: Operation): readonly string[] => {
    const written = ['operationId', 'summary'].map((key) => entryOf(operation, key));
    const words = written.map((word) => (typeof word === 'string' ? oneLine(word, NAME_MAX) : ''));
    return [...words, oneLine(`${method} ${template}`, NAME_MAX)];
  };
  const all = operations.map(wordsOf);
  const uses = new Map<string, number>();
  for (const word of all.flatMap((words) => [...new Set(words)])) uses.set(word, (uses.get(word) ?? 0) + 1);
  return new Map(
    operations.map((operation, index) => {
      const words = all[index] ?? [];
      return [operation, words.find((word) => word !== '' && uses.get(word) === 1) ?? words.at(-1) ?? ''];
    }),
  );
}

/** Path of the first server, which stands before every path; the server itself is the one that is booted. */
function baseOf(document: Tree): string {
  const [server] = itemsOf(entryOf(document, 'servers'));
  const url = entryOf(server, 'url') ?? entryOf(document, 'basePath');
  if (typeof url !== 'string') return '';
  const filled = url.slice(0, 2000).replaceAll(/\{([^{}]*)\}/gu, (whole, name: string) => {
    const standard = entryOf(entryOf(entryOf(server, 'variables'), name), 'default');
    return typeof standard === 'string' || typeof standard === 'number' ? String(standard) : whole;
  });
  const path = filled
    .replace(/^[a-z][a-z0-9+.-]*:/iu, '')
    .replace(/^\/\/[^/?#]*/u, '')
    .replace(/[?#].*$/su, '')
    .replaceAll(/\/{2,}/gu, '/')
    .replace(/\/$/u, '');
  return path.startsWith('/') && !/[{}]/u.test(path) ? urlLiteral(path) : '';
}

interface Around {
  readonly base: string;
  readonly references: References;
  readonly book: VariableBook;
}

/** One operation as a request; null where its path cannot be one. */
function requestOf({ method, template, item, operation }: Operation, around: Around): DraftRequest | null {
  const { references, book } = around;
  const parameters: readonly Parameter[] = parametersOf(item, operation, references);
  const path = pathOf({ base: around.base, template, parameters }, references, book);
  if (path === null) return null;
  const written = headersOf(parameters, references);
  const sent = isSafe(method) ? null : bodyOf(operation, parameters, references);
  const own = new Set(sent?.headers.map(([name]) => name.toLowerCase()));
  return {
    name: null,
    method,
    path,
    headers: [...(sent?.headers ?? []), ...written.headers.filter(([name]) => !own.has(name.toLowerCase()))],
    body: sent?.body ?? null,
    weight: 1,
    expect: expectedOf(operation),
    remarks: [...written.remarks, ...(sent?.remarks ?? [])],
  };
}

/** Redirects that are documented as a good end; without one, the default will do. */
function expectedOf(operation: Tree): readonly string[] {
  const statuses = entriesOf(entryOf(operation, 'responses')).map(([status]) => status.toLowerCase());
  const redirects = statuses.filter((status) => /^3(?:\d\d|xx)$/u.test(status));
  if (redirects.length === 0) return [];
  return [...(statuses.some((status) => status.startsWith('2')) ? ['2xx'] : []), ...redirects.slice(0, 20)];
}

interface Told {
  readonly file: string;
  readonly version: string;
  readonly base: string;
  readonly left: number;
  readonly operations: readonly Operation[];
  readonly references: References;
}

function notesOf(document: Tree, told: Told): readonly string[] {
  const { file, version, base, left, operations, references } = told;
  const title = entryOf(entryOf(document, 'info'), 'title');
  const shown = typeof title === 'string' ? oneLine(title, 80) : '';
  const format = version === '2.0' ? 'Swagger 2.0' : `OpenAPI ${version}`;
  const outside = references.outside();
  return [
    `Requests from ${oneLine(file, 100)} (${format}${shown === '' ? '' : `, "${shown}"`}): a start. Read it through before the first run.`,
    ...(base === ''
      ? []
      : [`Every path begins with ${base.slice(0, 100)}, the path of the document's first server.`]),
    ...credentialNote(document, operations),
    ...(left === 0
      ? []
      : [
          `${counted(left, 'operation', ['is', 'are'])} left out: a scenario holds at most 200 requests, and paths of bounded length.`,
        ]),
    ...(outside === 0
      ? []
      : [
          `${counted(outside, 'reference', ['leads', 'lead'])} out of the document and ${outside === 1 ? 'was' : 'were'} not followed.`,
        ]),
  ];
}

/** Credentials are never made up; that they are needed has to be said. */
function credentialNote(document: Tree, operations: readonly Operation[]): readonly string[] {
  const standard = itemsOf(entryOf(document, 'security'));
  const needs = operations.flatMap(({ operation }) => {
    const own = entryOf(operation, 'security');
    const choices = (own === undefined ? standard : itemsOf(own)).map((choice) => entriesOf(choice));
    return choices.length === 0 || choices.some((choice) => choice.length === 0) ? [] : [choices];
  });
  if (needs.length === 0) return [];
  const schemes = new Set(needs.flat(2).map(([name]) => oneLine(name, 40)));
  return [
    `${needs.length} of ${counted(operations.length, 'operation')} ask for credentials (${[...schemes].slice(0, 5).join(', ')}): start the service without, or add a header with those of a test user.`,
  ];
}
