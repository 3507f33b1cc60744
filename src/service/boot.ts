/** Boots a service of ours: a port, its processes, its log, readiness, and the certainty that it is what answers. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { BootedService } from '../domain/plan.ts';
import { type Millis, millis } from '../domain/units.ts';
import { addressesOf, isLoopback, portOf } from '../platform/contact.ts';
import { onCores } from '../platform/cores.ts';
import { childEnvironment } from '../platform/environment.ts';
import {
  findStranger,
  freePort,
  holdersOfPort,
  isPortTaken,
  listenedOn,
  type PortHolder,
} from '../platform/ports.ts';
import { type ProcessTree, shellCommand, startTree, type TreeOptions } from '../platform/process.ts';
import type { Relay } from '../platform/relay.ts';
import { OBSERVER_FILE } from '../platform/runtime-socket.ts';
import type { World } from '../platform/world.ts';
import { directoryOf, openServiceLog, showLog, shownLines } from './build.ts';
import { answeredByOther, cancelled, neverReady, notLoopback, portTaken, serviceExited } from './failures.ts';
import { type Observation, openObservation } from './observation.ts';
import { waitUntilReady } from './readiness.ts';
import type { BootOptions, Service } from './service.ts';

/** What a boot is made of: the plan with its port filled in. */
interface Boot {
  readonly service: BootedService;
  readonly url: string;
  readonly addresses: readonly string[];
  readonly directory: string;
  readonly env: Readonly<Record<string, string>>;
  readonly command: TreeOptions['command'];
  readonly observation: Observation;
}

/** A boot whose processes run. */
interface Running {
  readonly boot: Boot;
  readonly tree: ProcessTree;
  readonly relay: Relay;
  readonly started: Millis;
  readonly died: AbortSignal;
  /** Tells the watch over its end whether it was ready, and since when. */
  setReady(after: Millis): void;
  readonly stop: () => Promise<void>;
}

/** Longer than the tree's pids may be old. */
const STRANGER_AGAIN_MS = 600;

/** Boots the service. See `bootService` for what it throws. */
export async function bootOwn(service: BootedService, world: World, options: BootOptions): Promise<Service> {
  const boot = await prepareBoot(service, world, options);
  const running = await start(boot, world, options.logFile);
  try {
    const address = await becomeReady(running, world);
    const readyAfter = millis(world.now() - running.started);
    running.setReady(readyAfter);
    return {
      url: boot.url,
      target: { url: boot.url, address, loopback: true },
      tls: service.tls,
      readyAfter,
      pids: running.tree.pids,
      runtime: boot.observation.channel,
      died: running.died,
      confirm: () => confirm(running, address),
      tail: () => shownLines(service, running.relay),
      stop: running.stop,
      [Symbol.asyncDispose]: running.stop,
    };
  } catch (error) {
    await running.stop();
    if (world.signal.aborted || !blamesObserver(running.relay)) throw error;
    world.log.warning('The service does not start while it is observed; it is started again unobserved.');
    return await bootOwn({ ...service, observe: 'never' }, world, options);
  }
}

/** A process that may not read the preloaded file, or does not have it, ends with a word about it. */
const blamesObserver = (relay: Relay): boolean => relay.tail().some((line) => line.includes(OBSERVER_FILE));

async function prepareBoot(service: BootedService, world: World, options: BootOptions): Promise<Boot> {
  const directory = await directoryOf(service, world);
  const port = service.port === 'free' ? await freePort() : await claimPort(service.port);
  const fill = (text: string): string => text.replaceAll('{port}', String(port));
  const url = fill(service.url).replace(/\/+$/, '');
  const addresses = await addressesOf(new URL(url).hostname).catch(() => []);
  if (addresses.length === 0 || !addresses.every(isLoopback)) throw notLoopback(url, addresses);
  const given = Object.entries(service.env).map(([name, value]) => [name, fill(value)] as const);
  const env = childEnvironment(world.env, {
    ...options.env,
    PORT: String(port),
    ...Object.fromEntries(given),
  });
  if (world.signal.aborted) throw cancelled(world.signal);
  const command = onCores(shellCommand(fill(service.start)), options.cores ?? null);
  const observation = await openObservation({ ...service, env }, world);
  return { service, url, addresses, directory, env, command, observation };
}

