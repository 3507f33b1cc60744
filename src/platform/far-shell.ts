/** A shell script on another machine that answers questions, over one connection of the program `ssh`. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { english, type Phrase, phrase } from '../domain/phrase.ts';
import { Failure } from '../domain/failure.ts';
import { type Millis, millis } from '../domain/units.ts';
import { childEnvironment } from './environment.ts';
import { type ProcessTree, startTree, type TreeOptions } from './process.ts';
import type { World } from './world.ts';

/** Whom to connect to, and as whom. */
export interface SshPlace {
  /** As it is written: what its key is known by. */
  readonly host: string;
  /** The IP address that it means. */
  readonly address: string;
  readonly port: number;
  /** Null: as this machine's user is called. */
  readonly user: string | null;
  /** Absolute path of the key, or null: those that `ssh` finds, and its agent's. */
  readonly identity: string | null;
  /** Absolute path of the file of known hosts, or null: `~/.ssh/known_hosts`. */
  readonly knownHosts: string | null;
}

/** The running script. Disposing it closes the connection, by which the script ends. */
export interface FarShell extends AsyncDisposable {
  /** Sends a line (null: none, the first answer comes by itself) and waits for what is printed up to the next line with the mark: that line's words come last. @throws FarTrouble */
  ask(line: string | null, within: Millis): Promise<FarAnswer>;
}

/** What was printed, a character a byte. */
export interface FarAnswer {
  readonly text: string;
  /** Behind the mark. */
  readonly words: readonly string[];
}

/** Why there is no answer, and will be none. */
export class FarTrouble extends Error {
  override readonly name = 'FarTrouble';
  readonly why: Phrase;

  constructor(why: Phrase) {
    super(english(why));
    this.why = why;
  }
}

/** The absolute path of a file that is given as `~/…`, or relative to the workspace. */
export const fileOfUser = (path: string, workspace: string): string =>
  path.startsWith('~/') ? join(homedir(), path.slice(2)) : resolve(workspace, path);

/** More than all that is asked for, of a machine with a thousand processes. */
const ANSWER_MAX = 4 * 1024 * 1024;
const COMPLAINTS_MAX = 4_096;
const COMPLAINT_MAX = 200;
const GRACE: Millis = millis(2_000);
/** Of `ssh`: until it is connected. */
const CONNECT_SECONDS = 10;

/**
 * The command: no question is answered, no host is believed that is not known, nothing is forwarded, and no configuration of anybody is read but these options. The address is the one that
 * was allowed; the key is that of the host as it is written.
 */
export function sshCommand(place: SshPlace, script: string): TreeOptions['command'] {
  const { host, address, port, user, identity, knownHosts } = place;
  const options = [
    'BatchMode=yes',
    'StrictHostKeyChecking=yes',
    `ConnectTimeout=${CONNECT_SECONDS}`,
    'ConnectionAttempts=1',
    'ServerAliveInterval=5',
    'ServerAliveCountMax=3',
    'ClearAllForwardings=yes',
    'ForwardAgent=no',
    'ForwardX11=no',
    'ControlMaster=no',
    'ControlPath=none',
    'PermitLocalCommand=no',
    'UpdateHostKeys=no',
    'PreferredAuthentications=publickey',
    'LogLevel=ERROR',
    `HostName=${address}`,
    `HostKeyAlias=${port === 22 ? host : `[${host}]:${port}`}`,
    ...(identity === null ? [] : ['IdentitiesOnly=yes', `IdentityFile=${identity}`]),
    ...(knownHosts === null ? [] : [`UserKnownHostsFile=${knownHosts}`]),
  ];
  return [
    'ssh',
    '-F',
    'none',
    '-T',
    '-p',
    String(port),
    ...(user === null ? [] : ['-l', user]),
    ...options.flatMap((option) => ['-o', option]),
    '--',
    host,
    `exec sh -c '${script.replaceAll("'", String.raw`'\''`)}'`,
  ];
}

/**
 * Starts a command (as {@link sshCommand} makes it) whose script prints lines that begin with `mark`. Its environment has no token; the socket of a key agent is in it.
 * @throws FarTrouble where it cannot be started
 */
