import.meta.dirname;
import.meta.filename;
import { t as METRICS } from "./chunk-metric.js";
// src/domain/acceptance.ts
/** Changes for the worse that are meant, and for how long: who accepted what, up to which amount, and why. Plain JSON. */
/** Nothing is accepted, and no release is known. */
const NO_STANDING = {
	acceptances: [],
	refused: [],
	releases: {}
};
/**
* True for two that are one: of a metric of a scenario, by the same person at the same moment, or brought by the same commit. Words that were edited after the merge accept the change
* of that commit once more, and not another one on top of it.
*/
function isSameAcceptance(left, right) {
	if (left.scenario !== right.scenario || left.metric !== right.metric) return false;
	return left.by === right.by && Date.parse(left.at) === Date.parse(right.at) || left.commit !== null && left.commit === right.commit;
}
/** As the baseline has it: without where it was found, and what became of it. */
const bareAcceptance = (given) => {
	const { scenario, metric, upTo, reason, by, at, since, until, commit } = given;
	return {
		scenario,
		metric,
		upTo,
		reason,
		by,
		at,
		since,
		until,
		commit
	};
};
/** `2026-12-31` of a moment in ISO 8601, UTC. */
const dayOf = (moment) => moment.slice(0, 10);
/** True once the last day of an acceptance is over. `moment`: ISO 8601, UTC. */
const isExpired = ({ until }, moment) => until < dayOf(moment);
/** Whole days from one day to another: `2026-12-30` to `2026-12-31` is 1. */
const daysBetween = (from, to) => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 864e5);
/** True for a day that the calendar has. */
function isDay(text) {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const moment = /* @__PURE__ */ new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(moment.getTime()) && dayOf(moment.toISOString()) === text;
}
/** What is wrong with the last day of an acceptance that is given at a moment (ISO 8601, UTC); null for nothing. */
function problemOfDay(until, at) {
	if (!isDay(until)) return "date";
	const days = daysBetween(dayOf(at), until);
	return days < 0 ? "past" : days > 366 ? "too-far" : null;
}
/** True for a reason: one line with something on it, not too long. */
const isReason = (text) => text.trim() !== "" && text.length <= 300 && !/\p{Cc}/u.test(text);
/** A value after the largest change for the worse that an amount stands for. In the metric's unit; never below 0. */
function worseBy(metric, value, { kind, amount }) {
	const row = METRICS[metric];
	const sign = row.better === "lower" ? 1 : -1;
	const step = kind === "unit" || row.change === "points" ? amount : value * amount;
	return Math.max(0, value + sign * step);
}
/** True when an amount is one that can be accepted of a metric: positive, finite, and not all of what is better when it is higher. */
function isAmountOf(metric, { kind, amount }) {
	const row = METRICS[metric];
	if (!Number.isFinite(amount) || amount <= 0) return false;
	if (row.change === "points") return amount <= 1;
	return kind === "unit" || amount < (row.better === "higher" ? 1 : 100);
}
export { isDay as a, isSameAcceptance as c, isAmountOf as i, problemOfDay as l, bareAcceptance as n, isExpired as o, dayOf as r, isReason as s, NO_STANDING as t, worseBy as u };
