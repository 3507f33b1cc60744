/**
 * Wakes the generator when arrivals are due. Timers of the event loop are a millisecond too coarse for that and spinning costs a core, so a thread of its own sleeps to the
 * microsecond (Atomics.wait) and tells.
 */
import { Worker } from 'node:worker_threads';
import type { ArrivalRate } from '../domain/plan.ts';
import { arrivalsOf } from './shape.ts';

/** Calls back whenever arrivals are due, from the moment it is called; the returned function ends that. */
export type Pace = (executor: ArrivalRate, wake: () => void) => () => void;

/** What the thread is told. */
export interface PaceOrder {
  readonly executor: ArrivalRate;
  /** Of the clock that all threads share, in milliseconds. */
  readonly start: number;
  /** Anything but zero ends it. */
  readonly stop: Int32Array;
  /** Comes back with every wake-up, so that one for an order that has ended is known. */
  readonly order: number;
}

/** Arrivals that are due within this are told of together: milliseconds. Half of what an arrival may be late. */
const TOGETHER_MS = 0.4;

/** The clock that all threads of a process share, in milliseconds. */
const sharedClock = (): number => Number(process.hrtime.bigint()) / 1e6;

/** Starts the thread, which lives as long as the process; `door` is its entry. Resolves when it can be given orders. */
export async function openPacer(door: URL): Promise<Pace> {
  const thread = new Worker(door);
  thread.unref();
  await new Promise<void>((resolve, reject) => {
    thread.once('message', () => resolve());
    thread.once('error', reject);
  });
  // Without it, arrivals would come no more until the end, all at once: better no result.
  thread.on('error', (error) => {
    throw error;
  });
  let orders = 0;
  return (executor, wake) => {
    orders += 1;
    const order = orders;
    const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const hear = (told: unknown): void => {
      if (told === order) wake();
    };
    thread.on('message', hear);
    thread.postMessage({ executor, start: sharedClock(), stop, order } satisfies PaceOrder);
    return () => {
      Atomics.store(stop, 0, 1);
      Atomics.notify(stop, 0);
      thread.off('message', hear);
    };
  };
}

/** The thread's side: tells until the last arrival is due, or it is stopped. */
export function pace({ executor, start, stop, order }: PaceOrder, tell: (order: number) => void): void {
  const following = arrivalsOf(executor);
  for (let next = following(); next !== null; ) {
    while (sharedClock() < start + next) {
      if (Atomics.wait(stop, 0, 0, start + next - sharedClock()) !== 'timed-out') return;
    }
    const reach = sharedClock() - start;
    while (next !== null && next <= reach) next = following();
    tell(order);
    if (next !== null && Atomics.wait(stop, 0, 0, TOGETHER_MS) !== 'timed-out') return;
  }
}
