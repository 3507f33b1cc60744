import.meta.dirname;
import.meta.filename;
import { c as resolveRef } from "./chunk-git.js";
// src/commands/occasion.ts
/**
* A local run. With `base`, baseline and limits are read from that commit; without, from the working tree.
* @throws Failure kind `usage` when `base` names no commit, or git or the repository is missing
*/
async function localOccasion(world, base) {
	return {
		kind: "local",
		repository: null,
		headSha: null,
		baseSha: base === void 0 ? null : await resolveRef(world, base),
		pullRequest: null,
		runUrl: null
	};
}
export { localOccasion as t };
