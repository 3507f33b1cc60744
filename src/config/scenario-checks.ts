/** What the schema cannot say about scenarios: names, bodies, variables. Works on the raw tree, whatever else is wrong with it. */
import { phrase } from '../domain/phrase.ts';
import { checkAnswers } from './answer-checks.ts';
import { checkExecutor } from './executor-checks.ts';
import { checkFlows, type RequestList, requestListsOf } from './flow-checks.ts';
import { checkPlaceholders } from './placeholder-checks.ts';
import { atKey, atValue, clean, mustProblem, oneOfKeys, type Problem } from './problems.ts';
import { SOURCES } from './request-schema.ts';
import type { DataFiles } from './rows.ts';
import { tidy } from './templates.ts';
import { entriesOf, entryOf, isTreeMap, type Path, type Tree } from './tree.ts';

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
      : [atValue(['scenarios'], phrase('scenario-count', { max: SCENARIOS_MAX, got: number }))];
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
    mustProblem([...path, 'limits', metric], phrase('name-a-limit'), limits, phrase('say-off')),
  );
}

function checkScenario(
  scenario: Tree,
  path: Path,
  defaults: Tree | undefined,
  files: DataFiles,
): readonly Problem[] {
  const lists = requestListsOf(scenario, defaults, path);
  const requests = lists.flatMap((list) =>
    list.requests.map((request, index) => ({ request, at: [...list.path, index], order: list.order })),
  );
  return [
    ...checkLimits(scenario, path),
    ...checkExecutor(scenario, defaults, path),
    ...checkFlows(scenario, path),
    ...checkAnswers(scenario, defaults, path),
    ...checkNames(requests),
    ...requests.flatMap(({ request, at, order }) => checkRequest(request, at, order)),
    ...entriesOf(entryOf(scenario, 'variables')).flatMap(([name, variable]) =>
      checkVariable(variable, [...path, 'variables', name]),
    ),
    ...checkPlaceholders(scenario, lists, path, files),
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

function checkNames(requests: readonly { readonly request: Tree; readonly at: Path }[]): readonly Problem[] {
  const names = requests.map(({ request }) => nameOf(request));
  return requests.flatMap(({ at }, index) => {
    const name = names[index] ?? null;
    if (name === null || names.indexOf(name) === index) return [];
    return [atValue(at, phrase('second-request', { name: clean(name) }))];
  });
}

function checkRequest(request: Tree, path: Path, order: RequestList['order']): readonly Problem[] {
  const problems: Problem[] = [];
  if (entryOf(request, 'json') !== undefined && entryOf(request, 'body') !== undefined) {
    problems.push(atKey([...path, 'body'], phrase('body-or-json')));
  }
  if (order !== null && entryOf(request, 'weight') !== undefined) {
    problems.push(
      atKey([...path, 'weight'], phrase(order === 'in a flow' ? 'idle-weight-in-flow' : 'idle-weight')),
    );
  }
  const headers = entriesOf(entryOf(request, 'headers')).map(([name]) => name);
  const lower = headers.map((name) => name.toLowerCase());
  headers.forEach((name, index) => {
    if (lower.indexOf(name.toLowerCase()) !== index)
      problems.push(atKey([...path, 'headers', name], phrase('header-twice', { name: clean(name) })));
  });
  return problems;
}

function checkVariable(variable: Tree, path: Path): readonly Problem[] {
  if (!isTreeMap(variable)) return [];
  const sources = SOURCES.filter((source) => entryOf(variable, source) !== undefined);
  if (sources.length !== 1) return [atValue(path, oneOfKeys(SOURCES, sources))];
  const [source = 'list'] = sources;
  if (entryOf(variable, 'pick') === undefined || source === 'list' || source === 'file') return [];
  return [atKey([...path, 'pick'], phrase('idle-pick', { source }))];
}
