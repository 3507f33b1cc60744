/** What one control group allows and what it has withheld since it was made, of either version. */
import { type KernelRoot, readKernelFile } from '../platform/kernel-files.ts';
import type { GroupFolders } from './cgroup-folders.ts';

/** The tightest CPU limit around a process, with the counters of the group that has it. */
export interface CpuGroup {
  readonly folder: string;
  /** In cores; null without a limit. */
  readonly limit: number | null;
  /** Periods of enforcement so far, and those in which CPU time was cut off. */
  readonly periods: number;
  readonly throttledPeriods: number;
  /** Nanoseconds that its tasks were held back, all cores together; null where it is not counted. */
  readonly throttled: number | null;
}

/** The tightest memory limit around a process, with the counters of the group that has it; without one, of its own group. */
export interface MemoryGroup {
  readonly folder: string;
  /** Bytes; null without a limit. */
  readonly limit: number | null;
  readonly used: number | null;
  /** Processes killed so far for want of memory. */
  readonly kills: number;
  /** Times so far that it ran into its limit. */
  readonly limitHits: number;
}

/** Reads the CPU limit; null where no group says anything of it. Files: Documentation/scheduler/sched-bwc.rst, Documentation/admin-guide/cgroup-v2.rst. */
export function readCpuGroup(root: KernelRoot, { version, folders }: GroupFolders): CpuGroup | null {
  const found = tightest(folders, (folder) =>
    version === 2 ? quotaV2(readKernelFile(root, `${folder}/cpu.max`)) : quotaV1(root, folder),
  );
  if (found === null) return null;
  const count = counter(readKernelFile(root, `${found.folder}/cpu.stat`));
  const throttled = version === 2 ? scaled(count('throttled_usec'), 1_000) : count('throttled_time');
  return {
    ...found,
    periods: count('nr_periods') ?? 0,
    throttledPeriods: count('nr_throttled') ?? 0,
    throttled,
  };
}

/** Reads the memory limit; null where no group says anything of it. Files: Documentation/admin-guide/cgroup-v1/memory.rst and cgroup-v2.rst. */
export function readMemoryGroup(root: KernelRoot, { version, folders }: GroupFolders): MemoryGroup | null {
  const names = version === 2 ? FILES_V2 : FILES_V1;
  const found = tightest(folders, (folder) => bytesLimit(readKernelFile(root, `${folder}/${names.limit}`)));
  if (found === null) return null;
  const read = (file: string): string | null => readKernelFile(root, `${found.folder}/${file}`);
  const events = counter(read(names.events));
  return {
    ...found,
    used: numberIn(read(names.used)),
    kills: events('oom_kill') ?? 0,
    limitHits: (version === 2 ? events('max') : numberIn(read('memory.failcnt'))) ?? 0,
  };
}

const FILES_V1 = {
  limit: 'memory.limit_in_bytes',
  used: 'memory.usage_in_bytes',
  events: 'memory.oom_control',
} as const;
const FILES_V2 = { limit: 'memory.max', used: 'memory.current', events: 'memory.events' } as const;

/** What a file says: a limit, `none`, or null when it says nothing. */
type Limit = number | 'none' | null;

/** The folder with the lowest limit; the first that says anything when none has a limit. */
function tightest(
  folders: readonly string[],
  limitOf: (folder: string) => Limit,
): { readonly folder: string; readonly limit: number | null } | null {
  const told = folders.flatMap((folder) => {
    const limit = limitOf(folder);
    return limit === null ? [] : [{ folder, limit: limit === 'none' ? Infinity : limit }];
  });
  const [first, ...others] = told;
  if (first === undefined) return null;
  const { folder, limit } = others.reduce((least, each) => (each.limit < least.limit ? each : least), first);
  return { folder, limit: limit === Infinity ? null : limit };
}

/** `max 100000` or `50000 100000`: microseconds in a period. */
function quotaV2(text: string | null): Limit {
  const [, quota, period] = /^(\d+|max) (\d+)/.exec(text ?? '') ?? [];
  if (quota === undefined) return null;
  return quota === 'max' ? 'none' : Number(quota) / Number(period);
}

/** A negative quota is none. */
function quotaV1(root: KernelRoot, folder: string): Limit {
  const quota = numberIn(readKernelFile(root, `${folder}/cpu.cfs_quota_us`));
  const period = numberIn(readKernelFile(root, `${folder}/cpu.cfs_period_us`));
  if (quota === null || period === null || period <= 0) return null;
  return quota < 0 ? 'none' : quota / period;
}

/** The old kind says "none" with the largest number of whole pages, near 2^63. */
const NO_LIMIT = 2 ** 60;

function bytesLimit(text: string | null): Limit {
  if (text?.trim() === 'max') return 'none';
  const limit = numberIn(text);
  return limit !== null && limit >= NO_LIMIT ? 'none' : limit;
}

function numberIn(text: string | null): number | null {
  return text !== null && /^-?\d+\s*$/.test(text) ? Number(text) : null;
}

/** A value by its name, from lines of names and values; null when it is not there. */
function counter(text: string | null): (name: string) => number | null {
  return (name) => numberIn(new RegExp(`^${name} (\\d+)$`, 'm').exec(text ?? '')?.[1] ?? null);
}

const scaled = (value: number | null, factor: number): number | null =>
  value === null ? null : value * factor;
