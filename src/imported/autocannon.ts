/** The JSON of autocannon: counts by status, what was sent, and percentiles in whole milliseconds. */
import type { Counts } from '../domain/measurement.ts';
import { micros, millis } from '../domain/units.ts';
import { createHistogram } from '../stats/histogram.ts';
import { countsOf, type Reader } from './foreign.ts';
import { amount, count, members, own, positive } from './numbers.ts';
import { quantileOf, type Told, toldLatency } from './quantiles.ts';
import { inconsistent, invalid, type Place } from './refuse.ts';
import { sorted } from './tally.ts';
import { wholeJson } from './text.ts';

type Json = Readonly<Record<string, unknown>>;

/** Reads what `autocannon --json` printed. */
export const readAutocannon: Reader = async (file, limits) => {
  const place = { file: file.name, line: null };
  const whole = members(await wholeJson(file, limits), 'the whole', place);
  const classes = classesIn(whole, place);
  const statuses = statusesIn(whole, classes, place);
  const latency = members(own(whole, 'latency'), 'latency', place);
  const counts = countsIn(whole, classes, place);
  return {
    tool: 'autocannon',
    version: '',
    startedAt: startOf(own(whole, 'start'), place),
    elapsed: millis(1_000 * positive(own(whole, 'duration'), 'duration', place)),
    users: count(own(whole, 'connections'), 'connections', place),
    counts,
    latency: createHistogram().toRecord(micros(1_000)),
    told: toldLatency(counts.ok + counts.httpError, quantilesIn(latency, place), place),
    requests: [],
    statuses: sorted(statuses),
    errors: [],
    bodyBytes: null,
    lacks: ['whole-milliseconds', 'failed-latencies', 'timeout-latencies', 'expectations', 'error-kinds'],
  };
};

function startOf(start: unknown, place: Place): number {
  const time = typeof start === 'string' ? Date.parse(start) : Number.NaN;
  if (Number.isFinite(time)) return time;
  throw invalid(place, 'start is no date');
}

/** How many answers there were by the first digit of their status. */
const classesIn = (whole: Json, place: Place): readonly number[] =>
  CLASSES.map((name) => count(own(whole, name), name, place));

const CLASSES = ['1xx', '2xx', '3xx', '4xx', '5xx'] as const;

/** By status, which must come to what is told by class. Releases before 7 do not tell it: it is then empty. */
function statusesIn(whole: Json, classes: readonly number[], place: Place): ReadonlyMap<number, number> {
  const statuses = new Map<number, number>();
  const told = own(whole, 'statusCodeStats');
  if (told === undefined) return statuses;
  for (const [code, value] of Object.entries(members(told, 'statusCodeStats', place))) {
    if (!/^[1-9]\d\d$/.test(code)) throw invalid(place, `a status is ${code}`);
    const each = members(value, `statusCodeStats.${code}`, place);
    statuses.set(Number(code), count(own(each, 'count'), `the number of answers ${code}`, place));
  }
  for (const [index, ofClass] of classes.entries()) {
    const counted = sum(
      [...statuses].flatMap(([code, times]) => (Math.floor(code / 100) === index + 1 ? [times] : [])),
    );
    if (counted !== ofClass)
      throw inconsistent(place, `${CLASSES[index]} is ${ofClass}, its statuses come to ${counted}`);
  }
  return statuses;
}

/**
 * `errors` include the timeouts, `mismatches` are among the answers. Where a service closes its connections, autocannon pairs answers with other requests: it has then
 * sent more than there were answers and connections.
 */
function countsIn(whole: Json, classes: readonly number[], place: Place): Counts {
  const number = (name: string): number => count(own(whole, name), name, place);
  const [errors, timeout, mismatches] = [number('errors'), number('timeouts'), number('mismatches')];
  const requests = members(own(whole, 'requests'), 'requests', place);
  const sent = count(own(requests, 'sent'), 'requests.sent', place);
  const answers = sum(classes);
  const good = (classes[1] ?? 0) + (classes[2] ?? 0);
  const room = number('connections') * Math.max(1, number('pipelining'));
  if (timeout > errors) throw inconsistent(place, 'there are more timeouts than errors');
  if (mismatches > good) throw inconsistent(place, 'there are more mismatches than answers');
  const open = sent - answers - errors;
  if (open > room || (errors === 0 && open < 0))
    throw inconsistent(
      place,
      `it sent ${sent} requests for ${answers} answers and ${errors} errors on ${room} connections (a service that closes its connections makes autocannon do so)`,
    );
  return countsOf({
    ok: good - mismatches,
    httpError: answers - good + mismatches,
    connectionError: errors - timeout,
    timeout,
    inFlight: Math.max(0, open),
  });
}

const quantilesIn = (latency: Json, place: Place): readonly Told[] =>
  Object.entries(latency).flatMap(([name, value]): readonly Told[] => {
    const quantile = name === 'max' ? 1 : /^p\d/.test(name) ? quantileOf(name) : null;
    return quantile === null ? [] : [[quantile, amount(value, `latency.${name}`, place)]];
  });

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
