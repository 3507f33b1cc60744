/** The base commit in a folder of its own: what is brought there, what is not, and that nothing of it or of the repository's settings is run. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../../src/domain/failure.ts';
import { millis } from '../../../src/domain/units.ts';
import { checkOutBase } from '../../../src/platform/base-checkout.ts';
import { showFile } from '../../../src/platform/git.ts';
import { runGit } from '../../../src/platform/git-process.ts';
import { commitFiles, git, initRepository, openScratch, type Scratch, worldAt } from '../baseline/scratch.ts';
import { inspect, leftIn } from './left.ts';
import { exited, ONE_BLOCK, openShop } from './rig.ts';

let scratch: Scratch;
let repository: string;
beforeEach(() => {
  scratch = openScratch();
  repository = initRepository(join(scratch.directory, 'repository'));
});
afterEach(() => scratch[Symbol.dispose]());

const warningsOf = (world: ReturnType<typeof worldAt>): string =>
  world.log.lines
    .filter(({ level }) => level === 'warning')
    .map(({ text }) => text)
    .join('\n');

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    (value) => `no failure, but ${JSON.stringify(value)}`,
    (error: unknown) => (error instanceof Failure ? error.detail.code : String(error)),
  );

/** A script that leaves a trace when it is run, and passes on what it reads. */
function trap(name: string): { readonly script: string; readonly wasRun: () => boolean } {
  const script = join(scratch.directory, name);
  writeFileSync(script, `#!/bin/sh\ntouch ${script}.run\ncat\n`);
  chmodSync(script, 0o755);
  return { script, wasRun: () => existsSync(`${script}.run`) };
}

describe('a base commit', () => {
  it('lies in a folder of its own, whole, while the checkout stays as it is', async () => {
    symlinkSync('a.txt', join(repository, 'link'));
    mkdirSync(join(repository, 'bin'));
    writeFileSync(join(repository, 'bin/run'), '#!/bin/sh\n', { mode: 0o755 });
    const base = commitFiles(repository, { 'a.txt': 'base', 'gone.txt': 'gone' });
    git(repository, 'rm', '--quiet', 'gone.txt');
    commitFiles(repository, { 'a.txt': 'head' });
    const before = inspect(repository);
    const folder = await checkOutBase(worldAt(repository), base);
    expect(readdirSync(folder).toSorted()).toEqual(['.git', 'a.txt', 'bin', 'gone.txt', 'link']);
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('base');
    expect(lstatSync(join(folder, 'bin/run')).mode & 0o111).toBe(0o111);
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
    expect(git(folder, 'rev-parse', 'HEAD')).toBe(base);
    expect(git(folder, 'status', '--porcelain')).toBe('');
    expect(Object.fromEntries(inspect(repository))).toEqual(Object.fromEntries(before));
  });

  it('of a workspace in a folder of the repository is that folder', async () => {
    const base = commitFiles(repository, { 'services/shop/a.txt': 'shop', 'a.txt': 'top' });
    const folder = await checkOutBase(worldAt(join(repository, 'services/shop')), base);
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('shop');
    expect(readFileSync(join(folder, '../../a.txt'), 'utf8')).toBe('top');
  });

  it('without that folder, or with a link out of it there, is unreadable', async () => {
    const without = commitFiles(repository, { 'a.txt': 'top' });
    mkdirSync(join(scratch.directory, 'elsewhere'));
    symlinkSync(join(scratch.directory, 'elsewhere'), join(repository, 'services'));
    const linked = commitFiles(repository, {});
    rmSync(join(repository, 'services'));
    commitFiles(repository, { 'services/a.txt': 'shop' });
    for (const base of [without, linked]) {
      const world = worldAt(join(repository, 'services'), { temporary: join(scratch.directory, base) });
      mkdirSync(world.temporary);
      expect(await codeOf(checkOutBase(world, base))).toBe('base-unreadable');
    }
  });

  it('of a linked working tree, of a detached one, and with long ids is found as well', async () => {
    const base = commitFiles(repository, { 'a.txt': 'base' });
    commitFiles(repository, { 'a.txt': 'head' });
    git(repository, 'worktree', 'add', '--quiet', '--detach', join(scratch.directory, 'linked'));
    const linked = await checkOutBase(worldAt(join(scratch.directory, 'linked')), base);
    expect(readFileSync(join(linked, 'a.txt'), 'utf8')).toBe('base');
    const other = join(scratch.directory, 'sha256');
    mkdirSync(other);
    git(other, 'init', '--quiet', '--object-format=sha256');
    const long = commitFiles(other, { 'a.txt': 'long' });
    expect(readFileSync(join(await checkOutBase(worldAt(other), long), 'a.txt'), 'utf8')).toBe('long');
  });

  it('F43: with submodules and large files says what is missing beside the change', async () => {
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n';
    commitFiles(repository, {
      '.gitmodules': '[submodule "module"]\n\tpath = module\n\turl = ../module\n',
      '.gitattributes': '*.bin filter=lfs diff=lfs merge=lfs -text\n',
      'large.bin': pointer,
    });
    git(repository, 'update-index', '--add', '--cacheinfo', `160000,${'b'.repeat(40)},module`);
    git(repository, 'commit', '--quiet', '-m', 'module');
    const base = git(repository, 'rev-parse', 'HEAD');
    const world = worldAt(repository);
    const folder = await checkOutBase(world, base);
    expect(readdirSync(join(folder, 'module'))).toEqual([]);
    expect(readFileSync(join(folder, 'large.bin'), 'utf8')).toBe(pointer);
    expect(warningsOf(world)).toMatch(/has submodules.*\n.*in Git LFS/u);
    const quiet = worldAt(repository, { temporary: join(scratch.directory, 'second') });
    mkdirSync(quiet.temporary);
    await checkOutBase(quiet, git(repository, 'rev-parse', 'HEAD~2'));
    expect(warningsOf(quiet)).toBe('');
  });

  it('that is nowhere cannot be had', async () => {
    commitFiles(repository, { 'a.txt': 'one' });
    expect(await codeOf(checkOutBase(worldAt(repository), 'e'.repeat(40)))).toBe('base-unreadable');
    const stopped = worldAt(repository, { signal: AbortSignal.abort() });
    expect(await codeOf(checkOutBase(stopped, 'e'.repeat(40)))).toBe('cancelled');
  });
});

