/** Checks of `baseline` that no key can make alone. */
import { atValue, type Problem } from './problems.ts';
import { entryOf, type Tree } from './tree.ts';

/** A branch of its own is written by commits: a pull request is for a file that people review. */
export function checkBaseline(tree: Tree): readonly Problem[] {
  const baseline = entryOf(tree, 'baseline');
  if (entryOf(baseline, 'store') !== 'branch' || entryOf(baseline, 'publish') !== 'pull-request') return [];
  return [
    atValue(
      ['baseline', 'publish'],
      '`pull-request` needs `baseline.store: file`: runs enter a branch of their own by themselves; write `publish: commit`, or remove it',
    ),
  ];
}
