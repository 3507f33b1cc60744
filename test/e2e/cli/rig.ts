/** The command line as a user starts it: in a folder of its own, as a process, with what it wrote. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { processesOf } from '../../runner/processes.ts';
import { entry, waitFor } from '../../runner/step.ts';

/** What a command came to. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that runs. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Waits until what it wrote to stderr has this text; 60 s at most. */
  until(text: string): Promise<void>;
}

/** A folder with a service to gate. Disposing it removes it, and throws when processes were left. */
export interface Folder extends Disposable {
  readonly path: string;
  write(files: Readonly<Record<string, string>>): void;
  remove(path: string): void;
  read(path: string): string;
  has(path: string): boolean;
  git(...args: readonly string[]): string;
  start(args: readonly string[], env?: Readonly<Record<string, string>>): Running;
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended>;
  /** Pids of everything the commands started and that still runs. */
  processes(): readonly number[];
}

/** A service that answers after 5 ms; `first` is run at its start, `answer` for each request. */
export const service = (first = '', answer = "setTimeout(() => response.end('ok'), 5)"): string => `
import { createServer } from 'node:http';
${first}
createServer((request, response) => {
  if (request.url === '/health') return response.end('ok');
  ${answer};
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

/** A gate of that service: short, with limits that a busy machine keeps. */
export const CONFIG = `service:
  start: node service.mjs
  ready: /health
  ready-timeout: 20s
  stop-timeout: 1s
scenarios:
  home:
    users: 4
    duration: 1s
    warm-up: 200ms
    requests: [GET /]
    limits:
      p95: { max-increase: 300% }
      throughput: off
      error-rate: { max: 1% }
`;

/** Opens a folder with the service and its configuration, and no repository. */
export function openFolder(files: Readonly<Record<string, string>> = {}): Folder {
  const path = mkdtempSync(join(tmpdir(), 'loadgate-cli-'));
  const trackingId = `cli_${randomUUID()}`;
  const folder: Folder = {
    path,
    write(given) {
      for (const [name, text] of Object.entries(given)) {
        mkdirSync(dirname(join(path, name)), { recursive: true });
        writeFileSync(join(path, name), text);
      }
    },
    remove: (name) => rmSync(join(path, name)),
    read: (name) => readFileSync(join(path, name), 'utf8'),
    has: (name) => existsSync(join(path, name)),
    git(...args) {
      const as = ['-c', 'user.name=t', '-c', 'user.email=t@example.test', '-c', 'init.defaultBranch=main'];
      const done = spawnSync('git', [...as, ...args], { cwd: path, encoding: 'utf8' });
      if (done.status !== 0) throw new Error(`git ${args.join(' ')}: ${done.stderr}`);
      return done.stdout.trim();
    },
    start: (args, env = {}) => startCommand(args, { cwd: path }, { RUNNER_TRACKING_ID: trackingId, ...env }),
    run: (args, env) => folder.start(args, env).ended,
    processes: () => processesOf(trackingId),
    [Symbol.dispose]() {
      const left = processesOf(trackingId);
      for (const pid of left) process.kill(pid, 'SIGKILL');
      rmSync(path, { recursive: true, force: true });
      if (left.length > 0) throw new Error(`processes were left running: ${left.join(', ')}`);
    },
  };
  folder.write({ 'service.mjs': service(), '.github/loadgate.yml': CONFIG, ...files });
  return folder;
}

/** Longer than a command with a second of load takes, on a busy machine. */
const DEADLINE_MS = 90_000;

/** Starts the command line; `user` in the place of who runs the tests. It is killed at its deadline (90 s unless given, in milliseconds). */
export function startCommand(
  args: readonly string[],
  {
    cwd,
    user,
    deadline = DEADLINE_MS,
  }: { readonly cwd: string; readonly user?: number; readonly deadline?: number },
  env: Readonly<Record<string, string>>,
): Running {
  const child = spawn(process.execPath, [entry('cli'), ...args], {
    cwd,
    ...(user === undefined ? {} : { uid: user, gid: user }),
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: deadline,
    killSignal: 'SIGKILL',
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return {
    child,
    ended: once(child, 'close').then(([code, signal]) => ({ code, signal, stdout, stderr })),
    until: (text) =>
      waitFor(
        () => stderr.includes(text),
        `"${text}" on stderr`,
        () => stderr,
      ),
  };
}
