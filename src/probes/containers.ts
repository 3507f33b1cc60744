/** Containers of the service's compose project, through the engine's own API. */
import type { ContainerReading, Unread } from '../domain/resources.ts';
import type { World } from '../platform/world.ts';
import type { Part, WatchPlan } from './part.ts';

/** What they came to, and what could not be asked. */
export interface ContainersReading {
  readonly containers: readonly ContainerReading[];
  readonly unread: readonly Unread[];
}

/** Connections that last for the whole run: builds are watched through them one after the other. */
export interface Containers extends AsyncDisposable {
  /** Opens a watch for one build. */
  watch(): Part<ContainersReading>;
}

/** Connects. Never throws: what cannot be reached is told in every reading. */
export function openContainers(_plan: WatchPlan, _world: World): Promise<Containers> {
  return Promise.resolve({
    watch: () => ({
      begin: () => Promise.resolve(),
      end: () => Promise.resolve(),
      read: () => ({ containers: [], unread: [] }),
    }),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  });
}
