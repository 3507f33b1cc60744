/** English: what to do about a bottleneck, with the line or command that does it where there is one. */
import type { Relievable, ResourceEvidence } from '../../domain/finding-resources.ts';
import { poolFor } from '../worth-telling.ts';
import type { Pen } from './words.ts';

type Relief = {
  readonly [Name in Relievable]: (evidence: ResourceEvidence[Name], n: Pen) => string;
};

/** What to do about a bottleneck, in a sentence or two. */
export function reliefOf<Name extends Relievable>(
  { name, evidence }: { readonly name: Name; readonly evidence: ResourceEvidence[Name] },
  n: Pen,
): string {
  return relief[name](evidence, n);
}

const relief: Relief = {
  'cpu-limit': ({ limit }, n) => {
    const more = limit === null ? 2 : Math.max(1, Math.ceil(2 * limit));
    return `Raise the CPU limit if production has more: ${n.code(`cpus: ${more}`)} in a compose file, ${n.code(`--cpus ${more}`)} of a container, ${n.code(`CPUQuota=${100 * more}%`)} of a unit. If production has the same, this is the number to plan with.`;
  },
  'memory-pressure': ({ limit }, n) =>
    `Raise the memory limit${limit === null ? '' : ` of ${n.bytes(limit)}`} (${n.code('mem_limit:')} in a compose file, ${n.code('--memory')} of a container), or let the service keep less.`,
  'short-leak': (_, n) =>
    `Tell a leak from a cache with ${n.code('executor: soak')} and ${n.code('duration: 10m')}, and compare two heap snapshots (${n.code('node --heapsnapshot-signal=SIGUSR2')} for Node.js) for what is kept.`,
  collection: (_, n) =>
    `Find what allocates (${n.code('node --cpu-prof')} shows collection, ${n.code('--heap-prof')} who allocates): copies of large objects, parsed again for each request. If much is kept on purpose, give the young generation room: ${n.code('node --max-semi-space-size=64')}.`,
  'n-plus-one': ({ calls, database }, n) =>
    `Ask ${n.name(database)} once instead of ${n.count(calls)} times: a join, or ${n.code('WHERE id = ANY($1)')} (${n.code('IN (…)')}) with all keys; in an ORM, load the relation together with its list.`,
  'missing-index': ({ database }, n) =>
    `Look at the plan of that statement in ${n.name(database)} (${n.code('EXPLAIN')}), and create an index on the columns of its conditions: ${n.code('CREATE INDEX ON table (column)')}.`,
  'slow-command': ({ command }, n) =>
    `Replace ${n.name(command)}: ${n.code('SCAN')} for ${n.code('KEYS')}, a smaller range or a smaller collection for what walks over one, a key for each thing that is looked up.`,
  'lock-waits': ({ database }, n) =>
    `Keep transactions of ${n.name(database)} short, with the statement that all of them contend for last, and nothing that waits inside; spread what all requests update over several rows.`,
  'small-pool': ({ connections, concurrency }, n) =>
    `Give the pool of the service more than its ${n.count(connections)} connections (${n.code(`max: ${poolFor(connections, concurrency)}`)} in Node.js's ${n.code('pg')}), as far as the database has cores for them; or hold each for a shorter time.`,
  'connection-limit': ({ database, limit }, n) =>
    `Put a pooler in front of ${n.name(database)}, make the pools of the service smaller, or raise its limit of ${n.count(limit)} (${n.code('max_connections')}; ${n.code('maxclients')} of Redis).`,
  'database-dominant': ({ database }, n) =>
    `Begin with the plan of that statement in ${n.name(database)} (${n.code('EXPLAIN')}): what it reads, in which order, and whether every request has to ask.`,
  'cache-misses': ({ database }, n) =>
    `Give ${n.name(database)} more memory (${n.code('shared_buffers')} of PostgreSQL, ${n.code('innodb_buffer_pool_size')} of MySQL and MariaDB), or let requests touch less.`,
  'disk-bound': ({ mode }) =>
    mode === 'write'
      ? 'Write less often: several requests in one write and one flush, logs in larger pieces, and what needs not survive a crash without a flush; or use a faster disk.'
      : 'Read less often: keep in memory what is asked for again, and read files as streams and not while others wait; or use a faster disk.',
  'event-loop-blocked': (_, n) =>
    `Find what holds the loop (${n.code('node --cpu-prof')}): long loops, large JSON, ${n.code('…Sync')} calls, expensive patterns. Move it to a worker thread, or do it in pieces.`,
  'uneven-workers': (_, n) =>
    `See how connections are handed out: clients that keep theirs stay with one worker. ${n.code('SO_REUSEPORT')} or a proxy that balances requests, and not connections, spreads them.`,
  'service-one-core': ({ cores }, n) =>
    `Let the service use more than one thread: a process for each of ${n.cores(cores)} cores (${n.code('node:cluster')}, ${n.code('--workers')} of most servers), or make a request cheaper (${n.code('node --cpu-prof')}).`,
};
