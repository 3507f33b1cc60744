/** The annotation on the workflow run: one line that says how it ended. */
import type { Runner } from '../platform/runner.ts';
import type { Publication } from './publication.ts';

/** An error when the step fails, a warning when it is spared that, else a notice. */
export function publishAnnotation({ exitCode, outcome, headline }: Publication, runner: Runner): void {
  const spared = exitCode === 0 && (outcome === 'fail' || outcome === 'void');
  if (spared) runner.warning(headline);
  else if (exitCode === 0) runner.notice(headline);
  else runner.error(headline);
}
