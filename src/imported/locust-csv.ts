/** The statistics of Locust as `--csv PREFIX` writes them: `PREFIX_stats.csv`. */
import type { RequestCounts } from '../domain/measurement.ts';
import { micros, millis } from '../domain/units.ts';
import { createHistogram } from '../stats/histogram.ts';
import { countsOf, type Foreign, type ForeignFile, type Reader } from './foreign.ts';
import { amount, count, positive } from './numbers.ts';
import { quantileOf, type Told, toldLatency } from './quantiles.ts';
import { inconsistent, type Place, truncated } from './refuse.ts';
import { columnsOf, rowsOf } from './rows.ts';
import { notThis } from './text.ts';

type Columns = ReturnType<typeof columnsOf>;
type Row = Parameters<Columns['read']>[0];

const NEEDED = ['Type', 'Name', 'Request Count', 'Failure Count', 'Requests/s', '50%', '95%'];
const REQUESTS_MAX = 1_000;

/** What stands in a row. */
interface Entry {
  readonly aggregated: boolean;
  readonly rate: number;
  readonly request: RequestCounts & { readonly told: NonNullable<Foreign['told']> };
}

/** Reads `PREFIX_stats.csv`. */
export const readLocustCsv: Reader = async (file, limits) => {
  const place = { file: file.name, line: null };
  const entries: Entry[] = [];
  let columns: Columns | null = null;
  for await (const row of rowsOf(file, limits)) {
    if (columns === null) columns = headerOf(row, file);
    else if (entries.length > REQUESTS_MAX)
      throw inconsistent(place, `it has more than ${REQUESTS_MAX} rows`);
    else entries.push(entryOf(row, columns, { file: file.name, line: row.line }));
  }
  const all = entries.at(-1);
  if (all === undefined || !all.aggregated)
    throw truncated(place, 'the row "Aggregated", which is the last, is missing');
  const requests = entries.slice(0, -1).map(({ request }) => request);
  const { counts, told } = all.request;
  for (const name of ['sent', 'ok'] as const) {
    const total = requests.reduce((sum, each) => sum + each.counts[name], 0);
    if (total !== counts[name])
      throw inconsistent(place, `the rows come to ${total}, not to ${counts[name]}, requests`);
  }
  return {
    tool: 'locust',
    version: '',
    startedAt: null,
    elapsed: millis((1_000 * counts.sent) / positive(all.rate, 'Requests/s', place)),
    users: null,
    counts,
    latency: empty(),
    told,
    requests,
    statuses: [],
    errors: [],
    bodyBytes: null,
    lacks: ['two-digits', 'failed-latencies', 'timeout-latencies', 'failure-kinds', 'reckoned-duration'],
  };
};

const empty = () => createHistogram().toRecord(micros(1_000));

function headerOf(row: Row, file: ForeignFile): Columns {
  if (row.fields.includes('Timestamp') || row.fields.includes('Occurrences'))
    throw notThis(
      file,
      'is the history or the failures of Locust',
      'Give the file that ends with `_stats.csv`.',
    );
  return columnsOf(row, NEEDED, file);
}

function entryOf(row: Row, { names, read }: Columns, place: Place): Entry {
  const sent = count(read(row, 'Request Count'), 'Request Count', place);
  const failed = count(read(row, 'Failure Count'), 'Failure Count', place);
  if (failed > sent) throw inconsistent(place, 'more requests failed than there were');
  const quantiles = names.flatMap((name): readonly Told[] => {
    const quantile = name.endsWith('%') ? quantileOf(name) : null;
    const value = read(row, name);
    return quantile === null || value === 'N/A' ? [] : [[quantile, amount(value, name, place)]];
  });
  const [type, name] = [read(row, 'Type'), read(row, 'Name')];
  return {
    aggregated: type === '' && name === 'Aggregated',
    rate: amount(read(row, 'Requests/s'), 'Requests/s', place),
    request: {
      name: `${type} ${name}`.trim().slice(0, 500),
      counts: countsOf({ ok: sent - failed, httpError: failed }),
      latency: empty(),
      told: toldLatency(sent, quantiles, place),
    },
  };
}
