/** YAML text to a tree with places, refusing everything that is not plain data: bombs, aliases, tags, prototype keys, odd numbers. */
import { type Phrase, phrase } from '../domain/phrase.ts';
import { Composer, CST, isAlias, isMap, isScalar, isSeq, Lexer, type ParsedNode, Parser } from 'yaml';
import { atValue, clean, type Problem } from './problems.ts';
import { emptyMap, FORBIDDEN_KEYS, type Path, type Place, pathKey, type Range, type Tree } from './tree.ts';

/** What a text came to. */
export interface YamlText {
  /** Null when the text is refused as a whole; problems beside a tree are of single values. */
  readonly tree: Tree | null;
  readonly places: ReadonlyMap<string, Place>;
  readonly problems: readonly Problem[];
}

/** Bytes of a configuration file. */
export const CONFIG_BYTES_MAX = 256 * 1024;
/** Nested mappings and lists. */
export const DEPTH_MAX = 32;
/** Words, brackets and line ends of the text: about 10,000 lines of configuration. */
const LEXEMES_MAX = 60_000;

/** What a text without content is told. */
const EMPTY = phrase('text-is-empty');

/** Places where scalars are text as written (`1.10` stays `1.10`): by path, `*` for any step. */
export type TextPlaces = readonly (readonly string[])[];

/** Reads one YAML document of plain data. Never throws. */
export function readYaml(text: string, textPlaces: TextPlaces): YamlText {
  const refused = refuseText(text);
  if (refused !== null) return failed([refused]);
  const { tokens, problem } = tokensOf(text);
  if (problem !== null) return failed([problem]);
  const composer = new Composer({
    prettyErrors: false,
    uniqueKeys: false,
    stringKeys: true,
    schema: 'core',
    logLevel: 'silent',
  });
  const [document] = [...composer.compose(tokens, true, text.length)];
  if (document === undefined) return failed([at([0, 1], phrase('no-document'))]);
  const broken = document.errors.map((error) =>
    at(error.pos, phrase('not-yaml', { error: clean(firstLine(error.message).slice(0, 160)) })),
  );
  if (broken.length > 0) return failed(broken);
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null))
    return failed([at([0, 1], EMPTY)]);
  const reading: Reading = { places: new Map(), problems: [], textPlaces, refused: false };
  const tree = treeOf(document.contents, [], null, reading);
  // What is refused leaves holes in the tree, and complaints about holes would only confuse.
  return reading.refused
    ? failed(reading.problems)
    : { tree, places: reading.places, problems: reading.problems };
}

interface Reading {
  readonly places: Map<string, Place>;
  readonly problems: Problem[];
  /** True once something was refused that is not a plain value. */
  refused: boolean;
  readonly textPlaces: TextPlaces;
}

function failed(problems: readonly Problem[]): YamlText {
  return { tree: null, places: new Map(), problems };
}

function at(range: Range, message: Phrase): Problem {
  return { kind: 'range', range, message };
}

/** Encodings and characters that no honest configuration has. */
function refuseText(text: string): Problem | null {
  if (Buffer.byteLength(text) > CONFIG_BYTES_MAX)
    return at([0, 1], phrase('text-too-large', { kib: CONFIG_BYTES_MAX / 1024 }));
  if (text.startsWith('\uFEFF')) return at([0, 1], phrase('text-marked'));
  const nul = text.indexOf('\0');
  if (nul >= 0) return at([nul, nul + 1], phrase('text-with-nul'));
  const odd = text.indexOf('\uFFFD');
  if (odd >= 0) return at([odd, odd + 1], phrase('text-bad-utf8'));
  return text.trim() === '' ? at([0, 1], EMPTY) : null;
}

/** Lexes and parses step by step, so that a bomb is noticed while it is read and not after. */
function tokensOf(text: string): { readonly tokens: readonly CST.Token[]; readonly problem: Problem | null } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    const here: Range = [parser.offset, parser.offset + 1];
    if (depthOf(parser) > DEPTH_MAX)
      return { tokens, problem: at(here, phrase('too-deep', { levels: DEPTH_MAX })) };
    if (++lexemes > LEXEMES_MAX) return { tokens, problem: at(here, phrase('too-many-entries')) };
  }
  tokens.push(...parser.end());
  return { tokens, problem: refuseTokens(tokens) };
}

