/** The lines of the tables of readings: label and how a value is written, null for what was not read. */
import type { GeneratorReading, HostReading } from '../../domain/measurement.ts';
import type { CgroupReading, FarMachineReading, ServiceReading } from '../../domain/resources.ts';
import type { ReadingRow } from './rows.ts';
import type { Sheet } from './sheet.ts';

/** Null stays null. */
const when = <Value>(value: Value | null, write: (value: Value) => string): string | null =>
  value === null ? null : write(value);

/** Of the service's process tree. */
export function serviceRows({ words, n }: Sheet): readonly ReadingRow<ServiceReading>[] {
  const { service: w, fromTo, outOf } = words.page.readings;
  return [
    [w.cores, ({ cores }) => n.cores(cores)],
    [w.busiestThread, ({ busiestThread }) => when(busiestThread, n.cores)],
    [w.runQueueDelay, ({ runQueueDelay }) => when(runQueueDelay, n.cores)],
    [w.diskWaiters, ({ diskWaiters }) => when(diskWaiters, n.cores)],
    [w.memory, ({ memory }) => n.bytes(memory)],
    [w.proportionalMemory, ({ proportionalMemory }) => when(proportionalMemory, n.bytes)],
    [w.anonymous, ({ anonymous }) => when(anonymous, ({ from, to }) => fromTo(n.bytes(from), n.bytes(to)))],
    [w.storage, ({ io }) => when(io, ({ read, written }) => `${n.bytes(read)}, ${n.bytes(written)}`)],
    [
      w.switches,
      ({ switches }) =>
        when(switches, ({ voluntary, involuntary }) => `${n.count(voluntary)}, ${n.count(involuntary)}`),
    ],
    [w.processes, ({ processes }) => n.count(processes)],
    [w.threads, ({ threads }) => n.count(threads)],
    [
      w.openFiles,
      ({ openFiles }) => when(openFiles, ({ most, limit }) => outOf(n.count(most), n.count(limit))),
    ],
  ];
}

/** Of the generator's own process. */
export function generatorRows({ words, n }: Sheet): readonly ReadingRow<GeneratorReading>[] {
  const { generator: w } = words.page.readings;
  return [
    [w.cpu, ({ cpu }) => n.share(cpu)],
    [w.eventLoop, ({ eventLoop }) => n.share(eventLoop)],
    [w.eventLoopDelay, ({ eventLoopDelayP99 }) => n.ms(eventLoopDelayP99)],
    [w.runQueueDelay, ({ runQueueDelay }) => when(runQueueDelay, n.share)],
    [w.memory, ({ memory }) => n.bytes(memory)],
  ];
}

/** Of the machine of a target, as far as it was read. */
export function farRows(sheet: Sheet): readonly ReadingRow<FarMachineReading>[] {
  const { words, n } = sheet;
  const { host, outOf } = words.page.readings;
  return [
    [host.busy, ({ busyCores, cores }) => outOf(n.cores(busyCores), n.cores(cores))],
    ...counterRows(sheet),
    [
      words.page.far.available,
      ({ memory }) =>
        when(memory, ({ total, leastAvailable }) => outOf(n.bytes(leastAvailable), n.bytes(total))),
    ],
  ];
}

/** Of the machine. */
export function hostRows(sheet: Sheet): readonly ReadingRow<HostReading>[] {
  const { words, n } = sheet;
  const { host: w, outOf } = words.page.readings;
  return [
    [w.busy, ({ busyCores, cores }) => outOf(n.cores(busyCores), n.cores(cores))],
    [w.others, ({ otherCores }) => n.cores(otherCores)],
    [
      w.programs,
      ({ others }) =>
        others.length === 0
          ? null
          : others.map(({ name, cores }) => `${n.name(name)} ${n.cores(cores)}`).join(', '),
    ],
    ...counterRows(sheet),
  ];
}

/** By the counters of any kernel. */
function counterRows({ words, n }: Sheet): readonly ReadingRow<Omit<FarMachineReading, 'memory'>>[] {
  const { host: w, perSecond } = words.page.readings;
  return [
    [w.steal, ({ steal }) => when(steal, n.share)],
    [w.cpuPressure, ({ cpuPressure }) => when(cpuPressure, n.share)],
    [w.ioPressure, ({ ioPressure }) => when(ioPressure, n.share)],
    [w.memoryPressure, ({ memoryPressure }) => when(memoryPressure, n.share)],
    [
      w.disk,
      ({ disk }) =>
        when(
          disk,
          ({ name, busy, read, written }) =>
            `${n.name(name)} ${n.share(busy)}, ${perSecond(n.bytes(read))}, ${perSecond(n.bytes(written))}`,
        ),
    ],
    [w.retransmits, ({ retransmits }) => when(retransmits, n.share)],
  ];
}

/** Of the control groups that bound the service. */
export function cgroupRows({ words, n }: Sheet): readonly ReadingRow<CgroupReading>[] {
  const { cgroup: w } = words.page.readings;
  return [
    [w.path, ({ path }) => n.name(path)],
    [w.cpuLimit, ({ cpuLimit }) => when(cpuLimit, n.cores)],
    [w.throttledPeriods, ({ throttledPeriods }) => when(throttledPeriods, n.share)],
    [w.throttled, ({ throttled }) => when(throttled, n.cores)],
    [w.memoryLimit, ({ memoryLimit }) => when(memoryLimit, n.bytes)],
    [w.memory, ({ memory }) => when(memory, n.bytes)],
    [w.kills, ({ kills }) => n.count(kills)],
    [w.limitHits, ({ limitHits }) => n.count(limitHits)],
  ];
}
