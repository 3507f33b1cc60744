/** What the schema cannot say about flows: what may stand beside them, and their names. Works on the raw tree. */
import { phrase } from '../domain/phrase.ts';
import { atKey, atValue, clean, type Problem } from './problems.ts';
import { entryOf, itemsOf, type Path, type Tree } from './tree.ts';

/** Requests of a scenario that stand together. */
export interface RequestList {
  readonly requests: readonly Tree[];
  /** Where the list stands. */
  readonly path: Path;
  /** What sends them in order, as a message says it; null where each is drawn by weight. */
  readonly order: 'with `order: sequence`' | 'in a flow' | null;
}

/** The requests of each flow; without flows all of them. */
export function requestListsOf(
  scenario: Tree,
  defaults: Tree | undefined,
  path: Path,
): readonly RequestList[] {
  const flows = itemsOf(entryOf(scenario, 'flows')).map(
    (flow, index): RequestList => ({
      requests: itemsOf(entryOf(flow, 'requests')),
      path: [...path, 'flows', index, 'requests'],
      order: 'in a flow',
    }),
  );
  if (flows.length > 0) return flows;
  const order = entryOf(scenario, 'order') ?? entryOf(defaults, 'order');
  return [
    {
      requests: itemsOf(entryOf(scenario, 'requests')),
      path: [...path, 'requests'],
      order: order === 'sequence' ? 'with `order: sequence`' : null,
    },
  ];
}

/** Problems with the flows of a scenario; `path` is the scenario's. */
export function checkFlows(scenario: Tree, path: Path): readonly Problem[] {
  if (entryOf(scenario, 'flows') === undefined) return [];
  const beside = BESIDE.filter(([name]) => entryOf(scenario, name) !== undefined);
  return [
    ...beside.map(([name, why]) => atKey([...path, name], phrase(why))),
    ...checkNames(itemsOf(entryOf(scenario, 'flows')), [...path, 'flows']),
  ];
}

/** Keys that `flows` leave nothing to say. */
const BESIDE = [
  ['requests', 'requests-or-flows'],
  ['order', 'idle-order'],
] as const;

function checkNames(flows: readonly Tree[], path: Path): readonly Problem[] {
  const names = flows.map((flow) => entryOf(flow, 'name'));
  return names.flatMap((name, index) =>
    typeof name !== 'string' || names.indexOf(name) === index
      ? []
      : [atValue([...path, index], phrase('second-flow', { name: clean(name) }))],
  );
}
