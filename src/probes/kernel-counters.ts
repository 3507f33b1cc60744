/** The kernel's own counters of the whole machine: who computes, who waits, what is stolen. */
import { type KernelRoot, readKernelFile } from '../platform/kernel-files.ts';
import { coreTimes, hasUsageByPs } from '../platform/process-usage.ts';
import { TICKS_A_SECOND } from './process-tree.ts';

/** Ticks of the cores at one moment, of all together unless it says otherwise. */
export interface CoreCounters {
  /** Milliseconds of a monotonic clock. */
  readonly at: number;
  readonly cores: number;
  readonly busy: number;
  readonly all: number;
  readonly stolen: number;
  /** Each core's own. */
  readonly byCore: readonly CoreTicks[];
  /** CPU time of the gate's own process in seconds. */
  readonly gate: number;
}

/** Ticks of one core. */
export interface CoreTicks {
  readonly number: number;
  readonly busy: number;
  readonly all: number;
}

/** The counters at one moment. */
export interface KernelCounters extends CoreCounters {
  /** Microseconds in which some task waited, or null where the kernel does not count. */
  readonly cpuWait: number | null;
  readonly ioWait: number | null;
  readonly memoryWait: number | null;
}

/** Reads them; null where neither `/proc` nor Node tells. `root` stands for `/`, `at` is the time of the reading. */
export function readCounters(root: KernelRoot, at: number): KernelCounters | null {
  const cores = readCores(root, at);
  if (cores === null) return null;
  return {
    ...cores,
    cpuWait: pressureOf(root, 'cpu'),
    ioWait: pressureOf(root, 'io'),
    memoryWait: pressureOf(root, 'memory'),
  };
}

/** Reads those of the cores alone; null as in {@link readCounters}. */
export function readCores(root: KernelRoot, at: number): CoreCounters | null {
  const stat = readKernelFile(root, 'proc/stat');
  if (stat === null) return hasUsageByPs && root === '/' ? coresByNode(at) : null;
  const first = /^cpu +(.+)$/m.exec(stat)?.[1];
  if (first === undefined) return null;
  const byCore = [...stat.matchAll(/^cpu(\d+) +(.+)$/gm)].map(([, number, ticks = '']) => {
    const { busy, all } = parseTicks(ticks);
    return { number: Number(number), busy, all };
  });
  return { at, cores: Math.max(1, byCore.length), ...parseTicks(first), byCore, gate: gateTime() };
}

/** user nice system idle iowait irq softirq steal; guest time, which follows, is part of user (proc_stat(5)). */
function parseTicks(line: string): Pick<CoreCounters, 'busy' | 'all' | 'stolen'> {
  const ticks = line.split(' ').slice(0, 8).map(Number);
  const [user = 0, nice = 0, system = 0, idle = 0, ioWait = 0, irq = 0, softirq = 0, stolen = 0] = ticks;
  const busy = user + nice + system + irq + softirq;
  return { busy, all: busy + idle + ioWait + stolen, stolen };
}

/** By Node's account, which tells nothing of what a hypervisor takes. */
function coresByNode(at: number): CoreCounters | null {
  const byCore = coreTimes().map(({ busy, idle }, number) => ({
    number,
    busy: (busy * TICKS_A_SECOND) / 1_000,
    all: ((busy + idle) * TICKS_A_SECOND) / 1_000,
  }));
  if (byCore.length === 0) return null;
  const busy = byCore.reduce((sum, core) => sum + core.busy, 0);
  const all = byCore.reduce((sum, core) => sum + core.all, 0);
  return { at, cores: byCore.length, busy, all, stolen: 0, byCore, gate: gateTime() };
}

function gateTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Pressure stall information: total microseconds in which at least one task waited. */
function pressureOf(root: KernelRoot, resource: 'cpu' | 'io' | 'memory'): number | null {
  const total = /^some .*total=(\d+)$/m.exec(readKernelFile(root, `proc/pressure/${resource}`) ?? '')?.[1];
  return total === undefined ? null : Number(total);
}
