/** Measures a build beside itself: blocks in which any difference is the measurement's own. */
import { phrase } from '../domain/phrase.ts';
import { join } from 'node:path';
import { asFailure, Failure } from '../domain/failure.ts';
import type { Run } from '../domain/measurement.ts';
import type { Plan } from '../domain/plan.ts';
import type { World } from '../platform/world.ts';
import { measureBeside } from './beside.ts';
import { isBaseFailure } from './lane.ts';
import { BASE_LOG, openFolder, SERVICE_LOG } from './measure.ts';
import type { Setting } from './setting.ts';

/**
 * Measures so many blocks (a whole number from 1) of the workspace beside itself: built once, booted twice
 * in each.
 * @throws Failure when the service cannot be built, booted or loaded; kind `usage`, code `not-booted`, when
 * it is not ours to boot; kind `cancelled` when stopped
 */
export async function measureItself(
  plan: Plan,
  setting: Setting,
  blocks: number,
  world: World,
): Promise<Run> {
  if (plan.service.kind !== 'booted') throw notBooted(plan.service.url);
  const directory = await openFolder(world, plan.report.directory);
  const sites = {
    head: { side: 'head', world, logFile: join(directory, SERVICE_LOG) },
    base: { side: 'base', world, logFile: join(directory, BASE_LOG) },
  } as const;
  const base = { ...setting.head, side: 'base' } as const;
  const rest = (run: Run | null): number => blocks - (run?.blocks.length ?? 0);
  const next = (run: Run): 'main' | null => (rest(run) > 0 ? 'main' : null);
  const ahead = (run: Run | null) => ({ inPhase: rest(run), inAll: rest(run), isExact: true });
  const job = { plan, setting, sites, base, ahead };
  return await measureBeside(job, next, world).catch((error: unknown) => {
    // There is no base commit that could be to blame.
    throw isBaseFailure(error) ? asFailure(error.cause) : error;
  });
}

function notBooted(url: string | null): Failure {
  return new Failure({
    kind: 'usage',
    code: 'not-booted',
    message: url === null ? phrase('not-booted-itself') : phrase('not-booted-itself-at', { url }),
    advice: phrase('not-booted-itself-advice'),
  });
}
