/** CPU time of a tree of processes, from lap to lap: nanoseconds where the scheduler counts them, else clock ticks of ten milliseconds. */
import { type Nanos, nanos } from '../domain/units.ts';
import { listKernelFolder, readKernelFile } from '../platform/kernel-files.ts';
import { readProcess, TICKS_A_SECOND } from './process-tree.ts';

/** A watch over one tree. */
export interface CpuWatch {
  /** CPU time that the tree used since the last lap (or since the watch was opened); null where nothing can be read. */
  lap(): Nanos | null;
}

/** One process at one moment. */
interface ProcessTime {
  /** Nanoseconds by thread; empty where the scheduler does not count. */
  readonly threads: ReadonlyMap<string, number>;
  /** User and system time of all its threads, ended ones included, in nanoseconds, cut to whole ticks. */
  readonly own: number;
  /** The same of its children that ended and were waited for. */
  readonly reaped: number;
}

type Look = ReadonlyMap<string, ProcessTime>;

const NANOS_A_TICK = 1e9 / TICKS_A_SECOND;

/** Opens a watch; its first lap begins now. `root` stands for `/`. */
export function openCpuWatch(pids: () => readonly number[], root = '/'): CpuWatch {
  let last = lookAt(pids(), root);
  return {
    lap() {
      const now = lookAt(pids(), root);
      const used = now.size === 0 && last.size === 0 ? null : nanos(usedBetween(last, now));
      last = now;
      return used;
    },
  };
}

function lookAt(pids: readonly number[], root: string): Look {
  const look = new Map<string, ProcessTime>();
  for (const pid of pids) {
    const reading = readProcess(root, pid);
    if (reading === null) continue;
    const { own, reaped, startTime } = reading;
    look.set(`${pid} ${startTime}`, {
      threads: threadTimes(root, pid),
      own: own * NANOS_A_TICK,
      reaped: reaped * NANOS_A_TICK,
    });
  }
  return look;
}

/** `/proc/<pid>/task/<tid>/schedstat`: time on a core, time waiting for one, slices (Documentation/scheduler/sched-stats.rst). */
function threadTimes(root: string, pid: number): ReadonlyMap<string, number> {
  const folder = `proc/${pid}/task`;
  const times = listKernelFolder(root, folder).flatMap((thread) => {
    const time = Number(readKernelFile(root, `${folder}/${thread}/schedstat`)?.split(' ')[0]);
    return Number.isFinite(time) ? [[thread, time] as const] : [];
  });
  // A kernel that does not count says zero of every thread.
  return times.some(([, time]) => time > 0) ? new Map(times) : new Map();
}

function usedBetween(before: Look, now: Look): number {
  let used = 0;
  let reaped = 0;
  for (const [key, process] of now) {
    const earlier = before.get(key);
    used += usedBy(process, earlier);
    reaped += process.reaped - (earlier?.reaped ?? 0);
  }
  // What ended between the laps is in its parent's time for children; less what was already counted of it.
  const ended = [...before].filter(([key]) => !now.has(key)).map(([, { own, reaped: of }]) => own + of);
  return used + Math.max(0, reaped - sum(ended));
}

/** A process without an earlier look was born since. */
function usedBy(now: ProcessTime, before: ProcessTime | undefined): number {
  const ticks = now.own - (before?.own ?? 0);
  if (now.threads.size === 0) return ticks;
  const byThread = sum([...now.threads].map(([thread, time]) => time - (before?.threads.get(thread) ?? 0)));
  const lostThread = [...(before?.threads.keys() ?? [])].some((thread) => !now.threads.has(thread));
  // An ended thread takes its nanoseconds with it; the ticks of the whole process still hold them.
  return lostThread ? Math.max(byThread, ticks) : byThread;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
