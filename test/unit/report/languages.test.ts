/** Every language says everything: no phrase is missing, none has a hole, and none is in another language. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Language, LANGUAGE_CODES } from '../../../src/domain/language.ts';
import { METRIC_NAMES } from '../../../src/domain/metric.ts';
import type { VoidReason } from '../../../src/domain/verdict.ts';
import {
  failureHeadline,
  renderFailureMarkdown,
  renderFailureTerminal,
} from '../../../src/report/failure.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { LANGUAGES, penOf } from '../../../src/report/pen.ts';
import type { Headline } from '../../../src/report/report.ts';
import { renderTerminal } from '../../../src/report/terminal.ts';
import type { Words } from '../../../src/report/words/words.ts';
import {
  englishIn,
  faultsOf,
  PLAIN_MARKS,
  proseOfMarkdown,
  proseOfTerminal,
  withoutCode,
} from '../../fixtures/prose.ts';
import { tell } from '../../fixtures/told.ts';
import { FAILURES } from '../../golden/report/failures.ts';
import { STORIES } from '../../golden/report/stories.ts';

/** The compiler refuses a list of languages that lacks one, and a language that lacks a phrase. */
const { labels, ...unlabelled } = LANGUAGES.en;
// @ts-expect-error: a language without words
const INCOMPLETE: Readonly<Record<Language, Words>> = { en: LANGUAGES.en };
// @ts-expect-error: words without labels
const SPEECHLESS: Words = unlabelled;

it('a language that lacks something does not compile', () => {
  expect(Object.keys(INCOMPLETE)).toEqual(['en']);
  expect(SPEECHLESS).not.toHaveProperty('labels');
  expect(labels).toBeDefined();
  expect(Object.keys(LANGUAGES)).toEqual([...LANGUAGE_CODES]);
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const count = fc.nat(2_000_000);
const number = fc.double({ min: 0, max: 1e6, noNaN: true });
const metric = fc.constantFrom(...METRIC_NAMES);
const change = fc.double({ min: -0.9, max: 9, noNaN: true });
const breaks = fc.oneof(
  fc.record({ kind: fc.constant('errors' as const), rate: share, bound: share }),
  fc.record({
    kind: fc.constant('latency' as const),
    metric: fc.constantFrom('p50' as const, 'p95' as const),
    value: number,
    bound: number,
  }),
  fc.record({ kind: fc.constant('behind' as const), planned: count, answered: count }),
  fc.record({ kind: fc.constant('no-answers' as const) }),
);

/** Whatever a veto can be about. The compiler asks for a row of each kind; numbers are plain here, without their brands. */
const VOIDS: Readonly<Record<VoidReason['kind'], fc.Arbitrary<object>>> = {
  'generator-bound': fc.record({ cpu: share, eventLoop: share }),
  'too-few-answers': fc.record({ metric, answers: count, needed: count }),
  'no-answers': fc.record({}),
  'status-mix-changed': fc.record({ status: fc.constantFrom('2xx', '304'), before: share, now: share }),
  'answer-size-changed': fc.record({ before: number, now: number }),
  'engine-changed': fc.constant({ before: 'autocannon', now: 'undici' }),
  'arrivals-missed': fc.record({ planned: count, missed: count }),
  'no-capacity': fc.record({
    search: fc.constantFrom('stress' as const, 'capacity' as const),
    level: count,
    reason: breaks,
  }),
  little: fc.record({ level: count, throughput: number, mean: number, gap: share }),
  'memory-unread': fc.record({}),
  'metric-unread': fc.record({ metric }),
  'metric-untold': fc.record({ metric }),
  'lost-answers': fc.record({ lost: count, sent: count }),
  'null-comparison': fc.record({ metric, change }),
  'order-effect': fc.record({ metric, change }),
  'workers-unsteady': fc.record({ lost: count, late: count, of: count, mayLose: count }),
  'outside-noise': fc.record({
    blocks: count,
    of: count,
    cores: fc.double({ min: 0, max: 64, noNaN: true }),
  }),
};

const headlineOf = (reason: VoidReason): Headline => ({
  suite: 'default',
  outcome: 'void',
  exitCode: 2,
  scenarios: 1,
  reasons: [{ kind: 'void', scenario: 'browse', reason }],
  more: 0,
  metrics: [],
  unseen: [],
});

describe.each(LANGUAGE_CODES)('vetoes (%s)', (language) => {
  const words = LANGUAGES[language];

  it.each(Object.entries(VOIDS))('%s', (kind, evidence) => {
    fc.assert(
      fc.property(evidence, fc.constantFrom(1, 3), (numbers, scenarios) => {
        const n = penOf(words, PLAIN_MARKS, scenarios);
        const reason = { kind, ...numbers } as VoidReason;
        const headline = headlineOf(reason);
        const sentences = [
          `${words.headline(headline, n)}.`,
          words.action(headline, n),
          words.reasons.void({ kind: 'void', scenario: 'browse', reason }, n),
        ];
        for (const sentence of sentences) expect(faultsOf(sentence, language)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the evidence of a fault', () => {
  it.each([
    ['Ни одного NaN.', 'ru', 'has a hole'],
    ['Порог +10 процентных пунктов..', 'ru', 'has marks or spaces twice'],
    ['Порог', 'ru', 'does not end'],
    ['The limit is порог.', 'ru', 'The limit is'],
    ['The порог is broken.', 'en', 'is in another language'],
  ] as const)('%s', (sentence, language, fault) => {
    expect(faultsOf(sentence, language)).toEqual([fault]);
  });
});

describe.each(Object.entries(STORIES))('%s in Russian', (_, story) => {
  const { report } = tell(story);

  it('has no English sentence as Markdown', () => {
    const prose = proseOfMarkdown(renderMarkdown(report, 'ru'));
    expect(englishIn(prose)).toEqual([]);
    expect(prose).toMatch(/[а-яё]{4}/u);
  });

  it('has none in a terminal', () => {
    expect(englishIn(proseOfTerminal(renderTerminal(report, 'ru', { width: 100, colour: true })))).toEqual(
      [],
    );
  });

  it('as English would be found', () => {
    expect(englishIn(proseOfMarkdown(renderMarkdown(report, 'en')))).not.toEqual([]);
  });
});

describe.each(Object.entries(FAILURES))('%s in Russian', (_, failure) => {
  it('has no English sentence outside of code', () => {
    const text = renderFailureMarkdown(failure, 'ru');
    expect(englishIn(proseOfMarkdown(text))).toEqual([]);
    expect(text).toContain('Что делать');
  });

  it('has none in a terminal and in an annotation', () => {
    const look = { width: 100, colour: true };
    const [head = ''] = proseOfTerminal(renderFailureTerminal(failure, 'ru', look)).split('\n\n');
    expect(englishIn(head)).toEqual([]);
    expect(englishIn(withoutCode(failureHeadline(failure, 'ru')))).toEqual([]);
  });

  it('as English would be found', () => {
    expect(englishIn(proseOfMarkdown(renderFailureMarkdown(failure, 'en')))).not.toEqual([]);
  });
});
