/** Reading recorded `/proc` texts, and who belongs to a tree of processes. */
import { describe, expect, it } from 'vitest';
import {
  followTree,
  parsePs,
  type ProcessSource,
  withDescendants,
} from '../../../src/platform/process-list.ts';
import { answering } from '../../../src/platform/ports.ts';
import {
  hasMark,
  listProcesses,
  parseListeners,
  parseStat,
  type ProcessEntry,
} from '../../../src/platform/procfs.ts';

const REST = Array.from({ length: 15 }, () => '0').join(' ');
/** Fields 1 to 22 and two more, as the kernel prints them. */
const stat = (pid: number, name: string, state = 'S', parent = 1, group = pid, started = 100): string =>
  `${pid} (${name}) ${state} ${parent} ${group} ${group} ${REST} ${started} 1 2\n`;

describe('parseStat', () => {
  it('reads the fields', () => {
    expect(parseStat(stat(42, 'node', 'S', 7, 40, 555))).toEqual({
      pid: 42,
      parent: 7,
      group: 40,
      session: 40,
      zombie: false,
      started: 555,
    });
    expect(parseStat(stat(42, 'node', 'Z'))?.zombie).toBe(true);
  });

  it.each(['a b', ') S 1 1 1 (', 'x) Z 9 9', 'line\nbreak'])('is not confused by the name %j', (name) => {
    expect(parseStat(stat(42, name, 'R', 7, 40, 555))).toEqual({
      pid: 42,
      parent: 7,
      group: 40,
      session: 40,
      zombie: false,
      started: 555,
    });
  });

  it.each(['', 'nonsense', '42 (node', '42 (node) S', '42 (node) S a b c'])('says no to %j', (text) => {
    expect(parseStat(text)).toBeNull();
  });
});

describe.runIf(process.platform === 'linux')('this machine', () => {
  it('lists this process', () => {
    const self = listProcesses().find(({ pid }) => pid === process.pid);
    expect(self).toMatchObject({ parent: process.ppid, zombie: false });
  });

  it('has no mark that nobody made', () => {
    expect(hasMark(process.pid, 'LOADGATE_TREE=nobody')).toBe(false);
    expect(hasMark(2 ** 30, 'X=1')).toBeNull();
  });
});

const HEADER =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';
const line = (address: string, state = '0A'): string =>
  `   0: ${address} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000     0        0 12345 1 0000 100 0 0 10 0\n`;

describe('parseListeners', () => {
  it.each([
    ['0100007F:1F90', '127.0.0.1', 8080],
    ['00000000:0050', '0.0.0.0', 80],
    ['00000000000000000000000001000000:1F90', '::1', 8080],
    ['00000000000000000000000000000000:1F90', '::', 8080],
    ['0000000000000000FFFF00000100007F:1F90', '127.0.0.1', 8080],
    ['B80D0120000000000000000001000000:1F90', '2001:db8::1', 8080],
  ])('reads %s', (text, address, port) => {
    expect(parseListeners(HEADER + line(text))).toEqual([{ address, port, inode: 12345 }]);
  });

  it('leaves out what does not listen', () => {
    expect(parseListeners(HEADER + line('0100007F:1F90', '01') + line('0100007F:1F90', '06'))).toEqual([]);
  });
});

const at = (address: string, inode: number) => ({ address, port: 80, inode });

describe('answering', () => {
  it.each([
    ['127.0.0.1', [at('127.0.0.1', 1), at('0.0.0.0', 2), at('::', 3)], [1]],
    ['127.0.0.1', [at('0.0.0.0', 2), at('::', 3)], [2]],
    ['127.0.0.1', [at('::', 3), at('::1', 4)], [3]],
    ['::1', [at('0.0.0.0', 2), at('::', 3)], [3]],
    ['127.0.0.1', [at('127.0.0.1', 1), at('127.0.0.1', 5)], [1, 5]],
    ['127.0.0.1', [at('127.0.0.2', 1)], []],
  ])('F5: a connection to %s', (address, listeners, inodes) => {
    expect(answering(listeners, address).map(({ inode }) => inode)).toEqual(inodes);
  });
});

const entry = (pid: number, parent: number, more: Partial<ProcessEntry> = {}): ProcessEntry => ({
  pid,
  parent,
  group: pid,
  session: pid,
  zombie: false,
  started: pid,
  ...more,
});

/** A machine that changes under the test's hands. */
function machine(...first: readonly ProcessEntry[]) {
  let entries: readonly ProcessEntry[] = first;
  const marked = new Set<number>();
  const source: ProcessSource = { list: () => entries, marked: (pid) => marked.has(pid) };
  return { source, marked, now: (...next: readonly ProcessEntry[]) => void (entries = next) };
}
const pids = (tree: { look(): readonly ProcessEntry[] }): readonly number[] =>
  tree
    .look()
    .map(({ pid }) => pid)
    .toSorted((left, right) => left - right);

describe('followTree', () => {
  it('knows descendants, group, session and mark', () => {
    const root = entry(100, 50);
    const { source, marked, now } = machine(root);
    const tree = followTree(100, 'mark', source);
    marked.add(103);
    now(
      root,
      entry(101, 100),
      entry(102, 101),
      entry(103, 1),
      entry(104, 1, { group: 100 }),
      entry(105, 1, { session: 100 }),
      entry(106, 1),
      entry(107, 103),
    );
    expect(pids(tree)).toEqual([100, 101, 102, 103, 104, 105, 107]);
  });

  it('remembers who was once a member: a daemon that cleared its environment', () => {
    const root = entry(100, 50);
    const { source, now } = machine(root);
    const tree = followTree(100, 'mark', source);
    now(root, entry(101, 100));
    expect(pids(tree)).toEqual([100, 101]);
    now(entry(101, 1));
    expect(pids(tree)).toEqual([101]);
    // Another process under the same number is nobody we know.
    now(entry(101, 1, { started: 999 }));
    expect(pids(tree)).toEqual([]);
  });

  it('lets go of its number when somebody else has it', () => {
    const { source, now } = machine(entry(100, 50));
    const tree = followTree(100, 'mark', source);
    now(entry(100, 1, { started: 999 }), entry(200, 1, { group: 100 }));
    expect(pids(tree)).toEqual([]);
  });

  it('does not count zombies, this process, or the first process', () => {
    const { source, now } = machine(entry(100, 50));
    const tree = followTree(100, 'mark', source);
    now(entry(100, 50, { zombie: true }), entry(process.pid, 100), entry(1, 100));
    expect(pids(tree)).toEqual([]);
  });

  it('ends with parents that form a ring', () => {
    const ring = [entry(100, 102), entry(101, 100), entry(102, 101)];
    expect(withDescendants(ring.slice(0, 1), ring)).toHaveLength(3);
  });
});

describe('parsePs', () => {
  it('reads the table of ps', () => {
    expect(parsePs('    1     0     1 Ss\n  501     1   501 S+\n  502   501   501 Z\nnonsense\n')).toEqual([
      { pid: 1, parent: 0, group: 1, session: 0, zombie: false, started: 0 },
      { pid: 501, parent: 1, group: 501, session: 0, zombie: false, started: 0 },
      { pid: 502, parent: 501, group: 501, session: 0, zombie: true, started: 0 },
    ]);
  });
});
