/** Brings accepted runs into a file by one pull request a suite: the first run opens it, later ones add to it, and whoever merges it accepts them. */
import { Failure } from '../domain/failure.ts';
import { type Phrase, phrase } from '../domain/phrase.ts';
import { openGitHubBranch } from '../platform/github-branch.ts';
import { openPullBranch, type PullBranch } from '../platform/github-pulls.ts';
import { refusedWrite } from '../platform/github-refusal.ts';
import type { GitHubAccess } from '../platform/open-branch.ts';
import type { World } from '../platform/world.ts';
import { branchFileOf } from './branch-store.ts';
import { pullRequestTitle } from './commit-words.ts';
import { enterAt, type Entry } from './enter-branch.ts';
import { refusedBranch } from './write-onto.ts';

/** Where the runs are to be: a file of a branch. */
export interface Target {
  readonly target: string;
  /** From the top of the repository. */
  readonly path: string;
}

/**
 * Enters the run into the pull request's branch, and opens the pull request where none is open. A branch that an earlier one left behind is begun anew from the
 * target. Returns a sentence for the log.
 * @throws Failure as `enterBranch`; `pull-request-refused` when GitHub does not let it be opened
 */
export async function enterByPullRequest(
  access: GitHubAccess & { readonly signal: AbortSignal },
  { target, path }: Target,
  entry: Entry,
  world: World,
): Promise<string> {
  const name = `loadgate-update/${branchFileOf(entry.plan.suite).replace(/\.json$/, '')}`;
  const pulls = await openPullBranch({ ...access, branch: name });
  const found = await asked(name, () => pulls.find());
  if (found.pull === null) await begin(pulls, name, target);
  const branch = await openGitHubBranch({ ...access, branch: name });
  const { runs, commit } = await enterAt(branch, { path, first: null }, entry, world);
  const title = pullRequestTitle(entry.plan.suite);
  const pull = found.pull ?? (await asked(name, () => pulls.open(found, target, title, BODY)));
  const of = runs === 1 ? '1 accepted run' : `${runs} accepted runs`;
  return `Entered into pull request ${pull.number} (${commit.slice(0, 12)}): ${path} has ${of} of this machine there. ${pull.url}`;
}

const BODY =
  'Runs that passed on the default branch, for the baseline that changes are compared with. Merge this to accept them; until then, later runs are added here.';

/** Another run that begins it at the same moment is as good. @throws Failure when it cannot be begun */
async function begin(pulls: PullBranch, name: string, target: string): Promise<void> {
  const begun = await pulls.restart(target);
  if (begun.kind === 'refused') throw refusedBranch(name, begun.why, begun.message);
  if (begun.kind === 'unclear') throw unopened(begun.message);
}

/** @throws Failure for what GitHub refuses */
async function asked<Value>(name: string, ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    const answer = refusedWrite(error);
    if (answer.kind === 'refused' && answer.why !== 'refused')
      throw refusedBranch(name, answer.why, answer.message);
    throw unopened('message' in answer ? answer.message : '');
  }
}

function unopened(line: Phrase | string): Failure {
  return new Failure({
    kind: 'not-measured',
    code: 'pull-request-refused',
    message: phrase('pull-request-refused'),
    advice: phrase('pull-request-refused-advice'),
    lines: line === '' ? [] : [line],
  });
}
