import.meta.dirname;
import.meta.filename;
import { S as newestOf, f as encodeBaseline, i as readBaseline, p as lineOf } from "./chunk-entry.js";
import { n as fromRecord } from "./chunk-histogram.js";
import { o as isExpired } from "./chunk-acceptance.js";
import { n as rewriteBaseline, t as readKept } from "./chunk-rewrite.js";
import { n as Failure, t as EXIT } from "./chunk-failure.js";
import { i as configHashes, n as readPlan } from "./chunk-gate.js";
import { t as localOccasion } from "./chunk-occasion.js";
import { t as inWorld } from "./chunk-program.js";
import { n as placeOf } from "./chunk-stored.js";
// src/baseline/faults.ts
/** What is wrong with a baseline whose shape is right: what would make a comparison fail or a run count twice. Pure. */
/** All faults, in the order of the file. */
function faultsOf(baseline) {
	return [...repeated(baseline.accepted.map(({ scenario, metric, by, at }) => JSON.stringify([
		scenario,
		metric,
		by,
		at
	]))).map((index) => ({
		path: ["accepted", index],
		problem: "is there twice"
	})), ...Object.entries(baseline.scenarios).flatMap(([scenario, { histories, releases }]) => {
		const top = ["scenarios", scenario];
		const lines = repeated(histories.map(({ fingerprint, configHash }) => `${fingerprint} ${configHash}`));
		const tags = repeated(releases.map(({ tag, fingerprint, configHash }) => JSON.stringify([
			tag,
			fingerprint,
			configHash
		])));
		return [
			...lines.map((index) => ({
				path: [
					...top,
					"histories",
					index
				],
				problem: "has the machine and configuration of another one"
			})),
			...tags.map((index) => ({
				path: [
					...top,
					"releases",
					index
				],
				problem: "is there twice"
			})),
			...histories.flatMap((history, index) => faultsOfLine(history, [
				...top,
				"histories",
				index
			]))
		];
	})];
}
/** Indexes of what came before. */
const repeated = (keys) => keys.flatMap((key, index) => keys.indexOf(key) < index ? [index] : []);
function faultsOfLine({ runs }, place) {
	return runs.flatMap((run, index) => {
		const before = runs[index - 1];
		const path = [
			...place,
			"runs",
			index
		];
		const late = before !== void 0 && Date.parse(before.date) >= Date.parse(run.date);
		const broken = problemOf(() => fromRecord(run.latency));
		return [...late ? [{
			path: [...path, "date"],
			problem: "is not after that of the run before"
		}] : [], ...broken === null ? [] : [{
			path: [...path, "latency"],
			problem: `is not a histogram: ${broken}`
		}]];
	});
}
function problemOf(work) {
	try {
		work();
		return null;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
// src/baseline/prune.ts
/** What a baseline holds that nobody is compared with any more. Pure. */
/** The baseline without what is not in use, and what was taken out. */
function pruneBaseline(baseline, inUse) {
	const removed = [];
	const scenarios = {};
	for (const [scenario, known] of Object.entries(baseline.scenarios)) {
		const configHash = Object.hasOwn(inUse.configHashes, scenario) ? inUse.configHashes[scenario] : void 0;
		if (configHash === void 0) removed.push({
			kind: "scenario",
			scenario
		});
		else scenarios[scenario] = keptOf(known, {
			...inUse,
			scenario,
			configHash
		}, removed);
	}
	const accepted = baseline.accepted.filter((acceptance) => {
		const isKept = !isExpired(acceptance, inUse.moment);
		if (!isKept) removed.push({
			kind: "expired",
			acceptance
		});
		return isKept;
	});
	return {
		baseline: {
			...baseline,
			accepted,
			scenarios
		},
		removed
	};
}
function keptOf({ histories, releases }, inUse, removed) {
	const { scenario } = inUse;
	const keep = (history) => {
		const { fingerprint, configHash, runs } = history;
		const last = runs.at(-1)?.date ?? "";
		const kind = configHash !== inUse.configHash ? "config" : isOld(last, inUse) ? "machine" : null;
		if (kind !== null) removed.push({
			kind,
			scenario,
			fingerprint,
			configHash,
			runs: runs.length,
			last
		});
		return kind === null;
	};
	const keepRelease = (release) => {
		const isKept = release.configHash === inUse.configHash && !isOld(newestOf(release), inUse);
		if (!isKept) removed.push({
			kind: "release",
			scenario,
			tag: release.tag
		});
		return isKept;
	};
	return {
		histories: histories.filter(keep),
		releases: releases.filter(keepRelease)
	};
}
const isOld = (date, { moment, days }) => Date.parse(date) < Date.parse(moment) - days * 864e5;
// src/commands/baseline-care.ts
/** `loadgate baseline prune` and `loadgate baseline verify`: what is out of use goes, and what is wrong is said. */
/** Says what the baseline holds in vain, of the working tree or on its branch, and takes it out when asked to. */
function pruneCommand(options, program) {
	return inWorld(program, options, async (world) => {
		const plan = await planOf(options, world);
		const days = daysOf(options.olderThan);
		const inUse = {
			configHashes: configHashes(plan),
			moment: world.date().toISOString(),
			days
		};
		const { source, baseline } = await readKept(plan, world);
		const seen = pruneBaseline(baseline, inUse).removed;
		const done = options.yes && seen.length > 0 ? await takeOut(plan, inUse, world) : null;
		for (const each of done?.removed ?? seen) program.stdout.write(`${lineFor(each)}\n`);
		if (done !== null) world.log.info(done.said);
		else if (seen.length === 0) world.log.info(`${placeOf(source)} holds nothing that is out of use.`);
		else world.log.info("Nothing was written. With --yes, what is listed above is taken out.");
		return EXIT.pass;
	});
}
/** Takes it out of whatever is there by now, and gives what went. */
async function takeOut(plan, inUse, world) {
	let removed = [];
	const change = (baseline) => {
		const pruned = pruneBaseline(baseline, inUse);
		if (pruned.removed.length > 0) ({removed} = pruned);
		return pruned.baseline;
	};
	const message = {
		subject: `Take out of ${plan.suite} what is out of use [skip ci]`,
		body: "Nobody is compared with it any more."
	};
	const { path, branch } = await rewriteBaseline(plan, {
		change,
		message
	}, world);
	const said = branch === null ? `Took out of ${path} what is listed above. Commit the file.` : `Took out of ${path} of the branch ${branch.name} what is listed above (${branch.commit.slice(0, 12)}).`;
	return {
		removed,
		said
	};
}
/** @throws Failure kind `usage` unless it is a whole number of days */
function daysOf(typed) {
	if (/^[1-9]\d{0,3}$/.test(typed)) return Number(typed);
	throw new Failure({
		kind: "usage",
		code: "days-invalid",
		message: `--older-than takes a number of days from 1 to 9999, not ${JSON.stringify(typed)}.`,
		advice: "Runners change their hardware every few months: 90 is a good beginning. Nothing was written."
	});
}
function lineFor(removed) {
	switch (removed.kind) {
		case "scenario": return `${removed.scenario}: the configuration has no such scenario`;
		case "config": return `${removed.scenario}: ${removed.runs} runs of another configuration (${removed.configHash}), the last on ${removed.last.slice(0, 10)}`;
		case "machine": return `${removed.scenario}: ${removed.runs} runs of a machine that is not seen any more (${removed.fingerprint}), the last on ${removed.last.slice(0, 10)}`;
		case "release": return `${removed.scenario}: release ${removed.tag}, of another configuration or long ago`;
		case "expired": {
			const { scenario, metric, by, until } = removed.acceptance;
			return `${scenario}: what ${by} accepted of ${metric}, which ended on ${until}`;
		}
	}
}
/** Reads the baseline as strictly as a run does, looks for what no comparison would survive, and says what is wrong, with its line. */
function verifyCommand(options, program) {
	return inWorld(program, options, async (world) => {
		const plan = await planOf(options, world);
		const { baseSha } = await localOccasion(world, options.base);
		const { baseline, source } = await readStrictly(plan, baseSha, world);
		if (baseline === null) {
			world.log.info(`${placeOf(source)} does not exist: nothing has been accepted yet.`);
			return EXIT.pass;
		}
		const text = encodeBaseline(baseline);
		const lines = faultsOf(baseline).map(({ path, problem }) => `line ${lineOf(text, path)}, ${path.join(".")}: ${problem}`);
		if (lines.length > 0) throw faulty(placeOf(source), lines);
		const scenarios = Object.values(baseline.scenarios);
		const runs = scenarios.flatMap(({ histories }) => histories).reduce((sum, history) => sum + history.runs.length, 0);
		program.stdout.write(`${placeOf(source)}: ${scenarios.length} scenarios, ${runs} runs, ${baseline.accepted.length} acceptances; nothing is wrong.\n`);
		return EXIT.pass;
	});
}
/** Of the repository or of a branch. */
const WRONG_FILE = /^(?:baseline-|branch-file-)/;
/** What a run calls not measured is what this command was asked about: a wrong file, exit code 3. */
async function readStrictly(plan, baseSha, world) {
	try {
		return await readBaseline(plan, baseSha, world);
	} catch (error) {
		if (!(error instanceof Failure) || !WRONG_FILE.test(error.detail.code)) throw error;
		throw new Failure({
			...error.detail,
			kind: "usage"
		}, { cause: error });
	}
}
function faulty(place, lines) {
	return new Failure({
		kind: "usage",
		code: "baseline-faulty",
		message: `${place} can be read, but not relied on.`,
		advice: "Restore it from git, or take out what is named below. Lines are those of the file as Loadgate writes it.",
		lines: lines.slice(0, 20)
	});
}
async function planOf(options, world) {
	const occasion = await localOccasion(world, options.base);
	const { config = null, inputs } = options;
	return readPlan({
		occasion,
		configPath: config,
		inputs,
		sendsNothing: true
	}, world);
}
export { pruneCommand, verifyCommand };
