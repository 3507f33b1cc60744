/** Answers that misbehave, chosen by the path: on bare sockets, so that anything can be said. `node wire-faults.ts`, on the port in PORT. Ends after two minutes. */
import { Buffer } from 'node:buffer';
import { createServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

const PORT = Number(process.env['PORT']);
const started = performance.now();

/** What is done with a request: the socket, and how many came before on this path. */
type Fault = (socket: Socket, number: number) => void;
type Faults = Readonly<Record<string, Fault>>;

/** A whole answer. */
const whole = (body = 'ok', status = '200 OK', ...lines: readonly string[]): string =>
  [`HTTP/1.1 ${status}`, `Content-Length: ${Buffer.byteLength(body)}`, ...lines, '', body].join('\r\n');
const after = (milliseconds: number, act: () => unknown): void => void setTimeout(act, milliseconds);
/** Writes the parts with pauses between them. */
const slowly = (socket: Socket, text: string | readonly string[], pause: number): void => {
  const next = (at: number): void => {
    const part = text[at];
    if (part === undefined || socket.destroyed) return;
    socket.write(part);
    after(pause, () => next(at + 1));
  };
  next(0);
};
const MEBIBYTE = 1024 * 1024;
/** 64 MiB of zeros in 64 KiB. */
let packed: Buffer | null = null;
const bomb = (): Buffer => (packed ??= gzipSync(Buffer.alloc(64 * MEBIBYTE)));
const leaked: Buffer[] = [];

/** Sound, though odd. */
const sound: Faults = {
  sound: (socket) => socket.write(whole()),
  'in-chunks': (socket) =>
    socket.write(
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;a=b\r\nok\r\n0\r\nX-Trailer: yes\r\n\r\n',
    ),
  'interim-flood': (socket) =>
    socket.write(
      `${'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n'.repeat(20)}${whole()}`,
    ),
  'http-1.0': (socket) => socket.end('HTTP/1.0 200 OK\r\n\r\nuntil the end'),
  'closes-each': (socket) => socket.end(whole('ok', '200 OK', 'Connection: close')),
  'nul-body': (socket) => socket.write(whole('\0\0\u0001\0')),
  'huge-body': (socket) => socket.write(whole('x'.repeat(MEBIBYTE))),
  'gzip-bomb': (socket) => {
    socket.write(
      `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: application/json\r\nContent-Length: ${bomb().length}\r\n\r\n`,
    );
    socket.write(bomb());
  },
  'other-clock': (socket, number) =>
    socket.write(
      whole('ok', '200 OK', `Date: ${new Date(number % 2 === 0 ? 0 : 4e12).toUTCString()}`, 'Age: -5'),
    ),
  'leaks-memory': (socket) => {
    if (leaked.length < 64) leaked.push(Buffer.alloc(MEBIBYTE, 1));
    socket.write(whole());
  },
  'hostile-names': (socket) =>
    socket.write(whole('ok', '200 OK', 'Set-Cookie: ::error::x=##[error]y', 'X: \u001b[31m')),
};

/** Nothing whole is ever answered, or nothing as expected. */
const never: Faults = {
  hangs: () => undefined,
  'slow-header': (socket) => slowly(socket, whole('ok', '200 OK', `X: ${'x'.repeat(200)}`), 50),
  'slow-body': (socket) => slowly(socket, whole('x'.repeat(200)), 50),
  'resets-before-header': (socket) => socket.resetAndDestroy(),
  'resets-after-header': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n', () => socket.resetAndDestroy());
  },
  'half-body': (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf of it'),
  'closes-at-once': (socket) => socket.end(),
  'two-lengths': (socket) =>
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 20\r\n\r\nok'),
  'length-and-chunks': (socket) =>
    socket.write(
      'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n',
    ),
  'no-length-number': (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0x02\r\n\r\nok'),
  'chunked-rubbish': (socket) =>
    socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nrubbish\r\n'),
  'endless-chunks': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
    const timer = setInterval(() => {
      if (socket.destroyed) clearInterval(timer);
      else socket.write('5\r\nagain\r\n');
    }, 20);
  },
  'huge-header': (socket) => socket.write(whole('ok', '200 OK', `X: ${'x'.repeat(MEBIBYTE)}`)),
  'nul-header': (socket) => socket.write(whole('ok', '200 OK', 'X: a\0b')),
  'no-http': (socket) => socket.write('SSH-2.0-OpenSSH_9.9\r\n'),
  'tls-on-plain': (socket) => socket.end(Buffer.from([0x15, 3, 1, 0, 2, 2, 0x46])),
  'http-2-preface': (socket) => socket.write(Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0])),
  upgrades: (socket) =>
    socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n'),
  'interim-for-ever': (socket) =>
    slowly(
      socket,
      Array.from({ length: 100 }, () => 'HTTP/1.1 102 Processing\r\n\r\n'),
      50,
    ),
  'redirect-loop': (socket) =>
    socket.write(whole('', '302 Found', `Location: http://127.0.0.1:${PORT}/redirect-loop`)),
  'redirect-elsewhere': (socket) =>
    socket.write(whole('', '301 Moved Permanently', 'Location: http://192.0.2.1/')),
  'fast-503': (socket) => socket.write(whole('no', '503 Service Unavailable')),
  'odd-status': (socket) => socket.write(whole('ok', '999 What')),
};

