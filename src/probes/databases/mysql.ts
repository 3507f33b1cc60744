/** MySQL and MariaDB, as `performance_schema` and the global status tell it. */
import { unwatched } from '../../domain/resources.ts';
import { type Phrase, phrase } from '../../domain/phrase.ts';
import { connectMysql, type Row, type SqlClient } from '../../platform/database-clients.ts';
import { messageOf } from './failures.ts';
import {
  type Activity,
  type Counters,
  type DatabaseServer,
  type Gap,
  numberIn,
  STATEMENTS_MAX,
  textIn,
} from './server.ts';

/** Connects. @throws Error when that fails */
export async function openMysql(url: string, signal: AbortSignal): Promise<DatabaseServer> {
  const counting = countingOwn(await connectMysql(url, signal));
  try {
    return await openServer(counting, databaseOf(url));
  } catch (error) {
    await counting.close();
    throw error;
  }
}

/** A client that knows how many statements it has sent: totals of the server hold them. */
interface CountingClient extends SqlClient {
  sent(): number;
}

function countingOwn(client: SqlClient): CountingClient {
  let sent = 0;
  return {
    ...client,
    query: (sql, values) => {
      sent += 1;
      return client.query(sql, values);
    },
    sent: () => sent,
  };
}

/** Empty: all databases of the server. */
function databaseOf(url: string): string {
  return decodeURIComponent(URL.parse(url)?.pathname.slice(1) ?? '');
}

async function openServer(client: CountingClient, database: string): Promise<DatabaseServer> {
  const [about = {}] = await client.query(
    'select version() as version, @@max_connections as `limit`, @@performance_schema as counts, current_user() as user',
  );
  const version = textIn(about.version);
  const isMariadb = /mariadb/i.test(version);
  await bound(client, isMariadb);
  const statements = await findStatements(client, database, about);
  const activity = await findActivity(client, database, textIn(about.user));
  const digests = statements === null ? await openDigests(client, database) : null;
  return {
    kind: isMariadb ? 'mariadb' : 'mysql',
    version: version.split('-')[0] ?? '',
    limit: numberIn(about.limit),
    gaps: () => [statements, activity].filter((gap) => gap !== null),
    count: () => count(client, digests),
    look: () => lookAt(client, database, activity === null),
    textsOf: async (ids) => (digests === null || ids.length === 0 ? new Map() : textsOf(client, ids)),
    close: () => client.close(),
  };
}

/** This session only reads, and never for longer than two seconds. */
async function bound(client: SqlClient, isMariadb: boolean): Promise<void> {
  await client.query('set session transaction read only');
  const time = isMariadb ? 'max_statement_time = 2' : 'max_execution_time = 2000';
  // Old versions have no such bound; our own deadline holds.
  await client.query(`set session ${time}`).catch(() => undefined);
}

const ENABLE = phrase('mysql-enable');

async function findStatements(client: CountingClient, database: string, about: Row): Promise<Gap | null> {
  const missing = (reason: Phrase, remedy: Phrase): Gap => ({
    part: 'statements',
    ...unwatched(reason, remedy),
  });
  if (numberIn(about.counts) === 0) return missing(phrase('mysql-schema-off'), ENABLE);
  try {
    await countDigests(client, { database, oursUnnamed: false });
    const [row = {}] = await client.query(
      "select count(*) as off from performance_schema.setup_consumers where name in ('global_instrumentation', 'thread_instrumentation', 'statements_digest') and enabled = 'NO'",
    );
    return numberIn(row.off) === 0 ? null : missing(phrase('mysql-no-digests'), phrase('mysql-digests'));
  } catch (error) {
    return missing(
      phrase('mysql-digests-unreadable', { error: messageOf(error) }),
      phrase('mysql-grant-select', { account: accountOf(textIn(about.user)) }),
    );
  }
}

async function findActivity(client: SqlClient, database: string, user: string): Promise<Gap | null> {
  try {
    await lookAt(client, database, true);
    return null;
  } catch {
    return {
      part: 'activity',
      ...unwatched(
        phrase('mysql-sessions-hidden', { user }),
        phrase('mysql-grant-process', { account: accountOf(user) }),
      ),
    };
  }
}

/** `shop@%` as statements about accounts write it. */
function accountOf(user: string): string {
  const at = user.lastIndexOf('@');
  return `'${user.slice(0, at)}'@'${user.slice(at + 1)}'`;
}

/** Which digests are the service's; null: digests are not counted. */
type Digests = {
  readonly database: string;
  /** True when the table was full before our own statements came: they are counted where all are that found no place. */
  readonly oursUnnamed: boolean;
};

async function openDigests(client: CountingClient, database: string): Promise<Digests> {
  const digests = { database, oursUnnamed: false };
  const { forgotten } = await countDigests(client, digests);
  return { database, oursUnnamed: (await countDigests(client, digests)).forgotten > forgotten };
}

/** Our own statements have no default database, which tells them from those of a service. */
const filterOf = (database: string): string =>
  database === '' ? 'schema_name is not null' : 'schema_name = ?';
const valuesOf = (database: string): readonly string[] => (database === '' ? [] : [database]);

