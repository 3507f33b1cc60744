/** Brings a commit into a folder of its own, so that it can be built and started beside the user's checkout, of which not a byte changes. */
import { phrase } from '../domain/phrase.ts';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { millis } from '../domain/units.ts';
import { repositoryWith, requireRepository } from './git.ts';
import { complain, gitText, type Repository, runGit } from './git-process.ts';
import { confine, isDirectory } from './files.ts';
import type { World } from './world.ts';

/** Even of a large repository on a slow disk. */
const CHECKOUT_DEADLINE = millis(300_000);
/** Large files stay pointers: fetching them needs a remote that this folder does not have. */
const WITHOUT_LFS = [
  '-c',
  'filter.lfs.smudge=',
  '-c',
  'filter.lfs.process=',
  '-c',
  'filter.lfs.required=false',
];

/**
 * Checks the commit out under the run's temporary folder and returns the place in it that corresponds to the workspace. Objects are borrowed from the user's repository,
 * or from the one that fetched the commit when a shallow clone lacks it.
 * @throws Failure kind `usage` without git or a repository; kind `not-measured` when the commit cannot be had, or its files cannot be written
 */
export async function checkOutBase(world: World, sha: string): Promise<string> {
  const prefix = await requireRepository(world);
  const source = await repositoryWith(world, sha);
  const directory = join(world.temporary, 'base');
  const own: Repository = { directory, config: [] };
  await mkdir(directory, { recursive: true });
  const format = sha.length === 64 ? 'sha256' : 'sha1';
  await gitText(world, own, ['init', '--quiet', '--template=', `--object-format=${format}`]);
  await borrowObjects(world, source, own);
  const answer = await runGit(
    world,
    own,
    [...WITHOUT_LFS, 'checkout', '--quiet', '--detach', '--force', sha],
    {
      deadline: CHECKOUT_DEADLINE,
    },
  );
  if (answer.kind !== 'exited' || answer.code !== 0)
    throw complain(world, answer, phrase('git-files', { sha: sha.slice(0, 12) }));
  await warnOfGaps(world, own);
  const place = await confine(directory, prefix === '' ? '.' : prefix).catch(() => null);
  if (place === null || !(await isDirectory(place))) throw missingFolder(sha, prefix);
  return place;
}

/** `info/alternates`: one folder of objects a line (gitrepository-layout). */
async function borrowObjects(world: World, source: Repository, own: Repository): Promise<void> {
  const objects = await gitText(world, source, ['rev-parse', '--git-path', 'objects']);
  const place = resolve(source.directory, objects);
  await mkdir(join(own.directory, '.git', 'objects', 'info'), { recursive: true });
  await writeFile(join(own.directory, '.git', 'objects', 'info', 'alternates'), `${place}\n`);
}

/** What a checkout of ours lacks and the user's may have. */
async function warnOfGaps(world: World, own: Repository): Promise<void> {
  const submodules = await runGit(world, own, ['ls-files', '-z', '--', '.gitmodules']);
  if (submodules.stdout.length > 0) {
    world.log.warning(
      'The base commit has submodules, which are not checked out beside the change: its build has to do without them.',
    );
  }
  const large = await runGit(world, own, ['grep', '-l', '-z', '-e', 'filter=lfs', '--', '.gitattributes']);
  if (large.stdout.length > 0) {
    world.log.warning('The base commit keeps files in Git LFS; beside the change they are pointers only.');
  }
}

function missingFolder(sha: string, prefix: string): Failure {
  return new Failure({
    kind: 'not-measured',
    code: 'base-unreadable',
    message: phrase('base-without-folder', { sha: sha.slice(0, 12), folder: prefix }),
    advice: phrase('base-without-folder-advice'),
  });
}
