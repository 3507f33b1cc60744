/** Reads Linux's `/proc`: which processes there are, what marks they carry, and who listens on which port. */
import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { listKernelFolder, readKernelFile } from './kernel-files.ts';

/** One process as the kernel lists it. */
export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  /** Process group. */
  readonly group: number;
  readonly session: number;
  /** True when it has ended and its parent has not looked yet. */
  readonly zombie: boolean;
  /** Clock ticks from boot to its start: with the pid, the identity of a process. 0 where the system does not say. */
  readonly started: number;
}

/** A TCP socket that listens. */
export interface Listener {
  /** `127.0.0.1`, `0.0.0.0`, `::`; an IPv4 address inside IPv6 is told as IPv4. */
  readonly address: string;
  readonly port: number;
  readonly inode: number;
}

/** Everything that runs, zombies included, but for these numbers; none where there is no `/proc`. `root` stands for `/`. */
export function listProcesses(root = '/', but: ReadonlySet<number> = new Set()): readonly ProcessEntry[] {
  return listKernelFolder(root, 'proc')
    .filter((name) => /^\d+$/.test(name) && !but.has(Number(name)))
    .map((pid) => parseStat(readKernelFile(root, `proc/${pid}/stat`) ?? ''))
    .filter((entry) => entry !== null);
}

/** Reads `/proc/<pid>/stat`; null when it is not one. */
export function parseStat(stat: string): ProcessEntry | null {
  // The name (field 2) may hold blanks, brackets and line breaks: the fields are counted from its end.
  const end = stat.lastIndexOf(')');
  if (end < 0) return null;
  const fields = stat.slice(end + 2).split(' ');
  const field = (number: number): number => Number(fields[number - 3]);
  const state = fields[0] ?? '';
  const entry = {
    pid: Number.parseInt(stat, 10),
    parent: field(4),
    group: field(5),
    session: field(6),
    zombie: state === 'Z' || state === 'X',
    started: field(22),
  };
  return [entry.pid, entry.parent, entry.group, entry.session, entry.started].every(Number.isInteger)
    ? entry
    : null;
}

/** True when `NAME=value` was in a process's environment when it started; null when that cannot be read, or not yet. */
export function hasMark(pid: number, mark: string, root = '/'): boolean | null {
  const environment = readKernelFile(root, `proc/${pid}/environ`);
  if (environment === null || environment === '') return null;
  return environment.split('\0').includes(mark);
}

/** The command line of a process in one line, its name in brackets when it has none, or null when it is gone. At most 200 characters. */
export function commandOf(pid: number, root = '/'): string | null {
  const line = readKernelFile(root, `proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim() ?? '';
  if (line !== '') return line.slice(0, 200);
  const name = readKernelFile(root, `proc/${pid}/comm`)?.trim();
  return name === undefined || name === '' ? null : `[${name}]`;
}

/** All TCP sockets of this machine (of our network namespace) that listen; null where there is no `/proc`. */
export function listListeners(root = '/'): readonly Listener[] | null {
  const tables = ['tcp', 'tcp6'].map((name) => readKernelFile(root, `proc/net/${name}`));
  if (tables.every((table) => table === null)) return null;
  return tables.flatMap((table) => parseListeners(table ?? ''));
}

/** State of a listening socket in `/proc/net/tcp`. */
const LISTENING = '0A';

/** Reads `/proc/net/tcp` or `tcp6`: the sockets that listen. */
export function parseListeners(table: string): readonly Listener[] {
  return table.split('\n').flatMap((line) => {
    const [, local = '', , state, , , , , , inode] = line.trim().split(/\s+/);
    const [address = '', port = ''] = local.split(':');
    if (state !== LISTENING) return [];
    return [{ address: parseAddress(address), port: Number.parseInt(port, 16), inode: Number(inode) }];
  });
}

/** The kernel prints each 32-bit word of an address with its bytes in reverse order (on little-endian machines: all that Node runs on widely). */
function parseAddress(hex: string): string {
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) =>
    (word.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)).toReversed(),
  );
  if (bytes.length === 4) return bytes.join('.');
  if (bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255) {
    return bytes.slice(12).join('.');
  }
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((bytes[2 * index] ?? 0) * 256 + (bytes[2 * index + 1] ?? 0)).toString(16),
  );
  // The URL parser writes an address the one canonical way.
  return URL.parse(`http://[${groups.join(':')}]`)?.hostname.slice(1, -1) ?? groups.join(':');
}

/** The sockets (as inodes) that these processes hold. Processes that we may not look into hold none. */
export function socketsOf(pids: readonly number[], root = '/'): ReadonlySet<number> {
  return new Set(pids.flatMap((pid) => inodesOf(pid, root)));
}

/** The pids that hold any of these sockets, as far as we may look. */
export function holdersOf(inodes: ReadonlySet<number>, root = '/'): readonly number[] {
  return listProcesses(root)
    .map(({ pid }) => pid)
    .filter((pid) => inodesOf(pid, root).some((inode) => inodes.has(inode)));
}

function inodesOf(pid: number, root: string): readonly number[] {
  return listKernelFolder(root, `proc/${pid}/fd`).flatMap((descriptor) => {
    const inode = /^socket:\[(\d+)\]$/.exec(readLink(join(root, `proc/${pid}/fd/${descriptor}`)))?.[1];
    return inode === undefined ? [] : [Number(inode)];
  });
}

function readLink(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
