/** The end-of-test summary of k6: what `handleSummary` is given, or `--summary-export` writes, in any of their shapes. */
import { micros, millis } from '../domain/units.ts';
import { createHistogram } from '../stats/histogram.ts';
import { countsOf, type Foreign, type Reader } from './foreign.ts';
import { summaryOf } from './k6-structured.ts';
import { thresholdsIn } from './k6-thresholds.ts';
import { amount, count, members, own, positive } from './numbers.ts';
import { quantileOf, type Told, toldLatency } from './quantiles.ts';
import { inconsistent, invalid, type Place } from './refuse.ts';
import { wholeJson } from './text.ts';

type Json = Readonly<Record<string, unknown>>;

const EXPECTED = 'http_req_duration{expected_response:true}';

/** Reads a summary. */
export const readK6Summary: Reader = async (file, limits) => {
  const place = { file: file.name, line: null };
  const { whole, version } = summaryOf(await wholeJson(file, limits), place);
  const metrics = members(own(whole, 'metrics'), 'metrics', place);
  const requests = valuesOf(metrics, 'http_reqs', place);
  const sent = count(own(requests, 'count'), 'http_reqs.count', place);
  const failed = failedOf(metrics, sent, place);
  const time = durationOf(whole, requests, sent, place);
  const expected = own(metrics, EXPECTED) !== undefined;
  return {
    tool: 'k6',
    version,
    startedAt: null,
    elapsed: millis(time.elapsed),
    users: usersOf(metrics, place),
    counts: countsOf({ ok: sent - failed.count, httpError: failed.count }),
    latency: createHistogram().toRecord(micros(1)),
    told: toldIn(metrics, expected ? sent - failed.count : sent, place),
    requests: [],
    statuses: [],
    errors: [],
    bodyBytes: null,
    thresholds: thresholdsIn(metrics),
    lacks: [
      ...(expected ? [] : (['failed-latencies'] as const)),
      'timeout-latencies',
      'failure-kinds',
      ...(failed.reckoned ? (['reckoned-counts'] as const) : []),
      ...(time.reckoned ? (['reckoned-duration'] as const) : []),
    ],
  };
};

/** A metric's values: `handleSummary` has them in `values`, `--summary-export` in the metric itself. */
function valuesOf(metrics: Json, name: string, place: Place): Json {
  const metric = members(own(metrics, name), `the metric ${name}`, place);
  const values = own(metric, 'values');
  return values === undefined ? metric : members(values, `${name}.values`, place);
}

/** `http_req_failed` is true for what failed: `passes` are the failures. */
function failedOf(metrics: Json, sent: number, place: Place): { count: number; reckoned: boolean } {
  if (own(metrics, 'http_req_failed') === undefined)
    throw invalid(place, 'the metric http_req_failed is missing, which k6 has from 0.31 on');
  const values = valuesOf(metrics, 'http_req_failed', place);
  const [passes, fails] = [own(values, 'passes'), own(values, 'fails')];
  if (passes !== undefined || fails !== undefined) {
    const failed = count(passes, 'http_req_failed.passes', place);
    if (failed + count(fails, 'http_req_failed.fails', place) !== sent)
      throw inconsistent(place, `http_req_failed and the ${sent} of http_reqs do not add up`);
    return { count: failed, reckoned: false };
  }
  const rate = amount(own(values, 'rate') ?? own(values, 'value'), 'http_req_failed.rate', place);
  if (rate > 1) throw inconsistent(place, 'the share of failed requests is above 1');
  // Rounded up: no failure may be lost.
  return { count: Math.min(sent, Math.max(0, Math.ceil(rate * sent - 1e-6))), reckoned: true };
}

function durationOf(whole: Json, requests: Json, sent: number, place: Place) {
  const state = own(whole, 'state');
  const told = state === undefined ? undefined : own(members(state, 'state', place), 'testRunDurationMs');
  if (told !== undefined)
    return { elapsed: positive(told, 'state.testRunDurationMs', place), reckoned: false };
  const rate = positive(own(requests, 'rate'), 'http_reqs.rate', place);
  return { elapsed: positive((1_000 * sent) / rate, 'the number of requests', place), reckoned: true };
}

function usersOf(metrics: Json, place: Place): number | null {
  if (own(metrics, 'vus') === undefined) return null;
  const most = own(valuesOf(metrics, 'vus', place), 'max');
  return most === undefined ? null : count(most, 'vus.max', place);
}

function toldIn(metrics: Json, answers: number, place: Place): Foreign['told'] {
  const name = own(metrics, EXPECTED) === undefined ? 'http_req_duration' : EXPECTED;
  const values = valuesOf(metrics, name, place);
  const rows = Object.entries(values).flatMap(([key, value]): readonly Told[] => {
    const quantile = key === 'max' ? 1 : key === 'med' ? 0.5 : key.startsWith('p(') ? quantileOf(key) : null;
    return quantile === null ? [] : [[quantile, amount(value, `${name}.${key}`, place)]];
  });
  // `med` and `p(50)` are the same.
  return toldLatency(answers, [...new Map(rows)], place);
}
