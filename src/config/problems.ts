/** What is wrong with a configuration: collected, placed in the text, and told all at once. */
import { english, type Fact, type Phrase, phrase } from '../domain/phrase.ts';
import { closest, distance } from 'fastest-levenshtein';
import { Failure } from '../domain/failure.ts';
import { isTreeMap, type Path, type Place, pathKey, type Range, showPath, type Tree } from './tree.ts';

/** One thing that is wrong. */
export type Problem =
  | {
      readonly kind: 'path';
      readonly path: Path;
      readonly part: 'key' | 'value';
      /** What is wrong and what to write instead, without the place. */
      readonly message: Phrase;
    }
  | { readonly kind: 'range'; readonly range: Range; readonly message: Phrase };

/** Where the values came from: a text with places, inputs with names, or both. */
export interface Origin {
  /** Path of the file as shown to people, or null without a file. */
  readonly file: string | null;
  readonly text: string;
  readonly places: ReadonlyMap<string, Place>;
  /** Input names by the path key of what they set. */
  readonly inputs: ReadonlyMap<string, string>;
}

/** Problems shown at once. */
const SHOWN_MAX = 50;
/** Characters of a source line shown around a problem. */
const WIDTH_MAX = 120;

/** A problem with the value at a path. */
export function atValue(path: Path, message: Phrase): Problem {
  return { kind: 'path', path, part: 'value', message };
}

/** A problem with the key at the end of a path. */
export function atKey(path: Path, message: Phrase): Problem {
  return { kind: 'path', path, part: 'key', message };
}

/** `` `key` must <be so> (got 5); say <so> ``: the one form of every complaint about a value. */
export function mustProblem(
  path: Path,
  must: Phrase,
  value: Tree | undefined,
  say: Phrase | null = null,
): Problem {
  const got = showValue(value);
  return atValue(path, say === null ? phrase('must', { must, got }) : phrase('must-say', { must, got, say }));
}

/** `a and b`, `a or b`: words joined in any language. */
export const listed = (join: 'both' | 'either', words: readonly string[]): Fact =>
  words.slice(1).reduce<Fact>((one, other) => phrase(join, { one, other }), words[0] ?? '');

/** A mapping that has none or several of the keys of which it must have one. */
export function oneOfKeys(keys: readonly string[], given: readonly string[]): Phrase {
  const known = keys.join(', ');
  return given.length === 0
    ? phrase('exactly-one-none', { known })
    : phrase('exactly-one', { known, given: listed('both', given) });
}

/** All problems as one failure of kind `usage`, code `config-invalid`, in the order of the text. */
export function invalidConfig(problems: readonly Problem[], origin: Origin): Failure {
  const placed = inOrder(problems.map((problem) => placeProblem(problem, origin)));
  const count = placed.length;
  // Cleaned once more as a whole: advice quotes characters of the text, too.
  const lines = placed.slice(0, SHOWN_MAX).flatMap((problem) => tell(problem, origin).map(cleaned));
  const hidden = placed.length - SHOWN_MAX;
  return new Failure({
    kind: 'usage',
    code: 'config-invalid',
    message: invalidIn(origin.file, count),
    advice: phrase('config-invalid-advice'),
    lines: hidden > 0 ? [...lines, phrase('more-problems', { count: hidden })] : lines,
  });
}

function invalidIn(where: string | null, count: number): Phrase {
  if (where === null)
    return count === 1 ? phrase('config-invalid-input') : phrase('config-invalid-inputs', { count });
  return count === 1 ? phrase('config-invalid-one', { where }) : phrase('config-invalid', { where, count });
}

/** `did you mean x?` with the nearest of the known words, or null when none is near. */
export function didYouMean(word: string, known: readonly string[]): Phrase | null {
  if (word === '' || known.length === 0) return null;
  const nearest = closest(word.toLowerCase().slice(0, 60), known);
  const near =
    distance(word.toLowerCase().slice(0, 60), nearest) <= Math.max(1, Math.floor(nearest.length / 3));
  return near ? phrase('did-you-mean', { word: nearest }) : null;
}

/** A value in a few words. */
export function showValue(value: Tree | undefined): Fact {
  if (typeof value === 'string') return `"${clean(shorten(value, 60))}"`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (isTreeMap(value)) return phrase(Object.keys(value).length === 0 ? 'an-empty-mapping' : 'a-mapping');
  if (Array.isArray(value)) return phrase(value.length === 0 ? 'an-empty-list' : 'a-list');
  return phrase('got-nothing');
}

