/** Brings a result to the person at the terminal: the report on stdout, its files beside it, the exit code. */
import { posix } from 'node:path';
import type { GateResult, Judged } from '../gate.ts';
import { type Mask, maskTree, secretsOfPlan } from '../platform/mask.ts';
import type { World } from '../platform/world.ts';
import type { Published } from '../publish/publication.ts';
import { publishAll } from '../publish/publish.ts';
import { renderTerminal } from '../report/terminal.ts';
import { compose } from './compose.ts';
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
  const publication = await compose(result, {
    occasion: result.kind === 'judged' ? result.report.method.occasion : LOCAL,
    comment: 'never',
    // A wrong call of the program leaves no files behind.
    filesOf: 'not-measured',
    mask,
    now: world.date(),
  });
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
