/** The overview of a scenario in columns of a terminal: a table, two lines a metric where that is too narrow, or a line for each value. */
import type { Rows } from './tables.ts';
import { fittedTable, padded, textTable, widthOf, wrap } from './terminal-text.ts';
import type { Labels } from './words/words.ts';

/** In front of what belongs to the line above. */
const INDENT = '  ';

/** A metric's cells: as the overview's table has them where something was compared. */
interface Compared {
  readonly name: string;
  readonly reference: string;
  readonly now: string;
  readonly change: string;
  readonly limit: string;
  readonly judgement: string;
}

/** The widest form that reads well. `rows`: an overview's table, headings first. */
export function overviewText(rows: Rows, align: string, labels: Labels, width: number): string {
  const compared = rows.map(comparedOf).filter((row) => row !== null);
  const table = fittedTable(rows, align, width);
  if (compared.length < rows.length) return table?.join('\n') ?? cards(rows, rows[0] ?? [], width);
  const folded = foldedOf(compared, width);
  const forms = [table, folded].filter((form) => form !== null).map((form) => form.join('\n'));
  const [shortest] = forms.toSorted((one, other) => linesOf(one) - linesOf(other));
  return shortest ?? cards(...besides(compared, labels), width);
}

const linesOf = (text: string): number => text.split('\n').length;

function comparedOf(row: readonly string[]): Compared | null {
  const [name, reference, now, change, limit, judgement] = row;
  return name === undefined ||
    reference === undefined ||
    now === undefined ||
    change === undefined ||
    limit === undefined ||
    judgement === undefined
    ? null
    : { name, reference, now, change, limit, judgement };
}

/** Two lines a metric: its values and judgement, and below them its change and limit. Null where that is too wide, too. */
function foldedOf(rows: readonly Compared[], width: number): readonly string[] | null {
  const values = fromTo(rows);
  const above = fittedTable(
    rows.map(({ name, judgement }, index) => [name, values[index] ?? '', judgement]),
    'lll',
    width,
  );
  const below = fittedTable(
    rows.map(({ change, limit }) => [change, limit]),
    'll',
    width - INDENT.length,
  );
  if (above === null || below === null) return null;
  return above.map((line, index) => `${line}\n${indented(below[index] ?? '')}`);
}

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => INDENT + line)
    .join('\n');

/** `8.94 ms → 9.42 ms`, arrows under each other; never broken. */
function fromTo(rows: readonly Compared[]): readonly string[] {
  const width = (cells: readonly string[]): number => Math.max(...cells.map(widthOf));
  const before = width(rows.map(({ reference }) => reference));
  const after = width(rows.map(({ now }) => now));
  return rows.map(({ reference, now }) =>
    `${padded(reference, before, 'r')} → ${padded(now, after, 'r')}`.replaceAll(' ', '\u00a0'),
  );
}

/** The cells of cards, and what stands in front of them: the table's own headings are too long here. */
function besides(
  [headings, ...rows]: readonly Compared[],
  { changeOnly }: Labels,
): readonly [rows: Rows, names: readonly string[]] {
  const values = headings === undefined ? [] : [headings.name, `${headings.reference} → ${headings.now}`];
  const names = [...values, changeOnly, headings?.limit ?? '', ''];
  const cells = rows.map(({ name, reference, now, change, limit, judgement }) => [
    name,
    `${reference} → ${now}`,
    change,
    limit,
    judgement,
  ]);
  return [[names, ...cells], names];
}

/** A metric with its judgement, and a line for each other value, aligned. The judgement is the last cell. */
function cards([, ...rows]: Rows, names: readonly string[], width: number): string {
  const fields = names.slice(1, -1);
  return rows
    .map((row) => {
      const title = wrap(`${row[0] ?? ''}: ${row.at(-1) ?? ''}`, width, INDENT);
      const values = fields.map((name, index) => [name, row[index + 1] ?? '']);
      return `${title}\n${indented(textTable(values, 'll', width - INDENT.length))}`;
    })
    .join('\n');
}
