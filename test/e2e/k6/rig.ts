/** Puts loads by k6, or by the program that stands in for it, on servers of tests. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import type { K6Plan } from '../../../src/domain/engine-plan.ts';
import type { Load } from '../../../src/domain/plan.ts';
import { millis } from '../../../src/domain/units.ts';
import type { LoadProgress, LoadResult } from '../../../src/engines/load-job.ts';
import { loadOf, measured } from '../engines/measure.ts';

/** The program that stands in for k6. */
export const STAND_IN = join(import.meta.dirname, '..', '..', 'services', 'k6.mjs');

/** A real k6, where there is one. */
export const K6 = process.env['LOADGATE_K6'];

const PROBE_MS = 60_000;

/** `describe`, or the same skipped where there is no real k6. @throws Error where it must be there */
export function describeWithK6(): typeof describe | typeof describe.skip {
  if (K6 !== undefined && spawnSync(K6, ['version'], { timeout: PROBE_MS }).status === 0) return describe;
  const how = 'k6: no real one is tried; set LOADGATE_K6 to the path of its executable';
  if (process.env['LOADGATE_REQUIRE_K6'] === '1') throw new Error(how);
  console.warn(`\n*** SKIPPED ${how}\n`);
  return describe.skip;
}

/** How a test's load differs from two users for 2 s, without warm-up, by the stand-in. */
export interface Changes extends Partial<Omit<K6Plan, 'script'>> {
  readonly users?: number;
  readonly duration?: number;
  readonly warmUp?: number;
  /** What the stand-in does wrong. */
  readonly fault?: string;
  readonly onProgress?: (progress: LoadProgress) => void;
}

/** Runs a script on a service to its end; nothing of it is left running. @throws Failure */
export async function k6On(url: string, script: string, changes: Changes = {}): Promise<LoadResult> {
  const folder = mkdtempSync(join(tmpdir(), 'loadgate-k6-script-'));
  try {
    const file = join(folder, 'script.js');
    writeFileSync(file, script);
    const { onProgress, ...rest } = changes;
    return await measured(url, k6Load(file, rest), onProgress === undefined ? {} : { onProgress });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The load of a script; `script` is absolute. */
export function k6Load(script: string, changes: Omit<Changes, 'onProgress'> = {}): Load {
  const { users = 2, duration = 2_000, warmUp = 0, fault, env = {}, ...plan } = changes;
  return loadOf({
    engine: 'k6',
    users,
    duration,
    warmUp: millis(warmUp),
    timeout: millis(10_000),
    requests: [],
    k6: {
      script,
      command: STAND_IN,
      shape: 'scenario',
      tags: {},
      env: fault === undefined ? env : { ...env, FAKE_K6: fault },
      hashes: {},
      ...plan,
    },
  });
}
