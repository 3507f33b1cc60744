/** What the schema cannot say about a load by Locust: which keys have a meaning with it. Works on the raw tree. */
import { phrase, type PlainPhraseName } from '../domain/phrase.ts';
import type { ExecutorWord } from './executor-schema.ts';
import { atKey, atValue, type Problem } from './problems.ts';
import type { Given } from './search-checks.ts';
import { entriesOf, entryOf, type Path, type Tree } from './tree.ts';

/** Keys that the locustfile takes the place of, and what to do about each. */
const REMEDIES: Readonly<Record<string, PlainPhraseName>> = {
  requests: 'locustfile-sends',
  flows: 'locustfile-sends',
  variables: 'locustfile-variables',
  order: 'locustfile-order',
  cookies: 'locust-cookies',
  http: 'locust-protocol',
  timeout: 'locustfile-timeout',
  'think-time': 'locustfile-pauses',
};

/** Problems of a scenario that is to be sent by Locust, or has keys for it. */
export function checkLocust(
  scenario: Tree,
  given: (name: string) => Given,
  executor: ExecutorWord,
  path: Path,
): readonly Problem[] {
  if (given('engine').value !== 'locust') {
    return entryOf(scenario, 'locust') === undefined
      ? []
      : [atKey([...path, 'locust'], phrase('idle-locust'))];
  }
  const missing = given('locust').value === undefined ? [atValue(path, phrase('needs-locust'))] : [];
  const idle = Object.entries(REMEDIES).flatMap(([name, remedy]) =>
    entryOf(scenario, name) === undefined
      ? []
      : [atKey([...path, name], phrase('idle-with-locust', { key: name, remedy: phrase(remedy) }))],
  );
  return [...missing, ...idle, ...checkWorkers(given, path), ...checkShape(given, executor, path)];
}

/** A service of this machine is not reached from others: what they found at its address would be their own. */
export function checkFarWorkers(tree: Tree): readonly Problem[] {
  if (entryOf(tree, 'service') === undefined) return [];
  const scenarios = entriesOf(entryOf(tree, 'scenarios')).map(([name]): Path => ['scenarios', name]);
  return [['defaults'], ...scenarios].flatMap((path) => {
    const place = [...path, 'locust', 'workers', 'ssh'];
    const given = place.reduce<Tree | undefined>((part, step) => entryOf(part, String(step)), tree);
    return given === undefined ? [] : [atKey(place, phrase('ssh-needs-target'))];
  });
}

function checkWorkers(given: (name: string) => Given, path: Path): readonly Problem[] {
  const locust = given('locust').value;
  const workers = entryOf(locust, 'workers');
  if (workers === undefined) return [];
  const place: Path = [...path, 'locust', 'workers'];
  const [count, mayLose] = [entryOf(workers, 'count'), entryOf(workers, 'may-lose')];
  const hopeless = typeof count === 'number' && typeof mayLose === 'number' && mayLose >= count;
  return [
    ...(entryOf(locust, 'processes') === undefined
      ? []
      : [atKey([...path, 'locust', 'processes'], phrase('idle-processes'))]),
    ...(hopeless ? [atValue([...place, 'may-lose'], phrase('may-lose-all'))] : []),
  ];
}

function checkShape(given: (name: string) => Given, executor: ExecutorWord, path: Path): readonly Problem[] {
  const ofUsers = executor === 'constant-users' || (executor === 'soak' && given('rate').value === undefined);
  if (ofUsers) return [];
  const what = executor === 'soak' ? phrase('an-arrival-rate') : phrase('that-executor', { executor });
  return [atValue(path, phrase('locust-without', { what }))];
}
