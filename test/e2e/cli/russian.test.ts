/** A report in Russian of what could not be measured: in the terminal and in the files, with nothing English but code. */
import { expect, test } from 'vitest';
import { englishIn, proseOfMarkdown, withoutCode } from '../../fixtures/prose.ts';
import { CONFIG, openFolder, service } from './rig.ts';

/** What precedes the lines of a log. */
const proseOf = (stderr: string): string =>
  withoutCode(stderr.slice(stderr.indexOf('✗')).split(/^\s+\| /mu)[0] ?? '');

test('a service that does not start', async () => {
  using folder = openFolder({
    'service.mjs': service("console.error('no database at hand'); process.exit(7);"),
    '.github/loadgate.yml': `language: ru\n${CONFIG}`,
  });
  const { code, stdout, stderr } = await folder.run(['run']);
  expect(code, stderr).toBe(2);
  expect(stdout).toBe('');
  const words = stderr.replaceAll(/\s+/gu, ' ');
  expect(words).toContain('✗ Не удалось измерить: Сервис завершился с кодом `7` через');
  expect(words).toContain('Что делать: Последние строки его вывода приведены ниже');
  expect(words).toContain('| no database at hand');
  expect(englishIn(proseOf(stderr))).toEqual([]);
  const report = folder.read('loadgate-report/report.md');
  expect(report).toContain('### ⚠️ Не удалось измерить: Сервис завершился с кодом `7`');
  expect(englishIn(proseOfMarkdown(report))).toEqual([]);
}, 120_000);

test('a configuration that is wrong, in the language that it asks for', async () => {
  using folder = openFolder({
    '.github/loadgate.yml': `language: ru\n${CONFIG.replace('users: 4', 'userss: 4')}`,
  });
  const { code, stderr } = await folder.run(['run']);
  expect(code, stderr).toBe(3);
  const words = stderr.replaceAll(/\s+/gu, ' ');
  expect(words).toContain('✗ Не удалось начать: Конфигурация неверна: одна ошибка в `.github/loadgate.yml`.');
  expect(words).toContain(
    '.github/loadgate.yml:9:5: неизвестный ключ `userss` в `scenarios.home`; возможно, имелось в виду `users`?',
  );
  expect(englishIn(proseOf(stderr))).toEqual([]);
}, 120_000);
