/** Workers elsewhere: their clocks are compared, what they tell is cut by ours, and one that is gone, late or deaf is never overlooked. */
import { array, assert, constantFrom, property, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocustWorkers } from '../../../../src/domain/engine-plan.ts';
import { Failure } from '../../../../src/domain/failure.ts';
import { micros, millis } from '../../../../src/domain/units.ts';
import { type ClockSample, openClock } from '../../../../src/engines/locust/clock.ts';
import { openProcesses } from '../../../../src/engines/locust/processes.ts';
import { Untrue } from '../../../../src/engines/programs/untrue.ts';
import { openWorkerWatch } from '../../../../src/engines/locust/workers.ts';
import { filledIn } from '../../../../src/engines/locust/starters.ts';

/** A worker whose clock is a second ahead, asked at `sent`. */
const sample = (sent: number, way: number, back: number, ahead = 1_000_000): ClockSample => ({
  sent,
  back: sent + way + back,
  there: sent + way + ahead,
  wall: 5_000_000 + sent,
  wallThere: 5_000_000 + sent + way + 2_000,
});

describe('clocks', () => {
  it('are compared by the fastest answer, with half of its way as the error', () => {
    const clock = openClock();
    expect([clock.ahead(), clock.read()]).toEqual([null, null]);
    clock.take(sample(0, 90, 10));
    clock.take(sample(1_000, 5, 5));
    clock.take(sample(2_000, 3, 400));
    expect(clock.ahead()).toBe(1_000_000);
    expect(clock.read()).toEqual({ offset: 2, error: 0.005 });
  });

  it('that drift are said to, and time never jumps', () => {
    const clock = openClock();
    clock.take(sample(0, 5, 5));
    expect(clock.ahead()).toBe(1_000_000);
    for (let at = 1; at <= 12; at += 1) clock.take(sample(1_000 * at, 5, 5, 1_000_700));
    expect(clock.ahead()).toBe(1_000_000);
    expect(clock.read()?.error).toBeCloseTo(0.705);
  });
});

const IGNORE = {
  onAll: () => undefined,
  onStop: () => undefined,
  onBeat: () => undefined,
  onTask: () => undefined,
};
const lines = (...all: readonly string[]): Buffer =>
  Buffer.from(`${all.map((line) => line.replaceAll(' ', '\t')).join('\n')}\n`);
const HELLO = ['relay "a_1"', 'hello 1 11 worker 2.47.0', 'place "load-1" "10.0.0.3"'];
const CLOCK = 'clock 100 200 1150 7000 7050';

describe('what a worker tells', () => {
  it('has the time of our clock', () => {
    const beats: number[] = [];
    const processes = openProcesses({ ...IGNORE, onBeat: ({ at }) => void beats.push(at) });
    const worker = processes.open();
    worker.take(lines(...HELLO, CLOCK, 'name 0 "a"', 'r 0 1500 20 200 0 ok -', 'beat 2000 1 0 0 0 0'));
    expect(processes.next()).toMatchObject([{ name: 'a', end: 500, latency: 20 }]);
    expect(beats).toEqual([1_000]);
    expect(processes.workers()).toMatchObject([
      { host: 'load-1', address: '10.0.0.3', until: 1_000, requests: 1, isDone: false },
    ]);
  });

  it.each<[string, readonly string[]]>([
    ['times before its clocks were compared', [...HELLO, 'beat 2000 1 0 0 0 0']],
    ['an answer before its question', [...HELLO, 'clock 200 100 1150 7000 7050']],
    ['a name of a host that is a sentence', [HELLO[0] ?? '', HELLO[1] ?? '', 'place "a\\u0020b" ""']],
    ['a second name', [...HELLO, 'relay "a_2"']],
    ['that it leads', ['relay "a_1"', 'hello 1 11 master 2.47.0']],
    ['a name behind its hello', ['hello 1 11 worker 2.47.0', 'relay "a_1"']],
    ['times that go backwards', [...HELLO, CLOCK, 'beat 2000 1 0 0 0 0', 'beat 1999 1 0 0 0 0']],
    ['times before there was a machine', [...HELLO, CLOCK, 'beat 10 1 0 0 0 0']],
    ['counts that do not fit', [...HELLO, CLOCK, 'name 0 "a"', 'r 0 1500 20 200 0 ok -', 'end 2']],
  ])('is not believed for %s', (_, told) => {
    const worker = openProcesses(IGNORE).open();
    expect(() => worker.take(lines(...told))).toThrow(Untrue);
  });

  it('counts for nothing any more when it was given up, and nobody waits for it', () => {
    const processes = openProcesses(IGNORE);
    const [one, other] = [processes.open(), processes.open()];
    one.take(lines(...HELLO, CLOCK, 'name 0 "a"', 'r 0 1500 20 200 0 ok -', 'beat 1500 1 0 0 0 0'));
    other.take(lines('relay "b_1"', ...HELLO.slice(1), CLOCK, 'beat 9000 1 0 0 0 0', 'end 0'));
    expect(processes.complete()).toBe(false);
    expect(processes.toldUntil()).toBe(500);
    processes.lose(0);
    one.take(lines('r 0 1600 20 200 0 ok -', 'nonsense'));
    one.end();
    expect(processes.complete()).toBe(true);
    expect(processes.toldUntil()).toBe(8_000);
    expect(processes.next()).toHaveLength(1);
  });

  it('S29: of anything is read or refused by name, and is whole only with its last word and counts that fit', () => {
    const good = [...HELLO, CLOCK, 'name 0 "a"', 'r 0 1500 20 200 0 ok -', 'beat 2000 1 0 0 0 0', 'end 1'];
    const piece = tuple(
      constantFrom(...good, 'end 0', 'end 7', 'r 0 1 NaN 200 0 ok -', ''),
      string({ maxLength: 3 }),
    );
    assert(
      property(array(piece, { maxLength: 14 }), (pieces) => {
        const processes = openProcesses(IGNORE);
        const worker = processes.open();
        const told = pieces.map(([line, noise]) => (noise.length === 1 ? line + noise : line));
        try {
          worker.take(lines(...told));
          worker.end();
        } catch (error) {
          if (!(error instanceof Untrue)) throw error;
          return;
        }
        if (!processes.complete()) return;
        const [last = ''] = told.filter((line) => line.startsWith('end'));
        expect(processes.total()).toBe(Number(last.slice(4)));
      }),
    );
  });
});

