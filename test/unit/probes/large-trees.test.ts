/** Trees of more than a hundred processes: looked at less often, and what that leaves out is not made up. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Millis, millis } from '../../../src/domain/units.ts';
import { openCurve } from '../../../src/probes/curve.ts';
import { openDiskWaiters } from '../../../src/probes/disk-waiters.ts';
import { startHostProbe } from '../../../src/probes/host.ts';
import { openTreeLooks } from '../../../src/probes/tree-looks.ts';
import { processFiles } from './recorded-process.ts';
import { recordTree } from './recorded-tree.ts';

afterEach(() => void vi.useRealTimers());

const numbered = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => 1_000 + index);
const now = (): Millis => millis(performance.now());

/** Each has used so many nanoseconds. */
const using = (pids: readonly number[], used: number): Readonly<Record<string, string>> =>
  Object.assign({}, ...pids.map((pid) => processFiles(pid, { threads: { [pid]: { used } }, resident: 2 })));

describe('looks at a tree', () => {
  it.each([
    [100, 0],
    [101, 1_010],
    [300, 3_000],
  ])('of %i processes are due after %i ms', (count, after) => {
    const pids = numbered(count);
    using tree = recordTree(using(pids, 1e9));
    let clock = 1_000;
    const looks = openTreeLooks({ pids: () => pids }, { root: tree.root, now: () => millis(clock) });
    const first = looks.due();
    expect(first?.times.size).toBe(count);
    clock += Math.max(21, after - 1);
    expect(looks.due() === first).toBe(after > 0);
    clock += 1;
    const second = looks.due();
    expect(second).not.toBe(first);
    clock += 21;
    // A begin and an end are worth a look whatever it costs.
    expect(looks.now()).not.toBe(second);
  });
});

describe('the curve of a large tree', () => {
  it('tells the mean since the last look where there is one, and nothing between', async () => {
    vi.useFakeTimers();
    const pids = numbered(150);
    using tree = recordTree({
      ...using(pids, 1e9),
      ...processFiles(20, { threads: { 20: { used: 1e9 } } }),
      'proc/stat': 'cpu  100 0 0 50 0 0 0 0 0 0\ncpu0 1 0 0 1\n',
    });
    const sources = { root: tree.root, now };
    const curve = openCurve(
      openTreeLooks({ pids: () => pids }, sources),
      { generatorPids: () => [20] },
      sources,
    );
    await curve.begin();
    await vi.advanceTimersByTimeAsync(500);
    // Ten milliseconds each: one and a half seconds of cores in the first two.
    tree.write(using(pids, 1.01e9));
    await vi.advanceTimersByTimeAsync(1_700);
    await curve.end();
    const rows = curve.read();
    expect(rows.map(({ second }) => second)).toEqual([0, 1]);
    expect(rows[0]).toMatchObject({ service: null, others: null, memory: null, read: null, generator: 0 });
    expect(rows[1]?.service).toBeCloseTo(0.75, 6);
    expect(rows[1]?.memory).toBe(150 * 2 * 1_024);
    expect(rows[1]?.others).not.toBeNull();
  });
});

describe('the host probe', () => {
  it('looks at a large tree as seldom, and at its end', async () => {
    vi.useFakeTimers();
    const pids = numbered(150);
    using tree = recordTree({ ...using(pids, 1e9), 'proc/stat': 'cpu  1 0 0 5 0 0 0 0 0 0\ncpu0 1 0 0 1\n' });
    let asked = 0;
    const servicePids = (): readonly number[] => {
      asked += 1;
      return pids;
    };
    const probe = startHostProbe({ servicePids, generatorPids: () => [], root: tree.root, now });
    await vi.advanceTimersByTimeAsync(1_499);
    expect(asked).toBe(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toBe(2);
    probe.stop();
    expect(asked).toBe(3);
  });
});

describe('threads that wait for a disk', () => {
  it('are counted in fifty processes at a time, all of them in turn', () => {
    const pids = numbered(200);
    const waiting = new Set(pids.slice(30, 70));
    using tree = recordTree(
      Object.fromEntries(
        pids.map((pid) => [
          `proc/${pid}/task/${pid}/stat`,
          `${pid} (a b) ${waiting.has(pid) ? 'D' : 'S'} 1\n`,
        ]),
      ),
    );
    const waiters = openDiskWaiters(tree.root);
    waiters.look(pids);
    // Twenty of the first fifty, so eighty of two hundred.
    expect(waiters.mean()).toBe(80);
    for (let look = 0; look < 3; look += 1) waiters.look(pids);
    expect(waiters.mean()).toBe(40);
  });

  it('are counted in all of a few processes', () => {
    using tree = recordTree({
      'proc/7/task/7/stat': '7 (a) D 1\n',
      'proc/8/task/8/stat': '8 (b) S 1\n',
      'proc/8/task/9/stat': '9 (c) D 1\n',
    });
    const waiters = openDiskWaiters(tree.root);
    expect(waiters.mean()).toBeNull();
    waiters.look([]);
    expect(waiters.mean()).toBeNull();
    waiters.look([7, 8]);
    expect(waiters.mean()).toBe(2);
  });
});
