/** `loadgate history` on a real repository whose baseline grew over many commits; what it writes, what it refuses to, and how the pages are in a browser. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeBaseline } from '../../../src/baseline/codec.ts';
import { baselineVersions } from '../../fixtures/baselines.ts';
import { CHROMIUM, lookAt, openBrowser } from './history-browser.ts';
import { type Ended, type Folder, openFolder } from './rig.ts';

const BASELINE = '.loadgate/baseline.json';
const VERSIONS = baselineVersions({
  versions: 12,
  keep: 4,
  otherConfigFrom: 8,
  scenarios: ['home'],
});

function ended({ code, stderr }: Ended, exitCode: number): void {
  expect(code, stderr).toBe(exitCode);
}

/** Twelve versions of the baseline, its name changed once, a broken version and a merge in between. */
function grow(folder: Folder): void {
  folder.git('init', '--quiet');
  folder.git('remote', 'add', 'origin', 'https://user:hunter2@github.com/octo/bookshop.git');
  const before = 'performance/baseline.json';
  const commit = (path: string, text: string): void => {
    folder.write({ [path]: text });
    folder.git('add', '--all');
    folder.git('commit', '--quiet', '-m', 'Accept a run');
  };
  for (const version of VERSIONS.slice(0, 4)) commit(before, encodeBaseline(version));
  mkdirSync(join(folder.path, dirname(BASELINE)), { recursive: true });
  folder.git('mv', before, BASELINE);
  folder.git('commit', '--quiet', '-m', 'Move the baseline');
  commit(BASELINE, '<<<<<<< ours\n');
  for (const version of VERSIONS.slice(4, 8)) commit(BASELINE, encodeBaseline(version));
  folder.git('checkout', '--quiet', '-b', 'change');
  for (const version of VERSIONS.slice(8, 10)) commit(BASELINE, encodeBaseline(version));
  folder.git('checkout', '--quiet', 'main');
  folder.git('merge', '--quiet', '--no-ff', '-m', 'Merge', 'change');
  for (const version of VERSIONS.slice(10)) commit(BASELINE, encodeBaseline(version));
}

interface Record {
  readonly repository: string | null;
  readonly files: readonly string[];
  readonly suites: readonly {
    readonly versions: object;
    readonly scenarios: readonly { readonly lines: readonly { readonly runs: readonly object[] }[] }[];
  }[];
}

const recordOf = (folder: Folder, out = 'site'): Record => JSON.parse(folder.read(`${out}/history.json`));
const runsIn = (folder: Folder): readonly number[] | undefined =>
  recordOf(folder).suites[0]?.scenarios[0]?.lines.map(({ runs }) => runs.length);

describe('loadgate history', () => {
  test('shows every run that main’s baseline ever held, and links to commits', async () => {
    using folder = openFolder();
    grow(folder);
    const status = folder.git('status', '--porcelain');
    const done = await folder.run(['history']);
    ended(done, 0);
    expect(done.stderr).toContain('Wrote the history of 1 scenario to site');
    expect(readdirSync(join(folder.path, 'site')).toSorted()).toEqual([
      'default-home.html',
      'history.json',
      'index.html',
    ]);
    const record = recordOf(folder);
    expect(record.repository).toBe('https://github.com/octo/bookshop');
    // The runs of the branch came with its merge.
    expect(runsIn(folder)).toEqual([8, 4]);
    expect(record.suites[0]?.versions).toEqual({ kind: 'read', read: 11, unreadable: 1, cut: null });
    for (const name of record.files) expect(folder.read(`site/${name}`)).not.toContain('hunter2');
    expect(folder.git('status', '--porcelain')).toBe(`${status}${status === '' ? '' : '\n'}?? site/`);

    const first = record.files.map((name) => folder.read(`site/${name}`));
    ended(await folder.run(['history']), 0);
    expect(recordOf(folder).files.map((name) => folder.read(`site/${name}`))).toEqual(first);
  });

  test('in a shallow clone shows what is there, and says so', async () => {
    using folder = openFolder();
    grow(folder);
    using clone = openFolder();
    clone.git('init', '--quiet');
    clone.git('fetch', '--quiet', '--depth=1', pathToFileURL(folder.path).href, 'main');
    clone.git('reset', '--quiet', '--hard', 'FETCH_HEAD');
    ended(await clone.run(['history']), 0);
    expect(recordOf(clone).suites[0]?.versions).toEqual({
      kind: 'read',
      read: 1,
      unreadable: 0,
      cut: 'shallow',
    });
    expect(recordOf(clone).repository).toBeNull();
    expect(runsIn(clone)).toEqual([4, 4]);
  });

  test('replaces what it wrote, removes pages that are gone, and touches nothing else', async () => {
    using folder = openFolder();
    const [, two] = baselineVersions({ versions: 2, keep: 2, scenarios: ['home', 'old'] });
    folder.write({ [BASELINE]: encodeBaseline(two!), 'site/CNAME': 'perf.example.test' });
    ended(await folder.run(['history']), 0);
    expect(folder.has('site/default-old.html')).toBe(true);
    const [one] = baselineVersions({ versions: 1, keep: 1, scenarios: ['home'] });
    folder.write({ [BASELINE]: encodeBaseline(one!) });
    ended(await folder.run(['history', '--repository', 'https://github.com/octo/x']), 0);
    expect(folder.has('site/default-old.html')).toBe(false);
    expect(folder.read('site/CNAME')).toBe('perf.example.test');
    expect(recordOf(folder)).toMatchObject({ repository: 'https://github.com/octo/x' });
  });

  test('reads several suites, and says which has nothing yet', async () => {
    using folder = openFolder();
    const [one] = baselineVersions({ versions: 1, keep: 1, suite: 'one' });
    const [two] = baselineVersions({ versions: 1, keep: 1, suite: 'two' });
    folder.write({ 'a.json': encodeBaseline(one!), 'b.json': encodeBaseline(two!) });
    const done = await folder.run(['history', '--baseline-path', 'a.json', 'b.json', 'c.json']);
    ended(done, 0);
    expect(done.stderr).toContain('c.json does not exist');
    expect(recordOf(folder).files).toEqual(['history.json', 'index.html', 'one-home.html', 'two-home.html']);
  });
});

