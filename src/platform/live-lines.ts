/** Lines at the bottom of a terminal that replace themselves. The cursor stays visible: whatever ends the process, the terminal needs no repair. */
import { stripVTControlCharacters } from 'node:util';

/** A terminal to write to. */
export interface Terminal {
  write(text: string): unknown;
  /** Unknown or 0 where the terminal does not say. */
  readonly columns?: number;
}

/** Lines that stand on a terminal until they are replaced or cleared. */
export interface LiveLines {
  readonly isShown: boolean;
  /** Replaces what is shown. Lines must not be wider than the terminal is at the moment. */
  show(lines: readonly string[]): void;
  /** Takes them away; the cursor is where the first one began. */
  clear(): void;
}

/** Erases from the cursor to the end of its line, and to the end of the screen. */
const [END_OF_LINE, END_OF_SCREEN] = ['\u001b[K', '\u001b[J'];
/** What a terminal without a width is taken for. */
const COLUMNS = 80;

/** Columns of a terminal. */
export const columnsOf = ({ columns = 0 }: Pick<Terminal, 'columns'>): number =>
  columns > 0 ? columns : COLUMNS;

/** Opens them where the cursor is. `widthOf`: columns that a line takes. */
export function openLiveLines(terminal: Terminal, widthOf: (line: string) => number): LiveLines {
  let shown: readonly string[] = [];
  let drawnFor = columnsOf(terminal);
  /** To the beginning of the first line. A terminal that was made narrower has broken the lines that stand on it. */
  const home = (): string => {
    const columns = columnsOf(terminal);
    const rows = shown.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / columns)), 0);
    return rows > 1 ? `\r\u001b[${rows - 1}A` : '\r';
  };
  return {
    get isShown() {
      return shown.length > 0;
    },
    show(lines) {
      const columns = columnsOf(terminal);
      // A line that the terminal has broken is remembered as one, until it is erased as a whole.
      const start = columns === drawnFor ? home() : home() + END_OF_SCREEN;
      drawnFor = columns;
      // In one piece, and each line over the one before it: nothing flickers.
      const text = lines.map((line) => line + END_OF_LINE).join('\n');
      terminal.write(`${start}${text}${END_OF_SCREEN}`);
      shown = lines.map((line) => stripVTControlCharacters(line));
    },
    clear() {
      if (shown.length > 0) terminal.write(home() + END_OF_SCREEN);
      shown = [];
    },
  };
}
