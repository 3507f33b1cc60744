import.meta.dirname;
import.meta.filename;
import { i as phrase } from "./chunk-phrase.js";
import { n as Failure } from "./chunk-failure.js";
// src/config/step-inputs.ts
/** Inputs of the Action that are about the step in its workflow and not about what is measured: no key of the configuration, no flag of the command line. */
/** What a step is there for. */
const MODES = [
	"run",
	"measure",
	"publish"
];
/** What one comment is for. */
const COMMENT_SCOPES = ["suite", "pull-request"];
/** When nothing was asked for. */
const NOTHING_ASKED = {
	mode: "run",
	artifacts: null,
	checkRun: false,
	variant: null,
	commentScope: "suite"
};
/** Longer names tell nothing apart. */
const NAME_MAX = 100;
/**
* Reads the inputs of the step: by name, blank ones are absent.
* @throws Failure kind `usage`, code `input-invalid`, with every value that is none
*/
function readStepInputs(given) {
	const problems = [];
	const complain = (name, problem) => {
		problems.push(phrase("input-problem", {
			name,
			problem
		}));
	};
	const word = (name, words, standard) => {
		const text = given(name);
		const found = words.find((each) => each === text);
		if (text !== null && found === void 0) complain(name, phrase("input-word", {
			words: words.join(", "),
			got: text.slice(0, NAME_MAX)
		}));
		return found ?? standard;
	};
	const line = (name) => {
		const text = given(name);
		if (text !== null && (text.length > NAME_MAX || /\p{Cc}/u.test(text))) complain(name, phrase("input-line", { max: NAME_MAX }));
		return text;
	};
	const asked = {
		mode: word("mode", MODES, NOTHING_ASKED.mode),
		artifacts: given("artifacts"),
		checkRun: checkRunOf(line("check-run")),
		variant: line("variant"),
		commentScope: word("comment-scope", COMMENT_SCOPES, NOTHING_ASKED.commentScope)
	};
	if (asked.mode === "publish" && asked.artifacts === null) complain("artifacts", phrase("input-needs-artifacts"));
	if (asked.mode !== "publish" && asked.artifacts !== null) complain("artifacts", phrase("input-idle-artifacts"));
	const [first, ...others] = problems;
	if (first === void 0) return asked;
	throw new Failure({
		kind: "usage",
		code: "input-invalid",
		message: phrase("input-invalid", { problems: others.reduce((some, other) => phrase("input-problems", {
			some,
			other
		}), first) }),
		advice: phrase("input-invalid-advice")
	});
}
function checkRunOf(text) {
	if (text === null || text === "false") return false;
	return text === "true" ? true : text;
}
export { NOTHING_ASKED, readStepInputs };
