/** A control group of its own for a service, with a limit on CPU time: version 1 or 2, as root. */
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A group that bounds whoever joins it. Disposing it removes it, once it is empty. */
export interface CpuLimit extends AsyncDisposable {
  /** Shell command by which a shell, and what comes after it, joins the group. */
  readonly join: string;
}

const GROUPS = '/sys/fs/cgroup';
const OLD = join(GROUPS, 'cpu');
const PERIOD_US = 100_000;
const REMOVE_MS = 5_000;

/** Makes a group that may use so many cores' worth. Null where this machine lets nobody make one. */
export function openCpuLimit(cores: number): CpuLimit | null {
  const group = `loadgate-bench-${process.pid}-${Date.now()}`;
  const quota = Math.round(cores * PERIOD_US);
  try {
    return existsSync(join(OLD, 'cpu.cfs_quota_us')) ? oldLimit(group, quota) : newLimit(group, quota);
  } catch {
    return null;
  }
}

function oldLimit(group: string, quota: number): CpuLimit {
  const folder = join(OLD, group);
  mkdirSync(folder);
  writeFileSync(join(folder, 'cpu.cfs_period_us'), String(PERIOD_US));
  writeFileSync(join(folder, 'cpu.cfs_quota_us'), String(quota));
  return limitOf(folder);
}

function newLimit(group: string, quota: number): CpuLimit {
  const control = join(GROUPS, 'cgroup.subtree_control');
  if (!readFileSync(control, 'utf8').split(/\s/u).includes('cpu')) writeFileSync(control, '+cpu');
  const folder = join(GROUPS, group);
  mkdirSync(folder);
  writeFileSync(join(folder, 'cpu.max'), `${quota} ${PERIOD_US}`);
  return limitOf(folder);
}

function limitOf(folder: string): CpuLimit {
  return {
    join: `echo $$ > '${join(folder, 'cgroup.procs')}'`,
    [Symbol.asyncDispose]: () => remove(folder),
  };
}

/** The kernel refuses while a process of it is still ending. */
async function remove(folder: string): Promise<void> {
  const deadline = performance.now() + REMOVE_MS;
  for (;;) {
    try {
      rmdirSync(folder);
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await sleep(50);
    }
  }
}
