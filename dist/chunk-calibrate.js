import.meta.dirname;
import.meta.filename;
import { i as phrase } from "./chunk-phrase.js";
import { B as pathKey, C as writeShare, F as entriesOf, H as valueAt, I as entryOf, R as isTreeMap, S as writeDuration, U as withValue, i as standardLimits, n as changeKey, t as boundKey, w as writeSize, x as parseShare, z as itemsOf } from "./chunk-limit-schema.js";
import { B as effectsOf, F as judge, G as minimumEffect, H as caughtBeside, I as refuseNonFinite, J as LOOKS, K as CONFIRM_BLOCKS_MIN, L as blockLoadOf, R as mainBlocksFor, U as detectableBeside, W as errorAfter, X as POWER, Y as INTERVAL_CONFIDENCE, a as prepare, at as bounded, c as SERVICE_LOG, d as measureBeside, f as isBaseFailure, it as asValueChange, lt as standardsBeside, n as readPlan, nt as asChange, ot as comparable, q as LAST, rt as asLog, s as BASE_LOG, st as exactFloor, tt as absoluteFloors, u as openFolder, z as metricEffects } from "./chunk-gate.js";
import { i as asFailure, n as Failure, t as EXIT } from "./chunk-failure.js";
import { t as METRICS } from "./chunk-metric.js";
import { _ as config, g as TEXT_PLACES } from "./chunk-files.js";
import { n as readYaml, r as require_dist, t as CONFIG_BYTES_MAX } from "./chunk-yaml-text.js";
import { l as toSeconds, r as millis } from "./chunk-units.js";
import { _ as spreadOf, b as tQuantile, h as meanOf, m as lowerBound, o as metricsOf, p as estimateOf, v as upperBound } from "./chunk-summary.js";
import { n as fromRecord } from "./chunk-histogram.js";
import { a as maskTree, c as secretsOfPlan } from "./chunk-mask2.js";
import { r as readWorkspaceFile, t as followLinks } from "./chunk-workspace.js";
import { n as replaceWorkspaceFile } from "./chunk-workspace-writer.js";
import { n as clean } from "./chunk-inert2.js";
import { a as penOf, i as LANGUAGES } from "./chunk-sentences.js";
import { c as textWidth, i as terminalMarks, n as painterOf, s as textTable, u as wrap } from "./chunk-terminal.js";
import { t as localOccasion } from "./chunk-occasion.js";
import { n as lookOf, t as inWorld } from "./chunk-program.js";
import { join, posix } from "node:path";
import { isDeepStrictEqual } from "node:util";
// src/config/yaml-edit.ts
var import_dist = require_dist();
/** Columns by which entries are set in where a text does not show its own. */
const STEP = 2;
/** A plain value as YAML writes it on one line. */
const scalarText = (value) => (0, import_dist.stringify)(value, { lineWidth: 0 }).trimEnd();
/** Entries on lines of their own; mappings of scalars stay on one line. `indent`: columns before each. */
function blockLines(entries, indent = 0, step = STEP) {
	const margin = " ".repeat(indent);
	return entries.flatMap((entry) => {
		const { key, value } = entry;
		if (typeof value === "string" || value.every((inner) => typeof inner.value === "string")) return [margin + flowText(entry)];
		return [`${margin}${scalarText(key)}:`, ...blockLines(value, indent + step, step)];
	});
}
function flowText({ key, value }) {
	const text = typeof value === "string" ? value : `{ ${value.map(flowText).join(", ")} }`;
	return `${scalarText(key)}: ${text}`;
}
/** The text with edits made. They do not overlap; those at one place stand in their order. */
function applyEdits(text, edits) {
	return edits.map((edit, index) => ({
		...edit,
		index
	})).toSorted((left, right) => right.at[0] - left.at[0] || right.index - left.index).reduce((now, edit) => now.slice(0, edit.at[0]) + edit.text + now.slice(edit.at[1]), text);
}
/**
* Another scalar in the place of the one at a path, in the same quotes. @throws RangeError when nothing is
* there
*/
function replaceScalar(file, path, scalar) {
	const [from, to] = placeOf(file, path).value;
	const quote = /^["']/u.exec(file.text.slice(from, to))?.[0] ?? "";
	return {
		at: [from, to],
		text: quote + scalar + quote
	};
}
/**
* New entries at the end of the mapping at a path, written as its others are. @throws RangeError when
* nothing is there
*/
function addEntries(file, path, entries) {
	const [from] = placeOf(file, path).value;
	return file.text[from] === "{" ? addToFlow(file, path, entries) : addToBlock(file, path, entries);
}
function addToFlow(file, path, entries) {
	const flow = entries.map(flowText).join(", ");
	const last = lastChild(file, path);
	if (last !== null) {
		const end = placeOf(file, last).value[1];
		return {
			at: [end, end],
			text: `, ${flow}`
		};
	}
	const inside = placeOf(file, path).value[0] + 1;
	return {
		at: [inside, inside],
		text: ` ${flow} `
	};
}
function addToBlock(file, path, entries) {
	const { text } = file;
	const indent = columnOf(file, path);
	const around = path.length < 2 ? 0 : columnOf(file, path.slice(0, -1));
	const lines = blockLines(entries, indent, indent > around ? indent - around : STEP);
	const at = afterLines(text, endOf(file, path), indent);
	const isClosed = text[at - 1] === "\n";
	const lineEnd = (isClosed ? text.slice(0, at) : text).includes("\r\n") ? "\r\n" : "\n";
	const added = isClosed ? lines.map((line) => line + lineEnd) : lines.map((line) => lineEnd + line);
	return {
		at: [at, at],
		text: added.join("")
	};
}
/** The column of the first key of a mapping. */
function columnOf(file, path) {
	const starts = childrenOf(file, path).map((child) => {
		const { key, value } = placeOf(file, child);
		return (key ?? value)[0];
	});
	const first = Math.min(...starts);
	return first - (file.text.lastIndexOf("\n", first - 1) + 1);
}
/** Where a value ends: the last entry of a block has the last word. */
function endOf(file, path) {
	const [from, to] = placeOf(file, path).value;
	const last = lastChild(file, path);
	return last === null || "{[".includes(file.text[from] ?? "") ? to : endOf(file, last);
}
/** Behind the line, and behind comments that are set in as deep as the entries and so belong to them. */
function afterLines(text, end, indent) {
	let at = text[end - 1] === "\n" ? end : nextLine(text, end);
	while (at < text.length) {
		const next = nextLine(text, at);
		if ((/^ *(?=#)/u.exec(text.slice(at, next))?.[0].length ?? -1) < indent) break;
		at = next;
	}
	return at;
}
function nextLine(text, from) {
	const at = text.indexOf("\n", from);
	return at < 0 ? text.length : at + 1;
}
/** The child that stands last in the text, or null. */
function lastChild(file, path) {
	return childrenOf(file, path).toSorted((left, right) => placeOf(file, left).value[0] - placeOf(file, right).value[0]).at(-1) ?? null;
}
function childrenOf({ tree }, path) {
	const value = valueAt(tree, path);
	if (isTreeMap(value)) return entriesOf(value).map(([key]) => [...path, key]);
	return itemsOf(value).map((_, index) => [...path, index]);
}
function placeOf({ places }, path) {
	const place = places.get(pathKey(path));
	if (place === void 0) throw new RangeError(`nothing stands at ${path.join(".")}`);
	return place;
}
// src/config/write-limits.ts
/**
* Puts limits into the text of a configuration: what they need changes, and everything else stays byte for
* byte.
*/
/**
* Limits as somebody would put them into a configuration by hand, line by line; none for none. `bounds`:
* absolute limits that stay beside them.
*/
function limitLines(proposed, bounds = []) {
	if (proposed.length === 0) return [];
	return blockLines([{
		key: "scenarios",
		value: [...new Set(proposed.map(({ scenario }) => scenario))].map((name) => {
			return {
				key: name,
				value: [{
					key: "limits",
					value: proposed.filter(({ scenario }) => scenario === name).map((limit) => {
						const kept = bounds.filter(({ scenario, metric }) => scenario === name && metric === limit.metric).map(({ bound }) => boundEntry(limit.metric, bound));
						return {
							key: limit.metric,
							value: [changeEntry(limit), ...kept]
						};
					})
				}]
			};
		})
	}]);
}
const changeEntry = ({ metric, change }) => ({
	key: changeKey(metric),
	value: writeShare(change)
});
function boundEntry(metric, bound) {
	const texts = {
		ms: writeDuration(bound),
		"/s": `${bound}/s`,
		B: writeSize(bound),
		"B/min": `${writeSize(bound)}/min`,
		ratio: writeShare(bound),
		count: String(bound)
	};
	return {
		key: boundKey(metric),
		value: texts[METRICS[metric].unit]
	};
}
/**
* The text with the limits in it, each at its scenario. A metric that is `off` stays so, and a `max` or
* `min` stays what it is, also where it came from `defaults` before.
* @throws Failure kind `usage`, code `config-not-edited`, with the lines to put in by hand, where that
* cannot be done safely: in a text with anchors, aliases or mistakes, or without the scenario
*/
function writeLimits(text, proposed) {
	const { tree, places, problems } = readYaml(text, TEXT_PLACES);
	if (tree === null || problems.length > 0) throw notEdited("it is not plain YAML without mistakes", proposed);
	const strange = proposed.find(({ scenario }) => !isTreeMap(scenarioIn(tree, scenario)));
	if (strange !== void 0) throw notEdited(`it has no scenario ${strange.scenario}`, proposed);
	const due = proposed.filter((limit) => isDue(tree, limit));
	const written = applyEdits(text, editsOf({
		text,
		tree,
		places
	}, due));
	if (!isConfig(written, due.reduce(withLimit, tree))) throw notEdited("it is written in an unusual way", proposed);
	return written;
}
/** The proof: the text says what it said before and the limits, and is still a configuration. */
function isConfig(text, wanted) {
	const { tree, problems } = readYaml(text, TEXT_PLACES);
	return problems.length === 0 && isDeepStrictEqual(tree, wanted) && config.safeParse(tree).success;
}
const scenarioIn = (tree, scenario) => entryOf(entryOf(tree, "scenarios"), scenario);
const limitsIn = (around, metric) => entryOf(entryOf(around, "limits"), metric);
/** What holds of a metric in a scenario, whoever says it. */
function standing(tree, { scenario, metric }) {
	return limitsIn(scenarioIn(tree, scenario), metric) ?? limitsIn(entryOf(tree, "defaults"), metric) ?? standardLimits(metric) ?? void 0;
}
/** False where the metric is off, or has this very limit. */
function isDue(tree, limit) {
	const now = standing(tree, limit);
	const own = entryOf(limitsIn(scenarioIn(tree, limit.scenario), limit.metric), changeKey(limit.metric));
	return now !== "off" && shareOf(own) !== limit.change;
}
const shareOf = (value) => typeof value === "string" ? parseShare(value) : typeof value === "number" ? value : null;
/** Everything that stands about the metric beside its largest change. */
const others = (tree, limit) => entriesOf(standing(tree, limit)).filter(([key]) => key !== changeKey(limit.metric));
function withLimit(tree, limit) {
	const { scenario, metric } = limit;
	const entries = [...others(tree, limit), [changeKey(metric), writeShare(limit.change)]];
	const value = Object.assign(Object.create(null), Object.fromEntries(entries));
	return withValue(tree, [
		"scenarios",
		scenario,
		"limits",
		metric
	], value);
}
function editsOf(file, due) {
	return [...new Set(due.map(({ scenario }) => scenario))].flatMap((name) => editsOfScenario(file, name, due.filter(({ scenario }) => scenario === name)));
}
/** Inner edits first: where they end at one place, they stand in this order. */
function editsOfScenario(file, name, due) {
	const path = ["scenarios", name];
	const limits = entryOf(scenarioIn(file.tree, name), "limits");
	const known = due.filter(({ metric }) => isTreeMap(entryOf(limits, metric)));
	const missing = due.filter((limit) => !known.includes(limit)).map((limit) => ({
		key: limit.metric,
		value: [...keptOf(file.tree, limit), changeEntry(limit)]
	}));
	const inner = known.map((limit) => {
		const at = [
			...path,
			"limits",
			limit.metric
		];
		const key = changeKey(limit.metric);
		return entryOf(entryOf(limits, limit.metric), key) === void 0 ? addEntries(file, at, [changeEntry(limit)]) : replaceScalar(file, [...at, key], writeShare(limit.change));
	});
	if (missing.length === 0) return inner;
	return limits === void 0 ? [addEntries(file, path, [{
		key: "limits",
		value: missing
	}])] : [...inner, addEntries(file, [...path, "limits"], missing)];
}
function keptOf(tree, limit) {
	return others(tree, limit).flatMap(([key, value]) => typeof value === "object" ? [] : [{
		key,
		value: scalarText(value)
	}]);
}
function notEdited(why, proposed) {
	return new Failure({
		kind: "usage",
		code: "config-not-edited",
		message: `The limits cannot be written into the configuration: ${why}. It is as it was.`,
		advice: "Put the lines below into it by hand.",
		lines: limitLines(proposed)
	});
}
// src/judge/doubts.ts
/** Judges the run by the limits of the plan. @throws Failure as `judge` */
function doubtsOf(run, plan) {
	return judge(run, plan, {}).scenarios.flatMap(({ scenario, voids, judgements }) => [...voids.map((reason) => ({
		kind: "void",
		scenario,
		reason
	})), ...judgements.flatMap((judgement) => [...alarmOf(scenario, judgement), ...errorsOf(scenario, judgement)])]);
}
/** Either way: a gain where nothing was gained is as wrong as a loss. */
function alarmOf(scenario, { metric, comparison }) {
	if (comparison === null || comparison.limit === null) return [];
	const { outcome, confirmation, change, limit } = comparison;
	return confirmation !== null || outcome === "regression" || outcome === "improvement" ? [{
		kind: "alarm",
		scenario,
		metric,
		change,
		limit
	}] : [];
}
function errorsOf(scenario, { metric, value, bounds }) {
	return metric === "error-rate" && bounds.some((bound) => bound.broken) && value !== null ? [{
		kind: "errors",
		scenario,
		rate: value
	}] : [];
}
/**
* The metrics of a scenario that two builds can be compared by and that have two blocks at least, in their
* order. @throws Failure when it was not measured
*/
function seriesOf(run, scenario, { plan, standards }) {
	return metricEffects(run, scenario, effectsOf(run, scenario.name)).flatMap((effects) => {
		const row = METRICS[effects.metric];
		const standard = standards[effects.metric] ?? null;
		const blocks = effects.blocks.map(({ quiet }) => quiet);
		const boots = bootsOf(run, scenario, effects.metric);
		if (Math.min(blocks.length, boots.length) < 2) return [];
		const minimum = minimumEffect(row, standard ?? effects.limit ?? .03, plan.sensitivity);
		return [{
			scenario,
			effects,
			row,
			standard,
			blocks,
			main: estimateOf(blocks),
			boots,
			minimum
		}];
	});
}
function bootsOf(run, { name }, metric) {
	return run.blocks.flatMap(({ slices }) => {
		const slice = slices.find(({ scenario, side }) => scenario === name && side === "head");
		const value = slice === void 0 ? null : metricsOf(slice, fromRecord(slice.latency))[metric];
		const known = comparable(METRICS[metric], value);
		return known === null ? [] : [Math.log(known)];
	});
}
/** A metric without any limit was switched off. */
const isOff = ({ scenario, effects }) => !scenario.limits.some(({ metric }) => metric === effects.metric);
/** True for what will decide something: the plan limits it, or a limit can be proposed. */
const isLimited = (series) => series.effects.limit !== null || series.standard !== null && !isOff(series);
/** What must be reached whatever the limit says, as a log ratio; 0 for nothing. */
const floorOf = ({ row, effects }) => Math.max(absoluteFloors(row, comparable(row, effects.values.base) ?? 0).worse, exactFloor(row));
// src/judge/calibration.ts
/** Budgets that are looked at beside the plan's own. */
const BUDGETS = [
	2,
	4,
	6,
	10
].map((minutes) => millis(6e4 * minutes));
/** Proposed limits are whole numbers of these. */
const STEPS_A_WHOLE = 200;
/** A limit that allows for more than this holds nothing back. */
const PROPOSAL_MAX = .5;
/**
* Reads a run whose two builds are the same. `standards` are the limits of the plan's sensitivity.
* @throws Failure kind `not-measured` when a scenario is missing, a number is not finite, or counts do not
* add up
*/
function calibrate(run, plan, standards) {
	refuseNonFinite(run, "run");
	const all = plan.scenarios.flatMap((scenario) => seriesOf(run, scenario, {
		plan,
		standards
	}));
	const terms = {
		budget: plan.budget,
		blockLoad: blockLoadOf(run),
		family: Math.max(1, all.filter(isLimited).length)
	};
	const read = all.map((series) => ({
		series,
		metric: metricOf(series, terms)
	}));
	return {
		blocks: run.blocks.length,
		blockLoad: terms.blockLoad,
		budget: plan.budget,
		budgetMin: millis((2 + CONFIRM_BLOCKS_MIN) * terms.blockLoad),
		scenarios: plan.scenarios.map(({ name }) => ({
			scenario: name,
			metrics: read.flatMap(({ series, metric }) => series.scenario.name === name ? [metric] : [])
		})),
		pass: passOf(read, run, terms),
		doubts: doubtsOf(run, withProposed(plan, read))
	};
}
function metricOf(series, terms) {
	const { effects, row, main, blocks, boots } = series;
	const spread = spreadOf(blocks, INTERVAL_CONFIDENCE);
	const ends = [lowerBound(main, INTERVAL_CONFIDENCE), upperBound(main, INTERVAL_CONFIDENCE)].map((end) => asValueChange(row, bounded(end))).toSorted((left, right) => left - right);
	const budgets = [.../* @__PURE__ */ new Set([...BUDGETS, terms.budget])].toSorted((left, right) => left - right);
	return {
		metric: effects.metric,
		value: effects.values.head,
		spread: {
			share: asShare(spread.deviation),
			interval: [asShare(spread.interval[0]), asShare(spread.interval[1])]
		},
		mean: {
			change: asValueChange(row, main.centre),
			interval: [ends[0] ?? 0, ends[1] ?? 0]
		},
		boots: asShare(spreadOf(boots, INTERVAL_CONFIDENCE).deviation),
		detectable: budgets.map((budget) => detectableIn(budget, series, terms)),
		floor: asChange(row, bounded(floorOf(series))),
		proposal: proposalOf(series, terms)
	};
}
const asShare = (log) => Math.expm1(bounded(log));
function detectableIn(budget, { row, main, minimum }, terms) {
	const blocks = mainBlocksFor(budget, terms.blockLoad);
	if (blocks < 2) return {
		budget,
		blocks: null,
		change: null
	};
	const effect = detectableBeside(main, minimum, {
		blocks,
		family: terms.family
	});
	return {
		budget,
		blocks,
		change: asChange(row, bounded(effect))
	};
}
function proposalOf(series, terms) {
	const { standard, row, main, minimum } = series;
	if (standard === null) return {
		kind: "none",
		why: "no-standard"
	};
	if (isOff(series)) return {
		kind: "none",
		why: "off"
	};
	const { blocks, change: least } = detectableIn(terms.budget, series, terms);
	if (blocks === null || least === null) return {
		kind: "none",
		why: "budget"
	};
	const change = roundedUp(Math.max(standard, least));
	if (change > PROPOSAL_MAX) return {
		kind: "none",
		why: "noise"
	};
	const limit = Math.max(asLog(row, change), floorOf(series));
	const caught = caughtBeside(main, {
		minimum,
		limit
	}, {
		blocks,
		family: terms.family
	});
	return {
		kind: "limit",
		change,
		standard,
		caught: asChange(row, bounded(caught))
	};
}
/** To the next step; a standard that is one stays as it is, whatever its last binary digit. */
const roundedUp = (change) => Math.ceil(change * STEPS_A_WHOLE - 1e-9) / STEPS_A_WHOLE;
/** The limit that will hold of a metric, as a share; null when it decides nothing. */
const limitOf = ({ series, metric: { proposal } }) => proposal.kind === "limit" ? proposal.change : series.effects.limit;
/** The first look at which every limited metric is cleared nine times of ten. */
function passOf(read, run, { budget, blockLoad }) {
	const most = mainBlocksFor(budget, blockLoad);
	if (most < 2) return null;
	const isClear = (blocks) => read.every((each) => isCleared(each, blocks));
	const look = LOOKS.find((each) => each.blocks <= most && isClear(each.blocks));
	const blocks = look?.blocks ?? most;
	const booting = meanOf(run.blocks.map(({ boots }) => boots.reduce((sum, { readyAfter }) => sum + (readyAfter ?? 0), 0)));
	return {
		blocks,
		load: millis(blocks * blockLoad),
		time: millis(blocks * (blockLoad + booting)),
		settles: look !== void 0 || isClear(most)
	};
}
function isCleared(each, blocks) {
	const { row, main } = each.series;
	const limit = limitOf(each);
	if (limit === null) return true;
	const degrees = Math.max(1, blocks - 1);
	return (tQuantile(INTERVAL_CONFIDENCE, degrees) + tQuantile(POWER, degrees)) * errorAfter(main, blocks) < Math.max(asLog(row, limit), floorOf(each.series));
}
/** The plan with the limits that are proposed. */
function withProposed(plan, read) {
	const scenarios = plan.scenarios.map((scenario) => {
		const proposed = read.flatMap(({ series, metric: { metric, proposal } }) => series.scenario.name === scenario.name && proposal.kind === "limit" ? [{
			kind: "relative",
			metric,
			change: proposal.change,
			beside: proposal.change
		}] : []);
		const kept = scenario.limits.filter((limit) => limit.kind === "absolute" || !proposed.some(({ metric }) => metric === limit.metric));
		return {
			...scenario,
			limits: [...kept, ...proposed]
		};
	});
	return {
		...plan,
		scenarios
	};
}
// src/measure/itself.ts
/** Measures a build beside itself: blocks in which any difference is the measurement's own. */
/**
* Measures so many blocks (a whole number from 1) of the workspace beside itself: built once, booted twice
* in each.
* @throws Failure when the service cannot be built, booted or loaded; kind `usage`, code `not-booted`, when
* it is not ours to boot; kind `cancelled` when stopped
*/
async function measureItself(plan, setting, blocks, world) {
	if (plan.service.kind !== "booted") throw notBooted(plan.service.url);
	const directory = await openFolder(world, plan.report.directory);
	const sites = {
		head: {
			side: "head",
			world,
			logFile: join(directory, SERVICE_LOG)
		},
		base: {
			side: "base",
			world,
			logFile: join(directory, BASE_LOG)
		}
	};
	const base = {
		...setting.head,
		side: "base"
	};
	const rest = (run) => blocks - (run?.blocks.length ?? 0);
	const next = (run) => rest(run) > 0 ? "main" : null;
	const ahead = (run) => ({
		inPhase: rest(run),
		inAll: rest(run),
		isExact: true
	});
	return await measureBeside({
		plan,
		setting,
		sites,
		base,
		ahead
	}, next, world).catch((error) => {
		throw isBaseFailure(error) ? asFailure(error.cause) : error;
	});
}
function notBooted(url) {
	return new Failure({
		kind: "usage",
		code: "not-booted",
		message: url === null ? phrase("not-booted-itself") : phrase("not-booted-itself-at", { url }),
		advice: phrase("not-booted-itself-advice")
	});
}
// src/commands/calibration-text.ts
const WORDS = LANGUAGES.en;
/** With fewer blocks the spread is hardly known. */
const BLOCKS_FEW = 8;
/** Tells a calibration. Ends without a newline. */
function renderCalibration(calibration, { plan, look, lines }) {
	const draft = {
		n: penOf(WORDS, terminalMarks(look), plan.scenarios.length),
		paint: painterOf(look),
		width: textWidth(look.width)
	};
	const { doubts } = calibration;
	const text = [
		head(calibration, plan, draft),
		...calibration.scenarios.map((scenario) => noise(scenario, draft)),
		section("How to read it", legend(draft), draft),
		...doubts.length > 0 ? [section("Not to be believed", doubtLines(doubts, draft), draft)] : [section("Proposed limits", proposals(calibration, plan, draft), draft), section("How long it takes", [passLine(calibration, draft)], draft)]
	].filter(Boolean).join("\n\n").replaceAll("\xA0", " ");
	return doubts.length > 0 || lines.length === 0 ? text : `${text}\n\n${draft.paint("bold", "To put into the configuration (--write does it)")}\n${lines.join("\n")}`;
}
function head({ blocks, blockLoad }, { suite }, { n, paint, width }) {
	const load = n.seconds(toSeconds(blockLoad) * blocks);
	const text = `Calibration of ${clean(suite)}: one commit beside itself in ${n.count(blocks)} blocks, ${load} under load`;
	return paint("bold", wrap(text, width, "  "));
}
const section = (title, lines, { paint }) => `${paint("bold", title)}\n${lines.join("\n")}`;
function noise({ scenario, metrics }, { n, paint, width }) {
	const name = paint("underline", clean(scenario));
	if (metrics.length === 0) return `${name}\nNothing in it could be compared.`;
	const budgets = metrics[0]?.detectable.map(({ budget }) => n.seconds(toSeconds(budget))) ?? [];
	const rows = [[
		"Metric",
		"One block",
		"Mean",
		"Boots",
		...budgets,
		"Limit"
	], ...metrics.map((each) => rowOf(each, n))];
	const align = `lllr${"r".repeat(budgets.length)}r`;
	return `${name}\n${textTable(rows, align, width)}`;
}
function rowOf({ metric, spread, mean, boots, detectable, proposal }, n) {
	const [low, high] = spread.interval;
	return [
		WORDS.metrics[metric],
		`${n.share(spread.share)} (${bare(n.share(low))}–${bare(n.share(high))})`,
		n.range(metric, ...mean.interval),
		n.share(boots),
		...detectable.map(({ change }) => change === null ? "–" : extent(metric, change, n)),
		proposal.kind === "limit" ? n.extent(metric, proposal.change) : "–"
	];
}
/** Without its unit. */
const bare = (text) => text.replace(/\u00a0.*$/u, "");
const extent = (metric, change, n) => change > 1 ? `over ${n.extent(metric, 1)}` : n.extent(metric, change);
function legend({ n, width }) {
	return [
		`${n.strong("One block")}: by how much the comparison of the commit with itself differs from block to block (standard deviation, 90 % interval).`,
		`${n.strong("Mean")}: by how much one of the two was higher on average (90 % interval); it should hold 0, and one in ten does not by chance.`,
		`${n.strong("Boots")}: by how much the values themselves differ from boot to boot: what a stored baseline sees in an hour as quiet as this.`,
		`${n.strong("Times")}: the smallest change for the worse that stands clear of this noise nine times of ten, by time under load; no measurement takes more than ${n.count(LAST.blocks)} blocks.`
	].map((line) => wrap(`- ${line}`, width, "  "));
}
function doubtLines(doubts, { n, width }) {
	return [...doubts.map((doubt) => wrap(`- ${doubtSentence(doubt, n)}`, width, "  ")), wrap("Where nothing differs there is nothing to be found, so these numbers are the measurement’s own. No limit is proposed, and none is written. Mend what is said here, or calibrate again when the machine is quiet.", width)];
}
function doubtSentence(doubt, n) {
	switch (doubt.kind) {
		case "void": return WORDS.reasons.void(doubt, n);
		case "alarm": {
			const { metric, change, limit, scenario } = doubt;
			return `The same commit differs from itself in ${WORDS.metrics[metric]} by ${n.change(metric, change)}, beyond the limit of ${n.extent(metric, limit)} and the noise${n.inScenario(scenario)}.`;
		}
		case "errors": return `The error rate of ${n.share(doubt.rate)} is above its limit${n.inScenario(doubt.scenario)}: see to the errors first.`;
	}
}
function proposals(calibration, plan, { n, width }) {
	const budget = n.seconds(toSeconds(calibration.budget));
	const lines = calibration.scenarios.flatMap(({ scenario, metrics }) => metrics.filter(hasStandard).map((each) => {
		const name = `${n.strong(WORDS.metrics[each.metric])}${n.inScenario(scenario)}`;
		return wrap(`- ${name}: ${proposalWords(each, budget, n)}`, width, "  ");
	}));
	const without = calibration.scenarios.flatMap(({ metrics }) => metrics.filter((each) => !hasStandard(each)).map(({ metric }) => WORDS.metrics[metric]));
	const rest = `- ${n.list([...new Set(without)])}: none, unless you want one.`;
	const alone = `These limits are made for the comparison with the base commit, and this configuration has none: set ${n.code("compare: auto")} or ${n.code("compare: base")}.`;
	return [
		...lines,
		...without.length === 0 ? [] : [wrap(rest, width, "  ")],
		...plan.compare === "baseline" ? [wrap(alone, width)] : []
	];
}
const hasStandard = ({ proposal }) => proposal.kind === "limit" || proposal.why !== "no-standard";
function proposalWords({ metric, value, floor, proposal }, budget, n) {
	if (proposal.kind === "none") return NO_LIMIT[proposal.why];
	const { change, standard, caught } = proposal;
	const limit = n.strong(n.extent(metric, change));
	const reason = change > standard ? `more than the standard limit of ${n.extent(metric, standard)}, since the noise hides anything smaller within ${budget}` : `the standard limit; the noise hides less within ${budget}`;
	const small = floor > change ? ` At ${n.value(metric, value)} a difference of less than ${n.extent(metric, floor)} is too small to count, whatever the limit.` : "";
	return `${limit}, ${reason}. A change of ${extent(metric, caught, n)} is then caught nine times of ten.${small}`;
}
const NO_LIMIT = {
	"no-standard": "none, unless you want one.",
	off: "none; it is off.",
	budget: "none; the budget is too short.",
	noise: "none; the noise would ask for a limit that holds nothing back."
};
function passLine({ pass, budget, budgetMin, blocks }, { n, width }) {
	if (pass === null) {
		const least = n.seconds(Math.ceil(toSeconds(budgetMin)));
		return wrap(`The budget of ${n.seconds(toSeconds(budget))} is too short for a comparison with the base commit: it takes ${least} at least (${n.code("budget")}).`, width);
	}
	const [load, time] = [n.seconds(toSeconds(pass.load)), n.seconds(toSeconds(pass.time))];
	const took = `${n.count(pass.blocks)} blocks: ${load} under load, about ${time} with the starts of the services`;
	const sure = blocks < BLOCKS_FEW ? " More blocks (--blocks) would make all of this surer." : "";
	return wrap(pass.settles ? `A change that costs nothing typically passes after ${took}.${sure}` : `A change that costs nothing will often stay undecided: the budget ends after ${took}.${sure}`, width);
}
// src/commands/calibrate.ts
/**
* `loadgate calibrate`: the same commit against itself, so that its limits fit this machine and this
* service.
*/
/** Version of the shape of `calibration.json`. */
const CALIBRATION_SCHEMA = 1;
const CALIBRATION_FILE = "calibration.json";
/** Fewer say next to nothing about the noise, and do not allow for the null comparison. */
const BLOCKS_MIN = 4;
const BLOCKS_MAX = 60;
/**
* Measures the working tree beside itself, prints its noise and the limits that follow, and writes them if
* asked to.
*/
function calibrateCommand(options, program) {
	return inWorld(program, options, async (world) => {
		const blocks = parseBlocks(options.blocks);
		const occasion = await localOccasion(world, options.base);
		const plan = await readPlan({
			occasion,
			configPath: options.config ?? null,
			inputs: options.inputs
		}, world);
		const path = options.config ?? ".github/loadgate.yml";
		if (options.write && await configText(path, world) === null) world.log.warning(`There is no ${path} to write limits into; they will only be printed.`);
		const run = await measureItself(plan, await prepare(plan, occasion, world), blocks, world);
		const calibration = calibrate(run, plan, standardsBeside(plan.sensitivity));
		await record(calibration, {
			run,
			plan,
			program
		}, world);
		const isBelieved = calibration.doubts.length === 0;
		const proposed = isBelieved ? proposedBy(calibration) : [];
		const asked = options.write && isBelieved;
		const failure = asked ? await write(path, proposed, world).then(() => null, asFailure) : null;
		show(calibration, {
			plan,
			program,
			lines: asked && failure === null ? [] : limitLines(proposed, boundsOf(plan))
		}, world);
		if (failure !== null) throw failure;
		return isBelieved ? EXIT.pass : EXIT.notMeasured;
	});
}
/** @throws Failure kind `usage` unless it is a whole number from 4 to 60 */
function parseBlocks(typed) {
	const blocks = Number(typed);
	if (Number.isInteger(blocks) && blocks >= BLOCKS_MIN && blocks <= BLOCKS_MAX) return blocks;
	throw new Failure({
		kind: "usage",
		code: "blocks-invalid",
		message: `--blocks takes a whole number from ${BLOCKS_MIN} to ${BLOCKS_MAX}, not "${typed}".`,
		advice: "Twelve tell the noise within -25 and +55 per cent, thirty within -17 and +28."
	});
}
/**
* The text of the configuration, or null when there is none. @throws Failure kind `usage` when it cannot be
* read
*/
async function configText(path, world) {
	const read = await readWorkspaceFile(world.workspace, path, CONFIG_BYTES_MAX);
	if (read.kind !== "refused") return read.kind === "read" ? read.text : null;
	throw new Failure({
		kind: "usage",
		code: "config-invalid",
		message: phrase("config-unreadable", {
			path,
			why: read.why
		}),
		advice: phrase("config-unreadable-advice", { kib: CONFIG_BYTES_MAX / 1024 })
	});
}
const proposedBy = ({ scenarios }) => scenarios.flatMap(({ scenario, metrics }) => metrics.flatMap(({ metric, proposal }) => proposal.kind === "limit" ? [{
	scenario,
	metric,
	change: proposal.change
}] : []));
/** What an entry of the configuration has to say beside the limit, so that pasting it loses nothing. */
const boundsOf = ({ scenarios }) => scenarios.flatMap(({ name, limits }) => limits.flatMap((limit) => limit.kind === "absolute" ? [{
	scenario: name,
	metric: limit.metric,
	bound: limit.bound
}] : []));
const maskOf = ({ plan }, { vault }) => vault.maskWith(secretsOfPlan(plan));
/** Writes the numbers into the report folder. */
async function record(calibration, { run, ...subject }, world) {
	const { loadgate, suite, startedAt, seed, machine, builds, configHashes } = run;
	const numbers = maskTree({
		schema: CALIBRATION_SCHEMA,
		loadgate,
		suite,
		startedAt,
		seed,
		machine,
		builds,
		configHashes,
		...calibration
	}, maskOf(subject, world));
	const path = posix.join(subject.plan.report.directory, CALIBRATION_FILE);
	await replaceWorkspaceFile(world, path, `${JSON.stringify(numbers, null, 2)}\n`);
	world.log.info(`Written to ${subject.plan.report.directory}: ${CALIBRATION_FILE}`);
}
function show(calibration, { lines, ...subject }, world) {
	const { plan, program } = subject;
	world.log.settle();
	const look = lookOf(program.stdout, program.env);
	program.stdout.write(`${maskOf(subject, world)(renderCalibration(calibration, {
		plan,
		look,
		lines
	}))}\n`);
}
/**
* Puts the limits into the configuration. @throws Failure with the limits when that cannot be; the file is
* as it was
*/
async function write(path, proposed, world) {
	if (proposed.length === 0) throw nothingToWrite();
	const text = await configText(path, world);
	if (text === null) throw noConfig(path, proposed);
	const written = writeLimits(text, proposed);
	if (written === text) {
		world.log.info(`${path} has these limits already.`);
		return;
	}
	await replaceWorkspaceFile(world, await followLinks(world.workspace, path), written);
	world.log.info(`Wrote the limits into ${path}. Look at them, and commit the file.`);
}
function nothingToWrite() {
	return new Failure({
		kind: "usage",
		code: "nothing-to-write",
		message: "There is no limit to write: none could be proposed.",
		advice: "The report says for each metric why; the configuration is as it was."
	});
}
function noConfig(path, proposed) {
	return new Failure({
		kind: "usage",
		code: "config-missing",
		message: phrase("limits-config-missing", { path }),
		advice: phrase("limits-config-missing-advice"),
		lines: limitLines(proposed)
	});
}
export { calibrateCommand };
