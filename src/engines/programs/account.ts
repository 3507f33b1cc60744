/** The measured time of a program that sends, cut out of all that it tells: an account like that of every engine. */
import { type Micros, micros, millis } from '../../domain/units.ts';
import type { GeneratorJob } from '../load-job.ts';
import { type FailureWay, openTally, type Tally, type Tallied } from '../tally.ts';

/** What became of a request, as programs tell it. */
export const WAYS = ['ok', 'http', 'refused', 'timeout', 'lost', 'broken'] as const;
/** One of {@link WAYS}. */
export type Way = (typeof WAYS)[number];

/** A request that ended. Times are microseconds of the program's clock. */
export interface Request {
  readonly name: string;
  readonly end: number;
  readonly latency: number;
  /** Null without an answer, or where the client is not HTTP. */
  readonly status: number | null;
  readonly bytes: number;
  readonly way: Way;
  /** Null for `ok`. */
  readonly error: string | null;
}

/** When the measured time begins and ends: microseconds of the program's clock. */
export interface Window {
  readonly begin: Micros;
  readonly end: Micros;
}

/** The account of one window. */
export interface Account {
  readonly window: Window;
  /** Takes requests in the order of their ends. Those that ended before the window are no part of it; those that began in it and ended after it are in flight. */
  take(requests: readonly Request[]): void;
  readonly soFar: Tally['soFar'];
  /** Ends it; a run that stopped before the end of the window is measured up to then. */
  close(stopped?: Micros): Tallied;
}

/** The measured time: after the warm-up, which begins when all users are there. */
export function windowOf(all: Micros, { load, leadIn = millis(0) }: GeneratorJob): Window {
  const begin = micros(all + 1_000 * (load.warmUp + leadIn));
  return { begin, end: micros(begin + 1_000 * load.executor.duration) };
}

/** Names that get a row of their own; the rest is counted together. */
const NAMES_MAX = 200;
const OTHER = 'other requests';

/** Opens the account; `usersAt` tells how many users there were at a moment of the program's clock. */
export function openAccount(window: Window, usersAt: (at: Micros) => number): Account {
  // The tally's clock is that of what is told.
  let now = window.begin / 1_000;
  const names: string[] = [];
  const known = new Map<string, number>();
  const tally = openTally(
    names,
    (elapsed) => usersAt(micros(window.begin + 1_000 * elapsed)),
    () => now,
  );
  const indexOf = (name: string): number => {
    const index = known.get(name);
    if (index !== undefined) return index;
    if (known.size >= NAMES_MAX && name !== OTHER) return indexOf(OTHER);
    known.set(name, names.length);
    names.push(name);
    return names.length - 1;
  };
  return {
    window,
    take(requests) {
      for (const request of requests) {
        if (request.end < window.begin) continue;
        const index = indexOf(request.name);
        if (request.end < window.end) {
          now = request.end / 1_000;
          settle(tally, index, request);
        } else if (request.end - request.latency < window.end && request.way !== 'refused') tally.sent(index);
      }
    },
    soFar: () => tally.soFar(),
    close(stopped = window.end) {
      now = Math.max(now, Math.min(stopped, window.end) / 1_000);
      return tally.close();
    },
  };
}

/** Ways without an answer, as every engine calls them. */
const FAILURE_WAYS: Readonly<Record<Exclude<Way, 'ok' | 'http'>, FailureWay>> = {
  refused: 'refused',
  timeout: 'timeout',
  lost: 'lost',
  broken: 'connectionError',
};

function settle(tally: Tally, index: number, { way, status, latency, bytes: size, error }: Request): void {
  if (way !== 'refused') tally.sent(index);
  if (way === 'ok' || way === 'http') {
    // A client that is not HTTP has no status.
    tally.answered(index, { status: status ?? 0, wrong: error, latency: micros(latency), bodyBytes: size });
  } else {
    const waited = way === 'timeout' ? micros(latency) : undefined;
    tally.failed(index, FAILURE_WAYS[way], error ?? way, waited);
  }
}
