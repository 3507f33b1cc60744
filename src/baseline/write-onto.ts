/** Brings a change onto a branch that others write at the same time: read, merge, write on top, and again from the new tip when somebody was first. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure, linesOf, messageOf } from '../domain/failure.ts';
import { type Phrase, phrase, type PlainPhraseName } from '../domain/phrase.ts';
import { type Millis, millis } from '../domain/units.ts';
import type { Branch, CommitMessage, Look, Written, WriteRefusal } from '../platform/branch.ts';
import type { World } from '../platform/world.ts';
import { BASELINE_BYTES_MAX } from './baseline.ts';
import { isUnreachable } from './branch-store.ts';

/** A change as a function of what is there: applied anew to every new tip. Applied to its own result it changes nothing. */
export interface Edit {
  readonly path: string;
  /** The new text from the old one; null: there was no such file. */
  readonly merge: (text: string | null) => string;
  readonly message: CommitMessage;
  /** The file that the branch is made with when there is none; null: it must be there. */
  readonly first: { readonly path: string; readonly text: string } | null;
}

/** How long it is tried, and by which dice the pauses are drawn. */
export interface Retrying {
  readonly deadline: Millis;
  /** The first pause is drawn from half of `pauseFirst` to all of it; the longest doubles from attempt to attempt, up to `pauseMax`. */
  readonly pauseFirst: Millis;
  readonly pauseMax: Millis;
  /** From 0 to below 1. */
  readonly random: () => number;
}

/** What came of it: a commit, or that nothing was left to change. */
export type Edited =
  | { readonly kind: 'written'; readonly commit: string; readonly text: string }
  | { readonly kind: 'known'; readonly commit: string; readonly text: string };

/** A commit takes GitHub about a second: twenty writers at once are done in less than half of the deadline. */
export const RETRYING: Retrying = {
  deadline: millis(120_000),
  pauseFirst: millis(250),
  pauseMax: millis(4_000),
  random: Math.random,
};
/** Whatever the clock says. */
const ATTEMPTS_MAX = 200;

/**
 * Writes the edit onto the branch. A conflict and a passing trouble are tried again, with pauses that grow and differ between writers; a refusal that would come
 * again is not.
 * @throws Failure `branch-refused` with the remedy, `branch-busy` after the deadline, and those of reading the branch
 */
export async function writeOnto(
  branch: Branch,
  edit: Edit,
  world: World,
  retrying: Retrying = RETRYING,
): Promise<Edited> {
  const end = world.now() + retrying.deadline;
  let trouble: Phrase | string = '';
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    if (attempt > 0) await pause(attempt, retrying, world);
    if (world.now() > end) break;
    const tried = await attemptOnce(branch, edit);
    if (tried.kind === 'written' || tried.kind === 'known') return tried;
    if (tried.kind === 'refused') throw refusedBranch(branch.name, tried.why, tried.message);
    trouble = tried.kind === 'unclear' ? tried.message : phrase('branch-moved');
  }
  throw busy(branch, trouble);
}

/** One look and one commit. A branch that is made here is looked at again at once: its maker may as well have been another. */
async function attemptOnce(
  branch: Branch,
  edit: Edit,
): Promise<Edited | Exclude<Written, { readonly kind: 'written' }>> {
  const seen = await lookAt(branch, edit.path);
  if (seen.kind === 'unclear') return seen;
  let { tip, text } = seen;
  if (tip === null) {
    if (edit.first === null) return missing(branch);
    const made = await branch.create(edit.first.path, edit.first.text, CREATE);
    if (made.kind === 'refused' || made.kind === 'unclear') return made;
    const again = await lookAt(branch, edit.path);
    if (again.kind === 'unclear') return again;
    ({ tip, text } = again);
    if (tip === null) return { kind: 'unclear', message: phrase('branch-vanished') };
  }
  const merged = edit.merge(text);
  if (merged === text) return { kind: 'known', commit: tip, text: merged };
  const written = await branch.write({ onto: tip, path: edit.path, text: merged, message: edit.message });
  return written.kind === 'written' ? { ...written, text: merged } : written;
}

const CREATE: CommitMessage = {
  subject: 'Begin the branch of accepted runs [skip ci]',
  body: 'Made by Loadgate. README.md says what this branch is for.',
};

async function lookAt(
  branch: Branch,
  path: string,
): Promise<({ readonly kind: 'seen' } & Look) | { readonly kind: 'unclear'; readonly message: Phrase }> {
  try {
    return { kind: 'seen', ...(await branch.look(path, BASELINE_BYTES_MAX)) };
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    const { detail } = error;
    const [only = '', ...more] = linesOf(detail);
    const lines = more.length === 0 ? only : detail.lines.join(' ');
    return { kind: 'unclear', message: phrase('branch-unseen', { message: messageOf(detail), lines }) };
  }
}

/** @throws Failure when the run is stopped meanwhile */
async function pause(attempt: number, retrying: Retrying, world: World): Promise<void> {
  const { pauseFirst, pauseMax, random } = retrying;
  const longest = Math.min(pauseFirst * 2 ** (attempt - 1), pauseMax);
  try {
    await sleep(longest * (0.5 + random() / 2), undefined, { signal: world.signal });
  } catch (error) {
    throw world.signal.reason instanceof Failure ? world.signal.reason : error;
  }
}

const missing = ({ name }: Branch): Written & { readonly kind: 'refused' } => ({
  kind: 'refused',
  why: 'missing',
  message: phrase('no-branch', { branch: name }),
});

/** A refusal that would come again, with what helps. `message`: the other side's words, or ours where it has none. */
export function refusedBranch(name: string, why: WriteRefusal, message: Phrase | string): Failure {
  const reason = REASON[why];
  return new Failure({
    kind: 'not-measured',
    code: 'branch-refused',
    message: phrase('branch-refused', { branch: name, why: phrase(reason) }),
    advice: phrase(`${reason}-advice`),
    lines: message === '' ? [] : [message],
  });
}

const REASON = {
  'read-only': 'branch-read-only',
  unauthorised: 'branch-unauthorised',
  missing: 'branch-missing',
  protected: 'branch-protected',
  refused: 'branch-turned-down',
} as const satisfies Readonly<Record<WriteRefusal, PlainPhraseName>>;

function busy({ name }: Branch, trouble: Phrase | string): Failure {
  return new Failure({
    kind: 'not-measured',
    code: 'branch-busy',
    message: phrase('branch-busy', { branch: name }),
    advice: phrase('branch-busy-advice'),
    lines: trouble === '' ? [] : [trouble],
  });
}
