/** The measured time is cut out of what the processes tell, and only what fits together is believed. */
import { describe, expect, it } from 'vitest';
import { micros } from '../../../../src/domain/units.ts';
import { openProcesses } from '../../../../src/engines/locust/processes.ts';
import type { Beat } from '../../../../src/engines/locust/stream.ts';
import { openUsage } from '../../../../src/engines/locust/usage.ts';
import { openAccount, type Request } from '../../../../src/engines/programs/account.ts';
import { Untrue } from '../../../../src/engines/programs/untrue.ts';

const SECOND = 1_000_000;
const requestAt = (end: number, changes: Partial<Request> = {}): Request => ({
  name: 'GET /',
  end,
  latency: 1_000,
  status: 200,
  bytes: 10,
  way: 'ok',
  error: null,
  ...changes,
});

const WINDOW = { begin: micros(10 * SECOND), end: micros(12 * SECOND) };
const account = () => openAccount(WINDOW, () => 3);

describe('an account', () => {
  it('counts what ended in the window, and what was under way at its end', () => {
    const open = account();
    open.take([
      requestAt(9 * SECOND),
      requestAt(10 * SECOND, { latency: SECOND }),
      requestAt(11 * SECOND),
      requestAt(12 * SECOND, { latency: 5 }),
      requestAt(13 * SECOND, { latency: 2 * SECOND }),
      requestAt(13 * SECOND, { latency: 2 * SECOND, way: 'refused', status: null, error: 'no' }),
      requestAt(13 * SECOND),
    ]);
    const { counts, elapsed, timeline, latency } = open.close();
    expect(counts).toMatchObject({ sent: 4, ok: 2, inFlight: 2, refused: 0 });
    expect(elapsed).toBe(2_000);
    expect(latency.count).toBe(2);
    expect(timeline.map(({ throughput, users }) => [throughput, users])).toEqual([
      [1, 3],
      [1, 3],
    ]);
  });

  it('knows every way to fail, and takes latencies of answers and timeouts alone', () => {
    const open = account();
    const ways = ['http', 'timeout', 'lost', 'broken', 'refused'] as const;
    open.take(
      ways.map((way) =>
        requestAt(11 * SECOND, { way, status: way === 'http' ? 500 : null, error: way, latency: 7_000 }),
      ),
    );
    const { counts, errors, latency } = open.close();
    expect(counts).toEqual({
      sent: 4,
      ok: 0,
      httpError: 1,
      timeout: 1,
      lost: 1,
      connectionError: 1,
      refused: 1,
      inFlight: 0,
    });
    expect(errors.map(({ message }) => message)).toEqual([...ways]);
    expect(latency.count).toBe(1);
  });

  it('ends early when the run does', () => {
    const open = account();
    open.take([requestAt(10.5 * SECOND)]);
    expect(open.close(micros(11 * SECOND)).elapsed).toBe(1_000);
  });

  it('keeps no more names than a report has rows for', () => {
    const open = account();
    open.take(Array.from({ length: 1_000 }, (_, index) => requestAt(11 * SECOND, { name: `GET /${index}` })));
    const { requests, counts } = open.close();
    expect(requests).toHaveLength(201);
    expect(requests.at(-1)?.name).toBe('other requests');
    expect(counts.ok).toBe(1_000);
  });
});

describe('the usage', () => {
  it('is that of the busiest process in the window, and of all for users and memory', () => {
    const usage = openUsage(() => WINDOW);
    const beat = (at: number, changes: Partial<Beat>): Beat => ({
      kind: 'beat',
      at,
      users: 2,
      cpu: 0,
      queue: 0,
      memory: 1_000,
      lag: 0,
      ...changes,
    });
    usage.take(1, beat(9 * SECOND, { cpu: 0 }));
    usage.take(1, beat(10 * SECOND, { cpu: 5 * SECOND }));
    usage.take(2, beat(10 * SECOND, {}));
    usage.take(1, beat(12 * SECOND, { cpu: 6 * SECOND, queue: SECOND }));
    usage.take(2, beat(12 * SECOND, { cpu: 1.5 * SECOND, lag: 4_000 }));
    const reading = usage.read(WINDOW);
    expect(reading.cpu).toBe(0.75);
    expect(reading.runQueueDelay).toBe(0.5);
    expect(reading.memory).toBe(2_000);
    expect(Math.round(reading.eventLoopDelayP99)).toBe(4);
    expect(usage.usersAt(micros(9.5 * SECOND))).toBe(2);
    expect(usage.usersAt(micros(11 * SECOND))).toBe(4);
  });
});

describe('the processes', () => {
  const ignore = {
    onAll: () => undefined,
    onStop: () => undefined,
    onBeat: () => undefined,
    onTask: () => undefined,
  };
  const lines = (...all: readonly string[]): Buffer =>
    Buffer.from(`${all.map((line) => line.replaceAll(' ', '\t')).join('\n')}\n`);

  it('give their requests in the order of their ends, once none can come before', () => {
    const processes = openProcesses(ignore);
    const [one, other] = [processes.open(), processes.open()];
    one.take(lines('hello 1 11 worker 2', 'name 0 "a"', 'r 0 300 1 200 0 ok -', 'beat 500 1 0 0 0 0'));
    expect(processes.next()).toEqual([]);
    other.take(lines('hello 1 12 worker 2', 'name 0 "b"', 'r 0 200 1 200 0 ok -', 'beat 250 1 0 0 0 0'));
    expect(processes.next().map(({ name }) => name)).toEqual(['b']);
    expect(processes.toldUntil()).toBe(250);
    other.take(lines('beat 600 1 0 0 0 0', 'end 1'));
    expect(processes.next().map(({ name }) => name)).toEqual(['a']);
    one.take(lines('end 1'));
    expect(processes.complete()).toBe(true);
    expect(processes.total()).toBe(2);
    for (const each of [one, other]) each.end();
  });

  it.each<[string, readonly string[]]>([
    ['time that goes backwards', ['hello 1 11 local 2', 'beat 500 1 0 0 0 0', 'beat 499 1 0 0 0 0']],
    ['a name that nobody gave', ['hello 1 11 local 2', 'r 0 300 1 200 0 ok -']],
    ['a number of two names', ['hello 1 11 local 2', 'name 0 "a"', 'name 0 "b"']],
    ['a second hello', ['hello 1 11 local 2', 'hello 1 12 local 2']],
    ['no hello', ['beat 500 1 0 0 0 0']],
    ['lines after the last', ['hello 1 11 local 2', 'end 0', 'beat 500 1 0 0 0 0']],
    ['counts that do not fit', ['hello 1 11 local 2', 'end 3']],
    ['an end in the middle', ['hello 1 11 local 2']],
  ])('are not believed for %s', (_, told) => {
    const process = openProcesses(ignore).open();
    expect(() => {
      process.take(lines(...told));
      process.end();
    }).toThrow(Untrue);
  });
});
