/** What the schema cannot say about limits: that what they bound can be measured of what is configured. Works on the raw tree. */
import { phrase, type PlainPhraseName } from '../domain/phrase.ts';
import type { MetricName } from '../domain/metric.ts';
import { DEFAULTS } from './defaults.ts';
import { wordOf } from './executor-checks.ts';
import { boundKey, changeKey } from './limit-schema.ts';
import { atKey, clean, type Problem } from './problems.ts';
import { parseDuration } from './quantities.ts';
import { entriesOf, entryOf, isTreeMap, itemsOf, type Path, type Tree } from './tree.ts';

/** Seconds of one stretch of load from which on growth is judged; the judging itself is in `stats/growth.ts`. */
export const GROWTH_SECONDS = 18;

/** A limit that nothing could be held against: it would end every run as void, after all of the load. */
export function checkMeasurable(tree: Tree): readonly Problem[] {
  const defaults = entryOf(tree, 'defaults');
  const scenarios = entriesOf(entryOf(tree, 'scenarios')).filter(
    ([, scenario]) => !isSearch(scenario, defaults),
  );
  const blocks: readonly Around[] = [
    { around: defaults, path: ['defaults'] },
    ...scenarios.map(([name, around]) => ({ around, path: ['scenarios', name] })),
  ];
  return [...blocks.flatMap((block) => checkSources(tree, block)), ...checkLengths(defaults, scenarios)];
}

/** What has `limits`, and where it stands. */
interface Around {
  readonly around: Tree | undefined;
  readonly path: Path;
}

function checkSources(tree: Tree, { around, path }: Around): readonly Problem[] {
  return OPTIONAL.flatMap((metric) => {
    if (!isAsked(around, metric)) return [];
    const why = missingFor(tree, metric);
    return why === null
      ? []
      : [atKey([...path, 'limits', metric], phrase('metric-unmeasured', { metric, why: phrase(why) }))];
  });
}

/** Metrics that cannot be measured of every service. The size of answers is measured wherever there are some. */
const OPTIONAL = [
  'queries-per-request',
  'cpu-per-request',
  'memory-growth',
] as const satisfies readonly MetricName[];

/** Why a metric cannot be measured, and what to do; null when it can. */
function missingFor(tree: Tree, metric: (typeof OPTIONAL)[number]): PlainPhraseName | null {
  const service = entryOf(tree, 'service');
  if (metric === 'queries-per-request')
    return entriesOf(entryOf(tree, 'databases')).length > 0 ? null : NO_DATABASE;
  // The schema complains of a service that is none.
  if (!isTreeMap(service)) return null;
  if (entryOf(service, 'start') === undefined) return NOT_STARTED;
  return metric === 'memory-growth' && entryOf(tree, 'compare') === 'base' ? IN_TURNS : null;
}

const NO_DATABASE = 'counted-by-databases';
const NOT_STARTED = 'read-from-processes';
const IN_TURNS = 'judged-in-one-go';

/** Scenarios that are too short for a limit on growth, their own or that of `defaults`. */
function checkLengths(
  defaults: Tree | undefined,
  scenarios: readonly (readonly [string, Tree])[],
): readonly Problem[] {
  return scenarios.flatMap(([name, scenario]) => {
    const path = limitPath(name, scenario, defaults);
    const seconds = secondsOf(scenario, defaults);
    if (path === null || seconds === null || seconds >= GROWTH_SECONDS) return [];
    const facts = { seconds, scenario: clean(name), least: GROWTH_SECONDS, soak: DEFAULTS.soakDuration };
    return [atKey(path, phrase('too-short-for-growth', facts))];
  });
}

/** Where the limit on the growth of a scenario's memory stands; null when nobody asked for one. */
function limitPath(name: string, scenario: Tree, defaults: Tree | undefined): Path | null {
  const owns = entryOf(entryOf(scenario, 'limits'), 'memory-growth') !== undefined;
  const path = owns ? ['scenarios', name] : ['defaults'];
  return isAsked(owns ? scenario : defaults, 'memory-growth') ? [...path, 'limits', 'memory-growth'] : null;
}

/** Measured time of a scenario; null for what the schema complains of. */
function secondsOf(scenario: Tree, defaults: Tree | undefined): number | null {
  const given = (key: string): Tree | undefined => entryOf(scenario, key) ?? entryOf(defaults, key);
  const executor = wordOf(scenario, defaults);
  if (executor === 'ramping-users' || executor === 'ramping-arrival-rate')
    return sumOf(itemsOf(given('stages')).map((stage) => secondsIn(entryOf(stage, 'duration'))));
  return secondsIn(given('duration') ?? (executor === 'soak' ? DEFAULTS.soakDuration : DEFAULTS.duration));
}

function secondsIn(written: Tree | undefined): number | null {
  if (written === 0) return 0;
  const length = typeof written === 'string' ? parseDuration(written) : null;
  return length === null ? null : length / 1_000;
}

const sumOf = (lengths: readonly (number | null)[]): number | null =>
  lengths.reduce((sum, length) => (sum === null || length === null ? null : sum + length), 0);

const isSearch = (scenario: Tree, defaults: Tree | undefined): boolean =>
  ['stress', 'capacity'].some((word) => word === wordOf(scenario, defaults));

/** True for a limit that was written down in numbers: the standard one is silent about what cannot be measured. */
function isAsked(around: Tree | undefined, metric: MetricName): boolean {
  const limits = entryOf(entryOf(around, 'limits'), metric);
  const change = entryOf(limits, changeKey(metric));
  return entryOf(limits, boundKey(metric)) !== undefined || (change !== undefined && change !== 'standard');
}
