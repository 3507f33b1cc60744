/** What Locust's own statistics say, where it could not be listened to: rounded, and with fewer places for a request to be in. */
import { foreignJson } from '../../domain/foreign-json.ts';
import { IMPORT_BOUNDS } from '../../imported/text.ts';
import { z } from 'zod';
import type { LoadResult } from '../load-job.ts';
import { phrase } from '../../domain/phrase.ts';
import { bytes, micros, millis, perSecond } from '../../domain/units.ts';
import { createHistogram } from '../../stats/histogram.ts';
import { Untrue } from '../programs/untrue.ts';

/** Locust keeps whole milliseconds below 100 ms and two digits above: this is the finest step (`log_response_time` of its `stats.py`). */
export const ROUNDED = micros(1_000);

/** More than this no run comes to. */
const ANSWERS_MAX = 100_000_000;
const NAMES_MAX = 200;
const ERRORS_MAX = 20;
const TEXT_MAX = 300;

const count = z.int().min(0).max(ANSWERS_MAX);
const instant = z.number().min(0).max(1e11);
const bySecond = z.record(z.string().regex(/^\d{1,12}$/), count);
const entry = z.object({
  name: z.string(),
  method: z.string().nullable(),
  start_time: instant,
  last_request_timestamp: instant.nullable(),
  num_requests: count,
  num_none_requests: count,
  num_failures: count,
  total_content_length: z.number().min(0).max(1e15),
  response_times: z.record(z.string().regex(/^\d{1,8}(?:\.0)?$/), count),
  num_reqs_per_sec: bySecond,
  num_fail_per_sec: bySecond,
});
const statistics = z.array(entry).max(10_000);
type Entry = z.output<typeof entry>;

/** A message of a failure, and how often it was seen. */
export interface Occurrence {
  readonly message: string;
  readonly count: number;
}

/** What a run came to by its statistics. */
export type Stated = Pick<
  LoadResult,
  | 'elapsed'
  | 'counts'
  | 'latency'
  | 'requests'
  | 'statuses'
  | 'errors'
  | 'bodyBytes'
  | 'timeline'
  | 'arrivals'
>;

/** Reads `--json-file`; `messages` are as many as Locust had written down. @throws Untrue for anything that cannot be */
export function statedBy(text: string, messages: readonly Occurrence[], users: number): Stated {
  const entries = entriesOf(text).slice(0, NAMES_MAX);
  const failures = sum(entries.map((each) => each.num_failures));
  const whole = createHistogram();
  const requests = entries.map((each) => {
    const latency = histogramOf(each);
    whole.add(latency);
    const name = `${each.method ?? ''} ${each.name}`.trim().slice(0, TEXT_MAX);
    return { name, counts: countsOf([each]), latency: latency.toRecord(ROUNDED) };
  });
  return {
    elapsed: elapsedOf(entries),
    counts: countsOf(entries),
    arrivals: null,
    latency: whole.toRecord(ROUNDED),
    requests,
    statuses: [],
    errors: errorsOf(messages, failures),
    bodyBytes: bytes(Math.round(sum(entries.map((each) => each.total_content_length)))),
    timeline: timelineOf(entries, users),
  };
}

function entriesOf(text: string): readonly Entry[] {
  let value: unknown;
  try {
    value = foreignJson(text, IMPORT_BOUNDS);
  } catch {
    throw new Untrue(phrase('locust-statistics-cut'));
  }
  const parsed = statistics.safeParse(value);
  if (!parsed.success) throw new Untrue(phrase('locust-statistics-other'));
  for (const each of parsed.data) {
    const { num_requests: all, num_failures: failed, num_none_requests: none } = each;
    if (none > 0) throw new Untrue(phrase('locust-no-times', { name: each.name.slice(0, TEXT_MAX) }));
    const fits = [each.response_times, each.num_reqs_per_sec].every(
      (parts) => sum(Object.values(parts)) === all,
    );
    if (!fits || failed > all || sum(Object.values(each.num_fail_per_sec)) !== failed)
      throw new Untrue(phrase('locust-statistics-counts'));
  }
  return parsed.data.filter((each) => each.num_requests > 0);
}

function histogramOf({ response_times: times }: Entry) {
  const histogram = createHistogram();
  for (const [time, number] of Object.entries(times)) {
    for (let each = 0; each < number; each += 1) histogram.record(micros(1_000 * Number(time)));
  }
  return histogram;
}

/** Statistics do not say how a request failed: an answer of the wrong kind is the usual way. */
function countsOf(entries: readonly Entry[]): Stated['counts'] {
  const sent = sum(entries.map((each) => each.num_requests));
  const httpError = sum(entries.map((each) => each.num_failures));
  return {
    sent,
    ok: sent - httpError,
    httpError,
    connectionError: 0,
    timeout: 0,
    lost: 0,
    inFlight: 0,
    refused: 0,
  };
}

function elapsedOf(entries: readonly Entry[]): Stated['elapsed'] {
  if (entries.length === 0) return millis(0);
  const begin = Math.min(...entries.map((each) => each.start_time));
  const end = Math.max(...entries.map((each) => each.last_request_timestamp ?? 0));
  return millis(Math.max(0, Math.round(1_000 * (end - begin))));
}

/** Messages are written down now and then, the last ones never. */
function errorsOf(messages: readonly Occurrence[], failures: number): readonly Occurrence[] {
  const kept = messages
    .slice(0, ERRORS_MAX - 1)
    .map((each) => ({ ...each, message: each.message.slice(0, TEXT_MAX) }));
  const rest = failures - sum(kept.map((each) => each.count));
  if (rest < 0) throw new Untrue(phrase('locust-failures-many'));
  return rest === 0
    ? kept
    : [...kept, { message: 'failures whose message Locust did not write down', count: rest }];
}

/** Quantiles of a second are not kept. Its last second is as short as it may be, and is left out. */
function timelineOf(entries: readonly Entry[], users: number): Stated['timeline'] {
  const all = entries.flatMap((each) => Object.keys(each.num_reqs_per_sec).map(Number));
  if (all.length === 0) return [];
  const first = Math.min(...all);
  const length = Math.min(Math.max(...all) - first, SECONDS_MAX);
  const at = (key: 'num_reqs_per_sec' | 'num_fail_per_sec', second: number): number =>
    sum(entries.map((each) => each[key][String(first + second)] ?? 0));
  return Array.from({ length }, (_, second) => {
    const failed = at('num_fail_per_sec', second);
    const throughput = perSecond(Math.max(0, at('num_reqs_per_sec', second) - failed));
    return { second, throughput, p50: null, p95: null, errors: perSecond(failed), users };
  });
}

/** A day. */
const SECONDS_MAX = 86_400;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
