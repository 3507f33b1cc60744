/** Watches the machine while load is on: who used how much of its cores, and who had to wait. Starts no process, save on macOS. */
import type { HostReading } from '../domain/measurement.ts';
import { bytes, type Millis, millis, type Ratio, ratio, toSeconds } from '../domain/units.ts';
import { hasUsageByPs } from '../platform/process-usage.ts';
import { LOOK_EVERY, openBeat } from './beat.ts';
import { busiestDisk, type DeviceCounters, readDevices, retransmitsBetween } from './device-counters.ts';
import { type KernelCounters, readCounters } from './kernel-counters.ts';
import { isLookDue } from './look-sources.ts';
import { type MemoryLooks, openMemoryLooks } from './memory-looks.ts';
import { type MemorySeries, openMemorySeries } from './memory-series.ts';
import { type Everybody, lookAtEverybody, othersBetween } from './others.ts';
import { thermalThrottlesOf } from './thermal.ts';
import { openTreeAccount, readProcesses, TICKS_A_SECOND } from './process-tree.ts';

/** Whom the probe watches, and how. */
export interface HostProbeOptions {
  /** The service's live process tree; empty when it is not ours. */
  readonly servicePids: () => readonly number[];
  /** Processes of the generator; none while there is none. */
  readonly generatorPids: () => readonly number[];
  /** Folder that stands for `/`. */
  readonly root?: string;
  /** Monotonic clock. */
  readonly now?: () => number;
  /** What all probes know of the memory of processes; by default looks of its own. */
  readonly memory?: MemoryLooks;
}

/** A probe at work. */
export interface HostProbe {
  /** Takes the last look, stops watching, and tells; the same reading when asked again. Null where there is no `/proc`. */
  stop(): HostReading | null;
  /** Memory of the service's tree by seconds since the start; null when it is not ours, or nobody says. */
  memory(): MemorySeries | null;
}

/** Starts to watch. */
export function startHostProbe(options: HostProbeOptions): HostProbe {
  const { root = '/', now: clock = () => performance.now() } = options;
  const now = (): Millis => millis(clock());
  const { memory = openMemoryLooks({ root, now }) } = options;
  const start = lookAtMachine(root, now());
  if (start === null) return { stop: () => null, memory: () => null };
  const processes = openProcesses({ ...options, memory }, root);
  const look = (): void => processes.look(now(), millis(now() - start.counters.at));
  // In step with the other probes' looks, which then share what is read.
  const beat = openBeat(LOOK_EVERY, () => void (processes.isDue(now()) && look()), now);
  look();
  // Where a look starts a process (macOS), only the first and the last are worth it.
  if (!hasUsageByPs) beat.start();
  let reading: HostReading | null = null;
  return {
    stop() {
      if (reading !== null) return reading;
      beat.stop();
      look();
      reading = tell(start, lookAtMachine(root, now()) ?? start, processes.used());
      return reading;
    },
    memory: () => processes.memory(),
  };
}

/** The machine at one moment. */
interface MachineLook {
  readonly counters: KernelCounters;
  readonly devices: DeviceCounters;
  /** Since boot. */
  readonly throttles: number | null;
  readonly everybody: Everybody;
}

function lookAtMachine(root: string, at: number): MachineLook | null {
  const counters = readCounters(root, at);
  return counters === null
    ? null
    : {
        counters,
        devices: readDevices(root),
        throttles: thermalThrottlesOf(root),
        everybody: lookAtEverybody(root),
      };
}

/** What the service and the generator used; ticks and bytes, null for a service that is not ours. */
interface Used {
  readonly service: number | null;
  readonly generator: number;
  readonly memory: number | null;
  /** Everybody who was seen to belong to the measurement. */
  readonly own: ReadonlySet<number>;
}

