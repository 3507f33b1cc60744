/** `loadgate judge`: judges a recorded run again, with the limits and the baseline as they are now, and no new load. */
import { readKnown } from '../baseline/known.ts';
import { explain, readPlan } from '../gate.ts';
import { scenariosOf } from '../stats/told.ts';
import { deliver } from './deliver.ts';
import { localOccasion } from './occasion.ts';
import type { PrintedFormat } from './printed-format.ts';
import { inWorld, type Program } from './program.ts';
import { readRun } from './recorded.ts';
import type { PlanOptions } from './run.ts';

/** Options of `judge`. */
export interface JudgeOptions extends PlanOptions {
  /** What is printed in the place of the report for a terminal; null: that. */
  readonly format: PrintedFormat | null;
}

/** Judges the run in `file` and prints the report. */
export function judgeCommand(file: string, options: JudgeOptions, program: Program): Promise<number> {
  return inWorld(program, options, async (world) => {
    const run = await readRun(file, program);
    const occasion = await localOccasion(world, options.base);
    const job = { occasion, configPath: options.config ?? null, inputs: options.inputs, sendsNothing: true };
    const whole = await readPlan(job, world);
    const plan = { ...whole, scenarios: scenariosOf(whole.scenarios, run) };
    const known = await readKnown(plan, run, occasion.baseSha, world);
    return deliver(explain(plan, run, known, job), world, program, options.format);
  });
}
