/** The service's process tree: CPU time, waiting, memory, storage and files, from `/proc` alone (on macOS from one `ps` at either end). */
import type { ServiceReading } from '../domain/resources.ts';
import { type Bytes, bytes, type Millis, millis } from '../domain/units.ts';
import { type KernelRoot, readKernelFile } from '../platform/kernel-files.ts';
import { LOOK_EVERY, openBeat } from './beat.ts';
import { type DiskWaiters, openDiskWaiters } from './disk-waiters.ts';
import { type OpenFiles, openOpenFiles } from './open-files.ts';
import type { Part } from './part.ts';
import { type MemoryLooks, openMemoryLooks } from './memory-looks.ts';
import { NO_SUMS, type ServiceSums, withMost, withStep } from './service-account.ts';
import { LARGE_TREE, type LookSources, thisMoment } from './look-sources.ts';
import { type TreeLook, type TreeLooks } from './tree-looks.ts';

/** Quick looks between two whole ones, which find out anew who belongs to the tree. */
const LOOKS_A_STEP = 4;
/** The kernel walks all page tables for a proportional share: a millisecond a process. */
const SHARE_EVERY: Millis = millis(1_000);
const MOST_SHARES = 50;
const MOST_TOLD = 50;

/**
 * Opens the probe on one build. It looks at the whole tree at every begin and end and once a second, and four times a second at what changes quickly: resident
 * memory, open files and the state of threads. Of more than 100 processes memory and files are looked at with the whole tree only, and that less often. How much of a large tree is looked at is said at {@link openTreeLooks}, {@link openDiskWaiters}
 * and {@link openOpenFiles}.
 */
export function openServiceTree(
  looks: TreeLooks,
  sources: LookSources = thisMoment,
  memory: MemoryLooks = openMemoryLooks(sources),
): Part<ServiceReading | null> {
  const { root, now } = sources;
  const quick = { waiters: openDiskWaiters(root), files: openOpenFiles(root), memory };
  const share = openShare(sources);
  let sums: ServiceSums = NO_SUMS;
  let first: TreeLook | null = null;
  let last: TreeLook | null = null;
  let since: TreeLook | null = null;
  const step = (look: TreeLook | null): void => {
    if (look === null) return;
    sums = since === null || since === look ? withMost(sums, look) : withStep(sums, since, look);
    first ??= look;
    since = last = look;
  };
  const lookAtEnd = (pids: readonly number[]): void => {
    quick.files.look(pids);
    share.look(pids);
  };
  const beat = (sources.beat ?? openBeat)(
    LOOK_EVERY,
    (due) => {
      if (due % LOOKS_A_STEP === 0) step(looks.due());
      if (since !== null) sums = lookQuickly(pidsOf(since), sums, quick);
    },
    now,
  );
  return {
    begin() {
      since = null;
      step(looks.now());
      if (looks.cheap) beat.start();
      return Promise.resolve();
    },
    end() {
      beat.stop();
      if (since !== null) step(looks.now());
      if (since !== null) lookAtEnd(pidsOf(since));
      since = null;
      return Promise.resolve();
    },
    read: () => {
      if (first === null || last === null) return null;
      const diskWaiters = quick.waiters.mean();
      return {
        ...tell(sums, first, last),
        diskWaiters,
        proportionalMemory: share.last(),
        openFiles: quick.files.most(),
      };
    },
  };
}

const pidsOf = ({ times }: TreeLook): readonly number[] => [...times.values()].map(({ pid }) => pid);

/** What is looked at between whole looks. */
interface Quick {
  readonly waiters: DiskWaiters;
  readonly files: OpenFiles;
  readonly memory: MemoryLooks;
}

function lookQuickly(
  pids: readonly number[],
  sums: ServiceSums,
  { waiters, files, memory }: Quick,
): ServiceSums {
  waiters.look(pids);
  if (pids.length > LARGE_TREE) return sums;
  files.look(pids);
  const all = pids.reduce((sum, pid) => sum + memory.of(pid).memory, 0);
  return { ...sums, memory: Math.max(sums.memory, all) };
}

/** The tree's proportional share of memory, read once a second at most. */
function openShare({ root, now }: LookSources) {
  let value: Bytes | null = null;
  let at = Number.NEGATIVE_INFINITY;
  return {
    look(pids: readonly number[]): void {
      if (pids.length > MOST_SHARES || now() - at < SHARE_EVERY) return;
      at = now();
      const shares = pids.map((pid) => shareOf(root, pid)).filter((share) => share !== null);
      value = shares.length === 0 ? value : bytes(shares.reduce((sum, share) => sum + share, 0));
    },
    last: (): Bytes | null => value,
  };
}

/** `Pss` of `/proc/<pid>/smaps_rollup` (proc_pid_smaps(5)). */
function shareOf(root: KernelRoot, pid: number): number | null {
  const kilobytes = /^Pss:\s*(\d+) kB$/m.exec(readKernelFile(root, `proc/${pid}/smaps_rollup`) ?? '')?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}

type Told = Omit<ServiceReading, 'diskWaiters' | 'proportionalMemory' | 'openFiles'>;

function tell(sums: ServiceSums, first: TreeLook, last: TreeLook): Told {
  const cores = (used: number): number => used / 1e6 / Math.max(sums.watched, 1e-3);
  const lasting = [...sums.byProcess].filter(([key]) => first.times.has(key) && last.times.has(key));
  const threads = [...sums.byThread.values()];
  const [from, to] = [anonymousOf(first), anonymousOf(last)];
  return {
    cores: cores(sums.used),
    busiestThread: sums.delay === null ? null : cores(Math.max(sums.busiestEnded, ...threads)),
    processCores: lasting
      .map(([, used]) => cores(used))
      .toSorted((left, right) => right - left)
      .slice(0, MOST_TOLD),
    runQueueDelay: sums.delay === null ? null : cores(sums.delay),
    memory: bytes(sums.memory),
    anonymous: from === null || to === null ? null : { from, to },
    io: sums.io && { read: bytes(sums.io.read), written: bytes(sums.io.written) },
    switches: sums.switches,
    processes: sums.processes,
    threads: sums.threads,
  };
}

function anonymousOf({ processes }: TreeLook): Bytes | null {
  const all = [...processes.values()].map(({ anonymous }) => anonymous);
  return all.includes(null) ? null : bytes(all.reduce<number>((sum, each) => sum + (each ?? 0), 0));
}
