/** Text in columns of a terminal: how wide it is, wrapped, and in tables. */
import { stripVTControlCharacters } from 'node:util';
import type { Rows } from './tables.ts';

/** Narrower than this nothing can be laid out. */
export const WIDTH_MIN = 40;
/** Longer lines are hard to read, however wide the terminal is. */
const WIDTH_MAX = 120;

/** Columns that text takes in a terminal of this width. */
export const textWidth = (columns: number): number => Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, columns));

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Characters that take two columns (Unicode's East Asian Wide and Fullwidth blocks, and emoji). */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{16fe0}-\u{18aff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const COMBINING = /^[\p{Mark}\p{Cf}]+$/u;

/** Columns that a text takes; colours take none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(stripVTControlCharacters(text))) {
    if (WIDE.test(segment)) width += 2;
    else if (!COMBINING.test(segment)) width += 1;
  }
  return width;
}

/** At most `width` columns of a plain text; what was cut off leaves an ellipsis. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (widthOf(kept + segment) > width - 1) break;
    kept += segment;
  }
  return width < 1 ? '' : `${kept.trimEnd()}…`;
}

/** Breaks at spaces, never inside a number and its unit; a word that is longer than a line is broken anywhere. Later lines begin with `indent`. */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => broken(each, width - widthOf(indent)))) {
    const start = lines.length === 0 ? '' : indent;
    if (line !== '' && widthOf(`${start}${line} ${word}`) > width) {
      lines.push(`${start}${line}`);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(`${lines.length === 0 ? '' : indent}${line}`);
  return lines.join('\n');
}

/** A colour goes on where a word is broken. */
function broken(word: string, width: number): readonly string[] {
  if (widthOf(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const part of partsOf(word)) {
    if (widthOf(piece + part) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += part;
  }
  return [...pieces, piece];
}

// oxlint-disable-next-line no-control-regex
const COLOUR = /(\u001b\[[\d;]*m)/u;

/** What must not be broken: characters as they are seen, and what turns colours on and off. */
const partsOf = (word: string): readonly string[] =>
  word
    .split(COLOUR)
    .flatMap((part) =>
      COLOUR.test(part) ? [part] : Array.from(graphemes.segment(part), ({ segment }) => segment),
    );

/** Spaces between columns; fewer where there is no room for more. */
const GAPS = [2, 1] as const;

/** A column need not be as wide as words without a space: names can be broken anywhere. */
const WORD_MAX = 14;

/**
 * A table with aligned columns (one letter a column: l or r). Where it is too wide, cells are broken into lines, between words; where that is not enough, it becomes one
 * paragraph a row with the headings in it.
 */
export function textTable(rows: Rows, align: string, width: number): string {
  return fittedTable(rows, align, width)?.join('\n') ?? records(rows, width);
}

/** The same as one text a row, each of one or more lines; null where the table is too wide whatever is broken. */
export function fittedTable(rows: Rows, align: string, width: number): readonly string[] | null {
  const columns = (rows[0] ?? []).map((_, column) => columnOf(rows.map((row) => row[column] ?? '')));
  const gap = GAPS.find((each) => sumOf(columns.map(({ least }) => least)) <= roomFor(columns, each, width));
  if (gap === undefined) return null;
  const widths = narrowed(columns, roomFor(columns, gap, width));
  const cells = rows.map((row) =>
    row.map((cell, column) => {
      const room = widths[column] ?? 0;
      return widthOf(cell) <= room ? cell : wrapCell(cell, room);
    }),
  );
  return layOut(cells, { widths, align, gap: ' '.repeat(gap) });
}

/** Without the gaps. */
const roomFor = ({ length }: readonly unknown[], gap: number, width: number): number =>
  width - gap * (length - 1);

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** What a column asks for. */
interface Column {
  readonly natural: number;
  /** Without breaking a number from its unit. */
  readonly least: number;
  /** Lines of each row's cell at a width. */
  readonly heights: (width: number) => readonly number[];
}

function columnOf(cells: readonly string[]): Column {
  const known = new Map<number, readonly number[]>();
  const words = cells.flatMap((cell) => cell.split(' '));
  return {
    natural: Math.max(...cells.map(widthOf)),
    least: Math.max(
      ...words.map((word) => (word.includes('\u00a0') ? widthOf(word) : Math.min(WORD_MAX, widthOf(word)))),
    ),
    heights(width) {
      const heights = known.get(width) ?? cells.map((cell) => wrap(cell, width).split('\n').length);
      known.set(width, heights);
      return heights;
    },
  };
}

/** Takes column after column from where it costs the fewest lines, from the widest among those, until the table fits. */
function narrowed(columns: readonly Column[], room: number): readonly number[] {
  const widths = columns.map(({ natural }) => natural);
  const linesWith = (changed: number): number => {
    const heights = columns.map(({ heights: at }, column) =>
      at((widths[column] ?? 0) - Number(column === changed)),
    );
    return sumOf((heights[0] ?? []).map((_, row) => Math.max(...heights.map((each) => each[row] ?? 1))));
  };
  while (sumOf(widths) > room) {
    const [best] = columns
      .flatMap(({ least }, column) => {
        const width = widths[column] ?? 0;
        return width > least ? [{ column, width, lines: linesWith(column) }] : [];
      })
      .toSorted((one, other) => one.lines - other.lines || other.width - one.width);
    if (best === undefined) break;
    widths[best.column] = best.width - 1;
  }
  return widths;
}

/** A cell that is of one colour stays so in each of its lines. */
function wrapCell(cell: string, width: number): string {
  // eslint-disable-next-line no-control-regex
  const [, on, inner, off] = /^(\u001b\[\d+m)([^\u001b]*)(\u001b\[\d+m)$/u.exec(cell) ?? [];
  if (on === undefined || inner === undefined || off === undefined) return wrap(cell, width);
  return wrap(inner, width)
    .split('\n')
    .map((line) => on + line + off)
    .join('\n');
}

/** A cell of several lines makes its row as high. */
function layOut(
  rows: Rows,
  {
    widths,
    align,
    gap,
  }: { readonly widths: readonly number[]; readonly align: string; readonly gap: string },
): readonly string[] {
  return rows.map((row) => {
    const cells = row.map((cell) => cell.split('\n'));
    const height = Math.max(...cells.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((lines, column) => padded(lines[line] ?? '', widths[column] ?? 0, align[column]))
        .join(gap)
        .trimEnd(),
    ).join('\n');
  });
}

/** A cell filled up to a width. */
export function padded(cell: string, width: number, align: string | undefined = 'l'): string {
  const blank = ' '.repeat(Math.max(0, width - widthOf(cell)));
  return align === 'r' ? blank + cell : cell + blank;
}

function records([headings = [], ...rows]: Rows, width: number): string {
  return rows
    .map(([first = '', ...cells]) => {
      const named = cells.map((cell, index) =>
        `${headings[index + 1] ?? ''} ${cell}`.replaceAll(' ', '\u00a0'),
      );
      return wrap(`${first}: ${named.join('; ')}`.replaceAll('\u00a0(', ' ('), width, '  ');
    })
    .join('\n');
}

const BARS = [...'▁▂▃▄▅▆▇█'];

/** One character a point, from zero to the highest; neighbours are merged by their highest when there are more than `width`. */
export function sparkline(values: readonly number[], width: number): string {
  const step = Math.ceil(values.length / Math.max(1, width));
  const points = Array.from({ length: Math.ceil(values.length / step) }, (_, index) =>
    Math.max(...values.slice(index * step, (index + 1) * step)),
  );
  const top = Math.max(...points, Number.MIN_VALUE);
  return points.map((value) => BARS[Math.round((value / top) * (BARS.length - 1))]).join('');
}
