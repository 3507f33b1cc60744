/** English: accepted runs on a branch of their own. */
import type { BranchWords } from './branch-words.ts';

/** English. */
export const branch: BranchWords = {
  fixOrAccept: (name, command, n) =>
    `If the change is worth its cost, merge it, and accept its run: ${n.command(command)}. The baseline is on the branch ${n.name(name)}, so a pull request cannot accept itself.`,
  takeBaseline: (name, n) =>
    `Runs that pass on the default branch enter the branch ${n.name(name)} by themselves, if their job has ${n.code('permissions: contents: write')}. Only runs of one kind of machine are compared.`,
  moreRuns: (name, runs, wanted, n) =>
    `Runs that pass on the default branch enter the branch ${n.name(name)} by themselves; a schedule brings them sooner. From about ${n.count(wanted)} runs on (now ${n.count(runs)}), measured noise counts for more than assumed noise.`,
};
