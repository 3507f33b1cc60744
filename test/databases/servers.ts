/** Real database servers, each in a temporary folder, on a free port of 127.0.0.1, and gone when disposed of. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from '../../src/platform/ports.ts';
import { type Account, accountOf, findProgram } from './programs.ts';
import { type Command, RECIPES, type Recipe, type ServerKind } from './recipes.ts';

export { PASSWORD, type ServerKind } from './recipes.ts';

/** A server that answers. */
export interface DatabaseServer extends AsyncDisposable {
  readonly kind: ServerKind;
  readonly port: number;
  /** URL of the user that may do everything, for a database. */
  url(database?: string): string;
  /** As a crash: at once. */
  kill(): Promise<void>;
  /** Answers nothing any more, and keeps its connections. */
  freeze(): void;
}

const READY_MS = 60_000;
const STOP_MS = 5_000;

/** What is missing for a server on this machine and how to get it, one sentence; null when nothing is. */
export function missingFor(kind: ServerKind): string | null {
  const { programs, packages } = RECIPES[kind];
  const missing = programs.filter((name) => findProgram(name) === null);
  return missing.length === 0
    ? null
    : `${missing.join(' and ')} not found: apt-get install --no-install-recommends ${packages}`;
}

/** Starts a server and waits until it answers; `settings` like `max_connections=20`. @throws Error when its programs are missing, or when it does not answer within a minute */
export async function openServer(
  kind: ServerKind,
  settings: readonly string[] = [],
): Promise<DatabaseServer> {
  const recipe = RECIPES[kind];
  const account = accountOf(recipe.user);
  const folder = mkdtempSync(join(tmpdir(), `loadgate-${kind}-`));
  const port = await freePort();
  const running: { child?: ChildProcess } = {};
  const dispose = async (): Promise<void> => {
    if (running.child !== undefined) await end(running.child, recipe.end);
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  try {
    layOut(recipe, folder, account);
    const [program, ...args] = recipe.start(folder, port);
    const child = start([program, ...args, ...recipe.settings(settings)], folder, account);
    running.child = child;
    await untilGreeted(() => recipe.greet(recipe.url(port)), child);
    return serverOf(kind, port, child, dispose);
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** The same with statements told apart, those of PostgreSQL by its extension. */
export async function openCounting(
  kind: ServerKind,
  settings: readonly string[] = [],
): Promise<DatabaseServer> {
  const server = await openServer(kind, [...RECIPES[kind].counting, ...settings]);
  if (kind !== 'postgresql') return server;
  const admin = new Client({ connectionString: server.url() });
  await admin.connect();
  await admin.query('CREATE EXTENSION pg_stat_statements');
  await admin.end();
  return server;
}

function serverOf(
  kind: ServerKind,
  port: number,
  child: ChildProcess,
  dispose: () => Promise<void>,
): DatabaseServer {
  const ended = once(child, 'exit');
  return {
    kind,
    port,
    url: (database) => RECIPES[kind].url(port, database),
    freeze: () => void child.kill('SIGSTOP'),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    [Symbol.asyncDispose]: dispose,
  };
}

/** What lies in the folder belongs to the account that the server runs under. */
function layOut(recipe: Recipe, folder: string, account: Account | null): void {
  const command = recipe.layOut(folder);
  if (account !== null) {
    const laid = readdirSync(folder).map((name) => join(folder, name));
    for (const path of [folder, ...laid]) chownSync(path, account.uid, account.gid);
  }
  if (command === null) return;
  const [name, ...args] = command;
  execFileSync(programOf(name), args, { stdio: 'pipe', cwd: folder, ...account });
}

function start([name, ...args]: Command, cwd: string, account: Account | null): ChildProcess {
  const child = spawn(programOf(name), args, { stdio: ['ignore', 'ignore', 'pipe'], cwd, ...account });
  // Nobody may be left behind, however this process ends.
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return child;
}

function programOf(name: string): string {
  const path = findProgram(name);
  if (path === null) throw new Error(`${name} is not installed`);
  return path;
}

async function untilGreeted(greet: () => Promise<void>, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + READY_MS;
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000);
  });
  for (;;) {
    try {
      await greet();
      return;
    } catch (cause) {
      if (child.exitCode !== null || performance.now() > deadline)
        throw new Error(`the server did not come up: ${said}`, { cause });
      await sleep(100);
    }
  }
}

/** A frozen one has to go on to end in order. */
async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  child.kill('SIGCONT');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await gone;
  clearTimeout(timer);
}
