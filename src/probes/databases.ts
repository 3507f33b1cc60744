/** Database servers: what they executed for the service, before and after each stretch of load. */
import type { DatabaseReading, Unread } from '../domain/resources.ts';
import type { World } from '../platform/world.ts';
import type { Part, WatchPlan } from './part.ts';

/** What they came to, and what could not be asked. */
export interface DatabasesReading {
  readonly databases: readonly DatabaseReading[];
  readonly unread: readonly Unread[];
}

/** Connections that last for the whole run: builds are watched through them one after the other. */
export interface Databases extends AsyncDisposable {
  /** Opens a watch for one build. */
  watch(): Part<DatabasesReading>;
}

/** Connects. Never throws: what cannot be reached is told in every reading. */
export function openDatabases(_plan: WatchPlan, _world: World): Promise<Databases> {
  return Promise.resolve({
    watch: () => ({
      begin: () => Promise.resolve(),
      end: () => Promise.resolve(),
      read: () => ({ databases: [], unread: [] }),
    }),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  });
}
