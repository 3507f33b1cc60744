/** The JSON of oha: counts by status and by error, and percentiles in seconds. */
import { bytes, micros, millis } from '../domain/units.ts';
import { createHistogram } from '../stats/histogram.ts';
import { frequent, note, placeOf } from './errors.ts';
import { countsOf, type Reader } from './foreign.ts';
import { agree, amount, count, members, own, positive } from './numbers.ts';
import { quantileOf, type Told, toldLatency } from './quantiles.ts';
import { invalid, type Place } from './refuse.ts';
import { sorted } from './tally.ts';
import { wholeJson } from './text.ts';

/** Its numbers are not rounded. */
const EXACT = { secondsStep: 0, rateStep: 0 } as const;
const FAILED_FROM = 400;

/** Reads what `oha --output-format json` (before: `--json`) printed. */
export const readOha: Reader = async (file, limits) => {
  const place = { file: file.name, line: null };
  const whole = members(await wholeJson(file, limits), 'the whole', place);
  const summary = members(own(whole, 'summary'), 'summary', place);
  const seconds = positive(own(summary, 'total'), 'summary.total', place);
  const statuses = new Map<number, number>();
  const errors = new Map<string, number>();
  const parts = { ok: 0, httpError: 0, connectionError: 0, timeout: 0, refused: 0, inFlight: 0 };
  const codes = members(own(whole, 'statusCodeDistribution'), 'statusCodeDistribution', place);
  for (const [code, value] of Object.entries(codes)) {
    if (!/^[1-9]\d\d$/.test(code)) throw invalid(place, `a status is ${code}`);
    const times = count(value, `the number of answers ${code}`, place);
    statuses.set(Number(code), times);
    parts[Number(code) < FAILED_FROM ? 'ok' : 'httpError'] += times;
  }
  const broken = members(own(whole, 'errorDistribution'), 'errorDistribution', place);
  for (const [message, value] of Object.entries(broken)) {
    const times = count(value, 'a number of errors', place);
    parts[placeOf(message)] += times;
    if (placeOf(message) !== 'inFlight') note(errors, message, times);
  }
  const answers = parts.ok + parts.httpError;
  const rate = amount(own(summary, 'requestsPerSec'), 'summary.requestsPerSec', place);
  // The rate may or may not include what broke off and what was still under way: it lies between the two.
  const most = answers + parts.connectionError + parts.timeout + parts.refused + parts.inFlight;
  const counted = Math.min(Math.max(rate * seconds, answers), most);
  agree({ count: Math.round(counted), rate, seconds, ...EXACT }, place);
  return {
    tool: 'oha',
    version: '',
    startedAt: null,
    elapsed: millis(1_000 * seconds),
    users: null,
    counts: countsOf(parts),
    latency: createHistogram().toRecord(micros(1)),
    told: toldLatency(answers, quantilesIn(whole, summary, place), place),
    requests: [],
    statuses: sorted(statuses),
    errors: frequent(errors),
    bodyBytes: bytes(count(own(summary, 'totalData'), 'summary.totalData', place)),
    lacks: ['failed-latencies', 'timeout-latencies', 'expectations', 'error-kinds'],
  };
};

function quantilesIn(
  whole: Readonly<Record<string, unknown>>,
  summary: Readonly<Record<string, unknown>>,
  place: Place,
): readonly Told[] {
  const told = members(own(whole, 'latencyPercentiles'), 'latencyPercentiles', place);
  const rows = Object.entries(told).flatMap(([name, value]): readonly Told[] => {
    const quantile = quantileOf(name);
    // Without an answer there is no value.
    return quantile === null || value === null
      ? []
      : [[quantile, 1_000 * amount(value, `the latency ${name}`, place)]];
  });
  const slowest = own(summary, 'slowest');
  return slowest === null ? rows : [...rows, [1, 1_000 * amount(slowest, 'summary.slowest', place)]];
}
