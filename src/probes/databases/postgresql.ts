/** PostgreSQL, as its statistics tell it: `pg_stat_statements`, `pg_stat_database` and `pg_stat_activity` of one database. */
import { unwatched } from '../../domain/resources.ts';
import { type Phrase, phrase } from '../../domain/phrase.ts';
import { connectPostgres, type Row, type SqlClient } from '../../platform/database-clients.ts';
import { messageOf } from './failures.ts';
import {
  type Activity,
  type Counted,
  type Counters,
  type DatabaseServer,
  type Gap,
  numberIn,
  STATEMENTS_MAX,
  textIn,
  type Wait,
} from './server.ts';

/** Marks what we ask, so that it can be told from what the service asks. Inside the statement: before it, it would be cut off. */
const OURS = '/* loadgate */';

/** Connects. @throws Error when that fails */
export async function openPostgres(url: string, signal: AbortSignal): Promise<DatabaseServer> {
  const client = await connectPostgres(url, signal);
  try {
    return await openServer(client);
  } catch (error) {
    await client.close();
    throw error;
  }
}

async function openServer(client: SqlClient): Promise<DatabaseServer> {
  await client.query(SETTINGS);
  const [about = {}] = await client.query(ABOUT);
  const source = await findSource(client, about);
  const gaps: readonly Gap[] = 'gap' in source ? [source.gap] : [];
  const statements = 'gap' in source ? null : source;
  const own = statements === null ? [] : await findOwn(client, statements);
  const sight = openSight(textIn(about.user));
  return {
    kind: 'postgresql',
    version: textIn(about.version).split(' ')[0] ?? '',
    limit: numberIn(about.limit),
    gaps: () => [...gaps, ...sight.gaps()],
    async count() {
      if (statements === null) return countBlocks(client);
      const counted = await countStatements(client, statements, own);
      sight.counted(counted.hidden);
      return counted;
    },
    async look() {
      const activity = await lookAt(client);
      if (activity.sessions === null) sight.blind();
      return activity;
    },
    textsOf: async (ids) =>
      statements === null || ids.length === 0 ? new Map() : textsOf(client, statements, ids),
    close: () => client.close(),
  };
}

/** What this user could not see of others, told only once it was there to be seen. */
function openSight(user: string) {
  const remedy = phrase('postgres-rights', { user });
  const found = new Map<Gap['part'], Gap>();
  let hidden: number | null = null;
  return {
    /** Calls of statements whose texts are hidden: those of long ago are nobody's concern. */
    counted(calls: number): void {
      const seen = unwatched(phrase('statements-hidden', { user }), remedy);
      if (hidden !== null && calls > hidden) found.set('statements', { part: 'statements', ...seen });
      hidden = calls;
    },
    blind(): void {
      found.set('activity', {
        part: 'activity',
        ...unwatched(phrase('sessions-hidden', { user }), remedy),
      });
    },
    gaps: (): readonly Gap[] =>
      (['statements', 'activity'] as const).flatMap((part) => found.get(part) ?? []),
  };
}

const SETTINGS = `select ${OURS} set_config('default_transaction_read_only', 'on', false),
  set_config('statement_timeout', '2000', false), set_config('lock_timeout', '1000', false),
  set_config('jit', 'off', false)`;

const ABOUT = `select ${OURS} current_setting('server_version') as version, current_user as user, d.datname as database,
  case when d.datconnlimit >= 0 then least(d.datconnlimit, current_setting('max_connections')::int)
    else current_setting('max_connections')::int end as limit,
  current_setting('compute_query_id', true) as ids, current_setting('pg_stat_statements.track', true) as track,
  (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_stat_statements') as schema
  from pg_database d where d.datname = current_database()`;

/** Where statements are counted, with what the version of the extension calls things. */
interface Source {
  /** The function that gives the counters without the texts, quoted. */
  readonly counters: string;
  readonly view: string;
  /** Column with the time in milliseconds: `total_time` before 1.8 (PostgreSQL 13). */
  readonly time: string;
  /** Statements within functions are not what a client asked (since 1.9, PostgreSQL 14). */
  readonly filter: string;
  /** How often room was made by forgetting statements (since 1.9); else 0. */
  readonly forgotten: string;
}

async function findSource(client: SqlClient, about: Row): Promise<Source | { readonly gap: Gap }> {
  const schema = textIn(about.schema);
  const missing = (reason: Phrase, remedy: Phrase) => ({
    gap: { part: 'statements' as const, ...unwatched(reason, remedy) },
  });
  if (schema === '')
    return missing(phrase('postgres-extension-missing', { database: textIn(about.database) }), PRELOAD);
  if (about.track === 'none') return missing(phrase('postgres-tracks-nothing'), phrase('postgres-track'));
  if (about.ids === 'off') return missing(phrase('postgres-no-ids'), phrase('postgres-ids'));
  try {
    return await readSource(client, `"${schema.replaceAll('"', '""')}"`);
  } catch (error) {
    return missing(phrase('postgres-extension-unreadable', { error: messageOf(error) }), PRELOAD);
  }
}

const PRELOAD = phrase('postgres-preload');

