import.meta.dirname;
import.meta.filename;
import { i as withPullRequest, r as readPullRequest, t as openReview } from "./chunk-github-review.js";
// src/commands/agreed.ts
/** What the Action asks its pull request: which changes for the worse people accept there. */
/** Adds what the pull request accepts to what stands; nothing where there is none, or no token to ask with. Never throws for what GitHub refuses. */
async function agreedIn({ repository, pullRequest }, access, { scenarios }, standing) {
	if (repository === null || pullRequest === null || access.token === "") return standing;
	const review = await openReview({
		...access,
		repository
	});
	const names = scenarios.map(({ name }) => name);
	return withPullRequest(standing, await readPullRequest(review, pullRequest.number, names));
}
export { agreedIn };
