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

/** A normally distributed number with mean 0 and deviation 1 (Box and Muller's transform, 1958). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

const MIXING_STEPS = 16;

/** The stream of a seed (any whole number). */
export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const next = (): number => uniformFloat64(generator);
  // The first numbers of small seeds are all alike: the generator needs some steps to mix them.
  for (let step = 0; step < MIXING_STEPS; step += 1) next();
  return { next, between: (from, to) => from + Math.floor(next() * (to - from + 1)) };
}
