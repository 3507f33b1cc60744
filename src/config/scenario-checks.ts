/** What the schema cannot say about scenarios: names, bodies, placeholders. Works on the raw tree, whatever else is wrong with it. */
import { capturedIn, checkAnswers } from './answer-checks.ts';
import { checkExecutor } from './executor-checks.ts';
import { atKey, atValue, clean, didYouMean, mustProblem, type Problem } from './problems.ts';
import { SOURCES, VARIABLE_PATTERN } from './request-schema.ts';
import type { Rows } from './rows.ts';
import { hasOpenBraces, type Placeholder, placeholdersIn, tidy } from './templates.ts';
import { entriesOf, entryOf, isTreeMap, itemsOf, type Path, type Tree } from './tree.ts';

/** Rows of data files by the path the config names; null for a file that could not be read (said elsewhere). */
export type DataFiles = ReadonlyMap<string, Rows | null>;

const SCENARIOS_MAX = 50;

/** Problems of all scenarios. */
export function checkScenarios(tree: Tree, files: DataFiles): readonly Problem[] {
  const scenarios = entryOf(tree, 'scenarios');
  if (!isTreeMap(scenarios)) return [];
  const entries = entriesOf(scenarios);
  const number = entries.length;
  const count =
    number >= 1 && number <= SCENARIOS_MAX
      ? []
      : [atValue(['scenarios'], `must have 1 to ${SCENARIOS_MAX} entries (got ${number})`)];
  const defaults = entryOf(tree, 'defaults');
  return [
    ...count,
    ...checkLimits(defaults, ['defaults']),
    ...entries.flatMap(([name, scenario]) => checkScenario(scenario, ['scenarios', name], defaults, files)),
  ];
}

/** A metric with an empty mapping would lose its default without a word. */
function checkLimits(around: Tree | undefined, path: Path): readonly Problem[] {
  const empty = entriesOf(entryOf(around, 'limits')).filter(
    ([, limits]) => isTreeMap(limits) && Object.keys(limits).length === 0,
  );
  return empty.map(([metric, limits]) =>
    mustProblem([...path, 'limits', metric], 'name a limit', limits, 'say `off` for none'),
  );
}

function checkScenario(
  scenario: Tree,
  path: Path,
  defaults: Tree | undefined,
  files: DataFiles,
): readonly Problem[] {
  const requests = itemsOf(entryOf(scenario, 'requests'));
  const inSequence = (entryOf(scenario, 'order') ?? entryOf(defaults, 'order')) === 'sequence';
  return [
    ...checkLimits(scenario, path),
    ...checkExecutor(scenario, defaults, path),
    ...checkAnswers(scenario, defaults, path),
    ...checkNames(requests, [...path, 'requests']),
    ...requests.flatMap((request, index) => checkRequest(request, [...path, 'requests', index], inSequence)),
    ...entriesOf(entryOf(scenario, 'variables')).flatMap(([name, variable]) =>
      checkVariable(variable, [...path, 'variables', name]),
    ),
    ...checkPlaceholders(scenario, path, files),
  ];
}

