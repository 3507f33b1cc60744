/** Adds up the CPU time of a tree of processes that come and go, from looks at those that are alive. */
import { type KernelRoot, readKernelFile } from '../platform/kernel-files.ts';
import { hasUsageByPs, type ProcessUsage, usageByPs } from '../platform/process-usage.ts';

/** One look at one process. Times are in clock ticks since its start. */
export interface ProcessReading {
  readonly pid: number;
  /** Clock ticks from boot to its start: with the pid, the identity of a process. */
  readonly startTime: number;
  /** User and system time of all its threads, ended ones included. */
  readonly own: number;
  /** User and system time of its children that ended and were waited for, with theirs. */
  readonly reaped: number;
  /** Resident memory in bytes. */
  readonly memory: number;
  /** Anonymous memory in bytes, resident or swapped out; null where the kernel does not tell it apart. */
  readonly anonymous: number | null;
}

/** Clock ticks a second in `/proc`: the kernel's user interface fixes it at 100 on every architecture that Node supports. */
export const TICKS_A_SECOND = 100;

/** The times of one process, in clock ticks, with what else its `stat` tells. */
export interface ProcessTimes extends Pick<ProcessReading, 'pid' | 'startTime' | 'own' | 'reaped'> {
  /** The program's name, at most 15 characters. */
  readonly name: string;
  readonly parent: number;
  /** How many threads it has. */
  readonly size: number;
  /** True for a thread of the kernel, which is no program. */
  readonly kernel: boolean;
}

/** `PF_KTHREAD` in include/linux/sched.h. */
const KERNEL_THREAD = 0x00200000;

/** Reads `/proc/<pid>/stat` (proc_pid_stat(5)); null when the process is gone. */
export function readTimes(root: KernelRoot, pid: number): ProcessTimes | null {
  const stat = readKernelFile(root, `proc/${pid}/stat`);
  if (stat === null) return null;
  // The name (field 2) may hold blanks and brackets: the fields are counted from its end.
  const nameEnd = stat.lastIndexOf(')');
  const fields = stat.slice(nameEnd + 2).split(' ', 21);
  const field = (number: number): number => Number(fields[number - 3] ?? Number.NaN);
  const times = {
    startTime: field(22),
    own: field(14) + field(15),
    reaped: field(16) + field(17),
  };
  if (!Object.values(times).every(Number.isFinite)) return null;
  return {
    pid,
    ...times,
    name: stat.slice(stat.indexOf('(') + 1, nameEnd),
    parent: field(4),
    size: field(20) || 1,
    kernel: (field(9) & KERNEL_THREAD) !== 0,
  };
}

/** Who says what a process has of memory. */
export type TellMemory = (pid: number) => Pick<ProcessReading, 'memory' | 'anonymous'>;

/** Looks at one process; null when it is gone. */
export function readProcess(root: KernelRoot, pid: number, memory: TellMemory): ProcessReading | null {
  const times = readTimes(root, pid);
  if (times === null) return null;
  const { startTime, own, reaped } = times;
  return { pid, startTime, own, reaped, ...memory(pid) };
}

/** Looks at these processes; those that are gone are left out. On macOS by one `ps`, which tells less. */
export function readProcesses(
  root: KernelRoot,
  pids: readonly number[],
  memory: TellMemory,
): readonly ProcessReading[] {
  if (hasUsageByPs && root === '/') return usageByPs(pids).map(byPs);
  return pids.map((pid) => readProcess(root, pid, memory)).filter((reading) => reading !== null);
}

const byPs = ({ pid, cpu, memory }: ProcessUsage): ProcessReading => ({
  pid,
  startTime: 0,
  own: cpu * TICKS_A_SECOND,
  reaped: 0,
  memory,
  anonymous: null,
});

/** Memory of one process from its `status`. One that has ended and was not waited for yet has no memory, and no such lines. */
export function memoryOf(root: KernelRoot, pid: number): Pick<ProcessReading, 'memory' | 'anonymous'> {
  const status = readKernelFile(root, `proc/${pid}/status`) ?? '';
  const bytesOf = (name: string): number | null => {
    const kilobytes = new RegExp(`^${name}:\\s*(\\d+) kB$`, 'm').exec(status)?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  };
  const memory = bytesOf('VmRSS');
  if (memory === null) return { memory: 0, anonymous: 0 };
  const anonymous = bytesOf('RssAnon');
  return { memory, anonymous: anonymous === null ? null : anonymous + (bytesOf('VmSwap') ?? 0) };
}

/** What is remembered of one process. */
interface Remembered {
  readonly first: ProcessReading;
  readonly last: ProcessReading;
}

/** The account of one tree. */
export interface TreeAccount {
  /** Takes a look at all processes of the tree that are alive now. The first look is the beginning. */
  look(alive: readonly ProcessReading[]): void;
  /** CPU ticks used by the tree between the first look and the last. */
  ticks(): number;
  /** Most resident memory seen in one look, in bytes. */
  peakMemory(): number;
}

/**
 * Opens an account. Processes that lived and died between two looks are found in their parent's time for waited-for children: what the parents gained
 * there, less what was already seen of the ended, is theirs. A process that appears after the first look counts from its start if it started since, which
 * its start time tells.
 */
export function openTreeAccount(): TreeAccount {
  const known = new Map<string, Remembered>();
  let newest = Number.NEGATIVE_INFINITY;
  let alive = new Set<string>();
  let looks = 0;
  let peak = 0;
  return {
    look(readings) {
      for (const reading of readings) {
        const key = `${reading.pid} ${reading.startTime}`;
        const bornSince = looks > 0 && reading.startTime > newest;
        const first = known.get(key)?.first ?? (bornSince ? { ...reading, own: 0, reaped: 0 } : reading);
        known.set(key, { first, last: reading });
      }
      if (looks === 0) newest = Math.max(newest, ...readings.map((reading) => reading.startTime));
      alive = new Set(readings.map((reading) => `${reading.pid} ${reading.startTime}`));
      peak = Math.max(
        peak,
        readings.reduce((sum, reading) => sum + reading.memory, 0),
      );
      looks += 1;
    },
    ticks() {
      const all = [...known.values()];
      const own = total(all.map(({ first, last }) => last.own - first.own));
      const reaped = total(all.map(({ first, last }) => last.reaped - first.reaped));
      const ended = [...known]
        .filter(([key]) => !alive.has(key))
        .map(([, { last }]) => last.own + last.reaped);
      return own + Math.max(0, reaped - total(ended));
    },
    peakMemory: () => peak,
  };
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
