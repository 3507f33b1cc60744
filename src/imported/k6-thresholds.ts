/** The thresholds of a script, as a summary of k6 tells them: what was measured, and what became of each. */
import type { K6Threshold } from '../domain/k6.ts';
import { own } from './numbers.ts';

type Json = Readonly<Record<string, unknown>>;

/** As many as anybody reads. */
const THRESHOLDS_MAX = 200;
const TEXT_MAX = 300;

/** Those of all metrics of a summary, in its order. What is none is passed over: nothing rests on them. */
export const thresholdsIn = (metrics: Json): readonly K6Threshold[] =>
  Object.entries(metrics)
    .flatMap(([name, metric]) => (isObject(metric) ? thresholdsOf(name, metric) : []))
    .slice(0, THRESHOLDS_MAX);

/** A threshold that the script has, and of which nothing else is known. */
export const declaredThreshold = (metric: string, expression: string): K6Threshold => ({
  metric: metric.slice(0, TEXT_MAX),
  expression: expression.slice(0, TEXT_MAX),
  value: null,
  unit: unitOf(metric),
  crossed: null,
});

function thresholdsOf(name: string, metric: Json): readonly K6Threshold[] {
  const thresholds = own(metric, 'thresholds');
  if (!isObject(thresholds)) return [];
  const inner = own(metric, 'values');
  const values = isObject(inner) ? inner : metric;
  const unit = own(metric, 'contains') === 'time' ? 'ms' : unitOf(name);
  return Object.entries(thresholds).map(([expression, told]) => ({
    ...declaredThreshold(name, expression),
    value: valueOf(expression, values),
    unit,
    crossed: crossedIn(told),
  }));
}

/**
 * `handleSummary` has `{ ok }`. `--summary-export` has a boolean that is true for a threshold that was CROSSED: https://github.com/grafana/k6/issues/1498
 */
function crossedIn(told: unknown): boolean | null {
  if (typeof told === 'boolean') return told;
  const ok = isObject(told) ? own(told, 'ok') : undefined;
  return typeof ok === 'boolean' ? !ok : null;
}

/** What an expression is about: `p(95)` of `p(95)<200`. https://grafana.com/docs/k6/latest/using-k6/thresholds/ */
const AGGREGATE = /^\s*(p\(\s*\d{1,3}(?:\.\d{1,6})?\s*\)|avg|min|max|med|count|rate|value)\s*[<>=!]/;

/** A summary has the quantiles that the script asked for (`summaryTrendStats`), and not those of its thresholds. */
function valueOf(expression: string, values: Json): number | null {
  const aggregate = AGGREGATE.exec(expression)?.[1];
  if (aggregate === undefined) return null;
  const names = NAMES[aggregate] ?? [aggregate];
  const [told] = names.flatMap((name) => {
    const value = own(values, name);
    return typeof value === 'number' && Number.isFinite(value) ? [value] : [];
  });
  return told ?? quantileIn(aggregate, values);
}

/** Under which names an aggregate is told: a rate of `--summary-export` is its `value`. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  rate: ['rate', 'value'],
  med: ['med', 'p(50)'],
  'p(50)': ['p(50)', 'med'],
};

/** `p(99.0)` is `p(99)`. */
function quantileIn(aggregate: string, values: Json): number | null {
  const wanted = quantile(aggregate);
  const name = wanted === null ? undefined : Object.keys(values).find((key) => quantile(key) === wanted);
  const value = name === undefined ? undefined : values[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function quantile(text: string): number | null {
  const digits = /^p\(\s*([\d.]{1,10})\s*\)$/.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Times of k6's own, whatever tags the threshold is on: `--summary-export` does not say what a metric contains. */
const TIMES =
  /^(?:http_req_(?:duration|blocked|connecting|tls_handshaking|sending|waiting|receiving)|iteration_duration|group_duration|grpc_req_duration|ws_(?:connecting|session_duration|ping))(?:\{|$)/;

const unitOf = (metric: string): K6Threshold['unit'] => (TIMES.test(metric) ? 'ms' : null);

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
