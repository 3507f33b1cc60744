import.meta.dirname;
import.meta.filename;
import { i as enterRun, n as mergedAcceptances } from "./chunk-recorded-with.js";
import { i as asFailure } from "./chunk-failure.js";
// src/commands/entered.ts
/** What the Action does with a run once it is reported: it enters it into the baseline, where it belongs there. */
/** A run that cannot be entered is a warning: what it measured stands. `token`: empty where there is none. */
async function enterTold({ occasion, result }, asked, world) {
	if (result.kind !== "judged" || world.signal.aborted) return;
	try {
		const beside = async () => ({
			release: null,
			acceptances: await mergedAcceptances(result.plan, asked, world)
		});
		world.log.info(await enterRun(result, occasion, world, beside));
	} catch (error) {
		const { message, advice, lines } = asFailure(error).detail;
		world.log.warning([
			"The run was not entered into the baseline:",
			message,
			advice,
			...lines.slice(0, 2)
		].join(" "));
	}
}
export { enterTold };
