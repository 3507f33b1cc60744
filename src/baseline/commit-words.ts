/** The words of a commit of accepted runs, and of the pull request that brings them: of one template, with nothing in them that GitHub acts on. */
import type { Run } from '../domain/measurement.ts';
import type { Plan } from '../domain/plan.ts';
import type { CommitMessage } from '../platform/branch.ts';

/** A full commit id. */
const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/** A moment as we write it down. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]{8,16}Z$/;

/**
 * What a commit with a run says. `[skip ci]` stands in the subject: whoever's token it is, no workflow is started. `page`: of the workflow run, if there is one.
 * A run may come from a file: what in it is no commit id and no moment is left out.
 */
export function messageOf(
  { suite }: Pick<Plan, 'suite'>,
  run: Pick<Run, 'builds' | 'startedAt'>,
  page: string | null,
): CommitMessage {
  const commit = run.builds.find(({ side }) => side === 'head')?.commit ?? '';
  const of = COMMIT.test(commit) ? ` of ${commit.slice(0, 12)}` : '';
  const began = MOMENT.test(run.startedAt) ? ` that began at ${run.startedAt}` : '';
  return {
    subject: `Accept a run of ${inert(suite)} [skip ci]`,
    body: [`The run${of}${began}.`, ...(page === null ? [] : [page])].join('\n'),
  };
}

/** Title of the pull request with a suite's runs: that of the commit, too, where it is squashed. */
export const pullRequestTitle = (suite: string): string => `Accept runs of ${inert(suite)} into the baseline`;

/** The name of a suite has no `#`, `@` or `/`: the one reference that it can hold is `GH-12`, which GitHub closes after `fixes`. */
const inert = (suite: string): string => suite.replaceAll(/gh-(?=\d)/gi, (found) => `${found.slice(0, 2)}_`);
