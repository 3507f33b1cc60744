/** Runs git: without a shell, with a hardened environment, a deadline, and an end for its whole process group. */
import { type Phrase, phrase } from '../domain/phrase.ts';
import { type ChildProcess, spawn } from 'node:child_process';
import { Failure } from '../domain/failure.ts';
import { type Millis, millis } from '../domain/units.ts';
import type { World } from './world.ts';

/** A repository by a folder of it, with configuration that is given to git through its environment (it may hold credentials: never in arguments). */
export interface Repository {
  readonly directory: string;
  readonly config: readonly (readonly [key: string, value: string])[];
}

/** What became of a git process. */
export type GitAnswer =
  | {
      readonly kind: 'exited';
      readonly code: number | null;
      readonly stdout: Buffer;
      readonly stderr: string;
    }
  | {
      readonly kind: 'not-started' | 'too-slow' | 'too-much' | 'cancelled';
      readonly stdout: Buffer;
      readonly stderr: string;
    };

/** Bounds of one git process. */
export interface GitBounds {
  readonly deadline?: Millis;
  readonly bytesMax?: number;
}

/** Reading objects of a local repository takes milliseconds; a very large index on a slow disk takes seconds. */
const DEADLINE = millis(30_000);
const OUTPUT_MAX = 1024 * 1024;
const STDERR_MAX = 64 * 1024;
/** For output on its way when git has ended. What it left running in a session of its own (a connection that ssh keeps) may hold the pipes for ever. */
const DRAIN_MS = 2_000;
/** Of the environment only what git needs to find itself, its configuration, its credentials and its way through a proxy. */
const ENVIRONMENT = [
  'PATH',
  'HOME',
  'USERPROFILE',
  'XDG_CONFIG_HOME',
  'TMPDIR',
  'SSH_AUTH_SOCK',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'GIT_SSL_CAINFO',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'RUNNER_TRACKING_ID',
];
/** Transports that run no command of somebody else's choosing. */
const PROTOCOLS = ['https', 'ssh', 'http', 'file'];
const DEFAULT_PROTOCOLS = 'https:ssh';
/** Nothing that a repository's configuration could have us run. */
const HARDENING = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'core.pager=cat'];

/** Runs git in a repository's folder. Never throws: whatever happens is the answer. */
export async function runGit(
  world: World,
  repository: Repository,
  args: readonly string[],
  bounds: GitBounds = {},
): Promise<GitAnswer> {
  const { deadline = DEADLINE, bytesMax = OUTPUT_MAX } = bounds;
  if (world.signal.aborted) return { kind: 'cancelled', stdout: Buffer.alloc(0), stderr: '' };
  return new Promise((resolve) => {
    const child = spawn('git', [...HARDENING, ...args], {
      cwd: repository.directory,
      env: environmentOf(world, repository),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    let received = 0;
    let complaint = 0;
    let ending: 'too-slow' | 'too-much' | 'cancelled' | null = null;
    const end = (why: 'too-slow' | 'too-much' | 'cancelled'): void => {
      ending ??= why;
      killGroup(child.pid);
    };
    const cancel = (): void => end('cancelled');
    const timer = setTimeout(() => end('too-slow'), deadline);
    world.signal.addEventListener('abort', cancel, { once: true });
    const settle = (answer: { readonly code: number | null } | Error): void => {
      clearTimeout(timer);
      world.signal.removeEventListener('abort', cancel);
      const words = { stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString('utf8') };
      if (answer instanceof Error) resolve({ ...words, kind: 'not-started', stderr: answer.message });
      else resolve(ending === null ? { kind: 'exited', ...answer, ...words } : { kind: ending, ...words });
    };
    child.on('error', settle);
    // Where there are no more open files, there are no pipes either.
    const pipes: ChildProcess = child;
    pipes.stdout?.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (received > bytesMax) return end('too-much');
      stdout.push(chunk);
    });
    pipes.stderr?.on('data', (chunk: Buffer) => {
      complaint += chunk.length;
      if (complaint <= STDERR_MAX) stderr.push(chunk);
    });
    child.on('close', (code) => settle({ code }));
    child.on('exit', (code) => {
      const give = (): void => {
        const before = received + complaint;
        // A loop that was busy for longer than this has not looked yet: what is there is read before the next `setImmediate`.
        setImmediate(() => {
          if (ending === null && received + complaint > before) return give();
          child.stdout.destroy();
          child.stderr.destroy();
          settle({ code });
        });
      };
      const drained = setTimeout(give, DRAIN_MS);
      child.on('close', () => clearTimeout(drained));
    });
  });
}

