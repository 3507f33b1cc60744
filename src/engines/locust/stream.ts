/** What the listener beside a locustfile tells, line by line; strict, since the code around it is anybody's. */
import { phrase } from '../../domain/phrase.ts';
import { Untrue } from '../programs/untrue.ts';
import { type Way, WAYS } from '../programs/account.ts';
import { clockOf, named, placeOf, type RelayTold } from './relay-lines.ts';

/** A request that ended. Times are microseconds of the monotonic clock. */
export interface Ended {
  readonly kind: 'ended';
  /** Number of its name. */
  readonly name: number;
  readonly end: number;
  readonly latency: number;
  readonly status: number | null;
  readonly bytes: number;
  readonly way: Way;
  /** Number of the message of what went wrong; null for `ok`. */
  readonly error: number | null;
}

/** A look at the process itself: nothing that ended before it is told later. Times are microseconds. */
export interface Beat {
  readonly kind: 'beat';
  readonly at: number;
  readonly users: number;
  /** CPU time so far. */
  readonly cpu: number;
  /** Time so far that the main thread was ready to run and had no core; null where the kernel does not say. */
  readonly queue: number | null;
  /** Largest resident memory so far, in bytes. */
  readonly memory: number;
  /** How much later it came than it was due. */
  readonly lag: number;
}

/** One line. */
export type Told =
  | RelayTold
  | Ended
  | Beat
  | {
      readonly kind: 'hello';
      readonly pid: number;
      readonly role: 'local' | 'worker' | 'master';
      readonly locust: string;
    }
  | { readonly kind: 'name' | 'error'; readonly number: number; readonly text: string }
  /** A request without a response time. */
  | { readonly kind: 'none'; readonly text: string }
  /** An exception in a task. */
  | { readonly kind: 'task'; readonly text: string }
  | { readonly kind: 'all'; readonly at: number; readonly users: number }
  | { readonly kind: 'stop'; readonly at: number }
  | { readonly kind: 'end'; readonly requests: number };

/** Version of the lines. */
const VERSION = 1;
/** The longest line is a text of 300 characters, each of which JSON may write as six. */
const LINE_MAX = 4_096;
const TEXT_MAX = 300;
const NUMBERS_MAX = 256;
/** As long as a histogram tells apart: an hour. */
const LATENCY_MAX = 3_600_000_000;
/** A line that cannot be read is quoted so far. */
const QUOTED = 80;

/**
 * Reads a stream: `take` is given chunks as they come, and returns what whole lines say. What is left at the end must be nothing.
 * @throws Untrue for a line that is none of ours, and for one that is too long
 */
export function openStream(): { take(chunk: Buffer): readonly Told[]; end(): void } {
  let rest = '';
  return {
    take(chunk) {
      const lines = (rest + chunk.toString('latin1')).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > LINE_MAX) throw new Untrue(phrase('locust-line-long'));
      return lines.map(toldBy);
    },
    end() {
      if (rest !== '') throw new Untrue(phrase('locust-line-cut'));
    },
  };
}

/** What one line says; the listener writes nothing but ASCII. @throws Untrue */
export function toldBy(line: string): Told {
  if (line.length > LINE_MAX) throw new Untrue(phrase('locust-line-long'));
  const [kind = '', ...fields] = line.split('\t');
  const read = Object.hasOwn(READERS, kind) ? READERS[kind] : undefined;
  if (read === undefined || fields.length !== read.fields)
    throw new Untrue(phrase('locust-line-unknown', { line: quoted(line) }));
  const told = read.read(fields, line);
  if (told === null) throw new Untrue(phrase('locust-line-wrong', { line: quoted(line) }));
  return told;
}

interface Reader {
  readonly fields: number;
  /** Null for what cannot be. */
  readonly read: (fields: readonly string[], line: string) => Told | null;
}

