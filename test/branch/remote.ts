/** A bare remote that keeps a record of every push, and clones of it. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openGitBranch } from '../../src/platform/git-branch.ts';
import { git, initRepository, type TestWorld, worldAt } from '../e2e/baseline/scratch.ts';
import type { Writer } from './race.ts';

/** The remote. */
export interface Remote {
  readonly directory: string;
  /** Every update of the branch that the remote took: the commit before and after. */
  readonly updates: () => readonly { readonly before: string; readonly after: string }[];
  /** A clone with its world. */
  clone(name: string): TestWorld;
}

const ZEROS = /^0+$/;

/** Makes the remote in a folder: it refuses what is no fast-forward, and notes in a log of its own what it takes. */
export function openRemote(root: string): Remote {
  const seed = initRepository(join(root, 'seed'));
  const directory = join(root, 'remote.git');
  git(root, 'clone', '--quiet', '--bare', seed, directory);
  git(directory, 'config', 'receive.denyNonFastForwards', 'true');
  git(directory, 'config', 'core.logAllRefUpdates', 'true');
  const record = join(directory, 'updates');
  writeFileSync(record, '');
  hook(
    directory,
    'post-receive',
    `while read before after ref; do echo "$before $after" >> '${record}'; done`,
  );
  rmSync(seed, { recursive: true });
  return {
    directory,
    updates: () =>
      readFileSync(record, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => {
          const [before = '', after = ''] = line.split(' ');
          return { before, after };
        }),
    clone(name) {
      git(root, 'clone', '--quiet', directory, name);
      return worldAt(join(root, name));
    },
  };
}

/** Writes a hook of a bare repository. */
export function hook(directory: string, name: string, script: string): void {
  writeFileSync(join(directory, 'hooks', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

/** Updates that were no fast-forward: forced. */
export function forcedPushes({ directory, updates }: Remote): number {
  return updates().filter(({ before, after }) => {
    if (ZEROS.test(before)) return false;
    try {
      git(directory, 'merge-base', '--is-ancestor', before, after);
      return false;
    } catch {
      return true;
    }
  }).length;
}

/** The branch as this world reaches it by git. @throws Error when it has no origin */
export const writerByGit = (world: TestWorld): Writer => ({
  world,
  open: async () => {
    const branch = await openGitBranch(world, 'loadgate');
    if (branch === null) throw new Error('the clone has no origin');
    return branch;
  },
});
