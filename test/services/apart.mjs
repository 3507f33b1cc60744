/** A service that runs apart from the program, and is its own Prometheus: `node apart.mjs PORT DELAY`. With a delay, a relay holds what it sends for so many milliseconds. */
import { createServer } from 'node:http';
import { connect, createServer as createRelay } from 'node:net';

const [port, delay] = process.argv.slice(2).map(Number);
/** One series, whatever is asked. */
const USE = {
  resultType: 'matrix',
  result: [
    {
      metric: {},
      values: [
        [1, '0.75'],
        [2, '1.25'],
      ],
    },
  ],
};
const service = createServer((request, response) => {
  if (request.url === '/moved') response.writeHead(302, { location: 'http://169.254.169.254:8080/' });
  response.end(request.url.startsWith('/api/v1/query_range?') ? JSON.stringify({ data: USE }) : 'ok');
});
service.listen(delay > 0 ? port + 1 : port, '::', () => {
  if (delay === 0) return console.log('listening');
  const relay = createRelay({ noDelay: true }, (socket) => {
    const inner = connect({ port: port + 1, host: '127.0.0.1', noDelay: true });
    // A timer may come a millisecond early. Those of one length come in their order.
    const later = (work) => setTimeout(() => work(), delay + 1);
    socket.pipe(inner);
    inner.on('data', (chunk) => later(() => socket.write(chunk)));
    inner.on('close', () => later(() => socket.destroySoon()));
    socket.on('close', () => inner.destroy());
    for (const side of [socket, inner]) side.on('error', () => undefined);
  });
  relay.listen(port, '::', () => console.log('listening'));
});
