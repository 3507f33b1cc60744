/** CPU time of a tree from lap to lap, against recorded trees whose truth is known. */
import { describe, expect, test } from 'vitest';
import { openCpuWatch } from '../../../src/probes/cpu-time.ts';
import { recordTree } from './recorded-tree.ts';

/** Files of one process: its ticks, those of its ended children, and nanoseconds by thread. */
function processFiles(
  pid: number,
  told: {
    readonly ticks: number;
    readonly reaped?: number;
    readonly threads: Readonly<Record<string, number>>;
    readonly start?: number;
  },
): Record<string, string> {
  const { ticks, reaped = 0, threads, start = 7 } = told;
  const fields = [1, 1, 1, 0, -1, 0, 0, 0, 0, 0, ticks, 0, reaped, 0, 20, 0, 1, 0, start];
  return {
    [`proc/${pid}/stat`]: `${pid} (a service) S ${fields.join(' ')} 0 0\n`,
    [`proc/${pid}/status`]: 'VmRSS:\t1 kB\n',
    ...Object.fromEntries(
      Object.entries(threads).map(([thread, nanos]) => [
        `proc/${pid}/task/${thread}/schedstat`,
        `${nanos} 5 6\n`,
      ]),
    ),
  };
}

describe('openCpuWatch', () => {
  test('counts nanoseconds of all threads, lap by lap', () => {
    using tree = recordTree(processFiles(10, { ticks: 1, threads: { 10: 1_000, 11: 500 } }));
    const watch = openCpuWatch(() => [10], tree.root);
    tree.write(processFiles(10, { ticks: 1, threads: { 10: 1_800, 11: 900 } }));
    expect(watch.lap()).toBe(1_200);
    expect(watch.lap()).toBe(0);
    tree.write(processFiles(10, { ticks: 1, threads: { 10: 1_801, 11: 900, 12: 40 } }));
    expect(watch.lap()).toBe(41);
  });

  test('counts clock ticks where the scheduler does not count', () => {
    using tree = recordTree(processFiles(10, { ticks: 100, threads: { 10: 0 } }));
    const watch = openCpuWatch(() => [10], tree.root);
    tree.write(processFiles(10, { ticks: 103, threads: { 10: 0 } }));
    expect(watch.lap()).toBe(30_000_000);
  });

  test('keeps what an ended thread used', () => {
    using tree = recordTree(processFiles(10, { ticks: 100, threads: { 10: 1_000, 11: 2_000 } }));
    const watch = openCpuWatch(() => [10], tree.root);
    tree.write({ 'proc/10/task/11': null, ...processFiles(10, { ticks: 104, threads: { 10: 1_500 } }) });
    expect(watch.lap()).toBe(40_000_000);
  });

  test('counts a child that was born since from its start, and one that ended by what its parent waited for', () => {
    const pids = [10];
    using tree = recordTree(processFiles(10, { ticks: 1, threads: { 10: 1_000 } }));
    const watch = openCpuWatch(() => pids, tree.root);
    tree.write(processFiles(20, { ticks: 2, threads: { 20: 20_000_123 }, start: 9 }));
    pids.push(20);
    expect(watch.lap()).toBe(20_000_123);
    pids.pop();
    tree.write({ 'proc/20': null, ...processFiles(10, { ticks: 1, reaped: 5, threads: { 10: 1_000 } }) });
    // Five ticks in all, two of which had been counted.
    expect(watch.lap()).toBe(30_000_000);
  });

  test('says nothing where nothing can be read', () => {
    using tree = recordTree();
    expect(openCpuWatch(() => [10], tree.root).lap()).toBeNull();
  });
});
