/** All cores run out: one worker a core, and 5 ms of CPU time an answer. `node busy-cpu.mjs --port N`. */
import cluster from 'node:cluster';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { availableParallelism } from 'node:os';

const page = Buffer.alloc(64 * 1_024, 7);
// By work and not by time: a worker that is kept from its core has not worked.
const compute = () => {
  for (let round = 0; round < 80; round += 1) createHash('sha256').update(page).digest();
};

if (cluster.isPrimary) {
  for (let worker = 0; worker < availableParallelism(); worker += 1) cluster.fork();
} else {
  createServer((_, response) => {
    compute();
    response.end('ok');
  }).listen(Number(process.argv[3]), '127.0.0.1');
}
