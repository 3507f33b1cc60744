/** The probe of MySQL and MariaDB on a real MariaDB: exact counts, sentences for what is missing, and no harm when it dies. */
import { type Connection, createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../databases/needing.ts';
import { type DatabaseServer, openCounting, openServer, PASSWORD } from '../../databases/servers.ts';
import { pause, watchWhile } from './watching.ts';

const describe = describeWith('MariaDB', 'mariadb');

const open: Connection[] = [];

async function client(url: string): Promise<Connection> {
  const connected = await createConnection({ uri: url });
  connected.on('error', () => undefined);
  open.push(connected);
  return connected;
}

function closeAll(): void {
  for (const each of open.splice(0)) each.destroy();
}

async function fill(url: string): Promise<void> {
  const admin = await client(url);
  await admin.query('create table book (isbn int primary key, title varchar(50)) engine = innodb');
  await admin.query("insert into book select seq, concat('title ', seq) from seq_1_to_1000");
  await admin.query(`create user 'poor'@'%' identified by '${PASSWORD}'`);
  await admin.query("grant select on shop.* to 'poor'@'%'");
  closeAll();
}

describe('MariaDB with performance_schema', () => {
  let server: DatabaseServer;

  beforeAll(async () => {
    server = await openCounting('mariadb');
    await fill(server.url());
  });
  afterAll(() => server[Symbol.asyncDispose]());

  it('counts what others ask, exactly, and nothing of its own', async () => {
    const shop = await client(server.url());
    const traffic = async (): Promise<void> => {
      for (let id = 0; id < 100; id += 1) await shop.query(`select title from book where isbn = ${id}`);
      for (let id = 0; id < 10; id += 1)
        await shop.query(`select count(*) from book where title = 'secret ${id}'`);
    };
    const { database, unread } = await watchWhile(server.url(), [traffic, traffic], traffic);
    closeAll();
    expect(unread).toEqual([]);
    expect(database).toMatchObject({ kind: 'mariadb', queries: 220, rest: { statements: 0, calls: 0 } });
    const texts = database?.statements.map(({ text, calls, rows, examined }) => [
      text,
      calls,
      rows,
      examined,
    ]);
    expect(texts?.toSorted()).toEqual([
      ['SELECT COUNT ( * ) FROM `book` WHERE `title` = ?', 20, 20, 20_000],
      ['SELECT `title` FROM `book` WHERE `isbn` = ?', 200, 198, 198],
    ]);
    expect(database?.time).toBeGreaterThan(0);
    expect(database?.cacheHits).toBeGreaterThan(0.9);
  });

  it('sees sessions, idle transactions and who waits for a lock', async () => {
    const [holder, waiter] = [await client(server.url()), await client(server.url())];
    await holder.query('start transaction');
    await holder.query('update book set title = title where isbn = 1');
    const waiting = waiter.query('update book set title = title where isbn = 1');
    await pause(100);
    const { database } = await watchWhile(server.url(), [() => pause(800)]);
    await holder.query('rollback');
    await waiting;
    closeAll();
    expect(database?.connections).toEqual({ most: 2, active: 1, idleInTransaction: 1, limit: 151 });
    expect(database?.waits).toEqual([{ kind: 'lock', event: 'row lock', sessions: 1 }]);
  });

  it('says what a poor user may not see, and how to grant it', async () => {
    const url = server.url().replace('admin', 'poor');
    const { database, unread } = await watchWhile(url, [() => pause(300)]);
    expect(database).toMatchObject({ statements: [], connections: null });
    expect(unread.map(({ part, remedy }) => [part, remedy])).toEqual([
      ['statements', "Run GRANT SELECT ON performance_schema.* TO 'poor'@'%'."],
      ['activity', "Run GRANT PROCESS ON *.* TO 'poor'@'%'."],
    ]);
  });

  it('says that a password is wrong, and does not give it away', async () => {
    const wrong = await watchWhile(server.url().replace(PASSWORD, 'open-sesame-0815'), [() => pause(10)]);
    expect(wrong.database).toBeNull();
    expect(wrong.unread[0]).toMatchObject({
      part: 'all',
      remedy: 'Correct the user and the password of the URL in DATABASE_URL.',
    });
    expect(wrong.unread[0]?.reason).toMatch(/^It cannot be connected to: Access denied for user 'admin'/);
    expect(JSON.stringify(wrong)).not.toContain('sesame');
  });

  it('that dies meanwhile is lost without a number', async () => {
    const shop = await client(server.url());
    const { database, unread } = await watchWhile(server.url(), [
      async () => {
        await shop.query('select 1 from book');
        await pause(300);
        await server.kill();
        await pause(300);
      },
    ]);
    closeAll();
    expect(database).toMatchObject({ queries: null, time: null, statements: [], cacheHits: null });
    expect(unread.map(({ part }) => part)).toEqual(['lost']);
  });
});

describe('MariaDB that cannot tell everything', () => {
  afterAll(closeAll);

  it('without performance_schema counts what was asked, and says how to know the statements', async () => {
    await using plain = await openServer('mariadb');
    await fill(plain.url());
    const shop = await client(plain.url());
    const { database, unread } = await watchWhile(plain.url(), [
      async () => {
        for (let id = 0; id < 100; id += 1) await shop.query(`select title from book where isbn = ${id}`);
        await pause(300);
      },
    ]);
    expect(database).toMatchObject({
      queries: 100,
      time: null,
      statements: [],
      rest: { statements: 0, calls: 100, time: 0 },
      connections: { most: 1 },
    });
    expect(unread).toMatchObject([
      {
        name: 'shop',
        probe: 'database',
        part: 'statements',
        reason: 'performance_schema is off, so that statements are not told apart.',
        remedy:
          'Start the server with performance_schema=ON (in the [mysqld] section of its configuration); it cannot be switched on while it runs.',
      },
    ]);
  });

  it('with room for few statements says that it forgot some, and counts no query', async () => {
    await using small = await openCounting('mariadb', ['performance-schema-digests-size=200']);
    await fill(small.url());
    const shop = await client(small.url());
    const few = await watchWhile(small.url(), [() => shop.query('select title from book where isbn = 1')]);
    expect(few).toMatchObject({ database: { queries: 1 }, unread: [] });
    const ask = async (): Promise<void> => {
      for (let each = 0; each < 1_000; each += 1) {
        const columns = [...each.toString(2).padStart(10, '0')].map((bit) =>
          bit === '1' ? 'title' : 'isbn',
        );
        await shop.query(`select ${columns.join(', ')} from book where isbn = 1`);
      }
    };
    const { database, unread } = await watchWhile(small.url(), [ask]);
    expect(database).toMatchObject({ queries: null, time: null });
    expect(unread.map(({ part }) => part)).toEqual(['statements']);
    expect(unread[0]?.reason).toMatch(/dropped counters/);
    // The table is full now: our own statements are no others'.
    const again = await watchWhile(small.url(), [() => shop.query('select title from book where isbn = 1')]);
    expect(again).toMatchObject({ database: { queries: 1 }, unread: [] });
  });
});
