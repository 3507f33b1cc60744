/** Starts commands as trees of processes that are ours to the last grandchild, and ends them whole. */
import { phrase } from '../domain/phrase.ts';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { constants } from 'node:os';
import type { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../domain/failure.ts';
import { type Millis, millis } from '../domain/units.ts';
import { followTree, type TreeMembers } from './process-list.ts';
import { TAG_VARIABLE, tagOf } from './tag.ts';
import type { World } from './world.ts';

/** What is started. */
export interface TreeOptions {
  /** An executable and its arguments; see {@link shellCommand} for a command line. */
  readonly command: readonly [file: string, ...args: string[]];
  /** Absolute path of a folder that exists. */
  readonly directory: string;
  /** The whole environment of the child (`childEnvironment` makes one); the marks by which it is found are added. */
  readonly env: Readonly<Record<string, string>>;
  /** Takes its output as it comes. Output is always piped: nothing it prints reaches our own streams. */
  readonly onOutput?: (stream: 'stdout' | 'stderr', chunk: Buffer) => void;
  /** True: its standard input is a pipe. Otherwise it reads nothing. */
  readonly input?: boolean;
  /** From TERM to KILL when it is disposed of. */
  readonly grace?: Millis;
}

/** How a process ended: with a code, or by a signal. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The signal behind an exit: a shell tells of one that ended its last command by a code of 128 and more. Null when there was none. */
export function signalOf({ code, signal: endedBy }: Exit): string | null {
  if (endedBy !== null) return endedBy;
  const number = (code ?? 0) - 128;
  const names = Object.entries(constants.signals).filter(([, value]) => value === number);
  return names[0]?.[0] ?? null;
}

/** A started command with everything it starts. Disposing it ends the whole tree. */
export interface ProcessTree extends AsyncDisposable {
  /** The command itself; its group has the same number. */
  readonly pid: number;
  /** Null unless asked for. */
  readonly input: Writable | null;
  /** Resolves when the command itself has ended, whatever it left running. Never rejects. */
  readonly exited: Promise<Exit>;
  /** Resolves when, after its end, all it printed has come, or nobody will wait for it any longer. */
  readonly drained: Promise<void>;
  /** Pids of the tree that are alive: looked up twice a second at most. */
  readonly pids: () => readonly number[];
  /**
   * Ends the tree: TERM to everybody, after `grace` KILL, again until nobody is left. Asked again, it hurries up if the new grace ends
   * sooner. Returns the pids that could not be ended (processes of another user): none, normally. Never throws.
   */
  stop(grace?: Millis): Promise<readonly number[]>;
}

/** Name of the variable that marks the processes of one tree; {@link TAG_VARIABLE} marks those of the whole run. */
export const TREE_VARIABLE = 'LOADGATE_TREE';

const GRACE = millis(2_000);
/** When somebody stopped us, nobody waits longer than this for a service to end by itself. */
const HURRY = millis(2_000);
const LOOK_EVERY_MS = 25;
const PIDS_EVERY_MS = 500;
/** KILL works at once; processes that fork while they are killed need another round. */
const KILL_ROUNDS = 80;
/** For output on its way when the process has ended. A grandchild may hold the pipe open for ever (F27). */
const DRAIN_MS = 150;

/** A command line as `sh` runs it; it stops at the first command of it that fails. */
export const shellCommand = (line: string): TreeOptions['command'] => ['/bin/sh', '-e', '-c', line];

/**
 * Starts a command in a session of its own.
 * @throws Failure kind `usage`, code `command-not-found`, when there is no such executable, else kind `not-measured`, code `spawn-failed`
 */
export async function startTree(world: World, options: TreeOptions): Promise<ProcessTree> {
  const [file, ...args] = options.command;
  const mark = randomBytes(8).toString('hex');
  const child = spawn(file, args, {
    cwd: options.directory,
    env: { ...options.env, [TAG_VARIABLE]: tagOf(world), [TREE_VARIABLE]: mark },
    stdio: [options.input === true ? 'pipe' : 'ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const { pid } = child;
  if (pid === undefined) throw await spawnFailure(child, file);
  const members = followTree(pid, `${TREE_VARIABLE}=${mark}`);
  alive.set(pid, members);
  process.off('exit', killAll).on('exit', killAll);
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, endedBy) => resolve({ code, signal: endedBy }));
  });
  // A pipe that breaks while its process ends is no news.
  child.stdin?.on('error', () => undefined);
  child.on('error', () => undefined);
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.on('data', (chunk: Buffer) => options.onOutput?.(name, chunk)).on('error', () => undefined);
  }
  const closed = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  const drained = exited.then(async () => {
    await Promise.race([closed, sleep(DRAIN_MS, undefined, { ref: false })]);
  });
  const stop = ending(world, { child, members, pid, closed });
  return {
    pid,
    input: child.stdin,
    exited,
    drained,
    pids: seldom(() => members.glance().map((member) => member.pid)),
    stop: (grace = options.grace ?? GRACE) => stop(grace),
    async [Symbol.asyncDispose]() {
      await stop(options.grace ?? GRACE);
    },
  };
}

