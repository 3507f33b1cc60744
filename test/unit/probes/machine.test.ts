/** The machine's description, from recorded trees and from this machine. */
import { describe, expect, it } from 'vitest';
import { millis } from '../../../src/domain/units.ts';
import { type HardwareFacts, hardwareFacts } from '../../../src/platform/kernel-files.ts';
import { memoryLog } from '../../../src/platform/log.ts';
import { openVault } from '../../../src/platform/vault.ts';
import type { World } from '../../../src/platform/world.ts';
import { describeMachine } from '../../../src/probes/machine.ts';
import { recordTree } from './recorded-tree.ts';

const facts: HardwareFacts = {
  cpuModel: 'from the runtime',
  cores: 4,
  architecture: 'x64',
  memory: 16_772_575_232,
  system: 'Linux',
  release: '6.11.0-1018-azure',
  node: '24.21.0',
};

const hosted = {
  'proc/cpuinfo':
    'processor\t: 0\nmodel name\t: AMD EPYC 7763  64-Core Processor\ncpu MHz\t\t: 3240.436\nflags\t\t: fpu vme hypervisor lahf_lm\nbogomips\t: 4890.87\n',
  'etc/os-release':
    'PRETTY_NAME="Ubuntu 24.04.3 LTS"\nNAME="Ubuntu"\nVERSION_ID="24.04"\nVERSION="24.04.3 LTS (Noble Numbat)"\nID=ubuntu\nID_LIKE=debian\n',
  'sys/class/dmi/id/sys_vendor': 'Microsoft Corporation\n',
  'sys/class/dmi/id/product_name': 'Virtual Machine\n',
  'proc/1/cgroup': '0::/init.scope\n',
};

function world(env: World['env'] = {}): World {
  return {
    workspace: '/nowhere',
    temporary: '/nowhere',
    env,
    signal: new AbortController().signal,
    vault: openVault({ env: {}, secrets: {} }),
    log: memoryLog(),
    now: () => millis(0),
    date: () => new Date(0),
    generator: ['node'],
  };
}

/** The description of a recorded machine. */
async function describeRecorded(
  files: Readonly<Record<string, string>>,
  changes: Partial<HardwareFacts> = {},
  env: World['env'] = {},
) {
  using tree = recordTree(files);
  return await describeMachine(world(env), { root: tree.root, facts: { ...facts, ...changes } });
}

