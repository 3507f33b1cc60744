/** What is judged. A metric's direction and floors are data in this table, never code elsewhere. */

/** One row of {@link METRICS}. */
export interface Metric {
  /** Unit of the metric's plain number: milliseconds, requests a second, bytes, bytes a minute, a ratio from 0 to 1, or how many. */
  readonly unit: 'ms' | '/s' | 'B' | 'B/min' | 'ratio' | 'count';
  /** Which way is better. */
  readonly better: 'lower' | 'higher';
  /** How a change is told: as a share of the reference, or (for ratios, where the reference may be 0) as a difference in points. */
  readonly change: 'relative' | 'points';
  /** Smallest change, told as in `change`, that is ever called a regression or an improvement, whatever the noise says. */
  readonly noiseFloor: number;
  /** Smallest absolute difference, in the metric's unit, that is ever called a regression or an improvement. */
  readonly absoluteFloor: number;
  /** True for what cannot be measured of every service: a run without it lacks nothing. */
  readonly optional: boolean;
  /** True for what is the same in every run of the same code: no noise is assumed of it beyond its floors, and 0 is a value like any other. */
  readonly exact: boolean;
  /** For latency: which quantile of the histogram it is. */
  readonly quantile: number | null;
}

/** Every metric Loadgate knows, in the order reports list them. */
export const METRICS = {
  p95: {
    unit: 'ms',
    better: 'lower',
    change: 'relative',
    noiseFloor: 0.02,
    absoluteFloor: 0.3,
    optional: false,
    exact: false,
    quantile: 0.95,
  },
  throughput: {
    unit: '/s',
    better: 'higher',
    change: 'relative',
    noiseFloor: 0.02,
    absoluteFloor: 0,
    optional: false,
    exact: false,
    quantile: null,
  },
  'error-rate': {
    unit: 'ratio',
    better: 'lower',
    change: 'points',
    noiseFloor: 0.001,
    absoluteFloor: 0.001,
    optional: false,
    exact: false,
    quantile: null,
  },
  capacity: {
    unit: '/s',
    better: 'higher',
    change: 'relative',
    noiseFloor: 0.02,
    absoluteFloor: 0,
    optional: false,
    exact: false,
    quantile: null,
  },
  'cpu-per-request': {
    unit: 'ms',
    better: 'lower',
    change: 'relative',
    noiseFloor: 0.02,
    absoluteFloor: 0,
    optional: true,
    exact: false,
    quantile: null,
  },
  'answer-size': {
    unit: 'B',
    better: 'lower',
    change: 'relative',
    noiseFloor: 0.01,
    absoluteFloor: 1,
    optional: true,
    exact: false,
    quantile: null,
  },
  'queries-per-request': {
    unit: 'count',
    better: 'lower',
    change: 'relative',
    noiseFloor: 0.005,
    absoluteFloor: 0.01,
    optional: true,
    exact: true,
    quantile: null,
  },
  'memory-growth': {
    unit: 'B/min',
    better: 'lower',
    change: 'relative',
    noiseFloor: 0.1,
    absoluteFloor: 500_000,
    optional: true,
    exact: false,
    quantile: null,
  },
  p50: {
    unit: 'ms',
    better: 'lower',
    change: 'relative',
    noiseFloor: 0.02,
    absoluteFloor: 0.3,
    optional: false,
    exact: false,
    quantile: 0.5,
  },
  p99: {
    unit: 'ms',
    better: 'lower',
    change: 'relative',
    noiseFloor: 0.02,
    absoluteFloor: 0.5,
    optional: false,
    exact: false,
    quantile: 0.99,
  },
} as const satisfies Record<string, Metric>;

/** Name of a metric: the config key, the table row, the step output. */
export type MetricName = keyof typeof METRICS;

/** All metric names, in report order. */
export const METRIC_NAMES = Object.keys(METRICS) as readonly MetricName[];

/** The metrics by which a scenario is judged, in report order: one that searches for a limit by what it found alone, since its load is meant to be too much. */
export const metricsOf = (searches: boolean): readonly MetricName[] =>
  METRIC_NAMES.filter((metric) => (metric === 'capacity') === searches);

/** A value for each metric, made by its name. */
export const forEveryMetric = <Value>(
  make: (metric: MetricName) => Value,
): Readonly<Record<MetricName, Value>> =>
  Object.fromEntries(METRIC_NAMES.map((metric) => [metric, make(metric)])) as Record<MetricName, Value>;

/** A value for each metric in its own unit; null where the run has nothing to say (no answer, no quantile). */
export type MetricValues = Readonly<Record<MetricName, number | null>>;