/** The standard output of a git command that must succeed. @throws Failure */
export async function gitText(
  world: World,
  repository: Repository,
  args: readonly string[],
): Promise<string> {
  const answer = await runGit(world, repository, args);
  if (answer.kind === 'exited' && answer.code === 0) return answer.stdout.toString('utf8').replace(/\n$/, '');
  throw complain(world, answer, args[0] ?? 'git');
}

/** Git and the processes it started (ssh, its transports) are a group of their own. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

function environmentOf(world: World, { config }: Repository): NodeJS.ProcessEnv {
  const kept = Object.fromEntries(ENVIRONMENT.map((name) => [name, world.env[name]]));
  const pairs = config.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return {
    ...kept,
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_ALLOW_PROTOCOL: protocolsOf(world.env['GIT_ALLOW_PROTOCOL']),
    GIT_CONFIG_COUNT: String(config.length),
    ...Object.fromEntries(pairs),
  };
}

/** The user's own choice of protocols, without those that run commands (`ext`, `fd`). */
function protocolsOf(asked: string | undefined): string {
  if (asked === undefined) return DEFAULT_PROTOCOLS;
  return asked
    .split(':')
    .filter((protocol) => PROTOCOLS.includes(protocol))
    .join(':');
}

/** Why git could not answer, in words for people. `what`: what was asked for; a text is a path or a word of git's. */
export function complain(world: World, answer: GitAnswer, what: Phrase | string): Failure {
  if (answer.kind === 'cancelled' || world.signal.aborted) return cancelled();
  if (answer.kind === 'not-started') return notStarted(answer.stderr);
  const lines = answer.stderr.split('\n').filter(Boolean).slice(0, 10);
  if (answer.stderr.includes('dubious ownership')) {
    const advice = phrase('git-unsafe-directory-advice', { folder: world.workspace });
    return new Failure({
      kind: 'usage',
      code: 'git-unsafe-directory',
      message: phrase('git-unsafe-directory'),
      advice,
      lines,
    });
  }
  if (answer.stderr.includes('not a git repository')) return usage('git-no-repository');
  return new Failure({
    kind: 'not-measured',
    code: 'git-failed',
    message:
      answer.kind === 'exited'
        ? phrase('git-ended', { what, code: String(answer.code) })
        : phrase(answer.kind === 'too-slow' ? 'git-too-slow' : 'git-too-much', { what }),
    advice: phrase('git-failed-advice'),
    lines,
  });
}

/** No such program is wrong usage; a machine that has no more processes or open files is not. */
function notStarted(reason: string): Failure {
  if (!/EAGAIN|EMFILE|ENFILE|ENOMEM/.test(reason)) return usage('git-missing');
  return new Failure({
    kind: 'not-measured',
    code: 'git-failed',
    message: phrase('spawn-failed', { file: 'git', error: reason }),
    advice: phrase('spawn-failed-advice'),
  });
}

function usage(code: 'git-missing' | 'git-no-repository'): Failure {
  return new Failure({ kind: 'usage', code, message: phrase(code), advice: phrase(`${code}-advice`) });
}

function cancelled(): Failure {
  return new Failure({
    kind: 'cancelled',
    code: 'cancelled',
    message: phrase('stopped-in-git'),
    advice: phrase('stopped-advice'),
  });
}
