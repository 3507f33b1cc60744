/** The language in which a configuration that is wrong is told so. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { askedLanguage } from '../../../src/config/asked-language.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A workspace with the default configuration, or with none. */
function workspace(text: string | null, path = '.github/loadgate.yml'): string {
  const folder = mkdtempSync(join(tmpdir(), 'loadgate-language-'));
  folders.push(folder);
  if (text !== null) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe('askedLanguage', () => {
  it.each([
    ['language: ru\nservice: {}\n', 'ru'],
    ['service: {\nlanguage: "ru" # русский\n', 'ru'],
    ['report:\n  language: ru\n', 'en'],
    ['language: fr\n', 'en'],
    ['', 'en'],
    [null, 'en'],
  ])('of %j is %s', async (text, language) => {
    expect(await askedLanguage({ configPath: null, inputs: {} }, workspace(text))).toBe(language);
  });

  it('is that of the input, whatever the file says', async () => {
    const folder = workspace('language: en\n');
    expect(await askedLanguage({ configPath: null, inputs: { language: 'ru' } }, folder)).toBe('ru');
  });

  it('is that of the file that was named', async () => {
    const folder = workspace('language: ru\n', 'perf/gate.yml');
    expect(await askedLanguage({ configPath: 'perf/gate.yml', inputs: {} }, folder)).toBe('ru');
    expect(await askedLanguage({ configPath: null, inputs: { config: 'perf/gate.yml' } }, folder)).toBe('ru');
    expect(await askedLanguage({ configPath: '../outside.yml', inputs: {} }, folder)).toBe('en');
  });
});
