import.meta.dirname;
import.meta.filename;
import { n as isOpen, r as isPlain, t as isConstant } from "./chunk-executor.js";
import { c as toMillis, l as toSeconds } from "./chunk-units.js";
import { n as fromRecord, t as createHistogram } from "./chunk-histogram.js";
import { E as capacityOf, L as median, M as littleGap, O as degradationOf, S as toldAt, c as sliceAlone, j as levelsOf, l as summarise, n as addCounts, r as failuresOf, s as rowsOf, t as addArrivals } from "./chunk-summary.js";
import { t as METRICS } from "./chunk-metric.js";
import { t as levelAt } from "./chunk-levels.js";
// src/report/recent-runs.ts
/** How a metric went over the accepted runs up to now, as a line of bars in a table. */
/** With fewer runs there is no course to see. */
const RUNS_MIN = 3;
/** Of every judged metric that enough comparable accepted runs have; nothing where the base commit decided, which has no history. */
function historyOf(reference, judgements) {
	if (reference.kind !== "baseline") return [];
	return judgements.flatMap(({ metric, value, comparison }) => {
		const known = reference.runs.flatMap(({ metrics }) => metrics[metric] ?? []).slice(-15);
		if (value === null || comparison === null || known.length < RUNS_MIN) return [];
		const { tolerance } = comparison;
		const noise = METRICS[metric].change === "points" ? tolerance : tolerance * median(known);
		return [{
			metric,
			values: [...known, value],
			noise
		}];
	});
}
const BARS = [..."▁▂▃▄▅▆▇█"];
/**
* One bar a value. From the lowest bar to the highest it is twice the noise at least, around the middle of what was seen, so that values which differ by chance alone look
* alike. Nothing where everything is zero.
*/
function barsOf({ values, noise }) {
	const [low, high] = [Math.min(...values), Math.max(...values)];
	if (low === 0 && high === 0) return "";
	const span = Math.max(high - low, 2 * noise);
	const bottom = Math.max(0, (low + high - span) / 2);
	const bar = (value) => span > 0 ? Math.round((BARS.length - 1) * (value - bottom) / span) : BARS.length / 2;
	return values.map((value) => BARS[Math.min(BARS.length - 1, bar(value))]).join("");
}
// src/report/load-curve.ts
/** Latency against load, where the load ramps: the seconds of a run by their level of load. */
/** More points than this have no room for their names. */
const POINTS_MAX$1 = 12;
/** Fewer make no curve. */
const POINTS_MIN = 4;
/** The curve of a ramp that was run in one go; null for other loads, for turns (which hold one level), and where the level hardly moved. */
function loadCurveOf({ slices, timeline }, executor) {
	const [slice, another] = slices;
	if (executor === null || isConstant(executor) || slice === void 0 || another !== void 0) return null;
	if (slice.turns.length > 0) return null;
	const open = isOpen(executor);
	const level = ({ second, users }) => open ? levelAt(executor, 1e3 * (second + .5)) : users;
	const points = pointsOf(timeline.map((row) => ({
		level: level(row),
		row
	})));
	return points.length < POINTS_MIN ? null : {
		of: open ? "rate" : "users",
		points
	};
}
/** Seconds of about the same level are one point. */
function pointsOf(seconds) {
	const top = Math.max(0, ...seconds.map(({ level }) => level));
	if (!(top > 0)) return [];
	return [...Map.groupBy(seconds, ({ level }) => Math.ceil(POINTS_MAX$1 * level / top))].toSorted(([left], [right]) => left - right).flatMap(([, own]) => {
		const known = (name) => own.flatMap(({ row }) => row[name] ?? []);
		const [p50, p95] = [known("p50"), known("p95")];
		return p50.length === 0 || p95.length === 0 ? [] : [{
			level: median(own.map((each) => each.level)),
			p50: median(p50),
			p95: median(p95)
		}];
	});
}
// src/report/thresholds.ts
/** How the columns of {@link thresholdTable} are aligned. */
const THRESHOLD_ALIGN = "llrl";
/** What became of it, by what k6 told. */
const fateOf = ({ crossed }) => crossed === null ? "untold" : crossed ? "crossed" : "kept";
/** Crossed ones first, then those without a result; otherwise in the order of the script. */
const byFate = (thresholds) => [
	"crossed",
	"untold",
	"kept"
].flatMap((fate) => thresholds.filter((each) => fateOf(each) === fate));
/** One threshold a row, the first row the headings. `mark` puts a sign in front of the result's word. */
function thresholdTable(thresholds, { thresholds: words, labels }, n, mark) {
	const { metric, threshold, measured, result } = words.columns;
	return [[
		metric,
		threshold,
		measured,
		result
	], ...thresholds.map((each) => [
		n.name(each.metric),
		n.name(each.expression),
		each.value === null ? labels.none : valueOf(each.value, each.unit, n),
		mark(SIGNS[fateOf(each)], words.results[fateOf(each)])
	])];
}
/** The sentence under the table. */
const thresholdCaption = ({ against }, { thresholds }) => thresholds.caption(against.kind === "base");
/** The line of a fold over thresholds of which none was crossed. */
const thresholdFold = (thresholds, words, n) => words.thresholds.folded(thresholds.length, thresholds.filter((each) => fateOf(each) === "untold").length, n);
/** A crossed one decides nothing, so that it is no red row. */
const SIGNS = {
	crossed: "noted",
	kept: "good",
	untold: "none"
};
/** In the unit of the expression, so that both can be held against each other. */
const valueOf = (value, unit, n) => unit === "ms" ? n.ms(value) : n.plain(value);
// src/report/search-results.ts
/** The search of a judged scenario; null when it made none. */
function searchReportOf(run, scenario, withBase) {
	const head = searchOn(run, scenario, "head");
	if (head === null) return null;
	const base = withBase ? searchOn(run, scenario, "base") : null;
	const baseLevels = base === null ? [] : levelsOf(base);
	return {
		kind: head.kind,
		objective: head.objective,
		steps: head.steps.length,
		...totalsOf(head.steps),
		rows: levelsOf(head).map((level) => rowOf(level, baseLevels, head)),
		capacity: capacityOf(head),
		degradation: degradationOf(head)
	};
}
function totalsOf(steps) {
	const { hits, total } = failuresOf(addCounts(steps.map(({ counts }) => counts)));
	return {
		seconds: steps.reduce((sum, step) => sum + step.elapsed, 0) / 1e3,
		attempts: total,
		failed: hits
	};
}
function rowOf({ level, step, broken }, base, { thinkTime }) {
	return {
		level,
		step,
		broken,
		littleGap: littleGap(step, thinkTime),
		base: base.find((each) => each.level === level)?.step ?? null
	};
}
/** All boots' steps as those of one search. */
function searchOn(run, scenario, side) {
	const all = run.blocks.flatMap((block) => block.slices).filter((slice) => slice.scenario === scenario && slice.side === side).flatMap(({ search }) => search ?? []);
	const [first] = all;
	return first === void 0 ? null : {
		...first,
		steps: all.flatMap(({ steps }) => steps)
	};
}
const QUANTILES = [
	.5,
	.75,
	.9,
	.95,
	.99,
	.999,
	1
];
/** Whether users over time are worth a picture: a number of users that never changes, and never rests, is not. */
const hasUsersCurve = ({ executor, series }) => executor !== null && (!isPlain(executor) || new Set(series.users).size > 1);
/** Whether its users are requests under way. */
const isOpenLoop = ({ executor }) => executor !== null && isOpen(executor);
/** The results of a judged scenario. @throws Failure when the run holds no slice of it */
function resultsOf(run, verdict, plan) {
	const summary = summarise(run, verdict.scenario, "head");
	const [first] = summary.slices;
	if (first === void 0) return null;
	const { hits, total } = failuresOf(summary.counts);
	const before = beforeOf(run, verdict);
	return {
		name: verdict.scenario,
		outcome: verdict.outcome,
		voided: verdict.voids.length > 0,
		users: summary.users,
		executor: first.imported === void 0 ? plan?.load.executor ?? null : null,
		search: searchReportOf(run, verdict.scenario, verdict.reference.kind === "base"),
		arrivals: addArrivals(summary.slices),
		seconds: toSeconds(summary.elapsed),
		warmUp: toSeconds(first.warmUp),
		counts: summary.counts,
		failed: hits,
		attempts: total,
		against: againstOf(verdict.reference),
		judgements: verdict.judgements.filter(isTold),
		thresholds: byFate(verdict.thresholds),
		release: verdict.release,
		limits: plan?.limits ?? [],
		series: seriesOf(summary),
		memory: plan?.soak === true ? memoryOf(sliceAlone(run, verdict.scenario, "head")) : null,
		loadCurve: plan === void 0 || plan.search !== null ? null : loadCurveOf(summary, plan.load.executor),
		history: verdict.voids.length > 0 ? [] : historyOf(verdict.reference, verdict.judgements),
		quantiles: quantilesOf(summary, before),
		imported: first.imported ?? null,
		requests: requestsOf(summary, plan),
		engine: first.engine,
		generator: first.generator,
		host: first.host,
		configHash: Object.hasOwn(run.configHashes, verdict.scenario) ? run.configHashes[verdict.scenario] ?? null : null
	};
}
/** Not of every service: no row where they were not measured, are not compared and have no limit. */
const RARE = ["queries-per-request", "memory-growth"];
const isTold = ({ metric, value, comparison, bounds }) => !RARE.includes(metric) || value !== null || comparison !== null || bounds.length > 0;
/** Thins the timeline to at most so many points of equal width. */
function seriesOf({ timeline, elapsed, slices = [] }, pointsMax = 60) {
	const seconds = Math.max(1, slices.length > 0 ? slices.reduce((rows, slice) => rows + rowsOf(slice), 0) : rowsOf({
		timeline,
		elapsed
	}));
	const width = Math.ceil(seconds / pointsMax);
	const groups = Map.groupBy(timeline, ({ second }) => Math.floor(second / width));
	const points = Array.from({ length: Math.ceil(seconds / width) }, (_, index) => groups.get(index) ?? []);
	const mean = (values) => values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
	return {
		seconds,
		width,
		throughput: points.map((part) => mean(part.map(({ throughput }) => throughput))),
		users: points.map((part) => mean(part.map(({ users }) => users))),
		errors: points.map((part) => mean(part.map(({ errors }) => errors))),
		p50: points.map((part) => Math.max(0, ...part.map(({ p50 }) => p50 ?? 0))),
		p95: points.map((part) => Math.max(0, ...part.map(({ p95 }) => p95 ?? 0))),
		told: timeline.length > 0 || slices.every(({ imported }) => imported === void 0),
		silent: points.some((part) => part.every(({ p95 }) => p95 === null))
	};
}
/** Thins the readings as {@link seriesOf} does; null without any. A point without a reading repeats the one before. */
function memoryOf(slice, pointsMax = 60) {
	const readings = slice?.memory ?? null;
	const first = readings?.find((reading) => reading !== null);
	if (readings === null || first === void 0 || first === null) return null;
	const width = Math.ceil(readings.length / pointsMax);
	const megabytes = [];
	for (let from = 0; from < readings.length; from += width) {
		const known = readings.slice(from, from + width).filter((reading) => reading !== null);
		megabytes.push(known.length === 0 ? megabytes.at(-1) ?? first / 1e6 : Math.min(...known) / 1e6);
	}
	return {
		seconds: readings.length,
		width,
		megabytes
	};
}
function againstOf(reference) {
	if (reference.kind === "baseline") return {
		kind: "baseline",
		replicates: reference.runs.length
	};
	if (reference.kind === "base") return {
		kind: "base",
		replicates: reference.blocks
	};
	return {
		kind: "nothing",
		replicates: 0
	};
}
/** Latencies of what it was compared with: of each accepted run, or of the base. */
function beforeOf(run, { scenario, reference }) {
	if (reference.kind === "baseline") return reference.runs.map(({ latency }) => latency);
	return reference.kind === "base" ? [summarise(run, scenario, "base").latency] : [];
}
function quantilesOf({ histogram, told }, before) {
	const known = before.map((latency) => fromRecord(latency)).filter(({ count }) => count > 0);
	return QUANTILES.map((quantile) => {
		const values = known.flatMap((each) => latencyAt(each, quantile) ?? []);
		return {
			quantile,
			now: told === null ? latencyAt(histogram, quantile) : toldAt(told, quantile),
			baseline: values.length === 0 ? null : median(values)
		};
	});
}
function latencyAt(histogram, quantile) {
	if (histogram.count === 0 || quantile < 1 && histogram.count * (1 - quantile) < 1) return null;
	const value = quantile === 1 ? histogram.max : histogram.quantile(quantile);
	return value === null ? null : toMillis(value);
}
/** In the plan's order; requests that the plan does not know come last. */
function requestsOf({ slices, elapsed }, plan) {
	const parts = Map.groupBy(slices.flatMap(({ requests }) => requests), ({ name }) => name);
	const known = (plan?.load.requests ?? []).map(({ name }) => name).filter((name) => parts.has(name));
	return [.../* @__PURE__ */ new Set([...known, ...parts.keys()])].map((name) => requestOf(name, parts.get(name) ?? [], toSeconds(elapsed)));
}
function requestOf(name, parts, seconds) {
	const histogram = createHistogram();
	const [first] = parts;
	const told = parts.length === 1 ? first?.told : void 0;
	const at = (quantile) => told === void 0 ? latencyAt(histogram, quantile) : toldAt(told, quantile);
	for (const { latency } of parts) histogram.add(fromRecord(latency));
	const total = (count) => parts.reduce((sum, { counts }) => sum + count(counts), 0);
	return {
		name,
		sent: total(({ sent }) => sent),
		throughput: seconds > 0 ? total(({ ok }) => ok) / seconds : 0,
		failed: total((counts) => failuresOf(counts).hits),
		p50: at(.5),
		p95: at(.95),
		p99: at(.99)
	};
}
export { seriesOf as a, thresholdCaption as c, barsOf as d, resultsOf as i, thresholdFold as l, isOpenLoop as n, THRESHOLD_ALIGN as o, memoryOf as r, fateOf as s, hasUsersCurve as t, thresholdTable as u };
