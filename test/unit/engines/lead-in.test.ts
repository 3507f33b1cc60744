/** An account that begins anew in the middle of a load. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { micros, millis } from '../../../src/domain/units.ts';
import { openLedIn } from '../../../src/engines/lead-in.ts';
import { openTally, type UsersAt } from '../../../src/engines/tally.ts';

beforeEach(() => vi.useFakeTimers({ now: 0, toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

const ANSWER = { status: 200, wrong: null, latency: micros(5_000), bodyBytes: 10 } as const;
const openFor = (usersAt: UsersAt) =>
  openLedIn(() => openTally(['one', 'two'], usersAt, () => performance.now()), millis(1_000));

it('counts what was under way as sent, and forgets what was answered before', () => {
  using led = openFor(() => 3);
  const { tally } = led;
  for (const index of [0, 0, 1]) tally.sent(index);
  tally.answered(0, ANSWER);
  tally.failed(1, 'connectionError', 'ECONNRESET');
  vi.advanceTimersByTime(1_000);
  tally.answered(0, ANSWER);
  tally.sent(1);
  vi.advanceTimersByTime(2_000);
  const { counts, elapsed, requests, statuses, errors, bodyBytes } = tally.close();
  expect(elapsed).toBe(2_000);
  expect(counts).toMatchObject({ sent: 2, ok: 1, inFlight: 1, connectionError: 0 });
  expect(requests.map((request) => request.counts.sent)).toEqual([1, 1]);
  expect(statuses).toEqual([{ status: 200, count: 1 }]);
  expect(errors).toEqual([]);
  expect(bodyBytes).toBe(10);
});

it('keeps the identity of arrivals, whatever became of them before', () => {
  using led = openFor(null);
  const { tally } = led;
  // Before: one answered, one under way, one refused, one dropped, two waiting.
  for (let arrival = 0; arrival < 6; arrival += 1) tally.arrived();
  for (let sent = 0; sent < 2; sent += 1) {
    tally.lag(millis(0));
    tally.sent(0);
  }
  tally.answered(0, ANSWER);
  tally.failed(0, 'refused', 'ECONNREFUSED');
  tally.dropped();
  vi.advanceTimersByTime(1_000);
  // After: one more comes; one of those that waited is sent and answered.
  tally.arrived();
  tally.lag(millis(500));
  tally.sent(1);
  tally.answered(1, ANSWER);
  tally.stillWaiting(2);
  vi.advanceTimersByTime(1_000);
  const { counts, arrivals } = tally.close();
  const { planned, dropped, waiting } = arrivals ?? { planned: 0, dropped: 0, waiting: 0 };
  expect(planned).toBe(4);
  expect(planned).toBe(counts.sent + counts.refused + dropped + waiting);
  expect(counts).toMatchObject({ sent: 2, ok: 1, inFlight: 1 });
});

it('does not begin anew once it is disposed', () => {
  const led = openFor(() => 1);
  led.tally.sent(0);
  led.tally.answered(0, ANSWER);
  led[Symbol.dispose]();
  vi.advanceTimersByTime(5_000);
  expect(led.tally.close().counts.ok).toBe(1);
});
