import.meta.dirname;
import.meta.filename;
import { n as Failure } from "./chunk-failure.js";
import { _ as branchToWrite, c as decodeOnBranch, f as encodeBaseline, i as readBaseline, o as storeOf, s as branchFileOf, u as nowhere } from "./chunk-entry.js";
import { n as replaceWorkspaceFile } from "./chunk-workspace-writer.js";
import { r as writeOnto, t as RETRYING } from "./chunk-write-onto.js";
// src/baseline/rewrite.ts
/** Changes a baseline by hand, wherever it is kept: the file of the working tree, or its branch, whoever else writes to that at the same time. */
/**
* The baseline that a command changes: of the working tree, or of the tip of its branch.
* @throws Failure when there is none (`no-baseline`), or as {@link readBaseline}
*/
async function readKept(plan, world) {
	const { source, baseline } = await readBaseline(plan, null, world);
	if (baseline !== null) return {
		source,
		baseline
	};
	const { path, branch, commit } = source;
	const missing = branch === void 0 ? `${path} does not exist` : commit === null ? `There is no branch ${branch}` : `There is no ${path} on the branch ${branch}`;
	throw new Failure({
		kind: "not-measured",
		code: "no-baseline",
		message: `${missing}: nothing has been accepted yet.`,
		advice: "Accept runs first: loadgate baseline update --runs 5. Nothing was written."
	});
}
/**
* Writes the change where the baseline is kept, whole or not at all. The file of the working tree is replaced; the branch gets a commit on top of its tip, by the API or by git, in the way
* in which runs enter it.
* @throws Failure as {@link readKept} and {@link writeOnto}; `branch-nowhere` when there is no way to the branch; those of a baseline that could not be read again
*/
async function rewriteBaseline(plan, { change, message }, world, retrying = RETRYING) {
	const { baseline } = await readKept(plan, world);
	if (await storeOf(plan, null, world) === "file") {
		const { path } = plan.baseline;
		await replaceWorkspaceFile(world, path, encodeBaseline(change(baseline)));
		return {
			path,
			branch: null
		};
	}
	const { branch: name } = plan.baseline;
	const branch = await branchToWrite(world, name);
	if (branch === null) throw nowhere(name);
	const path = branchFileOf(plan.suite);
	const merge = (text) => {
		if (text === null) throw gone(path, name);
		return encodeBaseline(change(decodeOnBranch(plan, {
			branch: name,
			path,
			text
		})));
	};
	const { commit } = await writeOnto(branch, {
		path,
		merge,
		message,
		first: null
	}, world, retrying);
	return {
		path,
		branch: {
			name,
			commit
		}
	};
}
const gone = (path, branch) => new Failure({
	kind: "not-measured",
	code: "no-baseline",
	message: `Somebody removed ${path} from the branch ${branch} in this moment.`,
	advice: "Nothing was written. Look at the last commits of the branch."
});
export { rewriteBaseline as n, readKept as t };
