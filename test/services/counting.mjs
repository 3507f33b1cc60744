/** A service that counts: `node counting.mjs PORT DELAY`. It answers after so many milliseconds, and `/count` with how many other requests it had received. */
import { createServer } from 'node:http';

const [port, delay] = process.argv.slice(2).map(Number);
let received = 0;
createServer((request, response) => {
  if (request.url === '/count') return response.end(String(received));
  received += 1;
  setTimeout(() => response.end('ok'), delay);
}).listen(port, '0.0.0.0', () => console.log('listening'));
