/** The probe of Redis and Valkey on a real Redis: exact counts, sentences for what is missing, and no harm when it dies. */
import { createClient } from '@redis/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../databases/needing.ts';
import { type DatabaseServer, openServer, PASSWORD } from '../../databases/servers.ts';
import { pause, watchWhile } from './watching.ts';

const describe = describeWith('Redis', 'redis');

async function client(url: string) {
  const connected = createClient({
    url,
    RESP: 2,
    disableClientInfo: true,
    socket: { reconnectStrategy: false },
  });
  connected.on('error', () => undefined);
  await connected.connect();
  return connected;
}

describe('Redis', () => {
  let server: DatabaseServer;

  beforeAll(async () => {
    server = await openServer('redis');
  });
  afterAll(() => server[Symbol.asyncDispose]());

  it('counts what others ask, exactly, and nothing of its own', async () => {
    const shop = await client(server.url());
    await shop.set('present', '1');
    const traffic = async (): Promise<void> => {
      for (let each = 0; each < 75; each += 1) await shop.get('present');
      for (let each = 0; each < 25; each += 1) await shop.get('absent');
      await shop.set('secret-key', 'secret-value');
      await pause(300);
    };
    const { database, unread } = await watchWhile(server.url(), [traffic, traffic], traffic);
    shop.destroy();
    expect(unread).toEqual([]);
    expect(database).toMatchObject({
      kind: 'redis',
      queries: 202,
      rest: { statements: 0, calls: 0 },
      cacheHits: 0.75,
      connections: { most: 1, idleInTransaction: 0, limit: 10_000 },
    });
    expect(database?.statements.map(({ text, calls }) => ({ text, calls }))).toEqual([
      { text: 'GET', calls: 200 },
      { text: 'SET', calls: 2 },
    ]);
    expect(database?.connections?.active).toBeGreaterThan(0);
    expect(database?.connections?.active).toBeLessThan(1);
    expect(JSON.stringify(database)).not.toContain('secret');
  });

  it('counts nothing where nothing was asked, and sees who is blocked', async () => {
    const shop = await client(server.url());
    const blocked = shop.blPop('nothing-comes', 0).catch(() => null);
    await pause(50);
    const { database } = await watchWhile(server.url(), [() => pause(400)]);
    shop.destroy();
    await blocked;
    expect(database).toMatchObject({ queries: 0, time: 0, statements: [], cacheHits: null });
    expect(database?.waits).toEqual([{ kind: 'other', event: 'blocking command', sessions: 1 }]);
  });

  it('names a slow command', async () => {
    const shop = await client(server.url());
    for (let batch = 0; batch < 20; batch += 1)
      await shop.mSet(Array.from({ length: 1_000 }, (_, each) => [`book:${batch}:${each}`, 'x']).flat());
    const { database } = await watchWhile(server.url(), [
      async () => {
        for (let each = 0; each < 20; each += 1) {
          await shop.keys('nothing:*');
          await shop.get('book:1:1');
        }
      },
    ]);
    shop.destroy();
    expect(database?.statements[0]).toMatchObject({ id: 'keys', text: 'KEYS', calls: 20 });
  });

  it('says what a poor user may not do, and that a password is wrong', async () => {
    const admin = await client(server.url());
    await admin.sendCommand(['ACL', 'SETUSER', 'poor', 'on', `>${PASSWORD}`, '+get', '~*']);
    admin.destroy();
    const poor = await watchWhile(server.url().replace('//:', '//poor:').replace('/0', ''), [
      () => pause(10),
    ]);
    const wrong = await watchWhile(server.url().replace(PASSWORD, 'open-sesame-0815'), [() => pause(10)]);
    expect(poor.database).toBeNull();
    expect(poor.unread[0]).toMatchObject({
      part: 'all',
      remedy: 'Give the user of DATABASE_URL the rights that docs/databases.md lists.',
    });
    expect(wrong.unread[0]).toMatchObject({
      part: 'all',
      remedy: 'Correct the user and the password of the URL in DATABASE_URL.',
    });
    expect(JSON.stringify([poor, wrong])).not.toContain('sesame');
  });

  it('that freezes meanwhile is lost within 5 s', async () => {
    await using frozen = await openServer('redis');
    let since = 0;
    const { database, unread } = await watchWhile(frozen.url(), [
      () => {
        frozen.freeze();
        since = performance.now();
        return Promise.resolve();
      },
      () => pause(10),
    ]);
    expect(performance.now() - since).toBeLessThan(5_000);
    expect(database).toMatchObject({ queries: null, connections: null });
    expect(unread).toMatchObject([
      { part: 'lost', reason: 'The connection was lost while it was watched: no answer within 3 s' },
    ]);
  });

  it('that dies meanwhile is lost without a number', async () => {
    const shop = await client(server.url());
    const { database, unread } = await watchWhile(server.url(), [
      async () => {
        await shop.get('present');
        await pause(300);
        await server.kill();
        await pause(300);
      },
      () => pause(10),
    ]);
    expect(database).toMatchObject({ queries: null, time: null, statements: [], cacheHits: null });
    expect(unread.map(({ part }) => part)).toEqual(['lost']);
  });
});
