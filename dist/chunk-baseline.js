import.meta.dirname;
import.meta.filename;
import { n as Failure, t as EXIT } from "./chunk-failure.js";
import { o as replaceWorkspaceFile } from "./chunk-files.js";
import { A as scenariosOf, U as median, v as summarise } from "./chunk-results.js";
import { Q as nameMachine, U as readReferences, W as readBaseline, X as fingerprintOf, Y as emptyBaseline, Z as historiesOf, i as prepare, l as measure, m as judge, n as readPlan, q as encodeBaseline } from "./chunk-gate.js";
import { t as localOccasion } from "./chunk-occasion.js";
import { t as inWorld } from "./chunk-program.js";
import { t as readRun } from "./chunk-recorded.js";
// src/baseline/accept.ts
/** Takes a run into the baseline file of the working tree. */
/**
* Adds the run's numbers to the history of each scenario for this machine and configuration, keeps the last `keep` of them, and writes the file. Each run
* counts, of the same commit too: the spread between them is what later runs are judged by. The same run is never counted twice.
*
* Returns the file's path relative to the workspace, and the number of runs that the shortest history of the plan's scenarios now has on this machine.
* @throws Failure when the file is there but cannot be read (it is left as it is) or cannot be written, or a scenario has no answers
*/
async function acceptRun(plan, run, world) {
	const before = (await readBaseline(plan, null, world)).baseline ?? emptyBaseline(plan.suite);
	const after = plan.scenarios.reduce((baseline, { name }) => withRun(baseline, run, summarise(run, name, "head"), plan.baseline.keep), before);
	await replaceWorkspaceFile(world, plan.baseline.path, encodeBaseline(after));
	const lengths = plan.scenarios.map(({ name }) => historyFor(after, name, run)?.runs.length ?? 0);
	return {
		path: plan.baseline.path,
		runs: Math.min(...lengths)
	};
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
			[scenario]: { histories }
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
// src/commands/stored.ts
/** The stored baseline as a table for a terminal. */
/** What is stored: for each scenario, machine and configuration the number of runs, their dates, and the medians of p95, throughput and error rate. */
function describeBaseline({ source, baseline }) {
	const where = source.commit === null ? source.path : `${source.path} of ${source.commit.slice(0, 12)}`;
	if (baseline === null) return `${where} does not exist: nothing has been accepted yet. Start with: loadgate baseline update --runs 5\n`;
	const scenarios = Object.keys(baseline.scenarios).flatMap((name) => [
		``,
		name,
		...describeScenario(baseline, name)
	]);
	return `${[`${where}: suite ${baseline.suite}`, ...scenarios].join("\n")}\n`;
}
function describeScenario(baseline, name) {
	return historiesOf(baseline, name).flatMap((history) => [`  ${nameMachine(history.machine)} · fingerprint ${history.fingerprint} · configuration ${history.configHash}`, `  ${countOf(history)} · p95 ${middle(history, "p95", ms)} · throughput ${middle(history, "throughput", rate)} · errors ${middle(history, "error-rate", share)}`]);
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
/** Accepts a recorded run, or measures and accepts, into the baseline file of the working tree. */
function updateCommand(options, program) {
	return inWorld(program, options, async (world) => {
		const occasion = await localOccasion(world, void 0);
		const plan = await readPlan({
			occasion,
			configPath: options.config ?? null,
			inputs: options.inputs,
			sendsNothing: options.from !== void 0
		}, world);
		if (options.from !== void 0) {
			await accept(plan, await readRun(options.from, program), world);
			return EXIT.pass;
		}
		const runs = parseRuns(options.runs);
		await readBaseline(plan, null, world);
		for (let run = 1; run <= runs; run += 1) {
			if (runs > 1) world.log.info(`Run ${run} of ${runs}`);
			await accept(plan, await measure(plan, await prepare(plan, occasion, world), world), world);
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
async function accept(whole, run, world) {
	const plan = {
		...whole,
		scenarios: scenariosOf(whole.scenarios, run)
	};
	const verdict = judge(run, plan, await readReferences(plan, run, null, world));
	refuseUnbelievable(verdict);
	for (const line of brokenLimits(verdict)) world.log.warning(`Accepted although ${line}`);
	const accepted = await acceptRun(plan, run, world);
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
		program.stdout.write(describeBaseline(await readBaseline(plan, occasion.baseSha, world)));
		return EXIT.pass;
	});
}
export { showCommand, updateCommand };
