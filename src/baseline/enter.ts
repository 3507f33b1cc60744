/** Brings a run that passed on the default branch into the baseline, wherever the configuration keeps it. */
import { Failure } from '../domain/failure.ts';
import { phrase } from '../domain/phrase.ts';
import type { Run } from '../domain/measurement.ts';
import type { Occasion } from '../domain/occasion.ts';
import type { Plan } from '../domain/plan.ts';
import type { Verdict } from '../domain/verdict.ts';
import { requireRepository } from '../platform/git.ts';
import { branchToWrite, gitHubAccess } from '../platform/open-branch.ts';
import type { World } from '../platform/world.ts';
import { type AcceptedWith, NOTHING_BESIDE } from './accept.ts';
import { nowhere } from './branch-store.ts';
import { enterAt, enterBranch, type Entered, type Entry } from './enter-branch.ts';
import { whyNotEntered } from './entry.ts';
import { enterByPullRequest } from './enter-pull-request.ts';
import { storeOf } from './store.ts';

/** A run that was judged. */
interface Judged {
  readonly plan: Plan;
  readonly run: Run;
  readonly verdict: Verdict;
}

/** What became of a run. */
export interface Outcome {
  /** It is in the baseline, or in the pull request that brings it there. */
  readonly isIn: boolean;
  /** In a sentence for the log. */
  readonly said: string;
}

/**
 * Enters the run with what is to be written down beside it, or does not.
 * @throws Failure for what keeps a run out that was to enter: a warning to the caller, never another verdict
 */
export async function enterRun(
  judged: Judged,
  occasion: Occasion,
  world: World,
  beside: AcceptedWith = NOTHING_BESIDE,
): Promise<Outcome> {
  const why = whyNotEntered(judged, occasion);
  if (why !== null) return out(why);
  const { plan, run } = judged;
  const entry: Entry = { plan, run, page: occasion.runUrl, beside };
  const { publish, branch } = judged.plan.baseline;
  // What lies in the working tree is the default branch, since this run is on it.
  if ((await storeOf(judged.plan, null, world)) === 'branch') {
    return into(say(branch, await enterOwnBranch(entry, world)));
  }
  const target = occasion.branch?.name ?? '';
  const path = `${await requireRepository(world)}${judged.plan.baseline.path}`;
  if (publish === 'auto') return out('it is a file, and `baseline: publish` does not say how it is changed');
  if (publish === 'pull-request') {
    const access = gitHubAccess(world);
    if (access === null) throw noGitHub();
    return into(
      await enterByPullRequest({ ...access, signal: world.signal }, { target, path }, entry, world),
    );
  }
  const onto = await branchToWrite(world, target);
  if (onto === null) throw nowhere(target);
  return into(say(target, await enterAt(onto, { path, first: null }, entry, world)));
}

const into = (said: string): Outcome => ({ isIn: true, said });
const out = (why: string): Outcome => ({ isIn: false, said: `Not entered into the baseline: ${why}.` });

/** Enters a run into the branch of accepted runs, for whoever asks. @throws Failure as {@link enterBranch}, and `branch-nowhere` */
export async function enterOwnBranch(entry: Entry, world: World): Promise<Entered> {
  const name = entry.plan.baseline.branch;
  const branch = await branchToWrite(world, name);
  if (branch === null) throw nowhere(name);
  return enterBranch(branch, entry, world);
}

/** What became of a run, in a sentence. */
export function say(branch: string, { path, commit, isNew, runs }: Entered): string {
  const of = runs === 1 ? '1 accepted run' : `${runs} accepted runs`;
  const how = isNew ? 'Entered into' : 'Nothing to enter into';
  return `${how} ${path} of the branch ${branch} (${commit.slice(0, 12)}): ${of} of this machine.`;
}

function noGitHub(): Failure {
  return new Failure({
    kind: 'usage',
    code: 'no-github',
    message: phrase('no-github'),
    advice: phrase('no-github-advice'),
  });
}
