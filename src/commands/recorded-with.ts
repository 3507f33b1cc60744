/** What `baseline update` writes down beside a run: the release it is of, and what the merged pull request accepted. */
import type { AcceptedWith } from '../baseline/accept.ts';
import { readMerged } from '../baseline/pull-request.ts';
import type { RefusedAcceptance } from '../domain/acceptance.ts';
import { Failure } from '../domain/failure.ts';
import type { Plan } from '../domain/plan.ts';
import { openReview } from '../platform/github-review.ts';
import type { World } from '../platform/world.ts';
import type { Program } from './program.ts';

/** By which a workflow may give its token to a command. */
const TOKENS = ['GITHUB_TOKEN', 'GH_TOKEN'] as const;

/**
 * The release is the tag that was typed, or that of a workflow for a tag. On a workflow for a push, the pull request whose merge made the commit is asked for what it accepts; that takes a
 * token in `GITHUB_TOKEN`. What GitHub does not answer is a warning: the run is accepted all the same.
 * @throws Failure kind `usage` for a tag that cannot be one
 */
export async function besideRun(
  typed: string | undefined,
  plan: Plan,
  program: Program,
  world: World,
): Promise<AcceptedWith> {
  const { env } = program;
  const release = typed ?? (env.GITHUB_REF_TYPE === 'tag' ? (env.GITHUB_REF_NAME ?? null) : null);
  if (release !== null && (release === '' || release.length > 200 || /[\s\p{Cc}]/u.test(release)))
    throw strangeTag(release);
  const token = TOKENS.map((name) => program.secrets[name]).find((value) => value !== undefined) ?? '';
  const acceptances = release === null ? await mergedAcceptances(plan, { env, token }, world) : [];
  return { release, acceptances };
}

/**
 * What the pull request accepted whose merge made the commit of a workflow for a push; nothing without a token (`''`). What GitHub does not answer is a warning.
 */
export async function mergedAcceptances(
  { scenarios }: Plan,
  { env, token }: { readonly env: Program['env']; readonly token: string },
  { log, signal }: World,
): Promise<AcceptedWith['acceptances']> {
  const { GITHUB_EVENT_NAME: event, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha } = env;
  if (event !== 'push' || repository === undefined || sha === undefined || token === '') return [];
  const apiUrl = env.GITHUB_API_URL ?? 'https://api.github.com';
  const review = await openReview({ token, apiUrl, repository, signal });
  const names = scenarios.map(({ name }) => name);
  const { acceptances, refused } = await readMerged(review, sha, names);
  for (const each of refused) log.warning(`Not recorded: ${wordsOf(each)}`);
  for (const { metric, scenario, by, until } of acceptances)
    log.info(
      `Recorded with this commit: ${by} accepted that ${metric} of ${scenario} is worse, until ${until}.`,
    );
  // The file has no word for where it was found.
  return acceptances.map(({ scenario, metric, upTo, reason, by, at, since, until, commit }) => ({
    scenario,
    metric,
    upTo,
    reason,
    by,
    at,
    since,
    until,
    commit,
  }));
}

function wordsOf(refused: RefusedAcceptance): string {
  switch (refused.kind) {
    case 'not-understood':
      return `this line was not understood (${refused.problem}): ${refused.text}`;
    case 'not-allowed':
      return `${refused.by ?? 'a deleted account'} may not accept changes here: ${refused.text}`;
    case 'edited':
      return `somebody else edited it: ${refused.text}`;
    case 'not-read':
      return `what the merged pull request accepts could not be read: ${refused.message}`;
  }
}

const strangeTag = (tag: string): Failure =>
  new Failure({
    kind: 'usage',
    code: 'release-invalid',
    message: `--release takes the tag of a release, not ${JSON.stringify(tag)}.`,
    advice: 'A tag has no spaces: v1.2.0. Nothing was written.',
  });
