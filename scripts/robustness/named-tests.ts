/** Which tests name which entry of docs/robustness.md, by the titles in the files of tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** A title: a text that begins with one entry or several, like `S1, S8: finds no secret`, or has them in brackets. */
const TITLE = /['"`]((?:[SF]\d{1,2}[,:]? )+[^'"`]*|[^'"`(]*\((?:[SF]\d{1,2}(?:, )?)+\)[^'"`]*)/g;

/** Files of tests that name an entry, by its id; paths relative to the repository, in order. */
export function namedTests(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const path of testFiles()) {
    for (const id of entriesIn(readFileSync(join(ROOT, path), 'utf8'))) {
      const files = found.get(id) ?? new Set<string>();
      found.set(id, files.add(path));
    }
  }
  return new Map([...found].map(([id, files]) => [id, [...files]]));
}

/** Every id in the titles of a file. Comments are none. */
export function entriesIn(source: string): readonly string[] {
  const code = source.replaceAll(/^\s*(?:\/\*\*|\*|\/\/).*$/gm, '');
  const titles = [...code.matchAll(TITLE)].map(([, title = '']) => title);
  return [...new Set(titles.flatMap((title) => title.match(/\b[SF]\d{1,2}\b/g) ?? []))];
}

function testFiles(): readonly string[] {
  return readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `test/${name}`)
    .toSorted();
}
