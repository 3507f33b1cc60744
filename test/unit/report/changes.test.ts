/** Changes in plain words, in each language that has them. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRIC_NAMES } from '../../../src/domain/metric.ts';
import type { Comparison } from '../../../src/domain/verdict.ts';
import { terminalMarks } from '../../../src/report/terminal.ts';
import { penOf } from '../../../src/report/pen.ts';
import { changes as english } from '../../../src/report/words/en-change.ts';
import { comment as englishComment } from '../../../src/report/words/en-comment.ts';
import { en } from '../../../src/report/words/en.ts';
import { changes as russian } from '../../../src/report/words/ru-change.ts';
import { comment as russianComment } from '../../../src/report/words/ru-comment.ts';
import { ru } from '../../../src/report/words/ru.ts';
import { tell } from '../../fixtures/told.ts';
import { STORIES } from '../../golden/report/stories.ts';

const pen = penOf(en, terminalMarks({ colour: false }), 1);
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('a change', () => {
  it.each([
    ['p95', 0.053, '5.3 % slower'],
    ['p95', -0.24, '24 % faster'],
    ['throughput', -0.05, '5 % lower'],
    ['error-rate', 0.008, '0.8 points higher'],
    ['answer-size', 0.2, '20 % larger'],
    ['queries-per-request', 10, '1,000 % more'],
    ['p95', 0.00004, 'unchanged'],
  ] as const)('of %s by %d is %s', (metric, change, words) => {
    expect(plain(english.moved(metric, change, pen))).toBe(words);
  });

  it.each([
    [0.03, 0.06, 'between 3 % and 6 % slower'],
    [-0.06, -0.03, 'between 3 % and 6 % faster'],
    [-0.044, 0.2, 'between 4.4 % faster and 20 % slower'],
    [0, 0.06, 'up to 6 % slower'],
    [-0.06, 0.0001, 'up to 6 % faster'],
    [0.0512, 0.0513, '5.1 % slower'],
    [0, 0, 'unchanged'],
  ] as const)('between %d and %d is %s', (low, high, words) => {
    expect(plain(english.between('p95', [low, high], pen))).toBe(words);
  });

  it.each([
    [0.03, 0.06, 'на 3–6 % медленнее'],
    [-0.044, 0.2, 'от ускорения на 4.4 % до замедления на 20 %'],
    [0, 0.06, 'не более чем на 6 % медленнее'],
  ] as const)('between %d and %d is, in Russian, %s', (low, high, words) => {
    expect(plain(russian.between('p95', [low, high], pen))).toBe(words);
  });

  it('has words in every language, whatever it is', () => {
    const ends = fc.tuple(
      fc.double({ min: -1, max: 20, noNaN: true }),
      fc.double({ min: 0, max: 5, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...METRIC_NAMES), ends, (metric, [low, width]) => {
        for (const { moved, between } of [english, russian]) {
          expect(moved(metric, low, pen)).toMatch(/^\S.*\S$/u);
          expect(between(metric, [low, low + width], pen)).not.toMatch(/undefined|NaN|[−-]\d| {2}/u);
        }
      }),
    );
  });
});

describe('under the headline', () => {
  const headlineOf = (name: string) => tell(STORIES[name]!).report.headline;

  it('a regression says between which ends it is, and what it could not have seen', () => {
    const headline = headlineOf('base-regression');
    expect(plain(english.sure(headline, pen))).toMatch(
      /^With 90 % confidence: p95 between .* slower and throughput between/u,
    );
    expect(plain(english.unseen(headline, pen))).toMatch(
      /unseen: p95 less than 3\.\d % slower and throughput less than 2\.\d % lower\.$/u,
    );
    expect(plain(russian.sure(headline, pen))).toMatch(/p95 — на [\d.]+–[\d.]+.% медленнее/u);
    expect(plain(russian.unseen(headline, pen))).toContain('пропускная способность — менее чем на');
  });

  it('of several scenarios it is the least that any of them would have seen', () => {
    const { judgements } = tell(STORIES['two-scenarios']!).verdict.scenarios[0]!;
    const own = judgements.find(({ metric }) => metric === 'p95')!.comparison!.detectable;
    expect(headlineOf('two-scenarios').unseen[0]!.change).toBeGreaterThanOrEqual(own);
  });

  it.each(['first-run', 'void-generator-bound', 'base-failed'])('%s has nothing to say of it', (name) => {
    expect(english.sure(headlineOf(name), pen)).toBe('');
    expect(english.unseen(headlineOf(name), pen)).toBe('');
  });
});

const russianPen = penOf(ru, terminalMarks({ colour: false }), 1);

it('a comment has all its words in Russian', () => {
  expect(Object.keys(russianComment).toSorted()).toEqual(Object.keys(englishComment).toSorted());
  expect([1, 2, 5, 11, 21].map((count) => plain(russianComment.othersFolded(count, russianPen)))).toEqual([
    'Ещё 1 сценарий подробно',
    'Ещё 2 сценария подробно',
    'Ещё 5 сценариев подробно',
    'Ещё 11 сценариев подробно',
    'Ещё 21 сценарий подробно',
  ]);
  for (const words of [englishComment, russianComment]) {
    expect(words.historyCaption(15)).toContain('15');
    expect(words.inScenarios('a, b')).toMatch(/^ .+ a, b$/u);
    expect(words.more(7, pen)).toContain('7');
    expect(words.saysFolded(['a', 'b'])).toMatch(/: a · b$/u);
    expect(words.learnMoreFolded(['a'])).toMatch(/: a$/u);
    expect(words.distributionCaption('base')).not.toBe(words.distributionCaption('baseline'));
    expect(words.loadCaption('users')).not.toBe(words.loadCaption('rate'));
    expect(`${words.loadAxis('users')}${words.loadAxis('rate')}${words.distributionAxis}`).not.toContain('"');
  }
});

describe('what is not decided', () => {
  it.each([
    ['p95', [0.05, 0.2], 'inside that range', 'попадает в этот интервал'],
    ['p95', [0.12, 0.2], 'beyond the limit of 10\u00a0%', 'хуже порога 10\u00a0%'],
    ['throughput', [-0.2, -0.05], 'inside that range', 'попадает в этот интервал'],
    ['throughput', [-0.2, -0.12], 'beyond the limit of 10\u00a0%', 'хуже порога 10\u00a0%'],
    ['throughput', [0.12, 0.2], 'inside that range', 'попадает в этот интервал'],
  ] as const)('is told by where the limit is: %s, %j', (metric, interval, words, russianWords) => {
    const comparison = { ...undecided(), limit: 0.1, interval };
    const reason = { kind: 'inconclusive', scenario: 'home', metric, value: 0, comparison } as const;
    expect(plain(en.reasons.inconclusive(reason, pen))).toContain(plain(words));
    expect(plain(ru.reasons.inconclusive(reason, pen))).toContain(plain(russianWords));
  });
});

/** A comparison that decided nothing. */
function undecided(): Comparison {
  const story = STORIES['inconclusive'];
  const { scenarios } = story === undefined ? { scenarios: [] } : tell(story).verdict;
  const all = scenarios.flatMap(({ judgements }) => judgements.map(({ comparison }) => comparison));
  const found = all.find((comparison) => comparison?.outcome === 'inconclusive');
  if (found == null) throw new Error('Nothing in the story is undecided.');
  return found;
}
