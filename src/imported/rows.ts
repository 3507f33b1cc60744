/** Rows of CSV, one at a time, with the lines they stand on. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type { ForeignFile, ReadLimits } from './foreign.ts';
import { invalid, truncated } from './refuse.ts';
import { decoded } from './text.ts';

/** The longest row: a message with a stack trace, a body in base64. */
const ROW_MAX = 4 * 1024 * 1024;

/** A row and the line on which it ends. */
export interface Row {
  readonly fields: readonly string[];
  readonly line: number;
}

/**
 * The rows of a file in constant memory, each with as many fields as the first.
 * @throws Failure for broken quotes, a row of another length or a file that does not end with its line
 */
export async function* rowsOf(file: ForeignFile, limits: ReadLimits): AsyncGenerator<Row> {
  const parser = parse({ info: true, max_record_size: ROW_MAX, skip_empty_lines: true });
  let last = '';
  async function* text(): AsyncGenerator<string> {
    for await (const piece of decoded(file, limits)) {
      last = piece.at(-1) ?? last;
      if (piece !== '') yield piece;
    }
  }
  const fed = pipeline(Readable.from(text()), parser);
  // It fails where the rows are read, too, and is waited for below.
  fed.catch(() => undefined);
  let line = 0;
  try {
    for await (const row of parser) {
      const { info, record }: { info: { lines: number }; record: string[] } = row;
      line = info.lines;
      yield { fields: record, line };
    }
    await fed;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw invalid({ file: file.name, line: line + 1 }, `it is no CSV (${error.message})`);
  }
  if (line === 0) throw truncated({ file: file.name, line: null }, 'it is empty');
  if (last !== '\n' && last !== '\r')
    throw truncated({ file: file.name, line }, 'its last line does not end');
}

/** The fields of a row by the names of the first. @throws Failure when one that is needed is not there */
export function columnsOf(header: Row, needed: readonly string[], file: ForeignFile) {
  const places = new Map(header.fields.map((name, index) => [name.trim(), index]));
  const missing = needed.filter((name) => !places.has(name));
  if (missing.length > 0)
    throw invalid({ file: file.name, line: 1 }, `the columns ${missing.join(', ')} are missing`);
  return {
    names: [...places.keys()],
    read: (row: Row, name: string): string => row.fields[places.get(name) ?? -1] ?? '',
  };
}
