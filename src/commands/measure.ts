/** `loadgate measure`: measures and writes run.json, judges nothing. With `compare: base` both builds are measured, for as many blocks as a run would take. */
import { resolve } from 'node:path';
import { readPlan } from '../gate.ts';
import { blockJudge } from '../judge/next-block.ts';
import { measureCourse } from '../measure/course.ts';
import { prepare } from '../measure/setting.ts';
import { writeAtomically } from '../platform/files.ts';
import { maskTree, secretsOfPlan } from '../platform/mask.ts';
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
    const setting = await prepare(plan, occasion, world, options.seed);
    const run = await measureCourse(
      { plan, setting, baseSha: occasion.baseSha },
      // Without a judgement there is no doubt of the stored baseline for the base commit to settle.
      {
        settles: () => true,
        ...blockJudge(plan),
      },
      world,
    );
    const masked = maskTree(run, world.vault.maskWith(secretsOfPlan(plan)));
    await writeAtomically(resolve(program.cwd, options.output), `${JSON.stringify(masked, null, 2)}\n`);
    world.log.info(`Recorded in ${options.output}. Judge it with: loadgate judge ${options.output}`);
    return 0;
  });
}
