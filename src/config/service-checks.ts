/** What the schema cannot say about the service: keys that need or exclude each other. Works on the raw tree, whatever else is wrong with it. */
import { phrase } from '../domain/phrase.ts';
import { readAddress } from './address.ts';
import { DEFAULTS } from './defaults.ts';
import { atKey, atValue, mustProblem, oneOfKeys, type Problem } from './problems.ts';
import { READY_KINDS, TLS_KINDS } from './service-schema.ts';
import { entriesOf, entryOf, isTreeMap, type Path, type Tree } from './tree.ts';

/** Keys that tell how to run a service, and mean nothing for one that already runs. */
const NEEDS_START = [
  'build',
  'working-directory',
  'env',
  'observe',
  'port',
  'build-timeout',
  'stop-timeout',
  'show-log',
];

/** Problems of `service` and of the files Loadgate writes. */
export function checkService(tree: Tree): readonly Problem[] {
  const service = entryOf(tree, 'service');
  if (!isTreeMap(service)) return [];
  const booted = entryOf(service, 'start') !== undefined;
  return [
    ...(booted ? [] : checkRunning(service)),
    ...checkUrl(service, booted),
    ...checkTls(service, 'service', entryOf(service, 'url') ?? DEFAULTS.url),
    ...checkReady(service, booted ? 'start' : 'service'),
    ...checkBraces(service),
  ];
}

/** The base commit can only be measured beside the change when we may start it. */
export function checkCompare(tree: Tree): readonly Problem[] {
  const booted = entryOf(entryOf(tree, 'service'), 'start') !== undefined;
  if (booted || entryOf(tree, 'compare') !== 'base') return [];
  const deployed = entryOf(tree, 'target') !== undefined;
  return [atValue(['compare'], deployed ? phrase('base-of-deployed') : phrase('base-of-running'))];
}

/** `.github` holds workflows: what a run writes must not become one. */
export function checkWritten(tree: Tree): readonly Problem[] {
  const written: readonly Path[] = [
    ['baseline', 'path'],
    ['report', 'directory'],
  ];
  return written.flatMap((path) => {
    const [first = '', last = ''] = path.map(String);
    const value = entryOf(entryOf(tree, first), last);
    if (typeof value !== 'string') return [];
    const steps = value.split('/').filter((step) => step !== '' && step !== '.');
    if (steps.length === 0) return [mustProblem(path, phrase('be-inside'), value)];
    return steps[0]?.toLowerCase() === '.github'
      ? [mustProblem(path, phrase('be-outside-github'), value)]
      : [];
  });
}

function checkRunning(service: Tree): readonly Problem[] {
  const idle = NEEDS_START.filter((name) => entryOf(service, name) !== undefined);
  const problems = idle.map((name) => atKey(['service', name], phrase('idle-service-key', { key: name })));
  if (entryOf(service, 'url') !== undefined) return problems;
  return [...problems, atKey(['service'], phrase('service-needs'))];
}

function checkUrl(service: Tree, booted: boolean): readonly Problem[] {
  const url = entryOf(service, 'url');
  const path: Path = ['service', 'url'];
  if (typeof url !== 'string') return [];
  const reading = readAddress(url);
  if ('must' in reading) return [mustProblem(path, reading.must, url, reading.say)];
  if (reading.value.port === null) {
    return booted ? [] : [mustProblem(path, phrase('name-the-port'), url, phrase('say-port-needs-start'))];
  }
  const port = entryOf(service, 'port');
  if (!booted || port === undefined || port === reading.value.port) return [];
  return [
    mustProblem(
      ['service', 'port'],
      phrase('be-port-of-url'),
      port,
      phrase('say-port', { port: reading.value.port }),
    ),
  ];
}

/** A certificate is verified or not, and only where there is one. `url`: as it is written, by `service` or by `target`. */
export function checkTls(block: Tree, of: 'service' | 'target', url: Tree | null): readonly Problem[] {
  const tls = entryOf(block, 'tls');
  const path: Path = [of, 'tls'];
  if (!isTreeMap(tls)) return [];
  const example = of === 'service' ? 'https://127.0.0.1:{port}' : 'https://api.example.com';
  const plain =
    typeof url === 'string' && !/^https:/i.test(url)
      ? [atKey(path, phrase('tls-needs-url', { of, example }))]
      : [];
  const kinds = TLS_KINDS.filter((name) => entryOf(tls, name) !== undefined);
  return kinds.length === 1 ? plain : [...plain, atValue(path, oneOfKeys(TLS_KINDS, kinds))];
}

/** Exactly one kind of readiness, and a log only of what is started (`start`) here. */
export function checkReady(block: Tree, of: 'start' | 'service' | 'target'): readonly Problem[] {
  const ready = entryOf(block, 'ready');
  const path: Path = [of === 'target' ? of : 'service', 'ready'];
  if (!isTreeMap(ready)) return [];
  const kinds = READY_KINDS.filter((name) => entryOf(ready, name) !== undefined);
  if (kinds.length !== 1) return [atValue(path, oneOfKeys(READY_KINDS, kinds))];
  if (of === 'start' || kinds[0] !== 'log') return [];
  return [atKey([...path, 'log'], phrase('log-needs-start', { path: path.join('.') }))];
}

/** `{{port}}` is the form of requests; here it would reach the shell as it is. */
function checkBraces(service: Tree): readonly Problem[] {
  const texts: readonly (readonly [Path, Tree | undefined])[] = [
    [['service', 'start'], entryOf(service, 'start')],
    ...entriesOf(entryOf(service, 'env')).map(([name, value]) => [['service', 'env', name], value] as const),
  ];
  return texts.flatMap(([path, value]) =>
    typeof value === 'string' && /\{\{\s*port\s*\}\}/i.test(value)
      ? [mustProblem(path, phrase('write-port'), value)]
      : [],
  );
}
