import.meta.dirname;
import.meta.filename;
import { t as METRICS } from "./chunk-metric.js";
import { d as barsOf, n as isOpenLoop, t as hasUsersCurve } from "./chunk-results.js";
// src/report/charts.ts
/** The charts of a scenario as data: which there are, their words, their series. Every format draws the same ones its own way. */
/** Room below the lowest point, as a share of what the curve spans. */
const AROUND = .5;
/** All charts of a scenario, in the order in which they are shown. Over time a search shows only its own steps: its charts are by level. */
function chartsOf(scenario, words, n) {
	if (scenario.search !== null) return chartsByLevel(scenario.search, words, n);
	const { series, memory, loadCurve, quantiles } = scenario;
	const compared = quantiles.some(({ baseline }) => baseline !== null);
	return [
		...hasUsersCurve(scenario) ? [usersOver(scenario, words)] : [],
		...series.told ? [throughputOver(series, words), latencyOver(series, words)] : [],
		...loadCurve === null ? [] : [latencyByLoad(loadCurve, words, n)],
		...memory === null ? [] : [memoryOver(memory, words, n)],
		...compared ? [distributionOf(scenario, words)] : []
	];
}
/** Whether anything failed at any time. */
const hasErrors = ({ errors }) => errors.some((value) => value > 0);
function usersOver(scenario, words) {
	const { seconds, width, users } = scenario.series;
	const title = isOpenLoop(scenario) ? words.charts.underWay : words.charts.users;
	return {
		name: "users",
		title,
		x: words.charts.seconds,
		y: title,
		points: { seconds },
		lines: [{
			name: title,
			values: users
		}],
		bottom: 0,
		caption: words.charts.usersCaption(width)
	};
}
/** With failures where there are any. */
function throughputOver(series, words) {
	const failed = hasErrors(series);
	const { answers, failures } = words.charts.lines;
	return {
		name: "throughput",
		title: words.charts.throughput(failed),
		x: words.charts.seconds,
		y: words.charts.perSecond,
		points: { seconds: series.seconds },
		lines: [{
			name: answers,
			values: series.throughput
		}, ...failed ? [{
			name: failures,
			values: series.errors
		}] : []],
		bottom: 0,
		caption: words.charts.throughputCaption(series.width, failed)
	};
}
function latencyOver(series, words) {
	return {
		name: "latency",
		title: words.charts.latency,
		x: words.charts.seconds,
		y: words.charts.milliseconds,
		points: { seconds: series.seconds },
		lines: [{
			name: "p50",
			values: series.p50
		}, {
			name: "p95",
			values: series.p95
		}],
		bottom: 0,
		caption: words.charts.latencyCaption(series.width, series.silent)
	};
}
/** What a ramp shows: how latency answers to load. */
function latencyByLoad({ of, points }, { charts, comment }, n) {
	return {
		name: "latency-by-load",
		title: comment.loadChart,
		x: comment.loadAxis(of),
		y: charts.milliseconds,
		points: { names: points.map(({ level }) => n.count(level)) },
		lines: [{
			name: "p50",
			values: points.map(({ p50 }) => p50)
		}, {
			name: "p95",
			values: points.map(({ p95 }) => p95)
		}],
		bottom: 0,
		caption: comment.loadCaption(of)
	};
}
/** Both builds' latency by quantile: a change of all answers lifts the whole line, one of the slow ones its end. The slowest answer of all is left out: it is one answer. */
function distributionOf({ quantiles, against }, { charts, comment }) {
	const rows = quantiles.filter(({ quantile, now }) => quantile < 1 && now !== null);
	return {
		name: "distribution",
		title: comment.distributionChart,
		x: comment.distributionAxis,
		y: charts.milliseconds,
		points: { names: rows.map(({ quantile }) => quantileName(quantile)) },
		lines: [{
			name: charts.lines.head,
			values: rows.map(({ now }) => now)
		}, {
			name: against.kind === "base" ? charts.lines.base : comment.baselineLine,
			values: rows.map(({ baseline }) => baseline)
		}],
		bottom: 0,
		caption: comment.distributionCaption(against.kind)
	};
}
/** `p95`, `p99.9`. */
const quantileName = (quantile) => `p${Number((100 * quantile).toFixed(3))}`;
/** Its axis begins near the lowest point: a leak is a small share of what a service has in memory anyway. */
function memoryOver(memory, words, n) {
	const { seconds, megabytes } = memory;
	const [low, high] = [Math.min(...megabytes), Math.max(...megabytes)];
	return {
		name: "memory",
		title: words.charts.memory,
		x: words.charts.seconds,
		y: words.charts.megabytes,
		points: { seconds },
		lines: [{
			name: words.charts.memory,
			values: megabytes
		}],
		bottom: Math.max(0, Math.floor(low - AROUND * Math.max(1, high - low))),
		caption: words.charts.memoryCaption(memory, n)
	};
}
/** Throughput and latency against the level of load; the base's throughput, too, where it was measured beside. */
function chartsByLevel({ kind, rows }, words, n) {
	const withBase = rows.every(({ base }) => base !== null);
	const common = {
		x: words.search.axis(kind),
		points: { names: rows.map(({ level }) => n.count(level)) },
		bottom: 0
	};
	const base = {
		name: words.charts.lines.base,
		values: rows.map((row) => row.base?.throughput ?? null)
	};
	return [{
		...common,
		name: "throughput-by-level",
		title: words.search.throughputChart,
		y: words.charts.perSecond,
		lines: [{
			name: words.charts.lines.head,
			values: rows.map(({ step }) => step.throughput)
		}, ...withBase ? [base] : []],
		caption: words.search.throughputCaption(kind, withBase)
	}, {
		...common,
		name: "latency-by-level",
		title: words.search.latencyChart,
		y: words.charts.milliseconds,
		lines: [{
			name: "p50",
			values: rows.map(({ step }) => step.p50)
		}, {
			name: "p95",
			values: rows.map(({ step }) => step.p95)
		}],
		caption: words.search.latencyCaption
	}];
}
// src/report/tables.ts
/**
* One metric a row; baseline and change only where something was compared, the last release only where it is known. `mark` puts a sign in front of the judgement's word; `course` puts the bars of the last runs to the
* name of a metric that has them.
*/
function overviewTable(scenario, judgements, words, n, mark, course = (name) => name) {
	const { columns, none } = words.labels;
	const compared = scenario.judgements.some(({ comparison }) => comparison !== null);
	const { release } = scenario;
	const only = (cell) => compared ? [cell] : [];
	const named = (metric) => {
		const history = scenario.history.find((each) => each.metric === metric);
		const bars = history === void 0 ? "" : barsOf(history);
		return bars === "" ? words.metrics[metric] : course(words.metrics[metric], bars);
	};
	return [[
		columns.metric,
		...only(referenceColumn(scenario, words)),
		...release === null ? [] : [words.acceptance.releaseColumn(release.tag, n)],
		columns.now,
		...only(columns.change),
		columns.limit,
		columns.judgement
	], ...judgements.map((judgement) => {
		const { metric, value, comparison } = judgement;
		const cell = (amount) => amount == null ? none : n.value(metric, amount);
		const sign = signOf(judgement, scenario.voided);
		const change = words.change(judgement, n);
		return [
			named(metric),
			...only(cell(comparison?.reference)),
			...release === null ? [] : [cell(release.metrics[metric])],
			cell(value),
			...only(sign === "bad" && comparison?.outcome === "regression" ? n.strong(change) : change),
			words.limit(judgement, scenario.limits, n),
			mark(sign, words.judgement(judgement, scenario.voided))
		];
	})];
}
/** What stands over the values that it was compared with. */
const referenceColumn = ({ against }, { labels }) => labels.columns[against.kind === "base" ? "base" : "baseline"];
/** How the columns of {@link overviewTable} are aligned. */
const overviewAlign = ([headings = []]) => `l${"r".repeat(headings.length - 3)}ll`;
/** Judgements that everybody should see, and those that fold away: unchanged, or without a limit and nothing significant about them. */
function splitJudgements(judgements) {
	const usual = [
		"p95",
		"throughput",
		"error-rate",
		"capacity"
	];
	const isShown = (judgement) => {
		const { metric, comparison, bounds, failed } = judgement;
		const moved = comparison?.outcome === "regression" || comparison?.outcome === "improvement";
		const unsure = comparison?.outcome === "inconclusive" && comparison.limit !== null;
		return usual.includes(metric) || moved || unsure || failed || bounds.length > 0 && comparison?.outcome !== "no-change";
	};
	return {
		shown: judgements.filter(isShown),
		folded: judgements.filter((each) => !isShown(each))
	};
}
function signOf(judgement, voided) {
	const { comparison, bounds, failed, metric, value, acceptance } = judgement;
	if (value === null || voided && !(failed && metric === "error-rate")) return "none";
	if (failed) return "bad";
	switch (comparison?.outcome) {
		case "regression": return acceptance === null ? "noted" : "agreed";
		case "improvement": return "better";
		case "inconclusive": return comparison.limit === null ? "none" : "unsure";
		case "no-change": return "good";
		case void 0: return bounds.length > 0 ? "good" : "none";
	}
}
/** The distribution, with the baseline's where there is one. */
function quantileTable(scenario, words, n) {
	const { quantiles } = scenario;
	const { labels } = words;
	const compared = quantiles.some(({ baseline }) => baseline !== null);
	const cell = (value) => value === null ? labels.none : n.ms(value);
	const row = (title, pick) => [title, ...quantiles.map(pick)];
	return [
		row(labels.quantile, ({ quantile }) => quantile === 1 ? labels.maximum : quantileName(quantile)),
		...compared ? [row(referenceColumn(scenario, words), ({ baseline }) => cell(baseline))] : [],
		row(labels.columns.now, ({ now }) => cell(now)),
		...compared ? [row(labels.changeOnly, (each) => changeOf(each, words, n))] : []
	];
}
/** Changes of quantiles that are no metrics are told like those that are. */
const changeOf = ({ now, baseline }, words, n) => now === null || baseline === null || baseline <= 0 ? words.labels.none : n.change("p95", now / baseline - 1);
/** One named request a row. */
function requestTable({ requests }, words, n) {
	const { requestColumns: titles, none } = words.labels;
	const cell = (value) => value === null ? none : n.ms(value);
	return [[
		titles.request,
		titles.sent,
		titles.throughput,
		titles.failed,
		titles.p50,
		titles.p95,
		titles.p99
	], ...requests.map(({ name, sent, throughput, failed, p50, p95, p99 }) => [
		n.name(name),
		n.count(sent),
		n.rate(throughput),
		n.count(failed),
		cell(p50),
		cell(p95),
		cell(p99)
	])];
}
/** One level of a search a row. */
function searchTable({ kind, rows }, words, n) {
	const { search, labels } = words;
	const { columns } = search;
	const withBase = rows.some(({ base }) => base !== null);
	const ms = (value) => value === null ? labels.none : n.ms(value);
	const only = (cell) => withBase ? [cell()] : [];
	return [[
		columns.level(kind),
		...only(() => columns.baseThroughput),
		columns.throughput,
		columns.p50,
		columns.p95,
		columns.failed,
		...kind === "stress" ? [columns.little] : [],
		columns.carried
	], ...rows.map(({ level, step, broken, littleGap, base }) => [
		search.level(kind, level, n),
		...only(() => base === null ? labels.none : n.rate(base.throughput)),
		n.rate(step.throughput),
		ms(step.p50),
		ms(step.p95),
		n.share(step.errorRate),
		...kind === "stress" ? [search.little(littleGap, n)] : [],
		search.carried(broken)
	])];
}
/** How the columns of {@link searchTable} are aligned. */
const searchAlign = ([headings = []]) => `${"r".repeat(headings.length - 1)}l`;
/** One scenario a row: what everybody asks for first, and the outcome with `mark`. */
function scenarioTable(scenarios, words, n, mark) {
	const { labels, metrics, comment, outcomes } = words;
	return [[
		comment.scenario,
		metrics.p95,
		metrics.throughput,
		metrics["error-rate"],
		labels.columns.judgement
	], ...scenarios.map((scenario) => {
		const cell = (...names) => {
			const judgement = scenario.judgements.find(({ metric, value }) => names.includes(metric) && value !== null);
			return judgement === void 0 ? labels.none : valueAndChange(judgement, n);
		};
		return [
			n.name(scenario.name),
			cell("p95"),
			scenario.search === null ? cell("throughput") : `${metrics.capacity} ${cell("capacity")}`,
			cell("error-rate"),
			mark(outcomeSign(scenario), outcomes[scenario.outcome])
		];
	})];
}
/** How the columns of {@link scenarioTable} are aligned. */
const SCENARIO_ALIGN = "lrrrl";
const OUTCOME_SIGNS = {
	pass: "good",
	fail: "bad",
	inconclusive: "unsure",
	"no-baseline": "none",
	void: "noted"
};
/** A pass with a gain is marked as one, and so is one with something accepted. */
function outcomeSign({ outcome, judgements }) {
	if (outcome === "pass" && judgements.some(({ acceptance }) => acceptance !== null)) return "agreed";
	const gained = judgements.some(({ comparison }) => comparison?.outcome === "improvement" && comparison.limit !== null);
	return outcome === "pass" && gained ? "better" : OUTCOME_SIGNS[outcome];
}
/** `14.0 ms (+0.2 %)`; of an error rate the value alone. */
function valueAndChange({ metric, value, comparison }, n) {
	if (value === null) return "";
	const { unit } = METRICS[metric];
	const change = comparison === null || unit === "ratio" ? "" : ` (${n.change(metric, comparison.change)})`;
	return `${n.value(metric, value)}${change}`;
}
/** Where every request of every scenario ended. */
function countsTable(scenarios, words, n) {
	const names = Object.keys(words.labels.counts);
	return [["", ...scenarios.map(({ name }) => n.name(name))], ...names.map((count) => [words.labels.counts[count], ...scenarios.map(({ counts }) => n.count(counts[count]))])];
}
export { quantileTable as a, searchAlign as c, chartsOf as d, overviewTable as i, searchTable as l, countsTable as n, requestTable as o, overviewAlign as r, scenarioTable as s, SCENARIO_ALIGN as t, splitJudgements as u };