async function count(client: CountingClient, digests: Digests | null): Promise<Counters> {
  const status = await readStatus(client, ['Questions', ...BUFFER_POOL]);
  const requests = status.get('Innodb_buffer_pool_read_requests');
  const misses = status.get('Innodb_buffer_pool_reads') ?? 0;
  const cache = requests === undefined ? null : { hits: Math.max(0, requests - misses), misses };
  if (digests !== null) return { ...(await countDigests(client, digests)), cache };
  // `Questions` holds the one that asks for it.
  const calls = (status.get('Questions') ?? 0) - client.sent();
  return { statements: null, complete: false, calls, time: null, cache, forgotten: 0 };
}

const BUFFER_POOL = ['Innodb_buffer_pool_read_requests', 'Innodb_buffer_pool_reads'];

async function readStatus(client: SqlClient, names: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await client.query(
    `show global status where variable_name in (${names.map((name) => `'${name}'`).join(', ')})`,
  );
  return new Map(rows.map((row) => [textIn(row.Variable_name), numberIn(row.Value)]));
}

const DIGESTS = 'performance_schema.events_statements_summary_by_digest';

async function countDigests(
  client: CountingClient,
  { database, oursUnnamed }: Digests,
): Promise<Omit<Counters, 'cache'>> {
  const before = client.sent();
  const rows = await client.query(
    `(select digest as id, sum(count_star) as calls, sum(sum_timer_wait) / 1e9 as time, sum(sum_rows_sent + sum_rows_affected) as given,
        sum(sum_rows_examined) as examined, 0 as known, 0 as forgotten
      from ${DIGESTS} where ${filterOf(database)} and digest is not null group by digest order by time desc limit ${STATEMENTS_MAX})
    union all
    (select null, sum(case when ${filterOf(database)} then count_star else 0 end),
        sum(case when ${filterOf(database)} then sum_timer_wait else 0 end) / 1e9, 0, 0,
        count(distinct case when ${filterOf(database)} then digest end),
        sum(case when digest is null and schema_name is null then count_star else 0 end)
      from ${DIGESTS})`,
    [0, 1, 2, 3].flatMap(() => valuesOf(database)),
  );
  const total = rows.find(({ id }) => id === null) ?? {};
  const listed = rows.filter(({ id }) => id !== null);
  return {
    statements: new Map(listed.map((row) => [textIn(row.id), countedOf(row)])),
    complete: numberIn(total.known) <= listed.length,
    calls: numberIn(total.calls),
    time: numberIn(total.time),
    // What a full table has no place for is counted in one row together.
    forgotten: numberIn(total.forgotten) - (oursUnnamed ? before : 0),
  };
}

function countedOf(row: Row) {
  return {
    calls: numberIn(row.calls),
    time: numberIn(row.time),
    rows: numberIn(row.given),
    examined: numberIn(row.examined),
    blocks: null,
  };
}

async function textsOf(client: SqlClient, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await client.query(
    `select digest as id, min(digest_text) as text from ${DIGESTS} where digest in (?) group by digest`,
    [ids],
  );
  return new Map(rows.map(({ id, text }) => [textIn(id), textIn(text)]));
}

async function lookAt(client: SqlClient, database: string, seesAll: boolean): Promise<Activity> {
  const status = await readStatus(client, ['Innodb_row_lock_current_waits']);
  const rowLocks = status.get('Innodb_row_lock_current_waits') ?? 0;
  const locks = rowLocks > 0 ? [{ kind: 'lock' as const, event: 'row lock', sessions: rowLocks }] : [];
  if (!seesAll) return { sessions: null, waits: locks };
  const rows = await client.query(
    `select p.command as command, p.state as state, t.trx_id is not null as busy, count(*) as sessions
      from information_schema.processlist p
      left join information_schema.innodb_trx t on t.trx_mysql_thread_id = p.id
      where p.id <> connection_id() and p.command not in ('Daemon', 'Binlog Dump', 'Binlog Dump GTID')
        and p.user <> 'system user'${database === '' ? '' : ' and p.db = ?'}
      group by 1, 2, 3`,
    valuesOf(database),
  );
  return activityOf(rows, locks);
}

/** From rows of sessions by their command and state. */
export function activityOf(rows: readonly Row[], locks: Activity['waits']): Activity {
  const sum = (chosen: readonly Row[]): number =>
    chosen.reduce((total, { sessions }) => total + numberIn(sessions), 0);
  const sleeping = rows.filter(({ command }) => command === 'Sleep');
  return {
    sessions: {
      count: sum(rows),
      active: sum(rows) - sum(sleeping),
      idleInTransaction: sum(sleeping.filter(({ busy }) => numberIn(busy) === 1)),
    },
    waits: [...locks, ...rows.filter(({ command }) => command !== 'Sleep').flatMap(waitOf)],
  };
}

/** States that name a lock ("Waiting for table metadata lock"); row locks are counted apart. */
function waitOf({ state, sessions }: Row): Activity['waits'] {
  const event = textIn(state);
  if (!/^waiting for/i.test(event)) return [];
  const kind = /lock/i.test(event) ? 'lock' : 'other';
  return [
    {
      kind,
      event: event
        .toLowerCase()
        .replace(/^waiting for /, '')
        .slice(0, 100),
      sessions: numberIn(sessions),
    },
  ];
}
