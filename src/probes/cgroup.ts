/** The control groups that bound the service: what they allow, and what they withheld. */
import type { KernelRoot } from '../platform/kernel-files.ts';
import type { CgroupReading } from '../domain/resources.ts';
import { bytes, type Millis, ratio } from '../domain/units.ts';
import { type CpuGroup, type MemoryGroup, readCpuGroup, readMemoryGroup } from './cgroup-counters.ts';
import { type Controller, findGroup, type GroupFolders } from './cgroup-folders.ts';
import type { Part, Watched } from './part.ts';
import { type LookSources, thisMoment } from './look-sources.ts';

/**
 * Opens the probe on one build. Its groups are those of the tree's first process that lives, found anew at every begin. Groups around them bound as well: the
 * tightest limit is told, with what was withheld by the group that has it.
 */
export function openCgroup(
  { pids }: Pick<Watched, 'pids'>,
  sources: LookSources = thisMoment,
): Part<CgroupReading | null> {
  let sums = NO_SUMS;
  let since: Look | null = null;
  let last: Look | null = null;
  return {
    begin() {
      const groups = groupsOf(sources.root, pids());
      since = groups && lookAt(groups, sources);
      last = since ?? last;
      return Promise.resolve();
    },
    end() {
      if (since === null) return Promise.resolve();
      last = withKnown(lookAt(since.groups, sources), since);
      sums = add(sums, since, last);
      since = null;
      return Promise.resolve();
    },
    read: () => (last === null ? null : tell(sums, last)),
  };
}

interface Groups {
  readonly cpu: GroupFolders | null;
  readonly memory: GroupFolders | null;
}

interface Look {
  readonly at: Millis;
  readonly groups: Groups;
  readonly cpu: CpuGroup | null;
  readonly memory: MemoryGroup | null;
}

function groupsOf(root: KernelRoot, pids: readonly number[]): Groups | null {
  const find = (pid: number, controller: Controller): GroupFolders | null => findGroup(root, pid, controller);
  for (const pid of pids) {
    const groups = { cpu: find(pid, 'cpu'), memory: find(pid, 'memory') };
    if (groups.cpu !== null || groups.memory !== null) return groups;
  }
  return null;
}

function lookAt(groups: Groups, { root, now }: LookSources): Look {
  return {
    at: now(),
    groups,
    cpu: groups.cpu && readCpuGroup(root, groups.cpu),
    memory: groups.memory && readMemoryGroup(root, groups.memory),
  };
}

/** A group that went away with its service still had its limits. */
function withKnown(now: Look, before: Look): Look {
  return { ...now, cpu: now.cpu ?? before.cpu, memory: now.memory ?? before.memory };
}

/** What was withheld so far; time in milliseconds and nanoseconds. */
interface Sums {
  readonly watched: number;
  readonly periods: number;
  readonly throttledPeriods: number;
  readonly throttled: number;
  readonly kills: number;
  readonly limitHits: number;
}

const NO_SUMS: Sums = {
  watched: 0,
  periods: 0,
  throttledPeriods: 0,
  throttled: 0,
  kills: 0,
  limitHits: 0,
};

/** A group that went away, or another limit that became the tightest, adds nothing. */
function add(sums: Sums, before: Look, now: Look): Sums {
  const cpu = sameFolder(before.cpu, now.cpu);
  const memory = sameFolder(before.memory, now.memory);
  const more = <Group>(pair: readonly [Group, Group] | null, of: (group: Group) => number): number =>
    pair === null ? 0 : Math.max(0, of(pair[1]) - of(pair[0]));
  return {
    watched: sums.watched + now.at - before.at,
    periods: sums.periods + more(cpu, ({ periods }) => periods),
    throttledPeriods: sums.throttledPeriods + more(cpu, ({ throttledPeriods }) => throttledPeriods),
    throttled: sums.throttled + more(cpu, ({ throttled }) => throttled ?? 0),
    kills: sums.kills + more(memory, ({ kills }) => kills),
    limitHits: sums.limitHits + more(memory, ({ limitHits }) => limitHits),
  };
}

function sameFolder<Group extends { readonly folder: string }>(
  before: Group | null,
  now: Group | null,
): readonly [Group, Group] | null {
  return before !== null && now !== null && before.folder === now.folder ? [before, now] : null;
}

/** Null for a process that nothing bounds: one in the topmost groups, without a limit. */
function tell(sums: Sums, { groups, cpu, memory }: Look): CgroupReading | null {
  const cpuLimit = cpu?.limit ?? null;
  const memoryLimit = memory?.limit ?? null;
  const paths = [groups.cpu, groups.memory].map((group) => group?.path ?? '/');
  const path = (cpuLimit === null ? paths.toReversed() : paths).find((each) => each !== '/') ?? '/';
  if (path === '/' && cpuLimit === null && memoryLimit === null) return null;
  const seconds = Math.max(sums.watched / 1_000, 1e-6);
  return {
    path,
    cpuLimit,
    throttledPeriods:
      cpuLimit === null ? null : ratio(Math.min(1, sums.throttledPeriods / Math.max(sums.periods, 1))),
    throttled:
      cpuLimit === null || cpu === null || cpu.throttled === null ? null : sums.throttled / 1e9 / seconds,
    memoryLimit: memoryLimit === null ? null : bytes(memoryLimit),
    memory: memory?.used == null ? null : bytes(memory.used),
    kills: sums.kills,
    limitHits: sums.limitHits,
  };
}
