/** The page among the report's files: written beside them, in nobody's way, and forgotten with them. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pageOf } from '../../../src/commands/page.ts';
import { millis } from '../../../src/domain/units.ts';
import { memoryLog } from '../../../src/platform/log.ts';
import { createMask } from '../../../src/platform/mask.ts';
import { readPageProgram } from '../../../src/platform/page-program.ts';
import { openVault } from '../../../src/platform/vault.ts';
import type { World } from '../../../src/platform/world.ts';
import { forgetFiles, publishFiles } from '../../../src/publish/files.ts';
import type { Page, Publication } from '../../../src/publish/publication.ts';
import { sliceOf } from '../../fixtures/measured.ts';
import { tell } from '../../fixtures/told.ts';
import { STORIES } from '../../golden/report/stories.ts';

let workspace: string;
let log: ReturnType<typeof memoryLog>;
const FOLDER = 'loadgate-report';
const SECRET = 'sentinel-secret-1';

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'loadgate-page-files-'));
  log = memoryLog();
});
afterEach(() => rmSync(workspace, { recursive: true }));

const world = (): World => ({
  workspace,
  temporary: workspace,
  env: {},
  signal: new AbortController().signal,
  vault: openVault({ env: {}, secrets: {} }),
  log,
  now: () => millis(0),
  date: () => new Date(0),
  generator: ['node'],
});

const publication = (page: Publication['page']): Publication => ({
  suite: 'api',
  occasion: {
    kind: 'local',
    repository: null,
    headSha: null,
    baseSha: null,
    pullRequest: null,
    runUrl: null,
  },
  outcome: 'pass',
  exitCode: 0,
  headline: 'No regression',
  comment: 'never',
  directory: FOLDER,
  run: null,
  verdict: null,
  formats: [],
  markdown: () => '# Report',
  page,
});

const judged = (chartFiles: 'none' | 'svg') => {
  const told = tell(STORIES['pass']!);
  const plan = { ...told.plan, report: { ...told.plan.report, chartFiles } };
  return { ...told, plan, kind: 'judged', exitCode: 0 } as const;
};

it('is written beside the report, without a picture unless they were asked for', async () => {
  const files = await publishFiles(publication(pageOf(judged('none'), createMask({}))), world());
  expect(files.page).toBe('loadgate-report/report.html');
  expect(readFileSync(join(workspace, 'loadgate-report/report.html'), 'utf8')).toMatch(/^<!doctype html>/u);
  expect(readdirSync(join(workspace, FOLDER)).toSorted()).toEqual(['report.html', 'report.md']);
});

it('has its charts as files where they were asked for; a new run forgets them, and nothing of anybody else', async () => {
  await publishFiles(publication(pageOf(judged('svg'), createMask({}))), world());
  const charts = join(workspace, FOLDER, 'charts');
  expect(readdirSync(charts).toSorted()).toEqual([
    'browse-distribution.svg',
    'browse-latency.svg',
    'browse-throughput.svg',
  ]);
  writeFileSync(join(charts, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg"></svg>');
  writeFileSync(join(charts, 'notes.txt'), 'mine');
  await forgetFiles(FOLDER, world());
  expect(readdirSync(charts).toSorted()).toEqual(['logo.svg', 'notes.txt']);
  expect(existsSync(join(workspace, FOLDER, 'report.html'))).toBe(false);
});

it('costs no other file when it cannot be made', async () => {
  const broken = (): Promise<Page> => Promise.reject(new Error('no such phrase'));
  const files = await publishFiles(publication(broken), world());
  expect(files).toMatchObject({ report: 'loadgate-report/report.md', page: null });
  expect(log.lines.map(({ text }) => text).join()).toContain(
    'Could not write report.html: Error: no such phrase',
  );
});

it('forgets nothing where there is nothing, or where the folder of charts leads elsewhere', async () => {
  await forgetFiles(FOLDER, world());
  mkdirSync(join(workspace, FOLDER));
  writeFileSync(join(workspace, FOLDER, 'charts'), 'a file');
  await forgetFiles(FOLDER, world());
  expect(readFileSync(join(workspace, FOLDER, 'charts'), 'utf8')).toBe('a file');
});

it('holds no secret, and a mask leaves its program alone', async () => {
  const told = tell({
    slices: [
      sliceOf({
        scenario: `s ${SECRET}`,
        errors: [{ message: SECRET, count: 3 }],
        failures: { httpError: 3 },
      }),
    ],
  });
  const page = pageOf(
    { ...told, kind: 'judged', exitCode: 0 },
    createMask({}, [SECRET, 'function', 'section']),
  );
  const { html } = await page();
  expect(html).not.toContain(SECRET);
  expect(html).toContain('s ***');
  expect(html).toContain('<section');
});

it('has no program where nothing was built, and the one that was where it was', async () => {
  expect(await readPageProgram(workspace)).toBeNull();
  writeFileSync(join(workspace, 'page.js'), 'let x = 1;');
  expect(await readPageProgram(workspace)).toBe('let x = 1;');
});
