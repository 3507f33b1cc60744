/** Who is alive on this machine, and who belongs to a tree of processes: by descent, group, session, and the mark in their environment. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { hasMark, listProcesses, type ProcessEntry } from './procfs.ts';

/** A tree of processes, looked at again and again. */
export interface TreeMembers {
  /** The members that are alive now; the root first while it lives, then by pid. Never ourselves. */
  look(): readonly ProcessEntry[];
  /**
   * The same for less: it passes over the numbers of threads of the kernel, half of all that runs on a small machine, and looks at all again every tenth time. A member that
   * was given such a number since is found by then.
   */
  glance(): readonly ProcessEntry[];
}

/** Where the list of processes comes from. */
export interface ProcessSource {
  /** Everything that runs, but for these numbers. */
  list(but?: ReadonlySet<number>): readonly ProcessEntry[];
  /** True when the process was started with `NAME=value` in its environment; null when that cannot be told (yet). */
  marked(pid: number, mark: string): boolean | null;
}

/** `/proc` where there is one. Elsewhere (macOS) `ps`, which tells descent and group, but no mark: a daemon of a daemon is not found there. */
export const thisMachine: ProcessSource = existsSync('/proc/self/stat')
  ? { list: (but) => listProcesses('/', but), marked: (pid, mark) => hasMark(pid, mark) }
  : { list: listByPs, marked: () => null };

/**
 * Follows the tree under `root`. A member is the root itself, whoever is in its group or session, whoever carries the mark, every child of
 * a member, and everybody who was once seen as a member: a process that left its group and lost its parent is still known.
 */
export function followTree(root: number, mark: string, source: ProcessSource = thisMachine): TreeMembers {
  const rootStarted = source.list().find(({ pid }) => pid === root)?.started ?? null;
  let known: ReadonlySet<string> = new Set();
  let marks: ReadonlyMap<string, boolean> = new Map();
  let ofKernel: ReadonlySet<number> = new Set();
  let glances = 0;
  const lookAmong = (listed: readonly ProcessEntry[]): readonly ProcessEntry[] => {
    const all = listed.filter(({ pid }) => pid > 1 && pid !== process.pid);
    marks = readMarks(all, mark, marks, source);
    // Another process under the root's number: the group by that number is no longer ours either.
    const reused = all.some(({ pid, started }) => pid === root && started !== rootStarted);
    const own = (entry: ProcessEntry): boolean =>
      (!reused && (entry.pid === root || entry.group === root || entry.session === root)) ||
      known.has(identity(entry)) ||
      marks.get(identity(entry)) === true;
    const members = withDescendants(all.filter(own), all);
    known = new Set(members.map(identity));
    return members
      .filter(({ zombie }) => !zombie)
      .toSorted(
        (left, right) => Number(right.pid === root) - Number(left.pid === root) || left.pid - right.pid,
      );
  };
  const look = (): readonly ProcessEntry[] => {
    const all = source.list();
    ofKernel = new Set(all.filter(isOfKernel).map(({ pid }) => pid));
    return lookAmong(all);
  };
  return {
    look,
    glance: () => (glances++ % GLANCES_A_LOOK === 0 ? look() : lookAmong(source.list(ofKernel))),
  };
}

const GLANCES_A_LOOK = 10;

/** The processes that carry the mark, alive, ourselves not counted. */
export function findMarked(mark: string, source: ProcessSource = thisMachine): readonly number[] {
  return source
    .list()
    .filter(({ pid, zombie }) => !zombie && pid > 1 && pid !== process.pid)
    .map(({ pid }) => pid)
    .filter((pid) => source.marked(pid, mark) === true);
}

const identity = ({ pid, started }: ProcessEntry): string => `${pid} ${started}`;

/** An environment is fixed when a process starts, so each is read once; those that could not be read are tried again. */
function readMarks(
  all: readonly ProcessEntry[],
  mark: string,
  before: ReadonlyMap<string, boolean>,
  source: ProcessSource,
): ReadonlyMap<string, boolean> {
  return new Map(
    all.flatMap((entry) => {
      const marked =
        before.get(identity(entry)) ?? (isOfKernel(entry) ? false : source.marked(entry.pid, mark));
      return marked === null ? [] : [[identity(entry), marked] as const];
    }),
  );
}

/** Threads of the kernel are in no group and no session; they have no environment, and asking for it again and again takes time. */
const isOfKernel = ({ group, session }: ProcessEntry): boolean => group === 0 && session === 0;

/** The processes with their children, grandchildren, and so on. */
export function withDescendants(
  some: readonly ProcessEntry[],
  all: readonly ProcessEntry[],
): readonly ProcessEntry[] {
  const children = Map.groupBy(all, ({ parent }) => parent);
  const found = new Map(some.map((entry) => [entry.pid, entry]));
  const queue = [...some];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const child of children.get(next.pid) ?? []) {
      if (found.has(child.pid)) continue;
      found.set(child.pid, child);
      queue.push(child);
    }
  }
  return [...found.values()];
}

function listByPs(): readonly ProcessEntry[] {
  const { stdout } = spawnSync('ps', ['-axo', 'pid=,ppid=,pgid=,stat='], {
    encoding: 'utf8',
    timeout: 2_000,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
  });
  return parsePs(stdout ?? '');
}

/** Reads `ps -axo pid=,ppid=,pgid=,stat=`. Start times are not told: a process is known by its pid alone. */
export function parsePs(table: string): readonly ProcessEntry[] {
  return table.split('\n').flatMap((line) => {
    const [, pid, parent, group, state = ''] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)/.exec(line) ?? [];
    if (pid === undefined) return [];
    return [
      {
        pid: Number(pid),
        parent: Number(parent),
        group: Number(group),
        session: 0,
        zombie: state.startsWith('Z'),
        started: 0,
      },
    ];
  });
}
