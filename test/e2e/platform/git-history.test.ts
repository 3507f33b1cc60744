/** What git remembers of one file, in real repositories: whole, shallow, partial, broken, and none. */
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { originAddress, readFileVersions } from '../../../src/platform/git-history.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { commitFiles, git, initRepository, openScratch, photograph, worldAt } from '../baseline/scratch.ts';

const BOUNDS = { versionsMax: 50, fileMax: 100, bytesMax: 1_000 };

/** A repository whose file has had these texts. */
function repositoryWith(directory: string, texts: readonly string[]): string {
  initRepository(directory);
  for (const text of texts) commitFiles(directory, { 'folder/a file.json': text });
  return directory;
}

async function versionsOf(workspace: string, path: string, bounds = BOUNDS) {
  const texts: string[] = [];
  const found = await readFileVersions(worldAt(workspace), path, bounds, (text) => texts.push(text));
  return { texts, found };
}

test('hands over every content once, newest first, wherever the workspace lies', async () => {
  using scratch = openScratch();
  const directory = repositoryWith(join(scratch.directory, 'r'), ['1', '2', '1', '3']);
  const before = photograph(directory);
  const whole = { kind: 'read', unreadable: 0, cut: null };
  expect(await versionsOf(directory, 'folder/a file.json')).toEqual({ texts: ['3', '1', '2'], found: whole });
  expect(await versionsOf(directory, 'no such file')).toEqual({ texts: [], found: whole });
  expect(photograph(directory)).toBe(before);
  expect((await versionsOf(join(directory, 'folder'), 'a file.json')).texts).toEqual(['3', '1', '2']);
});

test('takes a name for a name', async () => {
  using scratch = openScratch();
  const directory = repositoryWith(join(scratch.directory, 'r'), ['1']);
  for (const path of ['*', ':(glob)**', '--all', 'folder/../folder/*', '-n1']) {
    expect((await versionsOf(directory, path)).texts, path).toEqual([]);
  }
});

test('counts what cannot be read: links, and files that are too large', async () => {
  using scratch = openScratch();
  const directory = repositoryWith(join(scratch.directory, 'r'), ['1', 'x'.repeat(101)]);
  rmSync(join(directory, 'folder/a file.json'));
  symlinkSync('/etc/passwd', join(directory, 'folder/a file.json'));
  git(directory, 'add', '--all');
  git(directory, 'commit', '--quiet', '-m', 'A link');
  expect(await versionsOf(directory, 'folder/a file.json')).toEqual({
    texts: ['1'],
    found: { kind: 'read', unreadable: 2, cut: null },
  });
});

test('reads no more than it may, and says so', async () => {
  using scratch = openScratch();
  const directory = repositoryWith(join(scratch.directory, 'r'), ['1', '2', '3', '4']);
  const cut = { kind: 'read', unreadable: 0, cut: 'bound' };
  const path = 'folder/a file.json';
  expect(await versionsOf(directory, path, { ...BOUNDS, versionsMax: 2 })).toEqual({
    texts: ['4', '3'],
    found: cut,
  });
  expect(await versionsOf(directory, path, { ...BOUNDS, bytesMax: 3 })).toEqual({
    texts: ['4', '3', '2'],
    found: cut,
  });
  expect((await versionsOf(directory, path, { ...BOUNDS, versionsMax: 4 })).found).toMatchObject({
    cut: null,
  });
});

test('fetches nothing for a clone that left its history or its files out', async () => {
  using scratch = openScratch();
  const directory = repositoryWith(join(scratch.directory, 'r'), ['1', '2']);
  git(directory, 'config', 'uploadpack.allowFilter', 'true');
  const url = pathToFileURL(directory).href;
  const shallow = join(scratch.directory, 'shallow');
  git(scratch.directory, 'clone', '--quiet', '--depth=1', url, shallow);
  const partial = join(scratch.directory, 'partial');
  git(scratch.directory, 'clone', '--quiet', '--filter=blob:none', url, partial);
  const before = [shallow, partial].map(photograph);
  expect(await versionsOf(shallow, 'folder/a file.json')).toEqual({
    texts: ['2'],
    found: { kind: 'read', unreadable: 0, cut: 'shallow' },
  });
  expect(await versionsOf(partial, 'folder/a file.json')).toEqual({
    texts: [],
    found: { kind: 'none', why: 'partial' },
  });
  expect([shallow, partial].map(photograph)).toEqual(before);
});

test('says why there is nothing', async () => {
  using scratch = openScratch();
  const [bare, empty, broken] = ['bare', 'empty', 'broken'].map((name) => join(scratch.directory, name));
  mkdirSync(bare!);
  expect((await versionsOf(bare!, 'a')).found).toEqual({ kind: 'none', why: 'no-repository' });
  mkdirSync(empty!);
  git(empty!, 'init', '--quiet');
  expect((await versionsOf(empty!, 'a')).found).toEqual({ kind: 'none', why: 'failed' });
  repositoryWith(broken!, ['1', '2']);
  // The first content goes missing.
  const lost = git(broken!, 'rev-parse', 'HEAD~1:folder/a file.json');
  const object = join(broken!, '.git/objects', lost.slice(0, 2));
  expect(existsSync(object) && readdirSync(object).length > 0).toBe(true);
  rmSync(object, { recursive: true });
  expect(await versionsOf(broken!, 'folder/a file.json')).toEqual({
    texts: ['2'],
    found: { kind: 'read', unreadable: 1, cut: null },
  });
});

test('stops when it is told to', async () => {
  using scratch = openScratch();
  const directory = repositoryWith(join(scratch.directory, 'r'), ['1', '2']);
  const stop = new AbortController();
  const world = worldAt(directory, { signal: stop.signal });
  const reading = readFileVersions(world, 'folder/a file.json', BOUNDS, () => stop.abort());
  await expect(reading).rejects.toThrow(Failure);
});

test('knows the address of origin, or none', async () => {
  using scratch = openScratch();
  const directory = initRepository(join(scratch.directory, 'r'));
  expect(await originAddress(worldAt(directory))).toBeNull();
  git(directory, 'remote', 'add', 'origin', 'https://github.com/octo/bookshop.git');
  expect(await originAddress(worldAt(directory))).toBe('https://github.com/octo/bookshop.git');
  mkdirSync(join(scratch.directory, 'none'));
  expect(await originAddress(worldAt(join(scratch.directory, 'none')))).toBeNull();
});
