/** Threads that are stopped in the kernel for a disk (state D), counted by looks at their states. */
import { type KernelRoot, listKernelFolder, readKernelFile } from '../platform/kernel-files.ts';

/** Counts at every look. */
export interface DiskWaiters {
  look(pids: readonly number[]): void;
  /** Mean number over the looks; null without one. */
  mean(): number | null;
}

/** So many states are read in one look, of the threads of so many processes: a millisecond's work. */
const MOST_STATES = 50;
const MOST_PROCESSES = 50;

/**
 * Opens a count. Of more than 50 threads every look reads 50, from another place on each time, and counts them for all; of more than 50 processes likewise. The states are those of
 * `/proc/<pid>/task/<tid>/stat` (proc_pid_stat(5)).
 */
export function openDiskWaiters(root: KernelRoot): DiskWaiters {
  let looks = 0;
  let sum = 0;
  let place = 0;
  let processes = 0;
  return {
    look(pids) {
      const listed = around(pids, processes, MOST_PROCESSES);
      processes += listed.length;
      const threads = listed.flatMap((pid) => {
        const folder = `proc/${pid}/task`;
        return listKernelFolder(root, folder).map((thread) => `${folder}/${thread}/stat`);
      });
      if (threads.length === 0) return;
      const some = around(threads, place, MOST_STATES);
      place += some.length;
      looks += 1;
      const share = some.filter((path) => isWaiting(root, path)).length / some.length;
      sum += (share * threads.length * pids.length) / listed.length;
    },
    mean: () => (looks === 0 ? null : sum / looks),
  };
}

/** The next so many of a ring. */
function around<Item>(all: readonly Item[], place: number, most: number): readonly Item[] {
  const start = all.length === 0 ? 0 : place % all.length;
  return [...all.slice(start), ...all.slice(0, start)].slice(0, most);
}

/** The name (field 2) may hold blanks and brackets: the state follows its end. */
function isWaiting(root: KernelRoot, path: string): boolean {
  const stat = readKernelFile(root, path) ?? '';
  return stat[stat.lastIndexOf(')') + 2] === 'D';
}
