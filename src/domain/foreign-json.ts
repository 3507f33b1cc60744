/** JSON that strangers wrote: its nesting, its lists and its values are counted before anything is made of it. */

/** Bounds of a JSON text, beside that of its length, which whoever reads the file holds it to. */
export interface JsonBounds {
  /** Levels of lists and mappings. */
  readonly depth: number;
  /** Entries of one list or mapping. */
  readonly entries: number;
  /** Values, lists and mappings among them, in the whole text. */
  readonly values: number;
}

/** What no reader of ours needs more of, unless it says so. Readers that call themselves for each level stay far from the end of the stack. */
export const JSON_BOUNDS: JsonBounds = { depth: 64, entries: 100_000, values: 4_000_000 };

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_MAPPING = 0x7b;
const CLOSE_MAPPING = 0x7d;

/**
 * The value of a JSON text. A name like `__proto__` is a name like any other in it: whoever reads the value knows its names.
 * @throws SyntaxError when it is no JSON, RangeError when it exceeds a bound; both say what is wrong, in English
 */
export function foreignJson(text: string, bounds: JsonBounds = JSON_BOUNDS): unknown {
  holdTo(text, bounds);
  return JSON.parse(text);
}

/** Counts without parsing: commas and brackets outside of strings. Of a text that is no JSON it may count anything, but never too little of what is made. */
function holdTo(text: string, { depth, entries, values }: JsonBounds): void {
  const commas: number[] = [];
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
      default:
    }
    if (all > values) throw new RangeError(`it holds more than ${values} values`);
  }
}

/** Where the string that begins at `start` ends; the end of the text when it does not. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}
