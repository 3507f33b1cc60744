/** Open files of a tree's processes: which of them has the most, and how many it may have. */
import type { ServiceReading } from '../domain/resources.ts';
import { type KernelRoot, countOpenFiles, readKernelFile } from '../platform/kernel-files.ts';

/** Looks again and again. */
export interface OpenFiles {
  look(pids: readonly number[]): void;
  /** Most of one process in any look, with that process's limit; null where they cannot be read. */
  most(): ServiceReading['openFiles'];
}

/** So many processes are looked at, the first ones of the tree. */
const MOST_PROCESSES = 300;

/** Opens looks. `root` stands for `/`. */
export function openOpenFiles(root: KernelRoot): OpenFiles {
  let most: ServiceReading['openFiles'] = null;
  return {
    look(pids) {
      for (const pid of pids.slice(0, MOST_PROCESSES)) {
        const count = countOpenFiles(root, pid);
        if (count === null || count <= (most?.most ?? -1)) continue;
        const limit = limitOf(root, pid);
        if (limit !== null) most = { most: count, limit };
      }
    },
    most: () => most,
  };
}

/** The soft limit in `/proc/<pid>/limits`. */
function limitOf(root: KernelRoot, pid: number): number | null {
  const limits = readKernelFile(root, `proc/${pid}/limits`) ?? '';
  const soft = /^Max open files +(\d+|unlimited) /m.exec(limits)?.[1];
  if (soft === undefined) return null;
  return soft === 'unlimited' ? Number.MAX_SAFE_INTEGER : Number(soft);
}
