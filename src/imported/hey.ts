/** The text of hey: counts by status and by error, and its latency distribution. */
import type { Slice } from '../domain/measurement.ts';
import { micros, millis } from '../domain/units.ts';
import { createHistogram } from '../stats/histogram.ts';
import { frequent, note, placeOf } from './errors.ts';
import { countsOf, type Foreign, type Reader } from './foreign.ts';
import { agree, amount, count, positive } from './numbers.ts';
import { quantileOf, type Told, toldLatency } from './quantiles.ts';
import { inconsistent, type Place, truncated } from './refuse.ts';
import { notThis, wholeLines } from './text.ts';

/** Time and rate have four decimals. */
const STEP = 0.0001;
/** hey prints tenths of a millisecond. */
const RESOLUTION = micros(100);
const FAILED_FROM = 400;

/** Reads what `hey` printed. */
export const readHey: Reader = async (file, limits) => {
  const text = await wholeLines(file, limits);
  const place = { file: file.name, line: null };
  if (text.startsWith('response-time,'))
    throw notThis(file, 'is what `hey -o csv` writes, which is not read', 'Run hey without -o.');
  const value = (name: string): string => {
    const found = new RegExp(String.raw`^ +${name}:\s+(\S+)(?: secs)?$`, 'm').exec(text)?.[1];
    if (found === undefined) throw truncated(place, `the line "${name}" is missing`);
    return found;
  };
  const seconds = positive(value('Total'), 'the time', place);
  const rate = amount(value('Requests/sec'), 'the rate', place);
  const statuses = statusesIn(text, place);
  const errors = errorsIn(text, place);
  if (statuses.length === 0 && errors.size === 0)
    throw truncated(place, 'neither statuses nor errors are told');
  const answers = sum(statuses.map((each) => each.count));
  const all = answers + sum([...errors.values()]);
  agree({ count: all, rate, rateStep: STEP, seconds, secondsStep: STEP }, place);
  return {
    tool: 'hey',
    version: '',
    startedAt: null,
    elapsed: millis(1_000 * seconds),
    users: null,
    counts: countsIn(statuses, errors),
    latency: createHistogram().toRecord(RESOLUTION),
    told: toldLatency(answers, quantilesIn(text, answers, place), place),
    requests: [],
    statuses,
    errors: frequent(errors),
    bodyBytes: null,
    lacks: ['failed-latencies', 'timeout-latencies', 'expectations', 'error-kinds'],
  };
};

function countsIn(statuses: Slice['statuses'], errors: ReadonlyMap<string, number>): Foreign['counts'] {
  const parts = { ok: 0, httpError: 0, connectionError: 0, timeout: 0, refused: 0, inFlight: 0 };
  for (const each of statuses) parts[each.status < FAILED_FROM ? 'ok' : 'httpError'] += each.count;
  for (const [message, times] of errors) parts[placeOf(message)] += times;
  return countsOf(parts);
}

function statusesIn(text: string, place: Place): Slice['statuses'] {
  const part = /^Status code distribution:\n((?: +\[.*\n?)*)/m.exec(text)?.[1] ?? '';
  return part
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const found = /^ +\[(\d{3})\]\s+(\d+) responses$/.exec(line);
      if (found === null) throw truncated(place, 'the status codes are not whole');
      return { status: Number(found[1]), count: count(found[2], 'a number of answers', place) };
    });
}

function errorsIn(text: string, place: Place): ReadonlyMap<string, number> {
  const errors = new Map<string, number>();
  const part = /^Error distribution:\n((?: +\[.*\n?)*)/m.exec(text)?.[1] ?? '';
  for (const line of part.split('\n').filter((each) => each.trim() !== '')) {
    const found = /^ +\[(\d+)\]\s+(.*)$/.exec(line);
    if (found === null) throw truncated(place, 'the errors are not whole');
    note(errors, found[2] ?? '', count(found[1], 'a number of errors', place));
  }
  return errors;
}

/** Version 0.1.5 prints the sign twice: `95%% in 0.0140 secs`. */
function quantilesIn(text: string, answers: number, place: Place): readonly Told[] {
  const rows = [...text.matchAll(/^ +(\d+)%%? in (\S+) secs$/gm)].flatMap(
    ([, percent = '', value]): readonly Told[] => {
      const quantile = quantileOf(`${percent}%`);
      // Where there are too few answers for a quantile, hey prints 0.
      const latency = 1_000 * amount(value, `the latency of ${percent} %`, place);
      return quantile === null || latency === 0 ? [] : [[quantile, latency]];
    },
  );
  const slowest = /^ +Slowest:\s+(\S+) secs$/m.exec(text)?.[1];
  if (answers === 0) return [];
  if (slowest === undefined) throw inconsistent(place, 'there are answers, and no slowest one');
  return [...rows, [1, 1_000 * amount(slowest, 'the slowest answer', place)]];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