describe('a git that is ended', () => {
  it('is not waited for when what it left running holds its output', async () => {
    const pid = join(scratch.directory, 'pid');
    const lasting = `setsid sh -c 'echo $$ > ${pid}; exec sleep 60' &`;
    git(repository, 'config', 'alias.leaving', `!${lasting} while ! test -s ${pid}; do sleep 0.1; done`);
    git(repository, 'config', 'alias.staying', `!${lasting} sleep 60`);
    const started = performance.now();
    for (const [alias, kind] of [
      ['leaving', 'exited'],
      ['staying', 'too-slow'],
    ] as const) {
      const bounds = { deadline: millis(kind === 'exited' ? 30_000 : 500) };
      const answer = await runGit(
        worldAt(repository),
        { directory: repository, config: [] },
        [alias],
        bounds,
      );
      expect(answer.kind).toBe(kind);
      process.kill(Number(readFileSync(pid, 'utf8')), 'SIGKILL');
      rmSync(pid);
    }
    expect(performance.now() - started).toBeLessThan(40_000);
  });
});

describe('a file that the base commit does not have yet', () => {
  it('is missing, whatever lies beside it, and one that it has is found', async () => {
    const files = ['.github/dependabot.yml', 'services/shop/a.txt', 'services/shop/.github/loadgate.yml'];
    symlinkSync('nowhere', join(repository, 'link'));
    commitFiles(repository, Object.fromEntries(files.map((file) => [file, `of ${file}`])));
    symlinkSync('nowhere', join(repository, 'services/shop/.github/a-link'));
    const base = commitFiles(repository, {});
    const shop = worldAt(join(repository, 'services/shop'));
    expect(await showFile(worldAt(repository), base, '.github/loadgate.yml')).toBeNull();
    expect(await showFile(shop, base, '.loadgate/baseline.json')).toBeNull();
    expect(await showFile(shop, base, '.github/loadgate.yml')).toBe('of services/shop/.github/loadgate.yml');
  });
});

