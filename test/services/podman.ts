/** A container engine of the tests' own: podman with its storage in a temporary folder, its API on a socket there, and an image with one small server. */
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { waitFor } from '../runner/step.ts';

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
    throw new Error('podman is missing (apt-get install --no-install-recommends podman runc)');
  }
  const folder = mkdtempSync(join(tmpdir(), 'lg-podman-'));
  // Limits that a machine without the right to raise its own can give.
  const limits = '[containers]\ndefault_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]\n';
  writeFileSync(join(folder, 'containers.conf'), `${limits}[engine]\nevents_logger = "file"\n`);
  const storage = [
    '--root',
    join(folder, 'root'),
    '--runroot',
    join(folder, 'run'),
    '--storage-driver',
    'vfs',
  ];
  const global = [...storage, '--cgroup-manager', 'cgroupfs'];
  const place = { folder, global, env: { ...process.env, CONTAINERS_CONF: join(folder, 'containers.conf') } };
  return await openAt(place).catch(async (error: unknown) => {
    await removeAll(place);
    throw error;
  });
}

/** Where an engine is: its folder, the options that lead there, and the environment with its settings. */
interface Place {
  readonly folder: string;
  readonly global: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

async function openAt(place: Place): Promise<Podman> {
  const { folder, env } = place;
  await buildImage(place);
  const global = [...place.global, '--runtime', await runtimeThatWorks(place)];
  const podman = async (...args: readonly string[]): Promise<void> => {
    await call('podman', [...global, ...args], env);
  };
  const socket = join(folder, 'p.sock');
  const service = spawn('podman', [...global, 'system', 'service', '--time=300', `unix://${socket}`], {
    env,
    stdio: 'ignore',
  });
  try {
    await waitFor(
      () => existsSync(socket),
      "podman's socket",
      () => `exit code ${service.exitCode}`,
    );
  } catch (error) {
    await endOf(service);
    throw error;
  }
  return {
    host: `unix://${socket}`,
    command: `CONTAINERS_CONF=${env['CONTAINERS_CONF']} podman ${global.join(' ')}`,
    run: ({ name, options, ports }) =>
      podman('run', '--detach', '--name', name, ...NETWORK, ...options, IMAGE, ...ports.map(String)),
    remove: (name) => podman('rm', '--force', '--time', '0', name),
    async [Symbol.asyncDispose]() {
      await endOf(service);
      await removeAll(place);
    },
  };
}

/** Containers, storage and folder. What another user than root stored belongs to other numbers, which are his only inside. */
async function removeAll({ folder, global, env }: Place): Promise<void> {
  await call('podman', [...global, 'rm', '--force', '--all', '--time', '0'], env).catch(() => undefined);
  if (process.getuid?.() !== 0)
    await call('podman', ['unshare', 'rm', '-rf', folder], env).catch(() => undefined);
  rmSync(folder, { recursive: true, force: true });
}

/** The image holds one file, and nothing is downloaded for it. */
async function buildImage({ folder, global, env }: Place): Promise<void> {
  const source = join(import.meta.dirname, 'container.c');
  const image = join(folder, 'image.tar');
  await call('cc', ['-static', '-O1', '-o', join(folder, 'server'), source], env);
  await call('tar', ['-C', folder, '--owner=0', '--group=0', '-cf', image, 'server'], env);
  await call('podman', [...global, 'import', '--change', 'ENTRYPOINT ["/server"]', image, IMAGE], env);
}

/** Not every runtime knows every arrangement of control groups: a container with limits is tried. */
async function runtimeThatWorks({ global, env }: Place): Promise<string> {
  const flaws: string[] = [];
  for (const runtime of ['crun', 'runc']) {
    const trial = ['run', '--rm', ...NETWORK, '--cpus', '0.5', '--memory', '64m', IMAGE];
    const flaw = await call('podman', [...global, '--runtime', runtime, ...trial], env).then(
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
