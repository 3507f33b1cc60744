/** What the schema cannot say about a load by a program of its own: which keys have a meaning with it. Works on the raw tree. */
import { type Phrase, phrase } from '../domain/phrase.ts';
import type { ExecutorWord } from './executor-schema.ts';
import { atKey, atValue, type Problem } from './problems.ts';
import type { Given } from './search-checks.ts';
import { entryOf, type Path, type Tree } from './tree.ts';

const KEYS = ['requests', 'flows', 'variables', 'order', 'cookies', 'http', 'timeout', 'think-time'] as const;
/** Keys that the user's own file takes the place of. */
export type ReplacedKey = (typeof KEYS)[number];

/** A program that sends, and what is said about keys that do not go with it. */
export interface ProgramChecks {
  /** As `engine` names it, and the key of its own settings. */
  readonly engine: 'locust' | 'k6';
  /** Its key is there, and the engine is another. */
  readonly idle: Phrase;
  /** The engine is this one, and its key is not there. */
  readonly missing: Phrase;
  /** A key that does nothing with it, and what to do about that. */
  readonly idleWith: (key: ReplacedKey, remedy: Phrase) => Phrase;
  /** A shape of load that it cannot have. */
  readonly without: (what: Phrase) => Phrase;
  readonly remedies: Readonly<Record<ReplacedKey, Phrase>>;
}

/** What a scenario is checked with: the executor that it will have, and its place in the file. */
export interface ScenarioKeys {
  readonly scenario: Tree;
  readonly given: (name: string) => Given;
  readonly executor: ExecutorWord;
  readonly path: Path;
}

/** Problems of a scenario that is to be sent by the program, or has keys for it; `more` looks at what only this program has. */
export function checkProgram(
  { engine, idle, missing, idleWith, without, remedies }: ProgramChecks,
  { scenario, given, executor, path }: ScenarioKeys,
  more: () => readonly Problem[] = () => [],
): readonly Problem[] {
  if (given('engine').value !== engine)
    return entryOf(scenario, engine) === undefined ? [] : [atKey([...path, engine], idle)];
  const replaced = KEYS.filter((key) => entryOf(scenario, key) !== undefined);
  return [
    ...(given(engine).value === undefined ? [atValue(path, missing)] : []),
    ...replaced.map((key) => atKey([...path, key], idleWith(key, remedies[key]))),
    ...more(),
    ...shapeProblems(without, { given, executor, path }),
  ];
}

function shapeProblems(
  without: ProgramChecks['without'],
  { given, executor, path }: Omit<ScenarioKeys, 'scenario'>,
): readonly Problem[] {
  const ofUsers = executor === 'constant-users' || (executor === 'soak' && given('rate').value === undefined);
  if (ofUsers) return [];
  return [
    atValue(
      path,
      without(executor === 'soak' ? phrase('an-arrival-rate') : phrase('that-executor', { executor })),
    ),
  ];
}