/** Answers that are as expected now and then. */
const partly: Faults = {
  'every-third-500': (socket, number) => socket.write(number % 3 === 0 ? whole('no', '500 Oh No') : whole()),
  'bursts-of-503': (socket) =>
    socket.write((performance.now() - started) % 200 < 100 ? whole('no', '503 Busy') : whole()),
  'hangs-now-and-then': (socket, number) => {
    if (number % 5 !== 0) socket.write(whole());
  },
  'drops-every-second': (socket, number) => (number % 2 === 0 ? socket.end() : socket.write(whole())),
  'cuts-every-second': (socket, number) =>
    number % 2 === 0
      ? socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf')
      : socket.write(whole()),
  'delay-in-steps': (socket, number) =>
    after([5, 60, 120][Math.floor(number / 10) % 3] ?? 0, () => socket.write(whole())),
  stalls: (socket) => {
    const phase = (performance.now() - started) % 500;
    after(phase < 300 ? 0 : 500 - phase, () => socket.write(whole()));
  },
};

/** How what is answered ends, or what comes after it: what becomes of it depends on the client. */
const ambiguous: Faults = {
  'closes-unannounced': (socket) => socket.end(whole()),
  'body-too-long': (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok, and more of it'),
  'answers-twice': (socket) => socket.write(`${whole()}${whole('no', '500 Unasked')}`),
  'answers-unasked-success': (socket) => socket.write(`${whole('no', '500 Asked')}${whole()}`),
};

/** By path; each takes the socket, and how many requests came before. */
export const faults: Faults = { ...sound, ...never, ...partly, ...ambiguous };
const counts = new Map<string, number>();

if (import.meta.main) listen();

function listen(): void {
  createServer({ noDelay: true, allowHalfOpen: true }, (socket) => {
    let unread = '';
    socket.on('data', (chunk: Buffer) => {
      unread += chunk.toString('latin1');
      for (let end = unread.indexOf('\r\n\r\n'); end !== -1; end = unread.indexOf('\r\n\r\n')) {
        const name = unread.slice(0, end).split(' ')[1]?.slice(1) ?? '';
        unread = unread.slice(end + 4);
        const number = (counts.get(name) ?? -1) + 1;
        counts.set(name, number);
        // A moment for each, so that no generator has more to do than it can.
        if (name === 'health') socket.write(whole());
        else after(5, () => faults[name]?.(socket, number));
      }
    });
    socket.on('end', () => socket.end());
    socket.on('error', () => undefined);
  }).listen(PORT, '127.0.0.1');
  setTimeout(() => process.exit(99), 120_000).unref();
}
