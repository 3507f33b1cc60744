/** The statistics of Locust as `--json` prints them: for each request how often each rounded response time was seen. */
import { micros, millis } from '../domain/units.ts';
import { createHistogram, type Histogram } from '../stats/histogram.ts';
import { countsOf, type Reader } from './foreign.ts';
import { amount, count, members, own, positive, textOf } from './numbers.ts';
import { inconsistent, invalid, type Place, tooLarge } from './refuse.ts';
import { wholeJson } from './text.ts';

const REQUESTS_MAX = 1_000;
/** No more requests than this: each is recorded by itself. */
const TIMES_MAX = 200_000_000;
const LATENCY_MAX = 86_400_000;

/** Reads what `locust --headless --json` printed. */
export const readLocustJson: Reader = async (file, limits) => {
  const place = { file: file.name, line: null };
  const whole = await wholeJson(file, limits);
  if (!Array.isArray(whole)) throw invalid(place, 'it is no list of requests');
  if (whole.length > REQUESTS_MAX)
    throw tooLarge(place, `it has more than ${REQUESTS_MAX} requests`, 'Give requests a `name` each.');
  const entries = whole.map((each: unknown, index) => entryOf(each, `[${index}]`, place));
  const begin = Math.min(...entries.map(({ start }) => start));
  const end = Math.max(...entries.map((each) => each.end));
  if (!(end > begin)) throw inconsistent(place, 'it holds no request that took any time');
  const all = createHistogram();
  for (const { histogram } of entries) all.add(histogram);
  const failed = sum(entries.map((each) => each.failed));
  return {
    tool: 'locust',
    version: '',
    startedAt: 1_000 * begin,
    elapsed: millis(1_000 * (end - begin)),
    users: null,
    counts: countsOf({ ok: sum(entries.map(({ sent }) => sent)) - failed, httpError: failed }),
    latency: all.toRecord(micros(1_000)),
    told: null,
    requests: entries.map((each) => ({
      name: each.name,
      counts: countsOf({ ok: each.sent - each.failed, httpError: each.failed }),
      latency: each.histogram.toRecord(micros(1_000)),
    })),
    statuses: [],
    errors: [],
    bodyBytes: null,
    lacks: ['two-digits', 'failed-latencies', 'timeout-latencies', 'failure-kinds'],
  };
};

function entryOf(value: unknown, at: string, place: Place) {
  const entry = members(value, at, place);
  const sent = count(own(entry, 'num_requests'), `${at}.num_requests`, place);
  const failed = count(own(entry, 'num_failures'), `${at}.num_failures`, place);
  const silent = count(own(entry, 'num_none_requests') ?? 0, `${at}.num_none_requests`, place);
  if (failed > sent) throw inconsistent(place, `of ${at} more requests failed than there were`);
  const start = positive(own(entry, 'start_time'), `${at}.start_time`, place);
  const last = own(entry, 'last_request_timestamp');
  const histogram = histogramOf(own(entry, 'response_times'), `${at}.response_times`, place);
  if (histogram.count !== sent - silent)
    throw inconsistent(place, `${at} has ${sent} requests and ${histogram.count} response times`);
  return {
    name: `${textOf(entry, 'method')} ${textOf(entry, 'name')}`.trim().slice(0, 500),
    sent,
    failed,
    start,
    // Nothing was asked for yet.
    end: last === null ? start : amount(last, `${at}.last_request_timestamp`, place),
    histogram,
  };
}

function histogramOf(value: unknown, at: string, place: Place): Histogram {
  const histogram = createHistogram();
  let total = 0;
  for (const [latency, times] of Object.entries(members(value, at, place))) {
    const milliseconds = amount(latency, at, place);
    const seen = count(times, `${at}.${latency.slice(0, 20)}`, place);
    total += seen;
    if (total > TIMES_MAX || milliseconds > LATENCY_MAX) throw inconsistent(place, `${at} cannot be counted`);
    histogram.record(micros(1_000 * milliseconds), seen);
  }
  return histogram;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
