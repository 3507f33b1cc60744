/** The machine-readable summary of k6 (from 1.5 on, by `--new-machine-readable-summary`), put into the shape of the older ones. https://github.com/grafana/k6-summary */
import { count, members, own, positive, textOf } from './numbers.ts';
import { inconsistent, invalid, otherForm, type Place, quoted } from './refuse.ts';

type Json = Readonly<Record<string, unknown>>;

/** A summary in the older shape: metrics by name, the time in `state`. */
export interface Summary {
  readonly whole: Json;
  /** Of k6; empty where it is not told. */
  readonly version: string;
  /** Only the older shapes say what became of thresholds. */
  readonly tellsThresholds: boolean;
}

/** More metrics than any script has. */
const METRICS_MAX = 10_000;

/** `older` is `handleSummary`'s and `--summary-export`'s; `unknown` has the shape of the new one, and a version that is not read. */
export function formOf(whole: Json): 'older' | 'structured' | 'unknown' {
  if (own(whole, 'metrics') !== undefined || own(whole, 'results') === undefined) return 'older';
  return /^1\.\d{1,4}\.\d{1,4}$/.test(textOf(whole, 'version')) ? 'structured' : 'unknown';
}

/** A summary of any shape in that of `handleSummary`'s data. @throws Failure for a version of the new shape that is not known, and for one that is broken */
export function summaryOf(value: unknown, place: Place): Summary {
  const whole = members(value, 'the whole', place);
  const form = formOf(whole);
  if (form === 'older') return { whole, version: '', tellsThresholds: true };
  if (form === 'unknown')
    throw otherForm(
      place,
      `is a summary of k6 in version ${quoted(own(whole, 'version') ?? '')} of its new form, of which only 1 is read`,
      'Run k6 without --new-machine-readable-summary, or write its points: --out json=FILE.',
    );
  const config = members(own(whole, 'config'), 'config', place);
  const metadata = members(own(whole, 'metadata'), 'metadata', place);
  // k6 writes `k6_version`; its schema has `k6Version`.
  const told = textOf(metadata, 'k6_version') || textOf(metadata, 'k6Version');
  const version = /^v?(\d[0-9A-Za-z.+-]{0,30})$/.exec(told)?.[1] ?? '';
  const seconds = positive(own(config, 'duration'), 'config.duration', place);
  // To the nanosecond: a factor of a thousand leaves dust.
  const testRunDurationMs = Number((1_000 * seconds).toFixed(6));
  const results = members(own(whole, 'results'), 'results', place);
  const metrics = metricsIn(own(results, 'metrics'), place);
  return { whole: { metrics, state: { testRunDurationMs } }, version, tellsThresholds: false };
}

function metricsIn(listed: unknown, place: Place): Json {
  if (!Array.isArray(listed) || listed.length > METRICS_MAX)
    throw invalid(place, 'results.metrics is no list of metrics');
  const metrics = new Map<string, Json>();
  for (const [index, each] of listed.entries()) {
    const metric = members(each, `results.metrics[${index}]`, place);
    const name = textOf(metric, 'name');
    if (name === '') throw invalid(place, `results.metrics[${index}] has no name`);
    if (metrics.has(name)) throw inconsistent(place, `the metric ${quoted(name)} is told twice`);
    const values = members(own(metric, 'values'), `the values of ${quoted(name)}`, place);
    metrics.set(name, { values: own(metric, 'type') === 'rate' ? rateOf(values, name, place) : values });
  }
  return Object.fromEntries(metrics);
}

/** The older shapes call what matched `passes`, and the rest `fails`. */
function rateOf(values: Json, name: string, place: Place): Json {
  const passes = count(own(values, 'matches'), `${name}.matches`, place);
  const total = count(own(values, 'total'), `${name}.total`, place);
  if (passes > total) throw inconsistent(place, `${name} matched ${passes} of ${total}`);
  return { rate: own(values, 'rate'), passes, fails: total - passes };
}
