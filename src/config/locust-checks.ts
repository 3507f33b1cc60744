/** What the schema cannot say about a load by Locust. Works on the raw tree. */
import { phrase } from '../domain/phrase.ts';
import { atKey, atValue, type Problem } from './problems.ts';
import { checkProgram, type ProgramChecks, type ScenarioKeys } from './program-checks.ts';
import { entriesOf, entryOf, type Path, type Tree } from './tree.ts';

const LOCUST: ProgramChecks = {
  engine: 'locust',
  idle: phrase('idle-locust'),
  missing: phrase('needs-locust'),
  idleWith: (key, remedy) => phrase('idle-with-locust', { key, remedy }),
  without: (what) => phrase('locust-without', { what }),
  remedies: {
    requests: phrase('locustfile-sends'),
    flows: phrase('locustfile-sends'),
    variables: phrase('locustfile-variables'),
    order: phrase('locustfile-order'),
    cookies: phrase('locust-cookies'),
    http: phrase('locust-protocol'),
    timeout: phrase('locustfile-timeout'),
    'think-time': phrase('locustfile-pauses'),
  },
};

/** Problems of a scenario that is to be sent by Locust, or has keys for it. */
export const checkLocust = (keys: ScenarioKeys): readonly Problem[] =>
  checkProgram(LOCUST, keys, () => checkWorkers(keys));

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

function checkWorkers({ given, path }: ScenarioKeys): readonly Problem[] {
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
