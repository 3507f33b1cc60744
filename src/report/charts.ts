/** The charts of a scenario as data: which there are, their words, their series. Every format draws the same ones its own way. */
import { isOpenLoop, hasUsersCurve, type MemoryCurve, type ScenarioReport, type Series } from './results.ts';
import type { LoadCurve } from './load-curve.ts';
import type { SearchReport } from './search-results.ts';
import type { Pen, Words } from './words/words.ts';

/** What a chart shows; the same in every scenario, so that it can be linked to. */
export type ChartName =
  | 'users'
  | 'throughput'
  | 'latency'
  | 'latency-by-load'
  | 'distribution'
  | 'memory'
  | 'throughput-by-level'
  | 'latency-by-level';

/** A line of a chart. */
export interface ChartLine {
  /** Fixed words of a language; shown where there are several lines. */
  readonly name: string;
  /** As many as the chart has points; null where nothing is known. */
  readonly values: readonly (number | null)[];
}

/** A chart of at most two lines over one axis, with all its words. No words of it are foreign: they stand in quotes without being escaped. */
export interface Chart {
  readonly name: ChartName;
  readonly title: string;
  /** What the points of the x axis are, and of the y axis. */
  readonly x: string;
  readonly y: string;
  /** The x axis ends at so many seconds, or has a name for each point. */
  readonly points: { readonly seconds: number } | { readonly names: readonly string[] };
  readonly lines: readonly ChartLine[];
  /** Where the y axis begins; 0 unless a curve is flat and far from it. */
  readonly bottom: number;
  /** What each point stands for, and what the colours mean; empty when nothing needs to be said. */
  readonly caption: string;
}

/** Room below the lowest point, as a share of what the curve spans. */
const AROUND = 0.5;

/** All charts of a scenario, in the order in which they are shown. Over time a search shows only its own steps: its charts are by level. */
export function chartsOf(scenario: ScenarioReport, words: Words, n: Pen): readonly Chart[] {
  if (scenario.search !== null) return chartsByLevel(scenario.search, words, n);
  const { series, memory, loadCurve, quantiles } = scenario;
  const compared = quantiles.some(({ baseline }) => baseline !== null);
  return [
    ...(hasUsersCurve(scenario) ? [usersOver(scenario, words)] : []),
    ...(series.told ? [throughputOver(series, words), latencyOver(series, words)] : []),
    ...(loadCurve === null ? [] : [latencyByLoad(loadCurve, words, n)]),
    ...(memory === null ? [] : [memoryOver(memory, words, n)]),
    ...(compared ? [distributionOf(scenario, words)] : []),
  ];
}

/** Whether anything failed at any time. */
export const hasErrors = ({ errors }: Series): boolean => errors.some((value) => value > 0);

function usersOver(scenario: ScenarioReport, words: Words): Chart {
  const { seconds, width, users } = scenario.series;
  const title = isOpenLoop(scenario) ? words.charts.underWay : words.charts.users;
  return {
    name: 'users',
    title,
    x: words.charts.seconds,
    y: title,
    points: { seconds },
    lines: [{ name: title, values: users }],
    bottom: 0,
    caption: words.charts.usersCaption(width),
  };
}

/** With failures where there are any. */
function throughputOver(series: Series, words: Words): Chart {
  const failed = hasErrors(series);
  const { answers, failures } = words.charts.lines;
  return {
    name: 'throughput',
    title: words.charts.throughput(failed),
    x: words.charts.seconds,
    y: words.charts.perSecond,
    points: { seconds: series.seconds },
    lines: [
      { name: answers, values: series.throughput },
      ...(failed ? [{ name: failures, values: series.errors }] : []),
    ],
    bottom: 0,
    caption: words.charts.throughputCaption(series.width, failed),
  };
}

