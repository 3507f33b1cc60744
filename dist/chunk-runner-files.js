import.meta.dirname;
import.meta.filename;
import { readFileSync, writeFileSync } from "node:fs";
// src/platform/runner-files.ts
/** The files by which a step speaks to the runner. Any process of the job can write them: what is not ours is taken out again. */
/** Variables that name the files: outputs, environment and PATH of later steps, our state, the summary. */
const FILE_VARIABLES = [
	"GITHUB_OUTPUT",
	"GITHUB_ENV",
	"GITHUB_PATH",
	"GITHUB_STATE",
	"GITHUB_STEP_SUMMARY"
];
/**
* Remembers what the files hold now. A service or build that appends to them could forge outputs, or set variables for the steps after
* us; their names are kept from its environment, and this finds it when it wrote nevertheless.
*/
function watchRunnerFiles(env) {
	const files = FILE_VARIABLES.flatMap((variable) => {
		const path = env[variable] ?? "";
		return path === "" ? [] : [{
			variable,
			path,
			ours: read(path)
		}];
	});
	const changed = /* @__PURE__ */ new Set();
	const restore = () => {
		for (const { variable, path, ours } of files) {
			if (ours === null || read(path)?.equals(ours) === true) continue;
			changed.add(variable);
			rewrite(path, ours);
		}
	};
	const remember = () => {
		for (const file of files) file.ours = read(file.path);
	};
	return {
		write(work) {
			restore();
			try {
				work();
			} finally {
				remember();
			}
		},
		async writeSlowly(work) {
			restore();
			try {
				await work();
			} finally {
				remember();
			}
		},
		restore() {
			restore();
			return [...changed];
		}
	};
}
/** The content, or null when it cannot be read: then there is nothing to compare. */
function read(path) {
	try {
		return readFileSync(path);
	} catch {
		return null;
	}
}
/** A file that cannot be put back stays named as changed, which fails the run. */
function rewrite(path, content) {
	try {
		writeFileSync(path, content);
	} catch {}
}
export { watchRunnerFiles };
