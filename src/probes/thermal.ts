/** How often the hardware slowed its cores down for heat. */
import { listKernelFolder, readKernelFile } from '../platform/kernel-files.ts';

/** Folder of the cores, as `cpu0`, `cpu1`, …. */
export const CPU_FOLDER = 'sys/devices/system/cpu';

/** Names of the cores' folders. */
export const cpuFolders = (root: string): readonly string[] =>
  listKernelFolder(root, CPU_FOLDER).filter((name) => /^cpu\d+$/.test(name));

/** Times since boot, all cores together; null where the kernel does not count. */
export function thermalThrottlesOf(root: string): number | null {
  const counters = cpuFolders(root).flatMap((cpu) => {
    const path = `${CPU_FOLDER}/${cpu}/thermal_throttle/core_throttle_count`;
    const count = Number.parseInt(readKernelFile(root, path) ?? '', 10);
    return Number.isSafeInteger(count) ? [count] : [];
  });
  return counters.length === 0 ? null : counters.reduce((sum, count) => sum + count, 0);
}
