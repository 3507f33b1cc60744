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

/** A table with aligned columns (one letter a column: l or r); where it is too wide, one paragraph a row with the headings in it. */
export function textTable(rows: Rows, align: string, width: number): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  const total = widths.reduce((sum, each) => sum + each + GAP.length, -GAP.length);
  if (total > width) return records(rows, width);
  return rows
    .map((row) =>
      widths
        .map((each, column) => {
          const cell = row[column] ?? '';
          const blank = ' '.repeat(each - widthOf(cell));
          return align[column] === 'r' ? blank + cell : cell + blank;
        })
        .join(GAP)
        .trimEnd(),
    )
    .join('\n');
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
