/** Brings the result to its readers, one sink after the other. A sink that fails is a warning: verdict and exit code are what they are. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../domain/failure.ts';
import type { Checks } from '../platform/github-checks.ts';
import type { Conversation, Refusal } from '../platform/github.ts';
import { type Mask, maskTree } from '../platform/mask.ts';
import type { Runner } from '../platform/runner.ts';
import type { World } from '../platform/world.ts';
import { publishAnnotation } from './annotations.ts';
import { checkNameOf, publishCheck } from './check-run.ts';
import { type Commented, markerOf, publishComment, type RunNumber } from './comment.ts';
import { partKeyOf } from './comment-parts.ts';
import { NO_FILES, publishFiles } from './files.ts';
import { publishFormats } from './formats.ts';
import { publishOutputs } from './outputs.ts';
import type { Publication, Published } from './publication.ts';
import { publishPart, SHARED_MARKER } from './shared-comment.ts';
import { publishSummary } from './summary.ts';

/** Where a result can go. */
export interface Places {
  readonly mask: Mask;
  /** Null: this does not run on a runner (no summary, annotations and outputs). */
  readonly runner: Runner | null;
  /** Opens the pull request's conversation; null: there is none, or no token. */
  readonly conversation: (() => Promise<Conversation>) | null;
  /** Which workflow run this is, so that an older one does not overwrite a newer one's comment. */
  readonly run: RunNumber | null;
  /** What is said beside others; absent: this is the only job with something to say. */
  readonly around?: Around;
}

/** Other jobs and suites of the same pull request, and the commit itself. */
export interface Around {
  /** Which job of a matrix this is; null: there is one. */
  readonly variant: string | null;
  /** `pull-request`: one comment for all suites. */
  readonly scope: 'suite' | 'pull-request';
  /** Where a check run goes; `name` null: one of ours. Null: none is wanted. */
  readonly check: { readonly name: string | null; readonly open: () => Promise<Checks> } | null;
}

/** Publishes to every place there is: files, job summary, comment, annotation, outputs. Never throws. */
export async function publishAll(unmasked: Publication, world: World, places: Places): Promise<Published> {
  const { runner } = places;
  const publication = masked(unmasked, places.mask);
  const files = (await softly('the report files', world, () => publishFiles(publication, world))) ?? NO_FILES;
  const formats = await publishFormats(publication, world, (what, work) => softly(what, world, work));
  if (runner !== null) await softly('the job summary', world, () => publishSummary(publication, runner));
  const commentUrl = (await softly('the comment', world, () => comment(publication, world, places))) ?? null;
  await softly('the check run', world, () => check(publication, world, places));
  const published = { files, formats, commentUrl };
  if (runner !== null) {
    await softly('the annotation', world, async () => publishAnnotation(publication, runner));
    await softly('the step outputs', world, async () => publishOutputs(publication, published, runner));
  }
  return published;
}

/** No sink sees a secret. Values are masked as values: a secret that looks like a number must not eat a number. */
function masked(publication: Publication, mask: Mask): Publication {
  return {
    ...publication,
    headline: mask(publication.headline),
    run: maskTree(publication.run, mask),
    verdict: maskTree(publication.verdict, mask),
    markdown: (limit) => fit(publication.markdown, mask, limit),
    remarks: maskTree(publication.remarks ?? [], mask),
  };
}

/** Masking shortens almost always; where it does not, the text is rendered once more with less room. */
function fit(markdown: Publication['markdown'], mask: Mask, limit: number): string {
  const text = mask(markdown(limit));
  return text.length <= limit ? text : mask(markdown(2 * limit - text.length));
}

async function softly<Result>(
  what: string,
  world: World,
  sink: () => Promise<Result>,
): Promise<Result | null> {
  try {
    return await sink();
  } catch (error) {
    const why = error instanceof Failure ? `${error.message} ${error.detail.advice}` : String(error);
    world.log.warning(`Could not write ${what}: ${why} The verdict stands.`);
    return null;
  }
}

