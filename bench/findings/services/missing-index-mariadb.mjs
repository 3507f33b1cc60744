/** One row of 100,000 is looked for without an index. `node missing-index-mariadb.mjs --port N`, DATABASE_URL. */
import { createServer } from 'node:http';
import mysql from 'mysql2/promise';

const ROWS = 100_000;
const pool = mysql.createPool({ uri: process.env.DATABASE_URL, connectionLimit: 10 });
await pool.query('DROP TABLE IF EXISTS users');
await pool.query('CREATE TABLE users (id integer PRIMARY KEY, email varchar(60) NOT NULL)');
await pool.query(`INSERT INTO users SELECT seq, CONCAT('user-', seq, '@example.com') FROM seq_1_to_${ROWS}`);
await pool.query('ANALYZE TABLE users');

createServer((_, response) => {
  const email = `user-${1 + Math.floor(ROWS * Math.random())}@example.com`;
  void pool
    .query('SELECT id, email FROM users WHERE email = ?', [email])
    .then(([rows]) => response.end(JSON.stringify(rows)));
}).listen(Number(process.argv[3]), '127.0.0.1');
