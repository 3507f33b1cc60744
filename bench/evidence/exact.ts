/** Exact intervals for shares (Clopper and Pearson 1934). */
import { betaQuantile } from '../../src/stats/student.ts';

/** Both ends hold with 95 % together: each is missed once in forty times. */
export function exactInterval(hits: number, total: number): readonly [low: number, high: number] {
  const low = hits === 0 ? 0 : betaQuantile(0.025, hits, total - hits + 1);
  const high = hits === total ? 1 : betaQuantile(0.975, hits + 1, total - hits);
  return [low, high];
}
