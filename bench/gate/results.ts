/** Where measurements are kept: one line of JSON each, packed one by one, so that more can be added at the end. `zcat` reads the files. */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gunzipSync, gzipSync } from 'node:zlib';

const FOLDER = join(import.meta.dirname, '..', 'results');

/** Adds a line to a file of results. */
export function addResult(name: string, row: unknown): void {
  mkdirSync(FOLDER, { recursive: true });
  const line = gzipSync(`${JSON.stringify(row)}\n`, { level: constants.Z_BEST_COMPRESSION });
  appendFileSync(join(FOLDER, name), line);
}

/** All lines of a file of results, in the order in which they were measured. */
export function readResults(name: string): readonly unknown[] {
  const file = join(FOLDER, name);
  if (!existsSync(file)) return [];
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as unknown);
}
