/** Questions to git about the workspace's repository. Nothing here changes a byte of the checkout or of its repository. */
import { phrase } from '../domain/phrase.ts';
import { posix } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { commitIsIn, commitIsWhole, fetchedRepository, isPartial } from './git-fetch.ts';
import { complain, gitText, type Repository, runGit } from './git-process.ts';
import type { World } from './world.ts';

/** What a path is in a commit. Anything but a plain file is said as such, since "missing" would mean something else. */
export type Committed =
  | { readonly kind: 'file'; readonly bytes: Buffer }
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'not-a-file';
      readonly what: 'symbolic link' | 'submodule' | 'folder' | 'file in its way';
    }
  | { readonly kind: 'too-large'; readonly size: number };

/** Largest file read from a commit when nobody says otherwise: what a configuration may have. */
const SIZE_MAX = 1024 * 1024;
const SHA = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/** Modes of git's tree entries. */
const LINK = '120000';
const SUBMODULE = '160000';
const FOLDER = '040000';

/** Who git says is at work here; null when it does not know. */
export async function gitUserName(world: World): Promise<string | null> {
  const answer = await runGit(world, workspaceOf(world), ['config', '--get', 'user.name']);
  const name = answer.stdout.toString('utf8').trim().slice(0, 100);
  return answer.kind === 'exited' && answer.code === 0 && name !== '' ? name : null;
}

/** True when the workspace lies in a repository that git is willing to read. */
export async function isRepository(world: World): Promise<boolean> {
  const answer = await runGit(world, workspaceOf(world), ['rev-parse', '--git-dir']);
  return answer.kind === 'exited' && answer.code === 0;
}

/**
 * The commit that is checked out, and whether tracked files differ from it. A workspace without git, without a repository or without a commit can be
 * measured all the same: its commit is null.
 */
