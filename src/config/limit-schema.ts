/** The schema of limits, made from the table of metrics: what is better decides between `max-increase`/`max` and `max-decrease`/`min`. */
import { phrase } from '../domain/phrase.ts';
import { z } from 'zod';
import { METRIC_NAMES, METRICS, type Metric, type MetricName } from '../domain/metric.ts';
import { block, key } from './block.ts';
import { DEFAULT_BESIDE, DEFAULT_LIMITS } from './defaults.ts';
import { amount, duration, growth, kind, packed, rate, share, shareOrStandard, size } from './kinds.ts';

/** A metric's limits as checked, by {@link changeKey} and {@link boundKey}: shares as ratios, bounds in the metric's unit. */
export type MetricLimits = Readonly<Record<string, number | 'standard' | undefined>>;

/** Largest relative change that can be asked for: ten times as slow. */
const CHANGE_MAX = 10;
/** Largest latency bound: what the longest timeout allows. */
const LATENCY_MAX = 600_000;
const RATE_MAX = 10_000_000;
/** Largest bound of an answer: a gigabyte. */
const SIZE_MAX = 1e9;

const COUNT_MAX = 1_000_000;

/** Limits of a scenario, or of `defaults`, by metric; `off` leaves a metric without any. */
export const limits = block(
  Object.fromEntries(METRIC_NAMES.map((metric) => [metric, limitKey(metric)] as const)),
);

/** The limits that hold of a metric when nobody says anything, as somebody would write them; null when there are none. */
export function standardLimits(metric: MetricName): Readonly<Record<string, string>> | null {
  const known = DEFAULT_LIMITS[metric];
  if (known === undefined) return null;
  const rows = Object.entries(known).map(
    ([name, text]) => [name, name === changeKey(metric) ? 'standard' : text] as const,
  );
  return Object.fromEntries(rows);
}

/** The key for the largest change for the worse of a metric. */
export function changeKey(metric: MetricName): 'max-increase' | 'max-decrease' {
  return METRICS[metric].better === 'lower' ? 'max-increase' : 'max-decrease';
}

/** The key for the worst value of a metric. */
export function boundKey(metric: MetricName): 'max' | 'min' {
  return METRICS[metric].better === 'lower' ? 'max' : 'min';
}

function limitKey(metric: MetricName) {
  const standard = DEFAULT_LIMITS[metric];
  const words =
    standard === undefined
      ? undefined
      : Object.entries(standard)
          .map(([name, value]) => `${name} ${value}`)
          .join(', ');
  const keys = [changeKey(metric), boundKey(metric)] as const;
  const must = phrase('be-limits', { change: keys[0], bound: keys[1] });
  const off = kind<'off'>('`off`', { const: 'off' }, (value) =>
    value === 'off' ? { value } : { must, mismatch: true },
  );
  const limit = block({
    [keys[0]]: key(
      changeKind(metric),
      `Largest ${changeWords(metric)} against the reference.${standardWords(metric)}`,
    ),
    [keys[1]]: key(
      boundKind(METRICS[metric]),
      `${keys[1] === 'max' ? 'Largest' : 'Smallest'} value, whatever the reference.`,
    ),
  });
  const either = z.union([off, limit.meta({ minProperties: 1 })], { error: packed(must) });
  return key(either, `Limits of ${metric}. \`off\` removes the default.`, words);
}

function changeWords(metric: MetricName): string {
  const way = METRICS[metric].better === 'lower' ? 'increase' : 'decrease';
  return METRICS[metric].change === 'points' ? `${way} in percentage points` : way;
}

function changeKind(name: MetricName) {
  const metric: Metric = METRICS[name];
  const max = metric.change === 'points' || metric.better === 'higher' ? 1 : CHANGE_MAX;
  // Of what is exact no increase at all can be asked for; of what is timed that would be red by chance.
  const bounds = { min: 0, max, above: !metric.exact };
  return hasStandard(name) ? shareOrStandard(bounds) : share(bounds);
}

/** True for metrics that have a relative limit unless somebody says otherwise. */
function hasStandard(metric: MetricName): boolean {
  return DEFAULT_LIMITS[metric]?.[changeKey(metric)] !== undefined;
}

/** A number holds against the stored baseline and the base commit alike; the standard knows that the base commit can be told apart more sharply. */
function standardWords(metric: MetricName): string {
  if (!hasStandard(metric)) return '';
  const { standard, strict } = DEFAULT_BESIDE;
  return ` \`standard\`: ${DEFAULT_LIMITS[metric]?.[changeKey(metric)]} against the stored baseline, ${standard[metric]} (with \`sensitivity: strict\` ${strict[metric]}) against the base commit.`;
}

function boundKind(metric: Metric) {
  const kinds = {
    ms: () => duration(0.001, LATENCY_MAX),
    '/s': () => rate(RATE_MAX),
    B: () => size(SIZE_MAX),
    'B/min': () => growth(SIZE_MAX),
    ratio: () => share({ min: 0, max: 1 }),
    count: () => amount(COUNT_MAX),
  } satisfies Record<Metric['unit'], unknown>;
  return kinds[metric.unit]();
}
