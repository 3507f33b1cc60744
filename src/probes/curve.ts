/** What the build, the generator and everybody else used, second by second. */
import type { ResourceSecond } from '../domain/resources.ts';
import { bytes, type Millis, millis } from '../domain/units.ts';
import { openBeat } from './beat.ts';
import { type TreeTimes, timesOf, usedBetween } from './cpu-time.ts';
import { type CoreCounters, readCores } from './kernel-counters.ts';
import type { Part, Watched } from './part.ts';
import { TICKS_A_SECOND } from './process-tree.ts';
import { plusTraffic, trafficBetween } from './service-account.ts';
import { type LookSources, thisMoment } from './look-sources.ts';
import { type Traffic, type TreeLook, type TreeLooks } from './tree-looks.ts';

const ROW_EVERY: Millis = millis(1_000);
/** What is left over at the end is a row of its own when it lasted for this long; of less, clock ticks say nothing. */
const SHORTEST_ROW: Millis = millis(250);
/** As many as a record may hold. */
const MOST_ROWS = 100_000;

/**
 * Opens the probe on one build. A row is a second of watching, so that one of short turns is made of several; the last one may be shorter. Where looks are not
 * cheap there are no rows. Of a large tree, which is not looked at every second, a row with a look tells the mean since the one before, and rows without one nothing.
 */
export function openCurve(
  looks: TreeLooks,
  watched: Pick<Watched, 'generatorPids'>,
  sources: LookSources = thisMoment,
): Part<readonly ResourceSecond[]> {
  const rows: ResourceSecond[] = [];
  let open: Row = EMPTY;
  let last: Look | null = null;
  let second = 0;
  const step = (tree: TreeLook | null): void => {
    const now = lookAtAll(tree, watched, sources);
    if (last !== null) open = grow(open, last, now);
    last = now;
  };
  const close = (due: number): void => {
    step(looks.due());
    if (rows.length < MOST_ROWS) rows.push(told(open, due - 1));
    open = EMPTY;
    second = due;
  };
  const beat = (sources.beat ?? openBeat)(ROW_EVERY, close, sources.now);
  return {
    begin() {
      if (!looks.cheap) return Promise.resolve();
      last = null;
      step(looks.now());
      beat.start();
      return Promise.resolve();
    },
    end() {
      beat.stop();
      if (last !== null) step(looks.now());
      last = null;
      return Promise.resolve();
    },
    read: () =>
      open.time >= SHORTEST_ROW && rows.length < MOST_ROWS ? [...rows, told(open, second)] : [...rows],
  };
}

/** Everybody at one moment. */
interface Look {
  readonly at: Millis;
  readonly tree: TreeLook | null;
  readonly generator: TreeTimes | null;
  readonly cores: CoreCounters | null;
}

function lookAtAll(
  tree: TreeLook | null,
  watched: Pick<Watched, 'generatorPids'>,
  { root, now }: LookSources,
): Look {
  const at = now();
  const pids = watched.generatorPids();
  const generator = pids.length === 0 ? null : timesOf(pids, root);
  return { at, tree, generator, cores: readCores(root, at) };
}

/** What was used so far in one row: times in milliseconds and nanoseconds, the machine's in seconds of cores. */
interface Row {
  readonly time: number;
  readonly service: number | null;
  /** Time between the looks by which the service's use is known. */
  readonly seen: number;
  /** True when the service was there in this row, and was not looked at again. */
  readonly unseen: boolean;
  readonly generator: number | null;
  /** Of everybody but the gate. */
  readonly all: number | null;
  readonly memory: number | null;
  readonly moved: Traffic | null;
}

const EMPTY: Row = {
  time: 0,
  service: null,
  seen: 0,
  unseen: false,
  generator: null,
  all: null,
  memory: null,
  moved: null,
};

function grow(row: Row, before: Look, now: Look): Row {
  const again = now.tree !== null && before.tree === now.tree;
  const tree = before.tree === null || now.tree === null || again ? null : ([before.tree, now.tree] as const);
  const generator =
    before.generator === null || now.generator === null ? null : usedBetween(before.generator, now.generator);
  return {
    time: row.time + now.at - before.at,
    service: plus(row.service, tree && usedBetween(tree[0].times, tree[1].times)),
    seen: row.seen + (tree === null ? 0 : tree[1].at - tree[0].at),
    unseen: row.unseen || again,
    generator: plus(row.generator, generator),
    all: plus(row.all, allBetween(before.cores, now.cores)),
    memory: now.tree === null || again ? row.memory : memoryOf(now.tree),
    moved: plusTraffic(row.moved, tree && trafficBetween(...tree)),
  };
}

function allBetween(before: CoreCounters | null, now: CoreCounters | null): number | null {
  if (before === null || now === null) return null;
  return (now.busy - before.busy) / TICKS_A_SECOND - (now.gate - before.gate);
}

const memoryOf = ({ processes }: TreeLook): number =>
  [...processes.values()].reduce((sum, { memory }) => sum + memory, 0);

const plus = (sum: number | null, more: number | null): number | null =>
  more === null ? sum : (sum ?? 0) + more;

function told(row: Row, second: number): ResourceSecond {
  const { time, service, seen, unseen, generator, all, memory, moved } = row;
  const perSecond = (amount: number | null, over: number): number | null =>
    amount === null ? null : amount / Math.max(over / 1_000, 1e-6);
  const cores = {
    service: perSecond(service && service / 1e9, seen),
    generator: perSecond(generator && generator / 1e9, time),
    all: unseen && service === null ? null : perSecond(all, time),
  };
  const own = (cores.service ?? 0) + (cores.generator ?? 0);
  return {
    second,
    service: cores.service,
    generator: cores.generator,
    others: cores.all === null ? null : Math.max(0, cores.all - own),
    memory: memory === null ? null : bytes(memory),
    read: moved && perSecond(moved.read, seen),
    written: moved && perSecond(moved.written, seen),
  };
}
