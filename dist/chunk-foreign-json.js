import.meta.dirname;
import.meta.filename;
// src/domain/foreign-json.ts
/** What no reader of ours needs more of, unless it says so. Readers that call themselves for each level stay far from the end of the stack. */
const JSON_BOUNDS = {
	depth: 64,
	entries: 1e5,
	values: 4e6
};
const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_MAPPING = 123;
const CLOSE_MAPPING = 125;
/**
* The value of a JSON text. A name like `__proto__` is a name like any other in it: whoever reads the value knows its names.
* @throws SyntaxError when it is no JSON, RangeError when it exceeds a bound; both say what is wrong, in English
*/
function foreignJson(text, bounds = JSON_BOUNDS) {
	holdTo(text, bounds);
	return JSON.parse(text);
}
/** Counts without parsing: commas and brackets outside of strings. Of a text that is no JSON it may count anything, but never too little of what is made. */
function holdTo(text, { depth, entries, values }) {
	const commas = [];
	let all = 1;
	for (let at = 0; at < text.length; at += 1) {
		switch (text.charCodeAt(at)) {
			case QUOTE:
				at = endOfString(text, at);
				break;
			case OPEN_LIST:
			case OPEN_MAPPING:
				all += 1;
				if (commas.push(1) > depth) throw new RangeError(`it is nested more than ${depth} levels deep`);
				break;
			case CLOSE_LIST:
			case CLOSE_MAPPING:
				commas.pop();
				break;
			case COMMA: {
				all += 1;
				const count = (commas.pop() ?? 0) + 1;
				if (count > entries) throw new RangeError(`a list or mapping in it has more than ${entries} entries`);
				commas.push(count);
				break;
			}
		}
		if (all > values) throw new RangeError(`it holds more than ${values} values`);
	}
}
/** Where the string that begins at `start` ends; the end of the text when it does not. */
function endOfString(text, start) {
	for (let end = text.indexOf("\"", start + 1); end >= 0; end = text.indexOf("\"", end + 1)) {
		let slashes = 0;
		while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
		if (slashes % 2 === 0) return end;
	}
	return text.length;
}
export { foreignJson as n, JSON_BOUNDS as t };
