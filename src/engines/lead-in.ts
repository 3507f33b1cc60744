/** An account that begins anew after a while, in the middle of the load: what is under way then is part of it from its beginning. */
import type { Millis } from '../domain/units.ts';
import type { Tally } from './tally.ts';

/** A tally of which only the last part counts. */
export interface LedIn extends Disposable {
  readonly tally: Tally;
}

/**
 * Opens an account with `open`, and another in its place after `leadIn`. A load that begins is no load that lasts: its first requests meet an idle service, and nothing is under way that could
 * be answered in the time of another's. The second account begins with what is under way as sent, and with the arrivals that have not been answered as planned; so its identities hold.
 */
export function openLedIn(open: () => Tally, leadIn: Millis): LedIn {
  let current = open();
  const underWay = new Map<number, number>();
  let outstanding = 0;
  const settle = (index: number): void => {
    underWay.set(index, (underWay.get(index) ?? 0) - 1);
    outstanding -= 1;
  };
  const beginAnew = (): void => {
    current = open();
    for (const [index, count] of underWay) for (let each = 0; each < count; each += 1) current.sent(index);
    for (let each = 0; each < outstanding; each += 1) current.arrived();
  };
  const timer = setTimeout(beginAnew, leadIn);
  return {
    tally: {
      sent(index) {
        underWay.set(index, (underWay.get(index) ?? 0) + 1);
        current.sent(index);
      },
      answered(index, answer) {
        settle(index);
        current.answered(index, answer);
      },
      failed(index, way, message, latency) {
        // What was refused was never sent.
        if (way === 'refused') outstanding -= 1;
        else settle(index);
        current.failed(index, way, message, latency);
      },
      arrived() {
        outstanding += 1;
        current.arrived();
      },
      dropped() {
        outstanding -= 1;
        current.dropped();
      },
      lag: (after) => current.lag(after),
      stillWaiting: (count) => current.stillWaiting(count),
      soFar: () => current.soFar(),
      close: (ending) => current.close(ending),
    },
    [Symbol.dispose]: () => clearTimeout(timer),
  };
}
