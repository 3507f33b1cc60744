/** A comment is quiet when all is well: one screen. What somebody has to know stays open. */
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { tell } from '../../fixtures/told.ts';
import { STORIES } from '../../golden/report/stories.ts';

/** What is to be seen before a fold is opened: the folds' summaries, and all that is outside of them. */
function openPart(markdown: string): string {
  let depth = 0;
  return markdown
    .split('\n')
    .filter((line) => {
      if (line.startsWith('<details>')) depth += 1;
      const shown = depth === 0 || (depth === 1 && line.startsWith('<summary>'));
      if (line.startsWith('</details>')) depth -= 1;
      return shown && line.trim() !== '';
    })
    .join('\n');
}

const openOf = (name: string): string => openPart(renderMarkdown(tell(STORIES[name]!).report, 'en'));

/** Lines of text of a screen of 900 pixels at 14 pixels a letter, folds closed; a line holds about so many characters. */
const LINES_MAX = 30;
const LINE = 115;

describe('a comment of a run that passes', () => {
  it.each(['pass', 'base-pass', 'improvement', 'own-engine', 'soak-level'])('%s fits on a screen', (name) => {
    const lines = openOf(name)
      .split('\n')
      .reduce((sum, line) => sum + Math.ceil(line.length / LINE), 0);
    expect(lines).toBeLessThanOrEqual(LINES_MAX);
  });

  it('says in one line what folds', () => {
    const open = openOf('pass');
    expect(open).toContain('<summary>What else the results say: No errors · Stable');
    expect(open).toContain('<summary>Limits of this measurement (');
    expect(open).toContain('Smaller changes could have gone unseen: p95');
    expect(open).not.toContain('mermaid');
  });

  it('leaves open what ran out', () => {
    expect(openOf('database-finding')).toContain('Many queries for one request');
  });
});

describe('a comment of ten scenarios', () => {
  const open = openOf('ten-scenarios');

  it('has a row for each, those that failed first', () => {
    const rows = open.split('\n').filter((line) => /^\| `[a-z]+` \|/u.test(line));
    expect(rows).toHaveLength(10);
    expect(rows.filter((row) => row.includes('❌'))).toEqual(rows.slice(0, 2));
  });

  it('has tables of those that need attention alone', () => {
    expect(open.match(/^\| p95/gmu)).toHaveLength(open.match(/· (?:fail|inconclusive)$/gmu)!.length);
    expect(open).toContain('<summary>7 scenarios that pass');
    expect(open).toContain('<summary>Results · 7 scenarios that pass');
  });

  it('says what is the same of all once', () => {
    expect(open).toContain('in `browse`, `search`, `book`, and 5 more rests on 8 accepted runs');
    expect(open).toContain('in `login` and `export` rests on 8 accepted runs');
  });
});
