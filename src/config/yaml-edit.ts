/**
 * Edits of a YAML text of plain data that leave every other byte where it was: comments, quotes, order,
 * line ends.
 */
import { stringify } from 'yaml';
import {
  entriesOf,
  isTreeMap,
  itemsOf,
  type Path,
  type Place,
  pathKey,
  type Range,
  type Tree,
  valueAt,
} from './tree.ts';

/** A text with what was read from it. */
export interface YamlFile {
  readonly text: string;
  readonly tree: Tree;
  readonly places: ReadonlyMap<string, Place>;
}

/** One change of a text. */
export interface Edit {
  /** What goes; where both ends are one, nothing does. */
  readonly at: Range;
  /** What comes. */
  readonly text: string;
}

/** An entry to be written: a scalar as YAML has it, or a mapping. */
export interface Entry {
  readonly key: string;
  readonly value: string | readonly Entry[];
}

/** Columns by which entries are set in where a text does not show its own. */
const STEP = 2;

/** A plain value as YAML writes it on one line. */
export const scalarText = (value: string | number | boolean | null): string =>
  stringify(value, { lineWidth: 0 }).trimEnd();

/** Entries on lines of their own; mappings of scalars stay on one line. `indent`: columns before each. */
export function blockLines(entries: readonly Entry[], indent = 0, step = STEP): readonly string[] {
  const margin = ' '.repeat(indent);
  return entries.flatMap((entry) => {
    const { key, value } = entry;
    if (typeof value === 'string' || value.every((inner) => typeof inner.value === 'string'))
      return [margin + flowText(entry)];
    return [`${margin}${scalarText(key)}:`, ...blockLines(value, indent + step, step)];
  });
}

function flowText({ key, value }: Entry): string {
  const text = typeof value === 'string' ? value : `{ ${value.map(flowText).join(', ')} }`;
  return `${scalarText(key)}: ${text}`;
}

/** The text with edits made. They do not overlap; those at one place stand in their order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .map((edit, index) => ({ ...edit, index }))
    .toSorted((left, right) => right.at[0] - left.at[0] || right.index - left.index)
    .reduce((now, edit) => now.slice(0, edit.at[0]) + edit.text + now.slice(edit.at[1]), text);
}

/**
 * Another scalar in the place of the one at a path, in the same quotes. @throws RangeError when nothing is
 * there
 */
export function replaceScalar(file: YamlFile, path: Path, scalar: string): Edit {
  const [from, to] = placeOf(file, path).value;
  const quote = /^["']/u.exec(file.text.slice(from, to))?.[0] ?? '';
  return { at: [from, to], text: quote + scalar + quote };
}

/**
 * New entries at the end of the mapping at a path, written as its others are. @throws RangeError when
 * nothing is there
 */
export function addEntries(file: YamlFile, path: Path, entries: readonly Entry[]): Edit {
  const [from] = placeOf(file, path).value;
  return file.text[from] === '{' ? addToFlow(file, path, entries) : addToBlock(file, path, entries);
}

function addToFlow(file: YamlFile, path: Path, entries: readonly Entry[]): Edit {
  const flow = entries.map(flowText).join(', ');
  const last = lastChild(file, path);
  if (last !== null) {
    const end = placeOf(file, last).value[1];
    return { at: [end, end], text: `, ${flow}` };
  }
  const inside = placeOf(file, path).value[0] + 1;
  return { at: [inside, inside], text: ` ${flow} ` };
}

function addToBlock(file: YamlFile, path: Path, entries: readonly Entry[]): Edit {
  const { text } = file;
  const indent = columnOf(file, path);
  const around = path.length < 2 ? 0 : columnOf(file, path.slice(0, -1));
  const lines = blockLines(entries, indent, indent > around ? indent - around : STEP);
  const at = afterLines(text, endOf(file, path), indent);
  const isClosed = text[at - 1] === '\n';
  const lineEnd = (isClosed ? text.slice(0, at) : text).includes('\r\n') ? '\r\n' : '\n';
  const added = isClosed ? lines.map((line) => line + lineEnd) : lines.map((line) => lineEnd + line);
  return { at: [at, at], text: added.join('') };
}

/** The column of the first key of a mapping. */
function columnOf(file: YamlFile, path: Path): number {
  const starts = childrenOf(file, path).map((child) => {
    const { key, value } = placeOf(file, child);
    return (key ?? value)[0];
  });
  const first = Math.min(...starts);
  return first - (file.text.lastIndexOf('\n', first - 1) + 1);
}

/** Where a value ends: the last entry of a block has the last word. */
function endOf(file: YamlFile, path: Path): number {
  const [from, to] = placeOf(file, path).value;
  const last = lastChild(file, path);
  return last === null || '{['.includes(file.text[from] ?? '') ? to : endOf(file, last);
}

/** Behind the line, and behind comments that are set in as deep as the entries and so belong to them. */
function afterLines(text: string, end: number, indent: number): number {
  let at = text[end - 1] === '\n' ? end : nextLine(text, end);
  while (at < text.length) {
    const next = nextLine(text, at);
    const depth = /^ *(?=#)/u.exec(text.slice(at, next))?.[0].length ?? -1;
    if (depth < indent) break;
    at = next;
  }
  return at;
}

function nextLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at + 1;
}

/** The child that stands last in the text, or null. */
function lastChild(file: YamlFile, path: Path): Path | null {
  const children = childrenOf(file, path).toSorted(
    (left, right) => placeOf(file, left).value[0] - placeOf(file, right).value[0],
  );
  return children.at(-1) ?? null;
}

function childrenOf({ tree }: YamlFile, path: Path): readonly Path[] {
  const value = valueAt(tree, path);
  if (isTreeMap(value)) return entriesOf(value).map(([key]) => [...path, key]);
  return itemsOf(value).map((_, index) => [...path, index]);
}

function placeOf({ places }: YamlFile, path: Path): Place {
  const place = places.get(pathKey(path));
  if (place === undefined) throw new RangeError(`nothing stands at ${path.join('.')}`);
  return place;
}