/** @throws Failure code `port-taken`, naming who has it */
async function claimPort(port: number): Promise<number> {
  if (await isPortTaken(port)) throw portTaken(port, holdersOfPort(port));
  return port;
}

async function start(boot: Boot, world: World, logFile: string): Promise<Running> {
  const { service, observation } = boot;
  const relay = await openServiceLog(service, world, { file: logFile, mode: 'continue' });
  if (service.ready.kind === 'log') relay.watchFor(service.ready.text);
  const started = world.now();
  const tree = await startTree(world, {
    command: boot.command,
    directory: boot.directory,
    env: { ...boot.env, ...observation.env },
    grace: service.stopTimeout,
    onOutput: relay.push,
  }).catch(async (error: unknown) => {
    await relay.close();
    await observation[Symbol.asyncDispose]();
    throw error;
  });
  const death = new AbortController();
  let readyAfter: Millis | null = null;
  let asked = false;
  void tree.exited.then(async (exit) => {
    const elapsed = millis(world.now() - started);
    await tree.drained;
    if (asked) return;
    death.abort(serviceExited(service, { exit, elapsed, readyAfter, lines: shownLines(service, relay) }));
  });
  let stopping: Promise<void> | null = null;
  return {
    boot,
    tree,
    relay,
    started,
    died: death.signal,
    setReady(after) {
      readyAfter = after;
    },
    stop() {
      asked = true;
      stopping ??= stop({ boot, tree, relay }, world);
      return stopping;
    },
  };
}

/** Ends the tree, then the log. Words about it are all that can go wrong. */
async function stop(
  { boot, tree, relay }: Pick<Running, 'boot' | 'tree' | 'relay'>,
  world: World,
): Promise<void> {
  const left = await tree.stop();
  await relay.close();
  await boot.observation[Symbol.asyncDispose]();
  if (left.length > 0) {
    world.log.warning(
      `Processes of the service could not be ended, since they belong to another user: ${left.join(', ')}.`,
    );
  }
  showLog(boot.service, 'Log of the service', relay, world);
}

/** Waits for readiness. Returns the address that answered. @throws Failure */
async function becomeReady({ boot, tree, relay, died }: Running, world: World): Promise<string> {
  const { service, url, addresses, directory, env } = boot;
  const signal = AbortSignal.any([world.signal, died]);
  const wait = {
    ready: service.ready,
    url,
    tls: service.tls,
    addresses,
    timeout: service.readyTimeout,
    directory,
    env,
    logHas: relay.saw,
    signal,
  };
  const waited = await waitUntilReady(wait, world).catch((error: unknown) => {
    if (world.signal.aborted) throw cancelled(world.signal);
    throw died.aborted ? died.reason : error;
  });
  const port = portOf(new URL(url));
  if (waited.kind === 'too-late') {
    throw neverReady(service, {
      url,
      last: waited.last,
      elapsed: service.readyTimeout,
      heard: listenedOn(tree.pids()),
      lines: shownLines(service, relay),
    });
  }
  const stranger = await findLastingStranger(() => findStranger(waited.address, port, tree.pids()));
  if (stranger !== null) throw answeredByOther(url, stranger, shownLines(service, relay));
  if (died.aborted) throw died.reason;
  if (addresses.length > 1) world.log.info(`${new URL(url).hostname} answers at ${waited.address}.`);
  return waited.address;
}

/** A port that was taken over under load: what was measured may be somebody else's. A service that has stopped listening is told by its errors. */
async function confirm({ boot, tree, relay }: Running, address: string): Promise<void> {
  const port = portOf(new URL(boot.url));
  if (holdersOfPort(port).length === 0) return;
  const stranger = await findLastingStranger(() => findStranger(address, port, tree.pids()));
  if (stranger === null || holdersOfPort(port).length === 0) return;
  throw answeredByOther(boot.url, stranger, shownLines(boot.service, relay));
}

/** Looks again before it accuses: a process may listen that was started after the last look at the tree. */
async function findLastingStranger(look: () => PortHolder | null): Promise<PortHolder | null> {
  if (look() === null) return null;
  await sleep(STRANGER_AGAIN_MS);
  return look();
}
