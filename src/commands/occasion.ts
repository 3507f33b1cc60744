/** The occasion of a run on somebody's machine. */
import type { Occasion } from '../domain/occasion.ts';
import { resolveRef } from '../platform/git.ts';
import type { World } from '../platform/world.ts';

/**
 * A local run. With `base`, baseline and limits are read from that commit; without, from the working tree.
 * @throws Failure kind `usage` when `base` names no commit, or git or the repository is missing
 */
export async function localOccasion(world: World, base: string | undefined): Promise<Occasion> {
  return {
    kind: 'local',
    repository: null,
    headSha: null,
    baseSha: base === undefined ? null : await resolveRef(world, base),
    pullRequest: null,
    runUrl: null,
  };
}
