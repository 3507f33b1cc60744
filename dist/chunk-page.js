import.meta.dirname;
import.meta.filename;
import { a as maskTree } from "./chunk-mask2.js";
import { join } from "node:path";
import { readFile } from "node:fs/promises";
// src/platform/page-program.ts
/** The program of the HTML report, which the build writes beside this one. */
/** Its name in `dist/`. */
const PAGE_PROGRAM = "page.js";
/** Run as they are, the sources find it in the `dist/` that is committed beside them. */
const FOLDER = import.meta.filename.endsWith(".ts") ? join(import.meta.dirname, "..", "..", "dist") : import.meta.dirname;
/** The program as one script; null where nothing was built: the page is then only read. */
async function readPageProgram(folder = FOLDER) {
	return await readFile(join(folder, PAGE_PROGRAM), "utf8").catch(() => null);
}
// src/commands/page.ts
/** Makes the page when it is asked for, with every value masked before it is put into words. */
function pageOf({ plan, run, verdict, report }, mask) {
	return async () => {
		const [{ renderPage, picturesOf }, program] = await Promise.all([import("./chunk-page2.js"), readPageProgram()]);
		const input = maskTree({
			plan,
			run,
			verdict,
			report
		}, mask);
		const { language, chartFiles } = plan.report;
		return {
			html: renderPage(input, language, program),
			pictures: chartFiles === "svg" ? picturesOf(input, language) : []
		};
	};
}
/** The same of a run that could not be measured; null where there is no plan, since nothing says where it would go. `at`: when it failed. */
function pageOfFailed({ plan, configPath, failure }, occasion, at, mask) {
	if (plan === null) return null;
	return async () => {
		const { renderFailurePage } = await import("./chunk-failure-page.js");
		return {
			html: renderFailurePage({
				...maskTree({
					failure,
					plan,
					configPath,
					occasion
				}, mask),
				at: at.toISOString()
			}, plan.report.language),
			pictures: []
		};
	};
}
export { pageOf, pageOfFailed };
