/** A branch of `origin` by git alone: fetched into a repository of this run's own, written there without an index or files of the user's, pushed as a fast-forward. */
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { phrase } from '../domain/phrase.ts';
import { type Millis, millis } from '../domain/units.ts';
import type { Branch, Change, CommitMessage, Look, Written } from './branch.ts';
import { fetchArguments, openBare } from './git-bare.ts';
import { originOf, remoteConfig } from './git-fetch.ts';
import { complain, gitText, type Repository, runGit } from './git-process.ts';
import { readPushAnswer } from './push-answer.ts';
import type { World } from './world.ts';

/** One small commit, over a slow line. */
const LINE_DEADLINE = millis(60_000);
/** Where the fetched tip is kept in our repository. */
const TIP = 'refs/loadgate/tip';
/** Says who commits where nobody told git. */
const NOBODY = { name: 'Loadgate', email: 'loadgate@localhost' };

/** A branch of `origin`, and our repository that its commits are fetched into. */
interface Remote {
  readonly world: World;
  /** Ours: bare, under the run's temporary folder. */
  readonly bare: Repository;
  readonly fetchUrl: string;
  readonly pushUrl: string;
  readonly name: string;
  /** For each talk with the other side. */
  readonly deadline: Millis;
}

/** The branch of the workspace's `origin`; null without a repository or an `origin`. Nothing is fetched yet, and the workspace's own repository is only read. `deadline`: of each fetch, each look at the list of branches, and each push. */
export async function openGitBranch(
  world: World,
  name: string,
  deadline: Millis = LINE_DEADLINE,
): Promise<Branch | null> {
  const remote = await openRemote(world, name, deadline);
  if (remote === null) return null;
  return {
    name,
    look: (path, bytesMax) => look(remote, path, bytesMax),
    create: (path, text, message) => push(remote, null, { path, text, message }),
    write: ({ onto, ...file }) => push(remote, onto, file),
  };
}

/**
 * Our repository with the branch's last `depth` commits, for its history; null where there is no such branch, or no `origin`.
 * @throws Failure code `branch-unreachable`
 */
export async function fetchBranch(
  world: World,
  name: string,
  depth: number,
): Promise<{ readonly repository: Repository; readonly tip: string } | null> {
  const remote = await openRemote(world, name, LINE_DEADLINE);
  if (remote === null) return null;
  const tip = await fetchTip(remote, depth);
  return tip === null ? null : { repository: remote.bare, tip };
}

async function openRemote(world: World, name: string, deadline: Millis): Promise<Remote | null> {
  const here: Repository = { directory: world.workspace, config: [] };
  const fetchUrl = await originOf(world, here);
  if (fetchUrl === null) return null;
  const [pushUrl, config, identity] = await Promise.all([
    pushUrlOf(world, here, fetchUrl),
    remoteConfig(world, here),
    identityOf(world, here),
  ]);
  const bare = await openBare(world, 'branch.git', {
    format: () => gitText(world, here, ['rev-parse', '--show-object-format']),
    config: [...config, ...identity],
  });
  return { world, bare, fetchUrl, pushUrl, name, deadline };
}

/** As {@link originOf}, for pushing. */
async function pushUrlOf(world: World, here: Repository, fetchUrl: string): Promise<string> {
  const answer = await runGit(world, here, ['remote', 'get-url', '--push', 'origin']);
  const url = answer.stdout.toString('utf8').trim();
  if (answer.kind !== 'exited' || answer.code !== 0 || url === '') return fetchUrl;
  if (!/^\.{1,2}(\/|$)/.test(url)) return url;
  return resolve(await gitText(world, here, ['rev-parse', '--show-toplevel']), url);
}

/** Whoever commits in this repository. */
async function identityOf(world: World, here: Repository): Promise<readonly (readonly [string, string])[]> {
  const ask = async (key: 'name' | 'email'): Promise<readonly [string, string]> => {
    const answer = await runGit(world, here, ['config', '--get', `user.${key}`]);
    const told = answer.kind === 'exited' && answer.code === 0 ? answer.stdout.toString('utf8').trim() : '';
    return [`user.${key}`, told === '' ? NOBODY[key] : told];
  };
  return [await ask('name'), await ask('email')];
}

async function look(remote: Remote, path: string, bytesMax: number): Promise<Look> {
  const { world, bare } = remote;
  const tip = await fetchTip(remote, 1);
  if (tip === null) return { tip, text: null };
  const listing = await gitText(world, bare, ['ls-tree', '-z', '--full-tree', tip, '--', path]);
  const [, mode = '', object = ''] = /^(\d+) \w+ ([0-9a-f]+)\t/.exec(listing) ?? [];
  if (object === '') return { tip, text: null };
  if (!/^100(?:644|755)$/.test(mode)) throw notAFile(remote.name, path);
  const blob = await runGit(world, bare, ['cat-file', 'blob', object], { bytesMax });
  if (blob.kind === 'too-much') throw notAFile(remote.name, path);
  if (blob.kind !== 'exited' || blob.code !== 0) throw complain(world, blob, path);
  return { tip, text: blob.stdout.toString('utf8') };
}

