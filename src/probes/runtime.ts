/** Processes of the service that run on Node.js: event loop and garbage collection, as they tell it themselves. */
import type { RuntimeReading } from '../domain/resources.ts';
import type { Part, Watched } from './part.ts';

/** Opens the probe on one build. */
export function openRuntime(_watched: Watched): Part<readonly RuntimeReading[]> {
  return { begin: () => Promise.resolve(), end: () => Promise.resolve(), read: () => [] };
}
