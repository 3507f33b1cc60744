/** The workflow run behind a `workflow_run` event: what was measured where, as GitHub itself says it. */
import { type Phrase, phrase } from '../domain/phrase.ts';
import { z } from 'zod';
import { Failure } from '../domain/failure.ts';
import { readEvent } from './event.ts';

/** The run of the measuring workflow. Only its branch's name is a stranger's word. */
export interface MeasuredRun {
  readonly id: number;
  readonly attempt: number;
  readonly headSha: string;
  readonly headBranch: string;
  /** `owner/name`; null: the fork is gone. */
  readonly headRepository: string | null;
  /** How it ended: `success`, `failure`, `cancelled`, …. */
  readonly conclusion: string;
  readonly url: string;
  /** When GitHub created it, whatever attempt this is: ISO 8601, UTC. */
  readonly createdAt: string;
}

const schema = z.object({
  workflow_run: z.object({
    id: z.int().positive(),
    run_attempt: z.int().positive(),
    event: z.string(),
    head_sha: z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
    head_branch: z.string().max(1_000),
    head_repository: z.object({ full_name: z.string().regex(/^[\w.-]+\/[\w.-]+$/) }).nullish(),
    conclusion: z.string().nullish(),
    html_url: z.string(),
    created_at: z.iso.datetime(),
  }),
});

/**
 * Reads it from the event.
 * @throws Failure kind `usage`: this is another event (`publish-event`), the run was of another one (`publish-other-event`), or the event cannot be read
 *   (`event-unreadable`)
 */
export async function readMeasuredRun(
  env: Readonly<Record<string, string | undefined>>,
): Promise<MeasuredRun> {
  const name = env.GITHUB_EVENT_NAME ?? '';
  if (name !== 'workflow_run') {
    throw refused('publish-event', phrase('publish-event', { event: name }), phrase('publish-event-advice'));
  }
  const { workflow_run: run } = await readEvent(env, schema);
  if (run.event !== 'pull_request') {
    throw refused(
      'publish-other-event',
      phrase('publish-other-event', { event: run.event }),
      phrase('publish-other-event-advice'),
    );
  }
  return {
    id: run.id,
    attempt: run.run_attempt,
    headSha: run.head_sha,
    headBranch: run.head_branch,
    headRepository: run.head_repository?.full_name ?? null,
    conclusion: run.conclusion ?? '',
    url: run.html_url,
    createdAt: run.created_at,
  };
}

const refused = (code: string, message: Phrase, advice: Phrase): Failure =>
  new Failure({ kind: 'usage', code, message, advice });
