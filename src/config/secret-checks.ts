/** What the schema cannot say about secrets: who allows them, and that they are there. Works on the raw tree. */
import { phrase } from '../domain/phrase.ts';
import { isMaskable, SECRET_LENGTH_MIN } from '../platform/mask.ts';
import { requestListsOf } from './flow-checks.ts';
import { type Spot, spotsOfList } from './placeholder-checks.ts';
import { atKey, atValue, clean, mustProblem, type Problem } from './problems.ts';
import { placeholdersIn, SECRET } from './templates.ts';
import { entriesOf, entryOf, itemsOf, type Path, type Tree } from './tree.ts';

/** What is known of secrets beside the configuration. */
export interface SecretRules {
  /** Names that the base commit allows; null: this configuration itself says which are. */
  readonly allowed: readonly string[] | null;
  /** A value by name, null where there is none; null: nothing will be sent, so that no value is needed. */
  readonly value: ((name: string) => string | null) | null;
}

/** Problems of all scenarios with secrets. A value is only looked at when it is used and allowed. */
export function checkSecrets(tree: Tree, rules: SecretRules): readonly Problem[] {
  const scenarios = entriesOf(entryOf(tree, 'scenarios'));
  const spots = scenarios.flatMap(([name, scenario]) =>
    requestListsOf(scenario, undefined, ['scenarios', name]).flatMap(spotsOfList),
  );
  const own = itemsOf(entryOf(tree, 'secrets'));
  const used = new Set(spots.flatMap(usesOf).map(({ column }) => column));
  return [
    ...spots.flatMap((spot) => checkUses(spot, own)),
    ...own.flatMap((name, index) =>
      typeof name === 'string' && used.has(name) ? checkName(name, ['secrets', index], rules) : [],
    ),
    ...scenarios.flatMap(([name, scenario]) => checkTaken(scenario, ['scenarios', name])),
  ];
}

const usesOf = ({ text }: Spot) => placeholdersIn(text).filter(({ name }) => name === SECRET);

function checkUses(spot: Spot, own: readonly Tree[]): readonly Problem[] {
  return usesOf(spot).flatMap(({ content, column }) => {
    const shown = `\`{{${clean(content)}}}\``;
    if (column === null) return [atValue(spot.path, phrase('secret-unnamed', { shown }))];
    if (own.includes(column)) return [];
    return [atValue(spot.path, phrase('secret-not-listed', { shown, name: clean(column) }))];
  });
}

function checkName(name: string, path: Path, { allowed, value }: SecretRules): readonly Problem[] {
  if (allowed !== null && !allowed.includes(name))
    return [mustProblem(path, phrase('secret-allowed-by-base'), name, NOT_ALLOWED)];
  if (value === null) return [];
  const given = value(name) ?? '';
  if (given === '') return [mustProblem(path, phrase('be-set-variable'), name, NOT_SET)];
  return isMaskable(given) ? [] : [mustProblem(path, TOO_SHORT, name, NO_SECRET)];
}

const NOT_ALLOWED = phrase('say-merge-secret');
const NOT_SET = phrase('say-give-secret');
const TOO_SHORT = phrase('be-long-secret', { min: SECRET_LENGTH_MIN });
const NO_SECRET = phrase('say-no-secret');

/** The name of what `{{secret.NAME}}` begins with is no other value's. */
function checkTaken(scenario: Tree, path: Path): readonly Problem[] {
  const captures = requestListsOf(scenario, undefined, path).flatMap((list) =>
    list.requests.map((request, index) => ({
      given: entryOf(request, 'capture'),
      at: [...list.path, index, 'capture'],
    })),
  );
  return [{ given: entryOf(scenario, 'variables'), at: [...path, 'variables'] }, ...captures].flatMap(
    ({ given, at }) =>
      entryOf(given, SECRET) === undefined ? [] : [atKey([...at, SECRET], phrase('secret-taken'))],
  );
}