describe('S21: what would like to be run when the base commit is checked out', () => {
  it('is not: hooks, filters and monitors of the repository, templates and hooks of the user', async () => {
    const traps = ['hook', 'shared-hook', 'template-hook', 'filter', 'monitor', 'lfs'].map(trap);
    const [hook, shared, template, filter, monitor, lfs] = traps.map(({ script }) => script);
    const base = commitFiles(repository, {
      '.gitattributes': '*.txt filter=evil\n*.bin filter=lfs\n',
      'a.txt': 'as it was committed',
      'b.bin': 'a pointer',
      '.githooks/post-checkout': `#!/bin/sh\n${hook}\n`,
    });
    chmodSync(join(repository, '.githooks/post-checkout'), 0o755);
    for (const name of ['post-checkout', 'post-index-change', 'reference-transaction']) {
      mkdirSync(join(repository, '.git/hooks'), { recursive: true });
      symlinkSync(hook ?? '', join(repository, '.git/hooks', name));
      mkdirSync(join(scratch.directory, 'shared'), { recursive: true });
      symlinkSync(shared ?? '', join(scratch.directory, 'shared', name));
      mkdirSync(join(scratch.directory, 'template/hooks'), { recursive: true });
      symlinkSync(template ?? '', join(scratch.directory, 'template/hooks', name));
    }
    git(repository, 'config', 'filter.evil.smudge', filter ?? '');
    git(repository, 'config', 'filter.evil.process', filter ?? '');
    git(repository, 'config', 'core.fsmonitor', monitor ?? '');
    git(repository, 'config', 'core.hooksPath', '.githooks');
    // The home of these worlds.
    writeFileSync(
      join(scratch.directory, '.gitconfig'),
      `[init]\n\ttemplateDir = ${join(scratch.directory, 'template')}\n[core]\n\thooksPath = ${join(scratch.directory, 'shared')}\n` +
        `[filter "lfs"]\n\tsmudge = ${lfs}\n\tprocess = ${lfs}\n\trequired = true\n`,
    );
    const folder = await checkOutBase(worldAt(repository), base);
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('as it was committed');
    expect(readFileSync(join(folder, 'b.bin'), 'utf8')).toBe('a pointer');
    expect(existsSync(join(folder, '.git/hooks'))).toBe(false);
    expect(traps.filter(({ wasRun }) => wasRun()).map(({ script }) => script)).toEqual([]);
  });
});

describe('F43: a partial clone', () => {
  it('is not completed: what it lacks is fetched elsewhere', async () => {
    const base = commitFiles(repository, { 'a.txt': 'base', 'kept.txt': 'the same' });
    commitFiles(repository, { 'a.txt': 'head' });
    git(repository, 'config', 'uploadpack.allowFilter', 'true');
    git(repository, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
    for (const filter of ['blob:none', 'tree:0']) {
      const clone = join(scratch.directory, filter.replace(':', '-'));
      git(scratch.directory, 'clone', '--quiet', `--filter=${filter}`, `file://${repository}`, clone);
      const before = inspect(clone);
      const world = worldAt(clone);
      expect(await showFile(world, base, 'a.txt')).toBe('base');
      expect(readFileSync(join(await checkOutBase(world, base), 'a.txt'), 'utf8')).toBe('base');
      const head = git(repository, 'rev-parse', 'HEAD');
      expect(await showFile(world, head, 'a.txt')).toBe('head');
      expect(Object.fromEntries(inspect(clone))).toEqual(Object.fromEntries(before));
      expect(world.log.lines.filter(({ text }) => text.startsWith('Fetching'))).toHaveLength(1);
    }
  });
});

describe('a base whose build leaves what cannot be removed', () => {
  it('changes no verdict', async () => {
    using shop = openShop({
      'build.sh': 'case "$PWD" in */base) mkdir -p kept/here; chmod 500 kept ;; esac\n',
    });
    const config = shop
      .read('.github/loadgate.yml')
      .replace('service:\n', 'service:\n  build: sh build.sh\n');
    shop.commit({ '.github/loadgate.yml': config });
    shop.commit({ 'notes.md': 'A change.\n' });
    // Nothing is forbidden to the administrator.
    const user = process.getuid?.() === 0 ? 65_534 : undefined;
    if (user !== undefined) execFileSync('chown', ['-R', `${user}:${user}`, shop.root]);
    const env = { HOME: shop.root };
    const args = ['run', '--compare', 'base', '--base', 'main~1', '--budget', ONE_BLOCK];
    const ended = await shop.run(args, { user, env });
    exited(ended, leftIn(shop.repository).verdict.exitCode);
    expect(ended.stderr).toContain('could not be removed');
    const kept = readdirSync(shop.temporary);
    expect(kept).toHaveLength(1);
    for (const name of kept) {
      chmodSync(join(shop.temporary, name, 'base/kept'), 0o700);
      rmSync(join(shop.temporary, name), { recursive: true });
    }
  });
});
