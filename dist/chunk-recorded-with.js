import.meta.dirname;
import.meta.filename;
import { i as phrase } from "./chunk-phrase.js";
import { a as linesOf, n as Failure, o as messageOf$1 } from "./chunk-failure.js";
import { r as millis } from "./chunk-units.js";
import { n as readMerged, t as openReview } from "./chunk-github-review.js";
import { C as emptyBaseline, D as releasesOf, S as BASELINE_BYTES_MAX, T as historiesOf, a as storeOf, c as isUnreachable, d as gitHubAccess, h as encodeBaseline, l as nowhere, n as whyNotEntered, o as branchFileOf, r as readBaseline, s as decodeOnBranch, u as branchToWrite, w as fingerprintOf, x as withReleaseRun, y as withAcceptances } from "./chunk-entry.js";
import { l as summarise } from "./chunk-summary.js";
import { n as replaceWorkspaceFile } from "./chunk-workspace-writer.js";
import { o as requireRepository } from "./chunk-git.js";
import { a as refusedWrite, n as openGitHubBranch } from "./chunk-github-branch.js";
import { r as openPullBranch } from "./chunk-github-pulls2.js";
import { setTimeout } from "node:timers/promises";
// src/baseline/accept.ts
/** Only the run. */
const NOTHING_BESIDE = {
	release: null,
	acceptances: []
};
/**
* Adds the run's numbers to the history of each scenario for this machine and configuration, keeps the last `keep` of them, and writes the file. Each run
* counts, of the same commit too: the spread between them is what later runs are judged by. The same run is never counted twice.
*
* Returns the file's path relative to the workspace, and the number of runs that the shortest history of the plan's scenarios now has on this machine.
* @throws Failure when the file is there but cannot be read (it is left as it is) or cannot be written, or a scenario has no answers
*/
async function acceptRun(plan, run, world, beside = NOTHING_BESIDE) {
	const after = withRunOf(plan, run, (await readBaseline({
		...plan,
		baseline: {
			...plan.baseline,
			store: "file"
		}
	}, null, world)).baseline, beside);
	await replaceWorkspaceFile(world, plan.baseline.path, encodeBaseline(after));
	return {
		path: plan.baseline.path,
		runs: shortestHistory(after, plan, run)
	};
}
/** A baseline (null: none yet) with the run's numbers of every scenario of the plan, and what is written down beside them. @throws Failure when a scenario has no answers */
function withRunOf(plan, run, stored, { release, acceptances } = NOTHING_BESIDE) {
	const before = withAcceptances(stored ?? emptyBaseline(plan.suite), acceptances);
	return plan.scenarios.reduce((baseline, { name }) => {
		const summary = summarise(run, name, "head");
		return release === null ? withRun(baseline, run, summary, plan.baseline.keep) : withReleaseRun(baseline, {
			scenario: name,
			fingerprint: fingerprintOf(run),
			configHash: configHashOf(run, name),
			tag: release,
			run: acceptedRun(run, summary)
		});
	}, before);
}
/** How many runs the shortest history of the plan's scenarios has on the run's machine. */
function shortestHistory(baseline, plan, run) {
	return Math.min(...plan.scenarios.map(({ name }) => historyFor(baseline, name, run)?.runs.length ?? 0));
}
/** A baseline with one more run of one scenario. */
function withRun(baseline, run, summary, keep) {
	const { scenario } = summary;
	const old = historyFor(baseline, scenario, run);
	const history = {
		fingerprint: fingerprintOf(run),
		machine: run.machine === null ? null : shorten(run.machine),
		configHash: configHashOf(run, scenario),
		runs: lastRuns([...old?.runs ?? [], acceptedRun(run, summary)], keep)
	};
	const histories = [...historiesOf(baseline, scenario).filter((other) => other !== old), history].sort(byMachineAndConfig);
	return {
		...baseline,
		scenarios: {
			...baseline.scenarios,
			[scenario]: {
				histories,
				releases: releasesOf(baseline, scenario)
			}
		}
	};
}
function historyFor(baseline, scenario, run) {
	const configHash = configHashOf(run, scenario);
	return historiesOf(baseline, scenario).find((history) => history.fingerprint === fingerprintOf(run) && history.configHash === configHash);
}
function configHashOf(run, scenario) {
	const hash = Object.hasOwn(run.configHashes, scenario) ? run.configHashes[scenario] : void 0;
	if (hash !== void 0) return hash;
	throw unacceptable(scenario, "the run does not say with which configuration it was measured");
}
/** By date, one of each, the newest `keep`. */
function lastRuns(runs, keep) {
	return [...new Map(runs.map((run) => [run.date, run])).values()].sort((left, right) => left.date < right.date ? -1 : 1).slice(-keep);
}
const keyOf = (history) => `${history.fingerprint} ${history.configHash}`;
const byMachineAndConfig = (left, right) => keyOf(left) < keyOf(right) ? -1 : 1;
/** @throws Failure when there is nothing to compare later runs with */
function acceptedRun(run, summary) {
	const { metrics, counts, statusShares, meanBodyBytes, latency, scenario } = summary;
	if (counts.ok === 0 || summary.answers === 0) throw unacceptable(scenario, "it has no answers");
	const head = run.builds.find((build) => build.side === "head");
	return {
		date: run.startedAt,
		commit: head === void 0 || head.dirty ? null : head.commit,
		loadgate: run.loadgate,
		engine: [...new Set(summary.slices.map(({ engine }) => `${engine.name} ${engine.version}`.trim()))].join(", "),
		metrics,
		counts,
		statusShares,
		meanBodyBytes,
		latency
	};
}
function shorten(machine) {
	const { cpuModel, cores, architecture, memory, os, node, runner } = machine;
	return {
		cpuModel,
		cores,
		architecture,
		memory,
		os,
		node,
		runner
	};
}
function unacceptable(scenario, why) {
	return new Failure({
		kind: "not-measured",
		code: "not-acceptable",
		message: `The scenario ${JSON.stringify(scenario)} cannot become a baseline: ${why}.`,
		advice: "Mend what the report of `loadgate run` says, then update the baseline again."
	});
}
// src/baseline/write-onto.ts
/** Brings a change onto a branch that others write at the same time: read, merge, write on top, and again from the new tip when somebody was first. */
/** A commit takes GitHub about a second: twenty writers at once are done in less than half of the deadline. */
const RETRYING = {
	deadline: millis(12e4),
	pauseFirst: millis(250),
	pauseMax: millis(4e3),
	random: Math.random
};
/** Whatever the clock says. */
const ATTEMPTS_MAX = 200;
/**
* Writes the edit onto the branch. A conflict and a passing trouble are tried again, with pauses that grow and differ between writers; a refusal that would come
* again is not.
* @throws Failure `branch-refused` with the remedy, `branch-busy` after the deadline, and those of reading the branch
*/
async function writeOnto(branch, edit, world, retrying = RETRYING) {
	const end = world.now() + retrying.deadline;
	let trouble = "";
	for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
		if (attempt > 0) await pause(attempt, retrying, world);
		if (world.now() > end) break;
		const tried = await attemptOnce(branch, edit);
		if (tried.kind === "written" || tried.kind === "known") return tried;
		if (tried.kind === "refused") throw refusedBranch(branch.name, tried.why, tried.message);
		trouble = tried.kind === "unclear" ? tried.message : phrase("branch-moved");
	}
	throw busy(branch, trouble);
}
/** One look and one commit. A branch that is made here is looked at again at once: its maker may as well have been another. */
async function attemptOnce(branch, edit) {
	const seen = await lookAt(branch, edit.path);
	if (seen.kind === "unclear") return seen;
	let { tip, text } = seen;
	if (tip === null) {
		if (edit.first === null) return missing(branch);
		const made = await branch.create(edit.first.path, edit.first.text, CREATE);
		if (made.kind === "refused" || made.kind === "unclear") return made;
		const again = await lookAt(branch, edit.path);
		if (again.kind === "unclear") return again;
		({tip, text} = again);
		if (tip === null) return {
			kind: "unclear",
			message: phrase("branch-vanished")
		};
	}
	const merged = edit.merge(text);
	if (merged === text) return {
		kind: "known",
		commit: tip,
		text: merged
	};
	const written = await branch.write({
		onto: tip,
		path: edit.path,
		text: merged,
		message: edit.message
	});
	return written.kind === "written" ? {
		...written,
		text: merged
	} : written;
}
const CREATE = {
	subject: "Begin the branch of accepted runs [skip ci]",
	body: "Made by Loadgate. README.md says what this branch is for."
};
async function lookAt(branch, path) {
	try {
		return {
			kind: "seen",
			...await branch.look(path, BASELINE_BYTES_MAX)
		};
	} catch (error) {
		if (!isUnreachable(error)) throw error;
		const { detail } = error;
		const [only = "", ...more] = linesOf(detail);
		const lines = more.length === 0 ? only : detail.lines.join(" ");
		return {
			kind: "unclear",
			message: phrase("branch-unseen", {
				message: messageOf$1(detail),
				lines
			})
		};
	}
}
/** @throws Failure when the run is stopped meanwhile */
async function pause(attempt, retrying, world) {
	const { pauseFirst, pauseMax, random } = retrying;
	const longest = Math.min(pauseFirst * 2 ** (attempt - 1), pauseMax);
	try {
		await setTimeout(longest * (.5 + random() / 2), void 0, { signal: world.signal });
	} catch (error) {
		throw world.signal.reason instanceof Failure ? world.signal.reason : error;
	}
}
const missing = ({ name }) => ({
	kind: "refused",
	why: "missing",
	message: phrase("no-branch", { branch: name })
});
/** A refusal that would come again, with what helps. `message`: the other side's words, or ours where it has none. */
function refusedBranch(name, why, message) {
	const reason = REASON[why];
	return new Failure({
		kind: "not-measured",
		code: "branch-refused",
		message: phrase("branch-refused", {
			branch: name,
			why: phrase(reason)
		}),
		advice: phrase(`${reason}-advice`),
		lines: message === "" ? [] : [message]
	});
}
const REASON = {
	"read-only": "branch-read-only",
	unauthorised: "branch-unauthorised",
	missing: "branch-missing",
	protected: "branch-protected",
	refused: "branch-turned-down"
};
function busy({ name }, trouble) {
	return new Failure({
		kind: "not-measured",
		code: "branch-busy",
		message: phrase("branch-busy", { branch: name }),
		advice: phrase("branch-busy-advice"),
		lines: trouble === "" ? [] : [trouble]
	});
}
// src/baseline/enter-branch.ts
/**
* Adds the run to the suite's file on the branch of accepted runs, which is made where there is none. The run is told from others by its date: entered twice it is
* there once, and whichever order runs come in, they lie in the order of their dates.
* @throws Failure `branch-refused`, `branch-busy` as {@link writeOnto}; `not-acceptable` for a run without answers; those of a file that cannot be read
*/
function enterBranch(branch, entry, world, retrying = RETRYING) {
	return enterAt(branch, {
		path: branchFileOf(entry.plan.suite),
		first: {
			path: "README.md",
			text: README
		}
	}, entry, world, retrying);
}
/** The same for any file of any branch. `first`: as of {@link Edit}. @throws Failure as {@link enterBranch} */
async function enterAt(branch, { path, first }, { plan, run, page, beside }, world, retrying = RETRYING) {
	const decode = (text) => decodeOnBranch(plan, {
		branch: branch.name,
		path,
		text
	});
	const merge = (text) => encodeBaseline(withRunOf(plan, run, text === null ? null : decode(text), beside));
	const edited = await writeOnto(branch, {
		path,
		merge,
		message: messageOf(plan, run, page),
		first
	}, world, retrying);
	return {
		path,
		commit: edited.commit,
		isNew: edited.kind === "written",
		runs: shortestHistory(decode(edited.text), plan, run)
	};
}
/** `[skip ci]` stands in the subject: whoever's token it is, no workflow is started. */
function messageOf({ suite }, run, page) {
	const head = run.builds.find(({ side }) => side === "head");
	const of = head?.commit == null ? "" : ` of ${head.commit.slice(0, 12)}`;
	return {
		subject: `Accept a run of ${suite} [skip ci]`,
		body: [`The run${of} that began at ${run.startedAt}.`, ...page === null ? [] : [page]].join("\n")
	};
}
/** For whoever finds the branch. */
const README = `# Accepted runs

Loadgate keeps here what it compares later runs with: one file for each suite, written by the runs that passed on the default branch. Nobody needs to edit it, and no
workflow starts from it. To begin anew, delete the branch: the next run that passes makes it again.
`;
// src/baseline/enter-pull-request.ts
/** Brings accepted runs into a file by one pull request a suite: the first run opens it, later ones add to it, and whoever merges it accepts them. */
/**
* Enters the run into the pull request's branch, and opens the pull request where none is open. A branch that an earlier one left behind is begun anew from the
* target. Returns a sentence for the log.
* @throws Failure as `enterBranch`; `pull-request-refused` when GitHub does not let it be opened
*/
async function enterByPullRequest(access, { target, path }, entry, world) {
	const name = `loadgate-update/${branchFileOf(entry.plan.suite).replace(/\.json$/, "")}`;
	const pulls = await openPullBranch({
		...access,
		branch: name
	});
	const found = await asked(name, () => pulls.find());
	if (found.pull === null) await begin(pulls, name, target);
	const { runs, commit } = await enterAt(await openGitHubBranch({
		...access,
		branch: name
	}), {
		path,
		first: null
	}, entry, world);
	const title = `Accept runs of ${entry.plan.suite} into the baseline`;
	const pull = found.pull ?? await asked(name, () => pulls.open(found, target, title, BODY));
	const of = runs === 1 ? "1 accepted run" : `${runs} accepted runs`;
	return `Entered into pull request ${pull.number} (${commit.slice(0, 12)}): ${path} has ${of} of this machine there. ${pull.url}`;
}
const BODY = "Runs that passed on the default branch, for the baseline that changes are compared with. Merge this to accept them; until then, later runs are added here.";
/** Another run that begins it at the same moment is as good. @throws Failure when it cannot be begun */
async function begin(pulls, name, target) {
	const begun = await pulls.restart(target);
	if (begun.kind === "refused") throw refusedBranch(name, begun.why, begun.message);
	if (begun.kind === "unclear") throw unopened(begun.message);
}
/** @throws Failure for what GitHub refuses */
async function asked(name, ask) {
	try {
		return await ask();
	} catch (error) {
		const answer = refusedWrite(error);
		if (answer.kind === "refused" && answer.why !== "refused") throw refusedBranch(name, answer.why, answer.message);
		throw unopened("message" in answer ? answer.message : "");
	}
}
function unopened(line) {
	return new Failure({
		kind: "not-measured",
		code: "pull-request-refused",
		message: phrase("pull-request-refused"),
		advice: phrase("pull-request-refused-advice"),
		lines: line === "" ? [] : [line]
	});
}
// src/baseline/enter.ts
/** Brings a run that passed on the default branch into the baseline, wherever the configuration keeps it. */
/**
* Enters the run with what `besideRun` says is to be written down beside it, or does not; what became of it, in a sentence for the log.
* @throws Failure for what keeps a run out that was to enter: a warning to the caller, never another verdict
*/
async function enterRun(judged, occasion, world, besideRun = () => Promise.resolve(NOTHING_BESIDE)) {
	const why = whyNotEntered(judged, occasion);
	if (why !== null) return `Not entered into the baseline: ${why}.`;
	const { plan, run } = judged;
	const entry = {
		plan,
		run,
		page: occasion.runUrl,
		beside: await besideRun()
	};
	const { publish, branch } = judged.plan.baseline;
	if (await storeOf(judged.plan, null, world) === "branch") return say(branch, await enterOwnBranch(entry, world));
	const target = occasion.branch?.name ?? "";
	const path = `${await requireRepository(world)}${judged.plan.baseline.path}`;
	if (publish === "auto") return "Not entered into the baseline: it is a file, and `baseline: publish` does not say how it is changed.";
	if (publish === "pull-request") {
		const access = gitHubAccess(world);
		if (access === null) throw noGitHub();
		return enterByPullRequest({
			...access,
			signal: world.signal
		}, {
			target,
			path
		}, entry, world);
	}
	const onto = await branchToWrite(world, target);
	if (onto === null) throw nowhere(target);
	return say(target, await enterAt(onto, {
		path,
		first: null
	}, entry, world));
}
/** Enters a run into the branch of accepted runs, for whoever asks. @throws Failure as {@link enterBranch}, and `branch-nowhere` */
async function enterOwnBranch(entry, world) {
	const name = entry.plan.baseline.branch;
	const branch = await branchToWrite(world, name);
	if (branch === null) throw nowhere(name);
	return enterBranch(branch, entry, world);
}
/** What became of a run, in a sentence. */
function say(branch, { path, commit, isNew, runs }) {
	const of = runs === 1 ? "1 accepted run" : `${runs} accepted runs`;
	return `${isNew ? "Entered into" : "Nothing to enter into"} ${path} of the branch ${branch} (${commit.slice(0, 12)}): ${of} of this machine.`;
}
function noGitHub() {
	return new Failure({
		kind: "usage",
		code: "no-github",
		message: phrase("no-github"),
		advice: phrase("no-github-advice")
	});
}
// src/commands/recorded-with.ts
/** By which a workflow may give its token to a command. */
const TOKENS = ["GITHUB_TOKEN", "GH_TOKEN"];
/**
* The release is the tag that was typed, or that of a workflow for a tag. On a workflow for a push, the pull request whose merge made the commit is asked for what it accepts; that takes a
* token in `GITHUB_TOKEN`. What GitHub does not answer is a warning: the run is accepted all the same.
* @throws Failure kind `usage` for a tag that cannot be one
*/
async function besideRun(typed, plan, program, world) {
	const { env } = program;
	const release = typed ?? (env.GITHUB_REF_TYPE === "tag" ? env.GITHUB_REF_NAME ?? null : null);
	if (release !== null && (release === "" || release.length > 200 || /[\s\p{Cc}]/u.test(release))) throw strangeTag(release);
	const token = TOKENS.map((name) => program.secrets[name]).find((value) => value !== void 0) ?? "";
	return {
		release,
		acceptances: release === null ? await mergedAcceptances(plan, {
			env,
			token
		}, world) : []
	};
}
/**
* What the pull request accepted whose merge made the commit of a workflow for a push; nothing without a token (`''`). What GitHub does not answer is a warning.
*/
async function mergedAcceptances({ scenarios }, { env, token }, { log, signal }) {
	const { GITHUB_EVENT_NAME: event, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha } = env;
	if (event !== "push" || repository === void 0 || sha === void 0 || token === "") return [];
	const apiUrl = env.GITHUB_API_URL ?? "https://api.github.com";
	const review = await openReview({
		token,
		apiUrl,
		repository,
		signal
	});
	const names = scenarios.map(({ name }) => name);
	const { acceptances, refused } = await readMerged(review, sha, names);
	for (const each of refused) log.warning(`Not recorded: ${wordsOf(each)}`);
	for (const { metric, scenario, by, until } of acceptances) log.info(`Recorded with this commit: ${by} accepted that ${metric} of ${scenario} is worse, until ${until}.`);
	return acceptances.map(({ scenario, metric, upTo, reason, by, at, since, until, commit }) => ({
		scenario,
		metric,
		upTo,
		reason,
		by,
		at,
		since,
		until,
		commit
	}));
}
function wordsOf(refused) {
	switch (refused.kind) {
		case "not-understood": return `this line was not understood (${refused.problem}): ${refused.text}`;
		case "not-allowed": return `${refused.by ?? "a deleted account"} may not accept changes here: ${refused.text}`;
		case "edited": return `somebody else edited it: ${refused.text}`;
		case "not-read": return `what the merged pull request accepts could not be read: ${refused.message}`;
	}
}
const strangeTag = (tag) => new Failure({
	kind: "usage",
	code: "release-invalid",
	message: `--release takes the tag of a release, not ${JSON.stringify(tag)}.`,
	advice: "A tag has no spaces: v1.2.0. Nothing was written."
});
export { say as a, enterRun as i, mergedAcceptances as n, acceptRun as o, enterOwnBranch as r, besideRun as t };
