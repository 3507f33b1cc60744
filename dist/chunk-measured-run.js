import.meta.dirname;
import.meta.filename;
import { i as phrase } from "./chunk-phrase.js";
import { n as Failure } from "./chunk-failure.js";
import { _ as string, l as int, m as object } from "./chunk-schemas.js";
import { t as datetime } from "./chunk-iso.js";
import { t as readEvent } from "./chunk-event2.js";
// src/platform/measured-run.ts
/** The workflow run behind a `workflow_run` event: what was measured where, as GitHub itself says it. */
const schema = object({ workflow_run: object({
	id: int().positive(),
	run_attempt: int().positive(),
	event: string(),
	head_sha: string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
	head_branch: string().max(1e3),
	head_repository: object({ full_name: string().regex(/^[\w.-]+\/[\w.-]+$/) }).nullish(),
	conclusion: string().nullish(),
	html_url: string(),
	created_at: datetime()
}) });
/**
* Reads it from the event.
* @throws Failure kind `usage`: this is another event (`publish-event`), the run was of another one (`publish-other-event`), or the event cannot be read
*   (`event-unreadable`)
*/
async function readMeasuredRun(env) {
	const name = env.GITHUB_EVENT_NAME ?? "";
	if (name !== "workflow_run") throw refused("publish-event", phrase("publish-event", { event: name }), phrase("publish-event-advice"));
	const { workflow_run: run } = await readEvent(env, schema);
	if (run.event !== "pull_request") throw refused("publish-other-event", phrase("publish-other-event", { event: run.event }), phrase("publish-other-event-advice"));
	return {
		id: run.id,
		attempt: run.run_attempt,
		headSha: run.head_sha,
		headBranch: run.head_branch,
		headRepository: run.head_repository?.full_name ?? null,
		conclusion: run.conclusion ?? "",
		url: run.html_url,
		createdAt: run.created_at
	};
}
const refused = (code, message, advice) => new Failure({
	kind: "usage",
	code,
	message,
	advice
});
export { readMeasuredRun };
