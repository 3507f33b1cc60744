/** A service of this machine that somebody else started: it must be reachable, and it is left running. */
import type { DeployedService, RunningService } from '../domain/plan.ts';
import { addressKind } from '../platform/address-policy.ts';
import { addressesOf, isLoopback, isOwnAddress } from '../platform/contact.ts';
import { childEnvironment } from '../platform/environment.ts';
import type { World } from '../platform/world.ts';
import { cancelled, notLoopback, unreachable } from './failures.ts';
import { waitUntilReady } from './readiness.ts';
import type { Service } from './service.ts';

/** Where a service runs that is not ours. */
export interface Whereabouts {
  /** Base URL, without a slash at the end. */
  readonly url: string;
  /** IP addresses that may be connected to; the one that answers is the one that is loaded. */
  readonly addresses: readonly string[];
}

/** It is somebody else's: stopping it is not ours. */
const nothing = (): Promise<void> => Promise.resolve();

/** Finds the service. Its host name is resolved once; the address that answered is the one that is loaded. See `bootService` for what it throws. */
export async function meetRunning(service: RunningService, world: World): Promise<Service> {
  const url = service.url.replace(/\/+$/, '');
  const addresses = await addressesOf(new URL(url).hostname).catch(() => []);
  if (addresses.length === 0 || !addresses.every(isLoopback)) throw notLoopback(url, addresses);
  return await meetAt(service, { url, addresses }, world);
}

/** Waits until a service that is not ours is ready at one of its addresses. @throws Failure `unreachable`, `certificate-refused`, or kind `cancelled` */
export async function meetAt(
  service: RunningService | DeployedService,
  { url, addresses }: Whereabouts,
  world: World,
): Promise<Service> {
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
  if (waited.kind === 'too-late') throw unreachable(service, url, waited.last);
  if (addresses.length > 1) world.log.info(`${new URL(url).hostname} answers at ${waited.address}.`);
  return {
    url,
    target: targetOf(url, waited.address),
    tls: service.tls,
    readyAfter: null,
    pids: () => [],
    runtime: null,
    died: new AbortController().signal,
    // Whoever answers there is the one that was meant.
    confirm: nothing,
    tail: () => [],
    stop: nothing,
    [Symbol.asyncDispose]: nothing,
  };
}

/** An address of this machine's own is reached over its loopback interface, whatever it is called. */
function targetOf(url: string, address: string): Service['target'] {
  if (isLoopback(address) || isOwnAddress(address)) return { url, address, loopback: true };
  const { kind } = addressKind(address);
  return { url, address, loopback: false, network: kind === 'private' ? 'private' : 'public' };
}
