/**
 * The service whose changes are known. What it does for a request stands in knobs.json beside it:
 * work (iterations of a key derivation: 4,500 take about 0.6 ms), objects (allocated), waitMs, tail ({ share, waitMs }: some requests wait longer),
 * queries (of an SQLite database in memory), luck (each boot draws a factor for its work: 1 ± luck). `node service.mjs --port N`.
 */
import { pbkdf2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

const knobs = JSON.parse(readFileSync(new URL('knobs.json', import.meta.url), 'utf8'));
const { work = 0, objects = 0, waitMs = 0, tail = null, queries = 0, luck = 0 } = knobs;
const iterations = Math.round(work * (1 + luck * (2 * Math.random() - 1)));

/** The same work every time, in compiled code: of JavaScript a boot may get the quick version or the slow one, and keep it. */
function compute(count) {
  return count === 0 ? 0 : pbkdf2Sync('book', 'shop', count, 4, 'sha256').readUInt16LE(0);
}

/** Short-lived objects, some of which live until the next request. */
let kept = [];
function allocate(count) {
  kept = Array.from({ length: count }, (_, index) => ({ index, text: `item ${index}` }));
  return kept.length;
}

const database = new DatabaseSync(':memory:');
database.exec('CREATE TABLE books (id INTEGER PRIMARY KEY, title TEXT, price REAL)');
const insert = database.prepare('INSERT INTO books VALUES (?, ?, ?)');
for (let id = 0; id < 2_000; id += 1) insert.run(id, `Book ${id}`, (id * 7) % 50);
const select = database.prepare('SELECT title, price FROM books WHERE price < ? ORDER BY title LIMIT 5');

let served = 0;
const server = createServer((_request, response) => void answer(response));
server.listen(Number(process.argv[process.argv.indexOf('--port') + 1]), '127.0.0.1');

/** @param {import('node:http').ServerResponse} response */
async function answer(response) {
  served += 1;
  let sum = compute(iterations) + allocate(objects);
  for (let query = 0; query < queries; query += 1) sum += select.all(5 + (query % 3)).length;
  const isSlow = tail !== null && served % Math.round(1 / tail.share) === 0;
  const wait = waitMs + (isSlow ? tail.waitMs : 0);
  if (wait > 0) await sleep(wait);
  response.setHeader('content-type', 'text/plain');
  response.end(`answer ${String(sum).padStart(12, '0')}`);
}
