/** The plan of a job, with what the base commit says of it, and with its warnings said. */
import type { Occasion } from '../domain/occasion.ts';
import { showFile } from '../platform/git.ts';
import type { World } from '../platform/world.ts';
import { allowsItself } from './base.ts';
import { DEFAULT_CONFIG_PATH } from './defaults.ts';
import { type LoadedPlan, loadPlan, originOf, type PlanSource, warningsOf } from './load.ts';

/** Loads the plan of a run on `occasion`. Limits, policy, baseline and the list of secrets come from the base commit where there is one. @throws Failure kind `usage` */
export async function loadFor(
  job: Omit<PlanSource, 'base' | 'ownSecrets'> & { readonly occasion: Occasion },
  world: World,
): Promise<LoadedPlan> {
  const { baseSha } = job.occasion;
  const path = job.configPath ?? DEFAULT_CONFIG_PATH;
  const base = baseSha === null ? null : await showFile(world, baseSha, path);
  const loaded = await loadPlan({ ...job, base, ownSecrets: allowsItself(job.occasion) }, world);
  for (const line of warningsOf(loaded)) world.log.warning(line);
  return { ...loaded, plan: { ...loaded.plan, origin: originOf(loaded) } };
}
