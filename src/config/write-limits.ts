/**
 * Puts limits into the text of a configuration: what they need changes, and everything else stays byte for
 * byte.
 */
import { isDeepStrictEqual } from 'node:util';
import { Failure } from '../domain/failure.ts';
import { METRICS, type MetricName } from '../domain/metric.ts';
import { boundKey, changeKey, standardLimits } from './limit-schema.ts';
import { parseShare, writeDuration, writeShare, writeSize } from './quantities.ts';
import { config as schema, TEXT_PLACES } from './schema.ts';
import { entriesOf, entryOf, isTreeMap, type Tree, withValue } from './tree.ts';
import {
  addEntries,
  applyEdits,
  blockLines,
  type Edit,
  type Entry,
  replaceScalar,
  scalarText,
  type YamlFile,
} from './yaml-edit.ts';
import { readYaml } from './yaml-text.ts';

/** A limit to be written. */
export interface ProposedLimit {
  readonly scenario: string;
  readonly metric: MetricName;
  /** Largest change for the worse, as a share. */
  readonly change: number;
}

/**
 * Limits as somebody would put them into a configuration by hand, line by line; none for none. `bounds`:
 * absolute limits that stay beside them.
 */
export function limitLines(
  proposed: readonly ProposedLimit[],
  bounds: readonly { readonly scenario: string; readonly metric: MetricName; readonly bound: number }[] = [],
): readonly string[] {
  if (proposed.length === 0) return [];
  const names = [...new Set(proposed.map(({ scenario }) => scenario))];
  const scenarios = names.map((name): Entry => {
    const limits = proposed
      .filter(({ scenario }) => scenario === name)
      .map((limit): Entry => {
        const beside = bounds.filter(({ scenario, metric }) => scenario === name && metric === limit.metric);
        const kept = beside.map(({ bound }) => boundEntry(limit.metric, bound));
        return { key: limit.metric, value: [changeEntry(limit), ...kept] };
      });
    return { key: name, value: [{ key: 'limits', value: limits }] };
  });
  return blockLines([{ key: 'scenarios', value: scenarios }]);
}

const changeEntry = ({ metric, change }: ProposedLimit): Entry => ({
  key: changeKey(metric),
  value: writeShare(change),
});

function boundEntry(metric: MetricName, bound: number): Entry {
  const texts = {
    ms: writeDuration(bound),
    '/s': `${bound}/s`,
    B: writeSize(bound),
    'B/min': `${writeSize(bound)}/min`,
    ratio: writeShare(bound),
    count: String(bound),
  };
  return { key: boundKey(metric), value: texts[METRICS[metric].unit] };
}

/**
 * The text with the limits in it, each at its scenario. A metric that is `off` stays so, and a `max` or
 * `min` stays what it is, also where it came from `defaults` before.
 * @throws Failure kind `usage`, code `config-not-edited`, with the lines to put in by hand, where that
 * cannot be done safely: in a text with anchors, aliases or mistakes, or without the scenario
 */
export function writeLimits(text: string, proposed: readonly ProposedLimit[]): string {
  const { tree, places, problems } = readYaml(text, TEXT_PLACES);
  if (tree === null || problems.length > 0)
    throw notEdited('it is not plain YAML without mistakes', proposed);
  const strange = proposed.find(({ scenario }) => !isTreeMap(scenarioIn(tree, scenario)));
  if (strange !== undefined) throw notEdited(`it has no scenario ${strange.scenario}`, proposed);
  const due = proposed.filter((limit) => isDue(tree, limit));
  const written = applyEdits(text, editsOf({ text, tree, places }, due));
  const wanted = due.reduce<Tree>(withLimit, tree);
  if (!isConfig(written, wanted)) throw notEdited('it is written in an unusual way', proposed);
  return written;
}

/** The proof: the text says what it said before and the limits, and is still a configuration. */
function isConfig(text: string, wanted: Tree): boolean {
  const { tree, problems } = readYaml(text, TEXT_PLACES);
  return problems.length === 0 && isDeepStrictEqual(tree, wanted) && schema.safeParse(tree).success;
}

