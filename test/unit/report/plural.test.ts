/** Words agree with the numbers in front of them, as these are written. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, penOf } from '../../../src/report/pen.ts';
import { pluralOf } from '../../../src/report/plural.ts';
import { CORES, CORES_GENITIVE, coresOf, counted, USERS } from '../../../src/report/words/ru-counts.ts';
import { PLAIN_MARKS } from '../../fixtures/prose.ts';

const plural = pluralOf('ru-RU');
const DAYS = { one: 'день', few: 'дня', many: 'дней', other: 'дня' };
const n = penOf(LANGUAGES.ru, PLAIN_MARKS, 1);
const spaced = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('a Russian word', () => {
  it.each([
    [1, 'день'],
    [2, 'дня'],
    [5, 'дней'],
    [11, 'дней'],
    [21, 'день'],
    [22, 'дня'],
    [25, 'дней'],
    [111, 'дней'],
    [0, 'дней'],
    [-1, 'день'],
    [1.5, 'дня'],
    [2.001, 'дня'],
  ])('behind %d', (count, word) => {
    expect(plural(count, DAYS)).toBe(word);
  });

  it('follows the last two digits, whatever the number', () => {
    const byDigits = (count: number): string => {
      if (count % 100 >= 11 && count % 100 <= 14) return 'пользователей';
      if (count % 10 === 1) return 'пользователь';
      return count % 10 >= 2 && count % 10 <= 4 ? 'пользователя' : 'пользователей';
    };
    fc.assert(
      fc.property(fc.nat(10_000_000), (count) => {
        expect(counted(count, USERS, n).split('\u00a0').at(-1)).toBe(byDigits(count));
      }),
    );
  });

  it('sees a number as it is written', () => {
    expect(spaced(coresOf(1.999, CORES, n))).toBe('2 ядра');
    expect(spaced(coresOf(9.999, CORES, n))).toBe('10 ядер');
    expect(spaced(coresOf(21.4, CORES, n))).toBe('21 ядро');
    expect(spaced(coresOf(1.5, CORES_GENITIVE, n))).toBe('1,5 ядра');
    expect(spaced(coresOf(4, CORES_GENITIVE, n))).toBe('4 ядер');
    expect(spaced(n.change('error-rate', 0.0104))).toBe('+1 процентный пункт');
    expect(spaced(n.change('error-rate', 0.003))).toBe('+0,3 процентного пункта');
    expect(spaced(n.range('error-rate', 0.001, 0.02))).toBe('от +0,1 до +2 процентных пунктов');
  });
});

it('an English word is one or more than one', () => {
  const words = pluralOf('en-US');
  const forms = { one: 'day', other: 'days' };
  expect([1, 2, 0, 21, 1.5].map((count) => words(count, forms))).toEqual([
    'day',
    'days',
    'days',
    'days',
    'days',
  ]);
});

describe('Russian numbers', () => {
  it.each([
    [n.ms(12.34), '12,3 мс'],
    [n.ms(12_340), '12,3 с'],
    [n.seconds(300), '5 мин'],
    [n.span(9 * 86_400), '9 дней'],
    [n.span(21 * 86_400), '21 день'],
    [n.rate(1_250), '1 250 зап./с'],
    [n.share(0.05), '5 %'],
    [n.count(24_310), '24 310'],
    [n.bytes(7.8e9), '7,8 ГБ'],
    [n.value('memory-growth', 1_020_000), '1,02 МБ/мин'],
    [n.change('p95', -0.048), '−4,8 %'],
    [n.range('p95', 0.012, 0.085), 'от +1,2 до +8,5 %'],
    [n.list(['а', 'б', 'в']), 'а, б и в'],
    [n.fixed(0.98765, 3), '0,988'],
  ])('%s', (written, expected) => {
    expect(spaced(written)).toBe(expected);
  });

  it('never break from their units', () => {
    expect(n.rate(1_250)).not.toContain(' ');
    expect(n.range('p95', 0.012, 0.085)).not.toContain(' ');
  });
});
