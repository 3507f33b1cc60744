/** Whether a change edits the accepted runs that it is compared with. */
import type { Plan } from '../domain/plan.ts';
import { readCommitted } from '../platform/git.ts';
import { readWorkspaceFile } from '../platform/workspace.ts';
import type { World } from '../platform/world.ts';
import { BASELINE_BYTES_MAX } from './baseline.ts';

/** Notes in the plan's origin whether the workspace has another baseline than the base commit. What cannot be read is said where it is used. */
export async function noteBaseline(plan: Plan, baseSha: string | null, world: World): Promise<Plan> {
  const { origin } = plan;
  if (origin === undefined || origin.edits === null) return plan;
  if (baseSha === null) return { ...plan, origin: { ...origin, edits: null } };
  const edits = { ...origin.edits, baseline: await editedBaseline(plan, baseSha, world) };
  return { ...plan, origin: { ...origin, edits } };
}

/** The baseline's path when the workspace has another file there; else null. */
async function editedBaseline(plan: Plan, baseSha: string, world: World): Promise<string | null> {
  const { path } = plan.baseline;
  const [here, committed] = await Promise.all([
    readWorkspaceFile(world.workspace, path, BASELINE_BYTES_MAX),
    readCommitted(world, baseSha, path, BASELINE_BYTES_MAX).catch(() => null),
  ]);
  if (committed === null || committed.kind === 'too-large') return null;
  if (committed.kind === 'missing') return here.kind === 'missing' ? null : path;
  if (committed.kind !== 'file' || here.kind !== 'read') return path;
  return here.text === committed.bytes.toString('utf8') ? null : path;
}
