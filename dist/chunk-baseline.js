import.meta.dirname;
import.meta.filename;
import { i as acceptRun, r as say, t as enterOwnBranch } from "./chunk-enter.js";
import { F as judge, a as prepare, l as measure, n as readPlan, ut as readKnown } from "./chunk-gate.js";
import { i as readBaseline, o as storeOf } from "./chunk-entry.js";
import { i as asFailure, n as Failure, t as EXIT } from "./chunk-failure.js";
import { x as scenariosOf } from "./chunk-summary.js";
import { t as localOccasion } from "./chunk-occasion.js";
import { t as inWorld } from "./chunk-program.js";
import { t as readRun } from "./chunk-recorded.js";
import { n as openReview, r as readMerged, t as MERGED_PATIENCE } from "./chunk-github-review.js";
import { n as bareAcceptance } from "./chunk-acceptance.js";
import { n as readOccasion } from "./chunk-event2.js";
import { t as describeBaseline } from "./chunk-stored.js";
// src/commands/recorded-with.ts
/** By which a workflow may give its token to a command. */
const TOKENS = ["GITHUB_TOKEN", "GH_TOKEN"];
/**
* The release is the tag that was typed, or that of a workflow for a tag. On a workflow for a push, the pull requests that it merged are asked for what they accept; that takes a
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
/** What the pull requests accepted that the push of the workflow merged; nothing on anything else, or without a token (`''`). What GitHub does not answer is a warning. */
async function mergedAcceptances({ scenarios }, { env, token }, world) {
	const { GITHUB_REPOSITORY: repository } = env;
	const push = await pushOf(env, world);
	if (push === null || repository === void 0 || token === "") return [];
	const apiUrl = env.GITHUB_API_URL ?? "https://api.github.com";
	const { log, signal } = world;
	const review = await openReview({
		token,
		apiUrl,
		repository,
		signal,
		patience: MERGED_PATIENCE
	});
	const names = scenarios.map(({ name }) => name);
	const { acceptances, refused } = await readMerged(review, push, names);
	for (const each of refused) log.warning(`Not recorded: ${wordsOf(each)}`);
	for (const { metric, scenario, by, until } of acceptances) log.info(`Recorded with this commit: ${by} accepted that ${metric} of ${scenario} is worse, until ${until}.`);
	return acceptances.map(bareAcceptance);
}
/** The push of the workflow; null on anything else. Where its event cannot be read, the commit is known all the same. */
async function pushOf(env, { log }) {
	const { GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: path, GITHUB_SHA: sha } = env;
	if (event !== "push" || sha === void 0) return null;
	const alone = {
		before: null,
		after: sha
	};
	if (path === void 0) return alone;
	try {
		const { kind, headSha, baseSha } = await readOccasion(env);
		return kind === "push" ? {
			before: baseSha,
			after: headSha ?? sha
		} : null;
	} catch (error) {
		log.warning(`Only the last commit of the push is looked at: ${asFailure(error).message}`);
		return alone;
	}
}
function wordsOf(refused) {
	switch (refused.kind) {
		case "not-understood": return `this line was not understood (${refused.problem}): ${refused.text}`;
		case "not-allowed": return `${refused.by ?? "a deleted account"} may not accept changes here: ${refused.text}`;
		case "edited": return `somebody else edited it: ${refused.text}`;
		case "not-read": return `what a merged pull request accepts could not be read: ${refused.message}`;
	}
}
const strangeTag = (tag) => new Failure({
	kind: "usage",
	code: "release-invalid",
	message: `--release takes the tag of a release, not ${JSON.stringify(tag)}.`,
	advice: "A tag has no spaces: v1.2.0. Nothing was written."
});
// src/commands/baseline.ts
/** `loadgate baseline update` and `loadgate baseline show`: the stored baseline as a person keeps it. */
/** As many as a baseline keeps. */
const RUNS_MAX = 30;
/** Accepts a recorded run, or measures and accepts, into the baseline file of the working tree or into the branch of accepted runs. */
function updateCommand(options, program) {
	return inWorld(program, options, async (world) => {
		const occasion = await localOccasion(world, void 0);
		const plan = await readPlan({
			occasion,
			configPath: options.config ?? null,
			inputs: options.inputs,
			sendsNothing: options.from !== void 0
		}, world);
		const extras = await besideRun(options.release, plan, program, world);
		if (options.from !== void 0) {
			await accept(plan, await readRun(options.from, program), world, extras);
			return EXIT.pass;
		}
		const runs = parseRuns(options.runs);
		await readBaseline(plan, null, world);
		for (let run = 1; run <= runs; run += 1) {
			if (runs > 1) world.log.info(`Run ${run} of ${runs}`);
			await accept(plan, await measure(plan, await prepare(plan, occasion, world), world), world, extras);
		}
		return EXIT.pass;
	});
}
/** @throws Failure kind `usage` unless it is a whole number from 1 to 30 */
function parseRuns(typed) {
	const runs = Number(typed);
	if (Number.isInteger(runs) && runs >= 1 && runs <= RUNS_MAX) return runs;
	throw new Failure({
		kind: "usage",
		code: "runs-invalid",
		message: `--runs takes a whole number from 1 to ${RUNS_MAX}, not "${typed}".`,
		advice: "A baseline keeps the last 30 accepted runs by default; 5 to 10 make a useful start."
	});
}
/** Only a run that can be believed enters; a slower one may, since that is how a change is accepted, but not silently. */
async function accept(whole, run, world, extras) {
	const plan = {
		...whole,
		scenarios: scenariosOf(whole.scenarios, run)
	};
	const { references, standing } = await readKnown(plan, run, null, world);
	const verdict = judge(run, plan, references, standing);
	refuseUnbelievable(verdict);
	for (const line of brokenLimits(verdict)) world.log.warning(`Accepted although ${line}`);
	if (await storeOf(plan, null, world) === "branch") {
		const entered = await enterOwnBranch({
			plan,
			run,
			page: null,
			beside: extras
		}, world);
		world.log.info(say(plan.baseline.branch, entered));
		return;
	}
	const accepted = await acceptRun(plan, run, world, extras);
	if (extras.release !== null) {
		world.log.info(`Kept in ${accepted.path} as a run of the release ${extras.release}. Commit the file.`);
		return;
	}
	const runs = accepted.runs === 1 ? "1 accepted run" : `${accepted.runs} accepted runs`;
	world.log.info(`Accepted into ${accepted.path}: ${runs} of this machine. Commit the file to make it the reference.`);
}
function refuseUnbelievable(verdict) {
	const reasons = verdict.scenarios.flatMap((scenario) => [...scenario.voids.map((reason) => `${scenario.scenario}: void (${reason.kind})`), ...scenario.judgements.filter((judgement) => judgement.metric === "error-rate" && judgement.failed).map(() => `${scenario.scenario}: error rate above its limit`)]);
	if (reasons.length === 0) return;
	throw new Failure({
		kind: "not-measured",
		code: "not-acceptable",
		message: "This run cannot become a baseline: it is not a measurement of a healthy service.",
		advice: "Mend what is listed below (see the report of `loadgate run`), then update the baseline again.",
		lines: reasons
	});
}
function brokenLimits(verdict) {
	return verdict.scenarios.flatMap((scenario) => scenario.judgements.filter((judgement) => judgement.failed).map((judgement) => `${judgement.metric} of ${scenario.scenario} breaks its limit.`));
}
/** Prints what is stored: for each scenario, machine and configuration the number of runs and their medians. */
function showCommand(options, program) {
	return inWorld(program, options, async (world) => {
		const occasion = await localOccasion(world, options.base);
		const plan = await readPlan({
			occasion,
			configPath: options.config ?? null,
			inputs: options.inputs,
			sendsNothing: true
		}, world);
		program.stdout.write(describeBaseline(await readBaseline(plan, occasion.baseSha, world), world.date().toISOString()));
		return EXIT.pass;
	});
}
export { showCommand, updateCommand };
