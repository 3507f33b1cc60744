/** Where words for people go while the program runs. Text is masked and made harmless to the runner before it is written. */

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
  /** A live status: replaces itself in a terminal, appears now and then in a plain log. */
  progress(line: string): void;
  /** Ends a live status, so that something else can be written where it stood. */
  settle(): void;
  /** Foreign output (a service's log): prefixed, with nothing the runner would take as a command. */
  foreign(title: string, lines: readonly string[]): void;
}

/** One remembered word. */
export interface Logged {
  readonly level: 'info' | 'warning' | 'error' | 'debug' | 'progress' | 'foreign';
  readonly text: string;
}

/** A log that remembers, for tests and replays. */
export function memoryLog(): Log & { readonly lines: readonly Logged[] } {
  const lines: Logged[] = [];
  const at = (level: Logged['level']) => (text: string) => void lines.push({ level, text });
  return {
    lines,
    info: at('info'),
    warning: at('warning'),
    error: at('error'),
    debug: at('debug'),
    progress: at('progress'),
    settle: () => undefined,
    foreign: (title, foreign) => void lines.push({ level: 'foreign', text: [title, ...foreign].join('\n') }),
  };
}
