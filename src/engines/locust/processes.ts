/** The processes of one run of Locust, and their requests in the order in which they ended. */
import { phrase } from '../../domain/phrase.ts';
import type { Micros } from '../../domain/units.ts';
import { micros } from '../../domain/units.ts';
import type { ClockReading } from '../../domain/workers.ts';
import { type Clock, openClock } from './clock.ts';
import type { Request } from '../programs/account.ts';
import { Untrue } from '../programs/untrue.ts';
import { type Beat, type Ended, openStream, type Told } from './stream.ts';

/** What one process is, and was seen to use. */
export interface ProcessSeen {
  /** Its number among all, since those of other machines may have the same pid. */
  readonly key: number;
  readonly pid: number;
  readonly role: 'local' | 'worker' | 'master';
  readonly locust: string;
  /** What Locust calls it, when it is elsewhere and tells through the master. */
  readonly relay: string | null;
}

/** A worker elsewhere. Moments are milliseconds of {@link openProcesses}' `now`. */
export interface WorkerSeen {
  readonly key: number;
  readonly host: string;
  readonly address: string;
  /** When it said hello. */
  readonly came: number;
  /** When it was last heard. */
  readonly heard: number;
  /** Up to when it has told everything, by the clock of requests. */
  readonly until: number;
  readonly isDone: boolean;
  readonly isLost: boolean;
  readonly requests: number;
  readonly clock: ClockReading | null;
}

/** What the run tells of itself while it goes on. */
export interface Watching {
  /** All users are there, by the process that leads. */
  readonly onAll: (at: Micros) => void;
  /** The users are told to stop. */
  readonly onStop: (at: Micros) => void;
  readonly onBeat: (beat: Beat, process: ProcessSeen) => void;
  readonly onTask: (message: string) => void;
}

/** All processes that have said hello. */
export interface Processes {
  /** A process has connected. */
  open(): { take(chunk: Buffer): void; end(): void };
  readonly seen: () => readonly ProcessSeen[];
  /** Those elsewhere that have said hello. */
  readonly workers: () => readonly WorkerSeen[];
  /** What Locust calls the workers that have connected, whether they tell or not. */
  readonly joined: () => readonly string[];
  /** When the master was last heard; null where there is none. */
  readonly masterHeard: () => number | null;
  /** Waits for nothing more from one, and believes nothing more that it says. */
  lose(key: number): void;
  /** Users of all processes now. */
  readonly users: () => number;
  /** Requests of which it is certain that none that ended earlier will still be told, in the order of their ends. */
  next(): readonly Request[];
  /** Up to when everything was told; null before the first beat. */
  readonly toldUntil: () => Micros | null;
  /** True when every process that said hello has also said how much it told. */
  readonly complete: () => boolean;
  /** Requests that were told, whenever they ended. */
  readonly total: () => number;
}

/** Processes that one machine has cores for, and those that lead. */
const PROCESSES_MAX = 300;
/** Requests that wait for a process which says nothing. */
const WAITING_MAX = 2_000_000;

interface Process {
  seen: ProcessSeen | null;
  readonly names: string[];
  readonly errors: string[];
  /** Nothing earlier will come. */
  until: number;
  beaten: boolean;
  users: number;
  requests: number;
  said: number | null;
  relay: string | null;
  place: { readonly host: string; readonly address: string } | null;
  readonly clock: Clock;
  came: number;
  heard: number;
  isLost: boolean;
}

/** Opens the account of the processes of a run. What they say is believed only where it fits together. @throws Untrue, from any `take` or `end` */
export function openProcesses(watching: Watching, now: () => number = () => performance.now()): Processes {
  const all: Process[] = [];
  const joined = new Set<string>();
  let waiting: Request[] = [];
  const take = (process: Process, line: Told): void => {
    const told = byOurClock(process, line);
    if (told.kind === 'join' && joined.size < PROCESSES_MAX) joined.add(told.text);
    if (told.kind === 'ended') {
      if (waiting.length >= WAITING_MAX) throw new Untrue(phrase('locust-process-mute'));
      waiting.push(requestOf(process, told));
    } else hear(process, told, watching, all.indexOf(process));
  };
  /** Those that may still tell of requests: one that leads has none of its own. */
  const telling = (): readonly Process[] =>
    all.filter(({ seen, said, isLost }) => seen?.role !== 'master' && said === null && !isLost);
  return {
    open() {
      if (all.length >= PROCESSES_MAX) throw new Untrue(phrase('locust-processes-many'));
      const process = newProcess(now());
      const stream = openStream();
      all.push(process);
      return {
        take: (chunk) => {
          if (process.isLost) return;
          process.heard = now();
          for (const told of stream.take(chunk)) take(process, told);
        },
        end() {
          process.users = 0;
          // Its master closes when one of its workers is gone; whoever watches notices that.
          if (process.isLost || process.relay !== null) return;
          stream.end();
          if (process.said === null) throw new Untrue(phrase('locust-process-cut'));
        },
      };
    },
    seen: () => all.flatMap(({ seen }) => (seen === null ? [] : [seen])),
    workers: () => all.flatMap((process, key) => workerOf(process, key)),
    joined: () => [...joined],
    masterHeard: () => all.find(({ seen }) => seen?.role === 'master')?.heard ?? null,
    lose(key) {
      const process = all[key];
      if (process === undefined) return;
      process.isLost = true;
      process.users = 0;
    },
    users: () => all.reduce((sum, { users }) => sum + users, 0),
    next() {
      const until = Math.min(...telling().map((process) => process.until));
      const ready = waiting.filter(({ end }) => end < until);
      if (ready.length > 0) waiting = waiting.filter(({ end }) => end >= until);
      return ready.toSorted((one, other) => one.end - other.end);
    },
    toldUntil() {
      const working = all.filter(({ seen, isLost }) => seen !== null && seen.role !== 'master' && !isLost);
      if (working.length === 0 || working.some(({ beaten }) => !beaten)) return null;
      const busy = working.filter(({ said }) => said === null);
      return micros(
        busy.length > 0
          ? Math.min(...busy.map(({ until }) => until))
          : Math.max(...working.map(({ until }) => until)),
      );
    },
    complete: () => all.length > 0 && all.every(({ said, isLost }) => said !== null || isLost),
    total: () => all.reduce((sum, { requests }) => sum + requests, 0),
  };
}

