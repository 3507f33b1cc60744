import.meta.dirname;
import.meta.filename;
import { a as maskTree, c as secretsOfPlan } from "./chunk-mask2.js";
import { t as publishAll } from "./chunk-publish.js";
import { t as renderFailureMarkdown } from "./chunk-failure3.js";
import { n as renderMarkdown } from "./chunk-markdown.js";
import { r as renderTerminal, t as headlineText } from "./chunk-terminal.js";
import { n as lookOf, r as showFailure } from "./chunk-program.js";
import { posix } from "node:path";
// src/commands/deliver.ts
/** Brings a result to the person at the terminal: the report on stdout, its files beside it, the exit code. */
/** Shows the result, writes the files, and returns the exit code. */
async function deliver(result, world, program) {
	const mask = world.vault.maskWith(secretsOfPlan(result.plan));
	world.log.settle();
	if (result.kind === "judged") {
		const text = renderTerminal(maskTree(result.report, mask), "en", lookOf(program.stdout, program.env));
		program.stdout.write(`${text}\n`);
	}
	const publication = result.kind === "judged" ? ofJudged(result, mask) : ofFailed(result);
	const { files } = await publishAll(publication, world, {
		mask,
		runner: null,
		conversation: null,
		run: null
	});
	for (const line of fileLines(files)) world.log.info(line);
	if (result.kind === "failed") showFailure({ detail: result.failure }, program, mask);
	return result.exitCode;
}
function ofJudged({ plan, run, verdict, report, exitCode }, mask) {
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
		markdown: (limit) => renderMarkdown(maskTree(report, mask), "en", limit)
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
	const [first] = written;
	if (first === void 0) return [];
	return [`Written to ${posix.dirname(first)}: ${written.map((path) => posix.basename(path)).join(", ")}`];
}
export { deliver as t };