describe('describeMachine', () => {
  it('tells what a hosted runner is', async () => {
    const machine = await describeRecorded(
      hosted,
      {},
      { RUNNER_ENVIRONMENT: 'github-hosted', GITHUB_ACTIONS: 'true' },
    );
    expect(machine).toMatchObject({
      cpuModel: 'AMD EPYC 7763 64-Core Processor',
      cores: 4,
      architecture: 'x64',
      memory: 16_772_575_232,
      os: 'Ubuntu 24.04.3 LTS, kernel 6.11',
      node: '24.21.0',
      virtualisation: 'Hyper-V',
      governor: null,
      power: null,
      thermalThrottles: null,
      runner: 'github-hosted',
    });
    expect(machine.fingerprint).toMatch(/^[0-9a-f]{16}$/);
  });

  it('reads governor, battery and throttling of a laptop, cores in any number', async () => {
    const machine = await describeRecorded({
      'proc/cpuinfo': 'model name : Intel(R) Core(TM) i7\nflags : fpu vmx\n',
      'etc/os-release': 'ID=fedora\nVERSION_ID=42\n',
      'sys/devices/system/cpu/cpu0/cpufreq/scaling_governor': 'powersave\n',
      'sys/devices/system/cpu/cpu1/cpufreq/scaling_governor': 'performance\n',
      'sys/devices/system/cpu/cpu0/thermal_throttle/core_throttle_count': '7\n',
      'sys/devices/system/cpu/cpu1/thermal_throttle/core_throttle_count': '5\n',
      'sys/devices/system/cpu/cpufreq/boost': '1\n',
      'sys/class/power_supply/AC/type': 'Mains\n',
      'sys/class/power_supply/AC/online': '0\n',
      'sys/class/power_supply/BAT0/type': 'Battery\n',
      'sys/class/power_supply/BAT0/status': 'Discharging\n',
      'sys/class/power_supply/mouse/type': 'Battery\n',
      'sys/class/power_supply/mouse/scope': 'Device\n',
      'sys/class/power_supply/mouse/status': 'Discharging\n',
    });
    expect(machine).toMatchObject({
      os: 'fedora 42, kernel 6.11',
      virtualisation: null,
      governor: 'performance/powersave',
      power: 'battery',
      thermalThrottles: 12,
      runner: 'local',
    });
  });

  it('reads clock rates: of a laptop that is held back, a server at full speed, and a virtual machine that does not say', async () => {
    const cpu = (number: number, now: number, max: number, governor: string) => ({
      [`sys/devices/system/cpu/cpu${number}/cpufreq/scaling_cur_freq`]: `${now}\n`,
      [`sys/devices/system/cpu/cpu${number}/cpufreq/cpuinfo_max_freq`]: `${max}\n`,
      [`sys/devices/system/cpu/cpu${number}/cpufreq/scaling_governor`]: `${governor}\n`,
    });
    const laptop = {
      ...cpu(0, 798_212, 4_800_000, 'powersave'),
      ...cpu(1, 1_200_499, 4_700_000, 'powersave'),
      'sys/devices/system/cpu/cpu0/thermal_throttle/core_throttle_count': '3\n',
      'sys/class/power_supply/BAT0/type': 'Battery\n',
      'sys/class/power_supply/BAT0/status': 'Discharging\n',
    };
    expect(await describeRecorded(laptop)).toMatchObject({
      frequency: { now: 1_200, max: 4_800 },
      governor: 'powersave',
      power: 'battery',
      thermalThrottles: 3,
    });
    const server = {
      ...cpu(0, 3_500_000, 3_500_000, 'performance'),
      'sys/devices/system/cpu/cpu0/thermal_throttle/core_throttle_count': '0\n',
      'sys/class/power_supply/PSU1/type': 'Mains\n',
      'sys/class/power_supply/PSU1/online': '1\n',
    };
    expect(await describeRecorded(server)).toMatchObject({
      frequency: { now: 3_500, max: 3_500 },
      governor: 'performance',
      power: 'mains',
      thermalThrottles: 0,
    });
    expect(await describeRecorded(hosted)).toMatchObject({
      frequency: null,
      governor: null,
      power: null,
      thermalThrottles: null,
    });
  });

  it('is on mains when a supply is online, and ignores the battery of a mouse', async () => {
    const mouse = {
      'sys/class/power_supply/mouse/type': 'Battery\n',
      'sys/class/power_supply/mouse/scope': 'Device\n',
      'sys/class/power_supply/mouse/status': 'Discharging\n',
    };
    const mains = {
      'sys/class/power_supply/ADP1/type': 'Mains\n',
      'sys/class/power_supply/ADP1/online': '1\n',
    };
    expect((await describeRecorded({ ...mouse, ...mains })).power).toBe('mains');
    expect((await describeRecorded(mouse)).power).toBeNull();
  });

  it('names an ARM core by its numbers when nothing else does', async () => {
    const files = { 'proc/cpuinfo': 'processor : 0\nCPU implementer\t: 0x41\nCPU part\t: 0xd40\n' };
    const machine = await describeRecorded(files, { cpuModel: null, architecture: 'arm64' });
    expect(machine.cpuModel).toBe('ARM implementer 0x41 part 0xd40');
    expect((await describeRecorded({}, { cpuModel: null })).cpuModel).toBe('unknown');
    expect((await describeRecorded({})).cpuModel).toBe('from the runtime');
  });

  it.each([
    [{ '.dockerenv': '' }, 'container'],
    [{ ...hosted, 'run/.containerenv': 'engine="podman"' }, 'container on Hyper-V'],
    [{ 'proc/1/cgroup': '12:cpu:/kubepods/besteffort/pod1\n' }, 'container'],
    [{ 'proc/cpuinfo': 'flags : fpu hypervisor\n' }, 'virtual machine'],
    [
      { 'sys/class/dmi/id/sys_vendor': 'Amazon EC2\n', 'sys/class/dmi/id/product_name': 'c7i.large\n' },
      'Amazon EC2',
    ],
    [{ 'sys/class/dmi/id/sys_vendor': 'QEMU\n' }, 'KVM/QEMU'],
    [{ 'sys/class/dmi/id/sys_vendor': 'Dell Inc.\n', 'sys/class/dmi/id/product_name': 'XPS 13\n' }, null],
  ])('names the virtualisation of %j', async (files, expected) => {
    expect((await describeRecorded(files)).virtualisation).toBe(expected);
  });

  it('takes a runner without a kind for self-hosted', async () => {
    expect((await describeRecorded({}, {}, { GITHUB_ACTIONS: 'true' })).runner).toBe('self-hosted');
    expect((await describeRecorded({}, {}, { RUNNER_ENVIRONMENT: 'self-hosted' })).runner).toBe(
      'self-hosted',
    );
  });

  it('gets by without Linux', async () => {
    const machine = await describeRecorded({}, { system: 'Darwin', release: '25.1.0', cpuModel: 'Apple M4' });
    expect(machine).toMatchObject({ os: 'Darwin, kernel 25.1', cpuModel: 'Apple M4', virtualisation: null });
  });

  it('describes this machine, twice the same', async () => {
    const [first, second] = [await describeMachine(world()), await describeMachine(world())];
    expect(first.fingerprint).toBe(second.fingerprint);
    expect(first.cores).toBe(hardwareFacts().cores);
    expect(first.memory).toBeGreaterThan(0);
  });
});

/** The fingerprint of a recorded machine. */
const print = async (files: Readonly<Record<string, string>>, changes: Partial<HardwareFacts> = {}) =>
  (await describeRecorded(files, changes)).fingerprint;

describe('the fingerprint', () => {
  it('does not change with clock rates, patch releases, memory or load of the machine', async () => {
    const later = {
      ...hosted,
      'proc/cpuinfo': hosted['proc/cpuinfo'].replace('3240.436', '2445.000').replace('4890.87', '4890.88'),
      'etc/os-release': hosted['etc/os-release'].replace('24.04.3', '24.04.4'),
      'sys/devices/system/cpu/cpu0/thermal_throttle/core_throttle_count': '7\n',
      'sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq': '1200000\n',
      'sys/devices/system/cpu/cpu0/cpufreq/cpuinfo_max_freq': '3500000\n',
    };
    const same = { release: '6.14.0-1001-azure', node: '24.22.1', memory: 16_772_000_000 };
    expect(await print(later, same)).toBe(await print(hosted));
  });

  it('changes with model, cores, architecture, system and major version of Node', async () => {
    const edit = (from: string, to: string) =>
      Object.fromEntries(Object.entries(hosted).map(([path, text]) => [path, text.replaceAll(from, to)]));
    const prints = [
      await print(hosted),
      await print(edit('7763', '9V74')),
      await print(edit('24.04', '22.04')),
      await print(edit('ID=ubuntu', 'ID=debian')),
      await print(hosted, { cores: 2 }),
      await print(hosted, { architecture: 'arm64' }),
      await print(hosted, { node: '26.0.0' }),
    ];
    expect(new Set(prints).size).toBe(prints.length);
  });
});
