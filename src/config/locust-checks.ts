/** What the schema cannot say about a load by Locust. Works on the raw tree. */
import { phrase } from '../domain/phrase.ts';
import { atKey, atValue, type Problem } from './problems.ts';
import { checkProgram, type ProgramChecks, type ScenarioKeys } from './program-checks.ts';
import { entryOf, type Path } from './tree.ts';

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
