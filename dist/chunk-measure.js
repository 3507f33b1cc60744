import.meta.dirname;
import.meta.filename;
import { P as blockJudge, a as prepare, n as readPlan, o as measureCourse } from "./chunk-gate.js";
import { a as writeAtomically } from "./chunk-files.js";
import { a as maskTree, c as secretsOfPlan } from "./chunk-mask2.js";
import { t as localOccasion } from "./chunk-occasion.js";
import { t as inWorld } from "./chunk-program.js";
import { resolve } from "node:path";
// src/commands/measure.ts
/** `loadgate measure`: measures and writes run.json, judges nothing. With `compare: base` both builds are measured, for as many blocks as a run would take. */
/** Measures and records the run in `output` (a path relative to the working directory). */
function measureCommand(options, program) {
	return inWorld(program, options, async (world) => {
		const occasion = await localOccasion(world, options.base);
		const plan = await readPlan({
			occasion,
			configPath: options.config ?? null,
			inputs: options.inputs
		}, world);
		const setting = await prepare(plan, occasion, world, options.seed);
		const run = await measureCourse({
			plan,
			setting,
			baseSha: occasion.baseSha
		}, {
			settles: () => true,
			...blockJudge(plan)
		}, world);
		const masked = maskTree(run, world.vault.maskWith(secretsOfPlan(plan)));
		await writeAtomically(resolve(program.cwd, options.output), `${JSON.stringify(masked, null, 2)}\n`);
		world.log.info(`Recorded in ${options.output}. Judge it with: loadgate judge ${options.output}`);
		return 0;
	});
}
export { measureCommand };
