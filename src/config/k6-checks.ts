/** What the schema cannot say about a load by k6: which keys have a meaning with it. Works on the raw tree. */
import { phrase, type PlainPhraseName } from '../domain/phrase.ts';
import type { ExecutorWord } from './executor-schema.ts';
import { atKey, atValue, type Problem } from './problems.ts';
import type { Given } from './search-checks.ts';
import { entryOf, type Path, type Tree } from './tree.ts';

/** Keys that the script takes the place of, and what to do about each. */
const REMEDIES: Readonly<Record<string, PlainPhraseName>> = {
  requests: 'k6-script-sends',
  flows: 'k6-script-sends',
  variables: 'k6-script-variables',
  order: 'k6-script-order',
  cookies: 'k6-cookies',
  http: 'k6-protocol',
  timeout: 'k6-script-timeout',
  'think-time': 'k6-script-pauses',
};

/** Problems of a scenario that is to be sent by k6, or has keys for it. */
export function checkK6(
  scenario: Tree,
  given: (name: string) => Given,
  executor: ExecutorWord,
  path: Path,
): readonly Problem[] {
  if (given('engine').value !== 'k6') {
    return entryOf(scenario, 'k6') === undefined ? [] : [atKey([...path, 'k6'], phrase('idle-k6'))];
  }
  const missing = given('k6').value === undefined ? [atValue(path, phrase('needs-k6'))] : [];
  const idle = Object.entries(REMEDIES).flatMap(([name, remedy]) =>
    entryOf(scenario, name) === undefined
      ? []
      : [atKey([...path, name], phrase('idle-with-k6', { key: name, remedy: phrase(remedy) }))],
  );
  return [...missing, ...idle, ...checkShape(given, executor, path)];
}

function checkShape(given: (name: string) => Given, executor: ExecutorWord, path: Path): readonly Problem[] {
  const ofUsers = executor === 'constant-users' || (executor === 'soak' && given('rate').value === undefined);
  if (ofUsers) return [];
  const what = executor === 'soak' ? phrase('an-arrival-rate') : phrase('that-executor', { executor });
  return [atValue(path, phrase('k6-without', { what }))];
}
