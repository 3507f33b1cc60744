import.meta.dirname;
import.meta.filename;
import { n as removeTemporary, r as resumeLine, t as readState } from "./chunk-runner-state2.js";
import { t as sweepLeftovers } from "./chunk-sweep2.js";
// src/post.ts
/** The clean-up step, which runs even when the step was killed: processes and files that are left, and a runner that listens to commands again. */
/** First the runner's ears: everything printed after it is read as usual. Does nothing, quietly, when nothing is left. */
async function cleanUp() {
	const resume = resumeLine(readState(process.env, "resume-token"));
	if (resume !== null) process.stdout.write(`${resume}\n`);
	const tag = readState(process.env, "tag");
	const killed = tag === "" ? [] : await sweepLeftovers(tag);
	if (killed.length > 0) process.stdout.write(`Stopped what the step had left running: ${killed.join(", ")}\n`);
	await removeTemporary(readState(process.env, "temporary"), process.env);
}
await cleanUp().catch((error) => {
	process.stdout.write(`::warning::Loadgate could not clean up: ${String(error).replaceAll(/[\r\n%]+/g, " ")}\n`);
});
export {};
