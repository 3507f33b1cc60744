/** Foreign output on its way to people: split into lines of bounded length, made harmless to the runner, written to a file, the last lines kept. */
import { stripVTControlCharacters } from 'node:util';
import { openLogFile } from './log-file.ts';

/** What comes between foreign output and our log. */
export interface Relay {
  /** Takes bytes of one of the streams; lines of different streams never mix. */
  readonly push: (stream: 'stdout' | 'stderr', chunk: Uint8Array) => void;
  /** The last lines, oldest first, harmless; a line that is not complete yet is the last. */
  tail(count?: number): readonly string[];
  /** True when a line so far had this text, as it came or without its colours. Only texts given to `watchFor` are looked for. */
  readonly saw: (text: string) => boolean;
  /** Starts to look for a text in every line from now on, until it is seen. */
  watchFor(text: string): void;
  /** Writes what is left and closes the file. Does nothing the second time. */
  close(): Promise<void>;
}

/** How a relay is opened. */
export interface RelayOptions {
  /** Absolute path of the log file. */
  readonly file: string;
  /** `begin`: what the file holds is replaced. `continue`: it is kept. */
  readonly mode: 'begin' | 'continue';
  /** Lines that `tail` can give. */
  readonly keep?: number;
  /** Takes secrets out of a whole line; without it lines stay as they are. */
  readonly mask?: (line: string) => string;
  /** Is told, once, when the file cannot be written. */
  readonly warn: (line: string) => void;
}

/** Longest line that is kept; the rest of it is dropped. UTF-16 units. */
export const LINE_MAX = 8 * 1024;
/** Lines that a failure shows. */
export const TAIL_LINES = 50;
/** What stands at the end of a line that was cut. */
export const CUT = ' … (cut)';

/** Opens a relay. Memory is bounded whatever comes in: the kept lines, and what the disk has not taken of the file's size limit. */
export async function openRelay(options: RelayOptions): Promise<Relay> {
  const { keep = TAIL_LINES, mask = (line) => line } = options;
  const file = await openLogFile(options);
  const last = keepLast(keep);
  let wanted: string | null = null;
  const seen = new Set<string>();
  const look = (line: string): void => {
    if (wanted === null || !(line.includes(wanted) || neutralise(line).includes(wanted))) return;
    seen.add(wanted);
    wanted = null;
  };
  const take = (line: string): void => {
    look(line);
    const masked = mask(line);
    last.add(masked);
    if (file.open) file.add(neutralise(masked));
  };
  const splitters = { stdout: splitLines(take), stderr: splitLines(take) };
  const partial = (): readonly string[] =>
    [splitters.stdout.partial(), splitters.stderr.partial()].filter((line) => line !== '');
  return {
    push(stream, chunk) {
      splitters[stream].push(chunk);
      file.flush();
    },
    tail: (count = TAIL_LINES) => [...last.lines(), ...partial().map(mask)].slice(-count).map(neutralise),
    saw(text) {
      partial().forEach(look);
      return seen.has(text);
    },
    watchFor(text) {
      wanted = text;
    },
    async close() {
      splitters.stdout.end();
      splitters.stderr.end();
      await file.close();
    },
  };
}

/** Splits bytes into lines as the runner does: at `\r\n`, `\r` and `\n`. Bytes that are not UTF-8 become U+FFFD. */
export function splitLines(take: (line: string) => void): {
  push(chunk: Uint8Array): void;
  /** The line that is not complete yet; empty when there is none. */
  partial(): string;
  /** Gives the last line if it has no end. */
  end(): void;
} {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let line = '';
  let cut = false;
  let afterReturn = false;
  const grow = (part: string): void => {
    const room = LINE_MAX - line.length;
    // Copied: a slice would keep the whole chunk alive.
    if (part.length > room) line += Buffer.from(part.slice(0, room), 'utf8').toString('utf8');
    else line += part;
    cut ||= part.length > room;
  };
  const finish = (): void => {
    take(cut ? line + CUT : line);
    line = '';
    cut = false;
  };
  const add = (text: string): void => {
    if (text === '') return;
    const parts = (afterReturn && text.startsWith('\n') ? text.slice(1) : text).split(/\r\n|\r|\n/);
    afterReturn = text.endsWith('\r');
    parts.forEach((part, index) => {
      if (index > 0) finish();
      grow(part);
    });
  };
  return {
    push: (chunk) => add(decoder.decode(chunk, { stream: true })),
    partial: () => line,
    end() {
      add(decoder.decode());
      if (line !== '') finish();
    },
  };
}

/** Nothing in it needs a closer look. */
const PLAIN = /^[\t\x20-\x7e]*$/;
/** Ends of lines, by anybody's rules. */
const LINE_ENDS = /[\r\n\v\f\u0085\u2028\u2029]+/g;
/** Control characters and those that are not seen: the runner compares text by rules of language, which pass over them. */
const UNSEEN = /[^\P{Cc}\t]|[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** Marks, unassigned characters and tabs, which such rules may pass over, too. */
const PASSED_OVER = '[\\t\\p{M}\\p{Cn}\\p{Co}\\p{Cs}]*';
/** `##[`, which starts a command anywhere in a line. */
const COMMAND_ANYWHERE = new RegExp(`#(?=${PASSED_OVER}#${PASSED_OVER}\\[)`, 'gu');
/** `::` after any white space, which starts a command at the start of a line. */
const COMMAND_AT_START = new RegExp(`^([\\s\\p{M}\\p{Cn}\\p{Co}\\p{Cs}]*:)(?=${PASSED_OVER}:)`, 'u');

/**
 * Makes one line harmless: nothing in it is a command of the runner, moves a cursor, or hides. It stays one line, and reads as before;
 * where a command would begin, a blank comes between.
 */
export function neutralise(line: string): string {
  const text = PLAIN.test(line) ? line : visible(line);
  return text.replaceAll(COMMAND_ANYWHERE, '# ').replace(COMMAND_AT_START, '$1 ');
}

function visible(line: string): string {
  return stripVTControlCharacters(line.toWellFormed()).replaceAll(LINE_ENDS, ' ').replaceAll(UNSEEN, '');
}

/** The last `count` things that were added. */
function keepLast(count: number): { add(line: string): void; lines(): readonly string[] } {
  let lines: string[] = [];
  return {
    add(line) {
      lines.push(line);
      // Cut now and then, not each time: a flood of lines stays cheap.
      if (lines.length >= 2 * count) lines = lines.slice(-count);
    },
    lines: () => lines.slice(-count),
  };
}
