/** Strikes at regular moments of watching; the time between an end and the next begin does not count. */
import { type Millis, millis } from '../domain/units.ts';

/** What strikes while it is on. */
export interface Beat {
  start(): void;
  /** Without effect when it was not started. */
  stop(): void;
}

/**
 * Opens a beat: `strike` is called after every `every` of watching, with how often that was due so far. The moments are multiples of `every`, so that beats
 * which are started together strike together, and short turns are struck now and then at any place within. A strike that comes late leaves out those it missed.
 */
export function openBeat(every: Millis, strike: (due: number) => void, now: () => Millis): Beat {
  let before = 0;
  let since: Millis | null = null;
  let struck = 0;
  let timer: NodeJS.Timeout | undefined;
  const watched = (): number => (since === null ? before : before + now() - since);
  const arm = (): void => {
    // A timer may come a little before its time.
    const due = Math.max(struck, Math.floor(watched() / every)) + 1;
    timer = setTimeout(
      () => {
        struck = due;
        arm();
        strike(due);
      },
      Math.max(1, due * every - watched()),
    );
    timer.unref();
  };
  return {
    start() {
      if (since !== null) return;
      since = now();
      arm();
    },
    stop() {
      clearTimeout(timer);
      before = watched();
      since = null;
    },
  };
}

/** Between two looks at what changes quickly: short enough to see what lives for half a second, long enough to cost nothing. */
export const LOOK_EVERY: Millis = millis(250);
