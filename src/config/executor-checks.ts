/** What the schema cannot say about the shape of a load: which keys belong to which executor, and that it sends at all. Works on the raw tree. */
import { DEFAULTS } from './defaults.ts';
import { type Chosen, chooseExecutor, EXECUTORS, type ExecutorWord, USERS_MAX } from './executor-schema.ts';
import { atKey, atValue, mustProblem, type Problem } from './problems.ts';
import { parseDuration } from './quantities.ts';
import { entryOf, isTreeMap, itemsOf, type Path, type Tree } from './tree.ts';

/** Keys that say something about the shape, with the executors that they are for. */
const FOR: Readonly<Record<string, readonly ExecutorWord[]>> = {
  users: ['constant-users', 'spike'],
  duration: ['constant-users', 'constant-arrival-rate', 'spike'],
  'think-time': ['constant-users', 'ramping-users', 'spike'],
  rate: ['constant-arrival-rate'],
  'start-users': ['ramping-users'],
  'start-rate': ['ramping-arrival-rate'],
  stages: ['ramping-users', 'ramping-arrival-rate'],
  'max-users': ['constant-arrival-rate', 'ramping-arrival-rate'],
};

/** Keys without which an executor has no shape. */
const NEEDS: Readonly<Partial<Record<ExecutorWord, string>>> = {
  'constant-arrival-rate': 'rate',
  'ramping-users': 'stages',
  'ramping-arrival-rate': 'stages',
};

/** Shortest load that is measured, in milliseconds. */
const DURATION_MIN = 1_000;

/** Whether a scenario's executor is an arrival rate. */
export function isOpenWord(scenario: Tree, defaults: Tree | undefined): boolean {
  const word = chooseExecutor(chosen(scenario), chosen(defaults));
  return typeof word === 'string' && word.endsWith('-arrival-rate');
}

/** Problems of one scenario's shape; `path` is the scenario's. */
export function checkExecutor(scenario: Tree, defaults: Tree | undefined, path: Path): readonly Problem[] {
  const word = chooseExecutor(chosen(scenario), chosen(defaults));
  const executor = EXECUTORS.find((known) => known === word);
  // The schema says what is wrong with the word.
  if (executor === undefined || !isTreeMap(scenario)) return [];
  const effective = (name: string): Tree | undefined => entryOf(scenario, name) ?? entryOf(defaults, name);
  const needed = NEEDS[executor];
  const missing =
    needed === undefined || effective(needed) !== undefined
      ? []
      : [atValue(path, `needs \`${needed}\` with \`executor: ${executor}\`; ${EXAMPLES[needed] ?? ''}`)];
  return [
    ...missing,
    ...misplaced(scenario, executor, path),
    ...engineProblem(effective, executor, path),
    ...thinkProblem(entryOf(scenario, 'think-time'), [...path, 'think-time']),
    ...(entryOf(scenario, 'stages') === undefined ? [] : checkStages(scenario, executor, path)),
  ];
}

const chosen = (around: Tree | undefined): Chosen<Tree> => ({
  executor: entryOf(around, 'executor'),
  hasRate: entryOf(around, 'rate') !== undefined,
});

const EXAMPLES: Readonly<Record<string, string>> = {
  rate: 'say `rate: 100` for a hundred requests a second',
  stages: 'say `stages: [{ duration: 30s, target: 50 }]`',
};

/** A key that another executor would heed is a mistake here, since nothing would come of it. */
function misplaced(scenario: Tree, executor: ExecutorWord, path: Path): readonly Problem[] {
  return Object.entries(FOR).flatMap(([name, executors]) => {
    if (entryOf(scenario, name) === undefined || executors.includes(executor)) return [];
    const others = executors.map((each) => `\`executor: ${each}\``).join(' or ');
    return [
      atKey(
        [...path, name],
        `\`${name}\` has no effect with \`executor: ${executor}\`; remove it, or say ${others}`,
      ),
    ];
  });
}

function engineProblem(
  effective: (name: string) => Tree | undefined,
  executor: ExecutorWord,
  path: Path,
): readonly Problem[] {
  const think = effective('think-time');
  const isPlain = executor === 'constant-users' && (think === undefined || think === 0 || think === '0');
  if (effective('engine') !== 'autocannon' || isPlain) return [];
  const what = executor === 'constant-users' ? 'think time' : `\`executor: ${executor}\``;
  return [atValue(path, `has \`engine: autocannon\`, which has no ${what}; say \`engine: auto\``)];
}

function thinkProblem(think: Tree | undefined, path: Path): readonly Problem[] {
  if (entryOf(think, 'distribution') === 'normal' && entryOf(think, 'deviation') === undefined)
    return [atValue(path, 'needs `deviation` with `distribution: normal`')];
  if (entryOf(think, 'distribution') === 'exponential' && entryOf(think, 'deviation') !== undefined)
    return [
      atKey([...path, 'deviation'], '`deviation` has no effect with `distribution: exponential`; remove it'),
    ];
  return [];
}

function checkStages(scenario: Tree, executor: ExecutorWord, path: Path): readonly Problem[] {
  const stages = itemsOf(entryOf(scenario, 'stages'));
  const place = [...path, 'stages'];
  const targets = stages.map((stage) => entryOf(stage, 'target'));
  const isUsers = executor === 'ramping-users';
  const users = targets.flatMap((target, index) => {
    const fits = typeof target !== 'number' || (Number.isInteger(target) && target <= USERS_MAX);
    return fits || !isUsers
      ? []
      : [
          mustProblem(
            [...place, index, 'target'],
            `be a whole number of users, at most ${USERS_MAX}`,
            target,
          ),
        ];
  });
  return [...users, ...neverSends(scenario, targets, isUsers, place), ...tooShort(stages, place)];
}

function neverSends(
  scenario: Tree,
  targets: readonly (Tree | undefined)[],
  isUsers: boolean,
  place: Path,
): readonly Problem[] {
  const [name, standard] = isUsers
    ? (['start-users', DEFAULTS.startUsers] as const)
    : (['start-rate', DEFAULTS.startRate] as const);
  const start = entryOf(scenario, name) ?? standard;
  if (start !== 0 || targets.length === 0 || targets.some((target) => target !== 0)) return [];
  return [atValue(place, 'never send anything: every target is 0; give one of them a higher `target`')];
}

function tooShort(stages: readonly Tree[], place: Path): readonly Problem[] {
  const lengths = stages.map((stage) => {
    const written = entryOf(stage, 'duration');
    return written === 0 ? 0 : typeof written === 'string' ? parseDuration(written) : null;
  });
  const total = lengths.reduce<number | null>(
    (sum, length) => (sum === null || length === null ? null : sum + length),
    0,
  );
  return total === null || total >= DURATION_MIN
    ? []
    : [atValue(place, `last ${total} ms together; at least 1s is measured`)];
}
