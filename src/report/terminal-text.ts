/** Text in columns of a terminal: how wide it is, wrapped, and in tables. */
import { stripVTControlCharacters } from 'node:util';
import type { Rows } from './tables.ts';

/** Narrower than this nothing can be laid out. */
export const WIDTH_MIN = 60;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Characters that take two columns (Unicode's East Asian Wide and Fullwidth blocks, and emoji). */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{16fe0}-\u{18aff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const COMBINING = /^\p{Mark}+$/u;

/** Columns that a text takes; colours take none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(stripVTControlCharacters(text))) {
    if (WIDE.test(segment)) width += 2;
    else if (!COMBINING.test(segment)) width += 1;
  }
  return width;
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

/** Coloured words are left whole: cutting one would cut its colour. */
function broken(word: string, width: number): readonly string[] {
  if (widthOf(word) <= width || word !== stripVTControlCharacters(word)) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (widthOf(piece + segment) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}

/** Two spaces between columns. */
const GAP = '  ';

/** Narrower than this, a column's cells are not broken into lines. */
const COLUMN_MIN = 14;

/**
 * A table with aligned columns (one letter a column: l or r). Where it is too wide, the cells of its widest column are broken into lines; where that is
 * not enough, it becomes one paragraph a row with the headings in it.
 */
export function textTable(rows: Rows, align: string, width: number): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  const total = widths.reduce((sum, each) => sum + each + GAP.length, -GAP.length);
  if (total <= width) return layOut(rows, widths, align);
  const widest = widths.indexOf(Math.max(...widths));
  const room = width - total + (widths[widest] ?? 0);
  if (room < COLUMN_MIN) return records(rows, width);
  const narrow = widths.map((each, column) => (column === widest ? room : each));
  return layOut(
    rows.map((row) => row.map((cell, column) => (column === widest ? wrapCell(cell, room) : cell))),
    narrow,
    align,
  );
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
function layOut(rows: Rows, widths: readonly number[], align: string): string {
  return rows
    .flatMap((row) => {
      const cells = row.map((cell) => cell.split('\n'));
      const height = Math.max(...cells.map(({ length }) => length));
      return Array.from({ length: height }, (_, line) =>
        cells
          .map((lines, column) => padded(lines[line] ?? '', widths[column] ?? 0, align[column]))
          .join(GAP)
          .trimEnd(),
      );
    })
    .join('\n');
}

function padded(cell: string, width: number, align: string | undefined): string {
  const blank = ' '.repeat(Math.max(0, width - widthOf(cell)));
  return align === 'r' ? blank + cell : cell + blank;
}

function records([headings = [], ...rows]: Rows, width: number): string {
  return rows
    .map(([first = '', ...cells]) => {
      const named = cells.map((cell, index) =>
        `${headings[index + 1] ?? ''} ${cell}`.replaceAll(' ', '\u00a0'),
      );
      return wrap(`${first}: ${named.join('; ')}`.replaceAll('\u00a0(', ' ('), width, GAP);
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
