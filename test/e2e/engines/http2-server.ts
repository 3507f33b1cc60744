/** A server that speaks HTTP/2, in this process, that counts whole requests itself and answers in whatever way a test asks for. */
import { once } from 'node:events';
import {
  createSecureServer,
  createServer,
  type IncomingHttpHeaders,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { identity } from '../../fixtures/tls/pem.ts';

/** One request that came in whole. */
export interface Http2Exchange {
  /** From 1, over all connections. */
  readonly number: number;
  readonly stream: ServerHttp2Stream;
  readonly session: NonNullable<ServerHttp2Stream['session']>;
  /** The TCP connection below it. */
  readonly socket: Socket;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Sends a whole answer with a length. */
  readonly answer: (status?: number, body?: string, headers?: Readonly<Record<string, string>>) => void;
}

/** A server that runs. */
export interface Http2Server extends AsyncDisposable {
  readonly url: string;
  /** Whole requests that arrived. */
  received(): number;
  connections(): number;
  /** Stops listening and resets every connection. */
  die(): void;
}

/** Listens on a free port of 127.0.0.1; `behave` is called for each whole request. */
export async function openHttp2Server(
  behave: (exchange: Http2Exchange) => void,
  { tls = true }: { readonly tls?: boolean } = {},
): Promise<Http2Server> {
  const sockets = new Map<string, Socket>();
  let received = 0;
  let connections = 0;
  const server = tls ? createSecureServer(identity('service')) : createServer();
  server.on('connection', (socket: Socket) => {
    connections += 1;
    const place = String(socket.remotePort);
    sockets.set(place, socket);
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(place));
  });
  server.on('sessionError', () => undefined);
  server.on('stream', (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => {
    const { session } = stream;
    const socket = sockets.get(String(session?.socket.remotePort));
    stream.on('error', () => undefined);
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      if (session === undefined || socket === undefined) throw new Error('a stream has a connection');
      received += 1;
      const body = Buffer.concat(chunks).toString('utf8');
      behave({ number: received, stream, session, socket, headers, body, answer: answerOn(stream) });
    });
  });
  server.listen({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const die = (): void => {
    server.close();
    for (const socket of sockets.values()) socket.resetAndDestroy();
  };
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    received: () => received,
    connections: () => connections,
    die,
    async [Symbol.asyncDispose]() {
      const closed = server.listening ? once(server, 'close') : Promise.resolve();
      die();
      await closed;
    },
  };
}

const answerOn =
  (stream: ServerHttp2Stream) =>
  (status = 200, body = 'ok', headers: Readonly<Record<string, string>> = {}): void => {
    // The other side may have given up meanwhile.
    if (stream.destroyed || stream.closed) return;
    const length = status === 204 ? {} : { 'content-length': Buffer.byteLength(body) };
    stream.respond({ ':status': status, ...length, ...headers });
    stream.end(status === 204 ? undefined : body);
  };
