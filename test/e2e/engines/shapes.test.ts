/** Loads that our own engine sends: think time, ramps, and arrivals at their times. */
import { describe, expect, test } from 'vitest';
import type { Executor } from '../../../src/domain/plan.ts';
import { millis } from '../../../src/domain/units.ts';
import { loadOf, measured, quantile, settled } from './measure.ts';
import { type Exchange, openWireServer } from './wire-server.ts';

const PERIOD = 2_500;
const STALL = { from: 1_000, to: 1_500 };

/** Answers at once, but in a stall only at its end: half a second in every two and a half, from the first request on. */
function stalling() {
  let start = Number.NaN;
  const receivedAt: number[] = [];
  const answeredAt: number[] = [];
  return {
    behave({ number, answer }: Exchange): void {
      if (number === 1) start = performance.now();
      receivedAt[number - 1] = performance.now() - start;
      const reply = (): void => {
        answeredAt[number - 1] = performance.now() - start;
        answer();
      };
      const phase = (performance.now() - start) % PERIOD;
      if (phase < STALL.from || phase >= STALL.to) reply();
      else setTimeout(reply, STALL.to - phase);
    },
    /**
     * What a quantile must be, in milliseconds: the n-th request was to be sent n intervals after the begin, and was answered when it was answered. The begin is told by
     * the request that came with the least delay (the first opens a connection). The pauses of a busy machine are in it as the service had them.
     */
    truth(rate: number, q: number): number {
      const due = (index: number): number => (1_000 * index) / rate;
      const begin = Math.min(...receivedAt.map((at, index) => at - due(index)));
      const latencies = answeredAt.map((at, index) => at - begin - due(index));
      const sorted = latencies.toSorted((left, right) => left - right);
      return sorted[Math.ceil(q * sorted.length) - 1] ?? Number.NaN;
    },
  };
}

const constantRate = (rate: number, seconds: number, maxUsers: number): Executor => ({
  kind: 'constant-arrival-rate',
  rate,
  maxUsers,
  duration: millis(1_000 * seconds),
});

describe('an arrival rate', () => {
  test.each([
    ['with users enough', 200],
    ['with so few that arrivals wait for one', 5],
  ])('counts latency from the time of arrival, %s', async (_, maxUsers) => {
    const service = stalling();
    await using server = await openWireServer((exchange) => service.behave(exchange));
    const load = loadOf({ executor: constantRate(200, 5, maxUsers), timeout: millis(3_000) });
    const result = await measured(server.url, load);
    for (const q of [0.85, 0.95, 0.99, 1]) {
      const wanted = service.truth(200, q);
      expect(Math.abs(quantile(result, q) - wanted), `p${100 * q}`).toBeLessThan(0.05 * wanted + 5);
    }
    // A fifth of all arrivals met a stall: of those, half waited for a quarter of a second and more.
    expect(service.truth(200, 0.9)).toBeGreaterThan(225);
    expect(quantile(result, 0.5)).toBeLessThan(25);
    expect(result.engine).toMatchObject({ name: 'undici', why: 'executor' });
    expect(result.counts.ok).toBeGreaterThanOrEqual(995);
    expect(result.arrivals?.planned).toBe(1_000);
  });

  test('shows what a closed loop hides', async () => {
    const service = stalling();
    await using server = await openWireServer((exchange) => service.behave(exchange));
    const executor = { kind: 'constant-users', users: 10, thinkTime: null, duration: millis(5_000) } as const;
    const result = await measured(server.url, loadOf({ executor, timeout: millis(3_000) }));
    // Two stalls of half a second: the open loop has a p95 of more than 300 ms of them.
    expect(quantile(result, 1)).toBeGreaterThan(400);
    expect(quantile(result, 0.95)).toBeLessThan(50);
  });

  // These measure nothing that the other would move, and wait most of their time.
  test.concurrent('ramps', async () => {
    await using server = await openWireServer((exchange) => exchange.answer());
    const executor: Executor = {
      kind: 'ramping-arrival-rate',
      startRate: 0,
      stages: [{ duration: millis(2_000), target: 200 }],
      maxUsers: 20,
      duration: millis(2_000),
    };
    const { arrivals, timeline, counts } = await measured(server.url, loadOf({ executor }));
    // The area below 0 to 200/s in two seconds; a quarter of it in the first.
    expect(arrivals?.planned).toBe(200);
    expect(counts.ok).toBeGreaterThanOrEqual(195);
    expect(timeline[0]?.throughput).toBeGreaterThan(40);
    expect(timeline[0]?.throughput).toBeLessThan(60);
  });

  test.concurrent('that nobody keeps up with drops what has waited too long, and counts every arrival once', async () => {
    await using server = await openWireServer((exchange) => void setTimeout(() => exchange.answer(), 190));
    const load = loadOf({ executor: constantRate(100, 2, 2), timeout: millis(300) });
    const { arrivals, counts } = await measured(server.url, load);
    expect(arrivals).not.toBeNull();
    const { planned = 0, dropped = 0, waiting = 0, late = 0 } = arrivals ?? {};
    expect(planned).toBe(200);
    expect(dropped).toBeGreaterThan(50);
    expect(late).toBeGreaterThan(0);
    expect(planned).toBe(counts.sent + counts.refused + dropped + waiting);
    expect(counts.sent).toBe(settled(counts) + counts.inFlight);
  });

  test.concurrent('goes on against a service that is not there', async () => {
    const { port } = await openWireServer(() => undefined).then(async (server) => {
      await server[Symbol.asyncDispose]();
      return server;
    });
    const { arrivals, counts } = await measured(
      `http://127.0.0.1:${port}`,
      loadOf({ executor: constantRate(50, 1, 5) }),
    );
    expect(counts.ok).toBe(0);
    expect(counts.refused + (arrivals?.dropped ?? 0) + (arrivals?.waiting ?? 0)).toBe(arrivals?.planned);
  });
});

