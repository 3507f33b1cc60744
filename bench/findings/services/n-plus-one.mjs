/** One query for a list and one for each of its 40 rows, where a join would do. `node n-plus-one.mjs --port N`, DATABASE_URL. */
import { createServer } from 'node:http';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
await pool.query('DROP TABLE IF EXISTS books; DROP TABLE IF EXISTS authors');
await pool.query('CREATE TABLE authors (id integer PRIMARY KEY, name text NOT NULL)');
await pool.query('CREATE TABLE books (id integer PRIMARY KEY, author integer NOT NULL)');
await pool.query("INSERT INTO authors SELECT n, 'author ' || n FROM generate_series(1, 1000) n");
await pool.query('INSERT INTO books SELECT n, n FROM generate_series(1, 1000) n');
await pool.query('ANALYZE');

async function list() {
  const from = 1 + Math.floor(960 * Math.random());
  const books = await pool.query('SELECT id, author FROM books WHERE id BETWEEN $1 AND $2', [
    from,
    from + 39,
  ]);
  const names = [];
  for (const { author } of books.rows) {
    const found = await pool.query('SELECT name FROM authors WHERE id = $1', [author]);
    names.push(found.rows[0].name);
  }
  return names;
}

createServer((_, response) => {
  void list().then((names) => response.end(JSON.stringify(names)));
}).listen(Number(process.argv[3]), '127.0.0.1');
