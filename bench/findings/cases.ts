/** Services that are built to have one known bottleneck each, how they are loaded, and what is to be named first. */
import type { FindingName } from '../../src/domain/finding.ts';
import type { ServerKind } from '../../test/databases/servers.ts';

/** One service under one load. */
export interface Case {
  readonly name: string;
  /** What a reader is told of it. */
  readonly about: string;
  /** File in services/. */
  readonly service: string;
  readonly users: number;
  /** Pause of each user after an answer, as in a configuration. */
  readonly thinkTime: string;
  readonly warmUp: string;
  /** Findings of which any is the right one; none: no bottleneck is to be found. */
  readonly expected: readonly FindingName[];
  /** The server that it uses and that is watched. */
  readonly database: ServerKind | null;
  /** Cores' worth of CPU time that its control group allows; null without one. */
  readonly cpuLimit: number | null;
  /** Whether another program wants every core meanwhile. */
  readonly neighbour: boolean;
}

const ALONE = { warmUp: '1s', database: null, cpuLimit: null, neighbour: false } as const;
const onPostgresql = { ...ALONE, database: 'postgresql' } as const;

/** All cases, in the order of the matrix. */
export const CASES: readonly Case[] = [
  {
    ...ALONE,
    name: 'healthy',
    about: 'half a millisecond of work an answer, users who think',
    service: 'healthy.mjs',
    users: 20,
    thinkTime: '100ms',
    expected: [],
  },
  {
    ...ALONE,
    name: 'busy-cpu',
    about: 'a worker for each core, 5 ms of work an answer',
    service: 'busy-cpu.mjs',
    users: 8,
    thinkTime: '0ms',
    expected: ['saturated'],
  },
  {
    ...ALONE,
    name: 'single-thread',
    about: 'one thread, 5 ms of work an answer',
    service: 'single-thread.mjs',
    users: 8,
    thinkTime: '0ms',
    expected: ['service-one-core'],
  },
  {
    ...ALONE,
    name: 'blocking-io',
    about: 'sixteen reads of 256 kB past the page cache an answer (Python)',
    service: 'blocking-io.py',
    users: 8,
    thinkTime: '0ms',
    expected: ['disk-bound'],
  },
  {
    ...ALONE,
    name: 'slow-disk-writes',
    about: '2 MB an answer, waited for until they are on the disk',
    service: 'slow-disk-writes.mjs',
    users: 16,
    thinkTime: '0ms',
    expected: ['disk-bound'],
  },
  {
    ...onPostgresql,
    name: 'lock',
    about: 'every answer changes the same row of PostgreSQL and has it locked for 5 ms',
    service: 'lock.mjs',
    users: 20,
    thinkTime: '0ms',
    expected: ['lock-waits'],
  },
  {
    ...onPostgresql,
    name: 'small-pool',
    about: 'two connections to PostgreSQL for 40 users, a query of 10 ms',
    service: 'small-pool.mjs',
    users: 40,
    thinkTime: '0ms',
    expected: ['small-pool'],
  },
  {
    ...onPostgresql,
    name: 'n-plus-one',
    about: 'a query of PostgreSQL for a list, and one for each of its 40 rows',
    service: 'n-plus-one.mjs',
    users: 6,
    thinkTime: '100ms',
    expected: ['n-plus-one'],
  },
  {
    ...onPostgresql,
    name: 'missing-index-postgresql',
    about: 'one row of 200,000 looked for without an index, PostgreSQL',
    service: 'missing-index-postgresql.mjs',
    users: 6,
    thinkTime: '50ms',
    expected: ['missing-index'],
  },
  {
    ...ALONE,
    name: 'missing-index-mariadb',
    about: 'one row of 100,000 looked for without an index, MariaDB',
    service: 'missing-index-mariadb.mjs',
    database: 'mariadb',
    users: 6,
    thinkTime: '50ms',
    expected: ['missing-index'],
  },
  {
    ...ALONE,
    name: 'slow-redis',
    about: '`KEYS` on a Redis of 100,000 keys',
    service: 'slow-redis.mjs',
    database: 'redis',
    users: 6,
    thinkTime: '20ms',
    expected: ['slow-command'],
  },
  {
    ...ALONE,
    name: 'memory-leak',
    about: 'every answer leaves some 120 kB of live objects behind',
    service: 'memory-leak.mjs',
    // A heap is collected when it is several times as large as before: to see it twice, watch it from its beginning.
    warmUp: '0s',
    users: 10,
    thinkTime: '50ms',
    expected: ['short-leak'],
  },
  {
    ...ALONE,
    name: 'heavy-collection',
    about: 'a cache of 400 parsed documents, of which every answer replaces one',
    service: 'heavy-collection.mjs',
    users: 8,
    thinkTime: '0ms',
    expected: ['collection'],
  },
  {
    ...ALONE,
    name: 'event-loop-block',
    about: 'one answer in 50 holds the event loop for 150 ms',
    service: 'event-loop-block.mjs',
    users: 10,
    thinkTime: '100ms',
    expected: ['event-loop-blocked'],
  },
  {
    ...ALONE,
    name: 'cgroup-cpu-limit',
    about: 'a control group that allows 0.3 cores, 2 ms of work an answer',
    service: 'worker.mjs',
    cpuLimit: 0.3,
    users: 8,
    thinkTime: '0ms',
    expected: ['cpu-limit'],
  },
  {
    ...ALONE,
    name: 'noisy-neighbour',
    about: 'other programs want every core, 2 ms of work an answer',
    service: 'worker.mjs',
    neighbour: true,
    users: 10,
    thinkTime: '50ms',
    expected: ['neighbour'],
  },
  {
    ...ALONE,
    name: 'generator-saturated',
    about: 'an answer costs less than its request',
    service: 'null.mjs',
    users: 50,
    thinkTime: '0ms',
    expected: ['generator-bound'],
  },
];
