import.meta.dirname;
import.meta.filename;
// src/stats/boundless.ts
/** An interval whose ends are further apart than this factor bounds nothing that anybody would ask about; in logs. */
const FACTOR = Math.log(50);
/** True for an interval of relative changes (shares) that bounds nothing: one block alone has such a one. */
const isBoundless = ({ change }, [low, high]) => change !== "points" && Math.log1p(high) - Math.log1p(Math.max(low, -1)) >= FACTOR;
/** True where even a change for the worse by that factor could have gone unseen. `detectable`: a share of the value before. */
const isBlind = ({ change, better }, detectable) => change !== "points" && (better === "lower" ? Math.log1p(detectable) : -Math.log1p(-Math.min(detectable, 1))) >= FACTOR;
// src/report/reproduce.ts
/** The same as flags of the command line, by name. */
const flagsOf = ({ configPath, inputs }) => configPath === null ? inputs : {
	...inputs,
	config: configPath
};
/** A full hash: only that can be fetched by itself. */
const HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** Flags that say where the report goes, and not what is measured. */
const ELSEWHERE = ["comment", "report-directory"];
/**
* One line for bash, zsh and the like. In a repository of GitHub's the commits are fetched and checked out first; a run on somebody's own machine is repeated where it was
* made. Words that somebody else chose are quoted, so that pasting them executes nothing.
*/
function reproduceCommand({ occasion, commit, seed, flags }) {
	const { kind, baseSha } = occasion;
	const base = baseSha !== null && HASH.test(baseSha) ? baseSha : null;
	const remote = kind !== "local" && commit !== null && HASH.test(commit);
	const hashes = [commit, base].filter((each) => each !== null).join(" ");
	const run = [
		"npx loadgate run",
		...Object.entries(flags).filter(([name, value]) => !ELSEWHERE.includes(name) && value.trim() !== "").map(([name, value]) => `--${name} ${shellWord(value.trim())}`),
		...base === null ? [] : [`--base ${base}`],
		`--seed ${seed}`
	].join(" ");
	return remote ? `git fetch origin ${hashes} && git checkout ${commit} && ${run}` : run;
}
/** A word for a shell, in quotes where it must be; of several lines with `\n`, so that it stays one line. */
function shellWord(text) {
	if (/^[\w./:=@%+,-]+$/.test(text)) return text;
	if (!/[\n\r\t]/.test(text)) return `'${text.replaceAll("'", String.raw`'\''`)}'`;
	return `$'${text.replaceAll("\\", String.raw`\\`).replaceAll("'", String.raw`\'`).replaceAll("\r", "").replaceAll("\n", String.raw`\n`).replaceAll("	", String.raw`\t`)}'`;
}
export { isBoundless as a, isBlind as i, reproduceCommand as n, shellWord as r, flagsOf as t };
