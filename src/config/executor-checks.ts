/** What the schema cannot say about the shape of a load: which keys belong to which executor, and that it sends at all. Works on the raw tree. */
import { phrase } from '../domain/phrase.ts';
import { DEFAULTS } from './defaults.ts';
import { type Chosen, chooseExecutor, EXECUTORS, type ExecutorWord, USERS_MAX } from './executor-schema.ts';
import { checkK6 } from './k6-checks.ts';
import { checkLocust } from './locust-checks.ts';
import { atKey, atValue, listed, mustProblem, type Problem } from './problems.ts';
import { parseDuration } from './quantities.ts';
import { checkSearch, checkSearchLimits, type Given } from './search-checks.ts';
import { entryOf, isTreeMap, itemsOf, type Path, type Tree } from './tree.ts';

/** Keys that say something about the shape, with the executors that they are for. */
const FOR: Readonly<Record<string, readonly ExecutorWord[]>> = {
  users: ['constant-users', 'spike', 'soak'],
  duration: ['constant-users', 'constant-arrival-rate', 'spike', 'soak'],
  'think-time': ['constant-users', 'ramping-users', 'spike', 'stress', 'soak'],
  rate: ['constant-arrival-rate', 'soak'],
  'start-users': ['ramping-users', 'stress'],
  'start-rate': ['ramping-arrival-rate', 'capacity'],
  stages: ['ramping-users', 'ramping-arrival-rate'],
  'max-users': ['constant-arrival-rate', 'ramping-arrival-rate', 'stress', 'capacity', 'soak'],
  'max-rate': ['capacity'],
  step: ['stress', 'capacity'],
  'max-duration': ['stress', 'capacity'],
  objective: ['stress', 'capacity'],
};

/** What a soak heeds only without a rate, and only with one. */
const SOAK_KEYS = { users: ['users', 'think-time'], rate: ['max-users'] } as const;

/** Keys without which an executor has no shape. */
const NEEDS: Readonly<Partial<Record<ExecutorWord, 'rate' | 'stages' | 'objective'>>> = {
  'constant-arrival-rate': 'rate',
  'ramping-users': 'stages',
  'ramping-arrival-rate': 'stages',
  capacity: 'objective',
};

/** Shortest load that is measured, in milliseconds. */
const DURATION_MIN = 1_000;

/** The word for a scenario's executor, or what stands in its place. */
export const wordOf = (scenario: Tree, defaults: Tree | undefined): Tree =>
  chooseExecutor(chosen(scenario), chosen(defaults));

/** Whether a scenario's executor is an arrival rate. */
export function isOpenWord(scenario: Tree, defaults: Tree | undefined): boolean {
  const word = wordOf(scenario, defaults);
  if (word === 'soak') return [scenario, defaults].some((around) => chosen(around).hasRate);
  return typeof word === 'string' && (word.endsWith('-arrival-rate') || word === 'capacity');
}

/** Problems of one scenario's shape; `path` is the scenario's. */
export function checkExecutor(scenario: Tree, defaults: Tree | undefined, path: Path): readonly Problem[] {
  const word = wordOf(scenario, defaults);
  const executor = EXECUTORS.find((known) => known === word);
  // The schema says what is wrong with the word.
  if (executor === undefined || !isTreeMap(scenario)) return [];
  const given = (name: string): Given =>
    entryOf(scenario, name) === undefined
      ? { value: entryOf(defaults, name), place: ['defaults', name] }
      : { value: entryOf(scenario, name), place: [...path, name] };
  const needed = NEEDS[executor];
  const missing =
    needed === undefined || given(needed).value !== undefined
      ? []
      : [
          atValue(
            path,
            phrase('executor-needs', { key: needed, executor, example: phrase(EXAMPLES[needed]) }),
          ),
        ];
  return [
    ...missing,
    ...misplaced(scenario, executor, path),
    ...(executor === 'soak' ? misplacedInSoak(scenario, given('rate').value !== undefined, path) : []),
    ...engineProblem(given, executor, path),
    ...checkLocust({ scenario, given, executor, path }),
    ...checkK6({ scenario, given, executor, path }),
    ...(FOR['think-time']?.includes(executor) === true ? checkThinkTime(given('think-time')) : []),
    ...(FOR['stages']?.includes(executor) === true ? checkStages(given, executor) : []),
    ...checkSearch(given, executor),
    ...checkSearchLimits(scenario, executor, path),
  ];
}

const chosen = (around: Tree | undefined): Chosen<Tree> => ({
  executor: entryOf(around, 'executor'),
  hasRate: entryOf(around, 'rate') !== undefined,
});

