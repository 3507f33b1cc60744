/** What holds of every result, whoever measured: numbers are whole and finite, and add up. */
import type { Counts } from '../domain/measurement.ts';
import { fromRecord } from '../stats/histogram.ts';
import type { Foreign, ForeignFile } from './foreign.ts';
import { inconsistent, type Place, truncated } from './refuse.ts';

/** More than a week of load is a mistake in a unit. */
const ELAPSED_MAX = 7 * 86_400_000;

/** The year 5138, in milliseconds since 1970. */
const TIME_MAX = 1e14;

/** The same result. @throws Failure code `import-inconsistent` or `import-truncated` */
export function checked(foreign: Foreign, file: ForeignFile): Foreign {
  const place = { file: file.name, line: null };
  const { counts, elapsed, statuses, startedAt } = foreign;
  if (counts.sent + counts.refused === 0) throw truncated(place, 'it holds no requests');
  if (!(elapsed > 0 && elapsed <= ELAPSED_MAX)) throw inconsistent(place, `it took ${elapsed} ms`);
  holdCounts(counts, place);
  if (startedAt !== null && !(startedAt >= 0 && startedAt <= TIME_MAX))
    throw inconsistent(place, 'it began at no time that there is');
  const told = statuses.reduce((sum, { count }) => sum + count, 0);
  if (told > counts.sent) throw inconsistent(place, `${counts.sent} requests have ${told} statuses`);
  holdRequests(foreign, place);
  holdLatencies(foreign, place);
  return foreign;
}

function holdCounts(counts: Counts, place: Place): void {
  for (const [name, value] of Object.entries(counts))
    if (!Number.isSafeInteger(value) || value < 0) throw inconsistent(place, `the count ${name} is ${value}`);
}

function holdRequests({ requests, counts }: Foreign, place: Place): void {
  if (requests.length === 0) return;
  for (const name of ['sent', 'ok', 'refused'] as const) {
    const total = requests.reduce((sum, each) => sum + each.counts[name], 0);
    if (total !== counts[name])
      throw inconsistent(place, `the requests come to ${total}, the whole to ${counts[name]}`);
  }
}

/** No latency is longer than the whole took, but for timeouts and what had begun before. */
function holdLatencies({ latency, told, elapsed, counts }: Foreign, place: Place): void {
  const answers = told?.answers ?? latency.count;
  if (answers > counts.sent) throw inconsistent(place, `${counts.sent} requests have ${answers} latencies`);
  const most = told === null ? fromRecord(latency).max : null;
  const slowest = told === null ? (most ?? 0) / 1_000 : (told.quantiles.at(-1)?.value ?? 0);
  if (slowest > 2 * elapsed + 120_000)
    throw inconsistent(place, `an answer took ${slowest} ms of ${elapsed} ms`);
}
