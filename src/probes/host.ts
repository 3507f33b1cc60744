/** Watches the machine while load is on: who used how much of its cores, and who had to wait. Starts no process. */
import type { HostReading } from '../domain/measurement.ts';
import { bytes, type Millis, millis, type Ratio, ratio, toSeconds } from '../domain/units.ts';
import { type KernelCounters, readCounters } from './kernel-counters.ts';
import { type MemorySeries, openMemorySeries } from './memory-series.ts';
import { openTreeAccount, type ProcessReading, readProcess, TICKS_A_SECOND } from './process-tree.ts';

/** Whom the probe watches, and how. */
export interface HostProbeOptions {
  /** The service's live process tree; empty when it is not ours. */
  readonly servicePids: () => readonly number[];
  /** Null while there is no generator. */
  readonly generatorPid: () => number | null;
  /** Folder that stands for `/`. */
  readonly root?: string;
  /** Monotonic clock. */
  readonly now?: () => number;
}

/** A probe at work. */
export interface HostProbe {
  /** Takes the last look, stops watching, and tells; the same reading when asked again. Null where there is no `/proc`. */
  stop(): HostReading | null;
  /** Memory of the service's tree by seconds since the start; null when it is not ours, or nobody says. */
  memory(): MemorySeries | null;
}

/** Between two looks at the processes: short enough to see what lives for half a second, long enough to cost nothing. */
const LOOK_EVERY: Millis = millis(250);

/** Starts to watch. */
export function startHostProbe(options: HostProbeOptions): HostProbe {
  const { root = '/', now = () => performance.now() } = options;
  const service = openTreeAccount();
  const generator = openTreeAccount();
  const start = readCounters(root, now());
  if (start === null) return { stop: () => null, memory: () => null };
  const memory = openMemorySeries();
  let serviceSeen = false;
  const look = (): void => {
    const pids = options.servicePids();
    serviceSeen ||= pids.length > 0;
    if (serviceSeen) {
      const readings = readAll(root, pids);
      service.look(readings);
      memory.look(millis(now() - start.at), readings);
    }
    const pid = options.generatorPid();
    if (pid !== null) generator.look(readAll(root, [pid]));
  };
  look();
  const timer = setInterval(look, LOOK_EVERY);
  timer.unref();
  let reading: HostReading | null = null;
  return {
    stop() {
      if (reading !== null) return reading;
      clearInterval(timer);
      look();
      const used = { service: serviceSeen ? service.ticks() : null, generator: generator.ticks() };
      const peak = serviceSeen ? service.peakMemory() : null;
      reading = tell(start, readCounters(root, now()) ?? start, used, peak);
      return reading;
    },
    memory: () => memory.series(),
  };
}

function readAll(root: string, pids: readonly number[]): readonly ProcessReading[] {
  return pids.map((pid) => readProcess(root, pid)).filter((reading) => reading !== null);
}

function tell(
  start: KernelCounters,
  end: KernelCounters,
  used: { readonly service: number | null; readonly generator: number },
  memory: number | null,
): HostReading {
  // A probe that was stopped at once has seen nothing; a microsecond keeps its shares finite.
  const seconds = Math.max(toSeconds(millis(end.at - start.at)), 1e-6);
  const coresOf = (ticks: number): number => ticks / TICKS_A_SECOND / seconds;
  const busyCores = coresOf(end.busy - start.busy);
  const serviceCores = used.service === null ? null : coresOf(used.service);
  const generatorCores = coresOf(used.generator);
  const gateCores = (end.gate - start.gate) / seconds;
  return {
    cores: end.cores,
    busyCores,
    serviceCores,
    generatorCores,
    otherCores: Math.max(0, busyCores - (serviceCores ?? 0) - generatorCores - gateCores),
    steal: stealOf(start, end),
    cpuPressure: waitShare(start.cpuWait, end.cpuWait, seconds),
    ioPressure: waitShare(start.ioWait, end.ioWait, seconds),
    memoryPressure: null,
    busyByCore: [],
    others: [],
    disk: null,
    retransmits: null,
    serviceMemory: memory === null ? null : bytes(memory),
  };
}

/** Share of time that the hypervisor gave to others; null where it has never admitted any, since many hypervisors do not tell. */
function stealOf(start: KernelCounters, end: KernelCounters): Ratio | null {
  if (end.stolen === 0) return null;
  return ratio((end.stolen - start.stolen) / Math.max(end.all - start.all, 1));
}

function waitShare(before: number | null, after: number | null, seconds: number): Ratio | null {
  return before === null || after === null ? null : ratio(Math.min(1, (after - before) / 1e6 / seconds));
}
