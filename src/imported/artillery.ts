/** The JSON report of Artillery 2: counters by name, and a summary of the response times. */
import { micros, millis } from '../domain/units.ts';
import { createHistogram } from '../stats/histogram.ts';
import { frequent, note, placeOf } from './errors.ts';
import { countsOf, type Foreign, type Reader } from './foreign.ts';
import { amount, count, members, own } from './numbers.ts';
import { quantileOf, type Told, toldLatency } from './quantiles.ts';
import { inconsistent, type Place } from './refuse.ts';
import { sorted } from './tally.ts';
import { notThis, wholeJson } from './text.ts';

type Json = Readonly<Record<string, unknown>>;

const FAILED_FROM = 400;

/** Reads what `artillery run --output FILE` wrote. */
export const readArtillery: Reader = async (file, limits) => {
  const place = { file: file.name, line: null };
  const whole = members(await wholeJson(file, limits), 'the whole', place);
  const aggregate = members(own(whole, 'aggregate'), 'aggregate', place);
  if (own(aggregate, 'counters') === undefined || own(aggregate, 'latency') !== undefined)
    throw notThis(file, 'is a report of Artillery 1, which is not read', 'Use Artillery 2.');
  const counters = members(own(aggregate, 'counters'), 'aggregate.counters', place);
  const begin = count(own(aggregate, 'firstMetricAt'), 'aggregate.firstMetricAt', place);
  const end = count(own(aggregate, 'lastMetricAt'), 'aggregate.lastMetricAt', place);
  if (end <= begin) throw inconsistent(place, 'it ends before it begins');
  const summaries = members(own(aggregate, 'summaries'), 'aggregate.summaries', place);
  const { counts, statuses, errors } = countedIn(counters, place);
  return {
    tool: 'artillery',
    version: '',
    startedAt: begin,
    elapsed: millis(end - begin),
    users: null,
    counts,
    latency: createHistogram().toRecord(micros(100)),
    told: quantilesIn(summaries, counts.ok + counts.httpError, place),
    requests: [],
    statuses,
    errors,
    bodyBytes: null,
    lacks: ['sketched', 'failed-latencies', 'timeout-latencies', 'expectations', 'error-kinds'],
  };
};

/** An answer from which something could not be captured, or that did not match, is an answer and an error: a failed one. */
function countedIn(counters: Json, place: Place): Pick<Foreign, 'counts' | 'statuses' | 'errors'> {
  const statuses = new Map<number, number>();
  const errors = new Map<string, number>();
  const parts = { ok: 0, httpError: 0, connectionError: 0, timeout: 0, refused: 0, inFlight: 0 };
  let unmatched = 0;
  for (const [name, value] of Object.entries(counters)) {
    const status = /^http\.codes\.([1-9]\d\d)$/.exec(name)?.[1];
    const error = /^errors\.(.*)$/s.exec(name)?.[1];
    if (status === undefined && error === undefined) continue;
    const times = count(value, name, place);
    if (status !== undefined) {
      statuses.set(Number(status), times);
      parts[Number(status) < FAILED_FROM ? 'ok' : 'httpError'] += times;
    } else if (error !== undefined) {
      note(errors, error, times);
      if (/^Failed capture/i.test(error)) unmatched += times;
      else parts[placeOf(error)] += times;
    }
  }
  const failed = Math.min(unmatched, parts.ok);
  parts.ok -= failed;
  parts.httpError += failed;
  const answers = parts.ok + parts.httpError;
  const responses = count(own(counters, 'http.responses') ?? 0, 'http.responses', place);
  if (answers !== responses) throw inconsistent(place, `${responses} responses have ${answers} statuses`);
  const requests = count(own(counters, 'http.requests'), 'http.requests', place);
  const open = requests - answers - parts.connectionError - parts.timeout - parts.refused;
  if (open < 0) throw inconsistent(place, 'there are more answers and errors than requests');
  return {
    counts: countsOf({ ...parts, inFlight: open }),
    statuses: sorted(statuses),
    errors: frequent(errors),
  };
}

function quantilesIn(summaries: Json, answers: number, place: Place): Foreign['told'] {
  const told = own(summaries, 'http.response_time');
  if (told === undefined && answers === 0) return toldLatency(0, [], place);
  const summary = members(told, 'the summary http.response_time', place);
  const backed = count(own(summary, 'count'), 'http.response_time.count', place);
  if (backed !== answers) throw inconsistent(place, `${answers} answers have ${backed} response times`);
  const rows = Object.entries(summary).flatMap(([name, value]): readonly Told[] => {
    const quantile =
      name === 'max' ? 1 : name === 'p999' ? 0.999 : /^p\d/.test(name) ? quantileOf(name) : null;
    return quantile === null ? [] : [[quantile, amount(value, `http.response_time.${name}`, place)]];
  });
  return toldLatency(answers, rows, place);
}
