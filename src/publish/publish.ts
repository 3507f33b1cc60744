/** Brings the result to its readers, one sink after the other. A sink that fails is a warning: verdict and exit code are what they are. */
import { Failure } from '../domain/failure.ts';
import type { Conversation, Refusal } from '../platform/github.ts';
import { type Mask, maskTree } from '../platform/mask.ts';
import type { Runner } from '../platform/runner.ts';
import type { World } from '../platform/world.ts';
import { publishAnnotation } from './annotations.ts';
import { publishComment, type RunNumber } from './comment.ts';
import { NO_FILES, publishFiles } from './files.ts';
import { publishFormats } from './formats.ts';
import { publishOutputs } from './outputs.ts';
import type { Publication, Published } from './publication.ts';
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
}

/** Publishes to every place there is: files, job summary, comment, annotation, outputs. Never throws. */
export async function publishAll(unmasked: Publication, world: World, places: Places): Promise<Published> {
  const { runner } = places;
  const publication = masked(unmasked, places.mask);
  const files = (await softly('the report files', world, () => publishFiles(publication, world))) ?? NO_FILES;
  const formats = await publishFormats(publication, world, (what, work) => softly(what, world, work));
  if (runner !== null) await softly('the job summary', world, () => publishSummary(publication, runner));
  const commentUrl = (await softly('the comment', world, () => comment(publication, world, places))) ?? null;
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
  const { occasion, suite } = publication;
  if (occasion.pullRequest === null || publication.comment === 'never') return null;
  // A cancelled run has nothing to say, and no time to say it.
  if (publication.exitCode === 130 || world.signal.aborted) return null;
  if (places.conversation === null) {
    world.log.warning('No comment: there is no token for GitHub. The report is in the job summary.');
    return null;
  }
  const text = { suite, run: places.run, report: publication.markdown };
  const done = await publishComment(text, await places.conversation());
  if (done.kind === 'refused') {
    world.log.warning(refusedLine(done.refusal, occasion.pullRequest.fromFork));
    return null;
  }
  if (done.kind === 'outdated') world.log.warning(OUTDATED);
  else world.log.info(`Comment ${done.kind}: ${done.url}`);
  return done.url;
}

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
