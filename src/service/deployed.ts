/** A target: a service that is deployed somewhere. Whether it may be loaded is decided before anything is connected, by the addresses that its name means. */
import type { DeployedService } from '../domain/plan.ts';
import { ruleOn } from '../platform/address-policy.ts';
import { addressesOf } from '../platform/contact.ts';
import type { World } from '../platform/world.ts';
import { addressRefused, targetMissing } from './failures.ts';
import { meetAt } from './running.ts';
import type { Service } from './service.ts';

/** The ways out of this machine. */
export interface Ways {
  /** The IP addresses that a host name means. It is asked once a run. */
  readonly resolve: (hostname: string) => Promise<readonly string[]>;
  /** Connects to one of the addresses that it is given, and to nothing else. */
  readonly meet: typeof meetAt;
}

const OUT: Ways = { resolve: addressesOf, meet: meetAt };

/**
 * Finds the target. Its name is resolved once: all that it means has to be allowed, and the address that answers is the one that is loaded from then on, whatever
 * the name means later. See `bootService` for what it throws.
 */
export async function meetDeployed(
  service: DeployedService,
  world: World,
  { resolve, meet }: Ways = OUT,
): Promise<Service> {
  if (service.url === null) throw targetMissing();
  const { hostname } = new URL(service.url);
  const addresses = await resolve(hostname).catch(() => []);
  const ruling = ruleOn(hostname, addresses, service.allowed);
  if (ruling.kind !== 'allowed') throw addressRefused(service, service.url, ruling);
  return await meet(service, { url: service.url, addresses: oneOfEach(addresses) }, world);
}

/** The first of each family: only one will be loaded, and where one of a family is out of reach, the other answers. */
function oneOfEach(addresses: readonly string[]): readonly string[] {
  const isSix = (address: string): boolean => address.includes(':');
  return addresses.filter(
    (address, index) => addresses.findIndex((other) => isSix(other) === isSix(address)) === index,
  );
}