export async function resolveHead(world: World): Promise<{ commit: string | null; dirty: boolean }> {
  const head = await runGit(world, workspaceOf(world), ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  if (head.kind !== 'exited' || head.code !== 0) {
    if (head.stderr.includes('dubious ownership')) world.log.warning(complain(world, head, 'HEAD').message);
    return { commit: null, dirty: false };
  }
  const status = [
    'status',
    '--porcelain=v1',
    '--untracked-files=no',
    '--ignore-submodules=all',
    '--no-renames',
  ];
  const changes = await runGit(world, workspaceOf(world), status);
  // Clean only when git says so: silence for another reason must not sign a measurement with a commit it may not be of.
  const clean = changes.kind === 'exited' && changes.code === 0 && changes.stdout.length === 0;
  return { commit: head.stdout.toString('utf8').trim(), dirty: !clean };
}

/**
 * The commit that a pull request's head was merged into, when what is checked out is the merge that GitHub made for its workflows (`merge`: GITHUB_SHA); else null. The
 * event names a base too, but that stays as it was when the pull request was last touched, and what others merged since would then count as this change's.
 */
export async function baseOfTestMerge(
  world: World,
  merge: string | undefined,
  head: string,
): Promise<string | null> {
  const { commit } = await resolveHead(world);
  if (commit === null || commit !== merge) return null;
  // Read from the object itself: a shallow clone does not know its parents otherwise.
  const answer = await runGit(world, workspaceOf(world), ['cat-file', 'commit', commit]);
  if (answer.kind !== 'exited' || answer.code !== 0) return null;
  const [headers = ''] = answer.stdout.toString('latin1').split('\n\n', 1);
  const parents = [...headers.matchAll(/^parent (?<sha>[0-9a-f]+)$/gm)].map(([, sha]) => sha ?? '');
  const [base, second] = parents;
  return parents.length === 2 && second === head ? (base ?? null) : null;
}

/**
 * The commit that a name (a branch, a tag, `HEAD~1`, a sha) stands for.
 * @throws Failure kind `usage` when it is no such name, or git or the repository is missing
 */
export async function resolveRef(world: World, name: string): Promise<string> {
  refuseOddRef(name);
  await requireRepository(world);
  const answer = await runGit(world, workspaceOf(world), [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${name}^{commit}`,
  ]);
  const sha = answer.stdout.toString('utf8').trim();
  if (answer.kind === 'exited' && answer.code === 0 && SHA.test(sha)) return sha;
  throw new Failure({
    kind: 'usage',
    code: 'ref-unknown',
    message: phrase('ref-unknown', { name }),
    advice: phrase('ref-unknown-advice'),
  });
}

/**
 * The text of a file at a commit, its path relative to the workspace; null when that commit has no such file. A commit that is absent (a shallow clone) is
 * fetched from `origin`, into a repository of this run's own.
 * @throws Failure kind `usage` for an odd sha or path, or without git or a repository; kind `not-measured`, code `base-unreadable`, when the commit cannot be
 *   had, and `base-file-invalid` when the path is no plain file of at most 1 MiB
 */
export async function showFile(world: World, sha: string, path: string): Promise<string | null> {
  const committed = await readCommitted(world, sha, path, SIZE_MAX);
  if (committed.kind === 'missing') return null;
  if (committed.kind === 'file') return committed.bytes.toString('utf8');
  const commit = sha.slice(0, 12);
  throw new Failure({
    kind: 'not-measured',
    code: 'base-file-invalid',
    message:
      committed.kind === 'too-large'
        ? phrase('base-file-too-large', { path, size: committed.size, sha: commit })
        : phrase('base-file-invalid', { path, what: committed.what, sha: commit }),
    advice: phrase('base-file-invalid-advice'),
  });
}

/**
 * What lies at a path of a commit, as bytes; see {@link showFile}.
 * @throws Failure as {@link showFile}, except that what is there is the answer
 */
export async function readCommitted(
  world: World,
  sha: string,
  path: string,
  bytesMax: number,
): Promise<Committed> {
  if (!SHA.test(sha)) throw oddSha(sha);
  const prefix = await requireRepository(world);
  const full = repositoryPath(prefix, path);
  const repository = await repositoryWith(world, sha);
  const entry = await treeEntry(world, repository, sha, full);
  if (entry === null) return { kind: 'missing' };
  if (typeof entry === 'string') return { kind: 'not-a-file', what: entry };
  if (!(entry.size <= bytesMax)) return { kind: 'too-large', size: entry.size };
  const blob = await runGit(world, repository, ['cat-file', 'blob', entry.object], { bytesMax });
  if (blob.kind !== 'exited' || blob.code !== 0) throw complain(world, blob, path);
  return { kind: 'file', bytes: blob.stdout };
}

const workspaceOf = (world: World): Repository => ({ directory: world.workspace, config: [] });

/** Where the workspace lies in its repository (`` or `folder/`). @throws Failure kind `usage` without git or a repository */
export async function requireRepository(world: World): Promise<string> {
  const answer = await runGit(world, workspaceOf(world), ['rev-parse', '--show-prefix']);
  if (answer.kind === 'exited' && answer.code === 0) return answer.stdout.toString('utf8').replace(/\n$/, '');
  throw complain(world, answer, phrase('git-repository'));
}

/** The workspace's repository when it has the commit (a partial clone: with all its files), else one that fetched it. */
export async function repositoryWith(world: World, sha: string): Promise<Repository> {
  const here = workspaceOf(world);
  const isThere = (await isPartial(world, here)) ? commitIsWhole : commitIsIn;
  return (await isThere(world, here, sha)) ? here : fetchedRepository(world, here, sha);
}

/** The blob at a path, null when nothing is there, or a word for what is not a file; a link or submodule on the way there counts as one. */
async function treeEntry(
  world: World,
  repository: Repository,
  sha: string,
  path: string,
): Promise<
  | { readonly object: string; readonly size: number }
  | 'symbolic link'
  | 'submodule'
  | 'folder'
  | 'file in its way'
  | null
> {
  const steps = path.split('/');
  const paths = steps.map((_, index) => steps.slice(0, index + 1).join('/'));
  const listing = await gitText(world, repository, [
    'ls-tree',
    '-z',
    '--long',
    '--full-tree',
    sha,
    '--',
    ...paths,
  ]);
  for (const line of listing.split('\0').filter(Boolean)) {
    const [, mode = '', object = '', size = '', name = ''] =
      /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(line) ?? [];
    // Asked for a folder and for something in it, git lists everything in it.
    if (!paths.includes(name)) continue;
    if (mode === LINK) return 'symbolic link';
    if (mode === SUBMODULE) return 'submodule';
    if (name === path) return mode === FOLDER ? 'folder' : { object, size: Number(size) };
    if (mode !== FOLDER) return 'file in its way';
  }
  return null;
}

/** @throws Failure kind `usage` when the path leaves the repository or is none */
function repositoryPath(prefix: string, path: string): string {
  const full = posix.normalize(posix.join(prefix, path));
  const odd = path === '' || path.includes('\0') || posix.isAbsolute(path) || full.endsWith('/');
  if (!odd && full !== '.' && full.split('/')[0] !== '..') return full;
  throw new Failure({
    kind: 'usage',
    code: 'path-outside',
    message: phrase('path-not-of-repository', { path }),
    advice: phrase('path-not-of-repository-advice'),
  });
}

function oddSha(sha: string): Failure {
  return new Failure({
    kind: 'usage',
    code: 'sha-invalid',
    message: phrase('sha-invalid', { sha: sha.slice(0, 80) }),
    advice: phrase('sha-invalid-advice'),
  });
}

/** Names as `git check-ref-format` allows them, with the `~1`, `^2` and `@{1}` of revisions, and nothing that looks like an option. */
function refuseOddRef(name: string): void {
  if (/^[A-Za-z0-9_@][\w./@{}~^+-]{0,254}$/.test(name) && !name.includes('..')) return;
  throw new Failure({
    kind: 'usage',
    code: 'ref-invalid',
    message: phrase('ref-invalid', { name: name.slice(0, 80) }),
    advice: phrase('ref-invalid-advice'),
  });
}
