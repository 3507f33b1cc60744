/** Changes a baseline by hand, wherever it is kept: the file of the working tree, or its branch, whoever else writes to that at the same time. */
import { Failure } from '../domain/failure.ts';
import type { Plan } from '../domain/plan.ts';
import type { CommitMessage } from '../platform/branch.ts';
import { branchToWrite } from '../platform/open-branch.ts';
import { replaceWorkspaceFile } from '../platform/workspace-writer.ts';
import type { World } from '../platform/world.ts';
import type { Baseline } from './baseline.ts';
import { branchFileOf, decodeOnBranch, nowhere } from './branch-store.ts';
import { encodeBaseline } from './codec.ts';
import { readBaseline, type StoredBaseline, storeOf } from './store.ts';
import { type Edit, type Retrying, RETRYING, writeOnto } from './write-onto.ts';

/** A baseline that is there, and where it was found. */
export interface KeptBaseline extends StoredBaseline {
  readonly baseline: Baseline;
}

/** A change by hand. */
export interface Rewrite {
  /** Applied anew to whatever others wrote meanwhile; applied to its own result it changes nothing. */
  readonly change: (baseline: Baseline) => Baseline;
  /** Of the commit, on a branch. */
  readonly message: CommitMessage;
}

/** What is changed now. */
export interface Rewritten {
  /** From the workspace, or from the top of the branch. */
  readonly path: string;
  /** The branch with the commit that holds the change; null: it is a file of the working tree, which nobody has committed yet. */
  readonly branch: { readonly name: string; readonly commit: string } | null;
}

/**
 * The baseline that a command changes: of the working tree, or of the tip of its branch.
 * @throws Failure when there is none (`no-baseline`), or as {@link readBaseline}
 */
export async function readKept(plan: Plan, world: World): Promise<KeptBaseline> {
  const { source, baseline } = await readBaseline(plan, null, world);
  if (baseline !== null) return { source, baseline };
  const { path, branch, commit } = source;
  const missing =
    branch === undefined
      ? `${path} does not exist`
      : commit === null
        ? `There is no branch ${branch}`
        : `There is no ${path} on the branch ${branch}`;
  throw new Failure({
    kind: 'not-measured',
    code: 'no-baseline',
    message: `${missing}: nothing has been accepted yet.`,
    advice: 'Accept runs first: loadgate baseline update --runs 5. Nothing was written.',
  });
}

/**
 * Writes the change where the baseline is kept, whole or not at all. The file of the working tree is replaced; the branch gets a commit on top of its tip, by the API or by git, in the way
 * in which runs enter it.
 * @throws Failure as {@link readKept} and {@link writeOnto}; `branch-nowhere` when there is no way to the branch; those of a baseline that could not be read again
 */
export async function rewriteBaseline(
  plan: Plan,
  { change, message }: Rewrite,
  world: World,
  retrying: Retrying = RETRYING,
): Promise<Rewritten> {
  const { baseline } = await readKept(plan, world);
  if ((await storeOf(plan, null, world)) === 'file') {
    const { path } = plan.baseline;
    await replaceWorkspaceFile(world, path, encodeBaseline(change(baseline)));
    return { path, branch: null };
  }
  const { branch: name } = plan.baseline;
  const branch = await branchToWrite(world, name);
  if (branch === null) throw nowhere(name);
  const path = branchFileOf(plan.suite);
  const merge = (text: string | null): string => {
    // It was there a moment ago: whoever took it away meant to.
    if (text === null) throw gone(path, name);
    return encodeBaseline(change(decodeOnBranch(plan, { branch: name, path, text })));
  };
  const edit: Edit = { path, merge, message, first: null };
  const { commit } = await writeOnto(branch, edit, world, retrying);
  return { path, branch: { name, commit } };
}

const gone = (path: string, branch: string): Failure =>
  new Failure({
    kind: 'not-measured',
    code: 'no-baseline',
    message: `Somebody removed ${path} from the branch ${branch} in this moment.`,
    advice: 'Nothing was written. Look at the last commits of the branch.',
  });
