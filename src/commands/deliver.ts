/** Brings a result to the person at the terminal: the report on stdout, its files beside it, the exit code. */
import { posix } from 'node:path';
import type { Failed } from '../domain/failed.ts';
import type { GateResult, Judged } from '../gate.ts';
import { type Mask, maskTree, secretsOfPlan } from '../platform/mask.ts';
import type { World } from '../platform/world.ts';
import type { Publication, Published } from '../publish/publication.ts';
import { publishAll } from '../publish/publish.ts';
import { failureHeadline, renderFailureMarkdown } from '../report/failure.ts';
import { formatsOf, formatsOfFailure } from '../report/formats.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { headlineText, renderTerminal } from '../report/terminal.ts';
import { pageOf, pageOfFailed } from './page.ts';
import { print } from './print.ts';
import type { PrintedFormat } from './printed-format.ts';
import { lookOf, type Program, showFailure } from './program.ts';

/** Shows the result (`format`: in the place of the report for a terminal), writes the files, and returns the exit code. */
export async function deliver(
  result: GateResult,
  world: World,
  program: Program,
  format: PrintedFormat | null = null,
): Promise<number> {
  const mask = world.vault.maskWith(secretsOfPlan(result.plan));
  world.log.settle();
  if (result.kind === 'judged') program.stdout.write(printed(result, format, mask, program));
  const publication =
    result.kind === 'judged' ? ofJudged(result, mask) : ofFailed(result, mask, world.date());
  const published = await publishAll(publication, world, {
    mask,
    runner: null,
    conversation: null,
    run: null,
  });
  for (const line of fileLines(published)) world.log.info(line);
  if (result.kind === 'failed') showFailure({ detail: result.failure }, program, mask, result.language);
  return result.exitCode;
}

function printed(judged: Judged, format: PrintedFormat | null, mask: Mask, { stdout, env }: Program): string {
  if (format !== null) return print(format, maskTree(judged, mask), judged.plan.report.language);
  return `${renderTerminal(maskTree(judged.report, mask), judged.plan.report.language, lookOf(stdout, env))}\n`;
}

function ofJudged(judged: Judged, mask: Mask): Publication {
  const { plan, run, verdict, report, exitCode } = judged;
  return {
    suite: plan.suite,
    occasion: report.method.occasion,
    outcome: verdict.outcome,
    exitCode,
    headline: headlineText(report, plan.report.language),
    comment: 'never',
    directory: plan.report.directory,
    run,
    verdict,
    markdown: (limit) => renderMarkdown(maskTree(report, mask), plan.report.language, limit),
    formats: formatsOf(
      plan.report.formats,
      () => maskTree({ plan, run, verdict, report }, mask),
      plan.report.language,
    ),
    page: pageOf(judged, mask),
  };
}

function ofFailed(failed: Failed, mask: Mask, now: Date): Publication {
  const { plan, failure, exitCode, language } = failed;
  const suite = plan?.suite ?? 'default';
  const told = { failure, suite, exitCode, at: now.toISOString() };
  return {
    suite,
    occasion: LOCAL,
    outcome: 'failure',
    exitCode,
    headline: failureHeadline(failure, language),
    comment: 'never',
    // A wrong call of the program leaves no files behind.
    directory: exitCode === 2 ? (plan?.report.directory ?? null) : null,
    run: null,
    verdict: null,
    markdown: () => renderFailureMarkdown(failure, language),
    formats: formatsOfFailure(plan?.report.formats ?? [], maskTree(told, mask), language),
    page: pageOfFailed(failed, LOCAL, now, mask),
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

function fileLines({ files, formats }: Published): readonly string[] {
  const written = [
    files.report,
    files.page,
    files.run,
    files.verdict,
    files.serviceLog,
    ...Object.values(formats),
  ].filter((path) => path !== null);
  const [first] = written;
  if (first === undefined) return [];
  return [`Written to ${posix.dirname(first)}: ${written.map((path) => posix.basename(path)).join(', ')}`];
}
