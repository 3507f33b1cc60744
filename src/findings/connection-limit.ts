/** The database is close to the number of connections that it accepts. */
import { loadsOf } from './database-load.ts';
import { finding, type Rule } from './evidence.ts';
import { watchedIn } from './watched.ts';

/** The last tenth is what a second instance, or a migration, would ask for. */
export const CONNECTIONS_NEAR = 0.9;

/** Fires for the first database that is near its limit. */
export const connectionLimit: Rule = (scene) =>
  watchedIn(scene).flatMap((watched) => {
    const [found] = loadsOf(watched).flatMap(({ reading: { name: database, connections } }) => {
      const { most = 0, limit = null } = connections ?? {};
      return limit !== null && limit > 0 && most >= CONNECTIONS_NEAR * limit
        ? [{ database, most, limit }]
        : [];
    });
    return found === undefined
      ? []
      : [finding('connection-limit', 'bottleneck', 'likely', { scenario: watched.name, ...found })];
  });
