/** Charts are what Mermaid draws, and show the time that was measured. */
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGE_CODES } from '../../../src/domain/language.ts';
import { millis } from '../../../src/domain/units.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { seriesOf } from '../../../src/report/results.ts';
import { sliceOf } from '../../fixtures/measured.ts';
import { tell } from '../../fixtures/told.ts';
import { STORIES } from '../../golden/report/stories.ts';

let parse: (text: string) => Promise<unknown>;

beforeAll(async () => {
  const { window } = new JSDOM('');
  Object.assign(globalThis, { window, document: window.document });
  const { default: mermaid } = await import('mermaid');
  parse = (text) => mermaid.parse(text);
});

const chartsIn = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^```mermaid\n(.*?)^```$/gmsu)].map(([, text]) => text ?? '');

describe.each(Object.entries(STORIES))('charts of %s', (_, story) => {
  const { report } = tell(story);

  it.each(LANGUAGE_CODES)('are charts to Mermaid (%s)', async (language) => {
    const charts = chartsIn(renderMarkdown(report, language));
    expect(charts.length).toBeGreaterThan(0);
    for (const chart of charts) await expect(parse(chart)).resolves.toMatchObject({ diagramType: 'xychart' });
  });
});

it('Mermaid refuses what is none', async () => {
  await expect(parse('xychart-beta\n  line [1, nonsense]')).rejects.toThrow('Expecting');
});

describe('the series of a chart', () => {
  const { timeline } = sliceOf({ seconds: 8 });

  it('ends with the last whole second, not with the milliseconds after it', () => {
    const series = seriesOf({ timeline, elapsed: millis(8_008) });
    expect(series.seconds).toBe(8);
    expect(series.throughput).toHaveLength(8);
    expect(Math.min(...series.throughput)).toBeGreaterThan(0);
    expect(series.silent).toBe(false);
  });

  it('has the silence in it that was measured', () => {
    const silent = timeline.map((row) =>
      row.second === 3 ? { ...row, throughput: 0 as typeof row.throughput, p50: null, p95: null } : row,
    );
    const series = seriesOf({ timeline: silent, elapsed: millis(8_000) });
    expect(series.throughput[3]).toBe(0);
    expect(series.silent).toBe(true);
  });

  it('is thinned for a long run, without losing its worst second', () => {
    const long = sliceOf({ seconds: 900, rate: 100, pace: (second) => (second === 500 ? 9 : 1) });
    const series = seriesOf({ timeline: long.timeline, elapsed: long.elapsed });
    expect(series.p95.length).toBeLessThanOrEqual(100);
    expect(Math.max(...series.p95)).toBe(Math.max(...long.timeline.map(({ p95 }) => p95 ?? 0)));
  });
});
