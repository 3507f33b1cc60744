import.meta.dirname;
import.meta.filename;
import { basename, dirname, join, resolve } from "node:path";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
// src/platform/runner-state.ts
/** What a step leaves to its clean-up step. Read without the toolkit, so that the clean-up starts at once. */
/** A value that the step kept, as the runner hands it on; empty when there is none. */
const readState = (env, name) => env[`STATE_${name}`] ?? "";
/** The line that makes the runner listen to commands again, or null when `token` is not one of ours: a forged state must not become a command. */
const resumeLine = (token) => /^[0-9a-f]{32}$/.test(token) ? `::${token}::` : null;
/** The temporary folder of the run with this mark: see `tagOf`. */
const temporaryOf = (tag, env) => join(env.RUNNER_TEMP ?? tmpdir(), tag);
/** Removes the step's temporary folder if it is still there. Only a folder that we could have made is removed, whatever the state says. */
async function removeTemporary(path, env) {
	if (!(basename(path).startsWith("loadgate-") && dirname(path) === resolve(env.RUNNER_TEMP ?? tmpdir())) || !existsSync(path)) return false;
	await rm(path, {
		recursive: true,
		force: true
	});
	return true;
}
export { temporaryOf as i, removeTemporary as n, resumeLine as r, readState as t };
