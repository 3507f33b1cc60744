/** An engine that is a program of its own, as a child of the generator: what it may print, and how all of it ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** How it ended; `error` when it never began. */
export interface ProgramExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly error: NodeJS.ErrnoException | null;
}

/** A running program. Disposing it ends all its processes. */
export interface Program extends AsyncDisposable {
  /** Null when it could not be started. */
  readonly pid: number | null;
  readonly exited: Promise<ProgramExit>;
  /** The last lines that it printed, cut to what a person reads. */
  readonly lines: () => readonly string[];
  /** Sends a signal to it, unless it has ended. */
  readonly signal: (name: NodeJS.Signals) => void;
}

/** Of what is printed the end is kept. */
const KEPT_BYTES = 16_384;
const KEPT_LINES = 20;
const LINE_MAX = 300;
/** After its end, output on its way is waited for. */
const DRAIN_MS = 200;

/** Starts it, in a group of its own. */
export function startProgram(
  command: string,
  args: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string | undefined>> },
): Program {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let printed = '';
  const keep = (chunk: Buffer): void => {
    printed = (printed + chunk.subarray(-KEPT_BYTES).toString('utf8')).slice(-KEPT_BYTES);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const bound = endWithUs(child.pid, 'SIGKILL');
  const exited = exitOf(child);
  let isOver = false;
  void exited.then(() => {
    isOver = true;
  });
  return {
    pid: child.pid ?? null,
    exited,
    lines: () => linesOf(printed),
    signal(name) {
      if (!isOver) signal(child.pid, name);
    },
    async [Symbol.asyncDispose]() {
      // Its workers are in its group, and may have outlived it.
      if (child.pid !== undefined) signal(-child.pid, 'SIGKILL');
      bound[Symbol.dispose]();
      await exited;
      child.stdout.destroy();
      child.stderr.destroy();
    },
  };
}

const groups = new Map<number, NodeJS.Signals>();

/** When this process ends, since the gate is gone, or by an error, nobody is left to dispose of anything: the group of `pid` is sent a signal then, until the binding is disposed of. */
export function endWithUs(pid: number | undefined, name: NodeJS.Signals): Disposable {
  if (groups.size === 0) process.off('exit', endBound).on('exit', endBound);
  if (pid !== undefined) groups.set(pid, name);
  return {
    [Symbol.dispose]() {
      if (pid !== undefined) groups.delete(pid);
    },
  };
}

function endBound(): void {
  for (const [pid, name] of groups) signal(-pid, name);
}

/** How a child ends; resolves when its output has come, too. */
export async function exitOf(child: ChildProcess): Promise<ProgramExit> {
  const { promise, resolve: settle } = Promise.withResolvers<ProgramExit>();
  child.once('error', (error) => settle({ code: null, signal: null, error }));
  child.once('exit', (code, endedBy) => settle({ code, signal: endedBy, error: null }));
  const closed = new Promise<void>((done) => {
    child.once('close', () => done());
  });
  const exit = await promise;
  await Promise.race([closed, sleep(DRAIN_MS, undefined, { ref: false })]);
  return exit;
}

/** Sends a signal; what is gone already is no error. */
export function signal(pid: number | undefined, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, name);
  } catch {
    // Gone.
  }
}

/** The last lines of what was printed, cut to what a person reads. */
export function linesOf(printed: string): readonly string[] {
  return printed
    .split('\n')
    .map((line) => line.trimEnd().slice(0, LINE_MAX))
    .filter((line) => line !== '')
    .slice(-KEPT_LINES);
}
