import.meta.dirname;
import.meta.filename;
import { n as Failure } from "./chunk-failure.js";
import { n as METRIC_NAMES } from "./chunk-metric.js";
import { a as maskTree } from "./chunk-mask2.js";
import { i as publishFormats, r as publishFiles, t as NO_FILES } from "./chunk-files2.js";
import { t as SUMMARY_BYTES_MAX } from "./chunk-runner.js";
import { setTimeout } from "node:timers/promises";
// src/publish/annotations.ts
/** An error when the step fails, a warning when it is spared that, else a notice. */
function publishAnnotation({ exitCode, outcome, headline }, runner) {
	if (exitCode === 0 && (outcome === "fail" || outcome === "void")) runner.warning(headline);
	else if (exitCode === 0) runner.notice(headline);
	else runner.error(headline);
}
// src/publish/run-number.ts
/** `123.1`. */
const showRunNumber = ({ id, attempt }) => `${id}.${attempt}`;
/** Reads {@link showRunNumber} back; null for anything else. */
function parseRunNumber(text) {
	const [, id, attempt] = /^(\d{1,15})\.(\d{1,6})$/.exec(text) ?? [];
	return id === void 0 || attempt === void 0 ? null : {
		id: Number(id),
		attempt: Number(attempt)
	};
}
/** True when `theirs` is of a later run, or a later attempt, than `ours`. Unknown numbers are not. */
function isNewer(theirs, ours) {
	if (theirs === null || ours === null) return false;
	return theirs.id === ours.id ? theirs.attempt > ours.attempt : theirs.id > ours.id;
}
/** True for the same attempt of the same run. */
const isSame = (theirs, ours) => theirs !== null && ours !== null && showRunNumber(theirs) === showRunNumber(ours);
// src/publish/check-run.ts
/** GitHub counts bytes here, whatever its documentation says (github/docs#35252). */
const CHECK_SUMMARY_BYTES_MAX = 65535;
/** Longer lines are no titles. */
const TITLE_MAX = 250;
const MARK = "loadgate:";
/** The name of a suite's check run. */
function checkNameOf(suite, variant) {
	const parts = [suite === "default" ? null : suite, variant].filter((part) => part !== null);
	return parts.length === 0 ? "Loadgate" : `Loadgate (${parts.join(", ")})`;
}
/** Makes the check run, unless a newer run has made it. Never throws for what GitHub refuses. @throws RangeError when the report does not fit */
async function publishCheck(publication, { name, run, headSha }, checks) {
	const listed = await checks.list(headSha, name);
	const newer = "value" in listed ? listed.value.find((check) => isNewer(numberOf(check), run)) : void 0;
	if (newer !== void 0) return {
		kind: "outdated",
		url: newer.url
	};
	const created = await checks.create({
		name,
		headSha,
		externalId: `${MARK}${run === null ? "" : showRunNumber(run)}`,
		conclusion: conclusionOf(publication),
		detailsUrl: publication.occasion.runUrl,
		title: publication.headline.slice(0, TITLE_MAX).toWellFormed(),
		summary: summaryOf(publication),
		annotations: publication.remarks ?? []
	});
	return "refusal" in created ? {
		kind: "refused",
		refusal: created.refusal
	} : {
		kind: "created",
		url: created.value.url
	};
}
/** Green for a pass alone; what lets a build pass without being one is neutral. What was not measured never is. */
function conclusionOf({ exitCode, outcome }) {
	if (exitCode === 130) return "cancelled";
	if (exitCode !== 0) return "failure";
	return outcome === "pass" ? "success" : "neutral";
}
const numberOf = ({ externalId }) => externalId?.startsWith(MARK) === true ? parseRunNumber(externalId.slice(9)) : null;
/** Characters of other scripts have several bytes: with less room each time, until it fits. */
function summaryOf({ markdown }) {
	let room = CHECK_SUMMARY_BYTES_MAX;
	for (let attempt = 0; attempt < 5; attempt += 1) {
		const text = markdown(room);
		const bytes = Buffer.byteLength(text, "utf8");
		if (bytes <= 65535) return text;
		room = Math.floor(room * CHECK_SUMMARY_BYTES_MAX / bytes) - 100;
	}
	throw new RangeError(`the summary of the check run has more than ${CHECK_SUMMARY_BYTES_MAX} bytes`);
}
// src/publish/comment.ts
/** GitHub refuses longer bodies, on update as on creation. */
const COMMENT_CHARACTERS_MAX = 65536;
/** Who our comments are by when GitHub does not say: the token every workflow has. */
const DEFAULT_AUTHOR = "github-actions[bot]";
/** Creates or updates the comment. Never throws for what GitHub refuses. @throws RangeError when the report does not keep to its limit */
async function publishComment(text, conversation) {
	const body = composeBody(text);
	const author = await authorOf(conversation);
	const find = (by) => findOurs(conversation, by, markerOf(text.suite));
	const thread = {
		conversation,
		find,
		author,
		body,
		run: text.run
	};
	const found = await find(author);
	if ("refusal" in found) return refused(found.refusal);
	const [kept, ...others] = found.comments;
	if (kept === void 0) return text.onlyUpdate === true ? { kind: "quiet" } : create(thread);
	if (isNewer(runOf(kept.body), text.run)) return {
		kind: "outdated",
		url: kept.url
	};
	const updated = await conversation.update(kept.id, body);
	if ("refusal" in updated && updated.refusal.kind === "missing") return create(thread);
	if ("refusal" in updated) return refused(updated.refusal);
	await removeAll(others, conversation);
	return {
		kind: isSame(runOf(kept.body), text.run) ? "overwritten" : "updated",
		url: updated.value.url
	};
}
/** The first line of the comment of a suite. A suite's name cannot end it early. */
const markerOf = (suite) => `<!-- loadgate:${encodeURIComponent(suite.toWellFormed()).replaceAll("--", "%2D%2D")} -->`;
/** @throws RangeError when the report does not keep to its limit */
function composeBody({ suite, run, report }) {
	const number = run === null ? "" : `<!-- loadgate-run:${showRunNumber(run)} -->\n`;
	const head = `${markerOf(suite)}\n${number}`;
	const body = head + report(COMMENT_CHARACTERS_MAX - head.length);
	if (body.length <= 65536) return body;
	throw new RangeError(`the comment has ${body.length} characters, ${COMMENT_CHARACTERS_MAX} at most`);
}
/** Login that our comments are by. */
async function authorOf(conversation) {
	const identity = await conversation.whoAmI();
	return "value" in identity ? identity.value : DEFAULT_AUTHOR;
}
/** Our comments with this marker, the oldest first. A marker that somebody else wrote is somebody else's comment. */
async function findOurs(conversation, author, marker) {
	const listed = await conversation.list();
	if ("refusal" in listed) return listed;
	return { comments: listed.value.filter(({ author: by, body }) => by === author && body.split(/\r?\n/, 1)[0] === marker).toSorted((left, right) => left.id - right.id) };
}
/** The run number in a comment's second line. */
function runOf(body) {
	const [, number] = /^<!-- loadgate-run:([\d.]{1,30}) -->$/m.exec(body) ?? [];
	return number === void 0 ? null : parseRunNumber(number);
}
/**
* Creates the comment exactly once. A creation whose result is unknown may have been carried out, so the list is read before a second
* one. The list is read after it, too: another job of ours may have created one at the same moment, or GitHub did not say before who we
* are, and says so now by the comment's author. The lowest number stays.
*/
async function create(thread) {
	const { conversation, find, author, body } = thread;
	let created = await conversation.create(body);
	if ("refusal" in created && created.refusal.kind === "unknown") {
		const found = await find(author);
		if ("refusal" in found) return refused(created.refusal);
		if (found.comments.length === 0) created = await conversation.create(body);
		else return settle$1(found.comments, thread);
	}
	if ("refusal" in created) return refused(created.refusal);
	const found = await find(created.value.author ?? author);
	const comments = "refusal" in found ? [] : found.comments;
	return comments.length > 1 ? settle$1(comments, thread) : {
		kind: "created",
		url: created.value.url
	};
}
/** Several of ours: the first says what we have to say, or what a newer run had to; the others go. */
async function settle$1(comments, { conversation, body, run }) {
	const [first, ...others] = comments;
	if (first === void 0) throw new RangeError("settle needs a comment");
	if (isNewer(runOf(first.body), run)) {
		await removeAll(others.filter((other) => other.body === body), conversation);
		return {
			kind: "outdated",
			url: first.url
		};
	}
	const updated = first.body === body ? { value: first } : await conversation.update(first.id, body);
	if ("value" in updated) return keep(first, comments, conversation);
	const said = others.find((other) => other.body === body);
	return said === void 0 ? refused(updated.refusal) : keep(said, comments, conversation);
}
/** Leaves one of them. */
async function keep(kept, comments, conversation) {
	await removeAll(comments.filter(({ id }) => id !== kept.id), conversation);
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
// src/publish/comment-parts.ts
/** A comment that several suites or jobs share: its text is parts, each with a marker of its own. Pure. */
/** So many parts have equal room; where there are more, they share it. */
const PARTS_EXPECTED = 4;
/** Characters of a key: longer ones are cut. */
const KEY_MAX = 120;
/** The key of a suite and a variant of it: never empty. */
function partKeyOf(suite, variant) {
	const key = variant === null ? suite : `${suite} · ${variant}`;
	return Array.from(key.toWellFormed() || "-").slice(0, KEY_MAX).join("");
}
/** Characters for each part where a comment has so many characters for so many parts. */
const roomOf = (characters, parts) => Math.floor(characters / Math.max(PARTS_EXPECTED, parts)) - MARKERS_MAX;
/** What the markers of a part may take: each character of a key becomes twelve at most. */
const MARKERS_MAX = 1540;
/** A part whose own text is longer than its share is cut to its beginning. */
const CUT_MAX = 1500;
/** A key in a marker: it can neither end the marker nor the line. */
const encode = (key) => encodeURIComponent(key).replaceAll("--", "%2D%2D");
const opening = ({ key, run }) => `<!-- loadgate-part:${encode(key)} ${run === null ? "-" : showRunNumber(run)} -->`;
const CLOSING = "<!-- /loadgate-part -->";
const OPENING = /^<!-- loadgate-part:(?<key>\S{1,1500}) (?<run>\S{1,30}) -->$/;
/** Text in which no line can be taken for a marker of ours, whatever the service wrote into it. */
const withoutMarkers = (text) => text.replaceAll(/<!--(?=\s*\/?loadgate)/gi, "<!​--");
/** The parts of a comment's text, in their order. What stands outside of them is nobody's. */
function readParts(body) {
	const parts = [];
	let open = null;
	for (const line of body.split(/\r?\n/)) {
		const { key, run } = OPENING.exec(line)?.groups ?? {};
		if (key !== void 0 && run !== void 0) open = {
			key: decode(key),
			run: parseRunNumber(run),
			lines: []
		};
		else if (line === CLOSING && open !== null) {
			parts.push({
				key: open.key,
				run: open.run,
				text: open.lines.join("\n")
			});
			open = null;
		} else open?.lines.push(line);
	}
	return parts;
}
function decode(key) {
	try {
		return decodeURIComponent(key);
	} catch {
		return key;
	}
}
/** All parts, each key once: the newest of each, in an order that depends on the keys alone. */
function mergeParts(parts) {
	const newest = /* @__PURE__ */ new Map();
	for (const part of parts) {
		const known = newest.get(part.key);
		if (known === void 0 || !isNewer(known.run, part.run)) newest.set(part.key, part);
	}
	return [...newest.values()].toSorted((left, right) => left.key < right.key ? -1 : 1);
}
/**
* The text of a comment of at most `limit` characters. Where the parts are too long together, the longest are cut to their beginning: the verdict and what to do.
* @throws RangeError when not even that fits
*/
function writeParts(marker, parts, limit) {
	let texts = parts.map(({ text }) => text);
	const whole = () => [marker, ...parts.map((part, index) => [
		opening(part),
		texts[index] ?? "",
		CLOSING
	].join("\n"))].join("\n\n");
	while (whole().length > limit) {
		const longest = Math.max(...texts.map(({ length }) => length));
		const shorter = texts.map((text) => text.length === longest ? beginningOf(text) : text);
		if (longest === Math.max(...shorter.map(({ length }) => length))) throw new RangeError(`${parts.length} parts do not fit into a comment`);
		texts = shorter;
	}
	return whole();
}
/** Whole paragraphs up to the first that folds, is code, or begins a section. */
function beginningOf(text) {
	const kept = [];
	for (const paragraph of text.split("\n\n")) {
		if (/^(?:#### |<details|```|~~~|\|)/m.test(paragraph) && kept.length > 0) break;
		if ([...kept, paragraph].join("\n\n").length > CUT_MAX) break;
		kept.push(paragraph);
	}
	return kept.length === 0 ? text.slice(0, 200).replaceAll(/[`<>\n]/g, " ").toWellFormed() : kept.join("\n\n");
}
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
// src/publish/shared-comment.ts
/** First line of the comment of all suites of a pull request. */
const SHARED_MARKER = "<!-- loadgate -->";
/** Puts the part into the comment, or creates it. Never throws for what GitHub refuses. @throws RangeError when it does not fit */
async function publishPart(text, conversation, { pause, rounds }) {
	const author = await authorOf(conversation);
	let done = null;
	for (let round = 0; round < rounds; round += 1) {
		const found = await findOurs(conversation, author, text.marker);
		if ("refusal" in found) return done ?? {
			kind: "refused",
			refusal: found.refusal
		};
		const state = stateOf(found.comments, text);
		if (state.kind === "there" && done !== null) return done;
		if (state.kind === "newer") return {
			kind: "outdated",
			url: state.url
		};
		if (state.kind === "none" && text.onlyUpdate && done === null) return { kind: "quiet" };
		const written = await write(found.comments, text, conversation);
		const last = round === rounds - 1;
		if (written.kind === "refused" && (last || !isPassing(written))) return done ?? written;
		if (written.kind !== "refused") done ??= written;
		await pause();
	}
	return done ?? { kind: "quiet" };
}
/** It is there only when the comment that stays has it: others of ours are about to go. */
function stateOf(comments, { key, run }) {
	for (const { body, url } of comments) {
		const part = readParts(body).find((each) => each.key === key);
		if (part !== void 0 && isNewer(part.run, run)) return {
			kind: "newer",
			url
		};
	}
	const [kept, ...others] = comments;
	const mine = kept === void 0 ? void 0 : readParts(kept.body).find((part) => part.key === key);
	if (mine === void 0) return { kind: others.some(({ body }) => readParts(body).some((part) => part.key === key)) ? "older" : "none" };
	return { kind: mine.run?.id === run?.id && mine.run?.attempt === run?.attempt && others.length === 0 ? "there" : "older" };
}
/** Our part among all others: those of every comment of ours, since several may have been created at once. The oldest stays. */
async function write(comments, text, conversation) {
	const others = mergeParts(comments.flatMap(({ body }) => readParts(body)).filter(({ key }) => key !== text.key));
	const room = roomOf(COMMENT_CHARACTERS_MAX, others.length + 1);
	const mine = {
		key: text.key,
		run: text.run,
		text: withoutMarkers(text.report(room))
	};
	const body = writeParts(text.marker, mergeParts([...others, mine]), COMMENT_CHARACTERS_MAX);
	const [kept, ...spare] = comments;
	const reply = await (kept === void 0 ? conversation.create(body) : conversation.update(kept.id, body));
	if ("refusal" in reply) return {
		kind: "refused",
		refusal: reply.refusal
	};
	for (const { id } of spare) await conversation.remove(id);
	return {
		kind: kept === void 0 ? "created" : "updated",
		url: reply.value.url
	};
}
/** Deleted between the list and now, or an answer that did not arrive: the next round finds out. */
const isPassing = ({ refusal }) => refusal.kind === "missing" || refusal.kind === "unknown";
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
	const commentUrl = await softly("the comment", world, () => comment(publication, world, places)) ?? null;
	await softly("the check run", world, () => check(publication, world, places));
	const published = {
		files,
		formats,
		commentUrl
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
		markdown: (limit) => fit(publication.markdown, mask, limit),
		remarks: maskTree(publication.remarks ?? [], mask)
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
	const { occasion } = publication;
	if (occasion.pullRequest === null || publication.comment === "never") return null;
	if (publication.exitCode === 130 || world.signal.aborted) return null;
	if (places.conversation === null) {
		world.log.warning("No comment: there is no token for GitHub. The report is in the job summary.");
		return null;
	}
	const done = await say(publication, await places.conversation(), places, world);
	switch (done.kind) {
		case "refused":
			world.log.warning(refusedLine(done.refusal, occasion.pullRequest.fromFork));
			return null;
		case "quiet":
			world.log.info(`No comment: \`comment: ${publication.comment}\`, and there is nothing of the kind.`);
			return null;
		case "outdated":
			world.log.warning(OUTDATED);
			return done.url;
		case "overwritten":
			world.log.warning(OVERWRITTEN);
			return done.url;
		default:
			world.log.info(`Comment ${done.kind}: ${done.url}`);
			return done.url;
	}
}
/** In a comment of the suite's own, or as a part of one that it shares. */
function say(publication, conversation, { run, around }, { signal }) {
	const { suite, markdown, label = "" } = publication;
	const variant = around?.variant ?? null;
	const ofAll = around?.scope === "pull-request";
	const onlyUpdate = !isWanted(publication);
	if (variant === null && !ofAll) return publishComment({
		suite,
		run,
		report: markdown,
		onlyUpdate
	}, conversation);
	return publishPart({
		marker: ofAll ? SHARED_MARKER : markerOf(suite),
		key: partKeyOf(suite, variant),
		run,
		report: (limit) => `${label}\n\n${markdown(limit - label.length - 2)}`,
		onlyUpdate
	}, conversation, {
		...SETTLING,
		pause: () => settle(signal)
	});
}
/** Jobs of a matrix end within seconds of each other; a comment is read and written within one. */
const SETTLING = { rounds: 6 };
const SETTLE_MS = 2e3;
const settle = async (signal) => setTimeout(SETTLE_MS * (1 + Math.random()), void 0, { signal });
/** Whether this result is worth a comment where there is none yet. */
function isWanted({ comment: when, outcome, exitCode, moved = true }) {
	const isWrong = exitCode !== 0 || outcome === "fail" || outcome === "void";
	if (when === "failure") return isWrong;
	return when !== "changes" || isWrong || outcome !== "pass" || moved;
}
/** Returns nothing: the check run stands on the commit, where it is looked for. */
async function check(publication, world, { run, around }) {
	const place = around?.check ?? null;
	const { headSha } = publication.occasion;
	if (place === null || publication.exitCode === 130 || world.signal.aborted) return;
	if (headSha === null) return world.log.warning("No check run: the commit is not known.");
	if (place.name === null && publication.suite === "") return world.log.warning("No check run: without a readable configuration its name is not known.");
	const name = place.name ?? checkNameOf(publication.suite, around?.variant ?? null);
	const done = await publishCheck(publication, {
		name,
		run,
		headSha
	}, await place.open());
	if (done.kind === "refused") world.log.warning(refusedCheckLine(done.refusal));
	else if (done.kind === "outdated") world.log.warning(OUTDATED_CHECK);
	else world.log.info(`Check run "${name}": ${done.url}`);
}
const OUTDATED_CHECK = "A newer run has reported on this commit, and its check run stays.";
function refusedCheckLine({ kind, message }) {
	return `No check run: ${kind === "read-only" ? "the token may not write checks; give the job `permissions: checks: write` (a fork's token never may: docs/forks.md)" : REASONS[kind]} (${message}). The verdict stands.`;
}
const OVERWRITTEN = "Another job of this run had written this comment, and its words are gone: give each gate a `suite` of its own, or each job of a matrix a `variant`.";
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
// src/commands/compose.ts
/** The publication of a result; what is heavy is loaded when it is needed. Values are masked before they are put into words, since words may cut or escape them. */
async function compose(result, door) {
	const { plan, exitCode } = result;
	const common = {
		occasion: door.occasion,
		exitCode,
		suite: plan?.suite ?? "",
		comment: door.comment === "never" ? "never" : plan?.report.comment ?? "never",
		directory: leavesFiles(result, door) ? plan?.report.directory ?? null : null,
		label: await labelOf(plan, door)
	};
	return result.kind === "failed" ? composeFailed(result, common, door) : composeJudged(result, common, door);
}
const leavesFiles = (result, { filesOf }) => result.kind === "judged" || filesOf === "every-failure" || result.failure.kind === "not-measured";
const languageOf = (result) => result.kind === "failed" ? result.language : result.plan.report.language;
/** The result as lines of a log. A verdict that cannot be put into words is a verdict all the same. */
async function linesOf(result, mask, look) {
	const [{ maskTree }, { failureHeadline, renderFailureTerminal }, { renderTerminal }] = await Promise.all([
		import("./chunk-mask.js"),
		import("./chunk-failure2.js"),
		import("./chunk-terminal2.js")
	]);
	const language = languageOf(result);
	if (result.kind === "failed") {
		const failure = maskTree(result.failure, mask);
		return said([failureHeadline(failure, language)], () => renderFailureTerminal(failure, language, look));
	}
	return said([`Loadgate: ${result.verdict.outcome}`], () => renderTerminal(maskTree(result.report, mask), language, look));
}
/** Suite, variant and commit, which need no language: parts of one comment may be of different commits. */
async function labelOf(plan, { occasion: { headSha }, mask, variant = null }) {
	const { inertSpan } = await import("./chunk-inert.js");
	return `<sub>${[
		plan?.suite ?? null,
		variant,
		headSha?.slice(0, 12) ?? null
	].flatMap((part) => part === null ? [] : [inertSpan(mask(part))]).join(" · ")}</sub>`;
}
async function composeFailed(failed, common, { mask, now }) {
	const { plan, exitCode, language, failure: unmasked } = failed;
	const [{ maskTree }, { failureHeadline, renderFailureMarkdown }, { formatsOfFailure }, { pageOfFailed }] = await Promise.all([
		import("./chunk-mask.js"),
		import("./chunk-failure2.js"),
		import("./chunk-formats2.js"),
		import("./chunk-page.js")
	]);
	const failure = maskTree(unmasked, mask);
	return {
		...common,
		headline: failureHeadline(failure, language),
		outcome: "failure",
		run: null,
		verdict: null,
		markdown: (limit) => renderFailureMarkdown(failure, language, limit),
		formats: formatsOfFailure(plan?.report.formats ?? [], {
			failure,
			suite: mask(common.suite),
			exitCode,
			at: now.toISOString()
		}, language),
		page: pageOfFailed(failed, common.occasion, now, mask)
	};
}
async function composeJudged(judged, common, { mask }) {
	const { plan, report: unmasked, run, verdict } = judged;
	const [{ maskTree }, { renderMarkdown }, { headlineText }, { formatsOf }, { pageOf }, { remarksOf }] = await Promise.all([
		import("./chunk-mask.js"),
		import("./chunk-markdown2.js"),
		import("./chunk-terminal2.js"),
		import("./chunk-formats2.js"),
		import("./chunk-page.js"),
		import("./chunk-remarks.js")
	]);
	const report = maskTree(unmasked, mask);
	const { language } = plan.report;
	const [headline] = said([verdict.outcome], () => headlineText(report, language));
	return {
		...common,
		headline: headline ?? verdict.outcome,
		outcome: verdict.outcome,
		run,
		verdict,
		markdown: (limit) => renderMarkdown(report, language, limit),
		formats: formatsOf(plan.report.formats, () => maskTree({
			plan,
			run,
			verdict,
			report
		}, mask), language),
		page: pageOf(judged, mask),
		moved: report.reasons.length > 0,
		remarks: placed(remarksOf(report, language), plan)
	};
}
/** Where GitHub shows what belongs to no file. */
const NO_FILE = ".github";
/** Each remark at its scenario in the configuration. */
function placed(remarks, { origin }) {
	const lines = new Map(Object.entries(origin?.lines ?? {}));
	return remarks.map(({ scenario, ...remark }) => ({
		...remark,
		path: origin?.path ?? NO_FILE,
		line: lines.get(scenario) ?? 1
	}));
}
/** What is rendered, in lines; where that fails, the plain lines and why. */
function said(plain, render) {
	try {
		return render().split("\n");
	} catch (error) {
		return [...plain, `The report could not be rendered: ${String(error)}`];
	}
}
export { linesOf as n, publishAll as r, compose as t };