const scenarioIn = (tree: Tree, scenario: string): Tree | undefined =>
  entryOf(entryOf(tree, 'scenarios'), scenario);

const limitsIn = (around: Tree | undefined, metric: MetricName): Tree | undefined =>
  entryOf(entryOf(around, 'limits'), metric);

/** What holds of a metric in a scenario, whoever says it. */
function standing(tree: Tree, { scenario, metric }: ProposedLimit): Tree | undefined {
  const own = limitsIn(scenarioIn(tree, scenario), metric) ?? limitsIn(entryOf(tree, 'defaults'), metric);
  return own ?? standardLimits(metric) ?? undefined;
}

/** False where the metric is off, or has this very limit. */
function isDue(tree: Tree, limit: ProposedLimit): boolean {
  const now = standing(tree, limit);
  const own = entryOf(limitsIn(scenarioIn(tree, limit.scenario), limit.metric), changeKey(limit.metric));
  return now !== 'off' && shareOf(own) !== limit.change;
}

const shareOf = (value: Tree | undefined): number | null =>
  typeof value === 'string' ? parseShare(value) : typeof value === 'number' ? value : null;

/** Everything that stands about the metric beside its largest change. */
const others = (tree: Tree, limit: ProposedLimit): readonly (readonly [string, Tree])[] =>
  entriesOf(standing(tree, limit)).filter(([key]) => key !== changeKey(limit.metric));

function withLimit(tree: Tree, limit: ProposedLimit): Tree {
  const { scenario, metric } = limit;
  const entries = [...others(tree, limit), [changeKey(metric), writeShare(limit.change)] as const];
  const value: Tree = Object.assign(Object.create(null), Object.fromEntries(entries));
  return withValue(tree, ['scenarios', scenario, 'limits', metric], value);
}

function editsOf(file: YamlFile, due: readonly ProposedLimit[]): readonly Edit[] {
  const names = [...new Set(due.map(({ scenario }) => scenario))];
  return names.flatMap((name) =>
    editsOfScenario(
      file,
      name,
      due.filter(({ scenario }) => scenario === name),
    ),
  );
}

/** Inner edits first: where they end at one place, they stand in this order. */
function editsOfScenario(file: YamlFile, name: string, due: readonly ProposedLimit[]): readonly Edit[] {
  const path = ['scenarios', name];
  const limits = entryOf(scenarioIn(file.tree, name), 'limits');
  const known = due.filter(({ metric }) => isTreeMap(entryOf(limits, metric)));
  const missing = due
    .filter((limit) => !known.includes(limit))
    .map((limit): Entry => ({ key: limit.metric, value: [...keptOf(file.tree, limit), changeEntry(limit)] }));
  const inner = known.map((limit): Edit => {
    const at = [...path, 'limits', limit.metric];
    const key = changeKey(limit.metric);
    return entryOf(entryOf(limits, limit.metric), key) === undefined
      ? addEntries(file, at, [changeEntry(limit)])
      : replaceScalar(file, [...at, key], writeShare(limit.change));
  });
  if (missing.length === 0) return inner;
  return limits === undefined
    ? [addEntries(file, path, [{ key: 'limits', value: missing }])]
    : [...inner, addEntries(file, [...path, 'limits'], missing)];
}

function keptOf(tree: Tree, limit: ProposedLimit): readonly Entry[] {
  return others(tree, limit).flatMap(([key, value]) =>
    typeof value === 'object' ? [] : [{ key, value: scalarText(value) }],
  );
}

function notEdited(why: string, proposed: readonly ProposedLimit[]): Failure {
  return new Failure({
    kind: 'usage',
    code: 'config-not-edited',
    message: `The limits cannot be written into the configuration: ${why}. It is as it was.`,
    advice: 'Put the lines below into it by hand.',
    lines: limitLines(proposed),
  });
}
