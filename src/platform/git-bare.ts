/** Bare repositories of this run's own: what is fetched goes there, so that the user's repository stays as it is, to the byte. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gitText, type Repository } from './git-process.ts';
import type { World } from './world.ts';

/** A repository of this name under the run's temporary folder, made where it is not there yet, without the templates of the user's git. @throws Failure */
export async function openBare(
  world: World,
  name: string,
  { format, config }: { readonly format: () => Promise<string>; readonly config: Repository['config'] },
): Promise<Repository> {
  const directory = join(world.temporary, name);
  if (!existsSync(directory)) {
    const init = ['init', '--quiet', '--bare', '--template=', `--object-format=${await format()}`, directory];
    await gitText(world, { directory: world.temporary, config: [] }, init);
  }
  return { directory, config };
}

/** Arguments that fetch this much of what a remote has, and nothing else. `what`: a commit, or a refspec. */
export const fetchArguments = (url: string, what: string, depth: number): readonly string[] => [
  'fetch',
  '--quiet',
  `--depth=${depth}`,
  '--no-tags',
  '--no-write-fetch-head',
  '--no-recurse-submodules',
  '--no-auto-maintenance',
  '--upload-pack=git-upload-pack',
  '--end-of-options',
  url,
  what,
];
