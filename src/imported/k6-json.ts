/** The JSON lines of k6 (`--out json=FILE`): a point for each metric of each request. */
import type { Foreign, Reader } from './foreign.ts';
import { amount, count, members, own, textOf } from './numbers.ts';
import { inconsistent, invalid, type Place } from './refuse.ts';
import { createTally, type Ended } from './tally.ts';
import { linesOf } from './text.ts';
import { jsonOf } from './vegeta.ts';

type Json = Readonly<Record<string, unknown>>;

/** k6's numbers of errors: https://grafana.com/docs/k6/latest/javascript-api/error-codes/ */
const TIMEOUTS = ['1050', '1211'];
const REFUSED = ['1212'];

/** Reads every line. A file that was cut off between two lines looks whole, but for the counts of its metrics. */
export const readK6Json: Reader = async (file, limits) => {
  const tally = createTally(0.001);
  const seen = { requests: 0, durations: 0, users: -1 };
  for await (const { first, lines } of linesOf(file, limits)) {
    for (const [index, line] of lines.entries()) {
      // Most lines are of metrics that are not read: a look is quicker than a parse, and every line has to be whole.
      if (line.trim() === '') continue;
      const place = { file: file.name, line: first + index };
      const point = members(jsonOf(line, place), 'the line', place);
      if (own(point, 'type') === 'Point') takePoint(point, { tally, seen, place });
      else if (own(point, 'type') !== 'Metric') throw invalid(place, 'it is neither a Metric nor a Point');
    }
  }
  const place = { file: file.name, line: null };
  if (seen.requests !== seen.durations)
    throw inconsistent(place, `${seen.requests} requests have ${seen.durations} durations: it is not whole`);
  return {
    tool: 'k6',
    version: '',
    ...tally.result(place),
    users: seen.users < 0 ? null : seen.users,
    told: null,
    bodyBytes: null,
    lacks: [],
  } satisfies Foreign;
};

interface Draft {
  readonly tally: ReturnType<typeof createTally>;
  readonly seen: { requests: number; durations: number; users: number };
  readonly place: Place;
}

function takePoint(point: Json, { tally, seen, place }: Draft): void {
  const metric = own(point, 'metric');
  if (metric !== 'http_req_duration' && metric !== 'http_reqs' && metric !== 'vus') return;
  const value = members(own(point, 'data'), 'data', place);
  if (metric === 'http_reqs') seen.requests += count(own(value, 'value'), 'http_reqs', place);
  else if (metric === 'vus') seen.users = Math.max(seen.users, count(own(value, 'value'), 'vus', place));
  else {
    seen.durations += 1;
    tally.add(requestOf(value, place), place);
  }
}

function requestOf(value: Json, place: Place): Ended {
  const tags = members(own(value, 'tags'), 'data.tags', place);
  const text = (name: string): string => textOf(tags, name);
  const latency = amount(own(value, 'value'), 'http_req_duration', place);
  const time = own(value, 'time');
  const end = typeof time === 'string' ? Date.parse(time) : Number.NaN;
  if (!Number.isFinite(end)) throw invalid(place, 'data.time is no date');
  const code = text('status') === '' ? 0 : count(text('status'), 'the tag status', place);
  const status = code >= 100 ? code : null;
  const expected = own(tags, 'expected_response');
  if (expected !== 'true' && expected !== 'false')
    throw invalid(place, 'the tag expected_response is missing (it is one of the system tags of k6)');
  const fate = status === null ? brokenBy(text('error_code')) : expected === 'true' ? 'ok' : 'httpError';
  const message = status === null ? text('error') || `error ${text('error_code')}` : null;
  const name = `${text('method')} ${text('name') || text('url')}`.trim();
  return { name, startedAt: end - latency, latency, place: fate, status, message };
}

function brokenBy(code: string): 'timeout' | 'refused' | 'connectionError' {
  if (TIMEOUTS.includes(code)) return 'timeout';
  return REFUSED.includes(code) ? 'refused' : 'connectionError';
}
