/**
 * The service of the benchmarks: `/` answers at once, `/burn` keeps its one thread busy for a known time, `/wait` waits for a known time.
 * It records its own time for each of the latter two, from the request in hand to the answer with the kernel; `/truth` tells and forgets them.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { micros } from '../src/domain/units.ts';
import { createHistogram } from '../src/stats/histogram.ts';

/** Milliseconds that requests take, in turn: most short, some long, so that p50, p95 and p99 lie on different steps. */
const BURNS = steps(0.2, 0.6, 1.5);
const WAITS = steps(5, 12, 25);

const truth = createHistogram();
let turn = 0;

const server = createServer({ keepAliveTimeout: 60_000, noDelay: true }, (request, response) => {
  if (request.url === '/burn')
    return timed(response, (answer) => burn(BURNS[turn++ % BURNS.length] ?? 0, answer));
  if (request.url === '/wait')
    return timed(response, (answer) => void setTimeout(answer, WAITS[turn++ % WAITS.length]));
  if (request.url === '/truth') return tell(response);
  return ok(request, response);
});
server.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' && address !== null ? address.port : ''}\n`);
});
// The benchmark is gone: so is its service.
process.stdin.resume().on('end', () => process.exit(0));

/** A hundred times: 90 of the first, 7 of the second, 3 of the third, spread evenly. */
function steps(first: number, second: number, third: number): readonly number[] {
  return Array.from({ length: 100 }, (_, at) =>
    at % 34 === 33 || at === 99 ? third : at % 14 === 13 ? second : first,
  );
}

function ok(_request: IncomingMessage, response: ServerResponse): void {
  response
    .writeHead(200, { 'content-type': 'application/json', 'content-length': 15 })
    .end('{"hello":"you"}');
}

function timed(response: ServerResponse, work: (answer: () => void) => void): void {
  const started = process.hrtime.bigint();
  work(() => {
    response.writeHead(200, { 'content-type': 'text/plain', 'content-length': 2 });
    response.end('ok', () => truth.record(micros(Number(process.hrtime.bigint() - started) / 1_000)));
  });
}

function burn(milliseconds: number, answer: () => void): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
  answer();
}

function tell(response: ServerResponse): void {
  const told = JSON.stringify({ count: truth.count, record: truth.toRecord() });
  truth.reset();
  response
    .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(told) })
    .end(told);
}
