import.meta.dirname;
import.meta.filename;
import { n as Failure } from "./chunk-failure.js";
import { i as phrase } from "./chunk-phrase.js";
import { o as requireRepository } from "./chunk-git.js";
import { C as withReleaseRun, D as historiesOf, E as fingerprintOf, T as emptyBaseline, _ as branchToWrite, c as decodeOnBranch, f as encodeBaseline, i as readBaseline, k as releasesOf, o as storeOf, r as whyNotEntered, s as branchFileOf, u as nowhere, v as gitHubAccess, x as withAcceptances } from "./chunk-entry.js";
import { n as replaceWorkspaceFile } from "./chunk-workspace-writer.js";
import { l as summarise } from "./chunk-summary.js";
import { n as refusedBranch, r as writeOnto, t as RETRYING } from "./chunk-write-onto.js";
import { a as refusedWrite, n as openGitHubBranch } from "./chunk-github-branch.js";
import { r as openPullBranch } from "./chunk-github-pulls2.js";
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
	const begun = acceptances.map((each) => sinceRun(each, run));
	const before = withAcceptances(stored ?? emptyBaseline(plan.suite), begun);
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
/** What is accepted with a run has been there from the beginning of that run on: not from the moment of the words, which may be weeks older. */
const sinceRun = (acceptance, { startedAt }) => ({
	...acceptance,
	since: Date.parse(acceptance.at) > Date.parse(startedAt) ? acceptance.at : startedAt
});
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
// src/baseline/commit-words.ts
/** A full commit id. */
const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/** A moment as we write it down. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]{8,16}Z$/;
/**
* What a commit with a run says. `[skip ci]` stands in the subject: whoever's token it is, no workflow is started. `page`: of the workflow run, if there is one.
* A run may come from a file: what in it is no commit id and no moment is left out.
*/
function messageOf({ suite }, run, page) {
	const commit = run.builds.find(({ side }) => side === "head")?.commit ?? "";
	const of = COMMIT.test(commit) ? ` of ${commit.slice(0, 12)}` : "";
	const began = MOMENT.test(run.startedAt) ? ` that began at ${run.startedAt}` : "";
	return {
		subject: `Accept a run of ${inert(suite)} [skip ci]`,
		body: [`The run${of}${began}.`, ...page === null ? [] : [page]].join("\n")
	};
}
/** Title of the pull request with a suite's runs: that of the commit, too, where it is squashed. */
const pullRequestTitle = (suite) => `Accept runs of ${inert(suite)} into the baseline`;
/** The name of a suite has no `#`, `@` or `/`: the one reference that it can hold is `GH-12`, which GitHub closes after `fixes`. */
const inert = (suite) => suite.replaceAll(/gh-(?=\d)/gi, (found) => `${found.slice(0, 2)}_`);
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
	const edit = {
		path,
		merge,
		message: messageOf(plan, run, page),
		first
	};
	const edited = await writeOnto(branch, edit, world, retrying);
	return {
		path,
		commit: edited.commit,
		isNew: edited.kind === "written",
		runs: shortestHistory(decode(edited.text), plan, run)
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
	const title = pullRequestTitle(entry.plan.suite);
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
* Enters the run with what is to be written down beside it, or does not.
* @throws Failure for what keeps a run out that was to enter: a warning to the caller, never another verdict
*/
async function enterRun(judged, occasion, world, beside = NOTHING_BESIDE) {
	const why = whyNotEntered(judged, occasion);
	if (why !== null) return out(why);
	const { plan, run } = judged;
	const entry = {
		plan,
		run,
		page: occasion.runUrl,
		beside
	};
	const { publish, branch } = judged.plan.baseline;
	if (await storeOf(judged.plan, null, world) === "branch") return into(say(branch, await enterOwnBranch(entry, world)));
	const target = occasion.branch?.name ?? "";
	const path = `${await requireRepository(world)}${judged.plan.baseline.path}`;
	if (publish === "auto") return out("it is a file, and `baseline: publish` does not say how it is changed");
	if (publish === "pull-request") {
		const access = gitHubAccess(world);
		if (access === null) throw noGitHub();
		return into(await enterByPullRequest({
			...access,
			signal: world.signal
		}, {
			target,
			path
		}, entry, world));
	}
	const onto = await branchToWrite(world, target);
	if (onto === null) throw nowhere(target);
	return into(say(target, await enterAt(onto, {
		path,
		first: null
	}, entry, world)));
}
const into = (said) => ({
	isIn: true,
	said
});
const out = (why) => ({
	isIn: false,
	said: `Not entered into the baseline: ${why}.`
});
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
export { sinceRun as a, acceptRun as i, enterRun as n, say as r, enterOwnBranch as t };
