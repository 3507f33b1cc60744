import.meta.dirname;
import.meta.filename;
import { N as checkOutBase, n as readPlan, t as explain, ut as readKnown } from "./chunk-gate.js";
import { t as failedBy } from "./chunk-failed.js";
import { n as Failure } from "./chunk-failure.js";
import { i as phrase } from "./chunk-phrase.js";
import { t as parseRun } from "./chunk-recorded-run.js";
import { o as requireRepository } from "./chunk-git.js";
import { join, resolve } from "node:path";
import { constants } from "node:fs";
import { lstat, open, readdir } from "node:fs/promises";
// src/platform/hostile-folder.ts
/** Reads files out of a folder that strangers filled: no link is followed, and number, depth and size have bounds. */
/** More than any matrix of jobs leaves. */
const BOUNDS = {
	depth: 3,
	entries: 2e3,
	fileBytes: 16777216,
	allBytes: 134217728
};
/**
* Every file of this name below a folder, in the order of their folders; none where there is no such folder. Other files are not opened.
* @throws Failure kind `usage`, code `artifact-refused`, when there is a link or anything else that is neither file nor folder, or a bound is exceeded
*/
async function readHostileFolder(folder, name, bounds = BOUNDS) {
	const paths = await walk(folder, name, bounds);
	const found = [];
	let bytes = 0;
	for (const path of paths) {
		const content = await readBounded(join(folder, path), path, bounds.fileBytes);
		bytes += content.length;
		if (bytes > bounds.allBytes) throw refused$1(phrase("left-bytes-many", { max: bounds.allBytes }));
		found.push({
			folder: path.slice(0, -name.length - 1),
			text: decode(content, path)
		});
	}
	return found;
}
async function walk(root, name, bounds) {
	const top = await lstat(root).catch(() => null);
	if (top === null) return [];
	if (!top.isDirectory()) throw refused$1(phrase("left-no-folder"));
	const ahead = [{
		path: "",
		depth: 0
	}];
	const paths = [];
	let entries = 0;
	for (let next = ahead.pop(); next !== void 0; next = ahead.pop()) for (const entry of await readdir(join(root, next.path), { withFileTypes: true })) {
		const path = next.path === "" ? entry.name : `${next.path}/${entry.name}`;
		entries += 1;
		if (entries > bounds.entries) throw refused$1(phrase("left-files-many", { max: bounds.entries }));
		if (entry.isDirectory()) {
			if (next.depth === bounds.depth) throw refused$1(phrase("left-deep", { max: bounds.depth }));
			ahead.push({
				path,
				depth: next.depth + 1
			});
		} else if (!entry.isFile()) throw refused$1(phrase("left-neither", { path }));
		else if (entry.name === name) paths.push(path);
	}
	return paths.toSorted();
}
/** Opened without following a link that took the file's place meanwhile, and without waiting for a pipe. */
async function readBounded(path, shown, bytesMax) {
	await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW).catch((error) => {
		throw refused$1(phrase("left-unopened", {
			path: shown,
			error: String(error)
		}));
	});
	const stat = await file.stat();
	if (!stat.isFile()) throw refused$1(phrase("left-no-file", { path: shown }));
	if (stat.size > bytesMax) throw refused$1(phrase("left-large", {
		path: shown,
		max: bytesMax
	}));
	const { buffer, bytesRead } = await file.read(Buffer.alloc(stat.size), 0, stat.size, 0);
	return buffer.subarray(0, bytesRead);
}
function decode(content, shown) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(content);
	} catch {
		throw refused$1(phrase("left-no-text", { path: shown }));
	}
}
function refused$1(why) {
	return new Failure({
		kind: "usage",
		code: "artifact-refused",
		message: phrase("artifact-refused", { why }),
		advice: phrase("artifact-folder-advice")
	});
}
// src/commands/second-stage.ts
/**
* The second of two workflows: what the first one measured of a pull request, with a token that may only read, is judged here once more. All of it is a stranger's claim:
* configuration, limits and baseline come from the base commit, and the pull request from GitHub by the commit that GitHub says was measured.
*/
/** More jobs than a pull request should wait for. */
const RUNS_MAX = 50;
/**
* Judges every run that was left.
* @throws Failure kind `usage` when what was left is not what Loadgate writes, or is of another commit; kind `not-measured` when GitHub does not answer
*/
async function judgeSecondStage(options, world) {
	const { measured, repository } = options;
	if (measured.conclusion === "cancelled" || measured.conclusion === "skipped") return {
		kind: "nothing",
		why: `The measuring run was ${measured.conclusion}: there is nothing to publish.`
	};
	const pull = await onlyPull(options);
	if (pull === null) return {
		kind: "nothing",
		why: `No open pull request has the commit ${measured.headSha.slice(0, 12)} as its head any more: a newer one is or was measured by itself.`
	};
	const runs = await readRuns(options, world);
	const occasion = {
		kind: "pull-request",
		repository,
		headSha: measured.headSha,
		baseSha: pull.baseSha,
		pullRequest: {
			number: pull.number,
			fromFork: false
		},
		runUrl: measured.url
	};
	const base = {
		...world,
		workspace: await checkOutBase(world, pull.baseSha)
	};
	return {
		kind: "judged",
		occasion,
		results: await judgeAll(runs, withEdits(await readJobs(options.inputs, occasion, base), await editedFiles(pull, options, world)), options, base)
	};
}
/** @throws Failure when GitHub cannot be asked, or there is more than one */
async function onlyPull({ findPulls, measured }) {
	if (measured.headRepository === null) return null;
	const found = await findPulls();
	if ("refusal" in found) throw new Failure({
		kind: "not-measured",
		code: "pull-request-unknown",
		message: phrase("pull-request-unknown", { refusal: found.refusal.message }),
		advice: phrase("pull-request-unknown-advice")
	});
	const [first = null, ...others] = found.value;
	if (others.length === 0) return first;
	throw new Failure({
		kind: "usage",
		code: "pull-request-ambiguous",
		message: phrase("pull-request-ambiguous", {
			count: found.value.length,
			sha: measured.headSha.slice(0, 12),
			pulls: found.value.map(({ number }) => `#${number}`).join(", ")
		}),
		advice: phrase("pull-request-ambiguous-advice")
	});
}
/** What the clocks of GitHub, of the machine that measured and of this one may differ by: an hour. */
const CLOCKS_MS = 36e5;
/** True when a run began while the measuring workflow can have been under way: by another date, what had been accepted for a time would count again. */
function isInTime({ startedAt }, { createdAt }, now) {
	const began = Date.parse(startedAt);
	return began >= Date.parse(createdAt) - CLOCKS_MS && began <= now.getTime() + CLOCKS_MS;
}
/** Every run that was left, each checked against the schema, of the commit that GitHub says was measured, and of the time of that measurement. */
async function readRuns({ artifacts, measured }, world) {
	const files = await readHostileFolder(resolve(world.workspace, artifacts), "run.json");
	if (files.length > RUNS_MAX) throw refused(phrase("left-runs-many", {
		count: files.length,
		max: RUNS_MAX
	}));
	return files.map(({ folder, text }) => {
		const place = folder === "" ? "run.json" : `${folder}/run.json`;
		const run = parseRun(text, place);
		const heads = run.builds.filter(({ side }) => side === "head");
		if (heads.length !== 1 || heads[0]?.commit !== measured.headSha) throw refused(phrase("left-other-commit", {
			path: place,
			sha: measured.headSha.slice(0, 12)
		}));
		if (!isInTime(run, measured, world.date())) throw refused(phrase("left-other-time", {
			path: place,
			date: run.startedAt.slice(0, 10)
		}));
		return {
			folder,
			run
		};
	});
}
const refused = (why) => new Failure({
	kind: "usage",
	code: "artifact-refused",
	message: phrase("artifact-refused", { why }),
	advice: phrase("artifact-run-advice")
});
/** The plan of each configuration, from the base commit's files alone. */
async function readJobs(inputs, occasion, base) {
	const { config = "", ...rest } = inputs;
	const paths = config.split("\n").flatMap((line) => line.trim() === "" ? [] : [line.trim()]);
	const wanted = paths.length === 0 ? [null] : paths;
	const jobs = [];
	for (const configPath of wanted) {
		const asked = {
			occasion,
			configPath,
			inputs: rest
		};
		const plan = await readPlan({
			...asked,
			sendsNothing: true
		}, base);
		if (jobs.some((each) => each.plan.suite === plan.suite)) throw sameSuite(plan.suite);
		jobs.push({
			plan,
			asked
		});
	}
	return jobs;
}
const sameSuite = (suite) => new Failure({
	kind: "usage",
	code: "suite-twice",
	message: phrase("suite-twice", { suite }),
	advice: phrase("suite-twice-advice")
});
/** Files that the pull request changes, as seen from the workspace; none where GitHub does not say, which is no reason not to judge. */
async function editedFiles({ number }, { listFiles }, world) {
	const listed = await listFiles(number);
	if ("refusal" in listed) {
		world.log.warning(`GitHub does not say which files the pull request changes (${listed.refusal.message}): whether it edits its own limits is not known. The base commit's apply.`);
		return /* @__PURE__ */ new Set();
	}
	const prefix = await requireRepository(world);
	return new Set(listed.value.flatMap((path) => path.startsWith(prefix) ? [path.slice(prefix.length)] : []));
}
/** That a file was edited is known from its name: what a stranger wrote into it is not read. */
function withEdits(jobs, files) {
	const edited = (path) => path !== null && files.has(path) ? path : null;
	return jobs.map(({ plan, asked }) => {
		const { path = null, lines = {} } = plan.origin ?? {};
		const edits = {
			limits: [],
			settings: [],
			removed: [],
			config: edited(path),
			baseline: edited(plan.baseline.path)
		};
		return {
			asked,
			plan: {
				...plan,
				origin: {
					path,
					lines,
					edits
				}
			}
		};
	});
}
/** Each suite of the base commit is answered for: one that nobody measured is not measured, and never left out. */
async function judgeAll(runs, jobs, { agree }, base) {
	const known = new Set(jobs.map(({ plan }) => plan.suite));
	for (const { run } of runs.filter(({ run: { suite } }) => !known.has(suite))) base.log.warning(`A run of the suite ${JSON.stringify(run.suite)} was left, which no configuration of the base commit is of: it is not judged.`);
	const results = [];
	for (const job of jobs) {
		const { plan } = job;
		const own = runs.filter(({ run }) => run.suite === plan.suite);
		if (own.length === 0) results.push({
			variant: null,
			result: notMeasured(plan)
		});
		for (const { folder, run } of own) results.push({
			variant: own.length > 1 ? folder : null,
			result: await judgeOne(run, job, agree, base)
		});
	}
	return results;
}
/** All scenarios of the plan: one that is missing is not measured, even where a run says that it was imported. */
async function judgeOne(run, { plan, asked }, agree, base) {
	try {
		const { references, standing } = await readKnown(plan, run, asked.occasion.baseSha, base);
		const agreed = await agree?.(asked.occasion, plan, standing);
		return explain(plan, run, {
			references,
			standing: agreed ?? standing
		}, asked);
	} catch (error) {
		return failedBy(error, {
			plan,
			configPath: asked.configPath
		}, plan.report.language);
	}
}
function notMeasured(plan) {
	const failure = new Failure({
		kind: "not-measured",
		code: "nothing-left",
		message: phrase("nothing-left", { suite: plan.suite }),
		advice: phrase("nothing-left-advice")
	});
	return failedBy(failure, {
		plan,
		configPath: null
	}, plan.report.language);
}
export { judgeSecondStage };
