import.meta.dirname;
import.meta.filename;
import { a as inertProse, n as clean, r as inertBlock, s as lineOf } from "./chunk-inert.js";
import { a as headed, i as fit, t as MARKDOWN_LIMIT } from "./chunk-markdown.js";
import { h as LANGUAGES } from "./chunk-sentences.js";
import { c as textWidth, n as painterOf, u as wrap } from "./chunk-terminal.js";
// src/report/failure.ts
/** A failure as GitHub Markdown in at most `limit` characters. */
function renderFailureMarkdown(failure, language, limit = MARKDOWN_LIMIT) {
	const { failure: words } = LANGUAGES[language];
	const heading = `### ⚠️ ${words.headline[failure.kind]}: ${inertProse(failure.message)}`;
	const alert = `> [!WARNING]\n> ${words.whatToDo}: ${inertProse(failure.advice)}\n>\n> ${words.noVerdict}`;
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
		...linesOf(failure, words.lines)
	];
	const text = fit([headed("", parts)], limit, () => `*${words.shortened}*`);
	return text.length <= limit ? text : words.headline[failure.kind].slice(0, Math.max(0, limit));
}
function linesOf({ lines, code }, title) {
	const name = `\`${clean(code).replaceAll("`", "'")}\``;
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
	const head = wrap(`✗ ${words.headline[failure.kind]}: ${clean(failure.message, 500)}`, width, "  ");
	const advice = wrap(`  ${words.whatToDo}: ${clean(failure.advice, 500)}`, width, "  ");
	const lines = failure.lines.slice(-60).map((line) => paint("dim", `  | ${lineOf(line)}`));
	return [
		paint(["bold", "red"], head),
		advice,
		...lines.length === 0 ? [] : ["", ...lines]
	].join("\n");
}
export { renderFailureTerminal as n, renderFailureMarkdown as t };
