/** The socket through which Node.js processes of a service tell of their event loop: they are asked, and every word of theirs may be hostile. */
import { foreignJson } from '../domain/foreign-json.ts';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { World } from './world.ts';
import { readShape } from '../domain/shaped.ts';

/** What one process measured since it was told to begin anew, all stretches together. */
export interface RuntimeAnswer {
  /** Its connection: one number for one process. */
  readonly process: number;
  readonly pid: number;
  readonly version: string;
  /** Milliseconds that it measured, and those of them in which its event loop was busy. */
  readonly time: number;
  readonly busy: number;
  /** Milliseconds that its timers came late. */
  readonly delayP50: number;
  readonly delayP99: number;
  readonly delayMax: number;
  /** Milliseconds that collections took, all and the longest. */
  readonly paused: number;
  readonly pauseMax: number;
  readonly minor: number;
  readonly major: number;
  /** Bytes of heap and buffers after the first and the last collection of the whole heap; null without one. */
  readonly firstLive: number | null;
  readonly lastLive: number | null;
}

/** A process that measured and did not tell. */
export interface SilentProcess {
  readonly process: number;
  readonly pid: number;
}

/** What the processes of a service are asked through. None of its methods throws. */
export interface RuntimeChannel {
  /** Lets all processes begin to measure, those that come later included; `anew`: they forget what was before. */
  begin(anew: boolean): Promise<void>;
  /** Lets them end, and asks them. A process whose event loop is blocked answers late: it is waited for once, for two seconds. */
  end(): Promise<{
    readonly answers: readonly RuntimeAnswer[];
    readonly silent: readonly SilentProcess[];
  }>;
}

/** An open channel with the path of its socket. Disposing it hangs up. */
export interface RuntimeSocket extends RuntimeChannel, AsyncDisposable {
  readonly path: string;
}

/** What processes preload to be asked: it lies beside this file, and beside the built program. */
export const OBSERVER_FILE = join(import.meta.dirname, 'observer.cjs');

const BEGIN_WITHIN_MS = 300;
const ANSWER_WITHIN_MS = 2_000;
const LINE_MAX = 64 * 1024;
/** At once, and in all: a service may start one process after another. */
const CONNECTIONS_MAX = 200;
const ACCEPTED_MAX = 5_000;
/** Questions that a process may leave unanswered before it is given up. */
const OPEN_MAX = 100;
/** Longest path of a socket on every system, with its final zero (`sun_path` on macOS; Linux has 108). */
const PATH_BYTES_MAX = 103;

/** More milliseconds than any run has. */
const AMOUNT_MAX = 1e10;
const amount = z.number().nonnegative().max(AMOUNT_MAX);
const count = z.int().nonnegative();
const answer = z.strictObject({
  to: count,
  pid: z.int().positive(),
  version: z.string().regex(/^v\d{1,3}\.\d{1,3}\.\d{1,3}[\w.+-]{0,40}$/),
  time: amount,
  busy: amount,
  delayP50: amount,
  delayP99: amount,
  delayMax: amount,
  paused: amount,
  pauseMax: amount,
  minor: count,
  major: count,
  firstLive: z.union([count, z.null()]),
  lastLive: z.union([count, z.null()]),
});

/** One process that is connected. */
interface Teller {
  readonly process: number;
  readonly socket: Socket;
  /** Known from its first words. */
  pid: number | null;
  /** It was told to begin, and not yet to end. */
  begun: boolean;
  /** Questions without an answer, by number. */
  readonly open: Map<number, Question>;
}

type Word = 'anew' | 'again' | 'read';

interface Question {
  readonly word: Word | 'hello';
  readonly resolve: (answer: RuntimeAnswer | null) => void;
}

