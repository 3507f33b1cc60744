/** Holds the code to the import table of docs/architecture.md. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const outside = [
  'fs',
  'fs/promises',
  'child_process',
  'net',
  'tls',
  'http',
  'https',
  'http2',
  'dns',
  'dns/promises',
  'dgram',
  'os',
];

/** Room -> rooms it may import, as the table says. */
function readTable(): ReadonlyMap<string, ReadonlySet<string>> {
  const text =
    readFileSync(join(root, 'docs', 'architecture.md'), 'utf8')
      .split(/^## /m)
      .find((part) => part.startsWith('The rooms')) ?? '';
  const rows = [...text.matchAll(/^\| ([a-z, ]+) \| [^|]+ \| ([a-z, ]*)\|$/gm)];
  const table = new Map<string, ReadonlySet<string>>();
  for (const [, rooms = '', imports = ''] of rows) {
    if (rooms === 'room') continue;
    for (const room of words(rooms)) table.set(room, new Set(words(imports)));
  }
  return table;
}

const words = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

/** `src/stats/robust.ts` -> stats; `src/gate.ts` -> gate. */
function roomOf(path: string): string {
  const [first = '', second] = relative(join(root, 'src'), path).split('/');
  return second === undefined ? first.replace(/\.ts$/, '') : first;
}

const sources = globSync('src/**/*.ts', { cwd: root }).map((path) => join(root, path));
const importsOf = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    ([, specifier = '']) => specifier,
  );

const table = readTable();
const everything = 'everything';

describe('architecture', () => {
  it('has a row for every room, and a room for every row', () => {
    expect([...new Set(sources.map(roomOf))].sort()).toEqual([...table.keys()].sort());
  });

  it.each(sources.map((path) => [relative(root, path), path]))(
    '%s imports only what its room may',
    (_, path) => {
      const room = roomOf(path);
      const allowed = table.get(room) ?? new Set();
      const foreign = importsOf(path)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => roomOf(join(dirname(path), specifier)))
        .filter((imported) => imported !== room && !allowed.has(imported) && !allowed.has(everything));
      expect(foreign).toEqual([]);
    },
  );

  it.each(sources.map((path) => [relative(root, path), path]))(
    '%s leaves the outside world to platform',
    (_, path) => {
      const room = roomOf(path);
      if (room === 'platform' || room === 'engines') return;
      const direct = importsOf(path).filter((specifier) => outside.includes(specifier.replace(/^node:/, '')));
      expect(direct).toEqual([]);
    },
  );

  it('lets nobody import a door', () => {
    const doors = new Set(['action', 'post', 'cli', 'generator']);
    const broken = sources.filter((path) =>
      importsOf(path).some(
        (specifier) => specifier.startsWith('.') && doors.has(roomOf(join(dirname(path), specifier))),
      ),
    );
    expect(broken.map((path) => relative(root, path))).toEqual([]);
  });

  it('keeps the orchestrator on one page', () => {
    const text = readFileSync(join(root, 'src', 'gate.ts'), 'utf8');
    const code = text.split('\n').filter((line) => line.trim() !== '' && !/^\s*(\/?\*|\/\/)/.test(line));
    expect(code.length).toBeLessThanOrEqual(80);
  });
});