const EXAMPLES = {
  rate: 'say-hundred-rate',
  stages: 'say-stages',
  objective: 'say-objective',
} as const;

/** A key that another executor would heed is a mistake here, since nothing would come of it. */
function misplaced(scenario: Tree, executor: ExecutorWord, path: Path): readonly Problem[] {
  return Object.entries(FOR).flatMap(([name, executors]) => {
    if (entryOf(scenario, name) === undefined || executors.includes(executor)) return [];
    const others = listed(
      'either',
      executors.map((each) => `\`executor: ${each}\``),
    );
    return [atKey([...path, name], phrase('idle-key', { key: name, executor, others }))];
  });
}

/** A soak is one of users or of arrivals. */
function misplacedInSoak(scenario: Tree, hasRate: boolean, path: Path): readonly Problem[] {
  const idle = hasRate ? SOAK_KEYS.users : SOAK_KEYS.rate;
  return idle.flatMap((name) =>
    entryOf(scenario, name) === undefined
      ? []
      : [
          atKey(
            [...path, name],
            hasRate ? phrase('idle-in-soak-rate', { key: name }) : phrase('idle-in-soak', { key: name }),
          ),
        ],
  );
}

function engineProblem(
  given: (name: string) => Given,
  executor: ExecutorWord,
  path: Path,
): readonly Problem[] {
  const engine = given('engine').value;
  if (given('http').value === 2 && (engine === 'autocannon' || engine === 'undici'))
    return [atValue(path, phrase('engine-without-http2', { engine }))];
  const think = given('think-time').value;
  const isSoak = executor === 'soak';
  const ofUsers =
    executor === 'constant-users' || executor === 'stress' || (isSoak && given('rate').value === undefined);
  if (engine !== 'autocannon' || (ofUsers && (think === undefined || think === 0 || think === '0')))
    return [];
  const what = ofUsers
    ? phrase('a-think-time')
    : isSoak
      ? phrase('an-arrival-rate')
      : phrase('that-executor', { executor });
  return [atValue(path, phrase('autocannon-without', { what }))];
}

function checkThinkTime({ value: think, place }: Given): readonly Problem[] {
  if (entryOf(think, 'distribution') === 'normal' && entryOf(think, 'deviation') === undefined)
    return [atValue(place, phrase('needs-deviation'))];
  if (entryOf(think, 'distribution') === 'exponential' && entryOf(think, 'deviation') !== undefined)
    return [atKey([...place, 'deviation'], phrase('idle-deviation'))];
  return [];
}

/** A stage as far as the raw tree tells: null for what the schema complains of. */
interface RawStage {
  readonly length: number | null;
  readonly target: number | null;
}

function checkStages(given: (name: string) => Given, executor: ExecutorWord): readonly Problem[] {
  const { value, place } = given('stages');
  const stages = itemsOf(value).map((stage): RawStage => {
    const target = entryOf(stage, 'target');
    return {
      length: lengthOf(entryOf(stage, 'duration')),
      target: typeof target === 'number' ? target : null,
    };
  });
  if (executor !== 'ramping-users')
    return [...checkSending(stages, given('start-rate').value ?? DEFAULTS.startRate, place)];
  return [
    ...stages.flatMap(({ target }, index) => checkUsers(target, [...place, index, 'target'])),
    ...checkSending(stages, given('start-users').value ?? DEFAULTS.startUsers, place),
  ];
}

function lengthOf(written: Tree | undefined): number | null {
  if (written === 0) return 0;
  return typeof written === 'string' ? parseDuration(written) : null;
}

const checkUsers = (target: number | null, place: Path): readonly Problem[] =>
  target === null || (Number.isInteger(target) && target <= USERS_MAX)
    ? []
    : [mustProblem(place, phrase('be-users', { max: USERS_MAX }), target)];

/** A load lasts a second at least, and is above zero for some of it. */
function checkSending(stages: readonly RawStage[], start: Tree, place: Path): readonly Problem[] {
  if (typeof start !== 'number' || stages.length === 0) return [];
  let [total, level, sends]: [number, number, boolean] = [0, start, false];
  for (const { length, target } of stages) {
    if (length === null || target === null) return [];
    total += length;
    sends ||= length > 0 && (level > 0 || target > 0);
    level = target;
  }
  if (total < DURATION_MIN) return [atValue(place, phrase('stages-too-short', { ms: total }))];
  return sends ? [] : [atValue(place, phrase('stages-send-nothing'))];
}
