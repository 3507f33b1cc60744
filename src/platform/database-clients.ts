/** Clients of database servers: one connection each that only reads, loaded when it is asked for, with a deadline on everything. */
import { setTimeout as sleep } from 'node:timers/promises';

/** One row by its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** A connection that understands SQL. One query at a time. */
export interface SqlClient {
  /** Runs one statement. @throws Error of the server, or when there is no answer in time: the connection is then closed */
  query(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** Ends the connection. Never throws. */
  close(): Promise<void>;
}

/** A connection that understands commands of Redis. */
export interface CommandClient {
  /** Sends one command. @throws Error of the server, or when there is no answer in time: the connection is then closed */
  send(words: readonly string[]): Promise<unknown>;
  /** Ends the connection. Never throws. */
  close(): Promise<void>;
}

/** Milliseconds in which a connection stands. */
const CONNECT = 5_000;
/** Milliseconds in which a question is answered: longer than the server itself gives it. */
const ANSWER = 3_000;
/** Milliseconds that an orderly goodbye may take. */
const GOODBYE = 500;
/** How a server's list of clients shows us. */
const OURSELVES = 'loadgate';

/** Connects to PostgreSQL. @throws Error when it does not stand within 5 s */
export async function connectPostgres(url: string, signal: AbortSignal): Promise<SqlClient> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    connectionString: url,
    application_name: OURSELVES,
    fallback_application_name: OURSELVES,
    connectionTimeoutMillis: CONNECT,
  });
  const broken = listenForEnd(client);
  const drop = (): void => void client.end().catch(() => undefined);
  await within(client.connect(), CONNECT, signal, drop);
  return {
    async query(sql, values = []) {
      broken.throwIfSo();
      const { rows } = await within(client.query<Row>(sql, [...values]), ANSWER, signal, drop);
      return rows;
    },
    close: () => patiently(client.end()),
  };
}

/** Connects to MySQL or MariaDB, without a default database: what we ask is then counted apart. @throws Error when it does not stand within 5 s */
export async function connectMysql(url: string, signal: AbortSignal): Promise<SqlClient> {
  const { createConnection } = await import('mysql2/promise');
  const address = new URL(url);
  address.pathname = '/';
  const connecting = createConnection({
    uri: address.href,
    connectTimeout: CONNECT,
    connectAttributes: { program_name: OURSELVES },
  });
  const dropLate = (): void => void connecting.then((late) => late.destroy()).catch(() => undefined);
  const client = await within(connecting, CONNECT, signal, dropLate);
  const broken = listenForEnd(client);
  return {
    async query(sql, values = []) {
      broken.throwIfSo();
      const [rows] = await within(client.query(sql, [...values]), ANSWER, signal, () => client.destroy());
      const found: readonly unknown[] = Array.isArray(rows) ? rows : [];
      return found.filter(isRow);
    },
    async close() {
      await patiently(client.end());
      client.destroy();
    },
  };
}

/** Connects to Redis or Valkey. @throws Error when it does not stand within 5 s */
export async function connectRedis(url: string, signal: AbortSignal): Promise<CommandClient> {
  const { createClient } = await import('@redis/client');
  const client = createClient({
    url: url.replace(/^valkey/, 'redis'),
    RESP: 2,
    disableClientInfo: true,
    disableOfflineQueue: true,
    socket: { connectTimeout: CONNECT, reconnectStrategy: false },
  });
  const broken = listenForEnd(client);
  const drop = (): void => client.destroy();
  await within(client.connect(), CONNECT, signal, drop);
  return {
    async send(words) {
      broken.throwIfSo();
      return await within(client.sendCommand([...words]), ANSWER, signal, drop);
    },
    close: () => {
      if (client.isOpen) client.destroy();
      return Promise.resolve();
    },
  };
}

/** Hears why a connection ends while nothing is asked: without a listener that would end the process, and later questions are told less. */
function listenForEnd(client: { on(event: 'error', listener: (error: Error) => void): unknown }) {
  let first: Error | null = null;
  client.on('error', (error) => {
    first ??= error;
  });
  return {
    throwIfSo(): void {
      if (first !== null) throw first;
    },
  };
}

const isRow = (row: unknown): row is Row => typeof row === 'object' && row !== null && !Array.isArray(row);

/** A promise with a deadline; `drop` ends what it works on when that has passed, or everything is to stop. */
async function within<Value>(
  promise: Promise<Value>,
  deadline: number,
  signal: AbortSignal,
  drop: () => void,
): Promise<Value> {
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(deadline)]);
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => {
      reject(new Error(signal.aborted ? 'the run was stopped' : `no answer within ${deadline / 1000} s`));
      drop();
    };
  });
  bounded.addEventListener('abort', stop, { once: true });
  if (bounded.aborted) stop();
  try {
    return await Promise.race([promise, stopped]);
  } finally {
    bounded.removeEventListener('abort', stop);
  }
}

async function patiently(goodbye: Promise<unknown>): Promise<void> {
  await Promise.race([goodbye.catch(() => undefined), sleep(GOODBYE, undefined, { ref: false })]);
}
