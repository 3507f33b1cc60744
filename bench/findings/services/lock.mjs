/** A row's lock runs out: every answer changes the same row, and has it locked for 5 ms. `node lock.mjs --port N`, DATABASE_URL. */
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
await pool.query('DROP TABLE IF EXISTS counters');
await pool.query('CREATE TABLE counters (id integer PRIMARY KEY, visits bigint NOT NULL)');
await pool.query('INSERT INTO counters VALUES (1, 0)');

async function count() {
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query('UPDATE counters SET visits = visits + 1 WHERE id = $1', [1]);
  await sleep(5);
  await client.query('COMMIT');
  client.release();
}

createServer((_, response) => {
  void count().then(() => response.end('ok'));
}).listen(Number(process.argv[3]), '127.0.0.1');
