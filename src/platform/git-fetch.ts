/** Gets a commit that a shallow clone lacks: into a bare repository of this run's own, so that the user's stays as it is, to the byte. */
import { type Phrase, phrase } from '../domain/phrase.ts';
import { resolve } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { millis } from '../domain/units.ts';
import { fetchArguments, openBare } from './git-bare.ts';
import { complain, gitText, type Repository, runGit } from './git-process.ts';
import type { World } from './world.ts';

/** One commit without its history, even of a large repository, over a slow line. */
const FETCH_DEADLINE = millis(120_000);
/**
 * What the user's repository itself knows about reaching its remote: credentials and proxies. The user's global settings reach git anyway, and given twice
 * an authorization header would be refused.
 */
const REMOTE_CONFIG = '^(http|credential|ssh)\\.|^core\\.sshcommand$';

/** Settings of a clone that left objects out: git fetches one as soon as anybody asks for it, into the user's repository. */
const PARTIAL_CONFIG = '^(remote\\..*\\.promisor|extensions\\.partialclone)$';
/** Names of all objects of a commit with a million files. */
const LISTING_MAX = 128 * 1024 * 1024;

/** True when the repository is a partial clone. */
export async function isPartial(world: World, repository: Repository): Promise<boolean> {
  const answer = await runGit(world, repository, ['config', '--local', '--get-regexp', PARTIAL_CONFIG]);
  return answer.kind === 'exited' && answer.code === 0;
}

/** True when a partial clone holds this commit with every file of it. Nothing is fetched to find out. */
export async function commitIsWhole(world: World, repository: Repository, sha: string): Promise<boolean> {
  const listing = ['rev-list', '--objects', '--no-walk', '--missing=print', sha];
  const answer = await runGit(world, repository, listing, { bytesMax: LISTING_MAX });
  if (answer.kind === 'cancelled')
    throw complain(world, answer, phrase('git-commit', { sha: sha.slice(0, 12) }));
  return answer.kind === 'exited' && answer.code === 0 && !/^\?/m.test(answer.stdout.toString('latin1'));
}

/** True when the repository holds this commit. @throws Failure when git cannot be asked */
export async function commitIsIn(world: World, repository: Repository, sha: string): Promise<boolean> {
  const answer = await runGit(world, repository, ['cat-file', '-e', `${sha}^{commit}`]);
  if (answer.kind !== 'exited')
    throw complain(world, answer, phrase('git-commit', { sha: sha.slice(0, 12) }));
  return answer.code === 0;
}

/**
 * A bare repository under the run's temporary folder that holds the commit, fetched by its exact id and without history from the `origin` of `from`.
 * @throws Failure kind `not-measured`, code `base-unreadable`, when it cannot be had
 */
export async function fetchedRepository(world: World, from: Repository, sha: string): Promise<Repository> {
  const bare = await openBare(world, 'base.git', {
    format: () => Promise.resolve(sha.length === 64 ? 'sha256' : 'sha1'),
    config: await remoteConfig(world, from),
  });
  if (await commitIsIn(world, bare, sha)) return bare;
  const url = await originOf(world, from);
  if (url === null) throw unreadable(sha, [phrase('no-origin')]);
  world.log.info(`Fetching the base commit ${sha.slice(0, 12)}, which this clone does not hold`);
  const fetched = await runGit(world, bare, fetchArguments(url, sha, 1), { deadline: FETCH_DEADLINE });
  if (fetched.kind === 'cancelled') throw complain(world, fetched, phrase('git-base-commit'));
  if (await commitIsIn(world, bare, sha)) return bare;
  throw unreadable(sha, linesOf(fetched.stderr, url));
}

/** The address of `origin`, rewritten as the user's settings say; a relative one starts at the top of the working tree. */
export async function originOf(world: World, from: Repository): Promise<string | null> {
  const origin = await runGit(world, from, ['remote', 'get-url', 'origin']);
  const url = origin.stdout.toString('utf8').trim();
  if (origin.kind !== 'exited' || origin.code !== 0 || url === '') return null;
  if (!/^\.{1,2}(\/|$)/.test(url)) return url;
  return resolve(await gitText(world, from, ['rev-parse', '--show-toplevel']), url);
}

/** Settings of a repository for its remotes, to be given to git in another one. */
export async function remoteConfig(
  world: World,
  from: Repository,
): Promise<readonly (readonly [string, string])[]> {
  const answer = await runGit(world, from, [
    'config',
    '--local',
    '--includes',
    '--null',
    '--get-regexp',
    REMOTE_CONFIG,
  ]);
  if (answer.kind !== 'exited' || answer.code !== 0) return [];
  return answer.stdout
    .toString('utf8')
    .split('\0')
    .filter(Boolean)
    .map((entry) => {
      const at = entry.indexOf('\n');
      return at < 0 ? [entry, 'true'] : [entry.slice(0, at), entry.slice(at + 1)];
    });
}

/** What git said, without the address: it may hold a password. */
function linesOf(stderr: string, url: string): readonly string[] {
  return stderr.replaceAll(url, 'origin').split('\n').filter(Boolean).slice(0, 10);
}

function unreadable(sha: string, lines: readonly (Phrase | string)[]): Failure {
  return new Failure({
    kind: 'not-measured',
    code: 'base-unreadable',
    message: phrase('base-unreadable', { sha: sha.slice(0, 12) }),
    advice: phrase('base-unreadable-advice'),
    lines,
  });
}
