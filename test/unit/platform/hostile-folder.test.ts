/** A folder that strangers filled: what is not read of it, and how that is told. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../../src/domain/failure.ts';
import { type FolderBounds, readHostileFolder } from '../../../src/platform/hostile-folder.ts';
import { failureText } from '../../../src/report/failure.ts';
import { terminalMarks } from '../../../src/report/terminal.ts';

const root = mkdtempSync(join(tmpdir(), 'loadgate-hostile-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(join(root, 'job'), { recursive: true });
  writeFileSync(join(root, 'job', 'run.json'), '{"a":1}');
});

const BOUNDS: FolderBounds = { depth: 1, entries: 3, fileBytes: 10, allBytes: 14 };

/** What is refused, in English and in Russian. */
async function refusal(): Promise<readonly [string, string]> {
  const error = await readHostileFolder(root, 'run.json', BOUNDS).catch((reason: unknown) => reason);
  if (!(error instanceof Failure)) throw new Error('this folder was to be refused');
  expect([error.detail.code, error.exitCode]).toEqual(['artifact-refused', 3]);
  return [error.message, failureText(error.detail, 'ru', terminalMarks({ colour: false })).message];
}
const inEnglish = (why: string): string => `What the measuring workflow left is not read: ${why}.`;
const inRussian = (why: string): string =>
  `То, что оставил измеряющий рабочий процесс, не прочитано: ${why}.`;

describe('a folder of strangers', () => {
  it('is read within its bounds', async () => {
    expect(await readHostileFolder(root, 'run.json', BOUNDS)).toEqual([{ folder: 'job', text: '{"a":1}' }]);
    expect(await readHostileFolder(join(root, 'none'), 'run.json', BOUNDS)).toEqual([]);
  });

  it.each<[string, () => void, string, string]>([
    [
      'a link',
      () => symlinkSync('/etc/passwd', join(root, 'run.json')),
      '"run.json" is neither a file nor a folder',
      'по пути `run.json` лежит не файл и не папка',
    ],
    [
      'a large file',
      () => writeFileSync(join(root, 'job', 'run.json'), 'x'.repeat(11)),
      '"job/run.json" has more than 10 bytes',
      'файл `job/run.json` больше 10 байт',
    ],
    [
      'large files',
      () => writeFileSync(join(root, 'run.json'), '{"a":12}'),
      'all files together have more than 14 bytes',
      'вместе файлы занимают больше 14 байт',
    ],
    [
      'what is no text',
      () => writeFileSync(join(root, 'job', 'run.json'), Buffer.from([0xff, 0xfe])),
      '"job/run.json" is not UTF-8',
      'файл `job/run.json` не в кодировке UTF-8',
    ],
    [
      'deep folders',
      () => mkdirSync(join(root, 'job', 'deeper')),
      'folders lie deeper than 1 levels',
      'уровней вложенности папок больше 1',
    ],
    [
      'many files',
      () => ['a', 'b'].forEach((name) => writeFileSync(join(root, name), '')),
      'there are more than 3 files',
      'файлов больше 3',
    ],
  ])('is refused with %s', async (_, prepare, english, russian) => {
    prepare();
    expect(await refusal()).toEqual([inEnglish(english), inRussian(russian)]);
  });

  it('is refused where it is a file', async () => {
    rmSync(root, { recursive: true });
    writeFileSync(root, '');
    expect(await refusal()).toEqual([inEnglish('it is no folder'), inRussian('это не папка')]);
  });
});
