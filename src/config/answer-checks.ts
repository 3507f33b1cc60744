/** What the schema cannot say about answers: checks and captures of requests, and cookies. Works on the raw tree. */
import { phrase } from '../domain/phrase.ts';
import { isOpenWord } from './executor-checks.ts';
import { requestListsOf } from './flow-checks.ts';
import { atKey, atValue, clean, oneOfKeys, type Problem } from './problems.ts';
import { CAPTURE_KINDS, CHECK_KINDS } from './request-schema.ts';
import { entriesOf, entryOf, isTreeMap, itemsOf, type Path, type Tree } from './tree.ts';

/** Where in a list of requests each captured name comes from: the first request that gives it. */
export function capturedIn(requests: readonly Tree[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  requests.forEach((request, index) => {
    for (const [name] of entriesOf(entryOf(request, 'capture'))) if (!first.has(name)) first.set(name, index);
  });
  return first;
}

/** Problems with what a scenario wants of its answers; `path` is the scenario's. */
export function checkAnswers(scenario: Tree, defaults: Tree | undefined, path: Path): readonly Problem[] {
  const isOpen = isOpenWord(scenario, defaults);
  const cookies =
    isOpen && entryOf(scenario, 'cookies') === true
      ? [atKey([...path, 'cookies'], phrase('cookies-of-users'))]
      : [];
  const lists = requestListsOf(scenario, defaults, path);
  const requests = lists.flatMap((list) =>
    list.requests.flatMap((request, index) => {
      const place = [...list.path, index];
      return [
        ...checkBodies(request, place),
        ...checkCaptures(request, place, { isOpen, inSequence: list.order !== null }),
      ];
    }),
  );
  const captured = lists.map((list) => capturedIn(list.requests));
  const twice = entriesOf(entryOf(scenario, 'variables')).filter(([name]) =>
    captured.some((names) => names.has(name)),
  );
  return [
    ...cookies,
    ...requests,
    ...twice.map(([name]) =>
      atKey([...path, 'variables', name], phrase('captured-too', { name: clean(name) })),
    ),
  ];
}

function checkBodies(request: Tree, place: Path): readonly Problem[] {
  const checks = itemsOf(entryOf(request, 'checks'));
  const head =
    checks.length > 0 && entryOf(request, 'method') === 'HEAD'
      ? [atKey([...place, 'checks'], phrase('checks-of-head'))]
      : [];
  return [...head, ...checks.flatMap((check, index) => checkCheck(check, [...place, 'checks', index]))];
}

function checkCheck(check: Tree, path: Path): readonly Problem[] {
  const wrong = exactlyOne(check, CHECK_KINDS, path);
  if (wrong.length > 0 || entryOf(check, 'equals') === undefined || entryOf(check, 'json') !== undefined)
    return wrong;
  return [atKey([...path, 'equals'], phrase('idle-equals'))];
}

function exactlyOne(value: Tree, known: readonly string[], path: Path): readonly Problem[] {
  if (!isTreeMap(value)) return [];
  const given = known.filter((each) => entryOf(value, each) !== undefined);
  return given.length === 1 ? [] : [atValue(path, oneOfKeys(known, given))];
}

function checkCaptures(
  request: Tree,
  place: Path,
  { isOpen, inSequence }: { readonly isOpen: boolean; readonly inSequence: boolean },
): readonly Problem[] {
  const captures = entriesOf(entryOf(request, 'capture'));
  if (captures.length === 0) return [];
  const at = [...place, 'capture'];
  const users = isOpen ? [atKey(at, phrase('capture-of-users'))] : [];
  const order = inSequence ? [] : [atKey(at, phrase('capture-in-order'))];
  return [
    ...users,
    ...order,
    ...captures.flatMap(([name, capture]) => exactlyOne(capture, CAPTURE_KINDS, [...at, name])),
  ];
}
