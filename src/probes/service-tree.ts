/** The service's process tree: CPU time, waiting, memory, storage and files, from `/proc` alone. */
import type { ServiceReading } from '../domain/resources.ts';
import type { Part, Watched } from './part.ts';

/** Opens the probe on one build. */
export function openServiceTree(_watched: Watched): Part<ServiceReading | null> {
  return { begin: () => Promise.resolve(), end: () => Promise.resolve(), read: () => null };
}
