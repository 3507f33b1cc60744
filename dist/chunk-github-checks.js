import.meta.dirname;
import.meta.filename;
import { _ as string, b as unknown, i as array, l as int, m as object } from "./chunk-schemas.js";
import { n as openOctokit, r as reply, s as everyPage } from "./chunk-github2.js";
/** Most pages of 100 that are read. */
const PAGES_MAX = 10;
const checkSchema = object({
	id: int().positive(),
	html_url: string().nullish(),
	external_id: string().nullish()
});
const checksSchema = object({ check_runs: array(unknown()) });
/** Opens the check runs; calls nothing yet. */
async function openChecks(options) {
	const octokit = await openOctokit(options);
	const [owner = "", repo = ""] = options.repository.split("/");
	const where = {
		owner,
		repo
	};
	const { checks } = octokit.rest;
	return {
		list: (headSha, name) => reply(async () => {
			const wanted = {
				...where,
				ref: headSha,
				check_name: name,
				filter: "all",
				per_page: 100
			};
			return everyPage(PAGES_MAX, (page) => checks.listForRef({
				...wanted,
				page
			}), (data) => checksSchema.parse(data).check_runs.map(readCheck));
		}),
		create: (check) => reply(async () => {
			const [first = [], ...more] = inCalls(check.annotations);
			const output = {
				title: check.title,
				summary: check.summary
			};
			const { data: made } = await checks.create({
				...where,
				name: check.name,
				head_sha: check.headSha,
				external_id: check.externalId,
				...check.detailsUrl !== null && { details_url: check.detailsUrl },
				status: "completed",
				conclusion: check.conclusion,
				output: {
					...output,
					annotations: first.map(annotationJson)
				}
			});
			const { id } = readCheck(made);
			for (const some of more) await checks.update({
				...where,
				check_run_id: id,
				output: {
					...output,
					annotations: some.map(annotationJson)
				}
			});
			return readCheck(made);
		})
	};
}
function inCalls(annotations) {
	const calls = Math.ceil(annotations.length / 50);
	return Array.from({ length: calls }, (_, call) => annotations.slice(call * 50, (call + 1) * 50));
}
const annotationJson = ({ path, line, level, title, message }) => ({
	path,
	start_line: line,
	end_line: line,
	annotation_level: level,
	title,
	message
});
/** @throws ZodError when it is no check run */
function readCheck(value) {
	const { id, html_url, external_id } = checkSchema.parse(value);
	return {
		id,
		url: html_url ?? "",
		externalId: external_id ?? null
	};
}
export { openChecks };
