import.meta.dirname;
import.meta.filename;
// src/domain/failure.ts
/** We could not measure, or would not: why, where, and what to do. Never a judgement about the service's speed. */
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
	constructor(detail, options) {
		super(detail.message, options);
		this.detail = {
			lines: [],
			...detail
		};
	}
	/** The exit code this failure ends the program with. */
	get exitCode() {
		return exitCodeOf(this.detail.kind);
	}
};
function exitCodeOf(kind) {
	switch (kind) {
		case "usage": return EXIT.usage;
		case "not-measured": return EXIT.notMeasured;
		case "cancelled": return EXIT.cancelled;
	}
}
/** Any thrown thing as a Failure: an unforeseen error is never a pass (exit 2). */
function asFailure(error) {
	if (error instanceof Failure) return error;
	const message = error instanceof Error ? error.message : String(error);
	const stack = error instanceof Error && error.stack !== void 0 ? error.stack.split("\n").slice(1, 6) : [];
	return new Failure({
		kind: "not-measured",
		code: "internal",
		message: `Loadgate failed unexpectedly: ${message}`,
		advice: "Please report this with the lines below and, if you can, run.json.",
		lines: stack.map((line) => line.trim())
	}, { cause: error });
}
export { Failure as n, asFailure as r, EXIT as t };
