import.meta.dirname;
import.meta.filename;
import { n as foreignJson, t as JSON_BOUNDS } from "./chunk-foreign-json.js";
import { E as otherForm, O as tooLarge, T as invalid, k as truncated } from "./chunk-release.js";
// src/imported/text.ts
/** The text of a foreign file: decoded strictly, in lines, within bounds. */
/** The largest output that is read as a whole: those of a summary are some kilobytes. */
const WHOLE_MAX = 67108864;
/** The most values in it: what is parsed takes up to forty times the memory of its text, so that one of brackets alone would fill what the machine has. */
const VALUES_MAX = 4e6;
/** The longest line: a record of one request, with its body and headers. */
const LINE_MAX = 4194304;
/** Some tools list every request: as many as the largest file holds. */
const IMPORT_BOUNDS = {
	...JSON_BOUNDS,
	entries: 8e6,
	values: 8e6
};
/** The text in pieces. UTF-8, or UTF-16 by its byte order mark (PowerShell writes it); the mark is taken off. @throws Failure for any other bytes */
async function* decoded(file, limits) {
	let decoder = null;
	const place = {
		file: file.name,
		line: null
	};
	const decode = (bytes) => {
		try {
			const text = bytes === void 0 ? decoder?.decode() : decoder?.decode(bytes, { stream: true });
			if (text?.includes("\0") === true) throw new RangeError("zero bytes");
			return text ?? "";
		} catch {
			throw invalid(place, "it is not text in UTF-8, or in UTF-16 with a byte order mark");
		}
	};
	for await (const bytes of file.chunks()) {
		if (limits.isOver()) throw tooLarge(place, "reading it takes too long", SMALLER);
		decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
		yield decode(bytes);
	}
	yield decode();
}
const SMALLER = "Shorten the run, or give a summary of the tool in the place of every single request.";
function encodingOf(bytes) {
	if (bytes[0] === 255 && bytes[1] === 254) return "utf-16le";
	return bytes[0] === 254 && bytes[1] === 255 ? "utf-16be" : "utf-8";
}
/** The whole text, line ends as `\n`. @throws Failure when it is empty, too large, or no text */
async function wholeText(file, limits) {
	const place = {
		file: file.name,
		line: null
	};
	const pieces = [];
	let length = 0;
	for await (const piece of decoded(file, limits)) {
		length += piece.length;
		if (length > WHOLE_MAX) throw tooLarge(place, `it is larger than ${WHOLE_MAX / 2 ** 20} MiB, which no summary is`, SMALLER);
		pieces.push(piece);
	}
	const text = pieces.join("").replaceAll("\r\n", "\n");
	if (text.trim() === "") throw truncated(place, "it is empty");
	return text;
}
/** The whole text of what was printed line by line. @throws Failure when the last line does not end, too */
async function wholeLines(file, limits) {
	const text = await wholeText(file, limits);
	if (!text.endsWith("\n")) throw truncated({
		file: file.name,
		line: text.split("\n").length
	}, "its last line does not end");
	return text;
}
/** The value of a JSON text. @throws Failure when it is none */
async function wholeJson(file, limits) {
	const text = await wholeText(file, limits);
	if (hasTooMany(text)) throw tooLarge({
		file: file.name,
		line: null
	}, "it holds more values than any summary does", SMALLER);
	try {
		return foreignJson(text, IMPORT_BOUNDS);
	} catch (error) {
		throw jsonFailure(text, error, file);
	}
}
/** True for more than {@link VALUES_MAX}: each but the first of a list or an object has a comma before it, and each of those a bracket. */
function hasTooMany(text) {
	let values = 0;
	for (let at = 0; at < text.length && values <= VALUES_MAX; at += 1) {
		const code = text.charCodeAt(at);
		if (code === COMMA || code === LIST || code === OBJECT) values += 1;
	}
	return values > VALUES_MAX;
}
const [COMMA, LIST, OBJECT] = [
	44,
	91,
	123
];
function jsonFailure(text, error, file) {
	const why = error instanceof Error ? error.message : String(error);
	if (error instanceof RangeError) return invalid({
		file: file.name,
		line: null
	}, why);
	const at = /position (\d+)/.exec(why)?.[1];
	const line = at === void 0 ? null : text.slice(0, Number(at)).split("\n").length;
	const place = {
		file: file.name,
		line
	};
	return /end of JSON|Unterminated/.test(why) ? truncated(place, "the JSON ends too early") : invalid(place, `it is no JSON (${why})`);
}
/**
* Lines as they come, a batch at a time, in constant memory; empty ones are passed over by their number.
* @throws Failure for a line that is too long, no line at all, or a last one that does not end
*/
async function* linesOf(file, limits) {
	let rest = "";
	let first = 1;
	for await (const piece of decoded(file, limits)) {
		const parts = (rest + piece).split("\n");
		rest = parts.pop() ?? "";
		if (rest.length > LINE_MAX || parts.some(({ length }) => length > LINE_MAX)) throw invalid({
			file: file.name,
			line: first
		}, `a line is longer than ${LINE_MAX / 2 ** 20} MiB`);
		if (parts.length > 0) yield {
			first,
			lines: parts
		};
		first += parts.length;
	}
	if (rest !== "") throw truncated({
		file: file.name,
		line: first
	}, "its last line does not end");
	if (first === 1) throw truncated({
		file: file.name,
		line: null
	}, "it is empty");
}
/** The first characters of a file, to tell its format by. */
async function headOf(file, limits) {
	let head = "";
	for await (const piece of decoded(file, limits)) {
		head += piece;
		if (head.length >= HEAD) break;
	}
	return head.slice(0, HEAD);
}
const HEAD = 65536;
/** What says that a file is of another form. */
const notThis = (file, what, advice) => otherForm({
	file: file.name,
	line: null
}, what, advice);
export { notThis as a, linesOf as i, decoded as n, wholeJson as o, headOf as r, wholeLines as s, IMPORT_BOUNDS as t };