describe('loadgate history refuses', () => {
  const [version] = VERSIONS;
  const withBaseline = (): Folder => openFolder({ [BASELINE]: encodeBaseline(version!) });

  test('without a baseline, and writes nothing', async () => {
    using folder = openFolder();
    const done = await folder.run(['history']);
    ended(done, 2);
    expect(done.stderr).toContain('There is no history to show');
    expect(folder.has('site')).toBe(false);
  });

  test('a broken baseline', async () => {
    using folder = openFolder({ [BASELINE]: '{' });
    ended(await folder.run(['history']), 2);
    expect(folder.has('site')).toBe(false);
  });

  test.each(['index.html', 'history.json', 'default-home.html'])(
    'to replace a %s that it did not write',
    async (name) => {
      using folder = withBaseline();
      folder.write({ [`site/${name}`]: '{"mine": true}' });
      const done = await folder.run(['history']);
      ended(done, 3);
      expect(done.stderr).toContain(`site/${name}`);
      expect(readdirSync(join(folder.path, 'site'))).toEqual([name]);
      expect(folder.read(`site/${name}`)).toBe('{"mine": true}');
    },
  );

  test('to remove what a forged record names', async () => {
    using folder = withBaseline();
    const forged = { madeBy: 'loadgate history', files: ['../keep.html', 'keep.txt', 'history.json'] };
    folder.write({ 'keep.html': 'x', 'site/keep.txt': 'x', 'site/history.json': JSON.stringify(forged) });
    ended(await folder.run(['history']), 0);
    expect(folder.has('keep.html')).toBe(true);
    expect(folder.has('site/keep.txt')).toBe(true);
  });

  test.each([
    [['--out', '../outside'], 'leads out of the workspace'],
    [['--out', '.git/x'], 'leads out of the workspace'],
    [['--repository', 'javascript:alert(1)'], '--repository does not look like'],
    [['--language', 'xx'], '--language takes'],
    [['--config', 'a.yml', '--baseline-path', 'b.json'], 'exclude each other'],
  ])('%j', async (args, message) => {
    using folder = withBaseline();
    const done = await folder.run(['history', ...args]);
    ended(done, 3);
    expect(done.stderr).toContain(message);
    expect(existsSync(join(folder.path, '../outside'))).toBe(false);
  });
});

describe.skipIf(CHROMIUM === null)('in Chromium', () => {
  const folder = openFolder();
  let browser: Awaited<ReturnType<typeof openBrowser>>;

  beforeAll(async () => {
    const versions = baselineVersions({
      versions: 40,
      keep: 30,
      otherConfigFrom: 14,
      scenarios: ['home', 'поиск'],
    });
    writeFileSync(join(folder.path, 'baseline.json'), encodeBaseline(versions.at(-1)!));
    const done = await folder.run([
      'history',
      '--baseline-path',
      'baseline.json',
      '--repository',
      'https://github.com/octo/bookshop',
    ]);
    ended(done, 0);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    folder[Symbol.dispose]();
  });

  const pages = ['index.html', 'default-поиск.html'];
  const looks = pages.flatMap((page) =>
    (['light', 'dark'] as const).flatMap((scheme) => [400, 1400].map((width) => ({ page, scheme, width }))),
  );

  test.each(looks)('$page, $scheme, $width px', async ({ page, scheme, width }) => {
    const url = pathToFileURL(join(folder.path, 'site', page)).href;
    const seen = await lookAt(browser, url, { scheme, width });
    expect(seen.requests).toEqual([url]);
    expect(seen.complaints).toEqual([]);
    expect(seen.violations).toEqual([]);
    expect(seen.overflow).toBeLessThanOrEqual(0);
    expect(seen.charts).toBeGreaterThan(5);
    expect(seen.styled).toBe(true);
  });
});
