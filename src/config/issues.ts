/** What zod found, as problems with our words. */
import { type Phrase, phrase } from '../domain/phrase.ts';
import type { z } from 'zod';
import { complaintOf, unpacked } from './kinds.ts';
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
        atKey(path, keyMust(clean(String(path.at(-1))), mustOf(inner), sayOf(inner))),
      );
    default:
      if (value === undefined) return [atValue(path, phrase('missing-must', { must: mustOf(issue) }))];
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
  return [mustProblem(path, unpacked(issue.message), valueAt(tree, path))];
}

function isMismatch(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  return issue.code === 'invalid_type' || (issue.code === 'custom' && complaintOf(issue).mismatch);
}

function unknownKey(path: Path, name: string, known: readonly string[]): Problem {
  const advice =
    didYouMean(name, known) ??
    phrase('known-keys', { keys: known.filter((word) => word !== '$schema').join(', ') });
  const key = clean(name);
  return atKey(
    path,
    path.length > 1
      ? phrase('unknown-key-in', { key, where: clean(showPath(path.slice(0, -1))), advice })
      : phrase('unknown-key', { key, advice }),
  );
}

const keyMust = (key: string, must: Phrase, say: Phrase | null): Phrase =>
  say === null ? phrase('key-must', { key, must }) : phrase('key-must-say', { key, must, say });

/** What the value must do, from our own kinds or from zod's checks of shape. */
function mustOf(issue: Issue): Phrase {
  if (issue.code === 'custom') return complaintOf(issue).must;
  if (issue.code === 'invalid_type') return phrase(issue.expected === 'array' ? 'be-a-list' : 'be-a-mapping');
  if (issue.code === 'too_small')
    return issue.minimum === 1
      ? phrase('have-at-least-one')
      : phrase('have-at-least', { count: Number(issue.minimum) });
  if (issue.code === 'too_big') return phrase('have-at-most', { count: Number(issue.maximum) });
  return unpacked(issue.message);
}

const sayOf = (issue: Issue): Phrase | null => (issue.code === 'custom' ? complaintOf(issue).say : null);
