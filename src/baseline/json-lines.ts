/** Finds the line of a member in a valid JSON text, for people who have to mend it. */

/** Strings, other values, and the punctuation between them. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]|[^\s"{}[\]:,]+/gs;

/** Where a scan is: inside a list at its index, or inside an object at its name. */
interface Level {
  readonly isList: boolean;
  index: number;
  name: string | null;
}

/** The line, from 1, on which the value stands that a path of names and indexes leads to; of the last member on the way that is there. Null for no path. */
export function lineOf(json: string, path: readonly PropertyKey[]): number | null {
  if (path.length === 0) return null;
  const wanted = path.map(String);
  const levels: Level[] = [];
  let text = '';
  let best = { depth: 0, at: 0 };
  for (const { 0: token, index: at } of json.matchAll(TOKENS)) {
    const inside = levels.at(-1);
    if (token === ':' && inside !== undefined) inside.name = String(JSON.parse(text));
    else if (token === ',' && inside !== undefined) inside.index += 1;
    else if (token === '}' || token === ']') levels.pop();
    else if (token !== ':' && token !== ',') {
      const depth = depthAlong(levels, wanted);
      if (depth > best.depth) best = { depth, at };
      if (token === '{' || token === '[') levels.push({ isList: token === '[', index: 0, name: null });
      else text = token;
    }
    if (best.depth === wanted.length) break;
  }
  return best.depth === 0 ? null : lineAt(json, best.at);
}

/** How many steps of the path the levels stand on; 0 beside it. */
function depthAlong(levels: readonly Level[], wanted: readonly string[]): number {
  if (levels.length > wanted.length) return 0;
  const isOn = levels.every(
    ({ isList, index, name }, depth) => (isList ? String(index) : name) === wanted[depth],
  );
  return isOn ? levels.length : 0;
}

/** The line of a position, from 1. */
export function lineAt(text: string, at: number): number {
  let line = 1;
  for (let from = text.indexOf('\n'); from >= 0 && from < at; from = text.indexOf('\n', from + 1)) line += 1;
  return line;
}
