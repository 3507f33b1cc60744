/** Bookshop: a small API with a database of its own, to try Loadgate on. Starts with `node examples/bookshop/server.ts`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from './database.ts';
import { readKnobs } from './knobs.ts';
import { listener } from './listener.ts';
import { openShop } from './shop.ts';

const USAGE = `Usage: node examples/bookshop/server.ts [--port 8000] [--host 127.0.0.1] [--database file] [--knobs file]

--port      0 takes a free port; without it PORT of the environment counts
--database  created and filled at the first start; without it a temporary file, removed at the end
--knobs     JSON that makes the shop slow, flaky or leaky, as BOOKSHOP_… in the environment does: see README.md`;

/** How long requests under way may take after the signal to stop. */
const GRACE_MS = 2_000;

interface Options {
  readonly port: number;
  readonly host: string;
  readonly database: string | null;
  readonly knobs: string | null;
  readonly help: boolean;
}

main();

function main(): void {
  try {
    const options = readOptions();
    if (options.help) console.log(USAGE);
    else open(options);
  } catch (error) {
    console.error(`bookshop: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  }
}

/** @throws Error naming the option and what it takes */
function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: process.env['PORT'] ?? '8000' },
      host: { type: 'string', default: '127.0.0.1' },
      database: { type: 'string' },
      knobs: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!/^\d+$/u.test(values.port) || port > 65_535) {
    throw new Error(`--port (or PORT) must be a number from 0 to 65535, got "${values.port}"`);
  }
  const { host, database = null, knobs = null, help } = values;
  return { port, host, database, knobs, help };
}

function open({ port, host, database: path, knobs: file }: Options): void {
  const knobs = readKnobs(process.env, file);
  const folder = path === null ? mkdtempSync(join(tmpdir(), 'bookshop-')) : null;
  const removeFolder = (): void => {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', removeFolder);
  const database = openDatabase(path ?? join(folder ?? '', 'bookshop.sqlite'), knobs);
  const server = createServer(listener(openShop(database, knobs), knobs));
  server.once('error', (error) => {
    console.error(`bookshop: cannot listen on ${host}:${port}: ${error.message}`);
    database.close();
    process.exitCode = 2;
  });
  server.listen(port, host, () => {
    const address = server.address();
    const taken = typeof address === 'object' && address !== null ? address.port : port;
    console.log(`bookshop: open at http://${host.includes(':') ? `[${host}]` : host}:${taken}`);
  });
  stopOnSignal(server, () => database.close());
}

/** On TERM or INT: no new connections, requests under way may end; a second signal ends them at once. Then the database is closed. */
function stopOnSignal(server: Server, closeDatabase: () => void): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return server.closeAllConnections();
    stopping = true;
    server.close(() => {
      closeDatabase();
      console.log('bookshop: closed');
      // Waits on purpose that nobody listens to any more must not keep the shop open.
      process.exit();
    });
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
