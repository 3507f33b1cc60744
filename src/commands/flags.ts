/** Flags that commands of the command line share, and what they come to. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { PRINTED, type PrintedFormat } from './printed-format.ts';
import type { PlanOptions } from './run.ts';
import { INPUTS } from '../config/inputs.ts';
import { SEED_MAX } from '../domain/measurement.ts';

/** Flags as commander hands them over: ours by name, inputs by their camel-cased names. */
export type Flags = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** Inputs that are not flags: `--config` is a flag of its own. */
const FLAG_INPUTS = INPUTS.filter((input) => input.name !== 'config');

/** What is printed in the place of the report for a terminal. */
export const printed = (): Option =>
  new Option('--format <format>', 'what is printed; the files of the report are written in any case')
    .choices(['terminal', ...PRINTED])
    .default('terminal');

/** The format that was asked for; null for the report for a terminal. */
export const formatIn = (flags: Flags): PrintedFormat | null =>
  PRINTED.find((each) => each === flags.format) ?? null;

/** Adds the flags that every command has. */
export const common = (command: Command): Command =>
  command
    .option('--verbose', 'say more while running')
    .option('-q, --quiet', 'say nothing while running but warnings and errors');

/** Adds the flags of a command that needs a plan: one for each input of the Action. */
export function planned(command: Command): Command {
  common(command)
    .option('-c, --config <file>', 'the configuration file (default: .github/loadgate.yml)')
    .option('--base <ref>', 'read baseline and limits from this commit instead of the working tree');
  for (const input of FLAG_INPUTS)
    command.addOption(new Option(`--${input.name} <value>`, input.description));
  return command;
}

/** Adds the flag of a command that makes random choices. */
export const seeded = (command: Command): Command =>
  command.option('--seed <number>', 'repeat the random choices of the run that had this seed', seedOf);

function seedOf(text: string): number {
  const seed = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  if (seed < 1 || seed > SEED_MAX)
    throw new InvalidArgumentError(`It is a whole number from 1 to ${SEED_MAX}; a report names its own.`);
  return seed;
}

/** What the flags of a command that needs a plan come to. */
export function planOptions(flags: Flags): PlanOptions {
  const inputs = FLAG_INPUTS.flatMap(({ name }) => {
    const value = flags[camelCase(name)];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return {
    verbose: flags.verbose === true,
    quiet: flags.quiet === true,
    ...(typeof flags.config === 'string' && { config: flags.config }),
    ...(typeof flags.base === 'string' && { base: flags.base }),
    ...(typeof flags.seed === 'number' && { seed: flags.seed }),
    inputs: Object.fromEntries(inputs),
  };
}

/** As commander names the attribute of a flag. */
const camelCase = (name: string): string =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
