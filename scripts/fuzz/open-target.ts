/** Hides what the inputs of a fuzzer are, and lets fast-check try them. */
import * as fc from 'fast-check';
import type { AnyTarget, FuzzTarget, Tried } from './target.ts';

/** CPU time that one input may take: far more than any needs, far less than a run that never ends. */
const CPU_MAX_MS = 10_000;
/** What gets through is made small for so long, which can take forever. */
const SEARCH_MAX_MS = 120_000;

/** Makes a fuzzer one of many. */
export function openTarget<Input>({ inputs, check, ...target }: FuzzTarget<Input>): AnyTarget {
  const bounded = async (input: Input): Promise<number> => {
    const before = process.cpuUsage();
    const count = await check(input);
    const { user, system } = process.cpuUsage(before);
    const used = (user + system) / 1_000;
    if (used > CPU_MAX_MS) throw new Error(`it took ${Math.round(used)} ms of CPU time`);
    return count;
  };
  return {
    ...target,
    tryInputs: (seed, runs) => tried(inputs, bounded, seed, runs),
    async replay(input) {
      // What is kept was written by a run of the same fuzzer.
      await bounded(input as Input);
    },
  };
}

async function tried<Input>(
  inputs: fc.Arbitrary<Input>,
  check: (input: Input) => Promise<number>,
  seed: number,
  numRuns: number,
): Promise<Tried> {
  let count = 0;
  const property = fc.asyncProperty(inputs, async (input) => {
    count += await check(input);
  });
  const details = await fc.check(property, { seed, numRuns, interruptAfterTimeLimit: SEARCH_MAX_MS });
  if (!details.failed) return { count, broken: null };
  const { counterexample, counterexamplePath, errorInstance } = details;
  const why =
    errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance);
  return { count, broken: { input: counterexample?.[0], seed, path: counterexamplePath ?? '', why } };
}
