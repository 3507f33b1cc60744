/** The commands of `loadgate baseline`, with their flags. */
import type { Command } from 'commander';
import type { AcceptOptions } from './baseline-accept.ts';
import { type Flags, planned, planOptions } from './flags.ts';
import type { Program } from './program.ts';

/** Adds them. */
export function addBaseline(
  root: Command,
  program: Program,
  done: (exitCode: Promise<number>) => Promise<void>,
): void {
  const baseline = root.command('baseline').description('the stored baseline');

  planned(
    baseline
      .command('update')
      .description('accept a run into the baseline: the file of the working tree, or its branch'),
  )
    .option('--from <run.json>', 'accept this recorded run instead of measuring')
    .option('--runs <count>', 'measure and accept this many times (1 to 30)', '1')
    .option('--release <tag>', 'the run is of this release: keep it beside those of the branch')
    .action(async (flags: Flags) => {
      const { updateCommand } = await import('./baseline.ts');
      const from = typeof flags.from === 'string' ? { from: flags.from } : {};
      const release = typeof flags.release === 'string' ? { release: flags.release } : {};
      const options = { ...planOptions(flags), ...from, ...release, runs: String(flags.runs) };
      await done(updateCommand(options, program));
    });

  addBaselineCare(baseline, program, done);

  planned(baseline.command('show').description('print what is stored, by scenario and machine')).action(
    async (flags: Flags) =>
      done(import('./baseline.ts').then(({ showCommand }) => showCommand(planOptions(flags), program))),
  );
}

function addBaselineCare(
  baseline: Command,
  program: Program,
  done: (exitCode: Promise<number>) => Promise<void>,
): void {
  planned(
    baseline
      .command('accept')
      .description('accept a change for the worse, in the file of the working tree or on its branch')
      .argument('<metric>', 'what may become worse: p95, throughput, …'),
  )
    .option('--scenario <name>', 'of which scenario (default: the only one)')
    .requiredOption('--up-to <amount>', 'by how much at most: 12%, 20ms')
    .requiredOption('--until <day>', 'the last day on which that counts: 2026-12-31')
    .requiredOption('--reason <text>', 'why it is worth its cost')
    .option('--by <name>', 'who accepts it (default: GITHUB_ACTOR, or the name that git knows)')
    .action(async (metric: string, flags: Flags & Pick<AcceptOptions, 'upTo' | 'until' | 'reason'>) => {
      const { acceptCommand } = await import('./baseline-accept.ts');
      const { upTo, until, reason } = flags;
      const scenario = typeof flags.scenario === 'string' ? { scenario: flags.scenario } : {};
      const by = typeof flags.by === 'string' ? { by: flags.by } : {};
      const options = { ...planOptions(flags), ...scenario, ...by, upTo, until, reason };
      await done(acceptCommand(metric, options, program));
    });

  planned(baseline.command('prune').description('say what is out of use, and take it out with --yes'))
    .option('--older-than <days>', 'machines without a run for so long are gone', '90')
    .option('--yes', 'take it out of the file of the working tree, or of its branch')
    .action(async (flags: Flags) => {
      const { pruneCommand } = await import('./baseline-care.ts');
      const options = { olderThan: String(flags.olderThan), yes: flags.yes === true };
      await done(pruneCommand({ ...planOptions(flags), ...options }, program));
    });

  planned(baseline.command('verify').description('read the baseline strictly, and say what is wrong')).action(
    async (flags: Flags) =>
      done(
        import('./baseline-care.ts').then(({ verifyCommand }) => verifyCommand(planOptions(flags), program)),
      ),
  );
}
