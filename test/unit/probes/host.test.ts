/** The host probe, on a recorded tree that moves and on this machine. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { startHostProbe } from '../../../src/probes/host.ts';
import { recordTree } from './recorded-tree.ts';

const stat = (busy: number, idle: number, stolen: number) =>
  `cpu  ${busy} 0 0 ${idle} 0 0 0 ${stolen} 0 0\ncpu0 1 0 0 1\ncpu1 1 0 0 1\nintr 5\n`;
const pressure = (total: number) =>
  `some avg10=0.00 avg60=0.00 avg300=0.00 total=${total}\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=7\n`;
const processOf = (pid: number, ticks: number) =>
  `${pid} (node) S 1 1 1 0 -1 0 0 0 0 0 ${ticks} 0 0 0 20 0 7 0 500 0 0\n`;

/** A machine of two cores before and after two seconds. */
const before = {
  'proc/stat': stat(10_000, 50_000, 100),
  'proc/pressure/cpu': pressure(1_000_000),
  'proc/pressure/io': pressure(0),
  'proc/pressure/memory': pressure(200_000),
  'proc/7/stat': processOf(7, 1_000),
  'proc/7/status': 'VmRSS:\t1000 kB\n',
  'proc/8/stat': processOf(8, 200),
};
const after = {
  'proc/stat': stat(10_360, 50_030, 110),
  'proc/pressure/cpu': pressure(1_500_000),
  'proc/pressure/io': pressure(100_000),
  'proc/pressure/memory': pressure(400_000),
  'proc/7/stat': processOf(7, 1_180),
  'proc/7/status': 'VmRSS:\t3000 kB\n',
  'proc/8/stat': processOf(8, 240),
};

describe('startHostProbe', () => {
  it('tells who used the cores and who waited', () => {
    using tree = recordTree(before);
    let now = 5_000;
    const probe = startHostProbe({
      servicePids: () => [7],
      generatorPids: () => [8],
      root: tree.root,
      now: () => now,
    });
    tree.write(after);
    now += 2_000;
    const reading = probe.stop();
    expect(reading).toMatchObject({ cores: 2, busyCores: 1.8, serviceCores: 0.9, generatorCores: 0.2 });
    expect(reading?.otherCores).toBeGreaterThan(0.3);
    expect(reading?.otherCores).toBeLessThanOrEqual(0.7);
    expect(reading?.steal).toBeCloseTo(10 / 400, 10);
    expect(reading?.cpuPressure).toBeCloseTo(0.25, 10);
    expect(reading?.ioPressure).toBeCloseTo(0.05, 10);
    expect(reading?.memoryPressure).toBeCloseTo(0.1, 10);
    expect(reading?.serviceMemory).toBe(3_000 * 1024);
    expect(probe.stop()).toBe(reading);
    // Neither of the recorded processes tells its anonymous memory.
    expect(probe.memory()).toBeNull();
  });

  it('tells each core, and other programs by name', () => {
    using tree = recordTree({ ...before, 'proc/99/stat': processOf(99, 0) });
    let now = 0;
    const options = { servicePids: () => [7], generatorPids: () => [8], root: tree.root, now: () => now };
    const probe = startHostProbe(options);
    const cores = 'cpu0 91 0 0 11\ncpu1 1 0 0 101\n';
    tree.write({
      ...after,
      'proc/99/stat': processOf(99, 80),
      'proc/stat': `cpu  10400 0 0 50000 0 0 0 100 0 0\n${cores}`,
    });
    now = 2_000;
    const reading = probe.stop();
    expect(reading?.busyByCore).toEqual([0.9, 0]);
    expect(reading?.others).toEqual([{ name: 'node', cores: 0.4 }]);
  });

  it('has nothing to say of a service that is not ours, nor of what the kernel does not count', () => {
    using tree = recordTree({ 'proc/stat': stat(0, 0, 0) });
    let now = 0;
    const probe = startHostProbe({
      servicePids: () => [],
      generatorPids: () => [],
      root: tree.root,
      now: () => now,
    });
    now = 1_000;
    expect(probe.stop()).toMatchObject({
      serviceCores: null,
      serviceMemory: null,
      generatorCores: 0,
      steal: null,
      cpuPressure: null,
      ioPressure: null,
    });
  });

  it('gives finite numbers when it is stopped at once', () => {
    using tree = recordTree(before);
    const probe = startHostProbe({
      servicePids: () => [7],
      generatorPids: () => [8],
      root: tree.root,
      now: () => 1,
    });
    const reading = probe.stop();
    // A number that is not finite has no JSON but null.
    expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
    expect(reading?.busyByCore).toEqual([0, 0]);
  });

  it('gives null where there is no /proc', () => {
    using tree = recordTree();
    const probe = startHostProbe({ servicePids: () => [7], generatorPids: () => [8], root: tree.root });
    expect(probe.stop()).toBeNull();
  });

  it.runIf(existsSync('/proc/stat'))('sees the work of this process on this machine', async () => {
    const probe = startHostProbe({ servicePids: () => [process.pid], generatorPids: () => [] });
    const end = performance.now() + 400;
    let spins = 0;
    while (performance.now() < end) spins += 1;
    await new Promise((resolve) => setTimeout(resolve, 300));
    const reading = probe.stop();
    expect(spins).toBeGreaterThan(0);
    expect(reading?.serviceCores).toBeGreaterThan(0.05);
    expect(reading?.busyCores).toBeGreaterThan(0.05);
    expect(reading?.serviceMemory).toBeGreaterThan(1_000_000);
  });
});
