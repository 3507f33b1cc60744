/** The machine of a target by its kernel's counters, from looks at them over SSH. */
import type { FarMachineReading } from '../../domain/resources.ts';
import { bytes, millis, toSeconds } from '../../domain/units.ts';
import { busiestDisk, type DeviceCounters, readDevices, retransmitsBetween } from '../device-counters.ts';
import { stealOf, waitShare } from '../host.ts';
import { type KernelCounters, readCounters } from '../kernel-counters.ts';
import { TICKS_A_SECOND } from '../process-tree.ts';
import type { FarSample } from './sample.ts';

/** An account of it. */
export interface FarMachineAccount {
  /** Takes the first look of a stretch of load. */
  begin(sample: FarSample): void;
  /** Takes one within. */
  look(sample: FarSample): void;
  /** Takes the last one. */
  end(sample: FarSample): void;
  /** Null before the first stretch has ended. */
  read(): FarMachineReading | null;
}

interface Look {
  readonly counters: KernelCounters;
  readonly devices: DeviceCounters;
}

interface Memory {
  readonly total: number;
  readonly available: number;
}

/** Opens it. */
export function openFarMachine(): FarMachineAccount {
  let since: Look | null = null;
  let longest: readonly [before: Look, now: Look] | null = null;
  let least: Memory | null = null;
  const remember = (sample: FarSample): void => {
    const memory = memoryOf(sample);
    if (memory !== null && memory.available <= (least?.available ?? Number.POSITIVE_INFINITY)) least = memory;
  };
  return {
    begin(sample) {
      remember(sample);
      since = lookAt(sample);
    },
    look: remember,
    end(sample) {
      remember(sample);
      const now = lookAt(sample);
      if (since !== null && now !== null && timeOf([since, now]) > (longest === null ? 0 : timeOf(longest)))
        longest = [since, now];
      since = null;
    },
    read: () => (longest === null ? null : { ...tell(longest), memory: least && told(least) }),
  };
}

const timeOf = ([before, now]: readonly [Look, Look]): number => now.counters.at - before.counters.at;

const told = ({ total, available }: Memory): FarMachineReading['memory'] => ({
  total: bytes(total),
  leastAvailable: bytes(Math.min(total, available)),
});

function lookAt(sample: FarSample): Look | null {
  const counters = readCounters(sample, sample.at);
  return counters === null ? null : { counters, devices: readDevices(sample) };
}

/** `MemTotal` and `MemAvailable` of `/proc/meminfo` (proc_meminfo(5)). */
function memoryOf(sample: FarSample): Memory | null {
  const text = sample.read('proc/meminfo') ?? '';
  const bytesOf = (name: string): number =>
    1_024 * Number(new RegExp(`^${name}: +(\\d+) kB$`, 'm').exec(text)?.[1] ?? Number.NaN);
  const memory = { total: bytesOf('MemTotal'), available: bytesOf('MemAvailable') };
  return Object.values(memory).every(Number.isFinite) ? memory : null;
}

function tell(stretch: readonly [Look, Look]): Omit<FarMachineReading, 'memory'> {
  const seconds = toSeconds(millis(timeOf(stretch)));
  const [{ counters: before, devices: earlier }, { counters: now, devices: later }] = stretch;
  return {
    cores: now.cores,
    busyCores: Math.max(0, now.busy - before.busy) / TICKS_A_SECOND / seconds,
    steal: stealOf(before, now),
    cpuPressure: waitShare(before.cpuWait, now.cpuWait, seconds),
    ioPressure: waitShare(before.ioWait, now.ioWait, seconds),
    memoryPressure: waitShare(before.memoryWait, now.memoryWait, seconds),
    disk: busiestDisk(earlier, later, seconds),
    retransmits: retransmitsBetween(earlier, later),
  };
}
