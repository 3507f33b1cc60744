import.meta.dirname;
import.meta.filename;
import { stripVTControlCharacters } from "node:util";
/** Lines of a log say more in one piece. */
const LINE_MAX = 200;
/** A command that is cut is none. */
const COMMAND_MAX = 2e3;
/** Control, format (bidirectional, zero-width), private and unassigned characters, and the two line separators. Joiners inside emoji go, too: they hide text. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
/** Blank letters and fillers that are no spaces by their class. */
const BLANK = /\u034f|[\u115f\u1160\u3164\uffa0\u2800]|[\u180b-\u180f]|[\ufe00-\ufe0f]|\p{Zs}/gu;
/** The visible part of a text, on one line, at most `max` characters. Never empty. */
function clean(text, max = 120) {
	const visible = visibleOf(text.slice(0, 8 * max)).replaceAll(/ +/g, " ").trim();
	const characters = [...visible];
	if (characters.length === 0) return "(empty)";
	return characters.length <= max ? visible : `${characters.slice(0, max - 1).join("").trimEnd()}…`;
}
function visibleOf(text) {
	return stripVTControlCharacters(text.replaceAll(/[\t\r\n]+/g, " ")).toWellFormed().replaceAll(INVISIBLE, "").replaceAll(BLANK, " ");
}
/** As a code span for Markdown. A bar would end the cell of a table, whatever stands before it, so it becomes its mathematical twin. */
function inertSpan(text, max = 120) {
	return `\`${clean(text, max).replaceAll("`", "'").replaceAll("|", "∣")}\``;
}
/** As a code element inside HTML. */
function inertHtml(text) {
	return `<code>${clean(text).replaceAll(/[^A-Za-z0-9 ._/-]/gu, (character) => `&#${character.codePointAt(0)};`)}</code>`;
}
/** Lines as a fenced block, whose fence is longer than any in them. Empty lines go; longer ones than `max` are cut. */
function inertBlock(lines, language = "text", max = LINE_MAX) {
	const shown = lines.map((line) => lineOf(line, max)).filter((line) => line !== "");
	const longest = Math.max(2, ...shown.flatMap((line) => (line.match(/`+/g) ?? []).map(({ length }) => length)));
	const fence = "`".repeat(longest + 1);
	return [
		`${fence}${language}`,
		...shown,
		fence
	].join("\n");
}
/** One visible line, its indentation kept: stack traces and excerpts of files are read by it. */
function lineOf(text, max = LINE_MAX) {
	const line = visibleOf(text.slice(0, 8 * max)).trimEnd();
	const characters = [...line];
	return characters.length <= max ? line : `${characters.slice(0, max - 1).join("")}…`;
}
/** Words of a sentence that can be nothing but words: letters with sentence marks around them, and short numbers. */
const PLAIN_WORD = /^["'(]?(?:[A-Za-z]+(?:['-][A-Za-z]+)*|\d{1,6}(?:[.,]\d{1,6})?%?)["')]?[.,;:?]?["')]?$/;
/** Letters that could be a commit's hash, or begin an address. */
const SUSPICIOUS = /^[a-f]{7,}$|^www$/i;
/** At the beginning of a block, it would begin a list. */
const LIST_NUMBER = /^\d+[.)]/;
/** A message of our own with untrusted words in it: plain words stay text, everything else, and what stands in backquotes, becomes code. */
function inertProse(text) {
	return clean(text, 500).split(/(`[^`]+`)/).map((part) => part.trim()).filter(Boolean).map((part) => /^`[^`]+`$/.test(part) ? part : quiet(part)).join(" ").replaceAll(/` ([.,;:?])(?= |$)/g, "`$1");
}
/** Text without a pair of backquotes. Neighbouring words that are not plain share one code span. */
function quiet(text) {
	const runs = [];
	for (const [at, word] of text.split(" ").entries()) {
		const plain = /^[.,;:?]$/.test(word) || isPlain(word) && !(at === 0 && LIST_NUMBER.test(word));
		const last = runs.at(-1);
		if (last !== void 0 && last.plain === plain) last.words.push(word);
		else runs.push({
			plain,
			words: [word]
		});
	}
	return runs.map(({ plain, words }) => plain ? words.join(" ") : spanWithMark(words.join(" "))).join(" ");
}
const isPlain = (word) => PLAIN_WORD.test(word) && !SUSPICIOUS.test(word.replaceAll(/[^A-Za-z]/g, ""));
/** The sentence's own mark stays outside of the code. */
function spanWithMark(text) {
	const [, code = "", mark = ""] = /^(.+?)([.,;:]?)$/su.exec(text) ?? [];
	return `\`${code.replaceAll("`", "'")}\`${mark}`;
}
export { inertProse as a, inertHtml as i, clean as n, inertSpan as o, inertBlock as r, lineOf as s, COMMAND_MAX as t };
