/** A server on bare sockets, in this process, that counts whole requests itself and answers in whatever way a test asks for. */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** One request that came in whole. */
export interface Exchange {
  /** From 1, over all connections. */
  readonly number: number;
  /** From 1, on this connection. */
  readonly onConnection: number;
  readonly socket: Socket;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Sends a whole answer with a length; further header lines may be given. */
  readonly answer: (status?: number, body?: string, ...headerLines: readonly string[]) => void;
}

/** A server that runs. */
export interface WireServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  /** Whole requests that arrived. */
  received(): number;
  /** Stops listening and resets every connection. */
  die(): void;
}

/** Listens on a free port of 127.0.0.1; `behave` is called for each whole request. */
export async function openWireServer(behave: (exchange: Exchange) => void): Promise<WireServer> {
  const sockets = new Set<Socket>();
  let received = 0;
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    let onConnection = 0;
    const take = requestReader((request) => {
      received += 1;
      onConnection += 1;
      behave({ ...request, number: received, onConnection, socket, answer: answerOn(socket) });
    });
    socket.on('data', take);
    socket.on('end', () => socket.end());
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  server.listen({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const die = (): void => {
    server.close();
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    received: () => received,
    die,
    async [Symbol.asyncDispose]() {
      const closed = server.listening ? once(server, 'close') : Promise.resolve();
      die();
      await closed;
    },
  };
}

type Request = Pick<Exchange, 'method' | 'path' | 'headers' | 'body'>;

/** Cuts a connection's bytes into requests with a Content-Length or no body. */
function requestReader(take: (request: Request) => void): (chunk: Buffer) => void {
  let unread = '';
  return (chunk) => {
    unread += chunk.toString('latin1');
    for (;;) {
      const end = unread.indexOf('\r\n\r\n');
      if (end === -1) return;
      const [first = '', ...lines] = unread.slice(0, end).split('\r\n');
      const headers = Object.fromEntries(
        lines.map((line) => {
          const colon = line.indexOf(':');
          return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
        }),
      );
      const length = Number(headers['content-length'] ?? 0);
      if (unread.length < end + 4 + length) return;
      const body = Buffer.from(unread.slice(end + 4, end + 4 + length), 'latin1').toString('utf8');
      unread = unread.slice(end + 4 + length);
      const [method = '', path = ''] = first.split(' ');
      take({ method, path, headers, body });
    }
  };
}

const answerOn =
  (socket: Socket) =>
  (status = 200, body = 'ok', ...headerLines: readonly string[]): void => {
    const length = status === 204 || status === 304 ? [] : [`Content-Length: ${Buffer.byteLength(body)}`];
    const head = [`HTTP/1.1 ${status} As asked`, ...length, ...headerLines].join('\r\n');
    socket.write(`${head}\r\n\r\n${length.length === 0 ? '' : body}`);
  };
