/** One line of k6's JSON output, read strictly: what it says of a request, or of the run. https://grafana.com/docs/k6/latest/results-output/real-time/json/ */
import { amount, count, members, own, textOf } from './numbers.ts';
import { invalid, type Place } from './refuse.ts';
import type { Ended } from './tally.ts';
import { jsonOf } from './vegeta.ts';

type Json = Readonly<Record<string, unknown>>;

/** k6's numbers of errors: https://grafana.com/docs/k6/latest/javascript-api/error-codes/ */
const TIMEOUTS = ['1050', '1211'];
const REFUSED = ['1212'];

/** What one line says. Times are milliseconds since 1970. */
export type K6Point =
  /** A request is over. `around`: it is one of `setup()` or `teardown()`, and no part of the load. */
  | { readonly kind: 'request'; readonly request: Ended; readonly around: boolean }
  /** So many requests were counted. */
  | { readonly kind: 'sent'; readonly count: number }
  | { readonly kind: 'users'; readonly at: number; readonly count: number }
  | { readonly kind: 'iterations' | 'dropped'; readonly at: number; readonly count: number }
  | { readonly kind: 'check'; readonly at: number; readonly passed: boolean }
  /** A metric is declared. */
  | { readonly kind: 'metric'; readonly metric: string; readonly thresholds: readonly string[] }
  /** A point of a metric that is not read. */
  | { readonly kind: 'other' };

/** Metrics that are not read, as most lines begin: a look is quicker than a parse. The end is looked at, too, so that a line that is cut is told. */
const UNREAD =
  /^\{"metric":"(?:http_req_(?:blocked|connecting|tls_handshaking|sending|waiting|receiving|failed)|data_sent|data_received|iteration_duration|group_duration|vus_max)","type":"Point","data":\{.*\}\}$/;

/** Reads a line. @throws Failure for one that k6 does not write */
export function k6PointOf(line: string, place: Place): K6Point {
  if (UNREAD.test(line)) return { kind: 'other' };
  const whole = members(jsonOf(line, place), 'the line', place);
  const metric = own(whole, 'metric');
  const type = own(whole, 'type');
  if (type === 'Metric') return metricOf(whole, metric, place);
  if (type !== 'Point') throw invalid(place, 'it is neither a Metric nor a Point');
  const data = (): Json => members(own(whole, 'data'), 'data', place);
  switch (metric) {
    case 'http_req_duration':
      return requestOf(data(), place);
    case 'http_reqs':
      return { kind: 'sent', count: count(own(data(), 'value'), metric, place) };
    case 'vus':
      return { kind: 'users', at: timeOf(data(), place), count: count(own(data(), 'value'), metric, place) };
    case 'iterations':
    case 'dropped_iterations': {
      const kind = metric === 'iterations' ? metric : 'dropped';
      return { kind, at: timeOf(data(), place), count: count(own(data(), 'value'), metric, place) };
    }
    case 'checks':
      return {
        kind: 'check',
        at: timeOf(data(), place),
        passed: amount(own(data(), 'value'), metric, place) > 0,
      };
    default:
      return { kind: 'other' };
  }
}

/** The most thresholds of a metric, and of their characters, that anybody reads. */
const THRESHOLDS_MAX = 50;
const TEXT_MAX = 300;

function metricOf(whole: Json, name: unknown, place: Place): K6Point {
  const data = own(whole, 'data');
  const listed = typeof data === 'object' && data !== null ? own({ ...data }, 'thresholds') : undefined;
  const inner = typeof data === 'object' && data !== null ? own({ ...data }, 'name') : undefined;
  const metric = typeof name === 'string' ? name : inner;
  if (typeof metric !== 'string') throw invalid(place, 'it is a Metric without a name');
  const thresholds = Array.isArray(listed) ? listed.filter((each) => typeof each === 'string') : [];
  return {
    kind: 'metric',
    metric: metric.slice(0, TEXT_MAX),
    thresholds: thresholds.slice(0, THRESHOLDS_MAX).map((each) => each.slice(0, TEXT_MAX)),
  };
}

function requestOf(value: Json, place: Place): K6Point {
  const tags = members(own(value, 'tags'), 'data.tags', place);
  const text = (name: string): string => textOf(tags, name);
  const latency = amount(own(value, 'value'), 'http_req_duration', place);
  const end = timeOf(value, place);
  const code = text('status') === '' ? 0 : count(text('status'), 'the tag status', place);
  const status = code >= 100 ? code : null;
  const expected = own(tags, 'expected_response');
  if (expected !== 'true' && expected !== 'false')
    throw invalid(
      place,
      'the tag expected_response is missing (k6 has it from 0.31 on, among its system tags)',
    );
  const fate = status === null ? brokenBy(text('error_code')) : expected === 'true' ? 'ok' : 'httpError';
  const message = status === null ? text('error') || `error ${text('error_code')}` : null;
  const name = `${text('method')} ${text('name') || text('url')}`.trim();
  const around = /^::(?:setup|teardown)(?:::|$)/.test(text('group'));
  const request = { name, startedAt: end - latency, latency, place: fate, status, message } as const;
  return { kind: 'request', request, around };
}

function timeOf(value: Json, place: Place): number {
  const time = own(value, 'time');
  const at = typeof time === 'string' ? Date.parse(time) : Number.NaN;
  if (!Number.isFinite(at)) throw invalid(place, 'data.time is no date');
  return at;
}

function brokenBy(code: string): 'timeout' | 'refused' | 'connectionError' {
  if (TIMEOUTS.includes(code)) return 'timeout';
  return REFUSED.includes(code) ? 'refused' : 'connectionError';
}
