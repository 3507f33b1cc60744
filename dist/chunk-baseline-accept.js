import.meta.dirname;
import.meta.filename;
import { i as readAmount, n as metricNamed } from "./chunk-acceptance-line.js";
import { x as withAcceptances } from "./chunk-entry.js";
import { n as rewriteBaseline, t as readKept } from "./chunk-rewrite.js";
import { l as problemOfDay, s as isReason } from "./chunk-acceptance.js";
import { n as Failure, t as EXIT } from "./chunk-failure.js";
import { n as METRIC_NAMES, t as METRICS } from "./chunk-metric.js";
import { n as readPlan } from "./chunk-gate.js";
import { n as gitUserName } from "./chunk-git.js";
import { t as localOccasion } from "./chunk-occasion.js";
import { t as inWorld } from "./chunk-program.js";
// src/commands/baseline-accept.ts
/** `loadgate baseline accept`: a change for the worse that is meant, written by hand into the baseline, wherever it is kept. */
/** Records the acceptance in the baseline file of the working tree, or on the branch of accepted runs. */
function acceptCommand(metric, options, program) {
	return inWorld(program, options, async (world) => {
		const occasion = await localOccasion(world, void 0);
		const { config = null, inputs } = options;
		const plan = await readPlan({
			occasion,
			configPath: config,
			inputs,
			sendsNothing: true
		}, world);
		await readKept(plan, world);
		const acceptance = await acceptanceOf(metric, options, plan, program, world);
		const { scenario, until } = acceptance;
		const message = {
			subject: "Accept a change for the worse [skip ci]",
			body: `${acceptance.metric} of ${JSON.stringify(scenario)}, until ${until}.`
		};
		const change = (baseline) => withAcceptances(baseline, [acceptance]);
		const rewritten = await rewriteBaseline(plan, {
			change,
			message
		}, world);
		const [where, rest] = wordsOf(rewritten);
		world.log.info(`Accepted in ${where}: ${acceptance.metric} of ${scenario} may be worse by up to ${options.upTo} until ${until}. ${rest}`);
		return EXIT.pass;
	});
}
/** Where it is, and what is left to do. */
const wordsOf = ({ path, branch }) => branch === null ? [path, "Commit the file to the base branch: acceptances are read from there."] : [`${path} of the branch ${branch.name} (${branch.commit.slice(0, 12)})`, "It counts from now on."];
/** @throws Failure kind `usage` for whatever is wrong */
async function acceptanceOf(name, options, plan, program, world) {
	const at = world.date().toISOString();
	const metric = metricNamed(name);
	if (metric === null) throw wrong(`There is no metric ${JSON.stringify(name)}.`, `Metrics are ${METRIC_NAMES.join(", ")}.`);
	const reason = options.reason.trim();
	if (!isReason(reason)) throw wrong(`--reason takes one line of at most 300 characters.`, "Say why it is worth its cost.");
	if (problemOfDay(options.until, at) !== null) throw wrong(`--until takes a day from today on, at most 366 days away, not ${JSON.stringify(options.until)}.`, "Write it as 2026-12-31. What is accepted for longer is a new limit: change it in the configuration.");
	return {
		scenario: scenarioOf(options.scenario, plan),
		metric,
		upTo: amountOf(metric, options.upTo),
		reason,
		by: options.by ?? program.env.GITHUB_ACTOR ?? await nameOf(world),
		at,
		since: at,
		until: options.until,
		commit: null
	};
}
function scenarioOf(typed, { scenarios }) {
	const names = scenarios.map(({ name }) => name);
	const [only] = names;
	if (typed === void 0 && only !== void 0 && names.length === 1) return only;
	if (typed !== void 0 && names.includes(typed)) return typed;
	throw wrong(typed === void 0 ? "--scenario is missing." : `There is no scenario ${JSON.stringify(typed)}.`, `Scenarios are ${names.map((name) => JSON.stringify(name)).join(", ")}.`);
}
function amountOf(metric, typed) {
	const read = readAmount(metric, typed);
	if ("amount" in read) return read.amount;
	const { better } = METRICS[metric];
	throw wrong(read.problem === "direction" ? `--up-to ${typed} of ${metric} would be an improvement.` : `--up-to takes how much worse ${metric} may become, not ${JSON.stringify(typed)}.`, `Write a share (${better === "lower" ? "+12%" : "-12%"}), or an amount with the unit of the metric (20ms, 50/s, 2kB).`);
}
async function nameOf(world) {
	const name = await gitUserName(world);
	if (name !== null) return name;
	throw wrong("Nobody knows who accepts this.", "Give a name with --by, or tell git: git config user.name.");
}
const wrong = (message, advice) => new Failure({
	kind: "usage",
	code: "acceptance-invalid",
	message,
	advice: `${advice} Nothing was written.`
});
export { acceptCommand };
