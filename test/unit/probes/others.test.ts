/** Other programs, disks and TCP: on recorded trees, and on this machine. */
import { describe, expect, it } from 'vitest';
import { busiestDisk, readDevices, retransmitsBetween } from '../../../src/probes/device-counters.ts';
import { lookAtEverybody, othersBetween } from '../../../src/probes/others.ts';
import { processFiles } from './recorded-process.ts';
import { recordTree } from './recorded-tree.ts';

describe('othersBetween', () => {
  it('names programs by what they used, neither ours nor the kernel, three at most', () => {
    using tree = recordTree({
      ...processFiles(10, { ticks: 500, name: 'ours' }),
      ...processFiles(20, { ticks: 500, name: 'kworker/0:1', flags: 0x0020_8040 }),
      ...processFiles(30, { ticks: 100, name: 'cc1 (x)' }),
      ...processFiles(40, { name: 'make', reaped: 10 }),
      ...processFiles(41, { name: 'sh', parent: 40, ticks: 7 }),
      ...processFiles(50, { name: 'idle', ticks: 9 }),
    });
    const before = lookAtEverybody(tree.root);
    tree.write({
      ...processFiles(10, { ticks: 900, name: 'ours' }),
      ...processFiles(20, { ticks: 900, name: 'kworker/0:1', flags: 0x0020_8040 }),
      ...processFiles(30, { ticks: 150, name: 'cc1 (x)' }),
      ...processFiles(31, { ticks: 20, start: 99, name: 'cc1 (x)' }),
      // Its child 41 has ended: 7 of the 90 ticks had been seen before.
      ...processFiles(40, { name: 'make', reaped: 100 }),
      'proc/41': null,
      ...processFiles(50, { name: 'idle', ticks: 10 }),
      ...processFiles(60, { name: 'node-MainThread', ticks: 30, start: 99 }),
      ...processFiles(61, { name: 'MainThread', ticks: 10, start: 99 }),
      ...processFiles(70, { name: 'small', ticks: 5, start: 99 }),
    });
    const others = othersBetween(before, lookAtEverybody(tree.root), new Set([10]), 2);
    expect(others).toEqual([
      { name: 'make', cores: 0.415 },
      { name: 'cc1 (x)', cores: 0.35 },
      { name: 'node', cores: 0.2 },
    ]);
  });

  it('finds this process on this machine, and no thread of the kernel', () => {
    const all = [...lookAtEverybody('/').values()];
    expect(process.platform !== 'linux' || all.some(({ pid }) => pid === process.pid)).toBe(true);
    expect(all.some(({ name }) => name === 'kthreadd')).toBe(false);
  });
});

const disk = (name: string, read: number, written: number, busy: number) =>
  ` 254 0 ${name} 10 0 ${read} 5 10 0 ${written} 5 0 ${busy} 9 0 0 0 0 0 0\n`;
const tcp = (sent: number, again: number) =>
  `Ip: Forwarding\nIp: 1\nTcp: RtoMin InSegs OutSegs RetransSegs\nTcp: 200 5 ${sent} ${again}\n`;

describe('readDevices', () => {
  it('names the busiest whole disk, and the share of segments that were sent again', () => {
    using tree = recordTree({
      'proc/diskstats':
        disk('sda', 0, 0, 0) +
        disk('sda1', 0, 0, 0) +
        disk('nvme0n1', 100, 10, 1_000) +
        disk('nvme0n1p1', 0, 0, 0) +
        disk('dm-0', 0, 0, 0) +
        disk('loop3', 0, 0, 0),
      'proc/net/snmp': tcp(1_000, 10),
    });
    const before = readDevices(tree.root);
    tree.write({
      'proc/diskstats':
        disk('sda', 9, 9, 100) +
        disk('sda1', 9, 9, 1_999) +
        disk('nvme0n1', 300, 1_010, 2_500) +
        disk('nvme0n1p1', 9, 9, 1_999) +
        disk('dm-0', 9, 9, 1_999) +
        disk('loop3', 9, 9, 1_999) +
        disk('sdb', 9, 9, 9_999),
      'proc/net/snmp': tcp(1_097, 13),
    });
    const now = readDevices(tree.root);
    expect([...now.disks.keys()]).toEqual(['sda', 'nvme0n1', 'sdb']);
    expect(busiestDisk(before, now, 2)).toEqual({
      name: 'nvme0n1',
      busy: 0.75,
      read: 51_200,
      written: 256_000,
    });
    expect(retransmitsBetween(before, now)).toBeCloseTo(0.03, 9);
    expect(retransmitsBetween(now, now)).toBeNull();
  });

  it('says nothing where nothing can be read', () => {
    using tree = recordTree();
    const nothing = readDevices(tree.root);
    expect(busiestDisk(nothing, nothing, 1)).toBeNull();
    expect(retransmitsBetween(nothing, nothing)).toBeNull();
  });
});
