/** However much was measured, a comment fits, and is cut where a block ends. */
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
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
const REQUESTS = Array.from({ length: 20 }, (_, at) => ({
  name: `GET /a/rather/long/path/${at}`,
  weight: 1,
  median: 8,
  spread: 0.3,
}));

const shape = (scenario: string) => ({ scenario, seconds: 4, rate: 100, requests: REQUESTS });
const large = tell({
  slices: SCENARIOS.map((scenario, at) =>
    sliceOf({ ...shape(scenario), seed: at, pace: () => (at % 7 === 0 ? 1.6 : 1) }),
  ),
  references: Object.fromEntries(SCENARIOS.map((scenario) => [scenario, baselineOf(2, shape(scenario))])),
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

describe('a report of 50 scenarios with 20 requests each', () => {
  it.each([COMMENT_MAX, 30_000, 8_000, 2_000])(
    'fits into %d characters, whole blocks, the verdict first',
    (limit) => {
      const markdown = renderMarkdown(large, 'en', limit);
      expect(markdown.length).toBeLessThanOrEqual(limit);
      expect(openBlocks(markdown)).toEqual([]);
      expect(markdown).toMatch(/^### ❌/u);
      expect(markdown).toContain('Regression');
    },
  );

  it('says what was left out', () => {
    expect(renderMarkdown(large, 'en', 30_000)).toMatch(/report\.md|left out|cut/iu);
    expect(renderMarkdown(large, 'en').length).toBeGreaterThan(30_000);
  });
});

describe.each(Object.entries(STORIES))('%s', (_, story) => {
  const { report } = tell(story);

  it('closes every block it opens', () => {
    expect(openBlocks(renderMarkdown(report, 'en'))).toEqual([]);
  });

  it.each([60, 80, 100, 160])('stays within a terminal of %d columns', (width) => {
    for (const line of renderTerminal(report, 'en', { width, colour: true }).split('\n')) {
      expect(widthOf(line)).toBeLessThanOrEqual(width);
    }
  });

  it('says the same with colours and without', () => {
    const plain = renderTerminal(report, 'en', { width: 100, colour: false });
    const colourful = stripVTControlCharacters(renderTerminal(report, 'en', { width: 100, colour: true }));
    // Without colours, names stand in backquotes, and lines and cells break elsewhere.
    const characters = (text: string): string => [...text.replaceAll(/[\s`]+/gu, '')].toSorted().join('');
    expect(characters(colourful)).toBe(characters(plain));
  });
});