function latencyOver(series: Series, words: Words): Chart {
  return {
    name: 'latency',
    title: words.charts.latency,
    x: words.charts.seconds,
    y: words.charts.milliseconds,
    points: { seconds: series.seconds },
    lines: [
      { name: 'p50', values: series.p50 },
      { name: 'p95', values: series.p95 },
    ],
    bottom: 0,
    caption: words.charts.latencyCaption(series.width, series.silent),
  };
}

/** What a ramp shows: how latency answers to load. */
function latencyByLoad({ of, points }: LoadCurve, { charts, comment }: Words, n: Pen): Chart {
  return {
    name: 'latency-by-load',
    title: comment.loadChart,
    x: comment.loadAxis(of),
    y: charts.milliseconds,
    points: { names: points.map(({ level }) => n.count(level)) },
    lines: [
      { name: 'p50', values: points.map(({ p50 }) => p50) },
      { name: 'p95', values: points.map(({ p95 }) => p95) },
    ],
    bottom: 0,
    caption: comment.loadCaption(of),
  };
}

/** Both builds' latency by quantile: a change of all answers lifts the whole line, one of the slow ones its end. The slowest answer of all is left out: it is one answer. */
function distributionOf({ quantiles, against }: ScenarioReport, { charts, comment }: Words): Chart {
  const rows = quantiles.filter(({ quantile, now }) => quantile < 1 && now !== null);
  return {
    name: 'distribution',
    title: comment.distributionChart,
    x: comment.distributionAxis,
    y: charts.milliseconds,
    points: { names: rows.map(({ quantile }) => quantileName(quantile)) },
    lines: [
      { name: charts.lines.head, values: rows.map(({ now }) => now) },
      {
        name: against.kind === 'base' ? charts.lines.base : comment.baselineLine,
        values: rows.map(({ baseline }) => baseline),
      },
    ],
    bottom: 0,
    caption: comment.distributionCaption(against.kind),
  };
}

/** `p95`, `p99.9`. */
export const quantileName = (quantile: number): string => `p${Number((100 * quantile).toFixed(3))}`;

/** Its axis begins near the lowest point: a leak is a small share of what a service has in memory anyway. */
function memoryOver(memory: MemoryCurve, words: Words, n: Pen): Chart {
  const { seconds, megabytes } = memory;
  const [low, high] = [Math.min(...megabytes), Math.max(...megabytes)];
  return {
    name: 'memory',
    title: words.charts.memory,
    x: words.charts.seconds,
    y: words.charts.megabytes,
    points: { seconds },
    lines: [{ name: words.charts.memory, values: megabytes }],
    bottom: Math.max(0, Math.floor(low - AROUND * Math.max(1, high - low))),
    caption: words.charts.memoryCaption(memory, n),
  };
}

/** Throughput and latency against the level of load; the base's throughput, too, where it was measured beside. */
function chartsByLevel({ kind, rows }: SearchReport, words: Words, n: Pen): readonly Chart[] {
  const withBase = rows.every(({ base }) => base !== null);
  const common = {
    x: words.search.axis(kind),
    points: { names: rows.map(({ level }) => n.count(level)) },
    bottom: 0,
  };
  const base = { name: words.charts.lines.base, values: rows.map((row) => row.base?.throughput ?? null) };
  return [
    {
      ...common,
      name: 'throughput-by-level',
      title: words.search.throughputChart,
      y: words.charts.perSecond,
      lines: [
        { name: words.charts.lines.head, values: rows.map(({ step }) => step.throughput) },
        ...(withBase ? [base] : []),
      ],
      caption: words.search.throughputCaption(kind, withBase),
    },
    {
      ...common,
      name: 'latency-by-level',
      title: words.search.latencyChart,
      y: words.charts.milliseconds,
      lines: [
        { name: 'p50', values: rows.map(({ step }) => step.p50) },
        { name: 'p95', values: rows.map(({ step }) => step.p95) },
      ],
      caption: words.search.latencyCaption,
    },
  ];
}
