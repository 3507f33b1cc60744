/** The baseline on a branch of its own: one file a suite at the tip, read as strictly as a file of the repository. */
import { Failure } from '../domain/failure.ts';
import { type Fact, phrase } from '../domain/phrase.ts';
import type { Plan } from '../domain/plan.ts';
import type { BaselineSource } from '../domain/reference.ts';
import type { Look } from '../platform/branch.ts';
import { stableHash } from '../platform/hash.ts';
import { waysToRead } from '../platform/open-branch.ts';
import type { World } from '../platform/world.ts';
import { BASELINE_BYTES_MAX, type Baseline } from './baseline.ts';
import { decodeBaseline } from './codec.ts';

/** What was found. */
export interface StoredBaseline {
  readonly source: BaselineSource;
  /** Null: there is no such file. */
  readonly baseline: Baseline | null;
}

/** A file of a branch, as it was read. */
export interface BranchFile {
  readonly branch: string;
  readonly path: string;
  readonly text: string;
}

/** Digits that tell names apart which differ in what file names had better not differ in. */
const DIGITS = 8;

/** The file of a suite on the branch: its name in lower case, with a few digits of its hash where that is not the name itself. */
export function branchFileOf(suite: string): string {
  const plain = suite.toLowerCase().replaceAll(/[^a-z0-9._-]+/g, '-');
  return plain === suite ? `${plain}.json` : `${plain}-${stableHash(suite).slice(0, DIGITS)}.json`;
}

/** True in GitHub Actions. */
export const isOnRunner = ({ env }: World): boolean => env['GITHUB_ACTIONS'] === 'true';

/** True when there is a way to the branch, whether the branch is there or not. */
export async function isAnyBranch(plan: Plan, world: World): Promise<boolean> {
  for (const open of waysToRead(world, plan.baseline.branch)) if ((await open()) !== null) return true;
  return false;
}

/**
 * Reads the baseline of the plan's suite at the tip of its branch; a branch or a file that is not there is no baseline yet.
 * @throws Failure `branch-nowhere` (no `origin`, and no token for GitHub), `branch-unreachable`, and those of a file: never a first run instead
 */
export async function readOnBranch(plan: Plan, world: World): Promise<StoredBaseline> {
  const { branch } = plan.baseline;
  const path = branchFileOf(plan.suite);
  const { tip, text } = await lookByAnyWay(branch, path, world);
  return {
    source: { path, commit: tip, branch },
    baseline: text === null ? null : decodeOnBranch(plan, { branch, path, text }),
  };
}

/** The baseline in the text of a file of a branch. @throws Failure unless it is one, of this suite */
export function decodeOnBranch(plan: Plan, { branch, path, text }: BranchFile): Baseline {
  const place = phrase('file-of-branch', { path, branch });
  const baseline = decodeBaseline(text, place);
  if (baseline.suite !== plan.suite) throw otherSuite(place, baseline.suite, plan.suite);
  return baseline;
}

/** @throws the failure of the first way when none leads there */
async function lookByAnyWay(name: string, path: string, world: World): Promise<Look> {
  let failure: Failure | null = null;
  for (const open of waysToRead(world, name)) {
    const branch = await open();
    if (branch === null) continue;
    try {
      return await branch.look(path, BASELINE_BYTES_MAX);
    } catch (error) {
      if (!isUnreachable(error)) throw error;
      failure ??= error;
    }
  }
  throw failure ?? nowhere(name);
}

/** True when a branch was not reached, so that another way or another time may do. */
export const isUnreachable = (error: unknown): error is Failure =>
  error instanceof Failure && error.detail.code === 'branch-unreachable';

/** No way to the branch. */
export function nowhere(branch: string): Failure {
  return new Failure({
    kind: 'usage',
    code: 'branch-nowhere',
    message: phrase('branch-nowhere', { branch }),
    advice: phrase('branch-nowhere-advice'),
  });
}

/** A file of another suite. */
export function otherSuite(place: Fact, found: string, wanted: string): Failure {
  return new Failure({
    kind: 'usage',
    code: 'baseline-other-suite',
    message: phrase('baseline-other-suite', { place, found, wanted }),
    advice: phrase('baseline-other-suite-advice'),
  });
}
