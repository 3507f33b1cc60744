import.meta.dirname;
import.meta.filename;
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
export { piecesOf as n, levelAt as t };
