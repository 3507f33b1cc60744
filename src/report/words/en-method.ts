/** English: how it was measured, what each scenario was, and the captions of charts. */
import { isThinking } from '../../domain/executor.ts';
import type { EngineUse } from '../../domain/measurement.ts';
import type { Method } from '../report.ts';
import { shellWord } from '../reproduce.ts';
import type { ScenarioReport } from '../results.ts';
import { search } from './en-search.ts';
import type { ChartWords, Pen, Words } from './words.ts';

/** `10 users for 20 s, 24,310 requests by autocannon, none failed`. */
export function facts(scenario: ScenarioReport, n: Pen): string {
  const { engine } = scenario;
  const { seconds, attempts, failed } = scenario.search ?? scenario;
  const who = scenario.search === null ? loadOf(scenario, n) : search.facts(scenario.search, n);
  const fate = failed === 0 ? 'none failed' : `${n.count(failed)} failed`;
  const during = who === null ? '' : `${who}${scenario.search === null ? ' for' : ','} `;
  return `${during}${n.seconds(seconds)}, ${n.count(attempts)} requests by ${engineOf(engine, n)}, ${fate}`;
}

/** Locust and k6 are the user's own, and of any version. */
const engineOf = ({ name, version }: ScenarioReport['engine'], n: Pen): string =>
  (name === 'locust' || name === 'k6') && version !== ''
    ? `${name === 'k6' ? name : 'Locust'} ${n.name(version)}`
    : name;

/** `10 users`, `50 users with think time`, `40 requests a second`, `1 to 50 users`; null where nobody knows. */
function loadOf({ executor, users }: ScenarioReport, n: Pen): string | null {
  const many = (count: number): string => (count === 1 ? 'one user' : `${n.count(count)} users`);
  const thinking = executor !== null && isThinking(executor) ? ' with think time' : '';
  switch (executor?.kind) {
    case undefined:
    case 'constant-users':
      return users === null ? null : `${many(users)}${thinking}`;
    case 'ramping-users': {
      const levels = [executor.startUsers, ...executor.stages.map(({ target }) => target)];
      return `${n.count(Math.min(...levels))} to ${many(Math.max(...levels))}${thinking}`;
    }
    case 'constant-arrival-rate':
      return `${n.count(executor.rate)} requests a second`;
    case 'ramping-arrival-rate': {
      const levels = [executor.startRate, ...executor.stages.map(({ target }) => target)];
      return `${n.count(Math.min(...levels))} to ${n.count(Math.max(...levels))} requests a second`;
    }
  }
}

/** Why this engine measured. */
export const ENGINE_WHY: Words['engineWhy'] = {
  asked: 'as configured',
  default: 'default',
  'closing-connections': 'since the service closes its connections',
  'lost-answers': 'since autocannon lost answers',
  executor: 'autocannon cannot send this load',
  'http-2': 'speaks HTTP/2',
  imported: 'read from its output',
  unsupported:
    'autocannon measures neither HEAD requests nor verified TLS truthfully, and lets nobody look into answers',
} satisfies Record<EngineUse['why'], string>;

/** How it was measured, one sentence a line. */
export function method(how: Method, n: Pen): readonly string[] {
  const { occasion, target, machine } = how;
  if (target === null || machine === null) return methodOfImported(how, n);
  return [
    `Loadgate ${n.name(how.loadgate)}, ${n.name(how.startedAt)}, seed ${n.name(String(how.seed))}${commitOf(how, n)}${pullRequestOf(how, n)}.`,
    `Loaded: ${n.name(target.url)}${readyOf(how, n)}. ${sendingOf(how)}`,
    ...(how.baseline === null ? [] : [baselineOf(how.baseline, n)]),
    ...judgedOf(how, n),
    `Machine fingerprint ${n.name(machine.fingerprint)}, ${n.name(machine.architecture)}, Node.js ${n.name(machine.node)}.`,
    `To judge these numbers again: ${n.command(`npx loadgate judge ${shellWord(`${how.directory}/run.json`)}`)}.`,
    ...(occasion.runUrl === null ? [] : [`${n.link('Workflow run', occasion.runUrl)}.`]),
  ];
}

