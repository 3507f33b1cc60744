/** Configuration as plain values with their places: what YAML text or inputs become before any key is understood. */

/** A plain value. Mappings have no prototype, so that no key can be inherited. */
export type Tree = null | boolean | number | string | readonly Tree[] | TreeMap;

/** A mapping of a tree. */
export interface TreeMap {
  readonly [key: string]: Tree;
}

/** Where a value stands: keys and list indexes from the root. */
export type Path = readonly (string | number)[];

/** Offsets into the text, end exclusive. */
export type Range = readonly [from: number, to: number];

/** Where the key and the value of an entry stand in the text. A list's entries have no key. */
export interface Place {
  readonly key: Range | null;
  readonly value: Range;
}

/** Keys that could reach a prototype where a later reader is careless. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Names that every object of the language has: a look-up by such a name would find a function. */
export function isReservedName(name: string): boolean {
  return name in Object.prototype || FORBIDDEN_KEYS.has(name);
}

/** A path as a map's key. No key of a config holds NUL: texts with NUL are refused. */
export function pathKey(path: Path): string {
  return path.join('\0');
}

/** A path as people read it: `scenarios.browse.requests[2].path`, counted from 0 as editors and jq do. */
export function showPath(path: Path): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${step}`))
    .join('');
}

/** True for a mapping. */
export function isTreeMap(tree: Tree | undefined): tree is TreeMap {
  return typeof tree === 'object' && tree !== null && !Array.isArray(tree);
}

/** An entry of a mapping, or undefined when there is no such entry or no mapping. */
export function entryOf(tree: Tree | undefined, key: string): Tree | undefined {
  return isTreeMap(tree) && Object.hasOwn(tree, key) ? tree[key] : undefined;
}

/** The entries of a mapping; none when it is not one. */
export function entriesOf(tree: Tree | undefined): readonly (readonly [string, Tree])[] {
  return isTreeMap(tree) ? Object.entries(tree) : [];
}

/** The entries of a list; none when it is not one. */
export function itemsOf(tree: Tree | undefined): readonly Tree[] {
  return Array.isArray(tree) ? (tree as readonly Tree[]) : [];
}

/** The value at a path, or undefined. */
export function valueAt(tree: Tree, path: Path): Tree | undefined {
  return path.reduce<Tree | undefined>(
    (at, step) => (typeof step === 'number' ? itemsOf(at)[step] : entryOf(at, step)),
    tree,
  );
}

/** A copy of the tree with one value set; missing mappings on the way are made. Where something else stands in the way, the tree stays as it is. */
export function withValue(tree: Tree | undefined, path: readonly string[], value: Tree): Tree {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (tree !== undefined && !isTreeMap(tree)) return tree;
  const copy: Record<string, Tree> = Object.assign(emptyMap(), tree);
  copy[first] = withValue(entryOf(tree, first), rest, value);
  return copy;
}

/** A mapping without a prototype. */
export function emptyMap(): Record<string, Tree> {
  const map: Record<string, Tree> = Object.create(null);
  return map;
}
