import.meta.dirname;
import.meta.filename;
import { r as runGate } from "./chunk-gate.js";
import { t as deliver } from "./chunk-deliver.js";
import { t as localOccasion } from "./chunk-occasion.js";
import { t as inWorld } from "./chunk-program.js";
// src/commands/run.ts
/** `loadgate run`: the whole job on this machine. */
/** Measures, judges, prints the report to stdout and writes its files. */
function runCommand(options, program) {
	return inWorld(program, options, async (world) => {
		const occasion = await localOccasion(world, options.base);
		const { config = null, inputs, seed = null } = options;
		return deliver(await runGate({
			occasion,
			configPath: config,
			inputs,
			seed
		}, world), world, program);
	});
}
export { runCommand };