const READERS: Readonly<Record<string, Reader>> = {
  hello: { fields: 4, read: hello },
  name: { fields: 2, read: (fields) => word('name', fields) },
  error: { fields: 2, read: (fields) => word('error', fields) },
  r: { fields: 7, read: ended },
  none: { fields: 1, read: ([json = '']) => sentence('none', json) },
  task: { fields: 1, read: ([json = '']) => sentence('task', json) },
  beat: { fields: 6, read: beat },
  relay: { fields: 1, read: ([json = '']) => named('relay', textOf(json)) },
  join: { fields: 1, read: ([json = '']) => named('join', textOf(json)) },
  place: { fields: 2, read: ([host = '', address = '']) => placeOf(textOf(host), textOf(address)) },
  clock: { fields: 5, read: (fields) => clockOf(fields.map((field) => whole(field))) },
  all: {
    fields: 2,
    read: (fields) => {
      const [at = null, users = null] = fields.map((field) => whole(field));
      return at === null || users === null ? null : { kind: 'all', at, users };
    },
  },
  stop: {
    fields: 1,
    read: ([field = '']) => {
      const at = whole(field);
      return at === null ? null : { kind: 'stop', at };
    },
  },
  end: {
    fields: 1,
    read: ([field = '']) => {
      const requests = whole(field);
      return requests === null ? null : { kind: 'end', requests };
    },
  },
};

const ROLES = ['local', 'worker', 'master'] as const;

function hello([version = '', number = '', name = '', locust = '']: readonly string[]): Told | null {
  const pid = whole(number);
  const role = ROLES.find((known) => known === name);
  if (whole(version) !== VERSION || pid === null || pid < 2 || role === undefined) return null;
  return /^[0-9A-Za-z.+-]{1,50}$/.test(locust) ? { kind: 'hello', pid, role, locust } : null;
}

function word(kind: 'name' | 'error', [field = '', json = '']: readonly string[]): Told | null {
  const number = whole(field, NUMBERS_MAX);
  const text = textOf(json);
  return number === null || text === null ? null : { kind, number, text };
}

function sentence(kind: 'none' | 'task', json: string): Told | null {
  const text = textOf(json);
  return text === null ? null : { kind, text };
}

function ended(fields: readonly string[]): Told | null {
  const [name = '', at = '', time = '', code = '', size = '', how = '', why = ''] = fields;
  const [number, end, latency, bytes] = [
    whole(name, NUMBERS_MAX),
    whole(at),
    whole(time, LATENCY_MAX),
    whole(size),
  ];
  const status = code === '-' ? null : whole(code, 999);
  const error = why === '-' ? null : whole(why, NUMBERS_MAX);
  const way = WAYS.find((known) => known === how);
  if (number === null || end === null || latency === null || bytes === null || way === undefined) return null;
  if ((code !== '-' && (status === null || status < 100)) || (way === 'ok') !== (why === '-')) return null;
  if ((why !== '-' && error === null) || (way === 'http' && status === null) || latency > end) return null;
  return { kind: 'ended', name: number, end, latency, status, bytes, way, error };
}

function beat(fields: readonly string[]): Told | null {
  const [time = '', count = '', used = '', waited = '', resident = '', late = ''] = fields;
  const [at, users, cpu] = [whole(time), whole(count), whole(used)];
  const [memory, lag] = [whole(resident), whole(late)];
  const queue = waited === '-' ? null : whole(waited);
  if (at === null || users === null || cpu === null || memory === null || lag === null) return null;
  return waited !== '-' && queue === null ? null : { kind: 'beat', at, users, cpu, queue, memory, lag };
}

/** A whole number from 0, in digits alone; null for anything else. */
function whole(text: string, most = Number.MAX_SAFE_INTEGER): number | null {
  if (!/^\d{1,16}$/.test(text)) return null;
  const value = Number(text);
  return value <= most ? value : null;
}

function textOf(json: string): string | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' && value.length <= 2 * TEXT_MAX ? value.slice(0, TEXT_MAX) : null;
  } catch {
    return null;
  }
}

const quoted = (line: string): string => JSON.stringify(line.slice(0, QUOTED));
