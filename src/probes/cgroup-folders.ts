/** Where the control groups of a process lie, of the old kind (one hierarchy a controller) or the new one (one for all). */
import { type KernelRoot, readKernelFile } from '../platform/kernel-files.ts';

/** The groups of one process that one controller bounds, its own first, then those around it. */
export interface GroupFolders {
  readonly version: 1 | 2;
  /** The process's own group as the kernel names it. */
  readonly path: string;
  /** Folders under `/`, without the leading slash; never empty. */
  readonly folders: readonly string[];
}

/** What limits CPU time, and what limits memory. */
export type Controller = 'cpu' | 'memory';

/**
 * Finds them by `/proc/<pid>/cgroup` (cgroups(7)), as our own namespace sees it, and our own mounts (proc_pid_mountinfo(5)); null where there is none. A controller that
 * an old hierarchy has is not in the new one.
 */
export function findGroup(root: KernelRoot, pid: number, controller: Controller): GroupFolders | null {
  const groups = parseGroups(readKernelFile(root, `proc/${pid}/cgroup`) ?? '');
  const group =
    groups.find(({ controllers }) => controllers.includes(controller)) ??
    groups.find(({ id }) => id === '0') ??
    null;
  if (group === null) return null;
  const version = group.id === '0' ? 2 : 1;
  const mount = parseMounts(readKernelFile(root, 'proc/self/mountinfo') ?? '').find(
    ({ type, options }) =>
      (version === 2 && type === 'cgroup2') ||
      (version === 1 && type === 'cgroup' && options.includes(controller)),
  );
  return mount === undefined ? null : { version, path: group.path, folders: foldersOf(mount, group.path) };
}

interface Group {
  readonly id: string;
  readonly controllers: readonly string[];
  readonly path: string;
}

function parseGroups(text: string): readonly Group[] {
  return text.split('\n').flatMap((line) => {
    const [, id, controllers = '', path] = /^(\d+):([^:]*):(\/.*)$/.exec(line) ?? [];
    return id === undefined || path === undefined ? [] : [{ id, controllers: controllers.split(','), path }];
  });
}

interface Mount {
  /** The group that is seen at the mount point. */
  readonly top: string;
  readonly point: string;
  readonly type: string;
  readonly options: readonly string[];
}

/** Fields: number, parent, device, root, mount point, options, any number of optional ones, a dash, type, source, options of the file system. */
function parseMounts(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ');
    const [, , , top = '', point = ''] = before.split(' ').map(unescapePath);
    const [type = '', , options = ''] = after.split(' ');
    return type.startsWith('cgroup') ? [{ top, point, type, options: options.split(',') }] : [];
  });
}

/** Blanks and backslashes in paths are octal there. */
const unescapePath = (path: string): string =>
  path.replace(/\\([0-7]{3})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 8)));

/** From the group's own folder up to the mount point. A group that is not below the one mounted is seen as that one: so it is inside most containers. */
function foldersOf({ top, point }: Mount, path: string): readonly string[] {
  const prefix = top === '/' ? '' : top;
  const below = path === prefix || path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : '';
  const names = below.split('/').filter((name) => name !== '' && name !== '..');
  return Array.from({ length: names.length + 1 }, (_, up) =>
    [point.replace(/^\//, ''), ...names.slice(0, names.length - up)].join('/'),
  );
}
