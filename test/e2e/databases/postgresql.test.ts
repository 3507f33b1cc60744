/** The probe of PostgreSQL on a real server: exact counts, sentences for what is missing, and no harm when it dies. */
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../databases/needing.ts';
import { type DatabaseServer, openCounting, openServer, PASSWORD } from '../../databases/servers.ts';
import { pause, watchWhile } from './watching.ts';

const describe = describeWith('PostgreSQL', 'postgresql');

let server: DatabaseServer;
const open: Client[] = [];

async function client(url = server.url()): Promise<Client> {
  const connected = new Client({ connectionString: url });
  connected.on('error', () => undefined);
  await connected.connect();
  open.push(connected);
  return connected;
}

async function closeAll(): Promise<void> {
  await Promise.all(open.splice(0).map((each) => each.end().catch(() => undefined)));
}

/** Asks as many statements that differ in their columns, which is what makes them different to the server. */
async function askDifferently(shop: Client, statements: number): Promise<void> {
  for (let each = 0; each < statements; each += 1) {
    const columns = [...each.toString(2).padStart(14, '0')].map((bit) => (bit === '1' ? 'title' : 'id'));
    await shop.query(`select ${columns.join(', ')} from book where id = 1`);
  }
}

describe('PostgreSQL with pg_stat_statements', () => {
  beforeAll(async () => {
    server = await openCounting('postgresql', ['pg_stat_statements.max=30000']);
    const admin = await client();
    await admin.query('create table book (id int primary key, title text)');
    await admin.query("insert into book select n, 'title ' || n from generate_series(1, 1000) n");
    await admin.query(`create role poor login password '${PASSWORD}'`);
    await closeAll();
  });
  afterAll(() => server[Symbol.asyncDispose]());

  it('counts what others ask, exactly, and nothing of its own', async () => {
    const shop = await client();
    const traffic = async (): Promise<void> => {
      for (let id = 0; id < 100; id += 1) await shop.query('select title from book where id = $1', [id]);
      for (let id = 0; id < 10; id += 1)
        await shop.query(`select count(*) from book where title = 'secret ${id}'`);
    };
    const { database, unread } = await watchWhile(server.url(), [traffic, traffic], traffic);
    await closeAll();
    expect(unread).toEqual([]);
    expect(database).toMatchObject({ kind: 'postgresql', queries: 220, rest: { statements: 0, calls: 0 } });
    const texts = database?.statements.map(({ text, calls, rows }) => ({ text, calls, rows }));
    expect(texts).toHaveLength(2);
    expect(texts).toContainEqual({ text: 'select title from book where id = $1', calls: 200, rows: 198 });
    expect(texts).toContainEqual({ text: 'select count(*) from book where title = $1', calls: 20, rows: 20 });
    expect(database?.time).toBeGreaterThan(0);
    expect(database?.cacheHits).toBeGreaterThan(0.5);
    expect(database?.statements.every(({ blocks }) => blocks !== null && blocks > 0)).toBe(true);
  });

  it('counts nothing where nothing was asked', async () => {
    const { database, unread } = await watchWhile(server.url(), [() => pause(400)]);
    expect(unread).toEqual([]);
    expect(database).toMatchObject({
      queries: 0,
      time: 0,
      statements: [],
      cacheHits: null,
      connections: { most: 0, active: 0, idleInTransaction: 0, limit: 100 },
      waits: [],
    });
  });

  it('sees sessions, idle transactions and who waits for a lock', async () => {
    const [holder, waiter, idle] = [await client(), await client(), await client()];
    await holder.query('begin');
    await holder.query('update book set title = title where id = 1');
    await idle.query('select 1');
    const waiting = waiter.query('update book set title = title where id = 1');
    const { database } = await watchWhile(server.url(), [() => pause(800)]);
    await holder.query('rollback');
    await waiting;
    await closeAll();
    expect(database?.connections).toEqual({ most: 3, active: 1, idleInTransaction: 1, limit: 100 });
    expect(database?.waits).toEqual([{ kind: 'lock', event: 'transactionid', sessions: 1 }]);
  });

  it('still counts for a user that may see little, and says what it cannot see', async () => {
    const shop = await client();
    const url = server.url().replace('postgres:', 'postgresql:').replace('//postgres:', '//poor:');
    const { database, unread } = await watchWhile(url, [
      async () => {
        for (let id = 0; id < 50; id += 1) await shop.query('select title from book where id = $1', [id]);
        await pause(300);
      },
    ]);
    await closeAll();
    expect(database).toMatchObject({ queries: 50, statements: [], connections: null, rest: { calls: 50 } });
    const remedy =
      'Run GRANT pg_read_all_stats TO "poor" as a superuser, or connect as the user that the service connects as.';
    expect(unread).toMatchObject([
      {
        name: 'shop',
        probe: 'database',
        part: 'statements',
        reason: 'The user poor may not see the statements of other users.',
        remedy,
      },
      {
        name: 'shop',
        probe: 'database',
        part: 'activity',
        reason: 'The user poor may not see what sessions of other users do.',
        remedy,
      },
    ]);
  });

  it('holds 10,000 different statements: the top by name, the others together', async () => {
    const shop = await client();
    const { database, unread } = await watchWhile(server.url(), [() => askDifferently(shop, 10_000)]);
    await closeAll();
    expect(unread).toEqual([]);
    expect(database?.queries).toBe(10_000);
    expect(database?.statements).toHaveLength(20);
    expect(database?.rest).toMatchObject({ calls: 9_980 });
    const time = database?.statements.reduce<number>((sum, each) => sum + each.time, database.rest.time);
    expect(time).toBeCloseTo(database?.time ?? 0, 3);
  });

  it('knows no number when counters are reset meanwhile', async () => {
    const shop = await client();
    for (let id = 0; id < 50; id += 1) await shop.query('select title from book where id = $1', [id]);
    const { database, unread } = await watchWhile(server.url(), [
      async () => {
        await shop.query('select title from book where id = 1');
        await shop.query('select pg_stat_statements_reset()');
      },
    ]);
    await closeAll();
    expect(database).toMatchObject({ queries: null, time: null, statements: [], cacheHits: null });
    expect(unread.map(({ part, reason }) => [part, reason])).toContainEqual([
      'statements',
      'The counters of the server went backwards while it was watched: somebody reset them.',
    ]);
  });

  it('says that a password is wrong, that nobody listens, and gives neither away', async () => {
    const wrong = await watchWhile(server.url().replace(PASSWORD, 'open-sesame-0815'), [() => pause(10)]);
    const nobody = await watchWhile(server.url().replace(`:${server.port}`, ':1'), [() => pause(10)]);
    expect(wrong).toMatchObject({
      database: null,
      unread: [
        {
          name: 'shop',
          probe: 'database',
          part: 'all',
          reason: 'It cannot be connected to: password authentication failed for user "postgres"',
          remedy: 'Correct the user and the password of the URL in DATABASE_URL.',
        },
      ],
    });
    expect(nobody.unread[0]).toMatchObject({
      part: 'all',
      reason: 'It cannot be connected to: connect ECONNREFUSED 127.0.0.1:1',
      remedy:
        'Make sure that the server runs, and that the URL in DATABASE_URL leads to it from this machine.',
    });
    expect(JSON.stringify([wrong, nobody])).not.toContain('sesame');
  });
});

