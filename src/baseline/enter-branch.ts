/** Takes a run into a baseline file of a branch, whoever else writes to it at the same time. */
import type { Run } from '../domain/measurement.ts';
import type { Plan } from '../domain/plan.ts';
import type { Branch } from '../platform/branch.ts';
import type { World } from '../platform/world.ts';
import { type AcceptedWith, shortestHistory, withRunOf } from './accept.ts';
import { branchFileOf, decodeOnBranch } from './branch-store.ts';
import { encodeBaseline } from './codec.ts';
import { messageOf } from './commit-words.ts';
import { type Edit, type Retrying, RETRYING, writeOnto } from './write-onto.ts';

/** A run that is in the baseline now. */
export interface Entered {
  /** The file it is in, from the top of the repository. */
  readonly path: string;
  /** The commit that holds it. */
  readonly commit: string;
  /** False: it was there already, or is older than all that are kept. */
  readonly isNew: boolean;
  /** Runs in the shortest history of the plan's scenarios on this machine. */
  readonly runs: number;
}

/** What enters. `page`: of the workflow run, if there is one. */
export interface Entry {
  readonly plan: Plan;
  readonly run: Run;
  readonly page: string | null;
  /** What is written down beside the run; absent: nothing. */
  readonly beside?: AcceptedWith;
}

/**
 * Adds the run to the suite's file on the branch of accepted runs, which is made where there is none. The run is told from others by its date: entered twice it is
 * there once, and whichever order runs come in, they lie in the order of their dates.
 * @throws Failure `branch-refused`, `branch-busy` as {@link writeOnto}; `not-acceptable` for a run without answers; those of a file that cannot be read
 */
export function enterBranch(
  branch: Branch,
  entry: Entry,
  world: World,
  retrying: Retrying = RETRYING,
): Promise<Entered> {
  const place = { path: branchFileOf(entry.plan.suite), first: { path: 'README.md', text: README } };
  return enterAt(branch, place, entry, world, retrying);
}

/** The same for any file of any branch. `first`: as of {@link Edit}. @throws Failure as {@link enterBranch} */
export async function enterAt(
  branch: Branch,
  { path, first }: Pick<Edit, 'path' | 'first'>,
  { plan, run, page, beside }: Entry,
  world: World,
  retrying: Retrying = RETRYING,
): Promise<Entered> {
  const decode = (text: string) => decodeOnBranch(plan, { branch: branch.name, path, text });
  const merge = (text: string | null): string =>
    encodeBaseline(withRunOf(plan, run, text === null ? null : decode(text), beside));
  const edit = { path, merge, message: messageOf(plan, run, page), first };
  const edited = await writeOnto(branch, edit, world, retrying);
  return {
    path,
    commit: edited.commit,
    isNew: edited.kind === 'written',
    runs: shortestHistory(decode(edited.text), plan, run),
  };
}

/** For whoever finds the branch. */
const README = `# Accepted runs

Loadgate keeps here what it compares later runs with: one file for each suite, written by the runs that passed on the default branch. Nobody needs to edit it, and no
workflow starts from it. To begin anew, delete the branch: the next run that passes makes it again.
`;
