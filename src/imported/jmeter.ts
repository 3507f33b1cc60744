/** The results of JMeter as CSV (JTL): a row for each sample, in whole milliseconds. */
import { placeOf } from './errors.ts';
import type { ForeignFile, Reader } from './foreign.ts';
import { amount, count } from './numbers.ts';
import { invalid, type Place } from './refuse.ts';
import { columnsOf, type Row, rowsOf } from './rows.ts';
import { createTally, type Ended } from './tally.ts';
import { headOf, notThis } from './text.ts';

type Columns = ReturnType<typeof columnsOf>;

const NEEDED = ['timeStamp', 'elapsed', 'label', 'responseCode', 'success'];

/** Reads a JTL file. */
export const readJmeter: Reader = async (file, limits) => {
  if (/^\s*<\?xml|^\s*<testResults/.test(await headOf(file, limits)))
    throw notThis(
      file,
      'is XML, which is not read',
      'Let JMeter write CSV: `jmeter -n -t plan.jmx -l results.jtl -Jjmeter.save.saveservice.output_format=csv`.',
    );
  const tally = createTally(1);
  let columns: Columns | null = null;
  let users: number | null = null;
  for await (const row of rowsOf(file, limits)) {
    if (columns === null) columns = headerOf(row, file);
    else {
      const place = { file: file.name, line: row.line };
      users = mostUsers(users, row, columns, place);
      if (!isSum(row, columns)) tally.add(sampleOf(row, columns, place), place);
    }
  }
  return {
    tool: 'jmeter',
    version: '',
    ...tally.result({ file: file.name, line: null }),
    users,
    told: null,
    bodyBytes: null,
    lacks: ['whole-milliseconds', 'error-kinds'],
  };
};

function headerOf(row: Row, file: ForeignFile): Columns {
  if (/^\d+$/.test(row.fields[0] ?? ''))
    throw notThis(
      file,
      'has no line with the names of the columns',
      'Let JMeter write it: `-Jjmeter.save.saveservice.print_field_names=true`.',
    );
  return columnsOf(row, NEEDED, file);
}

/** A transaction controller's row is the sum of samples that have rows of their own. */
const isSum = (row: Row, { read }: Columns): boolean =>
  read(row, 'responseMessage').startsWith('Number of samples in transaction');

function mostUsers(known: number | null, row: Row, { names, read }: Columns, place: Place): number | null {
  if (!names.includes('allThreads')) return null;
  return Math.max(known ?? 0, count(read(row, 'allThreads'), 'allThreads', place));
}

function sampleOf(row: Row, { read }: Columns, place: Place): Ended {
  const time = read(row, 'timeStamp');
  if (!/^\d{10,15}$/.test(time))
    throw invalid(place, 'timeStamp is not in milliseconds since 1970, as JMeter writes it by default');
  const success = read(row, 'success');
  if (success !== 'true' && success !== 'false') throw invalid(place, 'success is neither true nor false');
  const code = read(row, 'responseCode');
  const status = /^[1-9]\d\d$/.test(code) ? Number(code) : null;
  const words = [code, read(row, 'responseMessage'), read(row, 'failureMessage')].filter(
    (each) => each !== '',
  );
  const good = success === 'true';
  return {
    name: read(row, 'label'),
    startedAt: amount(time, 'timeStamp', place),
    latency: amount(read(row, 'elapsed'), 'elapsed', place),
    place: good ? 'ok' : status === null ? placeOf(words.join(' ')) : 'httpError',
    status,
    message: good ? null : words.join(': '),
  };
}
