/** Where words for people go while the program runs. Text is masked and made harmless to the runner before it is written. */
import type { Progress } from '../domain/progress.ts';

/** A place for words. Implementations: the console of the CLI, the runner's log, and `memoryLog` for tests. */
export interface Log {
  /** One line for everybody. */
  info(line: string): void;
  /** One line about something that is not as it should be but does not stop the run. */
  warning(line: string): void;
  /** One line about why the run ends. */
  error(line: string): void;
  /** Shown only on demand (`--verbose`, or the runner's debug mode). */
  debug(line: string): void;
  /** How far the run is: a live status in a terminal, a line now and then in a plain log. */
  progress(progress: Progress): void;
  /** Ends a live status, so that something else can be written where it stood. */
  settle(): void;
  /** Foreign output (a service's log): prefixed, with nothing the runner would take as a command. */
  foreign(title: string, lines: readonly string[]): void;
}

/** Puts progress into words. Plain text on one line, without control characters. */
export interface ProgressWords {
  /** Everything that there is to say. */
  readonly line: (progress: Progress) => string;
  /** What moments that belong together have in common; null while nothing is loaded. */
  readonly title: (progress: Progress) => string | null;
}

/** The text with nothing in it that must not be seen. */
export type Masking = (text: string) => string;

/** What is foreign in a progress, masked before it is put into words, since words may cut it. */
export function maskProgress(progress: Progress, mask: Masking): Progress {
  const { scenario } = progress;
  return { ...progress, scenario: scenario === null ? null : mask(scenario) };
}

/** One remembered word. */
export interface Logged {
  readonly level: 'info' | 'warning' | 'error' | 'debug' | 'foreign';
  readonly text: string;
}

/** A log that remembers, for tests and replays. */
export interface MemoryLog extends Log {
  readonly lines: readonly Logged[];
  readonly moments: readonly Progress[];
}

/** Opens one. */
export function memoryLog(): MemoryLog {
  const lines: Logged[] = [];
  const moments: Progress[] = [];
  const at = (level: Logged['level']) => (text: string) => void lines.push({ level, text });
  return {
    lines,
    moments,
    info: at('info'),
    warning: at('warning'),
    error: at('error'),
    debug: at('debug'),
    progress: (progress) => void moments.push(progress),
    settle: () => undefined,
    foreign: (title, foreign) => void lines.push({ level: 'foreign', text: [title, ...foreign].join('\n') }),
  };
}
