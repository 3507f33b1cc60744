/** Questions to real git: whole and shallow clones, hostile names and settings, and a checkout that stays as it is. */
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../../src/domain/failure.ts';
import { millis } from '../../../src/domain/units.ts';
import {
  baseOfTestMerge,
  isRepository,
  readCommitted,
  resolveHead,
  resolveRef,
  showFile,
} from '../../../src/platform/git.ts';
import { runGit } from '../../../src/platform/git-process.ts';
import {
  commitFiles,
  git,
  initRepository,
  openScratch,
  photograph,
  type Scratch,
  worldAt,
} from '../baseline/scratch.ts';

let scratch: Scratch;
let origin: string;
beforeEach(() => {
  scratch = openScratch();
  origin = initRepository(join(scratch.directory, 'origin'));
});
afterEach(() => scratch[Symbol.dispose]());

/** The code of the Failure that a promise ends with. */
const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    (value) => `no failure, but ${JSON.stringify(value)}`,
    (error: unknown) => (error instanceof Failure ? error.detail.code : String(error)),
  );

/** A clone with the newest commit only. */
function shallowClone(name = 'shallow'): string {
  const bare = join(scratch.directory, 'bare.git');
  git(scratch.directory, 'clone', '--quiet', '--bare', origin, bare);
  git(scratch.directory, 'clone', '--quiet', '--depth=1', `file://${bare}`, name);
  return join(scratch.directory, name);
}

describe('resolveHead', () => {
  it('tells the commit, and whether tracked files differ from it', async () => {
    const commit = commitFiles(origin, { 'a.txt': 'one' });
    const world = worldAt(origin);
    expect(await resolveHead(world)).toEqual({ commit, dirty: false });
    writeFileSync(join(origin, 'new.txt'), 'not tracked');
    expect(await resolveHead(world)).toEqual({ commit, dirty: false });
    writeFileSync(join(origin, 'a.txt'), 'two');
    expect(await resolveHead(world)).toEqual({ commit, dirty: true });
    git(origin, 'checkout', '--quiet', '--detach', '--force');
    expect(await resolveHead(world)).toEqual({ commit, dirty: false });
  });

  it('has no commit without a repository, without a first commit, and without git', async () => {
    const plain = join(scratch.directory, 'plain');
    mkdirSync(plain);
    expect(await resolveHead(worldAt(plain))).toEqual({ commit: null, dirty: false });
    expect(await isRepository(worldAt(plain))).toBe(false);
    git(plain, 'init', '--quiet');
    expect(await resolveHead(worldAt(plain))).toEqual({ commit: null, dirty: false });
    expect(await isRepository(worldAt(plain))).toBe(true);
    expect(await resolveHead(worldAt(origin, { env: { PATH: plain } }))).toEqual({
      commit: null,
      dirty: false,
    });
  });
});

describe('baseOfTestMerge', () => {
  /** A pull request's head, main as others moved it on meanwhile, and GitHub's merge of both, checked out at depth 1. */
  function openMerge() {
    const main = git(origin, 'symbolic-ref', '--short', 'HEAD');
    git(origin, 'checkout', '--quiet', '-b', 'change');
    const head = commitFiles(origin, { 'change.txt': 'one' });
    git(origin, 'checkout', '--quiet', main);
    const moved = commitFiles(origin, { 'others.txt': 'two' });
    git(origin, 'merge', '--quiet', '--no-ff', '-m', 'Merge change into main', head);
    return { head, moved, merge: git(origin, 'rev-parse', 'HEAD'), world: worldAt(shallowClone()) };
  }

  it('is what the change was merged into, in a shallow clone too', async () => {
    const { head, moved, merge, world } = openMerge();
    expect(await baseOfTestMerge(world, merge, head)).toBe(moved);
  });

  it('is unknown unless GitHub made the merge that is checked out, of this head', async () => {
    const { head, moved, merge, world } = openMerge();
    expect(await baseOfTestMerge(world, moved, head)).toBeNull();
    expect(await baseOfTestMerge(world, undefined, head)).toBeNull();
    expect(await baseOfTestMerge(world, merge, moved)).toBeNull();
    git(origin, 'checkout', '--quiet', head);
    expect(await baseOfTestMerge(worldAt(origin), head, head)).toBeNull();
  });
});

