/** The Russian report keeps to its glossary: no word that stands there as not used. */
import { describe, expect, it } from 'vitest';
import { listFiles, readText } from './repository.ts';

/** Rows of the table: the English word, the Russian ones, those that are not used. */
const ROWS = readText('docs/glossary-ru.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, word = '', russian = '', unused = '']) => ({ word, russian, unused: listOf(unused) }));

/** What reports say: the phrases, without the comments beside them. */
const PHRASES = listFiles()
  .filter((path) => /^src\/report\/words\/ru[\w-]*\.ts$/u.test(path))
  .map((path) => readText(path).replaceAll(/\/\*.*?\*\/|^import .*?;$/gmsu, ''))
  .join('\n')
  .toLowerCase();

function listOf(cell: string): readonly string[] {
  return cell
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '');
}

/** Words in any of their endings begin alike; short ones have no ending to lose. */
const stemOf = (word: string): RegExp =>
  new RegExp(`(?<!\\p{Letter})${word.length > 5 ? word.slice(0, -1) : `${word}(?!\\p{Letter})`}`, 'u');

const UNUSED = ROWS.flatMap(({ word, unused }) => unused.map((each) => [each, word] as const));

it('has rows, and phrases to look at', () => {
  expect(ROWS.length).toBeGreaterThan(40);
  expect(UNUSED.length).toBeGreaterThan(15);
  expect(PHRASES).toMatch(stemOf('эталон'));
});

describe('words that are not used', () => {
  it.each(UNUSED)('%s (%s)', (unused) => {
    expect(stemOf(unused).exec(PHRASES)?.[0]).toBeUndefined();
  });
});
