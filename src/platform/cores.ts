/** Which cores there are, and how a command is kept on some of them: generator and service apart, so that neither takes the other's. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { CoreSplit } from '../domain/measurement.ts';
import { readKernelFile } from './kernel-files.ts';

type Command = readonly [file: string, ...args: string[]];

/** The command on these cores; as it is when none are given. */
export function onCores(command: Command, cores: readonly number[] | null): Command {
  return cores === null ? command : ['taskset', '--cpu-list', cores.join(','), ...command];
}

/**
 * The generator, which needs one core, gets the last one that this process may use, and the service the others. Where cores are halves of one
 * (hyper-threads), the generator's other half stays idle if the service then still has two. Null with a single core, or where commands cannot be
 * kept on cores: anything but Linux with `taskset` (util-linux).
 */
export function splitCores(env: Readonly<Record<string, string | undefined>>, root = '/'): CoreSplit | null {
  const allowed = parseCores(
    /^Cpus_allowed_list:\s*(\S+)$/m.exec(readKernelFile(root, 'proc/self/status') ?? '')?.[1] ?? '',
  );
  const own = allowed.at(-1);
  if (own === undefined || allowed.length < 2 || !hasTaskset(env)) return null;
  const siblings = parseCores(
    readKernelFile(root, `sys/devices/system/cpu/cpu${own}/topology/thread_siblings_list`)?.trim() ?? '',
  );
  const others = allowed.filter((core) => core !== own);
  const apart = others.filter((core) => !siblings.includes(core));
  return { service: apart.length >= 2 ? apart : others, generator: [own] };
}

/** `0-2,7` -> 0, 1, 2, 7; none when it is no such list. */
export function parseCores(list: string): readonly number[] {
  if (!/^\d{1,5}(-\d{1,5})?(,\d{1,5}(-\d{1,5})?)*$/.test(list)) return [];
  return list.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  });
}

function hasTaskset(env: Readonly<Record<string, string | undefined>>): boolean {
  return (env['PATH'] ?? '')
    .split(delimiter)
    .some((folder) => folder !== '' && existsSync(join(folder, 'taskset')));
}
