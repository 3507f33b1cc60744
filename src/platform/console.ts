/** The log of the command line: words on stderr (stdout is the report's), a live status in a terminal, plain lines elsewhere. */
import { stripVTControlCharacters, styleText } from 'node:util';
import type { Progress } from '../domain/progress.ts';
import { columnsOf, openLiveLines } from './live-lines.ts';
import { type Log, maskProgress, type ProgressWords } from './log.ts';

/** Where and how the console writes. */
export interface ConsoleLook {
  readonly stream: NodeJS.WritableStream & { readonly columns?: number };
  readonly colour: boolean;
  /** True where lines can be replaced: in a terminal that moves its cursor. */
  readonly live: boolean;
  readonly verbose: boolean;
  /** True: warnings, errors and foreign output alone. */
  readonly quiet: boolean;
  readonly mask: (text: string) => string;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly words: ConsoleWords;
}

/** Progress in words, for a console. */
export interface ConsoleWords extends ProgressWords {
  /** A few lines of at most this width. */
  readonly live: (
    progress: Progress,
    look: { readonly width: number; readonly colour: boolean },
  ) => readonly string[];
  /** What is to be said so many milliseconds later when nobody has told anything new. */
  readonly later: (progress: Progress, by: number) => Progress;
  /** Columns that a line takes. */
  readonly widthOf: (line: string) => number;
}

/** Between two progress lines where lines cannot be replaced. */
const PLAIN_PROGRESS_EVERY_MS = 5_000;
/** Often enough to look alive; what draws takes time from what is measured. */
const DRAW_EVERY_MS = 250;

/** A log for people at a terminal, or for a plain log file when the stream is no terminal. */
export function consoleLog(look: ConsoleLook): Log {
  const { stream, mask } = look;
  const progress = look.live ? liveProgress(look) : plainProgress(look, (text) => write(text));
  const write = (text: string, style?: Parameters<typeof styleText>[0]): void => {
    const masked = oneLine(mask(text));
    stream.write(
      `${look.colour && style !== undefined ? styleText(style, masked, { validateStream: false }) : masked}\n`,
    );
  };
  const line: typeof write = (text, style) => {
    progress.settle();
    write(text, style);
  };
  return {
    info: (text) => (look.quiet ? progress.settle() : line(text)),
    warning: (text) => line(`Warning: ${text}`, 'yellow'),
    error: (text) => line(`Error: ${text}`, 'red'),
    debug: (text) => (look.verbose ? line(text, 'gray') : undefined),
    progress: (told) => (look.quiet ? undefined : progress.tell(maskProgress(told, mask))),
    foreign(title, lines) {
      line(title, 'bold');
      for (const text of lines) write(`  | ${text}`);
    },
    settle: () => progress.settle(),
  };
}

/** Nothing that a terminal would obey: names are somebody else's. */
const oneLine = (text: string): string => stripVTControlCharacters(text).replaceAll(/[^\P{Cc}\t]+/gu, ' ');

/** One way of showing progress. */
interface Shown {
  tell(progress: Progress): void;
  settle(): void;
}

function plainProgress({ now, words }: ConsoleLook, write: (text: string) => void): Shown {
  let last = Number.NEGATIVE_INFINITY;
  return {
    tell(progress) {
      // Where nothing is loaded, a line has said what is going on.
      if (words.title(progress) === null || now() - last < PLAIN_PROGRESS_EVERY_MS) return;
      last = now();
      write(words.line(progress));
    },
    settle: () => undefined,
  };
}

/** Draws now and then by a clock of its own, however often it is told something. */
function liveProgress({ stream, colour, now, words }: ConsoleLook): Shown {
  const lines = openLiveLines(stream, words.widthOf);
  let last: { readonly progress: Progress; readonly at: number } | null = null;
  let timer: NodeJS.Timeout | null = null;
  const draw = (): void => {
    if (last === null) return;
    // The last column stays free: a cursor behind it is on no line or on two, depending on the terminal.
    const width = columnsOf(stream) - 1;
    lines.show(words.live(words.later(last.progress, now() - last.at), { width, colour }));
  };
  return {
    tell(progress) {
      last = { progress, at: now() };
      if (!lines.isShown) draw();
      timer ??= setInterval(draw, DRAW_EVERY_MS).unref();
    },
    settle() {
      if (timer !== null) clearInterval(timer);
      timer = null;
      last = null;
      lines.clear();
    },
  };
}