/** Of results that were read, little is known. */
function methodOfImported(how: Method, n: Pen): readonly string[] {
  const { occasion } = how;
  return [
    `Loadgate ${n.name(how.loadgate)} read these results, of ${n.name(how.startedAt)}${commitOf(how, n)}${pullRequestOf(how, n)}. It sent nothing itself.`,
    ...(how.baseline === null ? [] : [baselineOf(how.baseline, n)]),
    ...judgedOf(how, n),
    `To judge these numbers again: ${n.command(`npx loadgate judge ${shellWord(`${how.directory}/run.json`)}`)}.`,
    ...(occasion.runUrl === null ? [] : [`${n.link('Workflow run', occasion.runUrl)}.`]),
  ];
}

/** When requests are sent, and what their latency is. */
function sendingOf({ loops }: Method): string {
  const then = loops.thinking ? ' and their think time is over' : '';
  const users = `Users send their next request when the last one is answered${then}; `;
  const arrivals = `${loops.users ? 'with an arrival rate requests' : 'Requests'} are sent at their times, whatever became of those before; `;
  const from = loops.arrivals ? 'that moment' : 'the request';
  return `${loops.users ? users : ''}${loops.arrivals ? arrivals : ''}each latency runs from ${from} to the end of its answer, in microseconds, and a timeout counts with at least the time it waited.`;
}

/** How it was compared and judged. */
function judgedOf({ beside, cores }: Method, n: Pen): readonly string[] {
  if (beside === null) {
    return [
      'A metric regresses when it is worse than its limit and than the noise between accepted runs explains (one false alarm in a thousand comparisons). Intervals hold the true change with 90 % confidence.',
    ];
  }
  const { commit, blocks, confirmBlocks, load } = beside;
  const against = commit === null ? 'the base' : `the base commit ${n.name(short(commit))}`;
  const confirmed = confirmBlocks === 0 ? '' : `, ${n.count(confirmBlocks)} of them to confirm an alarm`;
  return [
    `Measured beside ${against}: ${blocksOf(blocks, n)}${confirmed}, ${n.seconds(load / 1000)} under load. In each block both builds were booted afresh, warmed up, and took short turns in a balanced random order, on new connections each. The quiet turns decide, the best quarter of each build's; all turns together are looked at for what happens in some of them only.`,
    cores === null
      ? 'Generator and service shared all cores.'
      : `The service was kept on ${coresOf(cores.service, n)}, the generator on ${coresOf(cores.generator, n)}.`,
    'A metric regresses when its change is beyond the smallest effect worth speaking of at an error rate that all looks and all limited metrics share (one in two hundred), reaches its limit, and is confirmed by fresh blocks. Intervals hold the true change with 90 % confidence.',
  ];
}

/** `one block`, `14 blocks`. */
export const blocksOf = (count: number, n: Pen): string =>
  count === 1 ? 'one block' : `${n.count(count)} blocks`;

const coresOf = (cores: readonly number[], n: Pen): string =>
  cores.length === 1 ? `core ${cores.join('')}` : `cores ${n.list(cores.map(String))}`;

function commitOf({ commit, dirty }: Method, n: Pen): string {
  if (commit === null) return '';
  return `, commit ${n.name(short(commit))}${dirty ? ' with uncommitted changes' : ''}`;
}

const pullRequestOf = ({ occasion: { pullRequest } }: Method, n: Pen): string =>
  pullRequest === null ? '' : `, pull request ${n.name(String(pullRequest.number))}`;

function readyOf({ readyAfter }: Method, n: Pen): string {
  const [first] = readyAfter;
  return first === undefined ? ', already running' : `, ready ${n.ms(first)} after its start`;
}

