/** The clocks of a worker elsewhere beside ours, from questions and answers (as NTP does, RFC 5905 section 8). */
import type { ClockReading } from '../../domain/workers.ts';
import { millis } from '../../domain/units.ts';

/** A question and its answer. Microseconds: `sent`, `back` and `wall` (the clock of the world at `sent`) by our clocks, `there` and `wallThere` by the worker's. */
export interface ClockSample {
  readonly sent: number;
  readonly back: number;
  readonly there: number;
  readonly wall: number;
  readonly wallThere: number;
}

/** What the answers come to. */
export interface Clock {
  take(sample: ClockSample): void;
  /** Microseconds by which the worker's monotonic clock is ahead of ours, by the fastest answer so far; null without any. Whoever asked once is always told the same: time must not jump. */
  ahead(): number | null;
  /** Of all answers; null without any. */
  read(): ClockReading | null;
}

/** The drift is that of the fastest of so many latest answers. */
const LATEST = 10;

/** Opens it. */
export function openClock(): Clock {
  let best: ClockSample | null = null;
  let fixed: number | null = null;
  const latest: ClockSample[] = [];
  return {
    take(sample) {
      best = fastest(best, sample);
      latest.push(sample);
      if (latest.length > LATEST) latest.shift();
    },
    ahead() {
      fixed ??= best === null ? null : Math.round(aheadBy(best));
      return fixed;
    },
    read() {
      if (best === null) return null;
      const now = latest.reduce(fastest);
      const drift = Math.abs(aheadBy(now) - (fixed ?? aheadBy(best)));
      const offset = best.wallThere - (best.wall + way(best));
      return { offset: millis(offset / 1_000), error: millis((way(best) + drift) / 1_000) };
    },
  };
}

/** Half of the way there and back. */
const way = ({ sent, back }: ClockSample): number => (back - sent) / 2;

const aheadBy = (sample: ClockSample): number => sample.there - (sample.sent + way(sample));

const fastest = (one: ClockSample | null, other: ClockSample): ClockSample =>
  one === null || way(other) < way(one) ? other : one;
