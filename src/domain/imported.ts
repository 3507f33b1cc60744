/** Results that another tool measured and wrote down: which tools and formats are read, and what a format does not tell. Plain JSON. */
import type { K6Threshold } from './k6.ts';
import type { MetricName } from './metric.ts';
import type { Millis } from './units.ts';

/** Every format that is read, in the order in which they are told apart. */
export const IMPORT_FORMATS = [
  'locust-csv',
  'locust-json',
  'k6-summary',
  'k6-json',
  'autocannon',
  'wrk',
  'hey',
  'oha',
  'vegeta',
  'ab',
  'jmeter',
  'artillery',
] as const;

/** A format of another tool's output. */
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** The tools that write them. */
export type ForeignTool =
  | 'locust'
  | 'k6'
  | 'autocannon'
  | 'wrk'
  | 'wrk2'
  | 'hey'
  | 'oha'
  | 'vegeta'
  | 'ab'
  | 'jmeter'
  | 'artillery';

/** What an output does not tell, or tells otherwise than Loadgate measures it. In the order in which a report names them. */
export const LACKS = [
  /** Only some quantiles are told: no distribution, and no value for any other quantile. */
  'distribution',
  /** Latencies are rounded to whole milliseconds. */
  'whole-milliseconds',
  /** Latencies are whole milliseconds below 100 ms, and have two digits above. */
  'two-digits',
  /** Latencies are counted in steps of about one per cent. */
  'sketched',
  /** Latencies are those of failed answers, too. */
  'failed-latencies',
  /** Timeouts are not among the latencies, so that the quantiles are too low where there were any. */
  'timeout-latencies',
  /** Requests without an answer at the end are not told, and are in no count. */
  'in-flight',
  /** Failures are told as one number: all stand as HTTP errors. */
  'failure-kinds',
  /** Which statuses were expected is not told: redirects count as answered as expected, from 400 on as failed. */
  'expectations',
  /** Errors are attempts that may or may not have been sent: all stand as connection errors. */
  'error-kinds',
  'statuses',
  'users',
  /** How many bytes the bodies of answers had. */
  'body-bytes',
  /** Counts and latencies by the second. */
  'timeline',
  /** When it began: the time at which the file was last written stands for it. */
  'start',
  /** Counts are reckoned from a rate or a share. */
  'reckoned-counts',
  /** The length of the measured time is reckoned from a count and a rate. */
  'reckoned-duration',
  'version',
] as const;

/** One thing that an output does not tell. */
export type Lack = (typeof LACKS)[number];

/** Latencies of which a tool told no more than some quantiles. */
export interface ToldLatency {
  /** Answers that the quantiles are of. */
  readonly answers: number;
  /** As told, ascending; 1 is the maximum. Nothing is interpolated. */
  readonly quantiles: readonly { readonly quantile: number; readonly value: Millis }[];
}

/** That a slice was measured by another tool, and what its output does not tell. */
export interface Imported {
  readonly format: ImportFormat;
  readonly lacks: readonly Lack[];
  /** Null where the output has every latency: they are in the histogram. */
  readonly told: ToldLatency | null;
  /** Of k6: the thresholds of its script, where it had any. */
  readonly thresholds?: readonly K6Threshold[];
}

/** Evidence of findings about imported results. */
export interface ImportEvidence {
  readonly imported: {
    readonly scenario: string;
    readonly tool: ForeignTool;
    /** Empty where the output does not tell. */
    readonly version: string;
    readonly format: ImportFormat;
    readonly lacks: readonly Lack[];
    /** Quantiles that are metrics, and that the output does not tell: they have no value. */
    readonly missing: readonly MetricName[];
  };
}
