/** The sentence that takes added latency apart: per cents that come to 100, what is missing, and the statement that grew. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attribution, GrownStatement } from '../../../src/domain/attribution.ts';
import { LANGUAGES, penOf } from '../../../src/report/pen.ts';

const words = LANGUAGES.en;
const marks = {
  name: (text: string) => `\`${text}\``,
  prose: (text: string) => text,
  command: (text: string) => text,
  code: (text: string) => text,
  strong: (text: string) => text,
  link: (text: string) => text,
};
const pen = penOf(words, marks, 1);
const FOUND: Attribution = {
  added: 4.2,
  parts: [
    { part: 'computing', time: 3.6, share: 3.6 / 4.2 },
    { part: 'database', time: 0.4, share: 0.4 / 4.2 },
  ],
  unexplained: { time: 0.2, share: 0.2 / 4.2 },
  saved: [],
  unread: [],
  statement: null,
};

const say = (parts: Partial<Attribution & { readonly namedBelow: boolean }>): string =>
  words.findings
    .attribution({ scenario: 'browse', namedBelow: false, ...FOUND, ...parts }, pen)
    .replaceAll('\u00a0', ' ');
const statement = (before: GrownStatement['before'], now: GrownStatement['now'], text = 'SELECT 1'): string =>
  say({ statement: { database: 'shop', text, before, now } }).split('explained. ')[1] ?? '';

describe('the sentence', () => {
  it('names every part with its time and share', () => {
    expect(say({})).toBe(
      'Of the 4.20 ms that an answer takes longer, 3.60 ms (86 %) are computing, 0.40 ms (9 %) the database, and 0.20 ms (5 %) are not explained.',
    );
  });

  it('says when nothing is explained, and what was not measured', () => {
    expect(say({ parts: [], unexplained: { time: 4.2, share: 1 }, unread: ['collection', 'database'] })).toBe(
      'Of the 4.20 ms that an answer takes longer, 4.20 ms (100 %) are not explained. Not measured, and perhaps part of what is not explained: garbage collection and the database.',
    );
  });

  it('is silent about what was not measured where everything is explained, and tells what got cheaper', () => {
    const parts = [{ part: 'disk', time: 4.2, share: 1 }] as const;
    const saved = [
      { part: 'core', time: 1 },
      { part: 'database', time: 0.01 },
    ] as const;
    expect(say({ parts, unexplained: { time: 0, share: 0 }, saved, unread: ['collection'] })).toBe(
      'Of the 4.20 ms that an answer takes longer, 4.20 ms (100 %) are waiting for the disk. Cheaper than before: waiting for a core (by 1.00 ms).',
    );
  });

  it('has whole per cents that come to 100', () => {
    const PARTS = ['computing', 'collection', 'database', 'disk', 'core'] as const;
    const weight = fc.double({ min: 0.05, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 5 }), weight, (weights, rest) => {
        const all = weights.reduce((sum, each) => sum + each, rest);
        const parts = weights.map((each, index) => ({
          part: PARTS[index] ?? 'core',
          time: each,
          share: each / all,
        }));
        const told = say({ added: all, parts, unexplained: { time: rest, share: rest / all } });
        const percents = [...told.matchAll(/\((\d+) %\)/g)].map(([, percent]) => Number(percent));
        expect(percents).toHaveLength(weights.length + 1);
        expect(percents.reduce((sum, percent) => sum + percent, 0)).toBe(100);
      }),
    );
  });
});

describe('the statement that grew', () => {
  it.each([
    [{ calls: 1, time: 0.1 }, { calls: 11.02, time: 1.1 }, '`SELECT 1` runs 11 times a request, not once.'],
    [
      { calls: 3, time: 0.1 },
      { calls: 4.5, time: 1.1 },
      '`SELECT 1` runs 4.50 times a request, not 3 times.',
    ],
    [{ calls: 0, time: 0 }, { calls: 1, time: 1 }, '`SELECT 1` runs once a request, and did not run before.'],
    [{ calls: 1, time: 0.4 }, { calls: 1, time: 3.1 }, '`SELECT 1` takes 3.10 ms a request, not 0.40 ms.'],
    [
      null,
      { calls: 2, time: 3 },
      '`SELECT 1` runs 2 times a request; it was not among those that took the most time before.',
    ],
  ])('%j, now %j', (before, now, sentence) => {
    expect(statement(before, now)).toBe(sentence);
  });

  it('is not named again where the bottleneck below names it', () => {
    const now = { calls: 41, time: 4.1 };
    const said = say({
      namedBelow: true,
      statement: { database: 'shop', text: 'SELECT 1', before: { calls: 1, time: 0.1 }, now },
    });
    expect(said).toContain('The statement of the bottleneck below runs 41 times a request, not once.');
    expect(said).not.toContain('SELECT 1');
  });

  it('is cut short when it is long', () => {
    const long = statement({ calls: 1, time: 0 }, { calls: 2, time: 1 }, 'x'.repeat(500));
    expect(long).toContain(`\`${'x'.repeat(119)}…\` runs`);
  });
});

describe('in Russian', () => {
  const { ru } = LANGUAGES;
  const tellIn = (found: Attribution): string =>
    ru.findings
      .attribution({ scenario: 'browse', namedBelow: false, ...found }, penOf(ru, marks, 1))
      .replaceAll('\u00a0', ' ');

  it('names every part, and the statement with the forms of its numbers', () => {
    const statements = [
      [{ calls: 1, time: 0.1 }, { calls: 11.02, time: 1.1 }, 'выполняется 11 раз на запрос вместо 1 раза.'],
      [{ calls: 3, time: 0.1 }, { calls: 4.5, time: 1.1 }, 'выполняется 4,50 раза на запрос вместо 3 раз.'],
      [
        { calls: 0, time: 0 },
        { calls: 22, time: 1 },
        'выполняется 22 раза на запрос, а раньше не выполнялся.',
      ],
    ] as const;
    for (const [before, now, end] of statements) {
      const text = tellIn({ ...FOUND, statement: { database: 'shop', text: 'SELECT 1', before, now } });
      expect(text).toBe(
        `Ответ занимает на 4,20 мс больше: 3,60 мс (86 %) — вычисления, 0,40 мс (9 %) — база данных и 0,20 мс (5 %) — причина не установлена. \`SELECT 1\` ${end}`,
      );
    }
  });
});
