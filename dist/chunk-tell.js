import.meta.dirname;
import.meta.filename;
import { t as EXIT } from "./chunk-failure.js";
import { c as secretsOfPlan } from "./chunk-mask2.js";
import { n as linesOf, r as publishAll, t as compose } from "./chunk-compose.js";
import { posix } from "node:path";
// src/commands/tell.ts
/** Brings the results of a step of the Action to their readers, one after the other, the worst last: its outputs are what later steps see. */
/** The runner's log is wide, and has no terminal's colours. */
const LOOK = {
	width: 120,
	colour: false
};
/** Mildest first. What was refused is graver than a regression, since nothing is known. */
const MILDEST_FIRST = [
	EXIT.pass,
	EXIT.notMeasured,
	EXIT.failed,
	EXIT.usage,
	EXIT.cancelled
];
/** Tells all of them, and returns the exit code of the gravest. */
async function tell(told, readers, world) {
	const ordered = told.toSorted((left, right) => MILDEST_FIRST.indexOf(left.result.exitCode) - MILDEST_FIRST.indexOf(right.result.exitCode));
	let exitCode = EXIT.pass;
	for (const [index, each] of ordered.entries()) exitCode = await tellOne(each, ordered.length === 1 ? null : String(index + 1), readers, world);
	return exitCode;
}
/** `place`: a folder of its own in the report's folder, where there are several results. */
async function tellOne({ occasion, result, variant, run }, place, readers, world) {
	const { runner, asked } = readers;
	const mask = world.vault.maskWith(secretsOfPlan(result.plan));
	const publication = await compose(result, {
		occasion,
		comment: "as-planned",
		filesOf: "every-failure",
		mask,
		now: world.date(),
		variant
	});
	for (const line of await linesOf(result, mask, LOOK)) runner.info(line);
	const published = asked.mode === "measure" ? onlyMeasured(publication) : publication;
	await publishAll(inPlace(published, place), world, {
		mask,
		runner,
		run,
		conversation: conversationOf(occasion, readers, world),
		around: aroundOf({
			variant,
			occasion
		}, readers, world)
	});
	return published.exitCode;
}
/** The second workflow decides and reports: here a verdict is news, and only a failure to measure is red. */
const onlyMeasured = (publication) => ({
	...publication,
	comment: "never",
	exitCode: publication.outcome === "failure" ? publication.exitCode : EXIT.pass
});
const inPlace = (publication, place) => place === null || publication.directory === null ? publication : {
	...publication,
	directory: posix.join(publication.directory, place)
};
function conversationOf({ repository, pullRequest }, { token, apiUrl }, { signal }) {
	if (repository === null || pullRequest === null || token === "") return null;
	return async () => {
		const { openConversation } = await import("./chunk-github3.js");
		return openConversation({
			token,
			apiUrl,
			repository,
			pullRequest: pullRequest.number,
			signal
		});
	};
}
function aroundOf({ variant, occasion: { repository } }, { token, apiUrl, asked }, { signal }) {
	const { checkRun, mode, commentScope: scope } = asked;
	if (checkRun === false || mode === "measure" || repository === null || token === "") return {
		variant,
		scope,
		check: null
	};
	const name = typeof checkRun === "string" ? checkRun : null;
	const open = async () => {
		const { openChecks } = await import("./chunk-github-checks.js");
		return openChecks({
			token,
			apiUrl,
			repository,
			signal
		});
	};
	return {
		variant,
		scope,
		check: {
			name,
			open
		}
	};
}
export { tell };
