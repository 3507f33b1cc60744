/** Charts for Markdown, as Mermaid `xychart-beta`: what GitHub draws without a host, in private repositories, too. */
import { isOpenLoop, type MemoryCurve, type ScenarioReport, type Series } from './results.ts';
import type { SearchReport } from './search-results.ts';
import type { Pen, Words } from './words/words.ts';

/** A chart: at most two series, in the order of {@link COLOURS}. */
interface Chart {
  /** Fixed words of a language, without quotes. */
  readonly title: string;
  readonly x: string;
  readonly y: string;
  /** The x axis ends at so many seconds, or has a name for each point. */
  readonly seconds: number | readonly string[];
  readonly series: readonly (readonly number[])[];
  /** Where the y axis begins; 0 unless said otherwise. */
  readonly bottom?: number;
}

/** Blue and orange that stand out on white and on black, and for people who see no red or green. The squares in captions have these colours. */
export const COLOURS = ['#3b82f6', '#f97316'] as const;

/** Wide and low, with small letters: the numbers are in the tables. */
const AXIS = { labelFontSize: 12, titleFontSize: 12, titlePadding: 3 };
const SIZE = { width: 860, height: 270, titleFontSize: 15, titlePadding: 6, xAxis: AXIS, yAxis: AXIS };

/** Users over time, or requests under way. */
export function usersChart(scenario: ScenarioReport, words: Words): string {
  const { series } = scenario;
  const title = isOpenLoop(scenario) ? words.charts.underWay : words.charts.users;
  return draw({
    title,
    x: words.charts.seconds,
    y: title,
    seconds: series.seconds,
    series: [series.users],
  });
}

/** Any one series over time, with words of the caller's own (no quotes). */
export function levelChart({
  levels,
  ...chart
}: Omit<Chart, 'series'> & { readonly levels: readonly number[] }): string {
  return draw({ ...chart, series: [levels] });
}

/** Throughput over time, with failures where there are any. */
export function throughputChart(series: Series, words: Words): string {
  const failed = hasErrors(series);
  return draw({
    title: words.charts.throughput(failed),
    x: words.charts.seconds,
    y: words.charts.perSecond,
    seconds: series.seconds,
    series: failed ? [series.throughput, series.errors] : [series.throughput],
  });
}

/** p50 and p95 over time. */
export function latencyChart(series: Series, words: Words): string {
  return draw({
    title: words.charts.latency,
    x: words.charts.seconds,
    y: words.charts.milliseconds,
    seconds: series.seconds,
    series: [series.p50, series.p95],
  });
}

/** Memory of the service over time. Its axis begins near the lowest point: a leak is a small share of what a service has in memory anyway. */
export function memoryChart({ seconds, megabytes }: MemoryCurve, words: Words): string {
  const [low, high] = [Math.min(...megabytes), Math.max(...megabytes)];
  return draw({
    title: words.charts.memory,
    x: words.charts.seconds,
    y: words.charts.megabytes,
    seconds,
    series: [megabytes],
    bottom: Math.max(0, Math.floor(low - AROUND * Math.max(1, high - low))),
  });
}

/** Room below the lowest point, as a share of what the curve spans. */
const AROUND = 0.5;

/** Whether anything failed at any time. */
export const hasErrors = ({ errors }: Series): boolean => errors.some((value) => value > 0);

/** Throughput against the level of load; the base's too, where it was measured beside. */
export function searchThroughputChart({ kind, rows }: SearchReport, words: Words, n: Pen): string {
  const base = rows.map((row) => row.base?.throughput ?? null);
  return draw({
    title: words.search.throughputChart,
    x: words.search.axis(kind),
    y: words.charts.perSecond,
    seconds: rows.map(({ level }) => n.count(level)),
    series: [
      rows.map(({ step }) => step.throughput),
      ...(base.every((value) => value !== null) ? [base] : []),
    ],
  });
}

/** p50 and p95 against the level of load; 0 where nothing was answered. */
export function searchLatencyChart({ kind, rows }: SearchReport, words: Words, n: Pen): string {
  return draw({
    title: words.search.latencyChart,
    x: words.search.axis(kind),
    y: words.charts.milliseconds,
    seconds: rows.map(({ level }) => n.count(level)),
    series: [rows.map(({ step }) => step.p50 ?? 0), rows.map(({ step }) => step.p95 ?? 0)],
  });
}

function draw({ title, x, y, seconds, series, bottom = 0 }: Chart): string {
  const highest = Math.max(0, ...series.flat());
  const top = bottom === 0 ? niceTop(highest) : decimal(bottom + Number(niceTop(highest - bottom)));
  const init = {
    themeVariables: { xyChart: { plotColorPalette: COLOURS.join(', '), backgroundColor: 'transparent' } },
    xyChart: SIZE,
  };
  return [
    '```mermaid',
    `%%{init: ${JSON.stringify(init)}}%%`,
    'xychart-beta',
    `  title "${title}"`,
    `  x-axis "${x}" ${typeof seconds === 'number' ? `0 --> ${seconds}` : `[${seconds.map((each) => `"${each}"`).join(', ')}]`}`,
    `  y-axis "${y}" ${bottom} --> ${top}`,
    ...series.map((values) => `  line [${points(values).map(decimal).join(', ')}]`),
    '```',
  ].join('\n');
}

/** A single point makes no line. */
const points = (values: readonly number[]): readonly number[] =>
  values.length === 1 ? [...values, ...values] : values;

/** Plain decimal digits, since an exponent is no number to the chart. */
const decimal = (value: number): string => String(Number(value.toFixed(value >= 100 ? 0 : 2)));

/** The next of 1, 2, 4, 5, 8 times a power of ten above the highest value: for these tops Mermaid draws about ten ticks, for others up to sixteen, which overlap. */
function niceTop(highest: number): string {
  if (!(highest > 0)) return '1';
  const power = 10 ** Math.floor(Math.log10(highest));
  const step = [1, 2, 4, 5, 8, 10].find((each) => each * power > 1.02 * highest) ?? 20;
  return decimal(Math.max(step * power, 0.01));
}
