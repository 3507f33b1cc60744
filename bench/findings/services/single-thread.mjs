/** One thread runs out while other cores are free: 5 ms of CPU time an answer. `node single-thread.mjs --port N`. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

const page = Buffer.alloc(64 * 1_024, 7);

createServer((_, response) => {
  for (let round = 0; round < 80; round += 1) createHash('sha256').update(page).digest();
  response.end('ok');
}).listen(Number(process.argv[3]), '127.0.0.1');
