/** Collecting garbage takes the time: a cache of 400 documents, of which every answer replaces one. `node heavy-collection.mjs --port N`. */
import { createServer } from 'node:http';

const DOCUMENTS = 400;
const ENTRIES = 4_000;
// Parsed and not written out: V8 gives long life at once to objects of a place in the code whose objects live long, and then has little to collect.
const text = JSON.stringify(Array.from({ length: ENTRIES }, (_, index) => ({ index, next: { index } })));
const cache = Array.from({ length: DOCUMENTS }, () => JSON.parse(text));
let next = 0;

createServer((_, response) => {
  cache[next++ % DOCUMENTS] = JSON.parse(text);
  response.end('ok');
}).listen(Number(process.argv[3]), '127.0.0.1');
