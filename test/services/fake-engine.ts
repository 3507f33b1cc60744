/** A container engine made of answers: a plain HTTP server on a Unix socket. */
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is answered: a value as JSON, a status without anything, or whatever is done to the response. */
export type FakeAnswer =
  | { readonly json: unknown }
  | { readonly status: number }
  | ((response: ServerResponse) => void);

/** Disposing it closes every connection and removes its folder. */
export interface FakeEngine extends AsyncDisposable {
  readonly socket: string;
  /** Value of DOCKER_HOST. */
  readonly host: string;
  /** `GET /path` of every question so far. */
  readonly asked: readonly string[];
}

/** Starts it. `answer` is given the path with its query. */
export async function startFakeEngine(answer: (path: string) => FakeAnswer): Promise<FakeEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'lg-engine-'));
  const socket = join(folder, 'e.sock');
  const asked: string[] = [];
  const listen: RequestListener = ({ method = '', url = '' }, response) => {
    asked.push(`${method} ${url}`);
    give(response, url === '/version' ? { json: { ApiVersion: '1.41' } } : answer(url));
  };
  const server = createServer(listen).listen(socket);
  await once(server, 'listening');
  return {
    socket,
    host: `unix://${socket}`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function give(response: ServerResponse, answer: FakeAnswer): void {
  if (typeof answer === 'function') answer(response);
  else if ('status' in answer) response.writeHead(answer.status).end(JSON.stringify({ message: 'as it is' }));
  else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer.json));
}
