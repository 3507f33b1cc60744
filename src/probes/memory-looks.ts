/** Memory of processes, read once for all probes that want it at the same moment. */
import { millis } from '../domain/units.ts';
import { memoryOf, type ProcessReading } from './process-tree.ts';
import { type LookSources, thisMoment } from './look-sources.ts';

/** What a process says of its memory. */
export type MemoryReading = Pick<ProcessReading, 'memory' | 'anonymous'>;

/** Looks at memory. */
export interface MemoryLooks {
  /** Of one process, no older than 50 ms. */
  of(pid: number): MemoryReading;
}

/** A fifth of the time between looks: beats that are started together strike within it, one after the other. */
const FRESH = millis(50);

/** Opens looks: `status` is the largest of the files that are read again and again, and three probes want it. */
export function openMemoryLooks({ root, now }: LookSources = thisMoment): MemoryLooks {
  const known = new Map<number, MemoryReading>();
  let since = Number.NEGATIVE_INFINITY;
  return {
    of(pid) {
      if (now() - since > FRESH) {
        known.clear();
        since = now();
      }
      const reading = known.get(pid) ?? memoryOf(root, pid);
      known.set(pid, reading);
      return reading;
    },
  };
}
