/** Redis and Valkey, as `INFO` tells it. */
import { type CommandClient, connectRedis } from '../../platform/database-clients.ts';
import { messageOf } from './failures.ts';
import { type Activity, type Counted, type Counters, type DatabaseServer } from './server.ts';

/** Fields of an answer to `INFO`, by name. */
export type Info = ReadonlyMap<string, string>;

/** Connects. @throws Error when that fails */
export async function openRedis(url: string, signal: AbortSignal): Promise<DatabaseServer> {
  const client = await connectRedis(url, signal);
  try {
    return await openServer(client);
  } catch (error) {
    await client.close();
    throw error;
  }
}

async function openServer(client: CommandClient): Promise<DatabaseServer> {
  let asked = 0;
  const info = async (section: string): Promise<Info> => {
    const answer = parseInfo(String(await client.send(['INFO', section])));
    // What it counts of itself it counts when it is done.
    asked += 1;
    return answer;
  };
  const about = await info('all');
  const valkey = about.get('valkey_version');
  return {
    kind: valkey === undefined ? 'redis' : 'valkey',
    version: valkey ?? about.get('redis_version') ?? '',
    limit: about.has('maxclients') ? Number(about.get('maxclients')) : await limitOf(client),
    gaps: () => [],
    async count() {
      const before = asked;
      return countersOf(await info('all'), before);
    },
    look: async () => activityOf(await info('clients')),
    textsOf: (ids) => Promise.resolve(new Map(ids.map((id) => [id, textOf(id)]))),
    close: () => client.close(),
  };
}

/** Versions before 7 tell it in their configuration alone, which not everybody may read. */
async function limitOf(client: CommandClient): Promise<number | null> {
  try {
    const answer = await client.send(['CONFIG', 'GET', 'maxclients']);
    return Array.isArray(answer) ? Number(answer[1]) : null;
  } catch (error) {
    if (/NOPERM|unknown command/i.test(messageOf(error))) return null;
    throw error;
  }
}

/** `name:value` lines of an answer. */
export function parseInfo(text: string): Info {
  return new Map(
    text.split(/\r?\n/).flatMap((line) => {
      const colon = line.indexOf(':');
      return colon <= 0 || line.startsWith('#')
        ? []
        : [[line.slice(0, colon), line.slice(colon + 1)] as const];
    }),
  );
}

/** `config|get` as `CONFIG GET`. */
const textOf = (id: string): string => id.replaceAll('|', ' ').toUpperCase();

/** The counters without the `asked` times that we asked for them. */
export function countersOf(info: Info, asked: number): Counters {
  const statements = new Map(
    [...info].flatMap(([name, value]) => {
      const counted = name.startsWith('cmdstat_') ? commandOf(value) : null;
      return counted === null ? [] : [[name.slice('cmdstat_'.length).toLowerCase(), counted] as const];
    }),
  );
  const own = statements.get('info');
  if (own !== undefined) statements.set('info', withoutOwn(own, asked));
  const all = [...statements.values()];
  return {
    statements,
    complete: true,
    calls: all.reduce((sum, { calls }) => sum + calls, 0),
    time: all.reduce((sum, { time }) => sum + time, 0),
    cache: cacheOf(info),
    forgotten: 0,
  };
}

/** `calls=3,usec=21,usec_per_call=7.00,…` */
function commandOf(value: string): Counted | null {
  const fields = new Map(value.split(',').map((field) => [field.split('=')[0], Number(field.split('=')[1])]));
  const calls = fields.get('calls') ?? Number.NaN;
  const time = (fields.get('usec') ?? Number.NaN) / 1000;
  if (!Number.isFinite(calls) || !Number.isFinite(time)) return null;
  return { calls, time, rows: null, examined: null, blocks: null };
}

/** Every `INFO` of ours takes as long as every other: their times are not told apart. */
function withoutOwn(counted: Counted, asked: number): Counted {
  const calls = Math.max(0, counted.calls - asked);
  return { ...counted, calls, time: counted.calls === 0 ? 0 : (counted.time * calls) / counted.calls };
}

function cacheOf(info: Info): Counters['cache'] {
  const [hits, misses] = [Number(info.get('keyspace_hits')), Number(info.get('keyspace_misses'))];
  return Number.isFinite(hits) && Number.isFinite(misses) ? { hits, misses } : null;
}

/** One thread executes all commands: how many clients have one under way cannot be seen, and follows from the time of commands. */
export function activityOf(info: Info): Activity {
  const connected = Number(info.get('connected_clients'));
  const blocked = Number(info.get('blocked_clients') ?? 0);
  return {
    sessions: Number.isFinite(connected)
      ? { count: Math.max(0, connected - 1), active: null, idleInTransaction: 0 }
      : null,
    waits: blocked > 0 ? [{ kind: 'other', event: 'blocking command', sessions: blocked }] : [],
  };
}
