import.meta.dirname;
import.meta.filename;
import { t as sweepLeftovers } from "./chunk-sweep2.js";
import { basename, dirname, resolve } from "node:path";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
// src/platform/runner-state.ts
/** What a step leaves to its clean-up step. Read without the toolkit, so that the clean-up starts at once. */
/** A value that the step kept, as the runner hands it on; empty when there is none. */
const readState = (env, name) => env[`STATE_${name}`] ?? "";
/** The line that makes the runner listen to commands again, or null when `token` is not one of ours: a forged state must not become a command. */
const resumeLine = (token) => /^[0-9a-f]{32}$/.test(token) ? `::${token}::` : null;
/** Removes the step's temporary folder if it is still there. Only a folder that we could have made is removed, whatever the state says. */
async function removeTemporary(path, env) {
	if (!(basename(path).startsWith("loadgate-") && dirname(path) === resolve(env.RUNNER_TEMP ?? tmpdir())) || !existsSync(path)) return false;
	await rm(path, {
		recursive: true,
		force: true
	});
	return true;
}
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
