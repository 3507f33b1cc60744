import.meta.dirname;
import.meta.filename;
import { n as createMask, r as maskTree } from "./chunk-mask2.js";
import { t as publishAll } from "./chunk-publish.js";
import { t as renderFailureMarkdown } from "./chunk-failure3.js";
import { n as renderMarkdown } from "./chunk-markdown.js";
import { r as renderTerminal, t as headlineText } from "./chunk-terminal.js";
import { n as lookOf, r as showFailure } from "./chunk-program.js";
// src/commands/deliver.ts
/** Shows the result, writes the files, and returns the exit code. */
async function deliver(result, world, program) {
	const mask = createMask(program.env);
	if (result.kind === "judged") {
		const text = renderTerminal(maskTree(result.report, mask), "en", lookOf(program.stdout, program.env));
		program.stdout.write(`${text}\n`);
	}
	const publication = result.kind === "judged" ? ofJudged(result, program) : ofFailed(result);
	const { files } = await publishAll(publication, world, {
		mask,
		runner: null,
		conversation: null,
		run: null
	});
	for (const line of fileLines(files)) world.log.info(line);
	if (result.kind === "failed") showFailure({ detail: result.failure }, program);
	return result.exitCode;
}
function ofJudged({ plan, run, verdict, report, exitCode }, program) {
	return {
		suite: plan.suite,
		occasion: report.method.occasion,
		outcome: verdict.outcome,
		exitCode,
		headline: headlineText(report, "en"),
		comment: "never",
		directory: plan.report.directory,
		run,
		verdict,
		markdown: (limit) => renderMarkdown(maskTree(report, createMask(program.env)), "en", limit)
	};
}
function ofFailed({ plan, failure, exitCode }) {
	return {
		suite: plan?.suite ?? "default",
		occasion: LOCAL,
		outcome: "failure",
		exitCode,
		headline: failure.message,
		comment: "never",
		directory: exitCode === 2 ? plan?.report.directory ?? null : null,
		run: null,
		verdict: null,
		markdown: () => renderFailureMarkdown(failure, "en")
	};
}
const LOCAL = {
	kind: "local",
	repository: null,
	headSha: null,
	baseSha: null,
	pullRequest: null,
	runUrl: null
};
function fileLines(files) {
	const written = [
		files.report,
		files.run,
		files.verdict,
		files.serviceLog
	].filter((path) => path !== null);
	return written.length === 0 ? [] : [`Written: ${written.join(" · ")}`];
}
export { deliver as t };
