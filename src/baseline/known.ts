/** Everything that a baseline knows for a run: what it is compared with, what was accepted on purpose, and the last releases. */
import type { Standing } from '../domain/acceptance.ts';
import type { Run } from '../domain/measurement.ts';
import type { Plan } from '../domain/plan.ts';
import type { Reference } from '../domain/reference.ts';
import type { World } from '../platform/world.ts';
import { standingOf } from './acceptances.ts';
import { refuseOwnBranch } from './entry.ts';
import { referencesIn } from './references.ts';
import { readBaseline, type StoredBaseline } from './store.ts';

/** What a run is judged with beside its plan. */
export interface Known {
  /** By scenario. */
  readonly references: Readonly<Record<string, Reference>>;
  readonly standing: Standing;
}

/**
 * Reads the baseline once, for a run on this machine and with this configuration: that of the commit `baseSha`, or the working tree's.
 * @throws Failure as {@link refuseOwnBranch}, and as {@link readBaseline}
 */
export async function readKnown(
  plan: Plan,
  run: Pick<Run, 'machine' | 'configHashes'>,
  baseSha: string | null,
  world: World,
): Promise<Known> {
  refuseOwnBranch(plan.baseline, world);
  return knownIn(await readBaseline(plan, baseSha, world), plan, run);
}

/** The same of a baseline that was read. */
export const knownIn = (
  stored: StoredBaseline,
  plan: Plan,
  run: Pick<Run, 'machine' | 'configHashes'>,
): Known => ({
  references: referencesIn(stored, plan, run),
  standing: standingOf(stored.baseline, plan, run),
});
