/** Plain values as YAML that holds no surprise: strings that could be read as anything else stand in quotes, on one line. */
import { entriesOf, isTreeMap, itemsOf, type Tree } from '../tree.ts';

/** Columns beyond which a collection is broken into lines. */
const WIDTH = 100;
const STEP = '  ';

/** A text as a scalar that every place takes: block and flow, key and value. */
export function quoted(text: string): string {
  const isPlain = /^[A-Za-z][\w-]*(?:[ .][\w-]+)*$/u.test(text) && text.length <= 80;
  if (isPlain && !/^(?:true|false|null|yes|no|on|off|y|n)$/iu.test(text)) return text;
  const escaped = text.replaceAll(/["\\]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]|\uFFFD/gu, escapeOf);
  return `"${escaped}"`;
}

/** A path as a scalar of a block: with its braces, and without quotes where that is the same. */
export function pathWord(path: string): string {
  return path.endsWith(':') ? quoted(path) : path;
}

/** A value on one line. */
export function flow(tree: Tree): string {
  if (typeof tree === 'string') return quoted(tree);
  if (Array.isArray(tree)) return `[${itemsOf(tree).map(flow).join(', ')}]`;
  if (!isTreeMap(tree)) return JSON.stringify(tree);
  const entries = entriesOf(tree).map(([key, value]) => `${quoted(key)}: ${flow(value)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** An entry of a block mapping: on one line if it fits, else on as many as it needs. The tree's depth bounds the recursion. */
export function entryLines(key: string, tree: Tree, indent = ''): readonly string[] {
  const line = `${indent}${quoted(key)}: ${flow(tree)}`;
  if (line.length <= WIDTH || isFlat(tree)) return [line];
  return [`${indent}${quoted(key)}:`, ...innerLines(tree, indent + STEP)];
}

function innerLines(tree: Tree, indent: string): readonly string[] {
  if (isTreeMap(tree)) return entriesOf(tree).flatMap(([key, value]) => entryLines(key, value, indent));
  return itemsOf(tree).flatMap((item) => {
    const line = `${indent}- ${flow(item)}`;
    if (line.length <= WIDTH || isFlat(item)) return [line];
    const [first = '', ...rest] = innerLines(item, indent + STEP);
    return [`${indent}- ${first.trimStart()}`, ...rest];
  });
}

/** What has no lines of its own: scalars, and collections with nothing in them. */
function isFlat(tree: Tree): boolean {
  return isTreeMap(tree) ? entriesOf(tree).length === 0 : itemsOf(tree).length === 0;
}

function escapeOf(char: string): string {
  if (char === '"' || char === '\\') return `\\${char}`;
  if (char === '\n') return String.raw`\n`;
  if (char === '\t') return String.raw`\t`;
  const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
}
