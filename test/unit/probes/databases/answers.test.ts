/** What servers answer, as counters and sessions. */
import { describe, expect, it } from 'vitest';
import { gapOf, messageOf, withoutPassword } from '../../../../src/probes/databases/failures.ts';
import { openLooks } from '../../../../src/probes/databases/looks.ts';
import { activityOf as ofMysql } from '../../../../src/probes/databases/mysql.ts';
import { activityOf as ofPostgres } from '../../../../src/probes/databases/postgresql.ts';
import { activityOf as ofRedis, countersOf, parseInfo } from '../../../../src/probes/databases/redis.ts';

const INFO = [
  '# Server',
  'redis_version:7.0.15',
  'executable:/usr/bin/redis-server',
  '',
  '# Clients',
  'connected_clients:4',
  'blocked_clients:2',
  'keyspace_hits:30',
  'keyspace_misses:10',
  '# Commandstats',
  'cmdstat_get:calls=40,usec=2000,usec_per_call=50.00,rejected_calls=0,failed_calls=0',
  'cmdstat_info:calls=10,usec=500,usec_per_call=50.00,rejected_calls=0,failed_calls=0',
  'cmdstat_config|get:calls=1,usec=100,usec_per_call=100.00,rejected_calls=0,failed_calls=0',
  'cmdstat_broken:nonsense',
].join('\r\n');

describe('INFO of Redis', () => {
  it('is counters without our own questions', () => {
    const { statements, calls, time, cache } = countersOf(parseInfo(INFO), 8);
    expect(statements?.get('get')).toMatchObject({ calls: 40, time: 2 });
    expect(statements?.get('info')).toMatchObject({ calls: 2, time: 0.1 });
    expect([...(statements?.keys() ?? [])]).toEqual(['get', 'info', 'config|get']);
    expect([calls, time, cache]).toEqual([43, 2.2, { hits: 30, misses: 10 }]);
  });

  it('is sessions without our own', () => {
    expect(ofRedis(parseInfo(INFO))).toEqual({
      sessions: { count: 3, active: null, idleInTransaction: 0 },
      waits: [{ kind: 'other', event: 'blocking command', sessions: 2 }],
    });
    expect(ofRedis(parseInfo('')).sessions).toBeNull();
  });
});

describe('sessions', () => {
  it('of PostgreSQL are told by state, and their waits by type', () => {
    const row = (state: string | null, type: string | null, event: string | null, sessions: number) => ({
      state,
      type,
      event,
      hidden: false,
      sessions,
    });
    const rows = [
      row('active', 'Lock', 'tuple', 2),
      row('active', 'IO', 'DataFileRead', 1),
      row('active', 'LWLock', 'WALWrite', 1),
      row('active', 'Timeout', 'PgSleep', 1),
      row('active', 'Client', 'ClientWrite', 1),
      row('active', null, null, 3),
      row('idle', null, null, 5),
      row('idle in transaction (aborted)', null, null, 1),
    ];
    expect(ofPostgres(rows)).toEqual({
      sessions: { count: 15, active: 9, idleInTransaction: 1 },
      waits: [
        { kind: 'lock', event: 'tuple', sessions: 2 },
        { kind: 'disk', event: 'DataFileRead', sessions: 1 },
        { kind: 'internal', event: 'WALWrite', sessions: 1 },
        { kind: 'other', event: 'PgSleep', sessions: 1 },
      ],
    });
    expect(ofPostgres([...rows, { state: null, hidden: true, sessions: 1 }]).sessions).toBeNull();
  });

  it('of MySQL are told by command, and their locks by state', () => {
    const rows = [
      { command: 'Sleep', state: '', busy: 0, sessions: '6' },
      { command: 'Sleep', state: '', busy: 1, sessions: '2' },
      { command: 'Query', state: 'Waiting for table metadata lock', busy: 0, sessions: '3' },
      { command: 'Execute', state: 'Sending data', busy: 1, sessions: '1' },
    ];
    expect(ofMysql(rows, [])).toEqual({
      sessions: { count: 12, active: 4, idleInTransaction: 2 },
      waits: [{ kind: 'lock', event: 'table metadata lock', sessions: 3 }],
    });
  });

  it('are means and maxima over the looks; unknown when one look did not see them', () => {
    const looks = openLooks();
    const wait = { kind: 'lock' as const, event: 'tuple', sessions: 3 };
    expect(looks.read(9, null).connections).toBeNull();
    looks.add({ sessions: { count: 4, active: 1, idleInTransaction: 1 }, waits: [wait] });
    looks.add({ sessions: { count: 2, active: 2, idleInTransaction: 0 }, waits: [] });
    expect(looks.read(9, null)).toEqual({
      connections: { most: 4, active: 1.5, idleInTransaction: 0.5, limit: 9 },
      waits: [{ ...wait, sessions: 1.5 }],
    });
    looks.add({ sessions: null, waits: [] });
    expect(looks.read(9, null).connections).toBeNull();
  });

  it('execute for as long as their commands take, where the server does not say it', () => {
    const looks = openLooks();
    looks.add({ sessions: { count: 4, active: null, idleInTransaction: 0 }, waits: [] });
    expect(looks.read(null, 0.25).connections).toEqual({
      most: 4,
      active: 0.25,
      idleInTransaction: 0,
      limit: null,
    });
    expect(looks.read(null, null).connections).toBeNull();
  });
});

describe('an error of a database', () => {
  const url = 'postgres://shop:open%20sesame@db.example:5432/shop';

  it('is told without the password, in whatever form', () => {
    expect(withoutPassword(`no ${url}, no open%20sesame, no "open sesame"`, url)).toBe(
      'no ***, no ***, no "***"',
    );
  });

  it('has a message also when it is made of others', () => {
    const refused = Object.assign(new Error(''), { code: 'ECONNREFUSED' });
    expect(messageOf(new AggregateError([refused, refused, new Error('two\nlines')]))).toBe(
      'ECONNREFUSED; two lines',
    );
  });

  it.each([
    [
      'password authentication failed for user "shop"',
      'Correct the user and the password of the URL in URL.',
    ],
    ['WRONGPASS invalid username-password pair', 'Correct the user and the password of the URL in URL.'],
    ['NOPERM this user has no permissions', 'Give the user of URL the rights that docs/databases.md lists.'],
    [
      'connect ETIMEDOUT',
      'Make sure that the server runs, and that the URL in URL leads to it from this machine.',
    ],
  ])('%s has its remedy', (message, remedy) => {
    expect(gapOf('all', new Error(message), url, 'URL').remedy).toBe(remedy);
  });
});
