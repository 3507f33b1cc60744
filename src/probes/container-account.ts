/** Adds up what containers used, from looks before and after each stretch of load; containers may come, go and start anew between them. */
import type { ContainerReading } from '../domain/resources.ts';
import { bytes, type Millis, ratio } from '../domain/units.ts';
import type { ContainerCounters, ContainerSetup, ListedContainer, Pair } from './container-answers.ts';

/** One container at one moment. */
export interface SeenContainer {
  readonly listed: ListedContainer;
  readonly setup: ContainerSetup;
  readonly counters: ContainerCounters;
}

/** All containers at one moment, by id. */
export interface ContainerLook {
  readonly at: Millis;
  readonly seen: ReadonlyMap<string, SeenContainer>;
}

/** The account of one build. */
export interface ContainerAccount {
  /** Adds what lies between two looks. */
  add(before: ContainerLook, after: ContainerLook): void;
  /** The busiest first. */
  read(): readonly ContainerReading[];
  /** Names of containers that were gone at the end of a stretch: what they did in it is not known. */
  lost(): readonly string[];
}

/** What one container came to so far. A pair is null until it was counted once. */
interface Sum {
  readonly last: SeenContainer;
  /** Nanoseconds of CPU time, in milliseconds of watching. */
  readonly cpu: number;
  readonly time: number;
  readonly periods: Pair | null;
  readonly io: Pair | null;
  readonly network: Pair | null;
}

/** Opens an account. */
export function openContainerAccount(): ContainerAccount {
  const sums = new Map<string, Sum>();
  const lost = new Set<string>();
  let watched = 0;
  return {
    add(before, after) {
      const length = Math.max(0, after.at - before.at);
      for (const [id, last] of after.seen) {
        const start = sums.get(id) ?? { ...NOTHING, time: watched, last };
        sums.set(id, added(start, before.seen.get(id), last, length));
      }
      for (const [id, { listed }] of before.seen) if (!after.seen.has(id)) lost.add(listed.name);
      for (const [id, sum] of sums) {
        if (!after.seen.has(id)) sums.set(id, { ...sum, time: sum.time + length });
      }
      watched += length;
    },
    read: () => [...sums.values()].map(readingOf).toSorted((left, right) => right.cores - left.cores),
    lost: () => [...lost],
  };
}

const NOTHING = { cpu: 0, periods: null, io: null, network: null } as const;

/** Without an earlier look it was started since, and counts from its start. */
function added(sum: Sum, before: SeenContainer | undefined, last: SeenContainer, length: number): Sum {
  const now = last.counters;
  // Counters that fell began anew: it was started again.
  const then = before !== undefined && before.counters.cpu <= now.cpu ? before.counters : null;
  const own = then?.at == null || now.at === null ? length : Math.max(0, now.at - then.at);
  return {
    last,
    cpu: sum.cpu + now.cpu - (then?.cpu ?? 0),
    time: sum.time + own,
    periods: together(sum.periods, since(then?.periods, now.periods)),
    io: together(sum.io, since(then?.io, now.io)),
    network: last.setup.hostNetwork ? null : together(sum.network, since(then?.network, now.network)),
  };
}

function since(then: Pair | null | undefined, now: Pair | null): Pair | null {
  if (now === null) return null;
  return [Math.max(0, now[0] - (then?.[0] ?? 0)), Math.max(0, now[1] - (then?.[1] ?? 0))];
}

function together(sum: Pair | null, more: Pair | null): Pair | null {
  return sum === null || more === null ? (sum ?? more) : [sum[0] + more[0], sum[1] + more[1]];
}

function readingOf({ last, cpu, time, periods, io, network }: Sum): ContainerReading {
  const { listed, setup, counters } = last;
  const enforced = periods?.[0] ?? 0;
  return {
    name: listed.name,
    service: listed.service,
    image: listed.image,
    cores: cpu / 1e6 / Math.max(time, 1),
    cpuLimit: setup.cpuLimit,
    throttledPeriods: enforced === 0 ? null : ratio(Math.min(1, (periods?.[1] ?? 0) / enforced)),
    memory: counters.memory === null ? null : bytes(counters.memory),
    memoryLimit: setup.memoryLimit === null ? null : bytes(setup.memoryLimit),
    io: io === null ? null : { read: bytes(io[0]), written: bytes(io[1]) },
    network: network === null ? null : { received: bytes(network[0]), sent: bytes(network[1]) },
  };
}
