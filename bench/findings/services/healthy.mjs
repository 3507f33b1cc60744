/** Nothing runs out: half a millisecond of work an answer, for users who think. `node healthy.mjs --port N`. */
import { createServer } from 'node:http';

const compute = (ms) => {
  const end = performance.now() + ms;
  while (performance.now() < end) Math.sqrt(end);
};

createServer((_, response) => {
  compute(0.5);
  response.end('ok');
}).listen(Number(process.argv[3]), '127.0.0.1');
