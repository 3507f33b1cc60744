/** Charts for Markdown, as Mermaid `xychart-beta`: what GitHub draws without a host, in private repositories, too. */
import type { Chart } from './charts.ts';

/** Blue and orange that stand out on white and on black, and for people who see no red or green. The squares in captions have these colours. */
export const COLOURS = ['#3b82f6', '#f97316'] as const;

/** Wide and low, with small letters: the numbers are in the tables. */
const AXIS = { labelFontSize: 12, titleFontSize: 12, titlePadding: 3 };
const SIZE = { width: 860, height: 270, titleFontSize: 15, titlePadding: 6, xAxis: AXIS, yAxis: AXIS };

/** Draws a chart as a fenced block. What is not known is drawn as 0: `xychart-beta` has no gaps. */
export function mermaidOf({ title, x, y, points, lines, bottom }: Omit<Chart, 'name' | 'caption'>): string {
  const series = lines.map(({ values }) => values.map((value) => value ?? 0));
  const highest = Math.max(0, ...series.flat());
  const top = bottom === 0 ? niceTop(highest) : decimal(bottom + Number(niceTop(highest - bottom)));
  const init = {
    themeVariables: { xyChart: { plotColorPalette: COLOURS.join(', '), backgroundColor: 'transparent' } },
    xyChart: SIZE,
  };
  const axis =
    'seconds' in points
      ? `0 --> ${points.seconds}`
      : `[${points.names.map((each) => `"${each}"`).join(', ')}]`;
  return [
    '```mermaid',
    `%%{init: ${JSON.stringify(init)}}%%`,
    'xychart-beta',
    `  title "${title}"`,
    `  x-axis "${x}" ${axis}`,
    `  y-axis "${y}" ${bottom} --> ${top}`,
    ...series.map((values) => `  line [${atLeastTwo(values).map(decimal).join(', ')}]`),
    '```',
  ].join('\n');
}

/** A single point makes no line. */
const atLeastTwo = (values: readonly number[]): readonly number[] =>
  values.length === 1 ? [...values, ...values] : values;

/** Plain decimal digits, since an exponent is no number to the chart. */
const decimal = (value: number): string => String(Number(value.toFixed(value >= 100 ? 0 : 2)));

/** The next of 1, 1.6, 2, 4, 5, 8 times a power of ten above the highest value: for these tops Mermaid draws about ten ticks, for others up to sixteen, which overlap. */
function niceTop(highest: number): string {
  if (!(highest > 0)) return '1';
  const power = 10 ** Math.floor(Math.log10(highest));
  const step = [1, 1.6, 2, 4, 5, 8, 10].find((each) => each * power > 1.02 * highest) ?? 20;
  return decimal(Math.max(step * power, 0.01));
}
