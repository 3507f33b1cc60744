/** Looks through a valid JSON text for member names that `JSON.parse` would let pass: given twice, or names of the prototype's. */

import { lineAt } from './json-lines.ts';

/** A member name that must not be there. `path`: names from the top, joined by dots. */
export interface BadKey {
  readonly problem: 'given twice' | 'not allowed';
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** Strings, and the punctuation that opens, closes and names. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:]/gs;
/** Names that reach an object's prototype when carelessly assigned. */
const PROTOTYPE_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/** The first bad member name of a text that `JSON.parse` accepts, or null. */
export function findBadKey(json: string): BadKey | null {
  const within: { readonly names: Set<string> | null; name: string }[] = [];
  let text = '';
  for (const match of json.matchAll(TOKENS)) {
    const [token] = match;
    const inside = within.at(-1);
    if (token === '{' || token === '[') within.push({ names: token === '{' ? new Set() : null, name: '' });
    else if (token === '}' || token === ']') within.pop();
    else if (token === ':' && inside?.names) {
      inside.name = String(JSON.parse(text));
      const path = within
        .map(({ name }) => name)
        .filter((name) => name !== '')
        .join('.');
      if (PROTOTYPE_NAMES.has(inside.name))
        return { problem: 'not allowed', path, line: lineAt(json, match.index) };
      if (inside.names.has(inside.name))
        return { problem: 'given twice', path, line: lineAt(json, match.index) };
      inside.names.add(inside.name);
    } else if (token.startsWith('"')) text = token;
  }
  return null;
}
