import.meta.dirname;
import.meta.filename;
import { a as withPullRequest, i as readPullRequest, n as openReview, r as readMerged, t as MERGED_PATIENCE } from "./chunk-github-review.js";
// src/commands/agreed.ts
/** What the Action asks its pull request, that of a merge group, or those that a push merged: which changes for the worse people accept there. */
/**
* Adds to what stands what the pull request accepts, be it one in a merge queue, or, on a push to the default branch, the pull requests that it merged: what they accepted is not in the baseline yet. Nothing where
* there is neither, or no token to ask with. Never throws for what GitHub refuses.
*/
async function agreedIn(occasion, access, { scenarios }, standing) {
	if (access.token === "") return standing;
	const found = await foundIn(occasion, access, scenarios.map(({ name }) => name));
	return found === null ? standing : withPullRequest(standing, found);
}
async function foundIn({ kind, repository, pullRequest, queued, headSha, baseSha, branch }, access, names) {
	if (repository === null) return null;
	const number = pullRequest?.number ?? queued;
	if (number !== void 0) return readPullRequest(await openReview({
		...access,
		repository
	}), number, names);
	if (kind !== "push" || branch?.isDefault !== true || headSha === null) return null;
	const review = await openReview({
		...access,
		repository,
		patience: MERGED_PATIENCE
	});
	return readMerged(review, {
		before: baseSha,
		after: headSha
	}, names);
}
export { agreedIn };