/** Opens the socket in the run's temporary folder. Null where the system has none or its path is too long for one. Never throws. */
export async function openRuntimeSocket(world: Pick<World, 'temporary'>): Promise<RuntimeSocket | null> {
  const path = join(world.temporary, `${randomBytes(4).toString('hex')}.sock`);
  if (process.platform === 'win32' || Buffer.byteLength(path) > PATH_BYTES_MAX) return null;
  const desk: Desk = { tellers: new Set(), gone: new Set(), measuring: false };
  let accepted = 0;
  const server = createServer((socket) => {
    accepted += 1;
    if (accepted > ACCEPTED_MAX) socket.destroy();
    else welcome(tellerOf(accepted, socket), desk);
  });
  server.maxConnections = CONNECTIONS_MAX;
  server.on('error', () => undefined);
  const listening = once(server.listen(path), 'listening').then(
    () => true,
    () => false,
  );
  if (!(await listening)) return null;
  server.unref();
  return {
    path,
    ...channelOf(desk),
    async [Symbol.asyncDispose]() {
      for (const { socket } of desk.tellers) socket.destroy();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Who is connected, and what they are to do. */
interface Desk {
  readonly tellers: Set<Teller>;
  /** Those that hung up since the last begin while they measured. */
  readonly gone: Set<Teller>;
  measuring: boolean;
}

const tellerOf = (process: number, socket: Socket): Teller => ({
  process,
  socket,
  pid: null,
  begun: false,
  open: new Map(),
});

/** Listens to a process until it hangs up, or says what nobody asked. */
function welcome(teller: Teller, desk: Desk): void {
  const { socket, open } = teller;
  desk.tellers.add(teller);
  const greet = (first: RuntimeAnswer | null): void => {
    teller.pid = first?.pid ?? null;
    if (first !== null && desk.measuring) void tell(teller, 'anew');
  };
  open.set(0, { word: 'hello', resolve: greet });
  socket.unref();
  socket.setEncoding('utf8');
  socket.on('error', () => undefined);
  socket.on(
    'data',
    inLines(
      (line) => hear(teller, line),
      () => socket.destroy(),
    ),
  );
  socket.on('close', () => {
    desk.tellers.delete(teller);
    if (teller.begun) desk.gone.add(teller);
    for (const { word, resolve } of open.values()) if (word !== 'hello') resolve(null);
    open.clear();
  });
}

function inLines(take: (line: string) => void, refuse: () => void): (chunk: string) => void {
  let rest = '';
  return (chunk) => {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
    if (rest.length > LINE_MAX) refuse();
  };
}

function hear(teller: Teller, line: string): void {
  if (teller.socket.destroyed) return;
  const told = line.length > LINE_MAX ? undefined : readShape(answer, parse(line)).data;
  const question = told && teller.open.get(told.to);
  if (told === undefined || question === undefined) {
    teller.socket.destroy();
    return;
  }
  const { to, ...rest } = told;
  teller.open.delete(to);
  question.resolve({ process: teller.process, ...rest });
}

function parse(line: string): unknown {
  try {
    return foreignJson(line);
  } catch {
    return null;
  }
}

let questions = 0;

/** Puts one question. Resolves with null when the process hangs up. */
function tell(teller: Teller, word: Word): Promise<RuntimeAnswer | null> {
  questions += 1;
  const number = questions;
  teller.begun = word !== 'read';
  if (teller.open.size >= OPEN_MAX) teller.socket.destroy();
  if (teller.socket.destroyed) return Promise.resolve(null);
  return new Promise((resolve) => {
    teller.open.set(number, { word, resolve });
    teller.socket.write(`${word} ${number}\n`);
  });
}

function channelOf(desk: Desk): RuntimeChannel {
  const known = (): readonly Teller[] => [...desk.tellers].filter(({ pid }) => pid !== null);
  return {
    async begin(anew) {
      desk.measuring = true;
      desk.gone.clear();
      await within(BEGIN_WITHIN_MS, known(), (teller) => tell(teller, anew ? 'anew' : 'again'));
    },
    async end() {
      desk.measuring = false;
      const asked = known().filter(({ begun }) => begun);
      const told = await within(ANSWER_WITHIN_MS, asked, (teller) => tell(teller, 'read'));
      const answers = told.filter((each) => each !== null);
      const heard = new Set(answers.map(({ process }) => process));
      const silent = [...new Set([...asked, ...desk.gone])].filter(({ process }) => !heard.has(process));
      return { answers, silent: silent.map(({ process, pid }) => ({ process, pid: pid ?? 0 })) };
    },
  };
}

/** Asks all, and waits for those that owe no reading. What comes too late is null. */
async function within(
  time: number,
  tellers: readonly Teller[],
  ask: (teller: Teller) => Promise<RuntimeAnswer | null>,
): Promise<readonly (RuntimeAnswer | null)[]> {
  const answered = new AbortController();
  const late = sleep(time, null, { signal: answered.signal }).catch(() => null);
  const asked = tellers.map((teller) => {
    const behind = [...teller.open.values()].some(({ word }) => word === 'read');
    const told = ask(teller);
    return behind ? Promise.resolve(null) : Promise.race([told, late]);
  });
  const all = await Promise.all(asked);
  answered.abort();
  return all;
}