/** The tip of the branch, in our repository; null: there is no such branch. A fetch says so in words only, so that the list of branches is asked, too. */
async function fetchTip(remote: Remote, depth: number): Promise<string | null> {
  const { world, bare, fetchUrl, name, deadline } = remote;
  for (let attempt = 1; ; attempt += 1) {
    const tip = `+refs/heads/${name}:${TIP}`;
    const fetched = await runGit(world, bare, fetchArguments(fetchUrl, tip, depth), { deadline });
    if (fetched.kind === 'exited' && fetched.code === 0) return gitText(world, bare, ['rev-parse', TIP]);
    if (fetched.kind === 'cancelled') throw complain(world, fetched, phrase('git-branch', { branch: name }));
    const listed = await runGit(
      world,
      bare,
      [
        'ls-remote',
        '--refs',
        '--upload-pack=git-upload-pack',
        '--end-of-options',
        fetchUrl,
        `refs/heads/${name}`,
      ],
      { deadline },
    );
    if (listed.kind !== 'exited' || listed.code !== 0) throw unreachable(remote, listed.stderr);
    const refs = listed.stdout.toString('utf8').split('\n');
    if (!refs.some((line) => line.endsWith(`\trefs/heads/${name}`))) return null;
    // Made between the two questions; a second time it is something else.
    if (attempt > 1) throw unreachable(remote, fetched.stderr);
  }
}

/** Commits one file on top of `onto` (null: without parents) and pushes the commit: git refuses it unless the branch is still there. */
async function push(remote: Remote, onto: string | null, file: Omit<Change, 'onto'>): Promise<Written> {
  const { world, bare, pushUrl, name, deadline } = remote;
  const commit = await commitFile(remote, onto, file);
  const answer = await runGit(
    world,
    bare,
    [
      'push',
      '--porcelain',
      '--no-follow-tags',
      '--recurse-submodules=no',
      '--receive-pack=git-receive-pack',
      '--end-of-options',
      pushUrl,
      `${commit}:refs/heads/${name}`,
    ],
    { deadline },
  );
  const what = phrase('git-branch', { branch: name });
  if (answer.kind === 'cancelled') throw complain(world, answer, what);
  if (answer.kind === 'exited' && answer.code === 0) return { kind: 'written', commit };
  // What it had said until we ended it may be anybody's words.
  if (answer.kind === 'too-slow') return { kind: 'unclear', message: phrase('git-too-slow', { what }) };
  return readPushAnswer(`${answer.stdout.toString('utf8')}\n${answer.stderr}`.replaceAll(pushUrl, 'origin'));
}

/** A commit that differs from `onto` in one file. The index it is made in is our repository's own. */
async function commitFile(
  { world, bare }: Remote,
  onto: string | null,
  { path, text, message }: Omit<Change, 'onto'>,
): Promise<string> {
  const draft = join(world.temporary, 'branch-file');
  await writeFile(draft, text);
  const blob = await gitText(world, bare, ['hash-object', '-w', '--no-filters', '--', draft]);
  await gitText(world, bare, onto === null ? ['read-tree', '--empty'] : ['read-tree', onto]);
  await gitText(world, bare, ['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`]);
  const tree = await gitText(world, bare, ['write-tree']);
  const parents = onto === null ? [] : ['-p', onto];
  return gitText(world, bare, ['commit-tree', tree, ...parents, '-m', messageOf(message)]);
}

const messageOf = ({ subject, body }: CommitMessage): string => `${subject}\n\n${body}`.trim();

function unreachable({ name, fetchUrl }: Remote, stderr: string): Failure {
  return new Failure({
    kind: 'not-measured',
    code: 'branch-unreachable',
    message: phrase('branch-unreachable', { branch: name }),
    advice: phrase('branch-unreachable-advice'),
    // The address may hold a password.
    lines: stderr.replaceAll(fetchUrl, 'origin').split('\n').filter(Boolean).slice(0, 10),
  });
}

function notAFile(name: string, path: string): Failure {
  return new Failure({
    kind: 'not-measured',
    code: 'branch-file-invalid',
    message: phrase('branch-file-invalid', { path, branch: name, why: phrase('branch-file-unfit') }),
    advice: phrase('branch-file-invalid-advice'),
  });
}
