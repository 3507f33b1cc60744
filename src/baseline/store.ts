/** Where the baseline lies: a file of the base commit, or of the working tree. Missing is told apart from everything else that can be wrong. */
import { type Fact, type Phrase, phrase } from '../domain/phrase.ts';
import { Failure } from '../domain/failure.ts';
import type { Plan } from '../domain/plan.ts';
import type { BaselineSource } from '../domain/reference.ts';
import { readCommitted } from '../platform/git.ts';
import { readWorkspaceFile } from '../platform/workspace.ts';
import type { World } from '../platform/world.ts';
import { BASELINE_BYTES_MAX, type Baseline } from './baseline.ts';
import { decodeBaseline } from './codec.ts';

/** What was found. */
export interface StoredBaseline {
  readonly source: BaselineSource;
  /** Null: there is no such file. */
  readonly baseline: Baseline | null;
}

/**
 * Reads the baseline of the plan's suite: from the commit `baseSha`, never from the working tree, or from the working tree when it is null.
 * @throws Failure when the commit cannot be had (`base-unreadable`), the path is not a plain file (`baseline-not-a-file`), the content is not a baseline
 *   (see {@link decodeBaseline}), or it belongs to another suite (`baseline-other-suite`)
 */
export async function readBaseline(
  plan: Plan,
  baseSha: string | null,
  world: World,
): Promise<StoredBaseline> {
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

function otherSuite(place: Fact, found: string, wanted: string): Failure {
  return new Failure({
    kind: 'usage',
    code: 'baseline-other-suite',
    message: phrase('baseline-other-suite', { place, found, wanted }),
    advice: phrase('baseline-other-suite-advice'),
  });
}
