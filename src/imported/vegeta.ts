/** vegeta: its report as JSON, and every result as `vegeta encode` writes them in JSON lines or CSV. */
import { foreignJson } from '../domain/foreign-json.ts';
import { bytes, micros, millis } from '../domain/units.ts';
import { createHistogram } from '../stats/histogram.ts';
import { placeOf } from './errors.ts';
import { countsOf, type Foreign, type ForeignFile, type Reader, type ReadLimits } from './foreign.ts';
import { agree, amount, count, members, own, positive, textOf } from './numbers.ts';
import { type Told, toldLatency } from './quantiles.ts';
import { inconsistent, invalid, type Place } from './refuse.ts';
import { rowsOf } from './rows.ts';
import { createTally, type Ended, sorted, type Tally } from './tally.ts';
import { headOf, linesOf, notThis, wholeJson } from './text.ts';

/** Nanoseconds a millisecond. */
const NANOS = 1e6;
const FAILED_FROM = 400;
const FORMS = 'Give `vegeta report -type=json`, `vegeta encode --to json` or `vegeta encode --to csv`.';

/** Reads one of the three forms. */
export const readVegeta: Reader = async (file, limits) => {
  const head = (await headOf(file, limits)).trimStart();
  if (head.startsWith('{"latencies"') || /^\{\s*"latencies"/.test(head)) return await reportOf(file, limits);
  if (head.startsWith('{')) return await resultsOf(file, limits, fromLines);
  if (/^\d{16,20},\d{1,3},\d+,/.test(head)) return await resultsOf(file, limits, fromRows);
  throw notThis(file, 'is none of the forms of vegeta that are read', FORMS);
};

const EACH = { tool: 'vegeta', version: '', users: null } as const;

async function reportOf(file: ForeignFile, limits: ReadLimits): Promise<Foreign> {
  const place = { file: file.name, line: null };
  const whole = members(await wholeJson(file, limits), 'the whole', place);
  const number = (name: string): number => count(own(whole, name), name, place);
  const codes = members(own(whole, 'status_codes'), 'status_codes', place);
  const parts = { ok: 0, httpError: 0, connectionError: 0 };
  const statuses = new Map<number, number>();
  for (const [code, value] of Object.entries(codes)) {
    if (!/^(?:0|[1-9]\d\d)$/.test(code)) throw invalid(place, `a status is ${code}`);
    const times = count(value, `status_codes.${code}`, place);
    if (code === '0') parts.connectionError += times;
    else {
      statuses.set(Number(code), times);
      parts[Number(code) < FAILED_FROM ? 'ok' : 'httpError'] += times;
    }
  }
  const requests = number('requests');
  if (requests !== parts.ok + parts.httpError + parts.connectionError)
    throw inconsistent(place, `${requests} requests do not have as many status codes`);
  const attack = number('duration') / NANOS;
  const rate = amount(own(whole, 'rate'), 'rate', place);
  if (attack > 0)
    agree({ count: requests, rate, rateStep: 0, seconds: attack / 1_000, secondsStep: 0 }, place);
  const received = members(own(whole, 'bytes_in'), 'bytes_in', place);
  return {
    ...EACH,
    startedAt: timeOf(own(whole, 'earliest'), place),
    elapsed: millis(positive(attack + number('wait') / NANOS, 'the duration', place)),
    counts: countsOf(parts),
    latency: createHistogram().toRecord(micros(1)),
    told: toldLatency(requests, quantilesIn(own(whole, 'latencies'), place), place),
    requests: [],
    statuses: sorted(statuses),
    errors: [],
    bodyBytes: bytes(count(own(received, 'total'), 'bytes_in.total', place)),
    lacks: ['failed-latencies', 'expectations', 'error-kinds'],
  };
}

function timeOf(value: unknown, place: Place): number {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isFinite(time)) return time;
  throw invalid(place, 'a time is no date');
}

function quantilesIn(value: unknown, place: Place): readonly Told[] {
  const told = members(value, 'latencies', place);
  const names = { '50th': 0.5, '90th': 0.9, '95th': 0.95, '99th': 0.99, max: 1 } as const;
  return Object.entries(names).flatMap(([name, quantile]): readonly Told[] => {
    const latency = own(told, name);
    return latency === undefined ? [] : [[quantile, amount(latency, `latencies.${name}`, place) / NANOS]];
  });
}

/** Adds every result of a file. */
type Feed = (file: ForeignFile, limits: ReadLimits, tally: Tally) => Promise<void>;

async function resultsOf(file: ForeignFile, limits: ReadLimits, feed: Feed): Promise<Foreign> {
  const tally = createTally(0.001);
  await feed(file, limits, tally);
  return {
    ...EACH,
    ...tally.result({ file: file.name, line: null }),
    told: null,
    bodyBytes: null,
    lacks: ['expectations', 'error-kinds'],
  };
}

const fromLines: Feed = async (file, limits, tally) => {
  for await (const { first, lines } of linesOf(file, limits)) {
    for (const [index, line] of lines.entries()) {
      if (line.trim() === '') continue;
      const place = { file: file.name, line: first + index };
      tally.add(ofJson(line, place), place);
    }
  }
};

function ofJson(line: string, place: Place): Ended {
  const result = members(jsonOf(line, place), 'the line', place);
  const text = (name: string): string => textOf(result, name);
  return endedOf({
    name: `${text('method')} ${text('url')}`,
    startedAt: timeOf(own(result, 'timestamp'), place),
    latency: amount(own(result, 'latency'), 'latency', place) / NANOS,
    code: count(own(result, 'code'), 'code', place),
    error: text('error'),
  });
}

/** The value of one line. @throws Failure when it is no JSON */
export function jsonOf(line: string, place: Place): unknown {
  try {
    return foreignJson(line);
  } catch (error) {
    throw invalid(place, `it is no JSON (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** Columns: timestamp, code, latency, bytes out and in, error, body, attack, number, method, URL, headers. */
const fromRows: Feed = async (file, limits, tally) => {
  for await (const { fields, line } of rowsOf(file, limits)) {
    const place = { file: file.name, line };
    if (fields.length !== 12) throw invalid(place, `it has ${fields.length} columns, not 12`);
    const [time, code, latency, , , error = '', , , , method = '', url = ''] = fields;
    const request = {
      name: `${method} ${url}`,
      startedAt: amount(time, 'the time', place) / NANOS,
      latency: amount(latency, 'the latency', place) / NANOS,
      code: count(code, 'the status', place),
      error,
    };
    tally.add(endedOf(request), place);
  }
};

type Result = Pick<Ended, 'name' | 'startedAt' | 'latency'> & {
  readonly code: number;
  readonly error: string;
};

function endedOf({ name, startedAt, latency, code, error }: Result): Ended {
  const answered = code >= 100;
  const place = answered ? (code < FAILED_FROM ? 'ok' : 'httpError') : placeOf(error);
  const message = place === 'ok' || error === '' ? null : error;
  return { name, startedAt, latency, place, status: answered ? code : null, message };
}