describe('resolveRef', () => {
  it('finds branches, tags, ancestors and commits', async () => {
    const first = git(origin, 'rev-parse', 'HEAD');
    const second = commitFiles(origin, { 'a.txt': 'one' });
    git(origin, 'tag', '-a', 'v1.0', '-m', 'tag');
    const world = worldAt(origin);
    expect(await resolveRef(world, 'main')).toBe(second);
    expect(await resolveRef(world, 'v1.0')).toBe(second);
    expect(await resolveRef(world, 'HEAD~1')).toBe(first);
    expect(await resolveRef(world, second)).toBe(second);
  });

  it.each([
    '--upload-pack=touch canary',
    '-x',
    '--help',
    'ext::sh -c touch% canary',
    'main\ntouch canary',
    'main..other',
    '$(touch canary)',
    ':/first',
    'main:a.txt',
    '',
    'a'.repeat(300),
    'main\0',
  ])('S20 refuses %j', async (name) => {
    expect(await codeOf(resolveRef(worldAt(origin), name))).toBe('ref-invalid');
    expect(existsSync(join(origin, 'canary'))).toBe(false);
  });

  it('says that a name is unknown', async () => {
    expect(await codeOf(resolveRef(worldAt(origin), 'no-such-branch'))).toBe('ref-unknown');
  });
});

describe('showFile', () => {
  it('reads a commit, not the working tree', async () => {
    const base = commitFiles(origin, { 'config/gate.yml': 'from the base: ä\n' });
    commitFiles(origin, { 'config/gate.yml': 'from the head\n' });
    writeFileSync(join(origin, 'config/gate.yml'), 'from the tree\n');
    expect(await showFile(worldAt(origin), base, 'config/gate.yml')).toBe('from the base: ä\n');
    expect(await showFile(worldAt(origin), base, './config/../config/gate.yml')).toBe('from the base: ä\n');
  });

  it('starts at the workspace when that is a folder of the repository', async () => {
    const base = commitFiles(origin, { 'services/shop/gate.yml': 'shop', 'gate.yml': 'top' });
    const world = worldAt(join(origin, 'services/shop'));
    expect(await showFile(world, base, 'gate.yml')).toBe('shop');
    expect(await showFile(world, base, '../../gate.yml')).toBe('top');
    expect(await codeOf(showFile(world, base, '../../../gate.yml'))).toBe('path-outside');
  });

  it('tells a missing file from a missing commit', async () => {
    const base = commitFiles(origin, { 'a.txt': 'one' });
    expect(await showFile(worldAt(origin), base, 'b.txt')).toBeNull();
    expect(await showFile(worldAt(origin), base, 'no/such/folder/b.txt')).toBeNull();
    expect(await codeOf(showFile(worldAt(origin), 'd'.repeat(40), 'a.txt'))).toBe('base-unreadable');
  });

  it('reads names that look like patterns, options and magic', async () => {
    const names = ['*.txt', '-p', ':(top)a', 'ä b', 'quote".txt'];
    const base = commitFiles(origin, {
      ...Object.fromEntries(names.map((name) => [name, `of ${name}`])),
      'a.txt': 'other',
    });
    for (const name of names) expect(await showFile(worldAt(origin), base, name)).toBe(`of ${name}`);
    expect(await showFile(worldAt(origin), base, '?.txt')).toBeNull();
  });

  it('S15 says what is not a plain file, on the way there too', async () => {
    commitFiles(origin, { 'real/a.txt': 'one', plain: 'file' });
    symlinkSync('real/a.txt', join(origin, 'link.txt'));
    symlinkSync('real', join(origin, 'linked'));
    git(origin, 'update-index', '--add', '--cacheinfo', `160000,${'b'.repeat(40)},module`);
    git(origin, 'add', 'link.txt', 'linked');
    git(origin, 'commit', '--quiet', '-m', 'links');
    const base = git(origin, 'rev-parse', 'HEAD');
    const kindOf = async (path: string) => await readCommitted(worldAt(origin), base, path, 100);
    expect(await kindOf('link.txt')).toEqual({ kind: 'not-a-file', what: 'symbolic link' });
    expect(await kindOf('linked/a.txt')).toEqual({ kind: 'not-a-file', what: 'symbolic link' });
    expect(await kindOf('module')).toEqual({ kind: 'not-a-file', what: 'submodule' });
    expect(await kindOf('module/a.txt')).toEqual({ kind: 'not-a-file', what: 'submodule' });
    expect(await kindOf('real')).toEqual({ kind: 'not-a-file', what: 'folder' });
    expect(await kindOf('plain/a.txt')).toEqual({ kind: 'not-a-file', what: 'file in its way' });
    expect(await readCommitted(worldAt(origin), base, 'real/a.txt', 2)).toEqual({
      kind: 'too-large',
      size: 3,
    });
    expect(await codeOf(showFile(worldAt(origin), base, 'link.txt'))).toBe('base-file-invalid');
  });

  it.each(['HEAD', 'main', '', '--all', `${'a'.repeat(40)}^{tree}`, 'A'.repeat(40), `${'a'.repeat(39)}\n`])(
    'S20 takes nothing but a commit id: %j',
    async (sha) => {
      expect(await codeOf(showFile(worldAt(origin), sha, 'a.txt'))).toBe('sha-invalid');
    },
  );

  it.each(['', '/etc/passwd', '../a', 'a/../../b', '.', 'a/', 'a\0b'])(
    'refuses the path %j',
    async (path) => {
      const head = git(origin, 'rev-parse', 'HEAD');
      expect(await codeOf(showFile(worldAt(origin), head, path))).toBe('path-outside');
    },
  );

  it('says that there is no git, and no repository', async () => {
    const empty = join(scratch.directory, 'empty');
    mkdirSync(empty);
    const sha = 'a'.repeat(40);
    expect(await codeOf(showFile(worldAt(origin, { env: { PATH: empty } }), sha, 'a.txt'))).toBe(
      'git-missing',
    );
    expect(await codeOf(showFile(worldAt(empty), sha, 'a.txt'))).toBe('git-no-repository');
  });

  it('reads a repository with SHA-256 ids', async () => {
    const directory = join(scratch.directory, 'sha256');
    mkdirSync(directory);
    git(directory, 'init', '--quiet', '--object-format=sha256');
    const base = commitFiles(directory, { 'a.txt': 'long' });
    expect(base).toHaveLength(64);
    expect(await showFile(worldAt(directory), base, 'a.txt')).toBe('long');
  });

  it('stops when it is cancelled', async () => {
    const head = git(origin, 'rev-parse', 'HEAD');
    const world = worldAt(origin, { signal: AbortSignal.abort() });
    expect(await codeOf(showFile(world, head, 'a.txt'))).toBe('cancelled');
  });
});

