/** One look at everything that a service's processes tell about themselves, shared by all probes that want it at the same moment. */
import { type Millis, millis } from '../domain/units.ts';
import { type KernelRoot, readKernelFile } from '../platform/kernel-files.ts';
import { hasUsageByPs, usageByPs } from '../platform/process-usage.ts';
import { type ProcessTime, type TreeTimes, timesOf } from './cpu-time.ts';
import type { Watched } from './part.ts';
import { isLookDue, type LookSources, thisMoment } from './look-sources.ts';
import { type MemoryLooks, openMemoryLooks } from './memory-looks.ts';

/** A tree at one moment. */
export interface TreeLook {
  readonly at: Millis;
  readonly times: TreeTimes;
  readonly processes: ReadonlyMap<string, ProcessLook>;
}

/** What one process tells beside its times. */
export interface ProcessLook {
  /** Resident memory in bytes. */
  readonly memory: number;
  /** Anonymous memory in bytes, resident or swapped out; null where the kernel does not tell it apart. */
  readonly anonymous: number | null;
  /** Bytes from and to storage since its start, those of its ended children included; null where they cannot be read. */
  readonly io: Traffic | null;
  /** Context switches of its threads that live; null where they cannot be read. */
  readonly switches: Switches | null;
}

/** Bytes. */
export interface Traffic {
  readonly read: number;
  readonly written: number;
}

/** How often a thread stopped because it waited, and because others were given its core. */
export interface Switches {
  readonly voluntary: number;
  readonly involuntary: number;
}

/** Looks at one tree. */
export interface TreeLooks {
  /** A look that is no older than 20 ms; null when the tree is not ours, or nothing of it can be read. */
  now(): TreeLook | null;
  /** The same for a beat: of more than 100 processes the last look again until 10 ms have passed for each of them. */
  due(): TreeLook | null;
  /** False where a look starts a process (macOS): then only begins and ends are worth one. */
  readonly cheap: boolean;
}

const FRESH: Millis = millis(20);

/**
 * Opens looks at a build's processes. Of a large tree the first 300 processes (and as many as have 2,000 threads together) are looked at in detail; those beyond count
 * with whole clock ticks of CPU time, with their memory and their threads, but not with storage and context switches. Of more than 100, beats look less often.
 */
export function openTreeLooks(
  watched: Pick<Watched, 'pids'>,
  sources: LookSources = thisMoment,
  memory: MemoryLooks = openMemoryLooks(sources),
): TreeLooks {
  const { root, now } = sources;
  const byPs = hasUsageByPs && root === '/';
  const switches = openSwitchReader(root);
  let last: TreeLook | null = null;
  const lookNow = (): TreeLook | null => {
    if (last !== null && now() - last.at < FRESH) return last;
    const pids = watched.pids();
    const look = byPs ? lookByPs(pids, now()) : lookAt(pids, sources, { switches, memory });
    last = look.times.size === 0 ? null : look;
    return last;
  };
  return {
    cheap: !byPs,
    now: lookNow,
    due: () => (last !== null && !isLookDue(last.times.size, now() - last.at) ? last : lookNow()),
  };
}

function lookAt(
  pids: readonly number[],
  { root, now }: LookSources,
  { switches, memory }: { readonly switches: SwitchReader; readonly memory: MemoryLooks },
): TreeLook {
  const at = now();
  const times = timesOf(pids, root);
  const processes = new Map(
    [...times].map(([key, process], index) => {
      const detailed = process.threads.size > 0 || index < MOST_WITHOUT_THREADS;
      const more = detailed
        ? { io: ioOf(root, process.pid), switches: switches.read(process) }
        : { io: null, switches: null };
      return [key, { ...memory.of(process.pid), ...more }] as const;
    }),
  );
  switches.keep(times);
  return { at, times, processes };
}

/** Where the scheduler does not count, threads are no measure of how much there is to read. */
const MOST_WITHOUT_THREADS = 50;

/** `/proc/<pid>/io` (proc_pid_io(5)): what never reached the disk because its file went away was not written. */
function ioOf(root: KernelRoot, pid: number): Traffic | null {
  const text = readKernelFile(root, `proc/${pid}/io`);
  const bytesOf = (name: string): number =>
    Number(new RegExp(`^${name}: (\\d+)$`, 'm').exec(text ?? '')?.[1] ?? Number.NaN);
  const read = bytesOf('read_bytes');
  const written = bytesOf('write_bytes') - bytesOf('cancelled_write_bytes');
  return Number.isFinite(read) && Number.isFinite(written) ? { read, written } : null;
}

/** Reads context switches. A thread that was given no core since the last look has not switched since: it is not read again. */
interface SwitchReader {
  read(process: ProcessTime): Switches | null;
  /** Forgets threads of processes that are gone. */
  keep(times: TreeTimes): void;
}

function openSwitchReader(root: KernelRoot): SwitchReader {
  type Known = { readonly slices: number; readonly switches: Switches };
  let known = new Map<number, ReadonlyMap<string, Known>>();
  return {
    read({ pid, threads }) {
      const before = known.get(pid);
      const now = new Map<string, Known>();
      for (const [thread, { slices }] of threads) {
        const earlier = before?.get(thread);
        const switches =
          earlier?.slices === slices ? earlier.switches : switchesOf(root, `proc/${pid}/task/${thread}`);
        if (switches !== null) now.set(thread, { slices, switches });
      }
      known.set(pid, now);
      return now.size === 0 ? null : sumOf([...now.values()].map(({ switches }) => switches));
    },
    keep(times) {
      const alive = new Set([...times.values()].map(({ pid }) => pid));
      known = new Map([...known].filter(([pid]) => alive.has(pid)));
    },
  };
}

function switchesOf(root: KernelRoot, folder: string): Switches | null {
  const text = readKernelFile(root, `${folder}/status`);
  const found = /^voluntary_ctxt_switches:\s*(\d+)\nnonvoluntary_ctxt_switches:\s*(\d+)/m.exec(text ?? '');
  return found === null ? null : { voluntary: Number(found[1]), involuntary: Number(found[2]) };
}

function sumOf(all: readonly Switches[]): Switches {
  return all.reduce(
    (sum, { voluntary, involuntary }) => ({
      voluntary: sum.voluntary + voluntary,
      involuntary: sum.involuntary + involuntary,
    }),
    { voluntary: 0, involuntary: 0 },
  );
}

/** Start times are not told, nor threads: a process is known by its number alone, and has one thread at least. */
function lookByPs(pids: readonly number[], at: Millis): TreeLook {
  const usage = usageByPs(pids);
  return {
    at,
    times: new Map(
      usage.map(({ pid, cpu }) => [
        String(pid),
        { pid, threads: new Map(), own: cpu * 1e9, reaped: 0, size: 1 },
      ]),
    ),
    processes: new Map(
      usage.map(({ pid, memory }) => [String(pid), { memory, anonymous: null, io: null, switches: null }]),
    ),
  };
}
