import.meta.dirname;
import.meta.filename;
import { n as Failure } from "./chunk-failure.js";
import { a as maskTree } from "./chunk-mask2.js";
import { i as publishFormats, r as publishFiles, t as NO_FILES } from "./chunk-files.js";
import { n as METRIC_NAMES } from "./chunk-metric.js";
import { t as SUMMARY_BYTES_MAX } from "./chunk-runner.js";
// src/publish/annotations.ts
/** An error when the step fails, a notice when it does not. */
function publishAnnotation({ exitCode, headline }, runner) {
	if (exitCode === 0) runner.notice(headline);
	else runner.error(headline);
}
// src/publish/comment.ts
/** GitHub refuses longer bodies, on update as on creation. */
const COMMENT_CHARACTERS_MAX = 65536;
/** Who our comments are by when GitHub does not say: the token every workflow has. */
const DEFAULT_AUTHOR = "github-actions[bot]";
/** Creates or updates the comment. Never throws for what GitHub refuses. @throws RangeError when the report does not keep to its limit */
async function publishComment(text, conversation) {
	const body = composeBody(text);
	const identity = await conversation.whoAmI();
	const author = "value" in identity ? identity.value : DEFAULT_AUTHOR;
	const find = () => findOurs(conversation, author, text.suite);
	const found = await find();
	if ("refusal" in found) return refused(found.refusal);
	const [kept, ...others] = found.comments;
	if (kept === void 0) return create(body, conversation, find);
	if (isNewer(runOf(kept.body), text.run)) return {
		kind: "outdated",
		url: kept.url
	};
	const updated = await conversation.update(kept.id, body);
	if ("refusal" in updated && updated.refusal.kind === "missing") return create(body, conversation, find);
	if ("refusal" in updated) return refused(updated.refusal);
	await removeAll(others, conversation);
	return {
		kind: "updated",
		url: updated.value.url
	};
}
/** The first line of the comment of a suite. A suite's name cannot end it early. */
const markerOf = (suite) => `<!-- loadgate:${encodeURIComponent(suite.toWellFormed()).replaceAll("--", "%2D%2D")} -->`;
/** @throws RangeError when the report does not keep to its limit */
function composeBody({ suite, run, report }) {
	const number = run === null ? "" : `<!-- loadgate-run:${run.id}.${run.attempt} -->\n`;
	const head = `${markerOf(suite)}\n${number}`;
	const body = head + report(COMMENT_CHARACTERS_MAX - head.length);
	if (body.length <= 65536) return body;
	throw new RangeError(`the comment has ${body.length} characters, ${COMMENT_CHARACTERS_MAX} at most`);
}
/** Our comments of this suite, the oldest first. A marker that somebody else wrote is somebody else's comment. */
async function findOurs(conversation, author, suite) {
	const listed = await conversation.list();
	if ("refusal" in listed) return listed;
	const marker = markerOf(suite);
	return { comments: listed.value.filter(({ author: by, body }) => by === author && body.split(/\r?\n/, 1)[0] === marker).toSorted((left, right) => left.id - right.id) };
}
/** The run number in a comment's second line. */
function runOf(body) {
	const [, id, attempt] = /^<!-- loadgate-run:(\d{1,15})\.(\d{1,6}) -->$/m.exec(body) ?? [];
	return id === void 0 || attempt === void 0 ? null : {
		id: Number(id),
		attempt: Number(attempt)
	};
}
function isNewer(theirs, ours) {
	if (theirs === null || ours === null) return false;
	return theirs.id === ours.id ? theirs.attempt > ours.attempt : theirs.id > ours.id;
}
/**
* Creates the comment exactly once. A creation whose result is unknown may have been carried out, so the list is read before a second
* one; and another job of ours may have created one at the same moment, so the list is read after it: the lowest number stays.
*/
async function create(body, conversation, find) {
	let created = await conversation.create(body);
	if ("refusal" in created && created.refusal.kind === "unknown") {
		const found = await find();
		if ("refusal" in found) return refused(created.refusal);
		if (found.comments.length === 0) created = await conversation.create(body);
		else return settle(found.comments, body, conversation);
	}
	if ("refusal" in created) return refused(created.refusal);
	const found = await find();
	const comments = "refusal" in found ? [] : found.comments;
	return comments.length > 1 ? settle(comments, body, conversation) : {
		kind: "created",
		url: created.value.url
	};
}
/** Several of ours: the first says what we have to say, the others go. */
async function settle(comments, body, conversation) {
	const [kept, ...others] = comments;
	if (kept === void 0) throw new RangeError("settle needs a comment");
	if (kept.body !== body) await conversation.update(kept.id, body);
	await removeAll(others, conversation);
	return {
		kind: "created",
		url: kept.url
	};
}
/** Best effort: what cannot be removed now is removed by the next run. */
async function removeAll(comments, conversation) {
	for (const { id } of comments) await conversation.remove(id);
}
const refused = (refusal) => ({
	kind: "refused",
	refusal
});
// src/publish/outputs.ts
/** The step outputs: what later steps can read. Fixed names, single-line values. */
/** The worst first; the first of equals is taken. */
const WORST_FIRST = [
	"fail",
	"void",
	"inconclusive",
	"no-baseline",
	"pass"
];
/** Sets every output, the ones without a value to nothing. @throws when the runner's file cannot be written */
function publishOutputs(publication, published, runner) {
	for (const [name, value] of Object.entries(outputsOf(publication, published))) runner.output(name, value);
}
/** The outputs as text. Numbers are plain decimal numbers with a point. */
function outputsOf(publication, published) {
	const scenarios = publication.verdict?.scenarios ?? [];
	const metrics = worstOf(scenarios)?.metrics;
	return {
		verdict: publication.outcome,
		"exit-code": String(publication.exitCode),
		p95: number(metrics?.p95),
		p50: number(metrics?.p50),
		p99: number(metrics?.p99),
		throughput: number(metrics?.throughput),
		"error-rate": number(metrics?.["error-rate"]),
		metrics: JSON.stringify(scenarios.map(metricsOf)),
		"comment-url": published.commentUrl ?? "",
		report: published.files.report ?? "",
		"report-html": published.files.page ?? "",
		run: published.files.run ?? "",
		"verdict-file": published.files.verdict ?? "",
		"service-log": published.files.serviceLog ?? "",
		junit: published.formats.junit ?? "",
		openmetrics: published.formats.openmetrics ?? "",
		timeline: published.formats.csv ?? ""
	};
}
const worstOf = (scenarios) => scenarios.toSorted((left, right) => WORST_FIRST.indexOf(left.outcome) - WORST_FIRST.indexOf(right.outcome))[0];
function metricsOf({ scenario, outcome, users, metrics }) {
	return {
		scenario,
		outcome,
		users,
		...Object.fromEntries(METRIC_NAMES.map((name) => [name, rounded(metrics[name])]))
	};
}
const number = (value) => rounded(value)?.toString() ?? "";
/** Six digits after the point are finer than anything measured here. */
const rounded = (value) => value == null ? null : Number(value.toFixed(6));
// src/publish/summary.ts
/** The job summary: the whole report, and the only place for it where the token may not comment. */
/** A character of a report takes at most three bytes of UTF-8 (four for two of UTF-16). */
const SUMMARY_CHARACTERS_MAX = Math.floor(SUMMARY_BYTES_MAX / 3);
/** Appends the report. @throws when the runner's file cannot be written */
async function publishSummary({ markdown }, runner) {
	await runner.summary(markdown(SUMMARY_CHARACTERS_MAX));
}
// src/publish/publish.ts
/** Brings the result to its readers, one sink after the other. A sink that fails is a warning: verdict and exit code are what they are. */
/** Publishes to every place there is: files, job summary, comment, annotation, outputs. Never throws. */
async function publishAll(unmasked, world, places) {
	const { runner } = places;
	const publication = masked(unmasked, places.mask);
	const files = await softly("the report files", world, () => publishFiles(publication, world)) ?? NO_FILES;
	const formats = await publishFormats(publication, world, (what, work) => softly(what, world, work));
	if (runner !== null) await softly("the job summary", world, () => publishSummary(publication, runner));
	const published = {
		files,
		formats,
		commentUrl: await softly("the comment", world, () => comment(publication, world, places)) ?? null
	};
	if (runner !== null) {
		await softly("the annotation", world, async () => publishAnnotation(publication, runner));
		await softly("the step outputs", world, async () => publishOutputs(publication, published, runner));
	}
	return published;
}
/** No sink sees a secret. Values are masked as values: a secret that looks like a number must not eat a number. */
function masked(publication, mask) {
	return {
		...publication,
		headline: mask(publication.headline),
		run: maskTree(publication.run, mask),
		verdict: maskTree(publication.verdict, mask),
		markdown: (limit) => fit(publication.markdown, mask, limit)
	};
}
/** Masking shortens almost always; where it does not, the text is rendered once more with less room. */
function fit(markdown, mask, limit) {
	const text = mask(markdown(limit));
	return text.length <= limit ? text : mask(markdown(2 * limit - text.length));
}
async function softly(what, world, sink) {
	try {
		return await sink();
	} catch (error) {
		const why = error instanceof Failure ? `${error.message} ${error.detail.advice}` : String(error);
		world.log.warning(`Could not write ${what}: ${why} The verdict stands.`);
		return null;
	}
}
/** Returns the comment's address, or null when there is none to have. */
async function comment(publication, world, places) {
	const { occasion, suite } = publication;
	if (occasion.pullRequest === null || publication.comment === "never") return null;
	if (publication.exitCode === 130 || world.signal.aborted) return null;
	if (places.conversation === null) {
		world.log.warning("No comment: there is no token for GitHub. The report is in the job summary.");
		return null;
	}
	const done = await publishComment({
		suite,
		run: places.run,
		report: publication.markdown
	}, await places.conversation());
	if (done.kind === "refused") {
		world.log.warning(refusedLine(done.refusal, occasion.pullRequest.fromFork));
		return null;
	}
	if (done.kind === "outdated") world.log.warning(OUTDATED);
	else world.log.info(`Comment ${done.kind}: ${done.url}`);
	return done.url;
}
const OUTDATED = "A newer run has reported, and its comment stays. This report is in the job summary.";
function refusedLine({ kind, message }, fromFork) {
	return `No comment: ${kind === "read-only" && fromFork ? READ_ONLY_BY_DESIGN : REASONS[kind]} (${message}). The report is in the job summary; the verdict stands.`;
}
const READ_ONLY_BY_DESIGN = "the token of a pull request from a fork or from Dependabot may only read";
const REASONS = {
	"read-only": "the token may not write to pull requests; give the job `permissions: pull-requests: write`",
	unauthorised: "GitHub does not accept the token; check the input github-token",
	locked: "the conversation is locked",
	missing: "the pull request is not there, or the token may not see it",
	"rate-limited": "GitHub's rate limit is reached",
	unknown: "GitHub did not answer as expected",
	refused: "GitHub refused it"
};
export { publishAll as t };
