/** The course over the last runs: shown where there are enough, and drawn so that noise looks like noise. */
import { describe, expect, it } from 'vitest';
import { barsOf, historyOf, RUNS_SHOWN } from '../../../src/report/recent-runs.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { baselineOf, sliceOf } from '../../fixtures/measured.ts';
import { tell } from '../../fixtures/told.ts';
import { STORIES } from '../../golden/report/stories.ts';

const barsFor = (values: readonly number[], noise: number): string =>
  barsOf({ metric: 'p95', values, noise });

describe('the bars', () => {
  it('stay near each other while values differ by noise alone', () => {
    const heights = [...barsFor([100, 104, 97, 101, 103], 10)].map((bar) => '▁▂▃▄▅▆▇█'.indexOf(bar));
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThanOrEqual(3);
  });

  it('rise from the lowest to the highest when one is far from all others', () => {
    expect(barsFor([100, 101, 99, 160], 10)).toMatch(/^[▁▂]{3}█$/u);
  });

  it('fall when it got better', () => {
    expect(barsFor([100, 101, 99, 60], 10)).toMatch(/^[▇█]{3}▁$/u);
  });

  it('are not drawn where there is nothing', () => {
    expect(barsFor([0, 0, 0, 0], 0.001)).toBe('');
  });

  it('are all alike where nothing differs', () => {
    expect(new Set(barsFor([5, 5, 5, 5], 0))).toHaveLength(1);
  });
});

describe('the history of a metric', () => {
  const report = (runs: number) =>
    tell({
      slices: [sliceOf({ seed: 7, seconds: 4, rate: 300 })],
      references: { browse: baselineOf(runs, { seconds: 4, rate: 300 }) },
    });

  it('has the latest accepted runs and this one, the last', () => {
    const { verdict } = report(25);
    const [scenario] = verdict.scenarios;
    const p95 = historyOf(scenario!.reference, scenario!.judgements).find(({ metric }) => metric === 'p95')!;
    expect(p95.values).toHaveLength(RUNS_SHOWN + 1);
    expect(p95.values.at(-1)).toBe(scenario!.metrics.p95);
  });

  it('is shown from three runs on', () => {
    expect(renderMarkdown(report(3).report, 'en')).toMatch(/^\| p95<br>`[▁▂▃▄▅▆▇█]{4}` \|/mu);
    expect(renderMarkdown(report(3).report, 'en')).toContain('Bars: the 3 latest accepted runs');
    expect(renderMarkdown(report(2).report, 'en')).not.toMatch(/[▁▂▃▄▅▆▇█]|Bars:/u);
  });

  it('is not there where the base commit was measured beside', () => {
    expect(renderMarkdown(tell(STORIES['base-pass']!).report, 'en')).not.toMatch(/[▁▂▃▄▅▆▇█]|Bars:/u);
  });
});
