/** Collecting garbage takes the time: a large live set, of which every answer replaces a part. `node heavy-collection.mjs --port N`. */
import { createServer } from 'node:http';

const SLOTS = 400;
const OBJECTS = 5_000;
const fill = () => Array.from({ length: OBJECTS }, (_, index) => ({ index, next: { index } }));
const live = Array.from({ length: SLOTS }, fill);
let next = 0;

createServer((_, response) => {
  live[next++ % SLOTS] = fill();
  response.end('ok');
}).listen(Number(process.argv[3]), '127.0.0.1');
