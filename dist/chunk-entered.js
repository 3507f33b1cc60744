import.meta.dirname;
import.meta.filename;
import { n as bareAcceptance } from "./chunk-acceptance.js";
import { a as sinceRun, n as enterRun } from "./chunk-enter.js";
import { o as storeOf, t as isOfDefaultBranch, x as withAcceptances } from "./chunk-entry.js";
import { n as rewriteBaseline } from "./chunk-rewrite.js";
import { t as RETRYING } from "./chunk-write-onto.js";
import { i as asFailure } from "./chunk-failure.js";
// src/baseline/record-alone.ts
/**
* Writes the acceptances onto the branch of accepted runs; what became of it, in a sentence for the log. Null: that is not how this baseline is changed. A file of the repository changes
* with runs that pass alone.
* @throws Failure as {@link rewriteBaseline}
*/
async function recordAlone({ plan, run }, occasion, acceptances, world, retrying = RETRYING) {
	if (plan.baseline.publish === "none" || occasion.kind !== "push" || !isOfDefaultBranch(occasion)) return null;
	if (await storeOf(plan, null, world) !== "branch") return null;
	const begun = acceptances.map((each) => sinceRun(each, run));
	const message = {
		subject: `Accept changes of ${plan.suite} for the worse [skip ci]`,
		body: acceptances.map(({ metric, commit }) => `${metric}, with ${commit?.slice(0, 12)}`).join("\n")
	};
	const { path, branch } = await rewriteBaseline(plan, {
		change: (baseline) => withAcceptances(baseline, begun),
		message
	}, world, retrying);
	return `Recorded in ${path} of the branch ${branch?.name} what the merged pull requests accepted, without the run.`;
}
// src/commands/entered.ts
/** A run that cannot be entered is a warning: what it measured stands. */
async function enterTold({ occasion, result }, world) {
	if (result.kind !== "judged") return;
	if (world.signal.aborted) {
		world.log.info("Not entered into the baseline: the job was cancelled.");
		return;
	}
	const acceptances = acceptedBy(result.verdict);
	try {
		const { isIn, said } = await enterRun(result, occasion, world, {
			release: null,
			acceptances
		});
		world.log.info(said);
		if (isIn || acceptances.length === 0) return;
		const alone = await recordAlone(result, occasion, acceptances, world);
		if (alone !== null) world.log.info(alone);
	} catch (error) {
		const { message, advice, lines } = asFailure(error).detail;
		world.log.warning([
			"The run was not entered into the baseline:",
			message,
			advice,
			...lines.slice(0, 2)
		].join(" "));
	}
}
/** What the pull requests gave that were asked when it was judged. */
const acceptedBy = ({ acceptances }) => acceptances.filter(({ from }) => from !== "baseline").map(bareAcceptance);
export { enterTold };
