/** The check run: the verdict on the measured commit, which a branch may require, with a remark for each reason. */
import type { Checks, CheckRun, Conclusion } from '../platform/github-checks.ts';
import type { Refusal } from '../platform/github.ts';
import type { RunNumber } from './comment.ts';
import type { Publication } from './publication.ts';
import { isNewer, parseRunNumber, showRunNumber } from './run-number.ts';

/** What became of it. */
export type Checked =
  | { readonly kind: 'created'; readonly url: string }
  /** A newer run has reported on this commit already. */
  | { readonly kind: 'outdated'; readonly url: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Which check run. */
export interface CheckOptions {
  readonly name: string;
  readonly run: RunNumber | null;
  /** The commit that was measured. */
  readonly headSha: string;
}

/** GitHub counts bytes here, whatever its documentation says (github/docs#35252). */
export const CHECK_SUMMARY_BYTES_MAX = 65_535;
/** Longer lines are no titles. */
const TITLE_MAX = 250;
const MARK = 'loadgate:';

/** The name of a suite's check run. */
export function checkNameOf(suite: string, variant: string | null): string {
  const parts = [suite === 'default' ? null : suite, variant].filter((part) => part !== null);
  return parts.length === 0 ? 'Loadgate' : `Loadgate (${parts.join(', ')})`;
}

/** Makes the check run, unless a newer run has made it. Never throws for what GitHub refuses. @throws RangeError when the report does not fit */
export async function publishCheck(
  publication: Publication,
  { name, run, headSha }: CheckOptions,
  checks: Checks,
): Promise<Checked> {
  const listed = await checks.list(headSha, name);
  // What cannot be read is no reason to leave a required check undone.
  const newer = 'value' in listed ? listed.value.find((check) => isNewer(numberOf(check), run)) : undefined;
  if (newer !== undefined) return { kind: 'outdated', url: newer.url };
  const created = await checks.create({
    name,
    headSha,
    externalId: `${MARK}${run === null ? '' : showRunNumber(run)}`,
    conclusion: conclusionOf(publication),
    detailsUrl: publication.occasion.runUrl,
    title: publication.headline.slice(0, TITLE_MAX).toWellFormed(),
    summary: summaryOf(publication),
    annotations: publication.remarks ?? [],
  });
  return 'refusal' in created
    ? { kind: 'refused', refusal: created.refusal }
    : { kind: 'created', url: created.value.url };
}

/** Green for a pass alone; what lets a build pass without being one is neutral. What was not measured never is. */
export function conclusionOf({ exitCode, outcome }: Pick<Publication, 'exitCode' | 'outcome'>): Conclusion {
  if (exitCode === 130) return 'cancelled';
  if (exitCode !== 0) return 'failure';
  return outcome === 'pass' ? 'success' : 'neutral';
}

const numberOf = ({ externalId }: CheckRun): RunNumber | null =>
  externalId?.startsWith(MARK) === true ? parseRunNumber(externalId.slice(MARK.length)) : null;

/** Characters of other scripts have several bytes: with less room each time, until it fits. */
function summaryOf({ markdown }: Publication): string {
  let room = CHECK_SUMMARY_BYTES_MAX;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const text = markdown(room);
    const bytes = Buffer.byteLength(text, 'utf8');
    if (bytes <= CHECK_SUMMARY_BYTES_MAX) return text;
    room = Math.floor((room * CHECK_SUMMARY_BYTES_MAX) / bytes) - 100;
  }
  throw new RangeError(`the summary of the check run has more than ${CHECK_SUMMARY_BYTES_MAX} bytes`);
}
