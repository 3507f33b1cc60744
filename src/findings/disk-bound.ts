/** The service, or its database, stands still for a disk. */
import { type DatabaseLoad, loadsOf, timeOf } from './database-load.ts';
import { finding, type Rule } from './evidence.ts';
import { believableIn, LATENCY_FLOOR_MS, type Watched } from './watched.ts';

/** A thread stood still for a disk in a quarter of the time: one that serves requests then serves none. */
export const WAITERS_MIN = 0.25;
/** Where threads cannot be seen: some task of the machine waited for a disk in a tenth of the time… */
export const IO_PRESSURE = 0.1;
/** …while the service caused so many bytes a second to be read or written. Less is a log that nobody waits for. */
export const RATE_MIN = 1_000_000;
/** Of a database: a quarter of the latency. */
export const LATENCY_SHARE = 0.25;
/** Names of waits of databases that are for writing. */
const WRITES = /wal|sync|write|flush|extend|truncate|log/iu;

/** Fires by threads or sessions that wait, or by the kernel's pressure figures beside bytes. */
export const diskBound: Rule = (scene) =>
  believableIn(scene).flatMap((watched) => {
    const found = ownOf(watched) ?? databaseOf(watched);
    return found === null
      ? []
      : [finding('disk-bound', 'bottleneck', 'likely', { scenario: watched.name, ...found })];
  });

function ownOf({ resources: { service }, host, seconds, mean }: Watched) {
  if (service === null || mean < LATENCY_FLOOR_MS) return null;
  const { diskWaiters: waiters, io } = service;
  const [read, written] = io === null ? [null, null] : [io.read / seconds, io.written / seconds];
  const pressure = host?.ioPressure ?? null;
  const rate = read === null ? null : Math.max(read, written);
  const stands = waiters !== null && waiters >= WAITERS_MIN;
  const pressed = pressure !== null && pressure > IO_PRESSURE && rate !== null && rate >= RATE_MIN;
  if (!stands && !pressed) return null;
  const { disk } = host ?? { disk: null };
  const writes = read === null ? (disk?.written ?? 0) >= (disk?.read ?? 0) : written >= read;
  const mode = writes ? ('write' as const) : ('read' as const);
  // Pressure is the whole machine's, and says something only where there is some.
  return { mode, database: null, waiters, pressure: pressed ? pressure : null, rate };
}

function databaseOf(watched: Watched) {
  const [load] = loadsOf(watched).filter(isOnDisk);
  if (load === undefined) return null;
  const { name: database, waits } = load.reading;
  const writes = WRITES.test(waits.find(({ kind }) => kind === 'disk')?.event ?? '');
  const mode = writes ? ('write' as const) : ('read' as const);
  return { mode, database, waiters: load.onDisk, pressure: null, rate: null };
}

/** Whether its sessions wait for a disk, most of the time that they are given. */
export const isOnDisk = (load: DatabaseLoad): boolean =>
  load.watched.mean >= LATENCY_FLOOR_MS &&
  load.onDisk >= WAITERS_MIN &&
  timeOf(load, load.onDisk) >= LATENCY_SHARE * load.watched.mean;
