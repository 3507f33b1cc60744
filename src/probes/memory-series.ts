/** The memory of a tree of processes by the second: the series in which a leak shows. */
import { type Bytes, bytes, type Millis, toSeconds } from '../domain/units.ts';
import type { ProcessReading } from './process-tree.ts';

/** Bytes by whole seconds since the start; null for a second without a look. */
export type MemorySeries = readonly (Bytes | null)[];

/** A series that grows by looks. */
export interface MemoryAccount {
  /** Takes a look at all processes of the tree that are alive; `at` is the time since the start. */
  look(at: Millis, alive: readonly ProcessReading[]): void;
  /** Null without a look, or when the kernel did not say in one of them. */
  series(): MemorySeries | null;
}

/**
 * Opens an account of anonymous memory, resident or swapped out (`RssAnon` and `VmSwap` of `/proc/<pid>/status`, proc_pid_status(5)), added up over the tree.
 * Anonymous memory is what a program asked for: heaps, stacks, buffers, compiled code. Pages of files, which all of RSS counts, come and go with the kernel's
 * cache, and pages of shared memory would count once a process. The proportional share (`Pss` of `smaps_rollup`) would count nothing twice, but the kernel
 * walks all page tables for it (1.2 ms a process and look, where `status` takes 0.03 ms and is read anyway); what processes share after a fork is
 * counted twice here, which moves the level and no slope.
 *
 * The least of a second's looks is kept: what lives for less than that, a short child or a large answer, is no growth.
 */
export function openMemorySeries(): MemoryAccount {
  const seconds: (number | null)[] = [];
  let unknown = false;
  return {
    look(at, alive) {
      if (alive.length === 0) return;
      const all = alive.map(({ anonymous }) => anonymous);
      unknown ||= all.includes(null);
      const second = Math.max(0, Math.floor(toSeconds(at)));
      while (seconds.length <= second) seconds.push(null);
      const sum = all.reduce<number>((total, each) => total + (each ?? 0), 0);
      seconds[second] = Math.min(seconds[second] ?? Infinity, sum);
    },
    series: () =>
      unknown || seconds.length === 0 ? null : seconds.map((each) => (each === null ? null : bytes(each))),
  };
}
