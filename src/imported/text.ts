/** The text of a foreign file: decoded strictly, in lines, within bounds. */
import { foreignJson, JSON_BOUNDS, type JsonBounds } from '../domain/foreign-json.ts';
import type { ForeignFile, ReadLimits } from './foreign.ts';
import { invalid, otherForm, tooLarge, truncated } from './refuse.ts';

/** The largest output that is read as a whole: those of a summary are some kilobytes. */
const WHOLE_MAX = 64 * 1024 * 1024;
/** The most values in it: what is parsed takes up to forty times the memory of its text, so that one of brackets alone would fill what the machine has. */
const VALUES_MAX = 4_000_000;
/** The longest line: a record of one request, with its body and headers. */
const LINE_MAX = 4 * 1024 * 1024;

/** Some tools list every request: as many as the largest file holds. */
export const IMPORT_BOUNDS: JsonBounds = { ...JSON_BOUNDS, entries: 8_000_000, values: 8_000_000 };

/** Lines that came together. `first` is the number of the first, from 1. */
export interface Lines {
  readonly first: number;
  readonly lines: readonly string[];
}

/** The text in pieces. UTF-8, or UTF-16 by its byte order mark (PowerShell writes it); the mark is taken off. @throws Failure for any other bytes */
export async function* decoded(file: ForeignFile, limits: ReadLimits): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  const place = { file: file.name, line: null };
  const decode = (bytes?: Uint8Array): string => {
    try {
      const text = bytes === undefined ? decoder?.decode() : decoder?.decode(bytes, { stream: true });
      if (text?.includes('\0') === true) throw new RangeError('zero bytes');
      return text ?? '';
    } catch {
      throw invalid(place, 'it is not text in UTF-8, or in UTF-16 with a byte order mark');
    }
  };
  for await (const bytes of file.chunks()) {
    if (limits.isOver()) throw tooLarge(place, 'reading it takes too long', SMALLER);
    decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
    yield decode(bytes);
  }
  yield decode();
}

const SMALLER = 'Shorten the run, or give a summary of the tool in the place of every single request.';

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** The whole text, line ends as `\n`. @throws Failure when it is empty, too large, or no text */
export async function wholeText(file: ForeignFile, limits: ReadLimits): Promise<string> {
  const place = { file: file.name, line: null };
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of decoded(file, limits)) {
    length += piece.length;
    if (length > WHOLE_MAX)
      throw tooLarge(place, `it is larger than ${WHOLE_MAX / 2 ** 20} MiB, which no summary is`, SMALLER);
    pieces.push(piece);
  }
  const text = pieces.join('').replaceAll('\r\n', '\n');
  if (text.trim() === '') throw truncated(place, 'it is empty');
  return text;
}

/** The whole text of what was printed line by line. @throws Failure when the last line does not end, too */
export async function wholeLines(file: ForeignFile, limits: ReadLimits): Promise<string> {
  const text = await wholeText(file, limits);
  if (!text.endsWith('\n'))
    throw truncated({ file: file.name, line: text.split('\n').length }, 'its last line does not end');
  return text;
}

/** The value of a JSON text. @throws Failure when it is none */
export async function wholeJson(file: ForeignFile, limits: ReadLimits): Promise<unknown> {
  const text = await wholeText(file, limits);
  if (hasTooMany(text))
    throw tooLarge({ file: file.name, line: null }, 'it holds more values than any summary does', SMALLER);
  try {
    return foreignJson(text, IMPORT_BOUNDS);
  } catch (error) {
    throw jsonFailure(text, error, file);
  }
}

/** True for more than {@link VALUES_MAX}: each but the first of a list or an object has a comma before it, and each of those a bracket. */
function hasTooMany(text: string): boolean {
  let values = 0;
  for (let at = 0; at < text.length && values <= VALUES_MAX; at += 1) {
    const code = text.charCodeAt(at);
    if (code === COMMA || code === LIST || code === OBJECT) values += 1;
  }
  return values > VALUES_MAX;
}

const [COMMA, LIST, OBJECT] = [0x2c, 0x5b, 0x7b];

function jsonFailure(text: string, error: unknown, file: ForeignFile) {
  const why = error instanceof Error ? error.message : String(error);
  if (error instanceof RangeError) return invalid({ file: file.name, line: null }, why);
  const at = /position (\d+)/.exec(why)?.[1];
  const line = at === undefined ? null : text.slice(0, Number(at)).split('\n').length;
  const place = { file: file.name, line };
  // NaN and Infinity are no JSON, whoever writes them.
  return /end of JSON|Unterminated/.test(why)
    ? truncated(place, 'the JSON ends too early')
    : invalid(place, `it is no JSON (${why})`);
}

/**
 * Lines as they come, a batch at a time, in constant memory; empty ones are passed over by their number.
 * @throws Failure for a line that is too long, no line at all, or a last one that does not end
 */
export async function* linesOf(file: ForeignFile, limits: ReadLimits): AsyncGenerator<Lines> {
  let rest = '';
  let first = 1;
  for await (const piece of decoded(file, limits)) {
    const parts = (rest + piece).split('\n');
    rest = parts.pop() ?? '';
    if (rest.length > LINE_MAX || parts.some(({ length }) => length > LINE_MAX))
      throw invalid({ file: file.name, line: first }, `a line is longer than ${LINE_MAX / 2 ** 20} MiB`);
    if (parts.length > 0) yield { first, lines: parts };
    first += parts.length;
  }
  if (rest !== '') throw truncated({ file: file.name, line: first }, 'its last line does not end');
  if (first === 1) throw truncated({ file: file.name, line: null }, 'it is empty');
}

/** The first characters of a file, to tell its format by. */
export async function headOf(file: ForeignFile, limits: ReadLimits): Promise<string> {
  let head = '';
  for await (const piece of decoded(file, limits)) {
    head += piece;
    if (head.length >= HEAD) break;
  }
  return head.slice(0, HEAD);
}

const HEAD = 65_536;

/** What says that a file is of another form. */
export const notThis = (file: ForeignFile, what: string, advice: string) =>
  otherForm({ file: file.name, line: null }, what, advice);
