/** What git remembers of one file: the contents it had on the way to the commit that is checked out; and where the repository is at home. */
import { phrase } from '../domain/phrase.ts';
import { isPartial, originOf } from './git-fetch.ts';
import { isRepository } from './git.ts';
import { complain, type Repository, runGit } from './git-process.ts';
import type { World } from './world.ts';

/** How much is read. */
export interface HistoryBounds {
  /** Most versions, the newest first. */
  readonly versionsMax: number;
  /** Largest version, in bytes. */
  readonly fileMax: number;
  /** Of all versions together, in bytes. */
  readonly bytesMax: number;
}

/** A repository, and the commit whose history is read. */
export interface HistoryPlace {
  readonly repository: Repository;
  readonly tip: string;
}

/** What reading the versions of a file came to. */
export type FileVersions =
  /** `unreadable`: versions that are links, too large, or missing from the repository. */
  | {
      readonly kind: 'read';
      readonly unreadable: number;
      readonly cut: 'bound' | 'shallow' | null;
    }
  | { readonly kind: 'none'; readonly why: 'no-repository' | 'partial' | 'failed' };

/** Names of commits and contents, without any name that somebody chose. */
const FORMAT = '--format=commit %H';
const PLAIN_FILE = /^100(?:644|755)$/;
const GONE = /^0+$/;

/**
 * Hands the text of every version of a file to `take`, newest first: along the first parents of the commit that is checked out, its renames followed. The path is
 * relative to the workspace. Nothing is fetched: a clone that left its history or its files out has fewer versions, or none, and that is the answer. `from`: another repository
 * than the workspace's, and the commit to begin with.
 * @throws Failure when it is stopped
 */
export async function readFileVersions(
  world: World,
  path: string,
  bounds: HistoryBounds,
  take: (text: string) => void,
  from: HistoryPlace | null = null,
): Promise<FileVersions> {
  const here = from?.repository ?? { directory: world.workspace, config: [] };
  if (from === null && !(await isRepository(world))) return { kind: 'none', why: 'no-repository' };
  if (await isPartial(world, here)) return { kind: 'none', why: 'partial' };
  const changes = await changesOf(world, here, { path, tip: from?.tip ?? 'HEAD' }, bounds.versionsMax);
  if (changes === null) return { kind: 'none', why: 'failed' };
  let unreadable = 0;
  let bytes = 0;
  for (const { mode, object } of changes.slice(0, bounds.versionsMax)) {
    if (bytes >= bounds.bytesMax) return { kind: 'read', unreadable, cut: 'bound' };
    const text = PLAIN_FILE.test(mode) ? await textOf(world, here, object, bounds.fileMax) : null;
    if (text === null) unreadable += 1;
    else take(text);
    bytes += text?.length ?? 0;
  }
  if (changes.length > bounds.versionsMax) return { kind: 'read', unreadable, cut: 'bound' };
  return { kind: 'read', unreadable, cut: (await isShallow(world, here)) ? 'shallow' : null };
}

/** A content that a commit gave to the file. */
interface Change {
  readonly mode: string;
  readonly object: string;
}

/** The contents that the file was given, newest first, each once; at most one more than asked for. Null when git cannot say. */
async function changesOf(
  world: World,
  repository: Repository,
  { path, tip }: { readonly path: string; readonly tip: string },
  versionsMax: number,
): Promise<readonly Change[] | null> {
  const answer = await runGit(world, repository, [
    'log',
    '--follow',
    '--first-parent',
    '--diff-merges=first-parent',
    '--raw',
    '--no-abbrev',
    '--no-color',
    '--no-show-signature',
    `--max-count=${versionsMax + 1}`,
    FORMAT,
    '--end-of-options',
    tip,
    '--',
    path,
  ]);
  if (answer.kind === 'cancelled') throw complain(world, answer, phrase('git-history', { path }));
  if (answer.kind !== 'exited' || answer.code !== 0) return null;
  const lines = answer.stdout.toString('latin1').matchAll(/^:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) /gm);
  const given = [...lines].map(([, mode = '', object = '']) => ({ mode, object }));
  return [
    ...new Map(given.filter(({ object }) => !GONE.test(object)).map((each) => [each.object, each])).values(),
  ];
}

async function textOf(
  world: World,
  repository: Repository,
  object: string,
  bytesMax: number,
): Promise<string | null> {
  const answer = await runGit(world, repository, ['cat-file', 'blob', object], { bytesMax });
  if (answer.kind === 'cancelled') throw complain(world, answer, phrase('git-version'));
  return answer.kind === 'exited' && answer.code === 0 ? answer.stdout.toString('utf8') : null;
}

async function isShallow(world: World, repository: Repository): Promise<boolean> {
  const answer = await runGit(world, repository, ['rev-parse', '--is-shallow-repository']);
  return answer.kind === 'exited' && answer.stdout.toString('latin1').trim() === 'true';
}

/** The address of `origin`, or null without git, a repository or a remote. It may hold a password: not to be written anywhere as it is. */
export async function originAddress(world: World): Promise<string | null> {
  return originOf(world, { directory: world.workspace, config: [] }).catch(() => null);
}