const PLAN: LocustWorkers = {
  count: 2,
  joinWithin: millis(10_000),
  bind: '10.0.0.1',
  port: 5557,
  start: [],
  mayLose: 0,
};

/** A master with so many workers that have said hello, and a clock that is set by hand. */
function watched(workers: number, plan: Partial<LocustWorkers> = {}) {
  const clock = { now: 0 };
  const lost: number[] = [];
  const processes = openProcesses(IGNORE, () => clock.now);
  const master = processes.open();
  master.take(lines('hello 1 10 master 2.47.0'));
  const streams = Array.from({ length: workers }, (_, index) => {
    master.take(lines(`join "w_${index}"`));
    const stream = processes.open();
    stream.take(lines(`relay "w_${index}"`, 'hello 1 11 worker 2', `place "w${index}" ""`, CLOCK));
    return stream;
  });
  const watch = openWorkerWatch({ ...PLAN, ...plan }, processes, {
    began: 0,
    lines: () => ['last words'],
    onLost: (key) => void lost.push(key),
  });
  let beats = 2_000;
  /** All that are named beat, and time goes on. */
  const pass = (ms: number, ...alive: readonly number[]): void => {
    clock.now += ms;
    beats += 1_000;
    master.take(lines(`beat ${beats} 0 0 0 0 0`));
    for (const index of alive) streams[index]?.take(lines(`beat ${beats} 1 0 0 0 0`));
  };
  return { clock, processes, master, streams, watch, lost, pass };
}

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error.detail.code;
    throw error;
  }
  return 'none';
};

describe('the watch over workers', () => {
  it('waits for all of them, and not for ever', () => {
    const { watch } = watched(1);
    expect(codeOf(() => watch.look(10_000, null))).toBe('none');
    expect(codeOf(() => watch.look(10_001, null))).toBe('locust-workers-missing');
  });

  it('gives one up that says nothing for some seconds, and says so once', () => {
    const { watch, pass, clock, lost, processes } = watched(2);
    for (let second = 0; second < 4; second += 1) pass(1_000, 0);
    const told = watch.look(clock.now, 500);
    expect(told).toEqual([{ what: 'lost', worker: 'w1', silent: 4_000 }]);
    expect(lost).toEqual([processes.workers()[1]?.key]);
    expect(watch.isVoid()).toBe(true);
    pass(1_000, 0);
    expect(watch.look(clock.now, 500)).toEqual([]);
    const { workers } = watch.read({ begin: micros(0), end: micros(1) });
    expect(workers.map(({ lostAt }) => lostAt === null)).toEqual([true, false]);
  });

  it('blames no worker for a master that stands still', () => {
    const { watch, clock } = watched(2);
    clock.now = 20_000;
    expect(watch.look(clock.now, 500)).toEqual([]);
    expect(watch.isVoid()).toBe(false);
  });

  it('allows for as many as it is told to', () => {
    const { watch, pass, clock } = watched(2, { mayLose: 1 });
    for (let second = 0; second < 4; second += 1) pass(1_000, 0);
    expect(watch.look(clock.now, 500)).toHaveLength(1);
    expect(watch.isVoid()).toBe(false);
  });

  it('tells of one that comes when the load is on', () => {
    const { watch, clock, pass } = watched(2);
    pass(100, 0, 1);
    expect(watch.look(clock.now, -1)).toMatchObject([{ what: 'late' }, { what: 'late' }]);
    expect(watch.look(clock.now, -1)).toEqual([]);
    expect(watch.isVoid()).toBe(true);
  });

  it('overlooks none that tells nothing', () => {
    const { watch, master, streams } = watched(2);
    master.take(lines('join "deaf_1"'));
    expect(codeOf(() => watch.look(100, 50))).toBe('none');
    expect(codeOf(() => watch.look(10_200, 50))).toBe('locust-workers-deaf');
    for (const stream of streams) stream.take(lines('end 0'));
    expect(codeOf(() => watch.close())).toBe('locust-workers-deaf');
  });

  it('takes one without a last word for lost', () => {
    const { watch, streams, processes } = watched(2);
    streams[0]?.take(lines('end 0'));
    watch.close();
    expect(watch.isVoid()).toBe(true);
    expect(processes.workers().map(({ isLost }) => isLost)).toEqual([false, true]);
  });
});

it('a command is told where the master waits', () => {
  expect(filledIn('locust --master-host {host} --master-port {port} # {host}', PLAN)).toBe(
    'locust --master-host 10.0.0.1 --master-port 5557 # 10.0.0.1',
  );
});
