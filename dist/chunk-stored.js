import.meta.dirname;
import.meta.filename;
import { D as historiesOf, O as nameMachine, k as releasesOf } from "./chunk-entry.js";
import { o as isExpired, r as dayOf } from "./chunk-acceptance.js";
import { t as METRICS } from "./chunk-metric.js";
import { L as median } from "./chunk-summary.js";
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
/** `baseline.json of 1234567890ab`, `default.json of the branch loadgate at 1234567890ab`; a branch that is not there by its name alone. */
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
export { placeOf as n, describeBaseline as t };
