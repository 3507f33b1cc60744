import.meta.dirname;
import.meta.filename;
import { n as isOpen } from "./chunk-executor.js";
import { r as millis } from "./chunk-units.js";
import { n as piecesOf } from "./chunk-levels.js";
// src/engines/shape.ts
/** The shape of a load over time, as numbers: its peak, what it allows, and the moments of arrivals. Pure. */
/** The highest level. */
const peakOf = (executor) => Math.max(...piecesOf(executor).map(({ from, to }) => Math.max(from, to)));
/** Most users at once. */
const usersOf = (executor) => isOpen(executor) ? executor.maxUsers : peakOf(executor);
/** Answers a second that a load allows at its highest level to a service with this median latency; null where nothing but the service bounds them. */
function rateAllowed(executor, median) {
	if (isOpen(executor)) return peakOf(executor);
	if (executor.thinkTime === null) return null;
	return 1e3 * peakOf(executor) / (meanOf(executor.thinkTime) + (median ?? 0));
}
/** Mean pause of a user after an answer; 0 where nobody pauses. */
const thinkTimeOf = (executor) => millis(isOpen(executor) || executor.thinkTime === null ? 0 : meanOf(executor.thinkTime));
/** Of a normal pause, what is cut off below zero is left out of account. */
const meanOf = (thinkTime) => thinkTime.kind === "uniform" ? (thinkTime.from + thinkTime.to) / 2 : thinkTime.mean;
/** The first level that is a load at all: what a warm-up runs at. */
function firstLevel(executor) {
	return piecesOf(executor).flatMap(({ from, to }) => [from, to]).find((level) => level > 0) ?? 0;
}
/** The same load at one level for some time: the first for a warm-up, the highest for short turns, which are too short for a ramp. */
function heldAt(level, executor, duration) {
	return atLevel(level === "peak" ? peakOf(executor) : firstLevel(executor), executor, duration);
}
/** The same load at a certain level for some time; users are whole, and one at least. */
function atLevel(level, executor, duration) {
	return isOpen(executor) ? {
		kind: "constant-arrival-rate",
		rate: level,
		maxUsers: executor.maxUsers,
		duration
	} : {
		kind: "constant-users",
		users: Math.max(1, Math.round(level)),
		thinkTime: executor.thinkTime,
		duration
	};
}
/**
* The moments of the arrivals of an open loop, in milliseconds since its begin, one a call; null after the last. The n-th comes when the integral of the rate reaches n, so that
* any rate is met exactly over any time, and a ramp has no steps.
*/
function arrivalsOf(executor) {
	const pieces = piecesOf(executor).map((piece) => ({
		...piece,
		arrivals: arrivalsIn(piece)
	}));
	let index = 0;
	let before = 0;
	let number = 0;
	return () => {
		for (let piece = pieces[index]; piece !== void 0; piece = pieces[index]) {
			const own = number - before;
			if (own < piece.arrivals - ROUNDING) {
				number += 1;
				return millis(piece.begin + timeOf(own, piece));
			}
			before += piece.arrivals;
			index += 1;
		}
		return null;
	};
}
/** A rest of an arrival this small is an error of rounding, and no arrival. */
const ROUNDING = 1e-9;
/** Area under the rate. */
const arrivalsIn = ({ length, from, to }) => (from + to) / 2 * length / 1e3;
/** When so many arrivals of a piece have come: the positive root of from·t + slope·t²/2 = count, in a form without cancellation. */
function timeOf(count, { length, from, to }) {
	if (count <= 0) return 0;
	const slope = 1e3 * (to - from) / length;
	const root = Math.sqrt(Math.max(0, from * from + 2 * slope * count));
	return Math.min(length, 2e3 * count / (from + root));
}
export { rateAllowed as a, peakOf as i, atLevel as n, thinkTimeOf as o, heldAt as r, usersOf as s, arrivalsOf as t };
