/** Machines as their kernels tell of them, and what a load of two seconds on them looks like: files by path, before and after. */

/** Files of one moment. */
export type Files = Readonly<Record<string, string>>;

/** A machine under load. The service is process 7, the generator process 8; 9 is somebody else. */
export interface RecordedMachine {
  readonly before: Files;
  readonly after: Files;
  /** Cores that this process may use. */
  readonly cores: number;
}

/** What two seconds of load come to, in hundredths of a second of CPU time. */
export interface LoadTicks {
  readonly service: number;
  readonly generator: number;
  /** Somebody else, and the name of the program. */
  readonly other?: readonly [name: string, ticks: number];
  /** Hundredths of a second in which some task waited for a core. */
  readonly waited?: number;
}

const CPU = 'sys/devices/system/cpu';
const SECONDS = 2;
/** Service and generator leave room on any of these machines. */
const LIGHT: LoadTicks = { service: 60, generator: 20 };

const each = (cores: number, files: (core: number) => Files): Files =>
  Object.assign({}, ...Array.from({ length: cores }, (_, core) => files(core))) as Files;

/** `cpufreq` of a core; rates in kHz. */
const frequency =
  (governor: string, now: number, max: number) =>
  (core: number): Files => ({
    [`${CPU}/cpu${core}/cpufreq/scaling_governor`]: `${governor}\n`,
    [`${CPU}/cpu${core}/cpufreq/scaling_cur_freq`]: `${now}\n`,
    [`${CPU}/cpu${core}/cpufreq/cpuinfo_max_freq`]: `${max}\n`,
  });

/** Times that each core was slowed down for heat since boot. */
const heat = (cores: number, times: number): Files =>
  each(cores, (core) => ({ [`${CPU}/cpu${core}/thermal_throttle/core_throttle_count`]: `${times}\n` }));

const supply = (name: string, type: string, rest: Files): Files =>
  Object.fromEntries(
    Object.entries({ type, ...rest }).map(([file, text]) => [
      `sys/class/power_supply/${name}/${file}`,
      `${text}\n`,
    ]),
  );

/** A laptop of eight cores. */
const laptop = (governor: string, now: number): Files => ({
  'proc/cpuinfo': 'model name\t: 11th Gen Intel(R) Core(TM) i7-1185G7 @ 3.00GHz\nflags\t\t: fpu vmx\n',
  'etc/os-release': 'PRETTY_NAME="Debian GNU/Linux 13 (trixie)"\nID=debian\nVERSION_ID="13"\n',
  'sys/class/dmi/id/sys_vendor': 'LENOVO\n',
  'sys/class/dmi/id/product_name': '20XW0055GE\n',
  ...each(8, frequency(governor, now, 4_800_000)),
});
const ON_BATTERY = {
  ...supply('AC', 'Mains', { online: '0' }),
  ...supply('BAT0', 'Battery', { status: 'Discharging', scope: 'System' }),
};
const ON_MAINS = {
  ...supply('AC', 'Mains', { online: '1' }),
  ...supply('BAT0', 'Battery', { status: 'Charging', scope: 'System' }),
};

const SERVER: Files = {
  'proc/cpuinfo': 'model name\t: AMD EPYC 9354 32-Core Processor\nflags\t\t: fpu svm\n',
  'etc/os-release': 'PRETTY_NAME="Rocky Linux 9.5"\nID="rocky"\nVERSION_ID="9.5"\n',
  'sys/class/dmi/id/sys_vendor': 'Dell Inc.\n',
  'sys/class/dmi/id/product_name': 'PowerEdge R7625\n',
  ...each(32, frequency('performance', 3_250_000, 3_800_000)),
  ...supply('PSU1', 'Mains', { online: '1' }),
};

/** No `cpufreq`, no supplies, no counters of heat: the hypervisor keeps them. */
const VIRTUAL: Files = {
  'proc/cpuinfo': 'model name\t: Intel(R) Xeon(R) Platinum 8370C\nflags\t\t: fpu hypervisor\n',
  'etc/os-release': 'PRETTY_NAME="Ubuntu 24.04.3 LTS"\nID=ubuntu\nVERSION_ID="24.04"\n',
  'sys/class/dmi/id/sys_vendor': 'QEMU\n',
  [`${CPU}/cpu0/topology/core_id`]: '0\n',
};

/** By name. */
export const MACHINES = {
  'a laptop on battery': machine(8, { ...laptop('powersave', 800_000), ...ON_BATTERY, ...heat(8, 0) }),
  'a laptop on mains that gets hot': machine(
    8,
    { ...laptop('performance', 2_100_000), ...ON_MAINS, ...heat(8, 17) },
    heat(8, 19),
  ),
  'a laptop on mains that was hot last week': machine(8, {
    ...laptop('performance', 4_700_000),
    ...ON_MAINS,
    ...heat(8, 17),
  }),
  'a server': machine(32, { ...SERVER, ...heat(32, 0) }),
  'a virtual machine': machine(4, VIRTUAL),
} as const satisfies Readonly<Record<string, RecordedMachine>>;

/** A machine under a load of its own. */
export function machine(cores: number, files: Files, later: Files = {}): RecordedMachine {
  const idle = under(cores, LIGHT);
  return { cores, before: { ...files, ...idle.before }, after: { ...idle.after, ...later } };
}

/** The same machine with something else going on. */
export function withLoad(recorded: RecordedMachine, load: LoadTicks): RecordedMachine {
  const { before, after } = under(recorded.cores, load);
  return { ...recorded, before: { ...recorded.before, ...before }, after: { ...recorded.after, ...after } };
}

function under(cores: number, load: LoadTicks): Pick<RecordedMachine, 'before' | 'after'> {
  const { service, generator, other: [name, ticks] = ['sshd', 0], waited = 0 } = load;
  const busy = service + generator + ticks;
  const all = SECONDS * 100 * cores;
  const stat = (used: number, idle: number): string =>
    `cpu  ${10_000 + used} 0 0 ${50_000 + idle} 0 0 0 0 0 0\n${Array.from({ length: cores }, (_, core) => `cpu${core} 1 0 0 1\n`).join('')}`;
  const pressure = (hundredths: number): string =>
    `some avg10=0.00 avg60=0.00 avg300=0.00 total=${1_000_000 + 10_000 * hundredths}\n`;
  const moment = (share: 0 | 1): Files => ({
    'proc/stat': stat(share * busy, share * (all - busy)),
    'proc/pressure/cpu': pressure(share * waited),
    'proc/7/stat': processStat(7, 'node', share * service),
    'proc/8/stat': processStat(8, 'node', share * generator),
    'proc/9/stat': processStat(9, name, share * ticks),
  });
  return { before: moment(0), after: moment(1) };
}

function processStat(pid: number, name: string, ticks: number): string {
  return `${pid} (${name}) S 1 1 1 0 -1 0 0 0 0 0 ${500 + ticks} 0 0 0 20 0 7 0 500 0 0\n`;
}
