/** Reads a recorded run for the commands that take one. */
import { resolve } from 'node:path';
import { Failure } from '../domain/failure.ts';
import type { Run } from '../domain/measurement.ts';
import { parseRun } from '../measure/recorded-run.ts';
import { readTextFile } from '../platform/files.ts';
import type { Program } from './program.ts';

/** A run.json of a long run with many scenarios stays well below this. */
const RUN_BYTES_MAX = 64 * 1024 * 1024;

/** The run in `file`. @throws Failure kind `usage` when it is missing, too large, or not a run */
export async function readRun(file: string, program: Program): Promise<Run> {
  const text = await readTextFile(resolve(program.cwd, file), RUN_BYTES_MAX).catch((error: unknown) => {
    throw new Failure(
      {
        kind: 'usage',
        code: 'run-missing',
        message: `Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`,
        advice: 'Give the path of a run.json that `loadgate run` or `loadgate measure` wrote.',
      },
      { cause: error },
    );
  });
  return parseRun(text, file);
}
