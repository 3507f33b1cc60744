/** How often a container's CPU was cut off, from its control group: Podman's API says zero of it, whatever happened. */
import { readKernelFile } from '../platform/kernel-files.ts';
import type { Pair } from './container-answers.ts';

/** Folders of the CPU controller under `/`: alone or with its accounting (v1), and the one hierarchy of v2. */
const MOUNTS: Readonly<Record<string, readonly string[]>> = {
  cpu: ['sys/fs/cgroup/cpu', 'sys/fs/cgroup/cpu,cpuacct'],
  '': ['sys/fs/cgroup', 'sys/fs/cgroup/unified'],
};

/**
 * The files that may hold the counts of a container, the likeliest first; none when its process is not on this machine (an engine in a virtual machine has
 * numbers of its own), which the group's name tells: it holds the container's id.
 */
export function throttlingFiles(pid: number, id: string, root = '/'): readonly string[] {
  const groups = (readKernelFile(root, `proc/${pid}/cgroup`) ?? '').split('\n').flatMap((line) => {
    const [, controllers = '', path = ''] = /^\d+:([^:]*):(.*)$/.exec(line) ?? [];
    return path.includes(id) ? [{ controllers: controllers.split(','), path: ownPart(path, id) }] : [];
  });
  return Object.entries(MOUNTS).flatMap(([controller, mounts]) =>
    groups
      .filter(({ controllers }) => controllers.includes(controller))
      .flatMap(({ path }) => mounts.map((mount) => `${mount}${path}/cpu.stat`)),
  );
}

/** Engines may put processes into a group inside the one that has the limits. */
function ownPart(path: string, id: string): string {
  const steps = path.split('/');
  return steps.slice(0, steps.findIndex((step) => step.includes(id)) + 1).join('/');
}

/** Enforcement periods, and those with a cut (`cpu.stat`, Documentation/scheduler/sched-bwc.rst); null when no file says it. */
export function readThrottling(files: readonly string[], root = '/'): Pair | null {
  for (const file of files) {
    const text = readKernelFile(root, file) ?? '';
    const periods = /^nr_periods (\d+)$/m.exec(text)?.[1];
    const throttled = /^nr_throttled (\d+)$/m.exec(text)?.[1];
    if (periods !== undefined && throttled !== undefined) return [Number(periods), Number(throttled)];
  }
  return null;
}
