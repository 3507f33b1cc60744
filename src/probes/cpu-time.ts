/** CPU time of a tree of processes, from lap to lap: nanoseconds where the scheduler counts them, else clock ticks of ten milliseconds. */
import { type Nanos, nanos } from '../domain/units.ts';
import { type KernelRoot, listKernelFolder, readKernelFile } from '../platform/kernel-files.ts';
import { readTimes, TICKS_A_SECOND } from './process-tree.ts';

/** A watch over one tree. */
export interface CpuWatch {
  /** CPU time that the tree used since the last lap (or since the watch was opened); null where nothing can be read. */
  lap(): Nanos | null;
}

/** One thread at one moment, in nanoseconds since its start. */
export interface ThreadTime {
  readonly used: number;
  /** Ready to run, and without a core. */
  readonly delay: number;
  /** Times that it was given a core. */
  readonly slices: number;
}

/** One process at one moment, in nanoseconds since its start. */
export interface ProcessTime {
  readonly pid: number;
  /** By thread; empty where the scheduler does not count. */
  readonly threads: ReadonlyMap<string, ThreadTime>;
  /** User and system time of all its threads, ended ones included, cut to whole ticks. */
  readonly own: number;
  /** The same of its children that ended and were waited for. */
  readonly reaped: number;
  /** How many threads it has. */
  readonly size: number;
}

/** All processes of a tree at one moment, by what identifies a process. */
export type TreeTimes = ReadonlyMap<string, ProcessTime>;

/** Clock ticks as nanoseconds. */
export const NANOS_A_TICK = 1e9 / TICKS_A_SECOND;

/** So much of a tree is read thread by thread; the rest of it in whole ticks, process by process. */
const MOST_PROCESSES = 300;
const MOST_THREADS = 2_000;

/** Opens a watch; its first lap begins now. `root` stands for `/`. */
export function openCpuWatch(pids: () => readonly number[], root: KernelRoot = '/'): CpuWatch {
  let last = timesOf(pids(), root);
  return {
    lap() {
      const now = timesOf(pids(), root);
      const used = now.size === 0 && last.size === 0 ? null : nanos(usedBetween(last, now));
      last = now;
      return used;
    },
  };
}

/** Reads these processes; those that are gone are left out. Beyond 300 processes or 2,000 threads it reads no more threads, and knows whole ticks only. */
export function timesOf(pids: readonly number[], root: KernelRoot): TreeTimes {
  const times = new Map<string, ProcessTime>();
  let threadsRead = 0;
  for (const pid of pids) {
    const reading = readTimes(root, pid);
    if (reading === null) continue;
    const { own, reaped, startTime, size } = reading;
    const detailed = times.size < MOST_PROCESSES && threadsRead + size <= MOST_THREADS;
    if (detailed) threadsRead += size;
    times.set(`${pid} ${startTime}`, {
      pid,
      threads: detailed ? threadTimes(root, pid) : new Map(),
      own: own * NANOS_A_TICK,
      reaped: reaped * NANOS_A_TICK,
      size,
    });
  }
  return times;
}

/** `/proc/<pid>/task/<tid>/schedstat`: time on a core, time waiting for one, slices (Documentation/scheduler/sched-stats.rst). */
function threadTimes(root: KernelRoot, pid: number): ReadonlyMap<string, ThreadTime> {
  const folder = `proc/${pid}/task`;
  const times = listKernelFolder(root, folder).flatMap((thread) => {
    const text = readKernelFile(root, `${folder}/${thread}/schedstat`);
    const [used = Number.NaN, delay = 0, slices = 0] = text?.split(' ').map(Number) ?? [];
    return Number.isFinite(used) ? [[thread, { used, delay, slices }] as const] : [];
  });
  // A kernel that does not count says zero of every thread.
  return times.some(([, { used }]) => used > 0) ? new Map(times) : new Map();
}

/** Nanoseconds of CPU time that the tree used between two readings, children that lived and died in between included; never negative. */
export function usedBetween(before: TreeTimes, now: TreeTimes): number {
  let used = 0;
  let reaped = 0;
  for (const [key, process] of now) {
    const earlier = before.get(key);
    used += usedBy(process, earlier);
    reaped += process.reaped - (earlier?.reaped ?? 0);
  }
  // What ended between the laps is in its parent's time for children; less what was already counted of it.
  const ended = [...before].filter(([key]) => !now.has(key)).map(([, { own, reaped: of }]) => own + of);
  return Math.max(0, used + Math.max(0, reaped - sum(ended)));
}

/** Nanoseconds that one process used between two readings; without an earlier one it was born since. */
export function usedBy(now: ProcessTime, before: ProcessTime | undefined): number {
  const ticks = now.own - (before?.own ?? 0);
  // Threads that were not read before do not tell what they used since.
  if (now.threads.size === 0 || before?.threads.size === 0) return ticks;
  const byThread = sum(
    [...now.threads].map(([thread, { used }]) => used - (before?.threads.get(thread)?.used ?? 0)),
  );
  const lostThread = [...(before?.threads.keys() ?? [])].some((thread) => !now.threads.has(thread));
  // An ended thread takes its nanoseconds with it; the ticks of the whole process still hold them.
  return lostThread ? Math.max(byThread, ticks) : byThread;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