describe('F43 a shallow clone', () => {
  it('fetches the base commit elsewhere, and stays as it is to the byte', async () => {
    const base = commitFiles(origin, { 'gate.yml': 'from the base' });
    const other = commitFiles(origin, { 'gate.yml': 'in between' });
    commitFiles(origin, { 'gate.yml': 'from the head' });
    const clone = shallowClone();
    const before = photograph(clone);
    const world = worldAt(clone);
    expect(await showFile(world, base, 'gate.yml')).toBe('from the base');
    expect(await showFile(world, base, 'missing.yml')).toBeNull();
    expect(await showFile(world, other, 'gate.yml')).toBe('in between');
    expect(await showFile(world, git(clone, 'rev-parse', 'HEAD'), 'gate.yml')).toBe('from the head');
    expect(photograph(clone)).toBe(before);
    expect(world.log.lines.filter((line) => line.text.includes('Fetching'))).toHaveLength(2);
  });

  it('says that a commit is nowhere, that there is no origin, and never that the file is missing', async () => {
    commitFiles(origin, { 'a.txt': 'one' });
    commitFiles(origin, { 'a.txt': 'two' });
    const clone = shallowClone();
    const gone = 'e'.repeat(40);
    expect(await codeOf(showFile(worldAt(clone), gone, 'a.txt'))).toBe('base-unreadable');
    git(clone, 'remote', 'remove', 'origin');
    expect(await codeOf(showFile(worldAt(clone), gone, 'a.txt'))).toBe('base-unreadable');
  });

  it('S20 goes through no transport that runs commands', async () => {
    const clone = shallowClone();
    const canary = join(scratch.directory, 'canary');
    git(clone, 'config', 'remote.origin.url', `ext::sh -c touch% ${canary}`);
    const world = worldAt(clone, {
      env: { PATH: process.env['PATH'], HOME: '/nowhere', GIT_ALLOW_PROTOCOL: 'ext:file' },
    });
    expect(await codeOf(showFile(world, 'e'.repeat(40), 'a.txt'))).toBe('base-unreadable');
    expect(existsSync(canary)).toBe(false);
  });

  it('follows an origin that is given relative to the working tree', async () => {
    const base = commitFiles(origin, { 'a.txt': 'one' });
    commitFiles(origin, { 'a.txt': 'two' });
    const clone = shallowClone();
    git(clone, 'config', 'remote.origin.url', '../bare.git');
    mkdirSync(join(clone, 'folder'));
    expect(await showFile(worldAt(join(clone, 'folder')), base, '../a.txt')).toBe('one');
  });

  it('S23 brings the clone’s own credentials, once, from its settings and from what they include', async () => {
    const clone = shallowClone();
    const seen: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      seen.push(
        request.rawHeaders.filter((_, at, all) => all[at - 1]?.toLowerCase() === 'authorization').join('|'),
      );
      response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const address = server.address();
      const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
      const env = { PATH: process.env['PATH'], HOME: '/nowhere', GIT_ALLOW_PROTOCOL: 'http' };
      git(clone, 'config', 'remote.origin.url', `${url}repository`);
      git(clone, 'config', `http.${url}.extraheader`, 'AUTHORIZATION: basic direct');
      expect(await codeOf(showFile(worldAt(clone, { env }), 'e'.repeat(40), 'a.txt'))).toBe(
        'base-unreadable',
      );
      git(clone, 'config', '--unset', `http.${url}.extraheader`);
      const included = join(scratch.directory, 'credentials.config');
      writeFileSync(included, `[http "${url}"]\n\textraheader = AUTHORIZATION: basic included\n`);
      git(clone, 'config', `includeIf.gitdir:${clone}/.git.path`, included);
      expect(await codeOf(showFile(worldAt(clone, { env }), 'e'.repeat(40), 'a.txt'))).toBe(
        'base-unreadable',
      );
      expect(new Set(seen)).toEqual(new Set(['basic direct', 'basic included']));
    } finally {
      server.close();
    }
  });

  it('S23: does not repeat a password in the address', async () => {
    const clone = shallowClone();
    git(clone, 'config', 'remote.origin.url', 'file://user:hunter2@localhost/no/such/repository');
    const world = worldAt(clone);
    const said = await showFile(world, 'e'.repeat(40), 'a.txt').catch((error: unknown) =>
      error instanceof Failure ? JSON.stringify(error.detail) : 'no Failure: hunter2',
    );
    expect(said).toContain('base-unreadable');
    expect(`${said} ${JSON.stringify(world.log.lines)}`).not.toContain('hunter2');
  });
});

