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
export { isDay as a, isAmountOf as i, dayOf as n, isExpired as o, daysBetween as r, worseBy as s, NO_STANDING as t };
