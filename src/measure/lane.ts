/** One build in one block: its running service, and the watch over its CPU time. */
import { phrase } from '../domain/phrase.ts';
import { adviceOf, asFailure, Failure, linesOf, messageOf } from '../domain/failure.ts';
import type { Boot, Side } from '../domain/measurement.ts';
import type { ServicePlan } from '../domain/plan.ts';
import type { World } from '../platform/world.ts';
import { type CpuWatch, openCpuWatch } from '../probes/cpu-time.ts';
import { bootService, type Service } from '../service/service.ts';
import type { Random } from '../stats/random.ts';

/** A build under load. Disposing it stops its service. */
export interface Lane extends AsyncDisposable {
  readonly side: Side;
  readonly service: Service;
  readonly cpu: CpuWatch;
  readonly boot: Boot;
}

/** Where a build lies and is booted. */
export interface Site {
  readonly side: Side;
  /** Its workspace is the build's own. */
  readonly world: World;
  readonly logFile: string;
}

/** Environments of other lengths move the stack, and with it what shares a line of the cache (Mytkowicz et al., ASPLOS 2009). */
const PADDING_MAX = 4_096;
/** Holds nothing but the padding. */
export const PADDING_VARIABLE = 'LOADGATE_PADDING';

/** Boots a build. @throws Failure as `bootService`; for the base with code `base-failed` */
export async function openLane(
  site: Site,
  plan: ServicePlan,
  cores: readonly number[] | null,
  random: Random,
): Promise<Lane> {
  const padding = 'x'.repeat(random.between(0, PADDING_MAX));
  const service = await blaming(site.side, () =>
    bootService(plan, site.world, { logFile: site.logFile, cores, env: { [PADDING_VARIABLE]: padding } }),
  );
  return laneOf(site.side, service);
}

/** A build that runs already. Disposing it stops its service. */
export function laneOf(side: Side, service: Service): Lane {
  return {
    side,
    service,
    cpu: openCpuWatch(() => service.pids()),
    boot: { side, readyAfter: service.readyAfter },
    [Symbol.asyncDispose]: () => service.stop(),
  };
}

/** What this machine refused, whichever build it was for: without it nothing is known of the base, and a gate that cannot look stays shut. */
const OF_MACHINE = ['internal', 'spawn-failed', 'git-failed', 'git-missing', 'file-unwritable'];

/** Does something for one build; what goes wrong with the base is said to be the base's, unless it is the machine's. @throws Failure */
export async function blaming<Result>(side: Side, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const isOfMachine = OF_MACHINE.includes(asFailure(error).detail.code);
    throw side === 'base' && !isOfMachine ? ofBase(error) : error;
  }
}

/**
 * Does something with builds that run. When it fails and the base has died, but the change has not, that is the base's fault, whichever of them was
 * under load. @throws Failure
 */
export async function blamingTheDead<Result>(
  lanes: readonly Pick<Lane, 'side' | 'service'>[],
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const dead = lanes.filter(({ service }) => service.died.aborted).map(({ side }) => side);
    throw dead.includes('base') && !dead.includes('head') ? ofBase(error) : error;
  }
}

/** What a second service meets that wants what the first one holds: a port of its own choosing, a lock. */
const BOOT_CODES = ['service-exited', 'never-ready', 'port-taken', 'port-answered-by-other'];

/**
 * Waits for a build that is booted beside another one.
 * @throws Failure of the boot, with code `not-together` when the other one may be its reason (see {@link failureBeside})
 */
export async function besideAnother<Result>(booting: Promise<Result>): Promise<Result> {
  return await booting.catch((error: unknown) => {
    const inner = isBaseFailure(error) ? error.cause : error;
    throw inner instanceof Failure && BOOT_CODES.includes(inner.detail.code)
      ? notTogether(error, inner)
      : error;
  });
}

/** The failure behind one of {@link besideAnother}; null for any other error. */
export const failureBeside = (error: unknown): Failure | null =>
  error instanceof Failure && error.detail.code === 'not-together' ? asFailure(error.cause) : null;

const notTogether = (error: unknown, { detail }: Failure): Failure =>
  new Failure({ ...detail, code: 'not-together' }, { cause: error });

/** True for what is the fault of the base commit: nothing that the change can be blamed for. */
export const isBaseFailure = (error: unknown): error is Failure =>
  error instanceof Failure && error.detail.code === 'base-failed';

function ofBase(error: unknown): Failure {
  const { detail } = asFailure(error);
  if (detail.kind === 'cancelled' || detail.code === 'base-failed') return asFailure(error);
  return new Failure(
    {
      kind: 'not-measured',
      code: 'base-failed',
      message: phrase('base-failed', { why: messageOf(detail) }),
      advice: phrase('base-failed-advice', { advice: adviceOf(detail) }),
      lines: linesOf(detail),
    },
    { cause: error },
  );
}
