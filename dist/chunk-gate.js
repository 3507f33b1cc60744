import.meta.dirname;
import.meta.filename;
import { n as __require, r as __toESM, t as __commonJSMin } from "./chunk-rolldown-runtime.js";
import { n as Failure, r as asFailure, t as EXIT } from "./chunk-failure.js";
import { c as toMillis, i as nanos, l as toSeconds, n as micros, o as perSecond, r as millis, s as ratio, t as bytes } from "./chunk-units.js";
import { c as listListeners, d as listKernelFolder, f as readKernelFile, i as startTree, l as socketsOf, n as shellCommand, o as commandOf, r as signalOf, s as holdersOf, u as hardwareFacts } from "./chunk-process.js";
import { i as isThinking, n as isOpen, t as isConstant } from "./chunk-executor.js";
import { i as seededRandom, n as writeLine, t as readLines } from "./chunk-lines.js";
import { n as fromRecord, r as levelOf, t as createHistogram } from "./chunk-histogram.js";
import { a as peakOf, n as atLevel, o as rateAllowed, r as heldAt, s as thinkTimeOf$1 } from "./chunk-shape.js";
import { i as workspacePath, n as readWorkspaceFile, r as staysInWorkspace } from "./chunk-workspace.js";
import { n as forgetFiles } from "./chunk-files.js";
import { i as metricsOf$1, n as METRIC_NAMES, r as forEveryMetric, t as METRICS } from "./chunk-metric.js";
import { C as median, _ as degradationOf, a as addCounts, b as littleGap, c as isBeside, d as rowsOf, f as sharesByClass, g as carriedLevels, h as capacityOf, i as addArrivals, l as isComparing, m as summarise, o as addStatuses, p as statusClass, r as resultsOf, s as failuresOf, u as metricsOf$2, v as highestThroughput, w as robustSigma, x as recoveryOf, y as levelsOf } from "./chunk-results.js";
import { _ as _isoDateTime, a as base64, c as literal, d as record, f as strictObject, h as unknown, i as array, l as number, m as union, n as _enum, p as string, r as _null, s as int, t as ZodISODateTime } from "./chunk-schemas.js";
import { a as resolveHead, c as complain, i as requireRepository, l as gitText, n as readCommitted, r as repositoryWith, s as showFile, u as runGit } from "./chunk-git.js";
import { A as mustProblem, B as valueAt, D as clean, E as atValue, F as isReservedName, G as needed, H as block, I as isTreeMap, K as DEFAULTS, L as itemsOf, M as emptyMap, N as entriesOf, O as didYouMean, P as entryOf, R as pathKey, T as atKey, U as key, W as named$1, Y as DEFAULT_LIMITS, _ as share$1, a as changeKey, b as parseDuration, c as duration, d as isWhole, f as kind, g as rate, h as pattern, i as boundKey, j as FORBIDDEN_KEYS, k as invalidConfig, l as flag, m as oneOf, n as inputValue, o as limits, p as name, q as DEFAULT_BESIDE, r as overlayInputs, s as standardLimits, u as innerPath, v as text$1, x as parseShare, y as whole, z as showPath } from "./chunk-inputs.js";
import { n as ensureDirectory, r as isDirectory, t as confine } from "./chunk-files2.js";
import { t as VERSION } from "./chunk-version.js";
import { a as openRelay } from "./chunk-relay.js";
import { delimiter, join, resolve } from "node:path";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { createHash, randomInt } from "node:crypto";
import { connect, createServer, isIP, isIPv4 } from "node:net";
import { request } from "node:http";
import { PassThrough } from "node:stream";
import { lookup } from "node:dns/promises";
import { request as request$1 } from "node:https";
/** Largest baseline file that is read or written: 30 runs of 100 scenarios on several machines stay below it. */
const BASELINE_BYTES_MAX = 8388608;
/** A baseline without runs. */
const emptyBaseline = (suite) => ({
	schema: 1,
	suite,
	scenarios: {}
});
/** The histories of a scenario; none when the baseline does not know it. Own members only: no name may find something of the prototype's. */
function historiesOf(baseline, scenario) {
	return Object.hasOwn(baseline.scenarios, scenario) ? baseline.scenarios[scenario]?.histories ?? [] : [];
}
/** `AMD EPYC 7763, 4 cores, Ubuntu 24.04 (x64)` */
function nameMachine(machine) {
	const cores = machine.cores === 1 ? "1 core" : `${machine.cores} cores`;
	return `${machine.cpuModel}, ${cores}, ${machine.os} (${machine.architecture})`;
}
// node_modules/zod/v4/classic/iso.js
function datetime(params) {
	return _isoDateTime(ZodISODateTime, params);
}
// src/baseline/json-keys.ts
/** Strings, and the punctuation that opens, closes and names. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:]/gs;
/** Names that reach an object's prototype when carelessly assigned. */
const PROTOTYPE_NAMES = /* @__PURE__ */ new Set([
	"__proto__",
	"constructor",
	"prototype"
]);
/** The first bad member name of a text that `JSON.parse` accepts, or null. */
function findBadKey(json) {
	const within = [];
	let text = "";
	for (const [token] of json.matchAll(TOKENS)) {
		const inside = within.at(-1);
		if (token === "{" || token === "[") within.push({
			names: token === "{" ? /* @__PURE__ */ new Set() : null,
			name: ""
		});
		else if (token === "}" || token === "]") within.pop();
		else if (token === ":" && inside?.names) {
			inside.name = String(JSON.parse(text));
			const path = within.map(({ name }) => name).filter((name) => name !== "").join(".");
			if (PROTOTYPE_NAMES.has(inside.name)) return {
				problem: "not allowed",
				path
			};
			if (inside.names.has(inside.name)) return {
				problem: "given twice",
				path
			};
			inside.names.add(inside.name);
		} else if (token.startsWith("\"")) text = token;
	}
	return null;
}
// src/baseline/codec.ts
/** The baseline file's text: read strictly, since a careless reading would turn a broken reference into a first run; written so that people can review it. */
const count = int().nonnegative();
const amount = number().nonnegative();
const share = number().min(0).max(1);
const text = string().max(1e3);
const orNull = (schema) => union([schema, _null()]);
const counts = strictObject({
	sent: count,
	ok: count,
	httpError: count,
	connectionError: count,
	timeout: count,
	lost: count,
	inFlight: count,
	refused: count
});
const acceptedRun = strictObject({
	date: datetime(),
	commit: orNull(string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/)),
	loadgate: text,
	engine: text,
	metrics: strictObject({
		p95: orNull(amount),
		throughput: orNull(amount),
		"error-rate": orNull(share),
		capacity: orNull(amount).default(null),
		"cpu-per-request": orNull(amount).default(null),
		"answer-size": orNull(amount).default(null),
		p50: orNull(amount),
		p99: orNull(amount)
	}),
	counts,
	statusShares: record(string().regex(/^[1-9]xx$/), share),
	meanBodyBytes: amount,
	latency: strictObject({
		unit: literal("µs"),
		count,
		resolution: amount.transform(micros),
		encoded: base64().max(1e6)
	})
});
const machine$1 = strictObject({
	cpuModel: text,
	cores: count,
	architecture: text,
	memory: amount.transform(bytes),
	os: text,
	node: text,
	runner: _enum([
		"github-hosted",
		"self-hosted",
		"local"
	])
});
const history = strictObject({
	fingerprint: text,
	machine: machine$1,
	configHash: text,
	runs: array(acceptedRun).min(1).max(1e3)
});
const baseline = strictObject({
	schema: literal(1),
	suite: text,
	scenarios: record(text, strictObject({ histories: array(history).min(1).max(1e3) }))
});
/**
* Reads a baseline file's text. `place` names it in messages.
* @throws Failure kind `not-measured`: `baseline-corrupt` (no JSON text: empty, cut off, another encoding, a name given twice), `baseline-conflict` (merge
*   markers), `baseline-not-content` (a Git LFS pointer), `baseline-too-large`, `baseline-newer` and `baseline-unknown-schema` (another version of the shape),
*   `baseline-invalid` (the shape is wrong)
*/
function decodeBaseline(content, place) {
	if (Buffer.byteLength(content) > 8388608) throw tooLarge(place);
	refuseForeignText(content, place);
	const value = parseJson(content, place);
	refuseOtherSchema(value, place);
	const bad = findBadKey(content);
	if (bad !== null) throw corrupt(place, `the name ${JSON.stringify(bad.path)} is ${bad.problem}`);
	const parsed = baseline.safeParse(value);
	if (parsed.success) return parsed.data;
	const lines = parsed.error.issues.slice(0, 10).map((issue) => `${issue.path.join(".") || "(top)"}: ${issue.message}`);
	throw refused("baseline-invalid", `${place} is not a baseline: its shape is wrong.`, RESTORE, lines);
}
/**
* The text of a baseline file: JSON with two spaces, names in a fixed order, scenarios by name, a newline at the end. The same baseline always gives the
* same text.
* @throws Failure as {@link decodeBaseline} when it could not be read again
*/
function encodeBaseline(value) {
	const ordered = Object.entries(value.scenarios).sort(([left], [right]) => left < right ? -1 : 1);
	const whole = {
		...value,
		scenarios: Object.fromEntries(ordered)
	};
	const checked = decodeBaseline(JSON.stringify(whole), "The new baseline");
	const content = `${JSON.stringify(checked, null, 2)}\n`;
	if (Buffer.byteLength(content) > 8388608) throw tooLarge("The new baseline");
	return content;
}
/** What is not JSON at first sight, told by its name. */
function refuseForeignText(content, place) {
	if (content.trim() === "") throw corrupt(place, "it is empty");
	if (/[\0\uFFFD]/.test(content.slice(0, 4))) throw corrupt(place, "it is not UTF-8 (UTF-16?)");
	if (content.startsWith("﻿")) throw corrupt(place, "it begins with a byte order mark");
	if (content.startsWith("version https://git-lfs")) throw refused("baseline-not-content", `${place} is a Git LFS pointer, not a baseline.`, "Keep the baseline out of Git LFS: it is text that people should be able to review.");
	if (/^(?:<{7}|>{7}|={7}$|\|{7})/m.test(content)) throw refused("baseline-conflict", `${place} holds the marks of an unfinished merge.`, "Take one side whole (`git checkout --theirs`), or measure anew: `loadgate baseline update`.");
}
function parseJson(content, place) {
	try {
		return JSON.parse(content);
	} catch (error) {
		throw corrupt(place, error instanceof Error ? error.message : String(error));
	}
}
/** The version first: a newer shape must not be called a wrong one. */
function refuseOtherSchema(value, place) {
	if (typeof value !== "object" || value === null || !("schema" in value)) return;
	const { schema } = value;
	if (typeof schema !== "number" || schema === 1) return;
	if (schema > 1) throw refused("baseline-newer", `${place} was made by a newer Loadgate (schema ${schema}; this one reads 1).`, "Use the version of Loadgate that the base branch uses.");
	throw refused("baseline-unknown-schema", `${place} has schema ${schema}, which no version of Loadgate wrote.`, RESTORE);
}
const RESTORE = "Restore it from git (`git log -- <file>`), or remove it and take a new one: `loadgate baseline update`.";
const corrupt = (place, why) => refused("baseline-corrupt", `${place} cannot be read: ${why}.`, RESTORE);
function tooLarge(place) {
	return refused("baseline-too-large", `${place} is larger than ${`${BASELINE_BYTES_MAX / 1024 / 1024} MiB`}.`, "Keep fewer runs (`baseline: keep`), or give each suite a file of its own (`baseline: path`).");
}
function refused(code, message, advice, lines = []) {
	return new Failure({
		kind: "not-measured",
		code,
		message,
		advice,
		lines
	});
}
// src/baseline/store.ts
/** Where the baseline lies: a file of the base commit, or of the working tree. Missing is told apart from everything else that can be wrong. */
/**
* Reads the baseline of the plan's suite: from the commit `baseSha`, never from the working tree, or from the working tree when it is null.
* @throws Failure when the commit cannot be had (`base-unreadable`), the path is not a plain file (`baseline-not-a-file`), the content is not a baseline
*   (see {@link decodeBaseline}), or it belongs to another suite (`baseline-other-suite`)
*/
async function readBaseline(plan, baseSha, world) {
	const source = {
		path: plan.baseline.path,
		commit: baseSha
	};
	const place = baseSha === null ? source.path : `${source.path} of the base commit ${baseSha.slice(0, 12)}`;
	const content = baseSha === null ? await textOfWorkspace(source.path, world) : await textOfCommit(source.path, baseSha, place, world);
	if (content === null) return {
		source,
		baseline: null
	};
	const baseline = decodeBaseline(content, place);
	if (baseline.suite !== plan.suite) throw otherSuite(place, baseline.suite, plan.suite);
	return {
		source,
		baseline
	};
}
async function textOfWorkspace(path, world) {
	const file = await readWorkspaceFile(world.workspace, path, BASELINE_BYTES_MAX);
	if (file.kind === "read") return file.text;
	if (file.kind === "missing") return null;
	throw notAFile(`${path} ${file.why}`);
}
async function textOfCommit(path, sha, place, world) {
	const committed = await readCommitted(world, sha, path, BASELINE_BYTES_MAX);
	if (committed.kind === "missing") return null;
	if (committed.kind === "file") return committed.bytes.toString("utf8");
	if (committed.kind === "not-a-file") throw notAFile(`${place} is a ${committed.what}, not a plain file`);
	throw notAFile(`${place} has ${committed.size} bytes, more than a baseline can have`);
}
function notAFile(what) {
	return new Failure({
		kind: "not-measured",
		code: "baseline-not-a-file",
		message: `The baseline cannot be read: ${what}.`,
		advice: "Put a plain file there, or name another one (`baseline: path`)."
	});
}
function otherSuite(place, found, wanted) {
	return new Failure({
		kind: "usage",
		code: "baseline-other-suite",
		message: `${place} holds the suite ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}.`,
		advice: "Give each suite a baseline file of its own (`baseline: path`)."
	});
}
// src/baseline/references.ts
/**
* The reference of every scenario of the plan, for a run on this machine and with this configuration. With `baseSha` the file of that commit is read and
* nothing of the working tree; without, the working tree's.
* @throws Failure as {@link readBaseline}: a baseline that cannot be read is never "no baseline"
*/
async function readReferences(plan, run, baseSha, world) {
	const { source, baseline } = await readBaseline(plan, baseSha, world);
	const rows = plan.scenarios.map(({ name }) => {
		return [name, referenceIn$1(baseline === null ? [] : historiesOf(baseline, name), run, name, source)];
	});
	return Object.fromEntries(rows);
}
/** Another configuration is only said of the same machine: on another one, that it is another is the first thing to know. */
function referenceIn$1(histories, run, scenario, source) {
	if (histories.length === 0) return {
		kind: "first-run",
		source
	};
	const ofMachine = histories.filter((history) => history.fingerprint === run.machine.fingerprint);
	if (ofMachine.length === 0) return {
		kind: "other-machine",
		source,
		known: [...new Set(histories.map((history) => nameMachine(history.machine)))],
		here: nameMachine(run.machine)
	};
	const here = Object.hasOwn(run.configHashes, scenario) ? run.configHashes[scenario] ?? "" : "";
	const runs = ofMachine.find((history) => history.configHash === here)?.runs;
	if (runs !== void 0) return {
		kind: "baseline",
		source,
		runs
	};
	return {
		kind: "other-config",
		source,
		known: ofMachine.map((history) => history.configHash),
		here
	};
}
// src/config/issues.ts
/** The problems of a tree that the schema refused. */
function problemsOf(issues, tree, around = []) {
	return issues.flatMap((issue) => problemsOfIssue(issue, tree, around));
}
function problemsOfIssue(issue, tree, around) {
	const path = [...around, ...issue.path.map((step) => typeof step === "number" ? step : String(step))];
	const value = valueAt(tree, path);
	switch (issue.code) {
		case "unrecognized_keys": return issue.keys.map((name) => unknownKey([...path, name], name, issue.message.split("\n")));
		case "invalid_union": return problemsOfUnion(issue, tree, path);
		case "invalid_key": return issue.issues.map((inner) => atKey(path, `key \`${clean(String(path.at(-1)))}\` must ${inner.message}${also(sayOf(inner))}`));
		default:
			if (value === void 0) return [atValue(path, `is missing; it must ${mustOf(issue)}`)];
			return [mustProblem(path, mustOf(issue), value, sayOf(issue))];
	}
}
/** The first arm that takes this type of value tells what is wrong with it; when none does, the union says what it takes. */
function problemsOfUnion(issue, tree, path) {
	const fitting = issue.errors.find((arm) => !arm.some(isMismatch));
	if (fitting !== void 0) return problemsOf(fitting, tree, path);
	return [mustProblem(path, issue.message, valueAt(tree, path))];
}
function isMismatch(issue) {
	if (issue.path.length > 0) return false;
	return issue.code === "invalid_type" || issue.code === "custom" && complaintOf(issue).mismatch;
}
function unknownKey(path, name, known) {
	const where = path.length > 1 ? ` in \`${clean(showPath(path.slice(0, -1)))}\`` : "";
	const nearest = didYouMean(name, known);
	const advice = nearest === "" ? `known keys: ${known.filter((word) => word !== "$schema").join(", ")}` : nearest;
	return atKey(path, `unknown key \`${clean(name)}\`${where}; ${advice}`);
}
/** What the value must do, from our own kinds or from zod's checks of shape. */
function mustOf(issue) {
	if (issue.code === "custom") return issue.message;
	if (issue.code === "invalid_type") return issue.expected === "array" ? "be a list" : "be a mapping";
	if (issue.code === "too_small") return `have at least ${issue.minimum} ${issue.minimum === 1 ? "entry" : "entries"}`;
	if (issue.code === "too_big") return `have at most ${issue.maximum} entries`;
	return issue.message;
}
function sayOf(issue) {
	return issue.code === "custom" ? complaintOf(issue).say : "";
}
function complaintOf({ params }) {
	return {
		say: typeof params?.say === "string" ? params.say : "",
		mismatch: params?.mismatch === true
	};
}
function also(text) {
	return text === "" ? "" : `; ${text}`;
}
// src/config/address.ts
const MUST = "be an http or https URL of this machine, like http://127.0.0.1:{port}";
const PLACEHOLDER$1 = "{port}";
/**
* Reads a base URL. Only literal loopback addresses and `localhost` pass: load on somebody else's machine is not ours to start.
* The URL parser turns every spelling of an address (0x7f.1, 2130706433) into one, so that one comparison is enough.
*/
function readAddress(text) {
	const open = text.includes(PLACEHOLDER$1);
	if (open && !/^https?:\/\/[^/?#@]*:\{port\}(\/[^{}]*)?$/.test(text)) return {
		must: MUST,
		say: "`{port}` belongs after the host"
	};
	const url = URL.parse(text.replace(PLACEHOLDER$1, "1"));
	if (url === null || !/^https?:\/\//i.test(text)) return { must: MUST };
	if (url.protocol !== "http:" && url.protocol !== "https:") return { must: MUST };
	if (url.username !== "" || url.password !== "") return {
		must: MUST,
		say: "leave out user and password"
	};
	if (url.search !== "" || url.hash !== "") return {
		must: MUST,
		say: "query and fragment belong to the requests"
	};
	if (!isLoopback$1(url.hostname)) return {
		must: MUST,
		say: "only addresses of this machine are loaded: localhost, 127.0.0.1, [::1]"
	};
	const path = url.pathname.replace(/\/+$/, "");
	if (open) return { value: {
		url: `${url.protocol}//${url.hostname}:${PLACEHOLDER$1}${path}`,
		port: null
	} };
	const port = Number(url.port === "" ? {
		"http:": 80,
		"https:": 443
	}[url.protocol] : url.port);
	return port === 0 ? {
		must: MUST,
		say: "port 0 is none"
	} : { value: {
		url: `${url.protocol}//${url.host}${path}`,
		port
	} };
}
function isLoopback$1(host) {
	return host === "localhost" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
// src/config/executor-schema.ts
/** The schema of the shape of a load: executors, stages, think times. */
/** Executors, named as in k6 where k6 has them. */
const EXECUTORS = [
	"constant-users",
	"ramping-users",
	"constant-arrival-rate",
	"ramping-arrival-rate",
	"spike",
	"stress",
	"capacity"
];
/** The executor of a scenario: its own word, else what its own `rate` implies, else the same of `defaults`, else users. */
function chooseExecutor(own, defaults) {
	for (const { executor, hasRate } of [own, defaults]) {
		if (executor !== void 0) return executor;
		if (hasRate) return "constant-arrival-rate";
	}
	return DEFAULTS.executor;
}
/** Most users that a scenario may have. */
const USERS_MAX = 1e4;
/** Most arrivals a second: more than one process can send on time. */
const RATE_MAX = 5e4;
const HOUR = 36e5;
const THINK_MAX = HOUR;
const RANGE_MUST = "be two durations, the shorter first, like [500ms, 2s]";
const thinkRange = kind("two durations", {
	type: "array",
	items: { type: "string" },
	minItems: 2,
	maxItems: 2
}, (value) => {
	if (!Array.isArray(value)) return {
		must: RANGE_MUST,
		mismatch: true
	};
	const [from, to, ...more] = value.map((item) => typeof item === "string" ? parseDuration(item) : null);
	if (from == null || to == null || more.length > 0 || from > to || to > THINK_MAX) return { must: RANGE_MUST };
	return { value: {
		from,
		to
	} };
});
const thinkDistribution = block({
	distribution: needed(oneOf("exponential", "normal"), "`exponential`: most pauses short, some long. `normal`: around the mean, never below zero."),
	mean: needed(duration(1, THINK_MAX), "Mean pause."),
	deviation: key(duration(0, THINK_MAX), "Standard deviation; needed for `normal`.")
});
const thinkTime = union([
	duration(0, THINK_MAX),
	thinkRange,
	thinkDistribution
], { error: "be a duration like 1s, two of them like [500ms, 2s], or a mapping with `distribution` and `mean`" });
const target = kind("number", {
	type: "number",
	minimum: 0,
	maximum: RATE_MAX
}, (value) => {
	const must = `be a number from 0 to ${RATE_MAX}`;
	if (typeof value !== "number") return {
		must,
		mismatch: true
	};
	return value >= 0 && value <= 5e4 ? { value } : { must };
});
const stage = block({
	duration: needed(duration(0, 6 * HOUR), "How long the way to the target takes; `0` is a step."),
	target: needed(target, "Users, or requests a second, at its end.")
});
const LATENCY_MAX = 6e5;
const latency = (quantile) => key(duration(.001, LATENCY_MAX), `Longest ${quantile} with which a load still counts as carried.`);
const objective = block({
	p50: latency("p50"),
	p95: latency("p95"),
	p99: latency("p99"),
	"error-rate": key(share$1({
		min: 0,
		max: 1
	}), "Largest error rate with which a load still counts as carried.", DEFAULTS.objectiveErrorRate)
});
/** What shapes a load, as a scenario or `defaults` may have it; which keys belong to which executor is checked where both are known. */
const shapeKeys = {
	executor: key(oneOf(...EXECUTORS), "Shape of the load. With users, each waits for its answer before it sends again; with an arrival rate, requests are sent at their times whatever became of those before. `rate` alone implies `constant-arrival-rate`. `stress` and `capacity` search for the load at which the service degrades.", DEFAULTS.executor),
	users: key(whole(1, USERS_MAX), "Virtual users: of `spike` the highest number.", DEFAULTS.users),
	duration: key(duration(1e3, 6 * HOUR), "Measured time. Of a ramp its stages say it.", DEFAULTS.duration),
	"think-time": key(thinkTime, "Pause of a user after each answer: `1s`, `[500ms, 2s]` for anything between, or a distribution.", "0"),
	rate: key(rate(RATE_MAX), "Requests a second of `constant-arrival-rate`."),
	"start-users": key(whole(0, USERS_MAX), "Users with which `ramping-users` or `stress` begins.", DEFAULTS.startUsers),
	"start-rate": key(target, "Requests a second with which `ramping-arrival-rate` or (10, if nothing is said) `capacity` begins.", DEFAULTS.startRate),
	stages: key(array(stage).min(1).max(100), "Stages of a ramp, one after another: each goes in a straight line to its target."),
	"max-users": key(whole(1, USERS_MAX), "Most requests under way at once with an arrival rate. What arrives beyond waits, and its latency counts from its arrival. Of `stress` the highest number of users.", DEFAULTS.maxUsers),
	"max-rate": key(rate(RATE_MAX), "Highest number of requests a second of `capacity`.", DEFAULTS.maxRate),
	step: key(duration(1e3, HOUR), "Measured time of each step of `stress` and `capacity`; a second of load goes before it.", DEFAULTS.step),
	"max-duration": key(duration(1e4, 6 * HOUR), "Most time of all steps of `stress` or `capacity` together.", DEFAULTS.maxDuration),
	objective: key(objective, "What the service must keep for a load to count as carried by `stress` or `capacity`.")
};
// src/config/executor.ts
/** Makes the executor. The config has passed every check. */
function executorOf(own, defaults) {
	const shape = {
		...defaults,
		...own
	};
	const thinkTime = thinkTimeOf(shape["think-time"]);
	const duration = millis(shape.duration ?? parseDuration(DEFAULTS.duration) ?? NaN);
	const users = shape.users ?? DEFAULTS.users;
	const maxUsers = shape["max-users"] ?? DEFAULTS.maxUsers;
	switch (chooseExecutor(chosen$1(own), chosen$1(defaults))) {
		case "constant-users": return {
			kind: "constant-users",
			users,
			thinkTime,
			duration
		};
		case "stress": return {
			kind: "constant-users",
			users: shape["start-users"] ?? DEFAULTS.startUsers,
			thinkTime,
			duration: stepOf$1(shape)
		};
		case "capacity": return {
			kind: "constant-arrival-rate",
			rate: shape["start-rate"] ?? DEFAULTS.firstRate,
			maxUsers,
			duration: stepOf$1(shape)
		};
		case "spike": return spike({
			users,
			thinkTime,
			duration
		});
		case "ramping-users": return {
			kind: "ramping-users",
			startUsers: shape["start-users"] ?? DEFAULTS.startUsers,
			thinkTime,
			...stagesOf(shape)
		};
		case "constant-arrival-rate": return {
			kind: "constant-arrival-rate",
			rate: shape.rate ?? NaN,
			maxUsers,
			duration
		};
		case "ramping-arrival-rate": return {
			kind: "ramping-arrival-rate",
			startRate: shape["start-rate"] ?? DEFAULTS.startRate,
			maxUsers,
			...stagesOf(shape)
		};
	}
}
/** Of a search, the measured time of each step. */
const stepOf$1 = ({ step }) => millis(step ?? parseDuration(DEFAULTS.step) ?? NaN);
/** What the choice of an executor depends on. */
const chosen$1 = ({ executor, rate }) => ({
	executor,
	hasRate: rate !== void 0
});
function stagesOf({ stages = [] }) {
	const all = stages.map(({ duration, target }) => ({
		duration: millis(duration),
		target
	}));
	return {
		stages: all,
		duration: millis(all.reduce((sum, { duration }) => sum + duration, 0))
	};
}
/** Null for none at all. */
function thinkTimeOf(written) {
	if (written === void 0 || written === 0) return null;
	if (typeof written === "number") return {
		kind: "uniform",
		from: millis(written),
		to: millis(written)
	};
	if ("from" in written) return {
		kind: "uniform",
		from: millis(written.from),
		to: millis(written.to)
	};
	const mean = millis(written.mean);
	if (written.distribution === "exponential") return {
		kind: "exponential",
		mean
	};
	return {
		kind: "normal",
		mean,
		deviation: millis(written.deviation ?? 0)
	};
}
/** Users before and after a spike, as a share of its height. */
const CALM = .1;
/** Shares of the duration: calm, up, high, down, and what is left calm again. */
const SPIKE = {
	calm: .3,
	up: .02,
	high: .33,
	down: .02
};
/** A crowd that comes at once and goes again: whether the service stands it, and whether it recovers. */
function spike({ users, thinkTime, duration }) {
	const few = Math.max(1, Math.round(CALM * users));
	const part = (share) => millis(Math.round(share * duration));
	const stages = [
		{
			duration: part(SPIKE.calm),
			target: few
		},
		{
			duration: part(SPIKE.up),
			target: users
		},
		{
			duration: part(SPIKE.high),
			target: users
		},
		{
			duration: part(SPIKE.down),
			target: few
		}
	];
	const rest = millis(duration - stages.reduce((sum, stage) => sum + stage.duration, 0));
	return {
		kind: "ramping-users",
		startUsers: few,
		thinkTime,
		stages: [...stages, {
			duration: rest,
			target: few
		}],
		duration
	};
}
// src/config/search.ts
/** Makes the search; null for a load that is what it says. The config has passed every check. */
function searchOf(own, defaults) {
	const shape = {
		...defaults,
		...own
	};
	const word = chooseExecutor(chosen$1(own), chosen$1(defaults));
	if (word !== "stress" && word !== "capacity") return null;
	return {
		kind: word,
		max: word === "stress" ? shape["max-users"] ?? DEFAULTS.maxUsers : shape["max-rate"] ?? DEFAULTS.maxRate,
		budget: millis(shape["max-duration"] ?? parseDuration(DEFAULTS.maxDuration) ?? NaN),
		objective: objectiveOf(shape.objective)
	};
}
function objectiveOf(objective = {}) {
	const latency = (value) => value === void 0 ? null : millis(value);
	return {
		p50: latency(objective.p50),
		p95: latency(objective.p95),
		p99: latency(objective.p99),
		errorRate: ratio(objective["error-rate"] ?? parseShare(DEFAULTS.objectiveErrorRate) ?? NaN)
	};
}
// src/config/templates.ts
const PLACEHOLDER = /\{\{([^{}]{0,200})\}\}/g;
/** Removes blanks inside the braces: `{{ id }}` becomes `{{id}}`, the only form the engines know. */
function tidy(text) {
	return text.replace(PLACEHOLDER, (_, content) => `{{${content.trim()}}}`);
}
/** The placeholders of a text, in order. */
function placeholdersIn(text) {
	return [...text.matchAll(PLACEHOLDER)].map(([, content = ""]) => {
		const trimmed = content.trim();
		const dot = trimmed.indexOf(".");
		return dot < 0 ? {
			content: trimmed,
			name: trimmed,
			column: null
		} : {
			content: trimmed,
			name: trimmed.slice(0, dot),
			column: trimmed.slice(dot + 1)
		};
	});
}
/** True when braces are opened and never closed. */
function hasOpenBraces(text) {
	return text.replace(PLACEHOLDER, "").includes("{{");
}
/** JSON text of a body in which a string that is exactly one of `numbers` stands without quotes, since its values are numbers. */
function jsonBody(value, numbers) {
	return tidy(JSON.stringify(value)).replace(/"\{\{([^{}"]+)\}\}"(?!:)/g, (whole, name) => numbers.has(name) ? `{{${name}}}` : whole);
}
// src/config/plan.ts
/** The checked configuration with every default filled in: the plan. */
/** Makes the plan. The config has passed every check, and `files` holds the rows of every data file it names. */
function planOf(config, files) {
	return {
		suite: config.suite ?? DEFAULTS.suite,
		service: serviceOf(config.service),
		scenarios: Object.entries(config.scenarios).map(([name, scenario]) => scenarioOf(name, scenario, config, files)),
		...comparingOf(config),
		baseline: baselineOf(config),
		policy: policyOf(config),
		report: {
			language: config.language ?? DEFAULTS.language,
			comment: config.report?.comment ?? DEFAULTS.comment,
			directory: tidyPath(config.report?.directory ?? DEFAULTS.reportDirectory)
		}
	};
}
/** What a configuration compares with, and how. */
function comparingOf(config) {
	return {
		compare: config.compare ?? DEFAULTS.compare,
		budget: lasting(config.budget, DEFAULTS.budget),
		sensitivity: config.sensitivity ?? DEFAULTS.sensitivity
	};
}
/** The policy of a configuration. */
function policyOf(config) {
	return {
		onInconclusive: config.policy?.["on-inconclusive"] ?? DEFAULTS.onInconclusive,
		onNoBaseline: config.policy?.["on-no-baseline"] ?? DEFAULTS.onNoBaseline
	};
}
/** Where a configuration keeps its baseline. */
function baselineOf(config) {
	return {
		store: "file",
		path: tidyPath(config.baseline?.path ?? DEFAULTS.baselinePath),
		keep: config.baseline?.keep ?? DEFAULTS.baselineKeep,
		minRuns: config.baseline?.["min-runs"] ?? DEFAULTS.baselineMinRuns
	};
}
/** The limits of a scenario: its own, else those of `defaults`, else the standard ones; each metric by itself. */
function limitsOf(config, scenario) {
	const standard = limits.parse(Object.fromEntries(METRIC_NAMES.flatMap((metric) => asRow(metric, standardLimits(metric)))));
	const searches = searchOf(scenario, config.defaults ?? {}) !== null;
	return metricsOf$1(searches).flatMap((metric) => {
		const limits = scenario.limits?.[metric] ?? config.defaults?.limits?.[metric] ?? standard[metric];
		if (limits === void 0 || limits === "off") return [];
		return limitsOfMetric(metric, limits, standardOf(metric, config.sensitivity ?? DEFAULTS.sensitivity));
	});
}
const asRow = (metric, value) => value === null ? [] : [[metric, value]];
/** The standard change for the worse of a metric, against the stored baseline and against the base commit; null for a metric without one. */
function standardOf(metric, sensitivity) {
	const change = parseShare(DEFAULT_LIMITS[metric]?.[changeKey(metric)] ?? "");
	const beside = parseShare(DEFAULT_BESIDE[sensitivity][metric] ?? "");
	return change === null || beside === null ? null : {
		change,
		beside
	};
}
/** The standard limits against the base commit as shares; a metric without one is missing. */
function standardsBeside(sensitivity) {
	return Object.fromEntries(METRIC_NAMES.flatMap((metric) => asRow(metric, standardOf(metric, sensitivity)?.beside ?? null)));
}
function limitsOfMetric(metric, limits, standard) {
	const asked = limits[changeKey(metric)];
	const bound = limits[boundKey(metric)];
	const change = typeof asked === "number" ? {
		change: asked,
		beside: asked
	} : asked === void 0 ? null : standard;
	return [...change === null ? [] : [{
		kind: "relative",
		metric,
		...change
	}], ...typeof bound === "number" ? [{
		kind: "absolute",
		metric,
		bound
	}] : []];
}
function serviceOf(service) {
	const address = readAddress(service.url ?? DEFAULTS.url);
	if (!("value" in address)) throw new Error("a config that was checked has a valid URL");
	const readyTimeout = lasting(service["ready-timeout"], DEFAULTS.readyTimeout);
	const { url, port } = address.value;
	if (service.start === void 0) return {
		kind: "running",
		url,
		ready: readyOf(service),
		readyTimeout
	};
	return {
		kind: "booted",
		build: service.build ?? null,
		start: service.start,
		workingDirectory: tidyPath(service["working-directory"] ?? DEFAULTS.workingDirectory),
		env: { ...service.env },
		url,
		port: port ?? service.port ?? DEFAULTS.port,
		ready: readyOf(service),
		buildTimeout: lasting(service["build-timeout"], DEFAULTS.buildTimeout),
		readyTimeout,
		stopTimeout: lasting(service["stop-timeout"], DEFAULTS.stopTimeout),
		showLog: service["show-log"] ?? DEFAULTS.showLog
	};
}
const SUCCESS = [{
	from: 200,
	to: 299
}];
/** Without a word on readiness any answer will do that is not the service's own failure: `/` often is 404. */
const ANY_ANSWER = [{
	from: 100,
	to: 499
}];
function readyOf({ ready }) {
	if (ready === void 0) return {
		kind: "http",
		path: "/",
		status: ANY_ANSWER,
		body: null
	};
	if (ready === "tcp") return { kind: "tcp" };
	if (typeof ready === "string") return {
		kind: "http",
		path: ready,
		status: SUCCESS,
		body: null
	};
	if (ready.log !== void 0) return {
		kind: "log",
		text: ready.log
	};
	if (ready.command !== void 0) return {
		kind: "command",
		command: ready.command
	};
	if (ready.tcp === true) return { kind: "tcp" };
	return {
		kind: "http",
		path: ready.http?.path ?? "/",
		status: statusesOf(ready.http?.status),
		body: ready.http?.body ?? null
	};
}
function scenarioOf(name, scenario, config, files) {
	const defaults = config.defaults ?? {};
	return {
		name,
		load: loadOf$1(scenario, defaults, files),
		search: searchOf(scenario, defaults),
		limits: limitsOf(config, scenario)
	};
}
function loadOf$1(scenario, defaults, files) {
	const variables = Object.entries(scenario.variables ?? {}).map(([name, variable]) => [name, variableOf(variable, files)]);
	const numbers = new Set(variables.filter(([, { kind }]) => kind !== "list" && kind !== "file").map(([name]) => name));
	return {
		engine: scenario.engine ?? defaults.engine ?? DEFAULTS.engine,
		executor: executorOf(scenario, defaults),
		warmUp: lasting(scenario["warm-up"] ?? defaults["warm-up"], DEFAULTS.warmUp),
		timeout: lasting(scenario.timeout ?? defaults.timeout, DEFAULTS.timeout),
		order: scenario.order ?? defaults.order ?? DEFAULTS.order,
		requests: (scenario.requests ?? [{
			method: "GET",
			path: "/"
		}]).map((request) => requestOf$1(request, numbers)),
		cookies: scenario.cookies ?? defaults.cookies ?? false,
		variables: Object.fromEntries(variables)
	};
}
function requestOf$1(request, numbers) {
	const { method = DEFAULTS.method, path, json } = request;
	const headers = Object.fromEntries(Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), tidy(value)]));
	const text = request.body === void 0 ? null : tidy(request.body);
	return {
		name: request.name ?? `${method} ${path}`,
		method,
		path,
		headers: json === void 0 ? headers : {
			"content-type": "application/json",
			...headers
		},
		body: json === void 0 ? text : jsonBody(json, numbers),
		weight: request.weight ?? DEFAULTS.weight,
		expect: statusesOf(request.expect),
		checks: (request.checks ?? []).map(checkOf),
		captures: Object.entries(request.capture ?? {}).map(([name, capture]) => captureOf(name, capture))
	};
}
/** A check that was checked has exactly one of its kinds. */
function checkOf({ contains, matches, json, equals }) {
	if (contains !== void 0) return {
		kind: "contains",
		text: contains
	};
	if (matches !== void 0) return {
		kind: "matches",
		pattern: matches
	};
	return {
		kind: "json",
		pointer: json ?? "",
		...equals !== void 0 && { equals }
	};
}
function captureOf(name, { json, header, matches }) {
	if (header !== void 0) return {
		name,
		from: {
			kind: "header",
			header: header.toLowerCase()
		}
	};
	if (matches !== void 0) return {
		name,
		from: {
			kind: "matches",
			pattern: matches
		}
	};
	return {
		name,
		from: {
			kind: "json",
			pointer: json ?? ""
		}
	};
}
function statusesOf(statuses) {
	if (statuses === void 0) return SUCCESS;
	return "from" in statuses ? [statuses] : statuses;
}
function variableOf(variable, files) {
	const pick = variable.pick ?? DEFAULTS.pick;
	if (variable.range !== void 0) return {
		kind: "range",
		...variable.range
	};
	if (variable.random !== void 0) return {
		kind: "random",
		...variable.random
	};
	if (variable.list !== void 0) return {
		kind: "list",
		values: variable.list,
		pick
	};
	if (variable.file !== void 0) return {
		kind: "file",
		path: variable.file,
		rows: files.get(variable.file)?.rows ?? [],
		pick
	};
	const { start = DEFAULTS.counterStart, step = DEFAULTS.counterStep } = variable.counter ?? {};
	return {
		kind: "counter",
		start,
		step
	};
}
function lasting(ms, standard) {
	return millis(ms ?? parseDuration(standard) ?? NaN);
}
/** `./a//b/` as `a/b`; the workspace itself as `.`. */
function tidyPath(path) {
	return path.split("/").filter((step) => step !== "" && step !== ".").join("/") || ".";
}
// src/config/request-schema.ts
/** The schema of requests and of the variables in them. */
const METHODS = [
	"GET",
	"HEAD",
	"POST",
	"PUT",
	"PATCH",
	"DELETE",
	"OPTIONS"
];
/** Headers that the engines set themselves: another value would make the counts wrong. */
const ENGINE_HEADERS = /* @__PURE__ */ new Set([
	"connection",
	"content-length",
	"expect",
	"keep-alive",
	"te",
	"trailer",
	"transfer-encoding",
	"upgrade"
]);
/** Path and query of a request, templates tidied. */
function urlPath() {
	return kind("path", {
		type: "string",
		pattern: "^/"
	}, (value) => typeof value === "string" ? readPath(tidy(value)) : {
		must: PATH_MUST,
		mismatch: true
	});
}
const PATH_MUST = "be a path of the service, like /books/{{id}}?full=1";
function readPath(path) {
	if (/^https?:/i.test(path)) return {
		must: PATH_MUST,
		say: "the host belongs in `service.url`"
	};
	if (!path.startsWith("/") || path.startsWith("//")) return {
		must: PATH_MUST,
		say: "begin with one slash"
	};
	if (path.length > 8e3) return { must: "be a path of at most 8000 characters" };
	if (path.includes("#")) return {
		must: PATH_MUST,
		say: "leave out the fragment: it is never sent"
	};
	const odd = /[^!-~]|[\\"<>^`|]/u.exec(path);
	if (odd !== null && odd.index >= 0) return {
		must: PATH_MUST,
		say: `percent-encode ${JSON.stringify(odd[0])}`
	};
	return { value: path };
}
const LINE_MUST = "be a method and a path, like `GET /books` or `POST /orders`";
const requestLine = kind("request line", {
	type: "string",
	pattern: `^((${METHODS.join("|")}) +)?/`
}, (value) => {
	if (typeof value !== "string") return {
		must: LINE_MUST,
		mismatch: true
	};
	const [, word = DEFAULTS.method, rest = ""] = /^(?:([A-Za-z]+)\s+)?(\S.*)$/.exec(tidy(value).trim()) ?? [];
	const method = METHODS.find((known) => known === word);
	if (method === void 0) {
		const known = METHODS.some((upper) => upper === word.toUpperCase());
		return {
			must: LINE_MUST,
			say: known ? `say ${word.toUpperCase()}` : `methods are ${METHODS.join(", ")}`
		};
	}
	if (!rest.startsWith("/")) return { must: LINE_MUST };
	const path = readPath(rest);
	return "value" in path ? { value: {
		method,
		path: path.value
	} } : path;
});
const STATUS_MUST = "be a status like 201, 2xx or 200-204";
const statuses = kind("status", { type: ["string", "integer"] }, (value) => {
	if (typeof value !== "number" && typeof value !== "string") return {
		must: STATUS_MUST,
		mismatch: true
	};
	const [, one, hundreds, low, high] = /^(?:([1-5]\d\d)|([1-5])xx|([1-5]\d\d)\s?-\s?([1-5]\d\d))$/i.exec(String(value)) ?? [];
	if (one !== void 0) return { value: {
		from: Number(one),
		to: Number(one)
	} };
	if (hundreds !== void 0) return { value: {
		from: Number(hundreds) * 100,
		to: Number(hundreds) * 100 + 99
	} };
	if (low === void 0 || high === void 0 || Number(low) > Number(high)) return { must: STATUS_MUST };
	return { value: {
		from: Number(low),
		to: Number(high)
	} };
});
/** One status or a list of them. */
const statusSet = union([statuses, array(statuses).min(1).max(50)], { error: `${STATUS_MUST}, or a list of them` });
const headerName = kind("header name", { type: "string" }, (value) => {
	if (typeof value !== "string" || !/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/.test(value)) return { must: "be the name of a header" };
	return ENGINE_HEADERS.has(value.toLowerCase()) ? { must: "be left out: the engine sets this header" } : { value };
});
/** Variable names. */
const variableName = pattern("name", "^[A-Za-z_][A-Za-z0-9_-]{0,39}$", "be a name of letters, digits, dashes and underscores, beginning with a letter");
/** Keys of which a check has exactly one. */
const CHECK_KINDS = [
	"contains",
	"matches",
	"json"
];
const regularExpression = kind("regular expression", { type: "string" }, (value) => {
	const must = "be a regular expression of at most 1000 characters";
	if (typeof value !== "string") return {
		must,
		say: "put it in quotes",
		mismatch: true
	};
	if (value === "" || value.length > 1e3) return { must };
	try {
		return { value: new RegExp(value, "u").source };
	} catch {
		return {
			must,
			say: "escape what is meant as it stands, like `\\.`"
		};
	}
});
const jsonPointer = kind("JSON pointer", {
	type: "string",
	pattern: "^(/|$)"
}, (value) => {
	const must = "be a JSON pointer, like /author/name or /books/0/title";
	if (typeof value !== "string") return {
		must,
		mismatch: true
	};
	return value.length <= 1e3 && /^(?:\/(?:[^~]|~[01])*)?$/u.test(value) ? { value } : { must };
});
const check = block({
	contains: key(text$1("text", {
		max: 1e3,
		lines: true
	}), "Text that the body must hold."),
	matches: key(regularExpression, "Regular expression that the body must match somewhere."),
	json: key(jsonPointer, "JSON pointer (RFC 6901) at which the body, as JSON, must have a value."),
	equals: key(unknown(), "The value that there must be at the pointer.")
});
/** Keys of which a capture has exactly one. */
const CAPTURE_KINDS = [
	"json",
	"header",
	"matches"
];
const capture = block({
	json: key(jsonPointer, "JSON pointer (RFC 6901) of the value in the body."),
	header: key(headerName, "Header whose value it is."),
	matches: key(regularExpression, "Regular expression on the body: its first group, or all that it matched.")
});
const requestBlock = block({
	name: key(text$1("name", { max: 80 }), "What reports call this request. Default: method and path."),
	method: key(oneOf(...METHODS), "HTTP method.", DEFAULTS.method),
	path: needed(urlPath(), "Path and query; `{{name}}` is replaced by the value of a variable."),
	headers: key(named$1(headerName, text$1("text", {
		max: 8e3,
		empty: true
	})), "Headers to send; values may hold variables."),
	json: key(unknown(), "Body as JSON; sets content-type unless a header does. A text that is exactly one variable of numbers becomes a number."),
	body: key(text$1("text", {
		max: 2e5,
		lines: true,
		empty: true
	}), "Body as text, sent as it is."),
	weight: key(whole(1, 1e3), "How often this request is drawn, beside the weights of the others.", DEFAULTS.weight),
	checks: key(array(check).min(1).max(20), "What the body of an answer must hold, in its first mebibyte. An answer that fails one is an error."),
	capture: key(named$1(variableName, capture), "Values of the answer for `{{name}}` in later requests of the same user; needs `order: sequence`. An answer without one is an error, and the user begins again."),
	expect: key(statusSet, "Statuses that count as success: `201`, `2xx`, `200-204`, or a list. Any other is an error.", DEFAULTS.expect)
});
/** One request: a line, or a mapping. */
const request$2 = union([requestLine, requestBlock], { error: `${LINE_MUST}, or a mapping with \`path\`` });
const INTEGER_MAX = Number.MAX_SAFE_INTEGER;
const integer = whole(-INTEGER_MAX, INTEGER_MAX);
const bounds = kind("two whole numbers", {
	type: "array",
	items: { type: "integer" },
	minItems: 2,
	maxItems: 2
}, (value) => {
	const must = "be two whole numbers, the smaller first, like [1, 500]";
	const [from, to, ...more] = Array.isArray(value) ? value : [];
	if (!isWhole(from) || !isWhole(to) || more.length > 0) return { must };
	return from > to || !isWhole(to - from) ? { must } : { value: {
		from,
		to
	} };
});
/** Keys of which a variable has exactly one. */
const SOURCES = [
	"range",
	"random",
	"list",
	"counter",
	"file"
];
/** A variable: exactly one of {@link SOURCES}. */
const variable = block({
	range: key(bounds, "Whole numbers from the first to the second, in order, then again."),
	random: key(bounds, "A whole number between the two, both included, drawn anew each time."),
	list: key(array(text$1("text", {
		max: 8e3,
		empty: true
	})).min(1).max(1e4), "Texts to take values from."),
	counter: key(block({
		start: key(integer, "First value.", DEFAULTS.counterStart),
		step: key(integer, "Added each time.", DEFAULTS.counterStep)
	}), "Whole numbers that never repeat."),
	file: key(innerPath("path"), "CSV with a header line, or a JSON list of objects; `{{name.column}}` is a cell of the row."),
	pick: key(oneOf("sequential", "random"), "How the next entry of `list` or row of `file` is chosen.", DEFAULTS.pick)
}).meta({ oneOf: SOURCES.map((source) => ({ required: [source] })) });
// src/config/schema.ts
/** The schema of the configuration file: every key, its kind, its words, its default. */
const command = text$1("command", {
	max: 8e3,
	lines: true
});
const MINUTE = 6e4;
const port = kind("port", { type: ["integer", "string"] }, (value) => {
	if (value === "free" || isWhole(value) && value >= 1 && value <= 65535) return { value };
	return { must: "be a port from 1 to 65535, or `free`" };
});
const READY_MUST = "be a path like /health, or `tcp`";
/** Short forms of readiness. */
const readyWord = kind("path or `tcp`", {
	type: "string",
	pattern: "^(/|tcp$)"
}, (value) => {
	if (typeof value !== "string") return {
		must: READY_MUST,
		mismatch: true
	};
	if (value === "tcp") return { value };
	return /^\/(?!\/)[!-~]*$/.test(value) ? { value } : { must: READY_MUST };
});
/** Keys of which a readiness has exactly one. */
const READY_KINDS = [
	"http",
	"tcp",
	"log",
	"command"
];
const truth = kind("true", { const: true }, (value) => value === true ? { value } : {
	must: "be true",
	say: "or leave it out"
});
const readyBlock = block({
	http: key(block({
		path: key(urlPath(), "Path that is asked for.", "/"),
		status: key(statusSet, "Statuses that mean ready.", DEFAULTS.expect),
		body: key(text$1("text", { max: 1e3 }), "Text that the body must hold.")
	}), "Ready when an HTTP request is answered so."),
	tcp: key(truth, "Ready when the port accepts a connection."),
	log: key(text$1("text", { max: 1e3 }), "Ready when a line of the log holds this text."),
	command: key(command, "Ready when this shell command exits with 0.")
}).meta({
	minProperties: 1,
	maxProperties: 1
});
const environmentName = pattern("name", "^[A-Za-z_][A-Za-z0-9_]{0,199}$", "be the name of an environment variable");
const service = block({
	build: key(command, "Shell command run once before the first start."),
	start: key(command, "Shell command that starts the service in the foreground; `{port}` is replaced. Without it the service must already run at `url`."),
	"working-directory": key(innerPath("path"), "Where both commands run, relative to the workspace.", DEFAULTS.workingDirectory),
	env: key(named$1(environmentName, text$1("text", {
		max: 32e3,
		lines: true,
		empty: true
	})), "Environment variables of the service beside PATH, HOME and the like; `{port}` is replaced."),
	url: key(text$1("URL", { max: 2e3 }), "Base URL on this machine. Needed without `start`.", DEFAULTS.url),
	port: key(port, "Port the service listens on, given to it as `{port}` and PORT. `free`: a free one is chosen.", DEFAULTS.port),
	ready: key(union([readyWord, readyBlock], { error: `${READY_MUST}, or a mapping with one of ${READY_KINDS.join(", ")}` }), "How readiness is noticed. Default: `/` answers with any status below 500."),
	"build-timeout": key(duration(1e3, 120 * MINUTE), "Time the build may take.", DEFAULTS.buildTimeout),
	"ready-timeout": key(duration(100, 60 * MINUTE), "Time from start to ready.", DEFAULTS.readyTimeout),
	"stop-timeout": key(duration(100, MINUTE), "Time from TERM to KILL.", DEFAULTS.stopTimeout),
	"show-log": key(oneOf("always", "on-failure", "never"), "When the service's log is shown in our own.", DEFAULTS.showLog)
});
const load = {
	engine: key(oneOf("auto", "autocannon", "undici"), "What sends the load. `auto`: autocannon, or undici where autocannon cannot send this load or measure this service truthfully.", DEFAULTS.engine),
	...shapeKeys,
	"warm-up": key(duration(0, 10 * MINUTE), "Load before the measured time; not counted.", DEFAULTS.warmUp),
	timeout: key(duration(10, 10 * MINUTE), "A request without a complete answer after this long is a timeout.", DEFAULTS.timeout),
	order: key(oneOf("weighted", "sequence"), "How each user chooses its next request.", DEFAULTS.order),
	cookies: key(flag(), "Each user keeps the cookies that it is given, and sends them. Default: no."),
	limits: key(limits, "What fails the gate. A metric named here replaces the default of that metric only.")
};
const scenario = block({
	...load,
	requests: key(array(request$2).min(1).max(200), "Requests to send: lines like `GET /books`, or mappings.", DEFAULTS.request),
	variables: key(named$1(variableName, variable), "Where the values of `{{name}}` come from.")
});
/** The whole file. */
const config = block({
	$schema: key(text$1("URL", { max: 2e3 }), "For editors; not read."),
	suite: key(name(), "Names the comment, the baseline and the outputs of this set of scenarios.", DEFAULTS.suite),
	language: key(oneOf("en"), "Language of the report.", DEFAULTS.language),
	service: service.meta({ description: "The service under load." }),
	defaults: key(block(load), "What holds for scenarios that do not say otherwise."),
	scenarios: named$1(name(), scenario).meta({
		description: "Scenarios by name, at least one.",
		minProperties: 1
	}),
	compare: key(oneOf("auto", "baseline", "base"), "What the change is compared with. `baseline`: the accepted runs. `base`: the base commit, built and measured beside it. `auto`: the accepted runs, and the base commit where they do not settle it.", DEFAULTS.compare),
	budget: key(duration(1e4, 120 * MINUTE), "Most time under load when the base commit is measured beside the change.", DEFAULTS.budget),
	sensitivity: key(oneOf("standard", "strict"), "Standard limits against the base commit: `standard` p95 3 %, throughput and CPU time a request 2 %; `strict` 2 % and 1 %.", DEFAULTS.sensitivity),
	baseline: key(block({
		path: key(innerPath("path"), "File with the accepted runs; commit it.", DEFAULTS.baselinePath),
		keep: key(whole(1, 200), "Accepted runs kept for each scenario and machine.", DEFAULTS.baselineKeep),
		"min-runs": key(whole(1, 200), "With fewer accepted runs a regression against them is only advice.", DEFAULTS.baselineMinRuns)
	}), "Where accepted runs are kept."),
	policy: key(block({
		"on-inconclusive": key(oneOf("pass", "fail"), "Exit code when noise hides a change as large as a limit.", DEFAULTS.onInconclusive),
		"on-no-baseline": key(oneOf("pass", "fail"), "Exit code when there is nothing to compare with.", DEFAULTS.onNoBaseline)
	}), "What outcomes that are neither green nor red come to."),
	report: key(block({
		comment: key(oneOf("auto", "never"), "`auto`: a comment where there is a pull request.", DEFAULTS.comment),
		directory: key(innerPath("path"), "Folder for the report, the records and the log.", DEFAULTS.reportDirectory)
	}), "Where the report goes.")
});
/** Where scalars are text as written: YAML reads `1.10` as 1.1 and `on` as text, but `true` as a truth. */
const TEXT_PLACES = [
	[
		"service",
		"env",
		"*"
	],
	[
		"scenarios",
		"*",
		"requests",
		"*",
		"headers",
		"*"
	],
	[
		"scenarios",
		"*",
		"variables",
		"*",
		"list",
		"*"
	]
];
// node_modules/yaml/dist/nodes/identity.js
var require_identity = /* @__PURE__ */ __commonJSMin(((exports) => {
	const ALIAS = Symbol.for("yaml.alias");
	const DOC = Symbol.for("yaml.document");
	const MAP = Symbol.for("yaml.map");
	const PAIR = Symbol.for("yaml.pair");
	const SCALAR = Symbol.for("yaml.scalar");
	const SEQ = Symbol.for("yaml.seq");
	const NODE_TYPE = Symbol.for("yaml.node.type");
	const isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
	const isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
	const isMap = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
	const isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
	const isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
	const isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
	function isCollection(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case MAP:
			case SEQ: return true;
		}
		return false;
	}
	function isNode(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case ALIAS:
			case MAP:
			case SCALAR:
			case SEQ: return true;
		}
		return false;
	}
	const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;
	exports.ALIAS = ALIAS;
	exports.DOC = DOC;
	exports.MAP = MAP;
	exports.NODE_TYPE = NODE_TYPE;
	exports.PAIR = PAIR;
	exports.SCALAR = SCALAR;
	exports.SEQ = SEQ;
	exports.hasAnchor = hasAnchor;
	exports.isAlias = isAlias;
	exports.isCollection = isCollection;
	exports.isDocument = isDocument;
	exports.isMap = isMap;
	exports.isNode = isNode;
	exports.isPair = isPair;
	exports.isScalar = isScalar;
	exports.isSeq = isSeq;
}));
// node_modules/yaml/dist/visit.js
var require_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove node");
	/**
	* Apply a visitor to an AST node or document.
	*
	* Walks through the tree (depth-first) starting from `node`, calling a
	* `visitor` function with three arguments:
	*   - `key`: For sequence values and map `Pair`, the node's index in the
	*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
	*     `null` for the root node.
	*   - `node`: The current node.
	*   - `path`: The ancestry of the current node.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this node, continue with next
	*     sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current node, then continue with the next one
	*   - `Node`: Replace the current node, then continue by visiting it
	*   - `number`: While iterating the items of a sequence or map, set the index
	*     of the next step. This is useful especially if the index of the current
	*     node has changed.
	*
	* If `visitor` is a single function, it will be called with all values
	* encountered in the tree, including e.g. `null` values. Alternatively,
	* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
	* `Alias` and `Scalar` node. To define the same visitor function for more than
	* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
	* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
	* specific defined one will be used for each node.
	*/
	function visit(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (visit_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else visit_(null, node, visitor_, Object.freeze([]));
	}
	/** Terminate visit traversal completely */
	visit.BREAK = BREAK;
	/** Do not visit the children of the current node */
	visit.SKIP = SKIP;
	/** Remove the current node */
	visit.REMOVE = REMOVE;
	function visit_(key, node, visitor, path) {
		const ctrl = callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visit_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = visit_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = visit_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = visit_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	/**
	* Apply an async visitor to an AST node or document.
	*
	* Walks through the tree (depth-first) starting from `node`, calling a
	* `visitor` function with three arguments:
	*   - `key`: For sequence values and map `Pair`, the node's index in the
	*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
	*     `null` for the root node.
	*   - `node`: The current node.
	*   - `path`: The ancestry of the current node.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `Promise`: Must resolve to one of the following values
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this node, continue with next
	*     sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current node, then continue with the next one
	*   - `Node`: Replace the current node, then continue by visiting it
	*   - `number`: While iterating the items of a sequence or map, set the index
	*     of the next step. This is useful especially if the index of the current
	*     node has changed.
	*
	* If `visitor` is a single function, it will be called with all values
	* encountered in the tree, including e.g. `null` values. Alternatively,
	* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
	* `Alias` and `Scalar` node. To define the same visitor function for more than
	* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
	* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
	* specific defined one will be used for each node.
	*/
	async function visitAsync(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (await visitAsync_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else await visitAsync_(null, node, visitor_, Object.freeze([]));
	}
	/** Terminate visit traversal completely */
	visitAsync.BREAK = BREAK;
	/** Do not visit the children of the current node */
	visitAsync.SKIP = SKIP;
	/** Remove the current node */
	visitAsync.REMOVE = REMOVE;
	async function visitAsync_(key, node, visitor, path) {
		const ctrl = await callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visitAsync_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = await visitAsync_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = await visitAsync_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = await visitAsync_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	function initVisitor(visitor) {
		if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) return Object.assign({
			Alias: visitor.Node,
			Map: visitor.Node,
			Scalar: visitor.Node,
			Seq: visitor.Node
		}, visitor.Value && {
			Map: visitor.Value,
			Scalar: visitor.Value,
			Seq: visitor.Value
		}, visitor.Collection && {
			Map: visitor.Collection,
			Seq: visitor.Collection
		}, visitor);
		return visitor;
	}
	function callVisitor(key, node, visitor, path) {
		if (typeof visitor === "function") return visitor(key, node, path);
		if (identity.isMap(node)) return visitor.Map?.(key, node, path);
		if (identity.isSeq(node)) return visitor.Seq?.(key, node, path);
		if (identity.isPair(node)) return visitor.Pair?.(key, node, path);
		if (identity.isScalar(node)) return visitor.Scalar?.(key, node, path);
		if (identity.isAlias(node)) return visitor.Alias?.(key, node, path);
	}
	function replaceNode(key, path, node) {
		const parent = path[path.length - 1];
		if (identity.isCollection(parent)) parent.items[key] = node;
		else if (identity.isPair(parent)) {
			if (key === "key") parent.key = node;
			else parent.value = node;
		} else if (identity.isDocument(parent)) parent.contents = node;
		else {
			const pt = identity.isAlias(parent) ? "alias" : "scalar";
			throw new Error(`Cannot replace node with ${pt} parent`);
		}
	}
	exports.visit = visit;
	exports.visitAsync = visitAsync;
}));
// node_modules/yaml/dist/doc/directives.js
var require_directives = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	const escapeChars = {
		"!": "%21",
		",": "%2C",
		"[": "%5B",
		"]": "%5D",
		"{": "%7B",
		"}": "%7D"
	};
	const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
	var Directives = class Directives {
		constructor(yaml, tags) {
			/**
			* The directives-end/doc-start marker `---`. If `null`, a marker may still be
			* included in the document's stringified representation.
			*/
			this.docStart = null;
			/** The doc-end marker `...`.  */
			this.docEnd = false;
			this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
			this.tags = Object.assign({}, Directives.defaultTags, tags);
		}
		clone() {
			const copy = new Directives(this.yaml, this.tags);
			copy.docStart = this.docStart;
			return copy;
		}
		/**
		* During parsing, get a Directives instance for the current document and
		* update the stream state according to the current version's spec.
		*/
		atDocument() {
			const res = new Directives(this.yaml, this.tags);
			switch (this.yaml.version) {
				case "1.1":
					this.atNextDocument = true;
					break;
				case "1.2":
					this.atNextDocument = false;
					this.yaml = {
						explicit: Directives.defaultYaml.explicit,
						version: "1.2"
					};
					this.tags = Object.assign({}, Directives.defaultTags);
			}
			return res;
		}
		/**
		* @param onError - May be called even if the action was successful
		* @returns `true` on success
		*/
		add(line, onError) {
			if (this.atNextDocument) {
				this.yaml = {
					explicit: Directives.defaultYaml.explicit,
					version: "1.1"
				};
				this.tags = Object.assign({}, Directives.defaultTags);
				this.atNextDocument = false;
			}
			const parts = line.trim().split(/[ \t]+/);
			const name = parts.shift();
			switch (name) {
				case "%TAG": {
					if (parts.length !== 2) {
						onError(0, "%TAG directive should contain exactly two parts");
						if (parts.length < 2) return false;
					}
					const [handle, prefix] = parts;
					this.tags[handle] = prefix;
					return true;
				}
				case "%YAML": {
					this.yaml.explicit = true;
					if (parts.length !== 1) {
						onError(0, "%YAML directive should contain exactly one part");
						return false;
					}
					const [version] = parts;
					if (version === "1.1" || version === "1.2") {
						this.yaml.version = version;
						return true;
					} else {
						const isValid = /^\d+\.\d+$/.test(version);
						onError(6, `Unsupported YAML version ${version}`, isValid);
						return false;
					}
				}
				default:
					onError(0, `Unknown directive ${name}`, true);
					return false;
			}
		}
		/**
		* Resolves a tag, matching handles to those defined in %TAG directives.
		*
		* @returns Resolved tag, which may also be the non-specific tag `'!'` or a
		*   `'!local'` tag, or `null` if unresolvable.
		*/
		tagName(source, onError) {
			if (source === "!") return "!";
			if (source[0] !== "!") {
				onError(`Not a valid tag: ${source}`);
				return null;
			}
			if (source[1] === "<") {
				const verbatim = source.slice(2, -1);
				if (verbatim === "!" || verbatim === "!!") {
					onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
					return null;
				}
				if (source[source.length - 1] !== ">") onError("Verbatim tags must end with a >");
				return verbatim;
			}
			const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
			if (!suffix) onError(`The ${source} tag has no suffix`);
			const prefix = this.tags[handle];
			if (prefix) try {
				return prefix + decodeURIComponent(suffix);
			} catch (error) {
				onError(String(error));
				return null;
			}
			if (handle === "!") return source;
			onError(`Could not resolve tag: ${source}`);
			return null;
		}
		/**
		* Given a fully resolved tag, returns its printable string form,
		* taking into account current tag prefixes and defaults.
		*/
		tagString(tag) {
			for (const [handle, prefix] of Object.entries(this.tags)) if (tag.startsWith(prefix)) return handle + escapeTagName(tag.substring(prefix.length));
			return tag[0] === "!" ? tag : `!<${tag}>`;
		}
		toString(doc) {
			const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
			const tagEntries = Object.entries(this.tags);
			let tagNames;
			if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
				const tags = {};
				visit.visit(doc.contents, (_key, node) => {
					if (identity.isNode(node) && node.tag) tags[node.tag] = true;
				});
				tagNames = Object.keys(tags);
			} else tagNames = [];
			for (const [handle, prefix] of tagEntries) {
				if (handle === "!!" && prefix === "tag:yaml.org,2002:") continue;
				if (!doc || tagNames.some((tn) => tn.startsWith(prefix))) lines.push(`%TAG ${handle} ${prefix}`);
			}
			return lines.join("\n");
		}
	};
	Directives.defaultYaml = {
		explicit: false,
		version: "1.2"
	};
	Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
	exports.Directives = Directives;
}));
// node_modules/yaml/dist/doc/anchors.js
var require_anchors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	/**
	* Verify that the input string is a valid anchor.
	*
	* Will throw on errors.
	*/
	function anchorIsValid(anchor) {
		if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
			const msg = `Anchor must not contain whitespace or control characters: ${JSON.stringify(anchor)}`;
			throw new Error(msg);
		}
		return true;
	}
	function anchorNames(root) {
		const anchors = /* @__PURE__ */ new Set();
		visit.visit(root, { Value(_key, node) {
			if (node.anchor) anchors.add(node.anchor);
		} });
		return anchors;
	}
	/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
	function findNewAnchor(prefix, exclude) {
		for (let i = 1;; ++i) {
			const name = `${prefix}${i}`;
			if (!exclude.has(name)) return name;
		}
	}
	function createNodeAnchors(doc, prefix) {
		const aliasObjects = [];
		const sourceObjects = /* @__PURE__ */ new Map();
		let prevAnchors = null;
		return {
			onAnchor: (source) => {
				aliasObjects.push(source);
				prevAnchors ?? (prevAnchors = anchorNames(doc));
				const anchor = findNewAnchor(prefix, prevAnchors);
				prevAnchors.add(anchor);
				return anchor;
			},
			/**
			* With circular references, the source node is only resolved after all
			* of its child nodes are. This is why anchors are set only after all of
			* the nodes have been created.
			*/
			setAnchors: () => {
				for (const source of aliasObjects) {
					const ref = sourceObjects.get(source);
					if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) ref.node.anchor = ref.anchor;
					else {
						const error = /* @__PURE__ */ new Error("Failed to resolve repeated object (this should not happen)");
						error.source = source;
						throw error;
					}
				}
			},
			sourceObjects
		};
	}
	exports.anchorIsValid = anchorIsValid;
	exports.anchorNames = anchorNames;
	exports.createNodeAnchors = createNodeAnchors;
	exports.findNewAnchor = findNewAnchor;
}));
// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
	* in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
	* 2021 edition: https://tc39.es/ecma262/#sec-json.parse
	*
	* Includes extensions for handling Map and Set objects.
	*/
	function applyReviver(reviver, obj, key, val) {
		if (val && typeof val === "object") {
			if (Array.isArray(val)) for (let i = 0, len = val.length; i < len; ++i) {
				const v0 = val[i];
				const v1 = applyReviver(reviver, val, String(i), v0);
				if (v1 === void 0) delete val[i];
				else if (v1 !== v0) val[i] = v1;
			}
			else if (val instanceof Map) for (const k of Array.from(val.keys())) {
				const v0 = val.get(k);
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) val.delete(k);
				else if (v1 !== v0) val.set(k, v1);
			}
			else if (val instanceof Set) for (const v0 of Array.from(val)) {
				const v1 = applyReviver(reviver, val, v0, v0);
				if (v1 === void 0) val.delete(v0);
				else if (v1 !== v0) {
					val.delete(v0);
					val.add(v1);
				}
			}
			else for (const [k, v0] of Object.entries(val)) {
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) delete val[k];
				else if (v1 !== v0) val[k] = v1;
			}
		}
		return reviver.call(obj, key, val);
	}
	exports.applyReviver = applyReviver;
}));
// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	/**
	* Recursively convert any node or its contents to native JavaScript
	*
	* @param value - The input value
	* @param arg - If `value` defines a `toJSON()` method, use this
	*   as its first argument
	* @param ctx - Conversion context, originally set in Document#toJS(). If
	*   `{ keep: true }` is not set, output should be suitable for JSON
	*   stringification.
	*/
	function toJS(value, arg, ctx) {
		if (Array.isArray(value)) return value.map((v, i) => toJS(v, String(i), ctx));
		if (value && typeof value.toJSON === "function") {
			if (!ctx || !identity.hasAnchor(value)) return value.toJSON(arg, ctx);
			const data = {
				aliasCount: 0,
				count: 1,
				res: void 0
			};
			ctx.anchors.set(value, data);
			ctx.onCreate = (res) => {
				data.res = res;
				delete ctx.onCreate;
			};
			const res = value.toJSON(arg, ctx);
			if (ctx.onCreate) ctx.onCreate(res);
			return res;
		}
		if (typeof value === "bigint" && !ctx?.keep) return Number(value);
		return value;
	}
	exports.toJS = toJS;
}));
// node_modules/yaml/dist/nodes/Node.js
var require_Node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var applyReviver = require_applyReviver();
	var identity = require_identity();
	var toJS = require_toJS();
	var NodeBase = class {
		constructor(type) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: type });
		}
		/** Create a copy of this node.  */
		clone() {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/** A plain JavaScript representation of this node. */
		toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			if (!identity.isDocument(doc)) throw new TypeError("A document argument is required");
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc,
				keep: true,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this, "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
	};
	exports.NodeBase = NodeBase;
}));
// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var visit = require_visit();
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	var Alias = class extends Node.NodeBase {
		constructor(source) {
			super(identity.ALIAS);
			this.source = source;
			Object.defineProperty(this, "tag", { set() {
				throw new Error("Alias nodes cannot have tags");
			} });
		}
		/**
		* Resolve the value of this alias within `doc`, finding the last
		* instance of the `source` anchor before this node.
		*/
		resolve(doc, ctx) {
			if (ctx?.maxAliasCount === 0) throw new ReferenceError("Alias resolution is disabled");
			let nodes;
			if (ctx?.aliasResolveCache) nodes = ctx.aliasResolveCache;
			else {
				nodes = [];
				visit.visit(doc, { Node: (_key, node) => {
					if (identity.isAlias(node) || identity.hasAnchor(node)) nodes.push(node);
				} });
				if (ctx) ctx.aliasResolveCache = nodes;
			}
			let found = void 0;
			for (const node of nodes) {
				if (node === this) break;
				if (node.anchor === this.source) found = node;
			}
			if (found && ctx) {
				const { anchors, doc, maxAliasCount } = ctx;
				let data = anchors.get(found);
				if (!data) {
					toJS.toJS(found, null, ctx);
					data = anchors.get(found);
				}
				/* istanbul ignore if */
				if (data?.res === void 0) throw new ReferenceError("This should not happen: Alias anchor was not resolved?");
				if (maxAliasCount >= 0) {
					data.count += 1;
					if (data.aliasCount === 0) data.aliasCount = getAliasCount(doc, found, anchors);
					if (data.count * data.aliasCount > maxAliasCount) throw new ReferenceError("Excessive alias count indicates a resource exhaustion attack");
				}
			}
			return found;
		}
		toJSON(_arg, ctx) {
			if (!ctx) return { source: this.source };
			const source = this.resolve(ctx.doc, ctx);
			if (!source) {
				const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
				throw new ReferenceError(msg);
			}
			return ctx.anchors.get(source).res;
		}
		toString(ctx, _onComment, _onChompKeep) {
			const src = `*${this.source}`;
			if (ctx) {
				anchors.anchorIsValid(this.source);
				if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
					const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
					throw new Error(msg);
				}
				if (ctx.implicitKey) return `${src} `;
			}
			return src;
		}
	};
	function getAliasCount(doc, node, anchors) {
		if (identity.isAlias(node)) {
			const source = node.resolve(doc);
			const anchor = anchors && source && anchors.get(source);
			return anchor ? anchor.count * anchor.aliasCount : 0;
		} else if (identity.isCollection(node)) {
			let count = 0;
			for (const item of node.items) {
				const c = getAliasCount(doc, item, anchors);
				if (c > count) count = c;
			}
			return count;
		} else if (identity.isPair(node)) {
			const kc = getAliasCount(doc, node.key, anchors);
			const vc = getAliasCount(doc, node.value, anchors);
			return Math.max(kc, vc);
		}
		return 1;
	}
	exports.Alias = Alias;
}));
// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	const isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
	var Scalar = class extends Node.NodeBase {
		constructor(value) {
			super(identity.SCALAR);
			this.value = value;
		}
		toJSON(arg, ctx) {
			return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
		}
		toString() {
			return String(this.value);
		}
	};
	Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
	Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
	Scalar.PLAIN = "PLAIN";
	Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
	Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
	exports.Scalar = Scalar;
	exports.isScalarValue = isScalarValue;
}));
// node_modules/yaml/dist/doc/createNode.js
var require_createNode = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var Scalar = require_Scalar();
	const defaultTagPrefix = "tag:yaml.org,2002:";
	function findTagObject(value, tagName, tags) {
		if (tagName) {
			const match = tags.filter((t) => t.tag === tagName);
			const tagObj = match.find((t) => !t.format) ?? match[0];
			if (!tagObj) throw new Error(`Tag ${tagName} not found`);
			return tagObj;
		}
		return tags.find((t) => t.identify?.(value) && !t.format);
	}
	function createNode(value, tagName, ctx) {
		if (identity.isDocument(value)) value = value.contents;
		if (identity.isNode(value)) return value;
		if (identity.isPair(value)) {
			const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
			map.items.push(value);
			return map;
		}
		if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) value = value.valueOf();
		const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
		let ref = void 0;
		if (aliasDuplicateObjects && value && typeof value === "object") {
			ref = sourceObjects.get(value);
			if (ref) {
				ref.anchor ?? (ref.anchor = onAnchor(value));
				return new Alias.Alias(ref.anchor);
			} else {
				ref = {
					anchor: null,
					node: null
				};
				sourceObjects.set(value, ref);
			}
		}
		if (tagName?.startsWith("!!")) tagName = defaultTagPrefix + tagName.slice(2);
		let tagObj = findTagObject(value, tagName, schema.tags);
		if (!tagObj) {
			if (value && typeof value.toJSON === "function") value = value.toJSON();
			if (!value || typeof value !== "object") {
				const node = new Scalar.Scalar(value);
				if (ref) ref.node = node;
				return node;
			}
			tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
		}
		if (onTagObj) {
			onTagObj(tagObj);
			delete ctx.onTagObj;
		}
		const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
		if (tagName) node.tag = tagName;
		else if (!tagObj.default) node.tag = tagObj.tag;
		if (ref) ref.node = node;
		return node;
	}
	exports.createNode = createNode;
}));
// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var identity = require_identity();
	var Node = require_Node();
	function collectionFromPath(schema, path, value) {
		let v = value;
		for (let i = path.length - 1; i >= 0; --i) {
			const k = path[i];
			if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
				const a = [];
				a[k] = v;
				v = a;
			} else v = /* @__PURE__ */ new Map([[k, v]]);
		}
		return createNode.createNode(v, void 0, {
			aliasDuplicateObjects: false,
			keepUndefined: false,
			onAnchor: () => {
				throw new Error("This should not happen, please report a bug.");
			},
			schema,
			sourceObjects: /* @__PURE__ */ new Map()
		});
	}
	const isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
	var Collection = class extends Node.NodeBase {
		constructor(type, schema) {
			super(type);
			Object.defineProperty(this, "schema", {
				value: schema,
				configurable: true,
				enumerable: false,
				writable: true
			});
		}
		/**
		* Create a copy of this collection.
		*
		* @param schema - If defined, overwrites the original's schema
		*/
		clone(schema) {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (schema) copy.schema = schema;
			copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/**
		* Adds a value to the collection. For `!!map` and `!!omap` the value must
		* be a Pair instance or a `{ key, value }` object, which may not have a key
		* that already exists in the map.
		*/
		addIn(path, value) {
			if (isEmptyPath(path)) this.add(value);
			else {
				const [key, ...rest] = path;
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.addIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
		/**
		* Removes a value from the collection.
		* @returns `true` if the item was found and removed.
		*/
		deleteIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.delete(key);
			const node = this.get(key, true);
			if (identity.isCollection(node)) return node.deleteIn(rest);
			else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
		}
		/**
		* Returns item at `key`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		getIn(path, keepScalar) {
			const [key, ...rest] = path;
			const node = this.get(key, true);
			if (rest.length === 0) return !keepScalar && identity.isScalar(node) ? node.value : node;
			else return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
		}
		hasAllNullValues(allowScalar) {
			return this.items.every((node) => {
				if (!identity.isPair(node)) return false;
				const n = node.value;
				return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
			});
		}
		/**
		* Checks if the collection includes a value with the key `key`.
		*/
		hasIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.has(key);
			const node = this.get(key, true);
			return identity.isCollection(node) ? node.hasIn(rest) : false;
		}
		/**
		* Sets a value in this collection. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		setIn(path, value) {
			const [key, ...rest] = path;
			if (rest.length === 0) this.set(key, value);
			else {
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.setIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
	};
	exports.Collection = Collection;
	exports.collectionFromPath = collectionFromPath;
	exports.isEmptyPath = isEmptyPath;
}));
// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Stringifies a comment.
	*
	* Empty comment lines are left empty,
	* lines consisting of a single space are replaced by `#`,
	* and all other lines are prefixed with a `#`.
	*/
	const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
	function indentComment(comment, indent) {
		if (/^\n+$/.test(comment)) return comment.substring(1);
		return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
	}
	const lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
	exports.indentComment = indentComment;
	exports.lineComment = lineComment;
	exports.stringifyComment = stringifyComment;
}));
// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = /* @__PURE__ */ __commonJSMin(((exports) => {
	const FOLD_FLOW = "flow";
	const FOLD_BLOCK = "block";
	const FOLD_QUOTED = "quoted";
	/**
	* Tries to keep input at up to `lineWidth` characters, splitting only on spaces
	* not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
	* terminated with `\n` and started with `indent`.
	*/
	function foldFlowLines(text, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
		if (!lineWidth || lineWidth < 0) return text;
		if (lineWidth < minContentWidth) minContentWidth = 0;
		const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
		if (text.length <= endStep) return text;
		const folds = [];
		const escapedFolds = {};
		let end = lineWidth - indent.length;
		if (typeof indentAtStart === "number") {
			if (indentAtStart > lineWidth - Math.max(2, minContentWidth)) folds.push(0);
			else end = lineWidth - indentAtStart;
		}
		let split = void 0;
		let prev = void 0;
		let overflow = false;
		let i = -1;
		let escStart = -1;
		let escEnd = -1;
		if (mode === FOLD_BLOCK) {
			i = consumeMoreIndentedLines(text, i, indent.length);
			if (i !== -1) end = i + endStep;
		}
		for (let ch; ch = text[i += 1];) {
			if (mode === FOLD_QUOTED && ch === "\\") {
				escStart = i;
				switch (text[i + 1]) {
					case "x":
						i += 3;
						break;
					case "u":
						i += 5;
						break;
					case "U":
						i += 9;
						break;
					default: i += 1;
				}
				escEnd = i;
			}
			if (ch === "\n") {
				if (mode === FOLD_BLOCK) i = consumeMoreIndentedLines(text, i, indent.length);
				end = i + indent.length + endStep;
				split = void 0;
			} else {
				if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
					const next = text[i + 1];
					if (next && next !== " " && next !== "\n" && next !== "	") split = i;
				}
				if (i >= end) {
					if (split) {
						folds.push(split);
						end = split + endStep;
						split = void 0;
					} else if (mode === FOLD_QUOTED) {
						while (prev === " " || prev === "	") {
							prev = ch;
							ch = text[i += 1];
							overflow = true;
						}
						const j = i > escEnd + 1 ? i - 2 : escStart - 1;
						if (escapedFolds[j]) return text;
						folds.push(j);
						escapedFolds[j] = true;
						end = j + endStep;
						split = void 0;
					} else overflow = true;
				}
			}
			prev = ch;
		}
		if (overflow && onOverflow) onOverflow();
		if (folds.length === 0) return text;
		if (onFold) onFold();
		let res = text.slice(0, folds[0]);
		for (let i = 0; i < folds.length; ++i) {
			const fold = folds[i];
			const end = folds[i + 1] || text.length;
			if (fold === 0) res = `\n${indent}${text.slice(0, end)}`;
			else {
				if (mode === FOLD_QUOTED && escapedFolds[fold]) res += `${text[fold]}\\`;
				res += `\n${indent}${text.slice(fold + 1, end)}`;
			}
		}
		return res;
	}
	/**
	* Presumes `i + 1` is at the start of a line
	* @returns index of last newline in more-indented block
	*/
	function consumeMoreIndentedLines(text, i, indent) {
		let end = i;
		let start = i + 1;
		let ch = text[start];
		while (ch === " " || ch === "	") if (i < start + indent) ch = text[++i];
		else {
			do
				ch = text[++i];
			while (ch && ch !== "\n");
			end = i;
			start = i + 1;
			ch = text[start];
		}
		return end;
	}
	exports.FOLD_BLOCK = FOLD_BLOCK;
	exports.FOLD_FLOW = FOLD_FLOW;
	exports.FOLD_QUOTED = FOLD_QUOTED;
	exports.foldFlowLines = foldFlowLines;
}));
// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var foldFlowLines = require_foldFlowLines();
	const getFoldOptions = (ctx, isBlock) => ({
		indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
		lineWidth: ctx.options.lineWidth,
		minContentWidth: ctx.options.minContentWidth
	});
	const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
	function lineLengthOverLimit(str, lineWidth, indentLength) {
		if (!lineWidth || lineWidth < 0) return false;
		const limit = lineWidth - indentLength;
		const strLen = str.length;
		if (strLen <= limit) return false;
		for (let i = 0, start = 0; i < strLen; ++i) if (str[i] === "\n") {
			if (i - start > limit) return true;
			start = i + 1;
			if (strLen - start <= limit) return false;
		}
		return true;
	}
	function doubleQuotedString(value, ctx) {
		const json = JSON.stringify(value);
		if (ctx.options.doubleQuotedAsJSON) return json;
		const { implicitKey } = ctx;
		const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		let str = "";
		let start = 0;
		for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
			if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
				str += json.slice(start, i) + "\\ ";
				i += 1;
				start = i;
				ch = "\\";
			}
			if (ch === "\\") switch (json[i + 1]) {
				case "u":
					{
						str += json.slice(start, i);
						const code = json.substr(i + 2, 4);
						switch (code) {
							case "0000":
								str += "\\0";
								break;
							case "0007":
								str += "\\a";
								break;
							case "000b":
								str += "\\v";
								break;
							case "001b":
								str += "\\e";
								break;
							case "0085":
								str += "\\N";
								break;
							case "00a0":
								str += "\\_";
								break;
							case "2028":
								str += "\\L";
								break;
							case "2029":
								str += "\\P";
								break;
							default: if (code.substr(0, 2) === "00") str += "\\x" + code.substr(2);
							else str += json.substr(i, 6);
						}
						i += 5;
						start = i + 1;
					}
					break;
				case "n":
					if (implicitKey || json[i + 2] === "\"" || json.length < minMultiLineLength) i += 1;
					else {
						str += json.slice(start, i) + "\n\n";
						while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== "\"") {
							str += "\n";
							i += 2;
						}
						str += indent;
						if (json[i + 2] === " ") str += "\\";
						i += 1;
						start = i + 1;
					}
					break;
				default: i += 1;
			}
		}
		str = start ? str + json.slice(start) : json;
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
	}
	function singleQuotedString(value, ctx) {
		if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value)) return doubleQuotedString(value, ctx);
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
		return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function quotedString(value, ctx) {
		const { singleQuote } = ctx.options;
		let qs;
		if (singleQuote === false) qs = doubleQuotedString;
		else {
			const hasDouble = value.includes("\"");
			const hasSingle = value.includes("'");
			if (hasDouble && !hasSingle) qs = singleQuotedString;
			else if (hasSingle && !hasDouble) qs = doubleQuotedString;
			else qs = singleQuote ? singleQuotedString : doubleQuotedString;
		}
		return qs(value, ctx);
	}
	let blockEndNewlines;
	try {
		blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
	} catch {
		blockEndNewlines = /\n+(?!\n|$)/g;
	}
	function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
		const { blockQuote, commentString, lineWidth } = ctx.options;
		if (!blockQuote || /\n[\t ]+$/.test(value)) return quotedString(value, ctx);
		const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
		const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
		if (!value) return literal ? "|\n" : ">\n";
		let chomp;
		let endStart;
		for (endStart = value.length; endStart > 0; --endStart) {
			const ch = value[endStart - 1];
			if (ch !== "\n" && ch !== "	" && ch !== " ") break;
		}
		let end = value.substring(endStart);
		const endNlPos = end.indexOf("\n");
		if (endNlPos === -1) chomp = "-";
		else if (value === end || endNlPos !== end.length - 1) {
			chomp = "+";
			if (onChompKeep) onChompKeep();
		} else chomp = "";
		if (end) {
			value = value.slice(0, -end.length);
			if (end[end.length - 1] === "\n") end = end.slice(0, -1);
			end = end.replace(blockEndNewlines, `$&${indent}`);
		}
		let startWithSpace = false;
		let startEnd;
		let startNlPos = -1;
		for (startEnd = 0; startEnd < value.length; ++startEnd) {
			const ch = value[startEnd];
			if (ch === " ") startWithSpace = true;
			else if (ch === "\n") startNlPos = startEnd;
			else break;
		}
		let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
		if (start) {
			value = value.substring(start.length);
			start = start.replace(/\n+/g, `$&${indent}`);
		}
		let header = (startWithSpace ? indent ? "2" : "1" : "") + chomp;
		if (comment) {
			header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
			if (onComment) onComment();
		}
		if (!literal) {
			const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
			let literalFallback = false;
			const foldOptions = getFoldOptions(ctx, true);
			if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) foldOptions.onOverflow = () => {
				literalFallback = true;
			};
			const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
			if (!literalFallback) return `>${header}\n${indent}${body}`;
		}
		value = value.replace(/\n+/g, `$&${indent}`);
		return `|${header}\n${indent}${start}${value}${end}`;
	}
	function plainString(item, ctx, onComment, onChompKeep) {
		const { type, value } = item;
		const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
		if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) return quotedString(value, ctx);
		if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
		if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) return blockString(item, ctx, onComment, onChompKeep);
		if (containsDocumentMarker(value)) {
			if (indent === "") {
				ctx.forceBlockIndent = true;
				return blockString(item, ctx, onComment, onChompKeep);
			} else if (implicitKey && indent === indentStep) return quotedString(value, ctx);
		}
		const str = value.replace(/\n+/g, `$&\n${indent}`);
		if (actualString) {
			const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
			const { compat, tags } = ctx.doc.schema;
			if (tags.some(test) || compat?.some(test)) return quotedString(value, ctx);
		}
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function stringifyString(item, ctx, onComment, onChompKeep) {
		const { implicitKey, inFlow } = ctx;
		const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
		let { type } = item;
		if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
			if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value)) type = Scalar.Scalar.QUOTE_DOUBLE;
		}
		const _stringify = (_type) => {
			switch (_type) {
				case Scalar.Scalar.BLOCK_FOLDED:
				case Scalar.Scalar.BLOCK_LITERAL: return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
				case Scalar.Scalar.QUOTE_DOUBLE: return doubleQuotedString(ss.value, ctx);
				case Scalar.Scalar.QUOTE_SINGLE: return singleQuotedString(ss.value, ctx);
				case Scalar.Scalar.PLAIN: return plainString(ss, ctx, onComment, onChompKeep);
				default: return null;
			}
		};
		let res = _stringify(type);
		if (res === null) {
			const { defaultKeyType, defaultStringType } = ctx.options;
			const t = implicitKey && defaultKeyType || defaultStringType;
			res = _stringify(t);
			if (res === null) throw new Error(`Unsupported default string type ${t}`);
		}
		return res;
	}
	exports.stringifyString = stringifyString;
}));
// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var identity = require_identity();
	var stringifyComment = require_stringifyComment();
	var stringifyString = require_stringifyString();
	function createStringifyContext(doc, options) {
		const opt = Object.assign({
			blockQuote: true,
			commentString: stringifyComment.stringifyComment,
			defaultKeyType: null,
			defaultStringType: "PLAIN",
			directives: null,
			doubleQuotedAsJSON: false,
			doubleQuotedMinMultiLineLength: 40,
			falseStr: "false",
			flowCollectionPadding: true,
			indentSeq: true,
			lineWidth: 80,
			minContentWidth: 20,
			nullStr: "null",
			simpleKeys: false,
			singleQuote: null,
			trailingComma: false,
			trueStr: "true",
			verifyAliasOrder: true
		}, doc.schema.toStringOptions, options);
		let inFlow;
		switch (opt.collectionStyle) {
			case "block":
				inFlow = false;
				break;
			case "flow":
				inFlow = true;
				break;
			default: inFlow = null;
		}
		return {
			anchors: /* @__PURE__ */ new Set(),
			doc,
			flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
			indent: "",
			indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
			inFlow,
			options: opt
		};
	}
	function getTagObject(tags, item) {
		if (item.tag) {
			const match = tags.filter((t) => t.tag === item.tag);
			if (match.length > 0) return match.find((t) => t.format === item.format) ?? match[0];
		}
		let tagObj = void 0;
		let obj;
		if (identity.isScalar(item)) {
			obj = item.value;
			let match = tags.filter((t) => t.identify?.(obj));
			if (match.length > 1) {
				const testMatch = match.filter((t) => t.test);
				if (testMatch.length > 0) match = testMatch;
			}
			tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
		} else {
			obj = item;
			tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
		}
		if (!tagObj) {
			const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
			throw new Error(`Tag not resolved for ${name} value`);
		}
		return tagObj;
	}
	function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
		if (!doc.directives) return "";
		const props = [];
		const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
		if (anchor && anchors.anchorIsValid(anchor)) {
			anchors$1.add(anchor);
			props.push(`&${anchor}`);
		}
		const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
		if (tag) props.push(doc.directives.tagString(tag));
		return props.join(" ");
	}
	function stringify(item, ctx, onComment, onChompKeep) {
		if (identity.isPair(item)) return item.toString(ctx, onComment, onChompKeep);
		if (identity.isAlias(item)) {
			if (ctx.doc.directives) return item.toString(ctx);
			if (ctx.resolvedAliases?.has(item)) throw new TypeError(`Cannot stringify circular structure without alias nodes`);
			else {
				if (ctx.resolvedAliases) ctx.resolvedAliases.add(item);
				else ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
				item = item.resolve(ctx.doc);
			}
		}
		let tagObj = void 0;
		const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
		tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
		const props = stringifyProps(node, tagObj, ctx);
		if (props.length > 0) ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
		const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
		if (!props) return str;
		return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}\n${ctx.indent}${str}`;
	}
	exports.createStringifyContext = createStringifyContext;
	exports.stringify = stringify;
}));
// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
		const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
		let keyComment = identity.isNode(key) && key.comment || null;
		if (simpleKeys) {
			if (keyComment) throw new Error("With simple keys, key nodes cannot have comments");
			if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") throw new Error("With simple keys, collection cannot be used as a key value");
		}
		let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
		ctx = Object.assign({}, ctx, {
			allNullValues: false,
			implicitKey: !explicitKey && (simpleKeys || !allNullValues),
			indent: indent + indentStep
		});
		let keyCommentDone = false;
		let chompKeep = false;
		let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
		if (!explicitKey && !ctx.inFlow && str.length > 1024) {
			if (simpleKeys) throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
			explicitKey = true;
		}
		if (ctx.inFlow) {
			if (allNullValues || value == null) {
				if (keyCommentDone && onComment) onComment();
				return str === "" ? "?" : explicitKey ? `? ${str}` : str;
			}
		} else if (allNullValues && !simpleKeys || value == null && explicitKey) {
			str = `? ${str}`;
			if (keyComment && !keyCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			else if (chompKeep && onChompKeep) onChompKeep();
			return str;
		}
		if (keyCommentDone) keyComment = null;
		if (explicitKey) {
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			str = `? ${str}\n${indent}:`;
		} else {
			str = `${str}:`;
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
		}
		let vsb, vcb, valueComment;
		if (identity.isNode(value)) {
			vsb = !!value.spaceBefore;
			vcb = value.commentBefore;
			valueComment = value.comment;
		} else {
			vsb = false;
			vcb = null;
			valueComment = null;
			if (value && typeof value === "object") value = doc.createNode(value);
		}
		ctx.implicitKey = false;
		if (!explicitKey && !keyComment && identity.isScalar(value)) ctx.indentAtStart = str.length + 1;
		chompKeep = false;
		if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) ctx.indent = ctx.indent.substring(2);
		let valueCommentDone = false;
		const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
		let ws = " ";
		if (keyComment || vsb || vcb) {
			ws = vsb ? "\n" : "";
			if (vcb) {
				const cs = commentString(vcb);
				ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
			}
			if (valueStr === "" && !ctx.inFlow) {
				if (ws === "\n" && valueComment) ws = "\n\n";
			} else ws += `\n${ctx.indent}`;
		} else if (!explicitKey && identity.isCollection(value)) {
			const vs0 = valueStr[0];
			const nl0 = valueStr.indexOf("\n");
			const hasNewline = nl0 !== -1;
			const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
			if (hasNewline || !flow) {
				let hasPropsLine = false;
				if (hasNewline && (vs0 === "&" || vs0 === "!")) {
					let sp0 = valueStr.indexOf(" ");
					if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") sp0 = valueStr.indexOf(" ", sp0 + 1);
					if (sp0 === -1 || nl0 < sp0) hasPropsLine = true;
				}
				if (!hasPropsLine) ws = `\n${ctx.indent}`;
			}
		} else if (valueStr === "" || valueStr[0] === "\n") ws = "";
		str += ws + valueStr;
		if (ctx.inFlow) {
			if (valueCommentDone && onComment) onComment();
		} else if (valueComment && !valueCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
		else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	exports.stringifyPair = stringifyPair;
}));
// node_modules/yaml/dist/log.js
var require_log = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	function debug(logLevel, ...messages) {
		if (logLevel === "debug") console.log(...messages);
	}
	function warn(logLevel, warning) {
		if (logLevel === "debug" || logLevel === "warn") {
			if (typeof node_process.emitWarning === "function") node_process.emitWarning(warning);
			else console.warn(warning);
		}
	}
	exports.debug = debug;
	exports.warn = warn;
}));
// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	const MERGE_KEY = "<<";
	const merge = {
		identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
		default: "key",
		tag: "tag:yaml.org,2002:merge",
		test: /^<<$/,
		resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), { addToJSMap: addMergeToJSMap }),
		stringify: () => MERGE_KEY
	};
	const isMergeKey = (ctx, key) => (merge.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
	function addMergeToJSMap(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (identity.isSeq(source)) for (const it of source.items) mergeValue(ctx, map, it);
		else if (Array.isArray(source)) for (const it of source) mergeValue(ctx, map, it);
		else mergeValue(ctx, map, source);
	}
	function mergeValue(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (!identity.isMap(source)) throw new Error("Merge sources must be maps or map aliases");
		const srcMap = source.toJSON(null, ctx, Map);
		for (const [key, value] of srcMap) if (map instanceof Map) {
			if (!map.has(key)) map.set(key, value);
		} else if (map instanceof Set) map.add(key);
		else if (!Object.prototype.hasOwnProperty.call(map, key)) Object.defineProperty(map, key, {
			value,
			writable: true,
			enumerable: true,
			configurable: true
		});
		return map;
	}
	function resolveAliasValue(ctx, value) {
		return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
	}
	exports.addMergeToJSMap = addMergeToJSMap;
	exports.isMergeKey = isMergeKey;
	exports.merge = merge;
}));
// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var log = require_log();
	var merge = require_merge();
	var stringify = require_stringify();
	var identity = require_identity();
	var toJS = require_toJS();
	function addPairToJSMap(ctx, map, { key, value }) {
		if (identity.isNode(key) && key.addToJSMap) key.addToJSMap(ctx, map, value);
		else if (merge.isMergeKey(ctx, key)) merge.addMergeToJSMap(ctx, map, value);
		else {
			const jsKey = toJS.toJS(key, "", ctx);
			if (map instanceof Map) map.set(jsKey, toJS.toJS(value, jsKey, ctx));
			else if (map instanceof Set) map.add(jsKey);
			else {
				const stringKey = stringifyKey(key, jsKey, ctx);
				const jsValue = toJS.toJS(value, stringKey, ctx);
				if (stringKey in map) Object.defineProperty(map, stringKey, {
					value: jsValue,
					writable: true,
					enumerable: true,
					configurable: true
				});
				else map[stringKey] = jsValue;
			}
		}
		return map;
	}
	function stringifyKey(key, jsKey, ctx) {
		if (jsKey === null) return "";
		if (typeof jsKey !== "object") return String(jsKey);
		if (identity.isNode(key) && ctx?.doc) {
			const strCtx = stringify.createStringifyContext(ctx.doc, {});
			strCtx.anchors = /* @__PURE__ */ new Set();
			for (const node of ctx.anchors.keys()) strCtx.anchors.add(node.anchor);
			strCtx.inFlow = true;
			strCtx.inStringifyKey = true;
			const strKey = key.toString(strCtx);
			if (!ctx.mapKeyWarned) {
				let jsonStr = JSON.stringify(strKey);
				if (jsonStr.length > 40) jsonStr = jsonStr.substring(0, 36) + "...\"";
				log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
				ctx.mapKeyWarned = true;
			}
			return strKey;
		}
		return JSON.stringify(jsKey);
	}
	exports.addPairToJSMap = addPairToJSMap;
}));
// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyPair = require_stringifyPair();
	var addPairToJSMap = require_addPairToJSMap();
	var identity = require_identity();
	function createPair(key, value, ctx) {
		return new Pair(createNode.createNode(key, void 0, ctx), createNode.createNode(value, void 0, ctx));
	}
	var Pair = class Pair {
		constructor(key, value = null) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
			this.key = key;
			this.value = value;
		}
		clone(schema) {
			let { key, value } = this;
			if (identity.isNode(key)) key = key.clone(schema);
			if (identity.isNode(value)) value = value.clone(schema);
			return new Pair(key, value);
		}
		toJSON(_, ctx) {
			const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			return addPairToJSMap.addPairToJSMap(ctx, pair, this);
		}
		toString(ctx, onComment, onChompKeep) {
			return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
		}
	};
	exports.Pair = Pair;
	exports.createPair = createPair;
}));
// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyCollection(collection, ctx, options) {
		return (ctx.inFlow ?? collection.flow ? stringifyFlowCollection : stringifyBlockCollection)(collection, ctx, options);
	}
	function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
		const { indent, options: { commentString } } = ctx;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			type: null
		});
		let chompKeep = false;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (!chompKeep && item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (!chompKeep && ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
				}
			}
			chompKeep = false;
			let str = stringify.stringify(item, itemCtx, () => comment = null, () => chompKeep = true);
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			if (chompKeep && comment) chompKeep = false;
			lines.push(blockItemPrefix + str);
		}
		let str;
		if (lines.length === 0) str = flowChars.start + flowChars.end;
		else {
			str = lines[0];
			for (let i = 1; i < lines.length; ++i) {
				const line = lines[i];
				str += line ? `\n${indent}${line}` : "\n";
			}
		}
		if (comment) {
			str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
			if (onComment) onComment();
		} else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
		const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
		itemIndent += indentStep;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			inFlow: true,
			type: null
		});
		let reqNewline = false;
		let linesAtValue = 0;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, false);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, false);
					if (ik.comment) reqNewline = true;
				}
				const iv = identity.isNode(item.value) ? item.value : null;
				if (iv) {
					if (iv.comment) comment = iv.comment;
					if (iv.commentBefore) reqNewline = true;
				} else if (item.value == null && ik?.comment) comment = ik.comment;
			}
			if (comment) reqNewline = true;
			let str = stringify.stringify(item, itemCtx, () => comment = null);
			reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
			if (i < items.length - 1) str += ",";
			else if (ctx.options.trailingComma) {
				if (ctx.options.lineWidth > 0) reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
				if (reqNewline) str += ",";
			}
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			lines.push(str);
			linesAtValue = lines.length;
		}
		const { start, end } = flowChars;
		if (lines.length === 0) return start + end;
		else {
			if (!reqNewline) {
				const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
				reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
			}
			if (reqNewline) {
				let str = start;
				for (const line of lines) str += line ? `\n${indentStep}${indent}${line}` : "\n";
				return `${str}\n${indent}${end}`;
			} else return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
		}
	}
	function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
		if (comment && chompKeep) comment = comment.replace(/^\n+/, "");
		if (comment) {
			const ic = stringifyComment.indentComment(commentString(comment), indent);
			lines.push(ic.trimStart());
		}
	}
	exports.stringifyCollection = stringifyCollection;
}));
// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyCollection = require_stringifyCollection();
	var addPairToJSMap = require_addPairToJSMap();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	function findPair(items, key) {
		const k = identity.isScalar(key) ? key.value : key;
		for (const it of items) if (identity.isPair(it)) {
			if (it.key === key || it.key === k) return it;
			if (identity.isScalar(it.key) && it.key.value === k) return it;
		}
	}
	var YAMLMap = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:map";
		}
		constructor(schema) {
			super(identity.MAP, schema);
			this.items = [];
		}
		/**
		* A generic collection parsing method that can be extended
		* to other node classes that inherit from YAMLMap
		*/
		static from(schema, obj, ctx) {
			const { keepUndefined, replacer } = ctx;
			const map = new this(schema);
			const add = (key, value) => {
				if (typeof replacer === "function") value = replacer.call(obj, key, value);
				else if (Array.isArray(replacer) && !replacer.includes(key)) return;
				if (value !== void 0 || keepUndefined) map.items.push(Pair.createPair(key, value, ctx));
			};
			if (obj instanceof Map) for (const [key, value] of obj) add(key, value);
			else if (obj && typeof obj === "object") for (const key of Object.keys(obj)) add(key, obj[key]);
			if (typeof schema.sortMapEntries === "function") map.items.sort(schema.sortMapEntries);
			return map;
		}
		/**
		* Adds a value to the collection.
		*
		* @param overwrite - If not set `true`, using a key that is already in the
		*   collection will throw. Otherwise, overwrites the previous value.
		*/
		add(pair, overwrite) {
			let _pair;
			if (identity.isPair(pair)) _pair = pair;
			else if (!pair || typeof pair !== "object" || !("key" in pair)) _pair = new Pair.Pair(pair, pair?.value);
			else _pair = new Pair.Pair(pair.key, pair.value);
			const prev = findPair(this.items, _pair.key);
			const sortEntries = this.schema?.sortMapEntries;
			if (prev) {
				if (!overwrite) throw new Error(`Key ${_pair.key} already set`);
				if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value)) prev.value.value = _pair.value;
				else prev.value = _pair.value;
			} else if (sortEntries) {
				const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
				if (i === -1) this.items.push(_pair);
				else this.items.splice(i, 0, _pair);
			} else this.items.push(_pair);
		}
		delete(key) {
			const it = findPair(this.items, key);
			if (!it) return false;
			return this.items.splice(this.items.indexOf(it), 1).length > 0;
		}
		get(key, keepScalar) {
			const node = findPair(this.items, key)?.value;
			return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
		}
		has(key) {
			return !!findPair(this.items, key);
		}
		set(key, value) {
			this.add(new Pair.Pair(key, value), true);
		}
		/**
		* @param ctx - Conversion context, originally set in Document#toJS()
		* @param {Class} Type - If set, forces the returned collection type
		* @returns Instance of Type, Map, or Object
		*/
		toJSON(_, ctx, Type) {
			const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const item of this.items) addPairToJSMap.addPairToJSMap(ctx, map, item);
			return map;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			for (const item of this.items) if (!identity.isPair(item)) throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
			if (!ctx.allNullValues && this.hasAllNullValues(false)) ctx = Object.assign({}, ctx, { allNullValues: true });
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "",
				flowChars: {
					start: "{",
					end: "}"
				},
				itemIndent: ctx.indent || "",
				onChompKeep,
				onComment
			});
		}
	};
	exports.YAMLMap = YAMLMap;
	exports.findPair = findPair;
}));
// node_modules/yaml/dist/schema/common/map.js
var require_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLMap = require_YAMLMap();
	exports.map = {
		collection: "map",
		default: true,
		nodeClass: YAMLMap.YAMLMap,
		tag: "tag:yaml.org,2002:map",
		resolve(map, onError) {
			if (!identity.isMap(map)) onError("Expected a mapping for this tag");
			return map;
		},
		createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
	};
}));
// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyCollection = require_stringifyCollection();
	var Collection = require_Collection();
	var identity = require_identity();
	var Scalar = require_Scalar();
	var toJS = require_toJS();
	var YAMLSeq = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:seq";
		}
		constructor(schema) {
			super(identity.SEQ, schema);
			this.items = [];
		}
		add(value) {
			this.items.push(value);
		}
		/**
		* Removes a value from the collection.
		*
		* `key` must contain a representation of an integer for this to succeed.
		* It may be wrapped in a `Scalar`.
		*
		* @returns `true` if the item was found and removed.
		*/
		delete(key) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return false;
			return this.items.splice(idx, 1).length > 0;
		}
		get(key, keepScalar) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return void 0;
			const it = this.items[idx];
			return !keepScalar && identity.isScalar(it) ? it.value : it;
		}
		/**
		* Checks if the collection includes a value with the key `key`.
		*
		* `key` must contain a representation of an integer for this to succeed.
		* It may be wrapped in a `Scalar`.
		*/
		has(key) {
			const idx = asItemIndex(key);
			return typeof idx === "number" && idx < this.items.length;
		}
		/**
		* Sets a value in this collection. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*
		* If `key` does not contain a representation of an integer, this will throw.
		* It may be wrapped in a `Scalar`.
		*/
		set(key, value) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") throw new Error(`Expected a valid index, not ${key}.`);
			const prev = this.items[idx];
			if (identity.isScalar(prev) && Scalar.isScalarValue(value)) prev.value = value;
			else this.items[idx] = value;
		}
		toJSON(_, ctx) {
			const seq = [];
			if (ctx?.onCreate) ctx.onCreate(seq);
			let i = 0;
			for (const item of this.items) seq.push(toJS.toJS(item, String(i++), ctx));
			return seq;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "- ",
				flowChars: {
					start: "[",
					end: "]"
				},
				itemIndent: (ctx.indent || "") + "  ",
				onChompKeep,
				onComment
			});
		}
		static from(schema, obj, ctx) {
			const { replacer } = ctx;
			const seq = new this(schema);
			if (obj && Symbol.iterator in Object(obj)) {
				let i = 0;
				for (let it of obj) {
					if (typeof replacer === "function") {
						const key = obj instanceof Set ? it : String(i++);
						it = replacer.call(obj, key, it);
					}
					seq.items.push(createNode.createNode(it, void 0, ctx));
				}
			}
			return seq;
		}
	};
	function asItemIndex(key) {
		let idx = identity.isScalar(key) ? key.value : key;
		if (idx && typeof idx === "string") idx = Number(idx);
		return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
	}
	exports.YAMLSeq = YAMLSeq;
}));
// node_modules/yaml/dist/schema/common/seq.js
var require_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLSeq = require_YAMLSeq();
	exports.seq = {
		collection: "seq",
		default: true,
		nodeClass: YAMLSeq.YAMLSeq,
		tag: "tag:yaml.org,2002:seq",
		resolve(seq, onError) {
			if (!identity.isSeq(seq)) onError("Expected a sequence for this tag");
			return seq;
		},
		createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
	};
}));
// node_modules/yaml/dist/schema/common/string.js
var require_string = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyString = require_stringifyString();
	exports.string = {
		identify: (value) => typeof value === "string",
		default: true,
		tag: "tag:yaml.org,2002:str",
		resolve: (str) => str,
		stringify(item, ctx, onComment, onChompKeep) {
			ctx = Object.assign({ actualString: true }, ctx);
			return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
		}
	};
}));
// node_modules/yaml/dist/schema/common/null.js
var require_null = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const nullTag = {
		identify: (value) => value == null,
		createNode: () => new Scalar.Scalar(null),
		default: true,
		tag: "tag:yaml.org,2002:null",
		test: /^(?:~|[Nn]ull|NULL)?$/,
		resolve: () => new Scalar.Scalar(null),
		stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
	};
	exports.nullTag = nullTag;
}));
// node_modules/yaml/dist/schema/core/bool.js
var require_bool$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const boolTag = {
		identify: (value) => typeof value === "boolean",
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
		resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
		stringify({ source, value }, ctx) {
			if (source && boolTag.test.test(source)) {
				if (value === (source[0] === "t" || source[0] === "T")) return source;
			}
			return value ? ctx.options.trueStr : ctx.options.falseStr;
		}
	};
	exports.boolTag = boolTag;
}));
// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = /* @__PURE__ */ __commonJSMin(((exports) => {
	function stringifyNumber({ format, minFractionDigits, tag, value }) {
		if (typeof value === "bigint") return String(value);
		const num = typeof value === "number" ? value : Number(value);
		if (!isFinite(num)) return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
		let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
		if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
			let i = n.indexOf(".");
			if (i < 0) {
				i = n.length;
				n += ".";
			}
			let d = minFractionDigits - (n.length - i - 1);
			while (d-- > 0) n += "0";
		}
		return n;
	}
	exports.stringifyNumber = stringifyNumber;
}));
// node_modules/yaml/dist/schema/core/float.js
var require_float$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	exports.float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str));
			const dot = str.indexOf(".");
			if (dot !== -1 && str[str.length - 1] === "0") node.minFractionDigits = str.length - dot - 1;
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));
// node_modules/yaml/dist/schema/core/int.js
var require_int$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	const intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value) && value >= 0) return prefix + value.toString(radix);
		return stringifyNumber.stringifyNumber(node);
	}
	const intOct = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^0o[0-7]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
		stringify: (node) => intStringify(node, 8, "0o")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^0x[0-9a-fA-F]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));
// node_modules/yaml/dist/schema/core/schema.js
var require_schema$2 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	exports.schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.boolTag,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float
	];
}));
// node_modules/yaml/dist/schema/json/schema.js
var require_schema$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var map = require_map();
	var seq = require_seq();
	function intIdentify(value) {
		return typeof value === "bigint" || Number.isInteger(value);
	}
	const stringifyJSON = ({ value }) => JSON.stringify(value);
	const jsonScalars = [
		{
			identify: (value) => typeof value === "string",
			default: true,
			tag: "tag:yaml.org,2002:str",
			resolve: (str) => str,
			stringify: stringifyJSON
		},
		{
			identify: (value) => value == null,
			createNode: () => new Scalar.Scalar(null),
			default: true,
			tag: "tag:yaml.org,2002:null",
			test: /^null$/,
			resolve: () => null,
			stringify: stringifyJSON
		},
		{
			identify: (value) => typeof value === "boolean",
			default: true,
			tag: "tag:yaml.org,2002:bool",
			test: /^true$|^false$/,
			resolve: (str) => str === "true",
			stringify: stringifyJSON
		},
		{
			identify: intIdentify,
			default: true,
			tag: "tag:yaml.org,2002:int",
			test: /^-?(?:0|[1-9][0-9]*)$/,
			resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
			stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
		},
		{
			identify: (value) => typeof value === "number",
			default: true,
			tag: "tag:yaml.org,2002:float",
			test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
			resolve: (str) => parseFloat(str),
			stringify: stringifyJSON
		}
	];
	exports.schema = [map.map, seq.seq].concat(jsonScalars, {
		default: true,
		tag: "",
		test: /^/,
		resolve(str, onError) {
			onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
			return str;
		}
	});
}));
// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_buffer = __require("buffer");
	var Scalar = require_Scalar();
	var stringifyString = require_stringifyString();
	exports.binary = {
		identify: (value) => value instanceof Uint8Array,
		default: false,
		tag: "tag:yaml.org,2002:binary",
		/**
		* Returns a Buffer in node and an Uint8Array in browsers
		*
		* To use the resulting buffer as an image, you'll want to do something like:
		*
		*   const blob = new Blob([buffer], { type: 'image/jpeg' })
		*   document.querySelector('#photo').src = URL.createObjectURL(blob)
		*/
		resolve(src, onError) {
			if (typeof node_buffer.Buffer === "function") return node_buffer.Buffer.from(src, "base64");
			else if (typeof atob === "function") {
				const str = atob(src.replace(/[\n\r]/g, ""));
				const buffer = new Uint8Array(str.length);
				for (let i = 0; i < str.length; ++i) buffer[i] = str.charCodeAt(i);
				return buffer;
			} else {
				onError("This environment does not support reading binary tags; either Buffer or atob is required");
				return src;
			}
		},
		stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
			if (!value) return "";
			const buf = value;
			let str;
			if (typeof node_buffer.Buffer === "function") str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
			else if (typeof btoa === "function") {
				let s = "";
				for (let i = 0; i < buf.length; ++i) s += String.fromCharCode(buf[i]);
				str = btoa(s);
			} else throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
			type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
			if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
				const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
				const n = Math.ceil(str.length / lineWidth);
				const lines = new Array(n);
				for (let i = 0, o = 0; i < n; ++i, o += lineWidth) lines[i] = str.substr(o, lineWidth);
				str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
			}
			return stringifyString.stringifyString({
				comment,
				type,
				value: str
			}, ctx, onComment, onChompKeep);
		}
	};
}));
// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLSeq = require_YAMLSeq();
	function resolvePairs(seq, onError) {
		if (identity.isSeq(seq)) for (let i = 0; i < seq.items.length; ++i) {
			let item = seq.items[i];
			if (identity.isPair(item)) continue;
			else if (identity.isMap(item)) {
				if (item.items.length > 1) onError("Each pair must have its own sequence indicator");
				const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
				if (item.commentBefore) pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}\n${pair.key.commentBefore}` : item.commentBefore;
				if (item.comment) {
					const cn = pair.value ?? pair.key;
					cn.comment = cn.comment ? `${item.comment}\n${cn.comment}` : item.comment;
				}
				item = pair;
			}
			seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
		}
		else onError("Expected a sequence for this tag");
		return seq;
	}
	function createPairs(schema, iterable, ctx) {
		const { replacer } = ctx;
		const pairs = new YAMLSeq.YAMLSeq(schema);
		pairs.tag = "tag:yaml.org,2002:pairs";
		let i = 0;
		if (iterable && Symbol.iterator in Object(iterable)) for (let it of iterable) {
			if (typeof replacer === "function") it = replacer.call(iterable, String(i++), it);
			let key, value;
			if (Array.isArray(it)) {
				if (it.length === 2) {
					key = it[0];
					value = it[1];
				} else throw new TypeError(`Expected [key, value] tuple: ${it}`);
			} else if (it && it instanceof Object) {
				const keys = Object.keys(it);
				if (keys.length === 1) {
					key = keys[0];
					value = it[key];
				} else throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
			} else key = it;
			pairs.items.push(Pair.createPair(key, value, ctx));
		}
		return pairs;
	}
	const pairs = {
		collection: "seq",
		default: false,
		tag: "tag:yaml.org,2002:pairs",
		resolve: resolvePairs,
		createNode: createPairs
	};
	exports.createPairs = createPairs;
	exports.pairs = pairs;
	exports.resolvePairs = resolvePairs;
}));
// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var toJS = require_toJS();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var pairs = require_pairs();
	var YAMLOMap = class YAMLOMap extends YAMLSeq.YAMLSeq {
		constructor() {
			super();
			this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
			this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
			this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
			this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
			this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
			this.tag = YAMLOMap.tag;
		}
		/**
		* If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
		* but TypeScript won't allow widening the signature of a child method.
		*/
		toJSON(_, ctx) {
			if (!ctx) return super.toJSON(_);
			const map = /* @__PURE__ */ new Map();
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const pair of this.items) {
				let key, value;
				if (identity.isPair(pair)) {
					key = toJS.toJS(pair.key, "", ctx);
					value = toJS.toJS(pair.value, key, ctx);
				} else key = toJS.toJS(pair, "", ctx);
				if (map.has(key)) throw new Error("Ordered maps must not include duplicate keys");
				map.set(key, value);
			}
			return map;
		}
		static from(schema, iterable, ctx) {
			const pairs$1 = pairs.createPairs(schema, iterable, ctx);
			const omap = new this();
			omap.items = pairs$1.items;
			return omap;
		}
	};
	YAMLOMap.tag = "tag:yaml.org,2002:omap";
	const omap = {
		collection: "seq",
		identify: (value) => value instanceof Map,
		nodeClass: YAMLOMap,
		default: false,
		tag: "tag:yaml.org,2002:omap",
		resolve(seq, onError) {
			const pairs$1 = pairs.resolvePairs(seq, onError);
			const seenKeys = [];
			for (const { key } of pairs$1.items) if (identity.isScalar(key)) {
				if (seenKeys.includes(key.value)) onError(`Ordered maps must not include duplicate keys: ${key.value}`);
				else seenKeys.push(key.value);
			}
			return Object.assign(new YAMLOMap(), pairs$1);
		},
		createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
	};
	exports.YAMLOMap = YAMLOMap;
	exports.omap = omap;
}));
// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function boolStringify({ value, source }, ctx) {
		if (source && (value ? trueTag : falseTag).test.test(source)) return source;
		return value ? ctx.options.trueStr : ctx.options.falseStr;
	}
	const trueTag = {
		identify: (value) => value === true,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
		resolve: () => new Scalar.Scalar(true),
		stringify: boolStringify
	};
	const falseTag = {
		identify: (value) => value === false,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
		resolve: () => new Scalar.Scalar(false),
		stringify: boolStringify
	};
	exports.falseTag = falseTag;
	exports.trueTag = trueTag;
}));
// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str.replace(/_/g, "")),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	exports.float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
			const dot = str.indexOf(".");
			if (dot !== -1) {
				const f = str.substring(dot + 1).replace(/_/g, "");
				if (f[f.length - 1] === "0") node.minFractionDigits = f.length;
			}
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));
// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	function intResolve(str, offset, radix, { intAsBigInt }) {
		const sign = str[0];
		if (sign === "-" || sign === "+") offset += 1;
		str = str.substring(offset).replace(/_/g, "");
		if (intAsBigInt) {
			switch (radix) {
				case 2:
					str = `0b${str}`;
					break;
				case 8:
					str = `0o${str}`;
					break;
				case 16: str = `0x${str}`;
			}
			const n = BigInt(str);
			return sign === "-" ? BigInt(-1) * n : n;
		}
		const n = parseInt(str, radix);
		return sign === "-" ? -1 * n : n;
	}
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value)) {
			const str = value.toString(radix);
			return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
		}
		return stringifyNumber.stringifyNumber(node);
	}
	const intBin = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "BIN",
		test: /^[-+]?0b[0-1_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
		stringify: (node) => intStringify(node, 2, "0b")
	};
	const intOct = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^[-+]?0[0-7_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
		stringify: (node) => intStringify(node, 8, "0")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9][0-9_]*$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^[-+]?0x[0-9a-fA-F_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intBin = intBin;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));
// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSet = class YAMLSet extends YAMLMap.YAMLMap {
		constructor(schema) {
			super(schema);
			this.tag = YAMLSet.tag;
		}
		add(key) {
			let pair;
			if (identity.isPair(key)) pair = key;
			else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null) pair = new Pair.Pair(key.key, null);
			else pair = new Pair.Pair(key, null);
			if (!YAMLMap.findPair(this.items, pair.key)) this.items.push(pair);
		}
		/**
		* If `keepPair` is `true`, returns the Pair matching `key`.
		* Otherwise, returns the value of that Pair's key.
		*/
		get(key, keepPair) {
			const pair = YAMLMap.findPair(this.items, key);
			return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
		}
		set(key, value) {
			if (typeof value !== "boolean") throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
			const prev = YAMLMap.findPair(this.items, key);
			if (prev && !value) this.items.splice(this.items.indexOf(prev), 1);
			else if (!prev && value) this.items.push(new Pair.Pair(key));
		}
		toJSON(_, ctx) {
			return super.toJSON(_, ctx, Set);
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			if (this.hasAllNullValues(true)) return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
			else throw new Error("Set items must all have null values");
		}
		static from(schema, iterable, ctx) {
			const { replacer } = ctx;
			const set = new this(schema);
			if (iterable && Symbol.iterator in Object(iterable)) for (let value of iterable) {
				if (typeof replacer === "function") value = replacer.call(iterable, value, value);
				set.items.push(Pair.createPair(value, null, ctx));
			}
			return set;
		}
	};
	YAMLSet.tag = "tag:yaml.org,2002:set";
	const set = {
		collection: "map",
		identify: (value) => value instanceof Set,
		nodeClass: YAMLSet,
		default: false,
		tag: "tag:yaml.org,2002:set",
		createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
		resolve(map, onError) {
			if (identity.isMap(map)) {
				if (map.hasAllNullValues(true)) return Object.assign(new YAMLSet(), map);
				else onError("Set items must all have null values");
			} else onError("Expected a mapping for this tag");
			return map;
		}
	};
	exports.YAMLSet = YAMLSet;
	exports.set = set;
}));
// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	/** Internal types handle bigint as number, because TS can't figure it out. */
	function parseSexagesimal(str, asBigInt) {
		const sign = str[0];
		const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
		const num = (n) => asBigInt ? BigInt(n) : Number(n);
		const res = parts.replace(/_/g, "").split(":").reduce((res, p) => res * num(60) + num(p), num(0));
		return sign === "-" ? num(-1) * res : res;
	}
	/**
	* hhhh:mm:ss.sss
	*
	* Internal types handle bigint as number, because TS can't figure it out.
	*/
	function stringifySexagesimal(node) {
		let { value } = node;
		let num = (n) => n;
		if (typeof value === "bigint") num = (n) => BigInt(n);
		else if (isNaN(value) || !isFinite(value)) return stringifyNumber.stringifyNumber(node);
		let sign = "";
		if (value < 0) {
			sign = "-";
			value *= num(-1);
		}
		const _60 = num(60);
		const parts = [value % _60];
		if (value < 60) parts.unshift(0);
		else {
			value = (value - parts[0]) / _60;
			parts.unshift(value % _60);
			if (value >= 60) {
				value = (value - parts[0]) / _60;
				parts.unshift(value);
			}
		}
		return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
	}
	const intTime = {
		identify: (value) => typeof value === "bigint" || Number.isInteger(value),
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
		resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
		stringify: stringifySexagesimal
	};
	const floatTime = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
		resolve: (str) => parseSexagesimal(str, false),
		stringify: stringifySexagesimal
	};
	const timestamp = {
		identify: (value) => value instanceof Date,
		default: true,
		tag: "tag:yaml.org,2002:timestamp",
		test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
		resolve(str) {
			const match = str.match(timestamp.test);
			if (!match) throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
			const [, year, month, day, hour, minute, second] = match.map(Number);
			const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
			let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
			const tz = match[8];
			if (tz && tz !== "Z") {
				let d = parseSexagesimal(tz, false);
				if (Math.abs(d) < 30) d *= 60;
				date -= 6e4 * d;
			}
			return new Date(date);
		},
		stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
	};
	exports.floatTime = floatTime;
	exports.intTime = intTime;
	exports.timestamp = timestamp;
}));
// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var binary = require_binary();
	var bool = require_bool();
	var float = require_float();
	var int = require_int();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var set = require_set();
	var timestamp = require_timestamp();
	exports.schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.trueTag,
		bool.falseTag,
		int.intBin,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float,
		binary.binary,
		merge.merge,
		omap.omap,
		pairs.pairs,
		set.set,
		timestamp.intTime,
		timestamp.floatTime,
		timestamp.timestamp
	];
}));
// node_modules/yaml/dist/schema/tags.js
var require_tags = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	var schema = require_schema$2();
	var schema$1 = require_schema$1();
	var binary = require_binary();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var schema$2 = require_schema();
	var set = require_set();
	var timestamp = require_timestamp();
	const schemas = /* @__PURE__ */ new Map([
		["core", schema.schema],
		["failsafe", [
			map.map,
			seq.seq,
			string.string
		]],
		["json", schema$1.schema],
		["yaml11", schema$2.schema],
		["yaml-1.1", schema$2.schema]
	]);
	const tagsByName = {
		binary: binary.binary,
		bool: bool.boolTag,
		float: float.float,
		floatExp: float.floatExp,
		floatNaN: float.floatNaN,
		floatTime: timestamp.floatTime,
		int: int.int,
		intHex: int.intHex,
		intOct: int.intOct,
		intTime: timestamp.intTime,
		map: map.map,
		merge: merge.merge,
		null: _null.nullTag,
		omap: omap.omap,
		pairs: pairs.pairs,
		seq: seq.seq,
		set: set.set,
		timestamp: timestamp.timestamp
	};
	const coreKnownTags = {
		"tag:yaml.org,2002:binary": binary.binary,
		"tag:yaml.org,2002:merge": merge.merge,
		"tag:yaml.org,2002:omap": omap.omap,
		"tag:yaml.org,2002:pairs": pairs.pairs,
		"tag:yaml.org,2002:set": set.set,
		"tag:yaml.org,2002:timestamp": timestamp.timestamp
	};
	function getTags(customTags, schemaName, addMergeTag) {
		const schemaTags = schemas.get(schemaName);
		if (schemaTags && !customTags) return addMergeTag && !schemaTags.includes(merge.merge) ? schemaTags.concat(merge.merge) : schemaTags.slice();
		let tags = schemaTags;
		if (!tags) {
			if (Array.isArray(customTags)) tags = [];
			else {
				const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
			}
		}
		if (Array.isArray(customTags)) for (const tag of customTags) tags = tags.concat(tag);
		else if (typeof customTags === "function") tags = customTags(tags.slice());
		if (addMergeTag) tags = tags.concat(merge.merge);
		return tags.reduce((tags, tag) => {
			const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
			if (!tagObj) {
				const tagName = JSON.stringify(tag);
				const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
			}
			if (!tags.includes(tagObj)) tags.push(tagObj);
			return tags;
		}, []);
	}
	exports.coreKnownTags = coreKnownTags;
	exports.getTags = getTags;
}));
// node_modules/yaml/dist/schema/Schema.js
var require_Schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var map = require_map();
	var seq = require_seq();
	var string = require_string();
	var tags = require_tags();
	const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
	exports.Schema = class Schema {
		constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
			this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
			this.name = typeof schema === "string" && schema || "core";
			this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
			this.tags = tags.getTags(customTags, this.name, merge);
			this.toStringOptions = toStringDefaults ?? null;
			Object.defineProperty(this, identity.MAP, { value: map.map });
			Object.defineProperty(this, identity.SCALAR, { value: string.string });
			Object.defineProperty(this, identity.SEQ, { value: seq.seq });
			this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
		}
		clone() {
			const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
			copy.tags = this.tags.slice();
			return copy;
		}
	};
}));
// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyDocument(doc, options) {
		const lines = [];
		let hasDirectives = options.directives === true;
		if (options.directives !== false && doc.directives) {
			const dir = doc.directives.toString(doc);
			if (dir) {
				lines.push(dir);
				hasDirectives = true;
			} else if (doc.directives.docStart) hasDirectives = true;
		}
		if (hasDirectives) lines.push("---");
		const ctx = stringify.createStringifyContext(doc, options);
		const { commentString } = ctx.options;
		if (doc.commentBefore) {
			if (lines.length !== 1) lines.unshift("");
			const cs = commentString(doc.commentBefore);
			lines.unshift(stringifyComment.indentComment(cs, ""));
		}
		let chompKeep = false;
		let contentComment = null;
		if (doc.contents) {
			if (identity.isNode(doc.contents)) {
				if (doc.contents.spaceBefore && hasDirectives) lines.push("");
				if (doc.contents.commentBefore) {
					const cs = commentString(doc.contents.commentBefore);
					lines.push(stringifyComment.indentComment(cs, ""));
				}
				ctx.forceBlockIndent = !!doc.comment;
				contentComment = doc.contents.comment;
			}
			const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
			let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
			if (contentComment) body += stringifyComment.lineComment(body, "", commentString(contentComment));
			if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") lines[lines.length - 1] = `--- ${body}`;
			else lines.push(body);
		} else lines.push(stringify.stringify(doc.contents, ctx));
		if (doc.directives?.docEnd) {
			if (doc.comment) {
				const cs = commentString(doc.comment);
				if (cs.includes("\n")) {
					lines.push("...");
					lines.push(stringifyComment.indentComment(cs, ""));
				} else lines.push(`... ${cs}`);
			} else lines.push("...");
		} else {
			let dc = doc.comment;
			if (dc && chompKeep) dc = dc.replace(/^\n+/, "");
			if (dc) {
				if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "") lines.push("");
				lines.push(stringifyComment.indentComment(commentString(dc), ""));
			}
		}
		return lines.join("\n") + "\n";
	}
	exports.stringifyDocument = stringifyDocument;
}));
// node_modules/yaml/dist/doc/Document.js
var require_Document = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var toJS = require_toJS();
	var Schema = require_Schema();
	var stringifyDocument = require_stringifyDocument();
	var anchors = require_anchors();
	var applyReviver = require_applyReviver();
	var createNode = require_createNode();
	var directives = require_directives();
	var Document = class Document {
		constructor(value, replacer, options) {
			/** A comment before this Document */
			this.commentBefore = null;
			/** A comment immediately after this Document */
			this.comment = null;
			/** Errors encountered during parsing. */
			this.errors = [];
			/** Warnings encountered during parsing. */
			this.warnings = [];
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
			let _replacer = null;
			if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
			else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const opt = Object.assign({
				intAsBigInt: false,
				keepSourceTokens: false,
				logLevel: "warn",
				prettyErrors: true,
				strict: true,
				stringKeys: false,
				uniqueKeys: true,
				version: "1.2"
			}, options);
			this.options = opt;
			let { version } = opt;
			if (options?._directives) {
				this.directives = options._directives.atDocument();
				if (this.directives.yaml.explicit) version = this.directives.yaml.version;
			} else this.directives = new directives.Directives({ version });
			this.setSchema(version, options);
			this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
		}
		/**
		* Create a deep copy of this Document and its contents.
		*
		* Custom Node values that inherit from `Object` still refer to their original instances.
		*/
		clone() {
			const copy = Object.create(Document.prototype, { [identity.NODE_TYPE]: { value: identity.DOC } });
			copy.commentBefore = this.commentBefore;
			copy.comment = this.comment;
			copy.errors = this.errors.slice();
			copy.warnings = this.warnings.slice();
			copy.options = Object.assign({}, this.options);
			if (this.directives) copy.directives = this.directives.clone();
			copy.schema = this.schema.clone();
			copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/** Adds a value to the document. */
		add(value) {
			if (assertCollection(this.contents)) this.contents.add(value);
		}
		/** Adds a value to the document. */
		addIn(path, value) {
			if (assertCollection(this.contents)) this.contents.addIn(path, value);
		}
		/**
		* Create a new `Alias` node, ensuring that the target `node` has the required anchor.
		*
		* If `node` already has an anchor, `name` is ignored.
		* Otherwise, the `node.anchor` value will be set to `name`,
		* or if an anchor with that name is already present in the document,
		* `name` will be used as a prefix for a new unique anchor.
		* If `name` is undefined, the generated anchor will use 'a' as a prefix.
		*/
		createAlias(node, name) {
			if (!node.anchor) {
				const prev = anchors.anchorNames(this);
				node.anchor = !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
			}
			return new Alias.Alias(node.anchor);
		}
		createNode(value, replacer, options) {
			let _replacer = void 0;
			if (typeof replacer === "function") {
				value = replacer.call({ "": value }, "", value);
				_replacer = replacer;
			} else if (Array.isArray(replacer)) {
				const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
				const asStr = replacer.filter(keyToStr).map(String);
				if (asStr.length > 0) replacer = replacer.concat(asStr);
				_replacer = replacer;
			} else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
			const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, anchorPrefix || "a");
			const ctx = {
				aliasDuplicateObjects: aliasDuplicateObjects ?? true,
				keepUndefined: keepUndefined ?? false,
				onAnchor,
				onTagObj,
				replacer: _replacer,
				schema: this.schema,
				sourceObjects
			};
			const node = createNode.createNode(value, tag, ctx);
			if (flow && identity.isCollection(node)) node.flow = true;
			setAnchors();
			return node;
		}
		/**
		* Convert a key and a value into a `Pair` using the current schema,
		* recursively wrapping all values as `Scalar` or `Collection` nodes.
		*/
		createPair(key, value, options = {}) {
			const k = this.createNode(key, null, options);
			const v = this.createNode(value, null, options);
			return new Pair.Pair(k, v);
		}
		/**
		* Removes a value from the document.
		* @returns `true` if the item was found and removed.
		*/
		delete(key) {
			return assertCollection(this.contents) ? this.contents.delete(key) : false;
		}
		/**
		* Removes a value from the document.
		* @returns `true` if the item was found and removed.
		*/
		deleteIn(path) {
			if (Collection.isEmptyPath(path)) {
				if (this.contents == null) return false;
				this.contents = null;
				return true;
			}
			return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
		}
		/**
		* Returns item at `key`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		get(key, keepScalar) {
			return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
		}
		/**
		* Returns item at `path`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		getIn(path, keepScalar) {
			if (Collection.isEmptyPath(path)) return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
			return identity.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
		}
		/**
		* Checks if the document includes a value with the key `key`.
		*/
		has(key) {
			return identity.isCollection(this.contents) ? this.contents.has(key) : false;
		}
		/**
		* Checks if the document includes a value at `path`.
		*/
		hasIn(path) {
			if (Collection.isEmptyPath(path)) return this.contents !== void 0;
			return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
		}
		/**
		* Sets a value in this document. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		set(key, value) {
			if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, [key], value);
			else if (assertCollection(this.contents)) this.contents.set(key, value);
		}
		/**
		* Sets a value in this document. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		setIn(path, value) {
			if (Collection.isEmptyPath(path)) this.contents = value;
			else if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
			else if (assertCollection(this.contents)) this.contents.setIn(path, value);
		}
		/**
		* Change the YAML version and schema used by the document.
		* A `null` version disables support for directives, explicit tags, anchors, and aliases.
		* It also requires the `schema` option to be given as a `Schema` instance value.
		*
		* Overrides all previously set schema options.
		*/
		setSchema(version, options = {}) {
			if (typeof version === "number") version = String(version);
			let opt;
			switch (version) {
				case "1.1":
					if (this.directives) this.directives.yaml.version = "1.1";
					else this.directives = new directives.Directives({ version: "1.1" });
					opt = {
						resolveKnownTags: false,
						schema: "yaml-1.1"
					};
					break;
				case "1.2":
				case "next":
					if (this.directives) this.directives.yaml.version = version;
					else this.directives = new directives.Directives({ version });
					opt = {
						resolveKnownTags: true,
						schema: "core"
					};
					break;
				case null:
					if (this.directives) delete this.directives;
					opt = null;
					break;
				default: {
					const sv = JSON.stringify(version);
					throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
				}
			}
			if (options.schema instanceof Object) this.schema = options.schema;
			else if (opt) this.schema = new Schema.Schema(Object.assign(opt, options));
			else throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
		}
		toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc: this,
				keep: !json,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
		/**
		* A JSON representation of the document `contents`.
		*
		* @param jsonArg Used by `JSON.stringify` to indicate the array index or
		*   property name.
		*/
		toJSON(jsonArg, onAnchor) {
			return this.toJS({
				json: true,
				jsonArg,
				mapAsMap: false,
				onAnchor
			});
		}
		/** A YAML representation of the document. */
		toString(options = {}) {
			if (this.errors.length > 0) throw new Error("Document with errors cannot be stringified");
			if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
				const s = JSON.stringify(options.indent);
				throw new Error(`"indent" option must be a positive integer, not ${s}`);
			}
			return stringifyDocument.stringifyDocument(this, options);
		}
	};
	function assertCollection(contents) {
		if (identity.isCollection(contents)) return true;
		throw new Error("Expected a YAML collection as document contents");
	}
	exports.Document = Document;
}));
// node_modules/yaml/dist/errors.js
var require_errors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLError = class extends Error {
		constructor(name, pos, code, message) {
			super();
			this.name = name;
			this.code = code;
			this.message = message;
			this.pos = pos;
		}
	};
	var YAMLParseError = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLParseError", pos, code, message);
		}
	};
	var YAMLWarning = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLWarning", pos, code, message);
		}
	};
	const prettifyError = (src, lc) => (error) => {
		if (error.pos[0] === -1) return;
		error.linePos = error.pos.map((pos) => lc.linePos(pos));
		const { line, col } = error.linePos[0];
		error.message += ` at line ${line}, column ${col}`;
		let ci = col - 1;
		let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
		if (ci >= 60 && lineStr.length > 80) {
			const trimStart = Math.min(ci - 39, lineStr.length - 79);
			lineStr = "…" + lineStr.substring(trimStart);
			ci -= trimStart - 1;
		}
		if (lineStr.length > 80) lineStr = lineStr.substring(0, 79) + "…";
		if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
			let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
			if (prev.length > 80) prev = prev.substring(0, 79) + "…\n";
			lineStr = prev + lineStr;
		}
		if (/[^ ]/.test(lineStr)) {
			let count = 1;
			const end = error.linePos[1];
			if (end?.line === line && end.col > col) count = Math.max(1, Math.min(end.col - col, 80 - ci));
			const pointer = " ".repeat(ci) + "^".repeat(count);
			error.message += `:\n\n${lineStr}\n${pointer}\n`;
		}
	};
	exports.YAMLError = YAMLError;
	exports.YAMLParseError = YAMLParseError;
	exports.YAMLWarning = YAMLWarning;
	exports.prettifyError = prettifyError;
}));
// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
		let spaceBefore = false;
		let atNewline = startOnNewline;
		let hasSpace = startOnNewline;
		let comment = "";
		let commentSep = "";
		let hasNewline = false;
		let reqSpace = false;
		let tab = null;
		let anchor = null;
		let tag = null;
		let newlineAfterProp = null;
		let comma = null;
		let found = null;
		let start = null;
		for (const token of tokens) {
			if (reqSpace) {
				if (token.type !== "space" && token.type !== "newline" && token.type !== "comma") onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
				reqSpace = false;
			}
			if (tab) {
				if (atNewline && token.type !== "comment" && token.type !== "newline") onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
				tab = null;
			}
			switch (token.type) {
				case "space":
					if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) tab = token;
					hasSpace = true;
					break;
				case "comment": {
					if (!hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					const cb = token.source.substring(1) || " ";
					if (!comment) comment = cb;
					else comment += commentSep + cb;
					commentSep = "";
					atNewline = false;
					break;
				}
				case "newline":
					if (atNewline) {
						if (comment) comment += token.source;
						else if (!found || indicator !== "seq-item-ind") spaceBefore = true;
					} else commentSep += token.source;
					atNewline = true;
					hasNewline = true;
					if (anchor || tag) newlineAfterProp = token;
					hasSpace = true;
					break;
				case "anchor":
					if (anchor) onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
					if (token.source.endsWith(":")) onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
					anchor = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case "tag":
					if (tag) onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
					tag = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case indicator:
					if (anchor || tag) onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
					if (found) onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
					found = token;
					atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
					hasSpace = false;
					break;
				case "comma": if (flow) {
					if (comma) onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
					comma = token;
					atNewline = false;
					hasSpace = false;
					break;
				}
				default:
					onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
					atNewline = false;
					hasSpace = false;
			}
		}
		const last = tokens[tokens.length - 1];
		const end = last ? last.offset + last.source.length : offset;
		if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
		if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq")) onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
		return {
			comma,
			found,
			spaceBefore,
			comment,
			hasNewline,
			anchor,
			tag,
			newlineAfterProp,
			end,
			start: start ?? end
		};
	}
	exports.resolveProps = resolveProps;
}));
// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = /* @__PURE__ */ __commonJSMin(((exports) => {
	function containsNewline(key) {
		if (!key) return null;
		switch (key.type) {
			case "alias":
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				if (key.source.includes("\n")) return true;
				if (key.end) {
					for (const st of key.end) if (st.type === "newline") return true;
				}
				return false;
			case "flow-collection":
				for (const it of key.items) {
					for (const st of it.start) if (st.type === "newline") return true;
					if (it.sep) {
						for (const st of it.sep) if (st.type === "newline") return true;
					}
					if (containsNewline(it.key) || containsNewline(it.value)) return true;
				}
				return false;
			default: return true;
		}
	}
	exports.containsNewline = containsNewline;
}));
// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = /* @__PURE__ */ __commonJSMin(((exports) => {
	var utilContainsNewline = require_util_contains_newline();
	function flowIndentCheck(indent, fc, onError) {
		if (fc?.type === "flow-collection") {
			const end = fc.end[0];
			if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) onError(end, "BAD_INDENT", "Flow end indicator should be more indented than parent", true);
		}
	}
	exports.flowIndentCheck = flowIndentCheck;
}));
// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	function mapIncludes(ctx, items, search) {
		const { uniqueKeys } = ctx.options;
		if (uniqueKeys === false) return false;
		const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
		return items.some((pair) => isEqual(pair.key, search));
	}
	exports.mapIncludes = mapIncludes;
}));
// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	var utilMapIncludes = require_util_map_includes();
	const startColMsg = "All mapping items must start at the same column";
	function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
		const map = new ((tag?.nodeClass) ?? YAMLMap.YAMLMap)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		let offset = bm.offset;
		let commentEnd = null;
		for (const collItem of bm.items) {
			const { start, key, sep, value } = collItem;
			const keyProps = resolveProps.resolveProps(start, {
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: bm.indent,
				startOnNewline: true
			});
			const implicitKey = !keyProps.found;
			if (implicitKey) {
				if (key) {
					if (key.type === "block-seq") onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
					else if ("indent" in key && key.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
				}
				if (!keyProps.anchor && !keyProps.tag && !sep) {
					commentEnd = keyProps.end;
					if (keyProps.comment) {
						if (map.comment) map.comment += "\n" + keyProps.comment;
						else map.comment = keyProps.comment;
					}
					continue;
				}
				if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
			} else if (keyProps.found?.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
			ctx.atKey = true;
			const keyStart = keyProps.end;
			const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
			ctx.atKey = false;
			if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
			const valueProps = resolveProps.resolveProps(sep ?? [], {
				indicator: "map-value-ind",
				next: value,
				offset: keyNode.range[2],
				onError,
				parentIndent: bm.indent,
				startOnNewline: !key || key.type === "block-scalar"
			});
			offset = valueProps.end;
			if (valueProps.found) {
				if (implicitKey) {
					if (value?.type === "block-map" && !valueProps.hasNewline) onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
					if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024) onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
				if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
				offset = valueNode.range[2];
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			} else {
				if (implicitKey) onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
				if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			}
		}
		if (commentEnd && commentEnd < offset) onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
		map.range = [
			bm.offset,
			offset,
			commentEnd ?? offset
		];
		return map;
	}
	exports.resolveBlockMap = resolveBlockMap;
}));
// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLSeq = require_YAMLSeq();
	var resolveProps = require_resolve_props();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
		const seq = new ((tag?.nodeClass) ?? YAMLSeq.YAMLSeq)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = bs.offset;
		let commentEnd = null;
		for (const { start, value } of bs.items) {
			const props = resolveProps.resolveProps(start, {
				indicator: "seq-item-ind",
				next: value,
				offset,
				onError,
				parentIndent: bs.indent,
				startOnNewline: true
			});
			if (!props.found) {
				if (props.anchor || props.tag || value) {
					if (value?.type === "block-seq") onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
					else onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
				} else {
					commentEnd = props.end;
					if (props.comment) seq.comment = props.comment;
					continue;
				}
			}
			const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
			offset = node.range[2];
			seq.items.push(node);
		}
		seq.range = [
			bs.offset,
			offset,
			commentEnd ?? offset
		];
		return seq;
	}
	exports.resolveBlockSeq = resolveBlockSeq;
}));
// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveEnd(end, offset, reqSpace, onError) {
		let comment = "";
		if (end) {
			let hasSpace = false;
			let sep = "";
			for (const token of end) {
				const { source, type } = token;
				switch (type) {
					case "space":
						hasSpace = true;
						break;
					case "comment": {
						if (reqSpace && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
						const cb = source.substring(1) || " ";
						if (!comment) comment = cb;
						else comment += sep + cb;
						sep = "";
						break;
					}
					case "newline":
						if (comment) sep += source;
						hasSpace = true;
						break;
					default: onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
				}
				offset += source.length;
			}
		}
		return {
			comment,
			offset
		};
	}
	exports.resolveEnd = resolveEnd;
}));
// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilMapIncludes = require_util_map_includes();
	const blockMsg = "Block collections are not allowed within flow collections";
	const isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
	function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
		const isMap = fc.start.source === "{";
		const fcName = isMap ? "flow map" : "flow sequence";
		const coll = new ((tag?.nodeClass) ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq))(ctx.schema);
		coll.flow = true;
		const atRoot = ctx.atRoot;
		if (atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = fc.offset + fc.start.source.length;
		for (let i = 0; i < fc.items.length; ++i) {
			const collItem = fc.items[i];
			const { start, key, sep, value } = collItem;
			const props = resolveProps.resolveProps(start, {
				flow: fcName,
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: fc.indent,
				startOnNewline: false
			});
			if (!props.found) {
				if (!props.anchor && !props.tag && !sep && !value) {
					if (i === 0 && props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
					else if (i < fc.items.length - 1) onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
					if (props.comment) {
						if (coll.comment) coll.comment += "\n" + props.comment;
						else coll.comment = props.comment;
					}
					offset = props.end;
					continue;
				}
				if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key)) onError(key, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
			}
			if (i === 0) {
				if (props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
			} else {
				if (!props.comma) onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
				if (props.comment) {
					let prevItemComment = "";
					loop: for (const st of start) switch (st.type) {
						case "comma":
						case "space": break;
						case "comment":
							prevItemComment = st.source.substring(1);
							break loop;
						default: break loop;
					}
					if (prevItemComment) {
						let prev = coll.items[coll.items.length - 1];
						if (identity.isPair(prev)) prev = prev.value ?? prev.key;
						if (prev.comment) prev.comment += "\n" + prevItemComment;
						else prev.comment = prevItemComment;
						props.comment = props.comment.substring(prevItemComment.length + 1);
					}
				}
			}
			if (!isMap && !sep && !props.found) {
				const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
				coll.items.push(valueNode);
				offset = valueNode.range[2];
				if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
			} else {
				ctx.atKey = true;
				const keyStart = props.end;
				const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
				if (isBlock(key)) onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
				ctx.atKey = false;
				const valueProps = resolveProps.resolveProps(sep ?? [], {
					flow: fcName,
					indicator: "map-value-ind",
					next: value,
					offset: keyNode.range[2],
					onError,
					parentIndent: fc.indent,
					startOnNewline: false
				});
				if (valueProps.found) {
					if (!isMap && !props.found && ctx.options.strict) {
						if (sep) for (const st of sep) {
							if (st === valueProps.found) break;
							if (st.type === "newline") {
								onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
								break;
							}
						}
						if (props.start < valueProps.found.offset - 1024) onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
					}
				} else if (value) {
					if ("source" in value && value.source?.[0] === ":") onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
					else onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
				if (valueNode) {
					if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
				} else if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				if (isMap) {
					const map = coll;
					if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
					map.items.push(pair);
				} else {
					const map = new YAMLMap.YAMLMap(ctx.schema);
					map.flow = true;
					map.items.push(pair);
					const endRange = (valueNode ?? keyNode).range;
					map.range = [
						keyNode.range[0],
						endRange[1],
						endRange[2]
					];
					coll.items.push(map);
				}
				offset = valueNode ? valueNode.range[2] : valueProps.end;
			}
		}
		const expectedEnd = isMap ? "}" : "]";
		const [ce, ...ee] = fc.end;
		let cePos = offset;
		if (ce?.source === expectedEnd) cePos = ce.offset + ce.source.length;
		else {
			const name = fcName[0].toUpperCase() + fcName.substring(1);
			const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
			onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
			if (ce && ce.source.length !== 1) ee.unshift(ce);
		}
		if (ee.length > 0) {
			const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
			if (end.comment) {
				if (coll.comment) coll.comment += "\n" + end.comment;
				else coll.comment = end.comment;
			}
			coll.range = [
				fc.offset,
				cePos,
				end.offset
			];
		} else coll.range = [
			fc.offset,
			cePos,
			cePos
		];
		return coll;
	}
	exports.resolveFlowCollection = resolveFlowCollection;
}));
// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveBlockMap = require_resolve_block_map();
	var resolveBlockSeq = require_resolve_block_seq();
	var resolveFlowCollection = require_resolve_flow_collection();
	function resolveCollection(CN, ctx, token, onError, tagName, tag) {
		const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
		const Coll = coll.constructor;
		if (tagName === "!" || tagName === Coll.tagName) {
			coll.tag = Coll.tagName;
			return coll;
		}
		if (tagName) coll.tag = tagName;
		return coll;
	}
	function composeCollection(CN, ctx, token, props, onError) {
		const tagToken = props.tag;
		const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
		if (token.type === "block-seq") {
			const { anchor, newlineAfterProp: nl } = props;
			const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
			if (lastProp && (!nl || nl.offset < lastProp.offset)) onError(lastProp, "MISSING_CHAR", "Missing newline after block sequence props");
		}
		const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
		if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") return resolveCollection(CN, ctx, token, onError, tagName);
		let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
		if (!tag) {
			const kt = ctx.schema.knownTags[tagName];
			if (kt?.collection === expType) {
				ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
				tag = kt;
			} else {
				if (kt) onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
				else onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
				return resolveCollection(CN, ctx, token, onError, tagName);
			}
		}
		const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
		const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
		const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
		node.range = coll.range;
		node.tag = tagName;
		if (tag?.format) node.format = tag.format;
		return node;
	}
	exports.composeCollection = composeCollection;
}));
// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function resolveBlockScalar(ctx, scalar, onError) {
		const start = scalar.offset;
		const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
		if (!header) return {
			value: "",
			type: null,
			comment: "",
			range: [
				start,
				start,
				start
			]
		};
		const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
		const lines = scalar.source ? splitLines(scalar.source) : [];
		let chompStart = lines.length;
		for (let i = lines.length - 1; i >= 0; --i) {
			const content = lines[i][1];
			if (content === "" || content === "\r") chompStart = i;
			else break;
		}
		if (chompStart === 0) {
			const value = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
			let end = start + header.length;
			if (scalar.source) end += scalar.source.length;
			return {
				value,
				type,
				comment: header.comment,
				range: [
					start,
					end,
					end
				]
			};
		}
		let trimIndent = scalar.indent + header.indent;
		let offset = scalar.offset + header.length;
		let contentStart = 0;
		for (let i = 0; i < chompStart; ++i) {
			const [indent, content] = lines[i];
			if (content === "" || content === "\r") {
				if (header.indent === 0 && indent.length > trimIndent) trimIndent = indent.length;
			} else {
				if (indent.length < trimIndent) onError(offset + indent.length, "MISSING_CHAR", "Block scalars with more-indented leading empty lines must use an explicit indentation indicator");
				if (header.indent === 0) trimIndent = indent.length;
				contentStart = i;
				if (trimIndent === 0 && !ctx.atRoot) onError(offset, "BAD_INDENT", "Block scalar values in collections must be indented");
				break;
			}
			offset += indent.length + content.length + 1;
		}
		for (let i = lines.length - 1; i >= chompStart; --i) if (lines[i][0].length > trimIndent) chompStart = i + 1;
		let value = "";
		let sep = "";
		let prevMoreIndented = false;
		for (let i = 0; i < contentStart; ++i) value += lines[i][0].slice(trimIndent) + "\n";
		for (let i = contentStart; i < chompStart; ++i) {
			let [indent, content] = lines[i];
			offset += indent.length + content.length + 1;
			const crlf = content[content.length - 1] === "\r";
			if (crlf) content = content.slice(0, -1);
			/* istanbul ignore if already caught in lexer */
			if (content && indent.length < trimIndent) {
				const message = `Block scalar lines must not be less indented than their ${header.indent ? "explicit indentation indicator" : "first line"}`;
				onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
				indent = "";
			}
			if (type === Scalar.Scalar.BLOCK_LITERAL) {
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
			} else if (indent.length > trimIndent || content[0] === "	") {
				if (sep === " ") sep = "\n";
				else if (!prevMoreIndented && sep === "\n") sep = "\n\n";
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
				prevMoreIndented = true;
			} else if (content === "") {
				if (sep === "\n") value += "\n";
				else sep = "\n";
			} else {
				value += sep + content;
				sep = " ";
				prevMoreIndented = false;
			}
		}
		switch (header.chomp) {
			case "-": break;
			case "+":
				for (let i = chompStart; i < lines.length; ++i) value += "\n" + lines[i][0].slice(trimIndent);
				if (value[value.length - 1] !== "\n") value += "\n";
				break;
			default: value += "\n";
		}
		const end = start + header.length + scalar.source.length;
		return {
			value,
			type,
			comment: header.comment,
			range: [
				start,
				end,
				end
			]
		};
	}
	function parseBlockScalarHeader({ offset, props }, strict, onError) {
		/* istanbul ignore if should not happen */
		if (props[0].type !== "block-scalar-header") {
			onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
			return null;
		}
		const { source } = props[0];
		const mode = source[0];
		let indent = 0;
		let chomp = "";
		let error = -1;
		for (let i = 1; i < source.length; ++i) {
			const ch = source[i];
			if (!chomp && (ch === "-" || ch === "+")) chomp = ch;
			else {
				const n = Number(ch);
				if (!indent && n) indent = n;
				else if (error === -1) error = offset + i;
			}
		}
		if (error !== -1) onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
		let hasSpace = false;
		let comment = "";
		let length = source.length;
		for (let i = 1; i < props.length; ++i) {
			const token = props[i];
			switch (token.type) {
				case "space": hasSpace = true;
				case "newline":
					length += token.source.length;
					break;
				case "comment":
					if (strict && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					length += token.source.length;
					comment = token.source.substring(1);
					break;
				case "error":
					onError(token, "UNEXPECTED_TOKEN", token.message);
					length += token.source.length;
					break;
				/* istanbul ignore next should not happen */
				default: {
					onError(token, "UNEXPECTED_TOKEN", `Unexpected token in block scalar header: ${token.type}`);
					const ts = token.source;
					if (ts && typeof ts === "string") length += ts.length;
				}
			}
		}
		return {
			mode,
			indent,
			chomp,
			comment,
			length
		};
	}
	/** @returns Array of lines split up as `[indent, content]` */
	function splitLines(source) {
		const split = source.split(/\n( *)/);
		const first = split[0];
		const m = first.match(/^( *)/);
		const lines = [m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first]];
		for (let i = 1; i < split.length; i += 2) lines.push([split[i], split[i + 1]]);
		return lines;
	}
	exports.resolveBlockScalar = resolveBlockScalar;
}));
// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var resolveEnd = require_resolve_end();
	function resolveFlowScalar(scalar, strict, onError) {
		const { offset, type, source, end } = scalar;
		let _type;
		let value;
		const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
		switch (type) {
			case "scalar":
				_type = Scalar.Scalar.PLAIN;
				value = plainValue(source, _onError);
				break;
			case "single-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_SINGLE;
				value = singleQuotedValue(source, _onError);
				break;
			case "double-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_DOUBLE;
				value = doubleQuotedValue(source, _onError);
				break;
			/* istanbul ignore next should not happen */
			default:
				onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
				return {
					value: "",
					type: null,
					comment: "",
					range: [
						offset,
						offset + source.length,
						offset + source.length
					]
				};
		}
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
		return {
			value,
			type: _type,
			comment: re.comment,
			range: [
				offset,
				valueEnd,
				re.offset
			]
		};
	}
	function plainValue(source, onError) {
		let badChar = "";
		switch (source[0]) {
			/* istanbul ignore next should not happen */
			case "	":
				badChar = "a tab character";
				break;
			case ",":
				badChar = "flow indicator character ,";
				break;
			case "%":
				badChar = "directive indicator character %";
				break;
			case "|":
			case ">":
				badChar = `block scalar indicator ${source[0]}`;
				break;
			case "@":
			case "`": badChar = `reserved character ${source[0]}`;
		}
		if (badChar) onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
		return unfoldLines(source);
	}
	function singleQuotedValue(source, onError) {
		if (source[source.length - 1] !== "'" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
		return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
	}
	function unfoldLines(source) {
		const line = /(.*?)\r?\n/sy;
		let match = line.exec(source);
		if (!match) return source;
		/**
		* The negative lookbehinds in these RegExps are to
		* prevent causing a polynomial search time in certain cases.
		*
		* The try-catch is for Safari < 16.4 and other old browsers:
		* https://caniuse.com/js-regexp-lookbehind
		*/
		let trimEnd, trimBoth;
		try {
			trimEnd = new RegExp("(?<![ 	])[ 	]+$");
			trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
		} catch {
			trimEnd = /[ \t]+$/;
			trimBoth = /^[ \t]+|[ \t]+$/g;
		}
		let res = match[1].replace(trimEnd, "");
		let sep = " ";
		let pos = line.lastIndex;
		while (match = line.exec(source)) {
			const lm = match[1].replace(trimBoth, "");
			if (lm === "") {
				if (sep === "\n") res += sep;
				else sep = "\n";
			} else {
				res += sep + lm;
				sep = " ";
			}
			pos = line.lastIndex;
		}
		const last = /[ \t]*(.*)/sy;
		last.lastIndex = pos;
		match = last.exec(source);
		return res + sep + (match?.[1] ?? "");
	}
	function doubleQuotedValue(source, onError) {
		let res = "";
		for (let i = 1; i < source.length - 1; ++i) {
			const ch = source[i];
			if (ch === "\r" && source[i + 1] === "\n") continue;
			if (ch === "\n") {
				const { fold, offset } = foldNewline(source, i);
				res += fold;
				i = offset;
			} else if (ch === "\\") {
				let next = source[++i];
				const cc = escapeCodes[next];
				if (cc) res += cc;
				else if (next === "\n") {
					next = source[i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "\r" && source[i + 1] === "\n") {
					next = source[++i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "x" || next === "u" || next === "U") {
					const length = next === "x" ? 2 : next === "u" ? 4 : 8;
					res += parseCharCode(source, i + 1, length, onError);
					i += length;
				} else {
					const raw = source.substr(i - 1, 2);
					onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
					res += raw;
				}
			} else if (ch === " " || ch === "	") {
				const wsStart = i;
				let next = source[i + 1];
				while (next === " " || next === "	") next = source[++i + 1];
				if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n")) res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
			} else res += ch;
		}
		if (source[source.length - 1] !== "\"" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing \"quote");
		return res;
	}
	/**
	* Fold a single newline into a space, multiple newlines to N - 1 newlines.
	* Presumes `source[offset] === '\n'`
	*/
	function foldNewline(source, offset) {
		let fold = "";
		let ch = source[offset + 1];
		while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
			if (ch === "\r" && source[offset + 2] !== "\n") break;
			if (ch === "\n") fold += "\n";
			offset += 1;
			ch = source[offset + 1];
		}
		if (!fold) fold = " ";
		return {
			fold,
			offset
		};
	}
	const escapeCodes = {
		"0": "\0",
		a: "\x07",
		b: "\b",
		e: "\x1B",
		f: "\f",
		n: "\n",
		r: "\r",
		t: "	",
		v: "\v",
		N: "",
		_: "\xA0",
		L: "\u2028",
		P: "\u2029",
		" ": " ",
		"\"": "\"",
		"/": "/",
		"\\": "\\",
		"	": "	"
	};
	function parseCharCode(source, offset, length, onError) {
		const cc = source.substr(offset, length);
		const code = cc.length === length && /^[0-9a-fA-F]+$/.test(cc) ? parseInt(cc, 16) : NaN;
		try {
			return String.fromCodePoint(code);
		} catch {
			const raw = source.substr(offset - 2, length + 2);
			onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
			return raw;
		}
	}
	exports.resolveFlowScalar = resolveFlowScalar;
}));
// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	function composeScalar(ctx, token, tagToken, onError) {
		const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
		const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
		let tag;
		if (ctx.options.stringKeys && ctx.atKey) tag = ctx.schema[identity.SCALAR];
		else if (tagName) tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
		else if (token.type === "scalar") tag = findScalarTagByTest(ctx, value, token, onError);
		else tag = ctx.schema[identity.SCALAR];
		let scalar;
		try {
			const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
			scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
		} catch (error) {
			const msg = error instanceof Error ? error.message : String(error);
			onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
			scalar = new Scalar.Scalar(value);
		}
		scalar.range = range;
		scalar.source = value;
		if (type) scalar.type = type;
		if (tagName) scalar.tag = tagName;
		if (tag.format) scalar.format = tag.format;
		if (comment) scalar.comment = comment;
		return scalar;
	}
	function findScalarTagByName(schema, value, tagName, tagToken, onError) {
		if (tagName === "!") return schema[identity.SCALAR];
		const matchWithTest = [];
		for (const tag of schema.tags) if (!tag.collection && tag.tag === tagName) {
			if (tag.default && tag.test) matchWithTest.push(tag);
			else return tag;
		}
		for (const tag of matchWithTest) if (tag.test?.test(value)) return tag;
		const kt = schema.knownTags[tagName];
		if (kt && !kt.collection) {
			schema.tags.push(Object.assign({}, kt, {
				default: false,
				test: void 0
			}));
			return kt;
		}
		onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
		return schema[identity.SCALAR];
	}
	function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
		const tag = schema.tags.find((tag) => (tag.default === true || atKey && tag.default === "key") && tag.test?.test(value)) || schema[identity.SCALAR];
		if (schema.compat) {
			const compat = schema.compat.find((tag) => tag.default && tag.test?.test(value)) ?? schema[identity.SCALAR];
			if (tag.tag !== compat.tag) onError(token, "TAG_RESOLVE_FAILED", `Value may be parsed as either ${directives.tagString(tag.tag)} or ${directives.tagString(compat.tag)}`, true);
		}
		return tag;
	}
	exports.composeScalar = composeScalar;
}));
// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = /* @__PURE__ */ __commonJSMin(((exports) => {
	function emptyScalarPosition(offset, before, pos) {
		if (before) {
			pos ?? (pos = before.length);
			for (let i = pos - 1; i >= 0; --i) {
				let st = before[i];
				switch (st.type) {
					case "space":
					case "comment":
					case "newline":
						offset -= st.source.length;
						continue;
				}
				st = before[++i];
				while (st?.type === "space") {
					offset += st.source.length;
					st = before[++i];
				}
				break;
			}
		}
		return offset;
	}
	exports.emptyScalarPosition = emptyScalarPosition;
}));
// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var composeCollection = require_compose_collection();
	var composeScalar = require_compose_scalar();
	var resolveEnd = require_resolve_end();
	var utilEmptyScalarPosition = require_util_empty_scalar_position();
	const CN = {
		composeNode,
		composeEmptyNode
	};
	function composeNode(ctx, token, props, onError) {
		const atKey = ctx.atKey;
		const { spaceBefore, comment, anchor, tag } = props;
		let node;
		let isSrcToken = true;
		switch (token.type) {
			case "alias":
				node = composeAlias(ctx, token, onError);
				if (anchor || tag) onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
				break;
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "block-scalar":
				node = composeScalar.composeScalar(ctx, token, tag, onError);
				if (anchor) node.anchor = anchor.source.substring(1);
				break;
			case "block-map":
			case "block-seq":
			case "flow-collection":
				try {
					node = composeCollection.composeCollection(CN, ctx, token, props, onError);
					if (anchor) node.anchor = anchor.source.substring(1);
				} catch (error) {
					onError(token, "RESOURCE_EXHAUSTION", error instanceof Error ? error.message : String(error));
				}
				break;
			default:
				onError(token, "UNEXPECTED_TOKEN", token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`);
				isSrcToken = false;
		}
		node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
		if (anchor && node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) onError(tag ?? token, "NON_STRING_KEY", "With stringKeys, all keys must be strings");
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			if (token.type === "scalar" && token.source === "") node.comment = comment;
			else node.commentBefore = comment;
		}
		if (ctx.options.keepSourceTokens && isSrcToken) node.srcToken = token;
		return node;
	}
	function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
		const token = {
			type: "scalar",
			offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
			indent: -1,
			source: ""
		};
		const node = composeScalar.composeScalar(ctx, token, tag, onError);
		if (anchor) {
			node.anchor = anchor.source.substring(1);
			if (node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		}
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			node.comment = comment;
			node.range[2] = end;
		}
		return node;
	}
	function composeAlias({ options }, { offset, source, end }, onError) {
		const alias = new Alias.Alias(source.substring(1));
		if (alias.source === "") onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
		if (alias.source.endsWith(":")) onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
		alias.range = [
			offset,
			valueEnd,
			re.offset
		];
		if (re.comment) alias.comment = re.comment;
		return alias;
	}
	exports.composeEmptyNode = composeEmptyNode;
	exports.composeNode = composeNode;
}));
// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Document = require_Document();
	var composeNode = require_compose_node();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	function composeDoc(options, directives, { offset, start, value, end }, onError) {
		const opts = Object.assign({ _directives: directives }, options);
		const doc = new Document.Document(void 0, opts);
		const ctx = {
			atKey: false,
			atRoot: true,
			directives: doc.directives,
			options: doc.options,
			schema: doc.schema
		};
		const props = resolveProps.resolveProps(start, {
			indicator: "doc-start",
			next: value ?? end?.[0],
			offset,
			onError,
			parentIndent: 0,
			startOnNewline: true
		});
		if (props.found) {
			doc.directives.docStart = true;
			if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline) onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
		}
		doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
		const contentEnd = doc.contents.range[2];
		const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
		if (re.comment) doc.comment = re.comment;
		doc.range = [
			offset,
			contentEnd,
			re.offset
		];
		return doc;
	}
	exports.composeDoc = composeDoc;
}));
// node_modules/yaml/dist/compose/composer.js
var require_composer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	var directives = require_directives();
	var Document = require_Document();
	var errors = require_errors();
	var identity = require_identity();
	var composeDoc = require_compose_doc();
	var resolveEnd = require_resolve_end();
	function getErrorPos(src) {
		if (typeof src === "number") return [src, src + 1];
		if (Array.isArray(src)) return src.length === 2 ? src : [src[0], src[1]];
		const { offset, source } = src;
		return [offset, offset + (typeof source === "string" ? source.length : 1)];
	}
	function parsePrelude(prelude) {
		let comment = "";
		let atComment = false;
		let afterEmptyLine = false;
		for (let i = 0; i < prelude.length; ++i) {
			const source = prelude[i];
			switch (source[0]) {
				case "#":
					comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
					atComment = true;
					afterEmptyLine = false;
					break;
				case "%":
					if (prelude[i + 1]?.[0] !== "#") i += 1;
					atComment = false;
					break;
				default:
					if (!atComment) afterEmptyLine = true;
					atComment = false;
			}
		}
		return {
			comment,
			afterEmptyLine
		};
	}
	/**
	* Compose a stream of CST nodes into a stream of YAML Documents.
	*
	* ```ts
	* import { Composer, Parser } from 'yaml'
	*
	* const src: string = ...
	* const tokens = new Parser().parse(src)
	* const docs = new Composer().compose(tokens)
	* ```
	*/
	var Composer = class {
		constructor(options = {}) {
			this.doc = null;
			this.atDirectives = false;
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
			this.onError = (source, code, message, warning) => {
				const pos = getErrorPos(source);
				if (warning) this.warnings.push(new errors.YAMLWarning(pos, code, message));
				else this.errors.push(new errors.YAMLParseError(pos, code, message));
			};
			this.directives = new directives.Directives({ version: options.version || "1.2" });
			this.options = options;
		}
		decorate(doc, afterDoc) {
			const { comment, afterEmptyLine } = parsePrelude(this.prelude);
			if (comment) {
				const dc = doc.contents;
				if (afterDoc) doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
				else if (afterEmptyLine || doc.directives.docStart || !dc) doc.commentBefore = comment;
				else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
					let it = dc.items[0];
					if (identity.isPair(it)) it = it.key;
					const cb = it.commentBefore;
					it.commentBefore = cb ? `${comment}\n${cb}` : comment;
				} else {
					const cb = dc.commentBefore;
					dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
				}
			}
			if (afterDoc) {
				for (let i = 0; i < this.errors.length; ++i) doc.errors.push(this.errors[i]);
				for (let i = 0; i < this.warnings.length; ++i) doc.warnings.push(this.warnings[i]);
			} else {
				doc.errors = this.errors;
				doc.warnings = this.warnings;
			}
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
		}
		/**
		* Current stream status information.
		*
		* Mostly useful at the end of input for an empty stream.
		*/
		streamInfo() {
			return {
				comment: parsePrelude(this.prelude).comment,
				directives: this.directives,
				errors: this.errors,
				warnings: this.warnings
			};
		}
		/**
		* Compose tokens into documents.
		*
		* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
		* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
		*/
		*compose(tokens, forceDoc = false, endOffset = -1) {
			for (const token of tokens) yield* this.next(token);
			yield* this.end(forceDoc, endOffset);
		}
		/** Advance the composer by one CST token. */
		*next(token) {
			if (node_process.env.LOG_STREAM) console.dir(token, { depth: null });
			switch (token.type) {
				case "directive":
					this.directives.add(token.source, (offset, message, warning) => {
						const pos = getErrorPos(token);
						pos[0] += offset;
						this.onError(pos, "BAD_DIRECTIVE", message, warning);
					});
					this.prelude.push(token.source);
					this.atDirectives = true;
					break;
				case "document": {
					const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
					if (this.atDirectives && !doc.directives.docStart) this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
					this.decorate(doc, false);
					if (this.doc) yield this.doc;
					this.doc = doc;
					this.atDirectives = false;
					break;
				}
				case "byte-order-mark":
				case "space": break;
				case "comment":
				case "newline":
					this.prelude.push(token.source);
					break;
				case "error": {
					const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
					const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
					if (this.atDirectives || !this.doc) this.errors.push(error);
					else this.doc.errors.push(error);
					break;
				}
				case "doc-end": {
					if (!this.doc) {
						this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", "Unexpected doc-end without preceding document"));
						break;
					}
					this.doc.directives.docEnd = true;
					const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
					this.decorate(this.doc, true);
					if (end.comment) {
						const dc = this.doc.comment;
						this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
					}
					this.doc.range[2] = end.offset;
					break;
				}
				default: this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
			}
		}
		/**
		* Call at end of input to yield any remaining document.
		*
		* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
		* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
		*/
		*end(forceDoc = false, endOffset = -1) {
			if (this.doc) {
				this.decorate(this.doc, true);
				yield this.doc;
				this.doc = null;
			} else if (forceDoc) {
				const opts = Object.assign({ _directives: this.directives }, this.options);
				const doc = new Document.Document(void 0, opts);
				if (this.atDirectives) this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
				doc.range = [
					0,
					endOffset,
					endOffset
				];
				this.decorate(doc, false);
				yield doc;
			}
		}
	};
	exports.Composer = Composer;
}));
// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	var errors = require_errors();
	var stringifyString = require_stringifyString();
	function resolveAsScalar(token, strict = true, onError) {
		if (token) {
			const _onError = (pos, code, message) => {
				const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
				if (onError) onError(offset, code, message);
				else throw new errors.YAMLParseError([offset, offset + 1], code, message);
			};
			switch (token.type) {
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
				case "block-scalar": return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
			}
		}
		return null;
	}
	/**
	* Create a new scalar token with `value`
	*
	* Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
	* as this function does not support any schema operations and won't check for such conflicts.
	*
	* @param value The string representation of the value, which will have its content properly indented.
	* @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
	* @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
	* @param context.indent The indent level of the token.
	* @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
	* @param context.offset The offset position of the token.
	* @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
	*/
	function createScalarToken(value, context) {
		const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey,
			indent: indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		const end = context.end ?? [{
			type: "newline",
			offset: -1,
			indent,
			source: "\n"
		}];
		switch (source[0]) {
			case "|":
			case ">": {
				const he = source.indexOf("\n");
				const head = source.substring(0, he);
				const body = source.substring(he + 1) + "\n";
				const props = [{
					type: "block-scalar-header",
					offset,
					indent,
					source: head
				}];
				if (!addEndtoBlockProps(props, end)) props.push({
					type: "newline",
					offset: -1,
					indent,
					source: "\n"
				});
				return {
					type: "block-scalar",
					offset,
					indent,
					props,
					source: body
				};
			}
			case "\"": return {
				type: "double-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			case "'": return {
				type: "single-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			default: return {
				type: "scalar",
				offset,
				indent,
				source,
				end
			};
		}
	}
	/**
	* Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
	*
	* Best efforts are made to retain any comments previously associated with the `token`,
	* though all contents within a collection's `items` will be overwritten.
	*
	* Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
	* as this function does not support any schema operations and won't check for such conflicts.
	*
	* @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
	* @param value The string representation of the value, which will have its content properly indented.
	* @param context.afterKey In most cases, values after a key should have an additional level of indentation.
	* @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
	* @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
	* @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
	*/
	function setScalarValue(token, value, context = {}) {
		let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
		let indent = "indent" in token ? token.indent : null;
		if (afterKey && typeof indent === "number") indent += 2;
		if (!type) switch (token.type) {
			case "single-quoted-scalar":
				type = "QUOTE_SINGLE";
				break;
			case "double-quoted-scalar":
				type = "QUOTE_DOUBLE";
				break;
			case "block-scalar": {
				const header = token.props[0];
				if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
				type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
				break;
			}
			default: type = "PLAIN";
		}
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey: implicitKey || indent === null,
			indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		switch (source[0]) {
			case "|":
			case ">":
				setBlockScalarValue(token, source);
				break;
			case "\"":
				setFlowScalarValue(token, source, "double-quoted-scalar");
				break;
			case "'":
				setFlowScalarValue(token, source, "single-quoted-scalar");
				break;
			default: setFlowScalarValue(token, source, "scalar");
		}
	}
	function setBlockScalarValue(token, source) {
		const he = source.indexOf("\n");
		const head = source.substring(0, he);
		const body = source.substring(he + 1) + "\n";
		if (token.type === "block-scalar") {
			const header = token.props[0];
			if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
			header.source = head;
			token.source = body;
		} else {
			const { offset } = token;
			const indent = "indent" in token ? token.indent : -1;
			const props = [{
				type: "block-scalar-header",
				offset,
				indent,
				source: head
			}];
			if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0)) props.push({
				type: "newline",
				offset: -1,
				indent,
				source: "\n"
			});
			for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
			Object.assign(token, {
				type: "block-scalar",
				indent,
				props,
				source: body
			});
		}
	}
	/** @returns `true` if last token is a newline */
	function addEndtoBlockProps(props, end) {
		if (end) for (const st of end) switch (st.type) {
			case "space":
			case "comment":
				props.push(st);
				break;
			case "newline":
				props.push(st);
				return true;
		}
		return false;
	}
	function setFlowScalarValue(token, source, type) {
		switch (token.type) {
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				token.type = type;
				token.source = source;
				break;
			case "block-scalar": {
				const end = token.props.slice(1);
				let oa = source.length;
				if (token.props[0].type === "block-scalar-header") oa -= token.props[0].source.length;
				for (const tok of end) tok.offset += oa;
				delete token.props;
				Object.assign(token, {
					type,
					source,
					end
				});
				break;
			}
			case "block-map":
			case "block-seq": {
				const nl = {
					type: "newline",
					offset: token.offset + source.length,
					indent: token.indent,
					source: "\n"
				};
				delete token.items;
				Object.assign(token, {
					type,
					source,
					end: [nl]
				});
				break;
			}
			default: {
				const indent = "indent" in token ? token.indent : -1;
				const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
				for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
				Object.assign(token, {
					type,
					indent,
					source,
					end
				});
			}
		}
	}
	exports.createScalarToken = createScalarToken;
	exports.resolveAsScalar = resolveAsScalar;
	exports.setScalarValue = setScalarValue;
}));
// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Stringify a CST document, token, or collection item
	*
	* Fair warning: This applies no validation whatsoever, and
	* simply concatenates the sources in their logical order.
	*/
	const stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
	function stringifyToken(token) {
		switch (token.type) {
			case "block-scalar": {
				let res = "";
				for (const tok of token.props) res += stringifyToken(tok);
				return res + token.source;
			}
			case "block-map":
			case "block-seq": {
				let res = "";
				for (const item of token.items) res += stringifyItem(item);
				return res;
			}
			case "flow-collection": {
				let res = token.start.source;
				for (const item of token.items) res += stringifyItem(item);
				for (const st of token.end) res += st.source;
				return res;
			}
			case "document": {
				let res = stringifyItem(token);
				if (token.end) for (const st of token.end) res += st.source;
				return res;
			}
			default: {
				let res = token.source;
				if ("end" in token && token.end) for (const st of token.end) res += st.source;
				return res;
			}
		}
	}
	function stringifyItem({ start, key, sep, value }) {
		let res = "";
		for (const st of start) res += st.source;
		if (key) res += stringifyToken(key);
		if (sep) for (const st of sep) res += st.source;
		if (value) res += stringifyToken(value);
		return res;
	}
	exports.stringify = stringify;
}));
// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove item");
	/**
	* Apply a visitor to a CST document or item.
	*
	* Walks through the tree (depth-first) starting from the root, calling a
	* `visitor` function with two arguments when entering each item:
	*   - `item`: The current item, which included the following members:
	*     - `start: SourceToken[]` – Source tokens before the key or value,
	*       possibly including its anchor or tag.
	*     - `key?: Token | null` – Set for pair values. May then be `null`, if
	*       the key before the `:` separator is empty.
	*     - `sep?: SourceToken[]` – Source tokens between the key and the value,
	*       which should include the `:` map value indicator if `value` is set.
	*     - `value?: Token` – The value of a sequence item, or of a map pair.
	*   - `path`: The steps from the root to the current node, as an array of
	*     `['key' | 'value', number]` tuples.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this token, continue with
	*      next sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current item, then continue with the next one
	*   - `number`: Set the index of the next step. This is useful especially if
	*     the index of the current token has changed.
	*   - `function`: Define the next visitor for this item. After the original
	*     visitor is called on item entry, next visitors are called after handling
	*     a non-empty `key` and when exiting the item.
	*/
	function visit(cst, visitor) {
		if ("type" in cst && cst.type === "document") cst = {
			start: cst.start,
			value: cst.value
		};
		_visit(Object.freeze([]), cst, visitor);
	}
	/** Terminate visit traversal completely */
	visit.BREAK = BREAK;
	/** Do not visit the children of the current item */
	visit.SKIP = SKIP;
	/** Remove the current item */
	visit.REMOVE = REMOVE;
	/** Find the item at `path` from `cst` as the root */
	visit.itemAtPath = (cst, path) => {
		let item = cst;
		for (const [field, index] of path) {
			const tok = item?.[field];
			if (tok && "items" in tok) item = tok.items[index];
			else return void 0;
		}
		return item;
	};
	/**
	* Get the immediate parent collection of the item at `path` from `cst` as the root.
	*
	* Throws an error if the collection is not found, which should never happen if the item itself exists.
	*/
	visit.parentCollection = (cst, path) => {
		const parent = visit.itemAtPath(cst, path.slice(0, -1));
		const field = path[path.length - 1][0];
		const coll = parent?.[field];
		if (coll && "items" in coll) return coll;
		throw new Error("Parent collection not found");
	};
	function _visit(path, item, visitor) {
		let ctrl = visitor(item, path);
		if (typeof ctrl === "symbol") return ctrl;
		for (const field of ["key", "value"]) {
			const token = item[field];
			if (token && "items" in token) {
				for (let i = 0; i < token.items.length; ++i) {
					const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						token.items.splice(i, 1);
						i -= 1;
					}
				}
				if (typeof ctrl === "function" && field === "key") ctrl = ctrl(item, path);
			}
		}
		return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
	}
	exports.visit = visit;
}));
// node_modules/yaml/dist/parse/cst.js
var require_cst = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cstScalar = require_cst_scalar();
	var cstStringify = require_cst_stringify();
	var cstVisit = require_cst_visit();
	/** The byte order mark */
	const BOM = "﻿";
	/** Start of doc-mode */
	const DOCUMENT = "";
	/** Unexpected end of flow-mode */
	const FLOW_END = "";
	/** Next token is a scalar value */
	const SCALAR = "";
	/** @returns `true` if `token` is a flow or block collection */
	const isCollection = (token) => !!token && "items" in token;
	/** @returns `true` if `token` is a flow or block scalar; not an alias */
	const isScalar = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
	/* istanbul ignore next */
	/** Get a printable representation of a lexer token */
	function prettyToken(token) {
		switch (token) {
			case BOM: return "<BOM>";
			case DOCUMENT: return "<DOC>";
			case FLOW_END: return "<FLOW_END>";
			case SCALAR: return "<SCALAR>";
			default: return JSON.stringify(token);
		}
	}
	/** Identify the type of a lexer token. May return `null` for unknown tokens. */
	function tokenType(source) {
		switch (source) {
			case BOM: return "byte-order-mark";
			case DOCUMENT: return "doc-mode";
			case FLOW_END: return "flow-error-end";
			case SCALAR: return "scalar";
			case "---": return "doc-start";
			case "...": return "doc-end";
			case "":
			case "\n":
			case "\r\n": return "newline";
			case "-": return "seq-item-ind";
			case "?": return "explicit-key-ind";
			case ":": return "map-value-ind";
			case "{": return "flow-map-start";
			case "}": return "flow-map-end";
			case "[": return "flow-seq-start";
			case "]": return "flow-seq-end";
			case ",": return "comma";
		}
		switch (source[0]) {
			case " ":
			case "	": return "space";
			case "#": return "comment";
			case "%": return "directive-line";
			case "*": return "alias";
			case "&": return "anchor";
			case "!": return "tag";
			case "'": return "single-quoted-scalar";
			case "\"": return "double-quoted-scalar";
			case "|":
			case ">": return "block-scalar-header";
		}
		return null;
	}
	exports.createScalarToken = cstScalar.createScalarToken;
	exports.resolveAsScalar = cstScalar.resolveAsScalar;
	exports.setScalarValue = cstScalar.setScalarValue;
	exports.stringify = cstStringify.stringify;
	exports.visit = cstVisit.visit;
	exports.BOM = BOM;
	exports.DOCUMENT = DOCUMENT;
	exports.FLOW_END = FLOW_END;
	exports.SCALAR = SCALAR;
	exports.isCollection = isCollection;
	exports.isScalar = isScalar;
	exports.prettyToken = prettyToken;
	exports.tokenType = tokenType;
}));
// node_modules/yaml/dist/parse/lexer.js
var require_lexer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cst = require_cst();
	function isEmpty(ch) {
		switch (ch) {
			case void 0:
			case " ":
			case "\n":
			case "\r":
			case "	": return true;
			default: return false;
		}
	}
	const hexDigits = /* @__PURE__ */ new Set("0123456789ABCDEFabcdef");
	const tagChars = /* @__PURE__ */ new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
	const flowIndicatorChars = /* @__PURE__ */ new Set(",[]{}");
	const invalidAnchorChars = /* @__PURE__ */ new Set(" ,[]{}\n\r	");
	const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
	/**
	* Splits an input string into lexical tokens, i.e. smaller strings that are
	* easily identifiable by `tokens.tokenType()`.
	*
	* Lexing starts always in a "stream" context. Incomplete input may be buffered
	* until a complete token can be emitted.
	*
	* In addition to slices of the original input, the following control characters
	* may also be emitted:
	*
	* - `\x02` (Start of Text): A document starts with the next token
	* - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
	* - `\x1f` (Unit Separator): Next token is a scalar value
	* - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
	*/
	var Lexer = class {
		constructor() {
			/**
			* Flag indicating whether the end of the current buffer marks the end of
			* all input
			*/
			this.atEnd = false;
			/**
			* Explicit indent set in block scalar header, as an offset from the current
			* minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
			* explicitly set.
			*/
			this.blockScalarIndent = -1;
			/**
			* Block scalars that include a + (keep) chomping indicator in their header
			* include trailing empty lines, which are otherwise excluded from the
			* scalar's contents.
			*/
			this.blockScalarKeep = false;
			/** Current input */
			this.buffer = "";
			/**
			* Flag noting whether the map value indicator : can immediately follow this
			* node within a flow context.
			*/
			this.flowKey = false;
			/** Count of surrounding flow collection levels. */
			this.flowLevel = 0;
			/**
			* Minimum level of indentation required for next lines to be parsed as a
			* part of the current scalar value.
			*/
			this.indentNext = 0;
			/** Indentation level of the current line. */
			this.indentValue = 0;
			/** Position of the next \n character. */
			this.lineEndPos = null;
			/** Stores the state of the lexer if reaching the end of incpomplete input */
			this.next = null;
			/** A pointer to `buffer`; the current position of the lexer. */
			this.pos = 0;
		}
		/**
		* Generate YAML tokens from the `source` string. If `incomplete`,
		* a part of the last line may be left as a buffer for the next call.
		*
		* @returns A generator of lexical tokens
		*/
		*lex(source, incomplete = false) {
			if (source) {
				if (typeof source !== "string") throw TypeError("source is not a string");
				this.buffer = this.buffer ? this.buffer + source : source;
				this.lineEndPos = null;
			}
			this.atEnd = !incomplete;
			let next = this.next ?? "stream";
			while (next && (incomplete || this.hasChars(1))) next = yield* this.parseNext(next);
		}
		atLineEnd() {
			let i = this.pos;
			let ch = this.buffer[i];
			while (ch === " " || ch === "	") ch = this.buffer[++i];
			if (!ch || ch === "#" || ch === "\n") return true;
			if (ch === "\r") return this.buffer[i + 1] === "\n";
			return false;
		}
		charAt(n) {
			return this.buffer[this.pos + n];
		}
		continueScalar(offset) {
			let ch = this.buffer[offset];
			if (this.indentNext > 0) {
				let indent = 0;
				while (ch === " ") ch = this.buffer[++indent + offset];
				if (ch === "\r") {
					const next = this.buffer[indent + offset + 1];
					if (next === "\n" || !next && !this.atEnd) return offset + indent + 1;
				}
				return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
			}
			if (ch === "-" || ch === ".") {
				const dt = this.buffer.substr(offset, 3);
				if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3])) return -1;
			}
			return offset;
		}
		getLine() {
			let end = this.lineEndPos;
			if (typeof end !== "number" || end !== -1 && end < this.pos) {
				end = this.buffer.indexOf("\n", this.pos);
				this.lineEndPos = end;
			}
			if (end === -1) return this.atEnd ? this.buffer.substring(this.pos) : null;
			if (this.buffer[end - 1] === "\r") end -= 1;
			return this.buffer.substring(this.pos, end);
		}
		hasChars(n) {
			return this.pos + n <= this.buffer.length;
		}
		setNext(state) {
			this.buffer = this.buffer.substring(this.pos);
			this.pos = 0;
			this.lineEndPos = null;
			this.next = state;
			return null;
		}
		peek(n) {
			return this.buffer.substr(this.pos, n);
		}
		*parseNext(next) {
			switch (next) {
				case "stream": return yield* this.parseStream();
				case "line-start": return yield* this.parseLineStart();
				case "block-start": return yield* this.parseBlockStart();
				case "doc": return yield* this.parseDocument();
				case "flow": return yield* this.parseFlowCollection();
				case "quoted-scalar": return yield* this.parseQuotedScalar();
				case "block-scalar": return yield* this.parseBlockScalar();
				case "plain-scalar": return yield* this.parsePlainScalar();
			}
		}
		*parseStream() {
			let line = this.getLine();
			if (line === null) return this.setNext("stream");
			if (line[0] === cst.BOM) {
				yield* this.pushCount(1);
				line = line.substring(1);
			}
			if (line[0] === "%") {
				let dirEnd = line.length;
				let cs = line.indexOf("#");
				while (cs !== -1) {
					const ch = line[cs - 1];
					if (ch === " " || ch === "	") {
						dirEnd = cs - 1;
						break;
					} else cs = line.indexOf("#", cs + 1);
				}
				while (true) {
					const ch = line[dirEnd - 1];
					if (ch === " " || ch === "	") dirEnd -= 1;
					else break;
				}
				const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
				yield* this.pushCount(line.length - n);
				this.pushNewline();
				return "stream";
			}
			if (this.atLineEnd()) {
				const sp = yield* this.pushSpaces(true);
				yield* this.pushCount(line.length - sp);
				yield* this.pushNewline();
				return "stream";
			}
			yield cst.DOCUMENT;
			return yield* this.parseLineStart();
		}
		*parseLineStart() {
			const ch = this.charAt(0);
			if (!ch && !this.atEnd) return this.setNext("line-start");
			if (ch === "-" || ch === ".") {
				if (!this.atEnd && !this.hasChars(4)) return this.setNext("line-start");
				const s = this.peek(3);
				if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
					yield* this.pushCount(3);
					this.indentValue = 0;
					this.indentNext = 0;
					return s === "---" ? "doc" : "stream";
				}
			}
			this.indentValue = yield* this.pushSpaces(false);
			if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1))) this.indentNext = this.indentValue;
			return yield* this.parseBlockStart();
		}
		*parseBlockStart() {
			const [ch0, ch1] = this.peek(2);
			if (!ch1 && !this.atEnd) return this.setNext("block-start");
			if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
				const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
				this.indentNext = this.indentValue + 1;
				this.indentValue += n;
				return "block-start";
			}
			return "doc";
		}
		*parseDocument() {
			yield* this.pushSpaces(true);
			const line = this.getLine();
			if (line === null) return this.setNext("doc");
			let n = yield* this.pushIndicators();
			switch (line[n]) {
				case "#": yield* this.pushCount(line.length - n);
				case void 0:
					yield* this.pushNewline();
					return yield* this.parseLineStart();
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel = 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					return "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "doc";
				case "\"":
				case "'": return yield* this.parseQuotedScalar();
				case "|":
				case ">":
					n += yield* this.parseBlockScalarHeader();
					n += yield* this.pushSpaces(true);
					yield* this.pushCount(line.length - n);
					yield* this.pushNewline();
					return yield* this.parseBlockScalar();
				default: return yield* this.parsePlainScalar();
			}
		}
		*parseFlowCollection() {
			let nl, sp;
			let indent = -1;
			do {
				nl = yield* this.pushNewline();
				if (nl > 0) {
					sp = yield* this.pushSpaces(false);
					this.indentValue = indent = sp;
				} else sp = 0;
				sp += yield* this.pushSpaces(true);
			} while (nl + sp > 0);
			const line = this.getLine();
			if (line === null) return this.setNext("flow");
			if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
				if (!(indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}"))) {
					this.flowLevel = 0;
					yield cst.FLOW_END;
					return yield* this.parseLineStart();
				}
			}
			let n = 0;
			while (line[n] === ",") {
				n += yield* this.pushCount(1);
				n += yield* this.pushSpaces(true);
				this.flowKey = false;
			}
			n += yield* this.pushIndicators();
			switch (line[n]) {
				case void 0: return "flow";
				case "#":
					yield* this.pushCount(line.length - n);
					return "flow";
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel += 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					this.flowKey = true;
					this.flowLevel -= 1;
					return this.flowLevel ? "flow" : "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "flow";
				case "\"":
				case "'":
					this.flowKey = true;
					return yield* this.parseQuotedScalar();
				case ":": {
					const next = this.charAt(1);
					if (this.flowKey || isEmpty(next) || next === ",") {
						this.flowKey = false;
						yield* this.pushCount(1);
						yield* this.pushSpaces(true);
						return "flow";
					}
				}
				default:
					this.flowKey = false;
					return yield* this.parsePlainScalar();
			}
		}
		*parseQuotedScalar() {
			const quote = this.charAt(0);
			let end = this.buffer.indexOf(quote, this.pos + 1);
			if (quote === "'") while (end !== -1 && this.buffer[end + 1] === "'") end = this.buffer.indexOf("'", end + 2);
			else while (end !== -1) {
				let n = 0;
				while (this.buffer[end - 1 - n] === "\\") n += 1;
				if (n % 2 === 0) break;
				end = this.buffer.indexOf("\"", end + 1);
			}
			const qb = this.buffer.substring(0, end);
			let nl = qb.indexOf("\n", this.pos);
			if (nl !== -1) {
				while (nl !== -1) {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = qb.indexOf("\n", cs);
				}
				if (nl !== -1) end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
			}
			if (end === -1) {
				if (!this.atEnd) return this.setNext("quoted-scalar");
				end = this.buffer.length;
			}
			yield* this.pushToIndex(end + 1, false);
			return this.flowLevel ? "flow" : "doc";
		}
		*parseBlockScalarHeader() {
			this.blockScalarIndent = -1;
			this.blockScalarKeep = false;
			let i = this.pos;
			while (true) {
				const ch = this.buffer[++i];
				if (ch === "+") this.blockScalarKeep = true;
				else if (ch > "0" && ch <= "9") this.blockScalarIndent = Number(ch) - 1;
				else if (ch !== "-") break;
			}
			return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
		}
		*parseBlockScalar() {
			let nl = this.pos - 1;
			let indent = 0;
			let ch;
			loop: for (let i = this.pos; ch = this.buffer[i]; ++i) switch (ch) {
				case " ":
					indent += 1;
					break;
				case "\n":
					nl = i;
					indent = 0;
					break;
				case "\r": {
					const next = this.buffer[i + 1];
					if (!next && !this.atEnd) return this.setNext("block-scalar");
					if (next === "\n") break;
				}
				default: break loop;
			}
			if (!ch && !this.atEnd) return this.setNext("block-scalar");
			if (indent >= this.indentNext) {
				if (this.blockScalarIndent === -1) this.indentNext = indent;
				else this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
				do {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = this.buffer.indexOf("\n", cs);
				} while (nl !== -1);
				if (nl === -1) {
					if (!this.atEnd) return this.setNext("block-scalar");
					nl = this.buffer.length;
				}
			}
			let i = nl + 1;
			ch = this.buffer[i];
			while (ch === " ") ch = this.buffer[++i];
			if (ch === "	") {
				while (ch === "	" || ch === " " || ch === "\r" || ch === "\n") ch = this.buffer[++i];
				nl = i - 1;
			} else if (!this.blockScalarKeep) do {
				let i = nl - 1;
				let ch = this.buffer[i];
				if (ch === "\r") ch = this.buffer[--i];
				const lastChar = i;
				while (ch === " ") ch = this.buffer[--i];
				if (ch === "\n" && i >= this.pos && i + 1 + indent > lastChar) nl = i;
				else break;
			} while (true);
			yield cst.SCALAR;
			yield* this.pushToIndex(nl + 1, true);
			return yield* this.parseLineStart();
		}
		*parsePlainScalar() {
			const inFlow = this.flowLevel > 0;
			let end = this.pos - 1;
			let i = this.pos - 1;
			let ch;
			while (ch = this.buffer[++i]) if (ch === ":") {
				const next = this.buffer[i + 1];
				if (isEmpty(next) || inFlow && flowIndicatorChars.has(next)) break;
				end = i;
			} else if (isEmpty(ch)) {
				let next = this.buffer[i + 1];
				if (ch === "\r") {
					if (next === "\n") {
						i += 1;
						ch = "\n";
						next = this.buffer[i + 1];
					} else end = i;
				}
				if (next === "#" || inFlow && flowIndicatorChars.has(next)) break;
				if (ch === "\n") {
					const cs = this.continueScalar(i + 1);
					if (cs === -1) break;
					i = Math.max(i, cs - 2);
				}
			} else {
				if (inFlow && flowIndicatorChars.has(ch)) break;
				end = i;
			}
			if (!ch && !this.atEnd) return this.setNext("plain-scalar");
			yield cst.SCALAR;
			yield* this.pushToIndex(end + 1, true);
			return inFlow ? "flow" : "doc";
		}
		*pushCount(n) {
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos += n;
				return n;
			}
			return 0;
		}
		*pushToIndex(i, allowEmpty) {
			const s = this.buffer.slice(this.pos, i);
			if (s) {
				yield s;
				this.pos += s.length;
				return s.length;
			} else if (allowEmpty) yield "";
			return 0;
		}
		*pushIndicators() {
			let n = 0;
			loop: while (true) {
				switch (this.charAt(0)) {
					case "!":
						n += yield* this.pushTag();
						n += yield* this.pushSpaces(true);
						continue loop;
					case "&":
						n += yield* this.pushUntil(isNotAnchorChar);
						n += yield* this.pushSpaces(true);
						continue loop;
					case "-":
					case "?":
					case ":": {
						const inFlow = this.flowLevel > 0;
						const ch1 = this.charAt(1);
						if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
							if (!inFlow) this.indentNext = this.indentValue + 1;
							else if (this.flowKey) this.flowKey = false;
							n += yield* this.pushCount(1);
							n += yield* this.pushSpaces(true);
							continue loop;
						}
					}
				}
				break loop;
			}
			return n;
		}
		*pushTag() {
			if (this.charAt(1) === "<") {
				let i = this.pos + 2;
				let ch = this.buffer[i];
				while (!isEmpty(ch) && ch !== ">") ch = this.buffer[++i];
				return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
			} else {
				let i = this.pos + 1;
				let ch = this.buffer[i];
				while (ch) if (tagChars.has(ch)) ch = this.buffer[++i];
				else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) ch = this.buffer[i += 3];
				else break;
				return yield* this.pushToIndex(i, false);
			}
		}
		*pushNewline() {
			const ch = this.buffer[this.pos];
			if (ch === "\n") return yield* this.pushCount(1);
			else if (ch === "\r" && this.charAt(1) === "\n") return yield* this.pushCount(2);
			else return 0;
		}
		*pushSpaces(allowTabs) {
			let i = this.pos - 1;
			let ch;
			do
				ch = this.buffer[++i];
			while (ch === " " || allowTabs && ch === "	");
			const n = i - this.pos;
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos = i;
			}
			return n;
		}
		*pushUntil(test) {
			let i = this.pos;
			let ch = this.buffer[i];
			while (!test(ch)) ch = this.buffer[++i];
			return yield* this.pushToIndex(i, false);
		}
	};
	exports.Lexer = Lexer;
}));
// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Tracks newlines during parsing in order to provide an efficient API for
	* determining the one-indexed `{ line, col }` position for any offset
	* within the input.
	*/
	var LineCounter = class {
		constructor() {
			this.lineStarts = [];
			/**
			* Should be called in ascending order. Otherwise, call
			* `lineCounter.lineStarts.sort()` before calling `linePos()`.
			*/
			this.addNewLine = (offset) => this.lineStarts.push(offset);
			/**
			* Performs a binary search and returns the 1-indexed { line, col }
			* position of `offset`. If `line === 0`, `addNewLine` has never been
			* called or `offset` is before the first known newline.
			*/
			this.linePos = (offset) => {
				let low = 0;
				let high = this.lineStarts.length;
				while (low < high) {
					const mid = low + high >> 1;
					if (this.lineStarts[mid] < offset) low = mid + 1;
					else high = mid;
				}
				if (this.lineStarts[low] === offset) return {
					line: low + 1,
					col: 1
				};
				if (low === 0) return {
					line: 0,
					col: offset
				};
				const start = this.lineStarts[low - 1];
				return {
					line: low,
					col: offset - start + 1
				};
			};
		}
	};
	exports.LineCounter = LineCounter;
}));
// node_modules/yaml/dist/parse/parser.js
var require_parser = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	var cst = require_cst();
	var lexer = require_lexer();
	function includesToken(list, type) {
		for (let i = 0; i < list.length; ++i) if (list[i].type === type) return true;
		return false;
	}
	function findNonEmptyIndex(list) {
		for (let i = 0; i < list.length; ++i) switch (list[i].type) {
			case "space":
			case "comment":
			case "newline": break;
			default: return i;
		}
		return -1;
	}
	function isFlowToken(token) {
		switch (token?.type) {
			case "alias":
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "flow-collection": return true;
			default: return false;
		}
	}
	function getPrevProps(parent) {
		switch (parent.type) {
			case "document": return parent.start;
			case "block-map": {
				const it = parent.items[parent.items.length - 1];
				return it.sep ?? it.start;
			}
			case "block-seq": return parent.items[parent.items.length - 1].start;
			/* istanbul ignore next should not happen */
			default: return [];
		}
	}
	/** Note: May modify input array */
	function getFirstKeyStartProps(prev) {
		if (prev.length === 0) return [];
		let i = prev.length;
		loop: while (--i >= 0) switch (prev[i].type) {
			case "doc-start":
			case "explicit-key-ind":
			case "map-value-ind":
			case "seq-item-ind":
			case "newline": break loop;
		}
		while (prev[++i]?.type === "space");
		return prev.splice(i, prev.length);
	}
	function arrayPushArray(target, source) {
		if (source.length < 1e5) Array.prototype.push.apply(target, source);
		else for (let i = 0; i < source.length; ++i) target.push(source[i]);
	}
	function fixFlowSeqItems(fc) {
		if (fc.start.type === "flow-seq-start") {
			for (const it of fc.items) if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
				if (it.key) it.value = it.key;
				delete it.key;
				if (isFlowToken(it.value)) {
					if (it.value.end) arrayPushArray(it.value.end, it.sep);
					else it.value.end = it.sep;
				} else arrayPushArray(it.start, it.sep);
				delete it.sep;
			}
		}
	}
	/**
	* A YAML concrete syntax tree (CST) parser
	*
	* ```ts
	* const src: string = ...
	* for (const token of new Parser().parse(src)) {
	*   // token: Token
	* }
	* ```
	*
	* To use the parser with a user-provided lexer:
	*
	* ```ts
	* function* parse(source: string, lexer: Lexer) {
	*   const parser = new Parser()
	*   for (const lexeme of lexer.lex(source))
	*     yield* parser.next(lexeme)
	*   yield* parser.end()
	* }
	*
	* const src: string = ...
	* const lexer = new Lexer()
	* for (const token of parse(src, lexer)) {
	*   // token: Token
	* }
	* ```
	*/
	var Parser = class {
		/**
		* @param onNewLine - If defined, called separately with the start position of
		*   each new line (in `parse()`, including the start of input).
		*/
		constructor(onNewLine) {
			/** If true, space and sequence indicators count as indentation */
			this.atNewLine = true;
			/** If true, next token is a scalar value */
			this.atScalar = false;
			/** Current indentation level */
			this.indent = 0;
			/** Current offset since the start of parsing */
			this.offset = 0;
			/** On the same line with a block map key */
			this.onKeyLine = false;
			/** Top indicates the node that's currently being built */
			this.stack = [];
			/** The source of the current token, set in parse() */
			this.source = "";
			/** The type of the current token, set in parse() */
			this.type = "";
			this.lexer = new lexer.Lexer();
			this.onNewLine = onNewLine;
		}
		/**
		* Parse `source` as a YAML stream.
		* If `incomplete`, a part of the last line may be left as a buffer for the next call.
		*
		* Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
		*
		* @returns A generator of tokens representing each directive, document, and other structure.
		*/
		*parse(source, incomplete = false) {
			if (this.onNewLine && this.offset === 0) this.onNewLine(0);
			for (const lexeme of this.lexer.lex(source, incomplete)) yield* this.next(lexeme);
			if (!incomplete) yield* this.end();
		}
		/**
		* Advance the parser by the `source` of one lexical token.
		*/
		*next(source) {
			this.source = source;
			if (node_process.env.LOG_TOKENS) console.log("|", cst.prettyToken(source));
			if (this.atScalar) {
				this.atScalar = false;
				yield* this.step();
				this.offset += source.length;
				return;
			}
			const type = cst.tokenType(source);
			if (!type) {
				const message = `Not a YAML token: ${source}`;
				yield* this.pop({
					type: "error",
					offset: this.offset,
					message,
					source
				});
				this.offset += source.length;
			} else if (type === "scalar") {
				this.atNewLine = false;
				this.atScalar = true;
				this.type = "scalar";
			} else {
				this.type = type;
				yield* this.step();
				switch (type) {
					case "newline":
						this.atNewLine = true;
						this.indent = 0;
						if (this.onNewLine) this.onNewLine(this.offset + source.length);
						break;
					case "space":
						if (this.atNewLine && source[0] === " ") this.indent += source.length;
						break;
					case "explicit-key-ind":
					case "map-value-ind":
					case "seq-item-ind":
						if (this.atNewLine) this.indent += source.length;
						break;
					case "doc-mode":
					case "flow-error-end": return;
					default: this.atNewLine = false;
				}
				this.offset += source.length;
			}
		}
		/** Call at end of input to push out any remaining constructions */
		*end() {
			while (this.stack.length > 0) yield* this.pop();
		}
		get sourceToken() {
			return {
				type: this.type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		*step() {
			const top = this.peek(1);
			if (this.type === "doc-end" && top?.type !== "doc-end") {
				while (this.stack.length > 0) yield* this.pop();
				this.stack.push({
					type: "doc-end",
					offset: this.offset,
					source: this.source
				});
				return;
			}
			if (!top) return yield* this.stream();
			switch (top.type) {
				case "document": return yield* this.document(top);
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return yield* this.scalar(top);
				case "block-scalar": return yield* this.blockScalar(top);
				case "block-map": return yield* this.blockMap(top);
				case "block-seq": return yield* this.blockSequence(top);
				case "flow-collection": return yield* this.flowCollection(top);
				case "doc-end": return yield* this.documentEnd(top);
			}
			/* istanbul ignore next should not happen */
			yield* this.pop();
		}
		peek(n) {
			return this.stack[this.stack.length - n];
		}
		*pop(error) {
			const token = error ?? this.stack.pop();
			/* istanbul ignore if should not happen */
			if (!token) yield {
				type: "error",
				offset: this.offset,
				source: "",
				message: "Tried to pop an empty stack"
			};
			else if (this.stack.length === 0) yield token;
			else {
				const top = this.peek(1);
				if (token.type === "block-scalar") token.indent = "indent" in top ? top.indent : 0;
				else if (token.type === "flow-collection" && top.type === "document") token.indent = 0;
				if (token.type === "flow-collection") fixFlowSeqItems(token);
				switch (top.type) {
					case "document":
						top.value = token;
						break;
					case "block-scalar":
						top.props.push(token);
						break;
					case "block-map": {
						const it = top.items[top.items.length - 1];
						if (it.value) {
							top.items.push({
								start: [],
								key: token,
								sep: []
							});
							this.onKeyLine = true;
							return;
						} else if (it.sep) it.value = token;
						else {
							Object.assign(it, {
								key: token,
								sep: []
							});
							this.onKeyLine = !it.explicitKey;
							return;
						}
						break;
					}
					case "block-seq": {
						const it = top.items[top.items.length - 1];
						if (it.value) top.items.push({
							start: [],
							value: token
						});
						else it.value = token;
						break;
					}
					case "flow-collection": {
						const it = top.items[top.items.length - 1];
						if (!it || it.value) top.items.push({
							start: [],
							key: token,
							sep: []
						});
						else if (it.sep) it.value = token;
						else Object.assign(it, {
							key: token,
							sep: []
						});
						return;
					}
					/* istanbul ignore next should not happen */
					default:
						yield* this.pop();
						yield* this.pop(token);
				}
				if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
					const last = token.items[token.items.length - 1];
					if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
						if (top.type === "document") top.end = last.start;
						else top.items.push({ start: last.start });
						token.items.splice(-1, 1);
					}
				}
			}
		}
		*stream() {
			switch (this.type) {
				case "directive-line":
					yield {
						type: "directive",
						offset: this.offset,
						source: this.source
					};
					return;
				case "byte-order-mark":
				case "space":
				case "comment":
				case "newline":
					yield this.sourceToken;
					return;
				case "doc-mode":
				case "doc-start": {
					const doc = {
						type: "document",
						offset: this.offset,
						start: []
					};
					if (this.type === "doc-start") doc.start.push(this.sourceToken);
					this.stack.push(doc);
					return;
				}
			}
			yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML stream`,
				source: this.source
			};
		}
		*document(doc) {
			if (doc.value) return yield* this.lineEnd(doc);
			switch (this.type) {
				case "doc-start":
					if (findNonEmptyIndex(doc.start) !== -1) {
						yield* this.pop();
						yield* this.step();
					} else doc.start.push(this.sourceToken);
					return;
				case "anchor":
				case "tag":
				case "space":
				case "comment":
				case "newline":
					doc.start.push(this.sourceToken);
					return;
			}
			const bv = this.startBlockValue(doc);
			if (bv) this.stack.push(bv);
			else yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML document`,
				source: this.source
			};
		}
		*scalar(scalar) {
			if (this.type === "map-value-ind") {
				const start = getFirstKeyStartProps(getPrevProps(this.peek(2)));
				let sep;
				if (scalar.end) {
					sep = scalar.end;
					sep.push(this.sourceToken);
					delete scalar.end;
				} else sep = [this.sourceToken];
				const map = {
					type: "block-map",
					offset: scalar.offset,
					indent: scalar.indent,
					items: [{
						start,
						key: scalar,
						sep
					}]
				};
				this.onKeyLine = true;
				this.stack[this.stack.length - 1] = map;
			} else yield* this.lineEnd(scalar);
		}
		*blockScalar(scalar) {
			switch (this.type) {
				case "space":
				case "comment":
				case "newline":
					scalar.props.push(this.sourceToken);
					return;
				case "scalar":
					scalar.source = this.source;
					this.atNewLine = true;
					this.indent = 0;
					if (this.onNewLine) {
						let nl = this.source.indexOf("\n") + 1;
						while (nl !== 0) {
							this.onNewLine(this.offset + nl);
							nl = this.source.indexOf("\n", nl) + 1;
						}
					}
					yield* this.pop();
					break;
				/* istanbul ignore next should not happen */
				default:
					yield* this.pop();
					yield* this.step();
			}
		}
		*blockMap(map) {
			const it = map.items[map.items.length - 1];
			switch (this.type) {
				case "newline":
					this.onKeyLine = false;
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else map.items.push({ start: [this.sourceToken] });
					} else if (it.sep) it.sep.push(this.sourceToken);
					else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) map.items.push({ start: [this.sourceToken] });
					else if (it.sep) it.sep.push(this.sourceToken);
					else {
						if (this.atIndentedComment(it.start, map.indent)) {
							const end = map.items[map.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								map.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
			}
			if (this.indent >= map.indent) {
				const atMapIndent = !this.onKeyLine && this.indent === map.indent;
				const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
				let start = [];
				if (atNextItem && it.sep && !it.value) {
					const nl = [];
					for (let i = 0; i < it.sep.length; ++i) {
						const st = it.sep[i];
						switch (st.type) {
							case "newline":
								nl.push(i);
								break;
							case "space": break;
							case "comment":
								if (st.indent > map.indent) nl.length = 0;
								break;
							default: nl.length = 0;
						}
					}
					if (nl.length >= 2) start = it.sep.splice(nl[1]);
				}
				switch (this.type) {
					case "anchor":
					case "tag":
						if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({ start });
							this.onKeyLine = true;
						} else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "explicit-key-ind":
						if (!it.sep && !it.explicitKey) {
							it.start.push(this.sourceToken);
							it.explicitKey = true;
						} else if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({
								start,
								explicitKey: true
							});
						} else this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [this.sourceToken],
								explicitKey: true
							}]
						});
						this.onKeyLine = true;
						return;
					case "map-value-ind":
						if (it.explicitKey) {
							if (!it.sep) {
								if (includesToken(it.start, "newline")) Object.assign(it, {
									key: null,
									sep: [this.sourceToken]
								});
								else {
									const start = getFirstKeyStartProps(it.start);
									this.stack.push({
										type: "block-map",
										offset: this.offset,
										indent: this.indent,
										items: [{
											start,
											key: null,
											sep: [this.sourceToken]
										}]
									});
								}
							} else if (it.value) map.items.push({
								start: [],
								key: null,
								sep: [this.sourceToken]
							});
							else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
								type: "block-map",
								offset: this.offset,
								indent: this.indent,
								items: [{
									start,
									key: null,
									sep: [this.sourceToken]
								}]
							});
							else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
								const start = getFirstKeyStartProps(it.start);
								const key = it.key;
								const sep = it.sep;
								sep.push(this.sourceToken);
								delete it.key;
								delete it.sep;
								this.stack.push({
									type: "block-map",
									offset: this.offset,
									indent: this.indent,
									items: [{
										start,
										key,
										sep
									}]
								});
							} else if (start.length > 0) it.sep = it.sep.concat(start, this.sourceToken);
							else it.sep.push(this.sourceToken);
						} else if (!it.sep) Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.value || atNextItem) map.items.push({
							start,
							key: null,
							sep: [this.sourceToken]
						});
						else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [],
								key: null,
								sep: [this.sourceToken]
							}]
						});
						else it.sep.push(this.sourceToken);
						this.onKeyLine = true;
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (atNextItem || it.value) {
							map.items.push({
								start,
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						} else if (it.sep) this.stack.push(fs);
						else {
							Object.assign(it, {
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						}
						return;
					}
					default: {
						const bv = this.startBlockValue(map);
						if (bv) {
							if (bv.type === "block-seq") {
								if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
									yield* this.pop({
										type: "error",
										offset: this.offset,
										message: "Unexpected block-seq-ind on same line with key",
										source: this.source
									});
									return;
								}
							} else if (atMapIndent) map.items.push({ start });
							this.stack.push(bv);
							return;
						}
					}
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*blockSequence(seq) {
			const it = seq.items[seq.items.length - 1];
			switch (this.type) {
				case "newline":
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else seq.items.push({ start: [this.sourceToken] });
					} else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) seq.items.push({ start: [this.sourceToken] });
					else {
						if (this.atIndentedComment(it.start, seq.indent)) {
							const end = seq.items[seq.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								seq.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
				case "anchor":
				case "tag":
					if (it.value || this.indent <= seq.indent) break;
					it.start.push(this.sourceToken);
					return;
				case "seq-item-ind":
					if (this.indent !== seq.indent) break;
					if (it.value || includesToken(it.start, "seq-item-ind")) seq.items.push({ start: [this.sourceToken] });
					else it.start.push(this.sourceToken);
					return;
			}
			if (this.indent > seq.indent) {
				const bv = this.startBlockValue(seq);
				if (bv) {
					this.stack.push(bv);
					return;
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*flowCollection(fc) {
			const it = fc.items[fc.items.length - 1];
			if (this.type === "flow-error-end") {
				let top;
				do {
					yield* this.pop();
					top = this.peek(1);
				} while (top?.type === "flow-collection");
			} else if (fc.end.length === 0) {
				switch (this.type) {
					case "comma":
					case "explicit-key-ind":
						if (!it || it.sep) fc.items.push({ start: [this.sourceToken] });
						else it.start.push(this.sourceToken);
						return;
					case "map-value-ind":
						if (!it || it.value) fc.items.push({
							start: [],
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.sep) it.sep.push(this.sourceToken);
						else Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						return;
					case "space":
					case "comment":
					case "newline":
					case "anchor":
					case "tag":
						if (!it || it.value) fc.items.push({ start: [this.sourceToken] });
						else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (!it || it.value) fc.items.push({
							start: [],
							key: fs,
							sep: []
						});
						else if (it.sep) this.stack.push(fs);
						else Object.assign(it, {
							key: fs,
							sep: []
						});
						return;
					}
					case "flow-map-end":
					case "flow-seq-end":
						fc.end.push(this.sourceToken);
						return;
				}
				const bv = this.startBlockValue(fc);
				/* istanbul ignore else should not happen */
				if (bv) this.stack.push(bv);
				else {
					yield* this.pop();
					yield* this.step();
				}
			} else {
				const parent = this.peek(2);
				if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
					yield* this.pop();
					yield* this.step();
				} else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
					const start = getFirstKeyStartProps(getPrevProps(parent));
					fixFlowSeqItems(fc);
					const sep = fc.end.splice(1, fc.end.length);
					sep.push(this.sourceToken);
					const map = {
						type: "block-map",
						offset: fc.offset,
						indent: fc.indent,
						items: [{
							start,
							key: fc,
							sep
						}]
					};
					this.onKeyLine = true;
					this.stack[this.stack.length - 1] = map;
				} else yield* this.lineEnd(fc);
			}
		}
		flowScalar(type) {
			if (this.onNewLine) {
				let nl = this.source.indexOf("\n") + 1;
				while (nl !== 0) {
					this.onNewLine(this.offset + nl);
					nl = this.source.indexOf("\n", nl) + 1;
				}
			}
			return {
				type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		startBlockValue(parent) {
			switch (this.type) {
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return this.flowScalar(this.type);
				case "block-scalar-header": return {
					type: "block-scalar",
					offset: this.offset,
					indent: this.indent,
					props: [this.sourceToken],
					source: ""
				};
				case "flow-map-start":
				case "flow-seq-start": return {
					type: "flow-collection",
					offset: this.offset,
					indent: this.indent,
					start: this.sourceToken,
					items: [],
					end: []
				};
				case "seq-item-ind": return {
					type: "block-seq",
					offset: this.offset,
					indent: this.indent,
					items: [{ start: [this.sourceToken] }]
				};
				case "explicit-key-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					start.push(this.sourceToken);
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							explicitKey: true
						}]
					};
				}
				case "map-value-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							key: null,
							sep: [this.sourceToken]
						}]
					};
				}
			}
			return null;
		}
		atIndentedComment(start, indent) {
			if (this.type !== "comment") return false;
			if (this.indent <= indent) return false;
			return start.every((st) => st.type === "newline" || st.type === "space");
		}
		*documentEnd(docEnd) {
			if (this.type !== "doc-mode") {
				if (docEnd.end) docEnd.end.push(this.sourceToken);
				else docEnd.end = [this.sourceToken];
				if (this.type === "newline") yield* this.pop();
			}
		}
		*lineEnd(token) {
			switch (this.type) {
				case "comma":
				case "doc-start":
				case "doc-end":
				case "flow-seq-end":
				case "flow-map-end":
				case "map-value-ind":
					yield* this.pop();
					yield* this.step();
					break;
				case "newline": this.onKeyLine = false;
				default:
					if (token.end) token.end.push(this.sourceToken);
					else token.end = [this.sourceToken];
					if (this.type === "newline") yield* this.pop();
			}
		}
	};
	exports.Parser = Parser;
}));
// node_modules/yaml/dist/public-api.js
var require_public_api = /* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var errors = require_errors();
	var log = require_log();
	var identity = require_identity();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	function parseOptions(options) {
		const prettyErrors = options.prettyErrors !== false;
		return {
			lineCounter: options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null,
			prettyErrors
		};
	}
	/**
	* Parse the input as a stream of YAML documents.
	*
	* Documents should be separated from each other by `...` or `---` marker lines.
	*
	* @returns If an empty `docs` array is returned, it will be of type
	*   EmptyStream and contain additional stream information. In
	*   TypeScript, you should use `'empty' in docs` as a type guard for it.
	*/
	function parseAllDocuments(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		const docs = Array.from(composer$1.compose(parser$1.parse(source)));
		if (prettyErrors && lineCounter) for (const doc of docs) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		if (docs.length > 0) return docs;
		return Object.assign([], { empty: true }, composer$1.streamInfo());
	}
	/** Parse an input string into a single YAML.Document */
	function parseDocument(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		let doc = null;
		for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) if (!doc) doc = _doc;
		else if (doc.options.logLevel !== "silent") {
			doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
			break;
		}
		if (prettyErrors && lineCounter) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		return doc;
	}
	function parse(src, reviver, options) {
		let _reviver = void 0;
		if (typeof reviver === "function") _reviver = reviver;
		else if (options === void 0 && reviver && typeof reviver === "object") options = reviver;
		const doc = parseDocument(src, options);
		if (!doc) return null;
		doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
		if (doc.errors.length > 0) {
			if (doc.options.logLevel !== "silent") throw doc.errors[0];
			else doc.errors = [];
		}
		return doc.toJS(Object.assign({ reviver: _reviver }, options));
	}
	function stringify(value, replacer, options) {
		let _replacer = null;
		if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
		else if (options === void 0 && replacer) options = replacer;
		if (typeof options === "string") options = options.length;
		if (typeof options === "number") {
			const indent = Math.round(options);
			options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
		}
		if (value === void 0) {
			const { keepUndefined } = options ?? replacer ?? {};
			if (!keepUndefined) return void 0;
		}
		if (identity.isDocument(value) && !_replacer) return value.toString(options);
		return new Document.Document(value, _replacer, options).toString(options);
	}
	exports.parse = parse;
	exports.parseAllDocuments = parseAllDocuments;
	exports.parseDocument = parseDocument;
	exports.stringify = stringify;
}));
// node_modules/yaml/dist/index.js
var require_dist = /* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var Schema = require_Schema();
	var errors = require_errors();
	var Alias = require_Alias();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var cst = require_cst();
	var lexer = require_lexer();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	var publicApi = require_public_api();
	var visit = require_visit();
	exports.Composer = composer.Composer;
	exports.Document = Document.Document;
	exports.Schema = Schema.Schema;
	exports.YAMLError = errors.YAMLError;
	exports.YAMLParseError = errors.YAMLParseError;
	exports.YAMLWarning = errors.YAMLWarning;
	exports.Alias = Alias.Alias;
	exports.isAlias = identity.isAlias;
	exports.isCollection = identity.isCollection;
	exports.isDocument = identity.isDocument;
	exports.isMap = identity.isMap;
	exports.isNode = identity.isNode;
	exports.isPair = identity.isPair;
	exports.isScalar = identity.isScalar;
	exports.isSeq = identity.isSeq;
	exports.Pair = Pair.Pair;
	exports.Scalar = Scalar.Scalar;
	exports.YAMLMap = YAMLMap.YAMLMap;
	exports.YAMLSeq = YAMLSeq.YAMLSeq;
	exports.CST = cst;
	exports.Lexer = lexer.Lexer;
	exports.LineCounter = lineCounter.LineCounter;
	exports.Parser = parser.Parser;
	exports.parse = publicApi.parse;
	exports.parseAllDocuments = publicApi.parseAllDocuments;
	exports.parseDocument = publicApi.parseDocument;
	exports.stringify = publicApi.stringify;
	exports.visit = visit.visit;
	exports.visitAsync = visit.visitAsync;
}));
// src/config/yaml-text.ts
var import_dist = require_dist();
/** Bytes of a configuration file. */
const CONFIG_BYTES_MAX = 262144;
/** Words, brackets and line ends of the text: about 10,000 lines of configuration. */
const LEXEMES_MAX = 6e4;
/** What a text without content is told. */
const EMPTY = "is empty; a `service` is needed";
/** Reads one YAML document of plain data. Never throws. */
function readYaml(text, textPlaces) {
	const refused = refuseText(text);
	if (refused !== null) return failed([refused]);
	const { tokens, problem } = tokensOf(text);
	if (problem !== null) return failed([problem]);
	const [document] = [...new import_dist.Composer({
		prettyErrors: false,
		uniqueKeys: false,
		stringKeys: true,
		schema: "core",
		logLevel: "silent"
	}).compose(tokens, true, text.length)];
	if (document === void 0) return failed([at([0, 1], "the text holds no document")]);
	const broken = document.errors.map((error) => at(error.pos, `not valid YAML: ${clean(firstLine$1(error.message).slice(0, 160))}`));
	if (broken.length > 0) return failed(broken);
	if (document.contents === null || (0, import_dist.isScalar)(document.contents) && document.contents.value === null) return failed([at([0, 1], EMPTY)]);
	const reading = {
		places: /* @__PURE__ */ new Map(),
		problems: [],
		textPlaces,
		refused: false
	};
	const tree = treeOf(document.contents, [], null, reading);
	return reading.refused ? failed(reading.problems) : {
		tree,
		places: reading.places,
		problems: reading.problems
	};
}
function failed(problems) {
	return {
		tree: null,
		places: /* @__PURE__ */ new Map(),
		problems
	};
}
function at(range, message) {
	return {
		kind: "range",
		range,
		message
	};
}
/** Encodings and characters that no honest configuration has. */
function refuseText(text) {
	if (Buffer.byteLength(text) > 262144) return at([0, 1], `larger than ${CONFIG_BYTES_MAX / 1024} KiB; move lists into data files`);
	if (text.startsWith("﻿")) return at([0, 1], "begins with a byte order mark; save it as UTF-8 without one");
	const nul = text.indexOf("\0");
	if (nul >= 0) return at([nul, nul + 1], "holds a NUL character; save it as UTF-8 text");
	const odd = text.indexOf("�");
	if (odd >= 0) return at([odd, odd + 1], "is not valid UTF-8 here; save it as UTF-8 text");
	return text.trim() === "" ? at([0, 1], EMPTY) : null;
}
/** Lexes and parses step by step, so that a bomb is noticed while it is read and not after. */
function tokensOf(text) {
	const parser = new import_dist.Parser();
	const tokens = [];
	let lexemes = 0;
	for (const lexeme of new import_dist.Lexer().lex(text)) {
		tokens.push(...parser.next(lexeme));
		const here = [parser.offset, parser.offset + 1];
		if (depthOf(parser) > 32) return {
			tokens,
			problem: at(here, `nested more than 32 levels deep`)
		};
		if (++lexemes > LEXEMES_MAX) return {
			tokens,
			problem: at(here, "too many entries; move lists into data files")
		};
	}
	tokens.push(...parser.end());
	return {
		tokens,
		problem: refuseTokens(tokens)
	};
}
/** Collections that are open: what stands on the stack but the document and a scalar being read. */
function depthOf({ stack }) {
	return stack.length - (import_dist.CST.isCollection(stack.at(-1)) ? 1 : 2);
}
function refuseTokens(tokens) {
	const directive = tokens.find((token) => token.type === "directive");
	if (directive !== void 0) return at([directive.offset, directive.offset + 1], "YAML directives are not supported; remove the line");
	const second = tokens.filter((token) => token.type === "document")[1];
	if (second !== void 0) return at([second.offset, second.offset + 3], "more than one document; keep one and remove the `---`");
	return null;
}
/** A node as a plain value. Recursion is bounded by {@link DEPTH_MAX}. */
function treeOf(node, path, key, reading) {
	if (node === null) return null;
	const range = [node.range[0], node.range[1]];
	reading.places.set(pathKey(path), {
		key,
		value: range
	});
	if ((0, import_dist.isAlias)(node)) return refuse(reading, range, "aliases are not supported; write the value out");
	if (node.anchor !== void 0) refuse(reading, range, "anchors are not supported; remove it and write values out");
	if (node.tag !== void 0) refuse(reading, range, "tags are not supported; remove it");
	if ((0, import_dist.isMap)(node)) return mapOf(node.items, path, reading);
	if ((0, import_dist.isSeq)(node)) return node.items.map((item, index) => treeOf(item, [...path, index], null, reading));
	return (0, import_dist.isScalar)(node) ? scalarOf(node, path, reading) : null;
}
function refuse(reading, range, message) {
	reading.problems.push(at(range, message));
	reading.refused = true;
	return null;
}
function mapOf(items, path, reading) {
	const map = emptyMap();
	for (const { key, value } of items) {
		const range = [key.range[0], key.range[1]];
		if (!(0, import_dist.isScalar)(key) || typeof key.value !== "string" || key.anchor !== void 0 || key.tag !== void 0) {
			refuse(reading, range, "a key must be plain text");
			continue;
		}
		const name = key.value;
		const inner = [...path, name];
		if (Object.hasOwn(map, name)) {
			reading.problems.push(at(range, `duplicate key \`${clean(name)}\`; keep one of them`));
			continue;
		}
		const problem = refuseKey(name);
		if (problem !== null) refuse(reading, range, problem);
		if (value === null) reading.places.set(pathKey(inner), {
			key: range,
			value: range
		});
		map[name] = treeOf(value, inner, range, reading);
	}
	return map;
}
function refuseKey(name) {
	if (FORBIDDEN_KEYS.has(name)) return `the key \`${name}\` is not allowed`;
	if (name === "<<") return "merge keys are not supported; write the values out, or use `defaults`";
	return null;
}
function scalarOf(node, path, reading) {
	const { value, source } = node;
	if (typeof value === "string") return value;
	if (value !== null && isTextPlace(path, reading.textPlaces)) return source ?? "";
	if (typeof value === "number") {
		const problem = refuseNumber(value, source ?? "");
		if (problem !== null) reading.problems.push(atValue(path, problem));
		return value;
	}
	return typeof value === "boolean" ? value : null;
}
function refuseNumber(value, source) {
	if (!Number.isFinite(value)) return `must be a finite number (got ${clean(source).slice(0, 40)})`;
	return Number.isSafeInteger(value) || !Number.isInteger(value) ? null : `must be exact, and ${clean(source).slice(0, 40)} is too large for a number; put it in quotes`;
}
function isTextPlace(path, places) {
	return places.some((place) => place.length === path.length && place.every((step, index) => step === "*" || step === path[index]));
}
function firstLine$1(text) {
	return text.split("\n", 1)[0] ?? "";
}
// src/config/base.ts
/** Settings that a change may not decide about itself. */
const DECIDED_BY_BASE = [
	"policy",
	"baseline",
	"compare",
	"budget",
	"sensitivity"
];
/** The plan with limits, policy, baseline and way of comparing of the base commit. Inputs lie over both, so limits from inputs apply as they are. */
function applyBase(plan, text, inputs) {
	const base = text === null ? null : readBase(text, inputs);
	if (base === null || "problem" in base) return {
		plan,
		...NOTHING$1,
		baseProblem: base?.problem ?? null
	};
	const limits = new Map(Object.entries(base.scenarios).map(([name, scenario]) => [name, limitsOf(base, scenario)]));
	const decided = {
		policy: policyOf(base),
		baseline: baselineOf(base),
		...comparingOf(base)
	};
	const names = new Set(plan.scenarios.map(({ name }) => name));
	return {
		plan: {
			...plan,
			...decided,
			scenarios: plan.scenarios.map((scenario) => ({
				...scenario,
				limits: limits.get(scenario.name) ?? scenario.limits
			}))
		},
		changedLimits: plan.scenarios.filter((scenario) => differ(scenario.limits, limits.get(scenario.name))).map(({ name }) => name),
		changedSettings: DECIDED_BY_BASE.filter((setting) => !same(decided[setting], plan[setting])),
		removedScenarios: [...limits.keys()].filter((name) => !names.has(name)),
		baseProblem: null
	};
}
/** What a change may not decide about itself, in a sentence each. */
function describeChanges({ changedLimits, changedSettings, removedScenarios, baseProblem }) {
	const limits = changedLimits.map((name) => `This change edits the limits of ${name}; the limits of the base commit apply.`);
	const settings = changedSettings.map((key) => `This change edits \`${key}\`; what the base commit says applies.`);
	const removed = removedScenarios.map((name) => `This change removes the scenario ${name}; its limits judge nothing any more.`);
	const unread = baseProblem === null ? [] : [`The base commit's configuration cannot be used, so this change's own limits apply: ${baseProblem}`];
	return [
		...limits,
		...settings,
		...removed,
		...unread
	];
}
const NOTHING$1 = {
	changedLimits: [],
	changedSettings: [],
	removedScenarios: []
};
/** Only shape matters here: data files and placeholders of the base are never used. */
function readBase(text, inputs) {
	const yaml = readYaml(text, TEXT_PLACES);
	const { tree, origins } = overlayInputs(yaml.tree, inputs);
	const parsed = config.safeParse(tree);
	if (yaml.problems.length === 0 && parsed.success) return parsed.data;
	return { problem: firstLine(yaml.problems.length > 0 ? yaml.problems : problemsOf(parsed.error?.issues ?? [], tree), {
		text,
		places: yaml.places,
		tree,
		inputs: origins
	}) };
}
function firstLine(problems, origin) {
	return invalidConfig(problems, {
		...origin,
		file: "the base commit"
	}).detail.lines[0] ?? "not valid";
}
function differ(own, base) {
	return base !== void 0 && !same(own, base);
}
/** Both come from the same code, so keys stand in the same order. */
function same(a, b) {
	return JSON.stringify(a) === JSON.stringify(b);
}
// src/config/rows.ts
/** Data files: CSV with a header line, or a JSON list of objects, as rows of text. */
/** Largest data file in bytes. */
const DATA_BYTES_MAX = 8388608;
const ROWS_MAX = 1e5;
const COLUMNS_MAX = 100;
/** Reads the text of a data file by the ending of its name. The failure's text continues "it …". */
async function readRows(path, text) {
	if (text.includes("�") || text.includes("\0")) return { why: "is not UTF-8 text" };
	const plain = text.startsWith("﻿") ? text.slice(1) : text;
	const table = path.toLowerCase().endsWith(".json") ? readJson(plain) : await readCsv(plain);
	return "why" in table ? table : checkTable(table);
}
async function readCsv(text) {
	const { CsvError, parse } = await import("./chunk-sync.js");
	try {
		const [columns = [], ...cells] = parse(text, {
			skip_empty_lines: true,
			to: 100002,
			max_record_size: 1048576
		});
		return {
			columns,
			cells
		};
	} catch (error) {
		if (error instanceof CsvError) return { why: `is not valid CSV: ${clean(error.message.slice(0, 200))}` };
		throw error;
	}
}
function readJson(text) {
	let value;
	try {
		value = JSON.parse(text);
	} catch (error) {
		return { why: `is not valid JSON: ${clean(String(error instanceof Error ? error.message : error).slice(0, 200))}` };
	}
	if (!Array.isArray(value) || !value.every(isRecord)) return { why: "is not a JSON list of objects" };
	const columns = Object.keys(value[0] ?? {});
	const cells = [];
	for (const [index, row] of value.entries()) {
		const odd = Object.keys(row).find((key) => !columns.includes(key)) ?? columns.find((column) => !Object.hasOwn(row, column));
		if (odd !== void 0) return { why: `has rows with different keys: \`${clean(odd.slice(0, 60))}\` is not in every row (see row ${index + 1})` };
		const bad = columns.find((column) => cellOf(row[column]) === null);
		if (bad !== void 0) return { why: `holds no exact text, number or truth at \`${clean(bad.slice(0, 60))}\` of row ${index + 1}` };
		cells.push(columns.map((column) => cellOf(row[column]) ?? ""));
	}
	return {
		columns,
		cells
	};
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** A cell as text; null for what has no one text: lists, objects, null, numbers that JSON could not hold exactly. */
function cellOf(value) {
	if (typeof value === "string") return value;
	if (typeof value === "boolean") return String(value);
	if (typeof value !== "number" || !Number.isFinite(value)) return null;
	return Number.isInteger(value) && !Number.isSafeInteger(value) ? null : String(value);
}
function checkTable({ columns, cells }) {
	if (columns.length === 0 || cells.length === 0) return { why: "has no rows" };
	if (cells.length > ROWS_MAX) return { why: `has more than ${ROWS_MAX} rows` };
	if (columns.length > COLUMNS_MAX) return { why: `has more than ${COLUMNS_MAX} columns` };
	const bad = columns.find((column) => !/^[^{}\p{Cc}]{1,100}$/u.test(column) || column.trim() !== column || isReservedName(column));
	if (bad !== void 0) return { why: `has a column that cannot be named in a request: \`${clean(bad.slice(0, 60))}\`` };
	const twice = columns.find((column, index) => columns.indexOf(column) !== index);
	if (twice !== void 0) return { why: `has two columns called \`${clean(twice)}\`` };
	return {
		columns,
		rows: cells.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? ""])))
	};
}
// src/config/search-checks.ts
/** What the schema cannot say about a search: that its levels have room, and that it is judged by what it finds. Works on the raw tree. */
/** True for the executors that search for a limit. */
const isSearchWord = (executor) => executor === "stress" || executor === "capacity";
/** Fewer steps find nothing. */
const STEPS_MIN = 5;
/** Load before a step's measured time, in milliseconds. */
const SETTLE$1 = 1e3;
/** Problems of the levels and of the time. */
function checkSearch(given, executor) {
	if (!isSearchWord(executor)) return [];
	const [low, high] = executor === "stress" ? ["start-users", "max-users"] : ["start-rate", "max-rate"];
	return [...checkLevels(given(low), given(high), {
		executor,
		low,
		high
	}), ...checkTime(given("step"), given("max-duration"))];
}
function checkLevels(first, last, names) {
	const isStress = names.executor === "stress";
	const start = first.value ?? (isStress ? DEFAULTS.startUsers : DEFAULTS.firstRate);
	const highest = last.value ?? (isStress ? DEFAULTS.maxUsers : DEFAULTS.maxRate);
	if (typeof start !== "number") return [];
	if (start <= 0) return [atValue(first.place, `must be above 0 with \`executor: ${names.executor}\``)];
	const most = typeof highest === "number" ? highest : rateOf(highest);
	if (most === null || most >= start) return [];
	return [atValue(last.value === void 0 ? first.place : last.place, `leaves no way up: \`${names.low}\` is ${start}, \`${names.high}\` ${most}`)];
}
/** `500/s` or `500`; null for what the schema complains of. */
function rateOf(written) {
	const match = typeof written === "string" ? /^(\d+(?:\.\d+)?)\s*(?:\/s)?$/.exec(written.trim()) : null;
	return match === null ? null : Number(match[1]);
}
function checkTime(step, whole) {
	const [length, most] = [lengthOf$1(step.value, DEFAULTS.step), lengthOf$1(whole.value, DEFAULTS.maxDuration)];
	if (length === null || most === null || most >= STEPS_MIN * (length + SETTLE$1)) return [];
	const least = `${Math.ceil(STEPS_MIN * (length + SETTLE$1) / 1e3)}s`;
	return [atValue(whole.value === void 0 ? step.place : whole.place, `leaves no time for ${STEPS_MIN} steps; set \`max-duration\` to ${least} at least, or a shorter \`step\``)];
}
const lengthOf$1 = (written, standard) => {
	if (written === void 0) return parseDuration(standard);
	return typeof written === "string" ? parseDuration(written) : null;
};
/** A search is judged by its capacity alone, and nothing else has one: another limit would decide nothing. */
function checkSearchLimits(scenario, executor, path) {
	const searches = isSearchWord(executor);
	return entriesOf(entryOf(scenario, "limits")).flatMap(([metric]) => {
		if (!METRIC_NAMES.some((known) => known === metric) || metric === "capacity" === searches) return [];
		const place = [
			...path,
			"limits",
			metric
		];
		return [searches ? atKey(place, `has no effect with \`executor: ${executor}\`, whose load is meant to be too much; limit \`capacity\`, and say in \`objective\` what the service must keep`) : atKey(place, "is found by `executor: stress` and `executor: capacity` only; remove it")];
	});
}
// src/config/executor-checks.ts
/** What the schema cannot say about the shape of a load: which keys belong to which executor, and that it sends at all. Works on the raw tree. */
/** Keys that say something about the shape, with the executors that they are for. */
const FOR = {
	users: ["constant-users", "spike"],
	duration: [
		"constant-users",
		"constant-arrival-rate",
		"spike"
	],
	"think-time": [
		"constant-users",
		"ramping-users",
		"spike",
		"stress"
	],
	rate: ["constant-arrival-rate"],
	"start-users": ["ramping-users", "stress"],
	"start-rate": ["ramping-arrival-rate", "capacity"],
	stages: ["ramping-users", "ramping-arrival-rate"],
	"max-users": [
		"constant-arrival-rate",
		"ramping-arrival-rate",
		"stress",
		"capacity"
	],
	"max-rate": ["capacity"],
	step: ["stress", "capacity"],
	"max-duration": ["stress", "capacity"],
	objective: ["stress", "capacity"]
};
/** Keys without which an executor has no shape. */
const NEEDS = {
	"constant-arrival-rate": "rate",
	"ramping-users": "stages",
	"ramping-arrival-rate": "stages",
	capacity: "objective"
};
/** Shortest load that is measured, in milliseconds. */
const DURATION_MIN = 1e3;
/** Whether a scenario's executor is an arrival rate. */
function isOpenWord(scenario, defaults) {
	const word = chooseExecutor(chosen(scenario), chosen(defaults));
	return typeof word === "string" && (word.endsWith("-arrival-rate") || word === "capacity");
}
/** Problems of one scenario's shape; `path` is the scenario's. */
function checkExecutor(scenario, defaults, path) {
	const word = chooseExecutor(chosen(scenario), chosen(defaults));
	const executor = EXECUTORS.find((known) => known === word);
	if (executor === void 0 || !isTreeMap(scenario)) return [];
	const given = (name) => entryOf(scenario, name) === void 0 ? {
		value: entryOf(defaults, name),
		place: ["defaults", name]
	} : {
		value: entryOf(scenario, name),
		place: [...path, name]
	};
	const needed = NEEDS[executor];
	return [
		...needed === void 0 || given(needed).value !== void 0 ? [] : [atValue(path, `needs \`${needed}\` with \`executor: ${executor}\`; ${EXAMPLES[needed] ?? ""}`)],
		...misplaced(scenario, executor, path),
		...engineProblem(given, executor, path),
		...FOR["think-time"]?.includes(executor) === true ? checkThinkTime(given("think-time")) : [],
		...FOR["stages"]?.includes(executor) === true ? checkStages(given, executor) : [],
		...checkSearch(given, executor),
		...checkSearchLimits(scenario, executor, path)
	];
}
const chosen = (around) => ({
	executor: entryOf(around, "executor"),
	hasRate: entryOf(around, "rate") !== void 0
});
const EXAMPLES = {
	rate: "say `rate: 100` for a hundred requests a second",
	stages: "say `stages: [{ duration: 30s, target: 50 }]`",
	objective: "say `objective: { p95: 200ms }`"
};
/** A key that another executor would heed is a mistake here, since nothing would come of it. */
function misplaced(scenario, executor, path) {
	return Object.entries(FOR).flatMap(([name, executors]) => {
		if (entryOf(scenario, name) === void 0 || executors.includes(executor)) return [];
		const others = executors.map((each) => `\`executor: ${each}\``).join(" or ");
		return [atKey([...path, name], `\`${name}\` has no effect with \`executor: ${executor}\`; remove it, or say ${others}`)];
	});
}
function engineProblem(given, executor, path) {
	const think = given("think-time").value;
	const isPlain = (executor === "constant-users" || executor === "stress") && (think === void 0 || think === 0 || think === "0");
	if (given("engine").value !== "autocannon" || isPlain) return [];
	const what = executor === "constant-users" || executor === "stress" ? "think time" : `\`executor: ${executor}\``;
	return [atValue(path, `has \`engine: autocannon\`, which has no ${what}; say \`engine: auto\``)];
}
function checkThinkTime({ value: think, place }) {
	if (entryOf(think, "distribution") === "normal" && entryOf(think, "deviation") === void 0) return [atValue(place, "needs `deviation` with `distribution: normal`")];
	if (entryOf(think, "distribution") === "exponential" && entryOf(think, "deviation") !== void 0) return [atKey([...place, "deviation"], "`deviation` has no effect with `distribution: exponential`; remove it")];
	return [];
}
function checkStages(given, executor) {
	const { value, place } = given("stages");
	const stages = itemsOf(value).map((stage) => {
		const target = entryOf(stage, "target");
		return {
			length: lengthOf(entryOf(stage, "duration")),
			target: typeof target === "number" ? target : null
		};
	});
	if (executor !== "ramping-users") return [...checkSending(stages, given("start-rate").value ?? DEFAULTS.startRate, place)];
	return [...stages.flatMap(({ target }, index) => checkUsers(target, [
		...place,
		index,
		"target"
	])), ...checkSending(stages, given("start-users").value ?? DEFAULTS.startUsers, place)];
}
function lengthOf(written) {
	if (written === 0) return 0;
	return typeof written === "string" ? parseDuration(written) : null;
}
const checkUsers = (target, place) => target === null || Number.isInteger(target) && target <= 1e4 ? [] : [mustProblem(place, `be a whole number of users, at most ${USERS_MAX}`, target)];
/** A load lasts a second at least, and is above zero for some of it. */
function checkSending(stages, start, place) {
	if (typeof start !== "number" || stages.length === 0) return [];
	let [total, level, sends] = [
		0,
		start,
		false
	];
	for (const { length, target } of stages) {
		if (length === null || target === null) return [];
		total += length;
		sends ||= length > 0 && (level > 0 || target > 0);
		level = target;
	}
	if (total < DURATION_MIN) return [atValue(place, `last ${total} ms together; at least 1s is measured`)];
	return sends ? [] : [atValue(place, "never send anything: no stage with a duration begins or ends above 0; raise a `target`")];
}
// src/config/answer-checks.ts
/** What the schema cannot say about answers: checks and captures of requests, and cookies. Works on the raw tree. */
/** Where in a scenario each captured name comes from: the first request that gives it. */
function capturedIn(scenario) {
	const first = /* @__PURE__ */ new Map();
	itemsOf(entryOf(scenario, "requests")).forEach((request, index) => {
		for (const [name] of entriesOf(entryOf(request, "capture"))) if (!first.has(name)) first.set(name, index);
	});
	return first;
}
/** Problems with what a scenario wants of its answers; `path` is the scenario's. */
function checkAnswers(scenario, defaults, path) {
	const effective = (name) => entryOf(scenario, name) ?? entryOf(defaults, name);
	const isOpen = isOpenWord(scenario, defaults);
	const cookies = isOpen && entryOf(scenario, "cookies") === true ? [atKey([...path, "cookies"], "`cookies` are kept by users, and an arrival rate has none; remove it")] : [];
	const requests = itemsOf(entryOf(scenario, "requests")).flatMap((request, index) => {
		const place = [
			...path,
			"requests",
			index
		];
		return [...checkBodies(request, place), ...checkCaptures(request, place, {
			isOpen,
			inSequence: effective("order") === "sequence"
		})];
	});
	const twice = entriesOf(entryOf(scenario, "variables")).filter(([name]) => capturedIn(scenario).has(name));
	return [
		...cookies,
		...requests,
		...twice.map(([name]) => atKey([
			...path,
			"variables",
			name
		], `\`${clean(name)}\` is captured from an answer, too; give one of them another name`))
	];
}
function checkBodies(request, place) {
	const checks = itemsOf(entryOf(request, "checks"));
	return [...checks.length > 0 && entryOf(request, "method") === "HEAD" ? [atKey([...place, "checks"], "`checks` look at bodies, and HEAD has none; remove them")] : [], ...checks.flatMap((check, index) => checkCheck(check, [
		...place,
		"checks",
		index
	]))];
}
function checkCheck(check, path) {
	const wrong = exactlyOne(check, CHECK_KINDS, path);
	if (wrong.length > 0 || entryOf(check, "equals") === void 0 || entryOf(check, "json") !== void 0) return wrong;
	return [atKey([...path, "equals"], "`equals` has no effect without `json`; remove it")];
}
function exactlyOne(value, known, path) {
	if (!isTreeMap(value)) return [];
	const given = known.filter((each) => entryOf(value, each) !== void 0);
	return given.length === 1 ? [] : [atValue(path, `must have exactly one of ${known.join(", ")} (got ${given.join(" and ") || "none"})`)];
}
function checkCaptures(request, place, { isOpen, inSequence }) {
	const captures = entriesOf(entryOf(request, "capture"));
	if (captures.length === 0) return [];
	const at = [...place, "capture"];
	const users = isOpen ? [atKey(at, "`capture` is for the later requests of a user, and an arrival rate has none; use users")] : [];
	const order = inSequence ? [] : [atKey(at, "`capture` needs requests in order; say `order: sequence` in the scenario")];
	return [
		...users,
		...order,
		...captures.flatMap(([name, capture]) => exactlyOne(capture, CAPTURE_KINDS, [...at, name]))
	];
}
// src/config/scenario-checks.ts
/** What the schema cannot say about scenarios: names, bodies, placeholders. Works on the raw tree, whatever else is wrong with it. */
const SCENARIOS_MAX = 50;
/** Problems of all scenarios. */
function checkScenarios(tree, files) {
	const scenarios = entryOf(tree, "scenarios");
	if (!isTreeMap(scenarios)) return [];
	const entries = entriesOf(scenarios);
	const number = entries.length;
	const count = number >= 1 && number <= SCENARIOS_MAX ? [] : [atValue(["scenarios"], `must have 1 to ${SCENARIOS_MAX} entries (got ${number})`)];
	const defaults = entryOf(tree, "defaults");
	return [
		...count,
		...checkLimits(defaults, ["defaults"]),
		...entries.flatMap(([name, scenario]) => checkScenario(scenario, ["scenarios", name], defaults, files))
	];
}
/** A metric with an empty mapping would lose its default without a word. */
function checkLimits(around, path) {
	return entriesOf(entryOf(around, "limits")).filter(([, limits]) => isTreeMap(limits) && Object.keys(limits).length === 0).map(([metric, limits]) => mustProblem([
		...path,
		"limits",
		metric
	], "name a limit", limits, "say `off` for none"));
}
function checkScenario(scenario, path, defaults, files) {
	const requests = itemsOf(entryOf(scenario, "requests"));
	const inSequence = (entryOf(scenario, "order") ?? entryOf(defaults, "order")) === "sequence";
	return [
		...checkLimits(scenario, path),
		...checkExecutor(scenario, defaults, path),
		...checkAnswers(scenario, defaults, path),
		...checkNames(requests, [...path, "requests"]),
		...requests.flatMap((request, index) => checkRequest(request, [
			...path,
			"requests",
			index
		], inSequence)),
		...entriesOf(entryOf(scenario, "variables")).flatMap(([name, variable]) => checkVariable(variable, [
			...path,
			"variables",
			name
		])),
		...checkPlaceholders(scenario, path, files)
	];
}
/** What reports call a request, as far as the raw tree tells. */
function nameOf(request) {
	if (typeof request === "string") return tidy(request).trim().replace(/\s+/, " ").replace(/^\//, "GET /");
	const name = entryOf(request, "name");
	if (name !== void 0) return typeof name === "string" ? name : null;
	const path = entryOf(request, "path");
	const method = entryOf(request, "method") ?? "GET";
	return typeof path === "string" && typeof method === "string" ? `${method} ${tidy(path)}` : null;
}
function checkNames(requests, path) {
	const names = requests.map(nameOf);
	return names.flatMap((name, index) => {
		if (name === null || names.indexOf(name) === index) return [];
		return [atValue([...path, index], `is the second request called \`${clean(name)}\`; give one of them another \`name\``)];
	});
}
function checkRequest(request, path, inSequence) {
	const problems = [];
	if (entryOf(request, "json") !== void 0 && entryOf(request, "body") !== void 0) problems.push(atKey([...path, "body"], "`body` and `json` exclude each other; remove one"));
	if (inSequence && entryOf(request, "weight") !== void 0) problems.push(atKey([...path, "weight"], "`weight` has no effect with `order: sequence`; remove it"));
	const headers = entriesOf(entryOf(request, "headers")).map(([name]) => name);
	const lower = headers.map((name) => name.toLowerCase());
	headers.forEach((name, index) => {
		if (lower.indexOf(name.toLowerCase()) !== index) problems.push(atKey([
			...path,
			"headers",
			name
		], `header \`${clean(name)}\` is given twice; keep one`));
	});
	return problems;
}
function checkVariable(variable, path) {
	if (!isTreeMap(variable)) return [];
	const sources = SOURCES.filter((source) => entryOf(variable, source) !== void 0);
	if (sources.length !== 1) return [atValue(path, `must have exactly one of ${SOURCES.join(", ")} (got ${sources.join(" and ") || "none"})`)];
	const [source = "list"] = sources;
	if (entryOf(variable, "pick") === void 0 || source === "list" || source === "file") return [];
	return [atKey([...path, "pick"], `\`pick\` has no effect on \`${source}\`; remove it`)];
}
/** What may stand where a value is put: anything else would change the meaning of what is around it. */
const FITS = {
	path: {
		test: (value) => /^[!-~]*$/.test(value) && !/[#\\"<>^`|{}]/.test(value),
		words: "a URL may not hold; percent-encode it"
	},
	header: {
		test: (value) => !/\p{Cc}/u.test(value),
		words: "a header may not hold"
	},
	json: {
		test: (value) => JSON.stringify(value) === `"${value}"`,
		words: "would break the JSON text; remove its quotes, backslashes and line ends"
	},
	body: {
		test: () => true,
		words: ""
	}
};
function checkPlaceholders(scenario, path, files) {
	const variables = entryOf(scenario, "variables");
	const captured = capturedIn(scenario);
	const spots = itemsOf(entryOf(scenario, "requests")).flatMap((request, index) => spotsOf(request, [
		...path,
		"requests",
		index
	]));
	const used = /* @__PURE__ */ new Set();
	const problems = spots.flatMap((spot) => {
		const open = hasOpenBraces(spot.text) ? [atValue(spot.path, "opens `{{` and never closes it; write `{{name}}`")] : [];
		const found = placeholdersIn(spot.text);
		for (const { name } of found) used.add(name);
		return [...open, ...found.flatMap((placeholder) => {
			const from = captured.get(placeholder.name);
			return from === void 0 ? checkPlaceholder(placeholder, spot, variables, files) : checkCaptured(placeholder, spot, from, Number(spot.path[path.length + 1]));
		})];
	});
	const unused = entriesOf(variables).filter(([name]) => !used.has(name));
	return [
		...problems,
		...[...captured].flatMap(([name, index]) => used.has(name) ? [] : [atKey([
			...path,
			"requests",
			index,
			"capture",
			name
		], `\`${clean(name)}\` is captured and never used; write \`{{${clean(name)}}}\` in a later request, or remove it`)]),
		...unused.map(([name]) => atKey([
			...path,
			"variables",
			name
		], `variable \`${clean(name)}\` is never used; write \`{{${clean(name)}}}\` in a request, or remove it`))
	];
}
function spotsOf(request, path) {
	if (typeof request === "string") return [{
		text: request,
		path,
		part: "path"
	}];
	return [
		...textsIn(entryOf(request, "path"), [...path, "path"], "path"),
		...textsIn(entryOf(request, "headers"), [...path, "headers"], "header"),
		...textsIn(entryOf(request, "json"), [...path, "json"], "json"),
		...textsIn(entryOf(request, "body"), [...path, "body"], "body")
	];
}
/** All texts below a value, keys of JSON included. The tree's depth bounds the recursion. */
function textsIn(tree, path, part) {
	if (typeof tree === "string") return [{
		text: tree,
		path,
		part
	}];
	if (Array.isArray(tree)) return itemsOf(tree).flatMap((item, index) => textsIn(item, [...path, index], part));
	return entriesOf(tree).flatMap(([name, value]) => [...part === "json" ? [{
		text: name,
		path: [...path, name],
		part
	}] : [], ...textsIn(value, [...path, name], part)]);
}
/** `from` and `at`: the requests that capture the value, and use it. */
function checkCaptured(placeholder, spot, from, at) {
	const shown = `\`{{${clean(placeholder.content)}}}\``;
	if (placeholder.column !== null) return [atValue(spot.path, `uses ${shown}, and a captured value has no columns`)];
	return from < at ? [] : [atValue(spot.path, `uses ${shown} before \`requests[${from}]\` has captured it; put that one first`)];
}
function checkPlaceholder(placeholder, spot, variables, files) {
	const { name, column } = placeholder;
	const shown = `\`{{${clean(placeholder.content)}}}\``;
	const variable = entryOf(variables, name);
	if (!(/* @__PURE__ */ new RegExp("^[A-Za-z_][A-Za-z0-9_-]{0,39}$")).test(name)) return [atValue(spot.path, `uses ${shown}, which is not the name of a variable`)];
	if (variable === void 0) {
		const nearest = didYouMean(name, entriesOf(variables).map(([known]) => known));
		return [atValue(spot.path, `uses ${shown}, and there is no variable \`${clean(name)}\`; ${nearest === "" ? "add it under `variables`" : nearest}`)];
	}
	const file = entryOf(variable, "file");
	if (typeof file !== "string") {
		if (column !== null) return [atValue(spot.path, `uses ${shown}, and \`${clean(name)}\` has no columns; write \`{{${clean(name)}}}\``)];
		return fits(itemsOf(entryOf(variable, "list")).filter((item) => typeof item === "string"), spot, shown);
	}
	const rows = files.get(file) ?? null;
	if (rows === null) return [];
	if (column === null) return [atValue(spot.path, `uses ${shown}, which is a row; name a column: ${rows.columns.map((known) => `\`{{${clean(name)}.${clean(known)}}}\``).slice(0, 5).join(", ")}`)];
	if (rows.columns.includes(column)) return fits(rows.rows.map((row) => row[column] ?? ""), spot, shown);
	const nearest = didYouMean(column, rows.columns) || `columns: ${rows.columns.map(clean).slice(0, 20).join(", ")}`;
	return [atValue(spot.path, `uses ${shown}, and ${clean(file)} has no column \`${clean(column)}\`; ${nearest}`)];
}
function fits(values, spot, shown) {
	const bad = values.find((value) => !FITS[spot.part].test(value));
	return bad === void 0 ? [] : [mustProblem(spot.path, `not take ${shown} here: one of its values holds what ${FITS[spot.part].words}`, bad)];
}
// src/config/service-checks.ts
/** What the schema cannot say about the service: keys that need or exclude each other. Works on the raw tree, whatever else is wrong with it. */
/** Keys that tell how to run a service, and mean nothing for one that already runs. */
const NEEDS_START = [
	"build",
	"working-directory",
	"env",
	"port",
	"build-timeout",
	"stop-timeout",
	"show-log"
];
/** Problems of `service` and of the files Loadgate writes. */
function checkService(tree) {
	const service = entryOf(tree, "service");
	if (!isTreeMap(service)) return [];
	const booted = entryOf(service, "start") !== void 0;
	return [
		...booted ? [] : checkRunning(service),
		...checkUrl(service, booted),
		...checkReady(service, booted),
		...checkBraces(service)
	];
}
/** The base commit can only be measured beside the change when we may start it. */
function checkCompare(tree) {
	if (entryOf(entryOf(tree, "service"), "start") !== void 0 || entryOf(tree, "compare") !== "base") return [];
	return [atValue(["compare"], "`base` needs `service.start`: a service that already runs cannot be started at another commit")];
}
/** `.github` holds workflows: what a run writes must not become one. */
function checkWritten(tree) {
	return [["baseline", "path"], ["report", "directory"]].flatMap((path) => {
		const [first = "", last = ""] = path.map(String);
		const value = entryOf(entryOf(tree, first), last);
		if (typeof value !== "string") return [];
		const steps = value.split("/").filter((step) => step !== "" && step !== ".");
		if (steps.length === 0) return [mustProblem(path, "name something inside the workspace", value)];
		return steps[0]?.toLowerCase() === ".github" ? [mustProblem(path, "be outside .github", value)] : [];
	});
}
function checkRunning(service) {
	const problems = NEEDS_START.filter((name) => entryOf(service, name) !== void 0).map((name) => atKey(["service", name], `\`service.${name}\` has no effect without \`service.start\`; add it or remove this`));
	if (entryOf(service, "url") !== void 0) return problems;
	return [...problems, atKey(["service"], "`service` needs `start` (how to run it), or `url` (where it already runs)")];
}
function checkUrl(service, booted) {
	const url = entryOf(service, "url");
	const path = ["service", "url"];
	if (typeof url !== "string") return [];
	const reading = readAddress(url);
	if ("must" in reading) return [mustProblem(path, reading.must, url, reading.say)];
	if (reading.value.port === null) return booted ? [] : [mustProblem(path, "name the port", url, "`{port}` needs `service.start`")];
	const port = entryOf(service, "port");
	if (!booted || port === void 0 || port === reading.value.port) return [];
	return [mustProblem(["service", "port"], "be the port of `service.url`", port, `say ${reading.value.port}, or write {port} in the URL`)];
}
function checkReady(service, booted) {
	const ready = entryOf(service, "ready");
	const path = ["service", "ready"];
	if (!isTreeMap(ready)) return [];
	const kinds = READY_KINDS.filter((name) => entryOf(ready, name) !== void 0);
	if (kinds.length !== 1) return [atValue(path, `must have exactly one of ${READY_KINDS.join(", ")} (got ${kinds.join(" and ") || "none"})`)];
	if (booted || kinds[0] !== "log") return [];
	return [atKey([...path, "log"], "`service.ready.log` needs `service.start`: a service that already runs has its log elsewhere")];
}
/** `{{port}}` is the form of requests; here it would reach the shell as it is. */
function checkBraces(service) {
	return [[["service", "start"], entryOf(service, "start")], ...entriesOf(entryOf(service, "env")).map(([name, value]) => [[
		"service",
		"env",
		name
	], value])].flatMap(([path, value]) => typeof value === "string" && /\{\{\s*port\s*\}\}/i.test(value) ? [mustProblem(path, "write the port as {port}", value)] : []);
}
// src/config/load.ts
/** From a configuration file and inputs to the checked plan, or to everything that is wrong with them. */
/**
* Loads the plan.
* @throws Failure kind `usage`, code `config-missing`: neither a file nor `start` or `url`
* @throws Failure kind `usage`, code `config-invalid`: all problems in `lines`, each with its place
*/
async function loadPlan(source, world) {
	const { inputs } = source;
	const file = await readConfigFile(source, world.workspace);
	const yaml = file === null ? null : readYaml(file.text, TEXT_PLACES);
	const overlaid = overlayInputs(yaml?.tree ?? null, inputs);
	const places = yaml?.places ?? /* @__PURE__ */ new Map();
	const origin = {
		file: file?.path ?? null,
		text: file?.text ?? "",
		places,
		inputs: overlaid.origins
	};
	if (yaml !== null && yaml.tree === null) throw invalidConfig(yaml.problems, origin);
	const { tree } = overlaid;
	const data = await readDataFiles(tree, world.workspace);
	const parsed = config.safeParse(tree);
	const told = new Set(yaml?.problems.map(placeKey));
	const problems = [
		...overlaid.problems,
		...parsed.success ? [] : problemsOf(parsed.error.issues, tree),
		...checkService(tree),
		...checkCompare(tree),
		...checkWritten(tree),
		...checkScenarios(tree, data.files),
		...data.problems,
		...await checkPaths(tree, world.workspace)
	].filter((problem) => !told.has(placeKey(problem)));
	problems.push(...yaml?.problems ?? []);
	if (!parsed.success || problems.length > 0) throw invalidConfig(problems, origin);
	const plan = planOf(parsed.data, data.files);
	return {
		configPath: file?.path ?? null,
		...applyBase(plan, source.base, inputs)
	};
}
/** Two complaints about one place are one too many: the text's own comes first. */
function placeKey(problem) {
	return problem.kind === "path" ? pathKey(problem.path) : `@${problem.range[0]}`;
}
/** The file, or null when inputs are enough without one. */
async function readConfigFile(source, workspace) {
	const asked = source.configPath ?? inputValue(source.inputs, "config");
	const path = workspacePath(workspace, asked ?? ".github/loadgate.yml");
	if (path === null) throw unreadable(String(asked), "lies outside the workspace");
	const read = await readWorkspaceFile(workspace, path, CONFIG_BYTES_MAX);
	if (read.kind === "read") return {
		path,
		text: read.text
	};
	if (read.kind === "refused") throw unreadable(path, read.why);
	const enough = inputValue(source.inputs, "start") !== null || inputValue(source.inputs, "url") !== null;
	if (asked === null && enough) return null;
	throw missing(path);
}
function missing(path) {
	return new Failure({
		kind: "usage",
		code: "config-missing",
		message: `There is no configuration: ${path} does not exist.`,
		advice: "Write that file (`loadgate init` makes one to start from), or give the input `start` (how to start the service) or `url` (where it already runs)."
	});
}
function unreadable(path, why) {
	return new Failure({
		kind: "usage",
		code: "config-invalid",
		message: `The configuration ${path} ${why}.`,
		advice: `Put a readable text file of at most ${CONFIG_BYTES_MAX / 1024} KiB into the workspace.`
	});
}
/** Reads every data file that a variable names, each once. */
async function readDataFiles(tree, workspace) {
	const files = /* @__PURE__ */ new Map();
	const whys = /* @__PURE__ */ new Map();
	const problems = [];
	for (const { path, file } of dataPaths(tree)) {
		if (!files.has(file)) {
			const rows = await readDataFile(file, workspace);
			files.set(file, "why" in rows ? null : rows);
			if ("why" in rows) whys.set(file, rows.why);
		}
		const why = whys.get(file);
		if (why !== void 0) problems.push(mustProblem(path, "name a CSV or JSON file in the workspace", file, `it ${why}`));
	}
	return {
		files,
		problems
	};
}
function dataPaths(tree) {
	return entriesOf(entryOf(tree, "scenarios")).flatMap(([scenario, value]) => entriesOf(entryOf(value, "variables")).flatMap(([name, variable]) => {
		const file = entryOf(variable, "file");
		return typeof file === "string" ? [{
			path: [
				"scenarios",
				scenario,
				"variables",
				name,
				"file"
			],
			file
		}] : [];
	}));
}
async function readDataFile(path, workspace) {
	if (path.includes("\0")) return { why: "is no path" };
	const read = await readWorkspaceFile(workspace, path, DATA_BYTES_MAX);
	if (read.kind === "missing") return { why: "does not exist" };
	return read.kind === "refused" ? { why: read.why } : readRows(path, read.text);
}
/** Paths that are written, or run in, may not lead out of the workspace through links either. */
async function checkPaths(tree, workspace) {
	const checked = [
		["service", "working-directory"],
		["baseline", "path"],
		["report", "directory"]
	].map(async ([block, key]) => {
		const value = entryOf(entryOf(tree, block), key);
		if (typeof value !== "string" || await staysInWorkspace(workspace, value)) return [];
		return [mustProblem([block, key], "stay inside the workspace, outside .git", value)];
	});
	return (await Promise.all(checked)).flat();
}
// src/findings/evidence.ts
/** What the rules look at, and how they hand over what they found. */
/** Sums every judged scenario up. @throws Failure when the run lacks one of them */
function openScene(evidence) {
	const scenarios = evidence.verdict.scenarios.flatMap((verdict) => {
		const plan = evidence.plan.scenarios.find(({ name }) => name === verdict.scenario);
		if (plan === void 0) return [];
		const summary = summarise(evidence.run, verdict.scenario, "head");
		const believable = verdict.voids.length === 0;
		const constant = isConstant(plan.load.executor);
		return [{
			name: verdict.scenario,
			plan,
			verdict,
			summary,
			host: busiestHost(summary),
			believable,
			constant
		}];
	});
	const [loads = [], searches = []] = [false, true].map((wanted) => scenarios.filter(({ plan }) => plan.search !== null === wanted));
	return {
		...evidence,
		scenarios,
		loads,
		searches
	};
}
function busiestHost({ slices }) {
	return slices.flatMap(({ host }) => host === null ? [] : [host]).toSorted((left, right) => right.busyCores - left.busyCores)[0] ?? null;
}
/** Makes a finding whose evidence fits its name. */
function finding(name, kind, confidence, evidence) {
	return {
		name,
		kind,
		confidence,
		evidence
	};
}
/** The findings of one name, with their evidence. */
function named(findings, name) {
	return findings.filter((each) => each.name === name);
}
/** Fires when processes that are neither service, generator nor gate used more than a tenth of the machine. */
const backgroundActivity = ({ scenarios }) => scenarios.flatMap(({ name, host }) => host !== null && host.otherCores > .1 * host.cores ? [finding("background-activity", "limitation", "certain", {
	scenario: name,
	otherCores: host.otherCores,
	cores: host.cores
})] : []);
// src/findings/base-failed.ts
/** The base commit was to be measured beside the change and could not be: that is not the change's fault. */
/** Fires once for the run. */
const baseFailed = ({ run, plan }) => run.baseFailure === null ? [] : [finding("base-failed", "limitation", "certain", {
	message: run.baseFailure.message,
	decided: plan.compare === "base" ? "nothing" : "baseline"
})];
// src/stats/ewma.ts
/** Slow drifts that no single step shows: an exponentially weighted moving average with control limits (Roberts 1959; Lucas & Saccucci 1990). */
/** Weight of the newest value, and width of the limits in standard deviations of the average. */
const EWMA_WEIGHT = .2;
/** As for the noise between runs: a few equal values are luck, not silence. */
const SIGMA_FLOOR$1 = .02;
/** How far the average of values in their order has left what is usual; null when it has not, or there are too few. The unit is the values' own. */
function driftOf$1(values) {
	if (values.length < 15) return null;
	const first = values.slice(0, 10);
	const usual = median(first);
	const sigma = Math.max(robustSigma(first), SIGMA_FLOOR$1);
	const average = values.slice(10).reduce((mean, value) => EWMA_WEIGHT * value + .8 * mean, usual);
	const limit = 3 * sigma * Math.sqrt(EWMA_WEIGHT / 1.8);
	return Math.abs(average - usual) > limit ? average - usual : null;
}
// src/findings/baseline-drift.ts
/** The accepted runs themselves drift: each step too small to fail, all of them together not. */
/** Fires for each limited metric whose accepted runs went one way for the worse. */
const baselineDrift = ({ scenarios }) => scenarios.flatMap(({ name, plan, verdict: { reference } }) => {
	if (reference.kind !== "baseline") return [];
	return METRIC_NAMES.flatMap((metric) => {
		const drift = plan.limits.some((limit) => limit.metric === metric) ? worseDrift(metric, reference.runs) : null;
		return drift === null ? [] : [finding("baseline-drift", "weakness", "likely", {
			scenario: name,
			metric,
			...drift
		})];
	});
});
function worseDrift(metric, runs) {
	if (METRICS[metric].change === "points") return null;
	const values = runs.flatMap(({ metrics }) => metrics[metric] ?? []).filter((value) => value > 0);
	const change = driftOf$1(values.map((value) => Math.log(value)));
	if (change === null) return null;
	return (METRICS[metric].better === "lower" ? change > 0 : change < 0) ? {
		change: Math.expm1(change),
		runs: values.length
	} : null;
}
// src/findings/searched.ts
/** All believable ones. */
function searchedIn({ run, searches }) {
	return searches.flatMap((scenario) => {
		const [first] = run.blocks.flatMap(({ slices }) => slices).filter((slice) => slice.scenario === scenario.name && slice.side === "head").flatMap(({ search }) => search ?? []);
		return first === void 0 || !scenario.believable ? [] : [{
			...scenario,
			search: first
		}];
	});
}
// src/findings/capacity.ts
/** What the service carries, and what happens beyond. */
/** Fires for every search that met the end of what the service carries. */
const capacity = (scene) => searchedIn(scene).flatMap(({ name, search }) => {
	const degradation = degradationOf(search);
	const found = capacityOf(search);
	if (degradation === null || found === null) return [];
	const { kind, objective } = search;
	return [finding("capacity", "potential", "certain", {
		scenario: name,
		kind,
		capacity: found,
		objective,
		degradation
	})];
});
// src/findings/capacity-beyond.ts
/** A search that ended before the service did knows only what it carries at least. */
/** Fires for every search that was ended by its highest level or its time. */
const capacityBeyond = (scene) => searchedIn(scene).flatMap(({ name, search }) => {
	const { kind, ended } = search;
	const found = capacityOf(search);
	const level = levelsOf(search).at(-1)?.level;
	if (degradationOf(search) !== null || found === null || level === void 0) return [];
	return [finding("capacity-beyond", "limitation", "certain", {
		scenario: name,
		kind,
		capacity: found,
		level,
		because: ended === "budget" ? "time" : "level"
	})];
});
// src/findings/capacity-unknown.ts
/** One level of load tells nothing about the next: no guess at capacity. */
/** Fires when a believable scenario had constant users, with the largest number of them, and none looked for the limit. */
const capacityUnknown = ({ loads, searches }) => {
	const levels = loads.filter(({ believable, plan }) => believable && plan.load.executor.kind === "constant-users").map(({ summary }) => summary.users);
	if (levels.length === 0 || searches.length > 0) return [];
	return [finding("capacity-unknown", "potential", "certain", { users: Math.max(...levels) })];
};
// src/findings/closed-loop.ts
/** The users waited for their answers, so a slower service got less load. */
/** Fires for every load of users who wait, with the largest number of them. */
const closedLoop = ({ loads }) => {
	const closed = loads.filter(({ plan }) => !isOpen(plan.load.executor));
	if (closed.length === 0) return [];
	return [finding("closed-loop", "limitation", "certain", { users: Math.max(...closed.map(({ summary }) => summary.users)) })];
};
/** From nine tenths of all cores on, by queueing theory, work waits on average longer than it lasts. */
const BUSY_SHARE = .9;
/** Fires by the generator's run-queue delay, by the kernel's pressure figures, or by full cores, whichever can be read. */
const competition = ({ scenarios }) => scenarios.flatMap(({ name, host, summary }) => {
	const delays = summary.slices.flatMap(({ generator }) => generator.runQueueDelay ?? []);
	const runQueueDelay = delays.length === 0 ? null : Math.max(...delays);
	if (host === null) return [];
	const delayed = runQueueDelay !== null && runQueueDelay > .05;
	const pressed = host.cpuPressure !== null && host.cpuPressure > .25;
	const full = host.busyCores > BUSY_SHARE * host.cores;
	if (!delayed && !pressed && !full) return [];
	const { cpuPressure, busyCores, cores, serviceCores, generatorCores } = host;
	return [finding("competition", "limitation", delayed ? "certain" : "likely", {
		scenario: name,
		runQueueDelay,
		cpuPressure,
		busyCores,
		cores,
		serviceCores,
		generatorCores
	})];
});
/** Fires when latency, throughput or CPU time got worse beyond doubt and both kinds are known. */
const cost = ({ loads }) => loads.filter(({ believable }) => believable).flatMap((scenario) => {
	const cpu = comparisonOf$2(scenario, "cpu-per-request");
	const latency = slowest(scenario);
	if (cpu === null || latency === null) return [];
	const regressed = [cpu, latency].some(({ outcome }) => outcome === "regression");
	const evidence = {
		scenario: scenario.name,
		cpu: cpu.change,
		latency: latency.change
	};
	if (!regressed) return [];
	return Math.log1p(cpu.change) < .3333333333333333 * Math.log1p(latency.change) ? [finding("cost-in-waiting", "weakness", "likely", evidence)] : [finding("cost-in-cpu", "weakness", "likely", evidence)];
});
/** The latency that grew most, of those that were compared. */
function slowest(scenario) {
	return ["p50", "p95"].flatMap((name) => comparisonOf$2(scenario, name) ?? []).toSorted((left, right) => right.change - left.change)[0] ?? null;
}
const comparisonOf$2 = ({ verdict }, name) => verdict.judgements.find(({ metric }) => metric === name)?.comparison ?? null;
// src/findings/detectable.ts
/** The smallest changes for the worse that this run would have caught. */
/** Fires for each scenario that was compared, with the metrics that have a relative limit. */
const detectable = ({ scenarios }) => scenarios.filter(({ believable }) => believable).flatMap(({ name, verdict }) => {
	const changes = verdict.judgements.flatMap(({ metric, comparison }) => comparison === null || comparison.limit === null ? [] : [{
		metric,
		change: comparison.detectable
	}]);
	const blind = verdict.judgements.flatMap(({ metric, comparison }) => comparison?.limit == null || comparison.sufficient === null ? [] : [{
		metric,
		limit: comparison.limit,
		seconds: toSeconds(comparison.sufficient)
	}]);
	return changes.length === 0 ? [] : [finding("detectable", "limitation", "certain", {
		scenario: name,
		changes,
		blind
	})];
});
/** A clock that stops a little early still measured the whole second. */
const TOLERANCE_SECONDS = .05;
/** Seconds that were measured from beginning to end, of all slices: the last of a slice is often a fraction, and a rate over a fraction jumps about. */
function wholeSeconds({ slices }) {
	let offset = 0;
	return slices.flatMap(({ timeline, elapsed }) => {
		const start = offset;
		offset += rowsOf({
			timeline,
			elapsed
		});
		return timeline.filter(({ second }) => second + 1 <= toSeconds(elapsed) + TOLERANCE_SECONDS).map((second) => ({
			...second,
			second: second.second + start
		}));
	});
}
/** Seconds with a p95 that is one, and that p95. */
function latencySeconds(summary) {
	return wholeSeconds(summary).flatMap(({ second, p95, throughput }) => p95 === null || throughput < 20 ? [] : [{
		second,
		p95
	}]);
}
// src/findings/dips.ts
/** Seconds in which the service answered much less than in the others. */
/** A dip is a second with at most half of the typical one's answers… */
const DIP_RATIO = .5;
/** Fires when at least one second's throughput falls out. */
const dips = ({ loads }) => loads.filter(({ believable, constant }) => believable && constant).flatMap(({ name, summary }) => {
	const seconds = wholeSeconds(summary);
	if (seconds.length < 10) return [];
	const values = seconds.map(({ throughput }) => throughput);
	const typical = median(values);
	const line = Math.min(DIP_RATIO * typical, typical - 5 * robustSigma(values));
	const found = seconds.filter(({ throughput }) => throughput < line);
	if (found.length === 0) return [];
	return [finding("dips", "weakness", found.length > 1 ? "likely" : "possible", {
		scenario: name,
		seconds: found.map(({ second }) => second),
		of: seconds.length,
		worst: Math.min(...found.map(({ throughput }) => throughput)),
		typical
	})];
});
// src/findings/trend.ts
/** Whether a series rises or falls from beginning to end, in a way that a few odd values cannot fake. */
/** Longer series are looked at in this many means, so that the work stays bounded. */
const VALUES_MAX = 300;
/**
* Slope by Theil and Sen (the median of the slopes of all pairs: Sen 1968) and its significance by Mann and Kendall, with the variance corrected for ties
* (Kendall 1975). Successive values are taken as independent, so ask for a high z.
* @throws RangeError for fewer than two values
*/
function trendOf(values) {
	if (values.length < 2) throw new RangeError("a trend needs two values");
	const width = Math.ceil(values.length / VALUES_MAX);
	const means = inMeans(values, width);
	const slopes = [];
	let score = 0;
	for (const [left, before] of means.entries()) for (let right = left + 1; right < means.length; right += 1) {
		const rise = (means[right] ?? before) - before;
		slopes.push(rise / (right - left));
		score += Math.sign(rise);
	}
	return {
		slope: median(slopes) / width,
		z: zOf(score, means)
	};
}
function inMeans(values, width) {
	return Array.from({ length: Math.ceil(values.length / width) }, (_, index) => {
		const part = values.slice(index * width, (index + 1) * width);
		return part.reduce((sum, value) => sum + value, 0) / part.length;
	});
}
function zOf(score, values) {
	const weight = (count) => count * (count - 1) * (2 * count + 5);
	const ties = Map.groupBy(values, (value) => value).values().map((equal) => weight(equal.length)).reduce((sum, tied) => sum + tied, 0);
	const variance = (weight(values.length) - ties) / 18;
	return variance === 0 ? 0 : (score - Math.sign(score)) / Math.sqrt(variance);
}
/** A change below a tenth over the whole time is within what limits usually allow. */
const DRIFT_CHANGE = .1;
/** Fires for p95, or for throughput where p95 says nothing: with users who wait, both tell the same story. Only a single slice has one history. */
const drift = ({ loads }) => loads.filter(({ believable, constant, summary }) => believable && constant && summary.slices.length === 1).flatMap((scenario) => {
	const p95 = driftOf(latencySeconds(scenario.summary).map((second) => second.p95));
	const throughput = driftOf(wholeSeconds(scenario.summary).map((second) => second.throughput));
	if (p95 !== null) return [say(scenario, "p95", p95, p95.change > 0)];
	return throughput === null ? [] : [say(scenario, "throughput", throughput, throughput.change < 0)];
});
/** For the worse it is the service's weakness; for the better it was not warm yet, which limits what the numbers mean. */
const say = ({ name }, metric, found, worse) => finding("drift", worse ? "weakness" : "limitation", "likely", {
	scenario: name,
	metric,
	...found
});
/** Change over the whole series, on logarithms so that a rise and the fall back weigh the same. */
function driftOf(values) {
	const positive = values.filter((value) => value > 0);
	if (positive.length < 10 || positive.length < values.length) return null;
	const { slope, z } = trendOf(positive.map((value) => Math.log(value)));
	const change = Math.expm1(slope * (positive.length - 1));
	const relevant = Math.abs(slope * (positive.length - 1)) > Math.log1p(DRIFT_CHANGE);
	return Math.abs(z) > 3.29 && relevant ? {
		change,
		seconds: positive.length
	} : null;
}
// src/findings/errors.ts
/** Three messages name the usual causes; more is a log. */
const MESSAGES_MAX = 3;
const KINDS = [
	"httpError",
	"connectionError",
	"timeout",
	"lost",
	"refused"
];
/** Fires at the first failed attempt. */
const errors = ({ loads }) => loads.flatMap(({ name, summary }) => {
	const { hits, total } = failuresOf(summary.counts);
	if (hits === 0) return [];
	const kinds = KINDS.map((kind) => ({
		kind,
		count: summary.counts[kind]
	})).filter(({ count }) => count > 0).sort((left, right) => right.count - left.count);
	return [finding("errors", "weakness", "certain", {
		scenario: name,
		rate: hits / Math.max(total, hits),
		failed: hits,
		attempts: total,
		kinds,
		messages: topMessages(summary.slices)
	})];
});
function topMessages(slices) {
	const counts = /* @__PURE__ */ new Map();
	for (const { message, count } of slices.flatMap((slice) => slice.errors)) counts.set(message, (counts.get(message) ?? 0) + count);
	return [...counts].map(([message, count]) => ({
		message,
		count
	})).sort((left, right) => right.count - left.count).slice(0, MESSAGES_MAX);
}
// src/findings/find-the-cause.ts
/** Where to look for the cause of a regression. */
/** Fires for every scenario that failed and in which latencies moved in a way that points somewhere. */
const findTheCause = ({ scenarios }, findings) => named(findings, "slower").filter(({ evidence }) => scenarios.some(({ name, verdict }) => name === evidence.scenario && verdict.outcome === "fail")).map(({ evidence: { scenario, shape } }) => {
	return finding("find-the-cause", "recommendation", "likely", {
		scenario,
		shape,
		request: named(findings, "slow-request").find(({ evidence }) => evidence.scenario === scenario)?.evidence.request ?? null
	});
});
// src/findings/first-run.ts
/** There is nothing to compare with yet. */
/** Fires once for all scenarios that no run was ever accepted for. */
const firstRun = ({ verdict }) => {
	const firsts = verdict.scenarios.flatMap(({ scenario, reference }) => reference.kind === "first-run" ? [{
		scenario,
		path: reference.source.path
	}] : []);
	const [first] = firsts;
	if (first === void 0) return [];
	return [finding("first-run", "limitation", "certain", {
		scenarios: firsts.map(({ scenario }) => scenario),
		path: first.path
	})];
};
// src/findings/accept-command.ts
/** Accepts the recorded run of the report folder into the baseline; the path is quoted for a shell where it must be. */
function acceptCommand({ report }) {
	return `npx loadgate baseline update --from ${quoted$1(`${report.directory}/run.json`)}`;
}
const quoted$1 = (path) => /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
// src/findings/fix-or-accept.ts
/** A regression is mended, or accepted on purpose. */
/** Fires when a relative limit failed the gate. */
const fixOrAccept = ({ plan, verdict }) => {
	const regressions = verdict.scenarios.flatMap(({ outcome, judgements }) => judgements.flatMap(({ comparison }) => outcome === "fail" && comparison?.outcome === "regression" && comparison.limit !== null ? [comparison.against] : []));
	if (regressions.length === 0) return [];
	const against = regressions.includes("base") ? "base" : "baseline";
	return [finding("fix-or-accept", "recommendation", "certain", {
		command: acceptCommand(plan),
		path: plan.baseline.path,
		against
	})];
};
/** Fires for a void measurement by the verdict, and as a warning below that. */
const generatorBound$1 = ({ scenarios }) => scenarios.flatMap(({ name, verdict, summary }) => {
	const reason = verdict.voids.find((each) => each.kind === "generator-bound");
	const cpu = reason?.cpu ?? Math.max(...summary.slices.map(({ generator }) => generator.cpu));
	const eventLoop = reason?.eventLoop ?? Math.max(...summary.slices.map(({ generator }) => generator.eventLoop));
	const beyond = reason !== void 0;
	if (!beyond && Math.max(cpu, eventLoop) <= .7) return [];
	return [finding("generator-bound", "limitation", beyond ? "certain" : "likely", {
		scenario: name,
		cpu,
		eventLoop,
		beyond
	})];
});
// src/findings/hold-the-gain.ts
/** An improvement that is not accepted can be lost again without anybody noticing. */
/** Fires when a limited metric improved against the stored baseline and the whole run passed. The base commit moves by itself. */
const holdTheGain = ({ plan, verdict }) => {
	const improved = verdict.scenarios.some(({ judgements }) => judgements.some(({ comparison }) => comparison?.against === "baseline" && comparison.outcome === "improvement" && comparison.limit !== null));
	const evidence = {
		command: acceptCommand(plan),
		path: plan.baseline.path
	};
	return improved && verdict.outcome === "pass" ? [finding("hold-the-gain", "recommendation", "certain", evidence)] : [];
};
// src/findings/larger-budget.ts
/** With more time the base commit could have answered. */
/** Fires when a limited metric stayed undecided against the base, and it is known how much time would see its limit. */
const largerBudget = ({ plan, scenarios }) => {
	const needed = scenarios.flatMap(({ believable, verdict }) => verdict.judgements.flatMap(({ comparison }) => believable && comparison?.limit != null && comparison.outcome === "inconclusive" ? comparison.sufficient ?? [] : []));
	if (needed.length === 0) return [];
	const seconds = 60 * Math.ceil(1.5 * Math.max(...needed.map(toSeconds)) / 60);
	const now = toSeconds(plan.budget);
	return seconds > now ? [finding("larger-budget", "recommendation", "likely", {
		seconds,
		now
	})] : [];
};
// src/findings/long-tail.ts
/** A few answers are far slower than the usual one. */
/** Where a single queue with random work lies: an exponential distribution has p99 = ln 100 / ln 2 ≈ 6.6 times p50. Beyond that, some answers are another kind of work. */
const TAIL_RATIO = Math.log(100) / Math.log(2);
/** A p99 needs ten answers beyond it. */
const ANSWERS_MIN$1 = 1e3;
/** Fires by the ratio of p99 to p50. */
const longTail = ({ loads }) => loads.filter(({ believable }) => believable).flatMap(({ name, summary }) => {
	const { p50, p99 } = summary.metrics;
	if (p50 === null || p99 === null || summary.histogram.count < ANSWERS_MIN$1) return [];
	return p99 > TAIL_RATIO * p50 && p99 - p50 > 5 ? [finding("long-tail", "weakness", "likely", {
		scenario: name,
		p50,
		p99
	})] : [];
});
/** Fires when answers grew beyond doubt and something got worse, their size included. */
const largerAnswers = ({ loads }) => loads.filter(({ believable }) => believable).flatMap(({ name, verdict: { judgements } }) => {
	const size = judgements.find(({ metric }) => metric === "answer-size");
	if (!judgements.some(({ comparison }) => comparison?.outcome === "regression") || size?.comparison == null || size.value === null) return [];
	const { change, interval, reference } = size.comparison;
	if (change < .01 || interval[0] <= 0) return [];
	return [finding("larger-answers", "weakness", "likely", {
		scenario: name,
		change,
		before: reference,
		now: size.value
	})];
});
// src/findings/look-at-database.ts
/** A service that waits is waiting for somebody. */
/** Fires once, for the scenario with the longest wait. */
const lookAtDatabase = (_, findings) => {
	const longest = named(findings, "waiting").toSorted((left, right) => right.evidence.p50 - left.evidence.p50)[0];
	if (longest === void 0) return [];
	const { serviceCores, cpuPerAnswer, p50 } = longest.evidence;
	return [finding("look-at-database", "recommendation", "possible", {
		serviceCores,
		cpuPerAnswer,
		p50
	})];
};
// src/findings/look-at-errors.ts
/** Errors come before speed. */
/** Where the service's log lies in the report folder. */
const SERVICE_LOG$1 = "service.log";
/** Fires once, for the scenario with the highest error rate. */
const lookAtErrors = ({ plan }, findings) => {
	const worst = named(findings, "errors").toSorted((left, right) => right.evidence.rate - left.evidence.rate)[0];
	if (worst === void 0) return [];
	const log = plan.service.kind === "booted" ? `${plan.report.directory}/${SERVICE_LOG$1}` : null;
	return [finding("look-at-errors", "recommendation", "certain", {
		scenario: worst.evidence.scenario,
		log
	})];
};
// src/findings/loopback.ts
/** The service was loaded over the loopback interface: no network lay between it and its users. */
/** Fires when the resolved target address is this machine's own. */
const loopback = ({ run }) => run.target.loopback ? [finding("loopback", "limitation", "certain", { address: run.target.address })] : [];
// src/findings/machine.ts
/** Always fires: no number means anything without its machine. */
const machine = ({ run }) => [finding("machine", "limitation", "certain", {
	machine: run.machine,
	unread: unreadOf(run.machine)
})];
function unreadOf(read) {
	return [
		read.governor === null ? "governor" : null,
		read.power === null ? "power" : null,
		read.thermalThrottles === null ? "throttling" : null
	].filter((name) => name !== null);
}
/** Fires once a scenario, for the metric whose limit was widened most. */
const thinHistory = ({ scenarios }) => scenarios.flatMap(({ name, verdict }) => {
	const widened = verdict.judgements.flatMap(({ metric, comparison, advisory }) => {
		if (comparison === null || comparison.limit === null || comparison.against === "base") return [];
		const { limit, tolerance, replicates: runs } = comparison;
		return (comparison.widened || advisory) && runs < 10 ? [{
			metric,
			runs,
			limit,
			tolerance,
			advisory
		}] : [];
	});
	const factor = (each) => each.tolerance - each.limit;
	const widest = widened.toSorted((left, right) => factor(right) - factor(left))[0];
	return widest === void 0 ? [] : [finding("thin-history", "limitation", "certain", {
		scenario: name,
		...widest
	})];
});
// src/findings/more-baseline-runs.ts
/** A longer history makes the limits sharp. */
/** Fires when few accepted runs widened a limit or left a metric inconclusive, with the shortest history among them. */
const moreBaselineRuns = ({ plan, scenarios }) => {
	const thin = scenarios.flatMap(({ believable, verdict }) => verdict.judgements.flatMap(({ comparison, advisory }) => {
		if (!believable || comparison === null || comparison.limit === null) return [];
		if (comparison.against === "base") return [];
		return (comparison.widened || advisory || comparison.outcome === "inconclusive") && comparison.replicates < 10 ? [comparison.replicates] : [];
	}));
	if (thin.length === 0) return [];
	return [finding("more-baseline-runs", "recommendation", "certain", {
		runs: Math.min(...thin),
		wanted: 10,
		path: plan.baseline.path
	})];
};
// src/findings/no-errors.ts
/** Every request was answered as expected. */
/** Fires when no attempt failed, with the error rate that may still hide behind it. */
const noErrors = ({ loads }) => loads.flatMap(({ name, summary }) => {
	const { hits, total } = failuresOf(summary.counts);
	if (hits > 0 || total <= 0) return [];
	return [finding("no-errors", "strength", "certain", {
		scenario: name,
		sent: total,
		upperBound: 1 - .050000000000000044 ** (1 / total)
	})];
});
// src/findings/not-watched.ts
/** Nothing could be read about the machine's use, so nothing can be said about bottlenecks. */
/** Fires once, with the scenarios that have no reading. */
const notWatched = ({ scenarios }) => {
	const blind = scenarios.filter(({ host }) => host === null).map(({ name }) => name);
	return blind.length === 0 ? [] : [finding("not-watched", "limitation", "certain", { scenarios: blind })];
};
// src/findings/objective-met.ts
/** An absolute limit is kept, and how much room is left. */
/** Fires for each kept bound of a believable measurement that has a value. */
const objectiveMet = ({ scenarios }) => scenarios.filter(({ believable }) => believable).flatMap(({ name, verdict }) => verdict.judgements.flatMap(({ metric, value, bounds }) => bounds.flatMap(({ bound, direction, broken }) => {
	if (broken || value === null || bound <= 0) return [];
	return [finding("objective-met", "strength", "certain", {
		scenario: name,
		metric,
		value,
		bound,
		headroom: direction === "max" ? 1 - value / bound : value / bound - 1
	})];
})));
// src/findings/objective-missed.ts
/** An absolute limit is broken. */
/** Fires for each broken bound. Errors are the service's own even where timings are void. */
const objectiveMissed = ({ scenarios }) => scenarios.flatMap(({ name, verdict, believable }) => verdict.judgements.filter(({ metric }) => believable || metric === "error-rate").flatMap(({ metric, value, bounds }) => bounds.flatMap(({ bound, broken }) => broken && value !== null ? [finding("objective-missed", "weakness", "certain", {
	scenario: name,
	metric,
	value,
	bound
})] : [])));
// src/findings/other-config.ts
/** The baseline is of another load: not comparable. */
/** Fires once for all scenarios whose configuration is not the one of their accepted runs. */
const otherConfig = ({ verdict }) => {
	const scenarios = verdict.scenarios.filter(({ reference }) => reference.kind === "other-config").map(({ scenario }) => scenario);
	return scenarios.length === 0 ? [] : [finding("other-config", "limitation", "certain", { scenarios })];
};
// src/findings/other-machine.ts
/** The baseline is of another machine: not comparable. */
/** Fires once for all scenarios whose accepted runs are all of other machines. */
const otherMachine = ({ verdict }) => {
	const others = verdict.scenarios.flatMap(({ scenario, reference }) => reference.kind === "other-machine" ? [{
		scenario,
		reference
	}] : []);
	const [first] = others;
	if (first === void 0) return [];
	const known = [...new Set(others.flatMap(({ reference }) => reference.known))];
	return [finding("other-machine", "limitation", "certain", {
		scenarios: others.map(({ scenario }) => scenario),
		known,
		here: first.reference.here
	})];
};
// src/findings/own-engine.ts
/** autocannon could not measure this service truthfully, so the engine of our own did. */
/** Fires once a scenario that was measured by another engine than the default for a reason that was seen. */
const ownEngine = ({ scenarios }) => scenarios.flatMap(({ name, summary }) => {
	const [why] = summary.slices.flatMap(({ engine: { why } }) => why === "closing-connections" || why === "lost-answers" ? [why] : []);
	return why === void 0 ? [] : [finding("own-engine", "limitation", "certain", {
		scenario: name,
		why
	})];
});
// src/findings/quiet-machine.ts
/** Governors that slow the cores down when there is little to do. */
const SAVING = /powersave|conservative|ondemand/;
/** Fires for others at work, stolen time, a battery, or a governor that saves power. */
const quietMachine = ({ run }, findings) => {
	const because = [
		named(findings, "background-activity").length > 0 ? "background" : null,
		named(findings, "stolen-cpu").length > 0 ? "stolen" : null,
		...powerOf$1(run.machine)
	].filter((reason) => reason !== null);
	return because.length === 0 ? [] : [finding("quiet-machine", "recommendation", "likely", { because })];
};
const powerOf$1 = ({ power, governor }) => [...power === "battery" ? ["battery"] : [], ...governor !== null && SAVING.test(governor) ? ["power-saving"] : []];
// src/findings/ramp-to-limit.ts
/** Capacity is found by more load, not by thinking. */
/** Fires when capacity is unknown and nothing is the matter that should be seen to first. */
const rampToLimit = ({ verdict }, findings) => {
	const [unknown] = named(findings, "capacity-unknown");
	const settled = verdict.outcome === "pass" || verdict.outcome === "no-baseline";
	return unknown !== void 0 && settled ? [finding("ramp-to-limit", "recommendation", "possible", { users: unknown.evidence.users })] : [];
};
// src/findings/recovery.ts
/** Whether the service comes back when the load that was too much goes. One that does not has a metastable failure: it needs a restart, not less load (Bronson et al., HotOS 2021). */
/** Fires for every search whose load fell after it had been too much. */
const recovery = (scene) => searchedIn(scene).flatMap(({ name, search }) => {
	const seen = recoveryOf(search);
	if (seen === null) return [];
	const evidence = {
		scenario: name,
		kind: search.kind,
		recovery: seen
	};
	return [seen.recovered ? finding("recovers", "strength", "certain", evidence) : finding("stays-broken", "weakness", "certain", evidence)];
});
/** Fires by the measured time. */
const shortRun = ({ loads }) => loads.flatMap(({ name, summary }) => {
	const seconds = toSeconds(summary.elapsed);
	return Math.round(seconds) >= 15 ? [] : [finding("short-run", "limitation", "certain", {
		scenario: name,
		seconds
	})];
});
// src/findings/run-longer.ts
/** A longer run has the answers and the seconds that this one lacked. */
/** A fifth more than needed, so that the next run does not lack it again. */
const MARGIN = 1.2;
/** Long enough for two of what comes every several seconds. */
const COMFORTABLE_SECONDS = 30;
/** Beyond ten minutes another load is the better advice. */
const SECONDS_MAX = 600;
const ROUND_TO = 10;
/** Fires once a scenario that was short or had too few answers, with a duration that is enough for both. Beside the base commit it is the budget that counts, and of a ramp the stages. */
const runLonger = (scene, findings) => scene.loads.flatMap((scenario) => {
	const short = named(findings, "short-run").some(({ evidence }) => evidence.scenario === scenario.name);
	const few = named(findings, "too-few-answers").filter(({ evidence }) => evidence.scenario === scenario.name);
	if (!short && few.length === 0 || scenario.verdict.reference.kind === "base" || !scenario.constant) return [];
	const now = toSeconds(scenario.summary.elapsed);
	const needed = Math.max(0, ...few.map(({ evidence }) => secondsFor(evidence.needed, scenario)));
	const seconds = Math.ceil(Math.max(needed, COMFORTABLE_SECONDS) / ROUND_TO) * ROUND_TO;
	return seconds > SECONDS_MAX ? [] : [finding("run-longer", "recommendation", "certain", {
		scenario: scenario.name,
		seconds,
		now
	})];
});
/** How long as many answers take at the rate that was seen; infinite for none. */
function secondsFor(answers, { summary }) {
	return MARGIN * answers * toSeconds(summary.elapsed) / summary.histogram.count;
}
/** Fires by busy cores and the service's part of them. */
const saturated = ({ loads }) => loads.filter(({ believable }) => believable).flatMap(({ name, host }) => {
	if (host === null || host.serviceCores === null) return [];
	const { busyCores, cores, serviceCores } = host;
	return busyCores > .9 * cores && serviceCores > .4 * busyCores ? [finding("saturated", "bottleneck", "likely", {
		scenario: name,
		busyCores,
		cores,
		serviceCores
	})] : [];
});
// src/findings/screened.ts
/** The stored baseline had its doubts, and the base commit was asked. */
/** Fires for each scenario that both judged, with the metrics in which the baseline saw a change for the worse or could not decide. */
const screened = ({ scenarios }) => scenarios.flatMap(({ name, verdict: { screen } }) => {
	if (screen === null) return [];
	const changes = screen.judgements.flatMap(({ metric, comparison }) => comparison?.limit != null && (comparison.outcome === "regression" || comparison.outcome === "inconclusive") ? [{
		metric,
		change: comparison.change
	}] : []);
	return [finding("screened", "limitation", "certain", {
		scenario: name,
		outcome: screen.outcome,
		changes
	})];
});
// src/findings/separate-machine.ts
/** More room for service and generator, for the plainest reason that was found. */
/** Fires once: a generator at its limit before competition before loopback. */
const separateMachine = ({ run, loads, verdict }, findings) => {
	const because = [
		"generator-bound",
		"competition",
		"loopback"
	].find((name) => named(findings, name).length > 0);
	const settled = verdict.outcome === "pass" || verdict.outcome === "no-baseline";
	if (because === void 0 || because === "loopback" && !settled) return [];
	const closed = loads.filter(({ plan }) => !isOpen(plan.load.executor));
	const users = Math.max(1, ...closed.map(({ summary }) => summary.users));
	return [finding("separate-machine", "recommendation", "likely", {
		because,
		cores: run.machine.cores,
		users
	})];
};
/** Fires on machines with at least two cores. Where the whole machine was full, it does not appear: then one core was all there was. */
const serviceOneCore = ({ loads }) => loads.filter(({ believable }) => believable).flatMap(({ name, host }) => {
	if (host === null || host.serviceCores === null || host.cores < 2) return [];
	const { serviceCores, cores } = host;
	return serviceCores >= .85 && serviceCores <= 1.25 ? [finding("service-one-core", "bottleneck", "likely", {
		scenario: name,
		serviceCores,
		cores
	})] : [];
});
// src/findings/shared-machine.ts
/** Service and generator ran on one machine, without having been seen to fight for it. */
/** Fires for a loopback target on a machine that was watched, with the readings of the scenario in which it was busiest. */
const sharedMachine = ({ run, scenarios }) => {
	const busiest = scenarios.flatMap(({ host }) => host === null ? [] : [host]).toSorted((left, right) => right.busyCores - left.busyCores)[0];
	if (!run.target.loopback || busiest === void 0) return [];
	const { serviceCores, generatorCores, otherCores, cores } = busiest;
	return [finding("shared-machine", "limitation", "certain", {
		serviceCores,
		generatorCores,
		otherCores,
		cores
	})];
};
/** Fires as `slower` or `faster` when p50, p95 or p99 left the noise, and all three can be compared. */
const shift = ({ loads }) => loads.filter(({ believable }) => believable).flatMap((scenario) => {
	const [p50, p95, p99] = [
		"p50",
		"p95",
		"p99"
	].map((name) => comparisonOf$1(scenario, name));
	if (p50 == null || p95 == null || p99 == null) return [];
	const moves = {
		p50: p50.change,
		p95: p95.change,
		p99: p99.change
	};
	const outcomes = [
		p50,
		p95,
		p99
	].map(({ outcome }) => outcome);
	const slower = outcomes.includes("regression");
	if (slower === outcomes.includes("improvement")) return [];
	const evidence = {
		scenario: scenario.name,
		shape: shapeOf(moves),
		shift: moves
	};
	return slower ? [finding("slower", "weakness", "certain", evidence)] : [finding("faster", "strength", "certain", evidence)];
});
const comparisonOf$1 = ({ verdict }, name) => verdict.judgements.find(({ metric }) => metric === name)?.comparison ?? null;
function shapeOf({ p50, p95, p99 }) {
	return Math.abs(Math.log1p(p50)) < .3333333333333333 * Math.max(Math.abs(Math.log1p(p95)), Math.abs(Math.log1p(p99))) ? "tail" : "whole";
}
/** A p95 needs ten answers beyond it. */
const ANSWERS_MIN = 200;
/** Fires once a scenario, for the slowest request. */
const slowRequest = ({ loads }) => loads.filter(({ believable }) => believable).flatMap(({ name, summary }) => {
	const histograms = byRequest(summary.slices);
	const [slowest] = [...histograms].filter(([, { count }]) => count >= ANSWERS_MIN).map(([request, histogram]) => ({
		request,
		p95: p95Of([histogram]) ?? 0
	})).sort((left, right) => right.p95 - left.p95);
	if (slowest === void 0) return [];
	const others = p95Of([...histograms].flatMap(([key, each]) => key === slowest.request ? [] : [each]));
	if (others === null || slowest.p95 <= 3 * others || slowest.p95 - others <= 2) return [];
	return [finding("slow-request", "weakness", "certain", {
		scenario: name,
		...slowest,
		others
	})];
});
function byRequest(slices) {
	const histograms = /* @__PURE__ */ new Map();
	for (const { name, latency } of slices.flatMap((slice) => slice.requests)) {
		const histogram = histograms.get(name) ?? createHistogram();
		histogram.add(fromRecord(latency));
		histograms.set(name, histogram);
	}
	return histograms;
}
/** In milliseconds; null without an answer. */
function p95Of(histograms) {
	const all = createHistogram();
	for (const histogram of histograms) all.add(histogram);
	const value = all.quantile(METRICS.p95.quantile);
	return value === null ? null : toMillis(value);
}
/** One spike may be anybody's; several are a pattern. */
const PATTERN = 2;
/** Fires when at least one second's p95 stands out. */
const spikes = ({ loads }) => loads.filter(({ believable, constant }) => believable && constant).flatMap(({ name, summary }) => {
	const seconds = latencySeconds(summary);
	if (seconds.length < 10) return [];
	const values = seconds.map(({ p95 }) => p95);
	const typical = median(values);
	const line = Math.max(2 * typical, typical + 5 * robustSigma(values), typical + 2);
	const found = seconds.filter(({ p95 }) => p95 > line);
	if (found.length === 0) return [];
	return [finding("spikes", "weakness", found.length >= PATTERN ? "likely" : "possible", {
		scenario: name,
		seconds: found.map(({ second }) => second),
		of: seconds.length,
		worst: Math.max(...found.map(({ p95 }) => p95)),
		typical
	})];
});
/** Fires by the coefficient of variation of throughput over the seconds. Where spikes, dips or drift were found, it does not appear. */
const stable = ({ loads }) => loads.filter(({ believable, constant }) => believable && constant).flatMap(({ name, summary }) => {
	const rates = wholeSeconds(summary).map(({ throughput }) => throughput);
	if (rates.length < 10) return [];
	const variation = variationOf(rates);
	return variation <= .1 ? [finding("stable", "strength", "certain", {
		scenario: name,
		variation,
		seconds: rates.length
	})] : [];
});
/** Standard deviation over mean; infinite for a mean of nothing. */
function variationOf(values) {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	return mean > 0 ? Math.sqrt(squares / (values.length - 1)) / mean : Infinity;
}
/** Fires when the kernel counted stolen time above the threshold. */
const stolenCpu = ({ scenarios }) => scenarios.flatMap(({ name, host }) => host?.steal != null && host.steal > .01 ? [finding("stolen-cpu", "limitation", "certain", {
	scenario: name,
	steal: host.steal
})] : []);
// src/findings/take-baseline.ts
/** Something comparable is to be stored. */
/** Fires when a scenario had nothing to be compared with, and the run is fit to be accepted. */
const takeBaseline = ({ plan, scenarios }, findings) => {
	const missing = [
		"first-run",
		"other-machine",
		"other-config"
	].some((name) => named(findings, name).length > 0);
	const fit = scenarios.every(({ believable, verdict }) => believable && verdict.outcome !== "fail");
	const evidence = {
		command: acceptCommand(plan),
		path: plan.baseline.path
	};
	return missing && fit ? [finding("take-baseline", "recommendation", "certain", evidence)] : [];
};
// src/findings/too-few-answers.ts
/** A quantile that rests on too few answers to be more than a guess. */
/** Answers that must lie beyond a quantile: the number of 10 is known to about a third (1/√10). */
const ANSWERS_BEYOND$1 = 10;
/** Fires for each quantile without enough answers beyond it: fewer than 20 for p50, 200 for p95, 1000 for p99. */
const tooFewAnswers$1 = ({ loads }) => loads.flatMap(({ name, summary }) => METRIC_NAMES.flatMap((metric) => {
	const { quantile } = METRICS[metric];
	const answers = summary.histogram.count;
	if (quantile === null || answers === 0) return [];
	const needed = Math.round(ANSWERS_BEYOND$1 / (1 - quantile));
	return answers >= needed ? [] : [finding("too-few-answers", "limitation", "certain", {
		scenario: name,
		metric,
		answers,
		needed
	})];
}));
/** Fires when CPU time for one answer is far below its median latency and the service had cores to spare. */
const waiting = ({ loads }) => loads.filter(({ believable }) => believable).flatMap(({ name, host, summary }) => {
	const { p50, throughput } = summary.metrics;
	if (host?.serviceCores == null || p50 === null || throughput === null || throughput <= 0) return [];
	const { serviceCores } = host;
	const cpuPerAnswer = 1e3 * serviceCores / throughput;
	return serviceCores < .5 && p50 > 5 && p50 > 4 * cpuPerAnswer ? [finding("waiting", "bottleneck", "likely", {
		scenario: name,
		serviceCores,
		p50,
		cpuPerAnswer
	})] : [];
});
// src/findings/warm-up-longer.ts
/** The measured time began before the service was warm. */
/** Spikes in the first seconds and nowhere else come from a cold service. */
const FIRST_SECONDS = 3;
/** Shortest warm-up that is worth trying. */
const SECONDS_MIN = 5;
/** Fires for a service that got faster while it was measured, or spiked at the beginning alone. */
const warmUpLonger = ({ loads }, findings) => loads.flatMap(({ name, plan }) => {
	const cold = named(findings, "drift").some(({ kind, evidence }) => kind === "limitation" && evidence.scenario === name) || named(findings, "spikes").some(({ evidence }) => evidence.scenario === name && evidence.seconds.every((second) => second < FIRST_SECONDS));
	const now = toSeconds(plan.load.warmUp);
	const seconds = Math.max(SECONDS_MIN, Math.ceil(2 * now));
	return cold ? [finding("warm-up-longer", "recommendation", "likely", {
		scenario: name,
		seconds,
		now
	})] : [];
});
/** Fires when two builds were measured beside each other and the interval of the shift leaves no doubt about its direction. */
const wholeShift = ({ loads }) => loads.filter(({ believable }) => believable).flatMap(({ name, verdict: { shift } }) => {
	if (shift === null || Math.abs(shift.change) < .005) return [];
	const [low, high] = shift.interval;
	if (low <= 0 && high >= 0) return [];
	return [finding("whole-shift", shift.change > 0 ? "weakness" : "strength", "certain", {
		scenario: name,
		change: shift.change,
		interval: [low, high]
	})];
});
// src/findings/rules.ts
/** The list of rules, in the order in which a report tells what they find: what matters most comes first in its part. */
/** Rules about what was measured. */
const RULES = [
	generatorBound$1,
	firstRun,
	otherMachine,
	otherConfig,
	baseFailed,
	screened,
	detectable,
	capacityBeyond,
	thinHistory,
	tooFewAnswers$1,
	competition,
	backgroundActivity,
	stolenCpu,
	loopback,
	sharedMachine,
	machine,
	notWatched,
	closedLoop,
	shortRun,
	ownEngine,
	errors,
	objectiveMissed,
	shift,
	cost,
	largerAnswers,
	wholeShift,
	baselineDrift,
	slowRequest,
	spikes,
	dips,
	drift,
	longTail,
	recovery,
	noErrors,
	objectiveMet,
	stable,
	capacity,
	saturated,
	serviceOneCore,
	waiting,
	capacityUnknown
];
/** Rules about what to do next; they see what the others found. */
const ADVICE = [
	lookAtErrors,
	findTheCause,
	fixOrAccept,
	takeBaseline,
	holdTheGain,
	quietMachine,
	largerBudget,
	moreBaselineRuns,
	warmUpLonger,
	runLonger,
	lookAtDatabase,
	separateMachine,
	rampToLimit
];
// src/findings/find.ts
/** All findings of a run, in report order. Pure. @throws Failure when the run lacks a judged scenario */
function findAll(evidence) {
	const scene = openScene(evidence);
	const found = reconcile(RULES.flatMap((rule) => rule(scene)));
	return [...found, ...ADVICE.flatMap((advice) => advice(scene, found))];
}
/** Takes out every finding that another one contradicts or already says better. */
function reconcile(findings) {
	return findings.filter((each) => !findings.some((other) => silences(other, each)));
}
/** Left is silenced by any of right: about the same scenario, or everywhere where one of them is about the whole run. */
const SILENCED_BY = {
	stable: [
		"spikes",
		"dips",
		"drift"
	],
	"shared-machine": ["competition"],
	"long-tail": ["slow-request"],
	"whole-shift": ["slower", "faster"],
	"service-one-core": ["saturated", "competition"],
	waiting: [
		"saturated",
		"competition",
		"service-one-core",
		"generator-bound"
	],
	"objective-met": [
		"objective-missed",
		"too-few-answers",
		"no-errors",
		"errors"
	]
};
function silences(other, each) {
	if (other === each) return false;
	if (each.name === "dips" && other.name === "spikes") return isSameEvent(each, other);
	if (SILENCED_BY[each.name]?.includes(other.name) !== true || !isSameScenario(other, each)) return false;
	return each.name !== "objective-met" || isSameObjective(other, each);
}
function isSameScenario(left, right) {
	if (!("scenario" in left.evidence) || !("scenario" in right.evidence)) return true;
	return left.evidence.scenario === right.evidence.scenario;
}
/** With users who wait, a slow second is a second of few answers: one event, told once. */
function isSameEvent(dips, spikes) {
	return isSameScenario(dips, spikes) && dips.evidence.seconds.every((second) => spikes.evidence.seconds.includes(second));
}
/** A kept bound is silenced by what is said of the same metric; of errors, `no-errors` and `errors` say more. */
function isSameObjective(other, met) {
	if (other.name === "no-errors" || other.name === "errors") return met.evidence.metric === "error-rate";
	return "metric" in other.evidence && other.evidence.metric === met.evidence.metric;
}
// src/judge/bounds.ts
/** Metrics against absolute limits: judged whatever the reference. */
/**
* Every absolute limit of a metric, checked. A value that lies on the bound keeps it. Without a value nothing is broken here: a scenario whose limited
* metric has no value is void.
*/
function checkBounds(metric, value, limits) {
	const direction = METRICS[metric].better === "lower" ? "max" : "min";
	return limits.filter((limit) => limit.kind === "absolute" && limit.metric === metric).map(({ bound }) => ({
		bound,
		direction,
		broken: value !== null && isBroken(value, bound, direction)
	}));
}
/** Written so that a number that is none breaks the bound. */
function isBroken(value, bound, direction) {
	return direction === "max" ? !(value <= bound) : !(value >= bound);
}
// src/stats/student.ts
var import_jstat = /* @__PURE__ */ __toESM((/* @__PURE__ */ __commonJSMin(((exports, module, this$1) => {
	(function(window, factory) {
		if (typeof exports === "object") module.exports = factory();
		else if (typeof define === "function" && define.amd) define(factory);
		else window.jStat = factory();
	})(this$1, function() {
		var jStat = function(Math, undefined) {
			var concat = Array.prototype.concat;
			var slice = Array.prototype.slice;
			var toString = Object.prototype.toString;
			function calcRdx(n, m) {
				var val = n > m ? n : m;
				return Math.pow(10, 17 - ~~(Math.log(val > 0 ? val : -val) * Math.LOG10E));
			}
			var isArray = Array.isArray || function isArray(arg) {
				return toString.call(arg) === "[object Array]";
			};
			function isFunction(arg) {
				return toString.call(arg) === "[object Function]";
			}
			function isNumber(num) {
				return typeof num === "number" ? num - num === 0 : false;
			}
			function toVector(arr) {
				return concat.apply([], arr);
			}
			function jStat() {
				return new jStat._init(arguments);
			}
			jStat.fn = jStat.prototype;
			jStat._init = function _init(args) {
				if (isArray(args[0])) {
					if (isArray(args[0][0])) {
						if (isFunction(args[1])) args[0] = jStat.map(args[0], args[1]);
						for (var i = 0; i < args[0].length; i++) this[i] = args[0][i];
						this.length = args[0].length;
					} else {
						this[0] = isFunction(args[1]) ? jStat.map(args[0], args[1]) : args[0];
						this.length = 1;
					}
				} else if (isNumber(args[0])) {
					this[0] = jStat.seq.apply(null, args);
					this.length = 1;
				} else if (args[0] instanceof jStat) return jStat(args[0].toArray());
				else {
					this[0] = [];
					this.length = 1;
				}
				return this;
			};
			jStat._init.prototype = jStat.prototype;
			jStat._init.constructor = jStat;
			jStat.utils = {
				calcRdx,
				isArray,
				isFunction,
				isNumber,
				toVector
			};
			jStat._random_fn = Math.random;
			jStat.setRandom = function setRandom(fn) {
				if (typeof fn !== "function") throw new TypeError("fn is not a function");
				jStat._random_fn = fn;
			};
			jStat.extend = function extend(obj) {
				var i, j;
				if (arguments.length === 1) {
					for (j in obj) jStat[j] = obj[j];
					return this;
				}
				for (i = 1; i < arguments.length; i++) for (j in arguments[i]) obj[j] = arguments[i][j];
				return obj;
			};
			jStat.rows = function rows(arr) {
				return arr.length || 1;
			};
			jStat.cols = function cols(arr) {
				return arr[0].length || 1;
			};
			jStat.dimensions = function dimensions(arr) {
				return {
					rows: jStat.rows(arr),
					cols: jStat.cols(arr)
				};
			};
			jStat.row = function row(arr, index) {
				if (isArray(index)) return index.map(function(i) {
					return jStat.row(arr, i);
				});
				return arr[index];
			};
			jStat.rowa = function rowa(arr, i) {
				return jStat.row(arr, i);
			};
			jStat.col = function col(arr, index) {
				if (isArray(index)) {
					var submat = jStat.arange(arr.length).map(function() {
						return new Array(index.length);
					});
					index.forEach(function(ind, i) {
						jStat.arange(arr.length).forEach(function(j) {
							submat[j][i] = arr[j][ind];
						});
					});
					return submat;
				}
				var column = new Array(arr.length);
				for (var i = 0; i < arr.length; i++) column[i] = [arr[i][index]];
				return column;
			};
			jStat.cola = function cola(arr, i) {
				return jStat.col(arr, i).map(function(a) {
					return a[0];
				});
			};
			jStat.diag = function diag(arr) {
				var nrow = jStat.rows(arr);
				var res = new Array(nrow);
				for (var row = 0; row < nrow; row++) res[row] = [arr[row][row]];
				return res;
			};
			jStat.antidiag = function antidiag(arr) {
				var nrow = jStat.rows(arr) - 1;
				var res = new Array(nrow);
				for (var i = 0; nrow >= 0; nrow--, i++) res[i] = [arr[i][nrow]];
				return res;
			};
			jStat.transpose = function transpose(arr) {
				var obj = [];
				var objArr, rows, cols, j, i;
				if (!isArray(arr[0])) arr = [arr];
				rows = arr.length;
				cols = arr[0].length;
				for (i = 0; i < cols; i++) {
					objArr = new Array(rows);
					for (j = 0; j < rows; j++) objArr[j] = arr[j][i];
					obj.push(objArr);
				}
				return obj.length === 1 ? obj[0] : obj;
			};
			jStat.map = function map(arr, func, toAlter) {
				var row, nrow, ncol, res, col;
				if (!isArray(arr[0])) arr = [arr];
				nrow = arr.length;
				ncol = arr[0].length;
				res = toAlter ? arr : new Array(nrow);
				for (row = 0; row < nrow; row++) {
					if (!res[row]) res[row] = new Array(ncol);
					for (col = 0; col < ncol; col++) res[row][col] = func(arr[row][col], row, col);
				}
				return res.length === 1 ? res[0] : res;
			};
			jStat.cumreduce = function cumreduce(arr, func, toAlter) {
				var row, nrow, ncol, res, col;
				if (!isArray(arr[0])) arr = [arr];
				nrow = arr.length;
				ncol = arr[0].length;
				res = toAlter ? arr : new Array(nrow);
				for (row = 0; row < nrow; row++) {
					if (!res[row]) res[row] = new Array(ncol);
					if (ncol > 0) res[row][0] = arr[row][0];
					for (col = 1; col < ncol; col++) res[row][col] = func(res[row][col - 1], arr[row][col]);
				}
				return res.length === 1 ? res[0] : res;
			};
			jStat.alter = function alter(arr, func) {
				return jStat.map(arr, func, true);
			};
			jStat.create = function create(rows, cols, func) {
				var res = new Array(rows);
				var i, j;
				if (isFunction(cols)) {
					func = cols;
					cols = rows;
				}
				for (i = 0; i < rows; i++) {
					res[i] = new Array(cols);
					for (j = 0; j < cols; j++) res[i][j] = func(i, j);
				}
				return res;
			};
			function retZero() {
				return 0;
			}
			jStat.zeros = function zeros(rows, cols) {
				if (!isNumber(cols)) cols = rows;
				return jStat.create(rows, cols, retZero);
			};
			function retOne() {
				return 1;
			}
			jStat.ones = function ones(rows, cols) {
				if (!isNumber(cols)) cols = rows;
				return jStat.create(rows, cols, retOne);
			};
			jStat.rand = function rand(rows, cols) {
				if (!isNumber(cols)) cols = rows;
				return jStat.create(rows, cols, jStat._random_fn);
			};
			function retIdent(i, j) {
				return i === j ? 1 : 0;
			}
			jStat.identity = function identity(rows, cols) {
				if (!isNumber(cols)) cols = rows;
				return jStat.create(rows, cols, retIdent);
			};
			jStat.symmetric = function symmetric(arr) {
				var size = arr.length;
				var row, col;
				if (arr.length !== arr[0].length) return false;
				for (row = 0; row < size; row++) for (col = 0; col < size; col++) if (arr[col][row] !== arr[row][col]) return false;
				return true;
			};
			jStat.clear = function clear(arr) {
				return jStat.alter(arr, retZero);
			};
			jStat.seq = function seq(min, max, length, func) {
				if (!isFunction(func)) func = false;
				var arr = [];
				var hival = calcRdx(min, max);
				var step = (max * hival - min * hival) / ((length - 1) * hival);
				var current = min;
				var cnt = 0;
				for (; current <= max && cnt < length; cnt++, current = (min * hival + step * hival * cnt) / hival) arr.push(func ? func(current, cnt) : current);
				return arr;
			};
			jStat.arange = function arange(start, end, step) {
				var rl = [];
				var i;
				step = step || 1;
				if (end === undefined) {
					end = start;
					start = 0;
				}
				if (start === end || step === 0) return [];
				if (start < end && step < 0) return [];
				if (start > end && step > 0) return [];
				if (step > 0) for (i = start; i < end; i += step) rl.push(i);
				else for (i = start; i > end; i += step) rl.push(i);
				return rl;
			};
			jStat.slice = function() {
				function _slice(list, start, end, step) {
					var i;
					var rl = [];
					var length = list.length;
					if (start === undefined && end === undefined && step === undefined) return jStat.copy(list);
					start = start || 0;
					end = end || list.length;
					start = start >= 0 ? start : length + start;
					end = end >= 0 ? end : length + end;
					step = step || 1;
					if (start === end || step === 0) return [];
					if (start < end && step < 0) return [];
					if (start > end && step > 0) return [];
					if (step > 0) for (i = start; i < end; i += step) rl.push(list[i]);
					else for (i = start; i > end; i += step) rl.push(list[i]);
					return rl;
				}
				function slice(list, rcSlice) {
					var colSlice, rowSlice;
					rcSlice = rcSlice || {};
					if (isNumber(rcSlice.row)) {
						if (isNumber(rcSlice.col)) return list[rcSlice.row][rcSlice.col];
						var row = jStat.rowa(list, rcSlice.row);
						colSlice = rcSlice.col || {};
						return _slice(row, colSlice.start, colSlice.end, colSlice.step);
					}
					if (isNumber(rcSlice.col)) {
						var col = jStat.cola(list, rcSlice.col);
						rowSlice = rcSlice.row || {};
						return _slice(col, rowSlice.start, rowSlice.end, rowSlice.step);
					}
					rowSlice = rcSlice.row || {};
					colSlice = rcSlice.col || {};
					return _slice(list, rowSlice.start, rowSlice.end, rowSlice.step).map(function(row) {
						return _slice(row, colSlice.start, colSlice.end, colSlice.step);
					});
				}
				return slice;
			}();
			jStat.sliceAssign = function sliceAssign(A, rcSlice, B) {
				var nl, ml;
				if (isNumber(rcSlice.row)) {
					if (isNumber(rcSlice.col)) return A[rcSlice.row][rcSlice.col] = B;
					rcSlice.col = rcSlice.col || {};
					rcSlice.col.start = rcSlice.col.start || 0;
					rcSlice.col.end = rcSlice.col.end || A[0].length;
					rcSlice.col.step = rcSlice.col.step || 1;
					nl = jStat.arange(rcSlice.col.start, Math.min(A.length, rcSlice.col.end), rcSlice.col.step);
					var m = rcSlice.row;
					nl.forEach(function(n, i) {
						A[m][n] = B[i];
					});
					return A;
				}
				if (isNumber(rcSlice.col)) {
					rcSlice.row = rcSlice.row || {};
					rcSlice.row.start = rcSlice.row.start || 0;
					rcSlice.row.end = rcSlice.row.end || A.length;
					rcSlice.row.step = rcSlice.row.step || 1;
					ml = jStat.arange(rcSlice.row.start, Math.min(A[0].length, rcSlice.row.end), rcSlice.row.step);
					var n = rcSlice.col;
					ml.forEach(function(m, j) {
						A[m][n] = B[j];
					});
					return A;
				}
				if (B[0].length === undefined) B = [B];
				rcSlice.row.start = rcSlice.row.start || 0;
				rcSlice.row.end = rcSlice.row.end || A.length;
				rcSlice.row.step = rcSlice.row.step || 1;
				rcSlice.col.start = rcSlice.col.start || 0;
				rcSlice.col.end = rcSlice.col.end || A[0].length;
				rcSlice.col.step = rcSlice.col.step || 1;
				ml = jStat.arange(rcSlice.row.start, Math.min(A.length, rcSlice.row.end), rcSlice.row.step);
				nl = jStat.arange(rcSlice.col.start, Math.min(A[0].length, rcSlice.col.end), rcSlice.col.step);
				ml.forEach(function(m, i) {
					nl.forEach(function(n, j) {
						A[m][n] = B[i][j];
					});
				});
				return A;
			};
			jStat.diagonal = function diagonal(diagArray) {
				var mat = jStat.zeros(diagArray.length, diagArray.length);
				diagArray.forEach(function(t, i) {
					mat[i][i] = t;
				});
				return mat;
			};
			jStat.copy = function copy(A) {
				return A.map(function(row) {
					if (isNumber(row)) return row;
					return row.map(function(t) {
						return t;
					});
				});
			};
			var jProto = jStat.prototype;
			jProto.length = 0;
			jProto.push = Array.prototype.push;
			jProto.sort = Array.prototype.sort;
			jProto.splice = Array.prototype.splice;
			jProto.slice = Array.prototype.slice;
			jProto.toArray = function toArray() {
				return this.length > 1 ? slice.call(this) : slice.call(this)[0];
			};
			jProto.map = function map(func, toAlter) {
				return jStat(jStat.map(this, func, toAlter));
			};
			jProto.cumreduce = function cumreduce(func, toAlter) {
				return jStat(jStat.cumreduce(this, func, toAlter));
			};
			jProto.alter = function alter(func) {
				jStat.alter(this, func);
				return this;
			};
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jProto[passfunc] = function(func) {
						var self = this, results;
						if (func) {
							setTimeout(function() {
								func.call(self, jProto[passfunc].call(self));
							});
							return this;
						}
						results = jStat[passfunc](this);
						return isArray(results) ? jStat(results) : results;
					};
				})(funcs[i]);
			})("transpose clear symmetric rows cols dimensions diag antidiag".split(" "));
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jProto[passfunc] = function(index, func) {
						var self = this;
						if (func) {
							setTimeout(function() {
								func.call(self, jProto[passfunc].call(self, index));
							});
							return this;
						}
						return jStat(jStat[passfunc](this, index));
					};
				})(funcs[i]);
			})("row col".split(" "));
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jProto[passfunc] = function() {
						return jStat(jStat[passfunc].apply(null, arguments));
					};
				})(funcs[i]);
			})("create zeros ones rand identity".split(" "));
			return jStat;
		}(Math);
		(function(jStat, Math) {
			var isFunction = jStat.utils.isFunction;
			function ascNum(a, b) {
				return a - b;
			}
			function clip(arg, min, max) {
				return Math.max(min, Math.min(arg, max));
			}
			jStat.sum = function sum(arr) {
				var sum = 0;
				var i = arr.length;
				while (--i >= 0) sum += arr[i];
				return sum;
			};
			jStat.sumsqrd = function sumsqrd(arr) {
				var sum = 0;
				var i = arr.length;
				while (--i >= 0) sum += arr[i] * arr[i];
				return sum;
			};
			jStat.sumsqerr = function sumsqerr(arr) {
				var mean = jStat.mean(arr);
				var sum = 0;
				var i = arr.length;
				var tmp;
				while (--i >= 0) {
					tmp = arr[i] - mean;
					sum += tmp * tmp;
				}
				return sum;
			};
			jStat.sumrow = function sumrow(arr) {
				var sum = 0;
				var i = arr.length;
				while (--i >= 0) sum += arr[i];
				return sum;
			};
			jStat.product = function product(arr) {
				var prod = 1;
				var i = arr.length;
				while (--i >= 0) prod *= arr[i];
				return prod;
			};
			jStat.min = function min(arr) {
				var low = arr[0];
				var i = 0;
				while (++i < arr.length) if (arr[i] < low) low = arr[i];
				return low;
			};
			jStat.max = function max(arr) {
				var high = arr[0];
				var i = 0;
				while (++i < arr.length) if (arr[i] > high) high = arr[i];
				return high;
			};
			jStat.unique = function unique(arr) {
				var hash = {}, _arr = [];
				for (var i = 0; i < arr.length; i++) if (!hash[arr[i]]) {
					hash[arr[i]] = true;
					_arr.push(arr[i]);
				}
				return _arr;
			};
			jStat.mean = function mean(arr) {
				return jStat.sum(arr) / arr.length;
			};
			jStat.meansqerr = function meansqerr(arr) {
				return jStat.sumsqerr(arr) / arr.length;
			};
			jStat.geomean = function geomean(arr) {
				var logs = arr.map(Math.log);
				var meanOfLogs = jStat.mean(logs);
				return Math.exp(meanOfLogs);
			};
			jStat.median = function median(arr) {
				var arrlen = arr.length;
				var _arr = arr.slice().sort(ascNum);
				return !(arrlen & 1) ? (_arr[arrlen / 2 - 1] + _arr[arrlen / 2]) / 2 : _arr[arrlen / 2 | 0];
			};
			jStat.cumsum = function cumsum(arr) {
				return jStat.cumreduce(arr, function(a, b) {
					return a + b;
				});
			};
			jStat.cumprod = function cumprod(arr) {
				return jStat.cumreduce(arr, function(a, b) {
					return a * b;
				});
			};
			jStat.diff = function diff(arr) {
				var diffs = [];
				var arrLen = arr.length;
				var i = 1;
				for (; i < arrLen; i++) diffs.push(arr[i] - arr[i - 1]);
				return diffs;
			};
			jStat.rank = function(arr) {
				var i;
				var distinctNumbers = [];
				var numberCounts = {};
				for (i = 0; i < arr.length; i++) {
					var number = arr[i];
					if (numberCounts[number]) numberCounts[number]++;
					else {
						numberCounts[number] = 1;
						distinctNumbers.push(number);
					}
				}
				var sortedDistinctNumbers = distinctNumbers.sort(ascNum);
				var numberRanks = {};
				var currentRank = 1;
				for (i = 0; i < sortedDistinctNumbers.length; i++) {
					var number = sortedDistinctNumbers[i];
					var count = numberCounts[number];
					numberRanks[number] = (currentRank + (currentRank + count - 1)) / 2;
					currentRank += count;
				}
				return arr.map(function(number) {
					return numberRanks[number];
				});
			};
			jStat.mode = function mode(arr) {
				var arrLen = arr.length;
				var _arr = arr.slice().sort(ascNum);
				var count = 1;
				var maxCount = 0;
				var numMaxCount = 0;
				var mode_arr = [];
				var i = 0;
				for (; i < arrLen; i++) if (_arr[i] === _arr[i + 1]) count++;
				else {
					if (count > maxCount) {
						mode_arr = [_arr[i]];
						maxCount = count;
						numMaxCount = 0;
					} else if (count === maxCount) {
						mode_arr.push(_arr[i]);
						numMaxCount++;
					}
					count = 1;
				}
				return numMaxCount === 0 ? mode_arr[0] : mode_arr;
			};
			jStat.range = function range(arr) {
				return jStat.max(arr) - jStat.min(arr);
			};
			jStat.variance = function variance(arr, flag) {
				return jStat.sumsqerr(arr) / (arr.length - (flag ? 1 : 0));
			};
			jStat.pooledvariance = function pooledvariance(arr) {
				return arr.reduce(function(a, samples) {
					return a + jStat.sumsqerr(samples);
				}, 0) / (arr.reduce(function(a, samples) {
					return a + samples.length;
				}, 0) - arr.length);
			};
			jStat.deviation = function(arr) {
				var mean = jStat.mean(arr);
				var arrlen = arr.length;
				var dev = new Array(arrlen);
				for (var i = 0; i < arrlen; i++) dev[i] = arr[i] - mean;
				return dev;
			};
			jStat.stdev = function stdev(arr, flag) {
				return Math.sqrt(jStat.variance(arr, flag));
			};
			jStat.pooledstdev = function pooledstdev(arr) {
				return Math.sqrt(jStat.pooledvariance(arr));
			};
			jStat.meandev = function meandev(arr) {
				var mean = jStat.mean(arr);
				var a = [];
				for (var i = arr.length - 1; i >= 0; i--) a.push(Math.abs(arr[i] - mean));
				return jStat.mean(a);
			};
			jStat.meddev = function meddev(arr) {
				var median = jStat.median(arr);
				var a = [];
				for (var i = arr.length - 1; i >= 0; i--) a.push(Math.abs(arr[i] - median));
				return jStat.median(a);
			};
			jStat.coeffvar = function coeffvar(arr) {
				return jStat.stdev(arr) / jStat.mean(arr);
			};
			jStat.quartiles = function quartiles(arr) {
				var arrlen = arr.length;
				var _arr = arr.slice().sort(ascNum);
				return [
					_arr[Math.round(arrlen / 4) - 1],
					_arr[Math.round(arrlen / 2) - 1],
					_arr[Math.round(arrlen * 3 / 4) - 1]
				];
			};
			jStat.quantiles = function quantiles(arr, quantilesArray, alphap, betap) {
				var sortedArray = arr.slice().sort(ascNum);
				var quantileVals = [quantilesArray.length];
				var n = arr.length;
				var i, p, m, aleph, k, gamma;
				if (typeof alphap === "undefined") alphap = 3 / 8;
				if (typeof betap === "undefined") betap = 3 / 8;
				for (i = 0; i < quantilesArray.length; i++) {
					p = quantilesArray[i];
					m = alphap + p * (1 - alphap - betap);
					aleph = n * p + m;
					k = Math.floor(clip(aleph, 1, n - 1));
					gamma = clip(aleph - k, 0, 1);
					quantileVals[i] = (1 - gamma) * sortedArray[k - 1] + gamma * sortedArray[k];
				}
				return quantileVals;
			};
			jStat.percentile = function percentile(arr, k, exclusive) {
				var _arr = arr.slice().sort(ascNum);
				var realIndex = k * (_arr.length + (exclusive ? 1 : -1)) + (exclusive ? 0 : 1);
				var index = parseInt(realIndex);
				var frac = realIndex - index;
				if (index + 1 < _arr.length) return _arr[index - 1] + frac * (_arr[index] - _arr[index - 1]);
				else return _arr[index - 1];
			};
			jStat.percentileOfScore = function percentileOfScore(arr, score, kind) {
				var counter = 0;
				var len = arr.length;
				var strict = false;
				var value, i;
				if (kind === "strict") strict = true;
				for (i = 0; i < len; i++) {
					value = arr[i];
					if (strict && value < score || !strict && value <= score) counter++;
				}
				return counter / len;
			};
			jStat.histogram = function histogram(arr, binCnt) {
				binCnt = binCnt || 4;
				var first = jStat.min(arr);
				var binWidth = (jStat.max(arr) - first) / binCnt;
				var len = arr.length;
				var bins = [];
				var i = 0;
				for (; i < binCnt; i++) bins[i] = 0;
				for (i = 0; i < len; i++) bins[Math.min(Math.floor((arr[i] - first) / binWidth), binCnt - 1)] += 1;
				return bins;
			};
			jStat.covariance = function covariance(arr1, arr2) {
				var u = jStat.mean(arr1);
				var v = jStat.mean(arr2);
				var arr1Len = arr1.length;
				var sq_dev = new Array(arr1Len);
				var i = 0;
				for (; i < arr1Len; i++) sq_dev[i] = (arr1[i] - u) * (arr2[i] - v);
				return jStat.sum(sq_dev) / (arr1Len - 1);
			};
			jStat.corrcoeff = function corrcoeff(arr1, arr2) {
				return jStat.covariance(arr1, arr2) / jStat.stdev(arr1, 1) / jStat.stdev(arr2, 1);
			};
			jStat.spearmancoeff = function(arr1, arr2) {
				arr1 = jStat.rank(arr1);
				arr2 = jStat.rank(arr2);
				return jStat.corrcoeff(arr1, arr2);
			};
			jStat.stanMoment = function stanMoment(arr, n) {
				var mu = jStat.mean(arr);
				var sigma = jStat.stdev(arr);
				var len = arr.length;
				var skewSum = 0;
				for (var i = 0; i < len; i++) skewSum += Math.pow((arr[i] - mu) / sigma, n);
				return skewSum / arr.length;
			};
			jStat.skewness = function skewness(arr) {
				return jStat.stanMoment(arr, 3);
			};
			jStat.kurtosis = function kurtosis(arr) {
				return jStat.stanMoment(arr, 4) - 3;
			};
			var jProto = jStat.prototype;
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jProto[passfunc] = function(fullbool, func) {
						var arr = [];
						var i = 0;
						var tmpthis = this;
						if (isFunction(fullbool)) {
							func = fullbool;
							fullbool = false;
						}
						if (func) {
							setTimeout(function() {
								func.call(tmpthis, jProto[passfunc].call(tmpthis, fullbool));
							});
							return this;
						}
						if (this.length > 1) {
							tmpthis = fullbool === true ? this : this.transpose();
							for (; i < tmpthis.length; i++) arr[i] = jStat[passfunc](tmpthis[i]);
							return arr;
						}
						return jStat[passfunc](this[0], fullbool);
					};
				})(funcs[i]);
			})("cumsum cumprod".split(" "));
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jProto[passfunc] = function(fullbool, func) {
						var arr = [];
						var i = 0;
						var tmpthis = this;
						if (isFunction(fullbool)) {
							func = fullbool;
							fullbool = false;
						}
						if (func) {
							setTimeout(function() {
								func.call(tmpthis, jProto[passfunc].call(tmpthis, fullbool));
							});
							return this;
						}
						if (this.length > 1) {
							if (passfunc !== "sumrow") tmpthis = fullbool === true ? this : this.transpose();
							for (; i < tmpthis.length; i++) arr[i] = jStat[passfunc](tmpthis[i]);
							return fullbool === true ? jStat[passfunc](jStat.utils.toVector(arr)) : arr;
						}
						return jStat[passfunc](this[0], fullbool);
					};
				})(funcs[i]);
			})("sum sumsqrd sumsqerr sumrow product min max unique mean meansqerr geomean median diff rank mode range variance deviation stdev meandev meddev coeffvar quartiles histogram skewness kurtosis".split(" "));
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jProto[passfunc] = function() {
						var arr = [];
						var i = 0;
						var tmpthis = this;
						var args = Array.prototype.slice.call(arguments);
						var callbackFunction;
						if (isFunction(args[args.length - 1])) {
							callbackFunction = args[args.length - 1];
							var argsToPass = args.slice(0, args.length - 1);
							setTimeout(function() {
								callbackFunction.call(tmpthis, jProto[passfunc].apply(tmpthis, argsToPass));
							});
							return this;
						} else {
							callbackFunction = void 0;
							var curriedFunction = function curriedFunction(vector) {
								return jStat[passfunc].apply(tmpthis, [vector].concat(args));
							};
						}
						if (this.length > 1) {
							tmpthis = tmpthis.transpose();
							for (; i < tmpthis.length; i++) arr[i] = curriedFunction(tmpthis[i]);
							return arr;
						}
						return curriedFunction(this[0]);
					};
				})(funcs[i]);
			})("quantiles percentileOfScore".split(" "));
		})(jStat, Math);
		(function(jStat, Math) {
			jStat.gammaln = function gammaln(x) {
				var j = 0;
				var cof = [
					76.18009172947146,
					-86.50532032941678,
					24.01409824083091,
					-1.231739572450155,
					.001208650973866179,
					-5395239384953e-18
				];
				var ser = 1.000000000190015;
				var xx, y, tmp = (y = xx = x) + 5.5;
				tmp -= (xx + .5) * Math.log(tmp);
				for (; j < 6; j++) ser += cof[j] / ++y;
				return Math.log(2.5066282746310007 * ser / xx) - tmp;
			};
			jStat.loggam = function loggam(x) {
				var x0, x2, xp, gl, gl0;
				var k, n;
				var a = [
					.08333333333333333,
					-.002777777777777778,
					.0007936507936507937,
					-.0005952380952380952,
					.0008417508417508418,
					-.001917526917526918,
					.00641025641025641,
					-.02955065359477124,
					.1796443723688307,
					-1.3924322169059
				];
				x0 = x;
				n = 0;
				if (x == 1 || x == 2) return 0;
				if (x <= 7) {
					n = Math.floor(7 - x);
					x0 = x + n;
				}
				x2 = 1 / (x0 * x0);
				xp = 2 * Math.PI;
				gl0 = a[9];
				for (k = 8; k >= 0; k--) {
					gl0 *= x2;
					gl0 += a[k];
				}
				gl = gl0 / x0 + .5 * Math.log(xp) + (x0 - .5) * Math.log(x0) - x0;
				if (x <= 7) for (k = 1; k <= n; k++) {
					gl -= Math.log(x0 - 1);
					x0 -= 1;
				}
				return gl;
			};
			jStat.gammafn = function gammafn(x) {
				var p = [
					-1.716185138865495,
					24.76565080557592,
					-379.80425647094563,
					629.3311553128184,
					866.9662027904133,
					-31451.272968848367,
					-36144.413418691176,
					66456.14382024054
				];
				var q = [
					-30.8402300119739,
					315.35062697960416,
					-1015.1563674902192,
					-3107.771671572311,
					22538.11842098015,
					4755.846277527881,
					-134659.9598649693,
					-115132.2596755535
				];
				var fact = false;
				var n = 0;
				var xden = 0;
				var xnum = 0;
				var y = x;
				var i, z, yi, res;
				if (x > 171.6243769536076) return Infinity;
				if (y <= 0) {
					res = y % 1 + 36e-17;
					if (res) {
						fact = (!(y & 1) ? 1 : -1) * Math.PI / Math.sin(Math.PI * res);
						y = 1 - y;
					} else return Infinity;
				}
				yi = y;
				if (y < 1) z = y++;
				else z = (y -= n = (y | 0) - 1) - 1;
				for (i = 0; i < 8; ++i) {
					xnum = (xnum + p[i]) * z;
					xden = xden * z + q[i];
				}
				res = xnum / xden + 1;
				if (yi < y) res /= yi;
				else if (yi > y) for (i = 0; i < n; ++i) {
					res *= y;
					y++;
				}
				if (fact) res = fact / res;
				return res;
			};
			jStat.gammap = function gammap(a, x) {
				return jStat.lowRegGamma(a, x) * jStat.gammafn(a);
			};
			jStat.lowRegGamma = function lowRegGamma(a, x) {
				var aln = jStat.gammaln(a);
				var ap = a;
				var sum = 1 / a;
				var del = sum;
				var b = x + 1 - a;
				var c = 1 / 1e-30;
				var d = 1 / b;
				var h = d;
				var i = 1;
				var ITMAX = -~(Math.log(a >= 1 ? a : 1 / a) * 8.5 + a * .4 + 17);
				var an;
				if (x < 0 || a <= 0) return NaN;
				else if (x < a + 1) {
					for (; i <= ITMAX; i++) sum += del *= x / ++ap;
					return sum * Math.exp(-x + a * Math.log(x) - aln);
				}
				for (; i <= ITMAX; i++) {
					an = -i * (i - a);
					b += 2;
					d = an * d + b;
					c = b + an / c;
					d = 1 / d;
					h *= d * c;
				}
				return 1 - h * Math.exp(-x + a * Math.log(x) - aln);
			};
			jStat.factorialln = function factorialln(n) {
				return n < 0 ? NaN : jStat.gammaln(n + 1);
			};
			jStat.factorial = function factorial(n) {
				return n < 0 ? NaN : jStat.gammafn(n + 1);
			};
			jStat.combination = function combination(n, m) {
				return n > 170 || m > 170 ? Math.exp(jStat.combinationln(n, m)) : jStat.factorial(n) / jStat.factorial(m) / jStat.factorial(n - m);
			};
			jStat.combinationln = function combinationln(n, m) {
				return jStat.factorialln(n) - jStat.factorialln(m) - jStat.factorialln(n - m);
			};
			jStat.permutation = function permutation(n, m) {
				return jStat.factorial(n) / jStat.factorial(n - m);
			};
			jStat.betafn = function betafn(x, y) {
				if (x <= 0 || y <= 0) return void 0;
				return x + y > 170 ? Math.exp(jStat.betaln(x, y)) : jStat.gammafn(x) * jStat.gammafn(y) / jStat.gammafn(x + y);
			};
			jStat.betaln = function betaln(x, y) {
				return jStat.gammaln(x) + jStat.gammaln(y) - jStat.gammaln(x + y);
			};
			jStat.betacf = function betacf(x, a, b) {
				var fpmin = 1e-30;
				var m = 1;
				var qab = a + b;
				var qap = a + 1;
				var qam = a - 1;
				var c = 1;
				var d = 1 - qab * x / qap;
				var m2, aa, del, h;
				if (Math.abs(d) < fpmin) d = fpmin;
				d = 1 / d;
				h = d;
				for (; m <= 100; m++) {
					m2 = 2 * m;
					aa = m * (b - m) * x / ((qam + m2) * (a + m2));
					d = 1 + aa * d;
					if (Math.abs(d) < fpmin) d = fpmin;
					c = 1 + aa / c;
					if (Math.abs(c) < fpmin) c = fpmin;
					d = 1 / d;
					h *= d * c;
					aa = -(a + m) * (qab + m) * x / ((a + m2) * (qap + m2));
					d = 1 + aa * d;
					if (Math.abs(d) < fpmin) d = fpmin;
					c = 1 + aa / c;
					if (Math.abs(c) < fpmin) c = fpmin;
					d = 1 / d;
					del = d * c;
					h *= del;
					if (Math.abs(del - 1) < 3e-7) break;
				}
				return h;
			};
			jStat.gammapinv = function gammapinv(p, a) {
				var j = 0;
				var a1 = a - 1;
				var EPS = 1e-8;
				var gln = jStat.gammaln(a);
				var x, err, t, u, pp, lna1, afac;
				if (p >= 1) return Math.max(100, a + 100 * Math.sqrt(a));
				if (p <= 0) return 0;
				if (a > 1) {
					lna1 = Math.log(a1);
					afac = Math.exp(a1 * (lna1 - 1) - gln);
					pp = p < .5 ? p : 1 - p;
					t = Math.sqrt(-2 * Math.log(pp));
					x = (2.30753 + t * .27061) / (1 + t * (.99229 + t * .04481)) - t;
					if (p < .5) x = -x;
					x = Math.max(.001, a * Math.pow(1 - 1 / (9 * a) - x / (3 * Math.sqrt(a)), 3));
				} else {
					t = 1 - a * (.253 + a * .12);
					if (p < t) x = Math.pow(p / t, 1 / a);
					else x = 1 - Math.log(1 - (p - t) / (1 - t));
				}
				for (; j < 12; j++) {
					if (x <= 0) return 0;
					err = jStat.lowRegGamma(a, x) - p;
					if (a > 1) t = afac * Math.exp(-(x - a1) + a1 * (Math.log(x) - lna1));
					else t = Math.exp(-x + a1 * Math.log(x) - gln);
					u = err / t;
					x -= t = u / (1 - .5 * Math.min(1, u * ((a - 1) / x - 1)));
					if (x <= 0) x = .5 * (x + t);
					if (Math.abs(t) < EPS * x) break;
				}
				return x;
			};
			jStat.erf = function erf(x) {
				var cof = [
					-1.3026537197817094,
					.6419697923564902,
					.019476473204185836,
					-.00956151478680863,
					-.000946595344482036,
					.000366839497852761,
					42523324806907e-18,
					-20278578112534e-18,
					-1624290004647e-18,
					130365583558e-17,
					1.5626441722e-8,
					-8.5238095915e-8,
					6.529054439e-9,
					5.059343495e-9,
					-991364156e-18,
					-227365122e-18,
					96467911e-18,
					2394038e-18,
					-6886027e-18,
					894487e-18,
					313092e-18,
					-112708e-18,
					381e-18,
					7106e-18,
					-1523e-18,
					-94e-18,
					121e-18,
					-28e-18
				];
				var j = cof.length - 1;
				var isneg = false;
				var d = 0;
				var dd = 0;
				var t, ty, tmp, res;
				if (x < 0) {
					x = -x;
					isneg = true;
				}
				t = 2 / (2 + x);
				ty = 4 * t - 2;
				for (; j > 0; j--) {
					tmp = d;
					d = ty * d - dd + cof[j];
					dd = tmp;
				}
				res = t * Math.exp(-x * x + .5 * (cof[0] + ty * d) - dd);
				return isneg ? res - 1 : 1 - res;
			};
			jStat.erfc = function erfc(x) {
				return 1 - jStat.erf(x);
			};
			jStat.erfcinv = function erfcinv(p) {
				var j = 0;
				var x, err, t, pp;
				if (p >= 2) return -100;
				if (p <= 0) return 100;
				pp = p < 1 ? p : 2 - p;
				t = Math.sqrt(-2 * Math.log(pp / 2));
				x = -.70711 * ((2.30753 + t * .27061) / (1 + t * (.99229 + t * .04481)) - t);
				for (; j < 2; j++) {
					err = jStat.erfc(x) - pp;
					x += err / (1.1283791670955126 * Math.exp(-x * x) - x * err);
				}
				return p < 1 ? x : -x;
			};
			jStat.ibetainv = function ibetainv(p, a, b) {
				var EPS = 1e-8;
				var a1 = a - 1;
				var b1 = b - 1;
				var j = 0;
				var lna, lnb, pp, t, u, err, x, al, h, w, afac;
				if (p <= 0) return 0;
				if (p >= 1) return 1;
				if (a >= 1 && b >= 1) {
					pp = p < .5 ? p : 1 - p;
					t = Math.sqrt(-2 * Math.log(pp));
					x = (2.30753 + t * .27061) / (1 + t * (.99229 + t * .04481)) - t;
					if (p < .5) x = -x;
					al = (x * x - 3) / 6;
					h = 2 / (1 / (2 * a - 1) + 1 / (2 * b - 1));
					w = x * Math.sqrt(al + h) / h - (1 / (2 * b - 1) - 1 / (2 * a - 1)) * (al + 5 / 6 - 2 / (3 * h));
					x = a / (a + b * Math.exp(2 * w));
				} else {
					lna = Math.log(a / (a + b));
					lnb = Math.log(b / (a + b));
					t = Math.exp(a * lna) / a;
					u = Math.exp(b * lnb) / b;
					w = t + u;
					if (p < t / w) x = Math.pow(a * w * p, 1 / a);
					else x = 1 - Math.pow(b * w * (1 - p), 1 / b);
				}
				afac = -jStat.gammaln(a) - jStat.gammaln(b) + jStat.gammaln(a + b);
				for (; j < 10; j++) {
					if (x === 0 || x === 1) return x;
					err = jStat.ibeta(x, a, b) - p;
					t = Math.exp(a1 * Math.log(x) + b1 * Math.log(1 - x) + afac);
					u = err / t;
					x -= t = u / (1 - .5 * Math.min(1, u * (a1 / x - b1 / (1 - x))));
					if (x <= 0) x = .5 * (x + t);
					if (x >= 1) x = .5 * (x + t + 1);
					if (Math.abs(t) < EPS * x && j > 0) break;
				}
				return x;
			};
			jStat.ibeta = function ibeta(x, a, b) {
				var bt = x === 0 || x === 1 ? 0 : Math.exp(jStat.gammaln(a + b) - jStat.gammaln(a) - jStat.gammaln(b) + a * Math.log(x) + b * Math.log(1 - x));
				if (x < 0 || x > 1) return false;
				if (x < (a + 1) / (a + b + 2)) return bt * jStat.betacf(x, a, b) / a;
				return 1 - bt * jStat.betacf(1 - x, b, a) / b;
			};
			jStat.randn = function randn(n, m) {
				var u, v, x, y, q;
				if (!m) m = n;
				if (n) return jStat.create(n, m, function() {
					return jStat.randn();
				});
				do {
					u = jStat._random_fn();
					v = 1.7156 * (jStat._random_fn() - .5);
					x = u - .449871;
					y = Math.abs(v) + .386595;
					q = x * x + y * (.196 * y - .25472 * x);
				} while (q > .27597 && (q > .27846 || v * v > -4 * Math.log(u) * u * u));
				return v / u;
			};
			jStat.randg = function randg(shape, n, m) {
				var oalph = shape;
				var a1, a2, u, v, x, mat;
				if (!m) m = n;
				if (!shape) shape = 1;
				if (n) {
					mat = jStat.zeros(n, m);
					mat.alter(function() {
						return jStat.randg(shape);
					});
					return mat;
				}
				if (shape < 1) shape += 1;
				a1 = shape - 1 / 3;
				a2 = 1 / Math.sqrt(9 * a1);
				do {
					do {
						x = jStat.randn();
						v = 1 + a2 * x;
					} while (v <= 0);
					v = v * v * v;
					u = jStat._random_fn();
				} while (u > 1 - .331 * Math.pow(x, 4) && Math.log(u) > .5 * x * x + a1 * (1 - v + Math.log(v)));
				if (shape == oalph) return a1 * v;
				do
					u = jStat._random_fn();
				while (u === 0);
				return Math.pow(u, 1 / oalph) * a1 * v;
			};
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jStat.fn[passfunc] = function() {
						return jStat(jStat.map(this, function(value) {
							return jStat[passfunc](value);
						}));
					};
				})(funcs[i]);
			})("gammaln gammafn factorial factorialln".split(" "));
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jStat.fn[passfunc] = function() {
						return jStat(jStat[passfunc].apply(null, arguments));
					};
				})(funcs[i]);
			})("randn".split(" "));
		})(jStat, Math);
		(function(jStat, Math) {
			(function(list) {
				for (var i = 0; i < list.length; i++) (function(func) {
					jStat[func] = function f(a, b, c) {
						if (!(this instanceof f)) return new f(a, b, c);
						this._a = a;
						this._b = b;
						this._c = c;
						return this;
					};
					jStat.fn[func] = function(a, b, c) {
						var newthis = jStat[func](a, b, c);
						newthis.data = this;
						return newthis;
					};
					jStat[func].prototype.sample = function(arr) {
						var a = this._a;
						var b = this._b;
						var c = this._c;
						if (arr) return jStat.alter(arr, function() {
							return jStat[func].sample(a, b, c);
						});
						else return jStat[func].sample(a, b, c);
					};
					(function(vals) {
						for (var i = 0; i < vals.length; i++) (function(fnfunc) {
							jStat[func].prototype[fnfunc] = function(x) {
								var a = this._a;
								var b = this._b;
								var c = this._c;
								if (!x && x !== 0) x = this.data;
								if (typeof x !== "number") return jStat.fn.map.call(x, function(x) {
									return jStat[func][fnfunc](x, a, b, c);
								});
								return jStat[func][fnfunc](x, a, b, c);
							};
						})(vals[i]);
					})("pdf cdf inv".split(" "));
					(function(vals) {
						for (var i = 0; i < vals.length; i++) (function(fnfunc) {
							jStat[func].prototype[fnfunc] = function() {
								return jStat[func][fnfunc](this._a, this._b, this._c);
							};
						})(vals[i]);
					})("mean median mode variance".split(" "));
				})(list[i]);
			})("beta centralF cauchy chisquare exponential gamma invgamma kumaraswamy laplace lognormal noncentralt normal pareto studentt weibull uniform binomial negbin hypgeom poisson triangular tukey arcsine".split(" "));
			jStat.extend(jStat.beta, {
				pdf: function pdf(x, alpha, beta) {
					if (x > 1 || x < 0) return 0;
					if (alpha == 1 && beta == 1) return 1;
					if (alpha < 512 && beta < 512) return Math.pow(x, alpha - 1) * Math.pow(1 - x, beta - 1) / jStat.betafn(alpha, beta);
					else return Math.exp((alpha - 1) * Math.log(x) + (beta - 1) * Math.log(1 - x) - jStat.betaln(alpha, beta));
				},
				cdf: function cdf(x, alpha, beta) {
					return x > 1 || x < 0 ? (x > 1) * 1 : jStat.ibeta(x, alpha, beta);
				},
				inv: function inv(x, alpha, beta) {
					return jStat.ibetainv(x, alpha, beta);
				},
				mean: function mean(alpha, beta) {
					return alpha / (alpha + beta);
				},
				median: function median(alpha, beta) {
					return jStat.ibetainv(.5, alpha, beta);
				},
				mode: function mode(alpha, beta) {
					return (alpha - 1) / (alpha + beta - 2);
				},
				sample: function sample(alpha, beta) {
					var u = jStat.randg(alpha);
					return u / (u + jStat.randg(beta));
				},
				variance: function variance(alpha, beta) {
					return alpha * beta / (Math.pow(alpha + beta, 2) * (alpha + beta + 1));
				}
			});
			jStat.extend(jStat.centralF, {
				pdf: function pdf(x, df1, df2) {
					var p, q, f;
					if (x < 0) return 0;
					if (df1 <= 2) {
						if (x === 0 && df1 < 2) return Infinity;
						if (x === 0 && df1 === 2) return 1;
						return 1 / jStat.betafn(df1 / 2, df2 / 2) * Math.pow(df1 / df2, df1 / 2) * Math.pow(x, df1 / 2 - 1) * Math.pow(1 + df1 / df2 * x, -(df1 + df2) / 2);
					}
					p = df1 * x / (df2 + x * df1);
					q = df2 / (df2 + x * df1);
					f = df1 * q / 2;
					return f * jStat.binomial.pdf((df1 - 2) / 2, (df1 + df2 - 2) / 2, p);
				},
				cdf: function cdf(x, df1, df2) {
					if (x < 0) return 0;
					return jStat.ibeta(df1 * x / (df1 * x + df2), df1 / 2, df2 / 2);
				},
				inv: function inv(x, df1, df2) {
					return df2 / (df1 * (1 / jStat.ibetainv(x, df1 / 2, df2 / 2) - 1));
				},
				mean: function mean(df1, df2) {
					return df2 > 2 ? df2 / (df2 - 2) : void 0;
				},
				mode: function mode(df1, df2) {
					return df1 > 2 ? df2 * (df1 - 2) / (df1 * (df2 + 2)) : void 0;
				},
				sample: function sample(df1, df2) {
					var x1 = jStat.randg(df1 / 2) * 2;
					var x2 = jStat.randg(df2 / 2) * 2;
					return x1 / df1 / (x2 / df2);
				},
				variance: function variance(df1, df2) {
					if (df2 <= 4) return void 0;
					return 2 * df2 * df2 * (df1 + df2 - 2) / (df1 * (df2 - 2) * (df2 - 2) * (df2 - 4));
				}
			});
			jStat.extend(jStat.cauchy, {
				pdf: function pdf(x, local, scale) {
					if (scale < 0) return 0;
					return scale / (Math.pow(x - local, 2) + Math.pow(scale, 2)) / Math.PI;
				},
				cdf: function cdf(x, local, scale) {
					return Math.atan((x - local) / scale) / Math.PI + .5;
				},
				inv: function(p, local, scale) {
					return local + scale * Math.tan(Math.PI * (p - .5));
				},
				median: function median(local) {
					return local;
				},
				mode: function mode(local) {
					return local;
				},
				sample: function sample(local, scale) {
					return jStat.randn() * Math.sqrt(1 / (2 * jStat.randg(.5))) * scale + local;
				}
			});
			jStat.extend(jStat.chisquare, {
				pdf: function pdf(x, dof) {
					if (x < 0) return 0;
					return x === 0 && dof === 2 ? .5 : Math.exp((dof / 2 - 1) * Math.log(x) - x / 2 - dof / 2 * Math.log(2) - jStat.gammaln(dof / 2));
				},
				cdf: function cdf(x, dof) {
					if (x < 0) return 0;
					return jStat.lowRegGamma(dof / 2, x / 2);
				},
				inv: function(p, dof) {
					return 2 * jStat.gammapinv(p, .5 * dof);
				},
				mean: function(dof) {
					return dof;
				},
				median: function median(dof) {
					return dof * Math.pow(1 - 2 / (9 * dof), 3);
				},
				mode: function mode(dof) {
					return dof - 2 > 0 ? dof - 2 : 0;
				},
				sample: function sample(dof) {
					return jStat.randg(dof / 2) * 2;
				},
				variance: function variance(dof) {
					return 2 * dof;
				}
			});
			jStat.extend(jStat.exponential, {
				pdf: function pdf(x, rate) {
					return x < 0 ? 0 : rate * Math.exp(-rate * x);
				},
				cdf: function cdf(x, rate) {
					return x < 0 ? 0 : 1 - Math.exp(-rate * x);
				},
				inv: function(p, rate) {
					return -Math.log(1 - p) / rate;
				},
				mean: function(rate) {
					return 1 / rate;
				},
				median: function(rate) {
					return 1 / rate * Math.log(2);
				},
				mode: function mode() {
					return 0;
				},
				sample: function sample(rate) {
					return -1 / rate * Math.log(jStat._random_fn());
				},
				variance: function(rate) {
					return Math.pow(rate, -2);
				}
			});
			jStat.extend(jStat.gamma, {
				pdf: function pdf(x, shape, scale) {
					if (x < 0) return 0;
					return x === 0 && shape === 1 ? 1 / scale : Math.exp((shape - 1) * Math.log(x) - x / scale - jStat.gammaln(shape) - shape * Math.log(scale));
				},
				cdf: function cdf(x, shape, scale) {
					if (x < 0) return 0;
					return jStat.lowRegGamma(shape, x / scale);
				},
				inv: function(p, shape, scale) {
					return jStat.gammapinv(p, shape) * scale;
				},
				mean: function(shape, scale) {
					return shape * scale;
				},
				mode: function mode(shape, scale) {
					if (shape > 1) return (shape - 1) * scale;
				},
				sample: function sample(shape, scale) {
					return jStat.randg(shape) * scale;
				},
				variance: function variance(shape, scale) {
					return shape * scale * scale;
				}
			});
			jStat.extend(jStat.invgamma, {
				pdf: function pdf(x, shape, scale) {
					if (x <= 0) return 0;
					return Math.exp(-(shape + 1) * Math.log(x) - scale / x - jStat.gammaln(shape) + shape * Math.log(scale));
				},
				cdf: function cdf(x, shape, scale) {
					if (x <= 0) return 0;
					return 1 - jStat.lowRegGamma(shape, scale / x);
				},
				inv: function(p, shape, scale) {
					return scale / jStat.gammapinv(1 - p, shape);
				},
				mean: function(shape, scale) {
					return shape > 1 ? scale / (shape - 1) : void 0;
				},
				mode: function mode(shape, scale) {
					return scale / (shape + 1);
				},
				sample: function sample(shape, scale) {
					return scale / jStat.randg(shape);
				},
				variance: function variance(shape, scale) {
					if (shape <= 2) return void 0;
					return scale * scale / ((shape - 1) * (shape - 1) * (shape - 2));
				}
			});
			jStat.extend(jStat.kumaraswamy, {
				pdf: function pdf(x, alpha, beta) {
					if (x === 0 && alpha === 1) return beta;
					else if (x === 1 && beta === 1) return alpha;
					return Math.exp(Math.log(alpha) + Math.log(beta) + (alpha - 1) * Math.log(x) + (beta - 1) * Math.log(1 - Math.pow(x, alpha)));
				},
				cdf: function cdf(x, alpha, beta) {
					if (x < 0) return 0;
					else if (x > 1) return 1;
					return 1 - Math.pow(1 - Math.pow(x, alpha), beta);
				},
				inv: function inv(p, alpha, beta) {
					return Math.pow(1 - Math.pow(1 - p, 1 / beta), 1 / alpha);
				},
				mean: function(alpha, beta) {
					return beta * jStat.gammafn(1 + 1 / alpha) * jStat.gammafn(beta) / jStat.gammafn(1 + 1 / alpha + beta);
				},
				median: function median(alpha, beta) {
					return Math.pow(1 - Math.pow(2, -1 / beta), 1 / alpha);
				},
				mode: function mode(alpha, beta) {
					if (!(alpha >= 1 && beta >= 1 && alpha !== 1 && beta !== 1)) return void 0;
					return Math.pow((alpha - 1) / (alpha * beta - 1), 1 / alpha);
				},
				variance: function variance() {
					throw new Error("variance not yet implemented");
				}
			});
			jStat.extend(jStat.lognormal, {
				pdf: function pdf(x, mu, sigma) {
					if (x <= 0) return 0;
					return Math.exp(-Math.log(x) - .5 * Math.log(2 * Math.PI) - Math.log(sigma) - Math.pow(Math.log(x) - mu, 2) / (2 * sigma * sigma));
				},
				cdf: function cdf(x, mu, sigma) {
					if (x < 0) return 0;
					return .5 + .5 * jStat.erf((Math.log(x) - mu) / Math.sqrt(2 * sigma * sigma));
				},
				inv: function(p, mu, sigma) {
					return Math.exp(-1.4142135623730951 * sigma * jStat.erfcinv(2 * p) + mu);
				},
				mean: function mean(mu, sigma) {
					return Math.exp(mu + sigma * sigma / 2);
				},
				median: function median(mu) {
					return Math.exp(mu);
				},
				mode: function mode(mu, sigma) {
					return Math.exp(mu - sigma * sigma);
				},
				sample: function sample(mu, sigma) {
					return Math.exp(jStat.randn() * sigma + mu);
				},
				variance: function variance(mu, sigma) {
					return (Math.exp(sigma * sigma) - 1) * Math.exp(2 * mu + sigma * sigma);
				}
			});
			jStat.extend(jStat.noncentralt, {
				pdf: function pdf(x, dof, ncp) {
					var tol = 1e-14;
					if (Math.abs(ncp) < tol) return jStat.studentt.pdf(x, dof);
					if (Math.abs(x) < tol) return Math.exp(jStat.gammaln((dof + 1) / 2) - ncp * ncp / 2 - .5 * Math.log(Math.PI * dof) - jStat.gammaln(dof / 2));
					return dof / x * (jStat.noncentralt.cdf(x * Math.sqrt(1 + 2 / dof), dof + 2, ncp) - jStat.noncentralt.cdf(x, dof, ncp));
				},
				cdf: function cdf(x, dof, ncp) {
					var tol = 1e-14;
					var min_iterations = 200;
					if (Math.abs(ncp) < tol) return jStat.studentt.cdf(x, dof);
					var flip = false;
					if (x < 0) {
						flip = true;
						ncp = -ncp;
					}
					var prob = jStat.normal.cdf(-ncp, 0, 1);
					var value = tol + 1;
					var lastvalue = value;
					var y = x * x / (x * x + dof);
					var j = 0;
					var p = Math.exp(-ncp * ncp / 2);
					var q = Math.exp(-ncp * ncp / 2 - .5 * Math.log(2) - jStat.gammaln(3 / 2)) * ncp;
					while (j < min_iterations || lastvalue > tol || value > tol) {
						lastvalue = value;
						if (j > 0) {
							p *= ncp * ncp / (2 * j);
							q *= ncp * ncp / (2 * (j + 1 / 2));
						}
						value = p * jStat.beta.cdf(y, j + .5, dof / 2) + q * jStat.beta.cdf(y, j + 1, dof / 2);
						prob += .5 * value;
						j++;
					}
					return flip ? 1 - prob : prob;
				}
			});
			jStat.extend(jStat.normal, {
				pdf: function pdf(x, mean, std) {
					return Math.exp(-.5 * Math.log(2 * Math.PI) - Math.log(std) - Math.pow(x - mean, 2) / (2 * std * std));
				},
				cdf: function cdf(x, mean, std) {
					return .5 * (1 + jStat.erf((x - mean) / Math.sqrt(2 * std * std)));
				},
				inv: function(p, mean, std) {
					return -1.4142135623730951 * std * jStat.erfcinv(2 * p) + mean;
				},
				mean: function(mean) {
					return mean;
				},
				median: function median(mean) {
					return mean;
				},
				mode: function(mean) {
					return mean;
				},
				sample: function sample(mean, std) {
					return jStat.randn() * std + mean;
				},
				variance: function(mean, std) {
					return std * std;
				}
			});
			jStat.extend(jStat.pareto, {
				pdf: function pdf(x, scale, shape) {
					if (x < scale) return 0;
					return shape * Math.pow(scale, shape) / Math.pow(x, shape + 1);
				},
				cdf: function cdf(x, scale, shape) {
					if (x < scale) return 0;
					return 1 - Math.pow(scale / x, shape);
				},
				inv: function inv(p, scale, shape) {
					return scale / Math.pow(1 - p, 1 / shape);
				},
				mean: function mean(scale, shape) {
					if (shape <= 1) return void 0;
					return shape * Math.pow(scale, shape) / (shape - 1);
				},
				median: function median(scale, shape) {
					return scale * (shape * Math.SQRT2);
				},
				mode: function mode(scale) {
					return scale;
				},
				variance: function(scale, shape) {
					if (shape <= 2) return void 0;
					return scale * scale * shape / (Math.pow(shape - 1, 2) * (shape - 2));
				}
			});
			jStat.extend(jStat.studentt, {
				pdf: function pdf(x, dof) {
					dof = dof > 1e100 ? 1e100 : dof;
					return 1 / (Math.sqrt(dof) * jStat.betafn(.5, dof / 2)) * Math.pow(1 + x * x / dof, -((dof + 1) / 2));
				},
				cdf: function cdf(x, dof) {
					var dof2 = dof / 2;
					return jStat.ibeta((x + Math.sqrt(x * x + dof)) / (2 * Math.sqrt(x * x + dof)), dof2, dof2);
				},
				inv: function(p, dof) {
					var x = jStat.ibetainv(2 * Math.min(p, 1 - p), .5 * dof, .5);
					x = Math.sqrt(dof * (1 - x) / x);
					return p > .5 ? x : -x;
				},
				mean: function mean(dof) {
					return dof > 1 ? 0 : void 0;
				},
				median: function median() {
					return 0;
				},
				mode: function mode() {
					return 0;
				},
				sample: function sample(dof) {
					return jStat.randn() * Math.sqrt(dof / (2 * jStat.randg(dof / 2)));
				},
				variance: function variance(dof) {
					return dof > 2 ? dof / (dof - 2) : dof > 1 ? Infinity : void 0;
				}
			});
			jStat.extend(jStat.weibull, {
				pdf: function pdf(x, scale, shape) {
					if (x < 0 || scale < 0 || shape < 0) return 0;
					return shape / scale * Math.pow(x / scale, shape - 1) * Math.exp(-Math.pow(x / scale, shape));
				},
				cdf: function cdf(x, scale, shape) {
					return x < 0 ? 0 : 1 - Math.exp(-Math.pow(x / scale, shape));
				},
				inv: function(p, scale, shape) {
					return scale * Math.pow(-Math.log(1 - p), 1 / shape);
				},
				mean: function(scale, shape) {
					return scale * jStat.gammafn(1 + 1 / shape);
				},
				median: function median(scale, shape) {
					return scale * Math.pow(Math.log(2), 1 / shape);
				},
				mode: function mode(scale, shape) {
					if (shape <= 1) return 0;
					return scale * Math.pow((shape - 1) / shape, 1 / shape);
				},
				sample: function sample(scale, shape) {
					return scale * Math.pow(-Math.log(jStat._random_fn()), 1 / shape);
				},
				variance: function variance(scale, shape) {
					return scale * scale * jStat.gammafn(1 + 2 / shape) - Math.pow(jStat.weibull.mean(scale, shape), 2);
				}
			});
			jStat.extend(jStat.uniform, {
				pdf: function pdf(x, a, b) {
					return x < a || x > b ? 0 : 1 / (b - a);
				},
				cdf: function cdf(x, a, b) {
					if (x < a) return 0;
					else if (x < b) return (x - a) / (b - a);
					return 1;
				},
				inv: function(p, a, b) {
					return a + p * (b - a);
				},
				mean: function mean(a, b) {
					return .5 * (a + b);
				},
				median: function median(a, b) {
					return jStat.mean(a, b);
				},
				mode: function mode() {
					throw new Error("mode is not yet implemented");
				},
				sample: function sample(a, b) {
					return a / 2 + b / 2 + (b / 2 - a / 2) * (2 * jStat._random_fn() - 1);
				},
				variance: function variance(a, b) {
					return Math.pow(b - a, 2) / 12;
				}
			});
			function betinc(x, a, b, eps) {
				var a0 = 0;
				var b0 = 1;
				var a1 = 1;
				var b1 = 1;
				var m9 = 0;
				var a2 = 0;
				var c9;
				while (Math.abs((a1 - a2) / a1) > eps) {
					a2 = a1;
					c9 = -(a + m9) * (a + b + m9) * x / (a + 2 * m9) / (a + 2 * m9 + 1);
					a0 = a1 + c9 * a0;
					b0 = b1 + c9 * b0;
					m9 = m9 + 1;
					c9 = m9 * (b - m9) * x / (a + 2 * m9 - 1) / (a + 2 * m9);
					a1 = a0 + c9 * a1;
					b1 = b0 + c9 * b1;
					a0 = a0 / b1;
					b0 = b0 / b1;
					a1 = a1 / b1;
					b1 = 1;
				}
				return a1 / a;
			}
			jStat.extend(jStat.binomial, {
				pdf: function pdf(k, n, p) {
					return p === 0 || p === 1 ? n * p === k ? 1 : 0 : jStat.combination(n, k) * Math.pow(p, k) * Math.pow(1 - p, n - k);
				},
				cdf: function cdf(x, n, p) {
					var betacdf;
					var eps = 1e-10;
					if (x < 0) return 0;
					if (x >= n) return 1;
					if (p < 0 || p > 1 || n <= 0) return NaN;
					x = Math.floor(x);
					var z = p;
					var a = x + 1;
					var b = n - x;
					var s = a + b;
					var bt = Math.exp(jStat.gammaln(s) - jStat.gammaln(b) - jStat.gammaln(a) + a * Math.log(z) + b * Math.log(1 - z));
					if (z < (a + 1) / (s + 2)) betacdf = bt * betinc(z, a, b, eps);
					else betacdf = 1 - bt * betinc(1 - z, b, a, eps);
					return Math.round((1 - betacdf) * (1 / eps)) / (1 / eps);
				}
			});
			jStat.extend(jStat.negbin, {
				pdf: function pdf(k, r, p) {
					if (k !== k >>> 0) return false;
					if (k < 0) return 0;
					return jStat.combination(k + r - 1, r - 1) * Math.pow(1 - p, k) * Math.pow(p, r);
				},
				cdf: function cdf(x, r, p) {
					var sum = 0, k = 0;
					if (x < 0) return 0;
					for (; k <= x; k++) sum += jStat.negbin.pdf(k, r, p);
					return sum;
				}
			});
			jStat.extend(jStat.hypgeom, {
				pdf: function pdf(k, N, m, n) {
					if (k !== k | 0) return false;
					else if (k < 0 || k < m - (N - n)) return 0;
					else if (k > n || k > m) return 0;
					else if (m * 2 > N) {
						if (n * 2 > N) return jStat.hypgeom.pdf(N - m - n + k, N, N - m, N - n);
						else return jStat.hypgeom.pdf(n - k, N, N - m, n);
					} else if (n * 2 > N) return jStat.hypgeom.pdf(m - k, N, m, N - n);
					else if (m < n) return jStat.hypgeom.pdf(k, N, n, m);
					else {
						var scaledPDF = 1;
						var samplesDone = 0;
						for (var i = 0; i < k; i++) {
							while (scaledPDF > 1 && samplesDone < n) {
								scaledPDF *= 1 - m / (N - samplesDone);
								samplesDone++;
							}
							scaledPDF *= (n - i) * (m - i) / ((i + 1) * (N - m - n + i + 1));
						}
						for (; samplesDone < n; samplesDone++) scaledPDF *= 1 - m / (N - samplesDone);
						return Math.min(1, Math.max(0, scaledPDF));
					}
				},
				cdf: function cdf(x, N, m, n) {
					if (x < 0 || x < m - (N - n)) return 0;
					else if (x >= n || x >= m) return 1;
					else if (m * 2 > N) {
						if (n * 2 > N) return jStat.hypgeom.cdf(N - m - n + x, N, N - m, N - n);
						else return 1 - jStat.hypgeom.cdf(n - x - 1, N, N - m, n);
					} else if (n * 2 > N) return 1 - jStat.hypgeom.cdf(m - x - 1, N, m, N - n);
					else if (m < n) return jStat.hypgeom.cdf(x, N, n, m);
					else {
						var scaledCDF = 1;
						var scaledPDF = 1;
						var samplesDone = 0;
						for (var i = 0; i < x; i++) {
							while (scaledCDF > 1 && samplesDone < n) {
								var factor = 1 - m / (N - samplesDone);
								scaledPDF *= factor;
								scaledCDF *= factor;
								samplesDone++;
							}
							scaledPDF *= (n - i) * (m - i) / ((i + 1) * (N - m - n + i + 1));
							scaledCDF += scaledPDF;
						}
						for (; samplesDone < n; samplesDone++) scaledCDF *= 1 - m / (N - samplesDone);
						return Math.min(1, Math.max(0, scaledCDF));
					}
				}
			});
			jStat.extend(jStat.poisson, {
				pdf: function pdf(k, l) {
					if (l < 0 || k % 1 !== 0 || k < 0) return 0;
					return Math.pow(l, k) * Math.exp(-l) / jStat.factorial(k);
				},
				cdf: function cdf(x, l) {
					var sumarr = [], k = 0;
					if (x < 0) return 0;
					for (; k <= x; k++) sumarr.push(jStat.poisson.pdf(k, l));
					return jStat.sum(sumarr);
				},
				mean: function(l) {
					return l;
				},
				variance: function(l) {
					return l;
				},
				sampleSmall: function sampleSmall(l) {
					var p = 1, k = 0, L = Math.exp(-l);
					do {
						k++;
						p *= jStat._random_fn();
					} while (p > L);
					return k - 1;
				},
				sampleLarge: function sampleLarge(l) {
					var lam = l;
					var k;
					var U, V, slam = Math.sqrt(lam), loglam = Math.log(lam), a, b = .931 + 2.53 * slam, invalpha, vr, us;
					a = -.059 + .02483 * b;
					invalpha = 1.1239 + 1.1328 / (b - 3.4);
					vr = .9277 - 3.6224 / (b - 2);
					while (1) {
						U = Math.random() - .5;
						V = Math.random();
						us = .5 - Math.abs(U);
						k = Math.floor((2 * a / us + b) * U + lam + .43);
						if (us >= .07 && V <= vr) return k;
						if (k < 0 || us < .013 && V > us) continue;
						if (Math.log(V) + Math.log(invalpha) - Math.log(a / (us * us) + b) <= -lam + k * loglam - jStat.loggam(k + 1)) return k;
					}
				},
				sample: function sample(l) {
					if (l < 10) return this.sampleSmall(l);
					else return this.sampleLarge(l);
				}
			});
			jStat.extend(jStat.triangular, {
				pdf: function pdf(x, a, b, c) {
					if (b <= a || c < a || c > b) return NaN;
					else if (x < a || x > b) return 0;
					else if (x < c) return 2 * (x - a) / ((b - a) * (c - a));
					else if (x === c) return 2 / (b - a);
					else return 2 * (b - x) / ((b - a) * (b - c));
				},
				cdf: function cdf(x, a, b, c) {
					if (b <= a || c < a || c > b) return NaN;
					if (x <= a) return 0;
					else if (x >= b) return 1;
					if (x <= c) return Math.pow(x - a, 2) / ((b - a) * (c - a));
					else return 1 - Math.pow(b - x, 2) / ((b - a) * (b - c));
				},
				inv: function inv(p, a, b, c) {
					if (b <= a || c < a || c > b) return NaN;
					else if (p <= (c - a) / (b - a)) return a + (b - a) * Math.sqrt(p * ((c - a) / (b - a)));
					else return a + (b - a) * (1 - Math.sqrt((1 - p) * (1 - (c - a) / (b - a))));
				},
				mean: function mean(a, b, c) {
					return (a + b + c) / 3;
				},
				median: function median(a, b, c) {
					if (c <= (a + b) / 2) return b - Math.sqrt((b - a) * (b - c)) / Math.sqrt(2);
					else if (c > (a + b) / 2) return a + Math.sqrt((b - a) * (c - a)) / Math.sqrt(2);
				},
				mode: function mode(a, b, c) {
					return c;
				},
				sample: function sample(a, b, c) {
					var u = jStat._random_fn();
					if (u < (c - a) / (b - a)) return a + Math.sqrt(u * (b - a) * (c - a));
					return b - Math.sqrt((1 - u) * (b - a) * (b - c));
				},
				variance: function variance(a, b, c) {
					return (a * a + b * b + c * c - a * b - a * c - b * c) / 18;
				}
			});
			jStat.extend(jStat.arcsine, {
				pdf: function pdf(x, a, b) {
					if (b <= a) return NaN;
					return x <= a || x >= b ? 0 : 2 / Math.PI * Math.pow(Math.pow(b - a, 2) - Math.pow(2 * x - a - b, 2), -.5);
				},
				cdf: function cdf(x, a, b) {
					if (x < a) return 0;
					else if (x < b) return 2 / Math.PI * Math.asin(Math.sqrt((x - a) / (b - a)));
					return 1;
				},
				inv: function(p, a, b) {
					return a + (.5 - .5 * Math.cos(Math.PI * p)) * (b - a);
				},
				mean: function mean(a, b) {
					if (b <= a) return NaN;
					return (a + b) / 2;
				},
				median: function median(a, b) {
					if (b <= a) return NaN;
					return (a + b) / 2;
				},
				mode: function mode() {
					throw new Error("mode is not yet implemented");
				},
				sample: function sample(a, b) {
					return (a + b) / 2 + (b - a) / 2 * Math.sin(2 * Math.PI * jStat.uniform.sample(0, 1));
				},
				variance: function variance(a, b) {
					if (b <= a) return NaN;
					return Math.pow(b - a, 2) / 8;
				}
			});
			function laplaceSign(x) {
				return x / Math.abs(x);
			}
			jStat.extend(jStat.laplace, {
				pdf: function pdf(x, mu, b) {
					return b <= 0 ? 0 : Math.exp(-Math.abs(x - mu) / b) / (2 * b);
				},
				cdf: function cdf(x, mu, b) {
					if (b <= 0) return 0;
					if (x < mu) return .5 * Math.exp((x - mu) / b);
					else return 1 - .5 * Math.exp(-(x - mu) / b);
				},
				mean: function(mu) {
					return mu;
				},
				median: function(mu) {
					return mu;
				},
				mode: function(mu) {
					return mu;
				},
				variance: function(mu, b) {
					return 2 * b * b;
				},
				sample: function sample(mu, b) {
					var u = jStat._random_fn() - .5;
					return mu - b * laplaceSign(u) * Math.log(1 - 2 * Math.abs(u));
				}
			});
			function tukeyWprob(w, rr, cc) {
				var nleg = 12;
				var ihalf = 6;
				var C1 = -30;
				var C2 = -50;
				var C3 = 60;
				var bb = 8;
				var wlar = 3;
				var wincr1 = 2;
				var wincr2 = 3;
				var xleg = [
					.9815606342467192,
					.9041172563704749,
					.7699026741943047,
					.5873179542866175,
					.3678314989981802,
					.1252334085114689
				];
				var aleg = [
					.04717533638651183,
					.10693932599531843,
					.16007832854334622,
					.20316742672306592,
					.2334925365383548,
					.24914704581340277
				];
				var qsqz = w * .5;
				if (qsqz >= bb) return 1;
				var pr_w = 2 * jStat.normal.cdf(qsqz, 0, 1, 1, 0) - 1;
				if (pr_w >= Math.exp(C2 / cc)) pr_w = Math.pow(pr_w, cc);
				else pr_w = 0;
				var wincr;
				if (w > wlar) wincr = wincr1;
				else wincr = wincr2;
				var blb = qsqz;
				var binc = (bb - qsqz) / wincr;
				var bub = blb + binc;
				var einsum = 0;
				var cc1 = cc - 1;
				for (var wi = 1; wi <= wincr; wi++) {
					var elsum = 0;
					var a = .5 * (bub + blb);
					var b = .5 * (bub - blb);
					for (var jj = 1; jj <= nleg; jj++) {
						var j, xx;
						if (ihalf < jj) {
							j = nleg - jj + 1;
							xx = xleg[j - 1];
						} else {
							j = jj;
							xx = -xleg[j - 1];
						}
						var ac = a + b * xx;
						var qexpo = ac * ac;
						if (qexpo > C3) break;
						var pplus = 2 * jStat.normal.cdf(ac, 0, 1, 1, 0);
						var pminus = 2 * jStat.normal.cdf(ac, w, 1, 1, 0);
						var rinsum = pplus * .5 - pminus * .5;
						if (rinsum >= Math.exp(C1 / cc1)) {
							rinsum = aleg[j - 1] * Math.exp(-(.5 * qexpo)) * Math.pow(rinsum, cc1);
							elsum += rinsum;
						}
					}
					elsum *= 2 * b * cc / Math.sqrt(2 * Math.PI);
					einsum += elsum;
					blb = bub;
					bub += binc;
				}
				pr_w += einsum;
				if (pr_w <= Math.exp(C1 / rr)) return 0;
				pr_w = Math.pow(pr_w, rr);
				if (pr_w >= 1) return 1;
				return pr_w;
			}
			function tukeyQinv(p, c, v) {
				var p0 = .322232421088;
				var q0 = .099348462606;
				var p1 = -1;
				var q1 = .588581570495;
				var p2 = -.342242088547;
				var q2 = .531103462366;
				var p3 = -.204231210125;
				var q3 = .10353775285;
				var p4 = -453642210148e-16;
				var q4 = .0038560700634;
				var c1 = .8832;
				var c2 = .2368;
				var c3 = 1.214;
				var c4 = 1.208;
				var c5 = 1.4142;
				var vmax = 120;
				var ps = .5 - .5 * p;
				var yi = Math.sqrt(Math.log(1 / (ps * ps)));
				var t = yi + ((((yi * p4 + p3) * yi + p2) * yi + p1) * yi + p0) / ((((yi * q4 + q3) * yi + q2) * yi + q1) * yi + q0);
				if (v < vmax) t += (t * t * t + t) / v / 4;
				var q = c1 - c2 * t;
				if (v < vmax) q += -c3 / v + c4 * t / v;
				return t * (q * Math.log(c - 1) + c5);
			}
			jStat.extend(jStat.tukey, {
				cdf: function cdf(q, nmeans, df) {
					var rr = 1;
					var cc = nmeans;
					var nlegq = 16;
					var ihalfq = 8;
					var eps1 = -30;
					var eps2 = 1e-14;
					var dhaf = 100;
					var dquar = 800;
					var deigh = 5e3;
					var dlarg = 25e3;
					var ulen1 = 1;
					var ulen2 = .5;
					var ulen3 = .25;
					var ulen4 = .125;
					var xlegq = [
						.9894009349916499,
						.9445750230732326,
						.8656312023878318,
						.755404408355003,
						.6178762444026438,
						.45801677765722737,
						.2816035507792589,
						.09501250983763744
					];
					var alegq = [
						.027152459411754096,
						.062253523938647894,
						.09515851168249279,
						.12462897125553388,
						.14959598881657674,
						.16915651939500254,
						.18260341504492358,
						.1894506104550685
					];
					if (q <= 0) return 0;
					if (df < 2 || rr < 1 || cc < 2) return NaN;
					if (!Number.isFinite(q)) return 1;
					if (df > dlarg) return tukeyWprob(q, rr, cc);
					var f2 = df * .5;
					var f2lf = f2 * Math.log(df) - df * Math.log(2) - jStat.gammaln(f2);
					var f21 = f2 - 1;
					var ff4 = df * .25;
					var ulen;
					if (df <= dhaf) ulen = ulen1;
					else if (df <= dquar) ulen = ulen2;
					else if (df <= deigh) ulen = ulen3;
					else ulen = ulen4;
					f2lf += Math.log(ulen);
					var ans = 0;
					for (var i = 1; i <= 50; i++) {
						var otsum = 0;
						var twa1 = (2 * i - 1) * ulen;
						for (var jj = 1; jj <= nlegq; jj++) {
							var j, t1;
							if (ihalfq < jj) {
								j = jj - ihalfq - 1;
								t1 = f2lf + f21 * Math.log(twa1 + xlegq[j] * ulen) - (xlegq[j] * ulen + twa1) * ff4;
							} else {
								j = jj - 1;
								t1 = f2lf + f21 * Math.log(twa1 - xlegq[j] * ulen) + (xlegq[j] * ulen - twa1) * ff4;
							}
							var qsqz;
							if (t1 >= eps1) {
								if (ihalfq < jj) qsqz = q * Math.sqrt((xlegq[j] * ulen + twa1) * .5);
								else qsqz = q * Math.sqrt((-(xlegq[j] * ulen) + twa1) * .5);
								var rotsum = tukeyWprob(qsqz, rr, cc) * alegq[j] * Math.exp(t1);
								otsum += rotsum;
							}
						}
						if (i * ulen >= 1 && otsum <= eps2) break;
						ans += otsum;
					}
					if (otsum > eps2) throw new Error("tukey.cdf failed to converge");
					if (ans > 1) ans = 1;
					return ans;
				},
				inv: function(p, nmeans, df) {
					var rr = 1;
					var cc = nmeans;
					var eps = 1e-4;
					var maxiter = 50;
					if (df < 2 || rr < 1 || cc < 2) return NaN;
					if (p < 0 || p > 1) return NaN;
					if (p === 0) return 0;
					if (p === 1) return Infinity;
					var x0 = tukeyQinv(p, cc, df);
					var valx0 = jStat.tukey.cdf(x0, nmeans, df) - p;
					var x1;
					if (valx0 > 0) x1 = Math.max(0, x0 - 1);
					else x1 = x0 + 1;
					var valx1 = jStat.tukey.cdf(x1, nmeans, df) - p;
					var ans;
					for (var iter = 1; iter < maxiter; iter++) {
						ans = x1 - valx1 * (x1 - x0) / (valx1 - valx0);
						valx0 = valx1;
						x0 = x1;
						if (ans < 0) {
							ans = 0;
							valx1 = -p;
						}
						valx1 = jStat.tukey.cdf(ans, nmeans, df) - p;
						x1 = ans;
						if (Math.abs(x1 - x0) < eps) return ans;
					}
					throw new Error("tukey.inv failed to converge");
				}
			});
		})(jStat, Math);
		(function(jStat, Math) {
			var push = Array.prototype.push;
			var isArray = jStat.utils.isArray;
			function isUsable(arg) {
				return isArray(arg) || arg instanceof jStat;
			}
			jStat.extend({
				add: function add(arr, arg) {
					if (isUsable(arg)) {
						if (!isUsable(arg[0])) arg = [arg];
						return jStat.map(arr, function(value, row, col) {
							return value + arg[row][col];
						});
					}
					return jStat.map(arr, function(value) {
						return value + arg;
					});
				},
				subtract: function subtract(arr, arg) {
					if (isUsable(arg)) {
						if (!isUsable(arg[0])) arg = [arg];
						return jStat.map(arr, function(value, row, col) {
							return value - arg[row][col] || 0;
						});
					}
					return jStat.map(arr, function(value) {
						return value - arg;
					});
				},
				divide: function divide(arr, arg) {
					if (isUsable(arg)) {
						if (!isUsable(arg[0])) arg = [arg];
						return jStat.multiply(arr, jStat.inv(arg));
					}
					return jStat.map(arr, function(value) {
						return value / arg;
					});
				},
				multiply: function multiply(arr, arg) {
					var row, col, nrescols, sum, nrow, ncol, res, rescols;
					if (arr.length === void 0 && arg.length === void 0) return arr * arg;
					nrow = arr.length, ncol = arr[0].length, res = jStat.zeros(nrow, nrescols = isUsable(arg) ? arg[0].length : ncol), rescols = 0;
					if (isUsable(arg)) {
						for (; rescols < nrescols; rescols++) for (row = 0; row < nrow; row++) {
							sum = 0;
							for (col = 0; col < ncol; col++) sum += arr[row][col] * arg[col][rescols];
							res[row][rescols] = sum;
						}
						return nrow === 1 && rescols === 1 ? res[0][0] : res;
					}
					return jStat.map(arr, function(value) {
						return value * arg;
					});
				},
				outer: function outer(A, B) {
					return jStat.multiply(A.map(function(t) {
						return [t];
					}), [B]);
				},
				dot: function dot(arr, arg) {
					if (!isUsable(arr[0])) arr = [arr];
					if (!isUsable(arg[0])) arg = [arg];
					var left = arr[0].length === 1 && arr.length !== 1 ? jStat.transpose(arr) : arr, right = arg[0].length === 1 && arg.length !== 1 ? jStat.transpose(arg) : arg, res = [], row = 0, nrow = left.length, ncol = left[0].length, sum, col;
					for (; row < nrow; row++) {
						res[row] = [];
						sum = 0;
						for (col = 0; col < ncol; col++) sum += left[row][col] * right[row][col];
						res[row] = sum;
					}
					return res.length === 1 ? res[0] : res;
				},
				pow: function pow(arr, arg) {
					return jStat.map(arr, function(value) {
						return Math.pow(value, arg);
					});
				},
				exp: function exp(arr) {
					return jStat.map(arr, function(value) {
						return Math.exp(value);
					});
				},
				log: function exp(arr) {
					return jStat.map(arr, function(value) {
						return Math.log(value);
					});
				},
				abs: function abs(arr) {
					return jStat.map(arr, function(value) {
						return Math.abs(value);
					});
				},
				norm: function norm(arr, p) {
					var nnorm = 0, i = 0;
					if (isNaN(p)) p = 2;
					if (isUsable(arr[0])) arr = arr[0];
					for (; i < arr.length; i++) nnorm += Math.pow(Math.abs(arr[i]), p);
					return Math.pow(nnorm, 1 / p);
				},
				angle: function angle(arr, arg) {
					return Math.acos(jStat.dot(arr, arg) / (jStat.norm(arr) * jStat.norm(arg)));
				},
				aug: function aug(a, b) {
					var newarr = [];
					var i = 0;
					for (; i < a.length; i++) newarr.push(a[i].slice());
					for (i = 0; i < newarr.length; i++) push.apply(newarr[i], b[i]);
					return newarr;
				},
				inv: function inv(a) {
					var rows = a.length;
					var cols = a[0].length;
					var b = jStat.identity(rows, cols);
					var c = jStat.gauss_jordan(a, b);
					var result = [];
					var i = 0;
					var j;
					for (; i < rows; i++) {
						result[i] = [];
						for (j = cols; j < c[0].length; j++) result[i][j - cols] = c[i][j];
					}
					return result;
				},
				det: function det(a) {
					if (a.length === 2) return a[0][0] * a[1][1] - a[0][1] * a[1][0];
					var determinant = 0;
					for (var i = 0; i < a.length; i++) {
						var submatrix = [];
						for (var row = 1; row < a.length; row++) {
							submatrix[row - 1] = [];
							for (var col = 0; col < a.length; col++) if (col < i) submatrix[row - 1][col] = a[row][col];
							else if (col > i) submatrix[row - 1][col - 1] = a[row][col];
						}
						var sign = i % 2 ? -1 : 1;
						determinant += det(submatrix) * a[0][i] * sign;
					}
					return determinant;
				},
				gauss_elimination: function gauss_elimination(a, b) {
					var i = 0, j = 0, n = a.length, m = a[0].length, factor = 1, sum = 0, x = [], maug, pivot, temp, k;
					a = jStat.aug(a, b);
					maug = a[0].length;
					for (i = 0; i < n; i++) {
						pivot = a[i][i];
						j = i;
						for (k = i + 1; k < m; k++) if (pivot < Math.abs(a[k][i])) {
							pivot = a[k][i];
							j = k;
						}
						if (j != i) for (k = 0; k < maug; k++) {
							temp = a[i][k];
							a[i][k] = a[j][k];
							a[j][k] = temp;
						}
						for (j = i + 1; j < n; j++) {
							factor = a[j][i] / a[i][i];
							for (k = i; k < maug; k++) a[j][k] = a[j][k] - factor * a[i][k];
						}
					}
					for (i = n - 1; i >= 0; i--) {
						sum = 0;
						for (j = i + 1; j <= n - 1; j++) sum = sum + x[j] * a[i][j];
						x[i] = (a[i][maug - 1] - sum) / a[i][i];
					}
					return x;
				},
				gauss_jordan: function gauss_jordan(a, b) {
					var m = jStat.aug(a, b);
					var h = m.length;
					var w = m[0].length;
					var c = 0;
					var x, y = 0, y2;
					for (; y < h; y++) {
						var maxrow = y;
						for (y2 = y + 1; y2 < h; y2++) if (Math.abs(m[y2][y]) > Math.abs(m[maxrow][y])) maxrow = y2;
						var tmp = m[y];
						m[y] = m[maxrow];
						m[maxrow] = tmp;
						for (y2 = y + 1; y2 < h; y2++) {
							c = m[y2][y] / m[y][y];
							for (x = y; x < w; x++) m[y2][x] -= m[y][x] * c;
						}
					}
					for (y = h - 1; y >= 0; y--) {
						c = m[y][y];
						for (y2 = 0; y2 < y; y2++) for (x = w - 1; x > y - 1; x--) m[y2][x] -= m[y][x] * m[y2][y] / c;
						m[y][y] /= c;
						for (x = h; x < w; x++) m[y][x] /= c;
					}
					return m;
				},
				triaUpSolve: function triaUpSolve(A, b) {
					var size = A[0].length;
					var x = jStat.zeros(1, size)[0];
					var parts;
					var matrix_mode = false;
					if (b[0].length != void 0) {
						b = b.map(function(i) {
							return i[0];
						});
						matrix_mode = true;
					}
					jStat.arange(size - 1, -1, -1).forEach(function(i) {
						parts = jStat.arange(i + 1, size).map(function(j) {
							return x[j] * A[i][j];
						});
						x[i] = (b[i] - jStat.sum(parts)) / A[i][i];
					});
					if (matrix_mode) return x.map(function(i) {
						return [i];
					});
					return x;
				},
				triaLowSolve: function triaLowSolve(A, b) {
					var size = A[0].length;
					var x = jStat.zeros(1, size)[0];
					var parts;
					var matrix_mode = false;
					if (b[0].length != void 0) {
						b = b.map(function(i) {
							return i[0];
						});
						matrix_mode = true;
					}
					jStat.arange(size).forEach(function(i) {
						parts = jStat.arange(i).map(function(j) {
							return A[i][j] * x[j];
						});
						x[i] = (b[i] - jStat.sum(parts)) / A[i][i];
					});
					if (matrix_mode) return x.map(function(i) {
						return [i];
					});
					return x;
				},
				lu: function lu(A) {
					var size = A.length;
					var L = jStat.identity(size);
					var R = jStat.zeros(A.length, A[0].length);
					var parts;
					jStat.arange(size).forEach(function(t) {
						R[0][t] = A[0][t];
					});
					jStat.arange(1, size).forEach(function(l) {
						jStat.arange(l).forEach(function(i) {
							parts = jStat.arange(i).map(function(jj) {
								return L[l][jj] * R[jj][i];
							});
							L[l][i] = (A[l][i] - jStat.sum(parts)) / R[i][i];
						});
						jStat.arange(l, size).forEach(function(j) {
							parts = jStat.arange(l).map(function(jj) {
								return L[l][jj] * R[jj][j];
							});
							R[l][j] = A[parts.length][j] - jStat.sum(parts);
						});
					});
					return [L, R];
				},
				cholesky: function cholesky(A) {
					var size = A.length;
					var T = jStat.zeros(A.length, A[0].length);
					var parts;
					jStat.arange(size).forEach(function(i) {
						parts = jStat.arange(i).map(function(t) {
							return Math.pow(T[i][t], 2);
						});
						T[i][i] = Math.sqrt(A[i][i] - jStat.sum(parts));
						jStat.arange(i + 1, size).forEach(function(j) {
							parts = jStat.arange(i).map(function(t) {
								return T[i][t] * T[j][t];
							});
							T[j][i] = (A[i][j] - jStat.sum(parts)) / T[i][i];
						});
					});
					return T;
				},
				gauss_jacobi: function gauss_jacobi(a, b, x, r) {
					var i = 0;
					var j = 0;
					var n = a.length;
					var l = [];
					var u = [];
					var d = [];
					var xv, c, h, xk;
					for (; i < n; i++) {
						l[i] = [];
						u[i] = [];
						d[i] = [];
						for (j = 0; j < n; j++) if (i > j) {
							l[i][j] = a[i][j];
							u[i][j] = d[i][j] = 0;
						} else if (i < j) {
							u[i][j] = a[i][j];
							l[i][j] = d[i][j] = 0;
						} else {
							d[i][j] = a[i][j];
							l[i][j] = u[i][j] = 0;
						}
					}
					h = jStat.multiply(jStat.multiply(jStat.inv(d), jStat.add(l, u)), -1);
					c = jStat.multiply(jStat.inv(d), b);
					xv = x;
					xk = jStat.add(jStat.multiply(h, x), c);
					i = 2;
					while (Math.abs(jStat.norm(jStat.subtract(xk, xv))) > r) {
						xv = xk;
						xk = jStat.add(jStat.multiply(h, xv), c);
						i++;
					}
					return xk;
				},
				gauss_seidel: function gauss_seidel(a, b, x, r) {
					var i = 0;
					var n = a.length;
					var l = [];
					var u = [];
					var d = [];
					var j, xv, c, h, xk;
					for (; i < n; i++) {
						l[i] = [];
						u[i] = [];
						d[i] = [];
						for (j = 0; j < n; j++) if (i > j) {
							l[i][j] = a[i][j];
							u[i][j] = d[i][j] = 0;
						} else if (i < j) {
							u[i][j] = a[i][j];
							l[i][j] = d[i][j] = 0;
						} else {
							d[i][j] = a[i][j];
							l[i][j] = u[i][j] = 0;
						}
					}
					h = jStat.multiply(jStat.multiply(jStat.inv(jStat.add(d, l)), u), -1);
					c = jStat.multiply(jStat.inv(jStat.add(d, l)), b);
					xv = x;
					xk = jStat.add(jStat.multiply(h, x), c);
					i = 2;
					while (Math.abs(jStat.norm(jStat.subtract(xk, xv))) > r) {
						xv = xk;
						xk = jStat.add(jStat.multiply(h, xv), c);
						i = i + 1;
					}
					return xk;
				},
				SOR: function SOR(a, b, x, r, w) {
					var i = 0;
					var n = a.length;
					var l = [];
					var u = [];
					var d = [];
					var j, xv, c, h, xk;
					for (; i < n; i++) {
						l[i] = [];
						u[i] = [];
						d[i] = [];
						for (j = 0; j < n; j++) if (i > j) {
							l[i][j] = a[i][j];
							u[i][j] = d[i][j] = 0;
						} else if (i < j) {
							u[i][j] = a[i][j];
							l[i][j] = d[i][j] = 0;
						} else {
							d[i][j] = a[i][j];
							l[i][j] = u[i][j] = 0;
						}
					}
					h = jStat.multiply(jStat.inv(jStat.add(d, jStat.multiply(l, w))), jStat.subtract(jStat.multiply(d, 1 - w), jStat.multiply(u, w)));
					c = jStat.multiply(jStat.multiply(jStat.inv(jStat.add(d, jStat.multiply(l, w))), b), w);
					xv = x;
					xk = jStat.add(jStat.multiply(h, x), c);
					i = 2;
					while (Math.abs(jStat.norm(jStat.subtract(xk, xv))) > r) {
						xv = xk;
						xk = jStat.add(jStat.multiply(h, xv), c);
						i++;
					}
					return xk;
				},
				householder: function householder(a) {
					var m = a.length;
					var n = a[0].length;
					var i = 0;
					var w = [];
					var p = [];
					var alpha, r, k, j, factor;
					for (; i < m - 1; i++) {
						alpha = 0;
						for (j = i + 1; j < n; j++) alpha += a[j][i] * a[j][i];
						factor = a[i + 1][i] > 0 ? -1 : 1;
						alpha = factor * Math.sqrt(alpha);
						r = Math.sqrt((alpha * alpha - a[i + 1][i] * alpha) / 2);
						w = jStat.zeros(m, 1);
						w[i + 1][0] = (a[i + 1][i] - alpha) / (2 * r);
						for (k = i + 2; k < m; k++) w[k][0] = a[k][i] / (2 * r);
						p = jStat.subtract(jStat.identity(m, n), jStat.multiply(jStat.multiply(w, jStat.transpose(w)), 2));
						a = jStat.multiply(p, jStat.multiply(a, p));
					}
					return a;
				},
				QR: function() {
					var sum = jStat.sum;
					var range = jStat.arange;
					function qr2(x) {
						var n = x.length;
						var p = x[0].length;
						var r = jStat.zeros(p, p);
						x = jStat.copy(x);
						var i, j = 0, k;
						for (; j < p; j++) {
							r[j][j] = Math.sqrt(sum(range(n).map(function(i) {
								return x[i][j] * x[i][j];
							})));
							for (i = 0; i < n; i++) x[i][j] = x[i][j] / r[j][j];
							for (k = j + 1; k < p; k++) {
								r[j][k] = sum(range(n).map(function(i) {
									return x[i][j] * x[i][k];
								}));
								for (i = 0; i < n; i++) x[i][k] = x[i][k] - x[i][j] * r[j][k];
							}
						}
						return [x, r];
					}
					return qr2;
				}(),
				lstsq: function() {
					function R_I(A) {
						A = jStat.copy(A);
						var size = A.length;
						var I = jStat.identity(size);
						jStat.arange(size - 1, -1, -1).forEach(function(i) {
							jStat.sliceAssign(I, { row: i }, jStat.divide(jStat.slice(I, { row: i }), A[i][i]));
							jStat.sliceAssign(A, { row: i }, jStat.divide(jStat.slice(A, { row: i }), A[i][i]));
							jStat.arange(i).forEach(function(j) {
								var c = jStat.multiply(A[j][i], -1);
								var Aj = jStat.slice(A, { row: j });
								var cAi = jStat.multiply(jStat.slice(A, { row: i }), c);
								jStat.sliceAssign(A, { row: j }, jStat.add(Aj, cAi));
								var Ij = jStat.slice(I, { row: j });
								var cIi = jStat.multiply(jStat.slice(I, { row: i }), c);
								jStat.sliceAssign(I, { row: j }, jStat.add(Ij, cIi));
							});
						});
						return I;
					}
					function qr_solve(A, b) {
						var array_mode = false;
						if (b[0].length === void 0) {
							b = b.map(function(x) {
								return [x];
							});
							array_mode = true;
						}
						var QR = jStat.QR(A);
						var Q = QR[0];
						var R = QR[1];
						var attrs = A[0].length;
						var Q1 = jStat.slice(Q, { col: { end: attrs } });
						var RI = R_I(jStat.slice(R, { row: { end: attrs } }));
						var Q2 = jStat.transpose(Q1);
						if (Q2[0].length === void 0) Q2 = [Q2];
						var x = jStat.multiply(jStat.multiply(RI, Q2), b);
						if (x.length === void 0) x = [[x]];
						if (array_mode) return x.map(function(i) {
							return i[0];
						});
						return x;
					}
					return qr_solve;
				}(),
				jacobi: function jacobi(a) {
					var condition = 1;
					var n = a.length;
					var e = jStat.identity(n, n);
					var ev = [];
					var b, i, j, p, q, maxim, theta, s;
					while (condition === 1) {
						maxim = a[0][1];
						p = 0;
						q = 1;
						for (i = 0; i < n; i++) for (j = 0; j < n; j++) if (i != j) {
							if (maxim < Math.abs(a[i][j])) {
								maxim = Math.abs(a[i][j]);
								p = i;
								q = j;
							}
						}
						if (a[p][p] === a[q][q]) theta = a[p][q] > 0 ? Math.PI / 4 : -Math.PI / 4;
						else theta = Math.atan(2 * a[p][q] / (a[p][p] - a[q][q])) / 2;
						s = jStat.identity(n, n);
						s[p][p] = Math.cos(theta);
						s[p][q] = -Math.sin(theta);
						s[q][p] = Math.sin(theta);
						s[q][q] = Math.cos(theta);
						e = jStat.multiply(e, s);
						b = jStat.multiply(jStat.multiply(jStat.inv(s), a), s);
						a = b;
						condition = 0;
						for (i = 1; i < n; i++) for (j = 1; j < n; j++) if (i != j && Math.abs(a[i][j]) > .001) condition = 1;
					}
					for (i = 0; i < n; i++) ev.push(a[i][i]);
					return [e, ev];
				},
				rungekutta: function rungekutta(f, h, p, t_j, u_j, order) {
					var k1, k2, u_j1, k3, k4;
					if (order === 2) while (t_j <= p) {
						k1 = h * f(t_j, u_j);
						k2 = h * f(t_j + h, u_j + k1);
						u_j1 = u_j + (k1 + k2) / 2;
						u_j = u_j1;
						t_j = t_j + h;
					}
					if (order === 4) while (t_j <= p) {
						k1 = h * f(t_j, u_j);
						k2 = h * f(t_j + h / 2, u_j + k1 / 2);
						k3 = h * f(t_j + h / 2, u_j + k2 / 2);
						k4 = h * f(t_j + h, u_j + k3);
						u_j1 = u_j + (k1 + 2 * k2 + 2 * k3 + k4) / 6;
						u_j = u_j1;
						t_j = t_j + h;
					}
					return u_j;
				},
				romberg: function romberg(f, a, b, order) {
					var i = 0;
					var h = (b - a) / 2;
					var x = [];
					var h1 = [];
					var g = [];
					var m, a1, j, k, I;
					while (i < order / 2) {
						I = f(a);
						for (j = a, k = 0; j <= b; j = j + h, k++) x[k] = j;
						m = x.length;
						for (j = 1; j < m - 1; j++) I += (j % 2 !== 0 ? 4 : 2) * f(x[j]);
						I = h / 3 * (I + f(b));
						g[i] = I;
						h /= 2;
						i++;
					}
					a1 = g.length;
					m = 1;
					while (a1 !== 1) {
						for (j = 0; j < a1 - 1; j++) h1[j] = (Math.pow(4, m) * g[j + 1] - g[j]) / (Math.pow(4, m) - 1);
						a1 = h1.length;
						g = h1;
						h1 = [];
						m++;
					}
					return g;
				},
				richardson: function richardson(X, f, x, h) {
					function pos(X, x) {
						var i = 0;
						var n = X.length;
						var p;
						for (; i < n; i++) if (X[i] === x) p = i;
						return p;
					}
					var h_min = Math.abs(x - X[pos(X, x) + 1]);
					var i = 0;
					var g = [];
					var h1 = [];
					var y1, y2, m, a, j;
					while (h >= h_min) {
						y1 = pos(X, x + h);
						y2 = pos(X, x);
						g[i] = (f[y1] - 2 * f[y2] + f[2 * y2 - y1]) / (h * h);
						h /= 2;
						i++;
					}
					a = g.length;
					m = 1;
					while (a != 1) {
						for (j = 0; j < a - 1; j++) h1[j] = (Math.pow(4, m) * g[j + 1] - g[j]) / (Math.pow(4, m) - 1);
						a = h1.length;
						g = h1;
						h1 = [];
						m++;
					}
					return g;
				},
				simpson: function simpson(f, a, b, n) {
					var h = (b - a) / n;
					var I = f(a);
					var x = [];
					var j = a;
					var k = 0;
					var i = 1;
					var m;
					for (; j <= b; j = j + h, k++) x[k] = j;
					m = x.length;
					for (; i < m - 1; i++) I += (i % 2 !== 0 ? 4 : 2) * f(x[i]);
					return h / 3 * (I + f(b));
				},
				hermite: function hermite(X, F, dF, value) {
					var n = X.length;
					var p = 0;
					var i = 0;
					var l = [];
					var dl = [];
					var A = [];
					var B = [];
					var j;
					for (; i < n; i++) {
						l[i] = 1;
						for (j = 0; j < n; j++) if (i != j) l[i] *= (value - X[j]) / (X[i] - X[j]);
						dl[i] = 0;
						for (j = 0; j < n; j++) if (i != j) dl[i] += 1 / (X[i] - X[j]);
						A[i] = (1 - 2 * (value - X[i]) * dl[i]) * (l[i] * l[i]);
						B[i] = (value - X[i]) * (l[i] * l[i]);
						p += A[i] * F[i] + B[i] * dF[i];
					}
					return p;
				},
				lagrange: function lagrange(X, F, value) {
					var p = 0;
					var i = 0;
					var j, l;
					var n = X.length;
					for (; i < n; i++) {
						l = F[i];
						for (j = 0; j < n; j++) if (i != j) l *= (value - X[j]) / (X[i] - X[j]);
						p += l;
					}
					return p;
				},
				cubic_spline: function cubic_spline(X, F, value) {
					var n = X.length;
					var i = 0, j;
					var A = [];
					var B = [];
					var alpha = [];
					var c = [];
					var h = [];
					var b = [];
					var d = [];
					for (; i < n - 1; i++) h[i] = X[i + 1] - X[i];
					alpha[0] = 0;
					for (i = 1; i < n - 1; i++) alpha[i] = 3 / h[i] * (F[i + 1] - F[i]) - 3 / h[i - 1] * (F[i] - F[i - 1]);
					for (i = 1; i < n - 1; i++) {
						A[i] = [];
						B[i] = [];
						A[i][i - 1] = h[i - 1];
						A[i][i] = 2 * (h[i - 1] + h[i]);
						A[i][i + 1] = h[i];
						B[i][0] = alpha[i];
					}
					c = jStat.multiply(jStat.inv(A), B);
					for (j = 0; j < n - 1; j++) {
						b[j] = (F[j + 1] - F[j]) / h[j] - h[j] * (c[j + 1][0] + 2 * c[j][0]) / 3;
						d[j] = (c[j + 1][0] - c[j][0]) / (3 * h[j]);
					}
					for (j = 0; j < n; j++) if (X[j] > value) break;
					j -= 1;
					return F[j] + (value - X[j]) * b[j] + jStat.sq(value - X[j]) * c[j] + (value - X[j]) * jStat.sq(value - X[j]) * d[j];
				},
				gauss_quadrature: function gauss_quadrature() {
					throw new Error("gauss_quadrature not yet implemented");
				},
				PCA: function PCA(X) {
					var m = X.length;
					var n = X[0].length;
					var i = 0;
					var j, temp1;
					var u = [];
					var D = [];
					var result = [];
					var temp2 = [];
					var Y = [];
					var Bt = [];
					var B = [];
					var C = [];
					var V = [];
					var Vt = [];
					for (i = 0; i < m; i++) u[i] = jStat.sum(X[i]) / n;
					for (i = 0; i < n; i++) {
						B[i] = [];
						for (j = 0; j < m; j++) B[i][j] = X[j][i] - u[j];
					}
					B = jStat.transpose(B);
					for (i = 0; i < m; i++) {
						C[i] = [];
						for (j = 0; j < m; j++) C[i][j] = jStat.dot([B[i]], [B[j]]) / (n - 1);
					}
					result = jStat.jacobi(C);
					V = result[0];
					D = result[1];
					Vt = jStat.transpose(V);
					for (i = 0; i < D.length; i++) for (j = i; j < D.length; j++) if (D[i] < D[j]) {
						temp1 = D[i];
						D[i] = D[j];
						D[j] = temp1;
						temp2 = Vt[i];
						Vt[i] = Vt[j];
						Vt[j] = temp2;
					}
					Bt = jStat.transpose(B);
					for (i = 0; i < m; i++) {
						Y[i] = [];
						for (j = 0; j < Bt.length; j++) Y[i][j] = jStat.dot([Vt[i]], [Bt[j]]);
					}
					return [
						X,
						D,
						Vt,
						Y
					];
				}
			});
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jStat.fn[passfunc] = function(arg, func) {
						var tmpthis = this;
						if (func) {
							setTimeout(function() {
								func.call(tmpthis, jStat.fn[passfunc].call(tmpthis, arg));
							}, 15);
							return this;
						}
						if (typeof jStat[passfunc](this, arg) === "number") return jStat[passfunc](this, arg);
						else return jStat(jStat[passfunc](this, arg));
					};
				})(funcs[i]);
			})("add divide multiply subtract dot pow exp log abs norm angle".split(" "));
		})(jStat, Math);
		(function(jStat, Math) {
			var slice = [].slice;
			var isNumber = jStat.utils.isNumber;
			var isArray = jStat.utils.isArray;
			jStat.extend({
				zscore: function zscore() {
					var args = slice.call(arguments);
					if (isNumber(args[1])) return (args[0] - args[1]) / args[2];
					return (args[0] - jStat.mean(args[1])) / jStat.stdev(args[1], args[2]);
				},
				ztest: function ztest() {
					var args = slice.call(arguments);
					var z;
					if (isArray(args[1])) {
						z = jStat.zscore(args[0], args[1], args[3]);
						return args[2] === 1 ? jStat.normal.cdf(-Math.abs(z), 0, 1) : jStat.normal.cdf(-Math.abs(z), 0, 1) * 2;
					} else if (args.length > 2) {
						z = jStat.zscore(args[0], args[1], args[2]);
						return args[3] === 1 ? jStat.normal.cdf(-Math.abs(z), 0, 1) : jStat.normal.cdf(-Math.abs(z), 0, 1) * 2;
					} else {
						z = args[0];
						return args[1] === 1 ? jStat.normal.cdf(-Math.abs(z), 0, 1) : jStat.normal.cdf(-Math.abs(z), 0, 1) * 2;
					}
				}
			});
			jStat.extend(jStat.fn, {
				zscore: function zscore(value, flag) {
					return (value - this.mean()) / this.stdev(flag);
				},
				ztest: function ztest(value, sides, flag) {
					var zscore = Math.abs(this.zscore(value, flag));
					return sides === 1 ? jStat.normal.cdf(-zscore, 0, 1) : jStat.normal.cdf(-zscore, 0, 1) * 2;
				}
			});
			jStat.extend({
				tscore: function tscore() {
					var args = slice.call(arguments);
					return args.length === 4 ? (args[0] - args[1]) / (args[2] / Math.sqrt(args[3])) : (args[0] - jStat.mean(args[1])) / (jStat.stdev(args[1], true) / Math.sqrt(args[1].length));
				},
				ttest: function ttest() {
					var args = slice.call(arguments);
					var tscore;
					if (args.length === 5) {
						tscore = Math.abs(jStat.tscore(args[0], args[1], args[2], args[3]));
						return args[4] === 1 ? jStat.studentt.cdf(-tscore, args[3] - 1) : jStat.studentt.cdf(-tscore, args[3] - 1) * 2;
					}
					if (isNumber(args[1])) {
						tscore = Math.abs(args[0]);
						return args[2] == 1 ? jStat.studentt.cdf(-tscore, args[1] - 1) : jStat.studentt.cdf(-tscore, args[1] - 1) * 2;
					}
					tscore = Math.abs(jStat.tscore(args[0], args[1]));
					return args[2] == 1 ? jStat.studentt.cdf(-tscore, args[1].length - 1) : jStat.studentt.cdf(-tscore, args[1].length - 1) * 2;
				}
			});
			jStat.extend(jStat.fn, {
				tscore: function tscore(value) {
					return (value - this.mean()) / (this.stdev(true) / Math.sqrt(this.cols()));
				},
				ttest: function ttest(value, sides) {
					return sides === 1 ? 1 - jStat.studentt.cdf(Math.abs(this.tscore(value)), this.cols() - 1) : jStat.studentt.cdf(-Math.abs(this.tscore(value)), this.cols() - 1) * 2;
				}
			});
			jStat.extend({
				anovafscore: function anovafscore() {
					var args = slice.call(arguments), expVar, sample, sampMean, sampSampMean, tmpargs, unexpVar, i, j;
					if (args.length === 1) {
						tmpargs = new Array(args[0].length);
						for (i = 0; i < args[0].length; i++) tmpargs[i] = args[0][i];
						args = tmpargs;
					}
					sample = new Array();
					for (i = 0; i < args.length; i++) sample = sample.concat(args[i]);
					sampMean = jStat.mean(sample);
					expVar = 0;
					for (i = 0; i < args.length; i++) expVar = expVar + args[i].length * Math.pow(jStat.mean(args[i]) - sampMean, 2);
					expVar /= args.length - 1;
					unexpVar = 0;
					for (i = 0; i < args.length; i++) {
						sampSampMean = jStat.mean(args[i]);
						for (j = 0; j < args[i].length; j++) unexpVar += Math.pow(args[i][j] - sampSampMean, 2);
					}
					unexpVar /= sample.length - args.length;
					return expVar / unexpVar;
				},
				anovaftest: function anovaftest() {
					var args = slice.call(arguments), df1, df2, n, i;
					if (isNumber(args[0])) return 1 - jStat.centralF.cdf(args[0], args[1], args[2]);
					var anovafscore = jStat.anovafscore(args);
					df1 = args.length - 1;
					n = 0;
					for (i = 0; i < args.length; i++) n = n + args[i].length;
					df2 = n - df1 - 1;
					return 1 - jStat.centralF.cdf(anovafscore, df1, df2);
				},
				ftest: function ftest(fscore, df1, df2) {
					return 1 - jStat.centralF.cdf(fscore, df1, df2);
				}
			});
			jStat.extend(jStat.fn, {
				anovafscore: function anovafscore() {
					return jStat.anovafscore(this.toArray());
				},
				anovaftes: function anovaftes() {
					var n = 0;
					var i = 0;
					for (; i < this.length; i++) n = n + this[i].length;
					return jStat.ftest(this.anovafscore(), this.length - 1, n - this.length);
				}
			});
			jStat.extend({
				qscore: function qscore() {
					var args = slice.call(arguments);
					var mean1, mean2, n1, n2, sd;
					if (isNumber(args[0])) {
						mean1 = args[0];
						mean2 = args[1];
						n1 = args[2];
						n2 = args[3];
						sd = args[4];
					} else {
						mean1 = jStat.mean(args[0]);
						mean2 = jStat.mean(args[1]);
						n1 = args[0].length;
						n2 = args[1].length;
						sd = args[2];
					}
					return Math.abs(mean1 - mean2) / (sd * Math.sqrt((1 / n1 + 1 / n2) / 2));
				},
				qtest: function qtest() {
					var args = slice.call(arguments);
					var qscore;
					if (args.length === 3) {
						qscore = args[0];
						args = args.slice(1);
					} else if (args.length === 7) {
						qscore = jStat.qscore(args[0], args[1], args[2], args[3], args[4]);
						args = args.slice(5);
					} else {
						qscore = jStat.qscore(args[0], args[1], args[2]);
						args = args.slice(3);
					}
					var n = args[0];
					var k = args[1];
					return 1 - jStat.tukey.cdf(qscore, k, n - k);
				},
				tukeyhsd: function tukeyhsd(arrays) {
					var sd = jStat.pooledstdev(arrays);
					var means = arrays.map(function(arr) {
						return jStat.mean(arr);
					});
					var n = arrays.reduce(function(n, arr) {
						return n + arr.length;
					}, 0);
					var results = [];
					for (var i = 0; i < arrays.length; ++i) for (var j = i + 1; j < arrays.length; ++j) {
						var p = jStat.qtest(means[i], means[j], arrays[i].length, arrays[j].length, sd, n, arrays.length);
						results.push([[i, j], p]);
					}
					return results;
				}
			});
			jStat.extend({
				normalci: function normalci() {
					var args = slice.call(arguments), ans = new Array(2), change;
					if (args.length === 4) change = Math.abs(jStat.normal.inv(args[1] / 2, 0, 1) * args[2] / Math.sqrt(args[3]));
					else change = Math.abs(jStat.normal.inv(args[1] / 2, 0, 1) * jStat.stdev(args[2]) / Math.sqrt(args[2].length));
					ans[0] = args[0] - change;
					ans[1] = args[0] + change;
					return ans;
				},
				tci: function tci() {
					var args = slice.call(arguments), ans = new Array(2), change;
					if (args.length === 4) change = Math.abs(jStat.studentt.inv(args[1] / 2, args[3] - 1) * args[2] / Math.sqrt(args[3]));
					else change = Math.abs(jStat.studentt.inv(args[1] / 2, args[2].length - 1) * jStat.stdev(args[2], true) / Math.sqrt(args[2].length));
					ans[0] = args[0] - change;
					ans[1] = args[0] + change;
					return ans;
				},
				significant: function significant(pvalue, alpha) {
					return pvalue < alpha;
				}
			});
			jStat.extend(jStat.fn, {
				normalci: function normalci(value, alpha) {
					return jStat.normalci(value, alpha, this.toArray());
				},
				tci: function tci(value, alpha) {
					return jStat.tci(value, alpha, this.toArray());
				}
			});
			function differenceOfProportions(p1, n1, p2, n2) {
				if (p1 > 1 || p2 > 1 || p1 <= 0 || p2 <= 0) throw new Error("Proportions should be greater than 0 and less than 1");
				var pooled = (p1 * n1 + p2 * n2) / (n1 + n2);
				var se = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
				return (p1 - p2) / se;
			}
			jStat.extend(jStat.fn, {
				oneSidedDifferenceOfProportions: function oneSidedDifferenceOfProportions(p1, n1, p2, n2) {
					var z = differenceOfProportions(p1, n1, p2, n2);
					return jStat.ztest(z, 1);
				},
				twoSidedDifferenceOfProportions: function twoSidedDifferenceOfProportions(p1, n1, p2, n2) {
					var z = differenceOfProportions(p1, n1, p2, n2);
					return jStat.ztest(z, 2);
				}
			});
		})(jStat, Math);
		jStat.models = (function() {
			function sub_regress(exog) {
				var var_count = exog[0].length;
				return jStat.arange(var_count).map(function(endog_index) {
					var exog_index = jStat.arange(var_count).filter(function(i) {
						return i !== endog_index;
					});
					return ols(jStat.col(exog, endog_index).map(function(x) {
						return x[0];
					}), jStat.col(exog, exog_index));
				});
			}
			function ols(endog, exog) {
				var nobs = endog.length;
				var df_model = exog[0].length - 1;
				var df_resid = nobs - df_model - 1;
				var coef = jStat.lstsq(exog, endog);
				var predict = jStat.multiply(exog, coef.map(function(x) {
					return [x];
				})).map(function(p) {
					return p[0];
				});
				var resid = jStat.subtract(endog, predict);
				var ybar = jStat.mean(endog);
				var SSE = jStat.sum(predict.map(function(f) {
					return Math.pow(f - ybar, 2);
				}));
				var SSR = jStat.sum(endog.map(function(y, i) {
					return Math.pow(y - predict[i], 2);
				}));
				var SST = SSE + SSR;
				return {
					exog,
					endog,
					nobs,
					df_model,
					df_resid,
					coef,
					predict,
					resid,
					ybar,
					SST,
					SSE,
					SSR,
					R2: SSE / SST
				};
			}
			function t_test(model) {
				var subModelList = sub_regress(model.exog);
				var sigmaHat = Math.sqrt(model.SSR / model.df_resid);
				var seBetaHat = subModelList.map(function(mod) {
					var SST = mod.SST;
					var R2 = mod.R2;
					return sigmaHat / Math.sqrt(SST * (1 - R2));
				});
				var tStatistic = model.coef.map(function(coef, i) {
					return (coef - 0) / seBetaHat[i];
				});
				var pValue = tStatistic.map(function(t) {
					var leftppf = jStat.studentt.cdf(t, model.df_resid);
					return (leftppf > .5 ? 1 - leftppf : leftppf) * 2;
				});
				var c = jStat.studentt.inv(.975, model.df_resid);
				return {
					se: seBetaHat,
					t: tStatistic,
					p: pValue,
					sigmaHat,
					interval95: model.coef.map(function(coef, i) {
						var d = c * seBetaHat[i];
						return [coef - d, coef + d];
					})
				};
			}
			function F_test(model) {
				var F_statistic = model.R2 / model.df_model / ((1 - model.R2) / model.df_resid);
				var fcdf = function(x, n1, n2) {
					return jStat.beta.cdf(x / (n2 / n1 + x), n1 / 2, n2 / 2);
				};
				return {
					F_statistic,
					pvalue: 1 - fcdf(F_statistic, model.df_model, model.df_resid)
				};
			}
			function ols_wrap(endog, exog) {
				var model = ols(endog, exog);
				var ttest = t_test(model);
				var ftest = F_test(model);
				var adjust_R2 = 1 - (1 - model.R2) * ((model.nobs - 1) / model.df_resid);
				model.t = ttest;
				model.f = ftest;
				model.adjust_R2 = adjust_R2;
				return model;
			}
			return { ols: ols_wrap };
		})();
		jStat.extend({
			buildxmatrix: function buildxmatrix() {
				var matrixRows = new Array(arguments.length);
				for (var i = 0; i < arguments.length; i++) matrixRows[i] = [1].concat(arguments[i]);
				return jStat(matrixRows);
			},
			builddxmatrix: function builddxmatrix() {
				var matrixRows = new Array(arguments[0].length);
				for (var i = 0; i < arguments[0].length; i++) matrixRows[i] = [1].concat(arguments[0][i]);
				return jStat(matrixRows);
			},
			buildjxmatrix: function buildjxmatrix(jMat) {
				var pass = new Array(jMat.length);
				for (var i = 0; i < jMat.length; i++) pass[i] = jMat[i];
				return jStat.builddxmatrix(pass);
			},
			buildymatrix: function buildymatrix(array) {
				return jStat(array).transpose();
			},
			buildjymatrix: function buildjymatrix(jMat) {
				return jMat.transpose();
			},
			matrixmult: function matrixmult(A, B) {
				var i, j, k, result, sum;
				if (A.cols() == B.rows()) {
					if (B.rows() > 1) {
						result = [];
						for (i = 0; i < A.rows(); i++) {
							result[i] = [];
							for (j = 0; j < B.cols(); j++) {
								sum = 0;
								for (k = 0; k < A.cols(); k++) sum += A.toArray()[i][k] * B.toArray()[k][j];
								result[i][j] = sum;
							}
						}
						return jStat(result);
					}
					result = [];
					for (i = 0; i < A.rows(); i++) {
						result[i] = [];
						for (j = 0; j < B.cols(); j++) {
							sum = 0;
							for (k = 0; k < A.cols(); k++) sum += A.toArray()[i][k] * B.toArray()[j];
							result[i][j] = sum;
						}
					}
					return jStat(result);
				}
			},
			regress: function regress(jMatX, jMatY) {
				var innerinv = jStat.xtranspxinv(jMatX);
				var xtransp = jMatX.transpose();
				var next = jStat.matrixmult(jStat(innerinv), xtransp);
				return jStat.matrixmult(next, jMatY);
			},
			regresst: function regresst(jMatX, jMatY, sides) {
				var beta = jStat.regress(jMatX, jMatY);
				var compile = {};
				compile.anova = {};
				var jMatYBar = jStat.jMatYBar(jMatX, beta);
				compile.yBar = jMatYBar;
				var yAverage = jMatY.mean();
				compile.anova.residuals = jStat.residuals(jMatY, jMatYBar);
				compile.anova.ssr = jStat.ssr(jMatYBar, yAverage);
				compile.anova.msr = compile.anova.ssr / (jMatX[0].length - 1);
				compile.anova.sse = jStat.sse(jMatY, jMatYBar);
				compile.anova.mse = compile.anova.sse / (jMatY.length - (jMatX[0].length - 1) - 1);
				compile.anova.sst = jStat.sst(jMatY, yAverage);
				compile.anova.mst = compile.anova.sst / (jMatY.length - 1);
				compile.anova.r2 = 1 - compile.anova.sse / compile.anova.sst;
				if (compile.anova.r2 < 0) compile.anova.r2 = 0;
				compile.anova.fratio = compile.anova.msr / compile.anova.mse;
				compile.anova.pvalue = jStat.anovaftest(compile.anova.fratio, jMatX[0].length - 1, jMatY.length - (jMatX[0].length - 1) - 1);
				compile.anova.rmse = Math.sqrt(compile.anova.mse);
				compile.anova.r2adj = 1 - compile.anova.mse / compile.anova.mst;
				if (compile.anova.r2adj < 0) compile.anova.r2adj = 0;
				compile.stats = new Array(jMatX[0].length);
				var covar = jStat.xtranspxinv(jMatX);
				var sds, ts, ps;
				for (var i = 0; i < beta.length; i++) {
					sds = Math.sqrt(compile.anova.mse * Math.abs(covar[i][i]));
					ts = Math.abs(beta[i] / sds);
					ps = jStat.ttest(ts, jMatY.length - jMatX[0].length - 1, sides);
					compile.stats[i] = [
						beta[i],
						sds,
						ts,
						ps
					];
				}
				compile.regress = beta;
				return compile;
			},
			xtranspx: function xtranspx(jMatX) {
				return jStat.matrixmult(jMatX.transpose(), jMatX);
			},
			xtranspxinv: function xtranspxinv(jMatX) {
				var inner = jStat.matrixmult(jMatX.transpose(), jMatX);
				return jStat.inv(inner);
			},
			jMatYBar: function jMatYBar(jMatX, beta) {
				return new jStat(jStat.matrixmult(jMatX, beta));
			},
			residuals: function residuals(jMatY, jMatYBar) {
				return jStat.matrixsubtract(jMatY, jMatYBar);
			},
			ssr: function ssr(jMatYBar, yAverage) {
				var ssr = 0;
				for (var i = 0; i < jMatYBar.length; i++) ssr += Math.pow(jMatYBar[i] - yAverage, 2);
				return ssr;
			},
			sse: function sse(jMatY, jMatYBar) {
				var sse = 0;
				for (var i = 0; i < jMatY.length; i++) sse += Math.pow(jMatY[i] - jMatYBar[i], 2);
				return sse;
			},
			sst: function sst(jMatY, yAverage) {
				var sst = 0;
				for (var i = 0; i < jMatY.length; i++) sst += Math.pow(jMatY[i] - yAverage, 2);
				return sst;
			},
			matrixsubtract: function matrixsubtract(A, B) {
				var ans = new Array(A.length);
				for (var i = 0; i < A.length; i++) {
					ans[i] = new Array(A[i].length);
					for (var j = 0; j < A[i].length; j++) ans[i][j] = A[i][j] - B[i][j];
				}
				return jStat(ans);
			}
		});
		jStat.jStat = jStat;
		return jStat;
	});
})))(), 1);
/**
* The value that Student's t with `degrees` degrees of freedom stays below with `probability`.
* @throws RangeError unless 0 < probability < 1 and degrees > 0
*/
function tQuantile(probability, degrees) {
	const key = `${probability} ${degrees}`;
	const known = tQuantiles.get(key);
	if (known !== void 0) return known;
	refuseOutside(probability);
	refuseDegrees(degrees);
	const quantile = import_jstat.default.studentt.inv(probability, degrees);
	if (tQuantiles.size < KNOWN_MAX) tQuantiles.set(key, quantile);
	return quantile;
}
/** The same few are asked for again and again, and each is an iteration: without them the search for a sufficient budget takes most of the time of judging. */
const tQuantiles = /* @__PURE__ */ new Map();
const KNOWN_MAX = 1e4;
/**
* The probability that Student's t with `degrees` degrees of freedom lies below a value.
* @throws RangeError unless degrees > 0
*/
function tProbability(value, degrees) {
	refuseDegrees(degrees);
	return import_jstat.default.studentt.cdf(value, degrees);
}
/**
* The value that the standard normal stays below with `probability`.
* @throws RangeError unless 0 < probability < 1
*/
function normalQuantile(probability) {
	refuseOutside(probability);
	return import_jstat.default.normal.inv(probability, 0, 1);
}
/**
* The value that chi-square with `degrees` degrees of freedom stays below with `probability`.
* @throws RangeError unless 0 < probability < 1 and degrees > 0
*/
function chiSquareQuantile(probability, degrees) {
	refuseOutside(probability);
	refuseDegrees(degrees);
	return import_jstat.default.chisquare.inv(probability, degrees);
}
function refuseDegrees(degrees) {
	if (degrees > 0 && Number.isFinite(degrees)) return;
	throw new RangeError(`degrees of freedom must be positive, got ${degrees}`);
}
function refuseOutside(probability) {
	if (probability > 0 && probability < 1) return;
	throw new RangeError(`a probability must lie between 0 and 1, got ${probability}`);
}
const TRIM = .2;
/**
* The mean with its standard error; from fourteen values on the 20 % trimmed mean with the winsorised one (Yuen 1974; Wilcox, Introduction to Robust Estimation, 4th ed.,
* §4.3): SE = s_w / ((1 − 2γ)·√n), df = h − 1, with h values left, so that a disturbed block or two neither move the centre nor widen the interval.
* @throws RangeError without values, or with one that is not finite
*/
function estimateOf(values) {
	const count = values.length;
	if (count === 0) throw new RangeError("there is nothing to estimate from");
	const odd = values.find((value) => !Number.isFinite(value));
	if (odd !== void 0) throw new RangeError(`an estimate needs finite values, got ${odd}`);
	const cut = count < 14 ? 0 : Math.floor(TRIM * count);
	const sorted = values.toSorted((left, right) => left - right);
	const kept = sorted.slice(cut, count - cut);
	const low = kept[0] ?? 0;
	const high = kept.at(-1) ?? 0;
	const winsorised = sorted.map((value) => Math.min(Math.max(value, low), high));
	const share = kept.length / count;
	return {
		count,
		centre: meanOf(kept),
		standardError: count === 1 ? Infinity : deviationOf(winsorised) / (share * Math.sqrt(count)),
		degrees: Math.max(1, kept.length - 1)
	};
}
/** The value below which the truth lies with this probability (one side); infinite when the noise is unknown. */
function upperBound({ centre, standardError, degrees }, confidence) {
	return standardError === Infinity ? Infinity : centre + tQuantile(confidence, degrees) * standardError;
}
/** The value above which the truth lies with this probability (one side). */
function lowerBound(estimate, confidence) {
	return -upperBound({
		...estimate,
		centre: -estimate.centre
	}, confidence);
}
/** How probable a centre at least this high would be if the truth were `truth` (one side); 1 when the noise is unknown. */
function probabilityAbove({ centre, standardError, degrees }, truth) {
	if (standardError === Infinity) return 1;
	if (standardError === 0) return centre > truth ? 0 : 1;
	return tProbability((truth - centre) / standardError, degrees);
}
/** Arithmetic mean. */
const meanOf = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
/** Standard deviation of a sample (n − 1); 0 for a single value. */
function deviationOf(values) {
	if (values.length < 2) return 0;
	const mean = meanOf(values);
	return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
/**
* The standard deviation with its interval, if the values are normally distributed: s·√((n − 1) / χ²). `confidence`
* is that of one side, so that both together hold `2·confidence − 1`.
* @throws RangeError with fewer than two values, or unless 0 < confidence < 1
*/
function spreadOf(values, confidence) {
	const degrees = values.length - 1;
	if (degrees < 1) throw new RangeError("a spread needs two values");
	const deviation = deviationOf(values);
	const end = (probability) => deviation * Math.sqrt(degrees / chiSquareQuantile(probability, degrees));
	return {
		deviation,
		interval: [end(confidence), end(1 - confidence)]
	};
}
// src/stats/quiet.ts
/** What a build does when nobody disturbs it: disturbances only ever make a turn slower, so the best of many short turns are the undisturbed ones. */
/** The best quarter (docs/evidence.md compares other shares). */
const QUIET_SHARE = .25;
/**
* Mean of the lowest quarter of values of which lower is better; null without values. Neighbours on a shared machine take caches and half a core for some tenths of a second, in
* up to half of all turns: no middle of the turns is safe from that, their best end is. Each build has its own best turns: choosing pairs of which both members are good
* would choose lucky turns of the slower build and any of the faster one, and tell changes too small by a third.
*/
function quietMean(values) {
	if (values.length === 0) return null;
	const sorted = values.toSorted((left, right) => left - right);
	return meanOf(sorted.slice(0, Math.max(1, Math.round(QUIET_SHARE * sorted.length))));
}
// src/judge/honesty.ts
/** A turn in which others used this much of a core or more was disturbed. */
const OUTSIDE_CORES = .35;
/** Logarithms, higher for the worse. */
const READERS = {
	p95: ({ p95 }) => log(p95),
	throughput: ({ ok, elapsed }) => log(elapsed / ok),
	"cpu-per-request": ({ cpu, ok }) => cpu === null ? null : log(cpu / ok),
	p50: ({ p50 }) => log(p50)
};
/** Metrics that a single turn knows. */
const TURN_METRICS = METRIC_NAMES.filter((metric) => READERS[metric] !== void 0);
/** How to read the logarithm of a metric off a turn, turned so that more is worse; null for what a turn does not know. */
const worseInATurn = (metric) => READERS[metric] ?? null;
/** A build's value in its quiet turns; null without turns, or when one has no value. */
function quietOf(turns, read) {
	const values = turns.map((turn) => read(turn)).filter((value) => value !== null);
	return values.length < turns.length ? null : quietMean(values);
}
/** Looks at the turns of one scenario in one block. */
function honestyOf$1(base, head) {
	const outside = [...base, ...head].flatMap((turn) => turn.outside ?? []);
	const disturbed = outside.filter((cores) => cores >= OUTSIDE_CORES);
	return {
		halves: byMetric((read) => mean([base, head].flatMap((turns) => halves(turns, read) ?? []))),
		order: byMetric((read) => laterAgainstEarlier(base, head, read)),
		disturbed: {
			share: outside.length === 0 ? 0 : disturbed.length / outside.length,
			cores: disturbed.length === 0 ? 0 : median(disturbed)
		}
	};
}
function byMetric(measure) {
	const rows = TURN_METRICS.flatMap((metric) => {
		const read = READERS[metric];
		const value = read === void 0 ? null : measure(read);
		return value === null ? [] : [[metric, value]];
	});
	return Object.fromEntries(rows);
}
/** Of four turns, the first and the last against the two between, so that a drift is on both sides. */
function halves(turns, read) {
	const outer = turns.filter((_, index) => index % 4 === 0 || index % 4 === 3);
	const inner = turns.filter((_, index) => index % 4 === 1 || index % 4 === 2);
	return difference(quietOf(inner, read), quietOf(outer, read));
}
/** Turns in the second place of their pair against those in the first, build by build. */
function laterAgainstEarlier(base, head, read) {
	const steps = [base, head].flatMap((turns) => {
		const first = turns.filter(({ place }) => place % 2 === 0);
		const second = turns.filter(({ place }) => place % 2 === 1);
		return difference(quietOf(first, read), quietOf(second, read)) ?? [];
	});
	return steps.length < 2 ? null : mean(steps);
}
const log = (value) => value !== null && value > 0 && Number.isFinite(value) ? Math.log(value) : null;
const difference = (before, now) => before === null || now === null ? null : now - before;
const mean = (values) => values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
/** A block is noisy when others disturbed more than this share of its turns… */
const DISTURBED_TURNS = .25;
/** From so many blocks on there is a null comparison. */
const BLOCKS_MIN = 4;
/** All such reasons for the blocks of one scenario. */
function besideVoids(effects, { limits }) {
	return [...outsideNoise(effects), ...TURN_METRICS.flatMap((metric) => {
		const halves = effects.flatMap(({ honesty }) => honesty.halves[metric] ?? []);
		const order = effects.flatMap(({ honesty }) => honesty.order[metric] ?? []);
		return [...found("null-comparison", metric, halves, limits[metric]), ...found("order-effect", metric, order, limits[metric])];
	})];
}
function outsideNoise(effects) {
	const noisy = effects.filter(({ honesty }) => honesty.disturbed.share > DISTURBED_TURNS);
	if (noisy.length <= .3 * effects.length) return [];
	const cores = median(noisy.map(({ honesty }) => honesty.disturbed.cores));
	return [{
		kind: "outside-noise",
		blocks: noisy.length,
		of: effects.length,
		cores
	}];
}
/** A difference that is both significant, on either side, and as large as the limit. */
function found(kind, metric, differences, limit) {
	if (limit === void 0 || differences.length < BLOCKS_MIN) return [];
	const estimate = estimateOf(differences);
	const away = {
		...estimate,
		centre: Math.abs(estimate.centre)
	};
	if (away.centre < limit || probabilityAbove(away, 0) > .001 / 2) return [];
	return [{
		kind,
		metric,
		change: Math.expm1(estimate.centre)
	}];
}
// src/stats/holm.ts
/** Several questions that share one error budget. */
/**
* Which of several hypotheses are rejected when all of them together may be wrong with probability `alpha` (Holm 1979): the smallest p-value is held to alpha / m,
* the next to alpha / (m − 1), and so on until one stays.
*/
function holm(probabilities, alpha) {
	const order = probabilities.map((_, index) => index).sort((a, b) => (probabilities[a] ?? 1) - (probabilities[b] ?? 1));
	const rejected = probabilities.map(() => false);
	for (const [step, index] of order.entries()) {
		if (!((probabilities[index] ?? 1) <= alpha / (probabilities.length - step))) break;
		rejected[index] = true;
	}
	return rejected;
}
// src/judge/scale.ts
/** A change for the worse as a log ratio: +10 % latency is ln 1.1, −10 % throughput is −ln 0.9; losing everything is infinite. */
function asLog(metric, change) {
	return metric.better === "lower" ? Math.log1p(change) : -Math.log1p(-Math.min(change, 1));
}
/** The way back from {@link asLog}; always finite for throughput, where no loss exceeds 100 %. */
function asChange(metric, log) {
	return metric.better === "lower" ? Math.expm1(log) : -Math.expm1(-log);
}
/** The ratio behind a log ratio that is positive for the worse, as a change of the value itself. */
const asValueChange = (metric, worse) => Math.expm1(metric.better === "lower" ? worse : -worse);
/** The absolute floor as log ratios from this reference, for the worse and for the better; where it reaches zero, no change is large enough. */
function absoluteFloors(metric, reference) {
	const up = Math.log1p(metric.absoluteFloor / reference);
	const down = metric.absoluteFloor < reference ? -Math.log1p(-metric.absoluteFloor / reference) : Infinity;
	return metric.better === "lower" ? {
		worse: up,
		better: down
	} : {
		worse: down,
		better: up
	};
}
/** More than e^5 times is as good as infinite, and can be written down. */
const LOG_MAX = 5;
/** A log ratio that can be written down, however little was known. */
const bounded = (log) => Math.min(Math.max(log, -5), LOG_MAX);
// src/stats/prediction.ts
/**
* How far the next run of unchanged code may lie from a history of runs: the noise between runs, on the log scale.
*
* Runs are taken as log-normal around their median m. The spread of k runs is s_k = max(1.4826 · MAD, 0.02). Because k may be as small as 1, it is
* blended with what is known before any run, a spread of σ0 = 5 % that weighs as much as ν0 = 4 degrees of freedom:
*
*     s² = (ν0·σ0² + (k−1)·s_k²) / (ν0 + k − 1),   df = ν0 + k − 1
*
* which is the posterior scale of the normal model with a scaled-inverse-chi-square prior (Gelman et al., Bayesian Data Analysis, 3rd ed., §3.3). The next
* run is then Student's t around m with df degrees of freedom and scale s·sqrt(1 + 1/k): its own noise, and that of m. The mean's factor 1/k is kept for the
* median, which is a little optimistic for large k and matters least there.
*
* Why 5 %: published spreads of identical code on hosted runners of one kind are 2.7 % (CodSpeed 2025) and 7 % (Quansight 2021), and this lies between. A
* single run says nothing about its own spread; without the prior the first comparison would have to be refused or believed blindly.
*/
/** Spread of runs assumed before any history, as a log ratio. */
const PRIOR_SIGMA = .05;
/** A history never claims less noise than this, as a log ratio: a few equal runs are luck, not silence. */
const SIGMA_FLOOR = .02;
/**
* The noise that a history of positive values shows.
* @throws RangeError without values, or with one that is not a positive finite number
*/
function noiseBetweenRuns(values) {
	const odd = values.find((value) => !(value > 0) || !Number.isFinite(value));
	if (odd !== void 0) throw new RangeError(`a history needs positive finite values, got ${odd}`);
	const logs = values.map((value) => Math.log(value));
	const runs = logs.length;
	const seen = Math.max(robustSigma(logs), SIGMA_FLOOR);
	const degrees = 4 + runs - 1;
	const sigma = Math.sqrt((4 * PRIOR_SIGMA ** 2 + (runs - 1) * seen ** 2) / degrees);
	return {
		runs,
		centre: centreOf(values, logs),
		sigma,
		spread: sigma * Math.sqrt(1 + 1 / runs),
		degrees
	};
}
/** An odd number of runs has a middle one: taken as it is, so that no digit changes on the way through the logarithm. */
function centreOf(values, logs) {
	return values.length % 2 === 1 ? median(values) : Math.exp(median(logs));
}
/** The log ratio that the next run of unchanged code stays below with probability `confidence` (one side). */
function predictionHalfWidth(noise, confidence) {
	return tQuantile(confidence, noise.degrees) * noise.spread;
}
// src/judge/comparison.ts
/** A latency or the throughput against its history: changes as log ratios, judged by the noise between runs. */
/** A run of unchanged code is called a regression once in a thousand times, metric by metric. */
const ALARM_CONFIDENCE = .999;
/** One side of the interval that is shown, and of "no change": both sides together hold 90 %. */
const INTERVAL_CONFIDENCE = .95;
/** Power of the smallest detectable change: caught nine times of ten. */
const POWER = .9;
/** What only a comparison with the base commit knows. */
const OF_A_BASELINE = {
	sufficient: null,
	confirmation: null
};
/**
* One run's value against accepted runs; null when either has nothing to compare: no value, or none above zero, where ratios have no meaning.
* `limit` is the user's largest change for the worse as a share (0.1: 10 %), or null.
*/
function compareWithHistory(name, value, runs, limit) {
	const history = runs.map((run) => run.metrics[name]).filter((known) => known !== null && known > 0);
	if (value === null || !(value > 0) || history.length === 0) return null;
	const metric = METRICS[name];
	const noise = noiseBetweenRuns(history);
	const scale = scaleOf(metric, value, noise, limit);
	const ratio = Math.log(value / noise.centre);
	const reach = predictionHalfWidth(noise, POWER);
	return {
		against: "baseline",
		reference: noise.centre,
		replicates: noise.runs,
		change: value / noise.centre - 1,
		interval: [Math.expm1(ratio - scale.half), Math.expm1(ratio + scale.half)],
		limit,
		tolerance: asChange(metric, scale.tolerance),
		widened: limit !== null && scale.tolerance > asLog(metric, limit),
		detectable: asChange(metric, scale.tolerance + reach),
		outcome: outcomeOf$2(scale),
		...OF_A_BASELINE
	};
}
function scaleOf(metric, value, noise, limit) {
	const reference = noise.centre;
	const alarm = Math.max(predictionHalfWidth(noise, ALARM_CONFIDENCE), Math.log1p(metric.noiseFloor));
	const floors = absoluteFloors(metric, reference);
	return {
		worse: (metric.better === "lower" ? 1 : -1) * Math.log(value / reference),
		half: predictionHalfWidth(noise, INTERVAL_CONFIDENCE),
		tolerance: Math.max(limit === null ? 0 : asLog(metric, limit), alarm, floors.worse),
		better: Math.max(alarm, floors.better),
		relevant: Math.max(asLog(metric, limit ?? .1), floors.worse)
	};
}
function outcomeOf$2(scale) {
	if (scale.worse > scale.tolerance) return "regression";
	if (scale.worse < -scale.better) return "improvement";
	return scale.worse + scale.half < scale.relevant ? "no-change" : "inconclusive";
}
// src/judge/looks.ts
/** The looks of a run, in their order. The first clears most unchanged services, and sees nothing but large changes: with four blocks Student's t asks for 20 standard errors. */
const LOOKS = [
	{
		blocks: 4,
		alpha: 5e-4
	},
	{
		blocks: 6,
		alpha: 5e-4
	},
	{
		blocks: 9,
		alpha: .001
	},
	{
		blocks: 14,
		alpha: .001
	},
	{
		blocks: 22,
		alpha: .001
	},
	{
		blocks: 34,
		alpha: .001
	}
];
/** Fresh blocks after which an alarm is confirmed or goes on waiting; after the last number it is refuted. */
const CONFIRM_LOOKS = [
	4,
	8,
	16
];
/** With fewer fresh blocks it stays unconfirmed. */
const CONFIRM_BLOCKS_MIN = Math.min(...CONFIRM_LOOKS);
/** More are not measured. */
const CONFIRM_BLOCKS = Math.max(...CONFIRM_LOOKS);
/** The look that so many blocks are judged by: the next one, of which they take the place when the budget ends before it. */
function lookAt$2(blocks) {
	return LOOKS.find((look) => blocks <= look.blocks) ?? LAST;
}
/** The last look: nothing is measured beyond it. */
const LAST = LOOKS.at(-1) ?? {
	blocks: 0,
	alpha: 0
};
/** True when a look is due. */
const isLook = (blocks) => LOOKS.some((look) => look.blocks === blocks);
// src/judge/beside.ts
/**
* Two builds measured beside each other, judged from the effects of their blocks.
*
* The unit of replication is the block: fresh boots of both builds. A metric alarms when, at the error rate that the look may spend (Holm over all limited metrics of all
* scenarios), its effect exceeds the smallest effect worth speaking of, and its centre reaches the limit. An alarm is a regression only when fresh blocks
* confirm it. Sources: group-sequential spending by Bonferroni as in Jennison & Turnbull, Group Sequential Methods (2000), §7; the rest in docs/decisions.
*/
/** The smallest effect worth speaking of, by sensitivity: what is below may be the luck of memory layout, which no number of boots averages out. */
const MINIMUM_EFFECT = {
	standard: .01,
	strict: .005
};
/** A metric without a limit of its own is judged by this one, and decides nothing. */
const RELEVANT_BESIDE = .03;
/**
* Compares every metric of every scenario at once, since they share the error budget. In the order given; each has at least one block of the main phase.
*
* The quiet turns decide. What they cannot see, since it happens in some turns only, is looked for in all turns together: half of the error budget is spent on that, and
* an alarm there counts as one.
*/
function compareBeside(all, terms) {
	const { alpha } = lookAt$2(terms.blocks);
	const family = Math.max(1, all.filter(({ limit }) => limit !== null).length);
	const [quiet, overall] = ["quiet", "overall"].map((view) => {
		return crossings(all.map((effects) => openCase(effects, view, terms.sensitivity)), alpha / 2);
	});
	return all.flatMap((_, index) => {
		const usual = quiet?.[index];
		const whole = overall?.[index];
		if (usual === void 0 || whole === void 0) return [];
		const seen = whole.alarmed && !usual.alarmed ? whole : usual;
		return [comparisonOf(seen.of, seen, {
			...terms,
			family
		})];
	});
}
function openCase(effects, view, sensitivity) {
	const row = METRICS[effects.metric];
	const given = effects.limit ?? .03;
	const floors = absoluteFloors(row, effects.values.base);
	const valuesOf = (phase) => effects.blocks.filter((block) => block.phase === phase).map((block) => block[view]);
	const confirm = valuesOf("confirm");
	return {
		effects,
		row,
		main: estimateOf(valuesOf("main")),
		confirm: confirm.length === 0 ? null : estimateOf(confirm),
		all: estimateOf([...valuesOf("main"), ...confirm]),
		minimum: minimumEffect(row, given, sensitivity),
		limit: Math.max(asLog(row, given), floors.worse),
		gain: Math.max(asLog(row, given), floors.better)
	};
}
/** The smallest effect worth speaking of for a metric with this limit, as a log ratio. */
function minimumEffect(row, limit, sensitivity) {
	return asLog(row, Math.min(MINIMUM_EFFECT[sensitivity], limit / 2));
}
function crossings(cases, alpha) {
	const alarms = rejected(cases, alpha, (each) => probabilityAbove(each.main, each.minimum));
	const gains = rejected(cases, alpha, (each) => probabilityAbove(mirrored(each.main), each.minimum));
	return cases.map((each, index) => ({
		of: each,
		alarmed: alarms[index] === true && each.main.centre >= each.limit,
		gained: gains[index] === true && each.all.centre <= -each.gain
	}));
}
const mirrored = (estimate) => ({
	...estimate,
	centre: -estimate.centre
});
/** Limited metrics share the budget; one without a limit decides nothing and is held to all of it. */
function rejected(cases, alpha, probability) {
	const limited = cases.filter(({ effects }) => effects.limit !== null);
	const shared = holm(limited.map(probability), alpha);
	return cases.map((each) => {
		const at = limited.indexOf(each);
		return at >= 0 ? shared[at] === true : probability(each) <= alpha;
	});
}
function comparisonOf(each, crossing, terms) {
	const { effects, row, all, limit } = each;
	const ends = [asValueChange(row, bounded(lowerBound(all, INTERVAL_CONFIDENCE))), asValueChange(row, bounded(upperBound(all, INTERVAL_CONFIDENCE)))].toSorted((left, right) => left - right);
	const confirmation = crossing.alarmed ? confirmationOf(each) : null;
	return {
		against: "base",
		reference: effects.values.base,
		replicates: all.count,
		change: asValueChange(row, all.centre),
		interval: [ends[0] ?? 0, ends[1] ?? 0],
		limit: effects.limit,
		tolerance: asChange(row, limit),
		widened: effects.limit !== null && limit > asLog(row, effects.limit),
		detectable: asChange(row, bounded(caughtBeside(each.main, each, reachOf(each, terms)))),
		outcome: outcomeOf$1(each, crossing, confirmation),
		sufficient: sufficientLoad(each, terms),
		confirmation
	};
}
function confirmationOf({ confirm, all, minimum, limit }) {
	if (confirm === null || confirm.count < CONFIRM_BLOCKS_MIN) return "missing";
	return lowerBound(confirm, .975) > minimum && all.centre >= limit ? "confirmed" : "refuted";
}
function outcomeOf$1({ all, limit }, { alarmed, gained }, confirmation) {
	if (alarmed) return confirmation === "confirmed" ? "regression" : "inconclusive";
	if (gained) return "improvement";
	return upperBound(all, .95) < limit ? "no-change" : "inconclusive";
}
/**
* The smallest effect that stands clear of the smallest one worth speaking of nine times of ten, after so many
* blocks with the noise of these: log ratios.
*/
function detectableBeside(main, minimum, reach) {
	const { blocks } = reach;
	return minimum + criticalValue(reach) * errorAfter(main, blocks) + chanceAfter(main, blocks);
}
/**
* The smallest effect that is caught nine times of ten, after so many blocks with the noise of these: it must
* reach the limit as well. Log ratios.
*/
function caughtBeside(main, { minimum, limit }, reach) {
	return Math.max(limit + chanceAfter(main, reach.blocks), detectableBeside(main, minimum, reach));
}
/** Standard error of the centre of so many blocks that are as noisy as these. */
const errorAfter = (main, blocks) => main.standardError * Math.sqrt(main.count / blocks);
/** By so much the centre falls short of the truth at most, nine times of ten. */
const chanceAfter = (main, blocks) => tQuantile(POWER, Math.max(1, blocks - 1)) * errorAfter(main, blocks);
const criticalValue = ({ blocks, family }) => tQuantile(1 - lookAt$2(blocks).alpha / 2 / family, Math.max(1, blocks - 1));
/** A measurement goes on while it is undecided, so that what it can catch is what all blocks that it may take can. */
const reachOf = ({ main }, { blocksMax, family }) => ({
	blocks: Math.max(blocksMax, main.count),
	family
});
/** No budget of anybody's pays for more blocks. */
const SUFFICIENT_BLOCKS_MAX = 1e3;
/**
* Time under load until an effect as large as the limit stands clear nine times of ten, if the blocks stay as noisy as they were; null when the blocks that may be taken
* are enough, or no number of them is.
*/
function sufficientLoad({ main, minimum, limit }, terms) {
	const { family, blocksMax, blockLoad } = terms;
	const clear = (blocks) => detectableBeside(main, minimum, {
		blocks,
		family
	}) <= limit;
	if (main.standardError === Infinity || clear(Math.max(blocksMax, main.count, 2))) return null;
	for (let blocks = blocksMax + 1; blocks <= SUFFICIENT_BLOCKS_MAX; blocks += 1) if (clear(Math.max(blocks, 2))) return millis(blocks * blockLoad);
	return null;
}
// src/judge/effects.ts
/** With fewer turns a build has no quarter to speak of. */
const TURNS_MIN$1 = 8;
/** The effects of every block of both builds, in their order. */
function effectsOf(run, scenario) {
	return run.blocks.flatMap((block) => {
		const head = sliceOf$1(block, scenario, "head");
		const base = sliceOf$1(block, scenario, "base");
		if (!isComparing(block) || head === null || base === null) return [];
		return [{
			phase: block.phase,
			...effectBetween(base, head)
		}];
	});
}
const sliceOf$1 = ({ slices }, scenario, side) => slices.find((each) => each.scenario === scenario && each.side === side) ?? null;
function effectBetween(base, head) {
	const before = readSlice(base);
	const now = readSlice(head);
	const overall = forEveryMetric((metric) => worseBy(metric, before.metrics[metric], now.metrics[metric]));
	const turns = turnEffects(base.turns, head.turns);
	return {
		overall,
		quiet: forEveryMetric((metric) => turns.quiet[metric] ?? overall[metric]),
		shift: turns.shift ?? differenceOf$1(before.level, now.level),
		honesty: turns.honesty
	};
}
/** The effects that can be read off turns alone. */
function turnEffects(base, head) {
	return {
		quiet: forEveryMetric((metric) => {
			const read = worseInATurn(metric);
			return read === null ? null : quietEffect(base, head, read);
		}),
		shift: quietEffect(base, head, ({ level }) => level),
		honesty: honestyOf$1(base, head)
	};
}
/** Null unless both builds took enough turns, and all of them have a value. */
function quietEffect(base, head, read) {
	if (Math.min(base.length, head.length) < TURNS_MIN$1) return null;
	return differenceOf$1(quietOf(base, read), quietOf(head, read));
}
function worseBy(metric, before, now) {
	if (before === null || now === null || !(now > 0) || !(before > 0)) return null;
	const ratio = Math.log(now / before);
	if (!Number.isFinite(ratio)) return null;
	return METRICS[metric].better === "lower" ? ratio : -ratio;
}
const differenceOf$1 = (before, now) => before === null || now === null ? null : now - before;
/** A slice never changes, and is asked again after every block. */
const read = /* @__PURE__ */ new WeakMap();
function readSlice(slice) {
	const known = read.get(slice);
	if (known !== void 0) return known;
	const latency = fromRecord(slice.latency);
	const reading = {
		metrics: metricsOf$2(slice, latency),
		level: levelOf(latency)
	};
	read.set(slice, reading);
	return reading;
}
// src/stats/newcombe.ts
/** Intervals for shares of counted things: Wilson's for one share, Newcombe's for the difference of two. */
/**
* Wilson's score interval (Wilson 1927): both ends hold with probability `confidence` each.
* @throws RangeError unless 0 <= hits <= total and total > 0
*/
function wilsonInterval(share, confidence) {
	const { hits, total } = share;
	if (!(total > 0) || !(hits >= 0) || !(hits <= total)) throw new RangeError(`${hits} of ${total} is not a share`);
	const z = normalQuantile(confidence);
	const rate = hits / total;
	const centre = rate + z ** 2 / (2 * total);
	const half = z * Math.sqrt(rate * (1 - rate) / total + z ** 2 / (4 * total ** 2));
	const scale = 1 + z ** 2 / total;
	return [hits === 0 ? 0 : Math.max(0, (centre - half) / scale), hits === total ? 1 : Math.min(1, (centre + half) / scale)];
}
/**
* The difference `now` − `before` of two shares, by Newcombe's hybrid score method (Newcombe 1998, method 10); both ends hold with probability
* `confidence` each.
* @throws RangeError as {@link wilsonInterval}
*/
function newcombeInterval(before, now, confidence) {
	const [lowBefore, highBefore] = wilsonInterval(before, confidence);
	const [lowNow, highNow] = wilsonInterval(now, confidence);
	const rateBefore = before.hits / before.total;
	const rateNow = now.hits / now.total;
	const difference = rateNow - rateBefore;
	return [difference - Math.hypot(rateNow - lowNow, highBefore - rateBefore), difference + Math.hypot(highNow - rateNow, rateBefore - lowBefore)];
}
/** Many shares of the same thing as one. */
function pooled(shares) {
	return {
		hits: shares.reduce((sum, share) => sum + share.hits, 0),
		total: shares.reduce((sum, share) => sum + share.total, 0)
	};
}
/**
* How many times more the shares vary than counting alone explains (Pearson's chi-square over its degrees of freedom), at least 1: errors come in bursts,
* and dividing a total by this gives the number of independent observations it is worth.
*/
function overdispersion(shares) {
	const all = pooled(shares);
	const rate = all.hits / all.total;
	if (shares.length < 2 || !(rate > 0) || !(rate < 1)) return 1;
	const chiSquare = shares.filter((share) => share.total > 0).reduce((sum, { hits, total }) => sum + (hits - total * rate) ** 2 / (total * rate * (1 - rate)), 0);
	return Math.max(1, chiSquare / (shares.length - 1));
}
/**
* One run's error rate against the pooled accepted runs, or the head's against the blocks of the base; null when either has no attempts. `limit` is the user's largest rise in points (0.01: one
* point), or null.
*
* Errors that come in bursts count for less: both totals are divided by the overdispersion of the history. And the history counts for no more attempts than
* the run: Newcombe's interval keeps its promise of 1 false alarm in 1000 for groups of one size, but with a history a hundred times the run and rare errors
* it alarms up to 13 times in 1000 (enumerated over both binomial distributions).
*/
function compareErrorRate(counts, runs, limit, against = "baseline") {
	const history = runs.map((run) => failuresOf(run.counts)).filter((share) => share.total > 0);
	const now = failuresOf(counts);
	if (now.total <= 0 || history.length === 0) return null;
	const bursts = overdispersion(history);
	const all = pooled(history);
	const before = scaled(all, Math.min(1, now.total / all.total) / bursts);
	const worth = scaled(now, 1 / bursts);
	const difference = differenceOf(before, worth);
	const floor = Math.max(METRICS["error-rate"].noiseFloor, METRICS["error-rate"].absoluteFloor);
	const tolerance = Math.max(limit ?? 0, floor, difference.below);
	return {
		against,
		reference: all.hits / all.total,
		replicates: history.length,
		change: difference.points,
		interval: difference.interval,
		limit,
		tolerance,
		widened: limit !== null && tolerance > limit,
		detectable: tolerance + reachBeyond(before, worth, tolerance),
		outcome: outcomeOf(difference, {
			tolerance,
			floor,
			relevant: Math.max(limit ?? .01, floor)
		}),
		...OF_A_BASELINE
	};
}
const scaled = ({ hits, total }, factor) => ({
	hits: hits * factor,
	total: Math.max(total * factor, hits * factor)
});
function differenceOf(before, now) {
	const points = now.hits / now.total - before.hits / before.total;
	const [low, high] = newcombeInterval(before, now, ALARM_CONFIDENCE);
	return {
		points,
		interval: newcombeInterval(before, now, INTERVAL_CONFIDENCE),
		below: points - low,
		above: high - points
	};
}
/** What must be added to the tolerance so that a rise by both is caught with the power promised. */
function reachBeyond(before, now, tolerance) {
	const rate = Math.min(1, before.hits / before.total + tolerance);
	const [low] = newcombeInterval(before, {
		hits: rate * now.total,
		total: now.total
	}, POWER);
	return rate - before.hits / before.total - low;
}
function outcomeOf(difference, lines) {
	if (difference.points > lines.tolerance) return "regression";
	if (difference.points < -Math.max(lines.floor, difference.above)) return "improvement";
	return difference.interval[1] < lines.relevant ? "no-change" : "inconclusive";
}
// src/judge/limits.ts
/** The strictest relative limit of a metric against the stored baseline, or null. */
const baselineLimit = (metric, limits) => strictest(metric, limits, ({ change }) => change);
/** The strictest relative limit of a metric against the base commit, or null. */
const besideLimit = (metric, limits) => strictest(metric, limits, ({ beside }) => beside);
function strictest(metric, limits, read) {
	const changes = limits.flatMap((limit) => limit.kind === "relative" && limit.metric === metric ? [read(limit)] : []);
	return changes.length === 0 ? null : Math.min(...changes);
}
// src/judge/compare-run.ts
/** Compares head and base, scenario by scenario. @throws Failure when a scenario was not measured on both */
function compareRun(run, plan) {
	const scenarios = plan.scenarios.map((scenario) => ({
		scenario,
		effects: effectsOf(run, scenario.name)
	}));
	const rows = scenarios.flatMap(({ scenario, effects }) => metricEffects(run, scenario, effects).map((each) => ({
		scenario: scenario.name,
		effects: each
	})));
	const blocks = run.blocks.filter(isComparing);
	const compared = compareBeside(rows.map(({ effects }) => effects), {
		sensitivity: plan.sensitivity,
		blocks: blocks.filter(({ phase }) => phase === "main").length,
		blockLoad: blockLoadOf(run),
		blocksMax: blocksMax(run, plan)
	});
	return new Map(scenarios.map(({ scenario, effects }) => {
		const own = rows.flatMap((row, index) => {
			const comparison = compared[index];
			return row.scenario !== scenario.name || comparison === void 0 ? [] : [[row.effects.metric, comparison]];
		});
		const errors = compareErrors(run, scenario);
		const all = [...own, ...errors === null ? [] : [["error-rate", errors]]];
		return [scenario.name, {
			comparisons: Object.fromEntries(all),
			shift: shiftOf(effects)
		}];
	}));
}
/** Mean time under load of the blocks of both builds. */
function blockLoadOf({ blocks }) {
	const loads = blocks.filter(isComparing).map(({ load }) => load);
	return millis(loads.length === 0 ? 0 : meanOf(loads));
}
/** Blocks of the main phase that the budget pays for, less what confirming would take. */
function blocksMax(run, { budget }) {
	const load = blockLoadOf(run);
	const before = run.blocks.filter((block) => !isComparing(block)).reduce((sum, block) => sum + block.load, 0);
	return Math.max(1, mainBlocksFor(millis(budget - before), load));
}
/** Blocks of the main phase that this much time under load pays for; none or fewer when it is too short. */
function mainBlocksFor(budget, blockLoad) {
	if (blockLoad <= 0) return LAST.blocks;
	return Math.min(LAST.blocks, Math.floor(budget / blockLoad) - CONFIRM_BLOCKS_MIN);
}
/**
* What the blocks say of each metric of a scenario that they can compare, in the order of the metrics. `effects` are
* the scenario's own. @throws Failure when it was not measured on both
*/
function metricEffects(run, scenario, effects) {
	const head = summarise(run, scenario.name, "head").metrics;
	const base = summarise(run, scenario.name, "base").metrics;
	return METRIC_NAMES.flatMap((metric) => {
		const values = {
			base: base[metric],
			head: head[metric]
		};
		if (METRICS[metric].change === "points" || values.base === null || values.head === null) return [];
		const blocks = blocksOf(effects, metric);
		if (blocks.every(({ phase }) => phase !== "main")) return [];
		return [{
			metric,
			limit: besideLimit(metric, scenario.limits),
			values: {
				base: values.base,
				head: values.head
			},
			blocks
		}];
	});
}
/** The blocks that have a value of the metric. */
const blocksOf = (effects, metric) => effects.flatMap(({ phase, quiet, overall }) => {
	const [usual, whole] = [quiet[metric], overall[metric]];
	return usual === null || whole === null ? [] : [{
		phase,
		quiet: usual,
		overall: whole
	}];
});
function compareErrors(run, scenario) {
	const base = summarise(run, scenario.name, "base");
	const { counts } = summarise(run, scenario.name, "head");
	return compareErrorRate(counts, base.slices, besideLimit("error-rate", scenario.limits), "base");
}
function shiftOf(effects) {
	const shifts = effects.flatMap(({ shift }) => shift ?? []);
	if (shifts.length < 2) return null;
	const estimate = estimateOf(shifts);
	return {
		change: Math.expm1(estimate.centre),
		interval: [Math.expm1(lowerBound(estimate, INTERVAL_CONFIDENCE)), Math.expm1(upperBound(estimate, INTERVAL_CONFIDENCE))]
	};
}
// src/judge/outcome.ts
/** From judgements to one word and an exit code. */
/** Outcomes, worst first. */
const OUTCOMES = [
	"fail",
	"void",
	"inconclusive",
	"no-baseline",
	"pass"
];
/**
* What a scenario's judgements come to. A void measurement can only fail by the error rate, since errors are the service's own and timings are not to be
* believed. A metric with a relative limit that has nothing to be compared with leaves the scenario without a baseline; a scenario that has only absolute
* limits needs none.
*/
function outcomeOfScenario(judgements, voids, limits) {
	const failed = judgements.filter((judgement) => judgement.failed);
	if (voids.length > 0) return failed.some(({ metric }) => metric === "error-rate") ? "fail" : "void";
	if (failed.length > 0) return "fail";
	const compared = judgements.filter(({ metric }) => limits.some((limit) => limit.kind === "relative" && limit.metric === metric));
	if (compared.some(isUndecided)) return "inconclusive";
	return compared.some(lacksReference) ? "no-baseline" : "pass";
}
/** An alarm that is only advice decides nothing. */
const isUndecided = ({ comparison, advisory }) => comparison?.outcome === "inconclusive" || advisory && comparison?.outcome === "regression";
/** What cannot be measured of every service, or was not when the baseline was taken, is not missed. */
const lacksReference = ({ metric, comparison }) => comparison === null && !METRICS[metric].optional;
/** The worst of several outcomes; nothing measured is void, never a pass. */
function worstOutcome(outcomes) {
	return OUTCOMES.find((outcome) => outcomes.includes(outcome)) ?? "void";
}
/**
* The exit code of all scenarios together. Each is asked by itself, so that a milder policy for one outcome cannot hide a stricter one for another.
*/
function exitCodeOf(outcomes, policy) {
	if (outcomes.includes("fail")) return EXIT.failed;
	if (outcomes.includes("void") || outcomes.length === 0) return EXIT.notMeasured;
	return policy.onInconclusive === "fail" && outcomes.includes("inconclusive") || policy.onNoBaseline === "fail" && outcomes.includes("no-baseline") ? EXIT.failed : EXIT.pass;
}
/** A measurement that is void for these reasons would be so beside the base commit too. */
const HOPELESS = [
	"generator-bound",
	"too-few-answers",
	"no-answers",
	"lost-answers",
	"arrivals-missed",
	"no-capacity",
	"little"
];
/**
* True when a verdict by the stored baseline needs no second opinion of the base commit: everything passes by enough accepted runs, a limit is broken that
* knows no reference, or the service cannot be measured like this at all.
*/
function settles({ scenarios }) {
	return scenarios.every(({ outcome, judgements }) => outcome === "pass" && !judgements.some(isThin)) || scenarios.some(({ judgements }) => judgements.some(({ bounds }) => bounds.some(({ broken }) => broken))) || scenarios.some(({ voids }) => voids.some(({ kind }) => HOPELESS.includes(kind)));
}
/** Compared, by a limit, with fewer accepted runs than needed. */
const isThin = ({ advisory, comparison }) => advisory && comparison?.limit != null;
// src/judge/soundness.ts
/** Refuses numbers that cannot be judged: what is not finite compares false with every limit, and counts that do not add up hide failures. */
/** How many places are named in a refusal. */
const PLACES_MAX = 10;
/**
* Looks at every number in a plain value, however deep.
* @throws Failure kind `not-measured`, code `not-finite`, naming the places
*/
function refuseNonFinite(value, name) {
	const places = [...nonFinitePlaces(value, name)].slice(0, PLACES_MAX);
	if (places.length === 0) return;
	throw new Failure({
		kind: "not-measured",
		code: "not-finite",
		message: "The measurement holds numbers that are not finite, which no limit can judge.",
		advice: "Measure again; if it happens again, please report it with run.json.",
		lines: places
	});
}
function* nonFinitePlaces(value, place) {
	if (typeof value === "number" && !Number.isFinite(value)) yield `${place} is ${value}`;
	if (typeof value !== "object" || value === null) return;
	for (const [key, member] of Object.entries(value)) yield* nonFinitePlaces(member, `${place}.${key}`);
}
/**
* Holds every slice to the identity of {@link Counts}: each request is in exactly one place.
* @throws Failure kind `not-measured`, code `counts-inconsistent`, naming the scenarios
*/
function refuseLostCount(run) {
	const wrong = run.blocks.flatMap((block) => block.slices).filter((slice) => !addsUp(slice));
	if (wrong.length === 0) return;
	throw new Failure({
		kind: "not-measured",
		code: "counts-inconsistent",
		message: "The counts of the measurement do not add up, so failures may be missing from them.",
		advice: "Measure again; if it happens again, please report it with run.json.",
		lines: wrong.map((slice) => `${slice.scenario}: ${JSON.stringify(slice.counts)}`).slice(0, PLACES_MAX)
	});
}
function addsUp({ counts }) {
	const { sent, ok, httpError, connectionError, timeout, lost, inFlight } = counts;
	return Object.values(counts).every((count) => count >= 0) && sent === ok + httpError + connectionError + timeout + lost + inFlight;
}
// src/judge/same-engine.ts
/** Names of the engines of accepted runs (`autocannon 9.0.0`, `autocannon 9.0.0, undici 8.12.4`), without versions. */
function engineNames(engine) {
	const names = engine.split(", ").map((each) => each.split(" ", 1)[0] ?? "");
	return [...new Set(names)].sort().join(" and ");
}
/** Names of the engines that measured a scenario, in the same form. */
const enginesOf = ({ slices }) => engineNames(slices.map(({ engine }) => engine.name).join(", "));
/** The accepted runs by the same engine; all of them when there are none, for which the measurement is void. */
function runsBySameEngine(runs, summary) {
	const here = enginesOf(summary);
	const same = runs.filter(({ engine }) => engineNames(engine) === here);
	return same.length > 0 ? same : runs;
}
/** A step is long enough for the law when it lasts so many mean latencies: what begins and ends outside of it is then little. */
const LATENCIES_A_STEP = 8;
/** All reasons for which what a search found is void. `busy`: share of a core, or of its event loop, from which on a generator measures itself. */
function searchVoids(slices, busy) {
	const searches = slices.flatMap(({ search }) => search ?? []);
	const steps = searches.flatMap(decidingSteps);
	const cpu = Math.max(0, ...steps.map(({ generator }) => generator.cpu));
	const eventLoop = Math.max(0, ...steps.map(({ generator }) => generator.eventLoop));
	return [
		...cpu > busy || eventLoop > busy ? [{
			kind: "generator-bound",
			cpu,
			eventLoop
		}] : [],
		...searches.flatMap(noCapacity).slice(0, 1),
		...searches.flatMap(lawless).slice(0, 1)
	];
}
/** The step that carried the most, and the first that was too much. */
function decidingSteps(search) {
	const levels = levelsOf(search);
	const carried = carriedLevels(levels);
	const highest = highestThroughput(carried);
	return [carried.find(({ step }) => step.throughput === highest), levels[carried.length]].flatMap((level) => level?.step ?? []);
}
function noCapacity(search) {
	if (capacityOf(search) !== null) return [];
	const [lowest] = levelsOf(search);
	if (lowest === void 0 || lowest.broken === null) return [];
	return [{
		kind: "no-capacity",
		search: search.kind,
		level: lowest.level,
		reason: lowest.broken
	}];
}
/** Of the step that carried the most: a law that holds of any system that is measured rightly, so what breaks it is the measurement. */
function lawless(search) {
	const [best] = decidingSteps(search);
	if (best === void 0 || (best.mean ?? 0) * LATENCIES_A_STEP > best.elapsed) return [];
	const gap = littleGap(best, search.thinkTime);
	return gap === null || gap <= .1 ? [] : [{
		kind: "little",
		level: best.level,
		throughput: best.throughput,
		mean: best.mean ?? 0,
		gap
	}];
}
// src/judge/voids.ts
/** Why a measurement cannot be believed: its numbers are then neither green nor red. */
/**
* A generator busier than this, by its CPU time or by its event loop, measures its own queue: at 85 % an answer waits on average for almost six others
* (ρ/(1−ρ)) before the generator even looks at it. The event loop is looked at too because a generator that is ready but has no core is as late
* as one that computes.
*/
const GENERATOR_BUSY = .85;
/** All reasons for which a scenario's measurement is void, the plainest first. What was measured is the head, and the base where it was measured beside. */
function findVoids(measured, scenario, runs) {
	const [summary] = measured;
	const slices = measured.flatMap((each) => each?.slices ?? []);
	if (measured.some((each) => each?.counts.ok === 0 || each?.histogram.count === 0)) return [{ kind: "no-answers" }];
	if (scenario.search !== null) return [...searchVoids(slices, GENERATOR_BUSY), ...runs.length === 0 ? [] : otherEngine(summary, runs)];
	return [
		...generatorBound(slices),
		...arrivalsMissed(slices),
		...lostAnswers(summary),
		...tooFewAnswers(summary, scenario),
		...runs.length === 0 ? [] : [
			...otherEngine(summary, runs),
			...statusMix(summary, scenario, runs),
			...answerSize(summary, scenario, runs)
		]
	];
}
function generatorBound(slices) {
	const cpu = Math.max(...slices.map((slice) => slice.generator.cpu));
	const eventLoop = Math.max(...slices.map((slice) => slice.generator.eventLoop));
	if (cpu <= .85 && eventLoop <= .85) return [];
	return [{
		kind: "generator-bound",
		cpu,
		eventLoop
	}];
}
/** …if they are more than those that had just arrived when the time was over. */
const MISSED_FEW = 2;
function arrivalsMissed(slices) {
	const arrivals = addArrivals(slices);
	if (arrivals === null) return [];
	const { planned, dropped, waiting } = arrivals;
	const missed = dropped + waiting;
	return missed > Math.max(MISSED_FEW * slices.length, .005 * planned) ? [{
		kind: "arrivals-missed",
		planned,
		missed
	}] : [];
}
/** autocannon sends on a connection that the service has said it will close, where other clients open a new one: it loses what they would not. */
function lostAnswers(summary) {
	return summary.slices.some((slice) => slice.engine.name === "autocannon" && slice.counts.lost > 0) ? [{
		kind: "lost-answers",
		lost: summary.counts.lost,
		sent: summary.counts.sent
	}] : [];
}
/** `runs` are those by the same engine where there are any. */
function otherEngine(summary, runs) {
	const now = enginesOf(summary);
	const before = [...new Set(runs.map(({ engine }) => engineNames(engine)))];
	return before.includes(now) ? [] : [{
		kind: "engine-changed",
		before: before.join(", "),
		now
	}];
}
/** Number of answers that back a quantile, or null for metrics that are none: 20 for p50, 200 for p95, 1000 for p99. */
function answersNeeded(metric) {
	const { quantile } = METRICS[metric];
	return quantile === null ? null : Math.round(10 / (1 - quantile));
}
function tooFewAnswers(summary, scenario) {
	const answers = summary.histogram.count;
	return METRIC_NAMES.filter((metric) => scenario.limits.some((limit) => limit.metric === metric)).flatMap((metric) => {
		const needed = answersNeeded(metric);
		return needed === null || answers >= needed ? [] : [{
			kind: "too-few-answers",
			metric,
			answers,
			needed
		}];
	});
}
/**
* Status classes among expected answers, then and now. Unexpected answers are left out: they are errors, and the error rate judges them. A stored run
* knows classes only, so a class counts when any of its statuses is expected.
*/
function statusMix(summary, scenario, runs) {
	const expected = scenario.load.requests.flatMap((request) => request.expect);
	const answers = summary.statuses.filter(({ status }) => isExpected(status, expected));
	const now = sharesByClass(answers);
	const before = usualShares(runs, expected);
	const total = countOf(answers);
	const known = runs.reduce((sum, run) => sum + run.counts.ok, 0);
	return [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(now)])].map((status) => ({
		status,
		before: before[status] ?? 0,
		now: now[status] ?? 0
	})).filter((mix) => hasMoved(mix.before, known, mix.now, total)).map((mix) => ({
		kind: "status-mix-changed",
		...mix
	}));
}
const isExpected = (status, expected) => expected.some(({ from, to }) => status >= from && status <= to);
const countOf = (answers) => answers.reduce((total, { count }) => total + count, 0);
/** Median share of each expected class over the accepted runs, the classes of pure errors left out. */
function usualShares(runs, expected) {
	const isPossible = (name) => expected.some(({ from, to }) => name >= statusClass(from) && name <= statusClass(to));
	const shares = runs.map((run) => {
		const possible = Object.entries(run.statusShares).filter(([name]) => isPossible(name));
		const whole = possible.reduce((sum, [, share]) => sum + share, 0);
		return new Map(possible.map(([name, share]) => [name, whole > 0 ? share / whole : 0]));
	});
	const names = new Set(shares.flatMap((share) => [...share.keys()]));
	return Object.fromEntries([...names].map((name) => [name, median(shares.map((share) => share.get(name) ?? 0))]));
}
/** More than the points allowed, and more than drawing requests at random explains. */
function hasMoved(before, known, now, total) {
	if (Math.abs(now - before) <= .05 || known === 0 || total === 0) return false;
	const [low, high] = newcombeInterval({
		hits: before * known,
		total: known
	}, {
		hits: now * total,
		total
	}, ALARM_CONFIDENCE);
	return low > 0 || high < 0;
}
/** A size that has a limit of its own is judged by that, and no veto. */
function answerSize(summary, { limits }, runs) {
	if (limits.some(({ metric }) => metric === "answer-size")) return [];
	const before = median(runs.map((run) => run.meanBodyBytes));
	const now = summary.meanBodyBytes;
	const change = Math.abs(now - before);
	if (change <= 16 || change <= .2 * before) return [];
	return [{
		kind: "answer-size-changed",
		before,
		now
	}];
}
// src/judge/judge.ts
/** Pure: what a run means, given its references and its limits. */
/**
* Judges every scenario of the plan by the limits of the plan. The head's slices are judged; `references` holds one reference a scenario.
* @throws Failure kind `not-measured` when a scenario or its reference is missing, a number is not finite, or counts do not add up: never a pass
*/
function judge(run, plan, references) {
	refuseNonFinite(run, "run");
	refuseNonFinite(references, "references");
	refuseNonFinite(plan.scenarios.map((scenario) => scenario.limits), "limits");
	refuseLostCount(run);
	const beside = isBeside(run) ? compareRun(run, plan) : null;
	const scenarios = plan.scenarios.map((scenario) => {
		const compared = beside?.get(scenario.name);
		if (compared !== void 0) return judgeBeside({
			run,
			plan,
			scenario,
			compared,
			references
		});
		return judgeAlone({
			summary: summarise(run, scenario.name, "head"),
			scenario,
			plan,
			reference: referenceIn(run, plan, references, scenario.name)
		});
	});
	const outcomes = scenarios.map((scenario) => scenario.outcome);
	const verdict = {
		schema: 2,
		suite: plan.suite,
		outcome: worstOutcome(outcomes),
		exitCode: exitCodeOf(outcomes, plan.policy),
		scenarios
	};
	refuseNonFinite(verdict, "verdict");
	return verdict;
}
/** Own members only: no name may find something of the prototype's. */
function referenceOf(references, scenario) {
	const reference = Object.hasOwn(references, scenario) ? references[scenario] : void 0;
	if (reference !== void 0) return reference;
	throw new Failure({
		kind: "not-measured",
		code: "reference-missing",
		message: `Nobody looked up the baseline of the scenario ${JSON.stringify(scenario)}.`,
		advice: "Judge with the references of the same plan; please report this if you used the command line."
	});
}
/** A base commit that was asked for and could not be measured leaves nothing to compare with. */
function referenceIn({ baseFailure }, plan, references, scenario) {
	if (plan.compare === "base" && baseFailure !== null) return {
		kind: "base-failed",
		failure: baseFailure
	};
	return referenceOf(references, scenario);
}
function judgeAlone({ summary, scenario, plan, reference }) {
	const { limits } = scenario;
	const runs = reference.kind === "baseline" ? runsBySameEngine(reference.runs, summary) : [];
	const judgements = metricsOf$1(scenario.search !== null).map((metric) => {
		const comparison = compare$1(metric, summary, baselineLimit(metric, limits), runs);
		return judgeMetric(metric, summary, limits, {
			comparison,
			minimum: plan.baseline.minRuns
		});
	});
	const voids = findVoids([summary], scenario, runs);
	return {
		...ofSummary(summary),
		outcome: outcomeOfScenario(judgements, voids, limits),
		reference: reference.kind === "baseline" ? {
			...reference,
			runs
		} : reference,
		judgements,
		shift: null,
		screen: null,
		voids
	};
}
function judgeBeside({ run, plan, scenario, compared, references }) {
	const { limits, name } = scenario;
	const head = summarise(run, name, "head");
	const base = summarise(run, name, "base");
	const judgements = metricsOf$1(scenario.search !== null).map((metric) => judgeMetric(metric, head, limits, {
		comparison: compared.comparisons[metric] ?? null,
		minimum: 0
	}));
	const voids = [...findVoids([head, base], scenario, [asAccepted(base)]), ...honestyOf(run, scenario)];
	return {
		...ofSummary(head),
		outcome: outcomeOfScenario(judgements, voids, limits),
		reference: baseReference(run),
		judgements,
		shift: compared.shift,
		screen: screenOf({
			run,
			plan,
			scenario,
			references
		}),
		voids
	};
}
const ofSummary = ({ scenario, users, elapsed, counts, metrics }) => ({
	scenario,
	users,
	elapsed,
	counts,
	metrics
});
function honestyOf(run, { name, limits }) {
	const asked = METRIC_NAMES.flatMap((metric) => {
		const limit = besideLimit(metric, limits);
		return limit === null ? [] : [[metric, asLog(METRICS[metric], limit)]];
	});
	return besideVoids(effectsOf(run, name), { limits: Object.fromEntries(asked) });
}
function baseReference(run) {
	const blocks = run.blocks.filter(isComparing);
	return {
		kind: "base",
		commit: run.builds.find(({ side }) => side === "base")?.commit ?? null,
		blocks: blocks.length,
		confirmBlocks: blocks.filter(({ phase }) => phase === "confirm").length,
		load: millis(blocks.reduce((sum, { load }) => sum + load, 0))
	};
}
/** What the stored baseline said of the head alone, before the base commit was asked. */
function screenOf({ run, plan, scenario, references }) {
	if (!run.blocks.some(({ phase }) => phase === "alone")) return null;
	const { outcome, judgements } = judgeAlone({
		summary: summarise(run, scenario.name, "head", ["alone"]),
		scenario,
		plan,
		reference: referenceOf(references, scenario.name)
	});
	return {
		outcome,
		judgements
	};
}
/** The base as a run that answers can be held against. */
const asAccepted = (base) => ({
	engine: enginesOf(base),
	counts: base.counts,
	statusShares: base.statusShares,
	meanBodyBytes: base.meanBodyBytes
});
function judgeMetric(metric, summary, limits, { comparison, minimum }) {
	const value = summary.metrics[metric];
	const bounds = checkBounds(metric, value, limits);
	const advisory = comparison !== null && comparison.replicates < minimum;
	return {
		metric,
		value,
		comparison,
		bounds,
		advisory,
		failed: !advisory && comparison !== null && comparison.limit !== null && comparison.outcome === "regression" || bounds.some(({ broken }) => broken)
	};
}
function compare$1(metric, summary, limit, runs) {
	return METRICS[metric].change === "points" ? compareErrorRate(summary.counts, runs, limit) : compareWithHistory(metric, summary.metrics[metric], runs, limit);
}
// src/judge/next-block.ts
/** {@link nextPhase} of a run. */
function nextBlock(run, plan) {
	const count = (phase) => run.blocks.filter((block) => block.phase === phase).length;
	return nextPhase({
		main: count("main"),
		confirming: count("confirm"),
		affordable: affordableBlocks(run, plan)
	}, () => limitedComparisons(run, plan));
}
/**
* At every look: confirms an alarm, stops when every limited metric has its answer, else goes on; within the budget, of which the time for confirming is kept
* back. Null: nothing more. `compare` is asked at looks only.
*/
function nextPhase({ main, confirming, affordable }, compare) {
	if (confirming > 0) {
		const isOpen = !CONFIRM_LOOKS.includes(confirming) || compare().some(isUnconfirmed);
		return confirming < CONFIRM_BLOCKS && affordable >= 1 && isOpen ? "confirm" : null;
	}
	const goesOn = main < LAST.blocks && affordable >= 1 + CONFIRM_BLOCKS_MIN;
	if (goesOn && !isLook(main)) return "main";
	const limited = compare();
	if (limited.some(({ confirmation }) => confirmation !== null)) return affordable >= CONFIRM_BLOCKS_MIN ? "confirm" : null;
	if (limited.every(({ outcome }) => outcome !== "inconclusive")) return null;
	return goesOn ? "main" : null;
}
const isUnconfirmed = ({ confirmation }) => confirmation !== null && confirmation !== "confirmed";
/** How many more blocks like those so far the budget pays for. */
function affordableBlocks(run, { budget }) {
	const spent = run.blocks.reduce((sum, { load }) => sum + load, 0);
	const each = blockLoadOf(run);
	return each > 0 ? Math.floor((budget - spent) / each) : Infinity;
}
function limitedComparisons(run, plan) {
	const compared = compareRun(run, plan);
	return plan.scenarios.flatMap(({ name, limits }) => {
		const { comparisons = {} } = compared.get(name) ?? {};
		return METRIC_NAMES.flatMap((metric) => besideLimit(metric, limits) === null ? [] : comparisons[metric] ?? []);
	});
}
// src/platform/base-checkout.ts
/** Brings a commit into a folder of its own, so that it can be built and started beside the user's checkout, of which not a byte changes. */
/** Even of a large repository on a slow disk. */
const CHECKOUT_DEADLINE = millis(3e5);
/** Large files stay pointers: fetching them needs a remote that this folder does not have. */
const WITHOUT_LFS = [
	"-c",
	"filter.lfs.smudge=",
	"-c",
	"filter.lfs.process=",
	"-c",
	"filter.lfs.required=false"
];
/**
* Checks the commit out under the run's temporary folder and returns the place in it that corresponds to the workspace. Objects are borrowed from the user's repository,
* or from the one that fetched the commit when a shallow clone lacks it.
* @throws Failure kind `usage` without git or a repository; kind `not-measured` when the commit cannot be had, or its files cannot be written
*/
async function checkOutBase(world, sha) {
	const prefix = await requireRepository(world);
	const source = await repositoryWith(world, sha);
	const directory = join(world.temporary, "base");
	const own = {
		directory,
		config: []
	};
	await mkdir(directory, { recursive: true });
	const format = sha.length === 64 ? "sha256" : "sha1";
	await gitText(world, own, [
		"init",
		"--quiet",
		"--template=",
		`--object-format=${format}`
	]);
	await borrowObjects(world, source, own);
	const answer = await runGit(world, own, [
		...WITHOUT_LFS,
		"checkout",
		"--quiet",
		"--detach",
		"--force",
		sha
	], { deadline: CHECKOUT_DEADLINE });
	if (answer.kind !== "exited" || answer.code !== 0) throw complain(world, answer, `the files of ${sha.slice(0, 12)}`);
	await warnOfGaps(world, own);
	const place = await confine(directory, prefix === "" ? "." : prefix).catch(() => null);
	if (place === null || !await isDirectory(place)) throw missingFolder(sha, prefix);
	return place;
}
/** `info/alternates`: one folder of objects a line (gitrepository-layout). */
async function borrowObjects(world, source, own) {
	const objects = await gitText(world, source, [
		"rev-parse",
		"--git-path",
		"objects"
	]);
	const place = resolve(source.directory, objects);
	await mkdir(join(own.directory, ".git", "objects", "info"), { recursive: true });
	await writeFile(join(own.directory, ".git", "objects", "info", "alternates"), `${place}\n`);
}
/** What a checkout of ours lacks and the user's may have. */
async function warnOfGaps(world, own) {
	if ((await runGit(world, own, [
		"ls-files",
		"-z",
		"--",
		".gitmodules"
	])).stdout.length > 0) world.log.warning("The base commit has submodules, which are not checked out beside the change: its build has to do without them.");
	if ((await runGit(world, own, [
		"grep",
		"-l",
		"-z",
		"-e",
		"filter=lfs",
		"--",
		".gitattributes"
	])).stdout.length > 0) world.log.warning("The base commit keeps files in Git LFS; beside the change they are pointers only.");
}
function missingFolder(sha, prefix) {
	return new Failure({
		kind: "not-measured",
		code: "base-unreadable",
		message: `The base commit ${sha.slice(0, 12)} has no folder ${prefix}, in which the change is measured.`,
		advice: "There is nothing to compare with yet; on the base branch there will be after the merge."
	});
}
// src/platform/cores.ts
/** Which cores there are, and how a command is kept on some of them: generator and service apart, so that neither takes the other's. */
/** The command on these cores; as it is when none are given. */
function onCores(command, cores) {
	return cores === null ? command : [
		"taskset",
		"--cpu-list",
		cores.join(","),
		...command
	];
}
/**
* The generator, which needs one core, gets the last one that this process may use, and the service the others. Where cores are halves of one
* (hyper-threads), the generator's other half stays idle if the service then still has two. Null with a single core, or where commands cannot be
* kept on cores: anything but Linux with `taskset` (util-linux).
*/
function splitCores(env, root = "/") {
	const allowed = parseCores(/^Cpus_allowed_list:\s*(\S+)$/m.exec(readKernelFile(root, "proc/self/status") ?? "")?.[1] ?? "");
	const own = allowed.at(-1);
	if (own === void 0 || allowed.length < 2 || !hasTaskset(env)) return null;
	const siblings = parseCores(readKernelFile(root, `sys/devices/system/cpu/cpu${own}/topology/thread_siblings_list`)?.trim() ?? "");
	const others = allowed.filter((core) => core !== own);
	const apart = others.filter((core) => !siblings.includes(core));
	return {
		service: apart.length >= 2 ? apart : others,
		generator: [own]
	};
}
/** `0-2,7` -> 0, 1, 2, 7; none when it is no such list. */
function parseCores(list) {
	if (!/^\d{1,5}(-\d{1,5})?(,\d{1,5}(-\d{1,5})?)*$/.test(list)) return [];
	return list.split(",").flatMap((part) => {
		const [from = 0, to = from] = part.split("-").map(Number);
		return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
	});
}
function hasTaskset(env) {
	return (env["PATH"] ?? "").split(delimiter).some((folder) => folder !== "" && existsSync(join(folder, "taskset")));
}
// src/platform/environment.ts
/** Who and where we are: what every program expects. `RUNNER_TRACKING_ID` lets the runner find what we might leave. */
const SURROUNDINGS = [
	"PATH",
	"HOME",
	"USER",
	"LOGNAME",
	"SHELL",
	"LANG",
	"LANGUAGE",
	"TZ",
	"TMPDIR",
	"CI",
	"GITHUB_ACTIONS",
	"RUNNER_OS",
	"RUNNER_ARCH",
	"RUNNER_TRACKING_ID",
	"XDG_CACHE_HOME",
	"XDG_CONFIG_HOME",
	"XDG_DATA_HOME",
	"XDG_RUNTIME_DIR"
];
/** Where languages and their tools were set up: the `setup-*` actions and version managers say it by these. */
const TOOLCHAINS = [
	"BUN_INSTALL",
	"BUNDLE_PATH",
	"CARGO_HOME",
	"COMPOSER_HOME",
	"CONDA_PREFIX",
	"COREPACK_HOME",
	"DENO_DIR",
	"DOTNET_CLI_HOME",
	"DOTNET_CLI_TELEMETRY_OPTOUT",
	"DOTNET_NOLOGO",
	"DOTNET_ROOT",
	"ANDROID_HOME",
	"ANDROID_SDK_ROOT",
	"FNM_DIR",
	"FNM_MULTISHELL_PATH",
	"GEM_HOME",
	"GEM_PATH",
	"GOBIN",
	"GOCACHE",
	"GOMODCACHE",
	"GOPATH",
	"GOROOT",
	"GOTOOLCHAIN",
	"GRADLE_HOME",
	"GRADLE_USER_HOME",
	"JAVA_HOME",
	"LD_LIBRARY_PATH",
	"M2_HOME",
	"MAVEN_HOME",
	"MISE_DATA_DIR",
	"NUGET_PACKAGES",
	"NVM_BIN",
	"NVM_DIR",
	"PKG_CONFIG_PATH",
	"PNPM_HOME",
	"PYENV_ROOT",
	"PYENV_VERSION",
	"Python2_ROOT_DIR",
	"Python3_ROOT_DIR",
	"Python_ROOT_DIR",
	"RBENV_ROOT",
	"RBENV_VERSION",
	"RUSTUP_HOME",
	"RUSTUP_TOOLCHAIN",
	"SDKMAN_DIR",
	"VIRTUAL_ENV",
	"VOLTA_HOME",
	"pythonLocation"
];
/** How to reach package registries from here, for builds. */
const NETWORK = [
	"HTTP_PROXY",
	"HTTPS_PROXY",
	"NO_PROXY",
	"http_proxy",
	"https_proxy",
	"no_proxy",
	"NODE_EXTRA_CA_CERTS",
	"SSL_CERT_DIR",
	"SSL_CERT_FILE"
];
/** Names that pass to what we start, where they are set. Also every `LC_…`, and `JAVA_HOME_…` and `GOROOT_…` of the runner's tool cache. */
const PASSED = [
	...SURROUNDINGS,
	...TOOLCHAINS,
	...NETWORK
];
const PASSED_FAMILY = /^(?:LC_[A-Z]+|JAVA_HOME_\d+_[A-Za-z0-9]+|GOROOT_\d+_\d+_[A-Za-z0-9]+)$/;
/** A proxy's password is nobody's business. */
const HAS_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*@/i;
/** The environment of a child: what may pass of ours, and over it what the configuration gives. */
function childEnvironment(env, given = {}) {
	const passed = Object.entries(env).filter((pair) => pair[1] !== void 0 && (PASSED.includes(pair[0]) || PASSED_FAMILY.test(pair[0])) && !HAS_PASSWORD.test(pair[1]));
	return {
		...Object.fromEntries(passed),
		...given
	};
}
// src/engines/run-load.ts
/** The gate's side of a load: starts the generator process, owns it, gives it jobs, and takes their results. */
/** Start-up of the process, draining, encoding of histograms, on a busy machine. */
const SLACK = millis(2e4);
const STDERR_LINES = 20;
/** Runs one load in a generator of its own. @throws Failure as {@link Generator.load} */
async function runLoad(job, world, onProgress) {
	job.died.throwIfAborted();
	world.signal.throwIfAborted();
	await using generator = await openGenerator(world);
	return await generator.load(job, onProgress);
}
/**
* Starts a generator process, on certain cores where some are given.
* @throws Failure when it cannot be started
*/
async function openGenerator(world, cores = null) {
	const output = new PassThrough();
	const complaints = [];
	const tree = await startTree(world, {
		command: onCores(world.generator, cores),
		directory: world.temporary,
		env: childEnvironment(world.env),
		input: true,
		grace: millis(0),
		onOutput: (stream, chunk) => {
			if (stream === "stdout") output.write(chunk);
			else complaints.push(...chunk.toString("utf8").split("\n"));
			complaints.splice(0, complaints.length - STDERR_LINES);
		}
	});
	const waiting = takeMessages(output, tree, complaints);
	return {
		pid: tree.pid,
		async load(job, onProgress) {
			job.died.throwIfAborted();
			world.signal.throwIfAborted();
			const result = new Promise((resolve, reject) => {
				waiting.next({
					onProgress,
					resolve,
					reject
				});
			});
			const stopped = orStopped(job, world, deadlineOf(job));
			await send(job, tree);
			return await Promise.race([result, stopped.promise]).finally(() => stopped.forget());
		},
		[Symbol.asyncDispose]: () => tree[Symbol.asyncDispose]()
	};
}
/** Measured twice at most: the second time by the other engine. */
function deadlineOf({ load }) {
	return millis(load.warmUp + 2 * (load.executor.duration + load.timeout) + SLACK);
}
async function send(job, generator) {
	const { died: _, ...given } = job;
	if (generator.input !== null) await writeLine(generator.input, given).catch(() => void 0);
}
/** Gives each message to whoever waits; the process's end is the last one, and is told to all who come later. */
function takeMessages(output, generator, complaints) {
	let current = null;
	let end = null;
	readLines(output, (value) => {
		const message = value;
		if (message?.kind === "progress") current?.onProgress(message.progress);
		if (message?.kind === "result") current?.resolve(message.result);
		if (message?.kind === "failed") current?.reject(generatorFailed(message.message.split("\n")));
	});
	Promise.all([generator.exited, generator.drained]).then(([exit]) => {
		end = generatorFailed([`It ended with ${exit.signal ?? `exit code ${exit.code}`} before its result.`, ...complaints]);
		current?.reject(end);
	});
	return { next(waiting) {
		current = waiting;
		if (end !== null) waiting.reject(end);
	} };
}
function generatorFailed(lines) {
	return new Failure({
		kind: "not-measured",
		code: "generator-failed",
		message: "The load generator failed.",
		advice: "Run it again; if it happens again, please report it with the lines below.",
		lines: lines.filter((line) => line.trim() !== "").slice(0, STDERR_LINES)
	});
}
/** Rejects when the service dies, somebody stops us, or the deadline passes; until it is forgotten. */
function orStopped(job, world, deadline) {
	const forgotten = new AbortController();
	const promise = new Promise((_resolve, reject) => {
		const timer = setTimeout(() => reject(hangs(deadline)), deadline);
		forgotten.signal.addEventListener("abort", () => clearTimeout(timer));
		for (const stop of [job.died, world.signal]) {
			const end = () => reject(asFailure(stop.reason));
			if (stop.aborted) end();
			else stop.addEventListener("abort", end, {
				once: true,
				signal: forgotten.signal
			});
		}
	});
	promise.catch(() => void 0);
	return {
		promise,
		forget: () => forgotten.abort()
	};
}
function hangs(deadline) {
	return new Failure({
		kind: "not-measured",
		code: "generator-hangs",
		message: `The load generator gave no result within ${Math.round(deadline / 1e3)} s and was ended.`,
		advice: "The machine may be overloaded; run it again with fewer users or on a quieter machine."
	});
}
// src/platform/contact.ts
/** One attempt to reach an address: a connection, or one request and its answer. Always with a deadline; redirects are never followed. */
/** Bytes of a body that are looked at. */
const BODY_MAX = 262144;
/** The IP addresses a host name means; `localhost` is both loopback addresses, whatever the resolver says. @throws Error when there are none */
async function addressesOf(hostname) {
	const host = bare(hostname);
	if (host.toLowerCase() === "localhost") return ["127.0.0.1", "::1"];
	const found = await lookup(host, { all: true });
	return [...new Set(found.map(({ address }) => address))];
}
/** 127.0.0.0/8 and ::1. */
const isLoopback = (address) => isIPv4(address) ? address.startsWith("127.") : address === "::1";
/** The port of a URL, also when it is the scheme's own. */
const portOf = (url) => url.port === "" ? url.protocol === "https:" ? 443 : 80 : Number(url.port);
/** Opens a connection and closes it. @throws Error saying why there is none */
async function tryConnection({ address, url, timeout, signal }) {
	const bounded = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
	await new Promise((resolve, reject) => {
		const socket = connect({
			host: address,
			port: portOf(url)
		});
		const stop = () => void socket.destroy(/* @__PURE__ */ new Error(`no connection within ${timeout} ms`));
		bounded.addEventListener("abort", stop, { once: true });
		if (bounded.aborted) stop();
		socket.once("connect", () => resolve());
		socket.once("error", reject);
		socket.once("close", () => bounded.removeEventListener("abort", stop));
		socket.once("connect", () => socket.destroy());
	});
}
/** Sends one GET and reads the answer whole (256 KiB of it at most). @throws Error saying why there is none */
async function tryRequest({ address, url, timeout, signal }) {
	const bounded = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
	const send = url.protocol === "https:" ? request$1 : request;
	return new Promise((resolve, reject) => {
		const outgoing = send({
			host: address,
			port: portOf(url),
			path: url.pathname + url.search,
			headers: {
				host: url.host,
				accept: "*/*",
				"user-agent": "loadgate",
				connection: "close"
			},
			agent: false,
			signal: bounded,
			rejectUnauthorized: false,
			servername: isIP(bare(url.hostname)) !== 0 ? "" : url.hostname
		});
		outgoing.once("error", (error) => reject(bounded.aborted ? /* @__PURE__ */ new Error(`no complete answer within ${timeout} ms`) : error));
		outgoing.once("response", (answer) => {
			readStart(answer).then((body) => resolve({
				status: answer.statusCode ?? 0,
				body
			}), reject);
		});
		outgoing.end();
	});
}
/** `[::1]` in a URL is `::1`. */
const bare = (hostname) => hostname.replace(/^\[(.*)\]$/, "$1");
/** The whole text, or its start when it is long. @throws Error when it ends too early */
async function readStart(stream) {
	const chunks = [];
	let bytes = 0;
	for await (const chunk of stream) {
		chunks.push(chunk);
		bytes += chunk.length;
		if (bytes >= BODY_MAX) break;
	}
	return Buffer.concat(chunks).toString("utf8", 0, BODY_MAX);
}
// src/platform/ports.ts
/** Ports of this machine: a free one, who listens on one, and whether that is one of ours. */
/** Below the ports that systems give to outgoing connections, so that no connection of the load takes it before the service does. */
const FIRST_PORT = 2e4;
const LAST_PORT = 31999;
const TRIES = 50;
/** Everything a service may listen on. */
const ADDRESSES = [
	"127.0.0.1",
	"::1",
	"0.0.0.0",
	"::"
];
/** A port on which nobody listens, on any address of either family. @throws Error when none is found */
async function freePort(random = Math.random) {
	for (let attempt = 0; attempt < TRIES; attempt += 1) {
		const port = FIRST_PORT + Math.floor(random() * 12e3);
		if (!await isPortTaken(port)) return port;
	}
	throw new Error(`no free port between ${FIRST_PORT} and ${LAST_PORT} in ${TRIES} tries`);
}
/** True when a socket on any address of this machine keeps others from listening on the port. */
async function isPortTaken(port) {
	if (listenersOn(port).length > 0) return true;
	for (const address of ADDRESSES) if (!await canListen(address, port)) return true;
	return false;
}
/** Who listens on the port. None when nobody does, or when this machine does not tell. */
function holdersOfPort(port) {
	return describeHolders(listenersOn(port));
}
/**
* Who else than these processes answers at an address and port that accept connections; null when they do. Where the machine does not tell
* who listens (macOS), they do.
*/
function findStranger(address, port, pids) {
	const listeners = listListeners();
	if (listeners === null) return null;
	const own = socketsOf(pids);
	const all = answering(listeners.filter((listener) => listener.port === port), address);
	const foreign = all.filter(({ inode }) => !own.has(inode));
	if (all.length === 0) return {
		pid: null,
		command: null
	};
	return describeHolders(foreign)[0] ?? null;
}
/** What these processes listen on: `127.0.0.1:3000`, `[::]:8080`. */
function listenedOn(pids) {
	const own = socketsOf(pids);
	const sockets = (listListeners() ?? []).filter(({ inode }) => own.has(inode));
	return [...new Set(sockets.map(({ address, port }) => `${address.includes(":") ? `[${address}]` : address}:${port}`))];
}
/**
* The sockets that would answer a connection to the address: the kernel prefers the exact address, then all addresses of its family; an IPv6
* socket on all addresses takes IPv4 as well.
*/
function answering(listeners, address) {
	const level = (address.includes(":") ? [address, "::"] : [
		address,
		"0.0.0.0",
		"::"
	]).find((candidate) => listeners.some((listener) => listener.address === candidate));
	return listeners.filter((listener) => listener.address === level);
}
const listenersOn = (port) => (listListeners() ?? []).filter((listener) => listener.port === port);
function describeHolders(listeners) {
	if (listeners.length === 0) return [];
	const pids = holdersOf(new Set(listeners.map(({ inode }) => inode)));
	return pids.length === 0 ? [{
		pid: null,
		command: null
	}] : pids.map((pid) => ({
		pid,
		command: commandOf(pid)
	}));
}
/** Listens and stops at once. An address that this machine does not have keeps nobody out. */
function canListen(address, port) {
	return new Promise((resolve) => {
		const server = createServer();
		server.once("error", (error) => resolve(error.code !== "EADDRINUSE"));
		server.listen({
			host: address,
			port,
			exclusive: true,
			ipv6Only: address === "::"
		}, () => server.close(() => resolve(true)));
	});
}
// src/service/failures.ts
/** What can go wrong with a service before and while it is measured, in words: what, where, and what to do. */
/** The service ended without being asked to. */
function serviceExited(service, { exit, elapsed, readyAfter, lines }) {
	const notStarted = readyAfter === null ? commandMissing("start", service.start, exit, lines) : null;
	if (notStarted !== null) return notStarted;
	const when = readyAfter === null ? "before it was ready" : "after it had been ready";
	return new Failure({
		kind: "not-measured",
		code: "service-exited",
		message: `The service ${howItEnded(exit)} ${seconds(elapsed)} after its start, ${when}.`,
		advice: adviceOnExit(service, exit, readyAfter),
		lines
	});
}
function adviceOnExit({ start, workingDirectory }, exit, readyAfter) {
	if (signalOf(exit) === "SIGKILL") return "Loadgate did not kill it. Often the kernel did, for want of memory: look at the memory of this machine and of the service.";
	if (exit.code === 0 && readyAfter === null) return `\`service.start\` must stay in the foreground: ${quoted(start)} returned. Leave out \`&\`, \`-d\` and \`--daemon\`.`;
	const where = workingDirectory === "." ? "" : ` in ${workingDirectory}`;
	return `Its last lines are below${readyAfter === null ? `; run ${quoted(start)}${where} by hand to see more` : ""}.`;
}
/** It ran, and was not ready in time. `last`: why the last look said no. `heard`: where it listens instead. */
function neverReady(service, what) {
	return new Failure({
		kind: "not-measured",
		code: "never-ready",
		message: `The service at ${what.url} was not ready within ${seconds(what.elapsed)}: ${what.last}.`,
		advice: what.heard.length > 0 ? `It listens on ${what.heard.join(", ")}. Let it listen where \`service.url\` points: the port is in PORT, or write {port} into \`service.start\`.` : service.ready.kind === "log" ? "Look for the text of `service.ready.log` in its lines below, or give it more time with `service.ready-timeout`." : "Let it listen on the port in PORT (or write {port} into `service.start`), look at `service.ready`, or give it more time with `service.ready-timeout`.",
		lines: what.lines
	});
}
/** Somebody else answers where the service should (F5). */
function answeredByOther(url, holder, lines) {
	return new Failure({
		kind: "not-measured",
		code: "port-answered-by-other",
		message: `${url} is answered by ${describeHolder(holder)}, not by the service that was started: its numbers would be somebody else's.`,
		advice: "Stop that process, or let `service.port` be `free`. What a container engine listens for is started in an earlier step: give its `url`, without `start`.",
		lines
	});
}
/** A fixed port is in use before the boot (F4). */
function portTaken(port, holders) {
	const who = holders.length === 0 ? "another process" : holders.map(describeHolder).join(" and ");
	return new Failure({
		kind: "not-measured",
		code: "port-taken",
		message: `Port ${port} is taken by ${who}, so the service cannot be started on it.`,
		advice: "Stop that process, or let `service.port` be `free` and take the port from PORT or {port}."
	});
}
/** A build that said no. */
function buildFailed(service, exit, elapsed, lines) {
	return commandMissing("build", service.build ?? "", exit, lines) ?? new Failure({
		kind: "not-measured",
		code: "build-failed",
		message: `The build ${howItEnded(exit)} after ${seconds(elapsed)}: ${quoted(service.build ?? "")}.`,
		advice: "Mend the build; its last lines are below. It gets no secrets: what it needs belongs into `service.env`.",
		lines
	});
}
/** A build that did not end. */
function buildTooSlow(service, lines) {
	return new Failure({
		kind: "not-measured",
		code: "build-timeout",
		message: `The build did not end within ${seconds(service.buildTimeout)}: ${quoted(service.build ?? "")}.`,
		advice: "Give it more time with `service.build-timeout`, or build in an earlier step.",
		lines
	});
}
/** Both commands run in a folder that is not there. */
function directoryMissing(directory) {
	return new Failure({
		kind: "usage",
		code: "working-directory-missing",
		message: `\`service.working-directory\` ${JSON.stringify(directory)} is not a folder of the workspace.`,
		advice: "Give a path relative to the workspace; check the repository out first."
	});
}
/** A service that should run already does not answer. */
function unreachable(service, last, elapsed) {
	return new Failure({
		kind: "not-measured",
		code: "unreachable",
		message: `Nothing was ready at ${service.url} within ${seconds(elapsed)}: ${last}.`,
		advice: "Start the service before Loadgate and check `url`, or let Loadgate start it: give `start`."
	});
}
/** Load goes to this machine only. */
function notLoopback(url, addresses) {
	const meaning = addresses.length === 0 ? "nothing that can be resolved" : addresses.join(", ");
	return new Failure({
		kind: "usage",
		code: "target-not-loopback",
		message: `${url} means ${meaning}: only services of this machine are loaded.`,
		advice: "Use localhost, 127.0.0.1 or [::1]."
	});
}
/** Somebody stopped us: the reason as the signal has it. */
function cancelled$1(signal) {
	if (signal.reason instanceof Failure) return signal.reason;
	return new Failure({
		kind: "cancelled",
		code: "cancelled",
		message: "The run was stopped before it was complete.",
		advice: "Run it again; nothing was judged, and no baseline was written."
	});
}
/** What a shell says by its exit code: 127, there is no such command; 126, it may not be executed (F3). */
function commandMissing(what, command, { code }, lines) {
	if (code !== 127 && code !== 126) return null;
	const missing = code === 127;
	return new Failure({
		kind: "usage",
		code: `${what}-not-${missing ? "found" : "executable"}`,
		message: `A command of \`service.${what}\` ${missing ? "was not found" : "may not be executed"}: ${quoted(command)}.`,
		advice: missing ? "Install it in an earlier step, build first (`service.build`), or check the path and `service.working-directory`." : "Make it executable (`chmod +x`, then `git update-index --chmod=+x`), or start it by its interpreter.",
		lines
	});
}
function howItEnded(exit) {
	if (exit.signal !== null) return `was ended by ${exit.signal}`;
	const signal = signalOf(exit);
	return `exited with code ${exit.code}${signal === null ? "" : ` (${signal})`}`;
}
const describeHolder = ({ pid, command }) => pid === null ? "a process of another user" : `process ${pid}${command === null ? "" : ` (${command})`}`;
const seconds = (time) => `${(time / 1e3).toFixed(time < 1e4 ? 1 : 0)} s`;
const quoted = (command) => `\`${command.replaceAll(/\s+/g, " ").slice(0, 200)}\``;
// src/service/build.ts
/** Builds the service: once, before its first boot, with a deadline, and with nothing of it left running. */
/** Lines that `show-log: always` copies to our own log. */
const SHOWN_LINES = 2e3;
/**
* Runs the build command, if there is one. The log file is begun anew here; boots continue it.
* @throws Failure kind `usage` when the folder or a command is missing, `not-measured` when it fails or takes too long, `cancelled`
*/
async function buildService(service, world, options) {
	if (service.kind === "running") return;
	const relay = await openServiceLog(service, world, {
		file: options.logFile,
		mode: "begin"
	});
	try {
		if (service.build !== null) await runBuild(service, service.build, relay, world);
	} finally {
		await relay.close();
		if (service.build !== null) showLog(service, "Output of the build", relay, world);
	}
}
async function runBuild(service, command, relay, world) {
	const directory = await directoryOf(service, world);
	if (world.signal.aborted) throw cancelled$1(world.signal);
	const started = world.now();
	await using tree = await startTree(world, {
		command: shellCommand(command),
		directory,
		env: childEnvironment(world.env, service.env),
		grace: service.stopTimeout,
		onOutput: relay.push
	});
	const over = new AbortController();
	const exit = await Promise.race([tree.exited, setTimeout$1(service.buildTimeout, null, { signal: AbortSignal.any([world.signal, over.signal]) }).catch(() => null)]);
	over.abort();
	if (world.signal.aborted) throw cancelled$1(world.signal);
	if (exit === null) throw buildTooSlow(service, shownLines(service, relay));
	await tree.drained;
	if (exit.code !== 0) throw buildFailed(service, exit, millis(world.now() - started), shownLines(service, relay));
}
/** The folder both commands run in. @throws Failure kind `usage` when it is none */
async function directoryOf(service, world) {
	const directory = join(world.workspace, service.workingDirectory);
	if (!await isDirectory(directory)) throw directoryMissing(service.workingDirectory);
	return directory;
}
/** Opens the log of a service. */
function openServiceLog(service, world, place) {
	return openRelay({
		...place,
		...service.showLog === "always" ? { keep: SHOWN_LINES } : {},
		warn: (line) => world.log.warning(line)
	});
}
/** The lines that a failure may show. */
const shownLines = (service, relay) => service.showLog === "never" ? [] : relay.tail();
/** Copies the log to our own where that is asked for. */
function showLog(service, title, relay, world) {
	if (service.showLog !== "always") return;
	const lines = relay.tail(SHOWN_LINES);
	if (lines.length > 0) world.log.foreign(title, lines);
}
// src/service/readiness.ts
/** Waits until a service is ready: looks again and again, each look with a deadline of its own, until it says yes or time is up. */
/** Between two looks. */
const LOOK_EVERY_MS = 50;
/** One look may take this long. */
const LOOK_MS = 5e3;
/** With less time than this, a look that says no may only have been cut short. */
const LOOK_MIN_MS = 500;
/** The second address of `localhost` is looked at a little later, so that the first wins where both answer. */
const HEAD_START_MS = 20;
/** Right after the start, answers come and go (F7): this many in a row count. */
const SUCCESSES = 2;
const NOT_LOOKED = "there was no time to look";
/** Waits. @throws the signal's reason when it is aborted */
async function waitUntilReady(wait, world) {
	const settled = new AbortController();
	const deadline = performance.now() + wait.timeout;
	const signal = AbortSignal.any([wait.signal, settled.signal]);
	try {
		const waited = await firstReady(wait.addresses.map(async (address, index) => {
			await pause(index * HEAD_START_MS, signal);
			const last = await lookUntil(lookAt$1(wait, address, world), {
				deadline,
				signal,
				successes: successesOf(wait.ready)
			});
			return last === null ? {
				kind: "ready",
				address
			} : {
				kind: "too-late",
				last
			};
		}));
		wait.signal.throwIfAborted();
		return waited;
	} finally {
		settled.abort();
	}
}
/** The first address that is ready; the first address's reason when none is. */
async function firstReady(ways) {
	const ready = ways.map(async (way) => {
		const waited = await way;
		if (waited.kind === "too-late") throw new Error(waited.last);
		return waited;
	});
	const all = Promise.all(ways);
	all.catch(() => void 0);
	return Promise.any(ready).catch(async () => (await all)[0] ?? {
		kind: "too-late",
		last: "it has no address"
	});
}
const successesOf = ({ kind }) => kind === "http" ? SUCCESSES : 1;
/** Looks until it is ready (null) or the deadline has come (the last reason). Stops quietly when the signal is aborted. */
async function lookUntil(look, bounds) {
	const { deadline, signal, successes } = bounds;
	let last = NOT_LOOKED;
	for (let inRow = 0; !signal.aborted;) {
		const left = deadline - performance.now();
		if (left <= 0) return last;
		const why = await look(signal, Math.ceil(Math.min(LOOK_MS, left)));
		inRow = why === null ? inRow + 1 : 0;
		if (inRow >= successes) return null;
		if (left >= LOOK_MIN_MS || last === NOT_LOOKED) last = why ?? "it was ready only once";
		await pause(Math.min(LOOK_EVERY_MS, Math.max(0, deadline - performance.now())), signal);
	}
	return last;
}
/** How one look is taken. Whatever the kind, the port must accept connections: a log line may come before it does. */
function lookAt$1(wait, address, world) {
	const { ready } = wait;
	const base = new URL(wait.url);
	const connection = (signal, timeout) => tryConnection({
		address,
		url: base,
		timeout,
		signal
	}).then(() => null, (error) => inWords(error, address, base));
	if (ready.kind === "tcp") return connection;
	if (ready.kind === "log") {
		const silent = `its log has not said ${JSON.stringify(ready.text)}`;
		return async (signal, timeout) => wait.logHas(ready.text) ? connection(signal, timeout) : silent;
	}
	if (ready.kind === "command") return async (signal, timeout) => await runCommand(ready.command, wait, timeout, world) ?? connection(signal, timeout);
	const url = new URL(wait.url + ready.path);
	return (signal, timeout) => tryRequest({
		address,
		url,
		timeout,
		signal
	}).then(({ status, body }) => compare(ready, status, body), (error) => inWords(error, address, base));
}
function compare(ready, status, body) {
	if (!ready.status.some(({ from, to }) => status >= from && status <= to)) return `${ready.path} answered with status ${status}, not ${describeStatuses(ready.status)}`;
	if (ready.body !== null && !body.includes(ready.body)) return `${ready.path} answered without ${JSON.stringify(ready.body)} in its body`;
	return null;
}
/** `200–299, 404`. */
const describeStatuses = (set) => set.map(({ from, to }) => from === to ? String(from) : `${from}–${to}`).join(", ");
/** Exit code 0 is yes. */
async function runCommand(command, wait, timeout, world) {
	let said = "";
	await using tree = await startTree(world, {
		command: shellCommand(command),
		directory: wait.directory,
		env: wait.env,
		grace: millis(0),
		onOutput: (_, chunk) => {
			said = (said + chunk.toString("utf8")).slice(-1e3);
		}
	});
	const over = new AbortController();
	const exit = await Promise.race([tree.exited, pause(timeout, AbortSignal.any([wait.signal, over.signal])).then(() => null)]);
	over.abort();
	if (exit?.code === 0) return null;
	if (exit === null) return `the ready command did not end within ${Math.round(timeout)} ms`;
	await tree.drained;
	const words = said.trim().split(/[\r\n]+/).at(-1) ?? "";
	return `the ready command ${exit.signal === null ? `exited with code ${exit.code}` : `was ended by ${exit.signal}`}${words === "" ? "" : ` (${words.slice(0, 200)})`}`;
}
function inWords(error, address, url) {
	const code = error instanceof Error && "code" in error ? error.code : null;
	const place = `${address.includes(":") ? `[${address}]` : address}:${portOf(url)}`;
	if (code === "ECONNREFUSED") return `nothing listens on ${place}`;
	if (code === "ECONNRESET") return `${place} closed the connection without an answer`;
	return `${place}: ${error instanceof Error ? error.message : String(error)}`;
}
/** Sleeps; wakes up early, without an error, when the signal is aborted. */
async function pause(time, signal) {
	if (time > 0) await setTimeout$1(time, void 0, { signal }).catch(() => void 0);
}
// src/service/boot.ts
/** Boots a service of ours: a port, its processes, its log, readiness, and the certainty that it is what answers. */
/** Longer than the tree's pids may be old. */
const STRANGER_AGAIN_MS = 600;
/** Boots the service. See `bootService` for what it throws. */
async function bootOwn(service, world, options) {
	const boot = await prepareBoot(service, world, options);
	const running = await start(boot, world, options.logFile);
	try {
		const address = await becomeReady(running, world);
		const readyAfter = millis(world.now() - running.started);
		running.setReady(readyAfter);
		return {
			url: boot.url,
			target: {
				url: boot.url,
				address,
				loopback: true
			},
			readyAfter,
			pids: running.tree.pids,
			died: running.died,
			tail: () => shownLines(service, running.relay),
			stop: running.stop,
			[Symbol.asyncDispose]: running.stop
		};
	} catch (error) {
		await running.stop();
		throw error;
	}
}
async function prepareBoot(service, world, options) {
	const directory = await directoryOf(service, world);
	const port = service.port === "free" ? await freePort() : await claimPort(service.port);
	const fill = (text) => text.replaceAll("{port}", String(port));
	const url = fill(service.url).replace(/\/+$/, "");
	const addresses = await addressesOf(new URL(url).hostname).catch(() => []);
	if (addresses.length === 0 || !addresses.every(isLoopback)) throw notLoopback(url, addresses);
	const given = Object.entries(service.env).map(([name, value]) => [name, fill(value)]);
	const env = childEnvironment(world.env, {
		...options.env,
		PORT: String(port),
		...Object.fromEntries(given)
	});
	if (world.signal.aborted) throw cancelled$1(world.signal);
	return {
		service,
		url,
		addresses,
		directory,
		env,
		command: onCores(shellCommand(fill(service.start)), options.cores ?? null)
	};
}
/** @throws Failure code `port-taken`, naming who has it */
async function claimPort(port) {
	if (await isPortTaken(port)) throw portTaken(port, holdersOfPort(port));
	return port;
}
async function start(boot, world, logFile) {
	const { service } = boot;
	const relay = await openServiceLog(service, world, {
		file: logFile,
		mode: "continue"
	});
	if (service.ready.kind === "log") relay.watchFor(service.ready.text);
	const started = world.now();
	const tree = await startTree(world, {
		command: boot.command,
		directory: boot.directory,
		env: boot.env,
		grace: service.stopTimeout,
		onOutput: relay.push
	}).catch(async (error) => {
		await relay.close();
		throw error;
	});
	const death = new AbortController();
	let readyAfter = null;
	let asked = false;
	tree.exited.then(async (exit) => {
		const elapsed = millis(world.now() - started);
		await tree.drained;
		if (asked) return;
		death.abort(serviceExited(service, {
			exit,
			elapsed,
			readyAfter,
			lines: shownLines(service, relay)
		}));
	});
	let stopping = null;
	return {
		boot,
		tree,
		relay,
		started,
		died: death.signal,
		setReady(after) {
			readyAfter = after;
		},
		stop() {
			asked = true;
			stopping ??= stop({
				service,
				tree,
				relay
			}, world);
			return stopping;
		}
	};
}
/** Ends the tree, then the log. Words about it are all that can go wrong. */
async function stop({ service, tree, relay }, world) {
	const left = await tree.stop();
	await relay.close();
	if (left.length > 0) world.log.warning(`Processes of the service could not be ended, since they belong to another user: ${left.join(", ")}.`);
	showLog(service, "Log of the service", relay, world);
}
/** Waits for readiness. Returns the address that answered. @throws Failure */
async function becomeReady({ boot, tree, relay, died }, world) {
	const { service, url, addresses, directory, env } = boot;
	const signal = AbortSignal.any([world.signal, died]);
	const waited = await waitUntilReady({
		ready: service.ready,
		url,
		addresses,
		timeout: service.readyTimeout,
		directory,
		env,
		logHas: relay.saw,
		signal
	}, world).catch((error) => {
		if (world.signal.aborted) throw cancelled$1(world.signal);
		throw died.aborted ? died.reason : error;
	});
	const port = portOf(new URL(url));
	if (waited.kind === "too-late") throw neverReady(service, {
		url,
		last: waited.last,
		elapsed: service.readyTimeout,
		heard: listenedOn(tree.pids()),
		lines: shownLines(service, relay)
	});
	const stranger = await findLastingStranger(() => findStranger(waited.address, port, tree.pids()));
	if (stranger !== null) throw answeredByOther(url, stranger, shownLines(service, relay));
	if (died.aborted) throw died.reason;
	if (addresses.length > 1) world.log.info(`${new URL(url).hostname} answers at ${waited.address}.`);
	return waited.address;
}
/** Looks again before it accuses: a process may listen that was started after the last look at the tree. */
async function findLastingStranger(look) {
	if (look() === null) return null;
	await setTimeout$1(STRANGER_AGAIN_MS);
	return look();
}
// src/service/running.ts
/** It is somebody else's: stopping it is not ours. */
const nothing = () => Promise.resolve();
/** Finds the service. Its host name is resolved once; the address that answered is the one that is loaded. See `bootService` for what it throws. */
async function meetRunning(service, world) {
	const url = service.url.replace(/\/+$/, "");
	const addresses = await addressesOf(new URL(url).hostname).catch(() => []);
	if (addresses.length === 0 || !addresses.every(isLoopback)) throw notLoopback(url, addresses);
	const waited = await waitUntilReady({
		ready: service.ready,
		url,
		addresses,
		timeout: service.readyTimeout,
		directory: world.workspace,
		env: childEnvironment(world.env),
		logHas: () => true,
		signal: world.signal
	}, world).catch((error) => {
		throw world.signal.aborted ? cancelled$1(world.signal) : error;
	});
	if (waited.kind === "too-late") throw unreachable(service, waited.last, millis(service.readyTimeout));
	if (addresses.length > 1) world.log.info(`${new URL(url).hostname} answers at ${waited.address}.`);
	return {
		url,
		target: {
			url,
			address: waited.address,
			loopback: true
		},
		readyAfter: null,
		pids: () => [],
		died: new AbortController().signal,
		tail: () => [],
		stop: nothing,
		[Symbol.asyncDispose]: nothing
	};
}
// src/service/service.ts
/**
* Boots a service and waits until it is ready, or finds one that already runs.
* @throws Failure `service-exited`, `never-ready`, `port-taken`, `port-answered-by-other`, `unreachable` (kind `not-measured`),
* `start-not-found`, `start-not-executable`, `working-directory-missing`, `target-not-loopback` (kind `usage`), or kind `cancelled`;
* nothing of the service is left running then
*/
function bootService(service, world, options) {
	return service.kind === "booted" ? bootOwn(service, world, options) : meetRunning(service, world);
}
// src/probes/kernel-counters.ts
/** The kernel's own counters of the whole machine: who computes, who waits, what is stolen. */
/** Reads them; null where there is no `/proc`. `root` stands for `/`, `at` is the time of the reading. */
function readCounters(root, at) {
	const stat = readKernelFile(root, "proc/stat");
	const first = /^cpu +(.+)$/m.exec(stat ?? "")?.[1];
	if (stat === null || first === void 0) return null;
	const [user = 0, nice = 0, system = 0, idle = 0, ioWait = 0, irq = 0, softirq = 0, stolen = 0] = first.split(" ").slice(0, 8).map(Number);
	const busy = user + nice + system + irq + softirq;
	const { user: gateUser, system: gateSystem } = process.cpuUsage();
	return {
		at,
		cores: stat.match(/^cpu\d+ /gm)?.length ?? 1,
		busy,
		all: busy + idle + ioWait + stolen,
		stolen,
		cpuWait: pressureOf(root, "cpu"),
		ioWait: pressureOf(root, "io"),
		gate: (gateUser + gateSystem) / 1e6
	};
}
/** Pressure stall information: total microseconds in which at least one task waited. */
function pressureOf(root, resource) {
	const total = /^some .*total=(\d+)$/m.exec(readKernelFile(root, `proc/pressure/${resource}`) ?? "")?.[1];
	return total === void 0 ? null : Number(total);
}
// src/probes/process-tree.ts
/** Adds up the CPU time of a tree of processes that come and go, from looks at those that are alive. */
/** Looks at one process; null when it is gone. */
function readProcess(root, pid) {
	const stat = readKernelFile(root, `proc/${pid}/stat`);
	if (stat === null) return null;
	const fields = stat.slice(stat.lastIndexOf(")") + 2).trim().split(" ").map(Number);
	const field = (number) => fields[number - 3] ?? NaN;
	const reading = {
		pid,
		startTime: field(22),
		own: field(14) + field(15),
		reaped: field(16) + field(17),
		memory: memoryOf(root, pid)
	};
	return Object.values(reading).every(Number.isFinite) ? reading : null;
}
function memoryOf(root, pid) {
	const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(readKernelFile(root, `proc/${pid}/status`) ?? "")?.[1];
	return kilobytes === void 0 ? 0 : Number(kilobytes) * 1024;
}
/**
* Opens an account. Processes that lived and died between two looks are found in their parent's time for waited-for children: what the parents gained
* there, less what was already seen of the ended, is theirs. A process that appears after the first look counts from its start if it started since, which
* its start time tells.
*/
function openTreeAccount() {
	const known = /* @__PURE__ */ new Map();
	let newest = Number.NEGATIVE_INFINITY;
	let alive = /* @__PURE__ */ new Set();
	let looks = 0;
	let peak = 0;
	return {
		look(readings) {
			for (const reading of readings) {
				const key = `${reading.pid} ${reading.startTime}`;
				const bornSince = looks > 0 && reading.startTime > newest;
				const first = known.get(key)?.first ?? (bornSince ? {
					...reading,
					own: 0,
					reaped: 0
				} : reading);
				known.set(key, {
					first,
					last: reading
				});
			}
			if (looks === 0) newest = Math.max(newest, ...readings.map((reading) => reading.startTime));
			alive = new Set(readings.map((reading) => `${reading.pid} ${reading.startTime}`));
			peak = Math.max(peak, readings.reduce((sum, reading) => sum + reading.memory, 0));
			looks += 1;
		},
		ticks() {
			const all = [...known.values()];
			const own = total$1(all.map(({ first, last }) => last.own - first.own));
			const reaped = total$1(all.map(({ first, last }) => last.reaped - first.reaped));
			const ended = [...known].filter(([key]) => !alive.has(key)).map(([, { last }]) => last.own + last.reaped);
			return own + Math.max(0, reaped - total$1(ended));
		},
		peakMemory: () => peak
	};
}
const total$1 = (values) => values.reduce((sum, value) => sum + value, 0);
// src/probes/host.ts
/** Between two looks at the processes: short enough to see what lives for half a second, long enough to cost nothing. */
const LOOK_EVERY = millis(250);
/** Starts to watch. */
function startHostProbe(options) {
	const { root = "/", now = () => performance.now() } = options;
	const service = openTreeAccount();
	const generator = openTreeAccount();
	const start = readCounters(root, now());
	if (start === null) return { stop: () => null };
	let serviceSeen = false;
	const look = () => {
		const pids = options.servicePids();
		serviceSeen ||= pids.length > 0;
		if (serviceSeen) service.look(readAll(root, pids));
		const pid = options.generatorPid();
		if (pid !== null) generator.look(readAll(root, [pid]));
	};
	look();
	const timer = setInterval(look, LOOK_EVERY);
	timer.unref();
	let reading = null;
	return { stop() {
		if (reading !== null) return reading;
		clearInterval(timer);
		look();
		const used = {
			service: serviceSeen ? service.ticks() : null,
			generator: generator.ticks()
		};
		const memory = serviceSeen ? service.peakMemory() : null;
		reading = tell(start, readCounters(root, now()) ?? start, used, memory);
		return reading;
	} };
}
function readAll(root, pids) {
	return pids.map((pid) => readProcess(root, pid)).filter((reading) => reading !== null);
}
function tell(start, end, used, memory) {
	const seconds = Math.max(toSeconds(millis(end.at - start.at)), 1e-6);
	const coresOf = (ticks) => ticks / 100 / seconds;
	const busyCores = coresOf(end.busy - start.busy);
	const serviceCores = used.service === null ? null : coresOf(used.service);
	const generatorCores = coresOf(used.generator);
	const gateCores = (end.gate - start.gate) / seconds;
	return {
		cores: end.cores,
		busyCores,
		serviceCores,
		generatorCores,
		otherCores: Math.max(0, busyCores - (serviceCores ?? 0) - generatorCores - gateCores),
		steal: stealOf(start, end),
		cpuPressure: waitShare(start.cpuWait, end.cpuWait, seconds),
		ioPressure: waitShare(start.ioWait, end.ioWait, seconds),
		serviceMemory: memory === null ? null : bytes(memory)
	};
}
/** Share of time that the hypervisor gave to others; null where it has never admitted any, since many hypervisors do not tell. */
function stealOf(start, end) {
	if (end.stolen === 0) return null;
	return ratio((end.stolen - start.stolen) / Math.max(end.all - start.all, 1));
}
function waitShare(before, after, seconds) {
	return before === null || after === null ? null : ratio(Math.min(1, (after - before) / 1e6 / seconds));
}
// src/measure/design.ts
/** How two builds are measured beside each other: constants that an experiment chose (`npm run bench:design`, docs/evidence.md). */
/** What is measured by default. */
const DESIGN = {
	turn: millis(100),
	slice: millis(2e3),
	warmUpTurn: millis(500),
	apart: true
};
/** A turn lasts at least so many median latencies: of a shorter one, most would be its beginning and its end. */
const LATENCIES_A_TURN = 6;
/** A turn is to bring so many answers, where the load and not the service says how fast they come: of fewer, its p95 is its maximum. */
const ANSWERS_A_TURN = 20;
/** So many turns a build has at least: of fewer, a quarter is no more than luck. The slice of a slow service lasts longer for it… */
const TURNS_MIN = 12;
/** …up to this. */
const SLICE_MAX = millis(12e3);
/**
* Length and number of a build's turns for a scenario whose median latency is known. `rate`: answers a second that its load allows, or null when only the service bounds them.
* The number is even, since turns come in units of ABBA or BAAB.
*/
function turnsFor(design, median, rate = null) {
	const longest = Math.max(design.turn, SLICE_MAX / TURNS_MIN);
	const forAnswers = rate === null ? 0 : 1e3 * ANSWERS_A_TURN / rate;
	const needed = Math.max(design.turn, LATENCIES_A_TURN * (median ?? 0), forAnswers);
	const length = millis(Math.min(needed, longest));
	const usual = 2 * Math.round(design.slice / length / 2);
	return {
		length,
		aSide: Math.max(design.turn < longest ? TURNS_MIN : 2, usual)
	};
}
// src/probes/cpu-time.ts
/** CPU time of a tree of processes, from lap to lap: nanoseconds where the scheduler counts them, else clock ticks of ten milliseconds. */
const NANOS_A_TICK = 1e7;
/** Opens a watch; its first lap begins now. `root` stands for `/`. */
function openCpuWatch(pids, root = "/") {
	let last = lookAt(pids(), root);
	return { lap() {
		const now = lookAt(pids(), root);
		const used = now.size === 0 && last.size === 0 ? null : nanos(usedBetween(last, now));
		last = now;
		return used;
	} };
}
function lookAt(pids, root) {
	const look = /* @__PURE__ */ new Map();
	for (const pid of pids) {
		const reading = readProcess(root, pid);
		if (reading === null) continue;
		const { own, reaped, startTime } = reading;
		look.set(`${pid} ${startTime}`, {
			threads: threadTimes(root, pid),
			own: own * NANOS_A_TICK,
			reaped: reaped * NANOS_A_TICK
		});
	}
	return look;
}
/** `/proc/<pid>/task/<tid>/schedstat`: time on a core, time waiting for one, slices (Documentation/scheduler/sched-stats.rst). */
function threadTimes(root, pid) {
	const folder = `proc/${pid}/task`;
	const times = listKernelFolder(root, folder).flatMap((thread) => {
		const time = Number(readKernelFile(root, `${folder}/${thread}/schedstat`)?.split(" ")[0]);
		return Number.isFinite(time) ? [[thread, time]] : [];
	});
	return times.some(([, time]) => time > 0) ? new Map(times) : /* @__PURE__ */ new Map();
}
function usedBetween(before, now) {
	let used = 0;
	let reaped = 0;
	for (const [key, process] of now) {
		const earlier = before.get(key);
		used += usedBy(process, earlier);
		reaped += process.reaped - (earlier?.reaped ?? 0);
	}
	const ended = [...before].filter(([key]) => !now.has(key)).map(([, { own, reaped: of }]) => own + of);
	return used + Math.max(0, reaped - sum$1(ended));
}
/** A process without an earlier look was born since. */
function usedBy(now, before) {
	const ticks = now.own - (before?.own ?? 0);
	if (now.threads.size === 0) return ticks;
	const byThread = sum$1([...now.threads].map(([thread, time]) => time - (before?.threads.get(thread) ?? 0)));
	return [...before?.threads.keys() ?? []].some((thread) => !now.threads.has(thread)) ? Math.max(byThread, ticks) : byThread;
}
const sum$1 = (values) => values.reduce((total, value) => total + value, 0);
// src/measure/lane.ts
/** One build in one block: its running service, and the watch over its CPU time. */
/** Environments of other lengths move the stack, and with it what shares a line of the cache (Mytkowicz et al., ASPLOS 2009). */
const PADDING_MAX = 4096;
/** Holds nothing but the padding. */
const PADDING_VARIABLE = "LOADGATE_PADDING";
/** Boots a build. @throws Failure as `bootService`; for the base with code `base-failed` */
async function openLane(site, plan, cores, random) {
	const padding = "x".repeat(random.between(0, PADDING_MAX));
	const service = await blaming(site.side, () => bootService(plan, site.world, {
		logFile: site.logFile,
		cores,
		env: { [PADDING_VARIABLE]: padding }
	}));
	return laneOf(site.side, service);
}
/** A build that runs already. Disposing it stops its service. */
function laneOf(side, service) {
	return {
		side,
		service,
		cpu: openCpuWatch(() => service.pids()),
		boot: {
			side,
			readyAfter: service.readyAfter
		},
		[Symbol.asyncDispose]: () => service.stop()
	};
}
/** Does something for one build; what goes wrong with the base is said to be the base's. @throws Failure */
async function blaming(side, work) {
	try {
		return await work();
	} catch (error) {
		throw side === "base" ? ofBase(error) : error;
	}
}
/**
* Does something with builds that run. When it fails and the base has died, but the change has not, that is the base's fault, whichever of them was
* under load. @throws Failure
*/
async function blamingTheDead(lanes, work) {
	try {
		return await work();
	} catch (error) {
		const dead = lanes.filter(({ service }) => service.died.aborted).map(({ side }) => side);
		throw dead.includes("base") && !dead.includes("head") ? ofBase(error) : error;
	}
}
/** What a second service meets that wants what the first one holds: a port of its own choosing, a lock. */
const BOOT_CODES = [
	"service-exited",
	"never-ready",
	"port-taken",
	"port-answered-by-other"
];
/**
* Waits for a build that is booted beside another one.
* @throws Failure of the boot, with code `not-together` when the other one may be its reason (see {@link failureBeside})
*/
async function besideAnother(booting) {
	return await booting.catch((error) => {
		const inner = isBaseFailure(error) ? error.cause : error;
		throw inner instanceof Failure && BOOT_CODES.includes(inner.detail.code) ? notTogether(error, inner) : error;
	});
}
/** The failure behind one of {@link besideAnother}; null for any other error. */
const failureBeside = (error) => error instanceof Failure && error.detail.code === "not-together" ? asFailure(error.cause) : null;
const notTogether = (error, { detail }) => new Failure({
	...detail,
	code: "not-together"
}, { cause: error });
/** True for what is the fault of the base commit: nothing that the change can be blamed for. */
const isBaseFailure = (error) => error instanceof Failure && error.detail.code === "base-failed";
function ofBase(error) {
	const { detail } = asFailure(error);
	if (detail.kind === "cancelled" || detail.code === "base-failed") return asFailure(error);
	return new Failure({
		kind: "not-measured",
		code: "base-failed",
		message: `The base commit could not be measured: ${detail.message}`,
		advice: `It is built and started in a folder of its own by the same commands as the change; \`service: build\` must do everything a fresh checkout needs, installing dependencies included. ${detail.advice}`,
		lines: detail.lines
	}, { cause: error });
}
// src/measure/order.ts
/**
* An order of turns in units of four, each ABBA or BAAB by lot: within every unit both builds are at the same time on average, so that a drift of the
* machine reaches both alike. `aSide` is even.
*/
function balancedOrder(random, aSide) {
	return Array.from({ length: aSide / 2 }, () => random.next() < .5 ? [
		"head",
		"base",
		"base",
		"head"
	] : [
		"base",
		"head",
		"head",
		"base"
	]).flat();
}
/** Both builds, by lot. */
const drawnSides = (random) => random.next() < .5 ? ["head", "base"] : ["base", "head"];
/** In a drawn order (Fisher and Yates). */
function shuffled(items, random) {
	const drawn = [...items];
	for (let last = drawn.length - 1; last > 0; last -= 1) {
		const other = random.between(0, last);
		const item = drawn[last];
		const swapped = drawn[other];
		if (item === void 0 || swapped === void 0) continue;
		drawn[last] = swapped;
		drawn[other] = item;
	}
	return drawn;
}
// src/measure/next-step.ts
/** The way up doubles the level. */
const FACTOR = 2;
/** A degradation point is known well enough when the levels around it are no further apart than this… */
const RESOLUTION = {
	stress: 1.1,
	capacity: 1.05
};
/** …or so many steps have tried to come closer. */
const REFINE_MAX = 10;
/** The lowest level that is looked for: of users one, of arrivals one a second. */
const LOWEST = 1;
/** The next step of a search on one build, given those so far; `first`: where it begins. */
function nextStep(search, first, steps) {
	const given = {
		...search,
		steps
	};
	const levels = levelsOf(given);
	const last = levels.at(-1);
	if (last === void 0) return {
		purpose: "raise",
		level: first
	};
	const doubted = levels.find(isDoubted);
	if (doubted !== void 0) return {
		purpose: purposeAt(doubted.level, steps),
		level: doubted.level
	};
	const degraded = degradationOf(given);
	if (degraded === null) return last.level < search.max ? {
		purpose: "raise",
		level: Math.min(search.max, FACTOR * last.level)
	} : {
		purpose: null,
		ended: "highest-level"
	};
	return recovering(given, degraded) ?? refining(search, levels, steps) ?? {
		purpose: null,
		ended: "found"
	};
}
/** One step that was too much may have been the machine's fault: it is tried once more. */
const isDoubted = ({ broken, times }) => broken !== null && times < 2;
const purposeAt = (level, steps) => steps.some((step) => step.level === level && step.purpose === "refine") ? "refine" : "raise";
/** Half of what was carried: at that, a queue as long as two seconds of too much is served within four. Null when the service has come back. */
function recovering(search, { carried }) {
	const tries = search.steps.filter(({ purpose }) => purpose === "recover");
	if (recoveryOf(search)?.recovered === true) return null;
	if (tries.length > 0) return {
		purpose: null,
		ended: "stays-broken"
	};
	return carried === null ? null : {
		purpose: "recover",
		level: asLevel(search.kind, carried / FACTOR)
	};
}
function refining(search, levels, steps) {
	if (steps.filter(({ purpose }) => purpose === "refine").length >= REFINE_MAX) return null;
	const found = degradationOf({
		...search,
		steps
	});
	if (found === null) return null;
	const low = found.carried;
	if (low === null) {
		const level = asLevel(search.kind, found.level / FACTOR);
		return found.level > LOWEST && level >= LOWEST ? {
			purpose: "refine",
			level
		} : null;
	}
	if (found.level / low <= RESOLUTION[search.kind]) return null;
	const level = asLevel(search.kind, Math.sqrt(low * found.level));
	return levels.some((each) => each.level === level) ? null : {
		purpose: "refine",
		level
	};
}
/** Users are whole; three digits of a rate are more than anybody reads. */
const asLevel = (kind, level) => kind === "stress" ? Math.max(1, Math.round(level)) : Number(level.toPrecision(3));
/** A plateau begins where throughput is nearly the highest; it is the highest from so many times as many users on. */
const WELL_ON = 1.5;
/**
* Levels worth measuring again where several blocks compare two builds: those that the capacity of either is read from. Of a plateau these are its beginning and one well on it; else
* the last that was carried, the first that was not, and one below both.
*/
function levelsWorthRepeating(results) {
	const wanted = results.flatMap((result) => {
		const levels = levelsOf(result).map(({ level }) => level);
		const found = degradationOf(result);
		if (found === null) return levels.slice(-1);
		const at = levels.indexOf(found.level);
		if (found.reason.kind !== "plateau") return levels.slice(Math.max(0, at - 2), at + 1);
		return [found.level, levels.find((level) => level >= WELL_ON * found.level) ?? found.level];
	});
	return [...new Set(wanted)].toSorted((left, right) => left - right);
}
// src/measure/progress.ts
/** The live lines while a load runs. */
/** `browse: load 4.0 of 10.0 s · 1,234/s · p95 4.2 ms · 0 errors` */
function progressLine$1(scenario, progress) {
	const phase = progress.phase === "warm-up" ? "warming up" : "load";
	const time = `${(progress.elapsed / 1e3).toFixed(1)} of ${(progress.total / 1e3).toFixed(1)} s`;
	const rate = `${Math.round(progress.throughput).toLocaleString("en")}/s`;
	const p95 = progress.p95 === null ? "p95 –" : `p95 ${progress.p95.toFixed(1)} ms`;
	const errors = progress.errors === 1 ? "1 error" : `${progress.errors} errors`;
	return [
		`${scenario}: ${phase} ${time}`,
		rate,
		p95,
		errors
	].join(" · ");
}
/** `limit: step 5, 16 users · 1,234/s · p95 4.2 ms` */
function stepLine(scenario, at) {
	const { step, place, side, load } = at;
	const level = isOpen(load.executor) ? `${step.level.toLocaleString("en")}/s asked` : `${step.level} ${step.level === 1 ? "user" : "users"}`;
	const rate = `${Math.round(step.throughput).toLocaleString("en")}/s`;
	const p95 = step.p95 === null ? "p95 –" : `p95 ${step.p95.toFixed(1)} ms`;
	const of = side === null ? "" : ` of ${side}`;
	return [
		`${scenario}: step ${place + 1}${of}, ${level}`,
		rate,
		p95
	].join(" · ");
}
// src/measure/step.ts
/** Load at a step's level before its measured time: queues and caches are then those of this level. */
const SETTLE = millis(1e3);
/** The load that was too much comes back for so long before it falls: the pauses between steps have let the service rest. */
const OVERLOAD = millis(2e3);
/** What it falls to is watched for so many steps. */
const WATCHED = 2;
/** How long a step takes, on one build. */
const stepTime = (purpose, { executor }) => millis(purpose === "recover" ? OVERLOAD + WATCHED * executor.duration : SETTLE + executor.duration);
/** The load that was too much, and then one that was carried, without a pause in which a queue could drain. */
function relief(load, high, low) {
	const watch = millis(WATCHED * load.executor.duration);
	const stages = [
		{
			duration: OVERLOAD,
			target: high
		},
		{
			duration: millis(0),
			target: low
		},
		{
			duration: watch,
			target: low
		}
	];
	const duration = millis(OVERLOAD + watch);
	return {
		warmUp: millis(0),
		executor: ramp(load.executor, high, {
			stages,
			duration
		})
	};
}
function ramp(executor, start, shape) {
	return executor.kind === "constant-arrival-rate" || executor.kind === "ramping-arrival-rate" ? {
		kind: "ramping-arrival-rate",
		startRate: start,
		maxUsers: executor.maxUsers,
		...shape
	} : {
		kind: "ramping-users",
		startUsers: start,
		thinkTime: executor.thinkTime,
		...shape
	};
}
/** The step that a turn was. */
function stepOf(turn, { purpose, level }) {
	const { result, elapsed, ok, cpu } = turn;
	const latency = fromRecord(result.latency);
	const at = (quantile) => {
		const value = latency.quantile(quantile);
		return value === null ? null : toMillis(value);
	};
	const { hits, total } = failuresOf(result.counts);
	const { mean } = latency;
	return {
		purpose,
		level,
		elapsed,
		counts: result.counts,
		arrivals: result.arrivals,
		throughput: perSecond(ok / toSeconds(elapsed)),
		errorRate: ratio(total === 0 ? 0 : hits / total),
		mean: mean === null ? null : toMillis(mean),
		p50: at(.5),
		p95: at(.95),
		p99: at(.99),
		cpu,
		generator: {
			cpu: result.generator.cpu,
			eventLoop: result.generator.eventLoop
		}
	};
}
/** The steps at the lower load that a turn of {@link relief} was, as far as its seconds tell: of a quantile they know the middle one of those of the seconds. */
function watchedSteps(turn, level, { executor }) {
	const length = Math.max(1, Math.round(toSeconds(executor.duration)));
	const first = Math.round(toSeconds(OVERLOAD));
	return Array.from({ length: WATCHED }, (_, index) => {
		const begin = first + index * length;
		return watchedStep(turn.result.timeline.filter(({ second }) => second >= begin && second < begin + length), {
			turn,
			level,
			elapsed: millis(1e3 * length)
		});
	});
}
function watchedStep(rows, { turn, level, elapsed }) {
	const total = (read) => rows.reduce((sum, row) => sum + read(row), 0);
	const [ok, failed] = [Math.round(total(({ throughput }) => throughput)), Math.round(total(({ errors }) => errors))];
	const middle = (values) => {
		const known = values.filter((value) => value !== null);
		return known.length === 0 ? null : millis(median(known));
	};
	const { cpu, eventLoop } = turn.result.generator;
	return {
		purpose: "recover",
		level,
		elapsed,
		counts: {
			...NOTHING,
			sent: ok + failed,
			ok,
			httpError: failed
		},
		arrivals: null,
		throughput: perSecond(ok / toSeconds(elapsed)),
		errorRate: ratio(ok + failed === 0 ? 0 : failed / (ok + failed)),
		mean: null,
		p50: middle(rows.map(({ p50 }) => p50)),
		p95: middle(rows.map(({ p95 }) => p95)),
		p99: null,
		cpu: null,
		generator: {
			cpu,
			eventLoop
		}
	};
}
const NOTHING = {
	httpError: 0,
	connectionError: 0,
	timeout: 0,
	lost: 0,
	inFlight: 0,
	refused: 0
};
// src/measure/sum-turns.ts
/** Adds turns up. @throws RangeError without turns */
function sumTurns(turns, context) {
	const results = turns.map(({ result }) => result);
	const [first] = results;
	if (first === void 0) throw new RangeError("a slice needs turns");
	const cpu = turns.flatMap((turn) => turn.cpu === null ? [] : [turn.cpu]);
	return {
		...context,
		startedAt: first.startedAt,
		elapsed: millis(total(results.map(({ elapsed }) => elapsed))),
		users: first.users,
		cpu: cpu.length === turns.length ? nanos(total(cpu)) : null,
		turns: turns.map(withoutResult),
		search: null,
		counts: addCounts(results.map(({ counts }) => counts)),
		arrivals: addArrivals(results),
		latency: merged(results.map(({ latency }) => latency)),
		requests: first.requests.map(({ name }) => requestOf(name, results)),
		statuses: addStatuses(results.flatMap(({ statuses }) => statuses)),
		errors: addErrors(results),
		bodyBytes: bytes(total(results.map(({ bodyBytes }) => bodyBytes))),
		timeline: timelineOf$1(results),
		generator: generatorOf(results)
	};
}
function withoutResult({ place, elapsed, ok, p50, p95, level, cpu, outside }) {
	return {
		place,
		elapsed,
		ok,
		p50,
		p95,
		level,
		cpu,
		outside
	};
}
function requestOf(name, results) {
	const parts = results.flatMap(({ requests }) => requests.filter((request) => request.name === name));
	return {
		name,
		counts: addCounts(parts.map(({ counts }) => counts)),
		latency: merged(parts.map(({ latency }) => latency))
	};
}
/** As many as one stretch of load keeps. */
const ERRORS_MAX = 20;
function addErrors(results) {
	const counts = /* @__PURE__ */ new Map();
	for (const { message, count } of results.flatMap(({ errors }) => errors)) counts.set(message, (counts.get(message) ?? 0) + count);
	return [...counts].map(([message, count]) => ({
		message,
		count
	})).toSorted((left, right) => right.count - left.count).slice(0, ERRORS_MAX);
}
function merged(records) {
	return histogramOf(records).toRecord(micros(Math.max(...records.map(({ resolution }) => resolution))));
}
function histogramOf(records) {
	const whole = createHistogram();
	for (const record of records) whole.add(fromRecord(record));
	return whole;
}
/** Rows of a second of load each, of as many turns as that takes. */
function timelineOf$1(results) {
	const rows = [[]];
	for (const result of results) {
		const row = rows.at(-1) ?? [];
		if (toSeconds(millis(total(row.map(({ elapsed }) => elapsed)))) + toSeconds(result.elapsed) / 2 > 1 && row.length > 0) rows.push([result]);
		else row.push(result);
	}
	return rows.map((row, second) => rowOf(row, second));
}
function rowOf(results, second) {
	const seconds = Math.max(toSeconds(millis(total(results.map(({ elapsed }) => elapsed)))), .001);
	const counts = addCounts(results.map((result) => result.counts));
	const latency = histogramOf(results.map((result) => result.latency));
	const at = (quantile) => {
		const value = latency.quantile(quantile);
		return value === null ? null : toMillis(value);
	};
	return {
		second,
		throughput: perSecond(counts.ok / seconds),
		p50: at(.5),
		p95: at(.95),
		errors: perSecond(failuresOf(counts).hits / seconds),
		users: usersOf(results)
	};
}
/** The middle of the turns' own rows, since those of an open loop are not known before; a turn too short for a row has the users that it was given. */
function usersOf(results) {
	const seen = results.flatMap(({ timeline }) => timeline.map(({ users }) => users));
	return Math.round(seen.length > 0 ? median(seen) : results[0]?.users ?? 0);
}
/** Shares by time; the worst delay and the most memory of any turn. */
function generatorOf(results) {
	const whole = total(results.map(({ elapsed }) => elapsed));
	const mean = (read) => ratio(total(results.map((result) => read(result.generator) * result.elapsed)) / Math.max(whole, .001));
	const delays = results.map(({ generator }) => generator.runQueueDelay);
	return {
		cpu: mean(({ cpu }) => cpu),
		eventLoop: mean(({ eventLoop }) => eventLoop),
		eventLoopDelayP99: millis(Math.max(...results.map(({ generator }) => generator.eventLoopDelayP99))),
		runQueueDelay: delays.includes(null) ? null : mean(({ runQueueDelay }) => runQueueDelay ?? 0),
		memory: bytes(Math.max(...results.map(({ generator }) => generator.memory)))
	};
}
const total = (values) => values.reduce((sum, value) => sum + value, 0);
// src/probes/outside.ts
/** How much of the machine went to others from lap to lap: to processes that are not part of the measurement, and to other machines of the same host. */
/** Opens a watch; its first lap begins now. `root` stands for `/`. */
function openOutsideWatch(root = "/", now = () => performance.now()) {
	let last = readCounters(root, now());
	return { lap(own) {
		const current = readCounters(root, now());
		const others = last === null || current === null ? null : othersBetween(last, current, own);
		last = current;
		return others;
	} };
}
function othersBetween(before, now, own) {
	const elapsed = Math.max(toSeconds(millis(now.at - before.at)), 1e-6);
	const used = (now.busy + now.stolen - before.busy - before.stolen) / 100;
	return Math.max(0, (used - own / 1e9 - (now.gate - before.gate)) / elapsed);
}
// src/measure/turn.ts
/** Opens the watches of a generator. */
function openBench(generator) {
	return {
		generator,
		generatorCpu: openCpuWatch(() => [generator.pid]),
		outside: openOutsideWatch()
	};
}
/** Takes one turn on a lane; all lanes of the block are watched. @throws Failure when a service dies (the base: code `base-failed`) or the generator fails */
async function takeTurn(lane, lanes, bench, { place, ...job }) {
	const { service } = lane;
	const died = AbortSignal.any(lanes.map((each) => each.service.died));
	for (const each of lanes) each.cpu.lap();
	bench.generatorCpu.lap();
	bench.outside.lap(nanos(0));
	const result = await blamingTheDead(lanes, () => bench.generator.load({
		ending: "settle",
		...job,
		url: service.url,
		address: service.target.address,
		died
	}, () => void 0));
	const used = lanes.map((each) => ({
		side: each.side,
		cpu: each.cpu.lap()
	}));
	const own = sum([...used.map(({ cpu }) => cpu ?? nanos(0)), bench.generatorCpu.lap() ?? nanos(0)]);
	const latency = fromRecord(result.latency);
	const at = (quantile) => {
		const value = latency.quantile(quantile);
		return value === null ? null : toMillis(value);
	};
	return {
		place,
		elapsed: result.elapsed,
		ok: result.counts.ok,
		p50: at(.5),
		p95: at(.95),
		level: levelOf(latency),
		cpu: used.find(({ side }) => side === lane.side)?.cpu ?? null,
		outside: bench.outside.lap(own),
		result
	};
}
/** The load of one turn of this length, at its highest level; `engine` as the warm-up chose it. */
function turnLoad(load, length, engine) {
	return {
		...load,
		engine,
		warmUp: millis(0),
		executor: heldAt("peak", load.executor, length)
	};
}
const sum = (values) => nanos(values.reduce((total, value) => total + value, 0));
// src/measure/search.ts
/** More steps than any search takes: its way up doubles, and what follows is bounded. */
const STEPS_MAX = 200;
const SEED_MAX$3 = 2 ** 31 - 1e3;
/** Searches, and sums up. @throws Failure when a service dies (of the base: code `base-failed`) or the generator fails */
async function measureSearch(job, world) {
	const { lanes, bench, scenario, search } = job;
	const tracks = lanes.map((lane) => ({
		lane,
		turns: [],
		steps: []
	}));
	const host = startHostProbe({
		servicePids: () => lanes.flatMap(({ service }) => service.pids()),
		generatorPid: () => bench.generator.pid
	});
	try {
		const ended = await takeSteps(job, tracks, world);
		const reading = host.stop();
		const engine = engineOf(tracks);
		const results = tracks.map((track) => resultOf(search, scenario.load, track, ended));
		return {
			slices: tracks.map((track, index) => sliceOf(job, track, {
				engine,
				host: reading,
				search: results[index]
			})),
			load: millis(tracks.reduce((sum, { turns }) => sum + loadOf(turns), 0)),
			engine,
			levels: job.levels ?? levelsWorthRepeating(results)
		};
	} finally {
		host.stop();
	}
}
const loadOf = (turns) => turns.reduce((sum, { elapsed, result }) => sum + elapsed + result.warmUp, 0);
/** Measures step after step on every build. Resolves with why no more were. */
async function takeSteps(job, tracks, world) {
	const { search, scenario, levels } = job;
	let spent = 0;
	for (let taken = 0; taken < STEPS_MAX; taken += 1) {
		const next = levels === null ? nextOf(job, tracks) : givenStep(levels, taken);
		if (next.purpose === null) return next.ended;
		const cost = tracks.length * stepTime(next.purpose, scenario.load);
		if (levels === null && spent + cost > search.budget && taken > 0) return "budget";
		const seed = job.random.between(1, SEED_MAX$3);
		for (const track of shuffled(tracks, job.random)) await takeStep(job, track, {
			...next,
			seed,
			place: taken
		}, world);
		spent += cost;
	}
	return "budget";
}
function givenStep(levels, taken) {
	const level = levels[taken];
	return level === void 0 ? {
		purpose: null,
		ended: "given"
	} : {
		purpose: "raise",
		level
	};
}
/** What the builds ask for, the way up first: what one of them does not need, it gets with the other. */
function nextOf({ search, scenario }, tracks) {
	const first = peakOf(scenario.load.executor);
	const wanted = tracks.map(({ steps }) => nextStep(search, first, steps));
	for (const purpose of [
		"raise",
		"recover",
		"refine"
	]) {
		const [lowest] = wanted.flatMap((next) => next.purpose === purpose ? [next] : []).toSorted((left, right) => left.level - right.level);
		if (lowest !== void 0) return lowest;
	}
	const ends = wanted.flatMap((next) => next.purpose === null ? [next] : []);
	return ends.find(({ ended }) => ended === "stays-broken") ?? ends[0] ?? {
		purpose: null,
		ended: "found"
	};
}
async function takeStep({ scenario, bench, lanes, engine, levels }, track, { purpose, level, seed, place }, world) {
	const { name } = scenario;
	const load = levels === null ? scenario.load : shortened(scenario.load);
	const settle = levels === null ? SETTLE : millis(SETTLE / 2);
	const known = track.turns.at(-1)?.result.engine ?? engine;
	const held = {
		warmUp: place === 0 ? millis(Math.max(load.warmUp, settle)) : settle,
		executor: atLevel(level, load.executor, load.executor.duration)
	};
	const turn = await takeTurn(track.lane, lanes, bench, {
		scenario: name,
		load: {
			...load,
			engine: known?.name === "undici" ? "undici" : load.engine,
			...purpose === "recover" ? relief(load, highestOf(track), level) : held
		},
		seed,
		place,
		ending: "cut"
	});
	track.turns.push(turn);
	const steps = purpose === "recover" ? watchedSteps(turn, level, load) : [stepOf(turn, {
		purpose,
		level
	})];
	track.steps.push(...steps);
	const [step] = steps;
	if (step === void 0) return;
	world.log.progress(stepLine(name, {
		step,
		place,
		side: lanes.length > 1 ? track.lane.side : null,
		load
	}));
}
/** Where blocks repeat a step, many short ones see more of what differs from boot to boot than a few long ones. */
const shortened = (load) => ({
	...load,
	executor: {
		...load.executor,
		duration: millis(Math.max(1e3, load.executor.duration / 2))
	}
});
const highestOf = ({ steps }) => Math.max(...steps.map(({ level }) => level));
/** One instrument for all: our own, if any step needed it. */
function engineOf(tracks) {
	const used = tracks.flatMap(({ turns }) => turns.map(({ result }) => result.engine));
	const engine = used.find(({ name }) => name === "undici") ?? used[0];
	if (engine === void 0) throw new Error("a search takes steps");
	return engine;
}
function resultOf(search, { executor }, { steps }, ended) {
	return {
		...search,
		thinkTime: thinkTimeOf$1(executor),
		steps,
		ended
	};
}
function sliceOf({ scenario }, { lane, turns }, found) {
	const side = lane.side;
	return {
		...sumTurns(turns, {
			scenario: scenario.name,
			side,
			engine: found.engine,
			warmUp: SETTLE,
			host: found.host
		}),
		users: Math.max(...turns.map(({ result }) => result.users)),
		turns: [],
		timeline: timelineOf(turns),
		search: found.search ?? null
	};
}
/** The seconds of all steps, one step after the other. */
function timelineOf(turns) {
	let start = 0;
	return turns.flatMap(({ result }) => {
		const from = start;
		start += rowsOf(result);
		return result.timeline.map((row) => ({
			...row,
			second: row.second + from
		}));
	});
}
// src/measure/warm-up.ts
/** Turns that are taken at least, where the warm-up allows for them. */
const STEADY_TURNS = 3;
/**
* Loads the lanes in turns until the throughput of each is steady, for no longer than the scenario's warm-up, but at least one turn each. If any of them
* needs our own engine, it measures all of them: builds are compared by one instrument.
*/
async function warmUp(lanes, bench, job) {
	const { scenario, design, seed } = job;
	const taken = new Map(lanes.map((lane) => [lane, []]));
	let engine = job.engine;
	let rounds = 0;
	do {
		for (const [lane, turns] of taken) {
			const choice = rounds === 0 && job.engine === null ? scenario.load.engine : engineFor(engine);
			const load = turnLoad(scenario.load, design.warmUpTurn, choice);
			const turn = await takeTurn(lane, lanes, bench, {
				scenario: scenario.name,
				load,
				seed: seed + rounds,
				place: 0
			});
			turns.push(turn);
			engine = stricter(engine, turn.result.engine);
		}
		rounds += 1;
	} while (rounds * design.warmUpTurn < scenario.load.warmUp && ![...taken.values()].every((turns) => isSteady(turns)));
	const medians = [...taken.values()].flatMap((turns) => turns.at(-1)?.p50 ?? []);
	if (engine === null) throw new Error("a warm-up has lanes");
	return {
		engine,
		median: medians.length === 0 ? null : millis(Math.max(...medians)),
		time: millis(rounds * design.warmUpTurn)
	};
}
/** The engine to ask for, so that it is the one that was chosen. */
const engineFor = (use) => use === null || use.name === "fake" ? "auto" : use.name;
/** What one service needs, all get. */
function stricter(known, seen) {
	return known === null || known.name !== seen.name && seen.name === "undici" ? seen : known;
}
/**
* True when there were enough turns and the last is hardly faster than the fastest before it. Only getting faster counts: a turn that is slower was disturbed, and
* waiting for quiet is not what a warm-up is for.
*/
function isSteady(turns) {
	const rates = turns.map(({ ok, elapsed }) => ok / elapsed);
	const last = rates.at(-1) ?? 0;
	return rates.length >= STEADY_TURNS && last <= 1.05 * Math.max(...rates.slice(0, -1));
}
// src/measure/block.ts
/**
* Measures a block.
* @throws Failure when a service cannot be booted or dies (of the base: code `base-failed`; of the second beside the first: see {@link besideAnother}), or the
* generator fails
*/
async function measureBlock$1(field, job) {
	const random = seededRandom(job.seed);
	const sides = drawnSides(random);
	const scenarios = shuffled(field.plan.scenarios.filter(({ search }) => job.phase !== "explore" || search !== null), random);
	const shapes = /* @__PURE__ */ new Map();
	if (job.services === "together") return await measureTogether(field, job, {
		random,
		sides,
		scenarios,
		shapes
	});
	const parts = [];
	const seed = random.between(1, SEED_MAX$2);
	for (const side of sides) {
		const draw = {
			random: seededRandom(seed),
			sides: [side],
			scenarios,
			shapes
		};
		parts.push(await measureTogether(field, job, draw));
	}
	return joined(parts);
}
const SEED_MAX$2 = 2 ** 31 - 1e3;
async function measureTogether(field, job, draw) {
	await using open = new AsyncDisposableStack();
	const lanes = [];
	for (const side of draw.sides) {
		const cores = field.cores?.service ?? null;
		const opened = openLane(field.sites[side], field.plan.service, cores, draw.random);
		lanes.push(open.use(await (lanes.length === 0 ? opened : besideAnother(opened))));
	}
	const slices = [];
	let load = 0;
	for (const scenario of draw.scenarios) {
		const measured = await measureAny(field, {
			...job,
			...draw,
			scenario,
			lanes
		});
		slices.push(...measured.slices);
		load += measured.load;
	}
	const [lane] = lanes;
	if (lane === void 0) throw new Error("a block has builds");
	return {
		target: (lanes.find(({ side }) => side === "head") ?? lane).service.target,
		block: {
			phase: job.phase,
			load: millis(load),
			boots: lanes.map(({ boot }) => boot),
			slices
		}
	};
}
function joined(parts) {
	const blocks = parts.map(({ block }) => block);
	const [first] = parts;
	if (first === void 0) throw new Error("a block has builds");
	return {
		target: (parts.find(({ block }) => block.boots.some(({ side }) => side === "head")) ?? first).target,
		block: {
			phase: first.block.phase,
			load: millis(blocks.reduce((sum, { load }) => sum + load, 0)),
			boots: blocks.flatMap(({ boots }) => boots),
			slices: blocks.flatMap(({ slices }) => slices)
		}
	};
}
async function measureAny(field, job) {
	const { scenario, lanes, random } = job;
	const { search, name } = scenario;
	if (search === null) return await measureScenario$1(field, job);
	const { bench, engines, levels, world } = field;
	const found = await measureSearch({
		scenario,
		search,
		lanes,
		bench,
		random,
		levels: levels.get(name) ?? null,
		engine: engines.get(name) ?? null
	}, world);
	engines.set(name, found.engine);
	levels.set(name, found.levels);
	return found;
}
async function measureScenario$1({ bench, design, engines, world }, job) {
	const { scenario, lanes, random } = job;
	const engine = engines.get(scenario.name) ?? null;
	world.log.progress(`${scenario.name}: block ${job.number}, warming up`);
	const warm = await warmUp(lanes, bench, {
		scenario,
		engine,
		design,
		seed: random.between(1, SEED_MAX$2)
	});
	engines.set(scenario.name, warm.engine);
	const host = startHostProbe({
		servicePids: () => lanes.flatMap(({ service }) => service.pids()),
		generatorPid: () => bench.generator.pid
	});
	try {
		const turns = await takeTurns(job, bench, design, warm, world);
		const reading = host.stop();
		const slices = lanes.map(({ side }) => sumTurns(turns.get(side) ?? [], {
			scenario: scenario.name,
			side,
			engine: warm.engine,
			warmUp: warm.time,
			host: reading
		}));
		const measured = slices.reduce((sum, { elapsed }) => sum + elapsed, 0);
		return {
			slices,
			load: millis(measured + warm.time * lanes.length)
		};
	} finally {
		host.stop();
	}
}
async function takeTurns({ scenario, lanes, random, number, shapes }, bench, design, warm, world) {
	const rate = rateAllowed(scenario.load.executor, warm.median);
	const shape = shapes.get(scenario.name) ?? {
		...turnsFor(design, warm.median, rate),
		taken: 0
	};
	const { length, aSide } = shape;
	const order = balancedOrder(random, aSide).filter((side) => lanes.some((lane) => lane.side === side));
	const load = turnLoad(scenario.load, length, engineFor(warm.engine));
	const seeds = Array.from({ length: aSide }, () => random.between(1, SEED_MAX$2));
	const taken = new Map(lanes.map(({ side }) => [side, []]));
	shapes.set(scenario.name, {
		...shape,
		taken: shape.taken + order.length
	});
	for (const [index, side] of order.entries()) {
		const turns = taken.get(side);
		const lane = lanes.find((each) => each.side === side);
		if (turns === void 0 || lane === void 0) continue;
		const seed = seeds[turns.length] ?? 1;
		const place = shape.taken + index;
		turns.push(await takeTurn(lane, lanes, bench, {
			scenario: scenario.name,
			load,
			seed,
			place
		}));
		world.log.progress(progressLine(scenario.name, {
			number,
			place,
			of: 2 * aSide,
			last: turns.at(-1),
			side
		}));
	}
	return taken;
}
/** `browse: block 3, turn 12 of 24 · base 1,234/s` */
function progressLine(scenario, at) {
	const { last } = at;
	const rate = last === void 0 ? 0 : Math.round(1e3 * last.ok / last.elapsed);
	return `${scenario}: block ${at.number}, turn ${at.place + 1} of ${at.of} · ${at.side} ${rate.toLocaleString("en")}/s`;
}
// src/measure/beside.ts
/** Measures two builds beside each other: blocks of fresh boots, as many as the judge asks for. */
/** More blocks than any budget pays for. */
const BLOCKS_MAX = 200;
const SEED_MAX$1 = 2 ** 31 - 1e3;
/**
* Builds both, then measures block after block until `next`, given the run so far, asks for no more.
* @throws Failure when a build or a service fails (of the base: code `base-failed`), or the generator does; kind `cancelled` when stopped
*/
async function measureBeside(job, next, world) {
	const { plan, setting, sites, design = DESIGN } = job;
	const startedAt = world.date().toISOString();
	await buildBoth(job, world);
	const cores = design.apart ? splitCores(world.env) : null;
	await using generator = await openGenerator(world, cores?.generator ?? null);
	const field = {
		plan,
		sites,
		cores,
		bench: openBench(generator),
		design,
		world,
		engines: /* @__PURE__ */ new Map(),
		levels: levelsKnown(job.before ?? [])
	};
	const random = seededRandom(setting.seed);
	let services = insistsOnPort(plan) ? "in-turn" : "together";
	if (services === "in-turn") world.log.info(`The service insists on its port: the two builds are ${ONE_AFTER_THE_OTHER}.`);
	const blocks = [...job.before ?? []];
	const measured = async (phase) => {
		const block = {
			phase,
			number: blocks.length - (job.before?.length ?? 0) + 1,
			seed: random.between(1, SEED_MAX$1)
		};
		return await measureBlock$1(field, {
			...block,
			services
		}).catch(async (error) => {
			const failure = failureBeside(error);
			if (failure === null) throw error;
			if (block.number > 1) throw failure;
			world.log.info(`The two builds cannot run at the same time; they are ${ONE_AFTER_THE_OTHER}.`);
			services = "in-turn";
			return await measureBlock$1(field, {
				...block,
				services
			});
		});
	};
	if (plan.scenarios.filter(({ name, search }) => search !== null && !field.levels.has(name)).length > 0) blocks.push((await measured("explore")).block);
	const first = await measured("main");
	blocks.push(first.block);
	const run = () => ({
		schema: 4,
		loadgate: VERSION,
		suite: plan.suite,
		startedAt,
		seed: setting.seed,
		machine: setting.machine,
		target: first.target,
		builds: [setting.head, job.base],
		configHashes: setting.configHashes,
		cores,
		baseFailure: null,
		blocks: [...blocks]
	});
	for (let phase = next(run()); phase !== null && blocks.length < BLOCKS_MAX; phase = next(run())) {
		if (world.signal.aborted) throw cancelled();
		blocks.push((await measured(phase)).block);
	}
	return run();
}
/** What searches of the head alone found worth measuring again, by scenario. */
function levelsKnown(before) {
	const slices = before.flatMap((block) => block.slices);
	return new Map(slices.flatMap(({ scenario, search }) => search === null ? [] : [[scenario, levelsWorthRepeating([search])]]));
}
/** The change first: when neither builds, that is its own fault. What both share is built once. */
async function buildBoth({ plan, sites }, world) {
	const shared = sites.head.world.workspace === sites.base.world.workspace;
	for (const site of [sites.head, sites.base]) {
		const service = shared && site.side === "base" && plan.service.kind === "booted" ? {
			...plan.service,
			build: null
		} : plan.service;
		if (service.kind === "booted" && service.build !== null) {
			const what = shared ? "service" : site.side === "head" ? "change" : "base commit";
			world.log.info(`Building the ${what}: ${service.build}`);
		}
		await blaming(site.side, () => buildService(service, site.world, { logFile: site.logFile }));
	}
}
const insistsOnPort = ({ service }) => service.kind === "booted" && service.port !== "free";
const ONE_AFTER_THE_OTHER = "measured one after the other";
function cancelled() {
	return new Failure({
		kind: "cancelled",
		code: "cancelled",
		message: "The run was cancelled before it was complete.",
		advice: "Run it again when the machine is free; nothing was judged or published."
	});
}
// src/measure/slice.ts
/** Measures one scenario on the running service. @throws Failure when the service dies or the generator fails */
async function measureSlice(job, world, load = runLoad) {
	const { scenario, service, seed } = job;
	const probes = probesDuringLoad(service);
	try {
		return {
			...await load({
				scenario: scenario.name,
				load: scenario.load,
				url: service.url,
				address: service.target.address,
				seed,
				died: service.died
			}, world, (progress) => {
				probes.follow(progress);
				world.log.progress(progressLine$1(scenario.name, progress));
			}),
			side: "head",
			turns: [],
			search: null,
			...probes.stop()
		};
	} finally {
		probes.stop();
	}
}
/** Probes that run only while the measured load does: they start with the load and start anew if the load does. */
function probesDuringLoad(service) {
	let running = null;
	let generatorPid = null;
	let readings = {
		host: null,
		cpu: null
	};
	return {
		follow(progress) {
			generatorPid = progress.generatorPid;
			if (progress.phase === "load") {
				running ??= {
					host: startHostProbe({
						servicePids: () => service.pids(),
						generatorPid: () => generatorPid
					}),
					cpu: openCpuWatch(() => service.pids())
				};
				return;
			}
			running?.host.stop();
			running = null;
		},
		stop() {
			if (running !== null) readings = {
				cpu: running.cpu.lap(),
				host: running.host.stop()
			};
			running = null;
			return readings;
		}
	};
}
// src/measure/measure.ts
/** Boots the service, puts each scenario's load on it, and records what happened. */
/** Name of the service's log in the report folder. */
const SERVICE_LOG = "service.log";
/** The same of the base commit. */
const BASE_LOG = "base-service.log";
/**
* Measures every scenario once on one fresh boot.
* @throws Failure when the service cannot be built or booted, dies, or the generator fails; kind `cancelled` when stopped
*/
async function measure(plan, setting, world, load) {
	const startedAt = world.date().toISOString();
	const directory = await openFolder(world, plan.report.directory);
	const logFile = join(directory, SERVICE_LOG);
	if (plan.service.kind === "booted" && plan.service.build !== null) world.log.info(`Building the service: ${plan.service.build}`);
	await buildService(plan.service, world, { logFile });
	await using service = await bootService(plan.service, world, { logFile });
	world.log.info(bootedLine(service));
	const block = await measureBlock(plan, setting, service, world, load);
	return {
		schema: 4,
		loadgate: VERSION,
		suite: plan.suite,
		startedAt,
		seed: setting.seed,
		machine: setting.machine,
		target: service.target,
		builds: [setting.head],
		configHashes: setting.configHashes,
		cores: null,
		baseFailure: null,
		blocks: [block]
	};
}
/** Makes the report folder. @throws Failure kind `not-measured`, code `file-unwritable`, when there can be no such folder; `path-outside` when it leads out of the workspace */
async function openFolder(world, path) {
	const folder = await confine(world.workspace, path);
	return await ensureDirectory(folder).catch((error) => {
		throw new Failure({
			kind: "not-measured",
			code: "file-unwritable",
			message: `The report folder ${path} cannot be made: ${error instanceof Error ? error.message : String(error)}.`,
			advice: "Look at the permissions of the workspace, or set `report.directory` to another folder."
		}, { cause: error });
	});
}
async function measureBlock(plan, setting, service, world, load) {
	const slices = [];
	for (const scenario of plan.scenarios) {
		refuseWhenCancelled(world);
		slices.push(await measureScenario({
			scenario,
			service,
			seed: setting.seed
		}, world, load));
	}
	return {
		phase: "alone",
		load: millis(slices.reduce((sum, { elapsed, warmUp }) => sum + elapsed + warmUp, 0)),
		boots: [{
			side: "head",
			readyAfter: service.readyAfter
		}],
		slices
	};
}
async function measureScenario(job, world, load) {
	const { scenario, service, seed } = job;
	const { search } = scenario;
	if (search === null) return await measureSlice(job, world, load);
	await using generator = await openGenerator(world);
	const [slice] = (await measureSearch({
		scenario,
		search,
		lanes: [laneOf("head", service)],
		bench: openBench(generator),
		random: seededRandom(seed),
		levels: null,
		engine: null
	}, world)).slices;
	if (slice === void 0) throw new Error("a search on a build has a slice");
	return slice;
}
function refuseWhenCancelled(world) {
	if (!world.signal.aborted) return;
	throw new Failure({
		kind: "cancelled",
		code: "cancelled",
		message: "The run was cancelled before it was complete.",
		advice: "Run it again when the machine is free; nothing was judged or published."
	});
}
function bootedLine(service) {
	const after = service.readyAfter === null ? "" : ` after ${Math.round(service.readyAfter)} ms`;
	return `The service answers at ${service.url}${after}`;
}
// src/measure/course.ts
/** What is measured, and in which order: the head alone, both builds beside each other, or one after the other told us too little. */
/**
* Measures what the plan asks for. A base commit that cannot be built or started is never the change's fault: the head is then measured alone, and the run says why.
* @throws Failure when the head cannot be measured; kind `usage` when a base commit is asked for and none is known
*/
async function measureCourse(course, say, world) {
	const { plan, setting, baseSha } = course;
	if (plan.compare === "base") {
		if (baseSha === null) throw noBase();
		return await beside({
			...course,
			baseSha
		}, null, say, world);
	}
	const alone = await measure(plan, setting, world);
	if (!(plan.compare === "auto" && plan.service.kind === "booted" && baseSha !== null) || isSameCommit(setting, baseSha) || say.settles(alone)) return alone;
	world.log.info("The stored baseline does not settle it: measuring the base commit beside the change.");
	return await beside({
		...course,
		baseSha
	}, alone, say, world);
}
/** The head, unchanged by anybody, is the base: there is nothing to compare. */
const isSameCommit = ({ head }, baseSha) => head.commit === baseSha && !head.dirty;
async function beside({ plan, setting, baseSha }, alone, say, world) {
	try {
		const directory = await openFolder(world, plan.report.directory);
		world.log.info(`Comparing with the base commit ${baseSha.slice(0, 12)}, seed ${setting.seed}`);
		const workspace = await blaming("base", () => checkOutBase(world, baseSha));
		return await measureBeside({
			plan,
			setting,
			sites: {
				head: {
					side: "head",
					world,
					logFile: join(directory, SERVICE_LOG)
				},
				base: {
					side: "base",
					world: {
						...world,
						workspace
					},
					logFile: join(directory, BASE_LOG)
				}
			},
			base: {
				side: "base",
				commit: baseSha,
				dirty: false
			},
			before: alone?.blocks ?? []
		}, say.next, world);
	} catch (error) {
		if (!isBaseFailure(error)) throw error;
		world.log.warning(`${error.detail.message} ${error.detail.advice}`);
		return {
			...alone ?? await measure(plan, setting, world),
			baseFailure: error.detail
		};
	}
}
function noBase() {
	return new Failure({
		kind: "usage",
		code: "base-missing",
		message: "`compare: base` needs a base commit, and this run has none.",
		advice: "On a pull request it is known; on the command line give it: --base main. Or set `compare: auto`."
	});
}
// src/platform/hash.ts
/** A short hash of a plain value that does not depend on the order of its keys. */
/** Hexadecimal digits kept of the SHA-256: 64 bits, plenty to tell configurations and machines apart. */
const DIGITS = 16;
/**
* The first 16 hexadecimal digits of the SHA-256 over the value as canonical JSON (keys sorted, `undefined` members left out).
* @throws TypeError for what JSON cannot hold: numbers that are not finite, functions, symbols, big integers, circles
*/
function stableHash(value) {
	return createHash("sha256").update(canonicalJson(value, [])).digest("hex").slice(0, DIGITS);
}
function canonicalJson(value, within) {
	if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
	if (typeof value === "number") return finiteNumber(value);
	if (typeof value !== "object") throw new TypeError(`a ${typeof value} has no place in a hash`);
	if (within.includes(value)) throw new TypeError("a circle has no place in a hash");
	const inside = [...within, value];
	if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, inside)).join(",")}]`;
	return `{${Object.entries(value).filter(([, member]) => member !== void 0).sort(([left], [right]) => left < right ? -1 : 1).map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member, inside)}`).join(",")}}`;
}
function finiteNumber(value) {
	if (Number.isFinite(value)) return JSON.stringify(value);
	throw new TypeError(`${value} has no place in a hash`);
}
// src/probes/virtualisation.ts
/** Names what stands between the system and the hardware: a hypervisor, a container, or both. */
/** Words in the firmware's vendor and product names, and the hypervisor or cloud that writes them. */
const FIRMWARE = [
	[/Microsoft Corporation.*Virtual Machine/, "Hyper-V"],
	[/Amazon EC2/, "Amazon EC2"],
	[/Google Compute Engine|^Google /, "Google Compute Engine"],
	[/VMware/, "VMware"],
	[/VirtualBox|innotek/, "VirtualBox"],
	[/Parallels/, "Parallels"],
	[/Xen|HVM domU/, "Xen"],
	[/QEMU|KVM|Bochs|OpenStack/, "KVM/QEMU"],
	[/Apple Virtualization/, "Apple Virtualization"]
];
/** `Hyper-V`, `container`, `container on KVM/QEMU`, `virtual machine` when only the CPU tells; null when nothing says so, which is no proof of bare metal. */
function nameVirtualisation(root) {
	const machine = hypervisorOf(root);
	if (!isContainer(root)) return machine;
	return machine === null ? "container" : `container on ${machine}`;
}
function hypervisorOf(root) {
	const folder = "sys/class/dmi/id";
	const firmware = ["sys_vendor", "product_name"].map((file) => readKernelFile(root, `${folder}/${file}`)?.trim() ?? "").join(" ");
	const known = FIRMWARE.find(([words]) => words.test(firmware));
	if (known !== void 0) return known[1];
	const flags = /^flags\s*:.*$/m.exec(readKernelFile(root, "proc/cpuinfo") ?? "")?.[0] ?? "";
	return /\bhypervisor\b/.test(flags) ? "virtual machine" : null;
}
function isContainer(root) {
	if (readKernelFile(root, ".dockerenv") !== null) return true;
	if (readKernelFile(root, "run/.containerenv") !== null) return true;
	return /docker|kubepods|containerd|lxc|libpod/.test(readKernelFile(root, "proc/1/cgroup") ?? "");
}
// src/probes/machine.ts
/**
* Describes the machine. What cannot be read is null, or "unknown" where a word is due. Reads small files only; starts no process.
*
* The fingerprint is over the CPU's model, the cores that may be used, the architecture, the system with its major version, and Node's major version.
* Clock rates and bogomips are left out on purpose: they vary from boot to boot of the same machine.
*/
function describeMachine(world, sources = {
	root: "/",
	facts: hardwareFacts()
}) {
	const { root, facts } = sources;
	const system = systemOf(root, facts);
	const kernel = `kernel ${facts.release.split(".").slice(0, 2).join(".")}`;
	const comparable = {
		cpuModel: cpuModelOf(root, facts),
		cores: facts.cores,
		architecture: facts.architecture
	};
	return Promise.resolve({
		...comparable,
		memory: bytes(facts.memory),
		os: `${system.pretty}, ${kernel}`,
		node: facts.node,
		virtualisation: nameVirtualisation(root),
		governor: governorOf(root),
		power: powerOf(root),
		thermalThrottles: thermalThrottlesOf(root),
		runner: runnerOf(world.env),
		fingerprint: stableHash({
			...comparable,
			os: `${system.id} ${majorVersion(system)}`,
			node: facts.node.split(".")[0]
		})
	});
}
/** The model by name; ARM kernels give numbers only. */
function cpuModelOf(root, facts) {
	const file = readKernelFile(root, "proc/cpuinfo") ?? "";
	const field = (name) => new RegExp(`^${name}[ \\t]*:[ \\t]*(.+)$`, "m").exec(file)?.[1]?.trim();
	const named = field("model name") ?? facts.cpuModel;
	if (named !== null) return named.replace(/\s+/g, " ");
	const [implementer, part] = [field("CPU implementer"), field("CPU part")];
	return implementer && part ? `ARM implementer ${implementer} part ${part}` : "unknown";
}
function systemOf(root, facts) {
	const file = readKernelFile(root, "etc/os-release") ?? readKernelFile(root, "usr/lib/os-release");
	if (facts.system !== "Linux" || file === null) return {
		id: facts.system,
		version: facts.release,
		pretty: facts.system
	};
	const field = (name) => new RegExp(`^${name}=(?:"([^"]*)"|'([^']*)'|(.*))$`, "m").exec(file)?.slice(1).find((part) => part !== void 0);
	const id = field("ID") ?? "linux";
	const version = field("VERSION_ID") ?? "";
	return {
		id,
		version,
		pretty: field("PRETTY_NAME") ?? `${id} ${version}`.trim()
	};
}
/** Ubuntu's images differ by year and month (22.04, 24.04); elsewhere the first number is the image. */
function majorVersion({ id, version }) {
	return id === "ubuntu" ? version : version.split(".")[0] ?? "";
}
/** The frequency governors in use, joined when cores differ; null where the kernel has none (most virtual machines). */
function governorOf(root) {
	const governors = cpuFolders(root).flatMap((cpu) => {
		const governor = readKernelFile(root, `${CPU_FOLDER}/${cpu}/cpufreq/scaling_governor`)?.trim();
		return governor ? [governor] : [];
	});
	return governors.length === 0 ? null : [...new Set(governors)].sort().join("/");
}
/** Times that cores were slowed down for heat since boot; null where the kernel does not count. */
function thermalThrottlesOf(root) {
	const counters = cpuFolders(root).flatMap((cpu) => {
		const path = `${CPU_FOLDER}/${cpu}/thermal_throttle/core_throttle_count`;
		const count = Number.parseInt(readKernelFile(root, path) ?? "", 10);
		return Number.isSafeInteger(count) ? [count] : [];
	});
	return counters.length === 0 ? null : counters.reduce((sum, count) => sum + count, 0);
}
const CPU_FOLDER = "sys/devices/system/cpu";
const cpuFolders = (root) => listKernelFolder(root, CPU_FOLDER).filter((name) => /^cpu\d+$/.test(name));
/** Whether the machine itself runs from its battery; batteries of mice and keyboards do not count. */
function powerOf(root) {
	const folder = "sys/class/power_supply";
	const own = listKernelFolder(root, folder).map((name) => {
		const read = (file) => readKernelFile(root, `${folder}/${name}/${file}`)?.trim() ?? "";
		return {
			type: read("type"),
			scope: read("scope"),
			status: read("status"),
			online: read("online")
		};
	}).filter(({ scope }) => scope !== "Device");
	if (own.some(({ type, online }) => type !== "Battery" && online === "1")) return "mains";
	if (own.some(({ type, status }) => type === "Battery" && status === "Discharging")) return "battery";
	return null;
}
function runnerOf(env) {
	const runner = env["RUNNER_ENVIRONMENT"];
	if (runner === "github-hosted" || runner === "self-hosted") return runner;
	return env["GITHUB_ACTIONS"] === "true" ? "self-hosted" : "local";
}
// src/measure/setting.ts
/** Everything that is known before the first request: machine, commit, seed, and what makes runs comparable. */
/** Largest seed: what a signed 32-bit generator takes. */
const SEED_MAX = 2 ** 31 - 1;
/** Looks at the machine and the commit. @throws Failure when git is asked for and fails */
async function prepare(plan, occasion, world) {
	const [machine, head] = await Promise.all([describeMachine(world), headBuild(occasion, world)]);
	return {
		machine,
		head,
		seed: randomInt(1, SEED_MAX),
		configHashes: configHashes(plan)
	};
}
/** For each scenario a hash over what its numbers depend on: its load and how the service is started, not its limits. */
function configHashes(plan) {
	const service = comparableService(plan.service);
	return Object.fromEntries(plan.scenarios.map((scenario) => [scenario.name, stableHash(comparableScenario(service, scenario))]));
}
/** A scenario without a search has the hash that it had before there were searches: its stored baseline is still its own. */
const comparableScenario = (service, { load, search }) => search === null ? {
	service,
	load
} : {
	service,
	load,
	search
};
function comparableService(service) {
	if (service.kind === "running") return { kind: service.kind };
	return {
		kind: service.kind,
		start: service.start,
		build: service.build,
		env: service.env
	};
}
async function headBuild(occasion, world) {
	const { commit, dirty } = await resolveHead(world);
	return {
		side: "head",
		commit: occasion.headSha ?? commit,
		dirty
	};
}
// src/report/reasons.ts
const WORST_FIRST = [
	"regression",
	"breach",
	"void",
	"inconclusive",
	"no-baseline",
	"improvement"
];
/** All reasons of a verdict, worst kind first, scenarios and metrics in their order. A metric without a limit gives none. */
function reasonsOf(verdict) {
	const reasons = verdict.scenarios.flatMap(reasonsOfScenario);
	return WORST_FIRST.flatMap((kind) => reasons.filter((reason) => reason.kind === kind));
}
function reasonsOfScenario(verdict) {
	const { scenario, voids, judgements } = verdict;
	const judged = judgements.filter(({ metric }) => voids.length === 0 || metric === "error-rate");
	return [
		...judged.flatMap((judgement) => compared(scenario, judgement)),
		...judged.flatMap((judgement) => breaches(scenario, judgement)),
		...voids.map((reason) => ({
			kind: "void",
			scenario,
			reason
		})),
		...withoutBaseline(verdict)
	];
}
function compared(scenario, { metric, value, comparison }) {
	if (value === null || comparison === null || comparison.limit === null) return [];
	const { outcome } = comparison;
	return outcome === "no-change" ? [] : [{
		kind: outcome,
		scenario,
		metric,
		value,
		comparison
	}];
}
function breaches(scenario, { metric, value, bounds }) {
	if (value === null) return [];
	return bounds.filter(({ broken }) => broken).map(({ bound, direction }) => ({
		kind: "breach",
		scenario,
		metric,
		value,
		bound,
		direction
	}));
}
/** Only where the lack of it decided: a scenario with absolute limits alone misses nothing. */
function withoutBaseline({ scenario, outcome, reference }) {
	if (outcome !== "no-baseline") return [];
	return [{
		kind: "no-baseline",
		scenario,
		why: hasReference(reference) ? "no-value" : reference.kind
	}];
}
const hasReference = (reference) => reference.kind === "baseline" || reference.kind === "base";
// src/report/report.ts
/** The report as data: what is to be said, in which order, and no language. Plain JSON. */
/** A finding that several scenarios share is told of this many of them. */
const TOLD_MAX = 3;
const REASONS_MAX = 2;
/** Outcomes in the order in which scenarios are shown. */
const ATTENTION = [
	"fail",
	"void",
	"inconclusive",
	"no-baseline",
	"pass"
];
/** Composes the report. Pure. @throws Failure when the run lacks a judged scenario */
function composeReport({ plan, run, verdict, findings, occasion }) {
	const reasons = reasonsOf(verdict);
	const planOf = (name) => plan.scenarios.find((scenario) => scenario.name === name);
	const scenarios = verdict.scenarios.flatMap((scenario) => resultsOf(run, scenario, planOf(scenario.scenario)) ?? []);
	return {
		headline: headlineOf(verdict, reasons),
		scenarios: ATTENTION.flatMap((outcome) => scenarios.filter((scenario) => scenario.outcome === outcome)),
		findings: {
			limitation: groupsOf(findings, "limitation"),
			strength: groupsOf(findings, "strength"),
			weakness: groupsOf(findings, "weakness"),
			bottleneck: groupsOf(findings, "bottleneck"),
			potential: groupsOf(findings, "potential"),
			recommendation: groupsOf(findings, "recommendation")
		},
		reasons,
		method: methodOf(plan, run, verdict, occasion)
	};
}
function headlineOf(verdict, reasons) {
	const [lead] = reasons;
	const alike = reasons.filter((reason) => isAlike(reason, lead));
	return {
		suite: verdict.suite,
		outcome: verdict.outcome,
		exitCode: verdict.exitCode,
		scenarios: verdict.scenarios.length,
		reasons: alike.slice(0, REASONS_MAX),
		more: Math.max(0, alike.length - REASONS_MAX),
		metrics: metricsOf(verdict)
	};
}
/** A regression and a breach are both reasons to fail; anything else is alike only to its kind. */
function isAlike(reason, lead) {
	const fails = (kind) => kind === "regression" || kind === "breach";
	return reason.kind === lead?.kind || fails(reason.kind) && fails(lead?.kind);
}
function metricsOf({ scenarios }) {
	const [only] = scenarios;
	if (only === void 0 || scenarios.length > 1 || only.voids.length > 0) return [];
	return METRIC_NAMES.flatMap((metric) => {
		const judgement = only.judgements.find((each) => each.metric === metric);
		if (judgement === void 0 || judgement.value === null) return [];
		const { value, comparison, bounds } = judgement;
		const limited = bounds.length > 0 || comparison !== null && comparison.limit !== null;
		const usual = metric === "p95" || metric === "throughput" || metric === "capacity";
		if (metric === "error-rate" && value === 0) return [];
		return limited || usual ? [{
			metric,
			value,
			change: comparison?.change ?? null
		}] : [];
	});
}
function groupsOf(findings, kind) {
	return [...Map.groupBy(findings.filter((finding) => finding.kind === kind), (finding) => "metric" in finding.evidence ? `${finding.name} ${finding.evidence.metric}` : finding.name).values()].map((group) => ({
		findings: group.slice(0, TOLD_MAX),
		more: Math.max(0, group.length - TOLD_MAX)
	}));
}
function methodOf(plan, run, verdict, occasion) {
	const head = run.builds.find(({ side }) => side === "head");
	return {
		loadgate: run.loadgate,
		startedAt: run.startedAt,
		seed: run.seed,
		machine: run.machine,
		target: run.target,
		commit: occasion.headSha ?? head?.commit ?? null,
		dirty: head?.dirty ?? false,
		readyAfter: run.blocks.flatMap(({ boots }) => boots).flatMap(({ side, readyAfter }) => side === "head" && readyAfter !== null ? [readyAfter] : []),
		...comparedWith(verdict),
		cores: run.cores,
		loops: loopsOf(plan),
		occasion,
		directory: plan.report.directory
	};
}
function loopsOf({ scenarios }) {
	const all = scenarios.map(({ load }) => load.executor);
	return {
		users: all.some((executor) => !isOpen(executor)),
		thinking: all.some(isThinking),
		arrivals: all.some(isOpen)
	};
}
/** Of the first scenario, which is like all others in this. */
function comparedWith({ scenarios: [first] }) {
	const reference = first?.reference;
	return {
		baseline: reference !== void 0 && "source" in reference ? reference.source : null,
		beside: reference?.kind === "base" ? reference : null
	};
}
// src/gate.ts
/** The job from top to bottom: config in, verdict and report out. The only orchestrator; everything it needs comes in by parameter. */
/** Runs the gate. Never throws: whatever goes wrong is a {@link Failed}, and never a pass. */
async function runGate(job, world) {
	let plan = null;
	try {
		const planned = await readPlan(job, world);
		plan = planned;
		const setting = await prepare(plan, job.occasion, world);
		const references = await readReferences(plan, setting, job.occasion.baseSha, world);
		await forgetFiles(plan.report.directory, world);
		const run = await measureCourse({
			plan,
			setting,
			baseSha: job.occasion.baseSha
		}, {
			settles: (alone) => settles(judge(alone, planned, references)),
			next: (beside) => nextBlock(beside, planned)
		}, world);
		return explain(plan, run, references, job.occasion);
	} catch (error) {
		const failure = asFailure(error);
		return {
			kind: "failed",
			plan,
			failure: failure.detail,
			exitCode: failure.exitCode
		};
	}
}
/** From a recorded run to the verdict and the report: the part of the job that needs no load. */
function explain(plan, run, references, occasion) {
	const verdict = judge(run, plan, references);
	return {
		kind: "judged",
		plan,
		run,
		verdict,
		report: composeReport({
			plan,
			run,
			verdict,
			findings: findAll({
				plan,
				run,
				verdict,
				occasion
			}),
			occasion
		}),
		exitCode: verdict.exitCode
	};
}
/** The checked plan of a job. Limits, policy and baseline come from the base commit where there is one. @throws Failure kind `usage` */
async function readPlan(job, world) {
	const path = job.configPath ?? ".github/loadgate.yml";
	const base = job.occasion.baseSha === null ? null : await showFile(world, job.occasion.baseSha, path);
	const loaded = await loadPlan({
		configPath: job.configPath,
		inputs: job.inputs,
		base
	}, world);
	for (const line of describeChanges(loaded)) world.log.warning(line);
	return loaded.plan;
}
export { asChange as A, CONFIG_BYTES_MAX as B, minimumEffect as C, INTERVAL_CONFIDENCE as D, LOOKS as E, lowerBound as F, standardsBeside as G, require_dist as H, meanOf as I, encodeBaseline as J, readReferences as K, spreadOf as L, asValueChange as M, bounded as N, POWER as O, estimateOf as P, upperBound as R, errorAfter as S, LAST as T, TEXT_PLACES as U, readYaml as V, config as W, historiesOf as X, emptyBaseline as Y, nameMachine as Z, metricEffects as _, measureCourse as a, caughtBeside as b, measure as c, isBaseFailure as d, nextBlock as f, mainBlocksFor as g, blockLoadOf as h, prepare as i, asLog as j, absoluteFloors as k, openFolder as l, refuseNonFinite as m, readPlan as n, BASE_LOG as o, judge as p, readBaseline as q, runGate as r, SERVICE_LOG as s, explain as t, measureBeside as u, effectsOf as v, CONFIRM_BLOCKS_MIN as w, detectableBeside as x, RELEVANT_BESIDE as y, tQuantile as z };
