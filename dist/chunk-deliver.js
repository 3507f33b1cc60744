import.meta.dirname;
import.meta.filename;
import { a as maskTree, c as secretsOfPlan } from "./chunk-mask2.js";
import { t as publishAll } from "./chunk-publish.js";
import { t as renderFailureMarkdown } from "./chunk-failure3.js";
import { n as formatsOfFailure, r as renderFormat, t as formatsOf } from "./chunk-formats.js";
import { r as renderMarkdown } from "./chunk-markdown.js";
import { r as renderTerminal, t as headlineText } from "./chunk-terminal.js";
import { t as pageOf } from "./chunk-page.js";
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
	const publication = result.kind === "judged" ? ofJudged(result, mask) : ofFailed(result, mask, world.date());
	const published = await publishAll(publication, world, {
		mask,
		runner: null,
		conversation: null,
		run: null
	});
	for (const line of fileLines(published)) world.log.info(line);
	if (result.kind === "failed") showFailure({ detail: result.failure }, program, mask, languageOf(result.plan));
	return result.exitCode;
}
function printed(judged, format, mask, { stdout, env }) {
	if (format !== null) return print(format, maskTree(judged, mask), judged.plan.report.language);
	return `${renderTerminal(maskTree(judged.report, mask), judged.plan.report.language, lookOf(stdout, env))}\n`;
}
function ofJudged(judged, mask) {
	const { plan, run, verdict, report, exitCode } = judged;
	return {
		suite: plan.suite,
		occasion: report.method.occasion,
		outcome: verdict.outcome,
		exitCode,
		headline: headlineText(report, plan.report.language),
		comment: "never",
		directory: plan.report.directory,
		run,
		verdict,
		markdown: (limit) => renderMarkdown(maskTree(report, mask), plan.report.language, limit),
		formats: formatsOf(plan.report.formats, () => maskTree({
			plan,
			run,
			verdict,
			report
		}, mask), plan.report.language),
		page: pageOf(judged, mask)
	};
}
function ofFailed({ plan, failure, exitCode }, mask, now) {
	const suite = plan?.suite ?? "default";
	const failed = {
		failure,
		suite,
		exitCode,
		at: now.toISOString()
	};
	return {
		suite,
		occasion: LOCAL,
		outcome: "failure",
		exitCode,
		headline: failure.message,
		comment: "never",
		directory: exitCode === 2 ? plan?.report.directory ?? null : null,
		run: null,
		verdict: null,
		markdown: () => renderFailureMarkdown(failure, languageOf(plan)),
		formats: formatsOfFailure(plan?.report.formats ?? [], maskTree(failed, mask), languageOf(plan)),
		page: null
	};
}
/** Before the configuration is read, nobody has asked for another language. */
const languageOf = (plan) => plan?.report.language ?? "en";
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
