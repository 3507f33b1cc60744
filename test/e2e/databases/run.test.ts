/** A whole run beside real databases, by the built program: what its record says, and that no file or word of it holds a password. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Run } from '../../../src/domain/measurement.ts';
import { CONFIG, openFolder, service } from '../cli/rig.ts';
import { describeWith } from '../../databases/needing.ts';
import { openCounting, openServer, PASSWORD } from '../../databases/servers.ts';

const describe = describeWith('Runs with databases', 'postgresql', 'mariadb', 'redis');

/** Each request asks PostgreSQL four times, MariaDB twice and Redis once. */
const SHOP = service(
  `import { createRequire } from 'node:module';
const require = createRequire(${JSON.stringify(import.meta.url)});
const pool = new (require('pg').Pool)({ connectionString: process.env.PG, max: 4 });
const maria = require('mysql2/promise').createPool({ uri: process.env.MARIA, connectionLimit: 4 });
const redis = require('@redis/client').createClient({ url: process.env.REDIS });
await redis.connect();`,
  `(async () => {
    await pool.query('select 1 as list');
    for (let each = 0; each < 3; each += 1) await pool.query('select $1::int + 1 as item', [each]);
    await maria.query('select 1');
    await maria.query("select 'a secret', 2");
    await redis.get('stock');
    response.end('ok');
  })().catch((error) => { response.statusCode = 500; response.end(String(error)); })`,
);

describe('a run with databases', () => {
  it('counts request for request where base and change take turns', async () => {
    await using postgres = await openCounting('postgresql');
    const pool = service(
      `import { createRequire } from 'node:module';
const require = createRequire(${JSON.stringify(import.meta.url)});
const pool = new (require('pg').Pool)({ connectionString: process.env.PG, max: 4 });`,
      `(async () => {
    for (let each = 0; each < 3; each += 1) await pool.query('select $1::int + 1 as item', [each]);
    response.end('ok');
  })().catch((error) => { response.statusCode = 500; response.end(String(error)); })`,
    );
    const env = JSON.stringify({ PG: postgres.url() });
    using folder = openFolder({
      'service.mjs': pool,
      '.github/loadgate.yml': `${CONFIG.replace('stop-timeout: 1s', `stop-timeout: 1s\n  env: ${env}`)}
compare: base
budget: 20s
databases:
  books: { url-from: BOOKS_URL }
`,
    });
    folder.git('init');
    folder.git('add', '.');
    folder.git('commit', '-m', 'base');
    const done = await folder.run(['run', '--base', 'HEAD'], { BOOKS_URL: postgres.url() });
    const run = JSON.parse(folder.read('loadgate-report/run.json')) as Run;
    const slices = run.blocks.flatMap((block) => block.slices);
    expect(
      slices.map(({ side }) => side),
      done.stderr,
    ).toEqual(expect.arrayContaining(['head', 'base']));
    for (const { counts, resources } of slices) {
      expect(counts.sent).toBe(counts.ok);
      expect(resources?.databases[0]?.queries).toBe(3 * counts.ok);
    }
  });

  it('counts what each request asks of each of them', async () => {
    await using postgres = await openCounting('postgresql');
    await using mariadb = await openCounting('mariadb');
    await using redis = await openServer('redis');
    const urls = { PG: postgres.url(), MARIA: mariadb.url(), REDIS: redis.url() };
    using folder = openFolder({
      'service.mjs': SHOP,
      '.github/loadgate.yml': `${CONFIG.replace('duration: 1s', 'duration: 2s').replace('stop-timeout: 1s', `stop-timeout: 1s\n  env: ${JSON.stringify(urls)}`)}
databases:
  books: { url-from: BOOKS_URL }
  orders: { url-from: ORDERS_URL }
  stock: { url-from: STOCK_URL }
  gone: { url-from: GONE_URL }
`,
    });
    const done = await folder.run(['run'], {
      BOOKS_URL: urls.PG,
      ORDERS_URL: urls.MARIA,
      STOCK_URL: urls.REDIS,
      GONE_URL: `redis://:${PASSWORD}@127.0.0.1:1`,
    });
    // A busy machine may make it void: it is measured all the same.
    expect([0, 2], done.stderr).toContain(done.code);
    const run = JSON.parse(folder.read('loadgate-report/run.json')) as Run;
    const slice = run.blocks[0]?.slices[0];
    const { databases = [], unread = [] } = slice?.resources ?? {};
    const { ok: answered = 0, sent = 0 } = slice?.counts ?? {};
    expect(answered).toBeGreaterThan(20);
    // The load waits until the counters are read, and answers under way at its end are awaited for half a second: only what takes longer is cut.
    const expected: Readonly<Record<string, number>> = { books: 4, orders: 2, stock: 1 };
    expect(databases.map(({ name }) => name)).toEqual(Object.keys(expected));
    for (const { name, queries } of databases) {
      const perRequest = expected[name] ?? 0;
      expect(queries, name).toBeLessThanOrEqual(perRequest * sent);
      expect(queries, name).toBeGreaterThanOrEqual(perRequest * answered);
    }
    const texts = databases.flatMap(({ statements }) => statements.map(({ text }) => text));
    expect(texts.toSorted()).toEqual([
      'GET',
      'SELECT ?',
      'SELECT ?, ...',
      'select $1 as list',
      'select $1::int + $2 as item',
    ]);
    expect(unread).toMatchObject([{ name: 'gone', probe: 'database', part: 'all' }]);
    const written = readdirSync(join(folder.path, 'loadgate-report'), {
      recursive: true,
      withFileTypes: true,
    })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
    expect([...written, done.stdout, done.stderr].filter((text) => text.includes('sesame'))).toEqual([]);
  });
});
