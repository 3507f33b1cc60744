/** Records what merged pull requests accepted where the run itself does not enter: it failed, and the next one is to know what was meant. */
import type { Acceptance } from '../domain/acceptance.ts';
import type { Run } from '../domain/measurement.ts';
import type { Occasion } from '../domain/occasion.ts';
import type { Plan } from '../domain/plan.ts';
import type { World } from '../platform/world.ts';
import { sinceRun } from './accept.ts';
import { withAcceptances } from './acceptances.ts';
import { isOfDefaultBranch } from './entry.ts';
import { rewriteBaseline } from './rewrite.ts';
import { type Retrying, RETRYING } from './write-onto.ts';
import { storeOf } from './store.ts';

/**
 * Writes the acceptances onto the branch of accepted runs; what became of it, in a sentence for the log. Null: that is not how this baseline is changed. A file of the repository changes
 * with runs that pass alone.
 * @throws Failure as {@link rewriteBaseline}
 */
export async function recordAlone(
  { plan, run }: { readonly plan: Plan; readonly run: Run },
  occasion: Occasion,
  acceptances: readonly Acceptance[],
  world: World,
  retrying: Retrying = RETRYING,
): Promise<string | null> {
  if (plan.baseline.publish === 'none' || occasion.kind !== 'push' || !isOfDefaultBranch(occasion))
    return null;
  if ((await storeOf(plan, null, world)) !== 'branch') return null;
  const begun = acceptances.map((each) => sinceRun(each, run));
  const message = {
    subject: `Accept changes of ${plan.suite} for the worse [skip ci]`,
    body: acceptances.map(({ metric, commit }) => `${metric}, with ${commit?.slice(0, 12)}`).join('\n'),
  };
  const { path, branch } = await rewriteBaseline(
    plan,
    { change: (baseline) => withAcceptances(baseline, begun), message },
    world,
    retrying,
  );
  return `Recorded in ${path} of the branch ${branch?.name} what the merged pull requests accepted, without the run.`;
}
