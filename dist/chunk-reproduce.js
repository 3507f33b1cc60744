import.meta.dirname;
import.meta.filename;
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
export { reproduceCommand as n, shellWord as r, flagsOf as t };
