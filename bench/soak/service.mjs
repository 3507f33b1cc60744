/**
 * A service whose memory is known: `node service.mjs <kind> --port N`. Kinds that leak keep 41,667 bytes a minute for each request a second, which is 1 MB a minute at 24/s.
 * answers: a word · json: 200 objects made, written and read · cache: the last 500 answers, of 8 kB · sessions: everybody's state, for half a minute
 * objects: keeps objects · buffers: keeps buffers of 64 kB, outside the heap · json-objects: keeps objects beside the work of json
 */
import { createServer } from 'node:http';

const KEPT_A_REQUEST = 41_667 / 60;
const CACHE = 500;
const SESSION_MS = 30_000;
const BLOCK = 65_536;

const kept = [];
const byKey = new Map();
let served = 0;
let owed = 0;

/** Made anew each time, so that nothing of it is shared. */
const objectOf = (bytes) => ({
  at: served,
  text: Buffer.alloc(bytes, 97 + (served % 26)).toString('latin1'),
});

function json() {
  const rows = Array.from({ length: 200 }, (_, index) => ({
    id: index + served,
    name: `book ${index}`,
    tags: [`a${index}`, `b${index}`],
    text: 'x'.repeat(100) + served,
  }));
  return JSON.stringify(JSON.parse(JSON.stringify(rows)));
}

/** In blocks, as a program that keeps uploads would: the n-th is kept when so much is owed. */
function keepBuffers() {
  owed += KEPT_A_REQUEST;
  if (owed < BLOCK) return;
  owed -= BLOCK;
  kept.push(Buffer.allocUnsafeSlow(BLOCK).fill(1));
}

function cache() {
  byKey.set(served, Buffer.alloc(8_192, 1));
  byKey.delete(served - CACHE);
}

function sessions() {
  byKey.set(served, { since: Date.now(), basket: objectOf(KEPT_A_REQUEST) });
  for (const [key, { since }] of byKey) {
    if (Date.now() - since < SESSION_MS) break;
    byKey.delete(key);
  }
}

const KINDS = {
  answers: () => 'answer',
  json,
  cache: () => (cache(), 'cached'),
  sessions: () => (sessions(), 'welcome'),
  objects: () => (kept.push(objectOf(KEPT_A_REQUEST)), 'kept'),
  buffers: () => (keepBuffers(), 'kept'),
  'json-objects': () => (kept.push(objectOf(KEPT_A_REQUEST)), json()),
};

const work = KINDS[process.argv[2]];
createServer((_request, response) => {
  served += 1;
  response.end(work());
}).listen(Number(process.argv[process.argv.indexOf('--port') + 1]), '127.0.0.1');
