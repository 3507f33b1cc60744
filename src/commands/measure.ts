/** `loadgate measure`: measures and writes run.json, judges nothing. */
import { resolve } from 'node:path';
import { readPlan } from '../gate.ts';
import { measure } from '../measure/measure.ts';
import { prepare } from '../measure/setting.ts';
import { writeAtomically } from '../platform/files.ts';
import { localOccasion } from './occasion.ts';
import { inWorld, type Program } from './program.ts';
import type { PlanOptions } from './run.ts';

/** Measures and records the run in `output` (a path relative to the working directory). */
export function measureCommand(
  options: PlanOptions & { readonly output: string },
  program: Program,
): Promise<number> {
  return inWorld(program, options, async (world) => {
    const occasion = await localOccasion(world, options.base);
    const plan = await readPlan(
      { occasion, configPath: options.config ?? null, inputs: options.inputs },
      world,
    );
    const run = await measure(plan, await prepare(plan, occasion, world), world);
    await writeAtomically(resolve(program.cwd, options.output), `${JSON.stringify(run, null, 2)}\n`);
    world.log.info(`Recorded in ${options.output}. Judge it with: loadgate judge ${options.output}`);
    return 0;
  });
}
