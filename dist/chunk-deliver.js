import.meta.dirname;
import.meta.filename;
import { a as maskTree, c as secretsOfPlan } from "./chunk-mask2.js";
import { r as publishAll, t as compose } from "./chunk-compose.js";
import { r as renderTerminal } from "./chunk-terminal.js";
import { r as renderFormat } from "./chunk-formats.js";
import { i as renderMarkdown } from "./chunk-markdown.js";
import { n as lookOf, r as showFailure } from "./chunk-program.js";
import { posix } from "node:path";
// src/commands/print.ts
/** A judged run on standard output in a format for other programs. */
/** The text of a format, its last line ended. Secrets are masked already. */
function print(format, judged, language) {
	switch (format) {
		case "markdown": return `${renderMarkdown(judged.report, language)}\n`;
		case "json": return `${JSON.stringify(judged.verdict, null, 2)}\n`;
		default: return renderFormat(format, judged, language);
	}
}
// src/commands/deliver.ts
/** Brings a result to the person at the terminal: the report on stdout, its files beside it, the exit code. */
/** Shows the result (`format`: in the place of the report for a terminal), writes the files, and returns the exit code. */
async function deliver(result, world, program, format = null) {
	const mask = world.vault.maskWith(secretsOfPlan(result.plan));
	world.log.settle();
	if (result.kind === "judged") program.stdout.write(printed(result, format, mask, program));
	const publication = await compose(result, {
		occasion: result.kind === "judged" ? result.report.method.occasion : LOCAL,
		comment: "never",
		filesOf: "not-measured",
		mask,
		now: world.date()
	});
	const published = await publishAll(publication, world, {
		mask,
		runner: null,
		conversation: null,
		run: null
	});
	for (const line of fileLines(published)) world.log.info(line);
	if (result.kind === "failed") showFailure({ detail: result.failure }, program, mask, result.language);
	return result.exitCode;
}
function printed(judged, format, mask, { stdout, env }) {
	if (format !== null) return print(format, maskTree(judged, mask), judged.plan.report.language);
	return `${renderTerminal(maskTree(judged.report, mask), judged.plan.report.language, lookOf(stdout, env))}\n`;
}
const LOCAL = {
	kind: "local",
	repository: null,
	headSha: null,
	baseSha: null,
	pullRequest: null,
	runUrl: null
};
function fileLines({ files, formats }) {
	const written = [
		files.report,
		files.page,
		files.run,
		files.verdict,
		files.serviceLog,
		...Object.values(formats)
	].filter((path) => path !== null);
	const [first] = written;
	if (first === void 0) return [];
	return [`Written to ${posix.dirname(first)}: ${written.map((path) => posix.basename(path)).join(", ")}`];
}
export { deliver as t };
