import.meta.dirname;
import.meta.filename;
import { i as isAmountOf, l as problemOfDay, s as isReason } from "./chunk-acceptance.js";
import { n as METRIC_NAMES, t as METRICS } from "./chunk-metric.js";
// src/baseline/acceptance-line.ts
/** The words by which a change for the worse is accepted: read strictly, and what is wrong with them is told. */
/** A line that is meant as an acceptance, whatever is wrong with it. */
const MEANT = /^loadgate accept(?![\w-])/i;
/** `loadgate accept p95 of "browse" +12% until 2026-12-31: reason` */
const FORM = /^loadgate accept (?<metric>\S+)(?: of (?:"(?<quoted>[^"]+)"|(?<bare>[^\s"]+)))? (?<amount>[^\s"]+) until (?<until>[^\s:]+): ?(?<reason>.*)$/i;
/** Longer lines are no words of a person. */
const LINE_MAX = 1e3;
/** The lines of a text that are meant as acceptances, without those inside of code blocks and HTML comments, where people show how it is done. */
function acceptanceLines(text) {
	const lines = [];
	let fence = "";
	for (const line of withoutComments(text).split(/\r\n|\r|\n/)) {
		const [, mark = ""] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
		if (fence !== "") {
			if (mark.startsWith(fence)) fence = "";
		} else if (mark !== "") fence = mark;
		else if (MEANT.test(line.trim())) lines.push(line.trim());
	}
	return lines;
}
/** Without `<!-- … -->`; what is not closed goes to the end. */
function withoutComments(text) {
	const [first = "", ...rest] = text.split("<!--");
	return [first, ...rest.map((part) => part.includes("-->") ? part.slice(part.indexOf("-->") + 3) : "")].join("");
}
/**
* Reads one line. `scenarios`: the names that there are; a line without one is about the only one. `at`: when it was written (ISO 8601, UTC), from which its last day is at most a
* year away.
*/
function readAcceptance(line, scenarios, at) {
	const { groups } = (line.length > LINE_MAX ? null : FORM.exec(line)) ?? {};
	if (groups === void 0) return { problem: "form" };
	const { metric: name = "", amount: size = "", until = "", reason = "" } = groups;
	const metric = metricNamed(name);
	if (metric === null) return { problem: "metric" };
	const scenario = groups.quoted ?? groups.bare ?? (scenarios.length === 1 ? scenarios[0] : void 0);
	if (scenario === void 0 || !scenarios.includes(scenario)) return { problem: "scenario" };
	const upTo = readAmount(metric, size);
	if ("problem" in upTo) return upTo;
	const late = problemOfDay(until, at);
	if (late !== null) return { problem: late };
	const why = reason.trim();
	if (!isReason(why)) return { problem: "reason" };
	return { accepted: {
		scenario,
		metric,
		upTo: upTo.amount,
		until,
		reason: why
	} };
}
/** The metric of this name; null when there is none. */
const metricNamed = (name) => METRIC_NAMES.find((each) => each === name) ?? null;
/** What the units of a metric are worth in its own; by their words. */
const UNITS = {
	ms: {
		ms: 1,
		s: 1e3
	},
	"/s": { "/s": 1 },
	B: {
		B: 1,
		kB: 1e3,
		MB: 1e6
	},
	"B/min": {
		"B/min": 1,
		"kB/min": 1e3,
		"MB/min": 1e6
	},
	ratio: {},
	count: { "": 1 }
};
/**
* How much worse: `+12%`, `20ms`, `-5%` of throughput; of the error rate `%` are points. A sign is not needed, and a wrong one is a problem: it would be an improvement.
*/
function readAmount(metric, text) {
	const [, sign = "", digits = "", unit = ""] = /^([+−-]?)(\d{1,9}(?:\.\d{1,6})?)([a-zA-Z/%]*)$/.exec(text) ?? [];
	const row = METRICS[metric];
	const units = UNITS[row.unit];
	const factor = unit === "%" ? .01 : Object.hasOwn(units, unit) ? units[unit] : void 0;
	if (digits === "" || factor === void 0) return { problem: "amount" };
	if (sign !== "" && sign === "+" !== (row.better === "lower")) return { problem: "direction" };
	const amount = {
		kind: unit === "%" ? "share" : "unit",
		amount: Number((Number(digits) * factor).toPrecision(12))
	};
	return isAmountOf(metric, amount) ? { amount } : { problem: "amount" };
}
export { readAmount as i, metricNamed as n, readAcceptance as r, acceptanceLines as t };
