/** Real git repositories in a temporary folder, and a World whose workspace is one of them. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { millis } from '../../../src/domain/units.ts';
import { type Logged, memoryLog } from '../../../src/platform/log.ts';
import { openVault } from '../../../src/platform/vault.ts';
import type { World } from '../../../src/platform/world.ts';

/** A temporary folder that goes away with its owner. */
export interface Scratch extends Disposable {
  readonly directory: string;
}

/** A World for tests, with its log's lines. */
export type TestWorld = World & { readonly log: { readonly lines: readonly Logged[] } };

/** Makes a temporary folder. */
export function openScratch(): Scratch {
  const directory = mkdtempSync(join(tmpdir(), 'loadgate-test-'));
  return {
    directory,
    [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** A World on a workspace; its temporary folder is made beside it. */
export function worldAt(workspace: string, changes: Partial<World> = {}): TestWorld {
  const temporary = `${workspace}-temporary`;
  mkdirSync(temporary, { recursive: true });
  return {
    workspace,
    temporary,
    env: { PATH: process.env['PATH'], HOME: dirname(workspace), GIT_ALLOW_PROTOCOL: 'file' },
    vault: openVault({ env: {}, secrets: {} }),
    signal: new AbortController().signal,
    now: () => millis(performance.now()),
    date: () => new Date(),
    generator: ['node'],
    ...changes,
    log: memoryLog(),
  };
}

/** Runs git in a folder and gives its output. */
export function git(directory: string, ...args: readonly string[]): string {
  return execFileSync('git', args, {
    cwd: directory,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: '/nowhere',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@example.test',
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@example.test',
    },
  }).trim();
}

/** Makes a repository with an empty first commit. */
export function initRepository(directory: string): string {
  mkdirSync(directory, { recursive: true });
  git(directory, 'init', '--quiet', '--initial-branch=main');
  git(directory, 'commit', '--quiet', '--allow-empty', '-m', 'first');
  return directory;
}

/** Writes files and commits them; the commit's id. */
export function commitFiles(directory: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  git(directory, 'add', '--all', '--force');
  git(directory, 'commit', '--quiet', '-m', 'files');
  return git(directory, 'rev-parse', 'HEAD');
}

/** A hash of every byte, link and mode below a folder, `.git` included. */
export function photograph(directory: string): string {
  const hash = createHash('sha256');
  const visit = (path: string): void => {
    const stat = lstatSync(path);
    hash.update(`${path}\0${stat.mode}\0`);
    if (stat.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
    else hash.update(stat.isSymbolicLink() ? readlinkSync(path) : readFileSync(path));
  };
  visit(directory);
  return hash.digest('hex');
}
