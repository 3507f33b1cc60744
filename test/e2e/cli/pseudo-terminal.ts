/** The command line in a terminal: a real pseudo-terminal by `script` of util-linux, and a screen that shows what it was told. */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { entry, waitFor } from '../../runner/step.ts';
import { openScreen, type Screen } from '../../fixtures/screen.ts';

/** A command in a terminal. */
export interface InTerminal {
  readonly screen: Screen;
  /** Everything that was written, with its control sequences. */
  written(): string;
  /** As typed at the keyboard. */
  type(text: string): void;
  /** Waits until this stands on the screen; 60 s at most. */
  until(text: string | RegExp): Promise<void>;
  readonly code: Promise<number | null>;
}

/** Why there is no pseudo-terminal on this machine, or null. */
export function noTerminal(): string | null {
  const { stdout, error } = spawnSync('script', ['--version'], { encoding: 'utf8' });
  if (error === undefined && stdout.includes('util-linux')) return null;
  return 'there is no `script` of util-linux';
}

/** Longer than a command with seconds of load takes, on a busy machine. */
const DEADLINE_MS = 90_000;

/** Starts `loadgate` in a terminal of this width. */
export function startInTerminal(
  args: readonly string[],
  {
    cwd,
    columns,
    env = {},
  }: { readonly cwd: string; readonly columns: number; readonly env?: NodeJS.ProcessEnv },
): InTerminal {
  const quoted = [process.execPath, entry('cli'), ...args].map((word) => `'${word}'`).join(' ');
  const child: ChildProcessWithoutNullStreams = spawn(
    'script',
    [
      '--quiet',
      '--return',
      '--flush',
      '--command',
      `stty cols ${columns} rows 24; exec ${quoted}`,
      '/dev/null',
    ],
    {
      cwd,
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        SHELL: '/bin/sh',
        TERM: 'xterm-256color',
        ...env,
      },
      timeout: DEADLINE_MS,
      killSignal: 'SIGKILL',
    },
  );
  const screen = openScreen(columns);
  let written = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written += text;
    screen.write(text);
  });
  return {
    screen,
    written: () => written,
    type: (text) => void child.stdin.write(text),
    until: (text) =>
      waitFor(
        () => {
          const shown = screen.lines().join('\n');
          return typeof text === 'string' ? shown.includes(text) : text.test(shown);
        },
        `"${text}" on the screen`,
        () => screen.lines().join('\n'),
      ),
    code: once(child, 'close').then(([code]) => code as number | null),
  };
}
