/** Ports of this machine: a free one, who listens on one, and whether that is one of ours. */
import { createServer } from 'node:net';
import { commandOf, holdersOf, type Listener, listListeners, socketsOf } from './procfs.ts';

/** A process that holds a port, as far as it can be told. */
export interface PortHolder {
  /** Null: a process of another user, or of a machine that does not tell. */
  readonly pid: number | null;
  readonly command: string | null;
}

/** Below the ports that systems give to outgoing connections, so that no connection of the load takes it before the service does. */
const FIRST_PORT = 20_000;
const LAST_PORT = 31_999;
const TRIES = 50;
/** Everything a service may listen on. */
const ADDRESSES = ['127.0.0.1', '::1', '0.0.0.0', '::'];

/** A port on which nobody listens, on any address of either family. @throws Error when none is found */
export async function freePort(random: () => number = Math.random): Promise<number> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const port = FIRST_PORT + Math.floor(random() * (LAST_PORT - FIRST_PORT + 1));
    if (!(await isPortTaken(port))) return port;
  }
  throw new Error(`no free port between ${FIRST_PORT} and ${LAST_PORT} in ${TRIES} tries`);
}

/** True when a socket on any address of this machine keeps others from listening on the port. */
export async function isPortTaken(port: number): Promise<boolean> {
  if (listenersOn(port).length > 0) return true;
  for (const address of ADDRESSES) {
    if (!(await canListen(address, port))) return true;
  }
  return false;
}

/** Who listens on the port. None when nobody does, or when this machine does not tell. */
export function holdersOfPort(port: number): readonly PortHolder[] {
  return describeHolders(listenersOn(port));
}

/**
 * Who else than these processes answers at an address and port that accept connections; null when they do. Where the machine does not tell
 * who listens (macOS), they do.
 */
export function findStranger(address: string, port: number, pids: readonly number[]): PortHolder | null {
  const listeners = listListeners();
  if (listeners === null) return null;
  const own = socketsOf(pids);
  const all = answering(
    listeners.filter((listener) => listener.port === port),
    address,
  );
  const foreign = all.filter(({ inode }) => !own.has(inode));
  // Nobody listens here: then it is answered from elsewhere, by a container's network for instance.
  if (all.length === 0) return { pid: null, command: null };
  return describeHolders(foreign)[0] ?? null;
}

/** What these processes listen on: `127.0.0.1:3000`, `[::]:8080`. */
export function listenedOn(pids: readonly number[]): readonly string[] {
  const own = socketsOf(pids);
  const sockets = (listListeners() ?? []).filter(({ inode }) => own.has(inode));
  return [
    ...new Set(
      sockets.map(({ address, port }) => `${address.includes(':') ? `[${address}]` : address}:${port}`),
    ),
  ];
}

/**
 * The sockets that would answer a connection to the address: the kernel prefers the exact address, then all addresses of its family; an IPv6
 * socket on all addresses takes IPv4 as well.
 */
export function answering(listeners: readonly Listener[], address: string): readonly Listener[] {
  const levels = address.includes(':') ? [address, '::'] : [address, '0.0.0.0', '::'];
  const level = levels.find((candidate) => listeners.some((listener) => listener.address === candidate));
  return listeners.filter((listener) => listener.address === level);
}

const listenersOn = (port: number): readonly Listener[] =>
  (listListeners() ?? []).filter((listener) => listener.port === port);

function describeHolders(listeners: readonly Listener[]): readonly PortHolder[] {
  if (listeners.length === 0) return [];
  const pids = holdersOf(new Set(listeners.map(({ inode }) => inode)));
  return pids.length === 0
    ? [{ pid: null, command: null }]
    : pids.map((pid) => ({ pid, command: commandOf(pid) }));
}

/** Listens and stops at once. An address that this machine does not have keeps nobody out. */
function canListen(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'EADDRINUSE'));
    server.listen({ host: address, port, exclusive: true, ipv6Only: address === '::' }, () =>
      server.close(() => resolve(true)),
    );
  });
}
