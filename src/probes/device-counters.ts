/** The kernel's counters of disks and of TCP, for the whole machine (TCP: for our own network namespace). */
import type { HostReading } from '../domain/measurement.ts';
import { type Ratio, ratio } from '../domain/units.ts';
import { type KernelRoot, readKernelFile } from '../platform/kernel-files.ts';

/** The counters at one moment. */
export interface DeviceCounters {
  /** Whole disks, by name; none where they cannot be read. */
  readonly disks: ReadonlyMap<string, DiskCounters>;
  readonly tcp: TcpCounters | null;
}

/** One disk since the system booted. */
export interface DiskCounters {
  /** Milliseconds in which it had work. */
  readonly busy: number;
  /** Bytes. */
  readonly read: number;
  readonly written: number;
}

/** Segments since the system booted. */
export interface TcpCounters {
  /** Those sent for the first time. */
  readonly sent: number;
  readonly sentAgain: number;
}

/** Reads them. `root` stands for `/`. */
export function readDevices(root: KernelRoot): DeviceCounters {
  return { disks: disksOf(root), tcp: tcpOf(root) };
}

/** The disk that had work for the longest between two readings, `seconds` apart; null without one. */
export function busiestDisk(
  before: DeviceCounters,
  now: DeviceCounters,
  seconds: number,
): HostReading['disk'] {
  const disks = [...now.disks].flatMap(([name, later]) => {
    const earlier = before.disks.get(name);
    return earlier === undefined ? [] : [diskBetween(name, earlier, later, seconds)];
  });
  return disks.toSorted((left, right) => right.busy - left.busy)[0] ?? null;
}

/** Segments sent again as a share of all sent between two readings; null where none was sent or they cannot be read. */
export function retransmitsBetween(before: DeviceCounters, now: DeviceCounters): Ratio | null {
  if (before.tcp === null || now.tcp === null) return null;
  const again = Math.max(0, now.tcp.sentAgain - before.tcp.sentAgain);
  const all = Math.max(0, now.tcp.sent - before.tcp.sent) + again;
  return all === 0 ? null : ratio(again / all);
}

/** Memory, optical drives, and what lies on top of other disks. */
const NO_DISK = /^(?:loop|ram|zram|dm-|md|sr|fd|nbd)\d/;
/** The kernel's sectors have 512 bytes whatever the disk's have (Documentation/admin-guide/iostats.rst). */
const SECTOR = 512;

function disksOf(root: KernelRoot): ReadonlyMap<string, DiskCounters> {
  const lines = (readKernelFile(root, 'proc/diskstats') ?? '')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , name = '', ...counters]) => counters.length >= 10 && !NO_DISK.test(name));
  const names = lines.map(([, , name = '']) => name);
  const disks = lines.map(([, , name = '', ...counters]) => {
    const [, , read = 0, , , , written = 0, , , busy = 0] = counters.map(Number);
    return [name, { busy, read: read * SECTOR, written: written * SECTOR }] as const;
  });
  return new Map(disks.filter(([name]) => !names.some((disk) => isPartition(name, disk))));
}

/** `sda1` of `sda`, `nvme0n1p1` of `nvme0n1`. */
function isPartition(name: string, disk: string): boolean {
  return name.startsWith(disk) && /^p?\d+$/.test(name.slice(disk.length));
}

/** Two lines of `/proc/net/snmp`: names and values. `OutSegs` leaves out what is sent again (RFC 4022). */
function tcpOf(root: KernelRoot): TcpCounters | null {
  const lines = (readKernelFile(root, 'proc/net/snmp') ?? '').matchAll(/^Tcp: (.+)$/gm);
  const [names = [], values = []] = [...lines].map(([, line = '']) => line.split(' '));
  const value = (name: string): number => Number(values[names.indexOf(name)] ?? Number.NaN);
  const counters = { sent: value('OutSegs'), sentAgain: value('RetransSegs') };
  return Object.values(counters).every(Number.isFinite) ? counters : null;
}

function diskBetween(
  name: string,
  before: DiskCounters,
  now: DiskCounters,
  seconds: number,
): NonNullable<HostReading['disk']> {
  return {
    name,
    busy: ratio(Math.min(1, Math.max(0, now.busy - before.busy) / 1_000 / seconds)),
    read: Math.max(0, now.read - before.read) / seconds,
    written: Math.max(0, now.written - before.written) / seconds,
  };
}
