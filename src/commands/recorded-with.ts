/** What `baseline update` writes down beside a run: the release it is of, and what the merged pull requests accepted. */
import type { AcceptedWith } from '../baseline/accept.ts';
import { readMerged } from '../baseline/merged.ts';
import { type Acceptance, bareAcceptance, type RefusedAcceptance } from '../domain/acceptance.ts';
import { asFailure, Failure } from '../domain/failure.ts';
import type { Plan } from '../domain/plan.ts';
import { readOccasion } from '../platform/event.ts';
import type { Push } from '../platform/github-pushed.ts';
import { MERGED_PATIENCE, openReview } from '../platform/github-review.ts';
import type { World } from '../platform/world.ts';
import type { Program } from './program.ts';

/** By which a workflow may give its token to a command. */
const TOKENS = ['GITHUB_TOKEN', 'GH_TOKEN'] as const;

/**
 * The release is the tag that was typed, or that of a workflow for a tag. On a workflow for a push, the pull requests that it merged are asked for what they accept; that takes a
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

/** What the pull requests accepted that the push of the workflow merged; nothing on anything else, or without a token (`''`). What GitHub does not answer is a warning. */
async function mergedAcceptances(
  { scenarios }: Plan,
  { env, token }: { readonly env: Program['env']; readonly token: string },
  world: World,
): Promise<readonly Acceptance[]> {
  const { GITHUB_REPOSITORY: repository } = env;
  const push = await pushOf(env, world);
  if (push === null || repository === undefined || token === '') return [];
  const apiUrl = env.GITHUB_API_URL ?? 'https://api.github.com';
  const { log, signal } = world;
  const review = await openReview({ token, apiUrl, repository, signal, patience: MERGED_PATIENCE });
  const names = scenarios.map(({ name }) => name);
  const { acceptances, refused } = await readMerged(review, push, names);
  for (const each of refused) log.warning(`Not recorded: ${wordsOf(each)}`);
  for (const { metric, scenario, by, until } of acceptances)
    log.info(
      `Recorded with this commit: ${by} accepted that ${metric} of ${scenario} is worse, until ${until}.`,
    );
  return acceptances.map(bareAcceptance);
}

/** The push of the workflow; null on anything else. Where its event cannot be read, the commit is known all the same. */
async function pushOf(env: Program['env'], { log }: World): Promise<Push | null> {
  const { GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: path, GITHUB_SHA: sha } = env;
  if (event !== 'push' || sha === undefined) return null;
  const alone = { before: null, after: sha };
  if (path === undefined) return alone;
  try {
    const { kind, headSha, baseSha } = await readOccasion(env);
    return kind === 'push' ? { before: baseSha, after: headSha ?? sha } : null;
  } catch (error) {
    log.warning(`Only the last commit of the push is looked at: ${asFailure(error).message}`);
    return alone;
  }
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
      return `what a merged pull request accepts could not be read: ${refused.message}`;
  }
}

const strangeTag = (tag: string): Failure =>
  new Failure({
    kind: 'usage',
    code: 'release-invalid',
    message: `--release takes the tag of a release, not ${JSON.stringify(tag)}.`,
    advice: 'A tag has no spaces: v1.2.0. Nothing was written.',
  });
