import.meta.dirname;
import.meta.filename;
import { o as inertSpan, r as inertBlock, s as lineOf } from "./chunk-inert2.js";
import { a as fit, n as MARKDOWN_MARKS, o as headed, t as MARKDOWN_LIMIT } from "./chunk-markdown.js";
import { a as penOf, c as tellPhrase, i as LANGUAGES, o as marksOf, s as plainMarksOf } from "./chunk-sentences.js";
import { c as textWidth, i as terminalMarks, n as painterOf, u as wrap } from "./chunk-terminal.js";
// src/report/failure.ts
/** A failure in the words of a language; what has none there stays in English. */
function failureText(failure, language, marks) {
	const { phrases } = LANGUAGES[language];
	const n = penOf(LANGUAGES[language], marks, 1);
	const { message, advice, lines, said } = failure;
	if (phrases === "recorded") return {
		message: n.prose(message),
		advice: n.prose(advice),
		lines
	};
	if (said === null) return {
		message: foreign(message, marks),
		advice: foreign(advice, marks),
		lines
	};
	return {
		message: tellPhrase(said.message, phrases, marksOf(n)) ?? foreign(message, marks),
		advice: tellPhrase(said.advice, phrases, marksOf(n)) ?? foreign(advice, marks),
		lines: lines.map((line, at) => {
			const phrase = said.lines[at] ?? null;
			return (phrase === null ? null : tellPhrase(phrase, phrases, plainMarksOf(n))) ?? line;
		})
	};
}
/** English in another language's text: as code, like all that is foreign. */
const foreign = (text, { command }) => `${command(text.replace(/[.]$/, "").replaceAll("`", "'"))}.`;
/** A failure in one or two sentences, without markup: for annotations, where there is room for no more. */
function failureHeadline(failure, language) {
	if (LANGUAGES[language].phrases === "recorded") return `${failure.message} ${failure.advice}`;
	const { message, advice } = failureText(failure, language, terminalMarks({ colour: false }));
	return `${message} ${advice}`;
}
/** A failure as GitHub Markdown in at most `limit` characters. */
function renderFailureMarkdown(failure, language, limit = MARKDOWN_LIMIT) {
	const { failure: words } = LANGUAGES[language];
	const { message, advice, lines } = failureText(failure, language, MARKDOWN_MARKS);
	const heading = `### ⚠️ ${words.headline[failure.kind]}: ${message}`;
	const alert = `> [!WARNING]\n> ${words.whatToDo}: ${advice}\n>\n> ${words.noVerdict}`;
	const parts = [
		{
			versions: [heading, `### ⚠️ ${words.headline[failure.kind]}`],
			worth: Infinity,
			called: words.lines
		},
		{
			versions: [alert, `> [!WARNING]\n> ${words.noVerdict}`],
			worth: 2,
			called: words.whatToDo
		},
		...linesOf({
			lines,
			code: failure.code
		}, words.lines)
	];
	const text = fit([headed("", parts)], limit, () => `*${words.shortened}*`);
	return text.length <= limit ? text : words.headline[failure.kind].slice(0, Math.max(0, limit));
}
function linesOf({ lines, code }, title) {
	const name = inertSpan(code);
	if (lines.length === 0) return [{
		versions: [`<sub>${name}</sub>`],
		worth: 0,
		called: code
	}];
	const block = (some) => `${title} (${name}):\n\n${inertBlock(some)}`;
	const last = lines.slice(-60);
	return [{
		versions: [block(last), block(last.slice(-10))],
		worth: 1,
		called: title
	}];
}
/** A failure for a terminal. The first line says what went wrong. Ends without a newline. */
function renderFailureTerminal(failure, language, look) {
	const { failure: words } = LANGUAGES[language];
	const paint = painterOf(look);
	const width = textWidth(look.width);
	const { message, advice: toDo, lines: shown } = failureText(failure, language, terminalMarks(look));
	const head = wrap(`✗ ${words.headline[failure.kind]}: ${message}`, width, "  ");
	const advice = wrap(`  ${words.whatToDo}: ${toDo}`, width, "  ");
	const lines = shown.slice(-60).map((line) => paint("dim", `  | ${lineOf(line)}`));
	return [
		paint(["bold", "red"], head),
		advice,
		...lines.length === 0 ? [] : ["", ...lines]
	].join("\n");
}
export { renderFailureTerminal as i, failureText as n, renderFailureMarkdown as r, failureHeadline as t };