describe('PostgreSQL that cannot tell everything', () => {
  afterAll(closeAll);

  it('without the extension says how to get it, and counts no query', async () => {
    await using plain = await openServer('postgresql');
    const shop = await client(plain.url());
    await shop.query('create table book as select n as id from generate_series(1, 1000) n');
    const { database, unread } = await watchWhile(plain.url(), [
      async () => {
        for (let each = 0; each < 100; each += 1) await shop.query('select count(*) from book');
        await pause(300);
      },
    ]);
    expect(database).toMatchObject({
      queries: null,
      time: null,
      statements: [],
      rest: { statements: 0, calls: 0, time: 0 },
      connections: { most: 1 },
    });
    expect(unread).toMatchObject([
      {
        name: 'shop',
        probe: 'database',
        part: 'statements',
        reason: 'The extension pg_stat_statements is not installed in the database postgres.',
        remedy:
          'Add pg_stat_statements to shared_preload_libraries, restart the server, and run CREATE EXTENSION pg_stat_statements in this database.',
      },
    ]);
    await shop.query('create extension pg_stat_statements');
    const unloaded = await watchWhile(plain.url(), [() => pause(10)]);
    expect(unloaded.unread[0]?.reason).toMatch(/must be loaded via/);
    expect(unloaded.database?.queries).toBeNull();
  });

  it('with room for few statements says that it forgot some, and counts no query', async () => {
    await using small = await openCounting('postgresql', ['pg_stat_statements.max=100']);
    const shop = await client(small.url());
    await shop.query('create table book (id int, title text)');
    const { database, unread } = await watchWhile(small.url(), [() => askDifferently(shop, 1_000)]);
    expect(database).toMatchObject({ queries: null, time: null });
    expect(unread.map(({ part }) => part)).toEqual(['statements']);
    expect(unread[0]?.reason).toMatch(/dropped counters/);
  });

  it('that dies meanwhile is lost without a number, and without a wait', async () => {
    await using doomed = await openCounting('postgresql');
    const shop = await client(doomed.url());
    let since = 0;
    const { database, unread } = await watchWhile(doomed.url(), [
      async () => {
        await shop.query('select 1');
        await pause(400);
        await doomed.kill();
        since = performance.now();
        await pause(400);
      },
      () => pause(10),
    ]);
    expect(performance.now() - since).toBeLessThan(5_000);
    expect(database).toMatchObject({ queries: null, time: null, statements: [], cacheHits: null });
    expect(unread.map(({ part }) => part)).toEqual(['lost']);
    expect(unread[0]?.reason).toMatch(/^The connection was lost while it was watched: /);
  });
});
