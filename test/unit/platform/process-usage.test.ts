/** What `ps` of macOS tells of processes, and Node of cores. */
import { describe, expect, it } from 'vitest';
import { coreTimes, parseUsage } from '../../../src/platform/process-usage.ts';

describe('parseUsage', () => {
  it('reads times with hundredths, hours and days, and leaves out what is no process', () => {
    const table =
      '  501   0:01.25  20480\n 7 123:04.50 1\n  8 1:02:03 2\n 9 2-00:00:01 3\n  PID TIME RSS\nps: nonsense\n\n';
    expect(parseUsage(table)).toEqual([
      { pid: 501, cpu: 1.25, memory: 20_971_520 },
      { pid: 7, cpu: 7_384.5, memory: 1_024 },
      { pid: 8, cpu: 3_723, memory: 2_048 },
      { pid: 9, cpu: 172_801, memory: 3_072 },
    ]);
  });
});

describe('coreTimes', () => {
  it('adds up what is not idle', () => {
    const times = { user: 5, nice: 1, sys: 3, irq: 2, idle: 90 };
    expect(coreTimes([{ times }])).toEqual([{ busy: 11, idle: 90 }]);
    expect(coreTimes([])).toEqual([]);
  });
});
