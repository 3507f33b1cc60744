/** Plain files: whole or not at all, with limits, and inside the workspace. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  confine,
  ensureDirectory,
  isDirectory,
  readTextFile,
  writeAtomically,
} from '../../../src/platform/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'loadgate-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('files', () => {
  it('are written whole, with their folders, and without leftovers', async () => {
    const path = join(folder, 'a', 'b', 'c.txt');
    await writeAtomically(path, 'one');
    await writeAtomically(path, 'two');
    expect(readFileSync(path, 'utf8')).toBe('two');
    expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['c.txt']);
  });

  it('leave no draft when they cannot be written', async () => {
    await ensureDirectory(join(folder, 'taken', 'inside'));
    await expect(writeAtomically(join(folder, 'taken'), 'text')).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('are read up to a limit', async () => {
    const path = join(folder, 'ten');
    writeFileSync(path, '0123456789');
    expect(await readTextFile(path, 10)).toBe('0123456789');
    await expect(readTextFile(path, 9)).rejects.toThrow(RangeError);
    await expect(readTextFile(folder, 100)).rejects.toThrow('not a file');
    await expect(readTextFile(join(folder, 'missing'), 100)).rejects.toThrow(/ENOENT/);
  });

  it('know folders', async () => {
    expect(await ensureDirectory(join(folder, 'deep', 'er'))).toBe(join(folder, 'deep', 'er'));
    expect(await isDirectory(join(folder, 'deep'))).toBe(true);
    expect(await isDirectory(join(folder, 'nowhere'))).toBe(false);
  });

  it('S19: are confined to the workspace, links followed', async () => {
    const workspace = await ensureDirectory(join(folder, 'workspace'));
    symlinkSync('/', join(workspace, 'everything'));
    expect(await confine(workspace, 'new/file')).toBe(join(workspace, 'new/file'));
    for (const path of ['../x', '/etc/passwd', 'everything/etc/passwd', '.git/hooks/x']) {
      await expect(confine(workspace, path)).rejects.toMatchObject({ detail: { code: 'path-outside' } });
    }
  });
});
