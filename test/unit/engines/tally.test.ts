/** The account of a stretch of load. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Counts } from '../../../src/domain/measurement.ts';
import { micros } from '../../../src/domain/units.ts';
import { openTally, type Tally } from '../../../src/engines/tally.ts';

/** A tally with a clock in hand. */
function opened(names: readonly string[] = ['a', 'b']) {
  let time = 5_000;
  const tally = openTally(
    names,
    () => 2,
    () => time,
  );
  return { tally, pass: (milliseconds: number) => (time += milliseconds) };
}

const answer = (tally: Tally, index = 0, status = 200, latency = 1_000): void => {
  tally.sent(index);
  tally.answered(index, {
    status,
    wrong: status < 400 ? null : `HTTP ${status}`,
    latency: micros(latency),
    bodyBytes: 10,
  });
};

describe('the account', () => {
  test('has every request in one place, whatever happens in whatever order', () => {
    const step = fc.record({
      index: fc.integer({ min: 0, max: 1 }),
      end: fc.constantFrom('ok', 'error', 'connectionError', 'timeout', 'lost', 'none', 'refused'),
      wait: fc.integer({ min: 0, max: 700 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { tally, pass } = opened();
        for (const { index, end, wait } of steps) {
          pass(wait);
          if (end === 'refused') tally.failed(index, end, 'ECONNREFUSED');
          else if (end === 'ok' || end === 'error') answer(tally, index, end === 'ok' ? 200 : 500);
          else tally.sent(index);
          if (end === 'connectionError' || end === 'lost') tally.failed(index, end, end);
          if (end === 'timeout') tally.failed(index, end, end, micros(9));
        }
        const { counts, requests, latency, timeline, elapsed } = tally.close();
        const { ok, httpError, connectionError, timeout, lost, inFlight } = counts;
        expect(counts.sent).toBe(ok + httpError + connectionError + timeout + lost + inFlight);
        expect(inFlight).toBe(steps.filter(({ end }) => end === 'none').length);
        expect(latency.count).toBe(ok + timeout);
        for (const key of Object.keys(counts) as (keyof Counts)[]) {
          expect(requests.reduce((sum, request) => sum + request.counts[key], 0)).toBe(counts[key]);
        }
        const spans = timeline.map((_row, at) => Math.min(1, elapsed / 1_000 - at));
        const failures = httpError + connectionError + timeout + lost + counts.refused;
        // What falls into a last stretch under a tenth of a second has no row.
        expect(timeline.reduce((sum, row, at) => sum + row.throughput * (spans[at] ?? 0), 0)).toBeLessThan(
          ok + 1e-6,
        );
        expect(timeline.reduce((sum, row, at) => sum + row.errors * (spans[at] ?? 0), 0)).toBeLessThan(
          failures + 1e-6,
        );
      }),
    );
  });

  test('lasts to the last answer when it settled, and to the end when it did not', () => {
    const settled = opened();
    settled.pass(200);
    answer(settled.tally);
    settled.pass(100);
    expect(settled.tally.close('settle').elapsed).toBe(200);
    const open = opened();
    open.pass(200);
    answer(open.tally);
    open.tally.sent(1);
    open.pass(100);
    const { elapsed, counts } = open.tally.close('settle');
    expect([elapsed, counts.inFlight]).toEqual([300, 1]);
  });

  test('is by second, with a shorter last one, and empty ones in between', () => {
    const { tally, pass } = opened();
    answer(tally);
    pass(2_100);
    answer(tally, 0, 200, 4_000);
    answer(tally, 1, 500);
    pass(400);
    const { timeline } = tally.close();
    expect(timeline.map(({ second, throughput, errors }) => [second, throughput, errors])).toEqual([
      [0, 1, 0],
      [1, 0, 0],
      [2, 2, 2],
    ]);
    expect(timeline.map(({ p95 }) => p95)).toEqual([1, null, expect.closeTo(4, 1)]);
  });

  test('leaves a last stretch out that is too short to have a rate', () => {
    const { tally, pass } = opened();
    pass(1_050);
    answer(tally);
    expect(tally.close().timeline).toHaveLength(1);
  });

  test('tells the p95 so far, also when a second has just ended', () => {
    const { tally, pass } = opened();
    expect(tally.soFar()).toEqual({ ok: 0, errors: 0, p95: null, second: null });
    answer(tally, 0, 200, 4_000);
    expect(tally.soFar().p95).toBeCloseTo(4, 1);
    pass(1_000);
    expect(tally.soFar().p95).toBeCloseTo(4, 1);
    expect(tally.soFar().second).toMatchObject({ second: 0, throughput: 1, errors: 0 });
  });

  test('takes nothing after its end', () => {
    const { tally } = opened();
    tally.sent(0);
    const { counts } = tally.close();
    tally.answered(0, { status: 200, wrong: null, latency: micros(1), bodyBytes: 1 });
    tally.failed(0, 'lost', 'late');
    tally.sent(1);
    expect(counts).toMatchObject({ sent: 1, ok: 0, lost: 0, inFlight: 1 });
    expect(tally.soFar()).toMatchObject({ ok: 0, errors: 0 });
  });

  test('does not let a fast error into the latencies', () => {
    const { tally } = opened();
    answer(tally, 0, 503, 1);
    const { latency, statuses, errors, bodyBytes } = tally.close();
    expect(latency.count).toBe(0);
    expect(statuses).toEqual([{ status: 503, count: 1 }]);
    expect(errors).toEqual([{ message: 'HTTP 503', count: 1 }]);
    expect(bodyBytes).toBe(10);
  });

  test('keeps messages bounded and most frequent first', () => {
    const { tally } = opened();
    for (let n = 0; n < 1_000; n += 1) tally.failed(0, 'refused', n % 2 === 0 ? 'often' : `once ${n}`);
    const { errors, counts } = tally.close();
    expect(errors).toHaveLength(20);
    expect(errors[0]).toEqual({ message: 'often', count: 500 });
    expect(errors[1]).toEqual({ message: 'other errors', count: 500 - 199 });
    expect(counts.refused).toBe(1_000);
  });
});
