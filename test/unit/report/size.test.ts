/** However much was measured, a comment fits, and is cut where a block ends. */
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { LANGUAGE_CODES } from '../../../src/domain/language.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { renderTerminal } from '../../../src/report/terminal.ts';
import { widthOf } from '../../../src/report/terminal-text.ts';
import { baselineOf, sliceOf } from '../../fixtures/measured.ts';
import { tell } from '../../fixtures/told.ts';
import { STORIES } from '../../golden/report/stories.ts';

const COMMENT_MAX = 65_536;
const SCENARIOS = Array.from(
  { length: 50 },
  (_, at) => `scenario ${at + 1} ${'with a long name '.repeat(4)}`,
);
const REQUESTS = Array.from({ length: 200 }, (_, at) => ({
  name: `GET /a/rather/long/path/${at}`,
  weight: 1,
  median: 8,
  spread: 0.3,
}));

const shape = (scenario: string) => ({ scenario, seconds: 4, rate: 100, requests: REQUESTS });
/** The same for all: what requests it had does not matter. */
const BASELINE = baselineOf(4, { ...shape('any'), requests: REQUESTS.slice(0, 1) });

const large = tell({
  slices: SCENARIOS.map((scenario, at) =>
    sliceOf({ ...shape(scenario), seed: at, pace: () => (at % 7 === 0 ? 1.6 : 1) }),
  ),
  references: Object.fromEntries(SCENARIOS.map((scenario) => [scenario, BASELINE])),
}).report;

/** Folds, fences and tables that were opened and not closed. */
function openBlocks(text: string): readonly string[] {
  // What stands in a code span is a name.
  const markdown = text.replaceAll(/`[^`\n]+`/gu, '');
  const count = (pattern: RegExp): number => (markdown.match(pattern) ?? []).length;
  return [
    ...(count(/<details>/gu) === count(/<\/details>/gu) ? [] : ['details']),
    ...(count(/<summary>/gu) === count(/<\/summary>/gu) ? [] : ['summary']),
    ...(count(/^```/gmu) % 2 === 0 ? [] : ['fence']),
  ];
}

/** It takes a fifth of a second where nothing else runs; what grows with the square of the scenarios would take minutes. */
const SOON_MS = 10_000;

describe.each(LANGUAGE_CODES)('a report of 50 scenarios with 200 requests each (%s)', (language) => {
  it.each([COMMENT_MAX, 30_000, 8_000, 2_000])(
    'fits into %d characters, whole blocks, the verdict first',
    (limit) => {
      const markdown = renderMarkdown(large, language, limit);
      expect(markdown.length).toBeLessThanOrEqual(limit);
      expect(openBlocks(markdown)).toEqual([]);
      expect(markdown).toMatch(/^### ❌/u);
      expect(markdown).toContain({ en: 'Regression', ru: 'Регрессия' }[language]);
    },
  );

  it('says what was left out', () => {
    expect(renderMarkdown(large, language, 30_000)).toContain('`report.md`');
    expect(renderMarkdown(large, language).length).toBeGreaterThan(30_000);
  });

  it('cuts what matters least first', () => {
    const markdown = renderMarkdown(large, 'en');
    const rows = markdown.match(/^\| `scenario \d+ .*\| ❌/gmu) ?? [];
    expect(rows.length).toBeGreaterThanOrEqual(5);
    expect(markdown).toContain('Next steps:');
    expect(markdown).toContain('npx loadgate run --base');
    expect(markdown).not.toContain('xychart-beta');
    const left = /left out (?<parts>.+)\. The whole/u.exec(markdown)?.groups?.['parts'] ?? '';
    expect(left).toMatch(/^Requests, Charts/u);
  });

  it('is written in moments', () => {
    const started = performance.now();
    renderMarkdown(large, 'en');
    expect(performance.now() - started).toBeLessThan(SOON_MS);
  });
});

const CASES = Object.entries(STORIES).flatMap(([name, story]) => {
  const { report } = tell(story);
  return LANGUAGE_CODES.map((language) => [name, language, report] as const);
});

describe.each(CASES)('%s (%s)', (_, language, report) => {
  it('closes every block it opens', () => {
    expect(openBlocks(renderMarkdown(report, language))).toEqual([]);
  });

  it.each([60, 80, 100, 160])('stays within a terminal of %d columns', (width) => {
    for (const line of renderTerminal(report, language, { width, colour: true }).split('\n')) {
      expect(widthOf(line)).toBeLessThanOrEqual(width);
    }
  });

  it('says the same with colours and without', () => {
    const plain = renderTerminal(report, language, { width: 100, colour: false });
    const colourful = stripVTControlCharacters(
      renderTerminal(report, language, { width: 100, colour: true }),
    );
    // Without colours, names stand in backquotes, and lines and cells break elsewhere.
    const characters = (text: string): string => [...text.replaceAll(/[\s`]+/gu, '')].toSorted().join('');
    expect(characters(colourful)).toBe(characters(plain));
  });
});
