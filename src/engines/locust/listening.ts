/** The socket on which the processes of Locust tell what they do. */
import { phrase } from '../../domain/phrase.ts';
import { createServer, type Server, type Socket } from 'node:net';
import type { Processes } from './processes.ts';
import { Untrue } from '../programs/untrue.ts';

/** A server that the processes of Locust connect to. */
export interface Listening extends AsyncDisposable {
  /** Resolves when nobody is connected any more. */
  quiet(): Promise<void>;
}

/** What is told of what is heard. */
export interface Hearing {
  /** Something came. */
  readonly onHeard: () => void;
  /** What came cannot be, or the connection broke. */
  readonly onBroken: (reason: Error) => void;
}

/** Listens for the processes of Locust, at a path that only this user can reach. */
export async function listen(
  path: string,
  processes: Processes,
  { onHeard, onBroken }: Hearing,
): Promise<Listening> {
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    open.add(socket);
    const guarded = (work: () => void): void => {
      try {
        work();
      } catch (error) {
        onBroken(error instanceof Error ? error : new Error(String(error)));
        socket.destroy();
      }
    };
    guarded(() => {
      const process = processes.open();
      socket.on('data', (chunk: Buffer) => {
        onHeard();
        guarded(() => process.take(chunk));
      });
      socket.on('end', () => guarded(() => process.end()));
    });
    socket.on('error', () =>
      guarded(() => {
        throw new Untrue(phrase('locust-connection'));
      }),
    );
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(path, resolve);
  });
  return {
    async quiet() {
      await Promise.all([...open].map((socket) => new Promise((resolve) => socket.once('close', resolve))));
    },
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
