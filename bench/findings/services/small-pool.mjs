/** The pool runs out: two connections for all users, and a query that has one for 10 ms. `node small-pool.mjs --port N`, DATABASE_URL. */
import { createServer } from 'node:http';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
// Mostly not computed: two of them would else fill two cores, and no larger pool would help.
const QUERY = 'SELECT count(*), pg_sleep(0.008) FROM generate_series(1, $1::integer)';

createServer((_, response) => {
  void pool.query(QUERY, [10_000]).then(() => response.end('ok'));
}).listen(Number(process.argv[3]), '127.0.0.1');
