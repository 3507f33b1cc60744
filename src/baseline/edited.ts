/** Whether a change edits the accepted runs that it is compared with. */
import type { Plan } from '../domain/plan.ts';
import { readCommitted } from '../platform/git.ts';
import { readWorkspaceFile } from '../platform/workspace.ts';
import type { World } from '../platform/world.ts';
import { BASELINE_BYTES_MAX } from './baseline.ts';

/** The baseline's path when the workspace has another file there than the base commit; else null. What cannot be read is said where it is used. */
export async function editedBaseline(plan: Plan, baseSha: string, world: World): Promise<string | null> {
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
