/** What the schema cannot say about a load by k6: which keys have a meaning with it. Works on the raw tree. */
import type { ExecutorWord } from './executor-schema.ts';
import { atKey, atValue, type Problem } from './problems.ts';
import type { Given } from './search-checks.ts';
import { entryOf, type Path, type Tree } from './tree.ts';

/** Keys that the script takes the place of, and what to do about each. */
const REMEDIES: Readonly<Record<string, string>> = {
  requests: 'the script says what is sent; remove it',
  flows: 'the script says what is sent; remove it',
  variables: 'the script has variables of its own; remove it',
  order: 'the script says what comes first; remove it',
  cookies: 'each user of k6 keeps its cookies; remove it',
  http: 'k6 chooses the version of HTTP; remove it',
  timeout: 'the script says how long its requests may take; remove it',
  'think-time': 'say `sleep()` in the script; remove it',
};

/** Problems of a scenario that is to be sent by k6, or has keys for it. */
export function checkK6(
  scenario: Tree,
  given: (name: string) => Given,
  executor: ExecutorWord,
  path: Path,
): readonly Problem[] {
  if (given('engine').value !== 'k6') {
    return entryOf(scenario, 'k6') === undefined
      ? []
      : [atKey([...path, 'k6'], '`k6` has no effect without `engine: k6`; say that, or remove this')];
  }
  const missing =
    given('k6').value === undefined
      ? [atValue(path, 'needs `k6` with `engine: k6`; say `k6: { script: load.js }`')]
      : [];
  const idle = Object.entries(REMEDIES).flatMap(([name, remedy]) =>
    entryOf(scenario, name) === undefined
      ? []
      : [atKey([...path, name], `\`${name}\` has no effect with \`engine: k6\`: ${remedy}`)],
  );
  return [...missing, ...idle, ...checkShape(given, executor, path)];
}

function checkShape(given: (name: string) => Given, executor: ExecutorWord, path: Path): readonly Problem[] {
  const ofUsers = executor === 'constant-users' || (executor === 'soak' && given('rate').value === undefined);
  if (ofUsers) return [];
  const what = executor === 'soak' ? 'arrival rate' : `\`executor: ${executor}\``;
  return [
    atValue(
      path,
      `has \`engine: k6\`, which has no ${what} here; say \`users\` and \`duration\`, or \`k6: { shape: script }\` and the shape in the script's options`,
    ),
  ];
}
