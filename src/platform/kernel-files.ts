/** Small files in which the kernel and the system describe themselves, and what the runtime knows of the hardware. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';

/** Files of another machine's kernel, as they were told. Paths are like `proc/1/stat`. */
export interface KernelFiles {
  /** The text of one, or null. */
  read(path: string): string | null;
  /** Names in a folder, sorted. */
  list(path: string): readonly string[];
}

/** What stands for `/`: a folder, or files that were told. */
export type KernelRoot = string | KernelFiles;

/** The text of a file under `root` (`/`, a recorded tree, or what another machine told), or null when it cannot be read. Synchronous: these files are not on any disk. */
export function readKernelFile(root: KernelRoot, path: string): string | null {
  if (typeof root !== 'string') return root.read(path);
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return null;
  }
}

/** Names in a folder under `root`, sorted; none when it cannot be read. */
export function listKernelFolder(root: KernelRoot, path: string): readonly string[] {
  if (typeof root !== 'string') return root.list(path);
  try {
    return readdirSync(join(root, path)).sort();
  } catch {
    return [];
  }
}

/**
 * How many files a process has open; null when that cannot be read. Since Linux 6.2 the folder's size says it (proc_pid_fd(5)); before that its size is 0, and
 * its entries are counted. `root` stands for `/`; of another machine it is not told.
 */
export function countOpenFiles(root: KernelRoot, pid: number): number | null {
  if (typeof root !== 'string') return null;
  const folder = join(root, `proc/${pid}/fd`);
  try {
    const size = root === '/' ? statSync(folder).size : 0;
    return size > 0 ? size : readdirSync(folder).length;
  } catch {
    return null;
  }
}

/** What the runtime knows of the hardware and the system. */
export interface HardwareFacts {
  readonly cpuModel: string | null;
  /** Cores that this process may use: affinity and container limits are respected. */
  readonly cores: number;
  /** In Node's words: `x64`, `arm64`. */
  readonly architecture: string;
  /** Bytes. */
  readonly memory: number;
  /** `Linux`, `Darwin`, `Windows_NT`. */
  readonly system: string;
  /** Release of the kernel. */
  readonly release: string;
  /** Version of Node, without a `v`. */
  readonly node: string;
}

/** Asks the runtime. */
export function hardwareFacts(): HardwareFacts {
  const model = cpus()[0]?.model.trim();
  return {
    cpuModel: model === undefined || model === '' || model === 'unknown' ? null : model,
    cores: availableParallelism(),
    architecture: process.arch,
    memory: totalmem(),
    system: type(),
    release: release(),
    node: process.versions.node,
  };
}
