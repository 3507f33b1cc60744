/** The measured time of a run of Locust, cut out of all that its processes tell: an account like that of every engine. */
import type { GeneratorReading } from '../../domain/measurement.ts';
import { bytes, type Micros, micros, type Millis, millis, ratio } from '../../domain/units.ts';
import { createHistogram } from '../../stats/histogram.ts';
import { type FailureWay, openTally, type Tally, type Tallied } from '../tally.ts';
import type { Request } from './processes.ts';
import type { Beat, Way } from './stream.ts';

/** When the measured time begins and ends: microseconds of the monotonic clock of Locust's machine. */
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

/** Names that get a row of their own; the rest is counted together. */
const NAMES_MAX = 200;
const OTHER = 'other requests';

/** Opens the account; `usersAt` tells how many users there were at a moment of Locust's clock. */
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

/** What the processes of Locust used in a window. */
export interface Usage {
  /** `key` is the process's own number. */
  take(key: number, beat: Beat): void;
  /** Its users are gone. */
  readonly forget: (key: number) => void;
  readonly usersAt: (at: Micros) => number;
  /** Of the busiest process, which is a thread and so a core at most; of memory the sum of all. */
  read(window: Window): GeneratorReading;
}

interface Looks {
  readonly first: Beat;
  readonly last: Beat;
}

/** Looks are kept for so long: to know the users of a second that has just ended. */
const MOMENTS_MAX = 20_000;

/** Opens it; `begin` is told when it is known, and looks before it count for nothing. */
export function openUsage(window: () => Window | null): Usage {
  const latest = new Map<number, Beat>();
  const looks = new Map<number, Looks>();
  const lags = createHistogram();
  const moments: { readonly at: number; readonly users: number }[] = [];
  return {
    take(key, beat) {
      latest.set(key, beat);
      const users = [...latest.values()].reduce((sum, each) => sum + each.users, 0);
      moments.push({ at: beat.at, users });
      if (moments.length > MOMENTS_MAX) moments.splice(0, MOMENTS_MAX / 2);
      const measured = window();
      if (measured === null || beat.at < measured.begin || beat.at > measured.end) return;
      looks.set(key, { first: looks.get(key)?.first ?? beat, last: beat });
      lags.record(micros(beat.lag));
    },
    forget: (key) => void latest.delete(key),
    usersAt: (at) => (moments.findLast((moment) => moment.at <= at) ?? moments[0])?.users ?? 0,
    read() {
      const busiest = Math.max(
        0,
        ...[...looks.values()].map(({ first, last }) => shareOf(last.cpu - first.cpu, first, last)),
      );
      const waits = [...looks.values()].map(({ first, last }) =>
        first.queue === null || last.queue === null ? null : shareOf(last.queue - first.queue, first, last),
      );
      const memory = [...latest.values()].reduce((sum, each) => sum + each.memory, 0);
      return {
        cpu: ratio(busiest),
        // A loop of Locust's kind waits for nothing but events: while it works it is busy.
        eventLoop: ratio(Math.min(1, busiest)),
        eventLoopDelayP99: lagOf(lags.quantile(0.99)),
        runQueueDelay:
          waits.includes(null) || waits.length === 0
            ? null
            : ratio(Math.max(...waits.map((wait) => wait ?? 0))),
        memory: bytes(memory),
      };
    },
  };
}

const lagOf = (lag: Micros | null): Millis => millis((lag ?? 0) / 1_000);

const shareOf = (used: number, first: Beat, last: Beat): number =>
  Math.max(0, used) / Math.max(last.at - first.at, 1_000);