/** The processes of the measurement, looked at again and again. */
function openProcesses(
  { servicePids, generatorPids, memory: looks }: HostProbeOptions & { readonly memory: MemoryLooks },
  root: string,
) {
  const service = openTreeAccount();
  const generator = openTreeAccount();
  const memory = openMemorySeries();
  const own = new Set([process.pid]);
  let seen = false;
  let size = 0;
  let looked: number = Number.NEGATIVE_INFINITY;
  return {
    /** A large tree is not looked at every time. */
    isDue: (now: Millis): boolean => isLookDue(size, now - looked),
    look(now: Millis, at: Millis): void {
      const pids = servicePids();
      [size, looked] = [pids.length, now];
      seen ||= pids.length > 0;
      if (seen) {
        const readings = readProcesses(root, pids, (pid) => looks.of(pid));
        service.look(readings);
        memory.look(at, readings);
      }
      const senders = generatorPids();
      if (senders.length > 0) generator.look(readProcesses(root, senders, () => NO_MEMORY));
      for (const each of [...senders, ...pids]) own.add(each);
    },
    used: (): Used => ({
      service: seen ? service.ticks() : null,
      generator: generator.ticks(),
      memory: seen ? service.peakMemory() : null,
      own,
    }),
    memory: () => memory.series(),
  };
}

/** Of the generator only its time is told here. */
const NO_MEMORY = { memory: 0, anonymous: null };

function tell(start: MachineLook, end: MachineLook, used: Used): HostReading {
  const [before, now] = [start.counters, end.counters];
  // A probe that was stopped at once has seen nothing; a microsecond keeps its shares finite.
  const seconds = Math.max(toSeconds(millis(now.at - before.at)), 1e-6);
  const coresOf = (ticks: number): number => ticks / TICKS_A_SECOND / seconds;
  const busyCores = coresOf(now.busy - before.busy);
  const serviceCores = used.service === null ? null : coresOf(used.service);
  const generatorCores = coresOf(used.generator);
  const gateCores = (now.gate - before.gate) / seconds;
  return {
    cores: now.cores,
    busyCores,
    serviceCores,
    generatorCores,
    otherCores: Math.max(0, busyCores - (serviceCores ?? 0) - generatorCores - gateCores),
    steal: stealOf(before, now),
    cpuPressure: waitShare(before.cpuWait, now.cpuWait, seconds),
    ioPressure: waitShare(before.ioWait, now.ioWait, seconds),
    memoryPressure: waitShare(before.memoryWait, now.memoryWait, seconds),
    busyByCore: busyByCore(before, now),
    others: othersBetween(start.everybody, end.everybody, used.own, seconds),
    disk: busiestDisk(start.devices, end.devices, seconds),
    retransmits: retransmitsBetween(start.devices, end.devices),
    thermalThrottles: grownBetween(start.throttles, end.throttles),
    serviceMemory: used.memory === null ? null : bytes(used.memory),
  };
}

const grownBetween = (before: number | null, now: number | null): number | null =>
  before === null || now === null ? null : Math.max(0, now - before);

/** By place among the cores that are on, which is the core's number where all are. */
function busyByCore(before: KernelCounters, now: KernelCounters): readonly Ratio[] {
  return now.byCore.map(({ number, busy, all }) => {
    const earlier = before.byCore.find((core) => core.number === number) ?? { busy, all };
    const share = (busy - earlier.busy) / Math.max(all - earlier.all, 1);
    return ratio(Math.min(1, Math.max(0, share)));
  });
}

/** Share of time that the hypervisor gave to others; null where it has never admitted any, since many hypervisors do not tell. */
export function stealOf(start: KernelCounters, end: KernelCounters): Ratio | null {
  if (end.stolen === 0) return null;
  return ratio((end.stolen - start.stolen) / Math.max(end.all - start.all, 1));
}

/** Share of a time in which some task waited; null where the kernel does not count. */
export function waitShare(before: number | null, after: number | null, seconds: number): Ratio | null {
  return before === null || after === null ? null : ratio(Math.min(1, (after - before) / 1e6 / seconds));
}
