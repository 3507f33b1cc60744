/** The log of the command line: words on stderr (stdout is the report's), a live line in a terminal, plain lines elsewhere. */
import { stripVTControlCharacters, styleText } from 'node:util';
import type { Log } from './log.ts';

/** Where and how the console writes. */
export interface ConsoleLook {
  readonly stream: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly colour: boolean;
  readonly verbose: boolean;
  readonly mask: (text: string) => string;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

/** Between two progress lines where lines cannot be replaced. */
const PLAIN_PROGRESS_EVERY_MS = 5_000;
/** Erase the line, go to its start. */
const CLEAR_LINE = '\r\u001b[2K';

/** A log for people at a terminal, or for a plain log file when the stream is no terminal. */
export function consoleLog(look: ConsoleLook): Log {
  const live = look.stream.isTTY === true;
  let liveShown = false;
  let lastPlain = Number.NEGATIVE_INFINITY;
  const clear = (): void => {
    if (liveShown) look.stream.write(CLEAR_LINE);
    liveShown = false;
  };
  const line = (text: string, style?: Parameters<typeof styleText>[0]): void => {
    clear();
    const masked = look.mask(text);
    look.stream.write(
      `${look.colour && style !== undefined ? styleText(style, masked, { validateStream: false }) : masked}\n`,
    );
  };
  return {
    info: (text) => line(text),
    warning: (text) => line(`Warning: ${text}`, 'yellow'),
    error: (text) => line(`Error: ${text}`, 'red'),
    debug: (text) => (look.verbose ? line(text, 'gray') : undefined),
    progress(text) {
      if (live) {
        look.stream.write(CLEAR_LINE + fit(look.mask(text), look.stream.columns ?? 80));
        liveShown = true;
      } else if (look.now() - lastPlain >= PLAIN_PROGRESS_EVERY_MS) {
        lastPlain = look.now();
        line(text);
      }
    },
    foreign(title, lines) {
      line(title, 'bold');
      for (const text of lines) line(`  | ${stripVTControlCharacters(text)}`);
    },
    settle: clear,
  };
}

const fit = (text: string, columns: number): string =>
  text.length < columns ? text : `${text.slice(0, columns - 2)}…`;
