/** One answer in 50 holds the event loop for 150 ms; the others ask for next to nothing. `node event-loop-block.mjs --port N`. */
import { createServer } from 'node:http';

let answers = 0;

createServer((_, response) => {
  if (++answers % 50 === 0) {
    const end = performance.now() + 150;
    while (performance.now() < end) Math.sqrt(end);
  }
  response.end('ok');
}).listen(Number(process.argv[3]), '127.0.0.1');
