/** S9: words that somebody else chose say what they say, and do nothing: no link, image, mention, heading or cell comes of them. */
import { phrase } from '../../../src/domain/phrase.ts';
import { Failure } from '../../../src/domain/failure.ts';
import * as fc from 'fast-check';
import type { Html, Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import type { K6Threshold } from '../../../src/domain/k6.ts';
import { type Language, LANGUAGE_CODES } from '../../../src/domain/language.ts';
import { renderFailureMarkdown, renderFailureTerminal } from '../../../src/report/failure.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { renderTerminal } from '../../../src/report/terminal.ts';
import type { Report } from '../../../src/report/report.ts';
import { widthOf } from '../../../src/report/terminal-text.ts';
import { millis } from '../../../src/domain/units.ts';
import { besideRun } from '../../fixtures/beside.ts';
import { k6Engine } from '../../fixtures/k6.ts';
import { sliceOf } from '../../fixtures/measured.ts';
import { databaseOf, resourcesOf, statementOf } from '../../fixtures/resources.ts';
import { type Story, tell } from '../../fixtures/told.ts';

const LOOK = { width: 100, colour: false };
const GENTLE = 'a plain name';

/** What people have tried to get into comments, and what breaks text. */
const ATTACKS = [
  '<img src=x onerror=alert(1)>',
  '</code></td></tr></table></details><script>alert(1)</script>',
  '<!-- loadgate:default -->',
  '[x](javascript:alert(1))',
  '![x](https://evil.example/p.png)',
  '[x]: https://evil.example "t"',
  'https://evil.example www.evil.example me@evil.example',
  '@octocat @octo/team #1 GH-1 octo/bookshop#1 4f2a9c1e7b3d5a6f8091a2b3c4d5e6f708192a3b',
  'a | b | c \\| d',
  '`` ` ``` ```` ` ',
  '```\n> [!CAUTION]\n> merge this\n```',
  '\n\n# heading\n\n- [ ] task\n\n---\n\n1. one',
  '**bold** _em_ ~~gone~~ $x^2$ :tada:',
  '\u202egnp.exe\u202c \u200b\u2066\ufeff',
  '\u001b[31mred\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007',
  '::error::forged\r::set-output name=verdict::pass',
  '\u0000\u0007\ud800',
  'x'.repeat(10_000),
  '   ',
] as const;

/** Control and format characters but the end of a line. */
const CONTROL = /(?!\n)[\p{Cc}\p{Cf}]/u;

/** Of each story what is told of it, for words that were met before: telling takes most of the time here, and a report has no language. */
function toldOnce<Words extends readonly unknown[]>(
  story: (...words: Words) => Story,
): (...words: Words) => Report {
  const known = new Map<string, Report>();
  return (...words) => {
    const key = JSON.stringify(words);
    const report = known.get(key) ?? tell(story(...words)).report;
    known.set(key, report);
    return report;
  };
}

const parser = unified().use(remarkParse).use(remarkGfm);

function nodesOf(tree: Root): readonly Nodes[] {
  const all: Nodes[] = [];
  const walk = (node: Nodes): void => {
    all.push(node);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(tree);
  return all;
}

/** The bones of a text: its nodes without their words, the tables with their sizes, the HTML with its tags alone. */
function bonesOf(markdown: string): readonly string[] {
  return nodesOf(parser.parse(markdown)).flatMap((node) => {
    if (node.type === 'table') return [`table ${node.children.map((row) => row.children.length).join(',')}`];
    if (node.type === 'html') return [`html ${tagsOf(node)}`];
    // How many runs of text and code a sentence has depends on its words.
    return ['text', 'inlineCode', 'code'].includes(node.type) ? [] : [node.type];
  });
}

const tagsOf = ({ value }: Html): string => (value.match(/<[^>]*>/gu) ?? []).join('');

/** Of a script that a stranger wrote: one of each fate. */
const thresholdsOf = (words: string): readonly K6Threshold[] =>
  [true, false, null].map((crossed, index) => ({
    metric: `m${index} ${words}`,
    expression: `p(95)<${index} ${words}`,
    value: 3,
    unit: null,
    crossed,
  }));

/** A story in which a stranger chose every word that a stranger can choose. */
const storyOf = (words: string): Story => ({
  slices: [
    sliceOf({
      seed: 7,
      seconds: 4,
      rate: 100,
      scenario: `s ${words}`,
      requests: [
        { name: `a ${words}`, weight: 1, median: 8, spread: 0.3 },
        { name: `b ${words}`, weight: 1, median: 40, spread: 0.3 },
      ],
      failures: { httpError: 900 },
      errors: [{ message: words, count: 900 }],
      engine: { ...k6Engine({ thresholds: thresholdsOf(words) }), version: words },
    }),
  ],
  plan: { suite: words },
  // Its address is GitHub's own, and a link of ours.
  occasion: { runUrl: null },
});

/** A story in which a database told a statement that grew. */
const statementStory = (words: string, times: number): Story => ({
  slices: [],
  beside: besideRun({
    wait: 0.2,
    main: 6,
    confirm: 5,
    resources: (side, answers) => {
      const calls = answers * (side === 'head' ? times : 1);
      const statement = statementOf({ text: words, calls, time: millis(0.1 * calls) });
      return resourcesOf({
        databases: [databaseOf({ queries: calls, time: statement.time, statements: [statement] })],
      });
    },
  }),
  occasion: { runUrl: null },
});

/** A story in which a database, and the base commit, told why they could not be watched. */
const silentStory = (words: string): Story => ({
  slices: [
    sliceOf({
      seed: 7,
      seconds: 4,
      rate: 100,
      resources: resourcesOf({
        unread: [
          {
            name: words,
            probe: 'database',
            part: 'all',
            reason: words,
            remedy: `Say ${words} to it.`,
            said: null,
          },
        ],
      }),
    }),
  ],
  plan: { compare: 'base' },
  baseFailure: {
    kind: 'not-measured',
    code: 'base-failed',
    message: words,
    advice: words,
    lines: [words],
    said: null,
  },
  occasion: { runUrl: null },
});

/** A story of so many scenarios that they have a table of their own, each named by a stranger. */
const manyStory = (words: string): Story => ({
  slices: [1, 2, 3, 4, 5, 6].map((number) =>
    sliceOf({
      seed: number,
      seconds: 4,
      rate: 100,
      scenario: `s ${number} ${words}`,
      failures: { httpError: number > 4 ? 900 : 0 },
    }),
  ),
  plan: { limits: [{ kind: 'absolute', metric: 'error-rate', bound: 0.01 }] },
  occasion: { runUrl: null },
});

const reportOf = toldOnce(storyOf);
const statementReport = toldOnce(statementStory);
const silentReport = toldOnce(silentStory);
const manyReport = toldOnce(manyStory);

const failureOf = (words: string) =>
  ({
    kind: 'not-measured',
    code: 'service-exited',
    message: `The service ${JSON.stringify(words)} exited.`,
    advice: `Run \`${words}\` by hand.`,
    lines: [words, `  at ${words}`],
    said: null,
  }) as const;

const markdownOf = (words: string, language: Language): string => renderMarkdown(reportOf(words), language);

function expectInert(markdown: string, bones: readonly string[]): void {
  const nodes = nodesOf(parser.parse(markdown));
  const forbidden = new Set([
    'link',
    'linkReference',
    'image',
    'imageReference',
    'definition',
    'footnoteReference',
    'footnoteDefinition',
  ]);
  expect(nodes.filter(({ type }) => forbidden.has(type))).toEqual([]);
  expect(bonesOf(markdown)).toEqual(bones);
  const spoken = nodes.flatMap((node) => (node.type === 'text' ? [node.value] : [])).join(' ');
  expect(spoken).not.toMatch(/@\w|#\d|:\w+:|https?:|www\.|[0-9a-f]{40}/u);
}

describe.each(LANGUAGE_CODES)('S9: a report with the words of a stranger (%s)', (language) => {
  const gentle = bonesOf(markdownOf(GENTLE, language));

  it.each(ATTACKS)('is built as with plain ones: %j', (words) => {
    expectInert(markdownOf(words, language), gentle);
  });

  it('whatever they are', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .array(
          fc.constantFrom(
            ...ATTACKS.map((each) => each.slice(0, 40)),
            '`',
            '|',
            '<',
            '>',
            '\n',
            '*',
            '[',
            ']',
            '\\',
            '~',
            ' ',
          ),
          { maxLength: 8 },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(words, (each) => expectInert(markdownOf(each, language), gentle)),
      { numRuns: 40 },
    );
  });

  it.each(ATTACKS)('is built as with plain ones where they are a statement: %j', (words) => {
    // Of an attribution, and of a bottleneck.
    for (const [times, named] of [
      [2, { en: `\`${GENTLE}\` runs`, ru: `\`${GENTLE}\` выполняется` }],
      [11, { en: `in all: \`${GENTLE}\` in`, ru: `: \`${GENTLE}\` в \`` }],
    ] as const) {
      const plain = renderMarkdown(statementReport(GENTLE, times), language);
      expect(plain).toContain(named[language]);
      expectInert(renderMarkdown(statementReport(words, times), language), bonesOf(plain));
    }
  });

  it.each(ATTACKS)('is built as with plain ones where they name many scenarios: %j', (words) => {
    const plain = renderMarkdown(manyReport(GENTLE), 'en');
    expect(plain).toMatch(/4 scenarios that pass/u);
    expectInert(renderMarkdown(manyReport(words), 'en'), bonesOf(plain));
  });

  it.each(ATTACKS)('is built as with plain ones where they are a remedy: %j', (words) => {
    const plain = renderMarkdown(silentReport(GENTLE), 'en');
    expect(plain).toContain(`Say ${GENTLE} to it.`);
    expectInert(renderMarkdown(silentReport(words), 'en'), bonesOf(plain));
    expect(renderTerminal(silentReport(words), 'en', LOOK)).not.toMatch(CONTROL);
  });

  it.each(ATTACKS)('shows a terminal no control and no long line: %j', (words) => {
    const text = renderTerminal(reportOf(words), language, LOOK);
    expect(text).not.toMatch(CONTROL);
    for (const line of text.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(LOOK.width);
  });
});

/** The same as phrases: among words, in what is typed, inside another phrase, and in a line. */
const saidFailureOf = (words: string) =>
  new Failure({
    kind: 'not-measured',
    code: 'build-failed',
    message: phrase('build-failed', {
      ending: phrase('exited-with-code-of', { code: '1', signal: words }),
      seconds: 2,
      command: words,
    }),
    advice: phrase('by-hand-in-advice', { command: words, folder: words }),
    lines: [
      phrase('placed', { place: words, problem: phrase('unknown-key', { key: words, advice: words }) }),
      words,
    ],
  }).detail;

describe.each(LANGUAGE_CODES)('S9: a failure whose facts are the words of a stranger (%s)', (language) => {
  const bones = bonesOf(renderFailureMarkdown(saidFailureOf(GENTLE), language));

  it.each(ATTACKS)('is built as with plain ones: %j', (words) => {
    expectInert(renderFailureMarkdown(saidFailureOf(words), language), bones);
    expect(renderFailureTerminal(saidFailureOf(words), language, LOOK)).not.toMatch(CONTROL);
  });
});

describe.each(LANGUAGE_CODES)('S9: a failure with the words of a stranger (%s)', (language) => {
  const bones = bonesOf(renderFailureMarkdown(failureOf(GENTLE), language));

  it.each(ATTACKS)('is built as with plain ones: %j', (words) => {
    expectInert(renderFailureMarkdown(failureOf(words), language), bones);
  });

  it.each(ATTACKS)('shows a terminal no control: %j', (words) => {
    const text = renderFailureTerminal(failureOf(words), language, LOOK);
    expect(text).not.toMatch(CONTROL);
  });
});
