/** docs/robustness.md: every file that reads what others wrote has a row that says within which bounds (S26). */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCES = join(import.meta.dirname, '../../src');
/** How a text from outside becomes a value. */
const READING =
  /JSON\.parse\(|foreignJson\(|(?:inflate|gunzip|unzip|brotliDecompress)\w*\(|new Composer\(|'csv-parse|createInterface\(/;
/** It reads for those that are in the table. */
const TOOLS = ['domain/foreign-json.ts'];

const page = readFileSync(join(import.meta.dirname, '../../docs/robustness.md'), 'utf8');
const [, section = ''] = page.split('## What others wrote');
const rows = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| '));
const listed = new Set(rows.flatMap((row) => [...row.matchAll(/`([\w/-]+\.ts)`/g)].map(([, file]) => file)));

const readers = globSync('**/*.ts', { cwd: SOURCES }).filter((file) =>
  READING.test(readFileSync(join(SOURCES, file), 'utf8')),
);

describe('S26: what others wrote', () => {
  it('is read by files that there are', () => {
    expect(readers.length).toBeGreaterThan(20);
    const there = new Set(globSync('**/*.ts', { cwd: SOURCES }));
    expect([...listed].filter((file) => file === undefined || !there.has(file))).toEqual([]);
  });

  it.each(readers.filter((file) => !TOOLS.includes(file)))('has a row for %s', (file) => {
    expect(listed).toContain(file);
  });

  it('has bounds in every row', () => {
    for (const row of rows.slice(2)) expect(row).toMatch(/\| (?:[^|]*\d[^|]*|ours) \|$/);
  });
});