/** Returns the comment's address, or null when there is none to have. */
async function comment(publication: Publication, world: World, places: Places): Promise<string | null> {
  const { occasion } = publication;
  if (occasion.pullRequest === null || publication.comment === 'never') return null;
  // A cancelled run has nothing to say, and no time to say it.
  if (publication.exitCode === 130 || world.signal.aborted) return null;
  if (places.conversation === null) {
    world.log.warning('No comment: there is no token for GitHub. The report is in the job summary.');
    return null;
  }
  const done = await say(publication, await places.conversation(), places, world);
  switch (done.kind) {
    case 'refused':
      world.log.warning(refusedLine(done.refusal, occasion.pullRequest.fromFork));
      return null;
    case 'quiet':
      world.log.info(`No comment: \`comment: ${publication.comment}\`, and there is nothing of the kind.`);
      return null;
    case 'outdated':
      world.log.warning(OUTDATED);
      return done.url;
    case 'overwritten':
      world.log.warning(OVERWRITTEN);
      return done.url;
    default:
      world.log.info(`Comment ${done.kind}: ${done.url}`);
      return done.url;
  }
}

/** In a comment of the suite's own, or as a part of one that it shares. */
function say(
  publication: Publication,
  conversation: Conversation,
  { run, around }: Places,
  { signal }: World,
): Promise<Commented> {
  const { suite, markdown, label = '' } = publication;
  const variant = around?.variant ?? null;
  const ofAll = around?.scope === 'pull-request';
  const onlyUpdate = !isWanted(publication);
  if (variant === null && !ofAll)
    return publishComment({ suite, run, report: markdown, onlyUpdate }, conversation);
  const part = {
    marker: ofAll ? SHARED_MARKER : markerOf(suite),
    key: partKeyOf(suite, variant),
    run,
    report: (limit: number) => `${label}\n\n${markdown(limit - label.length - 2)}`,
    onlyUpdate,
  };
  return publishPart(part, conversation, { ...SETTLING, pause: () => settle(signal) });
}

/** Jobs of a matrix end within seconds of each other; a comment is read and written within one. */
const SETTLING = { rounds: 6 };
const SETTLE_MS = 2_000;
const settle = async (signal: AbortSignal): Promise<void> =>
  sleep(SETTLE_MS * (1 + Math.random()), undefined, { signal });

/** Whether this result is worth a comment where there is none yet. */
function isWanted({ comment: when, outcome, exitCode, moved = true }: Publication): boolean {
  const isWrong = exitCode !== 0 || outcome === 'fail' || outcome === 'void';
  if (when === 'failure') return isWrong;
  return when !== 'changes' || isWrong || outcome !== 'pass' || moved;
}

/** Returns nothing: the check run stands on the commit, where it is looked for. */
async function check(publication: Publication, world: World, { run, around }: Places): Promise<void> {
  const place = around?.check ?? null;
  const { headSha } = publication.occasion;
  if (place === null || publication.exitCode === 130 || world.signal.aborted) return;
  if (headSha === null) return world.log.warning('No check run: the commit is not known.');
  if (place.name === null && publication.suite === '')
    return world.log.warning('No check run: without a readable configuration its name is not known.');
  const name = place.name ?? checkNameOf(publication.suite, around?.variant ?? null);
  const done = await publishCheck(publication, { name, run, headSha }, await place.open());
  if (done.kind === 'refused') world.log.warning(refusedCheckLine(done.refusal));
  else if (done.kind === 'outdated') world.log.warning(OUTDATED_CHECK);
  else world.log.info(`Check run "${name}": ${done.url}`);
}

const OUTDATED_CHECK = 'A newer run has reported on this commit, and its check run stays.';

function refusedCheckLine({ kind, message }: Refusal): string {
  const why =
    kind === 'read-only'
      ? "the token may not write checks; give the job `permissions: checks: write` (a fork's token never may: docs/forks.md)"
      : REASONS[kind];
  return `No check run: ${why} (${message}). The verdict stands.`;
}

const OVERWRITTEN =
  'Another job of this run had written this comment, and its words are gone: give each gate a `suite` of its own, or each job of a matrix a `variant`.';

const OUTDATED = 'A newer run has reported, and its comment stays. This report is in the job summary.';

function refusedLine({ kind, message }: Refusal, fromFork: boolean): string {
  const why = kind === 'read-only' && fromFork ? READ_ONLY_BY_DESIGN : REASONS[kind];
  return `No comment: ${why} (${message}). The report is in the job summary; the verdict stands.`;
}

const READ_ONLY_BY_DESIGN = 'the token of a pull request from a fork or from Dependabot may only read';

const REASONS: Readonly<Record<Refusal['kind'], string>> = {
  'read-only': 'the token may not write to pull requests; give the job `permissions: pull-requests: write`',
  unauthorised: 'GitHub does not accept the token; check the input github-token',
  locked: 'the conversation is locked',
  missing: 'the pull request is not there, or the token may not see it',
  'rate-limited': "GitHub's rate limit is reached",
  unknown: 'GitHub did not answer as expected',
  refused: 'GitHub refused it',
};
