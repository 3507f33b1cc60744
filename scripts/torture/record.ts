/** What the last whole torture came to, kept beside the benchmarks: the documentation tells it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cancels } from './cancels.ts';

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

/** A recorded torture. */
export interface Torture {
  /** Null for what was never run. */
  readonly refused: Refused | null;
  readonly cancelled: Cancels | null;
}

const PATH = join(import.meta.dirname, '..', '..', 'bench', 'results', 'torture.json');

/** The last one that was kept. */
export function recorded(): Torture {
  try {
    return JSON.parse(readFileSync(PATH, 'utf8'));
  } catch {
    return { refused: null, cancelled: null };
  }
}

/** Keeps one; what it did not try stays as it was. */
export function record({ refused, cancelled }: Torture): void {
  const last = recorded();
  const kept: Torture = { refused: refused ?? last.refused, cancelled: cancelled ?? last.cancelled };
  writeFileSync(PATH, `${JSON.stringify(kept, null, 2)}\n`);
}
