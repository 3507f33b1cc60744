/** The text of wrk and wrk2: counts, and the quantiles of `--latency`. */
import { micros, millis } from '../domain/units.ts';
import { createHistogram } from '../stats/histogram.ts';
import { countsOf, type Foreign, type Reader } from './foreign.ts';
import { agree, amount, count, positive } from './numbers.ts';
import { quantileOf, type Told, toldLatency } from './quantiles.ts';
import { invalid, type Place, truncated } from './refuse.ts';
import { wholeLines } from './text.ts';

/** What wrk prints a time in, in milliseconds. */
const UNITS: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** The rate and the time have two decimals. */
const STEP = 0.01;

/** Reads what `wrk` or `wrk2` printed. */
export const readWrk: Reader = async (file, limits) => {
  const text = await wholeLines(file, limits);
  const place = { file: file.name, line: null };
  const find = (pattern: RegExp, what: string): readonly string[] => {
    const found = pattern.exec(text);
    if (found === null) throw truncated(place, `${what} is missing`);
    return found;
  };
  const [, connections] = find(
    /^ +\d+ threads? and (\d+) connections?$/m,
    'the line of threads and connections',
  );
  const [, requests, time, unit] = find(
    /^ +(\d+) requests in ([\d.]+)(us|ms|s|m|h), [\d.]+[KMGTP]?B read$/m,
    'the line "… requests in …"',
  );
  const [, rate] = find(/^Requests\/sec: +(\S+)$/m, 'the line "Requests/sec"');
  find(/^Transfer\/sec: +[\d.]+[KMGTP]?B$/m, 'the line "Transfer/sec", which is the last,');
  const answers = count(requests, 'the number of requests', place);
  const factor = UNITS[unit ?? ''] ?? 1;
  const elapsed = positive(time, 'the time', place) * factor;
  agree(
    {
      count: answers,
      rate: amount(rate, 'the rate', place),
      rateStep: STEP,
      seconds: elapsed / 1_000,
      secondsStep: (STEP * factor) / 1_000,
    },
    place,
  );
  const told = quantilesIn(text, place);
  return {
    tool: /Detailed Percentile spectrum|Recorded Latency/.test(text) ? 'wrk2' : 'wrk',
    version: '',
    startedAt: null,
    elapsed: millis(elapsed),
    users: count(connections, 'the number of connections', place),
    counts: countsIn(text, answers, place),
    latency: createHistogram().toRecord(micros(10)),
    told: toldLatency(recordedIn(text, answers, place), told, place),
    requests: [],
    statuses: [],
    errors: [],
    bodyBytes: null,
    lacks: ['failed-latencies', 'timeout-latencies', 'expectations'],
  };
};

/** wrk calls an answer with a status from 400 on an error, and says none of it where there is none. */
function countsIn(text: string, answers: number, place: Place): Foreign['counts'] {
  const sockets = /^ +Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)$/m.exec(text);
  if (sockets === null && /Socket errors/.test(text))
    throw invalid(place, 'the line of socket errors is broken');
  const [refused = 0, read = 0, write = 0, timeout = 0] = (sockets?.slice(1) ?? []).map(Number);
  const failed = /^ +Non-2xx or 3xx responses: (\d+)$/m.exec(text)?.[1];
  if (failed === undefined && /Non-2xx/.test(text))
    throw invalid(place, 'the line of failed answers is broken');
  const httpError = count(failed ?? 0, 'the number of failed answers', place);
  if (httpError > answers) throw invalid(place, 'more answers failed than there were');
  return countsOf({
    ok: answers - httpError,
    httpError,
    connectionError: count(read + write, 'the number of socket errors', place),
    timeout: count(timeout, 'the number of timeouts', place),
    refused: count(refused, 'the number of refused connections', place),
  });
}

/** The short list of `--latency`, and the spectrum of wrk2, which has more digits and of which the usual ones are taken. */
function quantilesIn(text: string, place: Place): readonly Told[] {
  const short = [...text.matchAll(/^ +(\d+(?:\.\d+)?%) +([\d.]+)(us|ms|s|m|h)$/gm)].flatMap(
    ([, name = '', value, unit = '']): readonly Told[] => {
      const quantile = quantileOf(name);
      const factor = UNITS[unit] ?? 1;
      return quantile === null ? [] : [[quantile, amount(value, `the latency of ${name}`, place) * factor]];
    },
  );
  const spectrum = [...text.matchAll(/^ +(\d+\.\d+) +([01]\.\d{6,}) +\d+ +(?:[\d.]+|inf)$/gm)].flatMap(
    ([, value, quantile]): readonly Told[] =>
      WANTED.includes(Number(quantile)) ? [[Number(quantile), amount(value, 'a latency', place)]] : [],
  );
  return [...new Map([...short.filter(([quantile]) => WANTED.includes(quantile)), ...spectrum])];
}

/** Of a spectrum that has a hundred. */
const WANTED = [0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1];

/** wrk2 forgets what it saw while it calibrated itself. */
function recordedIn(text: string, answers: number, place: Place): number {
  const total = /^#\[Max +=.*Total count += +(\d+)\]$/m.exec(text)?.[1];
  return total === undefined ? answers : count(total, 'the number of latencies', place);
}
