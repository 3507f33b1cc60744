/** Seeded random numbers: the same seed gives the same load. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of random numbers. */
export interface Random {
  /** Uniform, from 0 up to but not including 1. */
  next(): number;
  /** Uniform whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
}

/** The stream of a seed (any whole number). */
export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const next = (): number => uniformFloat64(generator);
  return { next, between: (from, to) => from + Math.floor(next() * (to - from + 1)) };
}
