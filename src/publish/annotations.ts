/** The annotation on the workflow run: one line that says how it ended. */
import type { Runner } from '../platform/runner.ts';
import type { Publication } from './publication.ts';

/** An error when the step fails, a notice when it does not. */
export function publishAnnotation({ exitCode, headline }: Publication, runner: Runner): void {
  if (exitCode === 0) runner.notice(headline);
  else runner.error(headline);
}
