/** The command line: its commands, their flags, and the exit code they end with. */
import { Command, CommanderError, Option } from 'commander';
import { addBaseline } from './baseline-commands.ts';
import { common, type Flags, formatIn, planned, planOptions, printed, seeded } from './flags.ts';
import type { HistoryOptions } from './history.ts';
import type { InitOptions } from './init.ts';
import type { Program } from './program.ts';
import { EXIT } from '../domain/failure.ts';
import { IMPORT_FORMATS } from '../domain/imported.ts';
import { VERSION } from '../domain/version.ts';

/** Those of `history`: files are there only when they were given. */
type HistoryFlags = Omit<HistoryOptions, 'config' | 'baselinePath'> &
  Partial<Pick<HistoryOptions, 'config' | 'baselinePath'>>;

/** Runs the command line as a function of its arguments and streams. Returns the exit code; writes nothing elsewhere. */
export async function main(args: readonly string[], program: Program): Promise<number> {
  let exitCode: number = EXIT.pass;
  const root = describe(program, async (work) => {
    exitCode = await work;
  });
  try {
    await root.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.pass : EXIT.usage;
  }
}

/** The commands. Each loads its own code, so that `--help` stays quick. */
export function describe(program: Program, done: (exitCode: Promise<number>) => Promise<void>): Command {
  const root = new Command('loadgate')
    .description(
      'A performance gate for HTTP services: boots, loads, compares, explains, and fails on regression.',
    )
    .version(VERSION)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void program.stdout.write(text),
      writeErr: (text) => void program.stderr.write(text),
    })
    .showSuggestionAfterError()
    .helpCommand(true);

  seeded(
    planned(
      root
        .command('run', { isDefault: true })
        .description('measure, judge, print the report, write its files'),
    ),
  ).action(async (flags: Flags) =>
    done(import('./run.ts').then(({ runCommand }) => runCommand(planOptions(flags), program))),
  );

  seeded(planned(root.command('measure').description('measure and record the run; judge nothing')))
    .option('-o, --output <file>', 'where the run is recorded', 'run.json')
    .action(async (flags: Flags) => {
      const options = { ...planOptions(flags), output: String(flags.output) };
      await done(import('./measure.ts').then(({ measureCommand }) => measureCommand(options, program)));
    });

  planned(
    root
      .command('judge')
      .description('judge a recorded run again, with limits and baseline as they are now')
      .argument('<run.json>', 'a run that `run` or `measure` recorded'),
  )
    .addOption(printed())
    .action(async (file: string, flags: Flags) => {
      const format = formatIn(flags);
      const { judgeCommand } = await import('./judge.ts');
      await done(judgeCommand(file, { ...planOptions(flags), format }, program));
    });

  addImport(root, program, done);
  addBaseline(root, program, done);
  addCalibrate(root, program, done);

  addHistory(root, program, done);
  addInit(root, program, done);
  addOperator(root, program, done);
  return root;
}

function addImport(
  root: Command,
  program: Program,
  done: (exitCode: Promise<number>) => Promise<void>,
): void {
  planned(
    root
      .command('import')
      .description('judge what another load tool measured')
      .argument('<file...>', 'outputs of the tool, one for each scenario'),
  )
    .addOption(
      new Option('--from <format>', 'what wrote them').choices(['auto', ...IMPORT_FORMATS]).default('auto'),
    )
    .option(
      '--scenario <name>',
      'the scenario that a file is the result of; again for each file',
      (name: string, before: readonly string[]) => [...before, name],
      [] as readonly string[],
    )
    .option('-o, --output <file>', 'record the run here, too')
    .addOption(printed())
    .action(async (files: readonly string[], flags: Flags & { readonly scenario: readonly string[] }) => {
      const from = IMPORT_FORMATS.find((each) => each === flags.from) ?? ('auto' as const);
      const output = typeof flags.output === 'string' ? flags.output : null;
      const options = {
        ...planOptions(flags),
        from,
        scenarios: flags.scenario,
        output,
        format: formatIn(flags),
      };
      await done(import('./import.ts').then(({ importCommand }) => importCommand(files, options, program)));
    });
}

function addCalibrate(
  root: Command,
  program: Program,
  done: (exitCode: Promise<number>) => Promise<void>,
): void {
  planned(
    root
      .command('calibrate')
      .description('measure the same commit against itself: the noise, and the limits that fit it'),
  )
    .option('--blocks <count>', 'how many comparisons of the commit with itself (4 to 60)', '12')
    .option('--write', 'put the limits into the configuration; its comments stay')
    .action(async (flags: Flags) => {
      const { calibrateCommand } = await import('./calibrate.ts');
      const options = { ...planOptions(flags), blocks: String(flags.blocks), write: flags.write === true };
      await done(calibrateCommand(options, program));
    });
}

function addHistory(
  root: Command,
  program: Program,
  done: (exitCode: Promise<number>) => Promise<void>,
): void {
  common(root.command('history').description('write pages that show how the accepted runs went over time'))
    .option('--out <folder>', 'where the pages are written', 'site')
    .option('--repository <url>', 'page of the repository, for links to commits (default: that of origin)')
    .option('--language <name>', 'language of the pages (default: that of the configuration)')
    .option('-c, --config <file...>', 'configurations, one for each suite (default: .github/loadgate.yml)')
    .option('--baseline-path <file...>', 'baseline files, in the place of configurations')
    .action(async (flags: HistoryFlags) => {
      const { historyCommand } = await import('./history.ts');
      await done(historyCommand({ config: [], baselinePath: [], ...flags }, program));
    });
}

function addInit(root: Command, program: Program, done: (exitCode: Promise<number>) => Promise<void>): void {
  common(root.command('init').description('write a commented .github/loadgate.yml to start from'))
    .option('--openapi <file>', 'with requests from this OpenAPI document (JSON or YAML)')
    .option('--har <file>', 'with the requests of this recording of a browser (HAR)')
    .action(async (flags: InitOptions) =>
      done(import('./init.ts').then(({ initCommand }) => initCommand(flags, program))),
    );
}

function addOperator(
  root: Command,
  program: Program,
  done: (exitCode: Promise<number>) => Promise<void>,
): void {
  planned(
    root
      .command('k6-operator')
      .description("write a scenario of k6 as a manifest for k6's operator on Kubernetes"),
  )
    .requiredOption('--target-url <url>', 'URL of the service, as pods reach it')
    .option('--scenario <name>', 'the scenario (default: the only one of k6)')
    .option('-o, --output <file>', 'where the manifest is written (default: standard output)')
    .option('--name <name>', 'name of the resources', 'loadgate')
    .option('--namespace <name>', 'their namespace')
    .option('--parallelism <count>', 'runners that share the load', '1')
    .option('--image <image>', "image of the runners (default: the operator's)")
    .option('--separate', 'each runner on a node of its own')
    .action(async (flags: Flags) => {
      const { operatorCommand } = await import('./k6-operator.ts');
      const told = (name: string): string | null => {
        const value = flags[name];
        return typeof value === 'string' ? value : null;
      };
      const options = {
        ...planOptions(flags),
        scenario: told('scenario'),
        output: told('output'),
        name: told('name') ?? '',
        namespace: told('namespace'),
        parallelism: told('parallelism') ?? '',
        targetUrl: told('targetUrl') ?? '',
        image: told('image'),
        separate: flags.separate === true,
      };
      await done(operatorCommand(options, program));
    });
}
