/** What tests of database probes share: a world that knows the URL, and one stretch of traffic that is watched. */
import type { DatabaseReading, Unread } from '../../../src/domain/resources.ts';
import { openDatabases } from '../../../src/probes/databases.ts';
import { resources } from '../../../src/measure/recorded-resources.ts';
import { openTestWorld } from '../../services/worlds.ts';

/** What was read of the one database. */
export interface Watched {
  readonly database: DatabaseReading | null;
  readonly unread: readonly Unread[];
}

/** Watches the database at `url` while the traffic flows; with `parts`, each is a stretch of its own, and `between` is not watched. */
export async function watchWhile(
  url: string,
  parts: readonly (() => Promise<unknown>)[],
  between: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Watched> {
  using world = openTestWorld({ DATABASE_URL: url });
  await using databases = await openDatabases(
    { databases: [{ name: 'shop', urlFrom: 'DATABASE_URL' }] },
    world,
  );
  const watch = databases.watch();
  for (const part of parts) {
    await between();
    await watch.begin();
    await part();
    await watch.end();
  }
  await between();
  const { databases: found, unread } = watch.read();
  // What is recorded is what the record's own rules take.
  resources.shape.databases.parse(found);
  resources.shape.unread.parse(unread);
  return { database: found[0] ?? null, unread };
}

/** Waits that long, in milliseconds. */
export const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));
