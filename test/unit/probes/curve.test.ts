/** Beats and the curve: with a clock that moves by hand, and on this machine. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Millis, millis } from '../../../src/domain/units.ts';
import { openBeat } from '../../../src/probes/beat.ts';
import { openCurve } from '../../../src/probes/curve.ts';
import { openTreeLooks } from '../../../src/probes/tree-looks.ts';
import { processFiles } from './recorded-process.ts';
import { recordTree } from './recorded-tree.ts';

afterEach(() => void vi.useRealTimers());

const now = (): Millis => millis(performance.now());

describe('openBeat', () => {
  it('strikes at multiples of watching, pauses left out', async () => {
    vi.useFakeTimers();
    const dues: number[] = [];
    const beat = openBeat(millis(250), (due) => void dues.push(due), now);
    for (let turn = 0; turn < 4; turn += 1) {
      beat.start();
      await vi.advanceTimersByTimeAsync(100);
      beat.stop();
      await vi.advanceTimersByTimeAsync(900);
    }
    expect(dues).toEqual([1]);
    beat.start();
    beat.start();
    await vi.advanceTimersByTimeAsync(500);
    beat.stop();
    beat.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(dues).toEqual([1, 2, 3]);
  });

  it('counts on when a timer comes before its time', async () => {
    vi.useFakeTimers();
    const dues: number[] = [];
    // A clock that is a thousandth slow: every timer comes early by it.
    const beat = openBeat(
      millis(1_000),
      (due) => void dues.push(due),
      () => millis(0.999 * performance.now()),
    );
    beat.start();
    await vi.advanceTimersByTimeAsync(3_100);
    beat.stop();
    expect(dues).toEqual([1, 2, 3]);
  });
});

const SECOND = 1e9;

/** The service is 10, the generator 20; a second's use of each in nanoseconds, and of the whole machine in ticks. */
const at = (service: number, generator: number, busy: number, io: number) => ({
  ...processFiles(10, {
    threads: { 10: { used: SECOND + service } },
    io: [io, 2 * io, 0],
    resident: 100 + io,
  }),
  ...processFiles(20, { threads: { 20: { used: SECOND + generator } } }),
  'proc/stat': `cpu  ${busy} 0 0 50 0 0 0 0 0 0\ncpu0 1 0 0 1\n`,
});

describe('openCurve', () => {
  it('makes rows of seconds of watching, of several turns each', async () => {
    vi.useFakeTimers();
    using tree = recordTree(at(0, 0, 0, 0));
    const sources = { root: tree.root, now };
    const looks = openTreeLooks({ pids: () => [10] }, sources);
    const curve = openCurve(looks, { generatorPids: () => [20] }, sources);
    // In each of three turns of half a second the service uses 0.25 s, the generator 0.1 s and all together 5 s.
    for (let turn = 0; turn < 3; turn += 1) {
      await curve.begin();
      await vi.advanceTimersByTimeAsync(450);
      tree.write(
        at((turn + 1) * 0.25 * SECOND, (turn + 1) * 0.1 * SECOND, (turn + 1) * 500, (turn + 1) * 10),
      );
      await vi.advanceTimersByTimeAsync(50);
      await curve.end();
      await vi.advanceTimersByTimeAsync(2_000);
    }
    const rows = curve.read();
    expect(rows.map(({ second }) => second)).toEqual([0, 1]);
    for (const row of rows) {
      expect(row.service).toBeCloseTo(0.5, 6);
      expect(row.generator).toBeCloseTo(0.2, 6);
      // Less what this process itself used meanwhile.
      expect(row.others).toBeGreaterThan(6);
      expect(row.others).toBeLessThanOrEqual(9.3 + 1e-6);
      expect(row.read).toBeCloseTo(20, 6);
      expect(row.written).toBeCloseTo(40, 6);
    }
    expect(rows.map(({ memory }) => memory)).toEqual([120 * 1_024, 130 * 1_024]);
  });

  it('says null of what cannot be read, and nothing of less than a quarter of a second', async () => {
    vi.useFakeTimers();
    using tree = recordTree();
    const sources = { root: tree.root, now };
    const nobody = { pids: () => [], generatorPids: () => [] };
    const curve = openCurve(openTreeLooks(nobody, sources), nobody, sources);
    await curve.begin();
    await vi.advanceTimersByTimeAsync(1_100);
    await curve.end();
    expect(curve.read()).toEqual([
      { second: 0, service: null, generator: null, others: null, memory: null, read: null, written: null },
    ]);
  });
});