async function readSource(client: SqlClient, schema: string): Promise<Source> {
  const view = `${schema}.pg_stat_statements`;
  const columns = await client.query(
    `select ${OURS} attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0`,
    [view],
  );
  const has = (name: string): boolean => columns.some((column) => column.name === name);
  const source = {
    counters: `${view}(false)`,
    view,
    time: has('total_exec_time') ? 'total_exec_time' : 'total_time',
    filter: `dbid = (select oid from pg_database where datname = current_database())${has('toplevel') ? ' and toplevel' : ''}`,
    forgotten: has('toplevel') ? `(select dealloc from ${schema}.pg_stat_statements_info)` : '0',
  };
  await client.query(`select ${OURS} count(*) from ${source.counters}`);
  return source;
}

/** Keys of our own statements: each is run once, and then found by its mark. */
async function findOwn(client: SqlClient, source: Source): Promise<readonly string[]> {
  await countStatements(client, source, []);
  await lookAt(client);
  await textsOf(client, source, ['0']);
  const find = `select ${OURS} queryid::text as id from ${source.view} where ${source.filter} and query like '%${OURS}%'`;
  await client.query(find);
  return (await client.query(find)).map(({ id }) => textIn(id)).filter((id) => id !== '');
}

/** All counters at one moment: a row for each statement, and one without a key for all of them. */
async function countStatements(
  client: SqlClient,
  source: Source,
  own: readonly string[],
): Promise<Counters & { readonly hidden: number }> {
  const rows = await client.query(
    `with counted as materialized (
      select ${OURS} queryid, sum(calls)::float8 as calls, sum(${source.time})::float8 as time, sum(rows)::float8 as rows,
        sum(shared_blks_hit)::float8 as hits, sum(shared_blks_read)::float8 as misses
      from ${source.counters} where ${source.filter} and (queryid is null or not (queryid = any($1::bigint[])))
      group by queryid)
    (select queryid::text as id, calls, time, rows, hits, misses, 0::float8 as known, 0::float8 as hidden,
        0::float8 as forgotten
      from counted where queryid is not null order by time desc limit ${STATEMENTS_MAX})
    union all
    select null, sum(calls), sum(time), sum(rows), sum(hits), sum(misses), count(queryid)::float8,
        sum(calls) filter (where queryid is null), ${source.forgotten}::float8
      from counted`,
    [own],
  );
  const total = rows.find(({ id }) => id === null) ?? {};
  const listed = rows.filter(({ id }) => id !== null);
  return {
    statements: new Map(listed.map((row) => [textIn(row.id), countedOf(row)])),
    complete: numberIn(total.known) <= listed.length,
    calls: numberIn(total.calls),
    time: numberIn(total.time),
    cache: { hits: numberIn(total.hits), misses: numberIn(total.misses) },
    forgotten: numberIn(total.forgotten),
    hidden: numberIn(total.hidden),
  };
}

function countedOf(row: Row): Counted {
  return {
    calls: numberIn(row.calls),
    time: numberIn(row.time),
    rows: numberIn(row.rows),
    examined: null,
    blocks: numberIn(row.hits) + numberIn(row.misses),
  };
}

/** Without the extension: what the database counts as a whole. Its transactions come up to a second late, so that no query is counted from them. */
async function countBlocks(client: SqlClient): Promise<Counters> {
  const [row = {}] = await client.query(
    `select ${OURS} blks_hit::float8 as hits, blks_read::float8 as misses from pg_stat_database where datname = current_database()`,
  );
  const cache = { hits: numberIn(row.hits), misses: numberIn(row.misses) };
  return { statements: null, complete: false, calls: null, time: null, cache, forgotten: 0 };
}

async function textsOf(
  client: SqlClient,
  source: Source,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await client.query(
    `select ${OURS} queryid::text as id, min(query) as text from ${source.view}
      where ${source.filter} and queryid = any($1::bigint[]) group by queryid`,
    [ids],
  );
  return new Map(rows.map(({ id, text }) => [textIn(id), textIn(text)]));
}

async function lookAt(client: SqlClient): Promise<Activity> {
  const rows = await client.query(
    `select ${OURS} state, case when state = 'active' then wait_event_type end as type,
        case when state = 'active' then wait_event end as event,
        query = '<insufficient privilege>' as hidden, count(*)::int as sessions
      from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and (backend_type = 'client backend' or backend_type is null)
      group by 1, 2, 3, 4`,
  );
  return activityOf(rows);
}

/** From rows of sessions by their state and what they wait for. Where one session is hidden, none of the states is known. */
export function activityOf(rows: readonly Row[]): Activity {
  const inState = (isIn: (state: string) => boolean): number =>
    rows.filter(({ state }) => isIn(textIn(state))).reduce((sum, row) => sum + numberIn(row.sessions), 0);
  const sessions = {
    count: inState(() => true),
    active: inState((state) => state === 'active' || state === 'fastpath function call'),
    idleInTransaction: inState((state) => state.startsWith('idle in transaction')),
  };
  return {
    sessions: rows.some(({ hidden }) => hidden === true) ? null : sessions,
    waits: rows.flatMap(waitOf),
  };
}

const WAITS: Readonly<Record<string, Wait['kind']>> = { Lock: 'lock', IO: 'disk', LWLock: 'internal' };

/** Sessions that wait for their client work no more than those that are idle. */
function waitOf({ type, event, sessions }: Row): readonly Wait[] {
  const name = textIn(type);
  if (name === '' || name === 'Client' || name === 'Activity') return [];
  const kind = Object.hasOwn(WAITS, name) ? (WAITS[name] ?? 'other') : 'other';
  return [{ kind, event: textIn(event), sessions: numberIn(sessions) }];
}
