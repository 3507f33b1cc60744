/** A service that is ready to be loaded: one that we boot and stop with all its processes, or one that somebody else runs, here or elsewhere. */
import type { Target } from '../domain/measurement.ts';
import type { ServicePlan, Tls } from '../domain/plan.ts';
import type { Millis } from '../domain/units.ts';
import type { RuntimeChannel } from '../platform/runtime-socket.ts';
import type { World } from '../platform/world.ts';
import { bootOwn } from './boot.ts';
import { meetDeployed } from './deployed.ts';
import { meetRunning } from './running.ts';

export { buildService } from './build.ts';

/** A service under load. Disposing it stops it. */
export interface Service extends AsyncDisposable {
  /** Base URL with its port, without a slash at the end. */
  readonly url: string;
  readonly target: Target;
  readonly tls: Tls | null;
  /** From start to ready; null for a service that was already running. */
  readonly readyAfter: Millis | null;
  /** The live process tree; none when it is not ours. At most half a second old. */
  pids(): readonly number[];
  /** What its Node.js processes are asked through; null when they are not observed. */
  readonly runtime: RuntimeChannel | null;
  /** Aborted, with a Failure as its reason, when the service ends without being asked to. */
  readonly died: AbortSignal;
  /**
   * Looks whether it is still the one that answers at its address; says nothing where that cannot be seen, or where nobody listens any more.
   * @throws Failure `port-answered-by-other` when somebody else listens there by now
   */
  confirm(): Promise<void>;
  /** The last lines of its log, at most 50; none when it is not ours. */
  tail(): readonly string[];
  /** Ends the whole tree: TERM, then KILL after the stop timeout. Does nothing the second time. Never throws. */
  stop(): Promise<void>;
}

/** Circumstances of a boot that are not the service's own. */
export interface BootOptions {
  /** Where its output goes. */
  readonly logFile: string;
  /** The cores it is kept on; all of them when absent or null. */
  readonly cores?: readonly number[] | null;
  /** Added to its environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Boots a service and waits until it is ready, or finds one that already runs.
 * @throws Failure `service-exited`, `never-ready`, `port-taken`, `port-answered-by-other`, `unreachable`, `certificate-refused` (kind `not-measured`),
 * `start-not-found`, `start-not-executable`, `working-directory-missing`, `target-not-loopback`, `target-missing`, `address-not-allowed`,
 * `address-never-loaded` (kind `usage`), or kind `cancelled`;
 * nothing of the service is left running then
 */
export function bootService(service: ServicePlan, world: World, options: BootOptions): Promise<Service> {
  switch (service.kind) {
    case 'booted':
      return bootOwn(service, world, options);
    case 'running':
      return meetRunning(service, world);
    case 'deployed':
      return meetDeployed(service, world);
  }
}
