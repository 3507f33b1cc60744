import.meta.dirname;
import.meta.filename;
import { n as Failure } from "./chunk-failure.js";
import { t as parseRun } from "./chunk-recorded-run.js";
import { i as readTextFile } from "./chunk-files.js";
import { resolve } from "node:path";
// src/commands/recorded.ts
/** Reads a recorded run for the commands that take one. */
/** A run.json of a long run with many scenarios stays well below this. */
const RUN_BYTES_MAX = 67108864;
/** The run in `file`. @throws Failure kind `usage` when it is missing, too large, or not a run */
async function readRun(file, program) {
	const text = await readTextFile(resolve(program.cwd, file), RUN_BYTES_MAX).catch((error) => {
		throw new Failure({
			kind: "usage",
			code: "run-missing",
			message: `Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`,
			advice: "Give the path of a run.json that `loadgate run` or `loadgate measure` wrote."
		}, { cause: error });
	});
	return parseRun(text, file);
}
export { readRun as t };
