/** Answers whatever arrives without looking at it: less work than sending. `node null.mjs --port N`. */
import { createServer } from 'node:net';

const ANSWER = Buffer.from('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');

createServer({ noDelay: true }, (socket) => {
  socket.on('error', () => socket.destroy());
  socket.on('data', () => socket.write(ANSWER));
}).listen(Number(process.argv[3]), '127.0.0.1');
