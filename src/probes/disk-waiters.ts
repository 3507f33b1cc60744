/** Threads that are stopped in the kernel for a disk (state D), counted by looks at their states. */
import { listKernelFolder, readKernelFile } from '../platform/kernel-files.ts';

/** Counts at every look. */
export interface DiskWaiters {
  look(pids: readonly number[]): void;
  /** Mean number over the looks; null without one. */
  mean(): number | null;
}

/** So many states are read in one look: half a millisecond's work. */
const MOST_STATES = 50;

/**
 * Opens a count. Of more than 50 threads every look reads 50, from another place on each time, and counts them for all. The states are those of
 * `/proc/<pid>/task/<tid>/stat` (proc_pid_stat(5)).
 */
export function openDiskWaiters(root: string): DiskWaiters {
  let looks = 0;
  let sum = 0;
  let place = 0;
  return {
    look(pids) {
      const threads = pids.flatMap((pid) => {
        const folder = `proc/${pid}/task`;
        return listKernelFolder(root, folder).map((thread) => `${folder}/${thread}/stat`);
      });
      if (threads.length === 0) return;
      const start = place % threads.length;
      const some = [...threads.slice(start), ...threads.slice(0, start)].slice(0, MOST_STATES);
      place = start + some.length;
      looks += 1;
      sum += (some.filter((path) => isWaiting(root, path)).length * threads.length) / some.length;
    },
    mean: () => (looks === 0 ? null : sum / looks),
  };
}

/** The name (field 2) may hold blanks and brackets: the state follows its end. */
function isWaiting(root: string, path: string): boolean {
  const stat = readKernelFile(root, path) ?? '';
  return stat[stat.lastIndexOf(')') + 2] === 'D';
}
