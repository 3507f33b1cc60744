/** A service of this machine that somebody else started: it must be reachable, and it is left running. */
import type { RunningService } from '../domain/plan.ts';
import { millis } from '../domain/units.ts';
import { addressesOf, isLoopback } from '../platform/contact.ts';
import { childEnvironment } from '../platform/environment.ts';
import type { World } from '../platform/world.ts';
import { cancelled, notLoopback, unreachable } from './failures.ts';
import { waitUntilReady } from './readiness.ts';
import type { Service } from './service.ts';

/** It is somebody else's: stopping it is not ours. */
const nothing = (): Promise<void> => Promise.resolve();

/** Finds the service. Its host name is resolved once; the address that answered is the one that is loaded. See `bootService` for what it throws. */
export async function meetRunning(service: RunningService, world: World): Promise<Service> {
  const url = service.url.replace(/\/+$/, '');
  const addresses = await addressesOf(new URL(url).hostname).catch(() => []);
  if (addresses.length === 0 || !addresses.every(isLoopback)) throw notLoopback(url, addresses);
  const wait = {
    ready: service.ready,
    url,
    tls: service.tls,
    addresses,
    timeout: service.readyTimeout,
    directory: world.workspace,
    env: childEnvironment(world.env),
    // Its log is elsewhere.
    logHas: () => true,
    signal: world.signal,
  };
  const waited = await waitUntilReady(wait, world).catch((error: unknown) => {
    throw world.signal.aborted ? cancelled(world.signal) : error;
  });
  if (waited.kind === 'too-late') throw unreachable(service, waited.last, millis(service.readyTimeout));
  if (addresses.length > 1) world.log.info(`${new URL(url).hostname} answers at ${waited.address}.`);
  return {
    url,
    target: { url, address: waited.address, loopback: true },
    tls: service.tls,
    readyAfter: null,
    pids: () => [],
    runtime: null,
    died: new AbortController().signal,
    tail: () => [],
    stop: nothing,
    [Symbol.asyncDispose]: nothing,
  };
}
