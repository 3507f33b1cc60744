/** Real database servers for tests: instances of their own on free ports of this machine, in folders that go with them. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { describe } from 'vitest';
import { freePort } from '../../../src/platform/ports.ts';

/** A server that was started. Disposing it kills it. */
export interface TestServer extends Disposable {
  readonly port: number;
  /** URL of the user that may do everything, for a database. */
  url(database?: string): string;
  /** As a crash: at once. */
  kill(): Promise<void>;
  /** Answers nothing any more, and keeps its connections. */
  freeze(): void;
}

/** What every password here is. */
export const PASSWORD = 'sesame-4711';

const FOLDERS = [
  ...(process.env.PATH ?? '').split(':'),
  '/usr/sbin',
  ...globSync('/usr/lib/postgresql/*/bin').toSorted().toReversed(),
];

/** Path of a program; null when it is not installed. */
const find = (name: string): string | null =>
  FOLDERS.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;

/** `describe`, or `describe.skip` with a loud line where a program is missing; a failure where databases are required. */
export function describeWith(
  what: string,
  programs: readonly string[],
  packages: string,
): typeof describe.skip {
  const missing = programs.filter((program) => find(program) === null);
  if (missing.length === 0) return describe;
  const how = `${what}: ${missing.join(', ')} not found; install with: apt-get install ${packages}`;
  if (process.env.LOADGATE_REQUIRE_DATABASES === '1') throw new Error(how);
  console.warn(`\n*** SKIPPED ${how}\n`);
  return describe.skip;
}

/** Servers refuse to run as root; nobody else needs another user. */
function userFor(name: string): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((each) => each.split(':'))
    .find(([user]) => user === name || user === 'nobody');
  return { uid: Number(line?.[2] ?? 65_534), gid: Number(line?.[3] ?? 65_534) };
}

function folderFor(owner: { readonly uid?: number; readonly gid?: number }): string {
  const folder = mkdtempSync(join(tmpdir(), 'loadgate-database-'));
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid ?? owner.uid);
  return folder;
}

/** Starts PostgreSQL. `settings`: like `max_connections=20`. */
export async function startPostgres(settings: readonly string[] = []): Promise<TestServer> {
  const owner = userFor('postgres');
  const folder = folderFor(owner);
  const quiet = { ...owner, cwd: folder, stdio: 'pipe' as const };
  const passwords = join(folder, 'password');
  writeFileSync(passwords, PASSWORD);
  execFileSync(
    find('initdb') ?? '',
    [
      '-D',
      join(folder, 'data'),
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwords}`,
      '--no-sync',
      '-E',
      'UTF8',
      '--locale=C',
    ],
    quiet,
  );
  const port = await freePort();
  const all = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=off',
    `port=${port}`,
    ...settings,
  ];
  const child = spawn(
    find('postgres') ?? '',
    ['-D', join(folder, 'data'), ...all.flatMap((setting) => ['-c', setting])],
    { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  return running(
    child,
    folder,
    port,
    (database = 'postgres') => `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${database}`,
  );
}

/** Starts MariaDB with a database `shop`. `settings`: like `performance_schema=ON`. */
export async function startMariadb(settings: readonly string[] = []): Promise<TestServer> {
  const owner = userFor('mysql');
  const folder = folderFor(owner);
  const data = join(folder, 'data');
  mkdirSync(data);
  if (owner.uid !== undefined) chownSync(data, owner.uid, owner.gid ?? owner.uid);
  const quiet = { ...owner, cwd: folder, stdio: 'pipe' as const };
  execFileSync(
    find('mariadb-install-db') ?? '',
    ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db'],
    quiet,
  );
  const first = join(folder, 'first.sql');
  writeFileSync(
    first,
    [
      'CREATE DATABASE shop;',
      `CREATE USER 'admin'@'%' IDENTIFIED BY '${PASSWORD}';`,
      "GRANT ALL ON *.* TO 'admin'@'%' WITH GRANT OPTION;",
      '',
    ].join('\n'),
  );
  const port = await freePort();
  const child = spawn(
    find('mariadbd') ?? '',
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      `--socket=${join(folder, 's')}`,
      `--pid-file=${join(folder, 'pid')}`,
      `--init-file=${first}`,
      '--skip-name-resolve',
      ...settings.map((setting) => `--${setting}`),
    ],
    { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  return running(
    child,
    folder,
    port,
    (database = 'shop') => `mariadb://admin:${PASSWORD}@127.0.0.1:${port}/${database}`,
  );
}

/** Starts Redis with a password. */
export async function startRedis(): Promise<TestServer> {
  const folder = folderFor({});
  const port = await freePort();
  const child = spawn(
    find('redis-server') ?? '',
    ['--port', String(port), '--bind', '127.0.0.1', '--requirepass', PASSWORD, '--save', '', '--dir', folder],
    { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  return running(child, folder, port, () => `redis://:${PASSWORD}@127.0.0.1:${port}/0`);
}

async function running(
  child: ChildProcess,
  folder: string,
  port: number,
  url: (database?: string) => string,
): Promise<TestServer> {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000);
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = (): void => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  const end = performance.now() + 40_000;
  while (!(await answers(port, url()))) {
    if (child.exitCode === null && performance.now() < end) continue;
    stop();
    throw new Error(`the server did not come up: ${said}`);
  }
  return {
    port,
    url,
    freeze: () => void child.kill('SIGSTOP'),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    [Symbol.dispose]: stop,
  };
}

/** Waits a little when nobody answers. A port of PostgreSQL takes connections before its databases do: its last word on that is in the greeting. */
async function answers(port: number, url: string): Promise<boolean> {
  if (!url.startsWith('postgres')) return accepts(port);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return false;
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => socket.end(() => resolve(true)));
    socket.once('error', () => setTimeout(() => resolve(false), 50));
  });
}
