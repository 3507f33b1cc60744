/** Data files: CSV with a header line, or a JSON list of objects, as rows of text. */
import { type Phrase, phrase } from '../domain/phrase.ts';
import { clean } from './problems.ts';
import { isReservedName } from './tree.ts';

/** A data file, read. Every row has every column. */
export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** Rows of data files by the path the config names; null for a file that could not be read (said elsewhere). */
export type DataFiles = ReadonlyMap<string, Rows | null>;

/** Largest data file in bytes. */
export const DATA_BYTES_MAX = 8 * 1024 * 1024;
const ROWS_MAX = 100_000;
const COLUMNS_MAX = 100;

/** Reads the text of a data file by the ending of its name. The failure's text continues "it …". */
export async function readRows(path: string, text: string): Promise<Rows | { readonly why: Phrase }> {
  if (text.includes('\uFFFD') || text.includes('\0')) return { why: phrase('rows-not-utf8') };
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const table = path.toLowerCase().endsWith('.json') ? readJson(plain) : await readCsv(plain);
  return 'why' in table ? table : checkTable(table);
}

interface Table {
  readonly columns: readonly string[];
  readonly cells: readonly (readonly string[])[];
}

async function readCsv(text: string): Promise<Table | { readonly why: Phrase }> {
  // Loaded when a config has a CSV file, which most have not: the program starts faster.
  const { CsvError, parse } = await import('csv-parse/sync');
  try {
    const [columns = [], ...cells] = parse(text, {
      skip_empty_lines: true,
      to: ROWS_MAX + 2,
      max_record_size: 1024 * 1024,
    });
    return { columns, cells };
  } catch (error) {
    if (error instanceof CsvError)
      return { why: phrase('rows-not-csv', { error: clean(error.message.slice(0, 200)) }) };
    throw error;
  }
}

function readJson(text: string): Table | { readonly why: Phrase } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return {
      why: phrase('rows-not-json', {
        error: clean(String(error instanceof Error ? error.message : error).slice(0, 200)),
      }),
    };
  }
  if (!Array.isArray(value) || !value.every(isRecord)) return { why: phrase('rows-not-list') };
  const columns = Object.keys(value[0] ?? {});
  const cells: string[][] = [];
  for (const [index, row] of value.entries()) {
    const odd =
      Object.keys(row).find((key) => !columns.includes(key)) ??
      columns.find((column) => !Object.hasOwn(row, column));
    if (odd !== undefined)
      return {
        why: phrase('rows-uneven', { key: clean(odd.slice(0, 60)), row: index + 1 }),
      };
    const bad = columns.find((column) => cellOf(row[column]) === null);
    if (bad !== undefined)
      return {
        why: phrase('rows-no-value', { key: clean(bad.slice(0, 60)), row: index + 1 }),
      };
    cells.push(columns.map((column) => cellOf(row[column]) ?? ''));
  }
  return { columns, cells };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A cell as text; null for what has no one text: lists, objects, null, numbers that JSON could not hold exactly. */
function cellOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? null : String(value);
}

function checkTable({ columns, cells }: Table): Rows | { readonly why: Phrase } {
  if (columns.length === 0 || cells.length === 0) return { why: phrase('rows-none') };
  if (cells.length > ROWS_MAX) return { why: phrase('rows-too-many', { max: ROWS_MAX }) };
  if (columns.length > COLUMNS_MAX) return { why: phrase('rows-too-wide', { max: COLUMNS_MAX }) };
  const bad = columns.find(
    (column) => !/^[^{}\p{Cc}]{1,100}$/u.test(column) || column.trim() !== column || isReservedName(column),
  );
  if (bad !== undefined) return { why: phrase('rows-bad-column', { name: clean(bad.slice(0, 60)) }) };
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice !== undefined) return { why: phrase('rows-twice', { name: clean(twice) }) };
  return {
    columns,
    rows: cells.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? '']))),
  };
}
