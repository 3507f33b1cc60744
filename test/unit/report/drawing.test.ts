/** Drawings of charts, their round numbers, and the names of their files. */
import { JSDOM } from 'jsdom';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHART_MARK } from '../../../src/publish/files.ts';
import { picturesOf } from '../../../src/report/html/page.ts';
import { slugsOf } from '../../../src/report/html/slugs.ts';
import { thinned } from '../../../src/report/html/table.ts';
import { type Drawn, drawn, svgFile, ticksBetween } from '../../../src/report/svg.ts';
import { tell } from '../../fixtures/told.ts';
import { STORIES } from '../../golden/report/stories.ts';

const CHART: Drawn = {
  title: 'Latency',
  x: 'seconds',
  y: 'ms',
  points: { seconds: 4 },
  lines: [
    { name: 'p50', values: [1, 2, null, 4] },
    { name: 'p95', values: [2, 3, null, 80] },
  ],
  bottom: 0,
  width: 1,
};

const pathsOf = (svg: string): readonly string[] =>
  [...new JSDOM(svg).window.document.querySelectorAll('path.line')].map(
    (path) => path.getAttribute('d') ?? '',
  );

describe('a drawing', () => {
  it('has a line for each, with a gap where nothing is known', () => {
    const paths = pathsOf(drawn(CHART, 'en'));
    expect(paths).toHaveLength(2);
    for (const path of paths) expect(path.match(/M/gu)).toHaveLength(2);
  });

  it('keeps the highest and the lowest of the points that it has no room for', () => {
    const extremes: Readonly<Record<number, number>> = { 1_234: 500, 1_235: 0 };
    const values = Array.from({ length: 2_000 }, (_, index) => extremes[index] ?? 100);
    const [path = ''] = pathsOf(
      drawn({ ...CHART, points: { seconds: 2_000 }, lines: [{ name: 'p95', values }] }, 'en'),
    );
    const heights = [...path.matchAll(/[ML][\d.]+ ([\d.]+)/gu)].map(([, y]) => Number(y));
    expect(heights.length).toBeLessThanOrEqual(240);
    const usual = heights[0] ?? 0;
    expect(Math.min(...heights)).toBeLessThan(usual - 100);
    expect(Math.max(...heights)).toBeGreaterThan(usual + 30);
  });

  it('is drawn of nothing, of one point, and of level lines', () => {
    for (const values of [[], [null], [5], [0, 0, 0]]) {
      const svg = drawn(
        { ...CHART, points: { seconds: Math.max(1, values.length) }, lines: [{ name: 'x', values }] },
        'en',
      );
      expect(svg).not.toMatch(/NaN|Infinity/u);
    }
  });

  it('begins where the axis is told to begin', () => {
    const svg = drawn({ ...CHART, bottom: 60, lines: [{ name: 'MB', values: [70, 71, 72, 73] }] }, 'en');
    expect(svg).toContain('>60<');
    expect(svg).not.toContain('>0</text><path');
  });
});

describe('round numbers', () => {
  it.each([
    [0, 10, 5, [0, 2, 4, 6, 8, 10]],
    [0, 0.013, 5, [0, 0.005, 0.01, 0.015]],
    [0, 1_800, 8, [0, 500, 1_000, 1_500, 2_000]],
    [62, 75, 5, [60, 65, 70, 75]],
  ])('from %d to %d, about %d', (low, high, count, ticks) => {
    expect(ticksBetween(low, high, count)).toEqual(ticks);
  });

  it('enclose what they are for, and are few', () => {
    const span = fc.tuple(
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(span, ([low, size]) => {
        const ticks = ticksBetween(low, low + size, 5);
        expect(ticks[0]).toBeLessThanOrEqual(low + 1e-6 * size);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(low + size - 1e-6 * (low + size));
        expect(ticks.length).toBeLessThanOrEqual(8);
      }),
    );
  });
});

describe('files of charts', () => {
  it('are whole, known again by their beginning, and named by scenario and chart', () => {
    const pictures = picturesOf(tell(STORIES['two-scenarios']!), 'en');
    expect(pictures.map(({ name }) => name).toSorted()).toEqual([
      'browse-distribution.svg',
      'browse-latency.svg',
      'browse-throughput.svg',
      'order-distribution.svg',
      'order-latency.svg',
      'order-throughput.svg',
    ]);
    for (const { svg } of pictures) {
      expect(svg.startsWith(CHART_MARK)).toBe(true);
      const { document } = new JSDOM(svg, { contentType: 'image/svg+xml' }).window;
      expect(document.documentElement.querySelector('title')?.textContent).not.toBe('');
      expect(document.querySelectorAll('path.line').length).toBeGreaterThan(0);
    }
  });

  it('say what their lines are', () => {
    const { document } = new JSDOM(svgFile(CHART, 'en'), { contentType: 'image/svg+xml' }).window;
    expect(document.querySelector('.legend')?.textContent).toBe('■ p50■ p95');
  });
});

describe('names in addresses', () => {
  it.each([
    [
      ['browse', 'GET /books'],
      ['browse', 'get-books'],
    ],
    [
      ['a b', 'a-b', 'A  B'],
      ['a-b', 'a-b-2', 'a-b-3'],
    ],
    [
      ['Übersicht', '検索', '../../etc/passwd', 'con'],
      ['u-bersicht', 'scenario', 'etc-passwd', 'scenario-con'],
    ],
  ])('of %j', (names, slugs) => {
    expect(slugsOf(names)).toEqual(slugs);
  });

  it('are safe and different, whatever the names are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 20 }), (names) => {
        const slugs = slugsOf(names);
        expect(new Set(slugs).size).toBe(names.length);
        for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/u);
      }),
    );
  });
});

describe('thinned rows', () => {
  it.each([
    [10, 20, 10],
    [1_000, 20, 20],
    [21, 20, 20],
    [0, 20, 0],
  ])('of %d at most %d', (length, most, left) => {
    const rows = Array.from({ length }, (_, index) => index);
    const shown = thinned(rows, most);
    expect(shown).toHaveLength(left);
    expect(new Set(shown).size).toBe(left);
    expect(shown.at(0)).toBe(rows.at(0));
    expect(shown.at(-1)).toBe(rows.at(-1));
  });
});
