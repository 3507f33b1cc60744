/** The kernel's own counters of the whole machine: who computes, who waits, what is stolen. */
import { readKernelFile } from '../platform/kernel-files.ts';

/** The counters at one moment. Ticks are of all cores together. */
export interface KernelCounters {
  /** Milliseconds of a monotonic clock. */
  readonly at: number;
  readonly cores: number;
  readonly busy: number;
  readonly all: number;
  readonly stolen: number;
  /** Microseconds in which some task waited, or null where the kernel does not count. */
  readonly cpuWait: number | null;
  readonly ioWait: number | null;
  /** CPU time of the gate's own process in seconds. */
  readonly gate: number;
}

/** Reads them; null where there is no `/proc`. `root` stands for `/`, `at` is the time of the reading. */
export function readCounters(root: string, at: number): KernelCounters | null {
  const stat = readKernelFile(root, 'proc/stat');
  const first = /^cpu +(.+)$/m.exec(stat ?? '')?.[1];
  if (stat === null || first === undefined) return null;
  // user nice system idle iowait irq softirq steal; guest time, which follows, is part of user.
  const ticks = first.split(' ').slice(0, 8).map(Number);
  const [user = 0, nice = 0, system = 0, idle = 0, ioWait = 0, irq = 0, softirq = 0, stolen = 0] = ticks;
  const busy = user + nice + system + irq + softirq;
  const { user: gateUser, system: gateSystem } = process.cpuUsage();
  return {
    at,
    cores: stat.match(/^cpu\d+ /gm)?.length ?? 1,
    busy,
    all: busy + idle + ioWait + stolen,
    stolen,
    cpuWait: pressureOf(root, 'cpu'),
    ioWait: pressureOf(root, 'io'),
    gate: (gateUser + gateSystem) / 1e6,
  };
}

/** Pressure stall information: total microseconds in which at least one task waited. */
function pressureOf(root: string, resource: 'cpu' | 'io'): number | null {
  const total = /^some .*total=(\d+)$/m.exec(readKernelFile(root, `proc/pressure/${resource}`) ?? '')?.[1];
  return total === undefined ? null : Number(total);
}