/** What is ended. */
interface Ending {
  readonly child: ChildProcess;
  readonly members: TreeMembers;
  readonly pid: number;
  readonly closed: Promise<void>;
}

/** Makes the function that ends a tree: many may call it, it is done once. */
function ending(world: World, tree: Ending): (grace: Millis) => Promise<readonly number[]> {
  let killAt = Number.POSITIVE_INFINITY;
  let done: Promise<readonly number[]> | null = null;
  const hurry = (): void => {
    killAt = Math.min(killAt, performance.now() + HURRY);
  };
  return (grace) => {
    killAt = Math.min(killAt, performance.now() + grace);
    if (world.signal.aborted) hurry();
    else if (done === null) world.signal.addEventListener('abort', hurry, { once: true });
    done ??= endTree(tree, () => killAt).finally(() => world.signal.removeEventListener('abort', hurry));
    return done;
  };
}

/** TERM, wait, KILL until nobody is left. The leader's end is not the tree's: it goes on while any member is alive (F23, F24). */
async function endTree(
  { child, members, pid, closed }: Ending,
  killAt: () => number,
): Promise<readonly number[]> {
  for (const member of members.look()) signal(member.pid, 'SIGTERM');
  while (performance.now() < killAt() && members.look().length > 0) await sleep(LOOK_EVERY_MS);
  for (let round = 0; round < KILL_ROUNDS && kill(members) > 0; round += 1) await sleep(LOOK_EVERY_MS);
  const left = members.look().map((member) => member.pid);
  await Promise.race([closed, sleep(DRAIN_MS)]);
  child.stdin?.destroy();
  child.stdout?.destroy();
  child.stderr?.destroy();
  alive.delete(pid);
  return left;
}

/** Sends KILL to these processes. Those that are gone already are no error. */
export function endMarked(pids: readonly number[]): void {
  for (const pid of pids) signal(pid, 'SIGKILL');
}

/** Sends KILL to every member that is alive. Returns how many there were. */
function kill(members: TreeMembers): number {
  const left = members.look();
  for (const { pid } of left) signal(pid, 'SIGKILL');
  return left.length;
}

/** A process that is gone already is no error; one that is not ours to signal is found by the next look. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone, or another user's.
  }
}

/** Trees that nobody has ended yet. */
const alive = new Map<number, TreeMembers>();

/** However this process exits, also by an error that nobody caught: what it started goes with it. */
function killAll(): void {
  for (let round = 0; round < 3; round += 1) {
    for (const members of alive.values()) kill(members);
  }
}

/** The same answer for half a second: looking costs a few milliseconds of a core that may be under measurement. */
function seldom(look: () => readonly number[]): () => readonly number[] {
  let last: { readonly at: number; readonly pids: readonly number[] } | null = null;
  return () => {
    if (last === null || performance.now() - last.at > PIDS_EVERY_MS) {
      last = { at: performance.now(), pids: look() };
    }
    return last.pids;
  };
}

async function spawnFailure(child: ChildProcess, file: string): Promise<Failure> {
  const error = await new Promise<NodeJS.ErrnoException>((resolve) => {
    child.once('error', resolve);
  });
  if (error.code === 'ENOENT' || error.code === 'EACCES') {
    return new Failure(
      {
        kind: 'usage',
        code: 'command-not-found',
        message: phrase(error.code === 'ENOENT' ? 'program-missing' : 'program-not-executable', { file }),
        advice: phrase('program-missing-advice'),
      },
      { cause: error },
    );
  }
  return new Failure(
    {
      kind: 'not-measured',
      code: 'spawn-failed',
      message: phrase('spawn-failed', { file, error: error.message }),
      advice: phrase('spawn-failed-advice'),
    },
    { cause: error },
  );
}
