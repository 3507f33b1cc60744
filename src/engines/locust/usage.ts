/** What the processes of Locust used of the machine, and how many users they had, by their looks at themselves. */
import type { GeneratorReading } from '../../domain/measurement.ts';
import { bytes, type Micros, micros, type Millis, millis, ratio } from '../../domain/units.ts';
import { createHistogram } from '../../stats/histogram.ts';
import type { Window } from '../programs/account.ts';
import type { Beat } from './stream.ts';

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