function baselineOf({ path, commit, branch }: NonNullable<Method['baseline']>, n: Pen): string {
  if (branch !== undefined) return onBranch(path, branch, commit, n);
  const where = commit === null ? 'of the working tree' : `at the base commit ${n.name(short(commit))}`;
  return `Baseline: ${n.name(path)} ${where}.`;
}

function onBranch(path: string, branch: string, commit: string | null, n: Pen): string {
  if (commit === null) return `Baseline: the branch ${n.name(branch)}, which is not there yet.`;
  return `Baseline: ${n.name(path)} of the branch ${n.name(branch)} at its commit ${n.name(short(commit))}.`;
}

const short = (commit: string): string => commit.slice(0, 12);

/** Engine, generator and machine during one scenario. */
export function measured(scenario: ScenarioReport, n: Pen): string {
  const { engine, generator, host, warmUp, name, configHash, arrivals, imported } = scenario;
  const use = [
    imported === null ? `warm-up ${n.seconds(warmUp)}` : null,
    `engine ${n.name(`${engine.name} ${engine.version}`.trim())} (${ENGINE_WHY[engine.why]})`,
    generator === null
      ? null
      : `generator ${n.share(generator.cpu)} of a core, event loop ${n.share(generator.eventLoop)} busy with a p99 delay of ${n.ms(generator.eventLoopDelayP99)}, ${n.bytes(generator.memory)}`,
    arrivals === null
      ? null
      : `of ${n.count(arrivals.planned)} arrivals ${n.count(arrivals.late)} sent late, ${n.count(arrivals.dropped)} dropped, ${n.count(arrivals.waiting)} still waiting at the end${arrivals.lagP99 === null ? '' : ` (99 of 100 sent within ${n.ms(arrivals.lagP99)} of their time)`}`,
    host === null
      ? null
      : `machine ${n.cores(host.busyCores)} of ${n.cores(host.cores)} cores busy${host.serviceCores === null ? '' : `, service ${n.cores(host.serviceCores)}`}`,
    host === null || host.serviceMemory === null ? null : `service memory ${n.bytes(host.serviceMemory)}`,
    configHash === null ? null : `configuration ${n.name(configHash)}`,
  ].filter((part) => part !== null);
  return `${n.name(name)}: ${use.join('; ')}.`;
}

/** Titles and captions of charts. */
export const charts: ChartWords = {
  users: 'Users',
  underWay: 'Requests under way',
  usersCaption: (width) => (width === 1 ? '' : `Each point is the mean of ${width} s.`),
  throughput: (withErrors) =>
    withErrors ? 'Answers and failures per second' : 'Throughput: answers per second',
  latency: 'Latency: p50 and p95 in milliseconds',
  seconds: 'seconds of the measured time',
  perSecond: 'per second',
  milliseconds: 'ms',
  lines: { answers: 'answers as expected', failures: 'failures', head: 'this change', base: 'base' },
  throughputCaption: (width, withErrors) =>
    `${withErrors ? '🟦 answers as expected, 🟧 failures. ' : ''}${width === 1 ? '' : `Each point is the mean of ${width} s.`}`.trim(),
  latencyCaption: (width, silent) =>
    [
      '🟦 p50, 🟧 p95.',
      width === 1 ? '' : `Each point is the highest of ${width} s.`,
      silent ? 'Zero means that nothing was answered.' : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  memory: 'Memory of the service in MB',
  memoryRow: 'memory',
  megabytes: 'MB',
  memoryCaption: ({ width, megabytes }, n) =>
    `Anonymous memory of all its processes, from ${n.bytes(1e6 * (megabytes[0] ?? 0))} at first to ${n.bytes(1e6 * (megabytes.at(-1) ?? 0))} at last; at most ${n.bytes(1e6 * Math.max(...megabytes))}. Each point is the least ${width === 1 ? 'of a second' : `of ${width} s`}. The axis may not begin at zero.`,
};
