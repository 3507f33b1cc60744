/** How each kind of database server is laid out, started and greeted. Its folder is its own, and nothing in it has to last. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@redis/client';
import mysql from 'mysql2/promise';
import { Client } from 'pg';

/** Which server. */
export type ServerKind = 'postgresql' | 'mariadb' | 'redis';

/** What every password of these servers is. */
export const PASSWORD = 'sesame-4711';

/** A program and its arguments. */
export type Command = readonly [program: string, ...args: readonly string[]];

/** One kind of server. */
export interface Recipe {
  /** The account of its own that it has where it is installed. */
  readonly user: string;
  readonly programs: readonly string[];
  /** What a fresh machine (Debian, Ubuntu) installs. */
  readonly packages: string;
  /** URL of the user that may do everything, for a database or for the first one. */
  readonly url: (port: number, database?: string) => string;
  /** Writes what the server is to find in its folder; the command, if any, makes the rest of it. */
  readonly layOut: (folder: string) => Command | null;
  readonly start: (folder: string, port: number) => Command;
  /** Arguments for settings like `name=value`. */
  readonly settings: (settings: readonly string[]) => readonly string[];
  /** With these it tells statements apart. */
  readonly counting: readonly string[];
  /** Ends it now, and in order. */
  readonly end: NodeJS.Signals;
  /** Ends well as soon as the server answers. */
  readonly greet: (url: string) => Promise<void>;
}

const DATA = 'data';
const FIRST = 'first.sql';
const PASSWORDS = 'password';
const GREETING_MS = 5_000;

const postgresql: Recipe = {
  user: 'postgres',
  programs: ['initdb', 'postgres'],
  packages: 'postgresql postgresql-contrib',
  url: (port, database = 'postgres') => `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${database}`,
  layOut: (folder) => {
    writeFileSync(join(folder, PASSWORDS), PASSWORD);
    const access = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${join(folder, PASSWORDS)}`];
    return ['initdb', '-D', join(folder, DATA), ...access, '-E', 'UTF8', '--locale=C', '--no-sync'];
  },
  start: (folder, port) => [
    'postgres',
    '-D',
    join(folder, DATA),
    '-p',
    String(port),
    '-h',
    '127.0.0.1',
    ...postgresql.settings([
      'unix_socket_directories=',
      'fsync=off',
      'synchronous_commit=off',
      'autovacuum=off',
    ]),
  ],
  settings: (settings) => settings.flatMap((setting) => ['-c', setting]),
  counting: ['shared_preload_libraries=pg_stat_statements'],
  // SIGTERM would wait until every client has gone.
  end: 'SIGINT',
  greet: async (url) => {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: GREETING_MS });
    client.on('error', () => undefined);
    await client.connect();
    await client.end();
  },
};

const mariadb: Recipe = {
  user: 'mysql',
  programs: ['mariadb-install-db', 'mariadbd'],
  packages: 'mariadb-server',
  url: (port, database = 'shop') => `mariadb://admin:${PASSWORD}@127.0.0.1:${port}/${database}`,
  layOut: (folder) => {
    mkdirSync(join(folder, DATA));
    writeFileSync(
      join(folder, FIRST),
      [
        'CREATE DATABASE shop;',
        `CREATE USER 'admin'@'%' IDENTIFIED BY '${PASSWORD}';`,
        "GRANT ALL ON *.* TO 'admin'@'%' WITH GRANT OPTION;",
        '',
      ].join('\n'),
    );
    const access = ['--auth-root-authentication-method=normal', '--skip-test-db'];
    return ['mariadb-install-db', '--no-defaults', `--datadir=${join(folder, DATA)}`, ...access];
  },
  start: (folder, port) => [
    'mariadbd',
    '--no-defaults',
    `--datadir=${join(folder, DATA)}`,
    `--socket=${join(folder, 's')}`,
    `--pid-file=${join(folder, 'pid')}`,
    `--init-file=${join(folder, FIRST)}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-flush-method=nosync',
  ],
  settings: (settings) => settings.map((setting) => `--${setting}`),
  counting: ['performance-schema=ON'],
  end: 'SIGTERM',
  greet: async (url) => {
    const connection = await mysql.createConnection({ uri: url, connectTimeout: GREETING_MS });
    await connection.end();
  },
};

const redis: Recipe = {
  user: 'redis',
  programs: ['redis-server'],
  packages: 'redis-server',
  url: (port, database = '0') => `redis://:${PASSWORD}@127.0.0.1:${port}/${database}`,
  layOut: () => null,
  start: (folder, port) => [
    'redis-server',
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--requirepass',
    PASSWORD,
    '--save',
    '',
  ],
  settings: (settings) =>
    settings.flatMap((setting) => {
      const [name = '', ...value] = setting.split('=');
      return [`--${name}`, value.join('=')];
    }),
  counting: [],
  end: 'SIGTERM',
  greet: async (url) => {
    const client = createClient({ url, socket: { reconnectStrategy: false } });
    client.on('error', () => undefined);
    await client.connect();
    await client.ping();
    client.destroy();
  },
};

/** By kind. */
export const RECIPES: Readonly<Record<ServerKind, Recipe>> = { postgresql, mariadb, redis };