export async function openFarShell(
  command: TreeOptions['command'],
  { host, mark }: { readonly host: string; readonly mark: string },
  world: World,
): Promise<FarShell> {
  const agent = world.env['SSH_AUTH_SOCK'];
  const hearing = openHearing(host, mark);
  const tree = await startTree(world, {
    command,
    directory: world.temporary,
    env: childEnvironment(world.env, agent === undefined ? {} : { SSH_AUTH_SOCK: agent }),
    input: true,
    grace: GRACE,
    onOutput: (stream, chunk) => (stream === 'stdout' ? hearing.hear(chunk) : hearing.complain(chunk)),
  }).catch((error: unknown) => {
    throw notStarted(error);
  });
  void tree.exited.then(async ({ code }) => {
    await tree.drained;
    hearing.fail(hearing.ending(code));
  });
  const cancel = (): void => hearing.fail(phrase('far-cancelled'));
  world.signal.addEventListener('abort', cancel, { once: true });
  return {
    ask: (line, within) => asking(hearing, tree, { host, line, within }),
    async [Symbol.asyncDispose]() {
      world.signal.removeEventListener('abort', cancel);
      hearing.fail(phrase('far-cancelled'));
      tree.input?.end();
      await tree[Symbol.asyncDispose]();
    },
  };
}

function notStarted(error: unknown): unknown {
  if (!(error instanceof Failure)) return error;
  return new FarTrouble(
    error.detail.code === 'command-not-found'
      ? phrase('far-no-ssh')
      : phrase('foreign', { text: error.detail.message }),
  );
}

interface Question {
  readonly host: string;
  readonly line: string | null;
  readonly within: Millis;
}

async function asking(
  hearing: Hearing,
  { input }: ProcessTree,
  { host, line, within }: Question,
): Promise<FarAnswer> {
  const answer = hearing.next();
  const timer = setTimeout(
    () => hearing.fail(phrase('far-silent', { host, seconds: within / 1_000 })),
    within,
  );
  if (line !== null) input?.write(`${line}\n`);
  try {
    return await answer;
  } finally {
    clearTimeout(timer);
  }
}

interface Hearing {
  hear(chunk: Buffer): void;
  complain(chunk: Buffer): void;
  /** The next answer: one that came before it was asked for is taken, too. */
  next(): Promise<FarAnswer>;
  /** From now on there are no answers. */
  fail(why: Phrase): void;
  ending(code: number | null): Phrase;
}

function openHearing(host: string, mark: string): Hearing {
  let heard = '';
  let complaints = '';
  let over: Phrase | null = null;
  let waiting: PromiseWithResolvers<FarAnswer> | null = null;
  const fail = (why: Phrase): void => {
    over ??= why;
    heard = '';
    waiting?.reject(new FarTrouble(over));
    waiting = null;
  };
  /** Looks for the mark in what is new, and gives what stands before it to who waits. */
  const take = (from: number): void => {
    if (waiting === null) return;
    const start = heard.indexOf(`\n${mark} `, Math.max(0, from - mark.length - 2));
    const end = start < 0 ? -1 : heard.indexOf('\n', start + 1);
    if (end < 0) return;
    const answer = {
      text: heard.slice(0, start + 1),
      words: heard.slice(start + mark.length + 2, end).split(' '),
    };
    heard = heard.slice(end + 1);
    waiting.resolve(answer);
    waiting = null;
  };
  return {
    hear(chunk) {
      if (over !== null) return;
      const from = heard.length;
      heard += chunk.toString('latin1');
      take(from - LAST_LINE_MAX);
      if (heard.length > ANSWER_MAX) fail(phrase('far-flood', { host, mib: ANSWER_MAX / 1024 / 1024 }));
    },
    complain(chunk) {
      complaints = (complaints + chunk.toString('utf8')).slice(-COMPLAINTS_MAX);
    },
    next() {
      waiting = Promise.withResolvers<FarAnswer>();
      const { promise } = waiting;
      if (over !== null) fail(over);
      else take(0);
      return promise;
    },
    fail,
    ending(code) {
      const last = complaints.split('\n').findLast((line) => line.trim() !== '');
      const error = last?.trim().slice(0, COMPLAINT_MAX) ?? phrase('locust-exit', { code: String(code) });
      return phrase('far-ended', { host, error });
    },
  };
}

/** The line of the mark may come in pieces. */
const LAST_LINE_MAX = 200;
