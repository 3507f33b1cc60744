/** The job summary: the whole report, and the only place for it where the token may not comment. */
import { type Runner, SUMMARY_BYTES_MAX } from '../platform/runner.ts';
import type { Publication } from './publication.ts';

/** A character of a report takes at most three bytes of UTF-8 (four for two of UTF-16). */
const SUMMARY_CHARACTERS_MAX = Math.floor(SUMMARY_BYTES_MAX / 3);

/** Appends the report. @throws when the runner's file cannot be written */
export async function publishSummary({ markdown }: Publication, runner: Runner): Promise<void> {
  await runner.summary(markdown(SUMMARY_CHARACTERS_MAX));
}