/** Collections that are open: what stands on the stack but the document and a scalar being read. */
function depthOf({ stack }: Parser): number {
  return stack.length - (CST.isCollection(stack.at(-1)) ? 1 : 2);
}

function refuseTokens(tokens: readonly CST.Token[]): Problem | null {
  const directive = tokens.find((token) => token.type === 'directive');
  if (directive !== undefined) return at([directive.offset, directive.offset + 1], phrase('no-directives'));
  const second = tokens.filter((token) => token.type === 'document')[1];
  if (second !== undefined) return at([second.offset, second.offset + 3], phrase('one-document'));
  return null;
}

/** A node as a plain value. Recursion is bounded by {@link DEPTH_MAX}. */
function treeOf(node: ParsedNode | null, path: Path, key: Range | null, reading: Reading): Tree {
  if (node === null) return null;
  const range: Range = [node.range[0], node.range[1]];
  reading.places.set(pathKey(path), { key, value: range });
  if (isAlias(node)) return refuse(reading, range, phrase('no-aliases'));
  if (node.anchor !== undefined) refuse(reading, range, phrase('no-anchors'));
  if (node.tag !== undefined) refuse(reading, range, phrase('no-tags'));
  if (isMap(node)) return mapOf(node.items, path, reading);
  if (isSeq(node)) return node.items.map((item, index) => treeOf(item, [...path, index], null, reading));
  return isScalar(node) ? scalarOf(node, path, reading) : null;
}

function refuse(reading: Reading, range: Range, message: Phrase): null {
  reading.problems.push(at(range, message));
  reading.refused = true;
  return null;
}

function mapOf(
  items: readonly { key: ParsedNode; value: ParsedNode | null }[],
  path: Path,
  reading: Reading,
): Tree {
  const map = emptyMap();
  for (const { key, value } of items) {
    const range: Range = [key.range[0], key.range[1]];
    if (
      !isScalar(key) ||
      typeof key.value !== 'string' ||
      key.anchor !== undefined ||
      key.tag !== undefined
    ) {
      refuse(reading, range, phrase('plain-key'));
      continue;
    }
    const name = key.value;
    const inner = [...path, name];
    if (Object.hasOwn(map, name)) {
      reading.problems.push(at(range, phrase('duplicate-key', { key: clean(name) })));
      continue;
    }
    const problem = refuseKey(name);
    if (problem !== null) refuse(reading, range, problem);
    if (value === null) reading.places.set(pathKey(inner), { key: range, value: range });
    map[name] = treeOf(value, inner, range, reading);
  }
  return map;
}

function refuseKey(name: string): Phrase | null {
  if (FORBIDDEN_KEYS.has(name)) return phrase('forbidden-key', { key: name });
  if (name === '<<') return phrase('no-merge-keys');
  return null;
}

function scalarOf(
  node: { readonly value: unknown; readonly source?: string; readonly range: readonly number[] },
  path: Path,
  reading: Reading,
): Tree {
  const { value, source } = node;
  if (typeof value === 'string') return value;
  if (value !== null && isTextPlace(path, reading.textPlaces)) return source ?? '';
  if (typeof value === 'number') {
    const problem = refuseNumber(value, source ?? '');
    if (problem !== null) reading.problems.push(atValue(path, problem));
    return value;
  }
  return typeof value === 'boolean' ? value : null;
}

function refuseNumber(value: number, source: string): Phrase | null {
  if (!Number.isFinite(value)) return phrase('finite-number', { got: clean(source).slice(0, 40) });
  const exact = Number.isSafeInteger(value) || !Number.isInteger(value);
  return exact ? null : phrase('exact-number', { got: clean(source).slice(0, 40) });
}

function isTextPlace(path: Path, places: TextPlaces): boolean {
  return places.some(
    (place) =>
      place.length === path.length && place.every((step, index) => step === '*' || step === path[index]),
  );
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
