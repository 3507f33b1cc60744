/** Limits of control groups: recorded trees of both kinds, and a group of this machine with a limit of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Millis, millis } from '../../../src/domain/units.ts';
import { openCgroup } from '../../../src/probes/cgroup.ts';
import { recordTree } from './recorded-tree.ts';

const MOUNT_V2 =
  '25 1 0:20 / / rw - ext4 /dev/vda rw\n30 25 0:28 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n';
const MOUNTS_V1 =
  '33 31 0:30 / /sys/fs/cgroup/cpu,cpuacct rw shared:5 - cgroup cgroup rw,cpu,cpuacct\n35 31 0:32 /docker/abc /sys/fs/cgroup/memory\\040x rw - cgroup cgroup rw,memory\n';

/** Reads what happened between two states of a recorded tree, one second apart. */
async function watch(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string | null>>,
  pids: readonly number[] = [10],
) {
  using tree = recordTree(before);
  let clock = 500;
  const probe = openCgroup({ pids: () => pids }, { root: tree.root, now: (): Millis => millis(clock) });
  await probe.begin();
  tree.write(after);
  clock += 1_000;
  await probe.end();
  return probe.read();
}

const statV2 = (periods: number, throttled: number, time: number) =>
  `usage_usec 5\nuser_usec 3\nsystem_usec 2\nnr_periods ${periods}\nnr_throttled ${throttled}\nthrottled_usec ${time}\nnr_bursts 0\n`;

describe('openCgroup', () => {
  it('tells the tightest limit of the groups around a process, of the new kind', async () => {
    const app = 'sys/fs/cgroup/box/app';
    const box = 'sys/fs/cgroup/box';
    const reading = await watch(
      {
        'proc/10/cgroup': '0::/box/app\n',
        'proc/self/mountinfo': MOUNT_V2,
        [`${app}/cpu.max`]: 'max 100000\n',
        [`${app}/cpu.stat`]: statV2(0, 0, 0),
        [`${app}/memory.max`]: '536870912\n',
        [`${app}/memory.current`]: '1000\n',
        [`${app}/memory.events`]: 'low 0\nhigh 0\nmax 4\noom 0\noom_kill 1\noom_group_kill 0\n',
        [`${box}/cpu.max`]: '50000 100000\n',
        [`${box}/cpu.stat`]: statV2(100, 50, 1_000_000),
        [`${box}/memory.max`]: 'max\n',
      },
      {
        [`${box}/cpu.stat`]: statV2(110, 54, 1_250_000),
        [`${app}/memory.current`]: '2000\n',
        [`${app}/memory.events`]: 'low 0\nhigh 0\nmax 9\noom 0\noom_kill 2\noom_group_kill 0\n',
      },
    );
    expect(reading).toEqual({
      path: '/box/app',
      cpuLimit: 0.5,
      throttledPeriods: 0.4,
      throttled: 0.25,
      memoryLimit: 536_870_912,
      memory: 2_000,
      kills: 1,
      limitHits: 5,
    });
  });

  it('tells those of the old kind, one hierarchy a controller, as a container sees them', async () => {
    const cpu = 'sys/fs/cgroup/cpu,cpuacct/docker/abc';
    const memory = 'sys/fs/cgroup/memory x';
    const reading = await watch(
      {
        'proc/10/cgroup': '4:memory:/docker/abc\n1:cpu,cpuacct:/docker/abc\n0::/\n',
        'proc/self/mountinfo': MOUNTS_V1,
        [`${cpu}/cpu.cfs_quota_us`]: '150000\n',
        [`${cpu}/cpu.cfs_period_us`]: '100000\n',
        [`${cpu}/cpu.stat`]: 'nr_periods 10\nnr_throttled 1\nthrottled_time 1000\n',
        [`${memory}/memory.limit_in_bytes`]: '9223372036854771712\n',
        [`${memory}/memory.usage_in_bytes`]: '4096\n',
        [`${memory}/memory.failcnt`]: '2\n',
        [`${memory}/memory.oom_control`]: 'oom_kill_disable 0\nunder_oom 0\noom_kill 0\n',
      },
      {
        [`${cpu}/cpu.stat`]: 'nr_periods 20\nnr_throttled 11\nthrottled_time 500001000\n',
        [`${memory}/memory.failcnt`]: '5\n',
      },
    );
    expect(reading).toEqual({
      path: '/docker/abc',
      cpuLimit: 1.5,
      throttledPeriods: 1,
      throttled: 0.5,
      memoryLimit: null,
      memory: 4_096,
      kills: 0,
      limitHits: 3,
    });
  });

  it('keeps the limit of a group that went away with its service', async () => {
    const app = 'sys/fs/cgroup/app';
    const reading = await watch(
      {
        'proc/10/cgroup': '0::/app\n',
        'proc/self/mountinfo': MOUNT_V2,
        [`${app}/cpu.max`]: '200000 100000\n',
        [`${app}/cpu.stat`]: statV2(100, 50, 1_000),
      },
      { 'sys/fs/cgroup/app': null, 'proc/10': null },
    );
    expect(reading).toMatchObject({ cpuLimit: 2, throttledPeriods: 0, throttled: 0, memory: null });
  });

  it('has nothing to say where nothing bounds, nothing can be read, or nobody is alive', async () => {
    const free = {
      'proc/10/cgroup': '0::/\n',
      'proc/self/mountinfo': MOUNT_V2,
      'sys/fs/cgroup/cpu.stat': 'usage_usec 5\n',
    };
    expect(await watch(free, {})).toBeNull();
    expect(await watch({ 'proc/10/cgroup': 'nonsense\n' }, {})).toBeNull();
    expect(await watch(free, {}, [])).toBeNull();
    expect(await watch(free, {}, [11])).toBeNull();
  });

  const group = makeGroup();
  afterAll(() => {
    if (group !== null) rmdirSync(group);
  });
  it.skipIf(group === null)('reads how much this machine withholds from a process with a limit', async () => {
    if (group === null) return;
    const burner = spawn(process.execPath, ['-e', 'setTimeout(() => process.exit(), 20_000); for (;;);'], {
      stdio: 'ignore',
      timeout: 20_000,
    });
    try {
      const pid = burner.pid ?? 0;
      writeFileSync(join(group, 'cgroup.procs'), String(pid));
      const probe = openCgroup({ pids: () => [pid] });
      await probe.begin();
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await probe.end();
      const reading = probe.read();
      expect(reading?.path).toContain('loadgate-test');
      expect(reading?.cpuLimit).toBe(0.1);
      expect(reading?.throttledPeriods).toBeGreaterThan(0.2);
      expect(reading?.throttled).toBeGreaterThan(0.1);
    } finally {
      burner.kill('SIGKILL');
      await once(burner, 'exit');
    }
  });
});

/** A group of a tenth of a core in the old or the new hierarchy; null, and a line that says so, where we may make none. */
function makeGroup(): string | null {
  const name = `loadgate-test-${process.pid}`;
  const makers = [
    ['/sys/fs/cgroup/cpu', 'cpu.cfs_quota_us', '10000'],
    ['/sys/fs/cgroup', 'cpu.max', '10000 100000'],
  ] as const;
  for (const [parent, file, limit] of makers) {
    const folder = join(parent, name);
    try {
      readFileSync(join(parent, 'cgroup.procs'));
      mkdirSync(folder);
    } catch {
      continue;
    }
    try {
      writeFileSync(join(folder, file), limit);
      return folder;
    } catch {
      rmdirSync(folder);
    }
  }
  process.stderr.write('Skipped: no control group with a CPU limit can be made here; root can make one.\n');
  return null;
}
