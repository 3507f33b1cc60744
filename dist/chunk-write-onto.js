import.meta.dirname;
import.meta.filename;
import { a as linesOf, n as Failure, o as messageOf } from "./chunk-failure.js";
import { i as phrase } from "./chunk-phrase.js";
import { r as millis } from "./chunk-units.js";
import { l as isUnreachable, w as BASELINE_BYTES_MAX } from "./chunk-entry.js";
import { setTimeout } from "node:timers/promises";
// src/baseline/write-onto.ts
/** Brings a change onto a branch that others write at the same time: read, merge, write on top, and again from the new tip when somebody was first. */
/** A commit takes GitHub about a second: twenty writers at once are done in less than half of the deadline. */
const RETRYING = {
	deadline: millis(12e4),
	pauseFirst: millis(250),
	pauseMax: millis(4e3),
	random: Math.random
};
/** Whatever the clock says. */
const ATTEMPTS_MAX = 200;
/**
* Writes the edit onto the branch. A conflict and a passing trouble are tried again, with pauses that grow and differ between writers; a refusal that would come
* again is not.
* @throws Failure `branch-refused` with the remedy, `branch-busy` after the deadline, and those of reading the branch
*/
async function writeOnto(branch, edit, world, retrying = RETRYING) {
	const end = world.now() + retrying.deadline;
	let trouble = "";
	for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
		if (attempt > 0) await pause(attempt, retrying, world);
		if (world.now() > end) break;
		const tried = await attemptOnce(branch, edit);
		if (tried.kind === "written" || tried.kind === "known") return tried;
		if (tried.kind === "refused") throw refusedBranch(branch.name, tried.why, tried.message);
		trouble = tried.kind === "unclear" ? tried.message : phrase("branch-moved");
	}
	throw busy(branch, trouble);
}
/** One look and one commit. A branch that is made here is looked at again at once: its maker may as well have been another. */
async function attemptOnce(branch, edit) {
	const seen = await lookAt(branch, edit.path);
	if (seen.kind === "unclear") return seen;
	let { tip, text } = seen;
	if (tip === null) {
		if (edit.first === null) return missing(branch);
		const made = await branch.create(edit.first.path, edit.first.text, CREATE);
		if (made.kind === "refused" || made.kind === "unclear") return made;
		const again = await lookAt(branch, edit.path);
		if (again.kind === "unclear") return again;
		({tip, text} = again);
		if (tip === null) return {
			kind: "unclear",
			message: phrase("branch-vanished")
		};
	}
	const merged = edit.merge(text);
	if (merged === text) return {
		kind: "known",
		commit: tip,
		text: merged
	};
	const written = await branch.write({
		onto: tip,
		path: edit.path,
		text: merged,
		message: edit.message
	});
	return written.kind === "written" ? {
		...written,
		text: merged
	} : written;
}
const CREATE = {
	subject: "Begin the branch of accepted runs [skip ci]",
	body: "Made by Loadgate. README.md says what this branch is for."
};
async function lookAt(branch, path) {
	try {
		return {
			kind: "seen",
			...await branch.look(path, BASELINE_BYTES_MAX)
		};
	} catch (error) {
		if (!isUnreachable(error)) throw error;
		const { detail } = error;
		const [only = "", ...more] = linesOf(detail);
		const lines = more.length === 0 ? only : detail.lines.join(" ");
		return {
			kind: "unclear",
			message: phrase("branch-unseen", {
				message: messageOf(detail),
				lines
			})
		};
	}
}
/** @throws Failure when the run is stopped meanwhile */
async function pause(attempt, retrying, world) {
	const { pauseFirst, pauseMax, random } = retrying;
	const longest = Math.min(pauseFirst * 2 ** (attempt - 1), pauseMax);
	try {
		await setTimeout(longest * (.5 + random() / 2), void 0, { signal: world.signal });
	} catch (error) {
		throw world.signal.reason instanceof Failure ? world.signal.reason : error;
	}
}
const missing = ({ name }) => ({
	kind: "refused",
	why: "missing",
	message: phrase("no-branch", { branch: name })
});
/** A refusal that would come again, with what helps. `message`: the other side's words, or ours where it has none. */
function refusedBranch(name, why, message) {
	const reason = REASON[why];
	return new Failure({
		kind: "not-measured",
		code: "branch-refused",
		message: phrase("branch-refused", {
			branch: name,
			why: phrase(reason)
		}),
		advice: phrase(`${reason}-advice`),
		lines: message === "" ? [] : [message]
	});
}
const REASON = {
	"read-only": "branch-read-only",
	unauthorised: "branch-unauthorised",
	missing: "branch-missing",
	protected: "branch-protected",
	refused: "branch-turned-down"
};
function busy({ name }, trouble) {
	return new Failure({
		kind: "not-measured",
		code: "branch-busy",
		message: phrase("branch-busy", { branch: name }),
		advice: phrase("branch-busy-advice"),
		lines: trouble === "" ? [] : [trouble]
	});
}
export { refusedBranch as n, writeOnto as r, RETRYING as t };
