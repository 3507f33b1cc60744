/** Changes the baseline file of the working tree by hand: what is to be accepted, what is to go. */
import { Failure } from '../domain/failure.ts';
import type { Plan } from '../domain/plan.ts';
import { replaceWorkspaceFile } from '../platform/workspace-writer.ts';
import type { World } from '../platform/world.ts';
import type { Baseline } from './baseline.ts';
import { encodeBaseline } from './codec.ts';
import { readBaseline } from './store.ts';

/** The baseline of the working tree. @throws Failure when there is none (`no-baseline`), or as {@link readBaseline} */
export async function readOwnBaseline(plan: Plan, world: World): Promise<Baseline> {
  const { baseline } = await readBaseline(plan, null, world);
  if (baseline !== null) return baseline;
  throw new Failure({
    kind: 'not-measured',
    code: 'no-baseline',
    message: `${plan.baseline.path} does not exist: nothing has been accepted yet.`,
    advice: 'Accept runs first: loadgate baseline update --runs 5. Nothing was written.',
  });
}

/** Writes the baseline file of the working tree, whole or not at all. @throws Failure when it could not be read again, or cannot be written */
export async function writeOwnBaseline(plan: Plan, baseline: Baseline, world: World): Promise<void> {
  await replaceWorkspaceFile(world, plan.baseline.path, encodeBaseline(baseline));
}
