/** The page's own words in every language in which they are written: each says something, and numbers stand in them. */
import { describe, expect, it } from 'vitest';
import { LANGUAGES, penOf } from '../../../src/report/pen.ts';
import { page as en } from '../../../src/report/words/en-page.ts';
import type { PageWords } from '../../../src/report/words/page-words.ts';
import { page as ru } from '../../../src/report/words/ru-page.ts';

const same = (text: string): string => text;
const pen = penOf(
  LANGUAGES.en,
  { name: same, prose: same, command: same, code: same, strong: same, link: same },
  1,
);

/** Every fixed phrase with its path. */
function phrasesOf(words: object, path = ''): readonly (readonly [path: string, phrase: string])[] {
  return Object.entries(words).flatMap(([name, value]): readonly (readonly [string, string])[] => {
    if (typeof value === 'string') return [[`${path}${name}`, value]];
    return typeof value === 'object' && value !== null ? phrasesOf(value, `${path}${name}.`) : [];
  });
}

describe.each([
  ['English', en],
  ['Russian', ru],
] as const)('%s', (_, words: PageWords) => {
  it('has no phrase that says nothing', () => {
    const phrases = phrasesOf(words);
    expect(phrases.length).toBeGreaterThan(150);
    expect(phrases.filter(([, phrase]) => phrase.trim() === '')).toEqual([]);
  });

  it('counts what is shown in the places of the page', () => {
    for (const place of ['{scenarios}', '{allScenarios}', '{requests}', '{allRequests}'])
      expect(words.shown).toContain(place);
  });

  it('puts numbers into sentences', () => {
    expect(words.thinned(12, 345, pen)).toMatch(/12.*345/u);
    expect(words.seconds(3, 4)).toBe('3');
    expect(words.seconds(30, 33)).toBe('30–33');
    expect(words.charts.line('p95', '8', '12')).toMatch(/p95.*8.*12/u);
    expect(words.more(7, pen)).toContain('7');
    expect(words.replicates('base', 1, pen)).not.toBe(words.replicates('base', 2, pen));
    expect(words.replicates('baseline', 12, pen)).toContain('12');
    expect(words.readings.database.title('shop', 'postgresql', '17.2')).toMatch(/shop.*postgresql.*17\.2/u);
    expect(words.frequency('1,200', '4,800')).toMatch(/1,200.*4,800/u);
    expect(words.anchor('Results')).toContain('Results');
  });
});

it('Russian is Russian: no phrase was left in English', () => {
  const known = /Node\.js|TCP|CPU|Apache ECharts|developed at|Loadgate|run\.json|p\d\d/u;
  const english = phrasesOf(ru).filter(
    ([path, phrase]) =>
      path !== 'lang' && /[A-Za-z]{3,}/u.test(phrase.replaceAll(/\{\w+\}/gu, '')) && !known.test(phrase),
  );
  expect(english).toEqual([]);
});

it('Russian counts by its rules', () => {
  const counts = [1, 2, 5, 11, 21, 22, 25, 111];
  expect(counts.map((count) => ru.replicates('base', count, pen))).toEqual([
    '1 блок',
    '2 блока',
    '5 блоков',
    '11 блоков',
    '21 блок',
    '22 блока',
    '25 блоков',
    '111 блоков',
  ]);
});