/** Control, bidirectional and zero-width characters replaced: the words go to terminals and logs. */
export function clean(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (char) => (char === '\t' ? ' ' : '�'));
}

/** A problem with its place: a range of the text, or words for a place that is not in it. */
type Placed = { readonly message: Phrase } & ({ readonly range: Range } | { readonly place: Fact });

/** Inputs first, then in the order of the text; each once. */
function inOrder(placed: readonly Placed[]): readonly Placed[] {
  const unique = new Map(
    placed.map((problem) => [
      `${'place' in problem ? JSON.stringify(problem.place) : problem.range[0]} ${english(problem.message)}`,
      problem,
    ]),
  );
  return [...unique.values()].sort((a, b) => offsetOf(a) - offsetOf(b));
}

function offsetOf(problem: Placed): number {
  return 'range' in problem ? problem.range[0] : -1;
}

function placeProblem(problem: Problem, origin: Origin): Placed {
  if (problem.kind === 'range') return problem;
  const input = inputAt(problem.path, origin);
  if (input !== null) return { place: phrase('input-place', { name: input }), message: problem.message };
  const message = problem.part === 'value' ? withName(problem.path, problem.message) : problem.message;
  const range = rangeOf(problem, origin);
  return range === null ? { place: origin.file ?? phrase('inputs-place'), message } : { range, message };
}

/** What the problem is with: a key, or the whole. */
function withName(path: Path, problem: Phrase): Phrase {
  return path.length === 0
    ? phrase('file-problem', { problem })
    : phrase('key-problem', { key: clean(showPath(path)), problem });
}

/** The input that set this path or something above it; null when the text did. */
function inputAt(path: Path, origin: Origin): string | null {
  for (let length = path.length; length > 0; length--) {
    const name = origin.inputs.get(pathKey(path.slice(0, length)));
    if (name !== undefined) return name;
    if (origin.places.has(pathKey(path.slice(0, length)))) return null;
  }
  return null;
}

/** The problem's own place, or the key of the nearest mapping around it that the text has. */
function rangeOf(problem: Extract<Problem, { kind: 'path' }>, origin: Origin): Range | null {
  const own = origin.places.get(pathKey(problem.path));
  if (own !== undefined) return problem.part === 'key' ? (own.key ?? own.value) : own.value;
  for (let length = problem.path.length - 1; length >= 0; length--) {
    const around = origin.places.get(pathKey(problem.path.slice(0, length)));
    if (around !== undefined) return around.key ?? [around.value[0], around.value[0] + 1];
  }
  return null;
}

/** `file:line:column: message`, the line, and a caret under the place. */
/** Without control characters, also in what fills a phrase. */
function cleaned(line: Phrase | string): Phrase | string {
  if (typeof line === 'string') return clean(line);
  const facts = Object.entries(line.facts).map(
    ([name, fact]) => [name, typeof fact === 'number' ? fact : cleaned(fact)] as const,
  );
  return { ...line, facts: Object.fromEntries(facts) };
}

function tell(placed: Placed, origin: Origin): readonly (Phrase | string)[] {
  if ('place' in placed) return [phrase('placed', { place: placed.place, problem: placed.message })];
  const { range, message: problem } = placed;
  const { line, col, text } = lineAt(origin.text, range[0]);
  const start = Math.max(0, col - 1 - Math.floor(WIDTH_MAX / 2));
  const shown = clean(text.slice(start, start + WIDTH_MAX)).trimEnd();
  const caretAt = col - 1 - start;
  const carets = Math.max(1, Math.min(range[1] - range[0], shown.length - caretAt));
  const gutter = String(line).padStart(5);
  return [
    phrase('placed', {
      place:
        origin.file === null
          ? phrase('inputs-at', { line: String(line), column: String(col) })
          : `${origin.file}:${line}:${col}`,
      problem,
    }),
    `${gutter} | ${shown}`,
    `${' '.repeat(gutter.length)} | ${' '.repeat(caretAt)}${'^'.repeat(carets)}`,
  ];
}

function lineAt(
  text: string,
  offset: number,
): { readonly line: number; readonly col: number; readonly text: string } {
  const before = text.slice(0, offset);
  const from = before.lastIndexOf('\n') + 1;
  const to = text.indexOf('\n', offset);
  return {
    line: before.split('\n').length,
    col: offset - from + 1,
    text: text.slice(from, to === -1 ? undefined : to),
  };
}

function shorten(text: string, max: number): string {
  return text.length > max ? `${text.slice(0, max - 1)}…` : text;
}
