/** Describes the machine as far as it can be read, and gives it a fingerprint: two runs are comparable only on machines with the same one. */
import type { Machine } from '../domain/measurement.ts';
import { bytes } from '../domain/units.ts';
import { stableHash } from '../platform/hash.ts';
import {
  type HardwareFacts,
  hardwareFacts,
  listKernelFolder,
  readKernelFile,
} from '../platform/kernel-files.ts';
import type { World } from '../platform/world.ts';
import { CPU_FOLDER, cpuFolders, thermalThrottlesOf } from './thermal.ts';
import { nameVirtualisation } from './virtualisation.ts';

/** Where the machine is read: itself, or a recorded one. */
export interface MachineSources {
  /** Folder that stands for `/`. */
  readonly root: string;
  readonly facts: HardwareFacts;
}

/** The system's name as its own file tells it. */
interface System {
  readonly id: string;
  readonly version: string;
  readonly pretty: string;
}

/**
 * Describes the machine. What cannot be read is null, or "unknown" where a word is due. Reads small files only; starts no process.
 *
 * The fingerprint is over the CPU's model, the cores that may be used, the architecture, the system with its major version, and Node's major version.
 * Clock rates and bogomips are left out on purpose: they vary from boot to boot of the same machine.
 */
export function describeMachine(
  world: World,
  sources: MachineSources = { root: '/', facts: hardwareFacts() },
): Promise<Machine> {
  const { root, facts } = sources;
  const system = systemOf(root, facts);
  const kernel = `kernel ${facts.release.split('.').slice(0, 2).join('.')}`;
  const comparable = {
    cpuModel: cpuModelOf(root, facts),
    cores: facts.cores,
    architecture: facts.architecture,
  };
  return Promise.resolve({
    ...comparable,
    memory: bytes(facts.memory),
    os: `${system.pretty}, ${kernel}`,
    node: facts.node,
    virtualisation: nameVirtualisation(root),
    governor: governorOf(root),
    power: powerOf(root),
    thermalThrottles: thermalThrottlesOf(root),
    frequency: frequencyOf(root),
    runner: runnerOf(world.env),
    fingerprint: stableHash({
      ...comparable,
      os: `${system.id} ${majorVersion(system)}`,
      node: facts.node.split('.')[0],
    }),
  });
}

/** The model by name; ARM kernels give numbers only. */
function cpuModelOf(root: string, facts: HardwareFacts): string {
  const file = readKernelFile(root, 'proc/cpuinfo') ?? '';
  const field = (name: string): string | undefined =>
    new RegExp(`^${name}[ \\t]*:[ \\t]*(.+)$`, 'm').exec(file)?.[1]?.trim();
  const named = field('model name') ?? facts.cpuModel;
  if (named !== null) return named.replace(/\s+/g, ' ');
  const [implementer, part] = [field('CPU implementer'), field('CPU part')];
  return implementer && part ? `ARM implementer ${implementer} part ${part}` : 'unknown';
}

function systemOf(root: string, facts: HardwareFacts): System {
  const file = readKernelFile(root, 'etc/os-release') ?? readKernelFile(root, 'usr/lib/os-release');
  if (facts.system !== 'Linux' || file === null) {
    return { id: facts.system, version: facts.release, pretty: facts.system };
  }
  const field = (name: string): string | undefined =>
    new RegExp(`^${name}=(?:"([^"]*)"|'([^']*)'|(.*))$`, 'm')
      .exec(file)
      ?.slice(1)
      .find((part) => part !== undefined);
  const id = field('ID') ?? 'linux';
  const version = field('VERSION_ID') ?? '';
  return { id, version, pretty: field('PRETTY_NAME') ?? `${id} ${version}`.trim() };
}

/** Ubuntu's images differ by year and month (22.04, 24.04); elsewhere the first number is the image. */
function majorVersion({ id, version }: System): string {
  return id === 'ubuntu' ? version : (version.split('.')[0] ?? '');
}

/** The frequency governors in use, joined when cores differ; null where the kernel has none (most virtual machines). */
function governorOf(root: string): string | null {
  const governors = cpuFolders(root).flatMap((cpu) => {
    const governor = readKernelFile(root, `${CPU_FOLDER}/${cpu}/cpufreq/scaling_governor`)?.trim();
    return governor ? [governor] : [];
  });
  return governors.length === 0 ? null : [...new Set(governors)].sort().join('/');
}

/** The fastest core now against the highest rate of any; files in kHz (Documentation/admin-guide/pm/cpufreq.rst). */
function frequencyOf(root: string): Machine['frequency'] {
  const highest = (file: string): number =>
    Math.max(
      0,
      ...cpuFolders(root)
        .map((cpu) => Number(readKernelFile(root, `${CPU_FOLDER}/${cpu}/cpufreq/${file}`) ?? Number.NaN))
        .filter(Number.isFinite),
    );
  const [now, max] = [highest('scaling_cur_freq'), highest('cpuinfo_max_freq')];
  return now === 0 || max === 0 ? null : { now: Math.round(now / 1_000), max: Math.round(max / 1_000) };
}

/** Whether the machine itself runs from its battery; batteries of mice and keyboards do not count. */
function powerOf(root: string): Machine['power'] {
  const folder = 'sys/class/power_supply';
  const supplies = listKernelFolder(root, folder).map((name) => {
    const read = (file: string): string => readKernelFile(root, `${folder}/${name}/${file}`)?.trim() ?? '';
    return { type: read('type'), scope: read('scope'), status: read('status'), online: read('online') };
  });
  const own = supplies.filter(({ scope }) => scope !== 'Device');
  if (own.some(({ type, online }) => type !== 'Battery' && online === '1')) return 'mains';
  if (own.some(({ type, status }) => type === 'Battery' && status === 'Discharging')) return 'battery';
  return null;
}

function runnerOf(env: World['env']): Machine['runner'] {
  const runner = env['RUNNER_ENVIRONMENT'];
  if (runner === 'github-hosted' || runner === 'self-hosted') return runner;
  return env['GITHUB_ACTIONS'] === 'true' ? 'self-hosted' : 'local';
}
