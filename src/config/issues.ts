/** What zod found, as problems with our words. */
import type { z } from 'zod';
import type { Complaint } from './kinds.ts';
import { atKey, atValue, clean, didYouMean, mustProblem, type Problem } from './problems.ts';
import { type Path, showPath, type Tree, valueAt } from './tree.ts';

type Issue = z.core.$ZodIssue;

/** The problems of a tree that the schema refused. */
export function problemsOf(issues: readonly Issue[], tree: Tree, around: Path = []): readonly Problem[] {
  return issues.flatMap((issue) => problemsOfIssue(issue, tree, around));
}

function problemsOfIssue(issue: Issue, tree: Tree, around: Path): readonly Problem[] {
  const path: Path = [
    ...around,
    ...issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
  ];
  const value = valueAt(tree, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((name) => unknownKey([...path, name], name, issue.message.split('\n')));
    case 'invalid_union':
      return problemsOfUnion(issue, tree, path);
    case 'invalid_key':
      return issue.issues.map((inner) =>
        atKey(path, `key \`${clean(String(path.at(-1)))}\` must ${inner.message}${also(sayOf(inner))}`),
      );
    default:
      if (value === undefined) return [atValue(path, `is missing; it must ${mustOf(issue)}`)];
      return [mustProblem(path, mustOf(issue), value, sayOf(issue))];
  }
}

/** The first arm that takes this type of value tells what is wrong with it; when none does, the union says what it takes. */
function problemsOfUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  tree: Tree,
  path: Path,
): readonly Problem[] {
  const arms: readonly (readonly Issue[])[] = issue.errors;
  const fitting = arms.find((arm) => !arm.some(isMismatch));
  if (fitting !== undefined) return problemsOf(fitting, tree, path);
  return [mustProblem(path, issue.message, valueAt(tree, path))];
}

function isMismatch(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  return issue.code === 'invalid_type' || (issue.code === 'custom' && complaintOf(issue).mismatch);
}

function unknownKey(path: Path, name: string, known: readonly string[]): Problem {
  const where = path.length > 1 ? ` in \`${clean(showPath(path.slice(0, -1)))}\`` : '';
  const nearest = didYouMean(name, known);
  const advice =
    nearest === '' ? `known keys: ${known.filter((word) => word !== '$schema').join(', ')}` : nearest;
  return atKey(path, `unknown key \`${clean(name)}\`${where}; ${advice}`);
}

/** What the value must do, from our own kinds or from zod's checks of shape. */
function mustOf(issue: Issue): string {
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'invalid_type') return issue.expected === 'array' ? 'be a list' : 'be a mapping';
  if (issue.code === 'too_small')
    return `have at least ${issue.minimum} ${issue.minimum === 1 ? 'entry' : 'entries'}`;
  if (issue.code === 'too_big') return `have at most ${issue.maximum} entries`;
  return issue.message;
}

function sayOf(issue: Issue): string {
  return issue.code === 'custom' ? complaintOf(issue).say : '';
}

function complaintOf({ params }: Extract<Issue, { code: 'custom' }>): Complaint {
  return { say: typeof params?.say === 'string' ? params.say : '', mismatch: params?.mismatch === true };
}

function also(text: string): string {
  return text === '' ? '' : `; ${text}`;
}
