/** The memory of a tree by the second, from looks whose truth is known. */
import { describe, expect, it } from 'vitest';
import { millis } from '../../../src/domain/units.ts';
import { openMemorySeries } from '../../../src/probes/memory-series.ts';
import { memoryOf, readProcess } from '../../../src/probes/process-tree.ts';
import { recordTree } from './recorded-tree.ts';

const processOf = (pid: number, anonymous: number | null) => ({
  pid,
  startTime: pid,
  own: 0,
  reaped: 0,
  memory: 9_000,
  anonymous,
});

describe('openMemorySeries', () => {
  it('keeps the least of each second, and says which had no look', () => {
    const memory = openMemorySeries();
    for (const [at, anonymous] of [
      [0, 500],
      [250, 300],
      [999, 400],
      [3_100, 700],
    ] as const)
      memory.look(millis(at), [processOf(1, anonymous)]);
    expect(memory.series()).toEqual([300, null, null, 700]);
  });

  it('adds a tree up, and forgets a child that was there for a moment', () => {
    const memory = openMemorySeries();
    memory.look(millis(0), [processOf(1, 500), processOf(2, 100)]);
    memory.look(millis(250), [processOf(1, 500), processOf(2, 100), processOf(3, 900)]);
    expect(memory.series()).toEqual([600]);
  });

  it('does not take a moment without any process for a service without memory', () => {
    const memory = openMemorySeries();
    memory.look(millis(0), [processOf(1, 500)]);
    memory.look(millis(250), []);
    memory.look(millis(1_250), []);
    expect(memory.series()).toEqual([500]);
  });

  it('says nothing where the kernel does not, nor without a look', () => {
    const memory = openMemorySeries();
    expect(memory.series()).toBeNull();
    memory.look(millis(0), [processOf(1, 500), processOf(2, null)]);
    expect(memory.series()).toBeNull();
  });
});

describe('readProcess', () => {
  const stat = `7 (node) S 1 1 1 0 -1 0 0 0 0 0 5 0 0 0 20 0 7 0 500 0 0\n`;
  const read = (status: string) => {
    using tree = recordTree({ 'proc/7/stat': stat, 'proc/7/status': status });
    return readProcess(tree.root, 7, (pid) => memoryOf(tree.root, pid));
  };

  it('tells what is swapped out as well: it was asked for, too', () => {
    const status = 'VmRSS:\t 1000 kB\nRssAnon:\t  600 kB\nVmSwap:\t  50 kB\n';
    expect(read(status)).toMatchObject({ memory: 1000 * 1024, anonymous: 650 * 1024 });
  });

  it('knows that an old kernel does not tell it apart, and that a process that has ended has none', () => {
    expect(read('VmRSS:\t1000 kB\n')).toMatchObject({ memory: 1000 * 1024, anonymous: null });
    expect(read('State:\tZ (zombie)\n')).toMatchObject({ memory: 0, anonymous: 0 });
  });
});
