import.meta.dirname;
import.meta.filename;
import { a as say, o as acceptRun, r as enterOwnBranch, t as besideRun } from "./chunk-recorded-with.js";
import { W as readKnown, a as prepare, h as judge, l as measure, n as readPlan } from "./chunk-gate.js";
import { D as releasesOf, E as nameMachine, T as historiesOf, a as storeOf, r as readBaseline } from "./chunk-entry.js";
import { n as Failure, t as EXIT } from "./chunk-failure.js";
import { L as median, x as scenariosOf } from "./chunk-summary.js";
import { t as localOccasion } from "./chunk-occasion.js";
import { t as inWorld } from "./chunk-program.js";
import { t as readRun } from "./chunk-recorded.js";
import { n as dayOf, o as isExpired } from "./chunk-acceptance.js";
import { t as METRICS } from "./chunk-metric.js";
// src/commands/stored.ts
/** The stored baseline as a table for a terminal. */
/**
* What is stored: for each scenario, machine and configuration the number of runs, their dates, and the medians of p95, throughput and error rate; its releases, and what was accepted of
* it. `moment`: now (ISO 8601, UTC).
*/
function describeBaseline({ source, baseline }, moment) {
	const where = placeOf(source);
	if (baseline === null) return `${where} does not exist: nothing has been accepted yet. Start with: loadgate baseline update --runs 5\n`;
	const scenarios = Object.keys(baseline.scenarios).flatMap((name) => [
		``,
		name,
		...describeScenario(baseline, name),
		...baseline.accepted.filter(({ scenario }) => scenario === name).map((each) => `  ${accepted(each, moment)}`)
	]);
	return `${[`${where}: suite ${baseline.suite}`, ...scenarios].join("\n")}\n`;
}
function placeOf({ path, commit, branch }) {
	const at = commit === null ? "" : commit.slice(0, 12);
	if (branch === void 0) return at === "" ? path : `${path} of ${at}`;
	return at === "" ? `the branch ${branch}` : `${path} of the branch ${branch} at ${at}`;
}
function describeScenario(baseline, name) {
	return historiesOf(baseline, name).flatMap((history) => [
		`  ${nameMachine(history.machine)} · fingerprint ${history.fingerprint} · configuration ${history.configHash}`,
		`  ${countOf(history)} · ${mediansOf(history)}`,
		...releasesOf(baseline, name).filter((release) => release.fingerprint === history.fingerprint && release.configHash === history.configHash).map((release) => `  release ${release.tag} · ${countOf(release)} · ${mediansOf(release)}`)
	]);
}
const mediansOf = (line) => `p95 ${middle(line, "p95", ms)} · throughput ${middle(line, "throughput", rate)} · errors ${middle(line, "error-rate", share)}`;
/** `accepted: p95 worse by up to 12 % until 2026-12-31, by octocat on 2026-11-28: reason` */
function accepted({ metric, upTo, until, by, at, reason }, moment) {
	return `accepted: ${metric} worse by up to ${upTo.kind === "share" ? share(upTo.amount) : `${upTo.amount} ${METRICS[metric].unit}`} until ${until}${isExpired({ until }, moment) ? " (over)" : ""}, by ${by} on ${dayOf(at)}: ${reason}`;
}
function countOf({ runs }) {
	const dates = runs.map((run) => run.date.slice(0, 10));
	return `${runs.length === 1 ? "1 run" : `${runs.length} runs`}, ${dates[0] ?? "no date"} to ${dates.at(-1) ?? "no date"}`;
}
function middle({ runs }, metric, show) {
	const values = runs.map((run) => run.metrics[metric]).filter((value) => value !== null);
	return values.length === 0 ? "–" : show(median(values));
}
const ms = (value) => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
const rate = (value) => `${Math.round(value).toLocaleString("en")}/s`;
const share = (value) => `${(value * 100).toFixed(2)} %`;
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
	const acceptances = extras.acceptances.map((each) => ({
		...each,
		since: laterOf(each.at, run.startedAt)
	}));
	const beside = {
		...extras,
		acceptances
	};
	if (await storeOf(plan, null, world) === "branch") {
		const entered = await enterOwnBranch({
			plan,
			run,
			page: null,
			beside
		}, world);
		world.log.info(say(plan.baseline.branch, entered));
		return;
	}
	const accepted = await acceptRun(plan, run, world, beside);
	if (extras.release !== null) {
		world.log.info(`Kept in ${accepted.path} as a run of the release ${extras.release}. Commit the file.`);
		return;
	}
	const runs = accepted.runs === 1 ? "1 accepted run" : `${accepted.runs} accepted runs`;
	world.log.info(`Accepted into ${accepted.path}: ${runs} of this machine. Commit the file to make it the reference.`);
}
const laterOf = (left, right) => Date.parse(left) > Date.parse(right) ? left : right;
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
