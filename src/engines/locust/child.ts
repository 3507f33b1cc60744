/** Locust as a child of the generator: how it is called, what it may print, and how all of it ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LocustPlan } from '../../domain/engine-plan.ts';
import type { Tls } from '../../domain/plan.ts';
import { type Millis, toSeconds } from '../../domain/units.ts';

/** What is called. */
export interface Calling {
  readonly plan: LocustPlan;
  /** Where it runs; relative paths begin here. */
  readonly workspace: string;
  /** Base URL of the service. */
  readonly url: string;
  readonly users: number;
  /** How long tasks under way may go on at the end. */
  readonly patience: Millis;
  /** Loaded before the locustfile: absolute path of the listener. */
  readonly beside: readonly string[];
  readonly more: readonly string[];
  /** Added to the environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** How it ended; `error` when it never began. */
export interface LocustExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly error: NodeJS.ErrnoException | null;
}

/** A running Locust. Disposing it ends all its processes. */
export interface LocustChild extends AsyncDisposable {
  /** Null when it could not be started. */
  readonly pid: number | null;
  readonly exited: Promise<LocustExit>;
  /** The last lines that it printed, cut to what a person reads. */
  readonly lines: () => readonly string[];
  /**
   * Asks it to stop its users and to tell what it measured: by INT, which is an exception wherever Python happens to be and now and then is lost there; `again` by TERM, which Locust takes in
   * its event loop, but under which a load shape may end it too early.
   */
  interrupt(again: boolean): void;
}

/** Of what is printed the end is kept. */
const KEPT_BYTES = 16_384;
const KEPT_LINES = 20;
const LINE_MAX = 300;
/** After its end, output on its way is waited for. */
const DRAIN_MS = 200;

/** Arguments of the command. */
export function argumentsOf({
  plan,
  workspace,
  url,
  users,
  patience,
  beside,
  more,
}: Calling): readonly string[] {
  const files = [...beside, resolve(workspace, plan.file)];
  return [
    '--headless',
    '--only-summary',
    `--locustfile=${files.join(',')}`,
    `--host=${url}`,
    `--users=${users}`,
    `--spawn-rate=${plan.spawnRate}`,
    `--stop-timeout=${Math.ceil(toSeconds(patience))}`,
    ...masterArguments(plan),
    ...(plan.processes > 1 ? ['--processes', String(plan.processes)] : []),
    ...(plan.tags.length > 0 ? ['--tags', ...plan.tags] : []),
    ...(plan.excludeTags.length > 0 ? ['--exclude-tags', ...plan.excludeTags] : []),
    ...more,
  ];
}

function masterArguments({ workers }: LocustPlan): readonly string[] {
  if (workers === null) return [];
  const { bind, port, count, mayLose } = workers;
  const place = [`--master-bind-host=${bind}`, `--master-bind-port=${port}`];
  // What a lost worker did is shared out among the others; where none may be lost, the run ends with it.
  return [
    '--master',
    ...place,
    `--expect-workers=${count}`,
    ...(mayLose > 0 ? ['--enable-rebalancing'] : []),
  ];
}

/** The executable: a name that PATH is searched for, or a path. */
export const commandOf = ({ command }: LocustPlan, workspace: string): string =>
  command.includes('/') ? resolve(workspace, command) : command;

/** The certificates that vouch for the service, as Python's clients look for them. */
export async function certificatesIn(
  folder: string,
  tls: Tls | null,
): Promise<Readonly<Record<string, string>>> {
  if (tls?.kind !== 'verified' || tls.ca === null) return {};
  const file = join(folder, 'ca.pem');
  await writeFile(file, tls.ca);
  return { REQUESTS_CA_BUNDLE: file, SSL_CERT_FILE: file };
}

/** Starts it, in a group of its own. */
export function startLocust(calling: Calling): LocustChild {
  const { plan, workspace, env } = calling;
  const child = spawn(commandOf(plan, workspace), argumentsOf(calling), {
    cwd: workspace,
    // Python's caches would change the workspace that is measured.
    env: { ...process.env, PYTHONUNBUFFERED: '1', PYTHONDONTWRITEBYTECODE: '1', ...plan.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let printed = '';
  const keep = (chunk: Buffer): void => {
    printed = (printed + chunk.subarray(-KEPT_BYTES).toString('utf8')).slice(-KEPT_BYTES);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const exited = exitOf(child);
  let isOver = false;
  void exited.then(() => {
    isOver = true;
  });
  return {
    pid: child.pid ?? null,
    exited,
    lines: () => linesOf(printed),
    interrupt(again) {
      if (!isOver) signal(child.pid, again ? 'SIGTERM' : 'SIGINT');
    },
    async [Symbol.asyncDispose]() {
      // Its workers are in its group, and may have outlived it.
      if (child.pid !== undefined) signal(-child.pid, 'SIGKILL');
      await exited;
      child.stdout.destroy();
      child.stderr.destroy();
    },
  };
}

/** How a child ends; resolves when its output has come, too. */
export async function exitOf(child: ChildProcess): Promise<LocustExit> {
  const { promise, resolve: settle } = Promise.withResolvers<LocustExit>();
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
