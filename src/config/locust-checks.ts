/** What the schema cannot say about a load by Locust: which keys have a meaning with it. Works on the raw tree. */
import { foreign } from '../domain/phrase.ts';
import type { ExecutorWord } from './executor-schema.ts';
import { atKey, atValue, type Problem } from './problems.ts';
import type { Given } from './search-checks.ts';
import { entryOf, type Path, type Tree } from './tree.ts';

/** Keys that the locustfile takes the place of, and what to do about each. */
const REMEDIES: Readonly<Record<string, string>> = {
  requests: 'the locustfile says what is sent; remove it',
  flows: 'the locustfile says what is sent; remove it',
  variables: 'the locustfile has variables of its own; remove it',
  order: 'the locustfile weighs its tasks; remove it',
  cookies: 'each user of Locust keeps its cookies; remove it',
  http: 'Locust speaks HTTP/1.1; remove it',
  timeout: 'the locustfile says how long its requests may take; remove it',
  'think-time': 'say `wait_time` in the locustfile; remove it',
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
      : [
          atKey(
            [...path, 'locust'],
            foreign('`locust` has no effect without `engine: locust`; say that, or remove this'),
          ),
        ];
  }
  const missing =
    given('locust').value === undefined
      ? [
          atValue(
            path,
            foreign('needs `locust` with `engine: locust`; say `locust: { file: locustfile.py }`'),
          ),
        ]
      : [];
  const idle = Object.entries(REMEDIES).flatMap(([name, remedy]) =>
    entryOf(scenario, name) === undefined
      ? []
      : [atKey([...path, name], foreign(`\`${name}\` has no effect with \`engine: locust\`: ${remedy}`))],
  );
  return [...missing, ...idle, ...checkWorkers(given, path), ...checkShape(given, executor, path)];
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
      : [
          atKey(
            [...path, 'locust', 'processes'],
            foreign('`processes` has no effect with `workers`: each worker is a process; remove one of them'),
          ),
        ]),
    ...(hopeless
      ? [atValue([...place, 'may-lose'], foreign('must be less than `count`: somebody has to send the load'))]
      : []),
  ];
}

function checkShape(given: (name: string) => Given, executor: ExecutorWord, path: Path): readonly Problem[] {
  const ofUsers = executor === 'constant-users' || (executor === 'soak' && given('rate').value === undefined);
  if (ofUsers) return [];
  const what = executor === 'soak' ? 'arrival rate' : `\`executor: ${executor}\``;
  return [
    atValue(
      path,
      foreign(
        `has \`engine: locust\`, which has no ${what} here; say \`users\` and \`duration\`, or write a LoadTestShape in the locustfile`,
      ),
    ),
  ];
}
