/** Brings a result to the person at the terminal: the report on stdout, its files beside it, the exit code. */
import { posix } from 'node:path';
import type { Failed, GateResult, Judged } from '../gate.ts';
import { type Mask, maskTree, secretsOfPlan } from '../platform/mask.ts';
import type { World } from '../platform/world.ts';
import type { Publication, ReportFiles } from '../publish/publication.ts';
import { publishAll } from '../publish/publish.ts';
import { renderFailureMarkdown } from '../report/failure.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { headlineText, renderTerminal } from '../report/terminal.ts';
import { lookOf, type Program, showFailure } from './program.ts';

/** Shows the result, writes the files, and returns the exit code. */
export async function deliver(result: GateResult, world: World, program: Program): Promise<number> {
  const mask = world.vault.maskWith(secretsOfPlan(result.plan));
  world.log.settle();
  if (result.kind === 'judged') {
    const text = renderTerminal(maskTree(result.report, mask), 'en', lookOf(program.stdout, program.env));
    program.stdout.write(`${text}\n`);
  }
  const publication = result.kind === 'judged' ? ofJudged(result, mask) : ofFailed(result);
  const { files } = await publishAll(publication, world, {
    mask,
    runner: null,
    conversation: null,
    run: null,
  });
  for (const line of fileLines(files)) world.log.info(line);
  if (result.kind === 'failed') showFailure({ detail: result.failure }, program, mask);
  return result.exitCode;
}

function ofJudged({ plan, run, verdict, report, exitCode }: Judged, mask: Mask): Publication {
  return {
    suite: plan.suite,
    occasion: report.method.occasion,
    outcome: verdict.outcome,
    exitCode,
    headline: headlineText(report, 'en'),
    comment: 'never',
    directory: plan.report.directory,
    run,
    verdict,
    markdown: (limit) => renderMarkdown(maskTree(report, mask), 'en', limit),
  };
}

function ofFailed({ plan, failure, exitCode }: Failed): Publication {
  return {
    suite: plan?.suite ?? 'default',
    occasion: LOCAL,
    outcome: 'failure',
    exitCode,
    headline: failure.message,
    comment: 'never',
    // A wrong call of the program leaves no files behind.
    directory: exitCode === 2 ? (plan?.report.directory ?? null) : null,
    run: null,
    verdict: null,
    markdown: () => renderFailureMarkdown(failure, 'en'),
  };
}

const LOCAL = {
  kind: 'local',
  repository: null,
  headSha: null,
  baseSha: null,
  pullRequest: null,
  runUrl: null,
} as const;

function fileLines(files: ReportFiles): readonly string[] {
  const written = [files.report, files.run, files.verdict, files.serviceLog].filter((path) => path !== null);
  const [first] = written;
  if (first === undefined) return [];
  return [`Written to ${posix.dirname(first)}: ${written.map((path) => posix.basename(path)).join(', ')}`];
}
