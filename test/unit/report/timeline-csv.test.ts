/** timeline.csv as a real parser reads it. */
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderTimeline, TIMELINE_COLUMNS } from '../../../src/report/timeline-csv.ts';
import { rowsOf } from '../../../src/stats/summary.ts';
import { runOf, sliceOf } from '../../fixtures/measured.ts';
import { tell } from '../../fixtures/told.ts';
import { STORIES, storyOf } from '../../golden/report/stories.ts';

type Row = Readonly<Record<string, string>>;

const rowsIn = (text: string): readonly Row[] =>
  parse(text, { columns: true, record_delimiter: '\r\n', relax_column_count: false });

describe('renderTimeline', () => {
  it.each(Object.entries(STORIES))('has a row for each second of each slice: %s', (_, story) => {
    const { run } = tell(story);
    const slices = run.blocks.flatMap((block) => block.slices);
    const rows = rowsIn(renderTimeline(run));
    expect(rows).toHaveLength(slices.reduce((sum, slice) => sum + rowsOf(slice), 0));
    for (const row of rows) expect(Object.keys(row)).toEqual(TIMELINE_COLUMNS);
  });

  it('holds the numbers of the record, with a point, and nothing where nothing was read', () => {
    const { run } = tell(storyOf('base-pass'));
    const rows = rowsIn(renderTimeline(run));
    const slice = run.blocks[2]?.slices.find(({ side }) => side === 'base');
    const own = rows.filter(({ block, side }) => block === '2' && side === 'base');
    expect(own.map(({ second }) => Number(second))).toEqual([0, 1, 2]);
    expect(own[1]).toMatchObject({ scenario: 'browse', phase: 'main', users: '10', service_cores: '' });
    expect(Number(own[1]?.['throughput_per_second'])).toBeCloseTo(slice?.timeline[1]?.throughput ?? 0, 4);
    expect(Number(own[1]?.['p95_milliseconds'])).toBeCloseTo(slice?.timeline[1]?.p95 ?? 0, 6);
  });

  it('has a second without any answer', () => {
    const run = runOf([
      sliceOf({ seed: 1, seconds: 4, rate: 50, pace: (second) => (second === 2 ? Infinity : 1) }),
    ]);
    const rows = rowsIn(renderTimeline(run));
    expect(rows[2]).toMatchObject({ second: '2', throughput_per_second: '0', p50_milliseconds: '' });
  });

  it('has the memory of a soak', () => {
    const { run } = tell(storyOf('soak-level'));
    const rows = rowsIn(renderTimeline(run));
    const memory = run.blocks[0]?.slices[0]?.memory;
    expect(rows.map((row) => Number(row['anonymous_memory_bytes']))).toEqual(memory);
  });

  it('lets no name be a formula, a cell or a row', () => {
    const starts = fc.constantFrom('=', '+', '-', '@', '\t=', '\r@', ' =', '＝', '"', ',', '\n', '');
    const words = fc.tuple(starts, fc.string({ unit: 'binary', maxLength: 30 })).map((all) => all.join(''));
    fc.assert(
      fc.property(words, (scenario) => {
        const run = runOf([sliceOf({ seed: 1, seconds: 2, rate: 20, scenario })]);
        const rows = rowsIn(renderTimeline(run));
        expect(rows).toHaveLength(2);
        for (const cell of rows.flatMap((row) => Object.values(row)))
          expect(cell).not.toMatch(/^\s*[=+\-@＝]/);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves a name as it is otherwise', () => {
    const run = runOf([sliceOf({ seed: 1, seconds: 1, rate: 20, scenario: 'say "hi", twice' })]);
    expect(rowsIn(renderTimeline(run))[0]?.['scenario']).toBe('say "hi", twice');
  });
});
