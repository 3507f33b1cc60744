/** Where the baseline lies: a file of the base commit or of the working tree, or a branch of its own. Missing is told apart from everything else that can be wrong. */
import { type Fact, type Phrase, phrase } from '../domain/phrase.ts';
import { Failure } from '../domain/failure.ts';
import type { Plan } from '../domain/plan.ts';
import type { BaselineSource } from '../domain/reference.ts';
import { readCommitted } from '../platform/git.ts';
import { readWorkspaceFile } from '../platform/workspace.ts';
import type { World } from '../platform/world.ts';
import { BASELINE_BYTES_MAX, type Baseline } from './baseline.ts';
import { isAnyBranch, isOnRunner, otherSuite, readOnBranch, type StoredBaseline } from './branch-store.ts';
import { decodeBaseline } from './codec.ts';

export type { StoredBaseline } from './branch-store.ts';

/**
 * Reads the baseline of the plan's suite: from the file of the commit `baseSha`, never from the working tree, or of the working tree when it is null; or from the
 * tip of the branch that holds it. `store: auto` takes the file where there is one, and the branch on a runner where there is none.
 * @throws Failure as {@link readOnBranch}
 * @throws Failure when the commit cannot be had (`base-unreadable`), the path is not a plain file (`baseline-not-a-file`), the content is not a baseline
 *   (see {@link decodeBaseline}), or it belongs to another suite (`baseline-other-suite`)
 */
export async function readBaseline(
  plan: Plan,
  baseSha: string | null,
  world: World,
): Promise<StoredBaseline> {
  const { store } = plan.baseline;
  if (store === 'branch') return readOnBranch(plan, world);
  const inFile = await readInFile(plan, baseSha, world);
  if (inFile.baseline !== null || store === 'file' || !isOnRunner(world)) return inFile;
  return (await isAnyBranch(plan, world)) ? readOnBranch(plan, world) : inFile;
}

/** Where runs of the plan are kept, by the same rule. @throws Failure when a file is there that cannot be read */
export async function storeOf(plan: Plan, baseSha: string | null, world: World): Promise<'branch' | 'file'> {
  const { store } = plan.baseline;
  if (store !== 'auto') return store;
  if (!isOnRunner(world) || (await readInFile(plan, baseSha, world)).baseline !== null) return 'file';
  return (await isAnyBranch(plan, world)) ? 'branch' : 'file';
}

async function readInFile(plan: Plan, baseSha: string | null, world: World): Promise<StoredBaseline> {
  const source: BaselineSource = { path: plan.baseline.path, commit: baseSha };
  const place =
    baseSha === null ? source.path : phrase('file-of-base', { path: source.path, sha: baseSha.slice(0, 12) });
  const content =
    baseSha === null
      ? await textOfWorkspace(source.path, world)
      : await textOfCommit(source.path, baseSha, place, world);
  if (content === null) return { source, baseline: null };
  const baseline = decodeBaseline(content, place);
  if (baseline.suite !== plan.suite) throw otherSuite(place, baseline.suite, plan.suite);
  return { source, baseline };
}

/**
 * Reads a baseline of whichever suite from the working tree; null when there is no such file.
 * @throws Failure as {@link readBaseline}
 */
export async function readBaselineFile(path: string, world: World): Promise<Baseline | null> {
  const content = await textOfWorkspace(path, world);
  return content === null ? null : decodeBaseline(content, path);
}

async function textOfWorkspace(path: string, world: World): Promise<string | null> {
  const file = await readWorkspaceFile(world.workspace, path, BASELINE_BYTES_MAX);
  if (file.kind === 'read') return file.text;
  if (file.kind === 'missing') return null;
  throw notAFile(phrase('file-is', { path, why: file.why }));
}

async function textOfCommit(path: string, sha: string, place: Fact, world: World): Promise<string | null> {
  const committed = await readCommitted(world, sha, path, BASELINE_BYTES_MAX);
  if (committed.kind === 'missing') return null;
  if (committed.kind === 'file') return committed.bytes.toString('utf8');
  if (committed.kind === 'not-a-file')
    throw notAFile(phrase('not-a-plain-file', { path: place, what: committed.what }));
  throw notAFile(phrase('more-than-a-baseline', { path: place, size: committed.size }));
}

function notAFile(what: Phrase): Failure {
  return new Failure({
    kind: 'not-measured',
    code: 'baseline-not-a-file',
    message: phrase('baseline-not-a-file', { what }),
    advice: phrase('baseline-not-a-file-advice'),
  });
}
