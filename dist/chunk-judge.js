import.meta.dirname;
import.meta.filename;
import { n as readPlan, t as explain, ut as readKnown } from "./chunk-gate.js";
import { x as scenariosOf } from "./chunk-summary.js";
import { t as deliver } from "./chunk-deliver.js";
import { t as localOccasion } from "./chunk-occasion.js";
import { t as inWorld } from "./chunk-program.js";
import { t as readRun } from "./chunk-recorded.js";
// src/commands/judge.ts
/** `loadgate judge`: judges a recorded run again, with the limits and the baseline as they are now, and no new load. */
/** Judges the run in `file` and prints the report. */
function judgeCommand(file, options, program) {
	return inWorld(program, options, async (world) => {
		const run = await readRun(file, program);
		const occasion = await localOccasion(world, options.base);
		const job = {
			occasion,
			configPath: options.config ?? null,
			inputs: options.inputs,
			sendsNothing: true
		};
		const whole = await readPlan(job, world);
		const plan = {
			...whole,
			scenarios: scenariosOf(whole.scenarios, run)
		};
		const known = await readKnown(plan, run, occasion.baseSha, world);
		return deliver(explain(plan, run, known, job), world, program, options.format);
	});
}
export { judgeCommand };
