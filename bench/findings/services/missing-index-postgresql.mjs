/** One row of 200,000 is looked for without an index. `node missing-index-postgresql.mjs --port N`, DATABASE_URL. */
import { createServer } from 'node:http';
import { Pool } from 'pg';

const ROWS = 200_000;
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
await pool.query('DROP TABLE IF EXISTS users');
await pool.query(
  'CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL) WITH (parallel_workers = 0)',
);
await pool.query(
  `INSERT INTO users SELECT n, 'user-' || n || '@example.com' FROM generate_series(1, ${ROWS}) n`,
);
await pool.query('ANALYZE');

createServer((_, response) => {
  const email = `user-${1 + Math.floor(ROWS * Math.random())}@example.com`;
  void pool
    .query('SELECT id, email FROM users WHERE email = $1', [email])
    .then(({ rows }) => response.end(JSON.stringify(rows)));
}).listen(Number(process.argv[3]), '127.0.0.1');
