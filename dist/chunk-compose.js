import.meta.dirname;
import.meta.filename;
// src/commands/compose.ts
/** The runner's log is wide, and has no terminal's colours. */
const LOOK = {
	width: 120,
	colour: false
};
/** The result in the words of its readers; what is heavy is loaded when it is needed. Values are masked before they are put into words, since words may cut or escape them. */
async function compose(result, occasion, means) {
	const { plan, exitCode } = result;
	const common = {
		occasion,
		exitCode,
		suite: plan?.suite ?? "",
		comment: plan?.report.comment ?? "never",
		directory: plan?.report.directory ?? null
	};
	return result.kind === "failed" ? composeFailed(result, common, means) : composeJudged(result, common, means);
}
async function composeFailed({ plan, exitCode, failure: unmasked }, common, { mask, now }) {
	const [{ maskTree }, { renderFailureMarkdown, renderFailureTerminal }, { formatsOfFailure }] = await Promise.all([
		import("./chunk-mask.js"),
		import("./chunk-failure2.js"),
		import("./chunk-formats2.js")
	]);
	const failure = maskTree(unmasked, mask);
	const language = plan?.report.language ?? "en";
	const headline = `${failure.message} ${failure.advice}`;
	return {
		publication: {
			...common,
			headline,
			outcome: "failure",
			run: null,
			verdict: null,
			markdown: () => renderFailureMarkdown(failure, language),
			formats: formatsOfFailure(plan?.report.formats ?? [], {
				failure,
				suite: mask(common.suite),
				exitCode,
				at: now.toISOString()
			}, language),
			page: null
		},
		lines: linesOr([headline], () => renderFailureTerminal(failure, language, LOOK))
	};
}
async function composeJudged(judged, common, { mask }) {
	const { plan, report: unmasked, run, verdict } = judged;
	const [{ maskTree }, { renderMarkdown }, { renderTerminal }, { formatsOf }, { pageOf }] = await Promise.all([
		import("./chunk-mask.js"),
		import("./chunk-markdown2.js"),
		import("./chunk-terminal2.js"),
		import("./chunk-formats2.js"),
		import("./chunk-page2.js")
	]);
	const report = maskTree(unmasked, mask);
	const { language } = plan.report;
	const lines = linesOr([`Loadgate: ${verdict.outcome}`], () => renderTerminal(report, language, LOOK));
	return {
		publication: {
			...common,
			headline: lines.find((line) => line.trim() !== "")?.trim() ?? verdict.outcome,
			outcome: verdict.outcome,
			run,
			verdict,
			markdown: (limit) => renderMarkdown(report, language, limit),
			formats: formatsOf(plan.report.formats, () => maskTree({
				plan,
				run,
				verdict,
				report
			}, mask), language),
			page: pageOf(judged, mask)
		},
		lines
	};
}
/** A verdict that cannot be put into words is a verdict all the same. */
function linesOr(plain, render) {
	try {
		return render().split("\n");
	} catch (error) {
		return [...plain, `The report could not be rendered: ${String(error)}`];
	}
}
export { compose };
