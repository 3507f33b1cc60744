/** Where runs are kept: one line of JSON each, packed one by one, so that more can be added at the end. `zcat` reads the file. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import type { KeptRun } from './record.ts';

/** The file. */
export const RESULTS = join(import.meta.dirname, '..', 'results', 'gate.jsonl.gz');

/** A run as it is added to the file. */
export const packed = (run: KeptRun): Buffer =>
  gzipSync(`${JSON.stringify(run)}\n`, { level: constants.Z_BEST_COMPRESSION });

/** All runs that were kept, in the order in which they were measured. */
export function readRuns(): readonly KeptRun[] {
  if (!existsSync(RESULTS)) return [];
  const lines = gunzipSync(readFileSync(RESULTS)).toString('utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as KeptRun);
}
