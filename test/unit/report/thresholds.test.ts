/** Thresholds of a script of k6 in the report: those that matter first, in the open where one was crossed, and never more of them than a comment has room for. */
import { describe, expect, it } from 'vitest';
import type { K6Threshold } from '../../../src/domain/k6.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { byFate, fateOf } from '../../../src/report/thresholds.ts';
import { k6Engine } from '../../fixtures/k6.ts';
import { baselineOf, sliceOf } from '../../fixtures/measured.ts';
import { tell } from '../../fixtures/told.ts';

const threshold = (number: number, crossed: boolean | null): K6Threshold => ({
  metric: 'waits',
  expression: `max<${number}`,
  value: number,
  unit: null,
  crossed,
});

const toldWith = (thresholds: readonly K6Threshold[]) => {
  const engine = k6Engine({ thresholds });
  return tell({ slices: [sliceOf({ seed: 7, engine })], references: { browse: baselineOf(12, { engine }) } });
};

const commentWith = (thresholds: readonly K6Threshold[]): string =>
  renderMarkdown(toldWith(thresholds).report, 'en');

const rowsIn = (comment: string): readonly string[] => comment.match(/^\| `waits` .*$/gm) ?? [];

describe('thresholds of k6', () => {
  it('come crossed first, then without a result, each in the order of the script', () => {
    const all = [false, null, true, false, true].map((crossed, index) => threshold(index, crossed));
    expect(byFate(all).map(({ expression }) => expression)).toEqual([
      'max<2',
      'max<4',
      'max<1',
      'max<0',
      'max<3',
    ]);
    expect(all.map(fateOf)).toEqual(['kept', 'untold', 'crossed', 'kept', 'crossed']);
  });

  it('fold away where none was crossed, and say in the title what became of them', () => {
    const comment = commentWith([threshold(1, false), threshold(2, false), threshold(3, null)]);
    expect(comment).toContain('<summary>Thresholds of the script: 2 kept, 1 without a result</summary>');
    expect(comment).not.toContain('Thresholds crossed');
    expect(commentWith([])).not.toContain('Thresholds');
  });

  it('stand in the open where one was crossed, a dozen of them', () => {
    const many = Array.from({ length: 30 }, (_, index) => threshold(index, index === 29));
    const comment = commentWith(many);
    expect(comment).not.toContain('<summary>Thresholds');
    expect(rowsIn(comment)).toHaveLength(12);
    expect(rowsIn(comment)[0]).toContain('`max<29`');
    expect(comment).toContain('… and 18 more.');
    expect(comment).toContain('k6 found 1 of the 30 thresholds of its script crossed');
  });

  it('decide nothing: outcome, exit code and judgements are those of the same run without them', () => {
    const [crossed, none] = [toldWith([threshold(1, true)]), toldWith([])].map(({ verdict }) => verdict);
    expect(crossed?.scenarios[0]?.thresholds).toHaveLength(1);
    expect(crossed?.outcome).toBe('pass');
    expect({
      ...crossed,
      scenarios: crossed?.scenarios.map((each) => ({ ...each, thresholds: [] })),
    }).toEqual(none);
  });
});
