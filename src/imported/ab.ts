/** The text of ApacheBench (`ab`): counts, and its table of percentages in whole milliseconds. */
import { bytes, micros, millis } from '../domain/units.ts';
import { createHistogram } from '../stats/histogram.ts';
import { countsOf, type Foreign, type Reader } from './foreign.ts';
import { agree, amount, count, positive } from './numbers.ts';
import { quantileOf, type Told, toldLatency } from './quantiles.ts';
import { inconsistent, invalid, otherForm, type Place, truncated } from './refuse.ts';
import { wholeLines } from './text.ts';

/** The time has three decimals, the rate two. */
const STEPS = { secondsStep: 0.001, rateStep: 0.01 } as const;

/** Reads what `ab` printed. */
export const readAb: Reader = async (file, limits) => {
  const text = await wholeLines(file, limits);
  const place = { file: file.name, line: null };
  const value = (name: string): string => {
    const found = valueOf(text, name);
    if (found === null) throw truncated(place, `the line "${name}" is missing`);
    return found;
  };
  const complete = count(value('Complete requests'), 'the number of requests', place);
  const seconds = positive(value('Time taken for tests'), 'the time', place);
  const rate = amount(value('Requests per second'), 'the rate', place);
  agree({ count: complete, rate, seconds, ...STEPS }, place);
  if (!/^ *100% +\d+ \(longest request\)\s*$/m.test(text))
    throw truncated(place, 'the line of 100 %, which is the last, is missing');
  return {
    tool: 'ab',
    version: /^This is ApacheBench, Version ([\d.]{1,20})/m.exec(text)?.[1] ?? '',
    startedAt: null,
    elapsed: millis(1_000 * seconds),
    users: count(value('Concurrency Level'), 'the concurrency level', place),
    counts: countsIn(text, complete, place),
    latency: createHistogram().toRecord(micros(1_000)),
    told: toldLatency(complete, quantilesIn(text, place), place),
    requests: [],
    statuses: [],
    errors: [],
    bodyBytes: bytes(count(value('HTML transferred'), 'the bytes', place)),
    lacks: ['whole-milliseconds', 'failed-latencies', 'timeout-latencies', 'expectations', 'error-kinds'],
  };
};

const valueOf = (text: string, name: string): string | null =>
  new RegExp(String.raw`^${name}: +(\S+)(?: .*)?$`, 'm').exec(text)?.[1] ?? null;

/**
 * `Failed requests` are told apart in brackets. Those of length are answers with another body than the first one, which ab calls failed, and so do we:
 * `ab -l` is for services whose bodies differ. Of answers that are not 2xx nobody knows whether they are among those of another length.
 */
function countsIn(text: string, complete: number, place: Place): Foreign['counts'] {
  const failed = count(valueOf(text, 'Failed requests'), 'the number of failed requests', place);
  const kinds = /^ +\(Connect: (\d+), Receive: (\d+), Length: (\d+), Exceptions: (\d+)\)$/m.exec(text);
  if (failed > 0 && kinds === null) throw invalid(place, 'the failed requests are not told apart');
  const [refused = 0, received = 0, length = 0, exceptions = 0] = (kinds?.slice(1) ?? []).map(Number);
  if (refused + received + length + exceptions !== failed)
    throw inconsistent(place, 'the kinds of failed requests do not add up');
  const other = count(
    valueOf(text, 'Non-2xx responses') ?? 0,
    'the number of answers that are not 2xx',
    place,
  );
  const connectionError = count(received + exceptions, 'the number of broken connections', place);
  if (length > 0 && other > 0) throw countedTwice(place);
  const httpError = length + other;
  if (connectionError + httpError > complete)
    throw inconsistent(place, 'more requests failed than there were');
  return countsOf({ ok: complete - connectionError - httpError, httpError, connectionError, refused });
}

const countedTwice = (place: Place) =>
  otherForm(
    place,
    'counts some failures twice: answers of another length, and answers that are not 2xx',
    'Run ab with -l, which does not count answers by their length.',
  );

const quantilesIn = (text: string, place: Place): readonly Told[] =>
  [...text.matchAll(/^ +(\d+%) +(\d+)(?: \(longest request\))?$/gm)].flatMap(
    ([, name = '', value]): readonly Told[] => {
      const quantile = quantileOf(name);
      return quantile === null ? [] : [[quantile, amount(value, `the latency of ${name}`, place)]];
    },
  );
