/** Two milliseconds of CPU time an answer: nothing is wrong with it, others decide how fast it is. `node worker.mjs --port N`. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

const page = Buffer.alloc(64 * 1_024, 7);

createServer((_, response) => {
  for (let round = 0; round < 32; round += 1) createHash('sha256').update(page).digest();
  response.end('ok');
}).listen(Number(process.argv[3]), '127.0.0.1');
