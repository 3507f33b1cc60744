/** The thread's side of pacing, in this thread: it sleeps, so the tests are short. */
import { describe, expect, it } from 'vitest';
import { millis } from '../../../src/domain/units.ts';
import { pace } from '../../../src/engines/pacer.ts';
import { openPauses } from '../../../src/engines/pauses.ts';

const clock = (): number => Number(process.hrtime.bigint()) / 1e6;
const never = (): Int32Array => new Int32Array(new SharedArrayBuffer(4));
const rate = (perSecond: number, ms: number) =>
  ({ kind: 'constant-arrival-rate', rate: perSecond, maxUsers: 1, duration: millis(ms) }) as const;

describe('pace', () => {
  it('tells no sooner than an arrival is due, and of each', () => {
    const start = clock();
    const told: number[] = [];
    pace({ executor: rate(100, 60), start, stop: never(), order: 7 }, (order) => {
      expect(order).toBe(7);
      told.push(clock() - start);
    });
    // Arrivals are due at 0, 10, … 50 ms; a machine that sleeps over some of them tells of them together.
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThanOrEqual(6);
    expect(told.at(-1)).toBeGreaterThanOrEqual(50);
    expect(told.every((at, index) => at >= 10 * index - 0.01)).toBe(true);
  });

  it('tells of arrivals together that are closer than it can sleep', () => {
    let count = 0;
    pace({ executor: rate(50_000, 20), start: clock(), stop: never(), order: 1 }, () => (count += 1));
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(60);
  });

  it('ends when it is stopped, whatever is still due', () => {
    const stop = never();
    const start = clock();
    pace({ executor: rate(1, 60_000), start, stop, order: 1 }, () => Atomics.store(stop, 0, 1));
    expect(clock() - start).toBeLessThan(5_000);
  });
});

describe('pauses', () => {
  it('last as long as they should, or end together', async () => {
    const pauses = openPauses();
    await pauses.wait(1);
    const started = clock();
    const waiting = [pauses.wait(60_000), pauses.wait(60_000)];
    pauses.end();
    await Promise.all(waiting);
    await pauses.wait(60_000);
    expect(clock() - started).toBeLessThan(5_000);
  });
});
