/** What the schema cannot say about `{{name}}` in requests: what it stands for, and whether that may stand there. Works on the raw tree. */
import { phrase } from '../domain/phrase.ts';
import { capturedIn } from './answer-checks.ts';
import type { RequestList } from './flow-checks.ts';
import { atKey, atValue, clean, didYouMean, mustProblem, type Problem } from './problems.ts';
import { VARIABLE_PATTERN } from './request-schema.ts';
import type { DataFiles } from './rows.ts';
import { hasOpenBraces, type Placeholder, placeholdersIn, SECRET } from './templates.ts';
import { entriesOf, entryOf, itemsOf, type Path, showPath, type Tree } from './tree.ts';

/** What may stand where a value is put: anything else would change the meaning of what is around it. */
const FITS = {
  path: {
    test: (value: string) => /^[!-~]*$/.test(value) && !/[#\\"<>^`|{}]/.test(value),
    words: 'not-in-url',
  },
  header: { test: (value: string) => !/\p{Cc}/u.test(value), words: 'not-in-header' },
  json: {
    test: (value: string) => JSON.stringify(value) === `"${value}"`,
    words: 'not-in-json',
  },
  body: { test: () => true, words: 'not-in-url' },
} as const;

type Part = keyof typeof FITS;

/** A text of a request that may hold placeholders. */
export interface Spot {
  readonly text: string;
  readonly path: Path;
  readonly part: Part;
}

/** Problems with the placeholders of a scenario's requests, and with variables and captures that none of them uses. */
export function checkPlaceholders(
  scenario: Tree,
  lists: readonly RequestList[],
  path: Path,
  files: DataFiles,
): readonly Problem[] {
  const variables = entryOf(scenario, 'variables');
  const texts = lists.flatMap(spotsOfList).map(({ text }) => text);
  const used = new Set(texts.flatMap(placeholdersIn).map(({ name }) => name));
  const everywhere = new Set(lists.flatMap(({ requests }) => [...capturedIn(requests).keys()]));
  const unused = entriesOf(variables).filter(([name]) => !used.has(name));
  return [
    ...lists.flatMap((list) => checkList(list, { variables, files, everywhere, scenario: path })),
    ...unused.map(([name]) =>
      atKey(
        [...path, 'variables', name],
        phrase('variable-unused', { name: clean(name), again: clean(name) }),
      ),
    ),
  ];
}

/** What placeholders may stand for. */
interface Known {
  readonly variables: Tree | undefined;
  readonly files: DataFiles;
  /** Names that any request captures. */
  readonly everywhere: ReadonlySet<string>;
  /** Where the scenario stands. */
  readonly scenario: Path;
}

function checkList(list: RequestList, known: Known): readonly Problem[] {
  const captured = capturedIn(list.requests);
  const spots = spotsOfList(list);
  const used = new Set(spots.flatMap(({ text }) => placeholdersIn(text)).map(({ name }) => name));
  const unused = [...captured].filter(([name]) => !used.has(name));
  return [
    ...spots.flatMap((spot) => checkSpot(spot, captured, list, known)),
    ...unused.map(([name, index]) =>
      atKey(
        [...list.path, index, 'capture', name],
        phrase('capture-unused', { name: clean(name), again: clean(name) }),
      ),
    ),
  ];
}

function checkSpot(
  spot: Spot,
  captured: ReadonlyMap<string, number>,
  list: RequestList,
  known: Known,
): readonly Problem[] {
  const open = hasOpenBraces(spot.text) ? [atValue(spot.path, phrase('braces-open'))] : [];
  const found = placeholdersIn(spot.text).filter(({ name }) => name !== SECRET);
  return [
    ...open,
    ...found.flatMap((placeholder) => {
      const from = captured.get(placeholder.name);
      if (from === undefined) return checkPlaceholder(placeholder, spot, known);
      const giver = showPath([...list.path, from].slice(known.scenario.length));
      return checkCaptured(placeholder, spot, {
        giver,
        isLater: from >= Number(spot.path[list.path.length]),
      });
    }),
  ];
}

/** Every text of a list's requests that may hold placeholders. */
export function spotsOfList({ requests, path }: RequestList): readonly Spot[] {
  return requests.flatMap((request, index) => spotsOf(request, [...path, index]));
}

function spotsOf(request: Tree, path: Path): readonly Spot[] {
  if (typeof request === 'string') return [{ text: request, path, part: 'path' }];
  return [
    ...textsIn(entryOf(request, 'path'), [...path, 'path'], 'path'),
    ...textsIn(entryOf(request, 'headers'), [...path, 'headers'], 'header'),
    ...textsIn(entryOf(request, 'json'), [...path, 'json'], 'json'),
    ...textsIn(entryOf(request, 'body'), [...path, 'body'], 'body'),
  ];
}

/** All texts below a value, keys of JSON included. The tree's depth bounds the recursion. */
function textsIn(tree: Tree | undefined, path: Path, part: Part): readonly Spot[] {
  if (typeof tree === 'string') return [{ text: tree, path, part }];
  if (Array.isArray(tree))
    return itemsOf(tree).flatMap((item, index) => textsIn(item, [...path, index], part));
  return entriesOf(tree).flatMap(([name, value]) => [
    ...(part === 'json' ? [{ text: name, path: [...path, name], part }] : []),
    ...textsIn(value, [...path, name], part),
  ]);
}

/** `giver`: the request that captures the value; `isLater`: not before this one is sent. */
function checkCaptured(
  placeholder: Placeholder,
  spot: Spot,
  { giver, isLater }: { readonly giver: string; readonly isLater: boolean },
): readonly Problem[] {
  const shown = `\`{{${clean(placeholder.content)}}}\``;
  if (placeholder.column !== null) return [atValue(spot.path, phrase('captured-has-no-columns', { shown }))];
  return isLater ? [atValue(spot.path, phrase('used-before-captured', { shown, giver }))] : [];
}

function checkPlaceholder(
  placeholder: Placeholder,
  spot: Spot,
  { variables, files, everywhere }: Known,
): readonly Problem[] {
  const { name, column } = placeholder;
  const shown = `\`{{${clean(placeholder.content)}}}\``;
  const variable = entryOf(variables, name);
  if (!new RegExp(VARIABLE_PATTERN).test(name))
    return [atValue(spot.path, phrase('not-a-variable', { shown }))];
  if (variable === undefined && everywhere.has(name))
    return [atValue(spot.path, phrase('captured-elsewhere', { shown }))];
  if (variable === undefined) {
    const nearest = didYouMean(
      name,
      entriesOf(variables).map(([known]) => known),
    );
    return [
      atValue(
        spot.path,
        phrase('no-variable', { shown, name: clean(name), advice: nearest ?? phrase('add-variable') }),
      ),
    ];
  }
  const file = entryOf(variable, 'file');
  if (typeof file !== 'string') {
    if (column !== null)
      return [atValue(spot.path, phrase('has-no-columns', { shown, name: clean(name), again: clean(name) }))];
    const texts = itemsOf(entryOf(variable, 'list')).filter((item) => typeof item === 'string');
    return fits(texts, spot, shown);
  }
  const rows = files.get(file) ?? null;
  if (rows === null) return [];
  if (column === null)
    return [
      atValue(
        spot.path,
        phrase('names-a-row', {
          shown,
          columns: rows.columns
            .map((known) => `\`{{${clean(name)}.${clean(known)}}}\``)
            .slice(0, 5)
            .join(', '),
        }),
      ),
    ];
  if (rows.columns.includes(column))
    return fits(
      rows.rows.map((row) => row[column] ?? ''),
      spot,
      shown,
    );
  const nearest =
    didYouMean(column, rows.columns) ??
    phrase('known-columns', { columns: rows.columns.map(clean).slice(0, 20).join(', ') });
  return [
    atValue(
      spot.path,
      phrase('no-column', { shown, file: clean(file), column: clean(column), advice: nearest }),
    ),
  ];
}

function fits(values: readonly string[], spot: Spot, shown: string): readonly Problem[] {
  const bad = values.find((value) => !FITS[spot.part].test(value));
  return bad === undefined ? [] : [mustProblem(spot.path, phrase(FITS[spot.part].words, { shown }), bad)];
}
