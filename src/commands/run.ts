/** `loadgate run`: the whole job on this machine. */
import { runGate } from '../gate.ts';
import { deliver } from './deliver.ts';
import { localOccasion } from './occasion.ts';
import { type CommonOptions, inWorld, type Program } from './program.ts';

/** Options of commands that measure: where the plan comes from. */
export interface PlanOptions extends CommonOptions {
  readonly config?: string;
  /** A ref: baseline and limits are read from that commit. */
  readonly base?: string;
  /** Of a run that is to be repeated; null: a new one is drawn. */
  readonly seed?: number;
  /** Inputs by name, as flags gave them. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** Measures, judges, prints the report to stdout and writes its files. */
export function runCommand(options: PlanOptions, program: Program): Promise<number> {
  return inWorld(program, options, async (world) => {
    const occasion = await localOccasion(world, options.base);
    const { config = null, inputs, seed = null } = options;
    const job = { occasion, configPath: config, inputs, seed };
    return deliver(await runGate(job, world), world, program);
  });
}
