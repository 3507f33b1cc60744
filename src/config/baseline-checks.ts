/** Checks of `baseline` that no key can make alone. */
import { phrase } from '../domain/phrase.ts';
import { atValue, type Problem } from './problems.ts';
import { entryOf, type Tree } from './tree.ts';

/** A branch of its own is written by commits: a pull request is for a file that people review. */
export function checkBaseline(tree: Tree): readonly Problem[] {
  const baseline = entryOf(tree, 'baseline');
  if (entryOf(baseline, 'store') !== 'branch' || entryOf(baseline, 'publish') !== 'pull-request') return [];
  return [atValue(['baseline', 'publish'], phrase('pull-request-needs-file'))];
}
