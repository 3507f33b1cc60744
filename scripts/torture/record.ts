/** What the last whole torture came to, kept beside the benchmarks: the documentation tells it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cancels } from './cancels.ts';
import type { JobName } from './job.ts';

/** The refusals of a run. */
export interface Refused {
  /** Different effects, and the calls that one run made of them. */
  readonly effects: number;
  readonly calls: number;
  /** Refusals that there are, that were tried, and that the run did not come to. */
  readonly possible: number;
  readonly tried: number;
  readonly unreached: number;
  readonly codes: Readonly<Record<string, number>>;
  readonly wrong: number;
}

/** The torture of one job. */
export interface Torture {
  /** Null for what was never run. */
  readonly refused: Refused | null;
  readonly cancelled: Cancels | null;
}

/** Recorded tortures, by job. */
export type Tortures = Readonly<Partial<Record<JobName, Torture>>>;

const PATH = join(import.meta.dirname, '..', '..', 'bench', 'results', 'torture.json');

/** The last ones that were kept. */
export function recorded(): Tortures {
  let kept: unknown;
  try {
    kept = JSON.parse(readFileSync(PATH, 'utf8'));
  } catch {
    return {};
  }
  // When there was one job alone, its torture was the whole file.
  return isOne(kept) ? { baseline: kept } : (kept as Tortures);
}

const isOne = (kept: unknown): kept is Torture =>
  typeof kept === 'object' && kept !== null && 'refused' in kept;

/** Keeps that of one job; what it did not try stays as it was. */
export function record(name: JobName, { refused, cancelled }: Torture): void {
  const all = recorded();
  const last = all[name] ?? { refused: null, cancelled: null };
  const kept = { refused: refused ?? last.refused, cancelled: cancelled ?? last.cancelled };
  writeFileSync(PATH, `${JSON.stringify({ ...all, [name]: kept }, null, 2)}\n`);
}
