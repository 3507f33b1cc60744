import.meta.dirname;
import.meta.filename;
import { i as phrase } from "./chunk-phrase.js";
import { n as Failure } from "./chunk-failure.js";
import { n as foreignJson } from "./chunk-foreign-json.js";
import { _ as string, l as int, m as object } from "./chunk-schemas.js";
import { readFile, stat } from "node:fs/promises";
// src/platform/event.ts
/** Why this run happens, read from the runner's variables and the event's payload. Refuses the events that run strangers' code with our rights. */
/** GitHub caps payloads of webhooks at 25 MB. */
const PAYLOAD_BYTES_MAX = 26214400;
/** A full object name of SHA-1 or SHA-256. */
const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** GitHub's word for "no commit": a created or deleted ref. */
const ZEROS = /^0+$/;
/** Its pull requests get a read-only token, as a fork's do. */
const DEPENDABOT = "dependabot[bot]";
const sha = string().regex(SHA);
const repository = object({
	full_name: string(),
	default_branch: string().nullish()
});
const payloadSchema = object({
	repository: repository.nullish(),
	ref: string().nullish(),
	before: sha.nullish(),
	after: sha.nullish(),
	pull_request: object({
		number: int().positive(),
		head: object({
			sha,
			repo: repository.nullish()
		}),
		base: object({
			sha,
			repo: repository
		})
	}).nullish(),
	merge_group: object({
		head_sha: sha,
		base_sha: sha,
		head_ref: string().nullish()
	}).nullish(),
	workflow_run: object({ head_repository: repository.nullish() }).nullish(),
	issue: object({ pull_request: object({}).nullish() }).nullish()
});
/**
* The occasion of this run.
* @throws Failure kind `usage`: the event cannot be read (`event-unreadable`), or would run a fork's code with rights it must not get (`unsafe-event`)
*/
async function readOccasion(env) {
	const name = env.GITHUB_EVENT_NAME ?? "";
	if (name === "") throw unreadable(phrase("event-variable-missing", { variable: "GITHUB_EVENT_NAME" }));
	const payload = await readEvent(env, payloadSchema);
	refuseUnsafe(name, payload);
	return {
		repository: env.GITHUB_REPOSITORY ?? null,
		runUrl: runUrl(env),
		...branchOf(name, payload, env),
		...queuedIn(payload),
		...tell(name, payload, env)
	};
}
/** What is on a schedule runs on the default branch, whether the event says so or not. */
function branchOf(name, payload, env) {
	const ref = env.GITHUB_REF ?? "";
	if (!ref.startsWith(HEADS)) return {};
	const branch = ref.slice(HEADS.length);
	const standard = payload.repository?.default_branch ?? null;
	return { branch: {
		name: branch,
		isDefault: standard === null ? name === "schedule" : branch === standard
	} };
}
const HEADS = "refs/heads/";
/** GitHub makes these branches itself: `gh-readonly-queue/main/pr-104-<commit>`, each of one pull request on top of those before it. */
const QUEUED = /^refs\/heads\/gh-readonly-queue\/.+\/pr-([1-9]\d{0,9})-[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/** The pull request that a merge group is for. */
function queuedIn({ merge_group: group }) {
	const [, number] = QUEUED.exec(group?.head_ref ?? "") ?? [];
	return number === void 0 ? {} : { queued: Number(number) };
}
/** The event's payload, as far as `schema` asks for it. @throws Failure kind `usage`, code `event-unreadable` */
async function readEvent(env, schema) {
	const path = env.GITHUB_EVENT_PATH ?? "";
	if (path === "") throw unreadable(phrase("event-variable-missing", { variable: "GITHUB_EVENT_PATH" }));
	const parsed = schema.safeParse(await parseJson(path));
	if (parsed.success) return parsed.data;
	const places = parsed.error.issues.slice(0, 10).map((issue) => `${issue.path.join(".")}: ${issue.message}`);
	throw unreadable(phrase("event-odd", { path }), places);
}
async function parseJson(path) {
	try {
		const { size } = await stat(path);
		if (size > PAYLOAD_BYTES_MAX) throw new Error(`it has ${size} bytes`);
		return foreignJson(await readFile(path, "utf8"));
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw unreadable(phrase("event-unreadable", { path }), [why], error);
	}
}
function unreadable(message, lines = [], cause) {
	return new Failure({
		kind: "usage",
		code: "event-unreadable",
		message,
		advice: phrase("event-advice"),
		lines
	}, { cause });
}
/** Events that run with the base repository's secrets and a token that may write, whoever caused them. */
function refuseUnsafe(name, payload) {
	const risk = riskOf(name, payload);
	if (risk === null) return;
	throw new Failure({
		kind: "usage",
		code: "unsafe-event",
		message: phrase("unsafe-event", {
			event: name,
			risk
		}),
		advice: phrase("unsafe-event-advice")
	});
}
function riskOf(name, payload) {
	switch (name) {
		case "pull_request_target": return isFork(payload) ? phrase("risk-fork") : null;
		case "workflow_run": return isElsewhere(payload.workflow_run?.head_repository, payload.repository) ? phrase("risk-fork-behind") : null;
		case "issue_comment": return payload.issue?.pull_request == null ? null : phrase("risk-fork-unknown");
		default: return null;
	}
}
const isFork = ({ pull_request: pull }) => isElsewhere(pull?.head.repo, pull?.base.repo);
/** A deleted fork has no repository left, and is a fork nevertheless; so is what the event does not say. */
function isElsewhere(head, here) {
	return head == null || here == null || head.full_name !== here.full_name;
}
/** Events that are about a pull request: one without it is not what GitHub sends. */
const PULL_REQUEST_EVENTS = /^pull_request(?:_target|_review|_review_comment)?$/;
function tell(name, payload, env) {
	const here = commit(env.GITHUB_SHA);
	if (PULL_REQUEST_EVENTS.test(name) && payload.pull_request == null) throw unreadable(phrase("event-without-pull", { event: name }));
	if (payload.pull_request != null) return tellPullRequest(payload.pull_request, payload, env);
	switch (name) {
		case "push":
			if (payload.ref?.startsWith("refs/tags/") === true) return told("tag", here, null);
			return told("push", commit(payload.after) ?? here, commit(payload.before));
		case "merge_group": return told("merge-group", payload.merge_group?.head_sha ?? here, payload.merge_group?.base_sha ?? null);
		case "release": return told("release", here, null);
		case "workflow_dispatch": return told("manual", here, null);
		case "schedule": return told("schedule", here, null);
		default: return told("other", here, null);
	}
}
function tellPullRequest(pull, payload, env) {
	const fromFork = isFork(payload) || env.GITHUB_ACTOR === DEPENDABOT;
	return told("pull-request", pull.head.sha, pull.base.sha, {
		number: pull.number,
		fromFork
	});
}
const told = (kind, headSha, baseSha, pullRequest = null) => ({
	kind,
	headSha,
	baseSha,
	pullRequest
});
/** A commit, or null where GitHub writes zeros or nothing. */
const commit = (text) => text == null || ZEROS.test(text) || !SHA.test(text) ? null : text;
function runUrl(env) {
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, GITHUB_RUN_ID: id } = env;
	return server === void 0 || name === void 0 || id === void 0 ? null : `${server}/${name}/actions/runs/${id}`;
}
export { readOccasion as n, readEvent as t };
