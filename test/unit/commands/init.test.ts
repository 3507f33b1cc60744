/** `loadgate init` as a function of its arguments: what it writes, and that a refusal writes nothing. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { main } from '../../../src/commands/main.ts';
import { problemsOfText } from '../../../src/config/draft/check.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const CONFIG = '.github/loadgate.yml';

interface Done {
  readonly exitCode: number;
  readonly stderr: string;
  readonly config: string | null;
  readonly left: readonly string[];
}

async function init(
  args: readonly string[],
  prepare: (folder: string) => void = () => undefined,
): Promise<Done> {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'loadgate-init-')));
  try {
    cpSync(join(FIXTURES, 'bookshop.openapi.yaml'), join(cwd, 'api.yaml'));
    cpSync(join(FIXTURES, 'bookshop.har'), join(cwd, 'shop.har'));
    prepare(cwd);
    const stderr = new PassThrough();
    const program = { stdout: new PassThrough(), stderr, env: {}, cwd, door: import.meta.url, secrets: {} };
    const exitCode = await main(['init', ...args], {
      ...program,
      onStart: () => undefined,
      onSecondSignal: () => undefined,
    });
    const path = join(cwd, CONFIG);
    const left = existsSync(join(cwd, '.github')) ? readdirSync(join(cwd, '.github')) : [];
    return {
      exitCode,
      stderr: String(stderr.read() ?? '').replaceAll(/\s+/gu, ' '),
      config: existsSync(path) ? readFileSync(path, 'utf8') : null,
      left,
    };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

describe('init', () => {
  it('writes a configuration that stands', async () => {
    const done = await init([]);
    expect(done).toMatchObject({ exitCode: 0, left: ['loadgate.yml'] });
    expect(problemsOfText(done.config ?? '')).toEqual([]);
    expect(done.stderr).toContain('Set `start` and `requests`');
  });

  it.each([
    [['--openapi', 'api.yaml'], 'name: listBooks'],
    [['--har', 'shop.har'], 'path: /api/books/{{books_id}}'],
  ])('%j: with the requests of the document', async (args, words) => {
    const done = await init(args);
    expect(done.exitCode, done.stderr).toBe(0);
    expect(done.config).toContain(words);
    expect(problemsOfText(done.config ?? '')).toEqual([]);
    expect(done.stderr).toContain('Read it through');
  });

  it.each([
    ['small', 'suite: mine\n'],
    ['larger than any configuration', '# mine\n'.repeat(200_000)],
    ['empty', ''],
  ])('never writes over a file that is there: %s', async (_, mine) => {
    const done = await init(['--openapi', 'api.yaml'], (folder) => {
      mkdirSync(join(folder, '.github'));
      writeFileSync(join(folder, CONFIG), mine);
    });
    expect(done.exitCode).toBe(3);
    expect(done.stderr).toContain('.github/loadgate.yml exists already');
    expect(done.config).toBe(mine);
  });
});

describe('what cannot be read', () => {
  it.each<readonly [string, readonly string[], ((folder: string) => void) | null, RegExp]>([
    [
      'both at once',
      ['--openapi', 'api.yaml', '--har', 'shop.har'],
      null,
      /`--openapi` and `--har` exclude each other/u,
    ],
    ['nothing there', ['--openapi', 'none.yaml'], null, /OpenAPI document none\.yaml does not exist/u],
    ['a folder', ['--har', '.'], null, /HAR file \. is not a file/u],
    [
      'a pipe',
      ['--har', 'pipe'],
      (folder) => execFileSync('mkfifo', [join(folder, 'pipe')]),
      /is not a file/u,
    ],
    [
      'too large',
      ['--har', 'big'],
      (folder) => writeFileSync(join(folder, 'big'), Buffer.alloc(32 * 1024 * 1024 + 1, 32)),
      /larger than 32768 KiB/u,
    ],
    ['empty', ['--openapi', 'e'], (folder) => writeFileSync(join(folder, 'e'), '\uFEFF \n'), /e is empty/u],
    [
      'other bytes',
      ['--openapi', 'e'],
      (folder) => writeFileSync(join(folder, 'e'), Buffer.from('openapi', 'utf16le')),
      /not UTF-8 text/u,
    ],
    [
      'a recording as OpenAPI',
      ['--openapi', 'shop.har'],
      null,
      /is a HAR file, not an OpenAPI document.*`--har`/u,
    ],
    [
      'OpenAPI as a recording',
      ['--har', 'a.json'],
      (folder) => writeFileSync(join(folder, 'a.json'), '{"openapi": "3.0.0"}'),
      /is an OpenAPI document, not a HAR file.*`--openapi`/u,
    ],
    ['YAML as a recording', ['--har', 'api.yaml'], null, /is not valid JSON/u],
    [
      'a broken recording',
      ['--har', 'e'],
      (folder) => writeFileSync(join(folder, 'e'), '{\n"log": {\n"entries": [}'),
      /e is not valid JSON/u,
    ],
    [
      'a recording that was cut off',
      ['--har', 'e'],
      (folder) => writeFileSync(join(folder, 'e'), '{\n "log": {\n"entr'),
      /e:3:\d+: /u,
    ],
    [
      'broken JSON',
      ['--openapi', 'e'],
      (folder) => writeFileSync(join(folder, 'e'), '{\n"openapi": "3.0.0",\n"paths": ]}'),
      /e is not valid JSON.*Unexpected token/u,
    ],
    [
      'JSON that was cut off',
      ['--openapi', 'e'],
      (folder) => writeFileSync(join(folder, 'e'), '{\n"openapi": "3.0'),
      /e:2:\d+: Unterminated/u,
    ],
    [
      'broken YAML',
      ['--openapi', 'e'],
      (folder) => writeFileSync(join(folder, 'e'), 'openapi: 3.0.0\npaths: [\n'),
      /e is not valid YAML.*e:\d:\d+: /u,
    ],
  ])('%s: says what, and writes nothing', async (_, args, prepare, words) => {
    const done = await init(args, prepare ?? undefined);
    expect(done.stderr).toMatch(words);
    expect(done).toMatchObject({ exitCode: 3, config: null, left: [] });
  });
});
