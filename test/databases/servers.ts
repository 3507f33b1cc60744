/** Real database servers, each in a temporary folder, on a free port of 127.0.0.1, and gone when disposed of. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@redis/client';
import mysql from 'mysql2/promise';
import { Client } from 'pg';
import { freePort } from '../../src/platform/ports.ts';
import { type Account, accountOf, findProgram } from './programs.ts';

/** Which server. */
export type ServerKind = 'postgresql' | 'mariadb' | 'redis';

/** A server that answers. */
export interface DatabaseServer extends AsyncDisposable {
  readonly kind: ServerKind;
  /** As its administrator. */
  readonly url: string;
}

/** How a kind of server is set up and started. */
interface Recipe {
  readonly user: string;
  readonly programs: readonly string[];
  /** What a fresh machine (Debian, Ubuntu) installs. */
  readonly packages: string;
  readonly url: (port: number) => string;
  /** What makes an empty folder one of its own; null when it needs nothing. */
  readonly layOut: ((folder: string) => readonly string[]) | null;
  readonly start: (folder: string, port: number) => readonly string[];
  /** Ends well as soon as the server answers. */
  readonly greet: (url: string) => Promise<void>;
}

const READY_MS = 30_000;
const STOP_MS = 5_000;

const RECIPES: Readonly<Record<ServerKind, Recipe>> = {
  postgresql: {
    user: 'postgres',
    programs: ['initdb', 'postgres'],
    packages: 'postgresql postgresql-contrib',
    url: (port) => `postgres://postgres@127.0.0.1:${port}/postgres`,
    layOut: (folder) => ['initdb', '-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    start: (folder, port) => [
      'postgres',
      '-D',
      folder,
      '-p',
      String(port),
      '-h',
      '127.0.0.1',
      '-c',
      'unix_socket_directories=',
      // Its own disk is not what is measured here, and nothing of it has to last.
      '-c',
      'fsync=off',
      '-c',
      'synchronous_commit=off',
      '-c',
      'autovacuum=off',
      '-c',
      'shared_preload_libraries=pg_stat_statements',
    ],
    greet: async (url) => {
      const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
      client.on('error', () => undefined);
      await client.connect();
      await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
      await client.end();
    },
  },
  mariadb: {
    user: 'mysql',
    programs: ['mariadb-install-db', 'mariadbd'],
    packages: 'mariadb-server',
    url: (port) => `mysql://bench:bench@127.0.0.1:${port}/bench`,
    layOut: (folder) => [
      'mariadb-install-db',
      '--no-defaults',
      `--datadir=${folder}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ],
    start: (folder, port) => [
      'mariadbd',
      '--no-defaults',
      `--datadir=${folder}`,
      `--socket=${join(folder, 'socket')}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--performance-schema=ON',
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-flush-method=nosync',
    ],
    greet: async (url) => {
      const root = new URL(url);
      Object.assign(root, { username: 'root', password: '', pathname: '/' });
      const connection = await mysql.createConnection({ uri: root.href });
      await connection.query('CREATE DATABASE IF NOT EXISTS bench');
      await connection.query("CREATE USER IF NOT EXISTS 'bench'@'%' IDENTIFIED BY 'bench'");
      await connection.query("GRANT ALL ON *.* TO 'bench'@'%'");
      await connection.end();
    },
  },
  redis: {
    user: 'redis',
    programs: ['redis-server'],
    packages: 'redis-server',
    url: (port) => `redis://127.0.0.1:${port}`,
    layOut: null,
    start: (folder, port) => [
      'redis-server',
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--dir',
      folder,
      '--save',
      '',
    ],
    greet: async (url) => {
      const client = createClient({ url, socket: { reconnectStrategy: false } });
      client.on('error', () => undefined);
      await client.connect();
      await client.ping();
      client.destroy();
    },
  },
};

/** What is missing for a server on this machine and how to get it, one sentence; null when nothing is. */
export function missingFor(kind: ServerKind): string | null {
  const { programs, packages } = RECIPES[kind];
  const missing = programs.filter((name) => findProgram(name) === null);
  return missing.length === 0
    ? null
    : `${missing.join(' and ')} not found: apt-get install --no-install-recommends ${packages}`;
}

/** Starts a server and waits until it answers. @throws Error when its programs are missing, or when it does not answer within 30 s */
export async function openServer(kind: ServerKind): Promise<DatabaseServer> {
  const recipe = RECIPES[kind];
  const account = accountOf(recipe.user);
  const folder = mkdtempSync(join(tmpdir(), `loadgate-${kind}-`));
  if (account !== null) chownSync(folder, account.uid, account.gid);
  const port = await freePort();
  const url = recipe.url(port);
  if (recipe.layOut !== null) layOut(recipe.layOut(folder), account);
  const child = start(recipe.start(folder, port), folder, account);
  const dispose = async (): Promise<void> => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilGreeted(() => recipe.greet(url), child);
  } catch (error) {
    await dispose();
    throw error;
  }
  return { kind, url, [Symbol.asyncDispose]: dispose };
}

function layOut([name = '', ...args]: readonly string[], account: Account | null): void {
  execFileSync(programOf(name), args, { stdio: 'pipe', cwd: tmpdir(), ...account });
}

function start([name = '', ...args]: readonly string[], cwd: string, account: Account | null): ChildProcess {
  const child = spawn(programOf(name), args, { stdio: 'ignore', cwd, ...account });
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
  for (;;) {
    try {
      await greet();
      return;
    } catch (error) {
      if (child.exitCode !== null || performance.now() > deadline) throw error;
      await sleep(100);
    }
  }
}

/** PostgreSQL takes SIGINT for "now, and in order"; the others take SIGTERM so. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(child.spawnfile.endsWith('postgres') ? 'SIGINT' : 'SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await gone;
  clearTimeout(timer);
}
