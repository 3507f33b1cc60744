/** Database servers: what they executed for the service, before and after each stretch of load. */
import { unwatched } from '../domain/resources.ts';
import { phrase } from '../domain/phrase.ts';
import { schemeOf } from '../domain/database-url.ts';
import type { DatabasePlan } from '../domain/plan.ts';
import type { DatabaseReading, Unread } from '../domain/resources.ts';
import type { World } from '../platform/world.ts';
import { gapOf } from './databases/failures.ts';
import { deadLine, type Line, openLine } from './databases/line.ts';
import { openMysql } from './databases/mysql.ts';
import { openPostgres } from './databases/postgresql.ts';
import { openRedis } from './databases/redis.ts';
import type { DatabaseServer } from './databases/server.ts';
import { watchDatabase } from './databases/watch.ts';
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

/** Connects, all at the same time. Never throws: what cannot be reached is told in every reading. */
export async function openDatabases(
  { databases }: Pick<WatchPlan, 'databases'>,
  world: World,
): Promise<Databases> {
  const lines = await Promise.all(databases.map((database) => connect(database, world)));
  return {
    watch: () => watchLines(lines, world),
    async [Symbol.asyncDispose]() {
      await Promise.all(lines.map((line) => line[Symbol.asyncDispose]()));
    },
  };
}

async function connect({ name, urlFrom }: DatabasePlan, { vault, signal }: World): Promise<Line> {
  const url = vault.take(urlFrom);
  const scheme = url === null ? null : schemeOf(url);
  if (url === null || scheme === null)
    return deadLine(name, {
      part: 'all',
      ...unwatched(
        phrase(url === null ? 'database-unset' : 'database-no-url', { variable: urlFrom }),
        phrase('database-unset-remedy', { variable: urlFrom }),
      ),
    });
  try {
    return openLine(name, await OPENERS[scheme](url, signal), (error) => gapOf('lost', error, url, urlFrom));
  } catch (error) {
    return deadLine(name, gapOf('all', error, url, urlFrom));
  }
}

type Opener = (url: string, signal: AbortSignal) => Promise<DatabaseServer>;

const OPENERS: Readonly<Record<NonNullable<ReturnType<typeof schemeOf>>, Opener>> = {
  postgres: openPostgres,
  postgresql: openPostgres,
  mysql: openMysql,
  mariadb: openMysql,
  redis: openRedis,
  rediss: openRedis,
  valkey: openRedis,
  valkeys: openRedis,
};

function watchLines(lines: readonly Line[], { now }: World): Part<DatabasesReading> {
  const watches = lines.map((line) => watchDatabase(line, now));
  return {
    async begin() {
      await Promise.all(watches.map((watch) => watch.begin()));
    },
    async end() {
      await Promise.all(watches.map((watch) => watch.end()));
    },
    read() {
      const readings = watches.map((watch) => watch.read());
      return {
        databases: readings.flatMap(({ reading }) => reading ?? []),
        unread: readings.flatMap(({ unread }) => unread),
      };
    },
  };
}