/** What reports call a request, as far as the raw tree tells. */
function nameOf(request: Tree): string | null {
  if (typeof request === 'string') return tidy(request).trim().replace(/\s+/, ' ').replace(/^\//, 'GET /');
  const name = entryOf(request, 'name');
  if (name !== undefined) return typeof name === 'string' ? name : null;
  const path = entryOf(request, 'path');
  const method = entryOf(request, 'method') ?? 'GET';
  return typeof path === 'string' && typeof method === 'string' ? `${method} ${tidy(path)}` : null;
}

function checkNames(requests: readonly Tree[], path: Path): readonly Problem[] {
  const names = requests.map(nameOf);
  return names.flatMap((name, index) => {
    if (name === null || names.indexOf(name) === index) return [];
    return [
      atValue(
        [...path, index],
        `is the second request called \`${clean(name)}\`; give one of them another \`name\``,
      ),
    ];
  });
}

function checkRequest(request: Tree, path: Path, inSequence: boolean): readonly Problem[] {
  const problems: Problem[] = [];
  if (entryOf(request, 'json') !== undefined && entryOf(request, 'body') !== undefined) {
    problems.push(atKey([...path, 'body'], '`body` and `json` exclude each other; remove one'));
  }
  if (inSequence && entryOf(request, 'weight') !== undefined) {
    problems.push(atKey([...path, 'weight'], '`weight` has no effect with `order: sequence`; remove it'));
  }
  const headers = entriesOf(entryOf(request, 'headers')).map(([name]) => name);
  const lower = headers.map((name) => name.toLowerCase());
  headers.forEach((name, index) => {
    if (lower.indexOf(name.toLowerCase()) !== index)
      problems.push(atKey([...path, 'headers', name], `header \`${clean(name)}\` is given twice; keep one`));
  });
  return problems;
}

function checkVariable(variable: Tree, path: Path): readonly Problem[] {
  if (!isTreeMap(variable)) return [];
  const sources = SOURCES.filter((source) => entryOf(variable, source) !== undefined);
  if (sources.length !== 1)
    return [
      atValue(
        path,
        `must have exactly one of ${SOURCES.join(', ')} (got ${sources.join(' and ') || 'none'})`,
      ),
    ];
  const [source = 'list'] = sources;
  if (entryOf(variable, 'pick') === undefined || source === 'list' || source === 'file') return [];
  return [atKey([...path, 'pick'], `\`pick\` has no effect on \`${source}\`; remove it`)];
}

/** What may stand where a value is put: anything else would change the meaning of what is around it. */
const FITS = {
  path: {
    test: (value: string) => /^[!-~]*$/.test(value) && !/[#\\"<>^`|{}]/.test(value),
    words: 'a URL may not hold; percent-encode it',
  },
  header: { test: (value: string) => !/\p{Cc}/u.test(value), words: 'a header may not hold' },
  json: {
    test: (value: string) => JSON.stringify(value) === `"${value}"`,
    words: 'would break the JSON text; remove its quotes, backslashes and line ends',
  },
  body: { test: () => true, words: '' },
} as const;

type Part = keyof typeof FITS;

/** A text of a request that may hold placeholders. */
interface Spot {
  readonly text: string;
  readonly path: Path;
  readonly part: Part;
}

function checkPlaceholders(scenario: Tree, path: Path, files: DataFiles): readonly Problem[] {
  const variables = entryOf(scenario, 'variables');
  const captured = capturedIn(scenario);
  const spots = itemsOf(entryOf(scenario, 'requests')).flatMap((request, index) =>
    spotsOf(request, [...path, 'requests', index]),
  );
  const used = new Set<string>();
  const problems = spots.flatMap((spot) => {
    const open = hasOpenBraces(spot.text)
      ? [atValue(spot.path, 'opens `{{` and never closes it; write `{{name}}`')]
      : [];
    const found = placeholdersIn(spot.text);
    for (const { name } of found) used.add(name);
    return [
      ...open,
      ...found.flatMap((placeholder) => {
        const from = captured.get(placeholder.name);
        return from === undefined
          ? checkPlaceholder(placeholder, spot, variables, files)
          : checkCaptured(placeholder, spot, from, Number(spot.path[path.length + 1]));
      }),
    ];
  });
  const unused = entriesOf(variables).filter(([name]) => !used.has(name));
  return [
    ...problems,
    ...[...captured].flatMap(([name, index]) =>
      used.has(name)
        ? []
        : [
            atKey(
              [...path, 'requests', index, 'capture', name],
              `\`${clean(name)}\` is captured and never used; write \`{{${clean(name)}}}\` in a later request, or remove it`,
            ),
          ],
    ),
    ...unused.map(([name]) =>
      atKey(
        [...path, 'variables', name],
        `variable \`${clean(name)}\` is never used; write \`{{${clean(name)}}}\` in a request, or remove it`,
      ),
    ),
  ];
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

/** `from` and `at`: the requests that capture the value, and use it. */
function checkCaptured(placeholder: Placeholder, spot: Spot, from: number, at: number): readonly Problem[] {
  const shown = `\`{{${clean(placeholder.content)}}}\``;
  if (placeholder.column !== null)
    return [atValue(spot.path, `uses ${shown}, and a captured value has no columns`)];
  return from < at
    ? []
    : [atValue(spot.path, `uses ${shown} before \`requests[${from}]\` has captured it; put that one first`)];
}

function checkPlaceholder(
  placeholder: Placeholder,
  spot: Spot,
  variables: Tree | undefined,
  files: DataFiles,
): readonly Problem[] {
  const { name, column } = placeholder;
  const shown = `\`{{${clean(placeholder.content)}}}\``;
  const variable = entryOf(variables, name);
  if (!new RegExp(VARIABLE_PATTERN).test(name))
    return [atValue(spot.path, `uses ${shown}, which is not the name of a variable`)];
  if (variable === undefined) {
    const nearest = didYouMean(
      name,
      entriesOf(variables).map(([known]) => known),
    );
    return [
      atValue(
        spot.path,
        `uses ${shown}, and there is no variable \`${clean(name)}\`; ${nearest === '' ? 'add it under `variables`' : nearest}`,
      ),
    ];
  }
  const file = entryOf(variable, 'file');
  if (typeof file !== 'string') {
    if (column !== null)
      return [
        atValue(
          spot.path,
          `uses ${shown}, and \`${clean(name)}\` has no columns; write \`{{${clean(name)}}}\``,
        ),
      ];
    const texts = itemsOf(entryOf(variable, 'list')).filter((item) => typeof item === 'string');
    return fits(texts, spot, shown);
  }
  const rows = files.get(file) ?? null;
  if (rows === null) return [];
  if (column === null)
    return [
      atValue(
        spot.path,
        `uses ${shown}, which is a row; name a column: ${rows.columns
          .map((known) => `\`{{${clean(name)}.${clean(known)}}}\``)
          .slice(0, 5)
          .join(', ')}`,
      ),
    ];
  if (rows.columns.includes(column))
    return fits(
      rows.rows.map((row) => row[column] ?? ''),
      spot,
      shown,
    );
  const nearest =
    didYouMean(column, rows.columns) || `columns: ${rows.columns.map(clean).slice(0, 20).join(', ')}`;
  return [
    atValue(spot.path, `uses ${shown}, and ${clean(file)} has no column \`${clean(column)}\`; ${nearest}`),
  ];
}

function fits(values: readonly string[], spot: Spot, shown: string): readonly Problem[] {
  const bad = values.find((value) => !FITS[spot.part].test(value));
  return bad === undefined
    ? []
    : [
        mustProblem(
          spot.path,
          `not take ${shown} here: one of its values holds what ${FITS[spot.part].words}`,
          bad,
        ),
      ];
}
