import.meta.dirname;
import.meta.filename;
// src/domain/executor.ts
/** True for an open loop: requests arrive when they arrive, whether or not earlier ones were answered. */
const isOpen = (executor) => executor.kind === "constant-arrival-rate" || executor.kind === "ramping-arrival-rate";
/** True when the same load lasts from the first moment to the last, so that a curve that moves says something of the service. */
const isConstant = (executor) => executor.kind === "constant-users" || executor.kind === "constant-arrival-rate";
/** True for users that pause between an answer and the next request. */
const isThinking = (executor) => !isOpen(executor) && executor.thinkTime !== null;
/** The plainest load, and the only one that autocannon can send: users that neither think nor come and go. */
const isPlain = (executor) => executor.kind === "constant-users" && !isThinking(executor);
// src/stats/levels.ts
/** Users, or arrivals a second, that are asked for so many milliseconds after the begin; those of the end afterwards. */
function levelAt(executor, elapsed) {
	const all = piecesOf(executor);
	const piece = all.find(({ begin, length }) => elapsed < begin + length);
	if (piece === void 0) return all.at(-1)?.to ?? 0;
	return piece.from + (piece.to - piece.from) * Math.max(0, elapsed - piece.begin) / piece.length;
}
/** All pieces in their order; those without a length are left out. */
function piecesOf(executor) {
	switch (executor.kind) {
		case "constant-users": return [flat(executor.users, executor.duration)];
		case "constant-arrival-rate": return [flat(executor.rate, executor.duration)];
		case "ramping-users": return ramps(executor.startUsers, executor.stages);
		case "ramping-arrival-rate": return ramps(executor.startRate, executor.stages);
	}
}
const flat = (level, length) => ({
	begin: 0,
	length,
	from: level,
	to: level
});
/** A stage of no length is a step. */
function ramps(start, stages) {
	let begin = 0;
	let from = start;
	return stages.flatMap(({ duration, target }) => {
		const piece = {
			begin,
			length: duration,
			from,
			to: target
		};
		begin += duration;
		from = target;
		return duration > 0 ? [piece] : [];
	});
}
export { isPlain as a, isOpen as i, piecesOf as n, isThinking as o, isConstant as r, levelAt as t };
