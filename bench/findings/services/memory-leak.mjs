/** Memory runs out, later: every answer leaves 120 kB of live objects behind. `node memory-leak.mjs --port N`. */
import { createServer } from 'node:http';

const kept = [];

createServer((_, response) => {
  kept.push(
    Array.from({ length: 1_200 }, (_each, index) => ({
      index,
      at: performance.now(),
      text: `entry ${index}`,
    })),
  );
  response.end('ok');
}).listen(Number(process.argv[3]), '127.0.0.1');
