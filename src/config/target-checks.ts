/** What the schema cannot say about a target: keys that need or exclude each other, and what its variable holds. Works on the raw tree. */
import { phrase } from '../domain/phrase.ts';
import { atKey, atValue, mustProblem, oneOfKeys, type Problem } from './problems.ts';
import { checkReady, checkTls } from './service-checks.ts';
import { mayBeRead, MONITORED, WATCHED } from './service-schema.ts';
import { readTargetUrl } from './target-address.ts';
import { entryOf, isTreeMap, type Path, type Tree } from './tree.ts';

/** Problems of `target`. `env`: the environment by which its variable is looked up; null where nothing will be sent. */
export function checkTarget(tree: Tree, env: Env | null): readonly Problem[] {
  const target = entryOf(tree, 'target');
  return [
    ...checkEither(tree),
    ...(isTreeMap(target)
      ? [
          ...checkUrl(target, env),
          ...checkTls(target, 'target', urlOf(target, env)),
          ...checkReady(target, 'target'),
          ...checkMonitoring(target),
        ]
      : []),
  ];
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The URL of a target as it is written, from the configuration or from the environment (without the secrets that were taken out of it); null where it has none.
 * What a variable holds may be meant for somebody else: it is used, and shown, only as a URL that has nothing but a host.
 */
export function urlOf(target: Tree, env: Env | null): string | null {
  const [url, from] = [entryOf(target, 'url'), entryOf(target, 'url-from')];
  if (typeof url === 'string') return url;
  if (typeof from !== 'string' || !mayBeRead(from) || env === null || !Object.hasOwn(env, from)) return null;
  return env[from]?.trim() ?? null;
}

/** One of both says what is loaded. */
function checkEither(tree: Tree): readonly Problem[] {
  const [service, target] = [entryOf(tree, 'service'), entryOf(tree, 'target')];
  if (!isTreeMap(tree)) return [];
  if (service === undefined && target === undefined) return [atValue([], NEITHER)];
  return service === undefined || target === undefined ? [] : [atKey(['target'], BOTH)];
}

const NEITHER = phrase('needs-service');
const BOTH = phrase('service-or-target');

function checkUrl(target: Tree, env: Env | null): readonly Problem[] {
  const [url, from] = [entryOf(target, 'url'), entryOf(target, 'url-from')];
  if (url === undefined && from === undefined) return [atKey(['target'], phrase('target-needs-url'))];
  if (url !== undefined && from !== undefined)
    return [atKey(['target', 'url-from'], phrase('target-url-twice'))];
  // The schema complains of a URL that is none, and of what is no name.
  if (typeof from !== 'string' || !mayBeRead(from) || env === null) return [];
  const value = urlOf(target, env) ?? '';
  const path = ['target', 'url-from'];
  if (value === '') return [mustProblem(path, phrase('be-set-variable'), from, NOT_SET)];
  return isOrigin(value) ? [] : [mustProblem(path, NO_URL, from, WRITE_URL)];
}

const MONITORING: Path = ['target', 'monitoring'];
const SOURCES = ['prometheus', 'ssh'] as const;

/** One source; and nothing to ask for is nothing to ask. */
function checkMonitoring(target: Tree): readonly Problem[] {
  const monitoring = entryOf(target, 'monitoring');
  if (!isTreeMap(monitoring)) return [];
  const has = (name: string): boolean => entryOf(monitoring, name) !== undefined;
  const sources = SOURCES.filter(has);
  if (sources.length !== 1) return [atValue(MONITORING, oneOfKeys(SOURCES, sources))];
  if (has('ssh')) return [...checkSsh(entryOf(monitoring, 'ssh')), ...idleQueries(has)];
  return MONITORED.some(has) ? [] : [atKey(MONITORING, phrase('monitoring-needs-query'))];
}

const idleQueries = (has: (name: string) => boolean): readonly Problem[] =>
  MONITORED.filter(has).map((key) => atKey([...MONITORING, key], phrase('idle-query', { key })));

function checkSsh(ssh: Tree | undefined): readonly Problem[] {
  if (!isTreeMap(ssh)) return [];
  const given = WATCHED.filter((name) => entryOf(ssh, name) !== undefined);
  return given.length === 1 ? [] : [atValue([...MONITORING, 'ssh'], oneOfKeys(WATCHED, given))];
}

/** True for a target's URL without a path. */
function isOrigin(text: string): boolean {
  const reading = readTargetUrl(text);
  return 'value' in reading && URL.parse(reading.value)?.pathname === '/';
}

const NOT_SET = phrase('say-give-target');
const NO_URL = phrase('be-target-variable');
const WRITE_URL = phrase('say-target-url');
