/** Which runs enter the baseline by themselves: those that passed on the default branch. Every other one is told why not. */
import { Failure } from '../domain/failure.ts';
import type { Occasion } from '../domain/occasion.ts';
import { phrase } from '../domain/phrase.ts';
import type { BaselinePlan, Plan } from '../domain/plan.ts';
import type { ScenarioVerdict, Verdict } from '../domain/verdict.ts';
import type { World } from '../platform/world.ts';

/** Occasions on which a commit of the default branch is measured. A merge group's is not on it yet: the push that follows is. */
const OCCASIONS: readonly Occasion['kind'][] = ['push', 'schedule', 'manual'];

/**
 * Why a run does not enter, in words; null: it does. A first run enters, and so does an inconclusive one: a short history is inconclusive by its nature, and a
 * history without its noisy runs would promise less noise than there is. A regression enters never, also where it was advice only,
 * unless it is within what was accepted: then it is what later runs are to be compared with.
 */
export function whyNotEntered(
  { verdict, plan }: { readonly verdict: Verdict; readonly plan: Plan },
  { kind, branch }: Occasion,
): string | null {
  if (plan.baseline.publish === 'none') return 'the configuration says `baseline: publish: none`';
  if (kind === 'pull-request') return 'it is of a pull request, and runs of the default branch enter';
  if (!OCCASIONS.includes(kind))
    return 'runs enter on a push to the default branch, on a schedule or when started by hand';
  if (branch === undefined) return 'it is not of a branch, and runs of the default branch enter';
  if (!branch.isDefault) return `it is of the branch ${branch.name}, and runs of the default branch enter`;
  if (verdict.exitCode !== 0) return 'it did not pass';
  return verdict.scenarios.some(hasRegression)
    ? 'something got worse, although too few runs are stored to fail for it; accept it with `loadgate baseline update` if it is meant'
    : null;
}

/** True on a commit of the default branch. */
export const isOfDefaultBranch = ({ branch }: Pick<Occasion, 'branch'>): boolean =>
  branch?.isDefault === true;

/** Of a metric that has a limit: the others are told, and decide nothing. */
const hasRegression = ({ judgements }: ScenarioVerdict): boolean =>
  judgements.some(
    ({ comparison, acceptance }) =>
      comparison?.outcome === 'regression' && comparison.limit !== null && acceptance?.within !== true,
  );

/**
 * A run on the branch of accepted runs itself would measure nothing of anybody's, and could start itself again.
 * @throws Failure kind `usage`
 */
export function refuseOwnBranch({ store, branch }: BaselinePlan, { env }: Pick<World, 'env'>): void {
  if (store === 'file' || env['GITHUB_REF'] !== `refs/heads/${branch}`) return;
  throw new Failure({
    kind: 'usage',
    code: 'baseline-branch',
    message: phrase('baseline-branch', { branch }),
    advice: phrase('baseline-branch-advice', { branch }),
  });
}