describe('S21 hostile settings of the repository', () => {
  it('are not obeyed', async () => {
    const base = commitFiles(origin, { 'a.txt': 'one', '.gitattributes': '*.txt diff=evil' });
    const canary = join(scratch.directory, 'canary');
    const script = join(scratch.directory, 'evil.sh');
    writeFileSync(script, `#!/bin/sh\ntouch ${canary}\ncat\n`);
    chmodSync(script, 0o755);
    for (const key of [
      'core.fsmonitor',
      'core.pager',
      'diff.evil.textconv',
      'core.editor',
      'alias.ls-tree',
    ]) {
      git(origin, 'config', key, key.startsWith('alias') ? `!${script}` : script);
    }
    mkdirSync(join(origin, '.git/hooks'), { recursive: true });
    for (const hook of ['post-index-change', 'reference-transaction', 'post-checkout']) {
      symlinkSync(script, join(origin, '.git/hooks', hook));
    }
    writeFileSync(join(origin, 'a.txt'), 'changed');
    const world = worldAt(origin);
    expect(await showFile(world, base, 'a.txt')).toBe('one');
    expect(await resolveHead(world)).toEqual({ commit: base, dirty: true });
    expect(await resolveRef(world, 'main')).toBe(base);
    expect(existsSync(canary)).toBe(false);
  });

  it('ignores a GIT_DIR of the environment', async () => {
    const base = commitFiles(origin, { 'a.txt': 'one' });
    const other = initRepository(join(scratch.directory, 'other'));
    const env = {
      PATH: process.env['PATH'],
      HOME: '/nowhere',
      GIT_DIR: join(other, '.git'),
      GIT_WORK_TREE: other,
    };
    expect((await resolveHead(worldAt(origin, { env }))).commit).toBe(base);
  });
});

describe('runGit', () => {
  it('ends a git that takes too long, and what it started', async () => {
    const marker = join(scratch.directory, 'still-alive');
    git(origin, 'config', 'alias.slow', `!sleep 5; touch ${marker}`);
    const repository = { directory: origin, config: [] };
    const started = performance.now();
    const answer = await runGit(worldAt(origin), repository, ['slow'], { deadline: millis(300) });
    expect(answer.kind).toBe('too-slow');
    expect(performance.now() - started).toBeLessThan(4_500);
    expect(existsSync(marker)).toBe(false);
  });

  it('ends a git that says too much', async () => {
    commitFiles(origin, { 'large.txt': 'x'.repeat(100_000) });
    const answer = await runGit(
      worldAt(origin),
      { directory: origin, config: [] },
      ['show', 'HEAD:large.txt'],
      {
        bytesMax: 1_000,
      },
    );
    expect(answer.kind).toBe('too-much');
  });

  it('names the trouble with a folder that belongs to somebody else', async () => {
    if (process.getuid?.() !== 0) return;
    const base = commitFiles(origin, { 'a.txt': 'one' });
    const { chownSync } = await import('node:fs');
    chownSync(origin, 12_345, 12_345);
    chownSync(join(origin, '.git'), 12_345, 12_345);
    const world = worldAt(origin);
    expect(await codeOf(showFile(world, base, 'a.txt'))).toBe('git-unsafe-directory');
    expect(await resolveHead(world)).toEqual({ commit: null, dirty: false });
    expect(world.log.lines.some((line) => line.level === 'warning')).toBe(true);
    rmSync(origin, { recursive: true, force: true });
  });
});
