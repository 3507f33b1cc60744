/** The phrases of the history page that every language fills. All of them are plain text, which the page escapes as a whole. */
import type { Band, TrendChange, VersionsRead } from '../../domain/history.ts';
import type { MetricName } from '../../domain/metric.ts';
import type { Numbers } from '../numbers.ts';

/** Why a line begins: the first one, or what is not as it was in the line whose run came before. */
export type LineStart = 'first' | 'machine' | 'configuration' | 'both';

/** What a number on the page stands under. */
export type HistoryColumn =
  | 'date'
  | 'commit'
  | 'line'
  | 'requests'
  | 'loadgate'
  | 'engine'
  | 'machine'
  | 'fingerprint'
  | 'configuration'
  | 'runs'
  | 'from'
  | 'to'
  | 'begins';

/** Phrases of the history page. Dates come written in the language. */
export interface HistoryWords {
  readonly title: string;
  readonly suite: string;
  /** Back to the first page. */
  readonly all: string;
  /** Above the metrics of a scenario. */
  readonly trends: string;
  /** `31 accepted runs, Aug 3, 2026 to Nov 28, 2026`. */
  readonly runs: (count: number, from: string, to: string, n: Numbers) => string;
  readonly newest: string;
  /** Against what: `+12 %` stands before it. */
  readonly against: (change: TrendChange, n: Numbers) => string;
  readonly directions: Readonly<Record<TrendChange['direction'], string>>;
  /** What the last and the first runs came to, as a sentence under a chart. */
  readonly change: (metric: MetricName, change: TrendChange, n: Numbers) => string;
  /** Where there is no change to tell. */
  readonly noChange: string;
  readonly band: (metric: MetricName, band: Band, n: Numbers) => string;
  /** `counted`: judged by counts. `empty`: no run of the line, or none with a value above zero, is in the baseline. */
  readonly noBand: Readonly<Record<'counted' | 'empty', string>>;
  readonly drift: (metric: MetricName, drift: number, n: Numbers) => string;
  /** A line's mark in a chart: `line B`. */
  readonly line: (name: string) => string;
  /** Several lines have values: which one the numbers are of. */
  readonly ofLine: (name: string) => string;
  /** What opens the table behind a chart. */
  readonly numbers: (metric: string) => string;
  readonly table: (metric: string, scenario: string) => string;
  readonly allRuns: string;
  /** Of a run that only an older version of the file holds. */
  readonly past: string;
  readonly noCommit: string;
  readonly columns: Readonly<Record<HistoryColumn, string>>;
  readonly lines: string;
  readonly linesIntro: string;
  readonly starts: Readonly<Record<LineStart, string>>;
  readonly cores: (count: number, n: Numbers) => string;
  /** How much of the file's history was read. */
  readonly versions: (versions: VersionsRead, n: Numbers) => string;
  readonly reading: string;
  /** How to read the charts, a sentence each. */
  readonly howTo: readonly string[];
  /** In front of the link to history.json. */
  readonly record: string;
  /** In front of the program's name and version. */
  readonly madeBy: string;
}
