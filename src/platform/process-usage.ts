/** What processes use where there is no `/proc` (macOS): one `ps` for all of them, and Node's own account of the cores. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type CpuInfo, cpus } from 'node:os';

/** One process as `ps` tells it. */
export interface ProcessUsage {
  readonly pid: number;
  /** User and system time in seconds. */
  readonly cpu: number;
  /** Resident memory in bytes. */
  readonly memory: number;
}

/** Time of one core since it booted, in milliseconds. */
export interface CoreTime {
  readonly busy: number;
  readonly idle: number;
}

/** True where processes are read by `ps`: on macOS. */
export const hasUsageByPs = process.platform === 'darwin' && !existsSync('/proc/self/stat');

/** Asks for these processes; none where `ps` does not answer within two seconds. */
export function usageByPs(pids: readonly number[]): readonly ProcessUsage[] {
  if (pids.length === 0) return [];
  const { stdout } = spawnSync('ps', ['-o', 'pid=,time=,rss=', '-p', pids.join(',')], {
    encoding: 'utf8',
    timeout: 2_000,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
  });
  return parseUsage(stdout ?? '');
}

/** Reads `ps -o pid=,time=,rss=`: time is `[[days-]hours:]minutes:seconds[.hundredths]`, memory is in KiB. Other lines are left out. */
export function parseUsage(table: string): readonly ProcessUsage[] {
  return table.split('\n').flatMap((line) => {
    const [, pid, days, clock, memory] = /^\s*(\d+)\s+(?:(\d+)-)?([\d:.]+)\s+(\d+)\s*$/.exec(line) ?? [];
    if (clock === undefined) return [];
    const time = clock.split(':').reduce((sum, part) => 60 * sum + Number(part), 0);
    return [{ pid: Number(pid), cpu: 86_400 * Number(days ?? 0) + time, memory: 1_024 * Number(memory) }];
  });
}

/** The cores by Node's account; none where it has none. */
export function coreTimes(cores: readonly Pick<CpuInfo, 'times'>[] = cpus()): readonly CoreTime[] {
  return cores.map(({ times: { user, nice, sys, irq, idle } }) => ({ busy: user + nice + sys + irq, idle }));
}
