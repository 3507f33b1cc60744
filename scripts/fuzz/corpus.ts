/** Inputs that are tried every time: what once got through, and what attackers are known to write. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../test/fuzz/corpus');

/** An input with the name of its file. */
export interface Kept {
  readonly name: string;
  readonly input: unknown;
}

/** The inputs that are kept for a fuzzer, by name. */
export function keptFor(target: string): readonly Kept[] {
  const folder = join(FOLDER, target);
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => ({ name, input: JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown }));
}

/** Keeps an input that got through. @returns its file */
export function keep(target: string, input: unknown): string {
  const folder = join(FOLDER, target);
  mkdirSync(folder, { recursive: true });
  const text = `${JSON.stringify(input, null, 2)}\n`;
  const file = join(folder, `found-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.json`);
  writeFileSync(file, text);
  return file;
}
