/** The probe of the service's processes: on recorded trees whose truth is known, and on this machine. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Millis, millis } from '../../../src/domain/units.ts';
import { openServiceTree } from '../../../src/probes/service-tree.ts';
import { openTreeLooks } from '../../../src/probes/tree-looks.ts';
import { processFiles } from './recorded-process.ts';
import { recordTree } from './recorded-tree.ts';

/** A probe on a recorded tree, whose clock moves by hand. */
function probeOn(root: string, pids: () => readonly number[]) {
  let clock = 1_000;
  const sources = { root, now: (): Millis => millis(clock) };
  const probe = openServiceTree(openTreeLooks({ pids }, sources), sources);
  return { probe, pass: (time: number): void => void (clock += time) };
}

const SECOND = 1e9;

describe('openServiceTree', () => {
  it('tells everything of a tree that stays as it is', async () => {
    using tree = recordTree({
      ...processFiles(10, {
        threads: { 10: { used: 5 * SECOND, delay: 7, voluntary: 10, involuntary: 1 }, 11: { used: SECOND } },
        io: [1_000, 2_000, 0],
        resident: 4_000,
        anonymous: 1_000,
        files: [3, 1_024],
      }),
      ...processFiles(20, { threads: { 20: { used: SECOND } }, io: [0, 0, 0], files: [5, 'unlimited'] }),
    });
    const { probe, pass } = probeOn(tree.root, () => [10, 20]);
    await probe.begin();
    tree.write({
      ...processFiles(10, {
        threads: {
          10: { used: 6 * SECOND, delay: 7 + SECOND, slices: 9, voluntary: 110, involuntary: 21 },
          11: { used: 1.5 * SECOND, slices: 2, voluntary: 4 },
        },
        io: [5_000, 9_000, 1_000],
        resident: 6_000,
        anonymous: 2_500,
        share: 5_000,
        files: [7, 1_024],
      }),
      ...processFiles(20, { threads: { 20: { used: 1.1 * SECOND } }, io: [0, 50, 0], share: 500 }),
    });
    pass(2_000);
    await probe.end();
    const reading = probe.read();
    expect(reading).toMatchObject({
      runQueueDelay: 0.5,
      memory: 7_000 * 1_024,
      proportionalMemory: 5_500 * 1_024,
      anonymous: { from: 2_000 * 1_024, to: 3_500 * 1_024 },
      io: { read: 4_000, written: 6_050 },
      switches: { voluntary: 104, involuntary: 20 },
      processes: 2,
      threads: 3,
      openFiles: { most: 7, limit: 1_024 },
      diskWaiters: null,
    });
    expect(reading?.cores).toBeCloseTo(0.8, 9);
    expect(reading?.busiestThread).toBeCloseTo(0.5, 9);
    expect(reading?.processCores.map((cores) => cores.toFixed(3))).toEqual(['0.750', '0.050']);
  });

  it('leaves out what happens between an end and the next begin', async () => {
    const at = (used: number) => processFiles(10, { threads: { 10: { used: used * SECOND } } });
    using tree = recordTree(at(1));
    const { probe, pass } = probeOn(tree.root, () => [10]);
    for (const [from, to] of [
      [1, 2],
      [5, 5.5],
    ] as const) {
      tree.write(at(from));
      await probe.begin();
      pass(1_000);
      tree.write(at(to));
      await probe.end();
      pass(3_000);
    }
    await probe.end();
    expect(probe.read()?.cores).toBeCloseTo(0.75, 9);
    expect(probe.read()?.processCores).toHaveLength(1);
  });

  it('never goes below zero when processes vanish, end and are born, and numbers are used again', async () => {
    let pids = [10, 20, 30];
    using tree = recordTree(
      Object.assign(
        {},
        ...pids.map((pid) =>
          processFiles(pid, { ticks: 500, threads: { [pid]: { used: 5 * SECOND } }, io: [100, 100, 0] }),
        ),
      ),
    );
    const { probe, pass } = probeOn(tree.root, () => pids);
    await probe.begin();
    pass(1_000);
    tree.write({
      'proc/20': null,
      'proc/30': null,
      // Number 30 belongs to another process now, which used a tenth of a second.
      ...processFiles(30, { start: 99, ticks: 10, threads: { 30: { used: 0.1 * SECOND } }, io: [5, 0, 0] }),
    });
    pids = [10, 30, 4_000];
    await probe.end();
    const reading = probe.read();
    expect(reading?.cores).toBeCloseTo(0.1, 9);
    expect(reading?.io).toEqual({ read: 0, written: 0 });
    expect(reading?.processCores).toEqual([0]);
    // Its service died: what was seen of it stays.
    pids = [];
    await probe.begin();
    pass(1_000);
    await probe.end();
    expect(probe.read()).toEqual(reading);
  });

  it('counts children that moved bytes and ended by their parent', async () => {
    const pids = [10, 20];
    using tree = recordTree({
      ...processFiles(10, { io: [100, 0, 0] }),
      ...processFiles(20, { io: [40, 0, 0] }),
    });
    const { probe, pass } = probeOn(tree.root, () => pids);
    await probe.begin();
    pass(1_000);
    // The kernel adds the child's 60 to its parent's when that waits for it.
    tree.write({ 'proc/20': null, ...processFiles(10, { io: [160, 0, 0] }) });
    pids.pop();
    await probe.end();
    expect(probe.read()?.io).toEqual({ read: 20, written: 0 });
  });

  it('says null for what the kernel does not tell, and null for a service that is not ours', async () => {
    using tree = recordTree({ ...processFiles(10, { ticks: 100 }), 'proc/10/status': 'VmRSS:\t1 kB\n' });
    const { probe, pass } = probeOn(tree.root, () => [10]);
    await probe.begin();
    pass(1_000);
    tree.write({ 'proc/10/stat': processFiles(10, { ticks: 150 })['proc/10/stat'] ?? '' });
    await probe.end();
    expect(probe.read()).toMatchObject({
      cores: 0.5,
      busiestThread: null,
      runQueueDelay: null,
      anonymous: null,
      proportionalMemory: null,
      io: null,
      switches: null,
      openFiles: null,
    });
    const nobody = probeOn(tree.root, () => []).probe;
    await nobody.begin();
    await nobody.end();
    expect(nobody.read()).toBeNull();
  });

  it('knows a tree of 500 processes, the first 300 by thread', async () => {
    const pids = Array.from({ length: 500 }, (_, index) => 1_000 + index);
    const at = (ticks: number, used: number) =>
      Object.assign(
        {},
        ...pids.map((pid) => ({
          [`proc/${pid}/stat`]: processFiles(pid, { ticks })[`proc/${pid}/stat`],
          [`proc/${pid}/task/${pid}/schedstat`]: `${used} 0 1`,
        })),
      );
    using tree = recordTree(at(100, SECOND));
    const { probe, pass } = probeOn(tree.root, () => pids);
    await probe.begin();
    pass(1_000);
    tree.write(at(101, 1.004 * SECOND));
    await probe.end();
    const reading = probe.read();
    // Nanoseconds of 300, and a whole tick of 200.
    expect(reading?.cores).toBeCloseTo(300 * 0.004 + 200 * 0.01, 6);
    expect(reading).toMatchObject({ processes: 500, threads: 500, memory: 0 });
    expect(reading?.processCores).toHaveLength(50);
    expect(reading?.proportionalMemory).toBeNull();
  });

  it.runIf(existsSync('/proc/self/schedstat'))('sees the work of this process', async () => {
    const probe = openServiceTree(openTreeLooks({ pids: () => [process.pid] }));
    await probe.begin();
    const { user } = process.cpuUsage();
    while (process.cpuUsage().user - user < 200_000);
    await new Promise((resolve) => setTimeout(resolve, 400));
    await probe.end();
    const reading = probe.read();
    expect(reading?.cores).toBeGreaterThan(0);
    expect(reading?.busiestThread).toBeGreaterThan(0);
    expect(reading?.busiestThread).toBeLessThanOrEqual((reading?.cores ?? 0) * 1.01);
    expect(reading?.proportionalMemory).toBeGreaterThan(1e6);
    expect(reading?.proportionalMemory).toBeLessThanOrEqual((reading?.memory ?? 0) * 1.2);
    expect(reading?.diskWaiters).toBeGreaterThanOrEqual(0);
    expect(reading?.threads).toBeGreaterThan(3);
    expect(reading?.openFiles?.most).toBeGreaterThan(3);
    expect((reading?.switches?.voluntary ?? 0) + (reading?.switches?.involuntary ?? 0)).toBeGreaterThan(0);
  });
});
