import.meta.dirname;
import.meta.filename;
import { n as clean } from "./chunk-inert2.js";
// src/report/progress-line.ts
/** Between the parts of a line. */
const DOT = " · ";
/** `block 3 of at most 29 · browse: turn 12 of 40 · change 1,234/s, p95 4.2 ms · base 1,240/s, p95 4.1 ms · no errors · at most 4 min left` */
function progressLine(progress) {
	const { glimpses, left } = progress;
	return [
		headText(progress),
		...glimpses.map((glimpse) => glimpseText(glimpse)),
		...glimpses.length > 0 ? [errorsText(progress)] : [],
		...left === null ? [] : [leftText(left)]
	].join(DOT);
}
/** What a stretch of progress is about: a scenario of the head alone, a phase of a comparison. Null while nothing is loaded. */
function progressTitle({ phase, scenario, part }) {
	if (scenario === null) return null;
	if (phase !== "alone") return PHASES[phase];
	return `${part === null ? "Load" : "Search"}: ${clean(scenario)}`;
}
const PHASES = {
	explore: "Both builds: searching for the levels to compare",
	main: "Both builds, in turns",
	confirm: "Both builds again, to confirm an alarm"
};
/** What is going on: `browse: loading, 4.0 of 20.0 s`. */
function headText(progress) {
	const { scenario, side, doing } = progress;
	const name = scenario === null ? "" : `${clean(scenario)}: `;
	const whose = side === null || scenario !== null ? "" : ` (${SIDES[side]})`;
	const what = doing === "loading" ? loadText(progress) : `${DOING[doing]}${whose}${timeText(progress)}`;
	return [...blockTexts(progress), `${name}${what}`].join(DOT);
}
/** Builds as users call them. */
const SIDES = {
	head: "change",
	base: "base"
};
const DOING = {
	building: "building the service",
	starting: "waiting until the service is ready",
	"warming-up": "warming up"
};
function loadText(progress) {
	const { part, side } = progress;
	if (part?.kind === "turn") return `turn ${part.number} of ${part.of}`;
	if (part === null) return `loading${timeText(progress)}`;
	const whose = side === null ? "" : ` of ${SIDES[side]}`;
	return `step ${part.number}${whose}, ${part.level}${timeText(progress)}`;
}
function timeText({ elapsed, total }) {
	const seconds = (time) => (time / 1e3).toFixed(1);
	if (total !== null) return `, ${seconds(elapsed)} of ${seconds(total)} s`;
	return elapsed < 1e3 ? "" : `, ${durationText(elapsed)}`;
}
const BLOCKS = {
	alone: "",
	explore: "searching, block",
	main: "block",
	confirm: "confirming, block"
};
function blockTexts({ block, phase }) {
	if (block === null) return [];
	const most = block.most === null ? "" : ` of at most ${block.most}`;
	return [`${BLOCKS[phase]} ${block.number}${most}`];
}
/** `change 1,234/s, p95 4.2 ms`; `brief`: without the latency. */
function glimpseText({ side, throughput, p95 }, brief = false) {
	const rate = `${side === null ? "" : `${SIDES[side]} `}${Math.round(throughput).toLocaleString("en")}/s`;
	if (brief) return rate;
	return `${rate}${side === null ? DOT : ", "}p95 ${p95 === null ? "–" : `${p95.toFixed(1)} ms`}`;
}
/** `no errors`, `1 error`, `1,200 errors`. */
function errorsText({ errors }) {
	if (errors === 0) return "no errors";
	return errors === 1 ? "1 error" : `${errors.toLocaleString("en")} errors`;
}
/** `12 s left`, `at most 4 min 20 s left`, `at most 6 min of load left`. */
function leftText({ time, basis }) {
	if (basis === "planned") return `${durationText(time)} left`;
	const rough = durationText(time > 6e4 ? 1e4 * Math.ceil(time / 1e4) : time);
	return basis === "at-most" ? `at most ${rough} left` : `at most ${rough} of load left`;
}
/** `12 s`, `4 min 20 s`, `12 min`, `2 h 5 min`. */
function durationText(time) {
	const seconds = Math.ceil(time / 1e3);
	const pair = (large, unit, small, smaller) => small === 0 ? `${large} ${unit}` : `${large} ${unit} ${small} ${smaller}`;
	if (seconds < 60) return `${seconds} s`;
	const minutes = Math.ceil(seconds / 60);
	if (seconds < 600) return pair(Math.floor(seconds / 60), "min", seconds % 60, "s");
	return minutes < 60 ? `${minutes} min` : pair(Math.floor(minutes / 60), "h", minutes % 60, "min");
}
export { headText as a, progressTitle as c, glimpseText as i, durationText as n, leftText as o, errorsText as r, progressLine as s, DOT as t };