describe.concurrent('users', () => {
  test('think after each answer', async () => {
    await using server = await openWireServer((exchange) => exchange.answer());
    const thinkTime = { kind: 'uniform', from: millis(100), to: millis(300) } as const;
    const executor: Executor = { kind: 'constant-users', users: 20, thinkTime, duration: millis(3_000) };
    const { counts, engine } = await measured(server.url, loadOf({ executor }));
    // Twenty users, each asking five times a second.
    expect(counts.ok / 3).toBeGreaterThan(85);
    expect(counts.ok / 3).toBeLessThan(110);
    expect(engine).toMatchObject({ name: 'undici', why: 'executor' });
  });

  test('do not all ask at once when they begin', async () => {
    const times: number[] = [];
    await using server = await openWireServer((exchange) => {
      times.push(performance.now());
      exchange.answer();
    });
    const thinkTime = { kind: 'uniform', from: millis(1_000), to: millis(1_000) } as const;
    const executor: Executor = { kind: 'constant-users', users: 40, thinkTime, duration: millis(1_500) };
    await measured(server.url, loadOf({ executor }));
    const [first = 0] = times;
    const early = times.filter((at) => at - first < 250).length;
    expect(early).toBeGreaterThan(1);
    expect(early).toBeLessThan(25);
  });

  test('come and go with a ramp', async () => {
    let [under, most] = [0, 0];
    await using server = await openWireServer((exchange) => {
      under += 1;
      most = Math.max(most, under);
      setTimeout(() => {
        under -= 1;
        exchange.answer();
      }, 10);
    });
    const executor: Executor = {
      kind: 'ramping-users',
      startUsers: 0,
      stages: [
        { duration: millis(1_500), target: 15 },
        { duration: millis(0), target: 3 },
        { duration: millis(1_500), target: 3 },
      ],
      thinkTime: null,
      duration: millis(3_000),
    };
    const { timeline, users, counts } = await measured(server.url, loadOf({ executor }));
    expect(users).toBe(15);
    expect(most).toBeGreaterThan(11);
    expect(most).toBeLessThanOrEqual(15);
    expect(timeline.map((second) => second.users)).toEqual([5, expect.any(Number), 3]);
    expect(timeline[2]?.throughput ?? 0).toBeLessThan((timeline[1]?.throughput ?? 0) * 0.8);
    expect(counts.inFlight).toBeLessThanOrEqual(3);
  });
});
