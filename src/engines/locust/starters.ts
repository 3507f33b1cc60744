/** The commands that start workers, here or on other machines: run in a shell, and ended with all that they started. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Fact } from '../../domain/phrase.ts';
import type { LocustPlan, LocustWorkers } from '../../domain/engine-plan.ts';
import { endWithUs, linesOf, signal } from '../programs/program.ts';
import { endingOf } from './failures.ts';

/** A command that ended before it should have. */
export interface Ended {
  readonly command: string;
  /** `exit code 255`, a signal, or why it was not started. */
  readonly how: Fact;
}

/** The running commands. Disposing them ends them: first by TERM, that what they started elsewhere can end, too. */
export interface Starters extends AsyncDisposable {
  readonly pids: () => readonly number[];
  /** Commands that failed. One that ended with 0 may have left its worker running. */
  readonly failed: () => readonly Ended[];
  /** The last lines that they printed. */
  readonly lines: () => readonly string[];
}

/** Of what is printed the end is kept. */
const KEPT = 16_384;
/** From TERM to KILL. */
const GRACE_MS = 5_000;

/** `{host}` and `{port}` of a command are where the master listens. */
export const filledIn = (command: string, { bind, port }: LocustWorkers): string =>
  command.replaceAll('{host}', bind).replaceAll('{port}', String(port));

/** What they are started with. */
export interface Starting {
  readonly plan: LocustPlan;
  readonly workers: LocustWorkers;
  /** Where the commands run. */
  readonly workspace: string;
  /** Each gets a temporary folder of its own in here: workers write the locustfile into theirs, and would write over each other's. */
  readonly folder: string;
}

/** Starts them all. */
export function startWorkers({ plan, workers, workspace, folder }: Starting): Starters {
  let printed = '';
  const failed: Ended[] = [];
  const children = workers.start.map((template, index) => {
    const command = filledIn(template, workers);
    const temporary = join(folder, `worker-${index}`);
    mkdirSync(temporary);
    const child = spawn('/bin/sh', ['-c', command], {
      cwd: workspace,
      env: {
        ...process.env,
        PYTHONUNBUFFERED: '1',
        PYTHONDONTWRITEBYTECODE: '1',
        TMPDIR: temporary,
        ...plan.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    // By TERM: what they started elsewhere is to end, too.
    const bound = endWithUs(child.pid, 'SIGTERM');
    const keep = (chunk: Buffer): void => {
      printed = (printed + chunk.subarray(-KEPT).toString('utf8')).slice(-KEPT);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', ({ message }) => failed.push({ command, how: message }));
    child.once('exit', (code, endedBy) => {
      if (code !== 0) failed.push({ command, how: endingOf({ code, signal: endedBy }) });
    });
    return { child, bound };
  });
  return {
    pids: () =>
      children.flatMap(({ child: { pid, exitCode } }) =>
        pid === undefined || exitCode !== null ? [] : [pid],
      ),
    failed: () => failed,
    lines: () => linesOf(printed),
    async [Symbol.asyncDispose]() {
      await Promise.all(children.map(({ child }) => end(child)));
      for (const { bound } of children) bound[Symbol.dispose]();
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  const exited = new Promise<void>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done();
    else child.once('exit', () => done());
  });
  signal(-pid, 'SIGTERM');
  const timer = setTimeout(() => signal(-pid, 'SIGKILL'), GRACE_MS);
  await exited;
  clearTimeout(timer);
  // The command itself is gone; what it left in its group goes with it.
  signal(-pid, 'SIGKILL');
  child.stdout?.destroy();
  child.stderr?.destroy();
}
