/** The check runs of one commit on GitHub, as far as Loadgate writes them. */
import { z } from 'zod';
import { type ConversationOptions, openOctokit, type Reply, reply } from './github.ts';
import { everyPage, PAGE_SIZE } from './github-pages.ts';

/** GitHub takes no more annotations in one call. */
export const ANNOTATIONS_A_CALL = 50;

/** What a finished check run comes to. `neutral` does not block a merge. */
export type Conclusion = 'success' | 'failure' | 'neutral' | 'cancelled';

/** A remark at a line of a file. */
export interface CheckAnnotation {
  /** Relative to the repository. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly level: 'notice' | 'warning' | 'failure';
  /** Plain text. */
  readonly title: string;
  /** Plain text. */
  readonly message: string;
}

/** A check run that is there. */
export interface CheckRun {
  readonly id: number;
  readonly url: string;
  /** What whoever made it knows it by; null: nothing. */
  readonly externalId: string | null;
}

/** A check run to be made. */
export interface NewCheckRun {
  readonly name: string;
  readonly headSha: string;
  readonly externalId: string;
  readonly conclusion: Conclusion;
  /** Page that it leads to; null: its own. */
  readonly detailsUrl: string | null;
  /** One line of plain text. */
  readonly title: string;
  /** Markdown of at most 65,535 bytes. */
  readonly summary: string;
  readonly annotations: readonly CheckAnnotation[];
}

/** The check runs of a repository. */
export interface Checks {
  /** Those of a commit with this name, by the same app, over all pages. */
  list(headSha: string, name: string): Promise<Reply<readonly CheckRun[]>>;
  /** Makes one, with all its annotations: the first come with it, the others after it. */
  create(check: NewCheckRun): Promise<Reply<CheckRun>>;
}

/** Most pages of 100 that are read. */
const PAGES_MAX = 10;

const checkSchema = z.object({
  id: z.int().positive(),
  html_url: z.string().nullish(),
  external_id: z.string().nullish(),
});

const checksSchema = z.object({ check_runs: z.array(z.unknown()) });

/** Opens the check runs; calls nothing yet. */
export async function openChecks(options: Omit<ConversationOptions, 'pullRequest'>): Promise<Checks> {
  const octokit = await openOctokit(options);
  const [owner = '', repo = ''] = options.repository.split('/');
  const where = { owner, repo };
  const { checks } = octokit.rest;
  return {
    list: (headSha, name) =>
      reply(async () => {
        const wanted = {
          ...where,
          ref: headSha,
          check_name: name,
          filter: 'all' as const,
          per_page: PAGE_SIZE,
        };
        return everyPage(
          PAGES_MAX,
          (page) => checks.listForRef({ ...wanted, page }),
          (data) => checksSchema.parse(data).check_runs.map(readCheck),
        );
      }),
    create: (check) =>
      reply(async () => {
        const [first = [], ...more] = inCalls(check.annotations);
        const output = { title: check.title, summary: check.summary };
        const { data: made } = await checks.create({
          ...where,
          name: check.name,
          head_sha: check.headSha,
          external_id: check.externalId,
          ...(check.detailsUrl !== null && { details_url: check.detailsUrl }),
          status: 'completed',
          conclusion: check.conclusion,
          output: { ...output, annotations: first.map(annotationJson) },
        });
        const { id } = readCheck(made);
        for (const some of more) {
          // Annotations of an update are added to those that are there.
          await checks.update({
            ...where,
            check_run_id: id,
            output: { ...output, annotations: some.map(annotationJson) },
          });
        }
        return readCheck(made);
      }),
  };
}

function inCalls(annotations: readonly CheckAnnotation[]): readonly (readonly CheckAnnotation[])[] {
  const calls = Math.ceil(annotations.length / ANNOTATIONS_A_CALL);
  return Array.from({ length: calls }, (_, call) =>
    annotations.slice(call * ANNOTATIONS_A_CALL, (call + 1) * ANNOTATIONS_A_CALL),
  );
}

const annotationJson = ({ path, line, level, title, message }: CheckAnnotation) => ({
  path,
  start_line: line,
  end_line: line,
  annotation_level: level,
  title,
  message,
});

/** @throws ZodError when it is no check run */
function readCheck(value: unknown): CheckRun {
  const { id, html_url, external_id } = checkSchema.parse(value);
  return { id, url: html_url ?? '', externalId: external_id ?? null };
}
