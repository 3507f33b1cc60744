import.meta.dirname;
import.meta.filename;
import { n as listWorkspaceFolder, r as readWorkspaceFile } from "./chunk-workspace.js";
import { n as replaceWorkspaceFile, t as removeWorkspaceFile } from "./chunk-workspace-writer.js";
import { t as REPORT_FORMATS } from "./chunk-report-format.js";
import { posix } from "node:path";
// src/publish/formats.ts
/** The files for other programs: junit.xml, metrics.txt, timeline.csv, each by itself, so that one that fails does not take the others with it. */
/** What each is called in the report folder. */
const FORMAT_FILES = {
	junit: "junit.xml",
	openmetrics: "metrics.txt",
	csv: "timeline.csv"
};
/**
* Writes the formats that the publication has, each file whole or not at all, and removes the others: those of another run must not lie beside this
* one's verdict. Throws only what `softly` throws.
*/
async function publishFormats({ directory, formats }, world, softly) {
	if (directory === null) return NO_FORMATS;
	const write = async (format) => {
		const path = posix.join(directory, FORMAT_FILES[format]);
		const found = formats.find((each) => each.format === format);
		await removeWorkspaceFile(world, path).catch(() => void 0);
		if (found === void 0) return null;
		return softly(FORMAT_FILES[format], async () => {
			await replaceWorkspaceFile(world, path, found.text());
			return path;
		});
	};
	const [junit = null, openmetrics = null, csv = null] = await Promise.all(REPORT_FORMATS.map(write));
	return {
		junit,
		openmetrics,
		csv
	};
}
/** What there is when nothing was written. */
const NO_FORMATS = {
	junit: null,
	openmetrics: null,
	csv: null
};
// src/publish/files.ts
/** The report's files: report.md, report.html with its charts, run.json and verdict.json beside the service's log. */
/** Longer than any report, so that the file is whole. */
const REPORT_CHARACTERS_MAX = 1e7;
/** Name of the service's log in the report folder: the measurement writes it there. */
const SERVICE_LOG = "service.log";
/** Folder of the charts in the report folder. */
const CHARTS = "charts";
/** Larger ones are not ours. */
const CHART_BYTES_MAX = 1e6;
/** What there is when nothing was written. */
const NO_FILES = {
	report: null,
	page: null,
	run: null,
	verdict: null,
	serviceLog: null
};
/** Writes what the publication has, each file whole or not at all. @throws when the folder or a file cannot be written */
async function publishFiles(publication, world) {
	const { directory, run, verdict } = publication;
	if (directory === null) return NO_FILES;
	const write = async (name, text) => {
		const path = posix.join(directory, name);
		await replaceWorkspaceFile(world, path, text);
		return path;
	};
	return {
		report: await write("report.md", `${publication.markdown(REPORT_CHARACTERS_MAX)}\n`),
		run: run === null ? null : await write("run.json", json(run)),
		verdict: verdict === null ? null : await write("verdict.json", json(verdict)),
		page: await pageOf(publication, write, world),
		serviceLog: await existing(posix.join(directory, SERVICE_LOG), world)
	};
}
/** Writes the page and the charts; what keeps it from being written costs no other file. */
async function pageOf({ page }, write, world) {
	if (page === null) return null;
	try {
		const { html, pictures } = await page();
		for (const { name, svg } of pictures) await write(posix.join(CHARTS, name), svg);
		return await write("report.html", html);
	} catch (error) {
		world.log.warning(`Could not write report.html: ${String(error)} The verdict stands.`);
		return null;
	}
}
/** Removes what an earlier run wrote: a run that fails must not lie beside the verdict of another. @throws when it cannot */
async function forgetFiles(directory, world) {
	for (const name of [
		"report.md",
		"report.html",
		"run.json",
		"verdict.json",
		...Object.values(FORMAT_FILES)
	]) await removeWorkspaceFile(world, posix.join(directory, name));
	await forgetCharts(posix.join(directory, CHARTS), world);
}
/** Only what this program drew: the folder may be somebody's own. */
async function forgetCharts(folder, world) {
	const names = await listWorkspaceFolder(world.workspace, folder);
	for (const name of names.filter((each) => each.endsWith(".svg"))) {
		const path = posix.join(folder, name);
		const found = await readWorkspaceFile(world.workspace, path, CHART_BYTES_MAX);
		if (found.kind === "read" && found.text.startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" data-by=\"loadgate\"")) await removeWorkspaceFile(world, path);
	}
}
/** The path, if there is something at it. The service's log was written while it ran. */
async function existing(path, world) {
	return (await readWorkspaceFile(world.workspace, path, 0)).kind === "missing" ? null : path;
}
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
export { publishFormats as i, forgetFiles as n, publishFiles as r, NO_FILES as t };
