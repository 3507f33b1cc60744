/** Builds the service: once, before its first boot, with a deadline, and with nothing of it left running. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BootedService, ServicePlan } from '../domain/plan.ts';
import { millis } from '../domain/units.ts';
import { childEnvironment } from '../platform/environment.ts';
import { isDirectory } from '../platform/files.ts';
import { shellCommand, startTree } from '../platform/process.ts';
import { openRelay, type Relay } from '../platform/relay.ts';
import type { World } from '../platform/world.ts';
import { buildFailed, buildTooSlow, cancelled, directoryMissing } from './failures.ts';

/** Lines that `show-log: always` copies to our own log. */
export const SHOWN_LINES = 2_000;

/**
 * Runs the build command, if there is one. The log file is begun anew here; boots continue it.
 * @throws Failure kind `usage` when the folder or a command is missing, `not-measured` when it fails or takes too long, `cancelled`
 */
export async function buildService(
  service: ServicePlan,
  world: World,
  options: { readonly logFile: string },
): Promise<void> {
  if (service.kind !== 'booted') return;
  const relay = await openServiceLog(service, world, { file: options.logFile, mode: 'begin' });
  try {
    if (service.build !== null) await runBuild(service, service.build, relay, world);
  } finally {
    await relay.close();
    if (service.build !== null) showLog(service, 'Output of the build', relay, world);
  }
}

async function runBuild(service: BootedService, command: string, relay: Relay, world: World): Promise<void> {
  const directory = await directoryOf(service, world);
  if (world.signal.aborted) throw cancelled(world.signal);
  const started = world.now();
  await using tree = await startTree(world, {
    command: shellCommand(command),
    directory,
    env: childEnvironment(world.env, service.env),
    grace: service.stopTimeout,
    onOutput: relay.push,
  });
  const over = new AbortController();
  const exit = await Promise.race([
    tree.exited,
    sleep(service.buildTimeout, null, { signal: AbortSignal.any([world.signal, over.signal]) }).catch(
      () => null,
    ),
  ]);
  over.abort();
  if (world.signal.aborted) throw cancelled(world.signal);
  if (exit === null) throw buildTooSlow(service, shownLines(service, relay));
  await tree.drained;
  if (exit.code !== 0)
    throw buildFailed(service, exit, millis(world.now() - started), shownLines(service, relay));
}

/** The folder both commands run in. @throws Failure kind `usage` when it is none */
export async function directoryOf(service: BootedService, world: World): Promise<string> {
  const directory = join(world.workspace, service.workingDirectory);
  if (!(await isDirectory(directory))) throw directoryMissing(service.workingDirectory);
  return directory;
}

/** Opens the log of a service. */
export function openServiceLog(
  service: BootedService,
  world: World,
  place: { readonly file: string; readonly mode: 'begin' | 'continue' },
): Promise<Relay> {
  return openRelay({
    ...place,
    ...(service.showLog === 'always' ? { keep: SHOWN_LINES } : {}),
    mask: world.vault.conceal,
    warn: (line) => world.log.warning(line),
  });
}

/** The lines that a failure may show. */
export const shownLines = (service: BootedService, relay: Relay): readonly string[] =>
  service.showLog === 'never' ? [] : relay.tail();

/** Copies the log to our own where that is asked for. */
export function showLog(service: BootedService, title: string, relay: Relay, world: World): void {
  if (service.showLog !== 'always') return;
  const lines = relay.tail(SHOWN_LINES);
  if (lines.length > 0) world.log.foreign(title, lines);
}
