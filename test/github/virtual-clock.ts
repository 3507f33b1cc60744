/** A clock whose time passes only when somebody waits: pauses are over at once, deadlines when nothing else can happen. */
import type { Clock } from '../../src/platform/clock.ts';

/** A {@link Clock} whose time can be read and pushed. */
export interface VirtualClock extends Clock {
  /** Milliseconds that have passed. */
  now(): number;
  /** Lets the time pass until the next deadline: somebody waits for an answer that never comes. */
  pushOn(): void;
}

interface Deadline {
  readonly at: number;
  readonly controller: AbortController;
}

/** Opens a clock at 0. */
export function openVirtualClock(): VirtualClock {
  const deadlines = new Set<Deadline>();
  let now = 0;
  const set = (milliseconds: number): Deadline => {
    const deadline = { at: now + milliseconds, controller: new AbortController() };
    deadlines.add(deadline);
    return deadline;
  };
  const passTo = (time: number): void => {
    now = Math.max(now, time);
    for (const deadline of deadlines) {
      if (deadline.at > now) continue;
      deadlines.delete(deadline);
      deadline.controller.abort(new DOMException('The time is over.', 'TimeoutError'));
    }
  };
  /** The time of the next deadline; Infinity when there is none. */
  const next = (): number => Math.min(...[...deadlines].map(({ at }) => at));
  return {
    now: () => now,
    async pause(milliseconds, stop) {
      const end = now + milliseconds;
      // Who waits is stopped at the deadline, and not at the end of the pause.
      while (!stop.aborted && next() <= end) passTo(next());
      stop.throwIfAborted();
      passTo(end);
    },
    deadline: (milliseconds) => set(milliseconds).controller.signal,
    async within(milliseconds, stop, work) {
      const deadline = set(milliseconds);
      try {
        return await work(AbortSignal.any([stop, deadline.controller.signal]));
      } finally {
        deadlines.delete(deadline);
      }
    },
    pushOn() {
      if (deadlines.size > 0) passTo(next());
    },
  };
}
