/** Memory is read once for all who want it at the same moment, and anew for the next one. */
import { expect, it } from 'vitest';
import { millis } from '../../../src/domain/units.ts';
import { openMemoryLooks } from '../../../src/probes/memory-looks.ts';
import { recordTree } from './recorded-tree.ts';

const status = (kilobytes: number): string => `VmRSS:\t${kilobytes} kB\nRssAnon:\t${kilobytes} kB\n`;

it('reads each process once in a moment', () => {
  using tree = recordTree({ 'proc/7/status': status(10), 'proc/8/status': status(20) });
  let now = 1_000;
  const looks = openMemoryLooks({ root: tree.root, now: () => millis(now) });
  const memoryOf = (pid: number): number => looks.of(pid).memory / 1_024;
  expect([7, 8].map(memoryOf)).toEqual([10, 20]);
  tree.write({ 'proc/7/status': status(11), 'proc/8/status': null });
  now += 50;
  expect([7, 8].map(memoryOf)).toEqual([10, 20]);
  now += 1;
  expect([7, 8].map(memoryOf)).toEqual([11, 0]);
});
