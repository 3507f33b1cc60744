/** What was read of generator and machine while load was on. Plain JSON. */
import type { Bytes, Millis, Ratio } from './units.ts';

/** What the generator's own process used during the slice. */
export interface GeneratorReading {
  /** CPU time over elapsed time: 1 is one full core; of k6, which uses them all, 1 is all cores. */
  readonly cpu: Ratio;
  /** Event-loop utilisation, 0 to 1. */
  readonly eventLoop: Ratio;
  readonly eventLoopDelayP99: Millis;
  /** Time it was ready to run and had no core, over elapsed time; null where the kernel does not say. */
  readonly runQueueDelay: Ratio | null;
  /** Largest resident memory seen. */
  readonly memory: Bytes;
}

/** What the machine did during a slice. CPU shares are in cores: 1 is one full core. */
export interface HostReading {
  readonly cores: number;
  readonly busyCores: number;
  /** The service's process tree, or null when it is not ours. */
  readonly serviceCores: number | null;
  readonly generatorCores: number;
  /** Processes that are neither the service, nor the generator, nor the gate. */
  readonly otherCores: number;
  readonly steal: Ratio | null;
  /** Share of time in which some task waited for a core (PSI `cpu some`), or null. */
  readonly cpuPressure: Ratio | null;
  readonly ioPressure: Ratio | null;
  /** Share of time in which some task waited for memory (PSI `memory some`), or null. */
  readonly memoryPressure: Ratio | null;
  /** Busy share of each core, by its number; empty where it cannot be read. */
  readonly busyByCore: readonly Ratio[];
  /** Programs that are neither the service, nor the generator, nor the gate, by their names, the busiest first; at most 3, and none below a hundredth of a core. */
  readonly others: readonly { readonly name: string; readonly cores: number }[];
  /** The busiest disk: the share of time in which it had work, and bytes a second; null without one, or where it cannot be read. */
  readonly disk: {
    readonly name: string;
    readonly busy: Ratio;
    readonly read: number;
    readonly written: number;
  } | null;
  /** TCP segments that were sent again, as a share of all that were sent, loopback included; null where it cannot be read. */
  readonly retransmits: Ratio | null;
  /** Times that the hardware slowed a core down for heat meanwhile; null where the kernel does not count. */
  readonly thermalThrottles: number | null;
  /** Largest resident memory of the service's tree, or null. */
  readonly serviceMemory: Bytes | null;
}
