import.meta.dirname;
import.meta.filename;
import { i as phrase, n as english } from "./chunk-phrase.js";
// src/domain/failure.ts
/** Exit codes of the program. */
const EXIT = {
	pass: 0,
	failed: 1,
	notMeasured: 2,
	usage: 3,
	cancelled: 130
};
/** The one error class that crosses rooms. */
var Failure = class extends Error {
	name = "Failure";
	detail;
	constructor(words, options) {
		const detail = "said" in words ? words : detailOf(words);
		super(detail.message, options);
		this.detail = detail;
	}
	/** The exit code this failure ends the program with. */
	get exitCode() {
		return exitCodeOf(this.detail.kind);
	}
};
function detailOf({ kind, code, message, advice, lines = [] }) {
	const detail = {
		kind,
		code,
		message: textOf(message),
		advice: textOf(advice),
		lines: lines.map(textOf)
	};
	if (typeof message === "string" || typeof advice === "string") return {
		...detail,
		said: null
	};
	const phrases = lines.map((line) => typeof line === "string" ? null : line);
	const said = {
		message,
		advice,
		lines: phrases.some((line) => line !== null) ? phrases : []
	};
	return {
		...detail,
		said
	};
}
const textOf = (text) => typeof text === "string" ? text : english(text);
function exitCodeOf(kind) {
	switch (kind) {
		case "usage": return EXIT.usage;
		case "not-measured": return EXIT.notMeasured;
		case "cancelled": return EXIT.cancelled;
	}
}
/** What went wrong, as a phrase to be told in another one. */
const messageOf = ({ said, message }) => said?.message ?? phrase("foreign", { text: message });
/** What to do, as a phrase to be told in another one. */
const adviceOf = ({ said, advice }) => said?.advice ?? phrase("foreign", { text: advice });
/** The lines, as phrases where they are. */
const linesOf = ({ said, lines }) => lines.map((line, at) => said?.lines[at] ?? line);
/** Any thrown thing as a Failure: an unforeseen error is never a pass (exit 2). */
function asFailure(error) {
	if (error instanceof Failure) return error;
	const message = error instanceof Error ? error.message : String(error);
	const stack = error instanceof Error && error.stack !== void 0 ? error.stack.split("\n").slice(1, 6) : [];
	return new Failure({
		kind: "not-measured",
		code: "internal",
		message: phrase("internal", { error: message }),
		advice: phrase("internal-advice"),
		lines: stack.map((line) => line.trim())
	}, { cause: error });
}
export { linesOf as a, asFailure as i, Failure as n, messageOf as o, adviceOf as r, EXIT as t };
