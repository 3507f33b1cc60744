import.meta.dirname;
import.meta.filename;
import { i as phrase } from "./chunk-phrase.js";
import { n as Failure } from "./chunk-failure.js";
import { n as micros, r as millis, t as bytes } from "./chunk-units.js";
import { n as foreignJson } from "./chunk-foreign-json.js";
import { n as METRIC_NAMES, r as forEveryMetric } from "./chunk-metric.js";
import { a as isDay, c as isSameAcceptance, i as isAmountOf, l as problemOfDay, t as NO_STANDING } from "./chunk-acceptance.js";
import { _ as string, a as base64, f as literal, g as strictObject, h as record, i as array, l as int, n as _enum, p as number, r as _null, y as union } from "./chunk-schemas.js";
import { t as datetime } from "./chunk-iso.js";
import { L as median } from "./chunk-summary.js";
import { _ as runGit, d as originOf, f as remoteConfig, g as gitText, h as complain, i as readCommitted, m as openBare, p as fetchArguments } from "./chunk-git.js";
import { r as readWorkspaceFile } from "./chunk-workspace.js";
import { join, resolve } from "node:path";
import { writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
/** Largest baseline file that is read or written: 30 runs of 100 scenarios on several machines stay below it. */
const BASELINE_BYTES_MAX = 8388608;
/** A baseline without runs. */
const emptyBaseline = (suite) => ({
	schema: 2,
	suite,
	accepted: [],
	scenarios: {}
});
/** The histories of a scenario; none when the baseline does not know it. Own members only: no name may find something of the prototype's. */
function historiesOf(baseline, scenario) {
	return Object.hasOwn(baseline.scenarios, scenario) ? baseline.scenarios[scenario]?.histories ?? [] : [];
}
/** The releases of a scenario; none when the baseline does not know it. */
function releasesOf(baseline, scenario) {
	return Object.hasOwn(baseline.scenarios, scenario) ? baseline.scenarios[scenario]?.releases ?? [] : [];
}
/** The fingerprint by which a run's histories are kept. */
const fingerprintOf = (run) => run.machine?.fingerprint ?? "imported";
/** `AMD EPYC 7763, 4 cores, Ubuntu 24.04 (x64)` */
function nameMachine(machine) {
	if (machine === null) return "imported results, machine not known";
	const cores = machine.cores === 1 ? "1 core" : `${machine.cores} cores`;
	return `${machine.cpuModel}, ${cores}, ${machine.os} (${machine.architecture})`;
}
// src/baseline/releases.ts
/** A baseline with a run of a release: of each machine and configuration the newest releases are kept, of each its newest runs. */
function withReleaseRun(baseline, { scenario, run, ...place }) {
	const known = Object.hasOwn(baseline.scenarios, scenario) ? baseline.scenarios[scenario] : void 0;
	const releases = known?.releases ?? [];
	const old = releases.find((each) => isOf(each, place) && each.tag === place.tag);
	const before = old?.commit === run.commit ? old.runs : [];
	const byDate = new Map([...before, {
		date: run.date,
		metrics: run.metrics
	}].map((each) => [each.date, each]));
	const release = {
		tag: place.tag,
		commit: run.commit,
		fingerprint: place.fingerprint,
		configHash: place.configHash,
		runs: [...byDate.values()].sort(byMoment).slice(-9)
	};
	const kept = [...releases.filter((each) => each !== old && isOf(each, place)), release].sort((left, right) => newestOf(left) < newestOf(right) ? -1 : 1).slice(-3);
	const others = releases.filter((each) => !isOf(each, place));
	const scenarios = {
		...baseline.scenarios,
		[scenario]: {
			histories: known?.histories ?? [],
			releases: [...others, ...kept]
		}
	};
	return {
		...baseline,
		scenarios
	};
}
const isOf = (release, place) => release.fingerprint === place.fingerprint && release.configHash === place.configHash;
const byMoment = (left, right) => left.date < right.date ? -1 : 1;
/** When the newest run of a release was measured: ISO 8601, UTC. */
const newestOf = ({ runs }) => runs.at(-1)?.date ?? "";
/** The newest release that can be compared with a run on this machine and with this configuration; null without one. */
function lastRelease(releases, run, scenario) {
	const configHash = Object.hasOwn(run.configHashes, scenario) ? run.configHashes[scenario] ?? "" : "";
	const last = releases.filter((each) => isOf(each, {
		fingerprint: fingerprintOf(run),
		configHash
	})).toSorted((left, right) => newestOf(left) < newestOf(right) ? -1 : 1).at(-1);
	if (last === void 0) return null;
	const { tag, commit, runs } = last;
	return {
		tag,
		commit,
		date: newestOf(last),
		runs: runs.length,
		metrics: forEveryMetric((metric) => {
			const values = runs.flatMap(({ metrics }) => metrics[metric] ?? []);
			return values.length === 0 ? null : median(values);
		})
	};
}
// src/baseline/acceptances.ts
/** The acceptances of a baseline: one more, and those that are known with the last releases when a run is judged. */
/**
* A baseline with these acceptances as well. The same one (see {@link isSameAcceptance}) is recorded once: its commit may come later, and what was recorded with a commit stays as it was
* first said, whoever edits the words of a merged pull request.
*/
function withAcceptances(baseline, more) {
	const known = [...baseline.accepted];
	for (const each of more) {
		const at = known.findIndex((before) => isSameAcceptance(before, each));
		const before = known[at];
		if (before === void 0) known.push(each);
		else if (keyOf(before) === keyOf(each)) known[at] = {
			...each,
			since: earlierOf(before.since, each.since)
		};
	}
	const accepted = known.toSorted((left, right) => orderOf(left) < orderOf(right) ? -1 : 1);
	return {
		...baseline,
		accepted
	};
}
/** What brought the change can be measured again: it has been there since the first time. */
const earlierOf = (left, right) => Date.parse(left) < Date.parse(right) ? left : right;
const keyOf = ({ scenario, metric, by, at }) => JSON.stringify([
	scenario,
	metric,
	by,
	at
]);
const orderOf = (acceptance) => `${new Date(acceptance.at).toISOString()} ${keyOf(acceptance)}`;
/** What a baseline says beside its runs: its acceptances of the plan's scenarios, and their last releases on this machine and with this configuration. */
function standingOf(baseline, plan, run) {
	if (baseline === null) return NO_STANDING;
	const names = plan.scenarios.map(({ name }) => name);
	return {
		acceptances: baseline.accepted.flatMap((acceptance) => names.includes(acceptance.scenario) ? [{
			...acceptance,
			from: "baseline"
		}] : []),
		refused: [],
		releases: Object.fromEntries(names.flatMap((name) => {
			const release = lastRelease(releasesOf(baseline, name), run, name);
			return release === null ? [] : [[name, release]];
		}))
	};
}
// src/platform/push-answer.ts
/** What `git push --porcelain` says when it could not push: whether another attempt helps, and what it lacks. */
/** Somebody else's commit was there first. */
const MOVED = /\((?:fetch first|non-fast-forward|stale info|reference already exists|incorrect old value provided|failed to update ref|cannot lock ref[^)]*|failed to lock|needs force)\)|cannot lock ref|reference already exists|unable to create .*\.lock/i;
const PROTECTED = /GH006|GH013|protected branch|rule violations|hook declined|deny updating|not allowed to push/i;
const READ_ONLY = /\b403\b|permission to .* denied|write access to repository not granted|resource not accessible|repository was archived|read-only/i;
const UNAUTHORISED = /\b401\b|authentication failed|could not read (?:username|password)|permission denied \(|host key verification failed|invalid username or/i;
const MISSING = /\b404\b|repository not found|does not appear to be a git repository|repository '.*' not found|no such remote/i;
/** Reads the answer of a push that failed. The order matters: a hook's own words may hold any of the others. */
function readPushAnswer(answer) {
	const message = lineOf$1(answer);
	if (PROTECTED.test(answer)) return {
		kind: "refused",
		why: "protected",
		message
	};
	if (MOVED.test(answer)) return { kind: "moved" };
	if (READ_ONLY.test(answer)) return {
		kind: "refused",
		why: "read-only",
		message
	};
	if (UNAUTHORISED.test(answer)) return {
		kind: "refused",
		why: "unauthorised",
		message
	};
	if (MISSING.test(answer)) return {
		kind: "refused",
		why: "missing",
		message
	};
	return {
		kind: "unclear",
		message
	};
}
/** The line that tells most: a refusal of the other side, else the last complaint. */
function lineOf$1(answer) {
	const lines = answer.split("\n").map((line) => line.trim()).filter(Boolean);
	const telling = lines.find((line) => /GH0\d\d/.test(line)) ?? lines.find((line) => /^remote: (?:error|fatal)|^!\t/.test(line)) ?? lines.findLast((line) => /^(?:fatal|error):/.test(line)) ?? lines[0];
	return telling === void 0 ? phrase("git-silent") : telling.replaceAll("	", " ").slice(0, 300);
}
// src/platform/git-branch.ts
/** A branch of `origin` by git alone: fetched into a repository of this run's own, written there without an index or files of the user's, pushed as a fast-forward. */
/** One small commit, over a slow line. */
const LINE_DEADLINE = millis(6e4);
/** Where the fetched tip is kept in our repository. */
const TIP = "refs/loadgate/tip";
/** Says who commits where nobody told git. */
const NOBODY = {
	name: "Loadgate",
	email: "loadgate@localhost"
};
/** The branch of the workspace's `origin`; null without a repository or an `origin`. Nothing is fetched yet, and the workspace's own repository is only read. `deadline`: of each fetch, each look at the list of branches, and each push. */
async function openGitBranch(world, name, deadline = LINE_DEADLINE) {
	const remote = await openRemote(world, name, deadline);
	if (remote === null) return null;
	return {
		name,
		look: (path, bytesMax) => look(remote, path, bytesMax),
		create: (path, text, message) => push(remote, null, {
			path,
			text,
			message
		}),
		write: ({ onto, ...file }) => push(remote, onto, file)
	};
}
/**
* Our repository with the branch's last `depth` commits, for its history; null where there is no such branch, or no `origin`.
* @throws Failure code `branch-unreachable`
*/
async function fetchBranch(world, name, depth) {
	const remote = await openRemote(world, name, LINE_DEADLINE);
	if (remote === null) return null;
	const tip = await fetchTip(remote, depth);
	return tip === null ? null : {
		repository: remote.bare,
		tip
	};
}
async function openRemote(world, name, deadline) {
	const here = {
		directory: world.workspace,
		config: []
	};
	const fetchUrl = await originOf(world, here);
	if (fetchUrl === null) return null;
	const [pushUrl, config, identity] = await Promise.all([
		pushUrlOf(world, here, fetchUrl),
		remoteConfig(world, here),
		identityOf(world, here)
	]);
	return {
		world,
		bare: await openBare(world, "branch.git", {
			format: () => gitText(world, here, ["rev-parse", "--show-object-format"]),
			config: [...config, ...identity]
		}),
		fetchUrl,
		pushUrl,
		name,
		deadline
	};
}
/** As {@link originOf}, for pushing. */
async function pushUrlOf(world, here, fetchUrl) {
	const answer = await runGit(world, here, [
		"remote",
		"get-url",
		"--push",
		"origin"
	]);
	const url = answer.stdout.toString("utf8").trim();
	if (answer.kind !== "exited" || answer.code !== 0 || url === "") return fetchUrl;
	if (!/^\.{1,2}(\/|$)/.test(url)) return url;
	return resolve(await gitText(world, here, ["rev-parse", "--show-toplevel"]), url);
}
/** Whoever commits in this repository. */
async function identityOf(world, here) {
	const ask = async (key) => {
		const answer = await runGit(world, here, [
			"config",
			"--get",
			`user.${key}`
		]);
		const told = answer.kind === "exited" && answer.code === 0 ? answer.stdout.toString("utf8").trim() : "";
		return [`user.${key}`, told === "" ? NOBODY[key] : told];
	};
	return [await ask("name"), await ask("email")];
}
async function look(remote, path, bytesMax) {
	const { world, bare } = remote;
	const tip = await fetchTip(remote, 1);
	if (tip === null) return {
		tip,
		text: null
	};
	const listing = await gitText(world, bare, [
		"ls-tree",
		"-z",
		"--full-tree",
		tip,
		"--",
		path
	]);
	const [, mode = "", object = ""] = /^(\d+) \w+ ([0-9a-f]+)\t/.exec(listing) ?? [];
	if (object === "") return {
		tip,
		text: null
	};
	if (!/^100(?:644|755)$/.test(mode)) throw notAFile$1(remote.name, path);
	const blob = await runGit(world, bare, [
		"cat-file",
		"blob",
		object
	], { bytesMax });
	if (blob.kind === "too-much") throw notAFile$1(remote.name, path);
	if (blob.kind !== "exited" || blob.code !== 0) throw complain(world, blob, path);
	return {
		tip,
		text: blob.stdout.toString("utf8")
	};
}
/** The tip of the branch, in our repository; null: there is no such branch. A fetch says so in words only, so that the list of branches is asked, too. */
async function fetchTip(remote, depth) {
	const { world, bare, fetchUrl, name, deadline } = remote;
	for (let attempt = 1;; attempt += 1) {
		const tip = `+refs/heads/${name}:${TIP}`;
		const fetched = await runGit(world, bare, fetchArguments(fetchUrl, tip, depth), { deadline });
		if (fetched.kind === "exited" && fetched.code === 0) return gitText(world, bare, ["rev-parse", TIP]);
		if (fetched.kind === "cancelled") throw complain(world, fetched, phrase("git-branch", { branch: name }));
		const listed = await runGit(world, bare, [
			"ls-remote",
			"--refs",
			"--upload-pack=git-upload-pack",
			"--end-of-options",
			fetchUrl,
			`refs/heads/${name}`
		], { deadline });
		if (listed.kind !== "exited" || listed.code !== 0) throw unreachable(remote, listed.stderr);
		if (!listed.stdout.toString("utf8").split("\n").some((line) => line.endsWith(`\trefs/heads/${name}`))) return null;
		if (attempt > 1) throw unreachable(remote, fetched.stderr);
	}
}
/** Commits one file on top of `onto` (null: without parents) and pushes the commit: git refuses it unless the branch is still there. */
async function push(remote, onto, file) {
	const { world, bare, pushUrl, name, deadline } = remote;
	const commit = await commitFile(remote, onto, file);
	const answer = await runGit(world, bare, [
		"push",
		"--porcelain",
		"--no-follow-tags",
		"--recurse-submodules=no",
		"--receive-pack=git-receive-pack",
		"--end-of-options",
		pushUrl,
		`${commit}:refs/heads/${name}`
	], { deadline });
	const what = phrase("git-branch", { branch: name });
	if (answer.kind === "cancelled") throw complain(world, answer, what);
	if (answer.kind === "exited" && answer.code === 0) return {
		kind: "written",
		commit
	};
	if (answer.kind === "too-slow") return {
		kind: "unclear",
		message: phrase("git-too-slow", { what })
	};
	return readPushAnswer(`${answer.stdout.toString("utf8")}\n${answer.stderr}`.replaceAll(pushUrl, "origin"));
}
/** A commit that differs from `onto` in one file. The index it is made in is our repository's own. */
async function commitFile({ world, bare }, onto, { path, text, message }) {
	const draft = join(world.temporary, "branch-file");
	await writeFile(draft, text);
	const blob = await gitText(world, bare, [
		"hash-object",
		"-w",
		"--no-filters",
		"--",
		draft
	]);
	await gitText(world, bare, onto === null ? ["read-tree", "--empty"] : ["read-tree", onto]);
	await gitText(world, bare, [
		"update-index",
		"--add",
		"--cacheinfo",
		`100644,${blob},${path}`
	]);
	const tree = await gitText(world, bare, ["write-tree"]);
	return gitText(world, bare, [
		"commit-tree",
		tree,
		...onto === null ? [] : ["-p", onto],
		"-m",
		messageOf(message)
	]);
}
const messageOf = ({ subject, body }) => `${subject}\n\n${body}`.trim();
function unreachable({ name, fetchUrl }, stderr) {
	return new Failure({
		kind: "not-measured",
		code: "branch-unreachable",
		message: phrase("branch-unreachable", { branch: name }),
		advice: phrase("branch-unreachable-advice"),
		lines: stderr.replaceAll(fetchUrl, "origin").split("\n").filter(Boolean).slice(0, 10)
	});
}
function notAFile$1(name, path) {
	return new Failure({
		kind: "not-measured",
		code: "branch-file-invalid",
		message: phrase("branch-file-invalid", {
			path,
			branch: name,
			why: phrase("branch-file-unfit")
		}),
		advice: phrase("branch-file-invalid-advice")
	});
}
// src/platform/open-branch.ts
/** What the environment tells of GitHub; null where it names no repository, or there is no token. */
function gitHubAccess({ env, vault }) {
	const repository = env["GITHUB_REPOSITORY"] ?? "";
	if (repository === "") return null;
	const token = vault.take("INPUT_GITHUB-TOKEN") ?? vault.take("GITHUB_TOKEN") ?? vault.take("GH_TOKEN");
	const apiUrl = env["GITHUB_API_URL"] ?? "https://api.github.com";
	return token === null ? null : {
		token,
		apiUrl,
		repository
	};
}
/** Ways to read, in the order in which they are tried: by git, which has the repository at hand, and by the API where git has no way. Null: this way is not there. */
function waysToRead(world, name) {
	return [() => openGitBranch(world, name), () => openByApi(world, name)];
}
/**
* To write. On a runner by the API, whose commits are signed, else by git; elsewhere by git, which has the credentials of whoever sits there, else by the API. Null: there is no way to
* any branch.
*/
async function branchToWrite(world, name) {
	return world.env["GITHUB_ACTIONS"] === "true" ? await openByApi(world, name) ?? openGitBranch(world, name) : await openGitBranch(world, name) ?? openByApi(world, name);
}
async function openByApi(world, branch) {
	const access = gitHubAccess(world);
	if (access === null) return null;
	const { openGitHubBranch } = await import("./chunk-github-branch2.js");
	return openGitHubBranch({
		...access,
		branch,
		signal: world.signal
	});
}
// src/platform/hash.ts
/** A short hash of a plain value that does not depend on the order of its keys. */
/** Hexadecimal digits kept of the SHA-256: 64 bits, plenty to tell configurations and machines apart. */
const DIGITS$1 = 16;
/**
* The first 16 hexadecimal digits of the SHA-256 over the value as canonical JSON (keys sorted, `undefined` members left out).
* @throws TypeError for what JSON cannot hold: numbers that are not finite, functions, symbols, big integers, circles
*/
function stableHash(value) {
	return createHash("sha256").update(canonicalJson(value, [])).digest("hex").slice(0, DIGITS$1);
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
// src/domain/shaped.ts
/** Keys whose values checks of length compare with numbers, also in values that are neither texts nor lists. */
const MEASURES = ["length", "size"];
/** More holders of such keys than anybody would look through. */
const ISSUES_MAX = 20;
/** Characters of a text that is looked through to its end. Of a longer one that is wrong the first place is told: a million of them would take gigabytes. */
const THOROUGH_MAX = 262144;
/** As zod's own `validate` has it: lists and mappings end at the first issue. Its type leaves the word out. */
const UNTIL_FIRST = {
	abortEarly: true,
	reportInput: false
};
/**
* As `schema.safeParse`, which throws where a mapping has a `length` that cannot be made a number, as `{ length: {} }` without a prototype, or where a million
* entries are wrong. Then the issues are the places of such mappings. `characters` are those of the text that the value comes from. Never throws for a value
* that `foreignJson` or the configuration's reader gives.
*/
function readShape(schema, value, characters = 0) {
	try {
		return schema.safeParse(value, characters > THOROUGH_MAX ? UNTIL_FIRST : void 0);
	} catch (error) {
		const found = issuesIn(value, []);
		return {
			success: false,
			error: { issues: [...found.length > 0 ? found : [issueAt([], `be plain: ${String(error)}`, value)]] }
		};
	}
}
/** Characters of a message about a place: it may quote every name that a mapping has too many. */
const MESSAGE_MAX = 300;
/** What is wrong with a text, place by place: `blocks.0.load: …`. At most so many lines. */
function placesIn({ issues }, most) {
	return issues.slice(0, most).map((issue) => `${placeOf(issue)}: ${issue.message.slice(0, MESSAGE_MAX)}`);
}
const placeOf = ({ path }) => path.join(".").slice(0, MESSAGE_MAX) || "(top)";
const issueAt = (path, message, input) => ({
	code: "custom",
	path: [...path],
	message,
	input
});
function issuesIn(value, path) {
	if (!isHolder(value)) return [];
	const entries = Object.entries(value);
	return [...entries.filter(([name, inner]) => MEASURES.some((measure) => measure === name) && isHolder(inner)).map(([name]) => issueAt(path, `have no \`${name}\` that holds others`, value)), ...entries.flatMap(([name, inner]) => issuesIn(inner, [...path, name]))].slice(0, ISSUES_MAX);
}
const isHolder = (value) => typeof value === "object" && value !== null;
// src/baseline/json-lines.ts
/** Finds the line of a member in a valid JSON text, for people who have to mend it. */
/** Strings, other values, and the punctuation between them. */
const TOKENS$1 = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]|[^\s"{}[\]:,]+/gs;
/** The line, from 1, on which the value stands that a path of names and indexes leads to; of the last member on the way that is there. Null for no path. */
function lineOf(json, path) {
	if (path.length === 0) return null;
	const wanted = path.map(String);
	const levels = [];
	let text = "";
	let best = {
		depth: 0,
		at: 0
	};
	for (const { 0: token, index: at } of json.matchAll(TOKENS$1)) {
		const inside = levels.at(-1);
		if (token === ":" && inside !== void 0) inside.name = String(JSON.parse(text));
		else if (token === "," && inside !== void 0) inside.index += 1;
		else if (token === "}" || token === "]") levels.pop();
		else if (token !== ":" && token !== ",") {
			const depth = depthAlong(levels, wanted);
			if (depth > best.depth) best = {
				depth,
				at
			};
			if (token === "{" || token === "[") levels.push({
				isList: token === "[",
				index: 0,
				name: null
			});
			else text = token;
		}
		if (best.depth === wanted.length) break;
	}
	return best.depth === 0 ? null : lineAt(json, best.at);
}
/** How many steps of the path the levels stand on; 0 beside it. */
function depthAlong(levels, wanted) {
	if (levels.length > wanted.length) return 0;
	return levels.every(({ isList, index, name }, depth) => (isList ? String(index) : name) === wanted[depth]) ? levels.length : 0;
}
/** The line of a position, from 1. */
function lineAt(text, at) {
	let line = 1;
	for (let from = text.indexOf("\n"); from >= 0 && from < at; from = text.indexOf("\n", from + 1)) line += 1;
	return line;
}
// src/baseline/json-keys.ts
/** Looks through a valid JSON text for member names that `JSON.parse` would let pass: given twice, or names of the prototype's. */
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
	for (const match of json.matchAll(TOKENS)) {
		const [token] = match;
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
				path,
				line: lineAt(json, match.index)
			};
			if (inside.names.has(inside.name)) return {
				problem: "given twice",
				path,
				line: lineAt(json, match.index)
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
const commit = orNull(string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/));
const metrics = strictObject({
	p95: orNull(amount),
	throughput: orNull(amount),
	"error-rate": orNull(share),
	capacity: orNull(amount).default(null),
	"cpu-per-request": orNull(amount).default(null),
	"answer-size": orNull(amount).default(null),
	"queries-per-request": orNull(amount).default(null),
	"memory-growth": orNull(amount).default(null),
	p50: orNull(amount),
	p99: orNull(amount)
});
const acceptedRun = strictObject({
	date: datetime(),
	commit,
	loadgate: text,
	engine: text,
	metrics,
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
const machine = strictObject({
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
	machine: orNull(machine),
	configHash: text,
	runs: array(acceptedRun).min(1).max(1e3)
});
const release = strictObject({
	tag: string().min(1).max(200),
	commit,
	fingerprint: text,
	configHash: text,
	runs: array(strictObject({
		date: datetime(),
		metrics
	})).min(1).max(100)
});
/** One line, with something on it. */
const lineUpTo = (most) => string().max(most).refine((words) => words.trim() !== "" && !/\p{Cc}/u.test(words), "must be one line that is not empty");
const acceptance = strictObject({
	scenario: text,
	metric: _enum(METRIC_NAMES),
	upTo: strictObject({
		kind: _enum(["share", "unit"]),
		amount: number()
	}),
	reason: lineUpTo(300),
	by: lineUpTo(100),
	at: datetime(),
	since: datetime(),
	until: string().refine(isDay, "must be a day of the calendar: 2026-12-31"),
	commit
}).superRefine(({ metric, upTo, at, since, until }, context) => {
	if (Date.parse(since) < Date.parse(at)) context.addIssue({
		code: "custom",
		path: ["since"],
		message: "must not be before \"at\""
	});
	if (!isAmountOf(metric, upTo)) context.addIssue({
		code: "custom",
		path: ["upTo", "amount"],
		message: `must be an amount of ${metric}`
	});
	if (problemOfDay(until, at) !== null && isDay(until)) context.addIssue({
		code: "custom",
		path: ["until"],
		message: `must be within 366 days of "at"`
	});
});
const histories = array(history).min(1).max(1e3);
const baseline = strictObject({
	schema: literal(2),
	suite: text,
	accepted: array(acceptance).max(1e3),
	scenarios: record(text, strictObject({
		histories: array(history).max(1e3),
		releases: array(release).max(1e3)
	}))
});
/** As version 1 had it: runs alone. */
const FIRST_SCHEMA = 1;
const firstBaseline = strictObject({
	schema: literal(FIRST_SCHEMA),
	suite: text,
	scenarios: record(text, strictObject({ histories }))
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
	if (bad !== null) throw corrupt(place, phrase("json-bad-name", {
		name: bad.path,
		problem: bad.problem,
		line: bad.line
	}));
	const parsed = readShape(isOfFirst(value) ? firstBaseline : baseline, value, content.length);
	if (parsed.success) return parsed.data.schema === FIRST_SCHEMA ? migrated(parsed.data) : parsed.data;
	const lines = parsed.error.issues.slice(0, 10).map((issue) => `${placed(content, issue.path)}${issue.path.join(".") || "(top)"}: ${issue.message}`);
	throw refused("baseline-invalid", phrase("baseline-invalid", { place }), RESTORE, lines);
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
	const checked = decodeBaseline(JSON.stringify(whole), phrase("the-new-baseline"));
	const content = `${JSON.stringify(checked, null, 2)}\n`;
	if (Buffer.byteLength(content) > 8388608) throw tooLarge(phrase("the-new-baseline"));
	return content;
}
const isOfFirst = (value) => typeof value === "object" && value !== null && "schema" in value && value.schema === FIRST_SCHEMA;
/** Nothing was accepted, and no release was kept, when version 1 was written. */
const migrated = ({ suite, scenarios }) => ({
	schema: 2,
	suite,
	accepted: [],
	scenarios: Object.fromEntries(Object.entries(scenarios).map(([name, known]) => [name, {
		histories: known.histories,
		releases: []
	}]))
});
/** `line 12, ` of where a member stands; nothing where it is not there. */
function placed(content, path) {
	const line = lineOf(content, path);
	return line === null ? "" : `line ${line}, `;
}
/** What is not JSON at first sight, told by its name. */
function refuseForeignText(content, place) {
	if (content.trim() === "") throw corrupt(place, phrase("text-empty"));
	if (/[\0\uFFFD]/.test(content.slice(0, 4))) throw corrupt(place, phrase("text-not-utf8"));
	if (content.startsWith("﻿")) throw corrupt(place, phrase("text-with-mark"));
	if (content.startsWith("version https://git-lfs")) {
		const advice = phrase("baseline-not-content-advice");
		throw refused("baseline-not-content", phrase("baseline-not-content", { place }), advice);
	}
	if (/^(?:<{7}|>{7}|={7}$|\|{7})/m.test(content)) throw refused("baseline-conflict", phrase("baseline-conflict", { place }), phrase("baseline-conflict-advice"));
}
function parseJson(content, place) {
	try {
		return foreignJson(content);
	} catch (error) {
		throw corrupt(place, phrase("foreign", { text: error instanceof Error ? error.message : String(error) }));
	}
}
/** The version first: a newer shape must not be called a wrong one. */
function refuseOtherSchema(value, place) {
	if (typeof value !== "object" || value === null || !("schema" in value)) return;
	const { schema } = value;
	if (typeof schema !== "number" || schema === 2 || schema === FIRST_SCHEMA) return;
	if (schema > 2) throw refused("baseline-newer", phrase("baseline-newer", {
		place,
		schema: String(schema),
		known: String(2)
	}), phrase("baseline-newer-advice"));
	throw refused("baseline-unknown-schema", phrase("baseline-unknown-schema", {
		place,
		schema: String(schema)
	}), RESTORE);
}
const RESTORE = phrase("baseline-restore-advice");
const corrupt = (place, why) => refused("baseline-corrupt", phrase("baseline-corrupt", {
	place,
	why
}), RESTORE);
function tooLarge(place) {
	return refused("baseline-too-large", phrase("baseline-too-large", {
		place,
		mib: BASELINE_BYTES_MAX / 1024 / 1024
	}), phrase("baseline-too-large-advice"));
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
// src/baseline/branch-store.ts
/** The baseline on a branch of its own: one file a suite at the tip, read as strictly as a file of the repository. */
/** Digits that tell names apart which differ in what file names had better not differ in. */
const DIGITS = 8;
/** The file of a suite on the branch: its name in lower case, with a few digits of its hash where that is not the name itself. */
function branchFileOf(suite) {
	const plain = suite.toLowerCase().replaceAll(/[^a-z0-9._-]+/g, "-");
	return plain === suite ? `${plain}.json` : `${plain}-${stableHash(suite).slice(0, DIGITS)}.json`;
}
/** True in GitHub Actions. */
const isOnRunner = ({ env }) => env["GITHUB_ACTIONS"] === "true";
/** True when there is a way to the branch, whether the branch is there or not. */
async function isAnyBranch(plan, world) {
	for (const open of waysToRead(world, plan.baseline.branch)) if (await open() !== null) return true;
	return false;
}
/**
* Reads the baseline of the plan's suite at the tip of its branch; a branch or a file that is not there is no baseline yet.
* @throws Failure `branch-nowhere` (no `origin`, and no token for GitHub), `branch-unreachable`, and those of a file: never a first run instead
*/
async function readOnBranch(plan, world) {
	const { branch } = plan.baseline;
	const path = branchFileOf(plan.suite);
	const { tip, text } = await lookByAnyWay(branch, path, world);
	return {
		source: {
			path,
			commit: tip,
			branch
		},
		baseline: text === null ? null : decodeOnBranch(plan, {
			branch,
			path,
			text
		})
	};
}
/** The baseline in the text of a file of a branch. @throws Failure unless it is one, of this suite */
function decodeOnBranch(plan, { branch, path, text }) {
	const place = phrase("file-of-branch", {
		path,
		branch
	});
	const baseline = decodeBaseline(text, place);
	if (baseline.suite !== plan.suite) throw otherSuite(place, baseline.suite, plan.suite);
	return baseline;
}
/** @throws the failure of the first way when none leads there */
async function lookByAnyWay(name, path, world) {
	let failure = null;
	for (const open of waysToRead(world, name)) {
		const branch = await open();
		if (branch === null) continue;
		try {
			return await branch.look(path, BASELINE_BYTES_MAX);
		} catch (error) {
			if (!isUnreachable(error)) throw error;
			failure ??= error;
		}
	}
	throw failure ?? nowhere(name);
}
/** True when a branch was not reached, so that another way or another time may do. */
const isUnreachable = (error) => error instanceof Failure && error.detail.code === "branch-unreachable";
/** No way to the branch. */
function nowhere(branch) {
	return new Failure({
		kind: "usage",
		code: "branch-nowhere",
		message: phrase("branch-nowhere", { branch }),
		advice: phrase("branch-nowhere-advice")
	});
}
/** A file of another suite. */
function otherSuite(place, found, wanted) {
	return new Failure({
		kind: "usage",
		code: "baseline-other-suite",
		message: phrase("baseline-other-suite", {
			place,
			found,
			wanted
		}),
		advice: phrase("baseline-other-suite-advice")
	});
}
// src/baseline/store.ts
/** Where the baseline lies: a file of the base commit or of the working tree, or a branch of its own. Missing is told apart from everything else that can be wrong. */
/**
* Reads the baseline of the plan's suite: from the file of the commit `baseSha`, never from the working tree, or of the working tree when it is null; or from the
* tip of the branch that holds it. `store: auto` takes the file where there is one, and the branch on a runner where there is none.
* @throws Failure as {@link readOnBranch}
* @throws Failure when the commit cannot be had (`base-unreadable`), the path is not a plain file (`baseline-not-a-file`), the content is not a baseline
*   (see {@link decodeBaseline}), or it belongs to another suite (`baseline-other-suite`)
*/
async function readBaseline(plan, baseSha, world) {
	const { store } = plan.baseline;
	if (store === "branch") return readOnBranch(plan, world);
	const inFile = await readInFile(plan, baseSha, world);
	if (inFile.baseline !== null || store === "file" || !isOnRunner(world)) return inFile;
	return await isAnyBranch(plan, world) ? readOnBranch(plan, world) : inFile;
}
/** Where runs of the plan are kept, by the same rule. @throws Failure when a file is there that cannot be read */
async function storeOf(plan, baseSha, world) {
	const { store } = plan.baseline;
	if (store !== "auto") return store;
	if (!isOnRunner(world) || (await readInFile(plan, baseSha, world)).baseline !== null) return "file";
	return await isAnyBranch(plan, world) ? "branch" : "file";
}
async function readInFile(plan, baseSha, world) {
	const source = {
		path: plan.baseline.path,
		commit: baseSha
	};
	const place = baseSha === null ? source.path : phrase("file-of-base", {
		path: source.path,
		sha: baseSha.slice(0, 12)
	});
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
/**
* Reads a baseline of whichever suite from the working tree; null when there is no such file.
* @throws Failure as {@link readBaseline}
*/
async function readBaselineFile(path, world) {
	const content = await textOfWorkspace(path, world);
	return content === null ? null : decodeBaseline(content, path);
}
async function textOfWorkspace(path, world) {
	const file = await readWorkspaceFile(world.workspace, path, BASELINE_BYTES_MAX);
	if (file.kind === "read") return file.text;
	if (file.kind === "missing") return null;
	throw notAFile(phrase("file-is", {
		path,
		why: file.why
	}));
}
async function textOfCommit(path, sha, place, world) {
	const committed = await readCommitted(world, sha, path, BASELINE_BYTES_MAX);
	if (committed.kind === "missing") return null;
	if (committed.kind === "file") return committed.bytes.toString("utf8");
	if (committed.kind === "not-a-file") throw notAFile(phrase("not-a-plain-file", {
		path: place,
		what: committed.what
	}));
	throw notAFile(phrase("more-than-a-baseline", {
		path: place,
		size: committed.size
	}));
}
function notAFile(what) {
	return new Failure({
		kind: "not-measured",
		code: "baseline-not-a-file",
		message: phrase("baseline-not-a-file", { what }),
		advice: phrase("baseline-not-a-file-advice")
	});
}
// src/baseline/entry.ts
/** Which runs enter the baseline by themselves: those that passed on the default branch. Every other one is told why not. */
/** Occasions on which a commit of the default branch is measured. A merge group's is not on it yet: the push that follows is. */
const OCCASIONS = [
	"push",
	"schedule",
	"manual"
];
/**
* Why a run does not enter, in words; null: it does. A first run enters, and so does an inconclusive one: a short history is inconclusive by its nature, and a
* history without its noisy runs would promise less noise than there is. A regression enters never, also where it was advice only,
* unless it is within what was accepted: then it is what later runs are to be compared with.
*/
function whyNotEntered({ verdict, plan }, { kind, branch }) {
	if (plan.baseline.publish === "none") return "the configuration says `baseline: publish: none`";
	if (kind === "pull-request") return "it is of a pull request, and runs of the default branch enter";
	if (!OCCASIONS.includes(kind)) return "runs enter on a push to the default branch, on a schedule or when started by hand";
	if (branch === void 0) return "it is not of a branch, and runs of the default branch enter";
	if (!branch.isDefault) return `it is of the branch ${branch.name}, and runs of the default branch enter`;
	if (verdict.exitCode !== 0) return "it did not pass";
	return verdict.scenarios.some(hasRegression) ? "something got worse, although too few runs are stored to fail for it; accept it with `loadgate baseline update` if it is meant" : null;
}
/** True on a commit of the default branch. */
const isOfDefaultBranch = ({ branch }) => branch?.isDefault === true;
/** Of a metric that has a limit: the others are told, and decide nothing. */
const hasRegression = ({ judgements }) => judgements.some(({ comparison, acceptance }) => comparison?.outcome === "regression" && comparison.limit !== null && acceptance?.within !== true);
/**
* A run on the branch of accepted runs itself would measure nothing of anybody's, and could start itself again.
* @throws Failure kind `usage`
*/
function refuseOwnBranch({ store, branch }, { env }) {
	if (store === "file" || env["GITHUB_REF"] !== `refs/heads/${branch}`) return;
	throw new Failure({
		kind: "usage",
		code: "baseline-branch",
		message: phrase("baseline-branch", { branch }),
		advice: phrase("baseline-branch-advice", { branch })
	});
}
export { withReleaseRun as C, historiesOf as D, fingerprintOf as E, nameMachine as O, newestOf as S, emptyBaseline as T, branchToWrite as _, readBaselineFile as a, standingOf as b, decodeOnBranch as c, decodeBaseline as d, encodeBaseline as f, stableHash as g, readShape as h, readBaseline as i, releasesOf as k, isUnreachable as l, placesIn as m, refuseOwnBranch as n, storeOf as o, lineOf as p, whyNotEntered as r, branchFileOf as s, isOfDefaultBranch as t, nowhere as u, gitHubAccess as v, BASELINE_BYTES_MAX as w, withAcceptances as x, fetchBranch as y };
