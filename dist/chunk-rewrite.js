import.meta.dirname;
import.meta.filename;
import { n as Failure } from "./chunk-failure.js";
import { n as replaceWorkspaceFile } from "./chunk-workspace-writer.js";
import { h as encodeBaseline, r as readBaseline } from "./chunk-entry.js";
// src/baseline/rewrite.ts
/** Changes the baseline file of the working tree by hand: what is to be accepted, what is to go. */
/** The baseline of the working tree. @throws Failure when there is none (`no-baseline`), or as {@link readBaseline} */
async function readOwnBaseline(plan, world) {
	const { baseline } = await readBaseline(plan, null, world);
	if (baseline !== null) return baseline;
	throw new Failure({
		kind: "not-measured",
		code: "no-baseline",
		message: `${plan.baseline.path} does not exist: nothing has been accepted yet.`,
		advice: "Accept runs first: loadgate baseline update --runs 5. Nothing was written."
	});
}
/** Writes the baseline file of the working tree, whole or not at all. @throws Failure when it could not be read again, or cannot be written */
async function writeOwnBaseline(plan, baseline, world) {
	await replaceWorkspaceFile(world, plan.baseline.path, encodeBaseline(baseline));
}
export { writeOwnBaseline as n, readOwnBaseline as t };
