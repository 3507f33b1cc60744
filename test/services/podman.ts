/** A container engine of the tests' own: podman with its storage in a temporary folder, its API on a socket there, and an image with one small server. */
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** An engine. Disposing it removes all its containers and everything else of it. */
export interface Podman extends AsyncDisposable {
  /** Value of DOCKER_HOST that leads to it. */
  readonly host: string;
  /** The command line that talks to its storage, as a shell takes it. */
  readonly command: string;
  /** Starts a container of the image in the background. */
  run(container: TestContainer): Promise<void>;
  /** Ends a container and removes it. */
  remove(name: string): Promise<void>;
}

/** A container: options of `podman run`, and the ports that its server is given. */
export interface TestContainer {
  readonly name: string;
  readonly options: readonly string[];
  readonly ports: readonly number[];
}

/** Name of the image; its server is given a port, and may be given that of another. */
export const IMAGE = 'localhost/loadgate-test:1';
/** What every container needs here: no network of its own, which a test machine may not be able to give. */
export const NETWORK = ['--network', 'host'];
const MINUTE_MS = 60_000;

/** Opens it. @throws Error saying why there is none here */
export async function openPodman(): Promise<Podman> {
  if (spawnSync('podman', ['--version']).status !== 0) {
    throw new Error('podman is missing (apt-get install --no-install-recommends podman crun runc)');
  }
  const folder = mkdtempSync(join(tmpdir(), 'lg-podman-'));
  const opened = await openIn(folder).catch((error: unknown) => {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  return opened;
}

async function openIn(folder: string): Promise<Podman> {
  // Limits that a machine without the right to raise its own can give.
  const limits = '[containers]\ndefault_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]\n';
  writeFileSync(join(folder, 'containers.conf'), `${limits}[engine]\nevents_logger = "file"\n`);
  const env = { ...process.env, CONTAINERS_CONF: join(folder, 'containers.conf') };
  const storage = [
    '--root',
    join(folder, 'root'),
    '--runroot',
    join(folder, 'run'),
    '--storage-driver',
    'vfs',
  ];
  const base = [...storage, '--cgroup-manager', 'cgroupfs'];
  await buildImage(folder, (args) => call('podman', [...base, ...args], env));
  const runtime = await runtimeThatWorks((args) => call('podman', [...base, ...args], env));
  const global = [...base, '--runtime', runtime];
  const podman = (args: readonly string[]): Promise<string> => call('podman', [...global, ...args], env);
  const socket = join(folder, 'p.sock');
  const service = spawn('podman', [...global, 'system', 'service', '--time=300', `unix://${socket}`], {
    env,
    stdio: 'ignore',
  });
  const opened: Podman = {
    host: `unix://${socket}`,
    command: `CONTAINERS_CONF=${env.CONTAINERS_CONF} podman ${global.join(' ')}`,
    async run({ name, options, ports }) {
      await podman(['run', '--detach', '--name', name, ...NETWORK, ...options, IMAGE, ...ports.map(String)]);
    },
    async remove(name) {
      await podman(['rm', '--force', '--time', '0', name]);
    },
    async [Symbol.asyncDispose]() {
      await podman(['rm', '--force', '--all', '--time', '0']);
      await endOf(service);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  for (const deadline = Date.now() + MINUTE_MS; !existsSync(socket); await sleep(50)) {
    if (Date.now() < deadline && service.exitCode === null) continue;
    await opened[Symbol.asyncDispose]();
    throw new Error('the API of podman has no socket');
  }
  return opened;
}

type Call = (args: readonly string[]) => Promise<string>;

/** The image holds one file, and nothing is downloaded for it. */
async function buildImage(folder: string, podman: Call): Promise<void> {
  const source = join(import.meta.dirname, 'container.c');
  await call('cc', ['-static', '-O1', '-o', join(folder, 'server'), source], process.env);
  await call('tar', ['-C', folder, '-cf', join(folder, 'image.tar'), 'server'], process.env);
  await podman(['import', '--change', 'ENTRYPOINT ["/server"]', join(folder, 'image.tar'), IMAGE]);
}

/** Not every runtime knows every arrangement of control groups: a container with limits is tried. */
async function runtimeThatWorks(podman: Call): Promise<string> {
  const flaws: string[] = [];
  for (const runtime of ['crun', 'runc']) {
    const trial = [
      '--runtime',
      runtime,
      'run',
      '--rm',
      ...NETWORK,
      '--cpus',
      '0.5',
      '--memory',
      '64m',
      IMAGE,
    ];
    const flaw = await podman(trial).then(
      () => null,
      (error: unknown) => String(error),
    );
    if (flaw === null) return runtime;
    flaws.push(`${runtime}: ${flaw.trim().split('\n').at(-1) ?? ''}`);
  }
  throw new Error(`podman cannot start a container with limits here (${flaws.join('; ')})`);
}

async function call(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const { stdout } = await promisify(execFile)(command, [...args], { env, timeout: MINUTE_MS });
  return stdout;
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const overdue = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(overdue);
}
