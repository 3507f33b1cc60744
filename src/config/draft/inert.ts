/** Texts of a document made inert: whatever they hold, they mean themselves where a configuration puts them. */
import { emptyMap, FORBIDDEN_KEYS, isReservedName, isTreeMap, type Tree, type TreeMap } from '../tree.ts';

/** Levels of a body: far below what a configuration takes. */
const DEPTH_MAX = 8;
/** Values of a body: what a person still reads. */
const NODES_MAX = 100;
/** Characters of a text in a body. */
const TEXT_MAX = 500;
const KEY_MAX = 80;
/** Characters of a value that is put into a path, before it is encoded. */
const VALUE_MAX = 200;
const NAME_MAX = 40;

/** A text on one line that can be seen, in at most `max` characters; empty when nothing is left. */
export function oneLine(text: string, max: number): string {
  const seen = text
    .slice(0, max * 4)
    .toWellFormed()
    .replaceAll(/[\p{C}\p{Z}\uFFFD]+/gu, ' ')
    .trim();
  // Cut as lengths are counted, and not in the middle of a character.
  return seen
    .slice(0, max)
    .replace(/\p{Cs}$/u, '')
    .trim();
}

/** A text as it is, but for its length and for braces that would be taken for a variable. */
export function inertText(text: string, max: number = TEXT_MAX): string {
  return text
    .slice(0, max)
    .toWellFormed()
    .replaceAll(/\{(?=\{)/gu, '{ ');
}

/** A name of a variable made of any text. */
export function variableName(text: string): string {
  const plain = text
    .slice(0, NAME_MAX * 2)
    .replaceAll(/[^A-Za-z0-9_-]+/gu, '_')
    .replace(/^[^A-Za-z_]+/u, '');
  const name = plain.slice(0, NAME_MAX - 4);
  if (/^_*$/u.test(name)) return 'value';
  return isReservedName(name) ? `${name}_value` : name;
}

/** A value as a part of a path or a query. Nothing in it can end the part. */
export function urlValue(text: string): string {
  return encodeURIComponent(text.slice(0, VALUE_MAX).toWellFormed());
}

/** A part of a URL with everything encoded that a request line cannot hold; what is encoded already stays. */
export function urlLiteral(text: string): string {
  return text.toWellFormed().replaceAll(/[^!-~]|[\\"<>^`|{}#]/gu, (char) => encodeURIComponent(char));
}

/** True for a header that a configuration may set by this name. */
export function isHeaderName(name: string): boolean {
  return /^[A-Za-z0-9-]{1,60}$/u.test(name) && !isReservedName(name) && !isReservedName(name.toLowerCase());
}

/** A copy of a value for a body, and whether it had to be cut. Bounded in depth and number, whatever comes in: cycles too. */
export function inertTree(tree: Tree): { readonly tree: Tree; readonly isCut: boolean } {
  const room: Room = { left: NODES_MAX, isCut: false };
  const copy = copyOf(tree, 0, room);
  return { tree: copy ?? null, isCut: room.isCut };
}

interface Room {
  left: number;
  isCut: boolean;
}

function copyOf(tree: Tree, depth: number, room: Room): Tree | undefined {
  if (room.left <= 0 || depth > DEPTH_MAX) {
    room.isCut = true;
    return undefined;
  }
  room.left -= 1;
  if (Array.isArray(tree)) return listOf(tree, depth, room);
  if (isTreeMap(tree)) return mapOf(tree, depth, room);
  if (typeof tree === 'string') return inertText(tree);
  if (typeof tree === 'number') return isExact(tree) ? tree : 1;
  return typeof tree === 'boolean' ? tree : null;
}

function listOf(items: readonly Tree[], depth: number, room: Room): Tree {
  const copies: Tree[] = [];
  for (const item of items) {
    const copy = copyOf(item, depth + 1, room);
    if (copy === undefined) break;
    copies.push(copy);
  }
  return copies;
}

function mapOf(tree: TreeMap, depth: number, room: Room): Tree {
  const map = emptyMap();
  for (const [key, value] of Object.entries(tree)) {
    if (room.left <= 0) {
      room.isCut = true;
      break;
    }
    const name = inertText(key, KEY_MAX);
    if (FORBIDDEN_KEYS.has(name) || name === '<<' || Object.hasOwn(map, name)) continue;
    const copy = copyOf(value, depth + 1, room);
    if (copy !== undefined) map[name] = copy;
  }
  return map;
}

/** Numbers that a configuration takes: others are not what the document meant any more. */
function isExact(value: number): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}