const newProcess = (at: number): Process => ({
  seen: null,
  names: [],
  errors: [],
  until: 0,
  beaten: false,
  users: 0,
  requests: 0,
  said: null,
  relay: null,
  place: null,
  clock: openClock(),
  came: at,
  heard: at,
  isLost: false,
});

function workerOf(process: Process, key: number): readonly WorkerSeen[] {
  const { relay, seen, place, clock, came, heard, until, said, isLost, requests } = process;
  if (relay === null || seen === null) return [];
  const { host, address } = place ?? { host: relay, address: '' };
  return [
    { key, host, address, came, heard, until, isDone: said !== null, isLost, requests, clock: clock.read() },
  ];
}

/** Lines of one elsewhere have the time of its own clock. @throws Untrue */
function byOurClock(process: Process, told: Told): Told {
  if (process.relay === null || (!('at' in told) && told.kind !== 'ended')) return told;
  const ahead = process.clock.ahead();
  if (ahead === null) throw new Untrue(phrase('locust-clocks'));
  return told.kind === 'ended' ? { ...told, end: told.end - ahead } : { ...told, at: told.at - ahead };
}

function requestOf(process: Process, ended: Ended): Request {
  const { name, error, end, latency, status, bytes, way } = ended;
  forward(process, end);
  process.requests += 1;
  const called = process.names[name];
  const wrong = error === null ? null : process.errors[error];
  if (called === undefined || wrong === undefined) throw new Untrue(phrase('locust-name-unknown'));
  return { name: called, end, latency, status, bytes, way, error: wrong };
}

function hear(process: Process, told: Exclude<Told, Ended>, watching: Watching, key: number): void {
  if (told.kind === 'relay') {
    if (process.seen !== null || process.relay !== null) throw new Untrue(phrase('locust-order'));
    process.relay = told.text;
    return;
  }
  if ((process.seen === null) !== (told.kind === 'hello') || process.said !== null)
    throw new Untrue(phrase('locust-order'));
  switch (told.kind) {
    case 'hello':
      if (process.relay !== null && told.role !== 'worker') throw new Untrue(phrase('locust-no-worker'));
      process.seen = { key, pid: told.pid, role: told.role, locust: told.locust, relay: process.relay };
      return;
    case 'place':
      process.place = { host: told.host, address: told.address };
      return;
    case 'clock':
      process.clock.take(told.sample);
      return;
    case 'join':
      return;
    case 'name':
    case 'error': {
      const words = told.kind === 'name' ? process.names : process.errors;
      if (told.number !== words.length) throw new Untrue(phrase('locust-name-twice'));
      words.push(told.text);
      return;
    }
    case 'beat':
      forward(process, told.at);
      process.beaten = true;
      process.users = told.users;
      if (process.seen !== null) watching.onBeat(told, process.seen);
      return;
    case 'all':
      // Workers are told so, too, each at a time of its own.
      forward(process, told.at);
      if (process.seen?.role !== 'worker') watching.onAll(micros(told.at));
      return;
    case 'stop':
      forward(process, told.at);
      if (process.seen?.role !== 'worker') watching.onStop(micros(told.at));
      return;
    case 'none':
      throw new Untrue(phrase('locust-no-times', { name: told.text }));
    case 'task':
      watching.onTask(told.text);
      return;
    case 'end':
      if (told.requests !== process.requests)
        throw new Untrue(phrase('locust-miscounted', { said: told.requests, told: process.requests }));
      process.said = told.requests;
  }
}

function forward(process: Process, at: number): void {
  if (process.seen === null || process.said !== null) throw new Untrue(phrase('locust-order'));
  if (at < process.until) throw new Untrue(phrase('locust-time-back'));
  process.until = at;
}
